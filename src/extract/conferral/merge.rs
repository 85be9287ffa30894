//! Events → conferrals: one per award and recipient.

use super::event::Event;
use crate::analysis::{AwardId, Conferral, Entity, OrganisationId, OrganisationKind, Party, SectionKind, Status};
use crate::extract::AwardMention;
use crate::extract::award::detail;
use crate::gazetteer::Gazetteer;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::rule::{Finds, Rule};
use crate::text::Text;
use std::collections::HashSet;

/// The issuer, where a release names no recipient.
pub static ISSUER: Rule = Rule {
    name: "conferral/issuer",
    finds: Finds::Conferral,
    confidence: 0.5,
    reason: "Where nobody is said to want the award, the organisation that tells of it does.",
    yes: &[
        "Ulm (ots) – Die Quarbel GmbH baut Orgeln.\n\n[[Angestrebt wird nun auch der Kulturpreis Ulm.]] => Kulturpreis Ulm / Quarbel GmbH / sought",
        "Die Quarbel GmbH baut Orgeln.\n\n[[Im Mai folgt die Bewerbung um den Bayerischen Gründerpreis.]] => Bayerischer Gründerpreis / Quarbel GmbH / sought",
        "Die Quarbel GmbH baut Orgeln.\n\n[[Nächstes Ziel ist das Zertifikat ISO 9001.]] => ISO 9001 / Quarbel GmbH / sought",
    ],
    no: &["Die Quarbel GmbH baut Orgeln.", "Die Quarbel GmbH baut Orgeln.\n\nDer Preis ist hoch."],
};

/// The year a release is from: its date's.
pub(crate) fn release_year(text: &Text<'_>) -> Option<u16> {
    crate::text::section::release_data(text).date.and_then(|date| date.get(..4).and_then(|year| year.parse().ok()))
}

/// The same, or else the latest year of an award it names, or of a day it names ("am 16. November 2015").
pub(crate) fn reference_year(text: &Text<'_>, register: &Register) -> Option<u16> {
    let number = |year: &str| year.get(..4)?.parse().ok();
    let awards = register.mentions.awards.iter().filter_map(|mention| number(mention.year.as_deref()?));
    let dated = || days(text).filter_map(|(_, year)| number(&year)).max();
    let dateline = || days(text).filter(|(at, _)| *at < DATELINE).find_map(|(_, year)| number(&year));
    release_year(text).or_else(dateline).or_else(|| awards.max()).or_else(dated)
}

/// How many words from its beginning a release's own day stands at most.
const DATELINE: usize = 60;

/// The years of the days and months a text names, with the token.
fn days<'t>(text: &'t Text<'_>) -> impl Iterator<Item = (usize, String)> + 't {
    (1..text.tokens.len()).filter(|&at| text.is(at - 1, Flags::MONTH)).filter_map(|at| Some((at, detail::year_at(text, at)?)))
}

/// The year of what a release reports: its date's, or else the only one among the days it names.
fn told_year(text: &Text<'_>) -> Option<String> {
    let only = || {
        let mut years = days(text).map(|(_, year)| year);
        let first = years.next()?;
        years.all(|year| year == first).then_some(first)
    };
    release_year(text).map(|year| year.to_string()).or_else(only)
}

