//! One sentence, one award: an event.

use super::party::{self, Case, Group, Told};
use super::status::{self, Signs};
use super::verb::{self, Frame, Verb};
use crate::analysis::{AwardId, Entity, Party, SectionKind, Status};
use crate::extract::award::detail;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::rule::{Finds, Rule};
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// "E erhält A"
pub static RECEIVES: Rule = Rule {
    name: "conferral/receives",
    finds: Finds::Conferral,
    confidence: 0.75,
    reason: "The subject of a verb of getting gets the award.",
    yes: &[
        "[[Die Quarbel GmbH erhält den Kulturpreis der Stadt Ulm.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / received",
        "[[Den Bayerischen Gründerpreis gewann die Quarbel GmbH.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
        "[[Anna Weber hat am Montag den Kulturpreis der Stadt Ulm bekommen.]] => Kulturpreis der Stadt Ulm / Anna Weber / received",
    ],
    no: &["Die Quarbel GmbH erhält einen Brief.", "Die Quarbel GmbH hat einen Kunden gewonnen."],
};
/// "E wurde mit A ausgezeichnet", "C zeichnet E mit A aus"
pub static HONOURED: Rule = Rule {
    name: "conferral/honoured",
    finds: Finds::Conferral,
    confidence: 0.75,
    reason: "Whoever is honoured with an award, or as its holder, gets it.",
    yes: &[
        "[[Die Quarbel GmbH wurde mit dem Kulturpreis der Stadt Ulm ausgezeichnet.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / received",
        "[[Anna Weber ist am Dienstag mit der Goldenen Ehrennadel geehrt worden.]] => Goldene Ehrennadel / Anna Weber / received",
        "[[Die Nordmark-Stiftung zeichnet Anna Weber mit dem Bayerischen Gründerpreis aus.]] => Bayerischer Gründerpreis / Anna Weber / received",
    ],
    no: &["Die Küche ist ausgezeichnet.", "Die Quarbel GmbH zeichnet sich durch Sorgfalt aus."],
};
/// "C verleiht E A"
pub static CONFERRED: Rule = Rule {
    name: "conferral/conferred",
    finds: Finds::Conferral,
    confidence: 0.7,
    reason: "The dative, or \"an\", of a verb of giving gets the award; its subject gives it.",
    yes: &[
        "[[Der Kulturpreis der Stadt Ulm wurde an die Quarbel GmbH verliehen.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / received",
        "[[Die Nordmark-Stiftung verlieh der Quarbel GmbH am Montag den Bayerischen Gründerpreis.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
        "[[Die Goldene Ehrennadel wurde Anna Weber verliehen.]] => Goldene Ehrennadel / Anna Weber / received",
    ],
    no: &["Der Laden verleiht Fahrräder an die Quarbel GmbH.", "Der Auftrag wurde an die Quarbel GmbH vergeben."],
};
/// "A geht an E"
pub static GOES: Rule = Rule {
    name: "conferral/goes",
    finds: Finds::Conferral,
    confidence: 0.85,
    reason: "An award goes to whom \"an\" names.",
    yes: &[
        "[[Der Kulturpreis der Stadt Ulm geht an die Quarbel GmbH.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / received",
        "[[Die Goldene Ehrennadel ging in diesem Jahr an Anna Weber.]] => Goldene Ehrennadel / Anna Weber / received",
        "[[Der Bayerische Gründerpreis ist neu. Die Auszeichnung ging an die Quarbel GmbH.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
    ],
    no: &["Der Brief geht an die Quarbel GmbH.", "Der Dank geht an Anna Weber."],
};
/// "E ist für A nominiert"
pub static NOMINATED: Rule = Rule {
    name: "conferral/nominated",
    finds: Finds::Conferral,
    confidence: 0.75,
    reason: "Whoever is nominated, a finalist or on a short list has not got the award yet.",
    yes: &[
        "[[Die Quarbel GmbH ist für den Kulturpreis der Stadt Ulm nominiert.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / nominated",
        "[[Anna Weber steht im Finale um den Bayerischen Gründerpreis.]] => Bayerischer Gründerpreis / Anna Weber / nominated",
        "[[Die Quarbel GmbH gehört zu den Finalisten beim Bayerischen Gründerpreis.]] => Bayerischer Gründerpreis / Quarbel GmbH / nominated",
    ],
    no: &["Die Quarbel GmbH steht im Finale.", "Anna Weber wurde für den Vorsitz nominiert."],
};
/// "E bewirbt sich um A"
pub static SOUGHT: Rule = Rule {
    name: "conferral/sought",
    finds: Finds::Conferral,
    confidence: 0.7,
    reason: "The subject of a verb of seeking wants the award.",
    yes: &[
        "[[Die Quarbel GmbH bewirbt sich um den Kulturpreis der Stadt Ulm.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / sought",
        "[[Die Quarbel GmbH strebt die Zertifizierung nach ISO 9001 an.]] => ISO 9001 / Quarbel GmbH / sought",
        "[[Anna Weber hat sich um den Bayerischen Gründerpreis beworben.]] => Bayerischer Gründerpreis / Anna Weber / sought",
    ],
    no: &["Die Quarbel GmbH bewirbt sich um den Auftrag.", "Anna Weber strebt ein Amt an."],
};
/// "C schreibt A aus"
pub static CALLED: Rule = Rule {
    name: "conferral/call",
    finds: Finds::Conferral,
    confidence: 0.7,
    reason: "An award that is advertised has no recipient yet.",
    yes: &[
        "[[Die Quarbel GmbH schreibt den Kulturpreis Ulm aus.]] => Kulturpreis Ulm / - / call",
        "[[Bewerbungen für den Bayerischen Gründerpreis sind bis zum 3. Mai möglich.]] => Bayerischer Gründerpreis / - / call",
        "[[Bis zum 3. Mai können sich Vereine um den Kulturpreis der Stadt Ulm bewerben.]] => Kulturpreis der Stadt Ulm / - / call",
    ],
    no: &["Die Quarbel GmbH schreibt eine Stelle aus.", "Bewerbungen sind bis zum 3. Mai möglich."],
};
/// "E ist A"
pub static IS: Rule = Rule {
    name: "conferral/is",
    finds: Finds::Conferral,
    confidence: 0.7,
    reason: "Whoever is, stays or calls itself a title, or carries a seal, has it.",
    yes: &[
        "[[Die Quarbel GmbH ist Arbeitgeber des Jahres.]] => Arbeitgeber des Jahres / Quarbel GmbH / received",
        "[[Die Quarbel GmbH darf sich „Haus der Lieder“ nennen.]] => Haus der Lieder / Quarbel GmbH / received",
        "[[Die Quarbel GmbH trägt das Siegel „Klimafreundliche Küche“.]] => Klimafreundliche Küche / Quarbel GmbH / received",
    ],
    no: &["Die Quarbel GmbH ist groß.", "Die Quarbel GmbH trägt die Kosten."],
};
/// "A für E"
pub static HEADLINE: Rule = Rule {
    name: "conferral/headline",
    finds: Finds::Conferral,
    confidence: 0.8,
    reason: "A headline sets the award beside its recipient with \"für\".",
    yes: &[
        "[[Bayerischer Gründerpreis für Quarbel GmbH]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
        "[[Goldene Ehrennadel für Anna Weber]] => Goldene Ehrennadel / Anna Weber / received",
        "[[Bayerischer Gründerpreis 2019 für die Quarbel GmbH]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
    ],
    no: &["Brief für Quarbel GmbH", "Neues Haus für Anna Weber"],
};
/// "A-Preisträger E", "E, Träger des A"
pub static HOLDER: Rule = Rule {
    name: "conferral/holder",
    finds: Finds::Conferral,
    confidence: 0.75,
    reason: "A holder's noun beside a name tells an earlier award.",
    yes: &[
        "[[Es liest Nobelpreisträger Anton Weber.]] => Nobelpreis / Anton Weber / past",
        "[[Anna Weber, Trägerin des Bayerischen Verdienstordens, eröffnet die Schau.]] => Bayerischer Verdienstorden / Anna Weber / past",
        "[[Die Quarbel GmbH, seit 2014 Arbeitgeber des Jahres, wächst.]] => Arbeitgeber des Jahres / Quarbel GmbH / past",
    ],
    no: &["Es liest Anton Weber.", "Anna Weber, Trägerin einer Brille, liest."],
};
/// "E wurde ausgezeichnet." … "A ist …"
pub static UNNAMED: Rule = Rule {
    name: "conferral/unnamed",
    finds: Finds::Conferral,
    confidence: 0.65,
    reason: "An honour whose award the next sentences name.",
    yes: &[
        "[[Die Quarbel GmbH wurde ausgezeichnet. Das „Nordic Harbour Label“ gilt ein Jahr.]] => Nordic Harbour Label / Quarbel GmbH / received",
        "[[Anna Weber ist für ihr Werk geehrt worden. Der Kulturpreis Ulm ist mit 500 Euro dotiert.]] => Kulturpreis Ulm / Anna Weber / received",
        "[[Die Quarbel GmbH ist prämiert worden. Grundlage ist der Bayerische Gründerpreis.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
    ],
    no: &["Die Quarbel GmbH wurde ausgezeichnet.", "Anna Weber wurde geehrt. Das Fest war schön."],
};

