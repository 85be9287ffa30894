//! Names found once are found again: bare of their quotation marks, or shortened.

use super::{Candidate, Scene};
use crate::german::acronym::abbreviates;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;
use crate::text::span::TokenSpan;
use std::collections::HashMap;

/// A name that stands elsewhere in the release in a form that tells more.
pub static AGAIN: Rule = Rule {
    name: "award/again",
    finds: Finds::Award,
    confidence: 0.9,
    reason: "An award's name, or its acronym in brackets, is the award wherever it comes again.",
    yes: &[
        "Der Titel „Ort der Vielfalt“ ist neu. [[Ort der Vielfalt]] wird man für drei Jahre.",
        "Der Nordic Harbour Award ([[NHA]]) ist neu. Den [[NHA]] bekam ein Hafen.",
        "Das Siegel „Klimafreundliche Küche“ gilt. Die Mensa ist [[Klimafreundliche Küche]].",
    ],
    no: &["Der Ort der Vielfalt liegt am Fluss.", "Der Hafen (NHA) ist neu."],
};

/// Adds the repetitions of the names found so far.
pub(crate) fn propose(scene: &Scene<'_, '_>, found: &mut Vec<Candidate>) {
    let text = scene.text;
    let mut forms: HashMap<u64, Vec<TokenSpan>> = HashMap::new();
    let mut add = |span: TokenSpan| {
        let list = forms.entry(text.tokens[span.start()].hash).or_default();
        if list.len() < 8 && !list.iter().any(|known| same(scene, *known, span)) {
            list.push(span);
        }
    };
    for candidate in found.iter() {
        let span = candidate.span;
        let one_word = span.len() == 1;
        let plain = one_word && text.is(span.start(), crate::lexicon::Flags::NOUN) && scene.head(span.start()).is_none();
        if !plain && candidate.rule != &super::quoted::PARTLY && candidate.rule != &super::holder::HOLDER {
            add(span);
        }
        // "(NHA)" behind the name
        let open = span.end() + usize::from(scene.is_quote(span.end()));
        let open = open + usize::from(super::detail::year_at(text, open).is_some());
        let acronym = text.tokens.get(open).is_some_and(|t| t.class == Class::Open)
            && text.tokens.get(open + 2).is_some_and(|t| t.class == Class::Close)
            && text.tokens.get(open + 1).is_some_and(|t| t.shape == crate::text::scan::Shape::Upper)
            && abbreviates(text.word(open + 1), text.slice(span));
        if acronym {
            add(TokenSpan::new(open + 1, open + 2));
        }
    }
    let mut at = 0;
    while at < text.tokens.len() {
        let best = forms.get(&text.tokens[at].hash).into_iter().flatten().filter(|form| matches_at(scene, **form, at)).map(|form| form.len()).max();
        match best {
            Some(length) => {
                found.push(Candidate::new(at, at + length, &AGAIN));
                at += length;
            }
            None => at += 1,
        }
    }
}

fn same(scene: &Scene<'_, '_>, one: TokenSpan, other: TokenSpan) -> bool {
    one.len() == other.len() && matches_at(scene, one, other.start())
}

fn matches_at(scene: &Scene<'_, '_>, form: TokenSpan, at: usize) -> bool {
    let tokens = &scene.text.tokens;
    at + form.len() <= tokens.len() && form.range().enumerate().all(|(n, part)| tokens[at + n].hash == tokens[part].hash && (n == 0 || scene.joined(at + n)))
}
