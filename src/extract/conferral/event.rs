//! One sentence, one award: an event.

use super::party::{self, Case, Group, Told};
use super::rules::{CALLED, CONFERRED, GOES, HEADLINE, HOLDER, HONOURED, IMPLIED, IS, NOMINATED, RECEIVES, SOUGHT, UNNAMED};
use super::status;
use super::verb::{self, Frame, Verb};
use crate::analysis::{AwardId, Entity, Party, SectionKind, Status};
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::rule::Rule;
use crate::text::Text;
use crate::text::span::TokenSpan;

/// Longest sentence that is read: longer ones are tables or broken texts.
pub(crate) const LONGEST_SENTENCE: usize = 600;

/// What one sentence tells of one award.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub award: AwardId,
    pub sentence: usize,
    pub status: Status,
    /// Told of an earlier time in words ("bereits", "zuletzt").
    pub earlier: bool,
    pub recipients: Vec<Party>,
    /// Level of each recipient, where they differ.
    pub levels: Vec<Option<String>>,
    /// Named outright.
    pub named: bool,
    /// A verb of getting has no subject that could be named.
    pub open: bool,
    /// Somebody takes the award in hand or is glad of it: counts only where no recipient is told otherwise.
    pub mere: bool,
    /// Told in the present tense or without a verb: it may be still to come.
    pub present: bool,
    pub conferrers: Vec<Party>,
    /// Other organisations of the sentence, as attributes.
    pub beside: Vec<Party>,
    pub level: Option<String>,
    pub category: Option<String>,
    pub year: Option<String>,
    /// Further years of the same ("2012 und 2013").
    pub years: Vec<String>,
    pub rule: &'static Rule,
}

/// What is known of a sentence.
pub(crate) struct Clause<'t> {
    pub text: &'t Text<'t>,
    pub index: usize,
    pub tokens: TokenSpan,
    pub kind: SectionKind,
    pub groups: Vec<Group>,
    pub verbs: Vec<Verb>,
    /// The awards named in it.
    pub awards: Vec<TokenSpan>,
    /// Running quotations that the sentence touches.
    pub quotations: Vec<TokenSpan>,
}

