//! An award's name in the nominative: "dem Deutschen Zukunftspreis" → "Deutscher Zukunftspreis".

use crate::german::adjective;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;

/// The name as written, on one line, without soft hyphens.
pub(crate) fn written(text: &Text<'_>, span: TokenSpan) -> String {
    let mut name = String::new();
    for at in span.range() {
        let token = &text.tokens[at];
        if at > span.start() && token.gap != Gap::None {
            // a word cut at the end of a line
            if token.gap == Gap::Line
                && token.is_lower()
                && at > span.start() + 1
                && text.tokens[at - 1].class == Class::Hyphen
                && !matches!(text.word(at), "und" | "oder")
            {
                name.pop();
            } else {
                name.push(' ');
            }
        }
        name.extend(text.word(at).chars().filter(|&c| c != '\u{ad}'));
    }
    name
}

/// The nominative, where it is not what is written.
pub(crate) fn nominative(text: &Text<'_>, span: TokenSpan) -> Option<String> {
    let plain = text.slice(span);
    let mut name = written(text, span);
    if let Some(head) = head(text, span).filter(|&at| !text.lexicon.english_awards.contains_key(text.word(at))) {
        let mut words: Vec<String> = Vec::new();
        let from = text.bytes(TokenSpan::new(span.start(), head + 1));
        let lead = written(text, TokenSpan::new(span.start(), head + 1));
        let rest = name.get(lead.len()..).unwrap_or("").to_owned();
        words.extend(lead.split(' ').map(str::to_owned));
        debug_assert!(!from.is_empty());
        let last = words.len() - 1;
        let plural = text.tokens[head].is(Flags::PLURAL) && (is_plural(text, span.start()) || !text.tokens[head].is(Flags::SINGULAR));
        words[last] = singular(text, &words[last], text.tokens[head].is(Flags::GENITIVE), plural);
        let gender = gender(text, head);
        let several = several(text, span.start());
        if several {
            let dative = words[last].strip_suffix('n').filter(|stem| text.lexicon.flags(stem).contains(Flags::PLURAL)).map(str::to_owned);
            words[last] = dative.unwrap_or_else(|| words[last].clone());
        }
        for word in words.iter_mut().take(last) {
            if let Some(stem) = adjective(text, word) {
                *word = format!("{stem}{}", if several { "e" } else { ending(gender, word) });
            }
        }
        name = words.join(" ") + &rest;
    }
    if let Some(title) = plural_title(text, &name) {
        name = title;
    }
    (name != plain).then_some(name)
}

/// "Bremens Besten Gastgebern" → "Bremens Beste Gastgeber": a ranking's title in the dative plural.
fn plural_title(text: &Text<'_>, name: &str) -> Option<String> {
    let mut words: Vec<&str> = name.split(' ').collect();
    let superlative = words.iter().take(2).position(|word| word.ends_with("sten") && word.starts_with(char::is_uppercase))?;
    let noun = words.last()?.strip_suffix('n').filter(|stem| text.lexicon.flags(stem).contains(Flags::NOUN | Flags::PLURAL))?;
    let last = words.len() - 1;
    if superlative >= last {
        return None;
    }
    words[superlative] = words[superlative].strip_suffix('n')?;
    words[last] = noun;
    Some(words.join(" "))
}

/// The head noun of a German name: the first capital noun behind adjectives, or the end of a hyphen chain.
fn head(text: &Text<'_>, span: TokenSpan) -> Option<usize> {
    let in_chain = |at: usize| text.tokens.get(at + 1).is_some_and(|t| t.class == Class::Hyphen && t.is_glued()) && at + 2 < span.end();
    let noun = |at: &usize| text.is(*at, Flags::AWARD_HEAD) && !in_chain(*at);
    span.range().find(noun).or_else(|| {
        // without an award noun: the noun behind a leading adjective ("Silbernen Kompass")
        adjective::stem(text.word(span.start()))?;
        // "Pressestelle des Jahres": behind an article stands another noun
        let words = span.range().skip(1).take_while(|&at| !text.is(at, Flags::ARTICLE));
        let at = words.into_iter().find(|&at| !in_chain(at) && adjective::stem(text.word(at)).is_none() && text.tokens[at].class == Class::Word)?;
        text.is(at, Flags::NOUN).then_some(at)
    })
}

