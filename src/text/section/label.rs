//! What each block is: the head of the release from above, contact and boilerplate from below, the rest by its form.

use super::date;
use super::look::{LINE, Look, look};
use crate::analysis::SectionKind as Kind;
use crate::lexicon::Flags;
use crate::text::scan::{Class, Shape};
use crate::text::span::TokenSpan;
use crate::text::words::{self, Opening};
use crate::text::{Block, Text};

/// Longest headline or crosshead, in bytes.
const HEADLINE: usize = 260;
/// Most blocks before the first body paragraph.
const HEAD: usize = 12;

/// The labelled blocks; a dateline that runs into its paragraph follows it as a block of its own.
pub fn label(text: &Text<'_>, blocks: &[TokenSpan]) -> Vec<Block> {
    let looks: Vec<Look> = blocks.iter().map(|&block| look(text, block)).collect();
    let mut kinds = vec![None; looks.len()];
    let body = head(text, &looks, &mut kinds);
    running_heads(&looks, &mut kinds);
    tail(text, &looks, &mut kinds, body);
    boilerplate(text, &looks, &mut kinds, body);
    middle(&looks, &mut kinds, body);

    let mut sections = Vec::with_capacity(looks.len() + 1);
    let first_body = (0..looks.len()).find(|&n| kinds[n].is_none_or(|kind| kind == Kind::Body));
    let dated = kinds.contains(&Some(Kind::Dateline));
    for (n, look) in looks.iter().enumerate() {
        let kind = kinds[n].unwrap_or(Kind::Body);
        sections.push(Block { kind, tokens: look.tokens });
        if Some(n) == first_body
            && !dated
            && let Some(dateline) = date::dateline(text, look.tokens).filter(|dateline| dateline.end < look.tokens.end())
        {
            sections.push(Block { kind: Kind::Dateline, tokens: TokenSpan::new(look.tokens.start(), dateline.end) });
        }
    }
    sections
}

/// Labels the blocks before the first body paragraph; returns that paragraph's index.
fn head(text: &Text<'_>, looks: &[Look], kinds: &mut [Option<Kind>]) -> usize {
    let mut headline = None;
    let mut at = 0;
    while at < looks.len().min(HEAD) {
        let look = &looks[at];
        let rest = &looks[at + 1..];
        if rest.is_empty() && headline.is_none() {
            break; // a single block is a body
        }
        let noted = look.note || look.opens(Opening::Note) && look.bytes <= HEADLINE && (!look.stopped || !look.verb);
        let day_first = look.bytes <= LINE && !look.stopped && !look.verb && (starts_with_date(text, look) || is_stamp(text, look));
        // the covering words of a mail, behind its greeting
        let covering = look.lower && look.stopped && at > 0 && looks[at - 1].open && kinds[at - 1] == Some(Kind::Note);
        if noted || covering || day_first && headline.is_none() && !is_dateline(text, look) {
            kinds[at] = Some(Kind::Note);
        } else if is_dateline(text, look) {
            kinds[at] = Some(Kind::Dateline);
        } else if headline.is_none() && look.reachable() && look.bytes <= LINE && !look.verb {
            kinds[at] = Some(Kind::Note); // letterhead
        } else if headline.is_none() && is_headline(look, rest) {
            // a sender's line between "Pressemitteilung" and the date, or a firm's name above the headline
            let firm = at < 3
                && look.tokens.len() <= 8
                && !look.verb
                && !look.exclaims
                && look.tokens.range().rev().take(2).any(|at| text.is(at, Flags::LEGAL_FORM) && matches!(text.at(at).shape, Shape::Upper | Shape::Mixed))
                && rest.first().is_some_and(|next| next.bytes > look.bytes && is_headline(next, &looks[at + 2..]) && !is_dateline(text, next))
                && rest.len() > 2;
            let sender = firm
                || at > 0
                    && kinds[at - 1] == Some(Kind::Note)
                    && !look.verb
                    && look.tokens.len() <= 12
                    && rest.first().is_some_and(|next| is_dateline(text, next))
                    && rest.get(1).is_some_and(|next| is_headline(next, &looks[(at + 3).min(looks.len())..]));
            if sender {
                kinds[at] = Some(Kind::Note);
            } else {
                headline = Some(at);
                kinds[at] = Some(Kind::Headline);
            }
        } else if headline.is_some() && look.item && look.bytes <= HEADLINE {
            kinds[at] = Some(Kind::Item);
        } else if headline.is_some_and(|first| at - first <= 3) && is_subheadline(text, look, rest) {
            kinds[at] = Some(Kind::Subheadline);
        } else {
            break;
        }
        at += 1;
    }
    at
}