/// What one sentence tells of one award.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub award: AwardId,
    pub sentence: usize,
    pub status: Status,
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
        if from == to && !speaks {
            continue;
        }
        let kind = text.sections.get(sentence.section).map_or(SectionKind::Body, |block| block.kind);
        let verbs = verb::find(text, tokens);
        let groups = party::groups(text, register, &mut told, tokens);
        let quotations = quotations(text, tokens);
        let clause = Clause { text, index, tokens, kind, groups, verbs, quotations };
        for n in from..to {
            let mention = &mentions[n];
            let award = register.award_of[n];
            let mut event = clause.event(register, award, mention.span, false, release);
            if let (Some((at, parties)), None) = (&honoured, event.as_ref().filter(|event| !event.recipients.is_empty())) {
                if index - at <= 2 {
                    let mut unnamed = event.take().unwrap_or_else(|| plain(award, index, &UNNAMED));
                    unnamed.take(parties, &[], true);
                    unnamed.rule = &UNNAMED;
                    event = Some(unnamed);
                }
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
            events.extend(event);
            last = Some(award);
        }
        if from == to {
            let next = mentions.get(from).map(|_| register.award_of[from]);
            if let (Some(at), Some(award)) = (anaphor, last.or(next)) {
                if let Some(event) = clause.event(register, award, TokenSpan::new(at, at + 1), true, release) {
                    if !event.recipients.is_empty() && event.status == Status::Received {
                        told.remember(&event.recipients);
                    }
                    events.push(event);
                }
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

/// An event that says nothing yet.
fn plain(award: AwardId, sentence: usize, rule: &'static Rule) -> Event {
    Event {
        award,
        sentence,
        status: Status::Received,
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
        rule,
    }
}

impl Event {
    fn take(&mut self, parties: &[Party], levels: &[Option<String>], named: bool) {
        self.recipients = parties.to_vec();
        self.levels = levels.to_vec();
        self.named = named;
    }
    fn take_group(&mut self, group: &Group) {
        self.take(&group.parties, &group.levels, group.named);
    }
}

/// "die Auszeichnung", "der Preis", "Er ging an": the last award named.
fn anaphor(text: &Text<'_>, sentence: TokenSpan) -> Option<usize> {
    let start = sentence.start();
    if matches!(text.word(start), "Er" | "Sie" | "Es") && matches!(text.word(start + 1), "geht" | "ging") && text.word(start + 2) == "an" {
        return Some(start);
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
                .is_some_and(|before| {
                    before + 1 == at
                        || (text.tokens[at - 1].is_lower() && text.word(at - 1).starts_with("dotiert"))
                        || (text.tokens[at - 1].is_lower() && text.word(at - 1).starts_with("begehrt"))
                })
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
    /// The verb that governs the award: the nearest, with what stands between counted.
    fn governing(&self, award: TokenSpan) -> Option<&Verb> {
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
    fn is_title(&self, verb: &Verb, award: TokenSpan) -> bool {
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

    /// What the sentence tells of the award at `span`; `named_before`: the words there only stand for it ("die Auszeichnung").
    fn event(&self, register: &Register, award: AwardId, span: TokenSpan, named_before: bool, release: Option<u16>) -> Option<Event> {
        let mut event = plain(award, self.index, &RECEIVES);
        event.conferrers = self.beside(register, span);
        event.beside = self.groups.iter().filter(|group| group.case == Case::Genitive).flat_map(|group| group.parties.iter().cloned()).take(4).collect();
        let mut signs = self.signs(span);
        let year = self.year(span);
        event.year = year.clone();
        let year_number = year.as_deref().and_then(|year| year.get(..4)).and_then(|year| year.parse().ok());
        event.level = self.level(span);
        // nominal frames first
        if let Some(parties) = self.held(register, span) {
            event.take(&parties, &[], true);
            event.status = Status::Past;
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
        let call = verb.frame == Frame::Call || (signs.call && verb.frame != Frame::Honour) || (verb.frame == Frame::Seek && (verb.wish || self.is_open(verb)));
        event.status = if call { Status::Call } else { status::status(Some(verb), signs, self.kind, year_number, release)? };
        event.present = verb.present;
        // taking a prize in hand or being glad of it tells no recipient where one is known
        event.mere = named_before && matches!(verb.lemma, "entgegennehmen" | "freuen");
        let recipients = match verb.frame {
            _ if call => {
                if let Some(group) =
                    self.subject(span, verb.finite).filter(|_| verb.frame == Frame::Call || !verb.passive).filter(|_| verb.frame != Frame::Seek)
                {
                    event.conferrers.extend(group.parties.iter().filter(|party| matches!(party, Party::Entity(_))).cloned());
                }
                event.rule = &CALLED;
                event.conferrers.extend(self.by(span));
                event.conferrers.dedup();
                return Some(event);
            }
            Frame::Goes => {
                event.rule = &GOES;
                self.to(verb.at)
            }
            Frame::Confer => {
                event.rule = &CONFERRED;
                self.conferred(verb, span, &mut event)
            }
            Frame::Honour | Frame::Nominate => {
                event.rule = if verb.frame == Frame::Honour { &HONOURED } else { &NOMINATED };
                self.honoured(verb, span, &mut event)
            }
            Frame::Be => {
                event.rule = &IS;
                self.subject(span, verb.finite)
            }
            Frame::Receive | Frame::Seek | Frame::Call => {
                event.rule = if verb.frame == Frame::Seek { &SOUGHT } else { &RECEIVES };
                self.subject(span, verb.finite)
            }
        };
        if matches!(event.status, Status::Nominated) && event.rule == &RECEIVES {
            event.rule = &NOMINATED;
        }
        match recipients {
            Some(group) => event.take_group(group),
            None => event.open = matches!(verb.frame, Frame::Receive | Frame::Seek | Frame::Be) || (verb.passive && verb.frame == Frame::Honour),
        }
        if event.recipients.is_empty() && verb.frame == Frame::Goes {
            return None;
        }
        if !verb::presents(verb.lemma) {
            let by = self.by(span);
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

    /// Entries are asked of anybody: "Bewerben können sich Vereine".
    fn is_open(&self, verb: &Verb) -> bool {
        verb.wish || self.tokens.range().any(|at| matches!(self.text.word(at), "können" | "kann" | "Bewerben"))
    }

    fn first_finite(&self) -> usize {
        self.tokens.range().find(|&at| self.text.is(at, Flags::FINITE) && self.text.tokens[at].is_lower()).unwrap_or(self.tokens.end())
    }

    /// The subject: the party without preposition that is nearest to the finite verb; commas and brackets between count.
    /// Where the award's part of the sentence has no verb of its own but a party ("…, die B GmbH den zweiten"), that one.
    fn subject(&self, award: TokenSpan, finite: usize) -> Option<&Group> {
        let text = self.text;
        if let Some(group) = self.antecedent(award) {
            return Some(group);
        }
        let inside = |at: usize| self.quotations.iter().position(|quotation| quotation.holds(at));
        let level = inside(award.start());
        let free = |group: &&Group| group.case == Case::Free && !group.span.overlaps(award) && inside(group.span.start()) == level;
        let (from, to) = self.segment(award);
        let verbless = !(from <= finite && finite < to) && !(from..to).any(|at| text.is(at, Flags::FINITE) && text.tokens[at].is_lower());
        if verbless {
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
    fn antecedent(&self, award: TokenSpan) -> Option<&Group> {
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
        self.groups.iter().filter(|group| group.span.end() < from).next_back()
    }

    /// "E, seit 2014 A,": a title set behind its holder.
    fn apposed(&self, award: TokenSpan) -> Option<&Group> {
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
    fn segment(&self, award: TokenSpan) -> (usize, usize) {
        let cut = |at: &usize| matches!(self.text.tokens[*at].class, Class::Comma | Class::Semicolon | Class::Dash | Class::Colon);
        let start = (self.tokens.start()..award.start()).rev().find(cut).map_or(self.tokens.start(), |at| at + 1);
        let end = (award.end()..self.tokens.end()).find(cut).unwrap_or(self.tokens.end());
        (start, end.max(start))
    }

    /// "an E" behind the verb, or anywhere.
    fn to(&self, verb: usize) -> Option<&Group> {
        let to = |group: &&Group| group.case == Case::To;
        self.groups.iter().filter(|group| group.span.start() > verb).find(to).or_else(|| self.groups.iter().find(to))
    }

    /// Recipient of a verb of giving; an active one's subject confers.
    fn conferred(&self, verb: &Verb, award: TokenSpan, event: &mut Event) -> Option<&Group> {
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
        if let Some(subject) = subject.filter(|subject| recipient.is_none_or(|recipient| recipient.span != subject.span)) {
            if !verb::presents(verb.lemma) {
                event.conferrers.extend(subject.parties.iter().filter(|party| matches!(party, Party::Entity(_))).cloned());
            }
        }
        recipient
    }

    /// Recipient of a verb of honouring; an active one's subject confers.
    fn honoured(&self, verb: &Verb, award: TokenSpan, event: &mut Event) -> Option<&Group> {
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
    fn behind_for(&self, award: TokenSpan) -> Option<&Group> {
        self.groups.iter().find(|group| group.case == Case::For && group.span.start() >= award.end() && group.span.start() - award.end() <= 4)
    }

    /// "Preisträger E", "E, Träger des A", "Träger des A ist E".
    fn held(&self, register: &Register, award: TokenSpan) -> Option<Vec<Party>> {
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
    fn beside(&self, register: &Register, award: TokenSpan) -> Vec<Party> {
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
    fn by(&self, award: TokenSpan) -> Vec<Party> {
        let by = self.groups.iter().filter(|group| group.case == Case::By && !group.span.overlaps(award) && group.named);
        by.take(1).flat_map(|group| group.parties.iter().filter(|party| matches!(party, Party::Entity(_))).cloned()).collect()
    }

    /// Who was honoured in a sentence that names no award.
    fn honour(&self) -> Option<Vec<Party>> {
        let verb = self
            .verbs
            .iter()
            .find(|verb| verb.frame == Frame::Honour && verb.passive && matches!(verb.lemma, "auszeichnen" | "prämieren" | "ehren" | "zertifizieren"))?;
        self.subject(TokenSpan::new(self.tokens.end(), self.tokens.end()), verb.finite).map(|group| group.parties.clone())
    }

    /// Signs of the status near the award: in its part of the sentence.
    fn signs(&self, award: TokenSpan) -> Signs {
        let (start, end) = self.part(award);
        status::signs(self.text, TokenSpan::new(start, end))
    }

    /// The part of the sentence around the award, cut at semicolons and dashes.
    fn part(&self, award: TokenSpan) -> (usize, usize) {
        let cut = |at: &usize| matches!(self.text.tokens[*at].class, Class::Semicolon | Class::Dash | Class::Colon);
        let start = (self.tokens.start()..award.start()).rev().find(cut).map_or(self.tokens.start(), |at| at + 1);
        let end = (award.end()..self.tokens.end()).find(cut).unwrap_or(self.tokens.end());
        (start, end.max(start))
    }

    /// The year beside the award, or the only one in its part of the sentence.
    fn year(&self, award: TokenSpan) -> Option<String> {
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
    fn level(&self, award: TokenSpan) -> Option<String> {
        let (start, end) = self.part(award);
        (start.max(award.start().saturating_sub(14))..end.min(award.end() + 12)).filter(|at| !award.holds(*at)).find_map(|at| {
            let word = self.text.word(at);
            let place = matches!(word, "Platz" | "Rang" | "Preis") || self.text.is(at, Flags::AWARD_LEVEL);
            let level = if place { detail::level_at(self.text, at) } else { None };
            level.filter(|level| !matches!(level.as_str(), "Sieger" | "Gewinner" | "Siegerin" | "Gewinnerin" | "Top" | "Finalist"))
        })
    }
}
