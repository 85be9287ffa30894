//! Mentions → entities: one register per release, which also answers who a surname, a pronoun, a role or "die Stadt" is.

mod awards;
mod issuer;
mod organisations;
mod persons;
mod reference;

use crate::analysis::{Award, AwardId, Gender, Organisation, OrganisationId, Person, PersonId, Statement};
use crate::extract::Mentions;
use crate::gazetteer::Gazetteer;
use crate::text::Text;

/// The entities of a release and where they are mentioned.
#[derive(Debug, Default)]
pub struct Register {
    /// What was found, unjoined.
    pub mentions: Mentions,
    /// Person of each person mention.
    pub person_of: Vec<PersonId>,
    /// Organisation of each organisation mention.
    pub organisation_of: Vec<OrganisationId>,
    /// Award of each award mention.
    pub award_of: Vec<AwardId>,
    /// Persons, by first mention.
    pub persons: Vec<Person>,
    /// Organisations, by first mention.
    pub organisations: Vec<Organisation>,
    /// Awards, by first mention.
    pub awards: Vec<Award>,
    /// The organisation that issued the release.
    pub issuer: Option<OrganisationId>,
    /// Where the text speaks of a person, in text order.
    places: Vec<reference::Place>,
}

impl Register {
    /// Joins the mentions to entities.
    pub fn new(text: &Text<'_>, names: &Gazetteer, mentions: Mentions) -> Self {
        let mut register = Register { mentions, ..Register::default() };
        organisations::join(text, names, &mut register);
        persons::join(text, &mut register);
        awards::join(text, names, &mut register);
        register
    }

    /// The person mention that covers or starts at a token.
    pub fn person_at(&self, token: usize) -> Option<usize> {
        let mentions = &self.mentions.persons;
        let after = mentions.partition_point(|m| m.span.start() <= token);
        after.checked_sub(1).filter(|&n| mentions[n].span.holds(token))
    }

    /// The organisation mention that covers or starts at a token.
    pub fn organisation_at(&self, token: usize) -> Option<usize> {
        let mentions = &self.mentions.organisations;
        let after = mentions.partition_point(|m| m.span.start() <= token);
        after.checked_sub(1).filter(|&n| mentions[n].span.holds(token))
    }

    /// The award mention that covers or starts at a token.
    pub fn award_at(&self, token: usize) -> Option<usize> {
        let mentions = &self.mentions.awards;
        let after = mentions.partition_point(|m| m.span.start() <= token);
        after.checked_sub(1).filter(|&n| mentions[n].span.holds(token))
    }

    /// Learns from the statements which roles their speakers have.
    pub fn learn_roles(&mut self, text: &Text<'_>, statements: &[Statement]) {
        reference::told(text, self, statements);
    }

    /// Who "er" or "sie" is at a token: the last person of the gender before it, in the same or the preceding sentences.
    pub fn pronoun(&self, text: &Text<'_>, token: usize, gender: Gender) -> Option<PersonId> {
        reference::pronoun(text, self, token, gender)
    }

    /// Who holds a role named without a name ("die Geschäftsführerin", "der Bürgermeister") at a token; for any other noun
    /// for a person ("die Preisträgerin") the last person of its gender.
    pub fn role(&self, text: &Text<'_>, noun: usize) -> Option<PersonId> {
        reference::by_role(text, self, noun).or_else(|| reference::by_noun(text, self, noun))
    }
}
