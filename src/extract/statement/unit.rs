//! Sentences → units: what a frame can reach. A quotation of several sentences makes one unit of them, and stands in it
//! as one item, so that the words around it can be read like a sentence of their own.

use crate::analysis::SectionKind;
use crate::german::verb;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::text::scan::Class;
use crate::text::span::{ByteSpan, TokenSpan};
use crate::text::token::Token;
use crate::text::{Sentence, Text};

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// One token.
    Token,
    /// A quotation, by its index.
    Quote(usize),
    /// A short parenthesis.
    Aside,
}

/// A word, a sign, or something that is read as one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// What it is.
    pub what: What,
    /// Its tokens.
    pub tokens: TokenSpan,
}

/// One sentence, or several that a quotation holds together.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its items.
    pub items: Vec<Item>,
    /// Its block.
    pub section: usize,
    /// Kind of the block.
    pub kind: SectionKind,
}

/// Longest parenthesis, in tokens, that is read over.
const ASIDE: usize = 24;

/// Longest unit, in items: rules look at all pairs of places in a unit, and a text without sentences must not cost more.
const LONGEST: usize = 200;

/// All units, in text order.
pub fn units(text: &Text<'_>) -> Vec<Unit> {
    let mut found = Vec::with_capacity(text.sentences.len());
    let mut next_quote = 0;
    let mut done = 0; // first token that is not in a unit yet
    for sentence in &text.sentences {
        if sentence.tokens.end() <= done {
            continue;
        }
        let mut end = sentence.tokens.end();
        let mut at = behind_dateline(text, sentence).max(done);
        let mut items = Vec::with_capacity(end - at);
        while at < end {
            while text.quotations.get(next_quote).is_some_and(|q| q.tokens.start() < at) {
                next_quote += 1;
            }
            if is_emphasis(text, at) {
                at += 1;
                continue;
            }
            let quote = text.quotations.get(next_quote).filter(|q| q.tokens.start() == at && !q.tokens.is_empty());
            let (what, next) = match quote {
                Some(quote) => (What::Quote(next_quote), quote.tokens.end()),
                None => match aside(text, at, end) {
                    Some(close) => (What::Aside, close),
                    None => (What::Token, at + 1),
                },
            };
            if items.len() == LONGEST {
                let kind = text.sections.get(sentence.section).map_or(SectionKind::Body, |block| block.kind);
                found.push(Unit { items: std::mem::take(&mut items), section: sentence.section, kind });
            }
            items.push(Item { what, tokens: TokenSpan::new(at, next) });
            at = next;
            if at > end {
                let last = text.sentences.get(text.sentence_of(at - 1));
                end = last.map_or(at, |s| s.tokens.end()).max(at);
            }
        }
        done = end;
        let kind = text.sections.get(sentence.section).map_or(SectionKind::Body, |block| block.kind);
        found.push(Unit { items, section: sentence.section, kind });
    }
    found
}

/// Where a sentence begins to say something: the dateline before it ("Wien (OTS) – ") is none of its words.
fn behind_dateline(text: &Text<'_>, sentence: &Sentence) -> usize {
    let dateline = text.sections.get(sentence.section + 1).filter(|block| block.kind == SectionKind::Dateline);
    let inner = dateline.filter(|block| block.tokens.start() == sentence.tokens.start() && block.tokens.end() < sentence.tokens.end());
    inner.map_or(sentence.tokens.start(), |block| block.tokens.end())
}

/// Asterisks at the edge of a word, which make it bold in Markdown.
fn is_emphasis(text: &Text<'_>, at: usize) -> bool {
    let marks = text.tokens[at].class == Class::Symbol && text.word(at).bytes().all(|b| b == b'*');
    marks && (text.tokens[at].is_glued() || text.tokens.get(at + 1).is_some_and(|next| next.is_glued()))
}

/// Where the parenthesis that opens at a token ends.
fn aside(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    if text.tokens[at].class != Class::Open {
        return None;
    }
    let stop = end.min(at + ASIDE);
    (at + 1..stop).find(|&n| text.tokens[n].class == Class::Close).map(|n| n + 1)
}

/// The items of a unit with what the release says of them.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The release.
    pub text: &'a Text<'a>,
    /// Its entities.
    pub register: &'a Register,
    /// The items.
    pub items: &'a [Item],
}