/// A short block without a full stop, before others; a short one with it before a much longer one.
fn is_headline(look: &Look, rest: &[Look]) -> bool {
    let followed = rest.first().is_some_and(|next| next.bytes > 2 * look.bytes || next.bytes > LINE);
    let plain = !look.stopped || look.exclaims && !look.inner_stop || !look.inner_stop && look.bytes <= LINE && followed;
    look.bytes <= HEADLINE && plain && !look.colon && !look.item || look.stopped && look.bytes <= LINE / 2 && followed && !look.item
}

fn is_subheadline(text: &Text<'_>, look: &Look, rest: &[Look]) -> bool {
    let stopped = look.stopped && text.at(look.tokens.end() - 1).class != Class::Final;
    let followed = rest.iter().take(4).any(|next| next.stopped || next.bytes > LINE);
    look.bytes <= HEADLINE && !stopped && !look.colon && !look.item && followed && date::dateline(text, look.tokens).is_none_or(|dateline| !dateline.sure)
}

fn is_dateline(text: &Text<'_>, look: &Look) -> bool {
    look.bytes <= LINE && date::dateline(text, look.tokens).is_some_and(|dateline| dateline.sure && dateline.end == look.tokens.end())
}

/// "04.02.2015 – 08:30 Uhr, …"
fn starts_with_date(text: &Text<'_>, look: &Look) -> bool {
    date::starts(text, look.tokens)
}

/// A full date among hardly any words ("PM 12/2019 – 03.07.2019").
fn is_stamp(text: &Text<'_>, look: &Look) -> bool {
    let words = look.tokens.range().filter(|&at| text.at(at).class == Class::Word && !text.is(at, Flags::MONTH | Flags::WEEKDAY)).count();
    words <= 3 && look.tokens.len() <= 24 && date::first_in(text, look.tokens).is_some()
}

/// Short blocks that come twice are page headers; so is "Seite 1 von 2".
fn running_heads(looks: &[Look], kinds: &mut [Option<Kind>]) {
    let mut prints: Vec<(u64, usize)> =
        looks.iter().enumerate().filter(|(_, look)| look.bytes <= LINE && look.tokens.len() > 2 && !look.stopped).map(|(n, look)| (look.print, n)).collect();
    prints.sort_unstable();
    for pair in prints.windows(2) {
        if pair[0].0 == pair[1].0 {
            for (_, n) in pair {
                if kinds[*n].is_none_or(|kind| kind != Kind::Headline) && (*n >= HEAD || kinds[*n].is_none()) {
                    kinds[*n] = Some(Kind::Note);
                }
            }
        }
    }
}

/// Contact lines and notes behind the body.
fn tail(text: &Text<'_>, looks: &[Look], kinds: &mut [Option<Kind>], body: usize) {
    let mut at = body;
    let mut zone = false;
    while at < looks.len() {
        let look = &looks[at];
        if kinds[at].is_some() {
            zone = false;
            at += 1;
            continue;
        }
        let sentence = look.stopped && look.verb;
        if at > body && (look.note || look.opens(Opening::Note) && look.bytes <= 3 * LINE && (look.goes_on(text) || look.short())) {
            kinds[at] = Some(Kind::Note);
            zone = false;
        } else if look.opens(Opening::Contact) && at > body && contact_heading(text, look, &looks[at + 1..]) {
            kinds[at] = Some(Kind::Contact);
            zone = !sentence || look.reachable();
        } else if zone && is_contact_line(look) && !look.opens(Opening::Boilerplate) && !is_about(text, look) {
            kinds[at] = Some(Kind::Contact);
        } else if at > body && look.tokens.len() <= 14 && !look.verb && look.colon && words::mentions_contact(text, look.tokens) {
            kinds[at] = Some(Kind::Contact);
            zone = true;
        } else if at > body && is_contact_start(text, look, &looks[at + 1..]) {
            kinds[at] = Some(Kind::Contact);
            zone = true;
            lines_above(text, looks, kinds, at, body);
        } else {
            zone = false;
        }
        at += 1;
    }
    // what ends a release: "- Ende -", "###"
    for (look, kind) in looks.iter().zip(kinds.iter_mut()).skip(body) {
        let signs = look.tokens.range().all(|at| !matches!(text.at(at).class, Class::Word | Class::Number | Class::Address));
        if kind.is_none() && signs {
            *kind = Some(Kind::Note);
        }
    }
}

