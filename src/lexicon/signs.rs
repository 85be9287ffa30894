//! Words that tell what a sentence says of an award.

use crate::gazetteer::tsv;
use std::collections::HashSet;

static SIGNS: &str = include_str!("../../gazetteers/words/award_signs.tsv");

/// What a word can tell of an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwardSign {
    /// Entries are asked for ("Bewerbungsfrist").
    Call,
    /// A place among the last ("Finalist").
    Nominated,
    /// Somebody wants it ("beantragt").
    Sought,
    /// Of an earlier time ("zuletzt").
    Earlier,
    /// The sentence speaks of awarding ("Jury").
    Evidence,
    /// The sentence speaks of costs ("Prozent").
    Price,
    /// A part of a year or an event in it ("Ende").
    Period,
    /// Names recipients that follow ("Preisträger").
    Announcing,
    /// Heads a list of winners ("Platzierungen").
    Heading,
    /// Taking a place ("belegte").
    Placing,
    /// Founding and paying for a prize ("stiftet").
    Funding,
}

impl AwardSign {
    const NAMES: [&str; 11] = ["call", "nominated", "sought", "earlier", "evidence", "price", "period", "announcing", "heading", "placing", "funding"];
}

/// The words of each sign.
#[derive(Debug)]
pub struct AwardSigns {
    stems: [Vec<&'static str>; AwardSign::NAMES.len()],
    words: [HashSet<&'static str>; AwardSign::NAMES.len()],
}

impl AwardSigns {
    pub(super) fn listed() -> AwardSigns {
        let mut signs = AwardSigns { stems: Default::default(), words: Default::default() };
        for row in tsv::rows(SIGNS) {
            for name in row[1].split('|') {
                let Some(sign) = AwardSign::NAMES.iter().position(|known| *known == name) else { continue };
                match row[0].strip_suffix('-') {
                    Some(stem) => signs.stems[sign].push(stem),
                    None => drop(signs.words[sign].insert(row[0])),
                }
            }
        }
        signs
    }

    /// Whether a word has a sign.
    pub fn say(&self, sign: AwardSign, word: &str) -> bool {
        self.words[sign as usize].contains(word) || self.stems[sign as usize].iter().any(|stem| word.starts_with(stem))
    }

    /// Whether a word or the end of a compound has a sign ("Landessieger").
    pub fn say_within(&self, sign: AwardSign, word: &str) -> bool {
        self.stems[sign as usize].iter().any(|stem| word.contains(stem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_words() {
        let signs = AwardSigns::listed();
        for (n, name) in AwardSign::NAMES.iter().enumerate() {
            assert!(!signs.stems[n].is_empty() || !signs.words[n].is_empty(), "{name}");
        }
        assert!(tsv::rows(SIGNS).all(|row| row[1].split('|').all(|name| AwardSign::NAMES.contains(&name))));
        assert!(signs.say(AwardSign::Call, "Bewerbungsfristen") && !signs.say(AwardSign::Earlier, "seitdem"));
    }
}
