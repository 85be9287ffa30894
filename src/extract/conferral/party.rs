//! Who can take a side in a conferral: the parties of a sentence, with the preposition and article before them.

use super::thing;
use crate::analysis::{Entity, Gender, OrganisationId, Party, PersonId, SectionKind};
use crate::extract::award::detail;
use crate::extract::award::name::written;
use crate::german::article::is_definite;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::text::Text;
use crate::text::scan::{Class, Shape};
use crate::text::span::TokenSpan;

/// One party, or several in coordination.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub parties: Vec<Party>,
    /// The level in brackets behind each party ("(2. Preis)").
    pub levels: Vec<Option<String>>,
    /// From the first word that belongs to it (article, role) to the last.
    pub span: TokenSpan,
    /// What governs it.
    pub case: Case,
    /// Named outright; a pronoun or a generic noun gives way to a name.
    pub named: bool,
    /// A thing called by its noun ("der Radweg"), which gives way to whoever is named as near.
    pub thing: bool,
}

/// How a party is tied into its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No preposition; can be subject or object.
    Free,
    /// A dative without preposition ("dem Verein").
    Dative,
    /// Attribute of the noun before it ("der Vorsitzende des Vereins").
    Genitive,
    /// "von", "vom", "durch"
    By,
    /// "an"
    To,
    /// "für"
    For,
    /// Any other preposition.
    Other,
}

/// What the sentences before have told.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Recipients of the last event that had some.
    pub recipients: Vec<Party>,
    /// Persons honoured so far, the last one last.
    pub persons: Vec<PersonId>,
    /// Things introduced by a noun, with it in lower case ("die Leuchte „Mona“").
    pub things: Vec<(String, String)>,
}

impl Told {
    /// Remembers whom an event honoured.
    pub(crate) fn remember(&mut self, recipients: &[Party]) {
        self.recipients = recipients.to_vec();
        for party in recipients {
            if let Party::Entity(Entity::Person(id)) = party {
                if self.persons.len() > 7 {
                    self.persons.remove(0);
                }
                self.persons.push(*id);
            }
        }
    }
}

/// How many things are kept in mind.
const THINGS: usize = 64;

/// How many words before a name belong to it at most.
const REACH: usize = 7;

/// The parties of a sentence, in order.
pub(crate) fn groups(text: &Text<'_>, register: &Register, told: &mut Told, sentence: TokenSpan) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = sentence.start();
    while at < sentence.end() {
        if let Some(n) = register.award_at(at) {
            at = register.mentions.awards[n].span.end().max(at + 1);
            continue;
        }
        if let Some((parties, end)) = honoured(text, register, told, at) {
            let floor = groups.last().map_or(sentence.start(), |last| last.span.end()).max(sentence.start());
            let (start, case) = left(text, register, at, floor);
            groups.push(Group { levels: vec![None; parties.len()], parties, span: TokenSpan::new(start, end), case, named: false, thing: false });
            at = end;
            continue;
        }
        let found = party(text, register, told, at, sentence.end());
        let thing = found.is_none();
        let found = found.or_else(|| {
            thing::at(text, register, at, sentence.end()).or_else(|| thing::quoted(text, register, at, sentence.end())).map(|(party, end)| (party, end, true))
        });
        let Some((party, end, named)) = found else {
            at += 1;
            continue;
        };
        if let (Party::Name(name), true) = (&party, thing && end > at + 1 && told.things.len() < THINGS) {
            told.things.push((text.word(at).to_lowercase(), name.clone()));
        }
        // "X hatte ihm den Orden verliehen": the object is not the subject beside it, but whoever was honoured before
        let object = matches!(text.word(at), "ihm" | "ihn" | "Ihm" | "ihr");
        if object && groups.iter().any(|group| group.case == Case::Free && group.parties.contains(&party)) {
            let honoured = told.persons.last().map(|&id| Party::Entity(Entity::Person(id))).filter(|other| *other != party);
            if let Some(party) = honoured {
                groups.push(Group { parties: vec![party], levels: vec![None], span: TokenSpan::new(at, end), case: Case::Dative, named, thing });
            }
            at = end;
            continue;
        }
        let level = bracketed(text, end).and_then(|(open, close)| {
            (open..close)
                .find_map(|at| detail::level_at(text, at).filter(|_| text.is(at, Flags::AWARD_LEVEL) || matches!(text.word(at), "Platz" | "Preis" | "Rang")))
        });
        let floor = groups.last().map_or(sentence.start(), |last| last.span.end()).max(sentence.start());
        let (start, case) = left(text, register, at, floor);
        // "„X“": the closing mark belongs to the name as the opening one does
        let quoted = at > start && text.tokens[at - 1].class == Class::Quote && text.tokens.get(end).is_some_and(|token| token.class == Class::Quote);
        let end = end + usize::from(quoted);
        let span = TokenSpan::new(start, end);
        // "vom Verein und dem Verband", "an A und an B"
        let goes_on = |last: &Group| case == Case::Free || (last.case == Case::By && case == Case::Dative) || case == Case::To && last.case == Case::To;
        // what a bracket names stands between ("das Haus (Architekten: X) und die Halle")
        let near = groups.iter_mut().rev().take(3).find(|last| coordinated(text, last.span.end(), start));
        match near.filter(|last| goes_on(last) && last.named == named && last.thing == thing) {
            Some(last) if !turns_nominative(text, last, start) && !of_other_kind(last, &party) => {
                if !last.parties.contains(&party) {
                    last.parties.push(party);
                    last.levels.push(level);
                }
                last.span = last.span.cover(span);
            }
            _ => groups.push(Group { parties: vec![party], levels: vec![level], span, case, named, thing }),
        }
        at = end;
    }
    groups
}

