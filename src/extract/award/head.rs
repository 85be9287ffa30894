//! German names by their head noun: "Kulturpreis der Stadt …", "Otto-…-Medaille", "Deutscher …preis", "Goldene Ehrennadel".

use super::{Candidate, Named, Scene, tail};
use crate::german::adjective;
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Shape};
use crate::text::span::TokenSpan;

/// A compound of an award noun.
pub static COMPOUND: Rule = Rule {
    name: "award/head/compound",
    finds: Finds::Award,
    confidence: 0.8,
    reason: "A compound of an award noun names an award, with what is set behind it and the body it belongs to.",
    yes: &[
        "Der Verein gewann den [[Kulturpreis der Stadt Ulm]] 2014.",
        "Sie erhielt die [[Otto-Quarbel-Medaille]].",
        "Der [[Gründerpreis Hessen]] geht an ein junges Unternehmen.",
    ],
    no: &["Der Strompreis steigt.", "Der Kaufpreis betrug 3 Euro.", "Sie kommt aus dem Norden."],
};
/// An award noun with words before it that make it a name.
pub static MODIFIED: Rule = Rule {
    name: "award/head/modified",
    finds: Finds::Award,
    confidence: 0.85,
    reason: "Capital adjectives, names and acronyms before an award noun belong to the name.",
    yes: &[
        "Er bekam die [[Goldene Ehrennadel]] am Montag.",
        "Der [[Quarbeler Kulturpreis]] ging nach Bayern.",
        "Das Haus erhielt das [[Bayerische Gütesiegel]].",
    ],
    no: &["Das Rote Kreuz hilft.", "Der neue Preis ist hoch."],
};
/// A generic award noun with a complement.
pub static GENERIC: Rule = Rule {
    name: "award/head/generic",
    finds: Finds::Award,
    confidence: 0.6,
    reason: "A noun that names no award by itself does so with a complement and words of awarding beside it.",
    yes: &["Sie erhielt den [[Preis für Bienenschutz]].", "Der [[Preis der Stadt Ulm]] wurde an ihn verliehen.", "Er bekam den [[Preis für junge Literatur]]."],
    no: &["Der Preis für Strom steigt.", "Der Preis wurde verliehen.", "Sie zahlten einen hohen Preis."],
};

/// Bare nouns that a name can be set behind ("Zertifikat Grüne Küche").
const NAMED_BEHIND: [&str; 9] = ["Preis", "Medaille", "Siegel", "Zertifikat", "Stipendium", "Plakette", "Orden", "Label", "Prädikat"];
/// Adjectives that grade an award but do not name it.
const GRADES: [&str; 9] = ["golden", "silbern", "bronzen", "groß", "klein", "ehren", "erst", "best", "neu"];

