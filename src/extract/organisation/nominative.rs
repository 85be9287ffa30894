//! The name behind an inflected mention: "des Evangelischen Werkes" → "Evangelisches Werk".

use crate::german::adjective;
use crate::lexicon::{Flags, Lexicon};
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;

/// The nominative of a mention where that is not the words as they stand.
pub(crate) fn name(text: &Text<'_>, span: TokenSpan) -> Option<String> {
    let noun = span.range().find(|&at| !is_adjective(text, at, span.end()) && !is_invariable(text, at, span.end()))?;
    let mut out = String::new();
    for at in span.range() {
        let token = &text.tokens[at];
        let wrapped = at > span.start() && token.gap >= Gap::Line && text.tokens[at - 1].class == Class::Hyphen && token.is_lower();
        if wrapped {
            out.pop();
        } else if at > span.start() && token.gap > Gap::None {
            out.push(' ');
        }
        let word: std::borrow::Cow<'_, str> = if text.word(at).contains('\u{ad}') { text.word(at).replace('\u{ad}', "").into() } else { text.word(at).into() };
        if at < noun {
            out.push_str(&adjective(text, at, noun).unwrap_or_else(|| word.into_owned()));
        } else if at == noun {
            out.push_str(stem(text.lexicon, text, at, span).unwrap_or(&word));
        } else {
            out.push_str(&word);
        }
    }
    (out != text.slice(span)).then_some(out)
}

/// A place in -er before the name's noun ("Leipziger", "Lausitzer"), which never changes.
fn is_invariable(text: &Text<'_>, at: usize, end: usize) -> bool {
    at + 1 < end && text.tokens[at + 1].is_capital() && text.tokens[at].is_capital() && is_place_adjective(text, text.word(at))
}

/// "Leipziger": a listed place, or a word of no other kind, with -er.
fn is_place_adjective(text: &Text<'_>, word: &str) -> bool {
    let Some(stem) = word.strip_suffix("er").filter(|stem| stem.len() > 3) else { return false };
    let lexicon = text.lexicon;
    let place = |form: &str| lexicon.flags(form).contains(Flags::PLACE);
    lexicon.ends_like_place(stem)
        || place(stem)
        || ["en", "e", "er"].iter().any(|ending| place(&format!("{stem}{ending}")))
        || lexicon.flags(word).is_empty() && adjective::stem(word).is_none()
}

/// An inflected adjective before the name's first noun.
fn is_adjective(text: &Text<'_>, at: usize, end: usize) -> bool {
    // "Moorländisch-Torfischen Gesellschaft"
    let hyphened =
        at + 3 < end && text.tokens[at + 1].class == Class::Hyphen && text.tokens[at + 3].class == Class::Word && stem_of(text, text.word(at + 2)).is_some();
    let hyphen = at > 0
        && at + 2 < end
        && text.tokens[at].class == Class::Hyphen
        && text.tokens[at + 2].class == Class::Word
        && text.tokens[at + 2].gap > Gap::None
        && stem_of(text, text.word(at + 1)).is_some();
    hyphened
        || hyphen
        || at + 1 < end
            && text.tokens[at].class == Class::Word
            && stem_of(text, text.word(at)).is_some()
            && !text.is(at, Flags::ORGANISATION_HEAD)
            && text.tokens[at + 1].class == Class::Word
        || at + 2 < end && text.tokens[at + 1].class == Class::Hyphen && text.tokens[at + 2].gap == Gap::Line && text.tokens[at + 2].is_lower()
        || at > 0 && at + 1 < end && text.tokens[at].class == Class::Hyphen && text.tokens[at + 1].gap == Gap::Line && text.tokens[at + 1].is_lower()
        || at > 0 && at + 1 < end && text.tokens[at - 1].class == Class::Hyphen && text.tokens[at].gap == Gap::Line && text.tokens[at].is_lower()
}

fn stem_of<'w>(text: &Text<'_>, word: &'w str) -> Option<&'w str> {
    let stem = ["er", "es", "en", "em", "e"].iter().find_map(|ending| word.strip_suffix(ending)).filter(|s| s.len() > 2)?;
    if word.ends_with("er") && is_place_adjective(text, word) {
        return None;
    }
    let lower = stem.strip_prefix(char::is_uppercase).is_none();
    let listed = text.lexicon.flags(word).contains(Flags::ADJECTIVE);
    (listed || adjective::stem(word).is_some() || lower && ["isch", "lich", "ig"].iter().any(|t| stem.ends_with(t))).then_some(stem)
}