/// A line that can be a contact without a heading: a way to reach somebody and no sentence, or "Presse: …" before such lines.
fn is_contact_start(text: &Text<'_>, look: &Look, rest: &[Look]) -> bool {
    let sentence = look.stopped && look.verb;
    let reaches = look.reachable() && look.bytes <= LINE && !sentence && !look.verb && !look.item && !is_table(text, look);
    reaches || look.opens(Opening::ContactLine) && contact_heading(text, look, rest)
}

/// The lines above the first that can be reached: name, firm, department.
fn lines_above(text: &Text<'_>, looks: &[Look], kinds: &mut [Option<Kind>], at: usize, body: usize) {
    let mut above = at;
    while above > body + 1 && at - above < 5 {
        let line = &looks[above - 1];
        let fits = kinds[above - 1].is_none()
            && line.bytes <= 80
            && !line.verb
            && !line.item
            && !line.colon
            && !line.quotes
            && !line.exclaims
            && !is_table(text, line)
            && !is_portrait(text, line);
        let named = !line.stopped || line.tokens.range().any(|at| text.is(at, Flags::LEGAL_FORM));
        if !fits || !named || looks[above - 2].colon {
            break;
        }
        above -= 1;
        kinds[above] = Some(Kind::Contact);
    }
}

/// A contact phrase opens a contact when the block can be reached, or is a heading before lines that can.
fn contact_heading(text: &Text<'_>, look: &Look, rest: &[Look]) -> bool {
    if look.reachable() {
        return look.bytes <= 3 * LINE;
    }
    let heading = (look.short() || look.exclaims) && !look.verb || !look.goes_on(text);
    let reaches = || rest.iter().take(8).any(Look::reachable) || rest.len() <= 2 || rest.iter().take(2).all(is_contact_line);
    look.bytes <= LINE && (heading && reaches() || look.colon && reaches())
}

fn is_contact_line(look: &Look) -> bool {
    let sentence = look.stopped && look.verb;
    let plain = !look.stopped || look.bytes <= LINE / 2 && !look.verb;
    look.bytes <= LINE && !sentence && plain || look.reachable() && look.bytes <= 2 * LINE
}

/// A row of figures is no telephone number.
fn is_table(text: &Text<'_>, look: &Look) -> bool {
    look.account || look.tokens.range().any(|at| matches!(text.word(at), "IBAN" | "BIC" | "ISIN" | "WKN" | "Euro" | "€" | "Uhr" | "Kontonummer" | "BLZ"))
}

/// "Über die Firma Muster": a heading of a boilerplate.
fn is_about(text: &Text<'_>, look: &Look) -> bool {
    let first = look.tokens.start();
    let about = matches!(text.word(first), "Über" | "Zum" | "Zur" | "ÜBER" | "Ueber");
    let name = look.tokens.len() <= 8 || (first + 1..look.tokens.end()).take(4).any(|at| text.at(at).is_capital());
    about && name && !look.stopped && look.tokens.len() <= 24 && !look.verb && look.bytes <= LINE
}

/// "Über Muster: Die Muster GmbH …": heading and paragraph in one.
fn is_about_paragraph(text: &Text<'_>, look: &Look) -> bool {
    let first = look.tokens.start();
    let colon = (first + 1..look.tokens.end()).take(14).find(|&at| matches!(text.at(at).class, Class::Colon | Class::Stop | Class::Comma));
    let about = matches!(text.word(first), "Über" | "ÜBER") || matches!(text.word(first), "Zum" | "Zur") && look.opens(Opening::Boilerplate);
    about && colon.is_some_and(|at| text.at(at).class == Class::Colon && at + 3 < look.tokens.end()) && look.stopped
}

