//! Reporting verbs that follow or interrupt what they report: "…, sagte X".

use super::clause::{Chunk, chunks, has_mood, has_verb, is_main, trim};
use super::cue;
use super::frame;
use super::noun;
use super::origin;
use super::source;
use super::speaker;
use super::unit::Scope;
use crate::analysis::Speaker;
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// …, sagt X
pub static INSERTED: Rule = Rule {
    name: "indirect/inserted-frame",
    finds: Finds::Statement,
    confidence: 0.93,
    reason: "A reporting verb that follows or interrupts a clause attributes it to its subject.",
    yes: &[
        "[[Die Halle sei ein Gewinn]], sagte Petra Seifert. => Petra Seifert",
        "[[Der Umbau]], erklärte Jonas Hiller, [[koste zwei Millionen Euro]]. => Jonas Hiller",
        "[[Dass die Halle bleibt]], betont Petra Seifert. => Petra Seifert",
    ],
    no: &[
        "Als die Halle voll war, begrüßte Petra Seifert die Gäste.",
        "Wenn es regnet, berichtet Petra Seifert aus dem Zelt.",
        "Petra Seifert lobte den Entwurf, kritisierte aber das Tempo.",
        "Petra Seifert warb für den Entwurf, kritisierte Sperrzeiten und forderte mehr Personal.",
    ],
};

/// "…, sagte X." and "…, sagte X, …"
pub fn find(scope: &Scope<'_>, (from, to): (usize, usize), known: &[Speaker]) -> Option<source::Source> {
    let list = chunks(scope, (from, to));
    for (n, chunk) in list.iter().enumerate().skip(1) {
        if !matches!(chunk.before, Some(Class::Comma | Class::Dash)) {
            continue;
        }
        // "…, das teilte X mit"
        let that = scope.says(chunk.from, &["das", "dies"]) && scope.finite(chunk.from + 1) && chunk.to == to;
        let chunk = Chunk { from: chunk.from + usize::from(that), ..*chunk };
        if !scope.finite(chunk.from) {
            continue;
        }
        if let Some(found) = it_says(scope, &list[..n], chunk, (from, to), known).or_else(|| reads(scope, chunk, (from, to), known)) {
            return Some(found);
        }
        let Some(verb) = cue::verb_at(scope, chunk.from, (chunk.from, to), "qd").or_else(|| {
            let auxiliary = scope.is(chunk.from, Flags::AUXILIARY);
            auxiliary.then(|| cue::first_verb(scope, (chunk.from, chunk.to), "qd")).flatten().filter(|verb| verb.finite == chunk.from)
        }) else {
            continue;
        };
        if scope.reporting(verb.finite) || scope.says(chunk.from + 1, &["ich", "wir"]) {
            continue;
        }
        let before = (from, chunk.from - 1 - usize::from(that));
        let main = list[..n].iter().any(|c| is_main(scope, c));
        let mood = has_mood(scope, before.0, before.1);
        let mood_after = has_mood(scope, chunk.to, to);
        let known_fact = verb.row.class == "showing" || verb.row.class == "thinking" && verb.row.strength > 1;
        let whole = scope.says(from, &["dass", "Dass", "daß", "Daß", "ob", "Ob"]) && n == 1 && !known_fact && !scope.is(verb.verb, Flags::MODAL);
        let content = whole || main && (mood || verb.row.strength < 2) || mood_after && (main || !has_verb(scope, before));
        if !content || known_fact && !mood && !mood_after {
            continue;
        }
        let Some(phrase) = noun::find(scope, verb.finite + 1, to) else { continue };
        if !phrase.speaks() && (verb.row.strength > 1 || shares_subject(scope, list[n - 1], chunk)) {
            continue;
        }
        let phrases = speaker::joined(scope, phrase, to, verb.plural);
        let mut end = phrases.last().map_or(phrase.end, |p| p.end).max(verb.end());
        end = (end..to).find(|&j| scope.is_break(j)).unwrap_or(to);
        // the frame goes on to the end unless content follows
        let end = source::over_apposition(scope, end, to);
        let governs = scope.class(end) == Some(Class::Comma) && scope.says(end + 1, &["dass", "daß", "ob"]);
        if governs && !mood {
            continue;
        }
        let rest = trim(scope, end, to);
        let aside = scope.is(rest.0, Flags::SUBJUNCTION) && !governs && has_verb(scope, rest)
            || scope.says(rest.0, &["der", "die", "das", "und"]) && has_verb(scope, rest);
        let date = rest.1 - rest.0 < 5 && (rest.0..rest.1).any(|i| scope.is(i, Flags::WEEKDAY | Flags::MONTH)) && !has_verb(scope, rest);
        let goes_on = rest.0 < rest.1 && !date && (has_mood(scope, rest.0, rest.1) || !has_verb(scope, before) || mood && !aside);
        let end = if goes_on { end } else { to };
        return Some(source::Source {
            range: (chunk.from - usize::from(that), end),
            speakers: speaker::all(scope, &phrases, known),
            cue: verb.report(scope),
            rule: &INSERTED,
        });
    }
    None
}

