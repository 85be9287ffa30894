//! Finds awards by name: prizes, medals, orders, certificates, seals, titles, rankings.
//!
//! Each family of rules proposes candidates (`listed`, `head`, `english`, `quoted`, `annual`, `emblem`, `standard`, `holder`);
//! of those that overlap the longest is kept. What stands beside a name (level, year, category) goes into the mention's
//! fields (`detail`); its nominative is made in `name`; short forms of names found are looked for at last (`known`).

pub(crate) mod annual;
pub(crate) mod detail;
pub(crate) mod emblem;
pub(crate) mod english;
pub(crate) mod evidence;
pub(crate) mod head;
pub(crate) mod holder;
pub(crate) mod known;
pub(crate) mod listed;
pub(crate) mod name;
pub(crate) mod quoted;
pub(crate) mod standard;
pub(crate) mod tail;

use super::{AwardMention, OrganisationMention, PersonMention};
use crate::gazetteer::compile::Kind;
use crate::gazetteer::{EntryId, Gazetteer, Hit};
use crate::lexicon::{AwardNoun, Flags};
use crate::rule::Rule;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;

/// The rules of this room.
pub static RULES: &[&Rule] = &[
    &listed::LISTED,
    &listed::GUARDED,
    &head::COMPOUND,
    &head::MODIFIED,
    &head::GENERIC,
    &english::ENGLISH,
    &annual::ANNUAL,
    &emblem::EMBLEM,
    &quoted::INTRODUCED,
    &quoted::AWARDED,
    &quoted::PARTLY,
    &standard::STANDARD,
    &holder::HOLDER,
    &known::AGAIN,
];

/// What the families look at.
pub(crate) struct Scene<'s, 't> {
    pub text: &'s Text<'t>,
    pub names: &'s Gazetteer,
    pub hits: &'s [Hit],
    /// Per token: a person or organisation mention starts here.
    starts: Vec<Named>,
    /// Per token: a listed award starts here.
    listed: Vec<bool>,
    /// Per sentence: how much it speaks of awarding.
    evidence: Vec<evidence::Evidence>,
}

/// What a token belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Named {
    #[default]
    Nothing,
    Person,
    Organisation,
}

/// A possible mention.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub span: TokenSpan,
    pub name: Option<String>,
    pub entry: Option<EntryId>,
    pub rule: &'static Rule,
}

impl Candidate {
    pub(crate) fn new(start: usize, end: usize, rule: &'static Rule) -> Self {
        Candidate { span: TokenSpan::new(start, end), name: None, entry: None, rule }
    }
}

impl<'s, 't> Scene<'s, 't> {
    fn new(text: &'s Text<'t>, names: &'s Gazetteer, hits: &'s [Hit], persons: &[PersonMention], organisations: &[OrganisationMention]) -> Self {
        let mut starts = vec![Named::Nothing; text.tokens.len()];
        let mut paint = |span: TokenSpan, named: Named| starts.iter_mut().take(span.end()).skip(span.start()).for_each(|slot| *slot = named);
        organisations.iter().for_each(|mention| paint(mention.span, Named::Organisation));
        persons.iter().for_each(|mention| paint(mention.span, Named::Person));
        let mut listed = vec![false; text.tokens.len()];
        for hit in hits.iter().filter(|hit| names.entry(hit.entry).kind == Kind::Award) {
            listed[hit.tokens.start()] = true;
        }
        Scene { text, names, hits, starts, listed, evidence: evidence::by_sentence(text) }
    }
    /// What the token is a part of.
    pub(crate) fn named(&self, at: usize) -> Named {
        self.starts.get(at).copied().unwrap_or_default()
    }
    /// A listed award starts here.
    pub(crate) fn is_listed(&self, at: usize) -> bool {
        self.listed.get(at).copied().unwrap_or(false)
    }
    /// How much the token's sentence speaks of awarding.
    pub(crate) fn evidence(&self, at: usize) -> evidence::Evidence {
        self.evidence.get(self.text.sentence_of(at)).copied().unwrap_or_default()
    }
    /// The award noun a token is, with what the lists say of it; false friends are none.
    pub(crate) fn head(&self, at: usize) -> Option<AwardNoun> {
        let token = self.text.tokens.get(at)?;
        if token.class != Class::Word || !token.is(Flags::AWARD_HEAD) {
            return None;
        }
        let mut noun = self.text.lexicon.word(token.word).award_noun().unwrap_or_default();
        if token.is(Flags::AWARD_FALSE) && !noun.ambiguous {
            return None;
        }
        noun.bare &= !token.is(Flags::COMPOUND);
        Some(noun)
    }
    /// The token stands in the same line of thought as the one before: no break of line or paragraph between.
    pub(crate) fn joined(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.gap < Gap::Blank) && !self.is_headline_break(at)
    }
    /// A line break after which a capital starts something new cannot be told from a wrapped line inside a paragraph;
    /// inside a name only wrapped lines of running text are crossed.
    fn is_headline_break(&self, at: usize) -> bool {
        let text = self.text;
        text.tokens[at].gap == Gap::Line && text.sentences.get(text.sentence_of(at)).is_some_and(|sentence| sentence.tokens.start() == at)
    }
    /// A capital that is no mere sentence start.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.is_capital())
    }
    /// A word inside a longer quoted title ("»Das Echo«").
    pub(crate) fn is_in_title(&self, at: usize) -> bool {
        let quotations = &self.text.quotations;
        let index = quotations.partition_point(|quotation| quotation.tokens.start() <= at);
        let quotation = index.checked_sub(1).and_then(|last| quotations.get(last));
        quotation.is_some_and(|quotation| quotation.tokens.holds(at) && (2..=8).contains(&quotation.inner().len()))
    }
    /// A quotation mark.
    pub(crate) fn is_quote(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.class == Class::Quote)
    }
}

