//! Places, medals and categories shared out in one sentence: "Gold ging an A, Silber an B", "In der Sparte Print wurde A
//! ausgezeichnet, in der Sparte Hörfunk B", "Auf den Plätzen zwei und drei landeten A und B".

use super::party::{Case, Group};
use crate::analysis::Party;
use crate::extract::award::detail;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// A place or category, and who has it.
#[derive(Debug, Clone)]
pub(super) struct Share {
    pub level: Option<String>,
    pub category: Option<String>,
    pub parties: Vec<Party>,
}

/// A place or category where it is named; several places stand for as many recipients.
struct Mark {
    at: usize,
    levels: Vec<String>,
    category: Option<String>,
}

/// Nouns before a category's name.
const CATEGORIES: [&str; 4] = ["Kategorie", "Sparte", "Rubrik", "Größenklasse"];

/// Who has which place or category, in the order of the sentence; only what is told of somebody.
pub(super) fn of(text: &Text<'_>, tokens: TokenSpan, groups: &[Group]) -> Vec<Share> {
    let eligible: Vec<&Group> =
        groups.iter().filter(|group| matches!(group.case, Case::Free | Case::To | Case::Dative) && (group.named || !group.thing)).collect();
    let marks = joined(text, marks(text, tokens), &eligible);
    let mut shares = Vec::new();
    // a group before the first mark is the first mark's; of those between two the last may be the next one's
    let mut next = 0;
    let mut waiting = eligible.iter().take_while(|group| marks.first().is_some_and(|mark| group.span.start() < mark.at)).count().checked_sub(1);
    if let Some(last) = waiting {
        next = last + 1;
    }
    for (n, mark) in marks.iter().enumerate() {
        let limit = marks.get(n + 1).map_or(tokens.end(), |following| following.at);
        let mut own = waiting.take();
        let between = eligible[next..].iter().take_while(|group| group.span.start() < limit).count();
        let mut free = next..next + between;
        next += between;
        if own.is_none() {
            own = free.next();
        }
        // "…, B gewann Silber": before its own mark
        waiting = free.next_back().filter(|_| n + 1 < marks.len());
        let Some(group) = own.map(|own| eligible[own]) else { continue };
        if mark.levels.len() > 1 && mark.levels.len() == group.parties.len() {
            let each = mark.levels.iter().zip(&group.parties);
            shares.extend(each.map(|(level, party)| Share { level: Some(level.clone()), category: mark.category.clone(), parties: vec![party.clone()] }));
        } else {
            shares.push(Share { level: mark.levels.first().cloned(), category: mark.category.clone(), parties: group.parties.clone() });
        }
    }
    shares
}

/// A category and a place of the same recipient are one mark: "Der 1. Preis in der Sparte Print geht an A".
fn joined(text: &Text<'_>, marks: Vec<Mark>, groups: &[&Group]) -> Vec<Mark> {
    let mut joined: Vec<Mark> = Vec::new();
    for mark in marks {
        let same = joined.last().is_some_and(|last| {
            let apart = groups.iter().any(|group| (last.at..mark.at).contains(&group.span.start()));
            !apart
                && (last.levels.is_empty() || mark.levels.is_empty())
                && (last.category.is_none() || mark.category.is_none())
                && !(last.at..mark.at).any(|at| text.tokens[at].class == Class::Semicolon)
        });
        match joined.last_mut().filter(|_| same) {
            Some(last) => {
                last.levels.extend(mark.levels);
                last.category = last.category.take().or(mark.category);
            }
            None => joined.push(mark),
        }
    }
    joined
}

fn marks(text: &Text<'_>, tokens: TokenSpan) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for at in tokens.range() {
        let token = &text.tokens[at];
        if CATEGORIES.contains(&text.word(at)) {
            let category = detail::category_at(text, at);
            marks.extend(category.map(|category| Mark { at, levels: vec![], category: Some(category) }));
            continue;
        }
        let noun = matches!(text.word(at), "Platz" | "Rang" | "Preis" | "Plätze" | "Plätzen") || at > 0 && matches!(text.word(at - 1), "Platz" | "Rang");
        let medal = token.is(Flags::AWARD_LEVEL) && ["Gold", "Silber", "Bronze", "Platin", "Anerkennung"].iter().any(|stem| text.word(at).starts_with(stem));
        let levels = if let Some(several) = several(text, at) {
            several
        } else if noun || medal {
            detail::level_at(text, at).into_iter().collect()
        } else {
            winner(text, at).into_iter().collect()
        };
        // "Platz eins": one place, told by two words
        let again = marks.last().is_some_and(|last| at - last.at <= 2 && !last.levels.is_empty());
        if !levels.is_empty() && !again {
            marks.push(Mark { at, levels, category: None });
        }
    }
    marks
}

/// "die Plätze zwei und drei", "der zweite und dritte Preis".
fn several(text: &Text<'_>, at: usize) -> Option<Vec<String>> {
    let plural = matches!(text.word(at), "Plätze" | "Plätzen" | "Ränge" | "Rängen");
    let (one, other) = if plural && text.says(at + 2, "und") {
        (text.word(at + 1), text.word(at + 3))
    } else if matches!(text.word(at), "Platz" | "Preis" | "Rang") && at > 2 && text.says(at - 2, "und") {
        (text.word(at - 3), text.word(at - 1))
    } else {
        return None;
    };
    let noun = if text.says(at, "Preis") { "Preis" } else { "Platz" };
    let (one, other) = (detail::number(one)?, detail::number(other)?);
    Some(vec![format!("{one}. {noun}"), format!("{other}. {noun}")])
}

/// "Zweiter wurde A", "A wurde Zweite", "Zweitplatzierter ist A".
fn winner(text: &Text<'_>, at: usize) -> Option<String> {
    let word = text.word(at);
    if !text.tokens[at].is_capital() {
        return None;
    }
    let ordinal = ["Erst", "Zweit", "Dritt"]
        .iter()
        .position(|stem| word.strip_prefix(stem).is_some_and(|rest| matches!(rest, "er" | "e" | "platziert" | "platzierte" | "platzierter" | "platzierten")))?;
    let verb = |near: usize| matches!(text.word(near), "wurde" | "wurden" | "ist" | "sind" | "war" | "wird");
    (verb(at + 1) || at > 0 && verb(at - 1) || word.contains("platziert")).then(|| format!("{}. Platz", ordinal + 1))
}
