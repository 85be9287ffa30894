//! The head of a release, from above: stamps, letterhead, dateline, headline, subheadlines, up to the first paragraph.

use super::look::{LINE, Look};
use super::{dateline, day};
use crate::analysis::SectionKind as Kind;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Shape};
use crate::text::words::{self, Opening};

/// Longest headline, in bytes.
pub(super) const HEADLINE: usize = 260;
/// Most blocks before the first body paragraph.
pub(super) const HEAD: usize = 16;

/// Labels the blocks before the first body paragraph; returns that paragraph's index.
pub(super) fn head(text: &Text<'_>, looks: &[Look], kinds: &mut [Option<Kind>]) -> usize {
    let mut headline = None;
    let mut at = 0;
    while at < looks.len().min(HEAD) {
        let rest = &looks[at + 1..];
        if rest.is_empty() && headline.is_none() {
            break; // a single block is a body
        }
        let letterhead = if headline.is_none() { letterhead(text, looks, at) } else { 0 };
        if letterhead > 0 {
            let kind = if looks[at].opens(Opening::Contact) { Kind::Contact } else { Kind::Note };
            kinds[at..at + letterhead].fill(Some(kind));
            at += letterhead;
            continue;
        }
        let above = at.checked_sub(1).map(|before| (&looks[before], kinds[before]));
        let kind = if is_noted(text, &looks[at], above, headline.is_none()) {
            Some(Kind::Note)
        } else if is_dateline(text, &looks[at]) {
            Some(Kind::Dateline)
        } else if let Some(headline) = headline {
            below_headline(text, looks, at, headline, kinds[at - 1])
        } else {
            above_headline(text, looks, at, kinds)
        };
        let Some(kind) = kind else { break };
        if kind == Kind::Headline {
            headline = Some(at);
        }
        kinds[at] = Some(kind);
        at += 1;
    }
    at
}

/// Stamps, embargoes, dates, greetings.
fn is_noted(text: &Text<'_>, look: &Look, above: Option<(&Look, Option<Kind>)>, open: bool) -> bool {
    let noted = look.note
        || look.signs
        || open && is_kind_of_release(text, look)
        || look.opens_note() && look.bytes <= HEADLINE && (!look.stopped || !look.verb || !look.goes_on(text));
    let dated = look.bytes <= LINE && !look.stopped && !look.verb && (day::starts(text, look.tokens) || is_stamp(text, look));
    // the covering words of a mail, behind its greeting
    let covering = look.lower && look.stopped && above.is_some_and(|(above, kind)| above.open && kind == Some(Kind::Note));
    noted || covering || dated && open && !is_dateline(text, look)
}

/// "Verlagsmitteilung": a word alone that ends like the name of a release.
fn is_kind_of_release(text: &Text<'_>, look: &Look) -> bool {
    let word = text.word(look.tokens.start()).to_lowercase();
    look.tokens.len() == 1 && ["mitteilung", "meldung", "information", "aussendung", "erklärung", "notiz", "dienst"].iter().any(|end| word.ends_with(end))
}

/// "Gemeinsame Pressemitteilung", "Medien-Information 09/18", "Bilanz-Pressegespräch am 26. Februar", "VSK-Presse": a word of the
/// press among few others.
fn names_press_release(text: &Text<'_>, look: &Look) -> bool {
    const MOST: usize = 14;
    const ENDINGS: [&str; 13] =
        ["mitteilung", "meldung", "information", "info", "aussendung", "erklärung", "notiz", "dienst", "gespräch", "konferenz", "termin", "text", "presse"];
    let first = look.tokens.start();
    let hyphen = |at: usize| text.get(at).is_some_and(|hyphen| hyphen.class == Class::Hyphen);
    let named = |at: usize| {
        let word = text.word(at).to_lowercase();
        let press = |word: &str| word.starts_with("presse") || word.starts_with("medien");
        let of_press = press(&word) && word != "presse" || at > first + 1 && hyphen(at - 1) && (press(&text.word(at - 2).to_lowercase()) || word == "presse");
        of_press && ENDINGS.iter().any(|ending| word.ends_with(ending)) && !hyphen(at + 1)
    };
    look.tokens.len() <= MOST && look.tokens.range().any(named)
}