/// All conferrals, by first sentence.
pub(crate) fn conferrals(text: &Text<'_>, names: &Gazetteer, register: &Register, events: Vec<Event>) -> Vec<Conferral> {
    let mut found: Vec<Conferral> = Vec::new();
    let awards = register.awards.len();
    let mut conferrers: Vec<Vec<Party>> = vec![Vec::new(); awards];
    for event in &events {
        for party in &event.conferrers {
            if conferrers[event.award].len() < 3 && !conferrers[event.award].contains(party) {
                conferrers[event.award].push(party.clone());
            }
        }
    }
    for (n, mention) in register.mentions.awards.iter().enumerate() {
        let award = register.award_of[n];
        // "Umweltpreis der Stadt X": the body of the name
        if let Some(body) = register.organisation_within(mention.span).filter(|_| conferrers[award].is_empty()) {
            conferrers[award].push(Party::Entity(Entity::Organisation(body)));
        }
        if let Some(id) = mention.entry.filter(|_| conferrers[award].is_empty()) {
            let listed = names.entry(id).conferrers().find_map(|name| register.organisation_called(name));
            conferrers[award].extend(listed.map(|id| Party::Entity(Entity::Organisation(id))));
        }
    }
    // a minister or mayor hands over what the body gives
    for parties in &mut conferrers {
        let body = |party: &Party| matches!(party, Party::Entity(Entity::Organisation(_)));
        if parties.iter().any(body) {
            parties.retain(body);
        }
    }
    let mut of_award: Vec<Vec<usize>> = vec![Vec::new(); awards];
    for event in events.iter().filter(|event| !event.recipients.is_empty() || event.status == Status::Call) {
        let recipients: Vec<Option<&Party>> = if event.status == Status::Call { vec![None] } else { event.recipients.iter().map(Some).collect() };
        for (n, recipient) in recipients.into_iter().enumerate() {
            let told = |&n: &usize| matches!(found[n].status, Status::Received | Status::Announced) && found[n].recipient.is_some();
            if event.mere && of_award[event.award].iter().any(told) {
                continue;
            }
            // nobody gives an award to himself
            if recipient.is_some_and(|party| event.conferrers.contains(party)) {
                continue;
            }
            for year in event.years.iter().take(8).filter(|_| event.status == Status::Past) {
                put(&mut found, &mut of_award, &Event { year: Some(year.clone()), ..event.clone() }, recipient.cloned());
            }
            match event.levels.get(n).filter(|level| level.is_some()) {
                Some(level) => put(&mut found, &mut of_award, &Event { level: level.clone(), ..event.clone() }, recipient.cloned()),
                None => put(&mut found, &mut of_award, event, recipient.cloned()),
            }
        }
    }
    // awards of which something is told, but not of whom
    let told = told_year(text);
    for event in events.iter().filter(|event| event.recipients.is_empty() && event.status != Status::Call) {
        if of_award[event.award].is_empty() {
            let Some(issuer) = register.issuer.filter(|_| event.open && event.status == Status::Sought) else { continue };
            let issuer = Party::Entity(Entity::Organisation(issuer));
            if conferrers[event.award].contains(&issuer) {
                continue;
            }
            let told = Event { rule: &ISSUER, ..event.clone() };
            put(&mut found, &mut of_award, &told, Some(issuer));
        } else {
            // what is told of no recipient goes with the first one of now
            let of_now = of_award[event.award].iter().find(|&&n| !matches!(found[n].status, Status::Call | Status::Past));
            if let Some(&n) = of_now.or(of_award[event.award].first()) {
                // a year without a recipient may be that of the award's founding
                let year = event.year.clone().filter(|year| Some(year) == told.as_ref());
                // and a level is nobody's of several
                let level = event.level.clone().filter(|_| of_award[event.award].len() == 1);
                fill(&mut found[n], &Event { year, level, ..event.clone() });
            }
        }
    }
    let shared = givers_of_all(&events, &conferrers);
    for conferral in &mut found {
        // who gives it to this one, and who gives it at all
        let own = conferral.conferrers.iter().any(|party| conferrers[conferral.award].contains(party));
        let others = if own { &shared[conferral.award] } else { &conferrers[conferral.award] };
        conferral.conferrers.retain(|party| conferrers[conferral.award].contains(party));
        for party in others {
            if conferral.recipient.as_ref() != Some(party) && !conferral.conferrers.contains(party) && conferral.conferrers.len() < 3 {
                conferral.conferrers.push(party.clone());
            }
        }
        conferral.sentences.sort_unstable();
        conferral.sentences.dedup();
    }
    call_others(text, register, &mut found);
    complete(text, register, &mut found, &events);
    borrow_conferrers(&mut found, &events, &conferrers);
    found.sort_by_key(|conferral| (conferral.sentences.first().copied().unwrap_or(0), conferral.award));
    found
}

/// Those of each award's conferrers who give it at all, not only to one of several recipients by a sentence of his own.
fn givers_of_all(events: &[Event], conferrers: &[Vec<Party>]) -> Vec<Vec<Party>> {
    let mut shared = conferrers.to_vec();
    for event in events.iter().filter(|event| !event.recipients.is_empty()) {
        shared[event.award].retain(|party| !event.conferrers.contains(party));
    }
    for event in events.iter().filter(|event| event.recipients.is_empty()) {
        let told = event.conferrers.iter().filter(|party| conferrers[event.award].contains(party));
        let new: Vec<Party> = told.filter(|party| !shared[event.award].contains(party)).cloned().collect();
        shared[event.award].extend(new);
    }
    shared
}

