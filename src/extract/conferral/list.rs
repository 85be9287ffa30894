//! Lists of winners: "Die Medaille erhielten:" and its items, "1. Platz: …", "Kategorie X: …", "Der zweite Preis ging an …".

use super::event::Event;
use super::party::{self, Case, Group, Told};
use super::share::{self, Share};
use super::verb::{self, Frame};
use super::{status, thing};
use crate::analysis::{AwardId, Entity, Party, SectionKind, Status};
use crate::extract::award::detail;
use crate::lexicon::{AwardSign, Flags};
use crate::resolve::Register;
use crate::rule::{Finds, Rule};
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;

/// Winners told in a list or by their place alone.
pub static WINNERS: Rule = Rule {
    name: "conferral/winners",
    finds: Finds::Conferral,
    confidence: 0.85,
    reason: "Places and list items behind an award name its recipients.",
    yes: &[
        "Der Kulturpreis Ulm ist vergeben.\n\n[[1. Platz: Quarbel GmbH]] => Kulturpreis Ulm / Quarbel GmbH / received",
        "Die Jury vergab den Bayerischen Gründerpreis. [[Der zweite Platz ging an die Quarbel GmbH.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
        "Die Goldene Ehrennadel erhielten:\n\n[[Anna Weber aus Ulm]] => Goldene Ehrennadel / Anna Weber / received",
        "[[Kulturpreis Ulm: Anna Weber]] => Kulturpreis Ulm / Anna Weber / received",
        "Der Kulturpreis Ulm ist vergeben.\n\nDie Preisträger:\n\n[[Kategorie Schule: Klasse 5b]] => Kulturpreis Ulm / Klasse 5b / received",
    ],
    no: &["1. Platz: Quarbel GmbH", "Es kamen:\n\nAnna Weber aus Ulm"],
};

/// How many list items follow an announcement at most.
const ITEMS: usize = 40;

/// Nouns before a category's name.
const CATEGORIES: [&str; 5] = ["Kategorie", "Sparte", "Rubrik", "Größenklasse", "Klasse"];
/// Beginnings of nouns that name in a bracket who is behind a work that is listed.
const AUTHORS: [&str; 5] = ["Architekt", "Landschaftsarchitekt", "Verfasser", "Einreicher", "Preisträger"];

const METALS: [&str; 4] = ["Gold", "Silber", "Bronze", "Platin"];
/// An open list.
struct Open {
    award: AwardId,
    status: Status,
    level: Option<String>,
    /// Named where it is announced ("Die Sieger 2016").
    year: Option<String>,
    left: usize,
    /// Items begin with the name itself.
    bare: Option<bool>,
    /// Its entries are set as items.
    items: Option<bool>,
    /// The heading over the items: their category.
    category: Option<String>,
    /// Announced as recipients, so that an item need not be known as a name.
    recipients: bool,
}

impl Open {
    /// Takes over a heading between the items: the award it names, its level, or else a category.
    fn set(&mut self, text: &Text<'_>, register: &Register, line: &Line) {
        let metal = line.tokens.range().find(|&at| METALS.contains(&text.word(at))).map(|at| detail::level_word(text.word(at)));
        if line.from < line.to {
            self.award = register.award_of[line.from];
            (self.level, self.category) = (metal, None);
        } else if metal.is_some() {
            self.level = metal;
        } else {
            self.category = line.tokens.range().find(|&at| CATEGORIES.contains(&text.word(at))).and_then(|at| detail::category_at(text, at));
        }
    }
}

/// A heading between the items of a list: a few words without a verb and without a name, over items or places.
fn heads_items(text: &Text<'_>, register: &Register, line: &Line) -> bool {
    let tokens = line.tokens;
    let Some(next) = text.sections.get(text.sentences[line.index].section + 1) else { return false };
    let placed = place(text, next.tokens.start(), next.tokens.end()).is_some();
    let below = placed || line.kind != SectionKind::Item && next.kind == SectionKind::Item;
    let verb = |at: usize| text.tokens[at].is_lower() && text.is(at, Flags::FINITE) && !text.is(at, Flags::PREPOSITION | Flags::ADJECTIVE | Flags::ARTICLE);
    let named = |at: usize| register.person_at(at).is_some() || register.organisation_at(at).is_some();
    let signs = &text.lexicon.award_signs;
    let opens = tokens.range().any(|at| [AwardSign::Announcing, AwardSign::Heading].iter().any(|&sign| signs.say_within(sign, text.word(at))));
    let own = place(text, tokens.start(), tokens.end()).is_some() || tokens.range().any(|at| text.tokens[at].class == Class::Colon);
    below && tokens.len() <= 8 && !opens && !own && !tokens.range().any(|at| verb(at) || named(at))
}

