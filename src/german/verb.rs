//! Verb forms: what is finite, what is an infinitive, which auxiliary it is.

use crate::lexicon::Flags;
use crate::text::token::Token;

/// Words that can be verbs and hardly ever are where they are function words.
const FUNCTION: Flags = Flags::ARTICLE
    .union(Flags::PREPOSITION)
    .union(Flags::CONJUNCTION)
    .union(Flags::SUBJUNCTION)
    .union(Flags::PRONOUN)
    .union(Flags::PERSONAL)
    .union(Flags::PARTICLE)
    .union(Flags::ADVERB);

/// Whether a word can be a finite verb where it stands in lower case: a finite form that is no function word ("seit", "mit").
pub fn is_finite(token: &Token) -> bool {
    token.is_lower() && is_finite_form(token.flags)
}

/// The same of a word in lower case by its flags alone.
pub fn is_finite_form(flags: Flags) -> bool {
    flags.intersects(Flags::FINITE)
        && (!flags.intersects(FUNCTION) || flags.intersects(Flags::AUXILIARY | Flags::MODAL) && !flags.intersects(Flags::ARTICLE | Flags::PREPOSITION))
}

/// Whether a word is a finite verb and can be nothing else: no participle ("vereint"), no adjective ("laut") either.
pub fn is_clearly_finite(token: &Token) -> bool {
    token.is_lower() && is_clearly_finite_form(token.flags)
}

/// The same of a word in lower case by its flags alone.
pub fn is_clearly_finite_form(flags: Flags) -> bool {
    is_finite_form(flags) && (flags.intersects(Flags::AUXILIARY | Flags::MODAL) || !flags.intersects(Flags::ADJECTIVE | Flags::PARTICIPLE))
}

/// Whether a word looks like an infinitive with "zu" behind its prefix ("nachzuschärfen").
pub fn holds_zu(word: &str) -> bool {
    const PREFIXES: [&str; 22] = [
        "ab", "an", "auf", "aus", "bei", "durch", "ein", "fest", "fort", "frei", "her", "hin", "los", "mit", "nach", "um", "vor", "weg", "weiter", "zu",
        "zurück", "zusammen",
    ];
    let stem = PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix)?.strip_prefix("zu"));
    stem.is_some_and(|stem| stem.len() > 4 && ["en", "ern", "eln"].iter().any(|ending| stem.ends_with(ending)))
}

/// Finite forms of "haben", which make a perfect.
pub fn is_have(word: &str) -> bool {
    matches!(word, "hat" | "haben" | "hatte" | "hatten" | "habe" | "hätte" | "hätten")
}

/// Forms of "werden", which make a passive beside a participle.
pub fn is_become(word: &str) -> bool {
    matches!(word, "wird" | "werden" | "wurde" | "wurden" | "worden" | "werde" | "würde" | "würden")
}

/// Indicative forms of "sein", which make a perfect or a state.
pub fn is_be(word: &str) -> bool {
    matches!(word, "ist" | "sind" | "war" | "waren")
}

/// Whether a finite verb wants a subject in the plural.
pub fn is_plural(flags: Flags) -> bool {
    flags.contains(Flags::PLURAL_3) && !flags.contains(Flags::SINGULAR_3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testing::parse;

    fn finite(word: &str) -> (bool, bool) {
        parse(&format!("Und {word} da"), |text| (is_finite(&text.tokens[1]), is_clearly_finite(&text.tokens[1])))
    }

    #[test]
    fn function_words_and_nouns_are_no_verbs() {
        for word in ["sagt", "ist", "kann", "habe", "gingen"] {
            assert_eq!(finite(word), (true, true), "{word}");
        }
        for word in ["mit", "seine", "aber", "Sagt", "zu"] {
            assert_eq!(finite(word), (false, false), "{word}");
        }
        assert_eq!(finite("berichtet"), (true, false));
    }

    #[test]
    fn zu_stands_between_prefix_and_stem() {
        assert!(holds_zu("nachzuschärfen") && holds_zu("weiterzuentwickeln"));
        assert!(!holds_zu("zuhören") && !holds_zu("dazu") && !holds_zu("Abzug"));
    }
}