/// The adjective in the nominative its noun asks for.
fn adjective(text: &Text<'_>, at: usize, noun: usize) -> Option<String> {
    let stem = stem_of(text, text.word(at))?;
    let head = (noun..noun + 12)
        .take_while(|&n| text.tokens.get(n).is_some())
        .step_by(2)
        .find(|&n| text.tokens.get(n + 1).is_none_or(|t| t.class != Class::Hyphen))
        .unwrap_or(noun);
    let flags = (text.tokens[head].flags - GENDERS) | gender_of(text, head);
    let gender = flags & GENDERS;
    let word = text.word(at);
    let first = (0..4).find(|n| at < n + 1 || stem_of(text, text.word(at - n - 1)).is_none()).map_or(at, |n| at - n);
    let before = first.checked_sub(1).map_or("", |n| text.word(n));
    let feminine = gender == Flags::FEMININE
        || matches!(before, "die" | "Die" | "zur" | "Zur" | "einer" | "ihrer" | "seiner" | "unserer")
            && (word.ends_with('e') || word.ends_with("en"))
            && flags.contains(Flags::FEMININE)
        || matches!(before, "der" | "Der") && word.ends_with("en") && flags.contains(Flags::FEMININE);
    let masculine =
        matches!(before, "der" | "Der" | "ein" | "den") && (word.ends_with('e') || word.ends_with("er") || before == "den" && flags.contains(Flags::MASCULINE));
    let oblique = matches!(before, "dem" | "des" | "vom" | "im" | "am" | "beim" | "zum");
    let ending = if flags.contains(Flags::PLURAL) && !flags.contains(Flags::SINGULAR) {
        "e"
    } else if matches!(before, "das" | "Das" | "ins") || word.ends_with("es") && flags.contains(Flags::NEUTER) {
        "es"
    } else if feminine {
        "e"
    } else if masculine || gender == Flags::MASCULINE {
        "er"
    } else if gender == Flags::NEUTER || oblique && flags.contains(Flags::NEUTER) && is_neuter(text.word(head)) {
        "es"
    } else if oblique {
        "er"
    } else {
        return None;
    };
    Some(format!("{stem}{ending}"))
}

const GENDERS: Flags = Flags::MASCULINE.union(Flags::FEMININE).union(Flags::NEUTER);

/// Gender of a head noun: its last part's ("Arbeitgeberverband" is a Verband), else what the lexicon says of the whole.
fn gender_of(text: &Text<'_>, head: usize) -> Flags {
    let word = text.word(head);
    let single = |flags: Flags| matches!(flags & GENDERS, Flags::MASCULINE | Flags::FEMININE | Flags::NEUTER);
    let own = text.tokens[head].flags;
    if single(own) && !own.contains(Flags::COMPOUND) {
        return own & GENDERS;
    }
    let tails = word.char_indices().map(|(at, _)| at).filter(|at| *at >= 3 && at + 3 <= word.len());
    let of_tail = tails.map(|at| text.lexicon.flags(&word[at..])).find(|flags| flags.contains(Flags::ORGANISATION_HEAD | Flags::NOUN) && single(*flags));
    of_tail.unwrap_or(own) & GENDERS
}

/// Heads whose compounds the lexicon takes for more than one gender.
fn is_neuter(word: &str) -> bool {
    let base = word.strip_suffix("es").or_else(|| word.strip_suffix('s')).unwrap_or(word);
    ["amt", "werk", "um", "ent", "institut", "kolleg", "orchester", "theater", "gericht", "haus", "hau", "archiv", "büro", "netz"]
        .iter()
        .any(|tail| base.ends_with(tail))
}

/// A head noun without its genitive ending.
fn stem<'t>(lexicon: &Lexicon, text: &Text<'t>, noun: usize, span: TokenSpan) -> Option<&'t str> {
    let head = noun;
    let word = text.word(head);
    let before = span.start().checked_sub(1).map_or("", |n| text.word(n));
    let genitive = matches!(before, "des" | "eines" | "Des" | "dieses" | "seines" | "ihres" | "unseres");
    let token = &text.tokens[head];
    let known_as = |form: &str, flags: Flags| lexicon.flags(form).contains(Flags::NOUN | flags);
    // "bei den Stadtwerken": the dative plural's -n
    if token.is(Flags::PLURAL) && token.is(Flags::ORGANISATION_HEAD) && !token.is(Flags::COMPOUND) {
        let plural = word.strip_suffix('n').filter(|s| known_as(s, Flags::PLURAL) && !lexicon.flags(s).contains(Flags::SINGULAR | Flags::FEMININE));
        if plural.is_some() && word.ends_with("en") {
            return plural;
        }
    }
    // "im Weser-Boten"
    if word.ends_with("oten") && !matches!(before, "die" | "Die" | "der") && known_as(word.strip_suffix('n').unwrap_or(word), Flags::SINGULAR) {
        return word.strip_suffix('n');
    }
    if !token.is(Flags::NOUN)
        || !(genitive || token.is(Flags::GENITIVE) && token.is(Flags::ORGANISATION_HEAD) && span.start() < noun)
        || token.is(Flags::FEMININE) && !token.is(Flags::MASCULINE | Flags::NEUTER)
    {
        return None;
    }
    let known = |stem: &str| known_as(stem, Flags::SINGULAR);
    // nouns of one syllable take -es, whatever the list says of the whole
    const SHORT: [&str; 9] = ["rat", "amt", "tag", "hof", "bund", "werk", "haus", "band", "kreis"];
    let short = word.strip_suffix("es").filter(|s| known(s) || SHORT.iter().any(|tail| s.ends_with(tail)));
    short.or_else(|| word.strip_suffix('s').filter(|s| s.len() > 2 && known(s)))
}