/// The events of all sentences.
pub(crate) fn find(text: &Text<'_>, register: &Register) -> Vec<Event> {
    let release = super::merge::reference_year(text, register);
    let mut events = Vec::new();
    let mut last: Option<AwardId> = None;
    let mut honoured: Option<(usize, Vec<Party>)> = None;
    let mut told = Told::default();
    let mentions = &register.mentions.awards;
    for (index, sentence) in text.sentences.iter().enumerate() {
        let tokens = sentence.tokens;
        let from = mentions.partition_point(|m| m.span.start() < tokens.start());
        let to = mentions.partition_point(|m| m.span.start() < tokens.end());
        let anaphor = if from == to { anaphor(text, tokens) } else { None };
        let speaks = anaphor.is_some() || tokens.range().any(|at| text.is(at, Flags::AWARD_VERB));
        if (from == to && !speaks) || tokens.len() > LONGEST_SENTENCE {
            continue;
        }
        let kind = text.sections.get(sentence.section).map_or(SectionKind::Body, |block| block.kind);
        let verbs = verb::find(text, tokens);
        let groups = party::groups(text, register, &mut told, tokens);
        let quotations = quotations(text, tokens);
        let awards = mentions[from..to].iter().map(|mention| mention.span).collect();
        let clause = Clause { text, index, tokens, kind, groups, verbs, awards, quotations };
        for (n, mention) in mentions.iter().enumerate().take(to).skip(from) {
            let award = register.award_of[n];
            let mut event = clause.event(register, award, mention.span, false, release);
            let told_before = honoured.as_ref().filter(|(at, _)| index - at <= 2 && event.as_ref().is_none_or(|event| event.recipients.is_empty()));
            if let Some((_, parties)) = told_before {
                let mut unnamed = event.take().unwrap_or_else(|| Event::new(award, index, &UNNAMED));
                unnamed.take(parties, &[], true);
                unnamed.rule = &UNNAMED;
                event = Some(unnamed);
            }
            honoured = None;
            if let Some(event) = &mut event {
                event.level = mention.level.clone().or_else(|| event.level.take());
                event.year = mention.year.clone().or_else(|| event.year.take());
                event.category = mention.category.clone();
            }
            if let Some(event) =
                event.as_ref().filter(|event| !event.recipients.is_empty() && matches!(event.status, Status::Received | Status::Announced | Status::Nominated))
            {
                told.remember(&event.recipients);
            }
            // what was won earlier is mentioned in passing: "der Preis" goes on meaning the other
            let past = |event: &Event| {
                let year = event.year.as_deref().and_then(|year| year.get(..4)).and_then(|year| year.parse().ok());
                event.status == Status::Past || matches!((year, release), (Some::<u16>(year), Some(release)) if year < release)
            };
            let passing = last.is_some() && event.as_ref().is_some_and(past);
            if !passing {
                last = Some(award);
            }
            events.extend(event);
        }
        if from == to {
            let next = mentions.get(from).map(|_| register.award_of[from]);
            // "In der Kategorie X setzte sich E durch", "Als bester Film wurde E prämiert"
            let implied = last.filter(|_| anaphor.is_none() && clause.names_winner());
            // of an award that nobody has got yet, in the sentences before
            let untold = |award: AwardId| {
                let mut near = events.iter().rev().take_while(|event| index - event.sentence <= 4).filter(|event| event.award == award).peekable();
                near.peek().is_some() && near.all(|event| event.recipients.is_empty() || event.rule == &IMPLIED)
            };
            // who was honoured beside a winner got what he got
            let beside = || events.iter().rev().find(|event| matches!(event.status, Status::Received | Status::Past) && !event.recipients.is_empty());
            let won = if clause.adds_winner() { beside().map(|event| event.award) } else { last };
            let alone = won.filter(|&award| anaphor.is_none() && clause.honours_alone() && (clause.adds() || untold(award)));
            if let Some(award) = alone {
                let event = clause.event(register, award, TokenSpan::new(tokens.start(), tokens.start()), true, release);
                events.extend(event.filter(|event| !event.recipients.is_empty()).map(|event| Event { rule: &IMPLIED, ..event }));
            } else if let Some(award) = implied {
                let event = clause.event(register, award, TokenSpan::new(tokens.start(), tokens.start()), true, release);
                events.extend(event.filter(|event| !event.recipients.is_empty()));
            } else if let (Some(at), Some(award)) = (anaphor, super::list::main_award(text, register, from, index, last).or(next)) {
                if let Some(event) = clause.event(register, award, TokenSpan::new(at, at + 1), true, release) {
                    if !event.recipients.is_empty() && event.status == Status::Received {
                        told.remember(&event.recipients);
                    }
                    events.push(event);
                }
            } else if let Some(award) = last.filter(|_| clause.honours_thereby()) {
                // "Die C würdigt damit …": who gives the award just named
                let mut thereby = Event::new(award, index, &HONOURED);
                let verb = clause.verbs.iter().find(|verb| verb.frame == Frame::Honour);
                let subject = verb.and_then(|verb| clause.subject(TokenSpan::new(tokens.end(), tokens.end()), verb.finite));
                thereby.conferrers = subject.map_or(vec![], |group| clause.with_partner(group));
                events.push(thereby);
            } else if let Some(award) = last.filter(|_| clause.announces()) {
                // "Das gab die C bekannt": who tells of it gives it, where nobody else is said to
                let known = events.iter().any(|event| event.award == award && !event.conferrers.is_empty());
                let finite = clause.first_finite();
                let subject = clause.subject(TokenSpan::new(tokens.end(), tokens.end()), finite).filter(|group| group.named && !known);
                let gets = |party: &Party| events.iter().any(|event| event.award == award && event.recipients.contains(party));
                let mut told_by = Event::new(award, index, &CONFERRED);
                told_by.conferrers = subject.map_or(vec![], |group| clause.with_partner(group)).into_iter().filter(|party| !gets(party)).collect();
                events.push(told_by);
            } else if let Some((award, group)) = last.zip(clause.gives_it()).filter(|_| events.last().is_some_and(|event| index - event.sentence <= 1)) {
                let mut given = Event::new(award, index, &CONFERRED);
                given.conferrers = clause.with_partner(group);
                events.push(given);
            } else if last.is_none() {
                honoured = clause.honour().map(|parties| (index, parties)).or(honoured);
            }
        }
    }
    events
}