/// What the release as a whole tells: an issuer that calls for entries or names several winners confers; a day of the
/// ceremony to come makes awards announced ones; what a dated release reports happened in its year.
fn complete(text: &Text<'_>, register: &Register, found: &mut [Conferral], events: &[Event]) {
    let issuer = register.issuer.filter(|&id| !only_in_lists(text, register, id, found)).map(|id| Party::Entity(Entity::Organisation(id)));
    let ahead = ceremony_ahead(text);
    // "Überreicht wird die Auszeichnung am 4. November": tells of the award, not of whom
    let mut handed_later = vec![false; register.awards.len()];
    events.iter().filter(|event| event.recipients.is_empty() && event.status == Status::Announced).for_each(|event| handed_later[event.award] = true);
    let rounds = rounds(text, register, found);
    let year = told_year(text);
    let issuer_receives = found.iter().any(|conferral| conferral.recipient == issuer);
    let mut per_award = vec![0usize; register.awards.len()];
    let somebody = |conferral: &Conferral| matches!(conferral.recipient, Some(Party::Entity(_)));
    found.iter().for_each(|conferral| per_award[conferral.award] += usize::from(somebody(conferral)));
    let gives_others = issuer.as_ref().is_some_and(|issuer| found.iter().any(|conferral| conferral.conferrers.contains(issuer)));
    // a university or town that tells of several prizes, each to somebody else
    let persons: HashSet<Entity> =
        found.iter().filter(|conferral| conferral.status == Status::Received).filter_map(|conferral| conferral.recipient.as_ref().and_then(key)).collect();
    let public = register.issuer.and_then(|id| register.organisations.get(id)).is_some_and(|organisation| {
        use OrganisationKind::{Association, Authority, Body, Foundation, Ministry, Municipality, University};
        matches!(organisation.kind, Association | Authority | Body | Foundation | Ministry | Municipality | University)
    });
    let gives_several = public && persons.len() > 1 && per_award.iter().filter(|&&told| told > 0).count() > 1;
    let past_told: Vec<bool> = {
        let mut told = vec![false; register.awards.len()];
        events.iter().filter(|event| event.status == Status::Received && !event.present).for_each(|event| told[event.award] = true);
        told
    };
    // prizes called for beside another are of its year
    let called = found.iter().filter(|conferral| conferral.status == Status::Call).find_map(|conferral| conferral.year.clone());
    for conferral in found {
        let gives = (per_award[conferral.award] > 1 || gives_others || gives_several) && conferral.status != Status::Past && somebody(conferral);
        let confers = conferral.status == Status::Call || gives;
        if let Some(issuer) = issuer.as_ref().filter(|_| confers && !issuer_receives && conferral.conferrers.is_empty()) {
            conferral.conferrers.push(issuer.clone());
        }
        if (ahead || handed_later[conferral.award]) && conferral.status == Status::Received && !past_told[conferral.award] {
            conferral.status = Status::Announced;
        }
        if conferral.year.is_none() && matches!(conferral.status, Status::Received | Status::Announced | Status::Nominated) {
            conferral.year.clone_from(&rounds[conferral.award]);
        }
        if conferral.year.is_none() && matches!(conferral.status, Status::Received | Status::Announced | Status::Nominated) {
            conferral.year.clone_from(&year);
        }
        if conferral.year.is_none() && conferral.status == Status::Call {
            conferral.year.clone_from(&called);
        }
    }
}

/// An organisation that is first named beside a winner on a list: it tells where he comes from, not who gives.
fn only_in_lists(text: &Text<'_>, register: &Register, id: OrganisationId, found: &[Conferral]) -> bool {
    let first = register.organisation_of.iter().position(|&other| other == id).map(|n| register.mentions.organisations[n].span.start());
    let winners = found.iter().filter(|conferral| conferral.rule == &super::list::WINNERS);
    first.is_some_and(|first| winners.flat_map(|conferral| &conferral.sentences).any(|&sentence| sentence == text.sentence_of(first)))
}

