//! Level, year and category beside a name.

use super::Scene;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// What stands beside a name and belongs to the conferral.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Detail {
    pub level: Option<String>,
    pub year: Option<String>,
    pub category: Option<String>,
}

/// The year written at a token ("2023", "2023/24").
pub(crate) fn year_at(text: &Text<'_>, at: usize) -> Option<String> {
    let token = text.tokens.get(at)?;
    let word = text.word(at);
    if token.class != Class::Number || word.len() != 4 || !word.bytes().all(|b| b.is_ascii_digit()) || !(word.starts_with("19") || word.starts_with("20")) {
        return None;
    }
    if text.word(at + 1) == "/" && text.tokens.get(at + 2).is_some_and(|t| t.class == Class::Number && t.is_glued()) {
        return Some(format!("{word}/{}", text.word(at + 2)));
    }
    Some(word.to_owned())
}

/// Details beside a mention.
pub(crate) fn beside(scene: &Scene<'_, '_>, span: TokenSpan) -> Detail {
    let text = scene.text;
    let mut detail = Detail { level: inside(text, span), ..Detail::default() };
    let mut at = span.end();
    for _ in 0..5 {
        if let Some(year) = year_at(text, at) {
            at += if year.len() > 4 { 3 } else { 1 };
            detail.year.get_or_insert(year);
        } else if scene.is_quote(at) {
            at += 1;
        } else if text.word(at) == "in" && text.is(at + 1, Flags::AWARD_LEVEL) {
            detail.level = Some(level_word(text.word(at + 1)));
            at += 2;
        } else if text.is(at, Flags::AWARD_LEVEL) && scene.joined(at) && text.tokens[at].is_capital() {
            detail.level.get_or_insert(level_word(text.word(at)));
            at += 1;
        } else {
            break;
        }
    }
    detail.category = category(scene, span);
    // "Gewinner des …" says nothing more
    if let Some(level) = before(scene, span.start()).filter(|level| is_place(level)) {
        detail.level = Some(level);
    }
    detail
}

/// A level that is part of the name.
fn inside(text: &Text<'_>, span: TokenSpan) -> Option<String> {
    let words = || span.range().map(|at| text.word(at));
    let starts = |stem: &str| words().any(|word| word.to_lowercase().starts_with(stem));
    let slice = text.slice(span);
    if slice.contains("am Bande") {
        return Some("am Bande".to_owned());
    }
    if let Some(class) = class(text, span) {
        return Some(class);
    }
    if starts("gold") {
        Some("Gold".to_owned())
    } else if starts("silb") || starts("silver") {
        Some("Silber".to_owned())
    } else if starts("bronz") {
        Some("Bronze".to_owned())
    } else if starts("platin") {
        Some("Platin".to_owned())
    } else if starts("sonderpreis") {
        Some("Sonderpreis".to_owned())
    } else {
        None
    }
}

/// "1. Klasse", "Erster Klasse" of an order.
fn class(text: &Text<'_>, span: TokenSpan) -> Option<String> {
    let noun = span.range().skip(1).find(|&at| text.says(at, "Klasse"))?;
    let before = text.word(noun - 1);
    let number = if before == "." { text.word(noun.checked_sub(2)?).parse().ok() } else { ordinal(before) };
    number.map(|number: u8| format!("{number}. Klasse"))
}

/// A level that stands before "beim", "des" or "im" and the name: "2. Platz beim", "den zweiten Preis beim", "Gold beim".
fn before(scene: &Scene<'_, '_>, start: usize) -> Option<String> {
    let text = scene.text;
    let mut at = start.checked_sub(1)?;
    if scene.is_quote(at) {
        at = at.checked_sub(1)?;
    }
    if !matches!(text.word(at), "beim" | "im" | "des" | "dem" | "den" | "der" | "vom") {
        return None;
    }
    let mut noun = at.checked_sub(1)?;
    if matches!(text.word(noun), "bei" | "in" | "von") {
        noun = noun.checked_sub(1)?;
    }
    level_at(text, noun)
}

