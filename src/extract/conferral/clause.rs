//! What stands where around an award in its sentence.

use super::event::{Clause, Event};
use super::party::{Case, Group};
use super::status::{self, Signs};
use super::verb::{Frame, Verb};
use crate::analysis::{Entity, OrganisationKind, Party};
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
            between.len() + marks + 60 * clauses + if verb.frame == Frame::Be { 12 } else { 0 }
        };
        self.verbs
            .iter()
            .filter(|verb| !award.holds(verb.at) && !self.behind(award).is_some_and(|relative| relative.holds(verb.at)))
            .filter(|verb| verb.frame != Frame::Rank || self.is_ranked(award))
            // "geht ins Rennen um den A"
            .filter(|verb| verb.frame != Frame::Goes || self.groups.iter().any(|group| group.case == Case::To))
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
        // "Bibliothek des Jahres ist E"
        if verb.at >= award.end() {
            let opens = award.start() == self.tokens.start() || matches!(text.tokens[award.start() - 1].class, Class::Colon | Class::Quote | Class::Comma);
            return opens && verb.at - award.end() <= 2;
        }
        let preposition = award.start().checked_sub(2).is_some_and(|_| {
            (award.start().saturating_sub(3)..award.start()).any(|at| text.is(at, Flags::PREPOSITION) && !matches!(text.word(at), "zum" | "zur"))
        });
        let article = award.start().checked_sub(1).is_some_and(|at| matches!(text.word(at), "der" | "dem" | "den" | "des" | "die" | "das"));
        award.start() - verb.at <= 14 && !preposition && !article
    }

    /// Entries are asked of anybody: "Teilnehmen kann jede Klasse", "Melden Sie sich bis Mai an".
    pub(super) fn is_open(&self, verb: &Verb) -> bool {
        let text = self.text;
        let asks = |at: usize| self.text.is(at, Flags::INFINITIVE) && self.text.says(at + 1, "Sie");
        verb.may
            || asks(self.tokens.start())
            || self.tokens.range().any(|at| matches!(text.word(at), "wer" | "Wer")) && verb.wish
            || self.tokens.range().any(|at| matches!(self.text.word(at), "können" | "kann"))
    }

    /// "… zu holen", "mitzunehmen"
    pub(super) fn is_infinitive(&self, verb: &Verb) -> bool {
        self.text.is(verb.at, Flags::ZU_INFINITIVE) || (self.text.is(verb.at, Flags::INFINITIVE) && verb.at > 0 && self.text.says(verb.at - 1, "zu"))
    }

    /// "zählt zu den „A“", "unter die A".
    fn is_ranked(&self, award: TokenSpan) -> bool {
        (award.start().saturating_sub(5)..award.start()).any(|at| matches!(self.text.word(at), "zu" | "zum" | "zur" | "unter"))
    }

    /// The relative clause behind the name that only tells who gives it: "A, den die C vergibt", "A, der von C verliehen wird".
    pub(super) fn behind(&self, award: TokenSpan) -> Option<TokenSpan> {
        let text = self.text;
        let comma = (award.end()..(award.end() + 4).min(self.tokens.end())).find(|&at| text.tokens[at].class == Class::Comma)?;
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
        let gets = self.groups.iter().any(|group| matches!(group.case, Case::To | Case::Dative) && clause.holds(group.span.start()));
        (gives && !gets).then_some(clause)
    }

    /// Who gives the award by the relative clause behind it.
    pub(super) fn givers_behind(&self, award: TokenSpan) -> Vec<Party> {
        let Some(clause) = self.behind(award) else { return vec![] };
        let giver = |group: &&Group| clause.holds(group.span.start()) && matches!(group.case, Case::Free | Case::By);
        self.groups.iter().find(giver).map_or(vec![], |group| group.parties.iter().filter(|party| matches!(party, Party::Entity(_))).cloned().collect())
    }

    pub(super) fn first_finite(&self) -> usize {
        self.tokens.range().find(|&at| self.text.is(at, Flags::FINITE) && self.text.tokens[at].is_lower()).unwrap_or(self.tokens.end())
    }

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

    /// The stretch between commas, semicolons and dashes around the award.
    pub(super) fn segment(&self, award: TokenSpan) -> (usize, usize) {
        let cut = |at: &usize| matches!(self.text.tokens[*at].class, Class::Comma | Class::Semicolon | Class::Dash | Class::Colon);
        let start = (self.tokens.start()..award.start()).rev().find(cut).map_or(self.tokens.start(), |at| at + 1);
        let end = (award.end()..self.tokens.end()).find(cut).unwrap_or(self.tokens.end());
        (start, end.max(start))
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
        let recipient = to.or(dative).or(second);
        if recipient.is_none() && self.has_other_subject(verb.finite) {
            return subject;
        }
        let confers = subject.filter(|subject| verb.frame != Frame::Hand && recipient.is_none_or(|recipient| recipient.span != subject.span));
        if let Some(subject) = confers {
            event.conferrers.extend(self.with_partner(subject));
        }
        recipient
    }

    /// Recipient of a verb of honouring; an active one's subject confers.
    pub(super) fn honoured(&self, verb: &Verb, award: TokenSpan, event: &mut Event) -> Option<&Group> {
        let subject = self.subject(award, verb.finite);
        if verb.passive || self.has_other_subject(verb.finite) {
            return subject;
        }
        let second = subject.and_then(|subject| {
            self.groups.iter().find(|group| matches!(group.case, Case::Free) && group.span.start() >= subject.span.end() && !group.span.overlaps(award))
        });
        if let Some(subject) = subject {
            event.conferrers.extend(self.with_partner(subject));
        }
        second
    }

    /// The parties of a group and those coordinated with it around an apposition: "E, Oberärztin in Ulm, und F".
    pub(super) fn with_joined(&self, group: &Group) -> (Vec<Party>, Vec<Option<String>>) {
        let mut chain: Vec<&Group> = vec![group];
        let others = || self.groups.iter().filter(|other| other.case == Case::Free && other.named && !other.thing);
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

    /// "A für E" right behind the name.
    pub(super) fn behind_for(&self, award: TokenSpan) -> Option<&Group> {
        let apart = |from: usize, to: usize| {
            (from..to).any(|at| self.text.tokens[at].class == Class::Comma) || self.awards.iter().any(|other| (from..to).contains(&other.start()))
        };
        self.groups.iter().find(|group| {
            let start = group.span.start();
            group.case == Case::For && start >= award.end() && start - award.end() <= 4 && !apart(award.end(), start)
        })
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
        by.filter(|group| !self.is_affiliation(register, group) && !self.is_made_by(group)).take(1).flat_map(|group| self.with_partner(group)).collect()
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

    /// "produziert von C", "gefördert durch C": a participle that tells of no awarding.
    fn is_made_by(&self, group: &Group) -> bool {
        let text = self.text;
        let Some(at) = group.span.start().checked_sub(1) else { return false };
        text.is(at, Flags::PARTICIPLE) && text.tokens[at].is_lower() && !self.verbs.iter().any(|verb| verb.at == at) && !text.is(at, Flags::AWARD_VERB)
    }

    /// A category or "als beste(r) …" with a verb of winning: a winner of the award spoken of, in a sentence that names none.
    pub(super) fn names_winner(&self) -> bool {
        let text = self.text;
        let category = self.tokens.range().any(|at| matches!(text.word(at), "Kategorie" | "Sparte" | "Rubrik"))
            || self.tokens.range().any(|at| matches!(text.word(at), "als" | "Als") && text.word(at + 1).starts_with("beste"));
        let wins = |verb: &Verb| {
            matches!(verb.lemma, "durchsetzen" | "siegen" | "gewinnen" | "triumphieren" | "überzeugen") || (verb.frame == Frame::Honour && verb.passive)
        };
        category && self.verbs.iter().any(wins)
    }

    /// "Die C würdigt damit sein Werk": somebody honours with what was just named.
    pub(super) fn honours_thereby(&self) -> bool {
        let thereby = self.tokens.range().any(|at| matches!(self.text.word(at), "damit" | "Damit" | "hiermit"));
        thereby && self.verbs.iter().any(|verb| verb.frame == Frame::Honour && !verb.passive)
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
