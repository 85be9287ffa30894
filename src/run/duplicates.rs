//! Releases that came before: the same words again, or nearly so. Memory is bounded, and the answer depends on nothing but
//! the releases and their order.

use super::hash;
use crate::record::Likeness;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::{self, Read};

/// Distinct releases in each half of the memory; when both are full, the older half is forgotten.
pub const HALF: usize = 50_000;

/// Words of a shingle.
const SHINGLE: usize = 4;

/// Words below which only the very same words count.
const SHORT: usize = 24;

/// Minima that are kept of a release, and how many of them make a band.
const MINIMA: usize = 64;
const BAND: usize = 4;

/// Minima that two releases must share to be near duplicates: four fifths of all.
const SHARED: usize = MINIMA * 4 / 5;

/// What is kept of a release to know it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    exact: u64,
    minima: Vec<u32>,
}

impl Fingerprint {
    /// Of a text. Case, punctuation and white space do not count.
    pub fn of(text: &str) -> Self {
        let words: Vec<u64> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(word).collect();
        let mut whole = Sha256::new();
        words.iter().for_each(|word| whole.update(word.to_le_bytes()));
        let digest = whole.finalize();
        let exact = digest.iter().take(8).fold(0, |number, &byte| number << 8 | u64::from(byte));
        let minima = if words.len() < SHORT { vec![] } else { minima(&words) };
        Fingerprint { exact, minima }
    }

    /// The fingerprint as it is kept in files.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.exact.to_le_bytes().to_vec();
        bytes.push(self.minima.len() as u8);
        self.minima.iter().for_each(|minimum| bytes.extend(minimum.to_le_bytes()));
        bytes
    }

    /// The fingerprint whose bytes come next.
    ///
    /// # Errors
    /// A file that ends before.
    pub fn from_reader(reader: &mut impl Read) -> io::Result<Self> {
        let (mut exact, mut count, mut minimum) = ([0; 8], [0; 1], [0; 4]);
        reader.read_exact(&mut exact)?;
        reader.read_exact(&mut count)?;
        let mut minima = Vec::with_capacity(count[0].into());
        for _ in 0..count[0] {
            reader.read_exact(&mut minimum)?;
            minima.push(u32::from_le_bytes(minimum));
        }
        Ok(Fingerprint { exact: u64::from_le_bytes(exact), minima })
    }

    /// How many bytes it takes in a file.
    pub fn size(&self) -> u64 {
        9 + 4 * self.minima.len() as u64
    }

    /// The keys of the bands; releases that share one are compared.
    fn bands(&self) -> impl Iterator<Item = u64> {
        self.minima.chunks(BAND).enumerate().map(|(at, band)| band.iter().fold(at as u64 + 1, |key, &minimum| mix(key ^ u64::from(minimum))))
    }
}

/// A word in lower case, hashed.
fn word(word: &str) -> u64 {
    hash::fnv(word.chars().flat_map(char::to_lowercase).map(|c| u64::from(u32::from(c))))
}

/// SplitMix64's finaliser.
fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// MinHash of the word shingles: the share of equal minima is about the share of shingles that two texts have in common.
fn minima(words: &[u64]) -> Vec<u32> {
    let mut minima = vec![u32::MAX; MINIMA];
    for shingle in words.windows(SHINGLE) {
        let hash = shingle.iter().fold(0, |hash, &word| mix(hash ^ word));
        let (step, mut value) = (mix(hash) | 1, hash);
        for minimum in &mut minima {
            value = value.wrapping_add(step);
            *minimum = (*minimum).min((mix(value) >> 32) as u32);
        }
    }
    minima
}

/// The releases that came before.
#[derive(Debug, Default)]
pub struct Seen {
    /// The newer and the older half.
    halves: [Half; 2],
}

#[derive(Debug, Default)]
struct Half {
    ids: Vec<Box<str>>,
    minima: Vec<[u16; MINIMA]>,
    exact: HashMap<u64, u32>,
    bands: HashMap<u64, u32>,
}