/// What is known of a sentence that may be an item.
struct Line {
    index: usize,
    tokens: TokenSpan,
    kind: SectionKind,
    /// Award mentions in it.
    from: usize,
    to: usize,
    starts_block: bool,
}

/// Adds the events of lists and places.
pub(crate) fn find(text: &Text<'_>, register: &Register, events: &mut Vec<Event>) {
    let mentions = &register.mentions.awards;
    let mut last: Option<AwardId> = None;
    let mut open: Option<Open> = None;
    let mut told = Told::default();
    // the events of single sentences, in their order
    let sentences = events.len();
    for (index, sentence) in text.sentences.iter().enumerate() {
        let tokens = sentence.tokens;
        if tokens.len() > super::event::LONGEST_SENTENCE || tokens.is_empty() {
            continue;
        }
        let from = mentions.partition_point(|m| m.span.start() < tokens.start());
        let to = mentions.partition_point(|m| m.span.start() < tokens.end());
        let block = text.sections.get(sentence.section);
        let kind = block.map_or(SectionKind::Body, |block| block.kind);
        let line_break = text.tokens[tokens.start()].gap >= Gap::Line;
        let starts_block = block.is_some_and(|block| block.tokens.start() == tokens.start()) || kind == SectionKind::Item || line_break;
        let line = Line { index, tokens, kind, from, to, starts_block };
        if matches!(kind, SectionKind::Boilerplate | SectionKind::Contact | SectionKind::Note) {
            open = None;
        }
        if let Some(list) = open.as_mut().filter(|_| starts_block && heads_items(text, register, &line)) {
            list.set(text, register, &line);
            continue;
        }
        if let Some(list) = open.as_mut().filter(|_| starts_block) {
            match item(text, register, &mut told, list, &line) {
                Some(event) => {
                    events.push(event);
                    continue;
                }
                None if text.tokens[tokens.start()].class != Class::Quote => open = None,
                None => continue,
            }
        }
        if from < to && last.is_none_or(|last| !register.award_of[from..to].contains(&last)) {
            last = Some(register.award_of[from]);
        }
        let mut pairs = paired(text, register, &mut told, &line);
        pairs.extend(if pairs.is_empty() { reversed(text, register, &mut told, &line) } else { None });
        if !pairs.is_empty() {
            forget(events, sentences, index);
            events.extend(pairs);
            continue;
        }
        let Some(award) = main_award(text, register, from, index, last) else { continue };
        let verbs = verb::find(text, tokens);
        if let Some(list) = announced(text, register, events, award, &verbs, &line) {
            open = Some(list);
            continue;
        }
        if earlier_holders(text, register, &mut told, award, &line, events) {
            continue;
        }
        if let Some(event) = winner(text, register, &mut told, award, &line) {
            events.push(event);
            continue;
        }
        if to - from <= 1 && kind != SectionKind::Boilerplate {
            let award = near(text, register, &line).unwrap_or(award);
            let shares = placed(text, register, &mut told, award, &verbs, &line);
            if !shares.is_empty() {
                forget(events, sentences, index);
                events.extend(shares);
            }
        }
    }
}

