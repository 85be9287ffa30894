//! The JSON contract: one object per release, version [`VERSION`]. [`crate::analysis`] in the reader's offset unit.
//!
//! Fields without a value are left out; lists are always there. The JSON Schema is made from these types ([`schema`]).

use crate::analysis::{Analysis, ByteSpans, Entity, Gender, OrganisationKind, Party, SectionKind, StatementKind, Status, Via};
use crate::input;
use crate::text::span::ByteSpan;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

mod offsets;
pub use offsets::{Offsets, Unit};

/// Version of the contract.
pub const VERSION: &str = "1.0";

/// `[start, end)` in the unit that the object's `offsets` names.
pub type Range = [usize; 2];

/// One release.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "oton release", rename = "Release")]
pub struct Record<'a> {
    /// Version of this contract.
    pub oton: &'static str,
    /// Stable id of the release: its path below the folder that the run read.
    pub id: Cow<'a, str>,
    /// Where the text comes from.
    pub source: Source<'a>,
    /// What the file says of itself beside its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata<'a>>,
    /// Id of the first release of the run that has the same words, or nearly the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<&'a str>,
    /// How much it is like that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duplicate: Option<Likeness>,
    /// ISO 639 code; `und` when it cannot be told. A text in another language than German is not analysed.
    pub language: &'static str,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<Cow<'a, str>>,
    /// Day of the release, ISO 8601: from the text, else from what the file says of its publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<&'a str>,
    /// Place of the dateline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'a str>,
    /// Id of the organisation that issued the release; where the text does not tell, the one the file names as its publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Unit of every span in the object.
    pub offsets: Unit,
    /// The text that the spans cut, where it is not the plain-text file itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'a str>,
    /// Layout blocks.
    pub sections: Vec<Section>,
    /// Sentences.
    pub sentences: Vec<Sentence<'a>>,
    /// Persons.
    pub persons: Vec<Person<'a>>,
    /// Organisations.
    pub organisations: Vec<Organisation<'a>>,
    /// Awards.
    pub awards: Vec<Award<'a>>,
    /// Who said what.
    pub statements: Vec<Statement<'a>>,
    /// Who gave what to whom.
    pub conferrals: Vec<Conferral<'a>>,
    /// What was repaired or given up.
    pub warnings: Vec<Warning<'a>>,
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Source<'a> {
    /// Path as given, or `-` for standard input.
    pub uri: Cow<'a, str>,
    /// Format of the file or record (`text`, `html`, `eml` … `docs/formats.md` has them all).
    pub format: &'static str,
    /// Encoding it was read as, where the format leaves that open; `UTF-8-BOM` and UTF-16 lose their byte order mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<&'static str>,
    /// Size of the file or record in bytes.
    pub bytes: usize,
    /// SHA-256 of those bytes, in hexadecimal.
    pub sha256: String,
}

/// What a file says of itself beside its text: headers, `meta` elements, fields of a record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Metadata<'a> {
    /// The publisher's own id of the release.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a str>,
    /// Title or subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'a str>,
    /// Day, ISO 8601; of a document, when it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<&'a str>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<&'a str>,
    /// Who wrote or sent it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<&'a str>,
    /// Where it stands in the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
    /// Language it says it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<&'a str>,
}

impl<'a> From<&'a input::Metadata> for Metadata<'a> {
    fn from(from: &'a input::Metadata) -> Self {
        Metadata {
            id: from.id.as_deref(),
            title: from.title.as_deref(),
            date: from.date.as_deref(),
            publisher: from.publisher.as_deref(),
            author: from.author.as_deref(),
            url: from.url.as_deref(),
            language: from.language.as_deref(),
        }
    }
}

/// How much a release is like an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Likeness {
    /// The same words.
    Exact,
    /// About four fifths of the word sequences, or more.
    Near,
}

/// A layout block.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Where it stands.
    pub span: Range,
}

/// A sentence.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Sentence<'a> {
    /// Where it stands.
    pub span: Range,
    /// Its text.
    pub text: &'a str,
    /// Index of its section.
    pub section: usize,
}

/// A person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Person<'a> {
    /// `p1`, `p2` …
    pub id: String,
    /// Full name without title.
    pub name: &'a str,
    /// As the release refers to the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// Roles, in text order.
    pub roles: Vec<Role<'a>>,
    /// Mentions by name.
    pub mentions: Vec<Range>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found the first mention.
    pub rule: &'static str,
}

/// A person's role.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Role<'a> {
    /// The role noun.
    pub role: &'a str,
    /// Id of the organisation in which it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
}

/// An organisation.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Organisation<'a> {
    /// `o1`, `o2` …
    pub id: String,
    /// Fullest name.
    pub name: &'a str,
    /// Other forms.
    pub aliases: &'a [String],
    /// Kind of organisation.
    pub kind: OrganisationKind,
    /// Public ids by scheme.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<&'a str, &'a str>,
    /// Mentions.
    pub mentions: Vec<Range>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found the first mention.
    pub rule: &'static str,
}

/// An award.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Award<'a> {
    /// `a1`, `a2` …
    pub id: String,
    /// Fullest name, nominative.
    pub name: &'a str,
    /// Other forms.
    pub aliases: &'a [String],
    /// Public ids by scheme.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<&'a str, &'a str>,
    /// Mentions.
    pub mentions: Vec<Range>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found the first mention.
    pub rule: &'static str,
}

