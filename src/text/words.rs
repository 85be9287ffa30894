//! Small word lists of this room: words that open blocks, nouns beside ordinals, abbreviations of several parts.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::Text;
use super::scan::{self, Class, Gap, LONGEST};
use super::span::TokenSpan;
use crate::gazetteer::tsv;
use crate::lexicon::Flags;
use crate::lexicon::table::{self, Table};

static LAYOUT: &str = include_str!("../../gazetteers/words/layout.tsv");
static ORDINALS: &str = include_str!("../../gazetteers/words/ordinals.tsv");

/// A plain number follows the noun ("Platz 4.").
pub const NUMBERED: u8 = 1;
/// An ordinal stands before the noun ("3. Stock").
pub const ORDERED: u8 = 2;

/// Listed nouns by their hash, with the sides of numbers they stand on.
static NOUNS: LazyLock<Table<Vec<u8>>> = LazyLock::new(|| {
    let side = |word: &str| match word {
        "number" => NUMBERED,
        "ordinal" => ORDERED,
        _ => NUMBERED | ORDERED,
    };
    let nouns: Vec<(u64, u32)> = tsv::rows(ORDINALS).map(|row| (table::hash(row[0].as_bytes()), u32::from(side(row[1])))).collect();
    Table::new(table::build(nouns.into_iter()))
});

/// Endings of listed nouns, with the length a noun needs to take them: "Dann" is no form of "Dan".
const ENDINGS: [(&[u8], usize); 6] = [(b"", 0), (b"s", 0), (b"es", 0), (b"e", 0), (b"n", 4), (b"en", 4)];

/// Whether a noun is listed on that side of numbers; compounds count by their last part.
pub fn has(text: &Text<'_>, at: usize, side: u8) -> bool {
    if !text.at(at).is_capital() {
        return false;
    }
    let mut buffer = [0; LONGEST];
    let Some(word) = scan::lower_key(text.word(at), &mut buffer) else { return false };
    let listed = |noun: &[u8]| NOUNS.get(table::hash(noun)).is_some_and(|sides| sides & u32::from(side) != 0);
    let inflected = || ENDINGS.iter().any(|&(ending, least)| word.strip_suffix(ending).is_some_and(|noun| noun.len() >= least && listed(noun)));
    // short nouns end too many other words ("Tat", "Rat")
    let compound = |word: &[u8]| (1..word.len().saturating_sub(3)).any(|tail| listed(&word[tail..]));
    inflected() || side == ORDERED && (compound(word) || word.strip_suffix(b"s").is_some_and(compound))
}

/// What a block's first words say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Heading of the press contact.
    Contact,
    /// A line of it ("Tel.", "Presse:").
    ContactLine,
    /// About the issuer.
    Boilerplate,
    /// A disclaimer.
    Legal,
    /// Embargo, picture, agency line …
    Note,
    /// Heading of a note.
    Heading,
}

#[derive(Debug)]
struct Phrase {
    words: Vec<u64>,
    opening: Opening,
    /// May stand before any further words.
    start: bool,
    /// The block is nothing more.
    whole: bool,
    /// Only before a colon.
    colon: bool,
}

/// The listed phrases, by their first words.
#[derive(Debug)]
struct Phrases {
    /// By first word, longest first.
    phrases: Vec<Phrase>,
    /// First word → the first of its phrases.
    firsts: Table<Vec<u8>>,
}

impl Phrases {
    /// The phrases that begin with a word, longest first.
    fn of(&self, first: u64) -> impl Iterator<Item = &Phrase> {
        let start = self.firsts.get(first).map_or(self.phrases.len(), |start| start as usize);
        self.phrases[start..].iter().take_while(move |phrase| phrase.words[0] == first)
    }
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases: Vec<Phrase> = tsv::rows(LAYOUT)
        .map(|row| {
            let mut words = Vec::new();
            scan::scan(row[0], |piece| words.push(lower_hash(&row[0][piece.start..piece.end])));
            let opening = match row[1] {
                "contact" if row[2] == "start" => Opening::Contact,
                "contact" => Opening::ContactLine,
                "note" => Opening::Note,
                "heading" => Opening::Heading,
                "legal" => Opening::Legal,
                _ => Opening::Boilerplate,
            };
            Phrase { words, opening, start: row[2] == "start", whole: row[2] == "whole", colon: row[2] == "colon" }
        })
        .collect();
    phrases.sort_by_key(|phrase| (phrase.words[0], Reverse(phrase.words.len())));
    let firsts = phrases.iter().enumerate().map(|(at, phrase)| (phrase.words[0], at as u32));
    let firsts = Table::new(table::build(firsts));
    Phrases { phrases, firsts }
});

