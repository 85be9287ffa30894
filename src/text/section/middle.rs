//! Between the paragraphs of the body: list items and crossheads, by their form and by what stands around them.

use super::look::{LINE, Look};
use crate::analysis::SectionKind as Kind;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::Class;
use std::ops::Range;

/// Labels items and crossheads; what is left is body.
pub(super) fn middle(text: &Text<'_>, looks: &[Look], kinds: &mut [Option<Kind>], body: usize) {
    // three questions and more are an interview
    let interview = looks.iter().filter(|look| is_question(text, look)).count() > 2;
    let mut at = body;
    while at < looks.len() {
        if kinds[at].is_some() {
            at += 1;
            continue;
        }
        if looks[at].item || is_counted(looks, at) {
            kinds[at] = Some(Kind::Item);
            at += 1;
            continue;
        }
        if at > body && is_prose_heading(text, looks, kinds, at, interview) {
            kinds[at] = Some(Kind::Crosshead);
            at += 1;
            continue;
        }
        let end = (at..looks.len()).find(|&n| !is_loose(looks, kinds, n)).unwrap_or(looks.len());
        run(text, looks, kinds, at..end);
        at = end.max(at + 1);
    }
}

/// A short block without a full stop.
fn is_loose(looks: &[Look], kinds: &[Option<Kind>], at: usize) -> bool {
    let look = &looks[at];
    is_free(kinds, at) && look.bytes <= LINE && !look.colon && !look.item && (!look.stopped || look.bytes <= LINE / 2 && !look.verb)
}

/// A run of short blocks without full stops: a crosshead and items, or rows of labels and names.
fn run(text: &Text<'_>, looks: &[Look], kinds: &mut [Option<Kind>], run: Range<usize>) {
    let Range { start, end } = run;
    let after_colon = start > 0 && (looks[start - 1].colon || looks[start - 1].open);
    let bulleted = start > 0 && looks[start - 1].item;
    let follows = (end..looks.len()).find(|&n| !looks[n].signs);
    let body_follows = follows.is_some_and(|next| is_free(kinds, next));
    for n in start..end {
        let look = &looks[n];
        kinds[n] = if look.account {
            None
        } else if look.lower || after_colon {
            Some(Kind::Item)
        } else if is_quoted_heading(looks, n) {
            Some(Kind::Crosshead)
        } else if let Some(kind) = kind_in_rows(text, looks, &run, n) {
            Some(kind)
        } else if look.stopped || look.open {
            None
        } else if n == start && (end - start > 1 || body_follows || bulleted) {
            Some(Kind::Crosshead)
        } else if n > start {
            Some(Kind::Item)
        } else {
            None
        };
    }
}

/// Lines that stand together, one of them with a label ("Bauherr: Stadt Ulm"), are items; a line alone above such lines is
/// their heading.
fn kind_in_rows(text: &Text<'_>, looks: &[Look], run: &Range<usize>, at: usize) -> Option<Kind> {
    let group = group(looks, run, at);
    let rows = |group: &Range<usize>| group.len() > 1 && looks[group.clone()].iter().skip(1).any(|look| look.row);
    if rows(&group) {
        // without empty lines nobody knows where a group starts
        let comma = || looks[at].tokens.range().any(|at| text.at(at).class == Class::Comma);
        let heading = at == group.start && !looks[at].row && looks[at].tokens.len() <= 5 && !comma();
        return (looks[at].row || looks[group.start].parted).then_some(if heading { Kind::Crosshead } else { Kind::Item });
    }
    let heads = group.len() == 1 && group.end < run.end && rows(&self::group(looks, run, group.end));
    heads.then_some(Kind::Crosshead)
}

/// The lines of a run that no empty line parts from one; at most a dozen are looked at to either side.
fn group(looks: &[Look], run: &Range<usize>, at: usize) -> Range<usize> {
    const FAR: usize = 12;
    let start = (run.start..=at).rev().take(FAR).find(|&n| looks[n].parted).unwrap_or(at.saturating_sub(FAR).max(run.start));
    let end = (at + 1..run.end).take(FAR).find(|&n| looks[n].parted).unwrap_or(run.end.min(at + FAR));
    start..end
}

/// "Was ist geplant?", "Stimmen zum Fest:": a question that nobody is asked, or a noun phrase with a colon, between paragraphs.
fn is_prose_heading(text: &Text<'_>, looks: &[Look], kinds: &[Option<Kind>], at: usize, interview: bool) -> bool {
    let look = &looks[at];
    let follows = looks.get(at + 1).is_some_and(|next| is_free(kinds, at + 1) && next.prose() && !next.item && (next.bytes > LINE / 2 || next.quotes));
    if look.bytes > LINE * 2 / 3 || look.quotes || look.item || look.inner_stop || !follows || !looks[at - 1].prose() {
        return false;
    }
    if is_question(text, look) {
        return !interview
            && !look.tokens.range().any(|at| matches!(text.word(at), "Sie" | "Ihnen" | "Ihr" | "Ihre" | "Ihren" | "Ihrer" | "Ihrem" | "du" | "Du"));
    }
    let names = |at: usize| text.is(at, Flags::GIVEN | Flags::SURNAME | Flags::ROLE);
    let opens = text.is(look.tokens.start(), Flags::ADVERB | Flags::PREPOSITION | Flags::PRONOUN | Flags::CONJUNCTION);
    look.colon && !look.verb && !opens && look.tokens.len() <= 7 && !look.tokens.range().any(names)
}

fn is_question(text: &Text<'_>, look: &Look) -> bool {
    look.exclaims && !look.quotes && look.bytes <= LINE && text.says(look.tokens.end() - 1, "?")
}

/// "„Zu teuer? Von wegen!“" on its own between paragraphs: an exclamation without a verb, set in marks.
fn is_quoted_heading(looks: &[Look], at: usize) -> bool {
    let look = &looks[at];
    let prose = |n: usize| looks.get(n).is_some_and(|look| look.prose() && look.bytes > LINE);
    look.quoted && look.exclaims && !look.verb && look.bytes <= LINE / 2 && at > 0 && prose(at - 1) && prose(at + 1)
}

/// "1. …" beside a block with "2. …".
fn is_counted(looks: &[Look], at: usize) -> bool {
    let count = |n: usize| looks.get(n).and_then(|look| look.count);
    count(at).is_some_and(|here| here.checked_add(1).is_some_and(|next| count(at + 1) == Some(next)) || at > 0 && here > 0 && count(at - 1) == Some(here - 1))
}

fn is_free(kinds: &[Option<Kind>], at: usize) -> bool {
    kinds.get(at).is_none_or(|kind| kind.is_none())
}
