//! What is seen of a block at a glance.

use super::item::is_item;
use super::patterns::Postcode;
use super::record::{is_row, is_verb};
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;
use crate::text::words::{self, Opening};

/// Longest contact line or crosshead, in bytes.
pub(super) const LINE: usize = 160;

/// What is seen of a block at a glance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub tokens: TokenSpan,
    pub bytes: usize,
    /// Ends like a sentence.
    pub stopped: bool,
    /// Ends with `!`, `?` or `…`.
    pub exclaims: bool,
    /// Ends with a word that cannot end a sentence ("dass", "und") or a comma.
    pub open: bool,
    /// Starts in lower case.
    pub lower: bool,
    /// Ends with a colon.
    pub colon: bool,
    /// Has a full stop, `!` or `?` before its end.
    pub inner_stop: bool,
    pub item: bool,
    /// Starts with this number and a stop ("1. Preis").
    pub count: Option<u8>,
    /// Has a finite verb in lower case.
    pub verb: bool,
    pub quotes: bool,
    /// Starts and ends with a quotation mark.
    pub quoted: bool,
    pub reach: Reach,
    pub opening: Option<(Opening, usize)>,
    /// An empty line stands before it.
    pub parted: bool,
    /// Starts with a label and goes on behind its colon ("Bauherr: Stadt Ulm"), or is a row of a table.
    pub row: bool,
    /// Nothing but signs.
    pub signs: bool,
    /// The number of a page.
    pub page: bool,
    /// A note by its shape.
    pub note: bool,
    /// Has a bank account.
    pub account: bool,
    /// Hash of its characters.
    pub print: u64,
}

/// How a block lets somebody be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reach {
    pub phone: bool,
    pub address: bool,
    pub street: bool,
}

impl Look {
    pub(super) fn short(&self) -> bool {
        self.bytes <= LINE && !self.stopped
    }
    pub(super) fn reachable(&self) -> bool {
        self.reach.phone || self.reach.address || self.reach.street
    }
    pub(super) fn opens(&self, opening: Opening) -> bool {
        self.opening.is_some_and(|(found, _)| found == opening)
    }
    /// Its first words are those of a note.
    pub(super) fn opens_note(&self) -> bool {
        self.opens(Opening::Note) || self.opens(Opening::Heading)
    }
    /// More than a line: sentences, even when the last one ends with an address.
    pub(super) fn prose(&self) -> bool {
        self.stopped || self.inner_stop || self.bytes > LINE
    }
    /// The words behind the opening phrase go on (not a heading alone).
    pub(super) fn goes_on(&self, text: &Text<'_>) -> bool {
        self.opening.is_some_and(|(_, behind)| (behind..self.tokens.end()).any(|at| matches!(text.at(at).class, Class::Word | Class::Number | Class::Address)))
    }
}

/// Looks at a block.
pub(super) fn look(text: &Text<'_>, tokens: TokenSpan) -> Look {
    let mut last = tokens.end();
    // a line drawn below a heading does not end it
    let drawn = |at: usize| matches!(text.at(at).class, Class::Hyphen | Class::Dash | Class::Symbol);
    let rule = tokens.range().skip(1).rev().take_while(|&at| drawn(at)).find(|&at| text.at(at).gap == Gap::Line);
    last = rule.unwrap_or(last);
    while last > tokens.start() + 1 && matches!(text.at(last - 1).class, Class::Quote | Class::Close) {
        last -= 1;
    }
    let end = text.at(last - 1).class;
    let mut seen = Look {
        tokens,
        bytes: text.bytes(tokens).len(),
        stopped: matches!(end, Class::Stop | Class::Final) || ends_in_brackets(text, tokens),
        exclaims: end == Class::Final,
        open: end == Class::Comma || text.at(last - 1).is_lower() && text.at(last - 1).is(Flags::SUBJUNCTION | Flags::CONJUNCTION),
        lower: text.at(tokens.start()).is_lower() && !text.at(tokens.start()).flags().is_empty(),
        colon: end == Class::Colon,
        inner_stop: false,
        item: is_item(text, tokens),
        count: (tokens.len() > 2 && text.at(tokens.start() + 1).class == Class::Stop).then(|| text.word(tokens.start()).parse().ok()).flatten(),
        verb: false,
        quotes: false,
        quoted: tokens.len() > 2 && text.at(tokens.start()).class == Class::Quote && text.at(tokens.end() - 1).class == Class::Quote,
        reach: Reach { phone: false, address: false, street: false },
        opening: words::opening(text, tokens),
        parted: text.at(tokens.start()).gap == Gap::Blank,
        row: is_row(text, tokens)
            || tokens.len() >= 3 && (1..3).any(|n| text.at(tokens.start() + n).class == Class::Colon) && text.at(tokens.start()).is_capital(),
        signs: tokens.range().all(|at| !matches!(text.at(at).class, Class::Word | Class::Number | Class::Address)),
        page: false,
        note: false,
        account: false,
        print: 0,
    };
    let mut digits = 0;
    for at in tokens.range() {
        let token = text.at(at);
        seen.print = seen.print.rotate_left(5) ^ token.hash();
        match token.class {
            Class::Stop | Class::Final => {
                let next = text.get(at + 1).filter(|_| at + 1 < last);
                seen.inner_stop |= next
                    .is_some_and(|next| next.is_capital() && next.is(Flags::ARTICLE | Flags::PERSONAL | Flags::PREPOSITION | Flags::PRONOUN | Flags::ADVERB));
            }
            Class::Quote => seen.quotes = true,
            Class::Address => seen.reach.address = true,
            Class::Number => digits += text.word(at).bytes().filter(u8::is_ascii_digit).count(),
            Class::Word => {
                seen.verb |= is_verb(text, at);
            }
            _ => {}
        }
    }
    let line = text.slice(tokens);
    if digits >= 4 {
        seen.account = text.lexicon.patterns.has_account(line);
        seen.reach.phone = text.lexicon.patterns.has_phone(line);
        seen.reach.street = text.lexicon.patterns.postcodes(line).any(|code| is_address(text, &code));
    }
    seen.page = text.lexicon.patterns.is_page(line);
    seen.note = seen.page || text.lexicon.patterns.is_note(line);
    seen
}

/// "… gekommen. (Schluss)": brackets of their own behind the last sentence.
fn ends_in_brackets(text: &Text<'_>, block: TokenSpan) -> bool {
    let class = |at: usize| text.at(at).class;
    let last = block.end() - 1;
    let open = (block.start()..last).rev().take(12).find(|&at| class(at) == Class::Open);
    class(last) == Class::Close && open.is_some_and(|open| open > block.start() && matches!(class(open - 1), Class::Stop | Class::Final))
}

/// A postcode of an address, no figure before a noun: a street before it, or a known place behind it.
fn is_address(text: &Text<'_>, code: &Postcode<'_>) -> bool {
    let flags = text.lexicon.flags(code.place);
    let known = flags.contains(Flags::PLACE) && !flags.contains(Flags::UNIT);
    if code.five { code.placed || known } else { code.placed && known }
}
