//! A release's text with its findings marked: statements behind, names before them.

use super::words::{self, escape};
use crate::output::passage::Passage;
use crate::record::{Range, Record};
use std::fmt::Write;
use std::ops;

/// Words that are marked.
struct Mark {
    bytes: ops::Range<usize>,
    class: &'static str,
    title: String,
}

/// Adds the blocks of a release.
pub(super) fn text(page: &mut String, record: &Record<'_>) {
    let passage = Passage::of(record);
    let layers = [layer(statements(record, &passage)), layer(names(record, &passage))];
    let mut next = [0, 0];
    let mut written = 0;
    for section in &record.sections {
        let bytes = passage.bytes(section.span);
        // a dateline stands inside its block
        if bytes.start < written || bytes.is_empty() {
            continue;
        }
        written = bytes.end;
        let _ = write!(page, "<p class=\"{}\">", section.kind.name()); // writing to a string cannot fail
        block(page, passage.text(), bytes, &layers, &mut next);
        page.push_str("</p>\n");
    }
}

/// Adds one block in pieces, each of which lies in at most one mark of each layer. What stands behind stays open around
/// several names.
fn block(page: &mut String, text: &str, bytes: ops::Range<usize>, layers: &[Vec<Mark>; 2], next: &mut [usize; 2]) {
    let mut at = bytes.start;
    let mut open = None;
    while at < bytes.end {
        let mut upto = bytes.end;
        let mut within = [None, None];
        for ((marks, next), within) in layers.iter().zip(next.iter_mut()).zip(&mut within) {
            while marks.get(*next).is_some_and(|mark| mark.bytes.end <= at) {
                *next += 1;
            }
            if let Some(mark) = marks.get(*next) {
                let inside = mark.bytes.start <= at;
                upto = upto.min(if inside { mark.bytes.end } else { mark.bytes.start });
                *within = inside.then_some((*next, mark));
            }
        }
        let [behind, before] = within;
        let begins = behind.filter(|(n, _)| open != Some(*n));
        if open.is_some() && (begins.is_some() || behind.is_none()) {
            page.push_str("</span>");
        }
        if let Some((_, Mark { class, title, .. })) = begins {
            let _ = write!(page, "<span class=\"{class}\" title=\"{title}\">");
        }
        open = behind.map(|(n, _)| n);
        if let Some((_, Mark { class, title, .. })) = before {
            let _ = write!(page, "<i class=\"{class}\" title=\"{title}\">");
        }
        escape(page, text.get(at..upto).unwrap_or(""));
        if before.is_some() {
            page.push_str("</i>");
        }
        at = upto;
    }
    if open.is_some() {
        page.push_str("</span>");
    }
}

/// Marks in text order, of which none reaches into the next; of two that overlap the first is kept.
fn layer(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.bytes.start, std::cmp::Reverse(mark.bytes.end)));
    let mut end = 0;
    marks.retain(|mark| {
        let free = mark.bytes.start >= end && !mark.bytes.is_empty();
        end = if free { mark.bytes.end } else { end };
        free
    });
    marks
}

fn statements(record: &Record<'_>, passage: &Passage<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for said in &record.statements {
        let title = words::escaped(&format!("{}: {}", words::statement(said.kind), super::release::speakers(record, said)));
        marks.extend(said.segments.iter().map(|&span| Mark { bytes: passage.bytes(span), class: said.kind.name(), title: title.clone() }));
    }
    marks
}

fn names(record: &Record<'_>, passage: &Passage<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |spans: &[Range], class, title: &str| {
        marks.extend(spans.iter().map(|&span| Mark { bytes: passage.bytes(span), class, title: words::escaped(title) }));
    };
    record.awards.iter().for_each(|award| add(&award.mentions, "award", &format!("Auszeichnung: {}", award.name)));
    for person in &record.persons {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.role.as_ref()).collect();
        add(&person.mentions, "person", &[[person.name.as_ref()].as_slice(), &roles].concat().join(", "));
    }
    for organisation in &record.organisations {
        add(&organisation.mentions, "organisation", &format!("{} ({})", organisation.name, words::organisation(organisation.kind)));
    }
    for cue in record.statements.iter().filter_map(|said| said.cue.as_ref()) {
        add(&cue.spans, "cue", &cue.lemma);
    }
    marks
}
