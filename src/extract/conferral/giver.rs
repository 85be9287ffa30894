//! Who gives the award: beside its name, in the clause behind it, as the agent of a passive.

use super::event::Clause;
use super::party::{Case, Group};
use super::verb::Frame;
use crate::analysis::{Entity, OrganisationKind, Party};
use crate::extract::award::detail;
use crate::lexicon::{AwardSign, Flags};
use crate::resolve::Register;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

impl Clause<'_> {
    /// The relative clause behind the name that only tells who gives it: "A, den die C vergibt", "A, der von C verliehen wird".
    pub(super) fn behind(&self, award: TokenSpan) -> Option<TokenSpan> {
        let text = self.text;
        let comma = (award.end()..(award.end() + 8).min(self.tokens.end())).find(|&at| text.tokens[at].class == Class::Comma)?;
        // only its year, its quotation mark or a bracket stand between
        let short = comma < award.end() + 4 || text.tokens[award.end()].class == Class::Open && text.tokens[comma - 1].class == Class::Close;
        if !short {
            return None;
        }
        if !matches!(text.word(comma + 1), "den" | "die" | "das" | "der" | "welchen" | "welche" | "welches" | "welcher") {
            return None;
        }
        let end = (comma + 1..self.tokens.end())
            .find(|&at| matches!(text.tokens[at].class, Class::Comma | Class::Semicolon | Class::Dash))
            .unwrap_or(self.tokens.end());
        let clause = TokenSpan::new(comma + 1, end);
        let gives = self.verbs.iter().any(|verb| {
            clause.holds(verb.at)
                && (matches!(verb.frame, Frame::Confer | Frame::Call))
                && (!verb.passive || self.groups.iter().any(|group| group.case == Case::By && clause.holds(group.span.start())))
        });
        let gives = gives || clause.range().any(|at| text.lexicon.award_signs.say(AwardSign::Funding, text.word(at)));
        let gets = self.groups.iter().any(|group| matches!(group.case, Case::To | Case::Dative) && clause.holds(group.span.start()));
        (gives && !gets).then_some(clause)
    }

    /// Who gives the award by the relative clause behind it.
    pub(super) fn givers_behind(&self, award: TokenSpan) -> Vec<Party> {
        let Some(clause) = self.behind(award) else { return vec![] };
        let giver = |group: &&Group| clause.holds(group.span.start()) && matches!(group.case, Case::Free | Case::By);
        self.groups.iter().find(giver).map_or(vec![], |group| group.parties.iter().filter(|party| matches!(party, Party::Entity(_))).cloned().collect())
    }

    /// "A der C", "A des C", "A von C" right behind the name (its closing mark, year, level).
    pub(super) fn beside(&self, register: &Register, award: TokenSpan) -> Vec<Party> {
        let text = self.text;
        let mut at = award.end();
        for _ in 0..4 {
            let skip = text.tokens.get(at).is_some_and(|t| t.class == Class::Quote)
                || detail::year_at(text, at).is_some()
                || (text.says(at, "in") && text.is(at + 1, Flags::AWARD_LEVEL))
                || text.is(at, Flags::AWARD_LEVEL);
            if !skip {
                break;
            }
            at += 1;
        }
        let mut parties: Vec<Party> = Vec::new();
        if matches!(text.word(at), "der" | "des" | "vom" | "von") {
            parties.extend(
                self.groups
                    .iter()
                    .filter(|group| group.span.start() >= at && group.span.start() <= at + 2 && matches!(group.case, Case::Genitive | Case::Free | Case::By))
                    .take(1)
                    .flat_map(|group| group.parties.clone()),
            );
        }
        // a body inside the name
        let inside = register.organisation_within(award);
        parties.extend(inside.map(|id| Party::Entity(Entity::Organisation(id))));
        parties.retain(|party| matches!(party, Party::Entity(_)));
        parties
    }

    /// "vom C", "durch C"; "gestiftet von C"; not "A vom Institut C", "produziert von C".
    pub(super) fn by(&self, register: &Register, award: TokenSpan) -> Vec<Party> {
        let by = self.groups.iter().filter(|group| group.case == Case::By && !group.span.overlaps(award) && group.named);
        by.filter(|group| !self.is_affiliation(register, group) && !self.is_made_by(group) && !self.is_author(group))
            .take(1)
            .flat_map(|group| self.with_partner(group))
            .collect()
    }

    /// The organisations and persons of a group, and who does it with them ("C gemeinsam mit D").
    pub(super) fn with_partner(&self, group: &Group) -> Vec<Party> {
        let together = |other: &&Group| {
            let at = other.span.start();
            other.named && at >= group.span.end() && self.text.says(at, "mit") && matches!(self.text.word(at.saturating_sub(1)), "gemeinsam" | "zusammen")
        };
        let partners = self.groups.iter().filter(together).flat_map(|other| &other.parties);
        group.parties.iter().chain(partners).filter(|party| matches!(party, Party::Entity(_))).cloned().collect()
    }

    /// "Anna Weber vom Institut C": where somebody works, behind the name.
    fn is_affiliation(&self, register: &Register, group: &Group) -> bool {
        let works_at = |party: &Party| match party {
            Party::Entity(Entity::Organisation(id)) => register.organisations.get(*id).is_some_and(|organisation| {
                use OrganisationKind::{Company, Culture, Hospital, Media, Research, University};
                matches!(organisation.kind, University | Research | Hospital | Company | Media | Culture)
            }),
            _ => false,
        };
        let behind_person = group.span.start().checked_sub(1).is_some_and(|at| register.person_at(at).is_some());
        behind_person && group.parties.iter().all(works_at)
    }

    /// "die Lieder von Anna Weber": a person behind a noun is its author.
    fn is_author(&self, group: &Group) -> bool {
        let text = self.text;
        let Some(noun) = group.span.start().checked_sub(1) else { return false };
        let person = |party: &Party| matches!(party, Party::Entity(Entity::Person(_)));
        let plain =
            text.tokens[noun].is_capital() && !text.is(noun, Flags::MONTH | Flags::WEEKDAY | Flags::AWARD_HEAD) || text.tokens[noun].class == Class::Quote;
        let work = text.tokens[noun].class == Class::Quote;
        text.says(group.span.start(), "von") && plain && (work || group.parties.iter().all(person))
    }

    /// "produziert von C", "gefördert durch C": a participle that tells of no awarding.
    fn is_made_by(&self, group: &Group) -> bool {
        let text = self.text;
        let Some(at) = group.span.start().checked_sub(1) else { return false };
        text.is(at, Flags::PARTICIPLE) && text.tokens[at].is_lower() && !self.verbs.iter().any(|verb| verb.at == at) && !text.is(at, Flags::AWARD_VERB)
    }
}