/// The event of a list's item: its recipient stands at the start, behind a place or category and a colon, or, where the
/// item names a work, in a bracket behind the author's noun; an award in brackets is the one that this item is about.
fn item(text: &Text<'_>, register: &Register, told: &mut Told, list: &mut Open, line: &Line) -> Option<Event> {
    let tokens = line.tokens;
    let start = tokens.range().find(|&at| !matches!(text.tokens[at].class, Class::Dash | Class::Hyphen | Class::Symbol)).unwrap_or(tokens.start());
    // "Gold | Riesling trocken | 7 Euro"
    let bar = |at: usize| text.word(at) == "|" && at > start;
    let colon = (start..tokens.end()).take(20).find(|&at| text.tokens[at].class == Class::Colon || bar(at));
    let place = place(text, start, tokens.end());
    let category = (start..(start + 3).min(tokens.end())).find(|&at| CATEGORIES.contains(&text.word(at))).and_then(|at| detail::category_at(text, at));
    let own = (line.from < line.to)
        .then(|| &register.mentions.awards[line.from])
        .filter(|mention| mention.span.start() > start && text.tokens[mention.span.start() - 1].class == Class::Open);
    let named_award = line.from < line.to && own.is_none();
    let groups = party::groups(text, register, told, tokens);
    let near = |at: usize| at <= start + 4 || colon.is_some_and(|colon| at > colon && at <= colon + 8) || (place.is_some() && at <= start + 14);
    let first = groups.iter().find(|group| {
        group.named
            && !group.thing
            && matches!(group.case, Case::Free | Case::To)
            && near(group.span.start())
            && (!named_award || group.span.start() <= start + 2)
    });
    let labelled = place.is_some() || category.is_some() || line.kind == SectionKind::Item;
    let rest = colon.map_or(start, |colon| colon + 1);
    let label = author(text, tokens).filter(|_| labelled && !named_award);
    let found = match first.filter(|_| label.is_none()) {
        _ if place.is_none() && list.items.is_some_and(|items| items != (line.kind == SectionKind::Item)) => None,
        Some(group) => Some((group.parties.clone(), group.levels.clone(), group.span.start())),
        None if labelled && !named_award && list.recipients => {
            let from = label.map_or(rest, |label| label + 2);
            let known = groups.iter().find(|group| group.named && !group.thing && group.span.start() == from && label.is_some());
            match known {
                Some(group) => Some((group.parties.clone(), group.levels.clone(), from)),
                None => thing::of_item(text, from, tokens.end()).map(|party| (vec![party], vec![None], from)),
            }
        }
        None => None,
    };
    let (mut parties, levels, at) = found?;
    // "Anna Weber, Realschule Ulm": where somebody comes from
    let person = |party: &Party| matches!(party, Party::Entity(Entity::Person(_)));
    let first = parties.first().is_some_and(person);
    parties.retain(|party| person(party) == first);
    let levels = if levels.len() == parties.len() { levels } else { vec![] };
    let bare = Some(at == start && !text.is(start, Flags::ROLE));
    let alike = list.bare.is_none() || list.bare == bare || list.bare == Some(false) || line.kind == SectionKind::Item;
    if list.left == 0 || !alike {
        return None;
    }
    list.bare = list.bare.or(bare);
    list.items.get_or_insert(line.kind == SectionKind::Item);
    list.left -= 1;
    let award = own.map_or(list.award, |_| register.award_of[line.from]);
    let level = place.or_else(|| list.level.clone());
    let category = category.or_else(|| list.category.clone());
    Some(Event { level, category, year: list.year.clone(), ..event(award, line.index, list.status, parties, levels) })
}

/// "Förderpreis Musik: Anna Weber und Quartett X": lines that are an award, a colon and who gets it.
fn paired(text: &Text<'_>, register: &Register, told: &mut Told, line: &Line) -> Vec<Event> {
    if line.from == line.to || !line.starts_block {
        return vec![];
    }
    let groups = party::groups(text, register, told, line.tokens);
    let begins = |at: usize| at == line.tokens.start() || text.tokens[at].gap >= Gap::Line;
    let opens = |at: usize| begins(at) || (1..=2).any(|back| at >= line.tokens.start() + back && begins(at - back));
    let starts: Vec<usize> = (line.from..line.to).filter(|&n| opens(register.mentions.awards[n].span.start())).collect();
    let ends = starts.iter().skip(1).map(|&n| register.mentions.awards[n].span.start()).chain([line.tokens.end()]);
    starts.iter().zip(ends).filter_map(|(&n, end)| pair(text, register, &groups, line, n, end)).collect()
}