/// The name whose head noun is the token.
pub(crate) fn at(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    let text = scene.text;
    let noun = scene.head(at)?;
    let token = &text.tokens[at];
    // English names have rules of their own
    if text.lexicon.english_awards.contains_key(text.word(at)) {
        return None;
    }
    // a surname ("Möllring"), a firm
    if scene.named(at) != Named::Nothing {
        return None;
    }
    let start = chain(scene, at);
    let in_chain = start < at;
    // "Oranier-Orden": listed as a whole
    if in_chain && text.lexicon.flags(&super::name::written(text, TokenSpan::new(start, at + 1))).contains(Flags::AWARD_FALSE) {
        return None;
    }
    let cut = in_chain && token.is_lower(); // "Torf-" at the end of a line, "mühlenpreis" on the next
    if !(token.is_capital() || cut) {
        return None;
    }
    let chain_start = start;
    let (start, specific) = modifiers(scene, start);
    let modified = start < chain_start;
    let specific = specific || (in_chain && !cut);
    // the first part of a longer compound: "…preis-Gala"
    let next = text.tokens.get(at + 1);
    let goes_on = next.is_some_and(|t| t.class == Class::Hyphen && t.is_glued()) && text.tokens.get(at + 2).is_some_and(|t| t.is_glued() || t.is_lower());
    if goes_on && (noun.bare || noun.generic) && !specific {
        return None;
    }
    if opens_name(scene, at + 1) && !modified || noun.generic && start == at && scene.is_in_title(at) {
        return None;
    }
    // "im Europäischen Wettbewerb" is a section of a festival
    if noun.generic && text.word(at).ends_with("bewerb") && start.checked_sub(1).is_some_and(|before| text.says(before, "im")) {
        return None;
    }
    let end = if goes_on { at + 1 } else { tail::extend(scene, at + 1, specific, noun.bare && !in_chain) };
    let completed = end > at + 1;
    let quoted = start > 0 && scene.is_quote(start - 1) && scene.is_quote(end);
    let evidence = scene.evidence(at);
    if noun.ambiguous && (evidence.price || plural(scene, at)) {
        return None;
    }
    // "Kammersängerin Anna Weber": a title before a name; honorary ones are told as awards
    if start == at && text.is(at, Flags::ROLE) && scene.named(at + 1) == Named::Person && scene.joined(at + 1) && !text.word(at).starts_with("Ehren") {
        return None;
    }
    // "des wichtigsten Forschungspreises": praised, not named
    let praised = start.checked_sub(1).is_some_and(|before| text.tokens[before].is_lower() && is_superlative(text.word(before)));
    if praised && start == at && !quoted {
        return None;
    }
    // "Umweltzeichen Blauer Engel": the listed name behind is the award
    if start == at && scene.is_listed(at + 1) && !text.tokens[at + 1].is_glued() {
        return None;
    }
    // "WM-Titel", "UEFA Pokal": a season's, unless somebody is honoured with it
    if matches!(text.word(at), "Titel" | "Titels" | "Titeln" | "Pokal" | "Pokals") && !quoted && !evidence.strong {
        return None;
    }
    // "Lesewettbewerb": an event, unless a name goes with it
    if text.word(at).contains("bewerb") && !(specific || quoted) && start == at {
        return None;
    }
    let rule = match (noun.bare && !in_chain, noun.generic) {
        (true, _) if !specific && !modified => {
            let names_body =
                completed && (scene.named(end - 1) == Named::Organisation || text.word(at + 1) == "für" || !matches!(text.word(at + 1), "der" | "des"));
            // "(Preis für Tanz)" behind a name in a list
            let alone = start > 0 && text.tokens[start - 1].class == Class::Open && text.tokens.get(end).is_some_and(|t| t.class == Class::Close);
            // "Auszeichnung für gute Arbeit" praises, it names nothing; "Titel", "Auszeichnung" are no evidence of themselves
            let praise =
                text.word(at + 1) == "für" && matches!(text.word(at), "Auszeichnung" | "Ehrung" | "Anerkennung" | "Würdigung" | "Prämie" | "Belobigung");
            let told = text.word(at + 1) == "für" || matches!(text.word(at + 1), "der" | "des") || NAMED_BEHIND.contains(&text.word(at));
            if !names_body || praise || !told || plural(scene, at) || !(evidence.says_verb() || alone) || evidence.price {
                return None;
            }
            &GENERIC
        }
        (true, true)
            if !(quoted && (evidence.is_some() || metal(scene, start))
                || evidence.is_enough()
                || (modified && (evidence.is_some() || metal(scene, start)))) =>
        {
            return None;
        }
        (true, _) if !specific && !completed && !evidence.is_some() => return None,
        // an acronym in quotation marks may be anything ("die «MSC» …")
        (false, true)
            if !(quoted && token.shape != Shape::Upper && evidence.is_some() || evidence.is_enough() || (evidence.is_some() && (completed || specific))) =>
        {
            return None;
        }
        _ if modified => &MODIFIED,
        _ => &COMPOUND,
    };
    // "Anerkennungspreise erhalten A und B": to each one
    let handed_out = text.starts_sentence(at) && !noun.bare && !noun.generic && matches!(text.word(at + 1), "erhalten" | "erhielten" | "gehen" | "gingen");
    if plural(scene, at) && !handed_out && !specific && !completed && !modified && !text.word(at).contains("kreuz") {
        return None;
    }
    Some(Candidate::new(start, end, rule))
}

fn is_superlative(word: &str) -> bool {
    word.len() > 6
        && ["ste", "sten", "ster", "stes", "stem"].iter().any(|ending| word.ends_with(ending))
        && !["nächst", "letzt", "vorletzt"].iter().any(|stem| word.starts_with(stem))
}

/// The start of the hyphen chain that ends with the token.
pub(crate) fn chain(scene: &Scene<'_, '_>, at: usize) -> usize {
    let tokens = &scene.text.tokens;
    let mut start = at;
    while start >= 2 && at - start < 16 {
        let hyphen = &tokens[start - 1];
        let before = &tokens[start - 2];
        let glued = tokens[start].is_glued() || (start == at && tokens[start].is_lower() && tokens[start].gap == crate::text::scan::Gap::Line);
        if hyphen.class != Class::Hyphen || !hyphen.is_glued() || !glued || !matches!(before.class, Class::Word | Class::Number) {
            break;
        }
        start -= 2;
    }
    start
}

/// The start of the capitals before a head that belong to the name, and whether they name it (not only grade it).
fn modifiers(scene: &Scene<'_, '_>, head: usize) -> (usize, bool) {
    let text = scene.text;
    let mut start = head;
    let mut specific = false;
    for _ in 0..5 {
        let Some(at) = start.checked_sub(1) else { break };
        if !scene.joined(start) || text.sentence_of(at) != text.sentence_of(start) {
            break;
        }
        let Some(names) = modifier(scene, at) else { break };
        specific |= names;
        start = chain(scene, at);
    }
    (start, specific)
}