/// The paragraphs about the issuer: under their heading, or the last paragraph when it reads like one.
fn boilerplate(text: &Text<'_>, looks: &[Look], kinds: &mut [Option<Kind>], body: usize) {
    let mut zone = false;
    let mut headed = false;
    for at in body + 1..looks.len() {
        let look = &looks[at];
        if kinds[at].is_some() {
            zone = false;
            continue;
        }
        let followed = looks.get(at + 1).is_some_and(|next| next.prose() && kinds[at + 1].is_none());
        let heading = (is_about(text, look) || look.opens(Opening::Boilerplate) && look.bytes <= LINE && !look.stopped) && followed;
        if heading || is_about_paragraph(text, look) {
            kinds[at] = Some(Kind::Boilerplate);
            (zone, headed) = (true, true);
        } else if zone && (look.prose() || look.item) {
            kinds[at] = Some(Kind::Boilerplate);
        } else {
            zone = false;
        }
    }
    let last = (body + 1..looks.len()).rev().find(|&at| kinds[at].is_none());
    if headed {
        return;
    }
    let before_contact =
        (body + 1..looks.len()).find(|&at| kinds[at] == Some(Kind::Contact)).and_then(|contact| (body + 1..contact).rev().find(|&at| kinds[at].is_none()));
    for at in [before_contact, last].into_iter().flatten() {
        if kinds[at].is_none() && (describes_issuer(text, &looks[at]) || is_portrait(text, &looks[at])) {
            kinds[at] = Some(Kind::Boilerplate);
        }
    }
}

/// "Die Muster GmbH wurde 1950 gegründet und beschäftigt …": an organisation as subject and several words of self-description.
fn describes_issuer(text: &Text<'_>, look: &Look) -> bool {
    if look.quotes && look.bytes < 4 * LINE || !look.stopped || look.bytes < 60 {
        return false;
    }
    let first = look.tokens.start();
    let opener = text.at(first);
    let subject = text.is(first, Flags::ARTICLE)
        && (first + 1..look.tokens.end())
            .take(5)
            .take_while(|&at| !text.is(at, Flags::ARTICLE | Flags::AWARD_HEAD))
            .any(|at| text.is(at, Flags::ORGANISATION_HEAD | Flags::LEGAL_FORM))
        || !opener.is(Flags::WORD | Flags::NOUN) && opener.class == Class::Word
        || opener.is(Flags::ORGANISATION_HEAD) && opener.is_capital();
    let words = look.tokens.range().filter(|&at| words::describes(text, at)).count();
    subject && words >= 2
}

/// "Muster Werke: gegründet 1950, 300 Mitarbeiter, …": a name, a colon and words of self-description without a verb.
fn is_portrait(text: &Text<'_>, look: &Look) -> bool {
    let colon = look.tokens.range().take(10).find(|&at| text.at(at).class == Class::Colon);
    let Some(colon) = colon.filter(|&at| at > look.tokens.start() && !look.verb && !look.quotes && look.bytes <= 3 * LINE) else { return false };
    let named = (look.tokens.start()..colon).any(|at| {
        let token = text.at(at);
        token.is_capital() && (token.flags().is_empty() || token.is(Flags::ORGANISATION_HEAD | Flags::LEGAL_FORM | Flags::SURNAME))
    });
    named && (colon..look.tokens.end()).filter(|&at| words::describes(text, at)).count() >= 2
}

/// Items, crossheads and what is left.
fn middle(looks: &[Look], kinds: &mut [Option<Kind>], body: usize) {
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
        // a run of short blocks without full stops
        let loose = |n: usize| {
            kinds_free(kinds, n)
                && looks[n].bytes <= LINE
                && !looks[n].colon
                && !looks[n].item
                && (!looks[n].stopped || looks[n].bytes <= LINE / 2 && !looks[n].verb)
        };
        let mut end = at;
        while end < looks.len() && loose(end) {
            end += 1;
        }
        if end == at {
            at += 1;
            continue;
        }
        let after_colon = at > 0 && (looks[at - 1].colon || looks[at - 1].open);
        let bulleted = at > 0 && looks[at - 1].item;
        let body_follows = end < looks.len() && kinds_free(kinds, end);
        for n in at..end {
            let look = &looks[n];
            kinds[n] = if look.lower || after_colon {
                Some(Kind::Item)
            } else if is_quoted_heading(looks, n) {
                Some(Kind::Crosshead)
            } else if look.stopped || look.open {
                None
            } else if n == at && (end - at > 1 || body_follows || bulleted) {
                Some(Kind::Crosshead)
            } else if n > at {
                Some(Kind::Item)
            } else {
                None
            };
        }
        at = end.max(at + 1);
    }
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

fn kinds_free(kinds: &[Option<Kind>], at: usize) -> bool {
    kinds.get(at).is_none_or(|kind| kind.is_none())
}