impl<'a> Scope<'a> {
    /// Number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// The token an item is, if it is one.
    pub fn token(&self, i: usize) -> Option<&'a Token> {
        let item = self.items.get(i).filter(|item| item.what == What::Token)?;
        self.text.tokens.get(item.tokens.start())
    }

    /// First token of an item.
    pub fn first(&self, i: usize) -> usize {
        self.items.get(i).map_or(self.text.tokens.len(), |item| item.tokens.start())
    }

    /// The characters of a token item; empty for anything else.
    pub fn word(&self, i: usize) -> &'a str {
        if self.token(i).is_some() { self.text.word(self.first(i)) } else { "" }
    }

    /// Whether the item is one of the words (case kept).
    pub fn says(&self, i: usize, words: &[&str]) -> bool {
        self.token(i).is_some() && words.contains(&self.word(i))
    }

    /// Whether the item is a token with any of the flags.
    pub fn is(&self, i: usize, any: Flags) -> bool {
        self.token(i).is_some_and(|token| token.is(any))
    }

    /// The class of a token item.
    pub fn class(&self, i: usize) -> Option<Class> {
        self.token(i).map(|token| token.class)
    }

    /// The quotation an item is.
    pub fn quote(&self, i: usize) -> Option<usize> {
        match self.items.get(i)?.what {
            What::Quote(quote) => Some(quote),
            _ => None,
        }
    }

    /// Whether the item is a word in lower case.
    pub fn lower(&self, i: usize) -> bool {
        self.token(i).is_some_and(Token::is_lower)
    }

    /// Whether the item is a word with a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.token(i).is_some_and(Token::is_capital)
    }

    /// Whether a clause can end before the item: a comma, a semicolon, a colon, a dash, or no item at all.
    pub fn is_break(&self, i: usize) -> bool {
        match self.items.get(i) {
            None => true,
            Some(_) => matches!(self.class(i), Some(Class::Comma | Class::Semicolon | Class::Colon | Class::Dash | Class::Final)) || self.is_last_stop(i),
        }
    }

    /// Whether the item is the full stop at the unit's end.
    pub fn is_last_stop(&self, i: usize) -> bool {
        i + 1 >= self.len() && matches!(self.class(i), Some(Class::Stop | Class::Final))
    }

    /// Whether the item is a finite verb.
    pub fn finite(&self, i: usize) -> bool {
        self.token(i).is_some_and(verb::is_finite) && !self.after_zu(i)
    }

    /// Whether the verb at an item wants a subject in the plural.
    pub fn plural(&self, i: usize) -> bool {
        self.token(i).is_some_and(|token| verb::is_plural(token.flags))
    }

    /// Whether the item is "heißt" or "hieß", in the spelling without ß too.
    pub fn is_called(&self, i: usize) -> bool {
        self.says(i, &["heißt", "hieß", "heisst", "hiess"])
    }

    /// Whether "zu" before a verb form makes it an infinitive.
    fn after_zu(&self, i: usize) -> bool {
        i > 0 && self.says(i - 1, &["zu"]) && self.is(i, Flags::INFINITIVE)
    }

    /// Whether the item is a verb in the Konjunktiv I, which in a release tells reported speech.
    pub fn reporting(&self, i: usize) -> bool {
        // "der Strom reiche rechnerisch": an adjective would not stand between a noun and no noun
        let adjective = self.is(i, Flags::ADJECTIVE) && !(i > 0 && self.capital(i - 1) && self.lower(i + 1) && !self.is(i + 1, Flags::ADJECTIVE));
        self.finite(i) && self.is(i, Flags::KONJUNKTIV_1) && !adjective && !self.is(i, Flags::INFINITIVE) && !self.of_the_first_person(i)
    }

    /// "ich habe", "lehne ich ab": beside "ich" most forms of the Konjunktiv I are the indicative.
    fn of_the_first_person(&self, i: usize) -> bool {
        let clear = ["sei", "könne", "müsse", "solle", "wolle", "dürfe", "möge", "wisse"];
        let beside = [i.wrapping_sub(1), i + 1].into_iter().any(|j| self.says(j, &["ich", "Ich"]));
        beside && !self.says(i, &clear)
    }

    /// Whether the item is a verb in the Konjunktiv II.
    pub fn unreal(&self, i: usize) -> bool {
        self.finite(i) && self.is(i, Flags::KONJUNKTIV_2)
    }

    /// The bytes from one item to the one before another.
    pub fn bytes(&self, from: usize, to: usize) -> ByteSpan {
        let end = to.min(self.len());
        match (self.items.get(from), end.checked_sub(1).and_then(|last| self.items.get(last))) {
            (Some(first), Some(last)) if from < end => self.text.bytes(first.tokens.cover(last.tokens)),
            _ => self.text.bytes(TokenSpan::new(self.first(from), self.first(from))),
        }
    }

    /// The item that holds a token at or after an item.
    pub fn item_from(&self, from: usize, token: usize) -> usize {
        let rest = self.items.get(from..).unwrap_or_default();
        from + rest.partition_point(|item| item.tokens.end() <= token)
    }
}
