//! Who gets the award: the subject of getting, the dative of giving, the object of honouring.

use super::event::{Clause, Event};
use super::party::{Case, Group};
use super::verb::{Frame, Verb};
use crate::analysis::{Entity, Party, SectionKind};
use crate::extract::award::detail;
use crate::lexicon::Flags;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

impl Clause<'_> {
    /// The subject: the party without preposition that is nearest to the finite verb; commas and brackets between count.
    /// Where the award's part of the sentence has no verb of its own but a party ("…, die B GmbH den zweiten"), that one.
    pub(super) fn subject(&self, award: TokenSpan, finite: usize) -> Option<&Group> {
        let text = self.text;
        if let Some(group) = self.antecedent(award).or_else(|| self.own(award)) {
            return Some(group);
        }
        let inside = |at: usize| self.quotations.iter().position(|quotation| quotation.holds(at));
        let level = inside(award.start());
        let behind = self.behind(award);
        let free = |group: &&Group| {
            group.case == Case::Free
                && !group.span.overlaps(award)
                && inside(group.span.start()) == level
                && !behind.is_some_and(|clause| clause.holds(group.span.start()))
        };
        let (from, to) = self.segment(award);
        let has_verb = (from..to).contains(&finite) || (from..to).any(|at| text.is(at, Flags::FINITE) && text.tokens[at].is_lower());
        if !has_verb {
            let own = self.groups.iter().filter(free).find(|group| from <= group.span.start() && group.span.end() <= award.start());
            if own.is_some() {
                return own;
            }
        }
        // "Mit dem A werden Politiker ausgezeichnet": the noun behind the verb is the subject, whoever it is
        let plain = text.is(finite + 1, Flags::NOUN) && text.tokens[finite + 1].is_capital() && !text.is(finite + 1, Flags::AWARD_LEVEL | Flags::AWARD_HEAD);
        if plain && award.end() <= finite && text.is(finite, Flags::PLURAL_3) && !self.groups.iter().any(|group| group.span.holds(finite + 1)) {
            return None;
        }
        let cost = |group: &&Group| {
            let (a, b) = if group.span.start() >= finite { (finite, group.span.start()) } else { (group.span.end().min(finite), finite) };
            let between = &text.tokens[a..b];
            let marks: usize = between
                .iter()
                .map(|t| match t.class {
                    Class::Comma | Class::Open | Class::Close => 6,
                    Class::Semicolon | Class::Dash | Class::Colon => 20,
                    _ => 0,
                })
                .sum();
            between.len() + marks + usize::from(group.span.start() >= finite) + if group.thing { 5 } else { 0 }
        };
        self.groups.iter().filter(free).min_by_key(cost)
    }

    /// "und F mit dem zweiten": where the sentence names several awards, the party set before this one alone.
    fn own(&self, award: TokenSpan) -> Option<&Group> {
        let text = self.text;
        let before = self.awards.iter().rfind(|other| other.end() <= award.start())?;
        let group = self.groups.iter().rfind(|group| group.case == Case::Free && before.end() <= group.span.start() && group.span.end() <= award.start())?;
        let joined = matches!(group.span.start().checked_sub(1).map_or("", |at| text.word(at)), "und" | "," | "sowie" | ";");
        let tied = (group.span.end()..award.start()).all(|at| {
            text.tokens[at].class == Class::Quote
                || text.is(at, Flags::PREPOSITION | Flags::ARTICLE | Flags::ADJECTIVE | Flags::AWARD_HEAD | Flags::CONTRACTION)
        });
        (joined && tied).then_some(group)
    }

    /// "E, die 2021 den A gewann": whom a relative clause with the award is about.
    pub(super) fn antecedent(&self, award: TokenSpan) -> Option<&Group> {
        let text = self.text;
        let (from, to) = self.segment(award);
        let relative = from > self.tokens.start()
            && text.tokens[from - 1].class == Class::Comma
            && matches!(text.word(from), "der" | "die" | "das" | "dem" | "welcher" | "welche");
        // a relative pronoun has no noun of its own, and the finite verb closes its clause
        let own_noun = text.tokens.get(from + 1).is_some_and(|t| t.is_capital() || t.is(Flags::ADJECTIVE | Flags::ARTICLE)) && from + 1 != award.start();
        let closes = (award.end()..to).any(|at| text.is(at, Flags::FINITE | Flags::PARTICIPLE));
        if !relative || own_noun || from + 1 == award.start() || !closes {
            return None;
        }
        self.groups.iter().rfind(|group| group.span.end() < from)
    }

    /// "E, seit 2014 A,": a title set behind its holder.
    pub(super) fn apposed(&self, award: TokenSpan) -> Option<&Group> {
        let text = self.text;
        let (from, _) = self.segment(award);
        let plain = (from..award.start()).all(|at| {
            matches!(text.word(at), "seit" | "bereits" | "und" | "schon") || detail::year_at(text, at).is_some() || text.tokens[at].class == Class::Quote
        });
        let dated = (from..award.start()).any(|at| detail::year_at(text, at).is_some());
        let comma = from.checked_sub(1).filter(|&at| text.tokens[at].class == Class::Comma)?;
        self.groups.iter().filter(|_| plain && dated).find(|group| {
            group.span.end() == comma || (group.span.end() < comma && comma - group.span.end() <= 4 && text.tokens[comma - 1].class == Class::Close)
        })
    }

    /// "an E" behind a token, or anywhere.
    pub(super) fn to(&self, from: usize) -> Option<&Group> {
        let to = |group: &&Group| group.case == Case::To;
        self.groups.iter().filter(|group| group.span.start() > from).find(to).or_else(|| self.groups.iter().find(to))
    }

    /// Somebody the lists do not know is the subject: "Die Jury sprach", "Das Land verleiht".
    fn has_other_subject(&self, finite: usize) -> bool {
        let text = self.text;
        let start = self.tokens.start();
        // a listed award that is a body too ("Great Place to Work zeichnet E aus")
        if self.awards.iter().any(|award| award.start() == start && award.end() == finite) {
            return true;
        }
        let opens = text.is(start, Flags::ARTICLE) && matches!(text.word(start), "Der" | "Die" | "Das" | "Ein" | "Eine" | "Unsere" | "Unser");
        let noun = finite
            .checked_sub(1)
            .is_some_and(|at| at > start && text.tokens[at].is_capital() && text.tokens[at].class == Class::Word && !text.is(at, Flags::AWARD_HEAD));
        opens && noun && finite - start <= 6 && !self.groups.iter().any(|group| group.span.start() < finite) && !self.awards.iter().any(|a| a.start() < finite)
    }

    /// Whom a verb of congratulating is said of: the dative or accusative, not the subject.
    pub(super) fn congratulated(&self, verb: &Verb, award: TokenSpan) -> Option<&Group> {
        let free = |group: &&Group| matches!(group.case, Case::Free | Case::Dative) && !group.span.overlaps(award);
        let subject = self.groups.iter().filter(free).min_by_key(|group| group.span.start().abs_diff(verb.finite))?;
        self.groups
            .iter()
            .filter(free)
            .find(|group| group.case == Case::Dative)
            .or_else(|| self.groups.iter().filter(free).find(|group| group.span.start() > verb.finite && group.span != subject.span))
            .or_else(|| self.has_other_subject(verb.finite).then_some(subject))
    }

    /// Recipient of a verb of giving; an active one's subject confers.
    pub(super) fn conferred(&self, verb: &Verb, award: TokenSpan, event: &mut Event) -> Option<&Group> {
        let text = self.text;
        let dative = self.groups.iter().find(|group| group.case == Case::Dative && !group.span.overlaps(award));
        let free = |group: &&Group| group.case == Case::Free && !group.span.overlaps(award);
        if verb.passive {
            // "Anna Weber wurde der Preis verliehen", "wurde der Trainerin Anna Weber der Preis verliehen": the award is the subject
            let in_front = self
                .groups
                .iter()
                .filter(free)
                .find(|group| group.span.end() == verb.finite && award.start() > verb.finite || group.span.end() == verb.at && award.end() < verb.at);
            let other = || self.groups.iter().filter(free).find(|group| group.span.start() == verb.finite + 1 && group.span.end() <= award.start());
            let relative = self.antecedent(award).filter(|_| matches!(text.word(self.segment(award).0), "dem" | "der" | "denen"));
            return relative.or(self.to(verb.at)).or(dative).or(in_front).or_else(|| self.antecedent(award)).or_else(other);
        }
        let subject = self.subject(award, verb.finite);
        let to = self.groups.iter().find(|group| group.case == Case::To);
        let second = subject.and_then(|subject| self.groups.iter().filter(free).find(|group| group.span.start() >= subject.span.end()));
        // "Der Bürgermeister, Jens Dorow, hat Anna Weber den A verliehen"
        let around = self.around(verb, award).filter(|_| to.is_none() && dative.is_none());
        let (subject, second) = around.map_or((subject, second), |(subject, object)| (Some(subject), Some(object)));
        // "hat das Ministerium für Kultur der Stadt den A verliehen": a dative that looks like a genitive
        let oblique = || {
            let subject = subject?.span;
            self.groups.iter().find(|group| group.case == Case::Genitive && group.span.start() >= subject.end() && group.span.end() <= award.start())
        };
        let recipient = to.or(dative).or(second).or_else(|| oblique().filter(|_| verb.frame == Frame::Confer));
        if recipient.is_none() && self.has_other_subject(verb.finite) {
            return subject;
        }
        // a body that hands over gives; a person that does may only present
        let gives = |party: &Party| verb.frame != Frame::Hand || matches!(party, Party::Entity(Entity::Organisation(_)));
        if let Some(subject) = subject.filter(|subject| recipient.is_none_or(|recipient| recipient.span != subject.span)) {
            // who hands over the award that another body's name is in does not give it
            if verb.frame != Frame::Hand || event.conferrers.is_empty() {
                event.conferrers.extend(self.with_partner(subject).into_iter().filter(gives));
            }
        }
        recipient
    }

    /// Recipient of a verb of honouring; an active one's subject confers.
    pub(super) fn honoured(&self, verb: &Verb, award: TokenSpan, event: &mut Event) -> Option<&Group> {
        let subject = self.subject(award, verb.finite);
        if verb.passive || self.has_other_subject(verb.finite) {
            return subject;
        }
        // "kürte ihn die C zum A"
        let at = verb.finite + 1;
        if matches!(self.text.word(at), "ihn" | "sie" | "uns") {
            let object = self.groups.iter().find(|group| group.span.start() == at);
            let subject = self.groups.iter().find(|group| group.case == Case::Free && group.span.start() > at && !group.span.overlaps(award));
            if let Some(subject) = subject {
                event.conferrers.extend(self.with_partner(subject));
                return object;
            }
        }
        let (subject, object) = match self.around(verb, award) {
            Some((subject, object)) => (Some(subject), Some(object)),
            None => {
                let second = |subject: &Group| {
                    self.groups.iter().find(|group| matches!(group.case, Case::Free) && group.span.start() >= subject.span.end() && !group.span.overlaps(award))
                };
                (subject, subject.and_then(second))
            }
        };
        if let Some(subject) = subject {
            event.conferrers.extend(self.with_partner(subject));
        }
        object
    }

    /// "Die C (D) hat den E mit dem A ausgezeichnet": the parties right before and right behind the finite verb; what begins with
    /// "den" is the object.
    fn around(&self, verb: &Verb, award: TokenSpan) -> Option<(&Group, &Group)> {
        let text = self.text;
        let free = |group: &&Group| group.case == Case::Free && !group.span.overlaps(award);
        let bracket = |at: usize| matches!(text.tokens[at].class, Class::Open | Class::Close);
        let before = self.groups.iter().filter(free).filter(|group| group.span.end() <= verb.finite).find(|group| {
            let between = group.span.end()..verb.finite;
            let comma = between.len() == 1 && text.tokens[group.span.end()].class == Class::Comma;
            between.is_empty() || comma || bracket(group.span.end()) && bracket(verb.finite - 1) && between.len() <= 8
        })?;
        let behind = self.groups.iter().filter(free).find(|group| group.span.start() > verb.finite && group.span.start() <= verb.finite + 8)?;
        let object = |group: &Group| matches!(text.word(group.span.start()), "den" | "Den" | "einen" | "Einen" | "ihn" | "Ihn");
        Some(if object(before) { (behind, before) } else { (before, behind) })
    }

    /// "Mit der Quarbel GmbH gewann sie den A": the body that a pronoun wins for.
    pub(super) fn with_body(&self) -> Option<&Group> {
        let text = self.text;
        let group = self.groups.first().filter(|group| group.case == Case::Other && group.named && text.says(group.span.start(), "Mit"))?;
        let body = group.parties.iter().all(|party| matches!(party, Party::Entity(Entity::Organisation(_))));
        let pronoun = (group.span.end()..self.tokens.end().min(group.span.end() + 3)).any(|at| matches!(text.word(at), "er" | "sie"));
        (body && pronoun).then_some(group)
    }

    /// The parties of a group and those coordinated with it around an apposition: "E, Oberärztin in Ulm, und F".
    pub(super) fn with_joined(&self, group: &Group) -> (Vec<Party>, Vec<Option<String>>) {
        let mut chain: Vec<&Group> = vec![group];
        let case = if group.case == Case::To { Case::To } else { Case::Free };
        let others = || self.groups.iter().filter(|other| other.case == case && other.named && !other.thing);
        for before in others().rev().filter(|other| group.named && other.span.end() < group.span.start()) {
            if !self.is_joined(before, chain[0]) {
                break;
            }
            chain.insert(0, before);
        }
        for next in others().filter(|other| group.named && other.span.start() > group.span.end()) {
            if !self.is_joined(chain[chain.len() - 1], next) {
                break;
            }
            chain.push(next);
        }
        (chain.iter().flat_map(|group| group.parties.clone()).collect(), chain.iter().flat_map(|group| group.levels.clone()).collect())
    }

    /// "…, Oberärztin in Ulm, und": only an apposition, a place or a bracket and "und" stand between two groups.
    fn is_joined(&self, one: &Group, other: &Group) -> bool {
        let text = self.text;
        let between = one.span.end()..other.span.start();
        let opens = between
            .clone()
            .next()
            .is_some_and(|at| matches!(text.tokens[at].class, Class::Comma | Class::Open) || text.is(at, Flags::PREPOSITION | Flags::CONTRACTION));
        let verb =
            |at: usize| text.tokens[at].is_lower() && text.is(at, Flags::FINITE | Flags::PARTICIPLE) && !text.is(at, Flags::PREPOSITION | Flags::ADJECTIVE);
        opens
            && between.len() <= 18
            && matches!(text.word(other.span.start() - 1), "und" | "sowie")
            && !between.clone().any(verb)
            && !self.awards.iter().any(|award| between.contains(&award.start()))
    }

    /// "A für E" right behind the name; in a headline without a verb "A an E" too.
    pub(super) fn behind_for(&self, award: TokenSpan) -> Option<&Group> {
        let headline = matches!(self.kind, SectionKind::Headline | SectionKind::Subheadline);
        let case = |case: Case| case == Case::For || headline && case == Case::To;
        let apart = |from: usize, to: usize| {
            (from..to).any(|at| self.text.tokens[at].class == Class::Comma) || self.awards.iter().any(|other| (from..to).contains(&other.start()))
        };
        self.groups.iter().find(|group| {
            let start = group.span.start();
            case(group.case) && start >= award.end() && start - award.end() <= 4 && !apart(award.end(), start)
        })
    }
}
