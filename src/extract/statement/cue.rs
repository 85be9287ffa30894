//! Reporting verbs and phrases in a stretch of items.

use super::unit::Scope;
use crate::analysis;
use crate::german::verb::{is_be, is_become, is_have};
use crate::lexicon::lists::Cue;
use crate::lexicon::{Flags, LemmaForm};
use crate::text::scan::Class;
use crate::text::span::ByteSpan;

/// A reporting verb in a clause.
#[derive(Debug, Clone)]
pub struct CueVerb<'a> {
    /// The list's row.
    pub row: &'a Cue,
    /// The verb's item.
    pub verb: usize,
    /// The finite form's item (the verb itself, or the auxiliary of a perfect).
    pub finite: usize,
    /// Separated prefix.
    pub prefix: Option<usize>,
    /// Words of the fixed expression, first item and the item after.
    pub complement: Option<(usize, usize)>,
    /// "sich".
    pub reflexive: Option<usize>,
    /// Whether the subject is in the plural.
    pub plural: bool,
}

impl CueVerb<'_> {
    /// The item after everything that belongs to the cue.
    pub fn end(&self) -> usize {
        let parts = [Some(self.verb + 1), Some(self.finite + 1), self.prefix.map(|i| i + 1), self.complement.map(|c| c.1), self.reflexive.map(|i| i + 1)];
        parts.into_iter().flatten().max().unwrap_or(self.verb + 1)
    }

    /// As the result shows it.
    pub fn report(&self, scope: &Scope<'_>) -> analysis::Cue {
        let mut parts = vec![(self.verb, self.verb + 1)];
        parts.extend(self.prefix.map(|i| (i, i + 1)));
        parts.extend(self.complement);
        parts.extend(self.reflexive.map(|i| (i, i + 1)));
        let lemma = &scope.text.lexicon.lemmas[usize::from(self.row.lemma)];
        let lemma = if self.row.reflexive { format!("sich {}", lemma.name) } else { lemma.name.to_owned() };
        analysis::Cue { lemma, spans: spans(scope, parts) }
    }
}

/// Byte spans of item ranges, neighbours joined.
pub fn spans(scope: &Scope<'_>, mut parts: Vec<(usize, usize)>) -> Vec<ByteSpan> {
    parts.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::with_capacity(parts.len());
    for part in parts {
        match joined.last_mut() {
            Some(last) if part.0 <= last.1 => last.1 = last.1.max(part.1),
            _ => joined.push(part),
        }
    }
    joined.into_iter().map(|(from, to)| scope.bytes(from, to)).collect()
}

/// How far a separated prefix may be from its verb, in items.
const PREFIX_REACH: usize = 48;

/// How far auxiliaries and the words of a fixed expression may be from their verb, in items.
const REACH: usize = 50;

/// The reporting verb at an item, used so that it governs one of the kinds of content (`"dz"`); the clause is `from..to`.
pub fn verb_at<'a>(scope: &Scope<'a>, i: usize, (from, to): (usize, usize), takes: &str) -> Option<CueVerb<'a>> {
    let token = scope.token(i).filter(|t| t.is_lower() && t.is(Flags::CUE) && !t.is(Flags::PREPOSITION | Flags::SUBJUNCTION))?;
    let lexicon = scope.text.lexicon;
    let (from, to) = (from.max(i.saturating_sub(REACH)), to.min(i + REACH));
    let mut best: Option<(u8, CueVerb<'a>)> = None;
    for form in lexicon.lemma_forms(token.word) {
        let Some((finite, prefix)) = shape(scope, i, (from, to), form) else { continue };
        let lemma = &lexicon.lemmas[usize::from(form.lemma)];
        for row in &lexicon.cues[lemma.cues.clone()] {
            // what takes "dafür, dass" takes "dafür, … zu" as well
            let correlate = takes.contains('z') && row.takes('d') && row.complements.iter().any(|c| c.starts_with("da"));
            if !correlate && !takes.chars().any(|kind| row.takes(kind)) {
                continue;
            }
            let reflexive = if row.reflexive { near(scope, finite, (from, to), "sich") } else { None };
            if row.reflexive && reflexive.is_none() {
                continue;
            }
            let complement = if row.complements.is_empty() { None } else { complement(scope, row, (from, to)) };
            if !row.complements.is_empty() && complement.is_none() {
                continue;
            }
            let rank = row.strength + if complement.is_some() { 0 } else { 4 } + if row.reflexive { 0 } else { 2 } + if form.separated { 0 } else { 1 };
            if best.as_ref().is_none_or(|(least, _)| rank < *least) {
                let plural = scope.plural(finite);
                best = Some((rank, CueVerb { row, verb: i, finite, prefix, complement, reflexive, plural }));
            }
        }
    }
    best.map(|(_, verb)| verb)
}