/// What the line that begins with an award mention and ends at a token tells.
fn pair(text: &Text<'_>, register: &Register, groups: &[Group], line: &Line, n: usize, end: usize) -> Option<Event> {
    let mention = register.mentions.awards.get(n)?;
    let span = mention.span;
    let colon = (span.end()..end.min(span.end() + 12)).find(|&at| text.tokens[at].class == Class::Colon)?;
    let verb = |at: usize| text.tokens[at].is_lower() && text.is(at, Flags::FINITE) && !text.is(at, Flags::PREPOSITION | Flags::ADJECTIVE | Flags::ARTICLE);
    if (colon..end).any(verb) || (span.end()..colon).any(verb) {
        return None;
    }
    let own = || groups.iter().filter(|group| group.named && group.case == Case::Free && group.span.start() > colon && group.span.end() <= end);
    let (parties, levels) = match own().next().filter(|first| first.span.start() <= colon + 3) {
        Some(first) => {
            let joined = own().skip(1).filter(|next| matches!(text.word(next.span.start() - 1), "und" | "sowie"));
            let all: Vec<&Group> = [first].into_iter().chain(joined).collect();
            (all.iter().flat_map(|group| group.parties.clone()).collect(), all.iter().flat_map(|group| group.levels.clone()).collect())
        }
        None => (vec![thing::quoted_item(text, colon + 1)?], vec![None]),
    };
    let level = place(text, span.end(), colon).or_else(|| mention.level.clone());
    Some(Event {
        level,
        year: mention.year.clone(),
        category: mention.category.clone(),
        ..event(register.award_of[n], line.index, Status::Received, parties, levels)
    })
}

/// "„X“: Red Dot Award 2021": an item that is who or what got the award, a colon and the award.
fn reversed(text: &Text<'_>, register: &Register, told: &mut Told, line: &Line) -> Option<Event> {
    let mention = register.mentions.awards.get(line.from).filter(|_| line.from < line.to && line.kind == SectionKind::Item)?;
    let start = line.tokens.range().find(|&at| text.tokens[at].class == Class::Word || text.tokens[at].class == Class::Quote)?;
    let colon = (start..mention.span.start()).rev().take(3).find(|&at| text.tokens[at].class == Class::Colon)?;
    let groups = party::groups(text, register, told, line.tokens);
    let group = groups.iter().find(|group| group.named && group.case == Case::Free && group.span.end() <= colon && group.span.start() <= start + 1);
    let parties = match group {
        Some(group) => group.parties.clone(),
        None => vec![thing::of_item(text, start, colon)?],
    };
    let details = event(register.award_of[line.from], line.index, Status::Received, parties, vec![]);
    Some(Event { level: mention.level.clone(), year: mention.year.clone(), category: mention.category.clone(), ..details })
}

/// "(Architekten: E; Bauherr: F)": the noun before the colon.
fn author(text: &Text<'_>, tokens: TokenSpan) -> Option<usize> {
    tokens
        .range()
        .find(|&at| AUTHORS.iter().any(|stem| text.word(at).starts_with(stem)) && text.tokens.get(at + 1).is_some_and(|token| token.class == Class::Colon))
}

/// A sentence or heading that opens a list of recipients.
fn announced(text: &Text<'_>, register: &Register, events: &[Event], award: AwardId, verbs: &[verb::Verb], line: &Line) -> Option<Open> {
    let tokens = line.tokens;
    let ends_open = text.tokens[tokens.end() - 1].class == Class::Colon;
    let says = |sign: AwardSign| tokens.range().any(|at| text.lexicon.award_signs.say_within(sign, text.word(at)));
    let holds = |part: &str| tokens.range().any(|at| text.word(at).contains(part));
    let announces = says(AwardSign::Announcing);
    let honours = verbs.iter().any(|verb| !matches!(verb.frame, Frame::Be | Frame::Call | Frame::Seek));
    let over_items = text.sections.get(text.sentences[line.index].section + 1).is_some_and(|next| next.kind == SectionKind::Item);
    let short = line.starts_block && tokens.len() < 7 && !ends_open && text.tokens[tokens.end() - 1].class == Class::Word;
    let heading = (line.kind == SectionKind::Crosshead || short) && (announces || over_items && says(AwardSign::Heading));
    // "Gold:", "1. Preis" over items
    let graded = line.starts_block && over_items && tokens.len() <= 4 && place(text, tokens.start(), tokens.end()).is_some();
    let heading = heading || graded;
    if !((ends_open && tokens.len() < 40 && (announces || honours || over_items && says(AwardSign::Heading))) || heading) {
        return None;
    }
    let award = if line.from < line.to { register.award_of[line.to - 1] } else { award };
    let told = events.iter().rev().take(64).find(|event| event.award == award).map_or(Status::Received, |event| event.status);
    let status = if status::signs(text, tokens).nominated {
        Status::Nominated
    } else if matches!(told, Status::Announced | Status::Nominated) {
        told
    } else {
        Status::Received
    };
    let metal = tokens.range().find(|&at| METALS.contains(&text.word(at))).map(|at| detail::level_word(text.word(at)));
    let level = metal.or_else(|| (heading && holds("Anerkennungen")).then(|| "Anerkennung".to_owned()));
    let level = level.or_else(|| place(text, tokens.start(), tokens.end()).filter(|_| graded));
    let year = tokens.range().find_map(|at| detail::year_at(text, at));
    let recipients = (announces || heading) && !holds("Kategorien");
    Some(Open { award, status, level, year, left: ITEMS, bare: None, items: None, category: None, recipients })
}

