//! Acronyms and the names they stand for.

/// Whether the letters are the first ones of the name's words, some words left out.
pub fn abbreviates(acronym: &str, name: &str) -> bool {
    let mut letters = acronym.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).peekable();
    for word in name.split([' ', '-', '\n']) {
        let first = word.chars().next().and_then(|first| first.to_lowercase().next());
        if first.is_some() && first == letters.peek().copied() {
            letters.next();
        }
    }
    letters.peek().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_follow_the_words() {
        assert!(abbreviates("QTF", "Quarbel-Torf-Forum"));
        assert!(abbreviates("VfT", "Verein für Torfkunde"));
        assert!(abbreviates("BTK", "Bund der Torfstecher und Köhler"));
        assert!(!abbreviates("QTX", "Quarbel-Torf-Forum"));
    }
}
