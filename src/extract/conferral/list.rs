//! Lists of winners: "Die Medaille erhielten:" and its items, "1. Platz: …", "Der zweite Preis ging an …".

use super::event::Event;
use super::party::{self, Case};
use super::verb;
use crate::analysis::{AwardId, SectionKind, Status};
use crate::extract::award::detail;
use crate::resolve::Register;
use crate::rule::{Finds, Rule};
use crate::text::Text;
use crate::text::scan::Class;

/// Winners told in a list or by their place alone.
pub static WINNERS: Rule = Rule {
    name: "conferral/winners",
    finds: Finds::Conferral,
    confidence: 0.65,
    reason: "Places and list items behind an award name its recipients.",
    yes: &["Der Kulturpreis Ulm ist vergeben.\n\n[[1. Platz: Quarbel GmbH]] => Kulturpreis Ulm / Quarbel GmbH / received"],
    no: &["1. Platz: Quarbel GmbH"],
};

/// How many list items follow an announcement at most.
const ITEMS: usize = 40;

/// Adds the events of lists and places.
pub(crate) fn find(text: &Text<'_>, register: &Register, events: &mut Vec<Event>) {
    let mentions = &register.mentions.awards;
    let mut last: Option<(usize, AwardId)> = None;
    // (award, status, items left) of an open list
    let mut open: Option<(AwardId, Status, usize)> = None;
    for (index, sentence) in text.sentences.iter().enumerate() {
        let tokens = sentence.tokens;
        let from = mentions.partition_point(|m| m.span.start() < tokens.start());
        let to = mentions.partition_point(|m| m.span.start() < tokens.end());
        let kind = text.sections.get(sentence.section).map_or(SectionKind::Body, |block| block.kind);
        let starts_block = text.sections.get(sentence.section).is_some_and(|block| block.tokens.start() == tokens.start());
        if let Some((award, status, left)) = open {
            if left == 0 || from < to || matches!(kind, SectionKind::Boilerplate | SectionKind::Contact | SectionKind::Note) {
                open = None;
            } else if starts_block || kind == SectionKind::Item {
                let first = party::groups(text, register, tokens).into_iter().find(|group| group.span.start() <= tokens.start() + 8 && group.named);
                match first {
                    Some(group) => {
                        events.push(Event { award, sentence: index, status, recipients: group.parties, named: true, conferrers: vec![], level: place(text, tokens.start(), tokens.end()), category: None, year: None, rule: &WINNERS });
                        open = Some((award, status, left - 1));
                    }
                    None => open = None,
                }
                continue;
            }
        }
        if from < to {
            last = Some((index, register.award_of[to - 1]));
        }
        let ends_open = tokens.end().checked_sub(1).is_some_and(|at| text.tokens[at].class == Class::Colon);
        if let Some((at, award)) = last.filter(|(at, _)| index - at <= 12) {
            let announced = events.iter().rev().find(|event| event.award == award).map_or(Status::Received, |event| event.status);
            if ends_open && (from < to || index - at <= 3) && matches!(announced, Status::Received | Status::Announced | Status::Nominated) {
                open = Some((award, announced, ITEMS));
                continue;
            }
            if from < to || matches!(kind, SectionKind::Boilerplate) {
                continue;
            }
            let Some(level) = place(text, tokens.start(), tokens.end()) else { continue };
            let verbs = verb::find(text, tokens);
            let groups = party::groups(text, register, tokens);
            let colon = tokens.range().take(8).any(|at| text.tokens[at].class == Class::Colon);
            let gives = verbs.iter().any(|verb| matches!(verb.frame, verb::Frame::Goes | verb::Frame::Receive | verb::Frame::Confer)) || tokens.range().any(|at| text.word(at).starts_with("beleg"));
            let recipient = groups.iter().find(|group| group.case == Case::To).or_else(|| groups.iter().find(|group| group.case == Case::Free && group.named));
            if let Some(group) = recipient.filter(|_| colon || gives) {
                events.push(Event { award, sentence: index, status: Status::Received, recipients: group.parties.clone(), named: group.named, conferrers: vec![], level: Some(level), category: None, year: None, rule: &WINNERS });
            }
        }
    }
}

/// The place told in the first words of a sentence.
fn place(text: &Text<'_>, start: usize, end: usize) -> Option<String> {
    (start..end.min(start + 10)).find_map(|at| {
        let noun = matches!(text.word(at), "Platz" | "Rang" | "Preis" | "Plätze") || matches!(at.checked_sub(1).map(|at| text.word(at)), Some("Platz" | "Rang"));
        let medal = matches!(text.word(at), "Gold" | "Silber" | "Bronze");
        if noun || medal { detail::level_at(text, at) } else { None }
    })
}