/// "Zu den früheren Preisträgern zählen …": whom the sentence names had the award before.
fn earlier_holders(text: &Text<'_>, register: &Register, told: &mut Told, award: AwardId, line: &Line, events: &mut Vec<Event>) -> bool {
    const STEMS: [&str; 9] = ["Früher", "Bisherig", "früher", "bisherig", "ehemalig", "vergangen", "zuletzt", "waren", "letzten"];
    let tokens = line.tokens;
    let holders = |word: &str| ["Preisträger", "Gewinner", "Sieger", "Ausgezeichneten"].iter().any(|noun| word.starts_with(noun));
    let earlier = tokens.range().any(|at| {
        holders(text.word(at))
            && (at.saturating_sub(5).max(tokens.start())..tokens.end().min(at + 6)).any(|near| STEMS.iter().any(|stem| text.word(near).starts_with(stem)))
    });
    if !earlier || text.tokens[tokens.end() - 1].class == Class::Colon {
        return false;
    }
    for group in party::groups(text, register, told, tokens).into_iter().filter(|group| group.named && matches!(group.case, Case::Free | Case::To)) {
        for party in group.parties.iter().filter(|party| matches!(party, Party::Entity(_))) {
            events.push(event(award, line.index, Status::Past, vec![party.clone()], vec![]));
        }
    }
    true
}

/// "Preisträgerin ist E", "Die Gewinner heißen E und F": in a sentence that names no award.
fn winner(text: &Text<'_>, register: &Register, told: &mut Told, award: AwardId, line: &Line) -> Option<Event> {
    let tokens = line.tokens;
    if line.from < line.to || line.kind == SectionKind::Boilerplate {
        return None;
    }
    // "Bestes Feature ist E"
    let best = ["Beste", "Bester", "Bestes"].contains(&text.word(tokens.start())).then_some(tokens.start() + 1);
    let noun = (tokens.start()..tokens.end().min(tokens.start() + 4))
        .find(|&at| ["Preisträger", "Gewinner", "Sieger"].iter().any(|stem| text.word(at).starts_with(stem)));
    let noun = noun.or(best.filter(|&at| text.is(at, Flags::NOUN)))?;
    let copula = (noun + 1..tokens.end().min(noun + 6)).find(|&at| matches!(text.word(at), "ist" | "sind" | "heißt" | "heißen" | "wurde"))?;
    let plain =
        (noun + 1..copula).all(|at| text.tokens[at].class == Class::Number || text.is(at, Flags::PREPOSITION | Flags::ARTICLE) || text.says(at, "Jahr"));
    let groups = party::groups(text, register, told, tokens);
    let group = groups.iter().find(|group| group.named && group.case == Case::Free && group.span.start() > copula && group.span.start() <= copula + 6);
    group.filter(|_| plain).map(|group| event(award, line.index, Status::Received, group.parties.clone(), group.levels.clone()))
}

