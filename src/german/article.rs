//! Articles and possessives: whether they point to somebody known, and to whom.

use crate::analysis::Gender;

/// Whether a word says that its noun is known: the definite article in any case, alone or in a preposition, "unser".
pub fn is_definite(word: &str) -> bool {
    matches!(
        word,
        "der"
            | "die"
            | "das"
            | "dem"
            | "den"
            | "des"
            | "Der"
            | "Die"
            | "Das"
            | "Dem"
            | "Den"
            | "zum"
            | "zur"
            | "vom"
            | "beim"
            | "unser"
            | "unsere"
            | "unserer"
            | "Unser"
            | "Unsere"
    )
}

/// Whether a word says that its noun is one of several or somebody new ("ein", "keine", "mehrere", "zwei").
pub fn is_indefinite(word: &str) -> bool {
    const STEMS: [&str; 20] = [
        "ein", "kein", "jede", "viele", "mehrere", "alle", "solche", "welche", "beide", "einige", "zwei", "drei", "weitere", "andere", "Ein", "Kein", "Viele",
        "Alle", "Jede", "Mehrere",
    ];
    STEMS.iter().any(|stem| word.strip_prefix(stem).is_some_and(|rest| ["", "e", "er", "en", "em", "es", "r", "n", "m", "s"].contains(&rest)))
}

/// Whether a word can open a genitive: "des Vereins", "ihrer Sprecherin".
pub fn is_genitive(word: &str) -> bool {
    matches!(
        word,
        "der"
            | "des"
            | "eines"
            | "einer"
            | "ihres"
            | "seines"
            | "ihrer"
            | "seiner"
            | "dieser"
            | "dieses"
            | "jener"
            | "jenes"
            | "unserer"
            | "unseres"
            | "deren"
            | "dessen"
    )
}

/// The gender of a noun that stands in the nominative behind a definite article and may be a man's or a woman's.
pub fn of_nominative(article: &str) -> Option<Gender> {
    match article {
        "der" | "Der" => Some(Gender::Male),
        "die" | "Die" => Some(Gender::Female),
        _ => None,
    }
}

/// Whose a possessive says something is: "sein" a man's (or a body's), "ihr" a woman's (or several persons').
pub fn possessor(word: &str) -> Option<Gender> {
    let of = |stem: &str| word.strip_prefix(stem).is_some_and(|rest| ["", "e", "er", "en", "em", "es"].contains(&rest));
    if of("sein") || of("Sein") {
        Some(Gender::Male)
    } else if of("ihr") || of("Ihr") {
        Some(Gender::Female)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_point_to_known_and_new() {
        assert!(is_definite("Die") && is_definite("zur") && !is_definite("eine") && !is_definite("Dr"));
        assert!(is_indefinite("Einen") && is_indefinite("keiner") && is_indefinite("mehrerer") && !is_indefinite("einfach"));
        assert!(is_genitive("des") && is_genitive("ihrer") && !is_genitive("dem"));
    }

    #[test]
    fn possessives_tell_the_owner() {
        assert_eq!(possessor("seinen"), Some(Gender::Male));
        assert_eq!(possessor("Ihrer"), Some(Gender::Female));
        assert_eq!(possessor("ihren"), Some(Gender::Female));
        assert_eq!(possessor("seit"), None);
    }
}
