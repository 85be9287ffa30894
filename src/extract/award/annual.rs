//! "Koch des Jahres", "Company of the Year", "TOP 100".

use super::{Candidate, Scene};
use crate::lexicon::{AwardSign, Flags};
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Shape};

/// A title of the year.
pub static ANNUAL: Rule = Rule {
    name: "award/annual",
    finds: Finds::Award,
    confidence: 0.8,
    reason: "A role, body or product \"des Jahres\" is a title.",
    yes: &[
        "Sie wurde zur [[Orgelbauerin des Jahres]] gekürt.",
        "Er wurde zum [[Küster des Jahres]] gekürt.",
        "Das Blatt kürte ihn zum [[Hausmeister des Jahres]].",
    ],
    no: &["Am Ende des Jahres steht die Bilanz.", "Das war der wärmste Tag des Jahres."],
};

/// The title whose last word is the token.
pub(crate) fn at(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    let text = scene.text;
    let english = text.word(at) == "Year" && at >= 3 && text.word(at - 1) == "the" && text.word(at - 2) == "of";
    let german = text.word(at) == "Jahres" && at >= 2 && text.word(at - 1) == "des";
    if !(english || german) {
        return None;
    }
    let noun = if english { at - 3 } else { at - 2 };
    let token = &text.tokens[noun];
    if !token.is_capital() || text.lexicon.award_signs.say(AwardSign::Period, text.word(noun)) || token.is(Flags::MONTH) {
        return None;
    }
    let mut start = super::head::chain(scene, noun);
    for _ in 0..3 {
        let Some(before) = start.checked_sub(1) else { break };
        let token = &text.tokens[before];
        let part = token.class == Class::Word
            && (token.shape == Shape::Upper
                || (english && token.is_capital())
                || (token.is_capital() && token.is(Flags::ADJECTIVE) && !text.starts_sentence(before)));
        if !part || !scene.joined(start) || token.is(Flags::ARTICLE | Flags::PREPOSITION) {
            break;
        }
        start = super::head::chain(scene, before);
    }
    let end = at + 1;
    let quoted = start > 0 && scene.is_quote(start - 1);
    let before = start.checked_sub(1).map_or("", |before| text.word(before));
    let named_by = if quoted { start.checked_sub(2) } else { start.checked_sub(1) };
    let sentence = text.sentences.get(text.sentence_of(at)).map_or(at, |sentence| sentence.tokens.start());
    let listed_under = (sentence.max(start.saturating_sub(12))..start).any(|at| matches!(text.word(at), "Kategorien" | "Sparten" | "Rubriken"));
    if listed_under || named_by.is_some_and(|at| matches!(text.word(at), "Kategorie" | "Sparte" | "Rubrik")) {
        return None;
    }
    let since = start >= 2 && text.says(start - 2, "seit") && super::detail::year_at(text, start - 1).is_some();
    let titled = since || matches!(before, "zum" | "zur" | "als" | "ist" | "sind" | "bleibt" | "Titel" | "Auszeichnung");
    let listed = text.lexicon.annual_titles.contains(text.word(noun));
    let bears = listed || token.is(Flags::ROLE | Flags::GENERIC_ORGANISATION | Flags::ORGANISATION_HEAD);
    (english || quoted || (bears && (titled || scene.evidence(at).is_some())) || (titled && scene.evidence(at).is_some()))
        .then(|| Candidate::new(start, end, &ANNUAL))
}