/// Something said or written, as the release reports it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Statement<'a> {
    /// `s1`, `s2` …
    pub id: String,
    /// Verbatim, reported, or a woven-in fragment.
    pub kind: StatementKind,
    /// Where it stands; several parts when something interrupts it.
    pub segments: Vec<Range>,
    /// Its content without outer quotation marks, parts joined by a space.
    pub text: Cow<'a, str>,
    /// Who said it.
    pub speakers: Vec<Speaker<'a>>,
    /// The reporting words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Cue<'a>>,
    /// Indices of its sentences.
    pub sentences: Vec<usize>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// Who said a statement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Speaker<'a> {
    /// Id of a person or organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// Where the speaker is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Range>,
    /// The words there.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub words: Option<&'a str>,
    /// How the speaker is named.
    pub via: Via,
}

/// Reporting words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Cue<'a> {
    /// Dictionary form.
    pub lemma: &'a str,
    /// Where they stand.
    pub spans: Vec<Range>,
}

/// Who gave what to whom.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Conferral<'a> {
    /// Id of the award.
    pub award: String,
    /// Who gets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient: Option<Side<'a>>,
    /// Who gives it.
    pub conferrers: Vec<Side<'a>>,
    /// How far it has come.
    pub status: Status,
    /// Level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<&'a str>,
    /// Category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<&'a str>,
    /// Year, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<&'a str>,
    /// Indices of the sentences that tell it.
    pub sentences: Vec<usize>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// A side of a conferral.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Side<'a> {
    /// Id of a person or organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Its name, or the words for something that is neither.
    pub name: &'a str,
}

/// What was repaired or given up.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Warning<'a> {
    /// Stable code.
    pub code: &'a str,
    /// Where.
    pub span: Range,
    /// For a person.
    pub message: Cow<'a, str>,
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
        let publisher = frame.metadata.publisher;
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
            Party::Entity(entity) => Side { entity: Some(entity_id(*entity)), name: entity_name(analysis, *entity) },
            Party::Name(name) => Side { entity: None, name },
        };
        let publisher = publisher.and_then(|name| analysis.organisations.iter().position(|o| o.name == name || o.aliases.iter().any(|alias| alias == name)));
        let read = frame.warnings.iter().map(|(code, message)| Warning { code, span: [0, 0], message: Cow::Borrowed(message) });
        let made = analysis.warnings.iter().map(|w| Warning { code: w.code, span: range(w.span), message: Cow::Borrowed(w.message.as_str()) });
        Record {
            oton: VERSION,
            id: Cow::Borrowed(frame.id),
            source: frame.source,
            metadata: (frame.metadata != Metadata::default()).then_some(frame.metadata),
            duplicate_of: frame.duplicate.map(|(id, _)| id),
            duplicate: frame.duplicate.map(|(_, likeness)| likeness),
            language: analysis.language,
            headline: analysis.headline.map(|span| one_line(span.of(text))),
            date: analysis.date.as_deref().or(frame.published),
            place: analysis.place.as_deref(),
            issuer: analysis.issuer.or(publisher).map(|id| entity_id(Entity::Organisation(id))),
            offsets: frame.unit,
            text: frame.with_text.then_some(text).filter(|text| !text.is_empty()),
            sections: analysis.sections.iter().map(|s| Section { kind: s.kind, span: range(s.span) }).collect(),
            sentences: analysis.sentences.iter().map(|s| Sentence { span: range(s.span), text: s.span.of(text), section: s.section }).collect(),
            persons: analysis
                .persons
                .iter()
                .enumerate()
                .map(|(n, person)| Person {
                    id: entity_id(Entity::Person(n)),
                    name: &person.name,
                    gender: person.gender,
                    roles: person
                        .roles
                        .iter()
                        .map(|role| Role { role: &role.role, organisation: role.organisation.map(|id| entity_id(Entity::Organisation(id))) })
                        .collect(),
                    mentions: person.mentions.iter().map(|mention| range(mention.span)).collect(),
                    confidence: person.confidence,
                    rule: person.rule.name,
                })
                .collect(),
            organisations: analysis
                .organisations
                .iter()
                .enumerate()
                .map(|(n, organisation)| Organisation {
                    id: entity_id(Entity::Organisation(n)),
                    name: &organisation.name,
                    aliases: &organisation.aliases,
                    kind: organisation.kind,
                    links: links(&organisation.links),
                    mentions: organisation.mentions.iter().map(|mention| range(mention.span)).collect(),
                    confidence: organisation.confidence,
                    rule: organisation.rule.name,
                })
                .collect(),
            awards: analysis
                .awards
                .iter()
                .enumerate()
                .map(|(n, award)| Award {
                    id: award_id(n),
                    name: &award.name,
                    aliases: &award.aliases,
                    links: links(&award.links),
                    mentions: award.mentions.iter().map(|mention| range(mention.span)).collect(),
                    confidence: award.confidence,
                    rule: award.rule.name,
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
                            name: speaker.entity.map(|entity| entity_name(analysis, entity)),
                            span: speaker.span.map(range),
                            words: speaker.span.map(|span| span.of(text)),
                            via: speaker.via,
                        })
                        .collect(),
                    cue: statement.cue.as_ref().map(|cue| Cue { lemma: &cue.lemma, spans: ranges(&cue.spans) }),
                    sentences: of_sentences(&statement.segments),
                    confidence: statement.confidence,
                    rule: statement.rule.name,
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
                    level: conferral.level.as_deref(),
                    category: conferral.category.as_deref(),
                    year: conferral.year.as_deref(),
                    sentences: conferral.sentences.clone(),
                    confidence: conferral.confidence,
                    rule: conferral.rule.name,
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

fn links(pairs: &[(String, String)]) -> BTreeMap<&str, &str> {
    pairs.iter().map(|(scheme, id)| (scheme.as_str(), id.as_str())).collect()
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

/// The JSON Schema (draft 2020-12) of a record.
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::generate::SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Record<'static>>();
    schema.insert("$id".to_owned(), format!("urn:oton:release:{VERSION}").into());
    schema.into()
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