/// "Der zweite Preis ging an …", "1. Platz: …", "Platz 1 | …", "Gold holte …, Silber …": what the places and categories of
/// a sentence tell; of one that names an award only where it shares it out among several.
fn placed(text: &Text<'_>, register: &Register, told: &mut Told, award: AwardId, verbs: &[verb::Verb], line: &Line) -> Vec<Event> {
    let tokens = line.tokens;
    let names_award = line.from < line.to;
    if names_award && tokens.range().all(|at| !text.is(at, Flags::AWARD_LEVEL)) {
        return vec![];
    }
    let mut groups = party::groups(text, register, told, tokens);
    groups.retain(|group| !names_award || group.named);
    let shares = share::of(text, tokens, &groups);
    let colon = tokens.range().take(8).any(|at| text.tokens[at].class == Class::Colon);
    let gives = verbs
        .iter()
        .any(|verb| matches!(verb.frame, Frame::Goes | Frame::Receive | Frame::Confer | Frame::Hand) || verb.frame == Frame::Honour && verb.passive)
        || tokens.range().any(|at| text.lexicon.award_signs.say(AwardSign::Placing, text.word(at)));
    let row = line.starts_block && tokens.len() < 20 && !tokens.range().any(|at| text.tokens[at].is_lower() && text.is(at, Flags::FINITE));
    if !(colon || gives || row) || names_award && (shares.len() < 2 || shares.iter().any(|share| share.level.is_none())) {
        return vec![];
    }
    let year = tokens.range().find_map(|at| detail::year_at(text, at));
    let number = year.as_deref().and_then(|year| year.get(..4)).and_then(|year| year.parse().ok());
    let verb = verbs.iter().find(|verb| verb.frame != Frame::Be);
    let Some(status) = status::status(verb, status::signs(text, tokens), line.kind, number, super::merge::reference_year(text, register)) else {
        return vec![];
    };
    let of_share =
        |share: Share| Event { level: share.level, category: share.category, year: year.clone(), ..event(award, line.index, status, share.parties, vec![]) };
    shares.into_iter().map(of_share).collect()
}

/// Takes back whom the sentence was said to honour as a whole; the award's own details stay.
fn forget(events: &mut [Event], sentences: usize, sentence: usize) {
    let first = events[..sentences].partition_point(|event| event.sentence < sentence);
    for event in events[first..sentences].iter_mut().take_while(|event| event.sentence == sentence).filter(|event| event.status != Status::Call) {
        event.recipients.clear();
        event.open = false;
        event.level = None;
    }
}

fn event(award: AwardId, sentence: usize, status: Status, recipients: Vec<Party>, levels: Vec<Option<String>>) -> Event {
    Event { status, recipients, levels, named: true, ..Event::new(award, sentence, &WINNERS) }
}

/// The award named in the two sentences before, in the same paragraph: its further places follow.
fn near(text: &Text<'_>, register: &Register, line: &Line) -> Option<AwardId> {
    let mention = line.from.max(line.to.min(line.from + 1)).checked_sub(1)?;
    let at = register.mentions.awards.get(mention)?.span.start();
    let sentence = text.sentence_of(at);
    let same = text.sentences.get(sentence)?.section == text.sentences.get(line.index)?.section;
    (same && line.index - sentence <= 2).then(|| register.award_of[mention])
}

/// The award a place or "die Auszeichnung" belongs to: the one that the sentence before names in the same paragraph; the release's
/// first, if it has been named more often than the last; or else the last.
pub(super) fn main_award(text: &Text<'_>, register: &Register, mentioned: usize, sentence: usize, last: Option<AwardId>) -> Option<AwardId> {
    let last = last?;
    // the sentence before has just named it
    let before = mentioned.checked_sub(1).filter(|&n| register.award_of.get(n) == Some(&last)).and_then(|n| register.mentions.awards.get(n));
    let just = before.map(|mention| text.sentence_of(mention.span.start())).filter(|&named| sentence - named <= 1);
    let section = |index: usize| text.sentences.get(index).map(|sentence| sentence.section);
    if just.is_some_and(|named| section(named) == section(sentence)) {
        return Some(last);
    }
    let before = &register.award_of[..mentioned.min(register.award_of.len())];
    let count = |award: AwardId| before.iter().rev().take(32).filter(|&&other| other == award).count();
    let first = before.first().copied().unwrap_or(last);
    Some(if count(first) > count(last) { first } else { last })
}

/// The place told in the first words of a sentence.
fn place(text: &Text<'_>, start: usize, end: usize) -> Option<String> {
    (start..end.min(start + 10)).find_map(|at| {
        let noun =
            matches!(text.word(at), "Platz" | "Rang" | "Preis" | "Plätze") || matches!(at.checked_sub(1).map(|at| text.word(at)), Some("Platz" | "Rang"));
        let medal = matches!(text.word(at), "Gold" | "Silber" | "Bronze");
        if noun || medal { detail::level_at(text, at) } else { None }
    })
}