/// "X lobte den Entwurf, kritisierte aber das Tempo": the second verb goes on with the subject of the first, and what
/// stands behind it is its object.
fn shares_subject(scope: &Scope<'_>, before: Chunk, chunk: Chunk) -> bool {
    let turns = (chunk.from + 1..chunk.to.min(chunk.from + 3))
        .any(|i| scope.says(i, &["aber", "jedoch", "dagegen", "zugleich", "gleichzeitig", "zudem", "außerdem", "dann", "auch"]));
    // "X wirbt dafür, kritisiert Pausen und fordert mehr": a third verb with the same subject
    let third = (chunk.from + 1..chunk.to).any(|i| scope.says(i, &["und", "sowie"]) && scope.finite(i + 1));
    let marked = has_mood(scope, before.from, before.to);
    !marked && (turns || third && is_main(scope, &before) || is_main(scope, &before) && scope.is(chunk.from + 1, Flags::ARTICLE))
}

/// "…, lautet die Einschätzung der Stadt", "…, lautet ihr Fazit": the owner of the noun of saying.
fn reads(scope: &Scope<'_>, chunk: Chunk, (from, to): (usize, usize), known: &[Speaker]) -> Option<source::Source> {
    let noun = (chunk.from + 1..chunk.to.min(chunk.from + 5)).find(|&i| scope.capital(i)).filter(|&i| scope.is(i, Flags::SPEECH_NOUN))?;
    if !scope.says(chunk.from, &["lautet", "lautete"]) || !has_verb(scope, (from, chunk.from)) {
        return None;
    }
    let speakers = match origin::genitive(scope, noun + 1, chunk.to) {
        Some((owner, _)) => vec![speaker::of(scope, &owner, known)],
        None => known.to_vec(),
    };
    Some(source::Source { range: (chunk.from, to), speakers, cue: cue::plain(scope, (chunk.from, chunk.from + 1)), rule: &INSERTED })
}

/// "…, heißt es in dem Bericht des Verbands"
fn it_says(scope: &Scope<'_>, before: &[Chunk], chunk: Chunk, (from, to): (usize, usize), known: &[Speaker]) -> Option<source::Source> {
    let says = scope.is_called(chunk.from) && scope.says(chunk.from + 1, &["es"]);
    if !says || !before.iter().any(|c| is_main(scope, c)) || from >= chunk.from {
        return None;
    }
    let cue = cue::plain(scope, (chunk.from, chunk.from + 2));
    let speakers = frame::document_of(scope, chunk.from + 2, chunk.to, known);
    Some(source::Source { range: (chunk.from, if has_mood(scope, chunk.to, to) { chunk.to } else { to }), speakers, cue, rule: &INSERTED })
}