/// The year of each award's present round: the latest that stands beside its name or with one of its recipients of now.
fn rounds(text: &Text<'_>, register: &Register, found: &[Conferral]) -> Vec<Option<String>> {
    let mut rounds: Vec<Option<String>> = vec![None; register.awards.len()];
    let release = release_year(text);
    let mut later = |award: AwardId, year: Option<&String>| {
        // a far later year than the release's is that of the next round
        let ahead =
            |year: &str| matches!((year.get(..4).and_then(|year| year.parse().ok()), release), (Some::<u16>(year), Some(release)) if year > release + 1);
        if let Some(year) = year.filter(|year| !ahead(year)).filter(|year| rounds[award].as_ref().is_none_or(|known| known.as_str() < year.as_str())) {
            rounds[award] = Some(year.clone());
        }
    };
    let calls: Vec<(AwardId, usize)> = found
        .iter()
        .filter(|conferral| conferral.status == Status::Call)
        .flat_map(|conferral| conferral.sentences.iter().map(|&sentence| (conferral.award, sentence)))
        .collect();
    // the round that is called for is the next one
    let called = |mention: &AwardMention, award: AwardId| calls.contains(&(award, text.sentence_of(mention.span.start())));
    let mentions = register.mentions.awards.iter().zip(&register.award_of).filter(|&(mention, &award)| !called(mention, award));
    mentions.for_each(|(mention, &award)| later(award, mention.year.as_ref()));
    let now = |conferral: &&Conferral| matches!(conferral.status, Status::Received | Status::Announced | Status::Nominated);
    found.iter().filter(now).for_each(|conferral| later(conferral.award, conferral.year.as_ref()));
    rounds
}

/// A release that calls for entries names its other prizes beside: those of which nothing else is told.
fn call_others(text: &Text<'_>, register: &Register, found: &mut Vec<Conferral>) {
    let Some(first) =
        found.iter().filter(|conferral| conferral.status == Status::Call).map(|conferral| conferral.sentences.first().copied().unwrap_or(0)).min()
    else {
        return;
    };
    // one that reports winners calls for nothing else than what it says
    if found.iter().any(|conferral| matches!(conferral.status, Status::Received | Status::Announced)) {
        return;
    }
    let mut seen = vec![false; register.awards.len()];
    found.iter().for_each(|conferral| seen[conferral.award] = true);
    for (n, mention) in register.mentions.awards.iter().enumerate() {
        let award = register.award_of[n];
        let sentence = text.sentence_of(mention.span.start());
        if std::mem::replace(&mut seen[award], true)
            || sentence < first
            || matches!(text.kind_of(mention.span.start()), SectionKind::Boilerplate | SectionKind::Note | SectionKind::Contact)
        {
            continue;
        }
        let rule = &super::rules::CALLED;
        found.push(Conferral {
            award,
            recipient: None,
            conferrers: vec![],
            status: Status::Call,
            level: mention.level.clone(),
            category: None,
            year: mention.year.clone(),
            sentences: vec![sentence],
            confidence: rule.confidence,
            rule,
        });
    }
}

/// The entity of a party.
fn key(party: &Party) -> Option<Entity> {
    match party {
        Party::Entity(entity) => Some(*entity),
        Party::Name(_) => None,
    }
}

/// "die nächste Stufe des C": a body that confers another award of the release and stands in the sentence confers this one.
fn borrow_conferrers(found: &mut [Conferral], events: &[Event], conferrers: &[Vec<Party>]) {
    let known: HashSet<Entity> = conferrers.iter().flatten().filter_map(key).collect();
    let mut beside: Vec<Option<&Party>> = vec![None; conferrers.len()];
    for event in events {
        let slot = &mut beside[event.award];
        *slot = slot.or_else(|| event.beside.iter().find(|party| key(party).is_some_and(|key| known.contains(&key))));
    }
    for conferral in found.iter_mut().filter(|conferral| conferral.conferrers.is_empty() && conferral.status == Status::Sought) {
        let party = beside[conferral.award].filter(|party| Some(*party) != conferral.recipient.as_ref());
        conferral.conferrers.extend(party.cloned());
    }
}