/// Lines of the sender that stand together above the headline, one of which lets it be reached: how many they are.
fn letterhead(text: &Text<'_>, looks: &[Look], from: usize) -> usize {
    let lines = looks[from..].iter().enumerate().take_while(|&(n, look)| (n == 0 || !look.parted) && is_sender_line(text, look));
    let last = lines.filter(|(_, look)| look.reachable()).last().map_or(0, |(n, _)| n);
    let more = looks.len() > from + last + 2;
    if last > 0 && more { last + 1 } else { 0 }
}

fn is_sender_line(text: &Text<'_>, look: &Look) -> bool {
    let plain = !look.stopped || names_firm(text, look);
    look.bytes <= LINE && !look.verb && plain && !look.item && !look.opens_note() && !is_dateline(text, look)
}

pub(super) fn names_firm(text: &Text<'_>, look: &Look) -> bool {
    look.tokens.range().any(|at| text.is(at, Flags::LEGAL_FORM))
}

/// What a block above the headline is, or the headline itself.
fn above_headline(text: &Text<'_>, looks: &[Look], at: usize, kinds: &[Option<Kind>]) -> Option<Kind> {
    let (look, rest) = (&looks[at], &looks[at + 1..]);
    let noted = at > 0 && kinds[at - 1] == Some(Kind::Note);
    if look.reachable() && look.bytes <= LINE && !look.verb || is_sender(text, look, rest, at, noted) {
        Some(Kind::Note)
    } else if !is_headline(look, rest) {
        None
    } else if is_kicker(text, look, rest) {
        Some(Kind::Subheadline)
    } else {
        Some(Kind::Headline)
    }
}

/// A line that names the sender: before a letterhead's address, before or with the date, a firm's name above the headline.
fn is_sender(text: &Text<'_>, look: &Look, rest: &[Look], at: usize, noted: bool) -> bool {
    let headline_at = |n: usize| rest.get(n).is_some_and(|next| is_headline(next, &rest[n + 1..]) && !is_dateline(text, next));
    if look.verb || !is_headline(look, rest) && !names_firm(text, look) {
        return false;
    }
    let organisation = look.tokens.range().any(|at| text.is(at, Flags::LEGAL_FORM | Flags::ORGANISATION_HEAD));
    // "Amt für Kultur, 3. Mai 2014"
    let dated = day::last_in(text, look.tokens).is_some_and(|(day, _)| {
        let parted = day > look.tokens.start() + 1 && matches!(text.at(day - 1).class, Class::Comma | Class::Dash | Class::Symbol | Class::Slash);
        parted && (noted || organisation) && headline_at(0) && rest.len() > 1
    });
    let addressed =
        at < 4 && organisation && look.tokens.len() <= 10 && !look.exclaims && rest.first().is_some_and(|next| next.reachable() && is_sender_line(text, next));
    // a date, then "Polizeiinspektion Ulm": a body's noun and its place, nothing more
    let named = |at: usize| text.is(at, Flags::PLACE) || text.at(at).flags().is_empty();
    let linked = |at: usize| named(at) || text.is(at, Flags::ARTICLE | Flags::PREPOSITION | Flags::CONTRACTION | Flags::CONJUNCTION);
    let body = (noted || at == 0)
        && look.tokens.len() > 1
        && text.is(look.tokens.start(), Flags::ORGANISATION_HEAD)
        && look.tokens.range().skip(1).all(linked)
        && named(look.tokens.end() - 1)
        && rest.len() > 1
        && (headline_at(0) && rest[0].bytes > look.bytes || words::mentions_office(text, rest[0].tokens) && headline_at(1));
    let legal_form = || {
        let form = |at: usize| text.is(at, Flags::LEGAL_FORM) && matches!(text.at(at).shape, Shape::Upper | Shape::Mixed);
        look.tokens.range().rev().take(2).any(form)
    };
    let firm = at < 3
        && look.tokens.len() <= 8
        && !look.exclaims
        && legal_form()
        && rest.len() > 2
        && headline_at(0)
        && rest.first().is_some_and(|next| next.bytes > look.bytes);
    let press = !look.quotes && !look.exclaims && names_press_release(text, look) && headline_at(0) && rest.len() > 1;
    let office = at < 3 && look.bytes <= LINE && !look.quotes && words::mentions_office(text, look.tokens) && headline_at(0) && rest.len() > 1;
    let before_date = noted && look.tokens.len() <= 12 && rest.first().is_some_and(|next| is_dateline(text, next)) && headline_at(1);
    dated || addressed && rest.len() > 2 || firm || body || press || office || before_date
}

