//! Recipients that are neither persons nor organisations: a product, a building, a work, a project, a group.

use super::party;
use crate::analysis::Party;
use crate::extract::award::name::written;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::text::scan::{Class, Shape};
use crate::text::span::TokenSpan;
use crate::text::{Quotation, Text};

/// How many words of a name may follow the noun.
const NAME: usize = 4;

/// The thing named at a token by its noun ("der Fernradweg Elbtal", "das Wohnquartier"), and the end of its words; the
/// noun is a listed one or a compound of it, or any noun with a name behind it ("der Bürostuhl Levo 3").
pub(super) fn at(text: &Text<'_>, register: &Register, at: usize, limit: usize) -> Option<(Party, usize)> {
    let token = text.tokens.get(at)?;
    let no_head = Flags::MONTH | Flags::WEEKDAY | Flags::AWARD_HEAD | Flags::AWARD_LEVEL | Flags::ARTICLE | Flags::PREPOSITION | Flags::TITLE;
    let written_as_noun = token.class == Class::Word && token.is_capital() && (!text.starts_sentence(at) || token.is(Flags::NOUN));
    let person = token.is(Flags::ROLE) || (at + 1..limit.min(at + 4)).any(|near| text.is(near, Flags::TITLE) || register.person_at(near).is_some());
    if !written_as_noun || token.is(no_head) || person {
        return None;
    }
    // "das Projekt „X“": the quoted name is the thing's
    if text.tokens.get(at + 1).is_some_and(|next| next.class == Class::Quote) && opens(text, at + 1).is_some() {
        return None;
    }
    // "das Start-up X"
    let glued = |at: usize| text.tokens.get(at).is_some_and(|token| token.is_glued());
    let mut noun = at + 1;
    while noun + 1 < limit && text.tokens[noun].class == Class::Hyphen && glued(noun) && glued(noun + 1) && text.tokens[noun + 1].class == Class::Word {
        noun += 2;
    }
    let thing = text.lexicon.awarded_thing(text.slice(TokenSpan::new(at, noun)));
    let (listed, plain) = (thing.is_some(), thing == Some(false));
    let article = (1..=2).map_while(|back| at.checked_sub(back)).find(|&before| !text.is(before, Flags::ADJECTIVE) || text.is(before, Flags::ARTICLE));
    let article = article.is_some_and(|before| text.is(before, Flags::ARTICLE | Flags::CONTRACTION));
    let end = name_end(text, register, noun, limit, listed);
    let named = (noun..end).any(|n| text.tokens[n].flags.is_empty() || text.tokens[n].class == Class::Number || text.tokens[n].shape == Shape::Mixed);
    // "das Haus" says too little alone, "das Wohnhaus" does not
    if !(listed && (article && !plain || end > noun) || token.is(Flags::NOUN) && article && named) {
        return None;
    }
    Some((Party::Name(written(text, TokenSpan::new(at, end.max(noun)))), end.max(noun)))
}

/// A quoted name without a noun before it, where a recipient is expected: it opens the sentence before a finite verb ("»X« gewinnt"),
/// or follows "an", "wurde".
pub(super) fn quoted(text: &Text<'_>, register: &Register, at: usize, limit: usize) -> Option<(Party, usize)> {
    let quotation = opens(text, at).filter(|quotation| quotation.closed && quotation.tokens.end() < limit)?;
    let (inner, end) = (quotation.inner(), quotation.tokens.end());
    let before = at.saturating_sub(1);
    let sentence = text.tokens[inner.range()].iter().any(|token| matches!(token.class, Class::Final | Class::Semicolon | Class::Comma));
    let free = |at: usize| register.award_at(at).is_none() && register.person_at(at).is_none();
    let bodies = inner.range().skip(1).any(|at| register.organisation_at(at).is_some());
    let bodies = bodies || inner.is_empty() || !party::is_longer(register, inner);
    if inner.len() > 8 || sentence || bodies || text.tokens[inner.start()].is_lower() || !inner.range().all(free) {
        return None;
    }
    let finite = |at: usize| text.is(at, Flags::FINITE) && text.tokens[at].is_lower();
    // "»X« von Anna Weber gewinnt", "»X« (Regie: …) gewinnt", "…, das »X« holte Silber"
    let opens = text.starts_sentence(inner.start()) || text.is(before, Flags::ARTICLE) && !text.is(before.wrapping_sub(1), Flags::PREPOSITION);
    let attribute = text.is(end, Flags::PREPOSITION | Flags::ARTICLE) || text.tokens[end].class == Class::Open;
    let attributed = text.starts_sentence(inner.start()) && attribute && (end..limit.min(end + 12)).any(finite);
    let subject = opens && (finite(end) || attributed);
    // "… überzeugte »X« die Jury", "Gold holte »X«"
    let got = before < at && text.is(before, Flags::AWARD_VERB) && finite(before);
    let expected = got || matches!(text.word(before), "an" | "wurde" | "wurden" | "ist" | "war");
    (subject || expected).then(|| (Party::Name(written(text, inner)), end))
}