/// The finite form and the prefix of a verb form, when the clause has what the form needs.
fn shape(scope: &Scope<'_>, i: usize, (from, to): (usize, usize), form: &LemmaForm) -> Option<(usize, Option<usize>)> {
    if form.separated {
        let prefix = scope.text.lexicon.lemmas[usize::from(form.lemma)].prefix;
        let reach = to.min(i + PREFIX_REACH);
        // "wie die Stadt bekannt gab": apart, but before the verb
        if i > from && scope.word(i - 1) == prefix && scope.is_break(i + 1) {
            return scope.finite(i).then_some((i, Some(i - 1)));
        }
        let at = (i + 1..reach).find(|&j| scope.word(j) == prefix && ends_clause(scope, j + 1))?;
        return scope.finite(i).then_some((i, Some(at)));
    }
    let auxiliary = |j: usize| is_have(scope.word(j));
    if scope.is(i, Flags::PARTICIPLE) {
        let passive = (from..to).any(|j| is_become(scope.word(j)));
        if !passive {
            if i + 1 < to && auxiliary(i + 1) {
                return Some((i + 1, None));
            }
            if let Some(have) = (from..i).rev().find(|&j| auxiliary(j)) {
                return Some((have, None));
            }
        }
    }
    // "konnte bestätigen, dass", "ließ verlauten, dass": the modal is the finite verb, and "lassen" a cue of its own
    if scope.is(i, Flags::INFINITIVE)
        && scope.is_break(i + 1)
        && let Some(modal) = (from..i).rev().find(|&j| scope.finite(j) && (scope.is(j, Flags::MODAL) || lets(scope.word(j))))
    {
        let told = scope.says(modal, &["kann", "können", "konnte", "konnten", "muss", "müssen", "musste", "mussten", "möchte", "möchten"]);
        return told.then_some((modal, None));
    }
    if scope.finite(i) && !(i > from && is_become(scope.word(i - 1))) && !is_become(scope.word(i + 1)) {
        // a participle that looks like a finite form ("berichtet") needs another finite verb: the clause is a passive then
        let participle = scope.is(i, Flags::PARTICIPLE);
        if participle && (from..i).any(|j| is_become(scope.word(j)) || is_be(scope.word(j))) {
            return None;
        }
        return Some((i, None));
    }
    None
}

/// Finite forms of "lassen".
fn lets(word: &str) -> bool {
    matches!(word, "lässt" | "lassen" | "ließ" | "ließen")
}

/// Whether a separated prefix can stand before the item: the verb bracket closes there.
fn ends_clause(scope: &Scope<'_>, i: usize) -> bool {
    scope.is_break(i)
        || scope.quote(i).is_some()
        || scope.class(i) == Some(Class::Stop)
        || scope.says(i, &["und", "oder", "sowie", "als", "wie"])
        || scope.is(i, Flags::PREPOSITION)
}

fn near(scope: &Scope<'_>, at: usize, (from, to): (usize, usize), word: &str) -> Option<usize> {
    let reach = (at + 8).min(to);
    (at..reach).find(|&j| scope.word(j) == word).or_else(|| (from.max(at.saturating_sub(8))..at).rev().find(|&j| scope.word(j) == word))
}

fn complement(scope: &Scope<'_>, row: &Cue, (from, to): (usize, usize)) -> Option<(usize, usize)> {
    let found = |phrase: &str| {
        (from..to).find_map(|start| {
            let mut at = start;
            for word in phrase.split(' ') {
                let same = scope.word(at) == word || (at == 0 && scope.word(at).to_lowercase() == word);
                if at >= to || !same {
                    return None;
                }
                at += 1;
            }
            Some((start, at))
        })
    };
    // "ist sich X sicher": the subject stands between
    let apart = |phrase: &str| {
        let (first, second) = phrase.split_once(' ').filter(|(first, second)| *first == "sich" && !second.contains(' '))?;
        let sich = (from..to).find(|&i| scope.word(i) == first)?;
        let at = (sich + 1..to.min(sich + 12)).find(|&i| scope.word(i) == second && scope.is_break(i + 1))?;
        Some((at, at + 1))
    };
    row.complements.iter().filter_map(|phrase| found(phrase).or_else(|| apart(phrase))).max_by_key(|(start, end)| end - start)
}

/// The first reporting verb of a stretch that governs one of the kinds.
pub fn first_verb<'a>(scope: &Scope<'a>, (from, to): (usize, usize), takes: &str) -> Option<CueVerb<'a>> {
    (from..to).find_map(|i| verb_at(scope, i, (from, to), takes))
}

/// The last reporting verb of a stretch that governs one of the kinds.
pub fn last_verb<'a>(scope: &Scope<'a>, (from, to): (usize, usize), takes: &str) -> Option<CueVerb<'a>> {
    (from..to).rev().find_map(|i| verb_at(scope, i, (from, to), takes))
}

/// A cue that is no listed verb, by the words of a range.
pub fn plain(scope: &Scope<'_>, (from, to): (usize, usize)) -> analysis::Cue {
    let span = scope.bytes(from, to);
    analysis::Cue { lemma: span.of(scope.text.raw).to_lowercase(), spans: vec![span] }
}
