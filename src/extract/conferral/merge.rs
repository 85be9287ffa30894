//! Events → conferrals: one per award and recipient.

use super::event::Event;
use crate::analysis::{Conferral, Entity, Party, Status};
use crate::gazetteer::Gazetteer;
use crate::resolve::Register;
use crate::rule::{Finds, Rule};
use crate::text::Text;

/// The issuer, where a release names no recipient.
pub static ISSUER: Rule = Rule {
    name: "conferral/issuer",
    finds: Finds::Conferral,
    confidence: 0.55,
    reason: "Where nobody is said to get the award, the organisation that tells of it does.",
    yes: &["Die Quarbel GmbH liegt in Ulm.\n\n[[Der Kulturpreis Ulm wurde am Freitag verliehen]]. => Kulturpreis Ulm / Quarbel GmbH / received"],
    no: &["Die Quarbel GmbH liegt in Ulm."],
};

/// The year a release is from: its date's.
pub(crate) fn release_year(text: &Text<'_>) -> Option<u16> {
    crate::text::section::release_data(text).date.and_then(|date| date.get(..4).and_then(|year| year.parse().ok()))
}

/// All conferrals, by first sentence.
pub(crate) fn conferrals(text: &Text<'_>, names: &Gazetteer, register: &Register, events: Vec<Event>) -> Vec<Conferral> {
    let mut found: Vec<Conferral> = Vec::new();
    let awards = register.awards.len();
    let mut conferrers: Vec<Vec<Party>> = vec![Vec::new(); awards];
    for event in &events {
        for party in &event.conferrers {
            if conferrers[event.award].len() < 3 && !conferrers[event.award].contains(party) {
                conferrers[event.award].push(party.clone());
            }
        }
    }
    for (n, mention) in register.mentions.awards.iter().enumerate() {
        let award = register.award_of[n];
        if let Some(id) = mention.entry.filter(|_| conferrers[award].is_empty()) {
            let listed = names.entry(id).conferrers().find_map(|name| register.organisation_called(name));
            conferrers[award].extend(listed.map(|id| Party::Entity(Entity::Organisation(id))));
        }
    }
    let mut of_award: Vec<Vec<usize>> = vec![Vec::new(); awards];
    for event in events.iter().filter(|event| !event.recipients.is_empty() || event.status == Status::Call) {
        let recipients: Vec<Option<&Party>> = if event.status == Status::Call { vec![None] } else { event.recipients.iter().map(Some).collect() };
        for (n, recipient) in recipients.into_iter().enumerate() {
            // nobody gives an award to himself
            if recipient.is_some_and(|party| event.conferrers.contains(party)) {
                continue;
            }
            match event.levels.get(n).filter(|level| level.is_some()) {
                Some(level) => put(&mut found, &mut of_award, &Event { level: level.clone(), ..event.clone() }, recipient.cloned()),
                None => put(&mut found, &mut of_award, event, recipient.cloned()),
            }
        }
    }
    // awards of which something is told, but not of whom
    for event in events.iter().filter(|event| event.recipients.is_empty() && event.status != Status::Call) {
        if of_award[event.award].is_empty() {
            let Some(issuer) = register.issuer.filter(|_| event.open) else { continue };
            let issuer = Party::Entity(Entity::Organisation(issuer));
            if conferrers[event.award].contains(&issuer) {
                continue;
            }
            let told = Event { rule: &ISSUER, ..event.clone() };
            put(&mut found, &mut of_award, &told, Some(issuer));
        } else {
            for &n in of_award[event.award].iter().take(1) {
                fill(&mut found[n], event);
            }
        }
    }
    for conferral in &mut found {
        for party in &conferrers[conferral.award] {
            if conferral.recipient.as_ref() != Some(party)
                && !conferral.conferrers.contains(party)
                && (conferral.conferrers.is_empty() || conferral.conferrers.len() < 3)
            {
                conferral.conferrers.push(party.clone());
            }
        }
        conferral.sentences.sort_unstable();
        conferral.sentences.dedup();
    }
    let _ = text;
    found.sort_by_key(|conferral| (conferral.sentences.first().copied().unwrap_or(0), conferral.award));
    found
}

/// How much a status says against another of the same award and recipient.
fn weight(status: Status) -> u8 {
    match status {
        Status::Received => 5,
        Status::Announced => 4,
        Status::Nominated => 3,
        Status::Sought => 2,
        Status::Past => 1,
        Status::Call => 0,
    }
}

fn put(found: &mut Vec<Conferral>, of_award: &mut [Vec<usize>], event: &Event, recipient: Option<Party>) {
    let same = of_award[event.award].iter().copied().take(64).find(|&n| found[n].recipient == recipient && joins(&found[n], event));
    match same {
        Some(n) => {
            let conferral = &mut found[n];
            if weight(event.status) > weight(conferral.status) {
                conferral.status = event.status;
                conferral.rule = event.rule;
                conferral.confidence = event.rule.confidence;
            }
            fill(conferral, event);
        }
        None => {
            of_award[event.award].push(found.len());
            found.push(Conferral {
                award: event.award,
                recipient,
                conferrers: event.conferrers.clone(),
                status: event.status,
                level: event.level.clone(),
                category: event.category.clone(),
                year: event.year.clone(),
                sentences: vec![event.sentence],
                confidence: event.rule.confidence,
                rule: event.rule,
            });
        }
    }
}

/// Whether an event tells of the same conferral: the same year and level, as far as both have one.
fn joins(conferral: &Conferral, event: &Event) -> bool {
    let years = match (&conferral.year, &event.year) {
        (Some(one), Some(other)) => one == other || conferral.status == event.status,
        _ => true,
    };
    let levels = match (&conferral.level, &event.level) {
        (Some(one), Some(other)) => one == other || conferral.status == event.status,
        _ => true,
    };
    years && levels
}

fn fill(conferral: &mut Conferral, event: &Event) {
    let take = |slot: &mut Option<String>, from: &Option<String>| {
        if slot.is_none() {
            slot.clone_from(from);
        }
    };
    take(&mut conferral.level, &event.level);
    take(&mut conferral.category, &event.category);
    take(&mut conferral.year, &event.year);
    if conferral.sentences.len() < 16 {
        conferral.sentences.push(event.sentence);
    }
}
