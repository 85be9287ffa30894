//! What stands behind and between the paragraphs of the body: contacts, notes, page furniture.

use super::about::{is_about, is_portrait};
use super::day;
use super::head::{HEAD, is_dateline, names_firm};
use super::look::{LINE, Look};
use crate::analysis::SectionKind as Kind;
use crate::text::Text;
use crate::text::words::{self, Opening};

/// Short blocks that come twice are page headers; so is a letterhead beside a page number ("Seite 1 von 2").
pub(super) fn page_furniture(looks: &[Look], kinds: &mut [Option<Kind>], body: usize) {
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
    let header = |n: usize| looks.get(n).is_some_and(|look| look.reachable() && look.bytes <= LINE && !look.verb && !look.stopped && look.opening.is_none());
    let last_prose = looks.iter().rposition(|look| look.stopped && (look.inner_stop || look.bytes > LINE)).unwrap_or(0);
    for (at, look) in looks.iter().enumerate().take(last_prose).skip(body) {
        for beside in [at.wrapping_sub(1), at + 1] {
            if look.page && beside > body && header(beside) && kinds[beside].is_none() {
                kinds[beside] = Some(Kind::Note);
            }
        }
    }
}

/// Contact lines and notes behind the body.
pub(super) fn tail(text: &Text<'_>, looks: &[Look], kinds: &mut [Option<Kind>], body: usize) {
    let mut zone = false;
    for at in body + 1..looks.len() {
        let (look, rest) = (&looks[at], &looks[at + 1..]);
        if kinds[at].is_some() {
            zone = false;
            continue;
        }
        let sentence = look.stopped && look.verb;
        let open_heading = is_open_heading(text, looks, kinds, at);
        if look.note || look.signs || look.opens_note() && look.bytes <= 3 * LINE && (look.goes_on(text) || look.short()) && !is_sentence_on(text, look) {
            kinds[at] = Some(Kind::Note);
            zone = false;
        } else if look.opens(Opening::Contact) && contact_heading(text, look, rest) {
            kinds[at] = Some(Kind::Contact);
            zone = !sentence || look.reachable();
        } else if is_foot_dateline(text, looks, at) {
            kinds[at] = Some(Kind::Dateline);
        } else if zone && is_contact_line(look) && !look.opens(Opening::Boilerplate) && !look.opens(Opening::Legal) && !is_about(text, look) {
            kinds[at] = Some(Kind::Contact);
        } else if look.colon
            && words::mentions_contact(text, look.tokens)
            && (look.tokens.len() <= 14 && !look.verb || rest.first().is_some_and(Look::reachable))
        {
            kinds[at] = Some(Kind::Contact);
            zone = true;
        } else if is_contact_start(text, look, rest) && !is_row_among_rows(looks, kinds, at) {
            kinds[at] = Some(Kind::Contact);
            zone = true;
            lines_above(text, looks, kinds, at, body);
        } else {
            if open_heading && look.opening.is_none() && look.bytes <= 3 * LINE {
                kinds[at] = Some(Kind::Note);
            }
            zone = false;
        }
    }
}

/// "Foto und Film gehören zusammen.": the first word of a note opens a sentence about something else.
fn is_sentence_on(text: &Text<'_>, look: &Look) -> bool {
    let joined = |behind: usize| matches!(text.word(behind), "und" | "der" | "des" | "von" | "für" | "zur" | "zum" | "vom");
    look.stopped && look.verb && look.opening.is_some_and(|(_, behind)| behind < look.tokens.end() && joined(behind))
}

/// Whether the heading of a note stands alone above a block: directly, or above its earlier lines.
fn is_open_heading(text: &Text<'_>, looks: &[Look], kinds: &[Option<Kind>], at: usize) -> bool {
    let heading = &looks[at - 1];
    kinds[at - 1] == Some(Kind::Note) && heading.opens(Opening::Heading) && !heading.goes_on(text)
}

/// Place and day below a letter's text, the only ones there.
fn is_foot_dateline(text: &Text<'_>, looks: &[Look], at: usize) -> bool {
    let alone = |n: usize| looks.get(n).is_none_or(|look| !is_dateline(text, look));
    looks.len() - at <= 8 && is_dateline(text, &looks[at]) && alone(at - 1) && alone(at + 1) && !looks[at - 1].colon && looks[at - 1].prose()
}

/// A line that can be a contact without a heading: a way to reach somebody and no sentence, or "Presse: …" before such lines.
fn is_contact_start(text: &Text<'_>, look: &Look, rest: &[Look]) -> bool {
    let sentence = look.stopped && look.verb;
    let reaches = look.reachable() && look.bytes <= LINE && !sentence && !look.verb && !look.item && !is_table(text, look);
    reaches || look.opens(Opening::ContactLine) && contact_heading(text, look, rest)
}

/// "Bewerbung: www.muster.example" below other labels.
fn is_row_among_rows(looks: &[Look], kinds: &[Option<Kind>], at: usize) -> bool {
    let (look, above) = (&looks[at], &looks[at - 1]);
    look.row && !look.reach.phone && !look.opens(Opening::Contact) && !look.parted && above.row && kinds[at - 1].is_none()
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
            && day::first_in(text, line.tokens).is_none()
            && !is_portrait(text, line);
        let named = !line.stopped || names_firm(text, line);
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
    // "Weitere Informationen" above a paragraph
    if !look.goes_on(text) && rest.first().is_some_and(|next| next.prose() && next.stopped && !next.reachable()) {
        return false;
    }
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
    // "Hotline: 0800 555 22 11 (Mo–Fr 8–18 Uhr)"
    let open = |at: usize| text.says(at, "Uhr") && !(look.row && look.reach.phone);
    look.account || look.tokens.range().any(|at| matches!(text.word(at), "IBAN" | "BIC" | "ISIN" | "WKN" | "Euro" | "€" | "Kontonummer" | "BLZ") || open(at))
}