/// Whether the word can stand before a head in a name, and if so whether it names.
fn modifier(scene: &Scene<'_, '_>, at: usize) -> Option<bool> {
    let text = scene.text;
    let token = &text.tokens[at];
    let stop = Flags::ARTICLE
        | Flags::PREPOSITION
        | Flags::PRONOUN
        | Flags::PERSONAL
        | Flags::CONJUNCTION
        | Flags::SUBJUNCTION
        | Flags::ROLE
        | Flags::MONTH
        | Flags::ADVERB
        | Flags::FINITE
        | Flags::INTERROGATIVE
        | Flags::NUMERAL;
    let in_chain = at >= 2 && token.is_glued() && text.tokens[at - 1].class == Class::Hyphen;
    if !token.is_capital() {
        return None;
    }
    let word = text.word(at);
    let opens = text.starts_sentence(at);
    if metal(scene, at) {
        return Some(false);
    }
    if let Some(stem) = adjective::stem(word) {
        let stem = stem.to_lowercase();
        return Some(!GRADES.iter().any(|grade| stem.ends_with(grade)));
    }
    if in_chain {
        return Some(true);
    }
    if token.is(stop) && token.shape != Shape::Upper {
        return None;
    }
    if token.shape == Shape::Upper {
        return Some(true);
    }
    let inflected = word.ends_with('e') || word.ends_with("er") || word.ends_with("en") || word.ends_with("es");
    if token.is(Flags::ADJECTIVE) && !token.is(Flags::NOUN) {
        return (inflected && !opens).then_some(true);
    }
    // "Dortmunder", "Torfwinkler"
    // "den Quarbelacker Forscherpreis": between an article and an award noun nothing but a place's adjective ends so
    let set_between = || at > 0 && matches!(text.word(at - 1), "der" | "den" | "dem" | "des") && scene.head(at + 1).is_some_and(|noun| !noun.bare);
    let of_place = word.ends_with("er") && (token.flags.is_empty() || place_adjective(scene, word) || token.is(Flags::COMPOUND) && set_between());
    if of_place {
        return Some(true);
    }
    let name = token.is(Flags::GIVEN | Flags::SURNAME) && !token.is(Flags::COMMON | Flags::NOUN);
    if name && scene.named(at) != Named::Organisation {
        return Some(true);
    }
    let unknown = token.flags.is_empty() && !opens && scene.named(at) != Named::Organisation;
    unknown.then_some(true)
}

/// Whether the words before the head only grade it ("Goldenes Ehrenzeichen"), so that its body tells whose it is.
pub(crate) fn only_graded(scene: &Scene<'_, '_>, start: usize, head: usize) -> bool {
    let grade = |at: usize| {
        let stem = adjective::stem(scene.text.word(at)).map(str::to_lowercase);
        metal(scene, at) || stem.is_some_and(|stem| GRADES.iter().any(|grade| stem.ends_with(grade)))
    };
    start < head && (start..head).all(grade)
}

/// Whether the token is "Golden-", "Silbern-", "Bronzen-".
pub(crate) fn metal(scene: &Scene<'_, '_>, at: usize) -> bool {
    ["Golden", "Silbern", "Bronzen", "Eisern"].iter().any(|metal| scene.text.word(at).starts_with(metal))
}

/// Whether the word without "-er" is a place.
fn place_adjective(scene: &Scene<'_, '_>, word: &str) -> bool {
    let lexicon = scene.text.lexicon;
    let Some(stem) = word.strip_suffix("er") else { return false };
    // "Halberstädter"
    let plain = stem.rsplit_once('ä').filter(|(before, _)| !before.is_empty()).map(|(before, after)| format!("{before}a{after}"));
    if plain.is_some_and(|plain| lexicon.flags(&plain).contains(Flags::PLACE)) {
        return true;
    }
    lexicon.flags(stem).contains(Flags::PLACE)
        || lexicon.flags(&format!("{stem}e")).contains(Flags::PLACE)
        || lexicon.flags(&format!("{stem}en")).contains(Flags::PLACE)
}

/// A quoted name follows, which is the award's own ("Kulturpreis „Funke“").
fn opens_name(scene: &Scene<'_, '_>, at: usize) -> bool {
    let quotations = &scene.text.quotations;
    let index = quotations.partition_point(|q| q.tokens.start() < at);
    quotations.get(index).is_some_and(|q| q.tokens.start() == at && q.inner().len() <= 8 && !q.inner().is_empty())
}

/// A plural that means a kind of award, not one.
fn plural(scene: &Scene<'_, '_>, at: usize) -> bool {
    let token = &scene.text.tokens[at];
    let word = scene.text.word(at);
    let article = at.checked_sub(1).map_or("", |before| scene.text.word(before));
    let singular = matches!(article, "dem" | "einem" | "vom" | "zum" | "beim" | "im" | "der" | "des");
    ["preise", "preisen", "medaillen", "nadeln", "Preise", "Preisen", "stipendien", "siegeln", "zertifikate", "zertifikaten", "urkunden"]
        .iter()
        .any(|tail| word.ends_with(tail))
        || (token.is(Flags::PLURAL) && !token.is(Flags::SINGULAR) && !singular)
}
