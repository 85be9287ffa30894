//! `!`, `?` and the ellipsis: inside a sentence or at its end. Notes behind a full stop.

use super::opener::Opener;
use super::{Candidate, clause};
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};

/// How far back the other half of a bracket or a pair of dashes is looked for, in tokens.
const PAIR: usize = 60;

/// Whether a sentence ends with `!`, `?` or an ellipsis.
pub(super) fn ends(candidate: &Candidate<'_, '_>) -> bool {
    if is_ellipsis(candidate.text, candidate.at) {
        ellipsis_ends(candidate)
    } else {
        !comments(candidate) && !is_between_dashes(candidate) && !is_in_name(candidate)
    }
}

fn is_ellipsis(text: &Text<'_>, at: usize) -> bool {
    text.word(at).starts_with(['…', '.'])
}

/// "(!)" and "(wirklich?)" comment on the words before.
fn comments(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, start, at, next, .. } = *candidate;
    let bracket = (at + 1..next).any(|t| text.at(t).class == Class::Close);
    if !bracket || at == start {
        return false;
    }
    if text.at(at - 1).class == Class::Open {
        return true;
    }
    let open = (start.max(at.saturating_sub(PAIR))..at).rev().find(|&t| text.at(t).class == Class::Open);
    !candidate.clear() && open.is_some_and(|open| open > start && text.at(open + 1).is_lower())
}

/// "die Yahoo! Deutschland GmbH": an unknown name behind its article, and more of it behind the mark.
fn is_in_name(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, start, at, next, .. } = *candidate;
    let name = at >= start + 2 && text.at(at - 1).is_capital() && text.at(at - 1).flags().is_empty() && text.at(at).is_glued();
    name && next == at + 1 && text.is(at - 2, Flags::ARTICLE | Flags::PREPOSITION | Flags::CONTRACTION) && text.at(next).is_capital() && !candidate.clear()
}

/// "Es gab – wer hätte es gedacht? – Kuchen": the second dash closes what the first has opened.
fn is_between_dashes(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, start, at, next, end, .. } = *candidate;
    let is_dash = |t: usize| text.at(t).class == Class::Dash && text.at(t).gap == Gap::Space;
    let dashes = || (start.max(at.saturating_sub(PAIR)) + 1..at).filter(|&t| is_dash(t)).count();
    next + 1 < end && is_dash(next) && text.at(next + 1).gap != Gap::None && dashes() % 2 == 1
}

/// An ellipsis ends a sentence where a new one clearly begins, not behind the first word and not where text is left out.
fn ellipsis_ends(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, start, at, next, .. } = *candidate;
    let opener = candidate.opener();
    let first = at == start || at == start + 1 && matches!(text.at(start).class, Class::Quote | Class::Open);
    let left_out = at > start && text.at(at - 1).class == Class::Open;
    let marked = next > at + 1 && text.word(at).len() > next - 1 - at;
    let stopped = text.word(at).starts_with("....");
    let opens = || opener >= Opener::Subject || opener == Opener::Capital && !text.at(next).is(Flags::NOUN) || clause::follows(candidate);
    !first && !left_out && (marked || stopped || opens())
}

/// An ellipsis that opens the next sentence instead of closing this one ("Ende. … und dann").
pub(super) fn leads_on(text: &Text<'_>, at: usize, end: usize) -> bool {
    is_ellipsis(text, at) && at + 1 < end && text.at(at + 1).class == Class::Word
}

/// Tokens of a note behind a full stop: "Erfolg.1 Danach", "Erfolg.[2] Danach", "Erfolg.* Danach".
pub(super) fn note(text: &Text<'_>, stop: usize, end: usize) -> usize {
    let first = stop + 1;
    let word = stop > 0 && text.at(stop - 1).class == Class::Word && text.word(stop - 1).chars().count() > 3;
    if !word || !text.at(first).is_glued() {
        return 0;
    }
    let figures = |at: usize| at < end && text.at(at).class == Class::Number && text.word(at).len() <= 3;
    let length = match text.at(first).class {
        Class::Number if figures(first) => 1,
        Class::Open if figures(first + 1) && text.get(first + 2).is_some_and(|close| close.class == Class::Close) => 3,
        Class::Symbol if text.word(first).starts_with(['*', '¹', '²', '³', '†']) => 1,
        _ => 0,
    };
    let opened = text.get(first + length).is_some_and(|next| next.gap != Gap::None && next.is_capital());
    if opened && !super::abbreviation::is_listed(text, stop - 1) { length } else { 0 }
}
