//! Lists of winners: "Die Medaille erhielten:" and its items, "1. Platz: …", "Der zweite Preis ging an …".

use super::event::Event;
use super::party::{self, Case, Told};
use super::{status, verb};
use crate::analysis::{AwardId, Party, SectionKind, Status};
use crate::extract::award::detail;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::rule::{Finds, Rule};
use crate::text::Text;
use crate::text::scan::Class;

/// Winners told in a list or by their place alone.
pub static WINNERS: Rule = Rule {
    name: "conferral/winners",
    finds: Finds::Conferral,
    confidence: 0.85,
    reason: "Places and list items behind an award name its recipients.",
    yes: &[
        "Der Kulturpreis Ulm ist vergeben.\n\n[[1. Platz: Quarbel GmbH]] => Kulturpreis Ulm / Quarbel GmbH / received",
        "Die Jury vergab den Bayerischen Gründerpreis. [[Der zweite Platz ging an die Quarbel GmbH.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
        "Die Goldene Ehrennadel erhielten:\n\n[[Anna Weber aus Ulm]] => Goldene Ehrennadel / Anna Weber / received",
    ],
    no: &["1. Platz: Quarbel GmbH", "Es kamen:\n\nAnna Weber aus Ulm"],
};

/// How many list items follow an announcement at most.
const ITEMS: usize = 40;

/// Nouns that announce the names of recipients.
const ANNOUNCING: [&str; 10] =
    ["Preisträger", "Gewinner", "Sieger", "Geehrte", "Ausgezeichnete", "Nominierte", "Finalist", "Prämierte", "Ausgezeichnet", "Platzierte"];

/// An open list.
struct Open {
    award: AwardId,
    status: Status,
    level: Option<String>,
    left: usize,
    /// Items begin with the name itself.
    bare: Option<bool>,
}