/// The level whose last word is the token.
pub(crate) fn level_at(text: &Text<'_>, noun: usize) -> Option<String> {
    let word = text.word(noun);
    let place = match word {
        "Platz" | "Rang" | "Plätze" => "Platz",
        "Preis" | "Preise" => "Preis",
        _ => "",
    };
    let two = noun.checked_sub(1).map_or("", |at| text.word(at));
    if word == "Erwähnung" && two.to_lowercase().starts_with("lobende") {
        return Some("Lobende Erwähnung".to_owned());
    }
    if !place.is_empty() {
        if two == "." {
            let number = noun.checked_sub(2).map_or("", |at| text.word(at));
            return number.parse::<u8>().ok().map(|number| format!("{number}. {place}"));
        }
        return ordinal(two).map(|number| format!("{number}. {place}"));
    }
    let number = word.parse::<u8>().ok().or_else(|| cardinal(word));
    if let Some(number) = number.filter(|_| matches!(two, "Platz" | "Rang")) {
        return Some(format!("{number}. Platz"));
    }
    (text.is(noun, Flags::AWARD_LEVEL) && text.tokens[noun].is_capital()).then(|| level_word(word))
}

/// Whether a level says more than that somebody won or is among the last.
pub(crate) fn is_place(level: &str) -> bool {
    !["Sieger", "Gewinner", "Top", "Finalist", "Nominiert"].iter().any(|word| level.starts_with(word))
}

/// The level a word of the level list reports.
pub(crate) fn level_word(word: &str) -> String {
    let lower = word.to_lowercase();
    for (stem, level) in [("gold", "Gold"), ("silb", "Silber"), ("silver", "Silber"), ("bronz", "Bronze"), ("platin", "Platin")] {
        if lower.starts_with(stem) {
            return level.to_owned();
        }
    }
    word.strip_suffix("in").filter(|stem| stem.ends_with("sieger")).unwrap_or(word).to_owned()
}

/// The small number a word names: "2", "zwei", "zweite".
pub(crate) fn number(word: &str) -> Option<u8> {
    word.parse().ok().or_else(|| cardinal(word)).or_else(|| ordinal(word))
}

fn ordinal(word: &str) -> Option<u8> {
    let stem = ["en", "em", "er", "es", "e"].iter().find_map(|ending| word.strip_suffix(ending))?.to_lowercase();
    ["erst", "zweit", "dritt", "viert", "fünft"].iter().position(|known| *known == stem).map(|n| n as u8 + 1)
}

fn cardinal(word: &str) -> Option<u8> {
    ["eins", "zwei", "drei", "vier", "fünf"].iter().position(|known| *known == word).map(|n| n as u8 + 1)
}

/// "in der Kategorie „…“" in the same sentence, behind the name.
fn category(scene: &Scene<'_, '_>, span: TokenSpan) -> Option<String> {
    let text = scene.text;
    let sentence = text.sentences.get(text.sentence_of(span.start()))?.tokens;
    let noun = |at: &usize| matches!(text.word(*at), "Kategorie" | "Sparte" | "Rubrik" | "Größenklasse" | "Kategorien");
    let at = (span.end()..sentence.end().min(span.end() + 20))
        .find(noun)
        .or_else(|| (span.start().saturating_sub(12).max(sentence.start())..span.start()).find(noun))?;
    category_at(text, at)
}

/// The category named behind the noun at a token.
pub(crate) fn category_at(text: &Text<'_>, at: usize) -> Option<String> {
    let first = at + 1;
    let index = text.quotations.partition_point(|q| q.tokens.start() < first);
    if let Some(quotation) = text.quotations.get(index).filter(|q| q.tokens.start() == first) {
        return Some(super::name::written(text, quotation.inner()));
    }
    let mut end = first;
    while end < first + 6 && text.tokens.get(end).is_some_and(|t| t.is_capital() || (end > first && matches!(t.span.of(text.raw), "und" | "&" | "-"))) {
        end += 1;
    }
    while end > first && !text.tokens[end - 1].is_capital() {
        end -= 1;
    }
    (end > first).then(|| super::name::written(text, TokenSpan::new(first, end)))
}