/// Longest phrase, in tokens.
const PHRASE: usize = 10;

/// Hash of a word in lower case with its umlauts written out, as old mails have them ("Fuer Rueckfragen").
fn lower_hash(word: &str) -> u64 {
    let mut buffer = [0; LONGEST];
    let Some(key) = scan::lower_key(word, &mut buffer) else { return 0 };
    let mut plain = [0; LONGEST];
    let plain = &mut plain[..key.len()];
    plain.copy_from_slice(key);
    for at in 1..plain.len() {
        // both spellings take two bytes
        let letters = match plain[at - 1..=at] {
            [0xc3, 0xa4] => b"ae",
            [0xc3, 0xb6] => b"oe",
            [0xc3, 0xbc] => b"ue",
            [0xc3, 0x9f] => b"ss",
            _ => continue,
        };
        plain[at - 1..=at].copy_from_slice(letters);
    }
    table::hash(plain)
}

/// What the first words of a block say, and the token behind them.
pub fn opening(text: &Text<'_>, block: TokenSpan) -> Option<(Opening, usize)> {
    let mut first = block.start();
    // decoration before the words ("*** Pressekontakt ***", "+ Foto:")
    while first < block.end() && (matches!(text.at(first).class, Class::Symbol | Class::Hyphen | Class::Dash) && block.len() < 30) {
        first += 1;
    }
    if first == block.end() {
        return None;
    }
    let found = PHRASES.of(lower_hash(text.word(first))).find(|phrase| {
        let behind = first + phrase.words.len();
        let said = || phrase.words.iter().zip(first..).skip(1).all(|(&word, at)| lower_hash(text.word(at)) == word);
        behind <= block.end() && said() && {
            let next = (behind < block.end()).then(|| text.at(behind));
            let ends = next.is_none_or(|token| matches!(token.class, Class::Colon | Class::Dash | Class::Final | Class::Close | Class::Symbol))
                || next.is_some_and(|token| matches!(token.class, Class::Stop | Class::Hyphen) && behind + 1 == block.end());
            let goes_on = next.is_some_and(|token| {
                matches!(token.class, Class::Number | Class::Slash | Class::Comma | Class::Open | Class::Stop | Class::Address)
                    || matches!(text.word(behind), "Nr" | "Nummer" | "vom" | "No" | "der" | "des" | "von" | "für" | "zur" | "zum" | "und")
                        && matches!(phrase.opening, Opening::Note | Opening::Heading)
            });
            if phrase.colon {
                next.is_some_and(|token| token.class == Class::Colon)
            } else if phrase.whole {
                next.is_none() || ends && behind + 1 == block.end()
            } else if phrase.start {
                next.is_none_or(|token| token.class != Class::Hyphen || token.gap != Gap::None)
            } else {
                ends || goes_on
            }
        }
    })?;
    Some((found.opening, first + found.words.len()))
}

/// Single words that head a press contact ("Ansprechpartnerin").
static CONTACT: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut words: Vec<u64> =
        PHRASES.phrases.iter().filter(|phrase| phrase.opening == Opening::Contact && phrase.words.len() == 1).map(|phrase| phrase.words[0]).collect();
    words.sort_unstable();
    words
});

/// Whether a word that heads press contacts stands anywhere in a short block ("Wissenschaftliche Ansprechpartnerin:").
pub fn mentions_contact(text: &Text<'_>, block: TokenSpan) -> bool {
    block.range().take(2 * PHRASE).any(|at| text.at(at).is_capital() && CONTACT.binary_search(&lower_hash(text.word(at))).is_ok())
}

static OFFICES: LazyLock<Vec<u64>> = LazyLock::new(|| single_words(include_str!("../../gazetteers/words/press_offices.tsv")));

/// Whether a word that names a press office stands in a short block ("Jan Amsel, Stabsstelle Kommunikation").
pub fn mentions_office(text: &Text<'_>, block: TokenSpan) -> bool {
    block.range().take(2 * PHRASE).any(|at| text.at(at).is_capital() && OFFICES.binary_search(&lower_hash(text.word(at))).is_ok())
}