/// Only "und", commas between, and what adds to a name: a bracket, "in Ulm".
fn coordinated(text: &Text<'_>, from: usize, to: usize) -> bool {
    let mut at = from;
    for _ in 0..3 {
        if let Some((_, close)) = bracketed(text, at) {
            at = close;
        } else if matches!(text.word(at), "in" | "aus") && text.tokens.get(at + 1).is_some_and(|t| t.is_capital()) {
            at += 2;
        } else {
            break;
        }
    }
    at < to && to - at <= 2 && (at..to).all(|at| matches!(text.word(at), "und" | "," | "sowie" | "&" | "/" | "bzw" | "oder"))
}

/// "der Zeitung und die Firma": a new nominative or accusative does not go on with a genitive or dative.
fn turns_nominative(text: &Text<'_>, last: &Group, start: usize) -> bool {
    matches!(last.case, Case::Genitive | Case::By | Case::Dative) && matches!(text.word(start), "die" | "das" | "ein" | "eine")
}

/// "Oberärztin am Klinikum X, und Anna Weber": a person does not go on with an organisation in an oblique case.
fn of_other_kind(last: &Group, party: &Party) -> bool {
    let person = |party: &Party| matches!(party, Party::Entity(Entity::Person(_)));
    last.case != Case::Free && last.parties.first().is_some_and(|first| person(first) != person(party))
}

/// The tokens of a short bracket that opens at a token: its mark and the token behind its end.
fn bracketed(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    text.tokens.get(at).filter(|t| t.class == Class::Open)?;
    let close = (at..(at + 14).min(text.tokens.len())).find(|&at| text.tokens[at].class == Class::Close)?;
    Some((at, close + 1))
}

/// "die beiden", "die Geehrte", "der Preisträger": whom the last event honoured.
fn honoured(text: &Text<'_>, register: &Register, told: &Told, at: usize) -> Option<(Vec<Party>, usize)> {
    let article = at.checked_sub(1).map_or("", |before| text.word(before));
    if !is_definite(article) || told.recipients.is_empty() {
        return None;
    }
    let word = text.word(at);
    if text.tokens.get(at + 1).is_some_and(|t| t.is_capital()) {
        return None;
    }
    match word {
        "beiden" if told.recipients.len() == 2 => Some((told.recipients.clone(), at + 1)),
        "Geehrte" | "Geehrten" | "Preisträgerin" | "Preisträger" | "Gewinnerin" | "Gewinner" | "Ausgezeichnete" | "Siegerin" | "Sieger" => {
            let other = if word.ends_with("in") || matches!(article, "die" | "Die") { Gender::Male } else { Gender::Female };
            let person = told.persons.iter().rev().find(|&&id| register.persons.get(id).is_some_and(|person| person.gender != Some(other)));
            match person {
                Some(&id) => Some((vec![Party::Entity(Entity::Person(id))], at + 1)),
                None => (told.recipients.len() == 1).then(|| (told.recipients.clone(), at + 1)),
            }
        }
        _ => None,
    }
}

