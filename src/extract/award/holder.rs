//! Awards named in their holders: "Leibniz-Preisträgerin", "Nobelpreisträger".

use super::{Candidate, Scene};
use crate::rule::{Finds, Rule};

/// A holder's noun.
pub static HOLDER: Rule = Rule {
    name: "award/holder",
    finds: Finds::Award,
    confidence: 0.85,
    reason: "A holder's noun names the award it is made from.",
    yes: &["Die [[Otto-Hahn-Preisträgerin]] kommt.", "Der [[Literaturpreisträger]] liest.", "Es spricht [[Friedenspreisträger]] Anton Weber."],
    no: &["Die Preisträger stehen fest.", "Der Hoffnungsträger kommt."],
};

/// The holder's noun at the token.
pub(crate) fn at(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    let text = scene.text;
    let word = text.word(at);
    let stem = Some(word)
        .filter(|word| word.len() > "träger".len() + 3)?
        .find("träger")
        .map(|cut| &word[..cut])
        .filter(|stem| ["preis", "Preis", "orden", "medaillen", "kreuz", "ring", "plaketten"].iter().any(|tail| stem.ends_with(tail)))?;
    let start = super::head::chain(scene, at);
    let before = super::name::written(text, crate::text::span::TokenSpan::new(start, at));
    let award = stem.strip_suffix("medaillen").map(|s| format!("{s}medaille")).unwrap_or_else(|| stem.to_owned());
    if before.is_empty() && (award == "Preis" || award == "Orden") {
        return None;
    }
    let flags = text.lexicon.flags(&award);
    if before.is_empty() && (flags.contains(crate::lexicon::Flags::AWARD_FALSE) || !flags.contains(crate::lexicon::Flags::AWARD_HEAD)) {
        return None;
    }
    if before.is_empty() && text.word(at + 1).is_empty() {
        return None;
    }
    let mut candidate = Candidate::new(start, at + 1, &HOLDER);
    candidate.name = Some(format!("{before}{award}"));
    Some(candidate)
}
