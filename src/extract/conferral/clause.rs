//! What stands where around an award in its sentence.

use super::event::{Clause, Event};
use super::party::{Case, Group};
use super::status::{self, Signs};
use super::verb::{self, Frame, Verb};
use crate::analysis::{Entity, Party};
use crate::extract::award::detail;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

impl Clause<'_> {
    /// The verb that governs the award: the nearest, with what stands between counted.
    pub(super) fn governing(&self, award: TokenSpan) -> Option<&Verb> {
        let cost = |verb: &Verb| {
            let (from, to) = if verb.at >= award.end() { (award.end(), verb.at) } else { (verb.at, award.start()) };
            let between = &self.text.tokens[from.min(to)..to];
            let marks: usize = between
                .iter()
                .map(|t| match t.class {
                    Class::Comma => 10,
                    Class::Semicolon | Class::Dash | Class::Colon => 30,
                    _ => 0,
                })
                .sum();
            let clauses = between.windows(2).filter(|two| two[0].class == Class::Comma && two[1].is(Flags::CONJUNCTION)).count();
            between.len() + marks + 30 * clauses + if verb.frame == Frame::Be { 12 } else { 0 }
        };
        self.verbs
            .iter()
            .filter(|verb| !award.holds(verb.at))
            .map(|verb| (cost(verb), verb))
            .filter(|(cost, _)| *cost < 60)
            .min_by_key(|(cost, _)| *cost)
            .map(|(_, verb)| verb)
            .filter(|verb| verb.frame != Frame::Be || self.is_title(verb, award))
    }

    /// "ist (seit 2014) A", "nennt sich A", "trägt A": nothing but adverbs and quotation marks between.
    pub(super) fn is_title(&self, verb: &Verb, award: TokenSpan) -> bool {
        if verb.lemma == "tragen" || verb.lemma == "nennen" {
            return true;
        }
        let text = self.text;
        if verb.at >= award.end() {
            return false;
        }
        let preposition = award.start().checked_sub(2).is_some_and(|_| {
            (award.start().saturating_sub(3)..award.start()).any(|at| text.is(at, Flags::PREPOSITION) && !matches!(text.word(at), "zum" | "zur"))
        });
        let article = award.start().checked_sub(1).is_some_and(|at| matches!(text.word(at), "der" | "dem" | "den" | "des" | "die" | "das"));
        award.start() - verb.at <= 14 && !preposition && !article
    }

    /// Entries are asked of anybody: "Teilnehmen kann jede Klasse", "Melden Sie sich bis Mai an".
    pub(super) fn is_open(&self, verb: &Verb) -> bool {
        let asks = |at: usize| self.text.is(at, Flags::INFINITIVE) && self.text.says(at + 1, "Sie");
        verb.wish || asks(self.tokens.start()) || self.tokens.range().any(|at| matches!(self.text.word(at), "können" | "kann"))
    }

    pub(super) fn first_finite(&self) -> usize {
        self.tokens.range().find(|&at| self.text.is(at, Flags::FINITE) && self.text.tokens[at].is_lower()).unwrap_or(self.tokens.end())
    }

    /// The subject: the party without preposition that is nearest to the finite verb; commas and brackets between count.
    /// Where the award's part of the sentence has no verb of its own but a party ("…, die B GmbH den zweiten"), that one.
    pub(super) fn subject(&self, award: TokenSpan, finite: usize) -> Option<&Group> {
        let text = self.text;
        if let Some(group) = self.antecedent(award) {
            return Some(group);
        }
        let inside = |at: usize| self.quotations.iter().position(|quotation| quotation.holds(at));
        let level = inside(award.start());
        let free = |group: &&Group| group.case == Case::Free && !group.span.overlaps(award) && inside(group.span.start()) == level;
        let (from, to) = self.segment(award);
        let has_verb = (from..to).contains(&finite) || (from..to).any(|at| text.is(at, Flags::FINITE) && text.tokens[at].is_lower());
        if !has_verb {
            let own = self.groups.iter().filter(free).find(|group| from <= group.span.start() && group.span.end() <= award.start());
            if own.is_some() {
                return own;
            }
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
            between.len() + marks + usize::from(group.span.start() >= finite)
        };
        self.groups.iter().filter(free).min_by_key(cost)
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

    /// The stretch between commas, semicolons and dashes around the award.
    pub(super) fn segment(&self, award: TokenSpan) -> (usize, usize) {
        let cut = |at: &usize| matches!(self.text.tokens[*at].class, Class::Comma | Class::Semicolon | Class::Dash | Class::Colon);
        let start = (self.tokens.start()..award.start()).rev().find(cut).map_or(self.tokens.start(), |at| at + 1);
        let end = (award.end()..self.tokens.end()).find(cut).unwrap_or(self.tokens.end());
        (start, end.max(start))
    }

    /// "an E" behind the verb, or anywhere.
    pub(super) fn to(&self, verb: usize) -> Option<&Group> {
        let to = |group: &&Group| group.case == Case::To;
        self.groups.iter().filter(|group| group.span.start() > verb).find(to).or_else(|| self.groups.iter().find(to))
    }

    /// Recipient of a verb of giving; an active one's subject confers.
    pub(super) fn conferred(&self, verb: &Verb, award: TokenSpan, event: &mut Event) -> Option<&Group> {
        let dative = self.groups.iter().find(|group| group.case == Case::Dative && !group.span.overlaps(award));
        if verb.passive {
            // "Anna Weber wurde der Preis verliehen"
            let in_front = self.groups.iter().find(|group| {
                group.case == Case::Free
                    && (group.span.end() == verb.finite && award.start() > verb.finite || group.span.end() == verb.at && award.end() < verb.at)
            });
            return self.to(verb.at).or(dative).or(in_front).or_else(|| self.antecedent(award));
        }
        let subject = self.subject(award, verb.finite);
        let to = self.groups.iter().find(|group| group.case == Case::To);
        let second = subject.and_then(|subject| {
            self.groups.iter().find(|group| group.case == Case::Free && group.span.start() > subject.span.end() && !group.span.overlaps(award))
        });
        let recipient = to.or(dative).or(second);
        let confers = subject.filter(|subject| !verb::presents(verb.lemma) && recipient.is_none_or(|recipient| recipient.span != subject.span));
        if let Some(subject) = confers {
            event.conferrers.extend(subject.parties.iter().filter(|party| matches!(party, Party::Entity(_))).cloned());
        }
        recipient
    }

    /// Recipient of a verb of honouring; an active one's subject confers.
    pub(super) fn honoured(&self, verb: &Verb, award: TokenSpan, event: &mut Event) -> Option<&Group> {
        let subject = self.subject(award, verb.finite);
        if verb.passive {
            return subject;
        }
        let second = subject.and_then(|subject| {
            self.groups.iter().find(|group| matches!(group.case, Case::Free) && group.span.start() > subject.span.end() && !group.span.overlaps(award))
        });
        if let Some(subject) = subject {
            event.conferrers.extend(subject.parties.iter().filter(|party| matches!(party, Party::Entity(_))).cloned());
        }
        second
    }

    /// "A für E" right behind the name.
    pub(super) fn behind_for(&self, award: TokenSpan) -> Option<&Group> {
        self.groups.iter().find(|group| group.case == Case::For && group.span.start() >= award.end() && group.span.start() - award.end() <= 4)
    }

    /// "Preisträger E", "E, Träger des A", "Träger des A ist E".
    pub(super) fn held(&self, register: &Register, award: TokenSpan) -> Option<Vec<Party>> {
        let text = self.text;
        let holder_word = text.word(award.end().saturating_sub(1)).contains("träger");
        let before = award.start().checked_sub(2).map_or("", |at| text.word(at));
        let bearer = ["Träger", "Trägerin", "Preisträger", "Preisträgerin", "Gewinner", "Gewinnerin", "Inhaber", "Inhaberin"].contains(&before);
        if !holder_word && !bearer {
            return None;
        }
        let person = |group: &&Group| group.parties.iter().any(|party| matches!(party, Party::Entity(Entity::Person(_)))) || !holder_word;
        let near = |group: &&Group| {
            group.span.start() >= award.end() && group.span.start() - award.end() <= 3
                || group.span.end() <= award.start() && award.start() - group.span.end() <= 6
        };
        let _ = register;
        self.groups.iter().filter(near).find(person).map(|group| group.parties.clone())
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

    /// "vom C", "durch C"; "gestiftet von C".
    pub(super) fn by(&self, award: TokenSpan) -> Vec<Party> {
        let by = self.groups.iter().filter(|group| group.case == Case::By && !group.span.overlaps(award) && group.named);
        by.take(1).flat_map(|group| group.parties.iter().filter(|party| matches!(party, Party::Entity(_))).cloned()).collect()
    }

    /// Who was honoured in a sentence that names no award.
    pub(super) fn honour(&self) -> Option<Vec<Party>> {
        let verb = self
            .verbs
            .iter()
            .find(|verb| verb.frame == Frame::Honour && verb.passive && matches!(verb.lemma, "auszeichnen" | "prämieren" | "ehren" | "zertifizieren"))?;
        self.subject(TokenSpan::new(self.tokens.end(), self.tokens.end()), verb.finite).map(|group| group.parties.clone())
    }

    /// Signs of the status near the award: in its part of the sentence.
    pub(super) fn signs(&self, award: TokenSpan) -> Signs {
        let (start, end) = self.part(award);
        status::signs(self.text, TokenSpan::new(start, end))
    }

    /// The part of the sentence around the award, cut at semicolons and dashes.
    pub(super) fn part(&self, award: TokenSpan) -> (usize, usize) {
        let cut = |at: &usize| matches!(self.text.tokens[*at].class, Class::Semicolon | Class::Dash | Class::Colon);
        let start = (self.tokens.start()..award.start()).rev().find(cut).map_or(self.tokens.start(), |at| at + 1);
        let end = (award.end()..self.tokens.end()).find(cut).unwrap_or(self.tokens.end());
        (start, end.max(start))
    }

    /// The year beside the award, or the only one in its part of the sentence.
    pub(super) fn year(&self, award: TokenSpan) -> Option<String> {
        let (start, end) = self.part(award);
        let near = |at: &usize| detail::year_at(self.text, *at).is_some();
        let after = (award.end()..end.min(award.end() + 12)).find(near);
        let before = (start.max(award.start().saturating_sub(16))..award.start()).rev().find(near);
        let at = match (before, after) {
            (Some(before), Some(after)) if award.start() - before < after - award.end() => Some(before),
            (before, after) => after.or(before),
        };
        at.and_then(|at| detail::year_at(self.text, at))
    }

    /// A level in the award's part of the sentence.
    pub(super) fn level(&self, award: TokenSpan) -> Option<String> {
        let (start, end) = self.part(award);
        (start.max(award.start().saturating_sub(14))..end.min(award.end() + 12)).filter(|at| !award.holds(*at)).find_map(|at| {
            let word = self.text.word(at);
            let place = matches!(word, "Platz" | "Rang" | "Preis") || self.text.is(at, Flags::AWARD_LEVEL);
            let level = if place { detail::level_at(self.text, at) } else { None };
            level.filter(|level| !matches!(level.as_str(), "Sieger" | "Gewinner" | "Siegerin" | "Gewinnerin" | "Top" | "Finalist"))
        })
    }
}
