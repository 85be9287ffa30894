//! What follows an award's head noun and belongs to its name: classes of orders, a name set behind, the body that
//! confers it, what it is given for.

use super::{Named, Scene};
use crate::lexicon::Flags;
use crate::text::scan::{Class, Shape};

/// Adjectives of a reason ("für hervorragende Leistungen"), which no name has.
const REASON: [&str; 12] = [
    "hohe",
    "besonder",
    "hervorragend",
    "herausragend",
    "langjährig",
    "außergewöhnlich",
    "außerordentlich",
    "exzellent",
    "vorbildlich",
    "sein",
    "ihr",
    "ausgezeichnet",
];
/// Nouns of time, whose genitive is no complement.
const TIME: [&str; 13] =
    ["Jahres", "Jahre", "Abends", "Tages", "Monats", "Woche", "Saison", "Jahrhunderts", "Jahrzehnts", "Jahrgangs", "Jahrgänge", "Veranstaltung", "Vorjahres"];

/// The end of the name whose head ends at `end`; `specific`: the words so far name it already.
/// `bare`: the head says nothing by itself, so that a listed name behind it stands on its own ("Prüfzeichen Grüner Moorfrosch").
pub(crate) fn extend(scene: &Scene<'_, '_>, end: usize, specific: bool, bare: bool) -> usize {
    let mut end = classes(scene, end);
    let behind = if bare && scene.is_listed(end) { end } else { set_behind(scene, end) };
    let specific = specific || behind > end;
    end = behind;
    if !specific || scene.text.says(end + 1, "Verdienstordens") {
        end = genitive(scene, end);
    }
    purpose(scene, end, specific)
}

/// "am Bande", "Erster Klasse", "mit Stern und Schulterband".
fn classes(scene: &Scene<'_, '_>, mut end: usize) -> usize {
    let text = scene.text;
    for _ in 0..3 {
        end = match [text.word(end), text.word(end + 1), text.word(end + 2)] {
            ["am", "Bande" | "Band", _] | ["mit", "Stern", _] | ["und", "Schulterband", _] => end + 2,
            [class, "Klasse", _] if class.to_lowercase().ends_with("er") || class.starts_with('I') => end + 2,
            [number, ".", "Klasse"] if number.len() == 1 => end + 3,
            _ => return end,
        };
    }
    end
}

/// "Imkerpreis Torfwinkel", "Förderpreis Offene Werkbank": capitals that follow without an article.
fn set_behind(scene: &Scene<'_, '_>, start: usize) -> usize {
    let text = scene.text;
    let mut end = start;
    let mut nouns = 0;
    while end < start + 4 && end < text.tokens.len() {
        let token = &text.tokens[end];
        let stop = Flags::ROLE | Flags::MONTH | Flags::WEEKDAY | Flags::AWARD_HEAD | Flags::ARTICLE | Flags::PREPOSITION | Flags::AWARD_LEVEL | Flags::FINITE;
        let hyphen =
            token.class == Class::Hyphen && token.is_glued() && end > start && text.tokens.get(end + 1).is_some_and(|t| t.is_glued() && t.class == Class::Word);
        if hyphen {
            end += 2;
            continue;
        }
        if !scene.joined(end) || !token.is_capital() || scene.named(end) != Named::Nothing || (token.is(stop) && !token.is(Flags::PLACE)) {
            break;
        }
        let named = token.is(Flags::GIVEN | Flags::SURNAME) && !token.is(Flags::PLACE | Flags::NOUN);
        if named {
            return start;
        }
        // "Junge Musik", "Junges Theater": an adjective although a noun is written so too
        let before_noun = ["e", "es", "er"].iter().any(|ending| text.word(end).ends_with(ending))
            && text.is(end + 1, Flags::NOUN)
            && scene.is_capital(end + 1)
            && scene.joined(end + 1);
        let adjective = token.is(Flags::ADJECTIVE) && (!token.is(Flags::NOUN) || before_noun);
        let unknown = token.flags.is_empty() && token.class == Class::Word;
        if !(adjective || unknown || token.is(Flags::NOUN | Flags::PLACE) || matches!(token.shape, Shape::Upper | Shape::Mixed)) {
            break;
        }
        nouns += usize::from(!adjective);
        end += 1;
        // "Green Logistics": the first word is of no German phrase
        let foreign = unknown && text.tokens.get(end).is_some_and(|next| next.is_capital() && !next.is(Flags::GIVEN | Flags::SURNAME));
        // a second bare noun rarely belongs to the name
        if nouns == 1 && !adjective && !foreign && !text.is(end, Flags::PLACE) {
            let hyphen = text.tokens.get(end).is_some_and(|t| t.class == Class::Hyphen && t.is_glued());
            if !hyphen {
                // "Bauen im Bestand": what is done, and where
                if text.is(end - 1, Flags::INFINITIVE)
                    && matches!(text.word(end), "im" | "am" | "in")
                    && text.tokens.get(end + 1).is_some_and(|t| t.is_capital())
                {
                    end += 2;
                }
                break;
            }
        }
    }
    // an adjective needs its noun; what a preposition or an article follows is an object of its own
    if nouns == 0 || text.word(end) == "von" || text.word(end) == "vom" { start } else { end }
}

/// "der Stadt Quarbel", "des Landes": the end of a genitive complement.
fn genitive(scene: &Scene<'_, '_>, start: usize) -> usize {
    let text = scene.text;
    if !matches!(text.word(start), "der" | "des") || !scene.joined(start) {
        return start;
    }
    noun_phrase(scene, start + 1).unwrap_or(start)
}

