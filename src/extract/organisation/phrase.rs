//! What words can be inside names.

use super::Finder;
use crate::german::{adjective, chain};
use crate::lexicon::{Flags, Marks};
use crate::text::scan::{Class, Gap, Shape};
use crate::text::token::Token;

/// Listed as a name of some kind.
const NAMES: Flags = Flags::PLACE.union(Flags::SURNAME).union(Flags::GIVEN);

impl Finder<'_> {
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.text.tokens.get(at)
    }

    /// How the word at a token behaves in names of organisations.
    pub(super) fn marks(&self, at: usize) -> Marks {
        let Some(token) = self.token(at) else { return Marks::empty() };
        let word = self.text.lexicon.word(token.word);
        if token.is(Flags::COMPOUND) { word.marks & Marks::passed_on(token.is(Flags::ORGANISATION_HEAD), word.organisation_kind) } else { word.marks }
    }

    /// Whether the token follows the one before in the same line of running text.
    pub(super) fn follows(&self, at: usize) -> bool {
        at > 0 && self.token(at).is_some_and(|t| t.gap <= Gap::Line) && self.text.sentence_of(at) == self.text.sentence_of(at - 1)
    }

    /// An article, preposition, pronoun or the like, whatever its case.
    pub(super) fn is_closed(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            t.is(Flags::CLOSED)
                && !(t.shape == Shape::Upper && t.span.len() > 1)
                && !(t.is_capital() && t.is(Flags::NOUN) && !t.is(Flags::ARTICLE | Flags::PREPOSITION))
        })
    }

    /// A capitalised word that is no function word.
    pub(super) fn is_name_like(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.is_capital()) && !self.is_closed(at)
    }

    /// An ordinary noun, listed or made of known words.
    pub(super) fn is_common_noun(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        if matches!(token.shape, Shape::Upper | Shape::Mixed) || !token.is_capital() {
            return false;
        }
        if token.is(Flags::COMPOUND) || token.flags.is_empty() && token.span.len() > 8 {
            let word = self.text.word(at);
            if ["keit", "heit", "tion", "tät"].iter().any(|tail| word.ends_with(tail)) {
                return true;
            }
            return token.is(Flags::COMPOUND) && !self.text.lexicon.ends_like_place(word) && self.text.lexicon.is_plain_compound(word);
        }
        token.is(Flags::NOUN | Flags::MONTH | Flags::WEEKDAY | Flags::UNIT) && (!token.is(NAMES) || token.is(Flags::COMMON))
    }

    /// A capitalised word that is most likely a name: unlisted, in capitals, or a listed name that is no noun.
    pub(super) fn is_proper(&self, at: usize) -> bool {
        self.is_name_like(at)
            && !self.is_common_noun(at)
            && !self.text.is(at, Flags::MONTH | Flags::WEEKDAY | Flags::TITLE | Flags::ROLE)
            && !(self.token(at).is_some_and(|t| t.is(Flags::WORD) && t.shape == Shape::Capital && !t.is(NAMES)))
    }

    /// A place's name, an ordinary word or not ("Essen", "Halle").
    pub(super) fn is_place(&self, at: usize) -> bool {
        self.text.is(at, Flags::PLACE) && self.is_name_like(at)
    }

    /// A noun that heads the names of awards.
    pub(super) fn is_award(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            t.is_capital() && t.is(Flags::AWARD_HEAD | Flags::AWARD_LEVEL) && !t.is(Flags::PLACE) && (!t.is(Flags::COMPOUND) || self.is_common_noun(at))
        })
    }

    /// A capitalised word of which the lexicon knows nothing.
    pub(super) fn is_unknown(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.is_capital() && (t.flags.is_empty() || t.is(Flags::COMPOUND) && !self.is_common_noun(at)))
    }

    /// A capitalised adjective, as stands before the nouns of names ("Deutsche", "Städtischen", "Hamburger").
    pub(super) fn is_name_adjective(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        if token.shape != Shape::Capital || token.class != Class::Word || self.is_closed(at) {
            return false;
        }
        let word = self.text.word(at);
        if token.is(Flags::ADJECTIVE) && ["e", "er", "en", "es", "em"].iter().any(|ending| word.ends_with(ending)) {
            return !token.is(Flags::NOUN) || adjective::stem(word).is_some();
        }
        adjective::stem(word).is_some_and(|stem| stem.len() > 3 && (!token.is(Flags::NOUN) || token.is(Flags::COMPOUND)) || stem.ends_with("sch"))
            || self.is_place_adjective(at)
    }

    /// "Hamburger", "Sauerländer": a place with -er.
    pub(super) fn is_place_adjective(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let word = self.text.word(at);
        let Some(stem) = word.strip_suffix("er").filter(|_| token.shape == Shape::Capital && word.len() > 5) else { return false };
        let place = |stem: &str| self.text.lexicon.flags(stem).contains(Flags::PLACE) && !self.text.lexicon.flags(stem).contains(Flags::COMMON);
        let stem_en = || [format!("{stem}en"), format!("{stem}e"), format!("{stem}er")].iter().any(|s| place(s));
        let ends_like_place = |stem: &str| self.text.lexicon.ends_like_place(stem) || stem.ends_with("rod") || stem.ends_with("heid");
        place(stem) || (token.flags.is_empty() || token.is(Flags::COMPOUND)) && ends_like_place(stem) || token.flags.is_empty() && stem_en()
    }

    /// Whether the words of a sentence are all written in capitals, so that capitals say nothing.
    pub(super) fn is_shouted(&self, at: usize) -> bool {
        let Some(sentence) = self.text.sentences.get(self.text.sentence_of(at)) else { return false };
        let around = at.saturating_sub(6).max(sentence.tokens.start())..(at + 7).min(sentence.tokens.end());
        let words = self.text.tokens[around].iter().filter(|t| t.class == Class::Word && t.span.len() > 1);
        let (upper, all) = words.fold((0, 0), |(upper, all), t| (upper + usize::from(t.shape == Shape::Upper), all + 1));
        upper * 2 > all && all > 1
    }

    /// End of the sentence a token stands in.
    pub(super) fn limit(&self, at: usize) -> usize {
        self.text.sentences.get(self.text.sentence_of(at)).map_or(self.text.tokens.len(), |s| s.tokens.end())
    }

    /// Start of the sentence a token stands in.
    pub(super) fn sentence_start(&self, at: usize) -> usize {
        self.text.sentences.get(self.text.sentence_of(at)).map_or(0, |s| s.tokens.start())
    }

    /// The person mention that starts at a token.
    pub(super) fn person_from(&self, at: usize) -> Option<&super::PersonMention> {
        self.persons.binary_search_by_key(&at, |p| p.span.start()).ok().map(|n| &self.persons[n])
    }

    /// The person mention that ends before a token.
    pub(super) fn person_ending(&self, at: usize) -> Option<&super::PersonMention> {
        let after = self.persons.partition_point(|p| p.span.start() < at);
        self.persons[..after].last().filter(|p| p.span.end() == at)
    }

    /// Whether a token lies in a person's name.
    pub(super) fn in_person(&self, at: usize) -> bool {
        let after = self.persons.partition_point(|p| p.span.start() <= at);
        after > 0 && self.persons[after - 1].span.holds(at)
    }

    /// First token of the hyphen chain a token ends ("Max-Planck-Institut").
    pub(super) fn chain_start(&self, at: usize) -> usize {
        chain::start(self.text, at)
    }

    /// Token after the hyphen chain that begins at a token.
    pub(super) fn chain_end(&self, at: usize) -> usize {
        chain::end(self.text, at)
    }

    /// A hyphen that joins two words.
    pub(super) fn is_hyphen_between(&self, at: usize) -> bool {
        chain::is_link(self.text, at)
    }

    /// Whether the token stands in quotation marks with at most `most` tokens between them: the pair's tokens.
    pub(super) fn quotation_from(&self, at: usize, most: usize) -> Option<crate::text::span::TokenSpan> {
        let n = self.text.quotations.binary_search_by_key(&at, |q| q.tokens.start()).ok()?;
        let quotation = &self.text.quotations[n];
        (quotation.closed && quotation.inner().len() <= most).then_some(quotation.tokens)
    }
}