/// The party named at a token, the end of its words, and whether by name.
fn party(text: &Text<'_>, register: &Register, told: &mut Told, at: usize, limit: usize) -> Option<(Party, usize, bool)> {
    if let Some(n) = register.person_at(at) {
        let id = *register.person_of.get(n)?;
        return Some((Party::Entity(Entity::Person(id)), register.mentions.persons[n].span.end(), true));
    }
    if let Some(n) = register.organisation_at(at) {
        let id = *register.organisation_of.get(n)?;
        let end = register.mentions.organisations[n].span.end();
        // "IHK-Präsident": the organisation is only part of the word
        if text.tokens.get(end).is_some_and(|t| t.class == Class::Hyphen && t.is_glued()) && text.tokens.get(end + 1).is_some_and(|t| t.is_glued()) {
            return None;
        }
        return Some((Party::Entity(Entity::Organisation(id)), end, true));
    }
    let token = &text.tokens[at];
    if token.class == Class::Quote {
        let index = text.quotations.partition_point(|q| q.tokens.start() < at);
        let quotation = text.quotations.get(index).filter(|q| q.tokens.start() == at && q.closed && q.tokens.end() <= limit)?;
        let inner = quotation.inner();
        let name = !inner.is_empty()
            && inner.len() <= 8
            && register.award_at(inner.start()).is_none()
            && is_longer(register, inner)
            && register.person_at(inner.start()).is_none()
            && !text.tokens[inner.range()].iter().any(|t| matches!(t.class, Class::Comma))
            && (text.tokens[inner.start()].is_capital() || inner.len() < 4);
        let noun = at > 0 && (text.is(at - 1, Flags::NOUN) || text.tokens[at - 1].is_capital());
        let thing = noun
            && !text.is(at - 1, Flags::AWARD_HEAD)
            && (text.lexicon.awarded_thing(text.word(at - 1)).is_some() || !text.is(at - 1, Flags::NONSPEECH_NOUN))
            && !matches!(text.word(at - 1), "Kategorie" | "Motto" | "Sparte" | "Thema");
        if !name {
            return None;
        }
        let words = written(text, inner);
        let known = told.things.iter().any(|(_, name)| *name == words);
        if thing && !known && told.things.len() < THINGS {
            told.things.push((text.word(at - 1).to_lowercase(), words.clone()));
        }
        return (thing || known).then(|| (Party::Name(words), quotation.tokens.end(), true));
    }
    if matches!(text.word(at), "wir" | "Wir" | "uns") {
        let honoured = told.recipients.first().filter(|party| told.recipients.len() == 1 && matches!(party, Party::Entity(Entity::Organisation(_)))).cloned();
        return honoured.or_else(|| register.issuer.map(|id| Party::Entity(Entity::Organisation(id)))).map(|party| (party, at + 1, false));
    }
    if token.class != Class::Word {
        return None;
    }
    // "der Physiker Anton Weber", "die Firma Quarbel": the noun belongs to the name
    // "das Kraftwerk Lenzbach": a noun with a name is no other body
    let names_one = text.tokens.get(at + 1).is_some_and(|next| next.is_capital() && next.class == Class::Word && next.gap != crate::text::scan::Gap::Blank);
    let before_name = names_one || register.person_at(at + 1).is_some() || register.organisation_at(at + 1).is_some();
    if token.is_capital() && token.is(Flags::GENERIC_ORGANISATION | Flags::ORGANISATION_HEAD) && at > 0 && is_definite(text.word(at - 1)) && !before_name {
        // "das Unternehmen": who has just been honoured, or who speaks, rather than whoever was named last
        let honoured = told.recipients.first().filter(|_| told.recipients.len() == 1).and_then(|party| match party {
            Party::Entity(Entity::Organisation(id)) => Some(*id),
            _ => None,
        });
        let fits = |id: &OrganisationId| token.is(Flags::GENERIC_ORGANISATION) && register.is_called(text, at, *id);
        let id = honoured.filter(fits).or(register.issuer.filter(fits)).or_else(|| register.generic(text, at));
        return id.map(|id| (Party::Entity(Entity::Organisation(id)), at + 1, false));
    }
    // "die 20-Jährige": whoever was named last
    if matches!(text.word(at), "Jährige" | "Jährigen" | "Jähriger") && at > 1 && text.tokens[at - 1].class == Class::Hyphen {
        let before = register.mentions.persons.partition_point(|mention| mention.span.start() < at);
        let id = before.checked_sub(1).and_then(|n| register.person_of.get(n).copied())?;
        return Some((Party::Entity(Entity::Person(id)), at + 1, false));
    }
    // "den scheidenden Kreisbrandrat"
    let article =
        at.checked_sub(1).map(|before| if text.is(before, Flags::ADJECTIVE) && text.tokens[before].is_lower() { before.saturating_sub(1) } else { before });
    if token.is_capital() && token.is(Flags::ROLE) && article.is_some_and(|article| is_definite(text.word(article))) && !before_name {
        return register.role(text, at).map(|id| (Party::Entity(Entity::Person(id)), at + 1, false));
    }
    // "der Helm" after "der Fahrradhelm „Mona“"
    if token.is_capital() && token.is(Flags::NOUN) && at > 0 && is_definite(text.word(at - 1)) && !before_name && !told.things.is_empty() {
        let noun = text.word(at).to_lowercase();
        let thing = told.things.iter().rev().find(|(introduced, _)| introduced.ends_with(&noun));
        if let Some((_, name)) = thing {
            return Some((Party::Name(name.clone()), at + 1, false));
        }
    }
    // "MONA" after "die Leuchte MONA"
    if token.is_capital() && (token.flags.is_empty() || token.shape == Shape::Upper) && !told.things.is_empty() {
        let word = text.word(at);
        let thing = told.things.iter().rev().find(|(_, name)| name.strip_suffix(word).is_some_and(|before| before.ends_with(' ')));
        if let Some((_, name)) = thing {
            return Some((Party::Name(name.clone()), at + 1, true));
        }
    }
    let honoured_body =
        || told.recipients.first().filter(|party| told.recipients.len() == 1 && matches!(party, Party::Entity(Entity::Organisation(_)))).cloned();
    if matches!(text.word(at), "es" | "Es") {
        let body = honoured_body().or_else(|| register.issuer.map(|id| Party::Entity(Entity::Organisation(id))))?;
        return Some((body, at + 1, false));
    }
    // in the portrait of the issuer "sie" is the issuer
    if matches!(text.word(at), "er" | "sie" | "Er" | "Sie") && is_portrait(text, register, at) {
        return register.issuer.map(|id| (Party::Entity(Entity::Organisation(id)), at + 1, false));
    }
    let gender = match text.word(at) {
        "er" | "Er" | "ihm" | "Ihm" | "ihn" => Gender::Male,
        // "ihr Debüt" is hers
        "ihr" if text.tokens.get(at + 1).is_some_and(|next| next.is_capital() || next.is(Flags::ADJECTIVE)) => return None,
        "sie" | "Sie" | "ihr" => Gender::Female,
        _ => return None,
    };
    let person = register.pronoun(text, at, gender).map(|id| Party::Entity(Entity::Person(id)));
    let last_person = || {
        let fits = |id: &&PersonId| register.persons.get(**id).is_some_and(|person| person.gender.is_none_or(|known| known == gender));
        told.persons.iter().rev().find(fits).map(|&id| Party::Entity(Entity::Person(id)))
    };
    person.or_else(last_person).or_else(honoured_body).map(|party| (party, at + 1, false))
}

