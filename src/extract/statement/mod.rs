//! Finds who said what: direct, indirect and partial statements.

mod clause;
mod confidence;
mod content;
mod cue;
mod direct;
mod frame;
mod holder;
mod indirect;
mod inserted;
mod interview;
mod nominal;
mod noun;
mod origin;
mod partial;
mod passive;
mod source;
mod speaker;
#[cfg(test)]
mod tests;
mod unit;

use crate::analysis::{Cue, Speaker, Statement, StatementKind, Via};
use crate::resolve::Register;
use crate::rule::Rule;
use crate::text::Text;
use crate::text::span::ByteSpan;
use unit::{Scope, Unit};

/// The rules of this room.
pub static RULES: &[&Rule] = &[
    &frame::AFTER_VERB,
    &frame::AFTER_SO,
    &frame::AFTER_WEAK,
    &frame::DASH_NAME,
    &frame::BEFORE_COLON,
    &frame::BEFORE_NAME,
    &frame::BEFORE_VERB,
    &frame::INSIDE,
    &direct::FOLLOW_UP,
    &direct::COLON,
    &direct::ALONE,
    &direct::HEADLINE,
    &content::DASS,
    &content::SUBJUNCTIVE,
    &content::INFINITIVE,
    &content::QUESTION,
    &nominal::NOUN,
    &passive::PASSIVE,
    &holder::HOLDER,
    &interview::ANSWER,
    &inserted::INSERTED,
    &indirect::FOLLOW_UP,
    &indirect::HEADLINE,
    &source::SO,
    &source::WIE,
    &origin::LAUT,
    &origin::ANGABEN,
    &origin::ZUFOLGE,
    &partial::NAMED,
    &partial::WOVEN,
];

/// All statements, by start.
pub fn find(text: &Text<'_>, register: &Register) -> Vec<Statement> {
    let units = unit::units(text);
    let mut room = Room {
        text,
        register,
        found: Vec::new(),
        owner: vec![None; text.quotations.len()],
        last: None,
        pending: None,
        actor: None,
        here: (0, 0),
        signed: None,
    };
    let answers = interview::find(text, register, &mut room.found);
    for (n, unit) in units.iter().enumerate().filter(|(_, unit)| answers.binary_search(&unit.section).is_err()) {
        let scope = Scope { text, register, items: &unit.items };
        room.unit(&units, n, unit, &scope);
    }
    let mut found = room.found;
    direct::headlines(text, register, &mut found);
    for statement in &mut found {
        statement.confidence = confidence::of(statement.rule, &statement.speakers);
    }
    found.sort_by_key(|statement| statement.segments.first().map_or((0, 0), |span| (span.start(), text.raw.len() - span.end())));
    found
}

/// Who spoke last.
#[derive(Debug, Clone)]
struct Last {
    speakers: Vec<Speaker>,
    unit: usize,
    section: usize,
}

/// A speaker who goes on without being named again: where the last naming stands is kept.
fn carried(speaker: &Speaker) -> Speaker {
    Speaker { via: Via::Carried, ..speaker.clone() }
}

/// What is known while the units are read in order.
struct Room<'a> {
    text: &'a Text<'a>,
    register: &'a Register,
    found: Vec<Statement>,
    /// The statement a quotation belongs to.
    owner: Vec<Option<usize>>,
    last: Option<Last>,
    /// A frame that ended in a colon at the end of the unit before.
    pending: Option<(usize, frame::Frame)>,
    /// The person who was the subject of the unit before in the same block.
    actor: Option<(usize, Speaker)>,
    /// The unit that is read, and its block.
    here: (usize, usize),
    /// The line that signed the quotation above it.
    signed: Option<usize>,
}

impl Room<'_> {
    fn unit(&mut self, units: &[Unit], n: usize, unit: &Unit, scope: &Scope<'_>) {
        self.here = (n, unit.section);
        let gaps = direct::unit(self, units, scope);
        for gap in gaps {
            let contents = indirect::gap(self, unit, scope, gap.range, gap.lead);
            partial::gap(self, unit, scope, gap.range, &contents);
        }
        let goes_on = units.get(n + 1).is_some_and(|next| next.section == unit.section);
        self.actor = if goes_on { direct::actor(scope, self.known()).map(|speaker| (n, speaker)) } else { None };
    }

    /// Adds a statement and remembers who spoke.
    fn add(&mut self, kind: StatementKind, segments: Vec<ByteSpan>, speakers: Vec<Speaker>, cue: Option<Cue>, rule: &'static Rule) -> usize {
        if !speakers.is_empty() {
            let (unit, section) = self.here;
            self.last = Some(Last { speakers: speakers.clone(), unit, section });
        }
        self.found.push(Statement { kind, segments, speakers, cue, confidence: rule.confidence, rule });
        self.found.len() - 1
    }

    /// Whom a pronoun is likely to mean: who acted in the sentence before, or else who spoke last.
    fn known(&self) -> &[Speaker] {
        match (&self.actor, &self.last) {
            (Some((unit, actor)), last) if last.as_ref().is_none_or(|last| last.unit < *unit) => std::slice::from_ref(actor),
            (_, Some(last)) => &last.speakers,
            _ => &[],
        }
    }

    /// Who spoke last, when it was at most so many units and one block ago.
    fn carried(&self, reach: usize) -> Option<Vec<Speaker>> {
        let (n, section) = self.here;
        let last = self.last.as_ref().filter(|last| n - last.unit <= reach && section - last.section.min(section) <= 1)?;
        Some(last.speakers.iter().filter(|s| s.entity.is_some() || s.span.is_some()).map(carried).collect())
    }
}
