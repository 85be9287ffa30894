//! Lists written in one line: "1. Äpfel 2. Birnen", "• Äpfel • Birnen".

use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// How the items of a block that is a list begin.
#[derive(Debug, Clone, Copy)]
pub(super) enum List {
    /// With the same bullet as the block.
    Bullets(char),
    /// With the next number or letter and the same mark behind it ("2.", "2)", "b)").
    Counts { next: u8, letters: bool, mark: Class },
}

/// The list that a block begins, if its first words look like the first item of one.
pub(super) fn begins(text: &Text<'_>, block: TokenSpan) -> Option<List> {
    let first = block.start();
    let word = text.word(first);
    match text.at(first).class {
        Class::Symbol => word.chars().next().filter(|sign| matches!(sign, '•' | '‣' | '⁃' | '▪' | '●')).map(List::Bullets),
        Class::Number | Class::Word if matches!(word, "1" | "a") => {
            Some(List::Counts { next: 2, letters: word == "a", mark: counter_mark(text, first, block.end())? })
        }
        _ => None,
    }
}

/// The mark of a counter: a stop or a bracket that touches it, white space behind it.
fn counter_mark(text: &Text<'_>, at: usize, end: usize) -> Option<Class> {
    let mark = text.get(at + 1).filter(|mark| mark.is_glued() && matches!(mark.class, Class::Stop | Class::Close))?.class;
    // "1.)"
    let behind = if mark == Class::Stop && text.get(at + 2).is_some_and(|close| close.class == Class::Close && close.is_glued()) { at + 3 } else { at + 2 };
    (behind < end && !text.at(behind).is_glued()).then_some(mark)
}

impl List {
    /// The list behind its next item, if that begins at a token inside the block.
    pub(super) fn goes_on(self, text: &Text<'_>, at: usize, end: usize) -> Option<Self> {
        if text.at(at).is_glued() || at + 1 >= end {
            return None;
        }
        let word = text.word(at);
        match self {
            List::Bullets(sign) => (text.at(at).class == Class::Symbol && word.starts_with(sign)).then_some(self),
            List::Counts { next, letters, mark } => {
                let counted = if letters { word.as_bytes() == [b'a' + next.min(26) - 1] } else { word.parse() == Ok(next) };
                (counted && counts(text, at, end, mark)).then(|| List::Counts { next: next.saturating_add(1), letters, mark })
            }
        }
    }
}

/// A counter with a capitalised word behind it and a whole item before it: no "1. und 2. Mai", no "gegen den 2. Sieger".
fn counts(text: &Text<'_>, at: usize, end: usize, mark: Class) -> bool {
    const OPEN: Flags = Flags::ARTICLE.union(Flags::PREPOSITION).union(Flags::CONTRACTION).union(Flags::CONJUNCTION).union(Flags::PRONOUN);
    let before = text.at(at - 1);
    let whole = match before.class {
        Class::Word => !before.is_lower() || !before.is(OPEN),
        Class::Number | Class::Close | Class::Quote | Class::Stop | Class::Final => true,
        _ => false,
    };
    let mut word = at + 2;
    while word < end && text.at(word).class == Class::Close {
        word += 1;
    }
    let named = word < end && (text.at(word).is_capital() && !text.at(word).is(Flags::MONTH) || text.at(word).class == Class::Quote || mark == Class::Close);
    whole && named && counter_mark(text, at, end) == Some(mark)
}
