//! Awards of the name lists.

use super::{Candidate, Scene, tail};
use crate::gazetteer::compile::Kind;
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// A listed name that is nothing but an award.
pub static LISTED: Rule = Rule {
    name: "award/listed",
    finds: Finds::Award,
    confidence: 0.9,
    reason: "The words are a listed award, order, seal or title.",
    yes: &["Die Fabrik trägt den [[Blauen Engel]].", "Das Haus ist nach [[EMAS]] geprüft.", "Sie bekam den [[Grimme-Preis]]."],
    no: &["Ein blauer Engel hing am Baum.", "Der Preis steigt."],
};
/// A listed name that is an ordinary word too, beside evidence.
pub static GUARDED: Rule = Rule {
    name: "award/listed/guarded",
    finds: Finds::Award,
    confidence: 0.8,
    reason: "The words are a listed award and an ordinary word too; quotation marks or words of awarding tell which.",
    yes: &[
        "Der Schauspieler wurde mit dem [[Bambi]] ausgezeichnet.",
        "Der Film ist für den [[Oscar]] nominiert.",
        "Die Jury vergibt den „[[Pegasus]]“ im Herbst.",
    ],
    no: &["Oscar kommt am Montag.", "Bambi lief durch den Wald."],
};

/// All listed awards.
pub(crate) fn propose(scene: &Scene<'_, '_>, found: &mut Vec<Candidate>) {
    let text = scene.text;
    for hit in scene.hits {
        let entry = scene.names.entry(hit.entry);
        if entry.kind != Kind::Award {
            continue;
        }
        let (start, mut end) = (hit.tokens.start(), hit.tokens.end());
        // a word inside a longer compound from the left ("Nicht-Oscar") is another word
        if start > 1 && text.tokens[start - 1].class == Class::Hyphen && text.tokens[start].is_glued() && text.tokens[start - 1].is_glued() {
            continue;
        }
        // "Mitglied der Leopoldina": a body of scholars, which one is called into
        if text.says(start, "Mitglied") {
            continue;
        }
        // "Kammersängerin Anna Weber": a title before a name, not its award
        let before_person = hit.tokens.len() == 1 && scene.named(end) == super::Named::Person && text.is(start, Flags::ROLE | Flags::NOUN) && scene.joined(end);
        if text.is(start, Flags::TITLE) || before_person {
            continue;
        }
        // a level belongs to the conferral ("… Award in Gold")
        if end > start + 2 && text.says(end - 2, "in") && text.is(end - 1, Flags::AWARD_LEVEL) {
            end -= 2;
        }
        let quoted = start > 0 && scene.is_quote(start - 1) && scene.is_quote(end);
        let last = end - 1;
        let context =
            entry.context || (hit.tokens.len() == 1 && text.is(start, Flags::GIVEN | Flags::SURNAME | Flags::PLACE) && !text.is(start, Flags::AWARD_HEAD));
        if hit.tokens.len() == 1 && !quoted && scene.is_in_title(start) {
            continue;
        }
        if context && !quoted && !scene.evidence(start).is_enough() {
            continue;
        }
        if context && hit.tokens.len() == 1 && scene.named(start) != super::Named::Nothing {
            continue;
        }
        if is_body(scene, entry.conferrers().any(|body| body.starts_with(entry.name)), start, end) {
            continue;
        }
        let rule = if context { &GUARDED } else { &LISTED };
        if scene.head(last).is_some() || text.word(last) == "Bande" {
            end = tail::extend(scene, end, !super::head::only_graded(scene, start, last), false);
        }
        let mut candidate = Candidate::new(start, end, rule);
        candidate.name = inflected(scene, entry.name, TokenSpan::new(start, end));
        candidate.entry = Some(hit.entry);
        found.push(candidate);
    }
}

/// "das Institut Great Place to Work", "Great Place to Work befragt": a body that gives the award named like itself.
fn is_body(scene: &Scene<'_, '_>, gives_itself: bool, start: usize, end: usize) -> bool {
    let text = scene.text;
    let quoted = start > 0 && scene.is_quote(start - 1);
    if !gives_itself || quoted {
        return false;
    }
    let noun = start > 0 && text.is(start - 1, Flags::GENERIC_ORGANISATION | Flags::ORGANISATION_HEAD);
    let by = start > 0 && matches!(text.word(start - 1), "von" | "vom" | "durch" | "laut");
    let subject = text.starts_sentence(start) && text.is(end, Flags::FINITE) && text.tokens[end].is_lower();
    let longer = scene.named(start) == super::Named::Organisation && scene.named(end) == super::Named::Organisation;
    noun || by || subject || longer
}

/// The list's form of a name that differs from the words only in the endings of cases ("Deutschen …preis").
fn inflected(scene: &Scene<'_, '_>, listed: &str, span: TokenSpan) -> Option<String> {
    let written = super::name::written(scene.text, span);
    let stem = |word: &str| ["en", "em", "es", "er", "e", "s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word).to_owned();
    let same = written.split(' ').count() == listed.split(' ').count() && written.split(' ').zip(listed.split(' ')).all(|(a, b)| a == b || stem(a) == stem(b));
    (same && written != listed).then(|| listed.to_owned())
}