/// Quotations of a clause and more that reach into a sentence: what is said inside is told of others than the frame's.
fn quotations(text: &Text<'_>, sentence: TokenSpan) -> Vec<TokenSpan> {
    let to = text.quotations.partition_point(|q| q.tokens.start() < sentence.end());
    let near = text.quotations[..to].iter().rev().take(8);
    near.filter(|q| q.tokens.end() > sentence.start() && q.inner().len() > 8).map(|q| q.tokens).collect()
}

impl Event {
    /// An award that was received by nobody yet named.
    pub(super) fn new(award: AwardId, sentence: usize, rule: &'static Rule) -> Event {
        Event {
            award,
            sentence,
            status: Status::Received,
            earlier: false,
            recipients: vec![],
            levels: vec![],
            named: false,
            open: false,
            mere: false,
            present: true,
            conferrers: vec![],
            beside: vec![],
            level: None,
            category: None,
            year: None,
            years: vec![],
            rule,
        }
    }

    fn take(&mut self, parties: &[Party], levels: &[Option<String>], named: bool) {
        self.recipients = parties.to_vec();
        self.levels = levels.to_vec();
        self.named = named;
    }
    fn take_group(&mut self, group: &Group) {
        self.take(&group.parties, &group.levels, group.named);
    }
}

/// Beginnings of adjectives that stand before "Preis" and mean the one spoken of.
const PRAISING: [&str; 10] = ["dotiert", "undotiert", "begehrt", "höchst", "renommiert", "bedeutend", "wichtig", "angesehen", "hochkarätig", "vergeben"];

/// "die Auszeichnung", "der Preis", "Er ging an": the last award named.
fn anaphor(text: &Text<'_>, sentence: TokenSpan) -> Option<usize> {
    let start = sentence.start();
    if matches!(text.word(start), "Er" | "Sie" | "Es") && matches!(text.word(start + 1), "geht" | "ging") && text.word(start + 2) == "an" {
        return Some(start);
    }
    // "E erhielt ihn bereits 2012"
    let it = sentence
        .range()
        .skip(1)
        .find(|&at| text.says(at, "ihn") && matches!(text.word(at - 1), "erhielt" | "erhielten" | "gewann" | "gewannen" | "bekam" | "bekamen"));
    if it.is_some() {
        return it;
    }
    sentence.range().find(|&at| {
        let token = &text.tokens[at];
        token.is_capital()
            && token.is(Flags::AWARD_HEAD)
            && !text.word(at).ends_with("bewerb")
            && text.lexicon.word(token.word).award_noun().is_some_and(|noun| noun.bare || !noun.generic)
            && at > 0
            && (0..8)
                .map_while(|back| (at - 1).checked_sub(back))
                .take_while(|&before| before >= start)
                .find(|&before| text.is(before, Flags::ARTICLE))
                .is_some_and(|before| before + 1 == at || (text.tokens[at - 1].is_lower() && PRAISING.iter().any(|stem| text.word(at - 1).starts_with(stem))))
            && matches!(
                (0..8).map_while(|back| (at - 1).checked_sub(back)).find(|&before| text.is(before, Flags::ARTICLE)).map_or("", |before| text.word(before)),
                "der"
                    | "die"
                    | "das"
                    | "den"
                    | "dem"
                    | "Der"
                    | "Die"
                    | "Das"
                    | "Den"
                    | "diese"
                    | "dieser"
                    | "diesen"
                    | "Diese"
                    | "Dieser"
                    | "diesem"
                    | "dieses"
                    | "Dieses"
            )
    })
}

