//! Adjectives by their look. `build.rs` compiles this file too, so it looks nothing up.

/// The endings of inflected adjectives, longer ones first.
pub const ENDINGS: [&str; 5] = ["er", "es", "en", "em", "e"];

/// The stem of a capitalised word that is an adjective by its look ("Deutscher", "Goldene", "Bayerisches").
pub fn stem(word: &str) -> Option<&str> {
    const TAILS: [&str; 29] = [
        "isch", "tsch", "lesch", "versch", "lich", "ig", "al", "ell", "iv", "oß", "roß", "olden", "ilbern", "hern", "neu", "jung", "rot", "grün", "blau",
        "weiß", "vereint", "hwarz", "frei", "best", "hoh", "klein", "alt", "gemein", "bildend",
    ];
    let stem = without_ending(word)?;
    let lower = stem.to_lowercase();
    (word.chars().next().is_some_and(char::is_uppercase) && TAILS.iter().any(|tail| lower.ends_with(tail))).then_some(stem)
}

/// A word without an adjective's ending.
pub fn without_ending(word: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|ending| word.strip_suffix(ending))
}

/// Whether a word ends as inflected adjectives do.
pub fn has_ending(word: &str) -> bool {
    word.len() > 3 && without_ending(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_by_look() {
        assert_eq!(stem("Deutscher"), Some("Deutsch"));
        assert_eq!(stem("Goldene"), Some("Golden"));
        assert_eq!(stem("Bayerischem"), Some("Bayerisch"));
        assert_eq!((stem("deutscher"), stem("Leiter"), stem("Neu")), (None, None, None));
    }

    #[test]
    fn endings() {
        assert!(has_ending("kaufmännische") && has_ending("neuem"));
        assert!(!has_ending("see") && !has_ending("bald") && !has_ending("der"));
    }
}
