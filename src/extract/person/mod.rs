//! Finds persons by name, with the roles beside the names.
//!
//! First whole names and surnames behind a title, a role or "Frau"; then, since they are known now, the same surnames and
//! given names wherever they stand alone; then the roles beside every mention.

mod evidence;
mod name;
pub(crate) mod noun;
mod office;
mod pair;
mod parts;
mod role;
mod rules;
mod title;

use super::PersonMention;
use crate::analysis::Gender;
use crate::gazetteer::compile::Kind;
use crate::gazetteer::{Gazetteer, Hit};
use crate::lexicon::{Flags, class};
use crate::rule::Rule;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;
use name::{Parts, Sure};
pub use rules::RULES;
use std::collections::HashMap;

/// All person mentions, in text order.
pub fn find(text: &Text<'_>, names: &Gazetteer, hits: &[Hit]) -> Vec<PersonMention> {
    let first = whole_names(text, names, hits);
    let mut mentions = known_names(text, first);
    for n in 0..mentions.len() {
        let roles = roles(text, &mentions, n);
        mentions[n].gender = mentions[n].gender.or_else(|| roles.iter().find_map(|role| role.gender)).or_else(|| given_gender(text, mentions[n].given));
        mentions[n].roles = roles;
    }
    pair::share(text, &mut mentions);
    mentions
}