/// The words of a list of single words, for look-up.
fn single_words(list: &'static str) -> Vec<u64> {
    let mut words: Vec<u64> = tsv::rows(list).map(|row| lower_hash(row[0])).collect();
    words.sort_unstable();
    words
}

/// Most parts of an abbreviation written with spaces ("V. i. S. d. P.").
const PARTS: usize = 5;

/// Flags of a listed abbreviation of several parts whose last part, without its stop, is at `last`, and its first token; the
/// longest wins. Parts are joined by a stop, a hyphen or both ("z. B.", "KV-Nr.", "Dipl.-Päd.").
pub fn spaced_abbreviation(text: &Text<'_>, start: usize, last: usize) -> Option<(Flags, usize)> {
    let part = |at: usize| text.at(at).class == Class::Word && text.at(at).span.len() <= 8;
    let glued = |at: usize, class: Class| text.at(at).class == class && text.at(at).gap == Gap::None;
    if !part(last) {
        return None;
    }
    let mut firsts = [last; PARTS];
    let mut count = 0;
    while count < PARTS {
        let mut first = if count == 0 { last } else { firsts[count - 1] };
        if first > start && text.at(first).gap == Gap::None && glued(first - 1, Class::Hyphen) {
            first -= 1;
        }
        if first > start && glued(first - 1, Class::Stop) {
            first -= 1;
        }
        let joined = first > start && first < if count == 0 { last } else { firsts[count - 1] } && part(first - 1);
        if !joined {
            break;
        }
        firsts[count] = first - 1;
        count += 1;
    }
    firsts[..count].iter().rev().find_map(|&first| {
        let mut key = [0; 64];
        let mut length = 0;
        for at in first..=last {
            for byte in text.word(at).bytes() {
                *key.get_mut(length)? = byte;
                length += 1;
            }
        }
        let flags = std::str::from_utf8(&key[..length]).map_or(Flags::empty(), |form| text.lexicon.flags(form));
        let listed = flags.intersects(Flags::ABBREVIATION | Flags::ABBREVIATION_END | Flags::ABBREVIATION_NUMBER | Flags::ABBREVIATION_UNIT);
        listed.then_some((flags, first))
    })
}

/// Last parts of compounds that are cut ("Landesvors.", "Kundennr."); whole words never end so.
const CUT: [&str; 12] = ["str", "nr", "vors", "präs", "sekr", "insp", "verw", "wirtsch", "mitgl", "beauftr", "hptm", "techn"];

/// Words that no list has and that look like abbreviations: without a vowel, cut from "…lich" ("schrittl."), or with a cut last part.
pub fn ends_like_abbreviation(word: &str) -> bool {
    const VOWELS: [char; 18] = ['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'ü', 'A', 'E', 'I', 'O', 'U', 'Y', 'Ä', 'Ö', 'Ü'];
    let cut_off = || {
        word.strip_suffix('l').is_some_and(|stem| stem.len() > 3 && stem.ends_with(['b', 'd', 'f', 'g', 'n', 's', 't', 'h', 'ß'])) && !word.ends_with("hl")
            || word.ends_with("chl")
    };
    CUT.iter().any(|cut| word.ends_with(cut)) || word.chars().count() <= 5 && !word.contains(VOWELS) || word.starts_with(char::is_lowercase) && cut_off()
}

static SELF: LazyLock<Vec<u64>> = LazyLock::new(|| single_words(include_str!("../../gazetteers/words/self_description.tsv")));

/// Whether a word is one that organisations describe themselves with ("gegründet", "Hauptsitz", "beschäftigt").
pub fn describes(text: &Text<'_>, at: usize) -> bool {
    text.at(at).class == Class::Word && SELF.binary_search(&lower_hash(text.word(at))).is_ok()
}

static PLACE_ENDINGS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| tsv::rows(include_str!("../../gazetteers/words/place_endings.tsv")).map(|row| row[0]).collect());

/// Whether an unlisted word is built like the name of a place.
pub fn sounds_like_place(word: &str) -> bool {
    word.len() > 5 && PLACE_ENDINGS.iter().any(|ending| word.ends_with(ending))
}