/// The end of the noun phrase that begins at a token (behind its article).
fn noun_phrase(scene: &Scene<'_, '_>, start: usize) -> Option<usize> {
    let text = scene.text;
    let mut at = start;
    while at < start + 3 && scene.named(at) != Named::Organisation && text.is(at, Flags::ADJECTIVE) && !text.is(at, Flags::NOUN) {
        at += 1;
    }
    let token = text.tokens.get(at)?;
    if !token.is_capital() || scene.named(at) == Named::Person || TIME.contains(&text.word(at)) || token.is(Flags::MONTH) {
        return None;
    }
    let mut end = at + 1;
    let organisation = scene.named(at) == Named::Organisation;
    // "der Freunde des Theaters", "des Präsidenten des Landtags"
    let dependent = token.is(Flags::ROLE) || matches!(text.word(at), "Freunde" | "Förderer" | "Gesellschaft" | "Fakultät" | "Vereinigung");
    if dependent && !organisation && matches!(text.word(end), "der" | "des") && scene.joined(end) && text.is(end + 1, Flags::NOUN) && scene.is_capital(end + 1)
    {
        end += 2;
    }
    while end < at + 14 && end < text.tokens.len() && scene.joined(end) {
        let token = &text.tokens[end];
        let hyphen = token.class == Class::Hyphen && token.is_glued() && text.tokens.get(end + 1).is_some_and(|t| t.is_glued() && t.class == Class::Word);
        if organisation && scene.named(end) == Named::Organisation {
            end += 1;
        } else if hyphen {
            end += 2;
        } else if matches!(text.word(end), "Republik" | "Bundesrepublik")
            || (token.is_capital() && scene.named(end) != Named::Person && (token.is(Flags::PLACE) || token.flags.is_empty() || named_body(scene, end)))
        {
            end += 1;
        } else if text.word(end) == "der" && matches!(text.word(end + 1), "Bundesrepublik" | "Republik") {
            end += 2;
        } else {
            break;
        }
    }
    Some(end)
}

/// "der Sparkasse Quarbelacker": what is set behind a body's noun without an article is its name, though it looks like a noun.
fn named_body(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let token = &text.tokens[at];
    let noun = Flags::ORGANISATION_HEAD | Flags::GENERIC_ORGANISATION;
    let name = token.class == Class::Word && !token.is(Flags::MONTH | Flags::WEEKDAY | Flags::ROLE | Flags::AWARD_HEAD | noun);
    name && text.is(at - 1, noun) && text.tokens.get(at + 1).is_none_or(|next| !next.is_capital())
}

/// "für Zivilcourage", "für Wissenschaft und Kunst", "für das Lebenswerk".
fn purpose(scene: &Scene<'_, '_>, start: usize, specific: bool) -> usize {
    let text = scene.text;
    if text.word(start) != "für" || !scene.joined(start) {
        return start;
    }
    let mut at = start + 1;
    if text.word(at) == "das" && matches!(text.word(at + 1), "Lebenswerk" | "Ehrenamt") {
        return at + 2;
    }
    // "für den wissenschaftlichen Nachwuchs"
    if text.word(at) == "den" {
        let noun = at + 1 + usize::from(text.is(at + 1, Flags::ADJECTIVE));
        if text.word(noun) == "Nachwuchs" {
            return noun + 1;
        }
    }
    while at < start + 3
        && text.tokens.get(at).is_some_and(|t| t.is_lower())
        && !text.is(at, Flags::ARTICLE | Flags::PRONOUN | Flags::PREPOSITION | Flags::NUMERAL)
    {
        let word = text.word(at);
        if REASON.iter().any(|reason| word.starts_with(reason)) || !word.ends_with(['e', 's', 'n', 'r']) {
            return start;
        }
        at += 1;
    }
    let Some(end) = noun(scene, at, specific) else { return start };
    let mut end = end;
    for _ in 0..2 {
        let next = match text.word(end) {
            "und" | "&" => end + 1,
            "," if matches!(text.word(end + 2), "und" | ",") => end + 1,
            "von" if !specific && text.word(end - 1) == "Verdienste" => return end,
            _ => break,
        };
        let lower = usize::from(text.tokens.get(next).is_some_and(|t| t.is_lower()) && text.is(next, Flags::ADJECTIVE));
        match noun(scene, next + lower, specific) {
            Some(after) => end = after,
            None => break,
        }
    }
    if text.word(end) == "um"
        && text.word(end - 1) == "Verdienste"
        && matches!(text.word(end + 1), "die" | "das" | "den")
        && text.tokens.get(end + 2).is_some_and(|t| t.is_capital())
    {
        end += 3;
    }
    end
}

/// The end of a common noun (with what is hyphenated to it) that can say what a prize is for.
fn noun(scene: &Scene<'_, '_>, at: usize, specific: bool) -> Option<usize> {
    let text = scene.text;
    let token = text.tokens.get(at)?;
    if !token.is_capital() || scene.named(at) != Named::Nothing || !scene.joined(at) {
        return None;
    }
    let mut end = at + 1;
    let mut last = at;
    while text.tokens.get(end).is_some_and(|t| t.class == Class::Hyphen && t.is_glued()) {
        if text.tokens.get(end + 1).is_some_and(|t| t.is_glued() && t.class == Class::Word) {
            last = end + 1;
            end += 2;
        } else {
            // "Energie- und Umwelttechnik"
            end += 1;
            break;
        }
    }
    let head = &text.tokens[last];
    let person = head.is(Flags::ROLE) || (head.is(Flags::PLACE | Flags::GIVEN | Flags::SURNAME) && !head.is(Flags::NOUN));
    if !head.is(Flags::NOUN) || (specific && person) || text.word(last).ends_with("ende") || head.is(Flags::GENERIC_ORGANISATION | Flags::MONTH) {
        return None;
    }
    Some(end)
}