/// What the given names tell.
fn given_gender(text: &Text<'_>, given: TokenSpan) -> Option<Gender> {
    let token = text.tokens.get(given.start()).filter(|_| !given.is_empty())?;
    match (token.is(Flags::GIVEN_FEMALE), token.is(Flags::GIVEN_MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

/// Names that stand by themselves: given name and surname, or a name behind a title, a role, a form of address.
fn whole_names(text: &Text<'_>, names: &Gazetteer, hits: &[Hit]) -> Vec<PersonMention> {
    let mut found: Vec<PersonMention> = Vec::new();
    let mut next_hit = 0;
    let mut at = 0;
    while at < text.tokens.len() {
        while hits.get(next_hit).is_some_and(|hit| hit.tokens.end() <= at) {
            next_hit += 1;
        }
        let hit = hits.get(next_hit).filter(|hit| hit.tokens.start() <= at);
        if let Some(mention) = hit.filter(|hit| hit.tokens.start() == at).and_then(|hit| listed(text, names, hit)) {
            at = mention.span.end();
            found.push(mention);
            continue;
        }
        if let Some(role) = noun::english(text, at) {
            at = role.end();
            continue;
        }
        let titles = name::titles(text, at);
        let start = titles.end;
        let token = &text.tokens[start.min(text.tokens.len() - 1)];
        // "seit Mai Petra …", "Nur Paula …"
        let opens = text.starts_sentence(at);
        let adverb = opens && token.is(Flags::ADVERB | Flags::PARTICLE | Flags::PREPOSITION) && name::is_sure_given(text, at + 1) && name::wraps(text, at + 1);
        if start == at && (name::is_month(text, at) && !opens || adverb) {
            at += 1;
            continue;
        }
        if start >= text.tokens.len() || !(token.is_capital() || titles.any && token.is(Flags::NAME_PARTICLE)) || start > at && !name::wraps(text, start) {
            at = start.max(at + 1);
            continue;
        }
        let Some(unit) = name::unit(text, start) else {
            at = match titles.any.then(|| judge(text, at, &titles)).flatten() {
                Some(mention) => {
                    let end = mention.span.end();
                    found.push(mention);
                    end
                }
                None => start.max(at + 1),
            };
            continue;
        };
        // names inside listed names of several words ("Robert Bosch Stiftung") are theirs
        let inside =
            hits[next_hit..].iter().take_while(|hit| hit.tokens.start() < unit.span.end()).find(|hit| hit.tokens.len() > 1 && hit.tokens.overlaps(unit.span));
        let foreign = inside.filter(|hit| {
            let entry = names.entry(hit.entry);
            let titled = titles.any && hit.tokens.start() > at;
            entry.kind != Kind::Person && !titled && role::directly_before(text, at).is_none()
        });
        if let Some(hit) = foreign {
            at = hit.tokens.end().max(at + 1);
            continue;
        }
        // "der Autobauer Opel": a listed firm that is nobody's surname
        let firm = hit.filter(|hit| !titles.any && hit.tokens == unit.span && !text.is(start, Flags::SURNAME | Flags::GIVEN)).is_some_and(|hit| {
            let entry = names.entry(hit.entry);
            entry.kind == Kind::Organisation && !entry.context
        });
        if firm {
            at = unit.span.end();
            continue;
        }
        match judge(text, at, &titles) {
            Some(mention) => {
                shared_surname(text, &mention, &mut found);
                at = mention.span.end().max(at + 1);
                found.push(mention);
            }
            None => at = evidence::skip(text, at, start).max(unit.span.end()),
        }
    }
    found
}

/// A person of the user's lists.
fn listed(text: &Text<'_>, names: &Gazetteer, hit: &Hit) -> Option<PersonMention> {
    let entry = names.entry(hit.entry);
    if entry.kind != Kind::Person || entry.context {
        return None;
    }
    let last = name::unit_before(text, hit.tokens.end()).map_or(hit.tokens.end() - 1, |unit| unit.start().max(hit.tokens.start()));
    let mut surname = last;
    while surname > hit.tokens.start() + 1 && text.is(surname - 1, Flags::NAME_PARTICLE) && text.tokens[surname - 1].is_lower() {
        surname -= 1;
    }
    Some(PersonMention {
        span: hit.tokens,
        given: TokenSpan::new(hit.tokens.start(), surname),
        surname: TokenSpan::new(surname, hit.tokens.end()),
        gender: None,
        roles: vec![],
        rule: &rules::LISTED,
    })
}

/// Decides whether a name stands at a token.
fn judge(text: &Text<'_>, at: usize, titles: &name::Titles) -> Option<PersonMention> {
    let start = titles.end;
    let role = role::directly_before(text, at);
    let generic = role.is_some_and(|unit| text.is(unit.end() - 1, Flags::ROLE_GENERIC));
    let strong = titles.any || role.is_some();
    let parts = name::parts(text, start, strong)?;
    let full = !parts.given.is_empty() && !parts.surname.is_empty();
    if !evidence::allowed(text, at, start, &parts, titles.any, strong) {
        return None;
    }
    let rule = if full { whole(text, at, &parts, titles, role.is_some())? } else { part(text, at, &parts, titles, role, generic)? };
    let span = TokenSpan::new(titles.academic.unwrap_or(start), parts.end());
    let gender = match titles.address {
        2 => Some(Gender::Female),
        1 => Some(Gender::Male),
        _ => None,
    };
    Some(PersonMention { span, given: parts.given, surname: parts.surname, gender, roles: vec![], rule })
}

/// The rule for a given name with a surname.
fn whole(text: &Text<'_>, at: usize, parts: &Parts, titles: &name::Titles, role: bool) -> Option<&'static Rule> {
    let first = &text.tokens[parts.given.start()];
    let listed = first.is(Flags::GIVEN);
    // "General Public License": an honour needs a listed name
    let honour = titles.any && titles.academic.is_none() && titles.address == 0;
    if titles.any && !(honour && !listed && !text.is(parts.end() - 1, Flags::SURNAME)) {
        return Some(&rules::TITLE);
    }
    if role && (listed || parts.sure > Sure::No) {
        return Some(&rules::ROLE);
    }
    match parts.sure {
        Sure::Yes => Some(if listed { &rules::FULL } else { &rules::FOREIGN }),
        Sure::Half => {
            let last = &text.tokens[parts.end() - 1];
            let unlisted = last.flags.is_empty() && !first.is(Flags::NOUN) || last.is(Flags::COMPOUND) && name::has_surname_tail(text.word(parts.end() - 1));
            let sure_given = listed && (name::is_sure_given(text, parts.given.start()) || unlisted);
            let opens = text.starts_sentence(at) && first.is(Flags::WORD | Flags::NOUN);
            // "Rose Schulze": both words are listed names, and nothing before them makes the first a noun
            let both = listed && last.is(Flags::SURNAME) && !last.is(Flags::PLACE) && !evidence::determined(text, at);
            if (sure_given || both) && !opens {
                return Some(&rules::FULL);
            }
            evidence::beside(text, at, parts.end(), listed).then_some(if listed { &rules::FULL } else { &rules::FOREIGN })
        }
        Sure::No => (listed && evidence::age(text, parts.end())).then_some(&rules::FULL),
    }
}

/// The rule for a surname or given name alone.
fn part(text: &Text<'_>, at: usize, parts: &Parts, titles: &name::Titles, role: Option<TokenSpan>, generic: bool) -> Option<&'static Rule> {
    let given_alone = parts.surname.is_empty();
    let last = parts.end() - 1;
    let token = &text.tokens[last];
    let is_surname = token.is(Flags::SURNAME);
    // "Herr Apfelbaum", "Bürgermeister Apfelbaum lobte": a noun is a name only where nothing else fits
    let noun = token.is(Flags::NOUN) && !is_surname && !token.is(Flags::GIVEN);
    if noun && !given_alone {
        let doctor = titles.academic.is_some_and(|title| text.says(title, "Dr")) && evidence::ends_name(text, parts.end());
        let acts = role.is_some_and(|unit| !generic && evidence::acts(text, unit, parts.end()));
        return if titles.address > 0 || doctor {
            Some(&rules::TITLE)
        } else if acts && !titles.any {
            Some(&rules::ROLE)
        } else {
            None
        };
    }
    if titles.address > 0 || titles.academic.is_some() {
        return Some(&rules::TITLE);
    }
    if titles.any {
        return (is_surname || token.is(Flags::GIVEN) || token.flags.is_empty()).then_some(&rules::TITLE);
    }
    if given_alone && kin(text, at) {
        return Some(&rules::KIN);
    }
    if given_alone && evidence::age(text, parts.end()) && name::is_sure_given(text, last) && !evidence::determined(text, at) {
        return Some(&rules::AGE);
    }
    role?;
    if given_alone {
        // "Papst Franziskus", "Moorkönigin Nelda I."
        return (!generic && !token.is(Flags::COMMON | Flags::MONTH) && evidence::ends_name(text, parts.end())).then_some(&rules::ROLE);
    }
    // "die Bürgermeister Bayerns"
    let place = text.word(last).strip_suffix('s').is_some_and(|stem| text.lexicon.flags(stem).intersects(Flags::PLACE));
    let unlisted = token.flags.is_empty() && !generic && !place;
    (is_surname && !(generic && token.is(Flags::NOUN)) || unlisted).then_some(&rules::ROLE)
}

/// Whether a kinship noun stands before a token: "Tochter Ida".
fn kin(text: &Text<'_>, at: usize) -> bool {
    at > 0 && text.tokens[at - 1].is_capital() && text.tokens[at].gap <= Gap::Line && class::KIN.contains(&name::value(text, at - 1))
}

/// "Nelda und Klaus-Peter Trimbex": the given name before "und" has the surname of the name after it.
fn shared_surname(text: &Text<'_>, mention: &PersonMention, found: &mut Vec<PersonMention>) {
    if mention.given.is_empty() || mention.surname.is_empty() || mention.span.start() != mention.given.start() || mention.span.start() < 2 {
        return;
    }
    let joined = mention.span.start() - 1;
    if !matches!(text.word(joined), "und" | "&") {
        return;
    }
    let Some(before) = name::unit_before(text, joined).filter(|&u| found.last().is_none_or(|last| last.span.end() <= u.start())) else { return };
    let Some(unit) =
        name::unit(text, before.start()).filter(|u| u.given && !u.blocked && (u.sure_given || !text.is(u.span.start(), Flags::NOUN | Flags::WORD)))
    else {
        return;
    };
    if text.starts_sentence(before.start()) && text.is(before.start(), Flags::WORD) {
        return;
    }
    found.push(PersonMention { span: unit.span, given: unit.span, surname: mention.surname, gender: None, roles: vec![], rule: &rules::SHARED });
}

/// Adds the mentions of names known from `first` that stand alone.
fn known_names(text: &Text<'_>, first: Vec<PersonMention>) -> Vec<PersonMention> {
    let mut surnames: HashMap<&str, ()> = HashMap::new();
    let mut given: HashMap<&str, ()> = HashMap::new();
    let mut firsts: HashMap<&str, ()> = HashMap::new();
    for mention in &first {
        if let Some(unit) = name::unit_before(text, mention.surname.end()).filter(|_| !mention.surname.is_empty()) {
            surnames.insert(text.slice(unit), ());
        }
        if let Some(unit) = name::unit(text, mention.given.start()).filter(|_| !mention.given.is_empty()) {
            firsts.insert(text.slice(unit.span), ());
            if unit.given && (unit.sure_given || !text.is(unit.span.start(), Flags::NOUN | Flags::WORD | Flags::MONTH)) {
                given.insert(text.slice(unit.span), ());
            }
        }
    }
    let firms = firms(text, &surnames);
    let mut latest: HashMap<&str, usize> = HashMap::new();
    let mut found = Vec::with_capacity(first.len() * 2);
    let mut first = first.into_iter().peekable();
    let mut at = 0;
    while at < text.tokens.len() {
        if let Some(mention) = first.next_if(|mention| mention.span.start() <= at) {
            at = at.max(mention.span.end());
            if let Some(unit) = name::unit_before(text, mention.surname.end()).filter(|_| !firms.is_empty() && !mention.surname.is_empty()) {
                latest.insert(text.slice(unit), text.sentence_of(mention.span.start()));
            }
            found.push(mention);
            continue;
        }
        let Some(unit) = name::unit_span(text, at) else {
            at += 1;
            continue;
        };
        let limit = first.peek().map_or(usize::MAX, |mention| mention.span.start());
        let slice = text.slice(unit);
        // the full name of somebody whose given name no list holds
        let end = unit.end();
        let second = if firsts.contains_key(slice) { name::unit_span(text, end) } else { None };
        let second = second.filter(|u| u.end() <= limit && name::wraps(text, end) && known(&surnames, text.slice(*u)));
        if let Some(second) = second.filter(|u| end <= limit && evidence::stands_alone(text, unit.cover(*u), true)) {
            let span = unit.cover(second);
            found.push(PersonMention { span, given: unit, surname: second, gender: None, roles: vec![], rule: &rules::SURNAME });
            at = span.end();
            continue;
        }
        let is_surname = known(&surnames, slice);
        // "Muster Beispiel" of the firm "Muster Beispiel Rechtsanwälte"
        let pair = if is_surname { name::unit_span(text, end) } else { None };
        let pair = pair.filter(|u| text.tokens[end].gap == Gap::Space && known(&surnames, text.slice(*u)));
        if let Some(pair) = pair.filter(|u| firms.contains_key(slice) && firms.contains_key(text.slice(*u)) && u.end() <= limit) {
            at = pair.end();
            continue;
        }
        // "Muster" beside "Muster Logistik GmbH": the firm, unless it speaks or the person was just named
        if is_surname
            && firms.contains_key(slice)
            && (!evidence::speaks(text, unit) || evidence::heads(text, unit))
            && latest.get(slice).is_none_or(|&then| text.sentence_of(at) > then + 1)
        {
            at = end;
            continue;
        }
        if unit.end() <= limit && (is_surname || given.contains_key(slice)) && evidence::stands_alone(text, unit, is_surname) {
            let none = TokenSpan::new(unit.start(), unit.start());
            let span = unit;
            let (given, surname) = if is_surname { (none, span) } else { (span, none) };
            let rule = if is_surname { &rules::SURNAME } else { &rules::GIVEN };
            found.push(PersonMention { span, given, surname, gender: None, roles: vec![], rule });
        }
        at = unit.end();
    }
    found.extend(first);
    found
}

/// Known surnames that a firm of the text bears as well.
fn firms<'t>(text: &Text<'t>, surnames: &HashMap<&str, ()>) -> HashMap<&'t str, ()> {
    let mut firms = HashMap::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let Some(unit) = name::unit_span(text, at) else {
            at += 1;
            continue;
        };
        let slice = text.slice(unit);
        if surnames.contains_key(slice) && evidence::names_firm(text, unit) {
            firms.insert(slice, ());
        }
        at = unit.end();
    }
    firms
}

/// A known name, as it stands or in the genitive.
fn known(names: &HashMap<&str, ()>, word: &str) -> bool {
    names.contains_key(word) || word.strip_suffix('s').is_some_and(|stem| stem.len() > 2 && names.contains_key(stem.trim_end_matches(['\'', '’'])))
}

/// Roles beside a mention.
fn roles(text: &Text<'_>, mentions: &[PersonMention], n: usize) -> Vec<super::RoleMention> {
    let mention = &mentions[n];
    let hint = mention.gender.or_else(|| given_gender(text, mention.given));
    let start = behind_role(text, mention);
    let floor = n.checked_sub(1).map_or(0, |n| mentions[n].span.end());
    let mut roles = role::before(text, start, hint);
    roles.retain(|role| role.span.start() >= floor);
    let is_name = |at: usize| mentions.get(mentions.partition_point(|m| m.span.start() < at)).is_some_and(|m| m.span.start() == at);
    roles.extend(role::after(text, mention.span.end(), hint, is_name));
    // "ihre Tochter Ida" tells whose, not what
    roles.retain(|role| !class::KIN.contains(&name::value(text, role.span.end().saturating_sub(1))));
    roles
}

/// The role that a noun without a name tells, with its adjective and where it is held.
pub(crate) fn role_of(text: &Text<'_>, noun: usize, hint: Option<Gender>) -> Option<super::RoleMention> {
    let unit = name::unit_before(text, noun + 1)?;
    let limit = text.sentences.get(text.sentence_of(noun)).map_or(noun + 1, |sentence| sentence.tokens.end());
    Some(role::mention(text, unit, role::held_at(text, unit.end(), limit), hint))
}

/// First token of a mention with the forms of address and honours between role and name.
fn behind_role(text: &Text<'_>, mention: &PersonMention) -> usize {
    let mut start = mention.span.start();
    for _ in 0..3 {
        let Some(previous) = start.checked_sub(1) else { break };
        let stop = usize::from(text.tokens[previous].class == Class::Stop && previous > 0 && text.tokens[previous].is_glued());
        let word = previous - stop;
        if text.is(word, Flags::TITLE) && text.tokens[word].is_capital() && !text.is(word, Flags::ROLE) {
            start = word;
        } else {
            break;
        }
    }
    start
}

#[cfg(test)]
mod tests;
