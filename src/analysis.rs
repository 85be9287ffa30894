//! What the analyzer found in one release, in byte spans. [`crate::record`] turns it into the JSON contract.
//!
//! Lists are in text order; indices ([`PersonId`] …) point into the lists of the same [`Analysis`].

use crate::rule::Rule;
use crate::text::span::ByteSpan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Index into [`Analysis::persons`].
pub type PersonId = usize;
/// Index into [`Analysis::organisations`].
pub type OrganisationId = usize;
/// Index into [`Analysis::awards`].
pub type AwardId = usize;

/// Several spans.
pub type ByteSpans<'a> = &'a [ByteSpan];

/// The result for one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Analysis {
    /// ISO 639 code: `de`, or `und` when the text does not look German.
    pub language: &'static str,
    /// The headline's text without a line break, where the release has one.
    pub headline: Option<ByteSpan>,
    /// Day of the release, ISO 8601 (`2013-05-02`), where dateline or note give one.
    pub date: Option<String>,
    /// Place of the dateline.
    pub place: Option<String>,
    /// The organisation that issued the release.
    pub issuer: Option<OrganisationId>,
    /// Layout, in reading order; a dateline may lie inside a body section.
    pub sections: Vec<Section>,
    /// Sentences, in reading order, never overlapping.
    pub sentences: Vec<Sentence>,
    /// Persons by first mention.
    pub persons: Vec<Person>,
    /// Organisations by first mention.
    pub organisations: Vec<Organisation>,
    /// Awards by first mention.
    pub awards: Vec<Award>,
    /// Statements by start.
    pub statements: Vec<Statement>,
    /// Conferrals by first sentence.
    pub conferrals: Vec<Conferral>,
    /// What was repaired or given up.
    pub warnings: Vec<Warning>,
}

/// A block of the layout.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Section {
    /// What the block is.
    pub kind: SectionKind,
    /// Its text.
    pub span: ByteSpan,
}

/// Kinds of blocks.
#[allow(missing_docs)] // the names are the contract's words, explained there
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    Headline,
    Subheadline,
    Dateline,
    Lead,
    Body,
    Item,
    Crosshead,
    Boilerplate,
    Contact,
    Note,
}

impl SectionKind {
    /// The contract's word for it.
    pub fn name(self) -> &'static str {
        match self {
            SectionKind::Headline => "headline",
            SectionKind::Subheadline => "subheadline",
            SectionKind::Dateline => "dateline",
            SectionKind::Lead => "lead",
            SectionKind::Body => "body",
            SectionKind::Item => "item",
            SectionKind::Crosshead => "crosshead",
            SectionKind::Boilerplate => "boilerplate",
            SectionKind::Contact => "contact",
            SectionKind::Note => "note",
        }
    }
}

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sentence {
    /// Its text, without white space at the edges.
    pub span: ByteSpan,
    /// Index into [`Analysis::sections`] of the block it stands in.
    pub section: usize,
}

/// How the release refers to a person.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    Female,
    Male,
}

impl Gender {
    /// The contract's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Gender::Female => "female",
            Gender::Male => "male",
        }
    }
}

/// A place where an entity is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    /// The name there.
    pub span: ByteSpan,
    /// The rule that found it.
    pub rule: &'static Rule,
}

/// A person.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Full name as far as the release gives it, without title.
    pub name: String,
    /// Gender by the release's own wording.
    pub gender: Option<Gender>,
    /// Roles, in text order, without duplicates.
    pub roles: Vec<Role>,
    /// Mentions by name.
    pub mentions: Vec<Mention>,
    /// Chance of being right.
    pub confidence: f32,
    /// Rule of the first mention.
    pub rule: &'static Rule,
}

/// A role of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// The role noun, nominative ("Bürgermeister").
    pub role: String,
    /// Where the role is held.
    pub organisation: Option<OrganisationId>,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// Fullest name the release gives, nominative, without article.
    pub name: String,
    /// Other forms the release uses.
    pub aliases: Vec<String>,
    /// One of the contract's kinds (`company`, `authority` …).
    pub kind: OrganisationKind,
    /// Public ids by scheme (`wikidata`, `ror` …).
    pub links: Vec<(String, String)>,
    /// Mentions, in text order.
    pub mentions: Vec<Mention>,
    /// Chance of being right.
    pub confidence: f32,
    /// Rule of the first mention.
    pub rule: &'static Rule,
}

/// Kinds of organisations.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OrganisationKind {
    Company,
    Authority,
    Ministry,
    University,
    Research,
    Association,
    Foundation,
    Union,
    Party,
    Media,
    Club,
    Church,
    Hospital,
    Culture,
    Municipality,
    Body,
    Other,
}

