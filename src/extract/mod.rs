//! Structure → findings: one room per thing that is found. Mentions first (persons, organisations, awards), which
//! [`crate::resolve`] joins to entities; then what is told of the entities (statements, conferrals).

pub mod award;
pub mod conferral;
pub mod organisation;
pub mod person;
pub mod statement;

use crate::analysis::{Gender, OrganisationKind};
use crate::gazetteer::EntryId;
use crate::rule::Rule;
use crate::text::span::TokenSpan;

/// A person named in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonMention {
    /// Title and name, without role.
    pub span: TokenSpan,
    /// Given names and initials; empty for a surname alone.
    pub given: TokenSpan,
    /// Surname with its particles; empty for a given name alone.
    pub surname: TokenSpan,
    /// What the words beside the name say.
    pub gender: Option<Gender>,
    /// Roles named beside the name.
    pub roles: Vec<RoleMention>,
    /// The rule that found it.
    pub rule: &'static Rule,
}

/// A role beside a name.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleMention {
    /// The words, as they stand.
    pub span: TokenSpan,
    /// The noun in the nominative, without an organisation in front ("IHK-Präsident" → "Präsident").
    pub role: String,
    /// Gender by the noun's form.
    pub gender: Option<Gender>,
    /// Where the role is held: an organisation mention's span.
    pub organisation: Option<TokenSpan>,
}

/// An organisation named in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationMention {
    /// Shortest full name, without article.
    pub span: TokenSpan,
    /// Canonical name where it is not the words themselves (nominative restored, ellipsis filled).
    pub name: Option<String>,
    /// Its kind as far as name or list tell.
    pub kind: Option<OrganisationKind>,
    /// The gazetteer's entry.
    pub entry: Option<EntryId>,
    /// Index of the mention whose name this one abbreviates ("… (ZMT)").
    pub same_as: Option<usize>,
    /// The rule that found it.
    pub rule: &'static Rule,
}

/// An award named in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardMention {
    /// The name, without quotation marks, year and level.
    pub span: TokenSpan,
    /// Nominative where the words are inflected.
    pub name: Option<String>,
    /// The gazetteer's entry.
    pub entry: Option<EntryId>,
    /// Level beside or inside the name ("Gold").
    pub level: Option<String>,
    /// Year beside the name.
    pub year: Option<String>,
    /// Category beside the name.
    pub category: Option<String>,
    /// The rule that found it.
    pub rule: &'static Rule,
}

/// All mentions of a release, each list in text order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mentions {
    /// Persons by name.
    pub persons: Vec<PersonMention>,
    /// Organisations by name.
    pub organisations: Vec<OrganisationMention>,
    /// Awards by name.
    pub awards: Vec<AwardMention>,
}

/// Every rule of every room.
pub fn rules() -> Vec<&'static Rule> {
    [person::RULES, organisation::RULES, award::RULES, statement::RULES, conferral::RULES].concat()
}
