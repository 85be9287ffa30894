//! A read-only hash table laid out as bytes, so that it can be made at build time and looked up without being loaded.
//!
//! Slots are eight bytes: a 32-bit fingerprint and a 32-bit value, linear probing, at most half full. A key that was never
//! put in is taken for one that was with a chance of about 2⁻³¹ per look-up; for names and word forms that is never seen,
//! and it costs a third of the memory that the keys themselves would.
//!
//! `build.rs` compiles this file too: it must not depend on the rest of the crate.

/// Multiplier of the mixer (odd, from the golden ratio).
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// Hash of a word's bytes; the same on every machine, because tables are made at build time.
#[inline]
pub fn hash(bytes: &[u8]) -> u64 {
    let mut h = (bytes.len() as u64).wrapping_mul(MIX);
    let (chunks, rest) = bytes.as_chunks::<8>();
    for chunk in chunks {
        h = mix(h ^ u64::from_le_bytes(*chunk));
    }
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        h = mix(h ^ u64::from_le_bytes(last));
    }
    h
}

/// Hash of a sequence of words, one at a time: `sequence(sequence(0, a), b)`.
#[inline]
pub fn sequence(so_far: u64, word: u64) -> u64 {
    mix(so_far.rotate_left(23) ^ word)
}

#[inline]
fn mix(x: u64) -> u64 {
    let x = x.wrapping_mul(MIX);
    (x ^ (x >> 32)).wrapping_mul(MIX)
}

/// Value of an empty slot; never stored.
pub const EMPTY: u32 = u32::MAX;

/// A table over borrowed or owned slots.
#[derive(Debug, Clone, Default)]
pub struct Table<B> {
    slots: B,
}

impl<B: AsRef<[u8]>> Table<B> {
    /// A view of slots made by [`build`].
    pub fn new(slots: B) -> Self {
        debug_assert!(slots.as_ref().len().is_power_of_two());
        Table { slots }
    }

    /// The value stored for a hash.
    #[inline]
    pub fn get(&self, hash: u64) -> Option<u32> {
        let slots = self.slots.as_ref();
        let mask = slots.len() / 8 - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = &slots[at * 8..at * 8 + 8];
            let value = u32::from_le_bytes([slot[4], slot[5], slot[6], slot[7]]);
            if value == EMPTY {
                return None;
            }
            if u32::from_le_bytes([slot[0], slot[1], slot[2], slot[3]]) == (hash >> 32) as u32 {
                return Some(value);
            }
            at = (at + 1) & mask;
        }
    }
}

/// Slots for the pairs; of two equal hashes the first is kept.
pub fn build(pairs: impl ExactSizeIterator<Item = (u64, u32)>) -> Vec<u8> {
    let capacity = (pairs.len() * 2).next_power_of_two().max(2);
    let mut slots = [0, 0, 0, 0, 255, 255, 255, 255].repeat(capacity);
    'pairs: for (hash, value) in pairs {
        let mut at = hash as usize & (capacity - 1);
        loop {
            let slot = &mut slots[at * 8..at * 8 + 8];
            let tag = ((hash >> 32) as u32).to_le_bytes();
            if slot[4..] == EMPTY.to_le_bytes() {
                slot[..4].copy_from_slice(&tag);
                slot[4..].copy_from_slice(&value.to_le_bytes());
                continue 'pairs;
            }
            if slot[..4] == tag {
                continue 'pairs;
            }
            at = (at + 1) & (capacity - 1);
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let words: Vec<String> = (0..5000).map(|n| format!("Wort{n}")).collect();
        let table = Table::new(build(words.iter().enumerate().map(|(n, w)| (hash(w.as_bytes()), n as u32))));
        for (n, word) in words.iter().enumerate() {
            assert_eq!(table.get(hash(word.as_bytes())), Some(n as u32));
            assert_eq!(table.get(hash(format!("{word}x").as_bytes())), None);
        }
    }

    #[test]
    fn the_first_of_two_equal_keys_is_kept() {
        let table = Table::new(build([(hash(b"a"), 1), (hash(b"a"), 2)].into_iter()));
        assert_eq!(table.get(hash(b"a")), Some(1));
    }

    #[test]
    fn order_and_padding_matter_in_hashes() {
        assert_ne!(hash(b"a"), hash(b"a\0"));
        assert_ne!(sequence(sequence(0, 1), 2), sequence(sequence(0, 2), 1));
    }
}
