//! Partial statements: quoted fragments woven into somebody else's sentence.

use super::Room;
use super::cue;
use super::direct;
use super::indirect::Content;
use super::noun;
use super::source;
use super::speaker;
use super::unit::{Scope, Unit};
use crate::analysis::{Cue, SectionKind, Speaker, StatementKind};
use crate::german::verb::{is_be, is_become};
use crate::lexicon::{Flags, LemmaForm};
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// X nannte es „…“
pub static NAMED: Rule = Rule {
    name: "partial/named",
    finds: Finds::Statement,
    confidence: 0.86,
    reason: "A fragment behind a verb of naming or judging is the subject's word for it.",
    yes: &[
        "Petra Seifert sprach von einem [[„Meilenstein“]]. => Petra Seifert",
        "Jonas Hiller nannte den Umbau [[„ein großes Glück“]]. => Jonas Hiller",
        "Petra Seifert bezeichnete die Halle als [[„Herz des Viertels“]]. => Petra Seifert",
    ],
    no: &["Petra Seifert las aus dem Roman „Winterreise“.", "Jonas Hiller sprach über das Projekt „Saubere Stadt“."],
};

/// X lobte das „…“
pub static WOVEN: Rule = Rule {
    name: "partial/woven",
    finds: Finds::Statement,
    confidence: 0.8,
    reason: "A fragment inside reported speech or beside a reporting verb is in the speaker's words.",
    yes: &[
        "Petra Seifert betonte den [[„langen Atem der Helfer“]]. => Petra Seifert",
        "Die Halle sei [[„ein echter Gewinn“]], so Jonas Hiller. => Jonas Hiller",
        "Jonas Hiller dankte für die [[„große Geduld aller Beteiligten“]]. => Jonas Hiller",
    ],
    no: &["Petra Seifert eröffnete die Schau „Wege und Ziele“.", "Der Chor sang „Der Mond ist aufgegangen“."],
};

/// Finds the fragments in a gap; `contents` is what is reported there.
pub fn gap(room: &mut Room<'_>, unit: &Unit, scope: &Scope<'_>, (from, to): (usize, usize), contents: &[Content]) {
    if matches!(unit.kind, SectionKind::Contact | SectionKind::Note | SectionKind::Boilerplate | SectionKind::Dateline) {
        return;
    }
    for at in from..to {
        let Some(quote) = scope.quote(at) else { continue };
        // "wertet es als „…“" judges, whatever the words look like
        let judged = || {
            let als = (at.saturating_sub(2)..at).any(|i| scope.says(i, &["als"]));
            als && cue::last_verb(scope, clause_around(scope, at, (from, to)), "n")
                .is_some_and(|verb| verb.row.complements.contains(&"als") && verb.row.strength < 3)
        };
        if room.owner[quote].is_some() || is_name(room, scope, at, quote) && !judged() {
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
        if let Some((speakers, cue)) = passive(room, scope, clause).or_else(|| for_whom(room, scope, clause, at)) {
            room.owner[quote] = Some(room.add(StatementKind::Partial, vec![span], speakers, cue, &NAMED));
            continue;
        }
        // "sie nennt sich „…“" gives a name
        let itself = |verb: &cue::CueVerb<'_>| {
            verb.reflexive.is_none() && (verb.verb..verb.verb + 3).any(|i| scope.says(i, &["sich"])) && verb.row.complements.is_empty()
        };
        let named = cue::last_verb(scope, clause, "n").filter(|verb| !itself(verb));
        let verb = named.or_else(|| cue::last_verb(scope, clause, "qd").filter(|verb| verb.row.strength < 3 && (words >= 2 || lower)));
        let Some(verb) = verb else { continue };
        let phrases = speaker::subject(scope, clause, verb.finite, verb.plural);
        if !phrases.iter().any(|phrase| phrase.speaks() || verb.row.strength == 1 && speaker::is_unlisted_name(scope, phrase)) {
            continue;
        }
        let speakers: Vec<Speaker> = speaker::all(scope, &phrases, room.known());
        let rule = if verb.row.takes('n') { &NAMED } else { &WOVEN };
        let cue = Some(verb.report(scope));
        room.owner[quote] = Some(room.add(StatementKind::Partial, vec![span], speakers, cue, rule));
    }
}

/// "wird von Kennern als „…“ bezeichnet": whoever stands behind "von".
fn passive(room: &Room<'_>, scope: &Scope<'_>, (from, to): (usize, usize)) -> Option<(Vec<Speaker>, Option<Cue>)> {
    let auxiliary = (from..to).find(|&i| scope.finite(i) && is_become(scope.word(i)))?;
    let participle = (from..to).rev().find(|&i| i != auxiliary && scope.is(i, Flags::PARTICIPLE) && scope.is(i, Flags::CUE) && scope.lower(i))?;
    let lexicon = scope.text.lexicon;
    let takes = |form: &LemmaForm| lexicon.cues[lexicon.lemmas[usize::from(form.lemma)].cues.clone()].iter().any(|row| row.takes('n') && row.strength < 3);
    scope.token(participle).filter(|token| lexicon.lemma_forms(token.word).iter().any(takes))?;
    let by = (from..to).find(|&i| scope.says(i, &["von", "vom", "Von", "Vom"]))?;
    let phrase = noun::at(scope, by + 1, to).filter(noun::Phrase::speaks)?;
    let speakers = speaker::all(scope, &speaker::joined(scope, phrase, to, true), room.known());
    Some((speakers, Some(cue::plain(scope, (participle, participle + 1)))))
}

/// "Für X ist die Lage „…“": how somebody sees it.
fn for_whom(room: &Room<'_>, scope: &Scope<'_>, (from, to): (usize, usize), at: usize) -> Option<(Vec<Speaker>, Option<Cue>)> {
    let opens = scope.says(from, &["Für"]);
    let phrase = noun::at(scope, from + 1, to).filter(|phrase| opens && matches!(phrase.head, noun::Head::Person(_)))?;
    let end = source::over_apposition(scope, phrase.end, to);
    let verb = if end > phrase.end && scope.class(end) == Some(Class::Comma) { end + 1 } else { end };
    let is = scope.finite(verb) && is_be(scope.word(verb));
    (is && verb < at).then(|| (vec![speaker::of(scope, &phrase, room.known())], None))
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
    // "in der „Rundschau“", "von der „Aktion Weite Wiese“ sagte": a name of several capitals behind an article
    let definite = scope.says(before, &["der", "die", "das", "dem", "den"]);
    let behind = before.checked_sub(1).is_some_and(|i| scope.says(i, &["in", "bei", "aus", "von"]));
    let capitals = room.text.tokens[inner.range()].iter().filter(|t| t.class == Class::Word).all(|t| t.is_capital());
    if definite && behind && capitals && inner.len() > 1 {
        return true;
    }
    if scope.lower(at + 1) && scope.is(at + 1, Flags::PARTICIPLE | Flags::ADJECTIVE) && scope.says(before, &["als"]) && scope.capital(at + 2) {
        return true; // "der als „…“ bezeichnete Preis"
    }
    let opens = before == 0 && !scope.is(before, Flags::NOUN);
    if !scope.capital(before) || opens {
        // "der neue „…“": a capital noun alone behind article or adjective is mostly a name
        return false;
    }
    let speech = scope.is(before, Flags::SPEECH_NOUN) && !scope.is(before, Flags::NONSPEECH_NOUN);
    let clause = direct::is_clause(room.text, inner);
    scope.is(before, Flags::NONSPEECH_NOUN) || !speech && !clause && room.text.tokens.get(inner.start()).is_some_and(|t| t.is_capital())
}
