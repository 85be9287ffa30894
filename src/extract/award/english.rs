//! English and French names: "… Design Award", "Prix …", "… Excellence Label".

use super::{Candidate, Named, Scene};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Shape};

/// Capitals that end in an English award noun.
pub static ENGLISH: Rule = Rule {
    name: "award/english",
    finds: Finds::Award,
    confidence: 0.85,
    reason: "Capitals before Award, Prize, Medal, Trophy, Label or behind Prix are its name.",
    yes: &["Das Team gewann den [[Nordic Harbour Award]] 2020.", "Sie wurde mit dem [[Prix Quarbel]] geehrt.", "Das Netz trägt das [[Silver Label]]."],
    no: &["Der Award wird jährlich vergeben.", "Das Modelabel wächst."],
};

const LINKS: [&str; 7] = ["of", "the", "for", "in", "and", "&", "de"];

/// The name whose head is the token.
pub(crate) fn at(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    let text = scene.text;
    let word = text.word(at);
    if word == "Prix" {
        return prix(scene, at);
    }
    let tail_of_compound = ["award", "awards"].iter().any(|head| word.len() > head.len() + 2 && word.ends_with(head));
    let compound = tail_of_compound && scene.is_capital(at);
    let heads = |at: usize| text.lexicon.english_awards.get(text.word(at)).is_some_and(|usage| matches!(*usage, "head" | "guarded"));
    if !(heads(at) || compound) {
        return None;
    }
    let mut start = super::head::chain(scene, at);
    // a following head takes this one in: "Label Certificate"
    if heads(at + 1) && scene.joined(at + 1) {
        return None;
    }
    for _ in 0..8 {
        let Some(before) = start.checked_sub(1) else { break };
        if !scene.joined(start) || text.sentence_of(before) != text.sentence_of(start) {
            break;
        }
        let token = &text.tokens[before];
        let link = LINKS.contains(&text.word(before)) && before > 0 && scene.is_capital(before - 1) && !text.is(before - 1, Flags::NOUN | Flags::PREPOSITION);
        let link = link && (text.word(before) != "in" || matches!(word, "Award"));
        let number = token.class == Class::Number && token.span.end() - token.span.start() < 4;
        if !(part(scene, before) || link || number) {
            break;
        }
        start = super::head::chain(scene, before);
    }
    // a link or number cannot open a name
    while start < at && !text.tokens[start].is_capital() && text.tokens[start].shape != Shape::Mixed {
        start += 1;
    }
    let mut end = at + 1;
    if (start == at && !tail_of_compound) || scene.named(at) == Named::Person {
        return None;
    }
    let quoted = start > 0 && scene.is_quote(start - 1);
    let guarded = text.lexicon.english_awards.get(word) == Some(&"guarded");
    if guarded && !quoted && !scene.evidence(at).is_some() && !is_level(scene, start, at) {
        return None;
    }
    if start < at && text.word(end) == "of" && matches!(text.word(end + 1), "the" | "Excellence" | "Honour" | "Honor" | "Merit") {
        end += if text.word(end + 1) == "the" { 3 } else { 2 };
    }
    // "… Award: Product Design"
    if text.word(end) == ":" && word.starts_with("Award") && text.tokens.get(end + 1).is_some_and(|t| t.is_capital() && t.flags.is_empty()) {
        let mut after = end + 1;
        while after < end + 5 && text.tokens.get(after).is_some_and(|t| t.is_capital() && !t.is(Flags::FINITE | Flags::ARTICLE)) && scene.joined(after) {
            after += 1;
        }
        end = after;
    } else if text.tokens.get(end).is_some_and(|t| t.shape == Shape::Upper && t.is(Flags::AWARD_LEVEL)) && scene.joined(end) {
        end += 1; // "… Label GOLD"
    } else {
        let behind = |at: usize| {
            text.tokens
                .get(at)
                .is_some_and(|t| t.is_capital() && !t.is(Flags::AWARD_LEVEL | Flags::MONTH | Flags::GIVEN | Flags::SURNAME | Flags::ROLE | Flags::PLACE))
                && scene.named(at) == Named::Nothing
                && scene.joined(at)
        };
        if behind(end) && !behind(end + 1) && text.is(end, Flags::NOUN | Flags::INFINITIVE) && !text.word(end + 1).starts_with("vo") {
            end += 1;
        }
    }
    // "Marketing-Award Ruhr"
    if compound && end == at + 1 && text.is(end, Flags::PLACE) && scene.is_capital(end) && scene.joined(end) && scene.named(end) == Named::Nothing {
        end += 1;
    }
    (end > start).then(|| Candidate::new(start, end.min(text.tokens.len()), &ENGLISH))
}

/// "Silver Label", "Bronze Label": a level says that it is an award.
fn is_level(scene: &Scene<'_, '_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| scene.text.is(at, Flags::AWARD_LEVEL) || matches!(scene.text.word(at), "Excellence" | "Quality" | "Energy"))
}

/// Whether a word can be part of an English name before its head.
fn part(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let token = &text.tokens[at];
    // "Start-up": the lower part of a chain that begins with a capital
    let first = super::head::chain(scene, at);
    if first < at && text.tokens[at].is_lower() {
        return part(scene, first);
    }
    if !matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed) || token.class != Class::Word {
        return false;
    }
    let function = Flags::ARTICLE | Flags::PREPOSITION | Flags::PRONOUN | Flags::CONJUNCTION | Flags::SUBJUNCTION | Flags::PERSONAL;
    if token.is(function) && token.shape != Shape::Upper {
        return false;
    }
    // a plain German noun or verb at the start of a sentence is none
    !(text.starts_sentence(at) && token.is(Flags::WORD) || token.is(Flags::ROLE) && !token.is(Flags::AWARD_HEAD) && text.is(at, Flags::COMPOUND))
}

/// "Prix Quarbel".
fn prix(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    let text = scene.text;
    let mut start = at;
    if at > 0 && matches!(text.word(at - 1), "Grand" | "Grands" | "Petit") {
        start -= 1;
    }
    let mut end = at + 1;
    while end < at + 6
        && text.tokens.get(end).is_some_and(|t| t.class == Class::Word && (t.is_capital() || matches!(text.word(end), "de" | "du" | "des" | "d")))
        && scene.joined(end)
        && !text.is(end, Flags::MONTH)
    {
        end += 1;
    }
    // races: "Grand Prix von …"
    let race = start < at && matches!(text.word(end), "von" | "in");
    (end > at + 1 && !race).then(|| Candidate::new(start, end, &ENGLISH))
}