/// A portrait ("Über uns") that names no person.
fn is_portrait(text: &Text<'_>, register: &Register, at: usize) -> bool {
    let Some(block) = text.sentences.get(text.sentence_of(at)).and_then(|sentence| text.sections.get(sentence.section)) else { return false };
    let persons = &register.mentions.persons;
    let first = persons.partition_point(|mention| mention.span.start() < block.tokens.start());
    block.kind == SectionKind::Boilerplate && persons.get(first).is_none_or(|mention| mention.span.start() >= block.tokens.end())
}

/// No organisation is named in quotation marks, or only at the beginning of a longer name ("„Quarbel Dunkel“").
pub(super) fn is_longer(register: &Register, inner: TokenSpan) -> bool {
    register.organisation_at(inner.start()).is_none_or(|n| register.mentions.organisations[n].span.end() < inner.end())
}

/// Where the words before a name that belong to it begin, and what governs them.
fn left(text: &Text<'_>, register: &Register, name: usize, floor: usize) -> (usize, Case) {
    let mut start = name;
    let mut role = false;
    let mut dative = matches!(text.word(name), "ihm" | "Ihm" | "ihr" | "uns");
    for _ in 0..REACH {
        let Some(at) = start.checked_sub(1).filter(|&at| at >= floor) else { break };
        let token = &text.tokens[at];
        let word = text.word(at);
        // "vom Fachblatt „X“": the mark belongs to the name
        if token.class == Class::Quote && start == name {
            start = at;
            continue;
        }
        // ", so die Bürgermeisterin,": who says so, not who gets it
        if word == "so" && start < name + 1 && at.checked_sub(1).is_some_and(|comma| text.tokens[comma].class == Class::Comma) {
            return (start, Case::Other);
        }
        // "den 17-jährigen Schüler"
        let age = token.class == Class::Number && text.tokens.get(at + 1).is_some_and(|next| next.class == Class::Hyphen);
        if token.class != Class::Word && !(token.class == Class::Stop && at > floor) && token.class != Class::Hyphen && !age {
            break;
        }
        // "für ihre Reportage „X“"
        let possessive = token.is_lower() && matches!(word, "ihr" | "ihre" | "ihren" | "ihrem" | "ihrer" | "sein" | "seine" | "seinen" | "seinem" | "seiner");
        if possessive && at > floor && text.is(at - 1, Flags::PREPOSITION) || age {
            start = at;
            continue;
        }
        // "an die seit Mai beurlaubte …": the article before a preposition opens the phrase
        if token.is(Flags::PREPOSITION) && token.is_lower() && at > floor && text.is(at - 1, Flags::ARTICLE) && start > at + 1 {
            start = at;
            continue;
        }
        // "unter anderen Anna Weber" is an adverb
        if word == "unter" && text.word(at + 1).starts_with("andere") {
            break;
        }
        // "Das Finale: Bei der Quarbel GmbH …"
        let opens = at > floor && text.tokens[at - 1].class == Class::Colon && text.lexicon.flags(&word.to_lowercase()).contains(Flags::PREPOSITION);
        if opens || token.is(Flags::PREPOSITION) && (!token.is_capital() || !token.is(Flags::NOUN) || text.starts_sentence(at)) {
            let case = match word {
                "von" | "vom" | "durch" | "Von" | "Vom" | "Durch" => Case::By,
                "an" | "An" | "ans" | "am" => Case::To,
                "für" | "Für" => Case::For,
                _ => Case::Other,
            };
            return (at, case);
        }
        if token.is(Flags::ARTICLE) && token.shape == Shape::Lower || (token.is(Flags::ARTICLE) && text.starts_sentence(at)) {
            start = at;
            let before = at.checked_sub(1).filter(|&before| before >= floor);
            let preposition = before.is_some_and(|before| text.is(before, Flags::PREPOSITION));
            if preposition {
                continue;
            }
            if matches!(word, "dem" | "einem" | "ihrem" | "seinem" | "Dem") {
                dative = true;
            }
            let noun_before = before
                .is_some_and(|before| text.tokens[before].is_capital() && text.tokens[before].class == Class::Word && register.award_at(before).is_none())
                || at.checked_sub(1).is_some_and(|before| text.tokens[before].class == Class::Quote && register.award_at(before.saturating_sub(1)).is_none());
            // "im Frühjahr der Komponist X": a masculine noun behind "der" is no genitive; "das Team der X" stands for X
            let masculine = word == "der" && text.is(at + 1, Flags::ROLE_MALE) && !text.is(at + 1, Flags::ROLE_FEMALE);
            let stands_for = matches!(at.checked_sub(1).map_or("", |before| text.word(before)), "Team" | "Mannschaft" | "Redaktion");
            if noun_before && !masculine && !stands_for && matches!(word, "der" | "des" | "eines" | "einer") {
                return (start, Case::Genitive);
            }
            break;
        }
        // "ihren NDR-Film": the organisation is part of the word
        let part = text.tokens.get(at + 1).is_some_and(|next| next.class == Class::Hyphen && next.is_glued() && at + 1 < name);
        let belongs = token.is_capital()
            && (part || register.organisation_at(at).is_none())
            && (!text.starts_sentence(at) || token.is(Flags::NOUN | Flags::ROLE | Flags::TITLE | Flags::ADJECTIVE))
            || token.is_lower() && token.is(Flags::ADJECTIVE | Flags::NUMERAL)
            || token.class == Class::Stop && text.tokens.get(at.wrapping_sub(1)).is_some_and(|t| t.is_capital() && t.span.len() < 8) && token.is_glued()
            || token.class == Class::Hyphen;
        // "am Dienstag Landrätin X": a noun before the role is of another phrase
        let other = role && token.is_capital() && !token.is(Flags::ROLE | Flags::TITLE | Flags::ADJECTIVE) && token.is(Flags::NOUN) && !word.ends_with("er");
        role |= token.is(Flags::ROLE);
        if other || token.is(Flags::MONTH | Flags::WEEKDAY) {
            break;
        }
        if !belongs || register.award_at(at).is_some() || register.person_at(at).is_some() {
            break;
        }
        start = at;
    }
    (start, if dative { Case::Dative } else { Case::Free })
}
