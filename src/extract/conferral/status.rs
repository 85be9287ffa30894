//! How far a conferral has come, by the words of its sentence.

use super::verb::{Frame, Verb};
use crate::analysis::{SectionKind, Status};
use crate::lexicon::{AwardSign, Flags};
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// What a sentence says of the status apart from its verb.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    pub call: bool,
    /// A noun of a call ("Bewerbungsfrist"), not only a verb.
    pub call_noun: bool,
    pub nominated: bool,
    pub sought: bool,
    pub earlier: bool,
    pub negated: bool,
    /// "im Vorjahr", "letztes Jahr"
    pub last_year: bool,
    /// "will", "soll", "möchte"
    pub wish: bool,
    /// A day or month that is named with "am" or "im", "künftig", "nächst-".
    pub ahead: bool,
    /// "im kommenden Frühjahr", "nächstes Jahr".
    pub soon: bool,
}

/// Reads a stretch of a sentence.
pub(crate) fn signs(text: &Text<'_>, span: TokenSpan) -> Signs {
    let mut signs = Signs::default();
    for at in span.range() {
        let word = text.word(at);
        if text.tokens[at].class != Class::Word {
            continue;
        }
        let says = |sign: AwardSign| text.lexicon.award_signs.say(sign, word);
        signs.call |= says(AwardSign::Call);
        signs.call_noun |= says(AwardSign::Call) && text.tokens[at].is_capital() && !text.starts_sentence(at);
        signs.nominated |= says(AwardSign::Nominated);
        signs.sought |= says(AwardSign::Sought);
        signs.nominated |= matches!(word, "letzten" | "besten") && at > span.start() + 1 && text.word(at - 1) == "den" && text.word(at - 2) == "unter";
        signs.earlier |= says(AwardSign::Earlier);
        signs.last_year |= matches!(word, "Vorjahr" | "Vorjahres")
            || (matches!(word, "letztes" | "vergangenes" | "vergangenen" | "letzten") && text.word(at + 1).starts_with("Jahr"));
        signs.wish |= matches!(word, "will" | "wollen" | "möchte" | "möchten" | "soll" | "sollen");
        signs.negated |= matches!(word, "nicht" | "kein" | "keine" | "keinen" | "leer");
        signs.soon |= ["künftig", "nächst", "demnächst", "kommend"].iter().any(|stem| word.starts_with(stem));
        signs.ahead |= signs.soon || (text.is(at, Flags::MONTH | Flags::WEEKDAY) && at > 0);
    }
    signs
}

/// The status a verb gives, corrected by tense, signs, year and place in the release.
pub(crate) fn status(verb: Option<&Verb>, signs: Signs, kind: SectionKind, year: Option<u16>, release: Option<u16>) -> Option<Status> {
    let base = match verb.map(|verb| verb.frame) {
        Some(Frame::Call) => Status::Call,
        Some(Frame::Seek) => Status::Sought,
        Some(Frame::Nominate) => Status::Nominated,
        Some(_) => Status::Received,
        None => Status::Received,
    };
    let verb_says = verb.is_some_and(|verb| !matches!(verb.frame, Frame::Be));
    if base == Status::Received {
        if signs.negated {
            return None;
        }
        if signs.nominated {
            return Some(Status::Nominated);
        }
        if verb.is_some_and(|verb| verb.wish && !(verb.may && (verb.frame == Frame::Be || verb.lemma == "freuen"))) || (signs.sought && !verb_says) {
            return Some(Status::Sought);
        }
        // "trägt 2023 das Siegel" is no earlier time
        let now = verb.is_some_and(|verb| verb.present) && !signs.earlier;
        let earlier_year = matches!((year, release), (Some(year), Some(release)) if year < release) && !now;
        if earlier_year
            || signs.last_year
            || kind == SectionKind::Boilerplate
            || verb.is_some_and(|verb| verb.pluperfect)
            || (signs.earlier && year.is_some() && year != release)
        {
            return Some(Status::Past);
        }
        // "wird am 5. Mai geehrt", "erhält im kommenden Jahr"
        if verb.is_some_and(|verb| verb.future && signs.ahead || verb.present && signs.soon) {
            return Some(Status::Announced);
        }
    }
    Some(base)
}