impl Clause<'_> {
    /// What the sentence tells of the award at `span`; `named_before`: the words there only stand for it ("die Auszeichnung").
    fn event(&self, register: &Register, award: AwardId, span: TokenSpan, named_before: bool, release: Option<u16>) -> Option<Event> {
        let mut event = Event::new(award, self.index, &RECEIVES);
        event.conferrers = self.beside(register, span);
        event.conferrers.extend(self.givers_behind(span));
        event.beside = self.groups.iter().filter(|group| group.case == Case::Genitive).flat_map(|group| group.parties.iter().cloned()).take(4).collect();
        let mut signs = self.signs(span);
        let year = self.year(span);
        event.year = year.clone();
        event.years = self.further_years(year.as_deref(), span);
        event.earlier = signs.earlier || signs.last_year;
        let year_number = year.as_deref().and_then(|year| year.get(..4)).and_then(|year| year.parse().ok());
        event.level = self.level(span);
        // nominal frames first
        if let Some(nominal) = self.nominal(span) {
            event.take(&nominal.parties, &[], true);
            let earlier = matches!((year_number, release), (Some(year), Some(release)) if year < release);
            event.status = if earlier && nominal.status == Status::Received { Status::Past } else { nominal.status };
            event.conferrers.retain(|party| !nominal.parties.contains(party));
            event.rule = &HOLDER;
            return Some(event);
        }
        if let Some(group) = self.apposed(span) {
            event.take_group(group);
            event.status = Status::Past;
            event.rule = &HOLDER;
            return Some(event);
        }
        let verb = self.governing(span);
        if verb.is_some_and(|verb| verb.frame != Frame::Be) {
            let (from, to) = self.segment(span);
            signs.nominated = status::signs(self.text, TokenSpan::new(from, to)).nominated;
        }
        if named_before && verb.is_none() {
            return None;
        }
        if let Some(group) = self.behind_for(span).filter(|_| verb.is_none() || matches!(self.kind, SectionKind::Headline | SectionKind::Subheadline)) {
            event.take_group(group);
            event.status = status::status(None, signs, self.kind, year_number, release)?;
            event.rule = &HEADLINE;
            return Some(event);
        }
        let Some(verb) = verb else {
            // a place among the last, a place won, a wish: told without a verb of awarding
            let sought = (signs.sought || signs.wish) && !signs.call;
            if !(event.level.is_some() || signs.nominated || sought || signs.call) {
                return None;
            }
            event.status = if signs.call && !signs.nominated { Status::Call } else { status::status(None, signs, self.kind, year_number, release)? };
            if signs.wish && !signs.call && event.status == Status::Received {
                event.status = Status::Sought;
            }
            if event.status != Status::Call {
                let subject = self.subject(span, self.first_finite());
                let subject = subject.or_else(|| self.groups.iter().find(|group| event.status == Status::Sought && group.case == Case::Genitive));
                match subject {
                    Some(group) => event.take_group(group),
                    None => event.open = event.status == Status::Sought,
                }
            }
            event.rule = match event.status {
                Status::Nominated => &NOMINATED,
                Status::Sought => &SOUGHT,
                Status::Call => &CALLED,
                _ => &RECEIVES,
            };
            return Some(event);
        };
        let call = verb.frame == Frame::Call || (signs.call && verb.frame != Frame::Honour) || (verb.frame == Frame::Seek && self.is_open(verb));
        // "Ausgelobt wird der Preis alle zwei Jahre von der C": who gives it, and no call
        let habitual = verb.frame == Frame::Call && verb.passive && !signs.call_noun && self.groups.iter().any(|group| group.case == Case::By);
        if habitual {
            event.conferrers.extend(self.by(register, span));
            event.rule = &CALLED;
            event.present = false;
            event.status = Status::Past;
            return Some(event);
        }
        // "Wer den A erhält, …" tells of nobody
        if !call && (self.tokens.start()..span.start()).any(|at| matches!(self.text.word(at), "Wer" | "wer")) {
            return None;
        }
        event.status = if call { Status::Call } else { status::status(Some(verb), signs, self.kind, year_number, release)? };
        // "hofft, den A zu holen"
        if event.status == Status::Received && self.is_infinitive(verb) && self.verbs.iter().any(|other| other.frame == Frame::Seek) {
            event.status = Status::Sought;
        }
        event.present = verb.present;
        if event.year.is_none() && event.status == Status::Past {
            event.year = self.told_by_season(signs.last_year, release);
        }
        // taking a prize in hand or being glad of it tells no recipient where one is known
        event.mere = named_before && (matches!(verb.lemma, "entgegennehmen" | "freuen") || verb.frame == Frame::Hand && !verb.passive);
        let recipients = match verb.frame {
            _ if call => {
                if let Some(group) =
                    self.subject(span, verb.finite).filter(|_| verb.frame == Frame::Call || !verb.passive).filter(|_| verb.frame != Frame::Seek)
                {
                    event.conferrers.extend(self.with_partner(group));
                }
                event.rule = &CALLED;
                event.conferrers.extend(self.by(register, span));
                event.conferrers.dedup();
                return Some(event);
            }
            Frame::Goes => {
                event.rule = &GOES;
                self.to(verb.at.max(span.start()))
            }
            Frame::Congratulate => {
                event.rule = &HONOURED;
                self.congratulated(verb, span)
            }
            Frame::Confer | Frame::Hand => {
                event.rule = &CONFERRED;
                self.conferred(verb, span, &mut event)
            }
            Frame::Honour | Frame::Nominate => {
                event.rule = if verb.frame == Frame::Honour { &HONOURED } else { &NOMINATED };
                self.honoured(verb, span, &mut event)
            }
            Frame::Be | Frame::Rank => {
                event.rule = &IS;
                self.subject(span, verb.finite)
            }
            Frame::Seek => {
                event.rule = &SOUGHT;
                // "für den Neubau strebt E das A an"
                self.groups.iter().find(|group| group.case == Case::For).or_else(|| self.subject(span, verb.finite))
            }
            Frame::Receive | Frame::Call => {
                event.rule = &RECEIVES;
                // "nahm stellvertretend für E den A entgegen"
                let deputy = |group: &&Group| group.case == Case::For && self.text.says(group.span.start().wrapping_sub(1), "stellvertretend");
                self.groups.iter().find(deputy).or_else(|| self.with_body()).or_else(|| self.subject(span, verb.finite))
            }
        };
        if event.status == Status::Nominated && (event.rule == &RECEIVES || event.rule == &IS) {
            event.rule = &NOMINATED;
        }
        match recipients {
            Some(group) => {
                let (parties, levels) = self.with_joined(group);
                event.take(&parties, &levels, group.named);
            }
            None => event.open = matches!(verb.frame, Frame::Receive | Frame::Seek | Frame::Be) || (verb.passive && verb.frame == Frame::Honour),
        }
        if event.recipients.is_empty() && verb.frame == Frame::Goes {
            return None;
        }
        if verb.frame == Frame::Hand {
            // "überreicht wurde die Urkunde von E": who presents it
            event.conferrers.retain(|party| matches!(party, Party::Entity(Entity::Organisation(_))));
        } else {
            let by = self.by(register, span);
            event.conferrers.extend(by);
        }
        let mut seen: Vec<Party> = Vec::new();
        event.conferrers.retain(|party| {
            let new = !seen.contains(party);
            seen.push(party.clone());
            new
        });
        Some(event)
    }
}
