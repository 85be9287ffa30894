//! Finds organisations by name. One file per family of rules; each proposes candidates, the longest of those that
//! overlap win, and what the release has once named in full is then found by its short forms ([`own`]).

mod acronym;
mod apposition;
mod called;
mod capitals;
mod club;
mod council;
mod handle;
mod head;
mod house;
mod label;
mod layout;
mod legal;
mod listed;
mod municipality;
pub(crate) mod nominative;
mod outer;
mod own;
mod phrase;
mod tail;
pub(crate) mod trade;

use super::{OrganisationMention, PersonMention};
use crate::analysis::OrganisationKind;
use crate::gazetteer::compile::Kind;
use crate::gazetteer::{EntryId, Gazetteer, Hit};
use crate::rule::Rule;
use crate::text::Text;
use crate::text::span::TokenSpan;

/// The rules of this room.
pub static RULES: &[&Rule] = &[
    &legal::LEGAL_FORM,
    &listed::LISTED,
    &listed::LISTED_CONTEXT,
    &listed::LISTED_PART,
    &head::HEAD_NAME,
    &head::HEAD_COMPOUND,
    &head::HEAD_ALONE,
    &head::ELLIPSIS,
    &municipality::MUNICIPALITY,
    &club::CLUB,
    &apposition::APPOSITION,
    &apposition::TAIL,
    &acronym::BRACKET,
    &acronym::PLACE,
    &capitals::CAPITALS,
    &trade::TRADE,
    &handle::HANDLE,
    &label::LABEL,
    &layout::ABOUT,
    &layout::SOURCE,
    &own::SHORT_FORM,
];

/// A proposal of a rule.
#[derive(Debug, Clone)]
struct Candidate {
    span: TokenSpan,
    rule: &'static Rule,
    kind: Option<OrganisationKind>,
    entry: Option<EntryId>,
    name: Option<String>,
    /// Wins over longer candidates of lower rank.
    rank: u8,
}

impl Candidate {
    fn new(start: usize, end: usize, rule: &'static Rule) -> Self {
        Candidate { span: TokenSpan::new(start, end), rule, kind: None, entry: None, name: None, rank: 0 }
    }
    fn kind(mut self, kind: Option<OrganisationKind>) -> Self {
        self.kind = kind;
        self
    }
}

/// What the families see.
struct Finder<'a> {
    text: &'a Text<'a>,
    names: &'a Gazetteer,
    hits: &'a [Hit],
    persons: &'a [PersonMention],
}

/// All organisation mentions, in text order.
pub fn find(text: &Text<'_>, names: &Gazetteer, hits: &[Hit], persons: &[PersonMention]) -> Vec<OrganisationMention> {
    let finder = Finder { text, names, hits, persons };
    let mut candidates = Vec::new();
    finder.legal_forms(&mut candidates);
    finder.listed(&mut candidates);
    finder.heads(&mut candidates);
    finder.municipalities(&mut candidates);
    finder.clubs(&mut candidates);
    finder.appositions(&mut candidates);
    finder.tails(&mut candidates);
    finder.acronym_places(&mut candidates);
    finder.trades(&mut candidates);
    finder.handles(&mut candidates);
    finder.labels(&mut candidates);
    finder.layout(&mut candidates);
    finder.capitals(&mut candidates);
    let mut chosen = finder.choose(candidates);
    let pairs = finder.acronyms(&mut chosen);
    let short = finder.short_forms(&chosen);
    chosen = finder.choose_more(chosen, short);
    let mut mentions: Vec<OrganisationMention> = chosen
        .into_iter()
        .map(|c| OrganisationMention {
            name: c.name.or_else(|| nominative::name(text, c.span)),
            span: c.span,
            kind: c.kind,
            entry: c.entry,
            same_as: None,
            rule: c.rule,
        })
        .collect();
    for (short, full) in pairs {
        let at = |start: usize| mentions.binary_search_by_key(&start, |m| m.span.start());
        if let (Ok(short), Ok(full)) = (at(short), at(full)) {
            mentions[short].same_as = Some(full);
        }
    }
    mentions
}

impl Finder<'_> {
    /// The candidates that stay: higher rank first, then longer, then earlier; never overlapping, in text order.
    fn choose(&self, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
        candidates.retain(|c| !c.span.is_empty() && !self.is_person(c) && !self.is_listed_award(c));
        candidates.sort_by(|a, b| b.rank.cmp(&a.rank).then(b.span.len().cmp(&a.span.len())).then(a.span.start.cmp(&b.span.start)));
        self.take(Vec::new(), candidates)
    }

    /// Adds what does not overlap those chosen before.
    fn choose_more(&self, chosen: Vec<Candidate>, mut more: Vec<Candidate>) -> Vec<Candidate> {
        more.sort_by(|a, b| b.span.len().cmp(&a.span.len()).then(a.span.start.cmp(&b.span.start)));
        self.take(chosen, more)
    }

    fn take(&self, mut chosen: Vec<Candidate>, candidates: Vec<Candidate>) -> Vec<Candidate> {
        let mut taken = vec![false; self.text.tokens.len()];
        chosen.iter().for_each(|c| taken[c.span.range()].fill(true));
        for candidate in candidates {
            if !taken[candidate.span.range()].iter().any(|t| *t) {
                taken[candidate.span.range()].fill(true);
                chosen.push(candidate);
            }
        }
        chosen.sort_by_key(|c| c.span.start);
        chosen
    }

    /// Whether the candidate is the name of a listed award ("MINT-freundliche Schule").
    fn is_listed_award(&self, candidate: &Candidate) -> bool {
        let first = self.hits.partition_point(|hit| hit.tokens.start() < candidate.span.start());
        let here = self.hits[first..].iter().take_while(|hit| hit.tokens.start() == candidate.span.start());
        here.filter(|hit| hit.tokens == candidate.span).any(|hit| {
            let entry = self.names.entry(hit.entry);
            entry.kind == Kind::Award && !entry.context
        }) && candidate.entry.is_none()
    }

    /// Whether the candidate lies in a person's name or only repeats one.
    fn is_person(&self, candidate: &Candidate) -> bool {
        let after = self.persons.partition_point(|p| p.span.start < candidate.span.end);
        self.persons[..after].iter().rev().take(3).any(|p| p.span.overlaps(candidate.span) && !(candidate.span.contains(p.span) && candidate.span != p.span))
    }
}