/// All award mentions, in text order.
pub fn find(text: &Text<'_>, names: &Gazetteer, hits: &[Hit], persons: &[PersonMention], organisations: &[OrganisationMention]) -> Vec<AwardMention> {
    let scene = Scene::new(text, names, hits, persons, organisations);
    let mut candidates = Vec::new();
    listed::propose(&scene, &mut candidates);
    quoted::propose(&scene, &mut candidates);
    for at in 0..text.tokens.len() {
        if text.tokens[at].class != Class::Word {
            continue;
        }
        let found = holder::at(&scene, at)
            .or_else(|| standard::at(&scene, at))
            .or_else(|| annual::at(&scene, at))
            .or_else(|| english::at(&scene, at))
            .or_else(|| head::at(&scene, at))
            .or_else(|| emblem::at(&scene, at));
        candidates.extend(found);
    }
    let mut chosen = longest(candidates);
    known::propose(&scene, &mut chosen);
    let chosen = longest(chosen);
    chosen
        .into_iter()
        .map(|candidate| {
            let detail = detail::beside(&scene, candidate.span);
            let name = candidate.name.or_else(|| name::nominative(text, candidate.span));
            AwardMention {
                span: candidate.span,
                name,
                entry: candidate.entry,
                level: detail.level,
                year: detail.year,
                category: detail.category,
                rule: candidate.rule,
            }
        })
        .collect()
}

/// The longest of overlapping candidates, in text order; of equal ones the first that was proposed.
fn longest(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|&n| (std::cmp::Reverse(candidates[n].span.len()), n));
    let end = candidates.iter().map(|candidate| candidate.span.end()).max().unwrap_or(0);
    let mut taken = vec![false; end];
    let mut keep = vec![false; candidates.len()];
    for n in order {
        let range = candidates[n].span.range();
        if range.is_empty() || taken[range.clone()].iter().any(|&is| is) {
            continue;
        }
        taken[range].fill(true);
        keep[n] = true;
    }
    let mut kept = keep.into_iter();
    candidates.retain(|_| kept.next().unwrap_or(false));
    candidates.sort_by_key(|candidate| candidate.span.start());
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn names_are_nominative() {
        let lexicon = Lexicon::builtin();
        let names = Gazetteer::new([]).unwrap();
        for (example, name) in [
            ("Er wurde mit der Goldenen Ehrennadel ausgezeichnet.", "Goldene Ehrennadel"),
            ("Sie erhielt den Bayerischen Gründerpreis.", "Bayerischer Gründerpreis"),
            ("Der Träger des Großen Silbernen Ehrenzeichens ist da.", "Großes Silbernes Ehrenzeichen"),
            ("Das Finale des Gründerpreises Hessen steht bevor.", "Gründerpreis Hessen"),
            ("Wir streben die „Platin“-Zertifizierung an.", "Platin-Zertifizierung"),
            ("Sie trägt das Österreichische Ehrenkreuz. Trägerin des Österreichischen Ehrenkreuzes ist sie.", "Österreichisches Ehrenkreuz"),
        ] {
            let text = Text::parse(example, &lexicon);
            let hits = names.find(&text);
            for mention in find(&text, &names, &hits, &[], &[]) {
                let got = mention.name.clone().unwrap_or_else(|| name::written(&text, mention.span));
                assert_eq!(got, name, "{example}");
            }
        }
    }
}
