//! Which language a text is in: the rules know German alone.

use whatlang::{Info, Lang};

/// Characters that are looked at, twice at most.
const LOOK: usize = 2000;

/// Letters below which a text is too short to tell, and taken for German.
const SHORT: usize = 200;

/// ISO 639 code of the text's language; `und` where it cannot be told, but does not look German.
///
/// Releases in two languages are common: German at the beginning or in the middle makes the text German.
pub fn of(text: &str) -> &'static str {
    let begin = sample(text, 0);
    if begin.chars().filter(|c| c.is_alphabetic()).count() < SHORT {
        return "de";
    }
    if is_plainly_german(begin) {
        return "de";
    }
    let first = whatlang::detect(begin);
    if is_german(first.as_ref()) {
        return "de";
    }
    let middle = sample(text, text.len() / 2);
    if text.len() > 2 * LOOK && is_german(whatlang::detect(middle).as_ref()) {
        return "de";
    }
    first.filter(Info::is_reliable).map_or("und", |info| code(info.lang()))
}

/// Frequent German words that are no words of other languages of the press, sorted: every seventh word of a German text.
const FREQUENT: [&str; 34] = [
    "auch", "auf", "aus", "bei", "das", "dass", "dem", "durch", "eine", "einem", "einen", "einer", "für", "haben", "ich", "im", "ist", "mit", "nach", "nicht",
    "sich", "sie", "sind", "und", "vom", "von", "vor", "werden", "wird", "wurde", "zu", "zum", "zur", "über",
];

/// Whether at least one word in twelve is one of them: by that nearly every release is told, at a fraction of the price.
fn is_plainly_german(text: &str) -> bool {
    let (mut words, mut frequent) = (0, 0);
    for word in text.split([' ', '\n', '\u{a0}']).filter(|word| word.len() > 1) {
        words += 1;
        frequent += usize::from(FREQUENT.binary_search(&word).is_ok());
    }
    words >= 24 && frequent * 12 >= words
}

fn is_german(info: Option<&Info>) -> bool {
    info.is_some_and(|info| info.lang() == Lang::Deu)
}

/// At most [`LOOK`] characters from a byte on.
fn sample(text: &str, from: usize) -> &str {
    let from = (from..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let text = &text[from..];
    let end = text.char_indices().nth(LOOK).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The two-letter code where whatlang's languages of the press have one, else the three-letter code.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Afr => "af",
        Lang::Ara => "ar",
        Lang::Bul => "bg",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Epo => "eo",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Heb => "he",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Lat => "la",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Nld => "nl",
        Lang::Nob => "nb",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Spa => "es",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Vie => "vi",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The city of Exampleton opened a new house of music on Monday. It took three years to build and is open to all societies of the town, which may use its rooms free of charge. There will be guided tours at the weekend, and a concert on Sunday evening to which everybody is invited.";
    const GERMAN: &str = "Die Stadt Beispielheim hat am Montag ein neues Haus der Musik eröffnet, das allen Vereinen offensteht. Es wurde in drei Jahren gebaut und kostete weniger, als der Rat bewilligt hatte. Am Wochenende gibt es Führungen durch alle Räume.";

    #[test]
    fn languages_are_told() {
        assert_eq!(of(GERMAN), "de");
        assert_eq!(of(ENGLISH), "en");
        assert_eq!(of(&GERMAN.to_uppercase()), "de");
        let french = "La ville a inauguré lundi une nouvelle maison de la musique, ouverte à toutes les associations. Sa construction a duré trois ans et a coûté moins que ce que le conseil avait accordé. Des visites guidées auront lieu ce week-end, ainsi qu'un concert dimanche soir.";
        assert_eq!(of(french), "fr");
    }

    #[test]
    fn short_texts_are_taken_for_german() {
        assert_eq!(of(""), "de");
        assert_eq!(of("Hello world"), "de");
    }

    #[test]
    fn a_release_in_two_languages_is_german() {
        assert_eq!(of(&format!("{}{}", ENGLISH.repeat(10), GERMAN.repeat(12))), "de");
    }
}