/// The quotation that opens at a token.
fn opens<'q>(text: &'q Text<'_>, at: usize) -> Option<&'q Quotation> {
    let index = text.quotations.binary_search_by_key(&at, |quotation| quotation.tokens.start()).ok()?;
    text.quotations.get(index)
}

/// The end of the name that is set behind a noun: capitals that no list knows as something else, and numbers of a model.
fn name_end(text: &Text<'_>, register: &Register, start: usize, limit: usize, listed: bool) -> usize {
    let stop = Flags::ROLE | Flags::MONTH | Flags::WEEKDAY | Flags::AWARD_HEAD | Flags::AWARD_LEVEL | Flags::ARTICLE | Flags::TITLE;
    let mut end = start;
    while end < limit.min(start + NAME) {
        let token = &text.tokens[end];
        let free = register.person_at(end).is_none() && register.organisation_at(end).is_none() && register.award_at(end).is_none();
        let word = token.class == Class::Word && token.is_capital() && !token.is(stop) && (listed || !token.is(Flags::NOUN));
        let model = token.class == Class::Number && end > start && text.word(end).len() < 4;
        let hyphen = token.class == Class::Hyphen && token.is_glued() && end > start;
        if !(free && (word || model || hyphen)) {
            break;
        }
        end += 1;
    }
    if end > start && text.tokens[end - 1].class == Class::Hyphen { end - 1 } else { end }
}

/// The words of a list item that names its recipient without being known as a name: up to a comma, a bracket, a dash.
pub(super) fn of_item(text: &Text<'_>, start: usize, end: usize) -> Option<Party> {
    let mut from = start;
    while from < end && text.is(from, Flags::ARTICLE) {
        from += 1;
    }
    let cut = |at: &usize| !matches!(text.tokens[*at].class, Class::Word | Class::Number | Class::Hyphen | Class::Quote | Class::Stop);
    let stop = (from..end).find(cut).unwrap_or(end);
    let stop = (from + 1..stop).find(|&at| matches!(text.word(at), "für" | "mit" | "aus" | "in" | "von")).unwrap_or(stop);
    let last = stop.checked_sub(1)?;
    let stop = if text.tokens[last].class == Class::Stop { last } else { stop };
    let first = text.tokens.get(from)?;
    let named = stop > from && stop - from <= 8 && (first.is_capital() || first.class == Class::Quote) && !(from..stop).any(|at| is_verb(text, at));
    named.then(|| Party::Name(written(text, unquoted(text, TokenSpan::new(from, stop)))))
}

/// "Publikumspreis: „X“ von Anna Weber": the quoted name that opens at a token.
pub(super) fn quoted_item(text: &Text<'_>, at: usize) -> Option<Party> {
    let quotation = opens(text, at).filter(|quotation| quotation.closed)?;
    let inner = quotation.inner();
    (!inner.is_empty() && inner.len() <= 10).then(|| Party::Name(written(text, inner)))
}

fn is_verb(text: &Text<'_>, at: usize) -> bool {
    text.tokens[at].is_lower() && text.is(at, Flags::FINITE | Flags::PARTICIPLE) && !text.is(at, Flags::ADJECTIVE | Flags::PREPOSITION | Flags::ARTICLE)
}

fn unquoted(text: &Text<'_>, span: TokenSpan) -> TokenSpan {
    let quote = |at: usize| text.tokens[at].class == Class::Quote;
    let start = span.start() + usize::from(span.len() > 2 && quote(span.start()));
    let end = span.end() - usize::from(span.end() > start + 1 && quote(span.end() - 1));
    TokenSpan::new(start, end)
}