/// The stem of an inflected capital adjective.
fn adjective<'w>(text: &Text<'_>, word: &'w str) -> Option<&'w str> {
    if !word.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    let stem = ["en", "em", "es", "er", "e"].iter().find_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.len() > 2)?;
    let listed = adjective::stem(word).is_some() || (text.lexicon.flags(word).contains(Flags::ADJECTIVE) && !word.ends_with("er"));
    listed.then_some(stem)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

fn gender(text: &Text<'_>, head: usize) -> Option<Gender> {
    let flags = text.tokens[head].flags & (Flags::MASCULINE | Flags::FEMININE | Flags::NEUTER);
    if flags == Flags::MASCULINE {
        Some(Gender::Masculine)
    } else if flags == Flags::FEMININE {
        Some(Gender::Feminine)
    } else if flags == Flags::NEUTER {
        Some(Gender::Neuter)
    } else {
        let word = text.word(head).to_lowercase();
        let ends = |tails: &[&str]| tails.iter().any(|tail| word.contains(tail));
        if ends(&["kreuz", "zeichen", "siegel", "label", "zertifikat", "stipendium"]) {
            Some(Gender::Neuter)
        } else if ends(&["medaille", "nadel", "plakette", "urkunde", "münze"]) {
            Some(Gender::Feminine)
        } else {
            ends(&["preis", "orden", "stern", "pokal", "ring"]).then_some(Gender::Masculine)
        }
    }
}

/// The nominative ending without an article.
fn ending(gender: Option<Gender>, word: &str) -> &'static str {
    match gender {
        Some(Gender::Masculine) => "er",
        Some(Gender::Feminine) => "e",
        Some(Gender::Neuter) => "es",
        None if word.ends_with("es") => "es",
        None if word.ends_with('e') => "e",
        None => "er",
    }
}

/// "zu den „Besten …“", "einer der „Besten …“": the name is a plural.
fn several(text: &Text<'_>, start: usize) -> bool {
    let Some(mut at) = start.checked_sub(1) else { return false };
    if text.tokens[at].class == Class::Quote {
        let Some(before) = at.checked_sub(1) else { return false };
        at = before;
    }
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    match text.word(at) {
        "den" => matches!(before, "zu" | "unter" | "von" | "bei"),
        "der" => matches!(before, "einer" | "eine" | "eines" | "einem"),
        _ => false,
    }
}

/// Whether an article or number before the name says that it is plural.
fn is_plural(text: &Text<'_>, start: usize) -> bool {
    let before = start.checked_sub(1).map_or("", |at| text.word(at));
    !matches!(before, "der" | "des" | "dem" | "einer" | "eines" | "einem" | "das" | "zum" | "zur" | "beim" | "vom" | "im")
}

/// A noun without its case ending, as far as the shorter form is the same award noun.
pub(crate) fn singular(text: &Text<'_>, word: &str, genitive: bool, plural: bool) -> String {
    let endings: &[&str] = match (genitive, plural) {
        (true, false) => &["es", "s"],
        (_, true) => &["en", "e", "n"],
        (false, false) => &[],
    };
    let last = word.rfind('-').map_or(0, |at| at + 1);
    let lexicon = text.lexicon;
    if let Some(stem) = word.strip_suffix("ien").filter(|_| plural) {
        let latin = format!("{stem}ium");
        if lexicon.flags(&latin[last..]).contains(Flags::AWARD_HEAD) {
            return latin;
        }
    }
    for ending in endings {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > last + 2) {
            let flags = lexicon.flags(&stem[last..]);
            if flags.contains(Flags::AWARD_HEAD) || (flags.contains(Flags::NOUN | Flags::SINGULAR) && genitive && !plural) {
                return stem.to_owned();
            }
        }
    }
    word.to_owned()
}
