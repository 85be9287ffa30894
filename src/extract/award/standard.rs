//! Standards that somebody is certified to: "ISO 9001:2015", "DIN EN ISO 14001".

use super::{Candidate, Scene};
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// A numbered standard of management.
pub static STANDARD: Rule = Rule {
    name: "award/standard",
    finds: Finds::Award,
    confidence: 0.8,
    reason: "A firm is certified to a numbered standard.",
    yes: &[
        "Das Werk ist nach [[ISO 30405]] zertifiziert.",
        "Die Zertifizierung nach [[DIN EN ISO 41015]] steht bevor.",
        "Der Betrieb ist nach [[ÖNORM EN 16247]] zertifiziert.",
    ],
    no: &["Sie fotografiert mit ISO 400.", "Die Norm gilt."],
};

const PREFIXES: [&str; 8] = ["DIN", "EN", "ÖNORM", "SN", "ISO", "IEC", "OHSAS", "IATF"];

/// The standard whose last prefix is the token.
pub(crate) fn at(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    let text = scene.text;
    if !matches!(text.word(at), "ISO" | "IEC" | "OHSAS" | "IATF" | "EN") {
        return None;
    }
    let number = text.tokens.get(at + 1)?;
    if number.class != Class::Number || text.word(at + 1).len() < 4 || !scene.joined(at + 1) {
        return None;
    }
    let mut start = at;
    while start > 0 && (PREFIXES.contains(&text.word(start - 1)) || (text.word(start - 1) == "/" && start > 1 && PREFIXES.contains(&text.word(start - 2)))) {
        start -= 1;
    }
    let certified = scene.evidence(at).is_some() || text.sentences.get(text.sentence_of(at)).is_some_and(|s| text.slice(s.tokens).contains("ertifi"));
    let management = matches!(text.word(at + 1), "9001" | "14001" | "45001" | "50001" | "27001" | "13485" | "22000" | "26000" | "18001" | "16949" | "17025");
    (certified || management).then(|| Candidate::new(start, at + 2, &STANDARD))
}