/// A word above the headline: two more lines follow it before the text, the first of them longer and with a verb.
fn is_kicker(text: &Text<'_>, look: &Look, rest: &[Look]) -> bool {
    let plain = |n: usize| {
        rest.get(n).is_some_and(|next| is_headline(next, &rest[n + 1..]) && !is_dateline(text, next) && !is_noted(text, next, None, true) && !next.reachable())
    };
    look.tokens.len() <= 2 && !look.verb && !look.exclaims && plain(0) && plain(1) && rest[0].bytes > 2 * look.bytes && rest[0].verb && rest.len() > 2
}

/// A short block without a full stop, before others; a short one with it before a much longer one.
fn is_headline(look: &Look, rest: &[Look]) -> bool {
    let followed = rest.first().is_some_and(|next| next.bytes > 2 * look.bytes || next.bytes > LINE);
    let plain = !look.stopped || look.exclaims && !look.inner_stop || !look.inner_stop && look.bytes <= LINE && followed;
    look.bytes <= HEADLINE && plain && !look.colon && !look.item || look.stopped && look.bytes <= LINE / 2 && followed && !look.item
}

/// What a block between the headline and the text is.
fn below_headline(text: &Text<'_>, looks: &[Look], at: usize, headline: usize, above: Option<Kind>) -> Option<Kind> {
    let (look, rest) = (&looks[at], &looks[at + 1..]);
    let short = look.bytes <= LINE / 2 && !look.verb && !look.stopped && !look.colon;
    let office = short && words::mentions_office(text, look.tokens) && !look.quotes;
    let issuer = short && above == Some(Kind::Note) && look.tokens.len() <= 6 && text.is(look.tokens.start(), Flags::ORGANISATION_HEAD);
    let heads_list = look.parted && rest.first().is_some_and(|next| next.item && !next.parted);
    if office || issuer {
        Some(Kind::Note)
    } else if heads_list && short {
        Some(Kind::Crosshead)
    } else if look.item && look.bytes <= HEADLINE {
        Some(Kind::Item)
    } else if at - headline <= 3 && is_subheadline(text, look, rest) {
        Some(Kind::Subheadline)
    } else {
        None
    }
}

fn is_subheadline(text: &Text<'_>, look: &Look, rest: &[Look]) -> bool {
    let stopped = look.stopped && text.at(look.tokens.end() - 1).class != Class::Final;
    let followed = rest.iter().take(4).any(|next| next.stopped || next.bytes > LINE);
    let plain = look.bytes <= HEADLINE && !stopped && !look.colon && !look.open && !look.item;
    plain && followed && dateline::dateline(text, look.tokens).is_none_or(|dateline| !dateline.sure)
}

/// A dateline that is a block of its own.
pub(super) fn is_dateline(text: &Text<'_>, look: &Look) -> bool {
    look.bytes <= LINE && dateline::dateline(text, look.tokens).is_some_and(|dateline| dateline.sure && dateline.end == look.tokens.end())
}

/// A full date among hardly any words ("PM 12/2019 – 03.07.2019").
fn is_stamp(text: &Text<'_>, look: &Look) -> bool {
    let words = look.tokens.range().filter(|&at| text.at(at).class == Class::Word && !text.is(at, Flags::MONTH | Flags::WEEKDAY)).count();
    words <= 3 && look.tokens.len() <= 24 && day::first_in(text, look.tokens).is_some()
}
