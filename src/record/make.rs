//! Analyses → records: spans in the reader's unit, ids for indices, the words that spans cut.

use super::{Award, Conferral, Cue, Likeness, Metadata, Offsets, Organisation, Person, Record, Role, Section, Sentence, Side, Source, Speaker, Statement};
use super::{Unit, VERSION, Warning};
use crate::analysis::{Analysis, ByteSpans, Entity, Party, StatementKind};
use crate::input;
use crate::text::span::ByteSpan;
use std::borrow::Cow;
use std::collections::BTreeMap;

impl<'a> From<&'a input::Metadata> for Metadata<'a> {
    fn from(from: &'a input::Metadata) -> Self {
        Metadata {
            id: from.id.as_deref().map(Cow::Borrowed),
            title: from.title.as_deref().map(Cow::Borrowed),
            date: from.date.as_deref().map(Cow::Borrowed),
            publisher: from.publisher.as_deref().map(Cow::Borrowed),
            author: from.author.as_deref().map(Cow::Borrowed),
            url: from.url.as_deref().map(Cow::Borrowed),
            language: from.language.as_deref().map(Cow::Borrowed),
        }
    }
}

/// What a record says beside the analysis.
#[derive(Debug, Clone)]
pub struct Frame<'a> {
    /// Id of the release.
    pub id: &'a str,
    /// Where it comes from.
    pub source: Source<'a>,
    /// Unit of the spans.
    pub unit: Unit,
    /// What the file says of itself.
    pub metadata: Metadata<'a>,
    /// Day of publication that the file tells, for a text that tells none.
    pub published: Option<&'a str>,
    /// The release that this one repeats.
    pub duplicate: Option<(&'a str, Likeness)>,
    /// Whether the record carries the text.
    pub with_text: bool,
    /// Warnings of the reading, before those of the analysis: code and message.
    pub warnings: &'a [(&'static str, String)],
}

impl<'a> Record<'a> {
    /// The record of an analysis of `text`.
    pub fn new(text: &'a str, analysis: &'a Analysis, frame: Frame<'a>) -> Self {
        let offsets = Offsets::new(text, frame.unit);
        let publisher = frame.metadata.publisher.clone();
        let range = |span: ByteSpan| offsets.range(span);
        let ranges = |spans: &[ByteSpan]| spans.iter().map(|&span| range(span)).collect::<Vec<_>>();
        let of_sentences = |spans: &[ByteSpan]| {
            let sentences = &analysis.sentences;
            let mut found: Vec<usize> = Vec::new();
            for span in spans {
                let first = sentences.partition_point(|s| s.span.end <= span.start);
                found.extend(
                    (first..sentences.len())
                        .take_while(|&n| sentences[n].span.start < span.end)
                        .filter(|n| !spans.is_empty() && sentences[*n].span.overlaps(*span)),
                );
            }
            found.sort_unstable();
            found.dedup();
            found
        };
        let side = |party: &'a Party| match party {
            Party::Entity(entity) => Side { entity: Some(entity_id(*entity)), name: entity_name(analysis, *entity).into() },
            Party::Name(name) => Side { entity: None, name: name.into() },
        };
        let publisher = publisher.and_then(|name| analysis.organisations.iter().position(|o| o.name == name || o.aliases.iter().any(|alias| *alias == name)));
        let read = frame.warnings.iter().map(|(code, message)| Warning { code: (*code).into(), span: [0, 0], message: message.into() });
        let made = analysis.warnings.iter().map(|w| Warning { code: w.code.into(), span: range(w.span), message: w.message.as_str().into() });
        Record {
            oton: VERSION.into(),
            id: frame.id.into(),
            source: frame.source,
            metadata: (frame.metadata != Metadata::default()).then_some(frame.metadata),
            duplicate_of: frame.duplicate.map(|(id, _)| id.into()),
            duplicate: frame.duplicate.map(|(_, likeness)| likeness),
            language: analysis.language.into(),
            headline: analysis.headline.map(|span| one_line(span.of(text))),
            date: analysis.date.as_deref().or(frame.published).map(Cow::Borrowed),
            place: analysis.place.as_deref().map(Cow::Borrowed),
            issuer: analysis.issuer.or(publisher).map(|id| entity_id(Entity::Organisation(id))),
            offsets: frame.unit,
            text: frame.with_text.then_some(text).filter(|text| !text.is_empty()).map(Cow::Borrowed),
            sections: analysis.sections.iter().map(|s| Section { kind: s.kind, span: range(s.span) }).collect(),
            sentences: analysis.sentences.iter().map(|s| Sentence { span: range(s.span), text: s.span.of(text).into(), section: s.section }).collect(),
            persons: analysis
                .persons
                .iter()
                .enumerate()
                .map(|(n, person)| Person {
                    id: entity_id(Entity::Person(n)),
                    name: person.name.as_str().into(),
                    gender: person.gender,
                    roles: person
                        .roles
                        .iter()
                        .map(|role| Role { role: role.role.as_str().into(), organisation: role.organisation.map(|id| entity_id(Entity::Organisation(id))) })
                        .collect(),
                    mentions: person.mentions.iter().map(|mention| range(mention.span)).collect(),
                    confidence: person.confidence,
                    rule: person.rule.name.into(),
                })
                .collect(),
            organisations: analysis
                .organisations
                .iter()
                .enumerate()
                .map(|(n, organisation)| Organisation {
                    id: entity_id(Entity::Organisation(n)),
                    name: organisation.name.as_str().into(),
                    aliases: organisation.aliases.as_slice().into(),
                    kind: organisation.kind,
                    links: links(&organisation.links),
                    mentions: organisation.mentions.iter().map(|mention| range(mention.span)).collect(),
                    confidence: organisation.confidence,
                    rule: organisation.rule.name.into(),
                })
                .collect(),
            awards: analysis
                .awards
                .iter()
                .enumerate()
                .map(|(n, award)| Award {
                    id: award_id(n),
                    name: award.name.as_str().into(),
                    aliases: award.aliases.as_slice().into(),
                    links: links(&award.links),
                    mentions: award.mentions.iter().map(|mention| range(mention.span)).collect(),
                    confidence: award.confidence,
                    rule: award.rule.name.into(),
                })
                .collect(),
            statements: analysis
                .statements
                .iter()
                .enumerate()
                .map(|(n, statement)| Statement {
                    id: format!("s{}", n + 1),
                    kind: statement.kind,
                    segments: ranges(&statement.segments),
                    text: content(text, statement.kind, &statement.segments),
                    speakers: statement
                        .speakers
                        .iter()
                        .map(|speaker| Speaker {
                            entity: speaker.entity.map(entity_id),
                            name: speaker.entity.map(|entity| entity_name(analysis, entity).into()),
                            span: speaker.span.map(range),
                            words: speaker.span.map(|span| span.of(text).into()),
                            via: speaker.via,
                        })
                        .collect(),
                    cue: statement.cue.as_ref().map(|cue| Cue { lemma: cue.lemma.as_str().into(), spans: ranges(&cue.spans) }),
                    sentences: of_sentences(&statement.segments),
                    confidence: statement.confidence,
                    rule: statement.rule.name.into(),
                })
                .collect(),
            conferrals: analysis
                .conferrals
                .iter()
                .map(|conferral| Conferral {
                    award: award_id(conferral.award),
                    recipient: conferral.recipient.as_ref().map(side),
                    conferrers: conferral.conferrers.iter().map(side).collect(),
                    status: conferral.status,
                    level: conferral.level.as_deref().map(Cow::Borrowed),
                    category: conferral.category.as_deref().map(Cow::Borrowed),
                    year: conferral.year.as_deref().map(Cow::Borrowed),
                    sentences: conferral.sentences.clone(),
                    confidence: conferral.confidence,
                    rule: conferral.rule.name.into(),
                })
                .collect(),
            warnings: read.chain(made).collect(),
        }
    }
}

