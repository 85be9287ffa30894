//! Partial statements: quoted fragments woven into somebody else's sentence.

use super::Room;
use super::cue;
use super::direct;
use super::indirect::Content;
use super::noun;
use super::speaker;
use super::unit::{Scope, Unit};
use crate::analysis::{SectionKind, Speaker, StatementKind};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// X nannte es „…“
pub static NAMED: Rule = Rule {
    name: "partial/named",
    finds: Finds::Statement,
    confidence: 0.86,
    reason: "A fragment behind a verb of naming or judging is the subject's word for it.",
    yes: &[
        "Petra Lindner sprach von einem [[„Meilenstein“]]. => Petra Lindner",
        "Jonas Brandt nannte den Umbau [[„ein großes Glück“]]. => Jonas Brandt",
        "Petra Lindner bezeichnete die Halle als [[„Herz des Viertels“]]. => Petra Lindner",
    ],
    no: &["Petra Lindner las aus dem Roman „Winterreise“.", "Jonas Brandt sprach über das Projekt „Saubere Stadt“."],
};

/// X lobte das „…“
pub static WOVEN: Rule = Rule {
    name: "partial/woven",
    finds: Finds::Statement,
    confidence: 0.8,
    reason: "A fragment inside reported speech or beside a reporting verb is in the speaker's words.",
    yes: &[
        "Petra Lindner betonte den [[„langen Atem der Helfer“]]. => Petra Lindner",
        "Die Halle sei [[„ein echter Gewinn“]], so Jonas Brandt. => Jonas Brandt",
        "Jonas Brandt dankte für die [[„große Geduld aller Beteiligten“]]. => Jonas Brandt",
    ],
    no: &["Petra Lindner eröffnete die Schau „Wege und Ziele“.", "Der Chor sang „Der Mond ist aufgegangen“."],
};

/// Finds the fragments in a gap; `contents` is what is reported there.
pub fn gap(room: &mut Room<'_>, unit: &Unit, scope: &Scope<'_>, (from, to): (usize, usize), contents: &[Content]) {
    if matches!(unit.kind, SectionKind::Contact | SectionKind::Note | SectionKind::Boilerplate | SectionKind::Dateline) {
        return;
    }
    for at in from..to {
        let Some(quote) = scope.quote(at) else { continue };
        if room.owner[quote].is_some() || is_name(room, scope, at, quote) {
            continue;
        }
        let inner = room.text.quotations[quote].inner();
        let words = room.text.tokens[inner.range()].iter().filter(|t| t.class == Class::Word).count();
        let lower = room.text.tokens.get(inner.start()).is_some_and(|t| t.is_lower());
        if words == 0 {
            continue;
        }
        let span = room.text.bytes(room.text.quotations[quote].tokens);
        if let Some(content) = contents.iter().find(|content| content.range.0 <= at && at < content.range.1) {
            if words >= 2 || lower {
                let speakers = content.speakers.clone();
                room.owner[quote] = Some(room.add(StatementKind::Partial, vec![span], speakers, None, &WOVEN));
            }
            continue;
        }
        let clause = clause_around(scope, at, (from, to));
        let named = cue::last_verb(scope, clause, "n");
        let verb = named.or_else(|| cue::last_verb(scope, clause, "qd").filter(|verb| verb.row.strength < 3 && (words >= 2 || lower)));
        let Some(verb) = verb else { continue };
        let phrases = speaker::subject(scope, clause, verb.finite, verb.plural);
        if !phrases.iter().any(noun::Phrase::speaks) {
            continue;
        }
        let speakers: Vec<Speaker> = speaker::all(scope, &phrases, room.known());
        let rule = if verb.row.takes('n') { &NAMED } else { &WOVEN };
        let cue = Some(verb.report(scope));
        room.owner[quote] = Some(room.add(StatementKind::Partial, vec![span], speakers, cue, rule));
    }
}

/// The clause a quotation stands in.
fn clause_around(scope: &Scope<'_>, at: usize, (from, to): (usize, usize)) -> (usize, usize) {
    let edge = |i: &usize| matches!(scope.class(*i), Some(Class::Semicolon | Class::Colon));
    let start = (from..at).rev().find(edge).map_or(from, |i| i + 1);
    let end = (at..to).find(edge).unwrap_or(to);
    (start, end)
}

/// Whether the quoted words are a title, a name or a term.
fn is_name(room: &Room<'_>, scope: &Scope<'_>, at: usize, quote: usize) -> bool {
    let inner = room.text.quotations[quote].inner();
    let register = room.register;
    let covered = register.award_at(inner.start()).is_some()
        || register.organisation_at(inner.start()).is_some_and(|n| register.mentions.organisations[n].span.contains(inner));
    if covered {
        return true;
    }
    let Some(before) = at.checked_sub(1) else { return false };
    if scope.says(before, &["sogenannte", "sogenannten", "sogenannter", "genannte", "genannten", "namens", "Namen"]) {
        return true;
    }
    let capital = room.text.tokens.get(inner.start()).is_some_and(|t| t.is_capital());
    if capital && scope.says(before, &["im", "am", "in", "beim", "bei", "auf", "an", "ins", "ans", "aus"]) {
        return true; // a place, a building, a series
    }
    if scope.lower(at + 1) && scope.is(at + 1, Flags::PARTICIPLE | Flags::ADJECTIVE) && scope.says(before, &["als"]) && scope.capital(at + 2) {
        return true; // "der als „…“ bezeichnete Preis"
    }
    if !scope.capital(before) {
        // "der neue „…“": a capital noun alone behind article or adjective is mostly a name
        return false;
    }
    let speech = scope.is(before, Flags::SPEECH_NOUN) && !scope.is(before, Flags::NONSPEECH_NOUN);
    let clause = direct::is_clause(room.text, inner);
    scope.is(before, Flags::NONSPEECH_NOUN) || !speech && !clause && room.text.tokens.get(inner.start()).is_some_and(|t| t.is_capital())
}