impl OrganisationKind {
    /// All kinds with the words the contract and the gazetteers use for them.
    pub const NAMES: [(&'static str, OrganisationKind); 17] = [
        ("company", OrganisationKind::Company),
        ("authority", OrganisationKind::Authority),
        ("ministry", OrganisationKind::Ministry),
        ("university", OrganisationKind::University),
        ("research", OrganisationKind::Research),
        ("association", OrganisationKind::Association),
        ("foundation", OrganisationKind::Foundation),
        ("union", OrganisationKind::Union),
        ("party", OrganisationKind::Party),
        ("media", OrganisationKind::Media),
        ("club", OrganisationKind::Club),
        ("church", OrganisationKind::Church),
        ("hospital", OrganisationKind::Hospital),
        ("culture", OrganisationKind::Culture),
        ("municipality", OrganisationKind::Municipality),
        ("body", OrganisationKind::Body),
        ("other", OrganisationKind::Other),
    ];
    /// The kind a gazetteer names; `None` for an unknown word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
    }
    /// The contract's word for the kind.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("other", |(name, _)| name)
    }
}

/// An award.
#[derive(Debug, Clone, PartialEq)]
pub struct Award {
    /// Full name, nominative, without article.
    pub name: String,
    /// Other forms the release uses.
    pub aliases: Vec<String>,
    /// Public ids by scheme.
    pub links: Vec<(String, String)>,
    /// Mentions, in text order.
    pub mentions: Vec<Mention>,
    /// Chance of being right.
    pub confidence: f32,
    /// Rule of the first mention.
    pub rule: &'static Rule,
}

/// Something said or written, as the release reports it.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Verbatim, reported, or a woven-in fragment.
    pub kind: StatementKind,
    /// Its parts; several when a frame or a paragraph break interrupts it. Direct parts include their quotation marks.
    pub segments: Vec<ByteSpan>,
    /// Who said it; empty where nobody can be named.
    pub speakers: Vec<Speaker>,
    /// The reporting words.
    pub cue: Option<Cue>,
    /// Chance of being right.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: &'static Rule,
}

/// Kinds of statements.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StatementKind {
    Direct,
    Indirect,
    Partial,
}

impl StatementKind {
    /// The contract's word for it.
    pub fn name(self) -> &'static str {
        match self {
            StatementKind::Direct => "direct",
            StatementKind::Indirect => "indirect",
            StatementKind::Partial => "partial",
        }
    }
}

/// Reporting words.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    /// Dictionary form ("mitteilen", "so", "nach Angaben").
    pub lemma: String,
    /// Where it stands, in text order; a separated prefix is a span of its own.
    pub spans: Vec<ByteSpan>,
}

/// Who said a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaker {
    /// The entity, when it could be resolved.
    pub entity: Option<Entity>,
    /// The words that name the speaker: beside the statement, or, when carried over, where the speaker was named last.
    pub span: Option<ByteSpan>,
    /// How the speaker was named.
    pub via: Via,
}

/// A person or an organisation.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entity {
    Person(PersonId),
    Organisation(OrganisationId),
}

/// How a speaker is named at the statement.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Via {
    Name,
    Surname,
    Pronoun,
    Role,
    Organisation,
    Carried,
}

impl Via {
    /// The contract's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Via::Name => "name",
            Via::Surname => "surname",
            Via::Pronoun => "pronoun",
            Via::Role => "role",
            Via::Organisation => "organisation",
            Via::Carried => "carried",
        }
    }
}

/// Who gave what to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Conferral {
    /// The award.
    pub award: AwardId,
    /// Who gets it; absent in a call.
    pub recipient: Option<Party>,
    /// Who confers it.
    pub conferrers: Vec<Party>,
    /// How far it has come.
    pub status: Status,
    /// Level ("Gold", "2. Platz").
    pub level: Option<String>,
    /// Category.
    pub category: Option<String>,
    /// Year or years as written ("2023", "2023/24").
    pub year: Option<String>,
    /// Where it is told: spans of the sentences (indices into [`Analysis::sentences`]).
    pub sentences: Vec<usize>,
    /// Chance of being right.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: &'static Rule,
}

/// A side of a conferral.
#[derive(Debug, Clone, PartialEq)]
pub enum Party {
    /// A person or organisation of the release.
    Entity(Entity),
    /// Something else by its words (a product, a project, a film).
    Name(String),
}

/// How far a conferral has come.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Received,
    Nominated,
    Sought,
    Announced,
    Call,
    Past,
}

impl Status {
    /// The contract's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Status::Received => "received",
            Status::Nominated => "nominated",
            Status::Sought => "sought",
            Status::Announced => "announced",
            Status::Call => "call",
            Status::Past => "past",
        }
    }
}

/// Something repaired or given up; never a reason to fail.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// Stable code (`unclosed-quotation`).
    pub code: &'static str,
    /// Where.
    pub span: ByteSpan,
    /// For a person.
    pub message: String,
}
