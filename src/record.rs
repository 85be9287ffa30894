//! The JSON contract: one object per release, version [`VERSION`]. [`crate::analysis`] in the reader's offset unit.
//!
//! Fields without a value are left out; lists are always there. The JSON Schema is made from these types ([`schema`]),
//! and they read the objects back, so that every other output is made from the same lines.

use crate::analysis::{Gender, OrganisationKind, SectionKind, StatementKind, Status, Via};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

mod make;
mod offsets;

pub use make::Frame;
pub use offsets::{Offsets, Unit};

/// Version of the contract.
pub const VERSION: &str = "1.0";

/// `[start, end)` in the unit that the object's `offsets` names.
pub type Range = [usize; 2];

/// One release.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "oton release", rename = "Release")]
pub struct Record<'a> {
    /// Version of this contract.
    #[serde(borrow)]
    pub oton: Cow<'a, str>,
    /// Stable id of the release: its path below the folder that the run read.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// Where the text comes from.
    #[serde(borrow)]
    pub source: Source<'a>,
    /// What the file says of itself beside its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata<'a>>,
    /// Id of the first release of the run that has the same words, or nearly the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<Cow<'a, str>>,
    /// How much it is like that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duplicate: Option<Likeness>,
    /// ISO 639 code; `und` when it cannot be told. A text in another language than German is not analysed.
    #[serde(borrow)]
    pub language: Cow<'a, str>,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<Cow<'a, str>>,
    /// Day of the release, ISO 8601: from the text, else from what the file says of its publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Cow<'a, str>>,
    /// Place of the dateline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Cow<'a, str>>,
    /// Id of the organisation that issued the release; where the text does not tell, the one the file names as its publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Unit of every span in the object.
    pub offsets: Unit,
    /// The text that the spans cut, where it is not the plain-text file itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
    /// Layout blocks.
    pub sections: Vec<Section>,
    /// Sentences.
    #[serde(borrow)]
    pub sentences: Vec<Sentence<'a>>,
    /// Persons.
    #[serde(borrow)]
    pub persons: Vec<Person<'a>>,
    /// Organisations.
    #[serde(borrow)]
    pub organisations: Vec<Organisation<'a>>,
    /// Awards.
    #[serde(borrow)]
    pub awards: Vec<Award<'a>>,
    /// Who said what.
    #[serde(borrow)]
    pub statements: Vec<Statement<'a>>,
    /// Who gave what to whom.
    #[serde(borrow)]
    pub conferrals: Vec<Conferral<'a>>,
    /// What was repaired or given up.
    #[serde(borrow)]
    pub warnings: Vec<Warning<'a>>,
}

impl<'a> Record<'a> {
    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person<'a>> {
        self.persons.get(place(id)?).filter(|person| person.id == id)
    }

    /// The organisation with this id.
    pub fn organisation(&self, id: &str) -> Option<&Organisation<'a>> {
        self.organisations.get(place(id)?).filter(|organisation| organisation.id == id)
    }

    /// The award with this id.
    pub fn award(&self, id: &str) -> Option<&Award<'a>> {
        self.awards.get(place(id)?).filter(|award| award.id == id)
    }
}

/// Where an entity stands in its list: ids count from 1 in the list's order. A list may have been left empty.
fn place(id: &str) -> Option<usize> {
    id.get(1..)?.parse::<usize>().ok()?.checked_sub(1)
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Source<'a> {
    /// Path as given, or `-` for standard input.
    #[serde(borrow)]
    pub uri: Cow<'a, str>,
    /// Format of the file or record (`text`, `html`, `eml` … `docs/formats.md` has them all).
    #[serde(borrow)]
    pub format: Cow<'a, str>,
    /// Encoding it was read as, where the format leaves that open; `UTF-8-BOM` and UTF-16 lose their byte order mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Cow<'a, str>>,
    /// Size of the file or record in bytes.
    pub bytes: usize,
    /// SHA-256 of those bytes, in hexadecimal.
    #[serde(borrow)]
    pub sha256: Cow<'a, str>,
}

/// What a file says of itself beside its text: headers, `meta` elements, fields of a record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Metadata<'a> {
    /// The publisher's own id of the release.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Cow<'a, str>>,
    /// Title or subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Cow<'a, str>>,
    /// Day, ISO 8601; of a document, when it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Cow<'a, str>>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Cow<'a, str>>,
    /// Who wrote or sent it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Cow<'a, str>>,
    /// Where it stands in the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Cow<'a, str>>,
    /// Language it says it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Cow<'a, str>>,
}