fn entity_id(entity: Entity) -> String {
    match entity {
        Entity::Person(n) => format!("p{}", n + 1),
        Entity::Organisation(n) => format!("o{}", n + 1),
    }
}

fn award_id(n: usize) -> String {
    format!("a{}", n + 1)
}

fn entity_name(analysis: &Analysis, entity: Entity) -> &str {
    match entity {
        Entity::Person(n) => &analysis.persons[n].name,
        Entity::Organisation(n) => &analysis.organisations[n].name,
    }
}

fn links(pairs: &[(String, String)]) -> BTreeMap<Cow<'_, str>, Cow<'_, str>> {
    pairs.iter().map(|(scheme, id)| (scheme.as_str().into(), id.as_str().into())).collect()
}

/// White space folded, so that a headline broken over lines reads as one.
fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r', '\t']) { Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" ")) } else { Cow::Borrowed(text) }
}

/// Quotation marks that may enclose a statement, and the white space some styles put inside them.
const MARKS: &[char] = &['„', '“', '”', '"', '»', '«', '›', '‹', '‚', '‘', '’', '\'', '`', '´', ' ', '\u{a0}', '\u{202f}'];

/// A statement's words without the outer quotation marks of a verbatim one.
fn content<'t>(text: &'t str, kind: StatementKind, segments: ByteSpans<'_>) -> Cow<'t, str> {
    let bare = |span: &ByteSpan| {
        let words = span.of(text);
        if kind == StatementKind::Indirect { words } else { unquoted(words) }
    };
    match segments {
        [one] => Cow::Borrowed(bare(one)),
        many => Cow::Owned(many.iter().map(bare).collect::<Vec<_>>().join(" ")),
    }
}

/// The text without one opening and one closing mark (a doubled ASCII or TeX mark counts as one).
fn unquoted(words: &str) -> &str {
    let doubled = |tail: &str| tail.is_empty() || [",,", "''", "``"].contains(&tail);
    let mut inner = words;
    for pair in [",,", "``"] {
        inner = inner.strip_prefix(pair).unwrap_or(inner);
    }
    if inner.len() == words.len() {
        inner = inner.strip_prefix(MARKS).unwrap_or(inner);
    }
    let end = if inner.ends_with("''") && !doubled(inner) { &inner[..inner.len() - 2] } else { inner.strip_suffix(MARKS).unwrap_or(inner) };
    end.trim_matches([' ', '\u{a0}', '\u{202f}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outer_marks_are_taken_off_once() {
        assert_eq!(unquoted("„Wir sind „stolz““"), "Wir sind „stolz“");
        assert_eq!(unquoted("« Merci »"), "Merci");
        assert_eq!(unquoted("``Ja''"), "Ja");
        assert_eq!(unquoted("„offen"), "offen");
        assert_eq!(unquoted("„"), "");
        assert_eq!(unquoted("''"), "");
    }

    #[test]
    fn a_headline_over_two_lines_reads_as_one() {
        assert_eq!(one_line("Preis\r\n  für alle"), "Preis für alle");
    }
}
