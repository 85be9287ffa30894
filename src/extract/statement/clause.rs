//! Stretches between breaks, and what makes them main or dependent clauses, indicative or reported.

use super::unit::Scope;
use crate::german::verb::holds_zu;
use crate::lexicon::Flags;
use crate::text::scan::Class;

/// A stretch between two breaks.
#[derive(Debug, Clone, Copy)]
pub struct Chunk {
    /// First item.
    pub from: usize,
    /// Item after the last.
    pub to: usize,
    /// The break before it.
    pub before: Option<Class>,
}

/// The stretches of a range.
pub fn chunks(scope: &Scope<'_>, (from, to): (usize, usize)) -> Vec<Chunk> {
    let mut found = Vec::new();
    let mut start = from;
    let mut before = None;
    for i in from..=to {
        let class = scope.class(i);
        if i == to || matches!(class, Some(Class::Comma | Class::Semicolon | Class::Colon | Class::Dash)) {
            if start < i {
                found.push(Chunk { from: start, to: i, before });
            }
            before = if start < i || before.is_none() { class } else { before };
            start = i + 1;
        }
    }
    found
}

/// Without breaks, dashes and the final stop at its edges.
pub fn trim(scope: &Scope<'_>, mut from: usize, mut to: usize) -> (usize, usize) {
    let edge = |i: usize| matches!(scope.class(i), Some(Class::Comma | Class::Semicolon | Class::Colon | Class::Dash | Class::Symbol));
    while from < to && edge(from) {
        from += 1;
    }
    while to > from && (edge(to - 1) || matches!(scope.class(to - 1), Some(Class::Final)) || scope.is_last_stop(to - 1)) {
        to -= 1;
    }
    (from, to)
}

/// Whether a range has a finite verb or an infinitive with "zu".
pub fn has_verb(scope: &Scope<'_>, (from, to): (usize, usize)) -> bool {
    (from..to).any(|i| scope.finite(i)) || is_infinitive(scope, from, to)
}

/// Whether a range has an infinitive with "zu".
pub fn is_infinitive(scope: &Scope<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        scope.lower(i) && (scope.is(i, Flags::ZU_INFINITIVE) || holds_zu(scope.word(i)))
            || scope.says(i, &["zu"]) && scope.lower(i + 1) && scope.is(i + 1, Flags::INFINITIVE)
    })
}

/// Whether a chunk is an infinitive clause: it ends in an infinitive with "zu", and its other verb forms are infinitives and
/// participles, though some could be finite elsewhere ("die Kinder halten zu können").
pub fn is_infinitive_clause(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    let nonfinite = |i: usize| scope.is(i, Flags::INFINITIVE | Flags::PARTICIPLE | Flags::ADJECTIVE) && !scope.is(i, Flags::AUXILIARY | Flags::MODAL);
    let last = (chunk.from..chunk.to).rev().find(|&i| scope.lower(i));
    let closes = last.is_some_and(|i| is_infinitive(scope, i.saturating_sub(1).max(chunk.from), chunk.to));
    let finite = |i: usize| scope.finite(i) && !(closes && nonfinite(i));
    !(chunk.from..chunk.to).any(finite) && is_infinitive(scope, chunk.from, chunk.to) && !scope.says(chunk.from, &["um", "ohne", "statt", "anstatt"])
}

/// Whether an infinitive clause tells what is or will be ("… zu haben", "… zu wollen") rather than what to do.
pub fn is_claim(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    (chunk.from..chunk.to).rev().find(|&i| scope.lower(i)).is_some_and(|last| {
        scope.says(last, &["haben", "sein", "wollen", "können", "müssen", "werden", "dürfen"]) && scope.says(last.saturating_sub(1), &["zu"])
    })
}

/// Whether a chunk is a main clause or its core: a finite verb, and no word before that makes it depend on another.
pub fn is_main(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    let i = chunk.from;
    let finite = (i..chunk.to).any(|j| scope.finite(j));
    let depends = is_subordinate(scope, chunk) || is_relative(scope, chunk) || scope.is(i, Flags::INTERROGATIVE) && scope.finite(chunk.to - 1);
    finite && !depends
}

/// Whether a chunk is a subordinate clause; "während", "seit" and "ohne" are prepositions too.
pub fn is_subordinate(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    let i = chunk.from;
    let opens = scope.is(i, Flags::SUBJUNCTION) && !scope.says(i, &["so", "So"]);
    opens && (!scope.is(i, Flags::PREPOSITION) || scope.finite(chunk.to - 1) || !(i..chunk.to).any(|j| scope.finite(j)))
}

/// Whether a chunk is a relative clause.
pub fn is_relative(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    let i = if scope.is(chunk.from, Flags::PREPOSITION) && scope.lower(chunk.from) { chunk.from + 1 } else { chunk.from };
    chunk.before == Some(Class::Comma)
        && scope.says(
            i,
            &[
                "der", "die", "das", "den", "dem", "deren", "dessen", "denen", "welche", "welcher", "welches", "wo", "worin", "womit", "wofür", "wodurch",
                "wobei", "was",
            ],
        )
        && !scope.finite(i + 1)
        && match (chunk.from..chunk.to).find(|&j| scope.finite(j)) {
            // "der Fluss könne kippen" is a main clause: its verb stands second and has the rest of the bracket behind it
            Some(finite) if scope.capital(i + 1) && finite + 1 < chunk.to && scope.is(finite + 1, Flags::INFINITIVE | Flags::PARTICIPLE) => false,
            // "die für den Verein startet und viel gewonnen hat"
            Some(finite) if scope.says(finite + 1, &["und", "oder", "sowie"]) && scope.finite(chunk.to - 1) => true,
            Some(finite) => finite + 2 >= chunk.to || scope.is(finite, Flags::INFINITIVE) && scope.finite(chunk.to - 1) && !scope.capital(i + 1),
            None => !scope.capital(i + 1),
        }
}

/// Whether a range has a verb in a Konjunktiv.
pub fn has_mood(scope: &Scope<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| scope.reporting(i) && !is_idiom(scope, i) || scope.unreal(i))
}

/// "es sei denn", "sei es … sei es", "wie dem auch sei"
pub fn is_idiom(scope: &Scope<'_>, i: usize) -> bool {
    let narrator = ["hingewiesen", "erwähnt", "verraten", "gesagt", "genannt", "empfohlen", "angemerkt", "gedankt", "erinnert", "gedacht"];
    if scope.says(i, &["sei", "seien"]) && (i + 1..scope.len().min(i + 24)).any(|j| scope.says(j, &narrator) && !scope.says(j + 1, &["worden"])) {
        return true; // "Erwähnt sei noch", "Hingewiesen sei auf": the narrator's own
    }
    let opens = i == 0 || scope.is_break(i - 1);
    scope.says(i, &["sei"])
        && (scope.says(i + 1, &["denn"]) || scope.says(i + 1, &["es"]) && opens || i > 0 && scope.says(i - 1, &["auch", "Es"]) && scope.says(i + 1, &["denn"]))
        || i > 1 && scope.says(i - 1, &["auch"]) && scope.says(i - 2, &["dem"])
}