impl Seen {
    /// The first release that this one repeats, and how; a release that repeats none is remembered.
    pub fn check(&mut self, fingerprint: &Fingerprint, id: &str, near: bool) -> Option<(String, Likeness)> {
        let found = self.find(fingerprint, near);
        if found.is_none() {
            self.remember(fingerprint, id);
        }
        found
    }

    /// The first release that this one repeats, and how.
    pub fn find(&self, fingerprint: &Fingerprint, near: bool) -> Option<(String, Likeness)> {
        let found = |half: &Half| {
            if let Some(&at) = half.exact.get(&fingerprint.exact) {
                return Some((at, Likeness::Exact));
            }
            let candidates = fingerprint.bands().filter(|_| near).filter_map(|key| half.bands.get(&key));
            candidates.copied().find(|&at| half.shares(at, fingerprint)).map(|at| (at, Likeness::Near))
        };
        // the older half first: what is repeated is the first of its kind
        self.halves.iter().rev().find_map(|half| {
            let (at, likeness) = found(half)?;
            half.ids.get(at as usize).map(|id| (id.to_string(), likeness))
        })
    }

    /// Remembers a release that repeats none.
    pub fn remember(&mut self, fingerprint: &Fingerprint, id: &str) {
        if self.halves[0].ids.len() >= HALF {
            self.halves.swap(0, 1);
            self.halves[0] = Half::default();
        }
        self.halves[0].remember(fingerprint, id);
    }
}

impl Half {
    fn shares(&self, at: u32, fingerprint: &Fingerprint) -> bool {
        let Some(known) = self.minima.get(at as usize) else { return false };
        known.iter().zip(&fingerprint.minima).filter(|(a, b)| **a == (**b & 0xffff) as u16).count() >= SHARED
    }

    fn remember(&mut self, fingerprint: &Fingerprint, id: &str) {
        let at = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.ids.push(id.into());
        let mut minima = [0; MINIMA];
        for (slot, minimum) in minima.iter_mut().zip(&fingerprint.minima) {
            *slot = (minimum & 0xffff) as u16;
        }
        self.minima.push(minima);
        self.exact.insert(fingerprint.exact, at);
        for key in fingerprint.bands() {
            self.bands.entry(key).or_insert(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: usize, to: usize) -> String {
        (from..to).map(|n| format!("Wort{} ", n * 7919 % 1000)).collect()
    }

    fn check(seen: &mut Seen, text: &str, id: &str) -> Option<(String, Likeness)> {
        seen.check(&Fingerprint::of(text), id, true)
    }

    #[test]
    fn exact_and_near_repetitions_name_the_first() {
        let mut seen = Seen::default();
        assert_eq!(check(&mut seen, &text(0, 300), "a"), None);
        assert_eq!(check(&mut seen, &text(0, 300).to_uppercase().replace(' ', "\n\n"), "b"), Some(("a".to_owned(), Likeness::Exact)));
        assert_eq!(check(&mut seen, &format!("Berlin, 3. Mai: {} Kontakt: Anna Meier", text(0, 300)), "c"), Some(("a".to_owned(), Likeness::Near)));
        assert_eq!(check(&mut seen, &text(150, 450), "d"), None);
        assert_eq!(check(&mut seen, &text(500, 800), "e"), None);
        assert_eq!(seen.check(&Fingerprint::of(&text(500, 799)), "f", false), None);
    }

    #[test]
    fn short_texts_repeat_only_word_for_word() {
        let mut seen = Seen::default();
        assert_eq!(check(&mut seen, "Ja.", "a"), None);
        assert_eq!(check(&mut seen, "Nein.", "b"), None);
        assert_eq!(check(&mut seen, "ja!", "c"), Some(("a".to_owned(), Likeness::Exact)));
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let mut seen = Seen::default();
        for n in 0..HALF * 2 + 10 {
            seen.check(&Fingerprint { exact: n as u64, minima: vec![] }, "x", true);
        }
        assert!(seen.halves.iter().all(|half| half.ids.len() <= HALF));
        assert_eq!(seen.check(&Fingerprint { exact: 0, minima: vec![] }, "y", true), None);
    }
}