/// "Die Preise werden am 5. Mai überreicht": a day or month of the ceremony, in the news itself.
fn ceremony_ahead(text: &Text<'_>) -> bool {
    let handed = ["Überreicht", "Verliehen", "Übergeben", "überreicht", "verliehen", "übergeben", "ausgehändigt", "vergeben", "statt"];
    let subject = ["Preise", "Preisverleihung", "Auszeichnungen", "Verleihung", "Urkunden", "Preisübergabe", "Preisfeier", "Übergabefeier", "Verleihungsfeier"];
    text.sentences.iter().any(|sentence| {
        let tokens = sentence.tokens;
        if text.sections.get(sentence.section).is_some_and(|block| matches!(block.kind, SectionKind::Boilerplate | SectionKind::Note | SectionKind::Contact)) {
            return false;
        }
        let says = |words: &[&str]| tokens.range().any(|at| words.contains(&text.word(at)));
        let dated = || tokens.range().any(|at| text.is(at, Flags::MONTH) && (text.says(at.wrapping_sub(1), "im") || text.says(at.wrapping_sub(1), ".")));
        // "Verleihung am 15. März": a heading
        let heading = tokens.len() <= 12 && says(&subject) && !tokens.range().any(|at| text.tokens[at].is_lower() && text.is(at, Flags::FINITE));
        if heading && dated() {
            return true;
        }
        says(&handed) && says(&["werden", "wird", "findet", "finden"]) && says(&subject) && dated() && !says(&["jährlich", "jedes", "alle", "jeweils"])
    })
}

/// How much a status says against another of the same award and recipient.
fn weight(status: Status) -> u8 {
    match status {
        Status::Received => 5,
        Status::Announced => 4,
        Status::Nominated => 3,
        Status::Sought => 2,
        Status::Past => 1,
        Status::Call => 0,
    }
}

fn put(found: &mut Vec<Conferral>, of_award: &mut [Vec<usize>], event: &Event, recipient: Option<Party>) {
    let same = of_award[event.award].iter().copied().take(64).find(|&n| found[n].recipient == recipient && joins(&found[n], event));
    match same {
        Some(n) => {
            let conferral = &mut found[n];
            if weight(event.status) > weight(conferral.status) {
                conferral.status = event.status;
                conferral.rule = event.rule;
                conferral.confidence = event.rule.confidence;
            }
            fill(conferral, event);
        }
        None => {
            of_award[event.award].push(found.len());
            found.push(Conferral {
                award: event.award,
                recipient,
                conferrers: event.conferrers.iter().take(3).cloned().collect(),
                status: event.status,
                level: event.level.clone(),
                category: event.category.clone(),
                year: event.year.clone(),
                sentences: vec![event.sentence],
                confidence: event.rule.confidence,
                rule: event.rule,
            });
        }
    }
}

/// Whether an event tells of the same conferral: the same year and level, as far as both have one; what is said to have been
/// earlier, with its year, is another.
fn joins(conferral: &Conferral, event: &Event) -> bool {
    let now = |status: Status| matches!(status, Status::Received | Status::Announced);
    let before = now(conferral.status) && event.status == Status::Past && event.earlier && event.year.is_some() && conferral.year.is_none();
    let after = now(event.status) && conferral.status == Status::Past && conferral.year.is_some() && event.year.is_none();
    if before || after {
        return false;
    }
    let years = match (&conferral.year, &event.year) {
        (Some(one), Some(other)) => one == other || conferral.status == event.status && event.status != Status::Past,
        _ => true,
    };
    let levels = match (&conferral.level, &event.level) {
        (Some(one), Some(other)) => one == other || conferral.status == event.status,
        _ => true,
    };
    years && levels
}

fn fill(conferral: &mut Conferral, event: &Event) {
    let take = |slot: &mut Option<String>, from: &Option<String>| {
        if slot.is_none() {
            slot.clone_from(from);
        }
    };
    take(&mut conferral.level, &event.level);
    take(&mut conferral.category, &event.category);
    take(&mut conferral.year, &event.year);
    for party in event.conferrers.iter().filter(|_| !event.recipients.is_empty()) {
        if conferral.conferrers.len() < 3 && !conferral.conferrers.contains(party) {
            conferral.conferrers.push(party.clone());
        }
    }
    if conferral.sentences.len() < 16 {
        conferral.sentences.push(event.sentence);
    }
}