/// Adds the events of lists and places.
pub(crate) fn find(text: &Text<'_>, register: &Register, events: &mut Vec<Event>) {
    let mentions = &register.mentions.awards;
    let release = super::merge::reference_year(text, register);
    let mut last: Option<AwardId> = None;
    let mut open: Option<Open> = None;
    let mut told = Told::default();
    for (index, sentence) in text.sentences.iter().enumerate() {
        let tokens = sentence.tokens;
        let from = mentions.partition_point(|m| m.span.start() < tokens.start());
        let to = mentions.partition_point(|m| m.span.start() < tokens.end());
        if tokens.len() > super::event::LONGEST_SENTENCE {
            continue;
        }
        let block = text.sections.get(sentence.section);
        let kind = block.map_or(SectionKind::Body, |block| block.kind);
        let starts_block = block.is_some_and(|block| block.tokens.start() == tokens.start()) || kind == SectionKind::Item;
        if matches!(kind, SectionKind::Boilerplate | SectionKind::Contact | SectionKind::Note) {
            open = None;
        }
        if let Some(list) = open.as_mut().filter(|_| starts_block) {
            let groups = party::groups(text, register, &mut told, tokens);
            let colon = tokens.range().take(20).find(|&at| text.tokens[at].class == Class::Colon);
            let place = place(text, tokens.start(), tokens.end());
            let near = |start: usize| {
                start <= tokens.start() + 4 || colon.is_some_and(|at| start > at && start <= at + 8) || (place.is_some() && start <= tokens.start() + 14)
            };
            let first = groups.into_iter().find(|group| group.named && near(group.span.start()) && (from == to || group.span.start() <= tokens.start() + 2));
            let bare = first.as_ref().map(|group| group.span.start() == tokens.start() && !text.is(tokens.start(), Flags::ROLE));
            let alike = list.bare.is_none() || list.bare == bare || list.bare == Some(false);
            match first.filter(|_| list.left > 0 && alike) {
                Some(group) => {
                    list.bare = list.bare.or(bare);
                    list.left -= 1;
                    let level = place.or_else(|| list.level.clone());
                    let category = (tokens.start()..(tokens.start() + 3).min(tokens.end()))
                        .find(|&at| matches!(text.word(at), "Kategorie" | "Sparte"))
                        .and_then(|at| detail::category_at(text, at));
                    events.push(Event { level, category, ..event(list.award, index, list.status, group.parties, group.levels) });
                    continue;
                }
                None if text.tokens[tokens.start()].class != Class::Quote => open = None,
                None => continue,
            }
        }
        if from < to && last.is_none_or(|last| !mentions_of(register, last, from, to)) {
            last = Some(register.award_of[from]);
        }
        let Some(award) = main_award(register, from, last) else { continue };
        let ends_open = tokens.end().checked_sub(1).is_some_and(|at| text.tokens[at].class == Class::Colon);
        let announces = tokens.range().any(|at| ANNOUNCING.iter().any(|noun| text.word(at).contains(noun)))
            || (tokens.len() < 8 && tokens.range().any(|at| text.word(at).contains("-Gewinner")));
        let verbs = verb::find(text, tokens);
        let honours = verbs.iter().any(|verb| !matches!(verb.frame, verb::Frame::Be | verb::Frame::Call | verb::Frame::Seek));
        let heading = (kind == SectionKind::Crosshead
            || (starts_block && tokens.len() < 7 && !ends_open && text.tokens[tokens.end() - 1].class == Class::Word))
            && announces;
        if (ends_open && tokens.len() < 40 && (announces || honours)) || heading {
            let award = if from < to { register.award_of[to - 1] } else { award };
            let signs = status::signs(text, tokens);
            let told = events.iter().rev().take(64).find(|event| event.award == award).map_or(Status::Received, |event| event.status);
            let status = if signs.nominated {
                Status::Nominated
            } else if matches!(told, Status::Announced | Status::Nominated) {
                told
            } else {
                Status::Received
            };
            let level = tokens.range().find(|&at| ["Gold", "Silber", "Bronze"].contains(&text.word(at))).map(|at| detail::level_word(text.word(at)));
            open = Some(Open { award, status, level, left: ITEMS, bare: None });
            continue;
        }
        // "Zu den früheren Preisträgern zählen …"
        let holders = |word: &str| ["Preisträger", "Gewinner", "Sieger", "Ausgezeichneten"].iter().any(|noun| word.starts_with(noun));
        let earlier = tokens.range().any(|at| {
            holders(text.word(at))
                && (at.saturating_sub(5).max(tokens.start())..tokens.end().min(at + 6)).any(|near| {
                    ["früher", "bisherig", "ehemalig", "vergangen", "zuletzt", "waren", "letzten"].iter().any(|stem| text.word(near).starts_with(stem))
                })
        });
        if earlier && !ends_open {
            for group in party::groups(text, register, &mut told, tokens).into_iter().filter(|group| group.named && matches!(group.case, Case::Free | Case::To))
            {
                for party in group.parties.iter().filter(|party| matches!(party, Party::Entity(_))) {
                    events.push(event(award, index, Status::Past, vec![party.clone()], vec![]));
                }
            }
            continue;
        }
        if from < to || kind == SectionKind::Boilerplate {
            continue;
        }
        // "Der zweite Preis ging an …", "1. Platz: …"
        let Some(level) = place(text, tokens.start(), tokens.end()) else { continue };
        let groups = party::groups(text, register, &mut told, tokens);
        let colon = tokens.range().take(8).any(|at| text.tokens[at].class == Class::Colon);
        let gives = verbs.iter().any(|verb| matches!(verb.frame, verb::Frame::Goes | verb::Frame::Receive | verb::Frame::Confer))
            || tokens.range().any(|at| text.word(at).starts_with("beleg"));
        let recipient = groups.iter().find(|group| group.case == Case::To).or_else(|| groups.iter().find(|group| group.case == Case::Free && group.named));
        if let Some(group) = recipient.filter(|_| colon || gives) {
            let year = tokens.range().find_map(|at| detail::year_at(text, at));
            let number = year.as_deref().and_then(|year| year.get(..4)).and_then(|year| year.parse().ok());
            let verb = verbs.iter().find(|verb| verb.frame != verb::Frame::Be);
            let Some(status) = status::status(verb, status::signs(text, tokens), kind, number, release) else { continue };
            events.push(Event { level: Some(level), year, ..event(award, index, status, group.parties.clone(), group.levels.clone()) });
        }
    }
}

fn event(award: AwardId, sentence: usize, status: Status, recipients: Vec<Party>, levels: Vec<Option<String>>) -> Event {
    Event { status, recipients, levels, named: true, ..Event::new(award, sentence, &WINNERS) }
}

/// Whether the award is one of those named in a stretch of mentions.
fn mentions_of(register: &Register, award: AwardId, from: usize, to: usize) -> bool {
    register.award_of[from..to].contains(&award)
}

/// The award a place belongs to: the release's first, if it has been named more often than the last, or else the last.
fn main_award(register: &Register, mentioned: usize, last: Option<AwardId>) -> Option<AwardId> {
    let last = last?;
    let before = &register.award_of[..mentioned.min(register.award_of.len())];
    let count = |award: AwardId| before.iter().rev().take(32).filter(|&&other| other == award).count();
    let first = before.first().copied().unwrap_or(last);
    Some(if count(first) > count(last) { first } else { last })
}

/// The place told in the first words of a sentence.
fn place(text: &Text<'_>, start: usize, end: usize) -> Option<String> {
    (start..end.min(start + 10)).find_map(|at| {
        let noun =
            matches!(text.word(at), "Platz" | "Rang" | "Preis" | "Plätze") || matches!(at.checked_sub(1).map(|at| text.word(at)), Some("Platz" | "Rang"));
        let medal = matches!(text.word(at), "Gold" | "Silber" | "Bronze");
        if noun || medal { detail::level_at(text, at) } else { None }
    })
}