/// How much a release is like an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Likeness {
    /// The same words.
    Exact,
    /// About four fifths of the word sequences, or more.
    Near,
}

impl Likeness {
    /// The contract's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Likeness::Exact => "exact",
            Likeness::Near => "near",
        }
    }
}

/// A layout block.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Where it stands.
    pub span: Range,
}

/// A sentence.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Sentence<'a> {
    /// Where it stands.
    pub span: Range,
    /// Its text.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// Index of its section.
    pub section: usize,
}

/// A person.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Person<'a> {
    /// `p1`, `p2` …
    pub id: String,
    /// Full name without title.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// As the release refers to the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// Roles, in text order.
    #[serde(borrow)]
    pub roles: Vec<Role<'a>>,
    /// Mentions by name.
    pub mentions: Vec<Range>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found the first mention.
    #[serde(borrow)]
    pub rule: Cow<'a, str>,
}

/// A person's role.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Role<'a> {
    /// The role noun.
    #[serde(borrow)]
    pub role: Cow<'a, str>,
    /// Id of the organisation in which it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
}

/// An organisation.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Organisation<'a> {
    /// `o1`, `o2` …
    pub id: String,
    /// Fullest name.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// Other forms.
    pub aliases: Cow<'a, [String]>,
    /// Kind of organisation.
    pub kind: OrganisationKind,
    /// Public ids by scheme.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    /// Mentions.
    pub mentions: Vec<Range>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found the first mention.
    #[serde(borrow)]
    pub rule: Cow<'a, str>,
}

/// An award.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Award<'a> {
    /// `a1`, `a2` …
    pub id: String,
    /// Fullest name, nominative.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// Other forms.
    pub aliases: Cow<'a, [String]>,
    /// Public ids by scheme.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    /// Mentions.
    pub mentions: Vec<Range>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found the first mention.
    #[serde(borrow)]
    pub rule: Cow<'a, str>,
}

/// Something said or written, as the release reports it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Statement<'a> {
    /// `s1`, `s2` …
    pub id: String,
    /// Verbatim, reported, or a woven-in fragment.
    pub kind: StatementKind,
    /// Where it stands; several parts when something interrupts it.
    pub segments: Vec<Range>,
    /// Its content without outer quotation marks, parts joined by a space.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// Who said it.
    #[serde(borrow)]
    pub speakers: Vec<Speaker<'a>>,
    /// The reporting words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(borrow)]
    pub cue: Option<Cue<'a>>,
    /// Indices of its sentences.
    pub sentences: Vec<usize>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found it.
    #[serde(borrow)]
    pub rule: Cow<'a, str>,
}

/// Who said a statement.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Speaker<'a> {
    /// Id of a person or organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Cow<'a, str>>,
    /// Where the speaker is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Range>,
    /// The words there.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub words: Option<Cow<'a, str>>,
    /// How the speaker is named.
    pub via: Via,
}

/// Reporting words.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Cue<'a> {
    /// Dictionary form.
    #[serde(borrow)]
    pub lemma: Cow<'a, str>,
    /// Where they stand.
    pub spans: Vec<Range>,
}

/// Who gave what to whom.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Conferral<'a> {
    /// Id of the award.
    pub award: String,
    /// Who gets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(borrow)]
    pub recipient: Option<Side<'a>>,
    /// Who gives it.
    #[serde(borrow)]
    pub conferrers: Vec<Side<'a>>,
    /// How far it has come.
    pub status: Status,
    /// Level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Cow<'a, str>>,
    /// Category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<Cow<'a, str>>,
    /// Year, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<Cow<'a, str>>,
    /// Indices of the sentences that tell it.
    pub sentences: Vec<usize>,
    /// Chance of being right.
    #[schemars(range(max = 1.0), extend("exclusiveMinimum" = 0))]
    pub confidence: f32,
    /// Name of the rule that found it.
    #[serde(borrow)]
    pub rule: Cow<'a, str>,
}

/// A side of a conferral.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Side<'a> {
    /// Id of a person or organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Its name, or the words for something that is neither.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
}

/// What was repaired or given up.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Warning<'a> {
    /// Stable code.
    #[serde(borrow)]
    pub code: Cow<'a, str>,
    /// Where.
    pub span: Range,
    /// For a person.
    #[serde(borrow)]
    pub message: Cow<'a, str>,
}

/// The JSON Schema (draft 2020-12) of a record.
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::generate::SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Record<'static>>();
    schema.insert("$id".to_owned(), format!("urn:oton:release:{VERSION}").into());
    schema.into()
}
