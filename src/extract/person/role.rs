//! Roles beside a name: before it, after it, with the words that say where the role is held.

use super::name::{self, unit_before, value};
use super::noun::{english, english_before, english_mention, has_role_ending, nominative};
use super::office;
use super::pair::is_other_subject;
use crate::analysis::Gender;
use crate::extract::RoleMention;
use crate::lexicon::{Flags, class};
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::span::TokenSpan;

/// How far an apposition is followed.
const REACH: usize = 24;

/// Most roles read beside one name.
const MOST: usize = 4;

/// Whether a unit is a listed role noun: its last part is.
fn is_listed(text: &Text<'_>, unit: TokenSpan) -> bool {
    text.is(unit.end() - 1, Flags::ROLE) && text.tokens[unit.end() - 1].is_capital()
}

/// Whether a unit beside a name is a role noun, listed or by its ending.
fn is_role(text: &Text<'_>, unit: TokenSpan) -> bool {
    is_listed(text, unit) || has_role_ending(text, unit.end() - 1)
}

/// "a. D.", "i. R." behind a role: their number of tokens.
fn retired(text: &Text<'_>, at: usize) -> usize {
    let stop = |n: usize| text.tokens.get(n).is_some_and(|t| t.class == Class::Stop);
    match (text.word(at), text.word(at + 2)) {
        ("a", "D") | ("i", "R") | ("i", "P") | ("a", "d") if stop(at + 1) && stop(at + 3) => 4,
        ("a.D" | "i.R" | "i.P", _) if stop(at + 1) => 2,
        ("em" | "emer", _) if stop(at + 1) => 2,
        ("emeritus" | "emerita", _) => 1,
        _ => 0,
    }
}

/// The role noun right before a name, with its first token; `end` is the first token of name, title or form of address.
pub(super) fn directly_before(text: &Text<'_>, end: usize) -> Option<TokenSpan> {
    noun_before(text, end, is_listed)
}

/// The same by another notion of a role noun.
fn noun_before(text: &Text<'_>, end: usize, is_role: impl Fn(&Text<'_>, TokenSpan) -> bool) -> Option<TokenSpan> {
    let gap = text.tokens.get(end)?.gap;
    for tail in [0, 4, 2, 1] {
        let Some(at) = end.checked_sub(tail) else { continue };
        if tail > 0 && retired(text, at) != tail {
            continue;
        }
        let Some(unit) = unit_before(text, at).filter(|&u| is_role(text, u)) else { continue };
        // over an empty line only a role that fills its own line
        let alone = || unit.start() == 0 || text.tokens[unit.start()].gap >= Gap::Line;
        if gap == Gap::Blank && !alone() || gap == Gap::Line && !alone() && !name::wraps(text, end) {
            return None;
        }
        return Some(unit);
    }
    None
}

/// Roles before a name that starts (with its titles) at `end`.
pub(super) fn before(text: &Text<'_>, end: usize, hint: Option<Gender>) -> Vec<RoleMention> {
    let mut found = Vec::new();
    let mut at = end;
    while found.len() < MOST {
        if let Some(span) = english_before(text, at) {
            found.push(english_mention(text, span, None));
            at = span.start();
            continue;
        }
        let Some(unit) = noun_before(text, at, is_role).filter(|&unit| !is_other_subject(text, unit)) else { break };
        found.push(mention(text, unit, None, hint));
        at = found.last().map_or(at, |role: &RoleMention| role.span.start());
        // "Gründer und Geschäftsführer X"
        let joined = at.checked_sub(1).filter(|&n| matches!(text.word(n), "und" | "sowie" | "&"));
        if let Some(joined) = joined.filter(|&n| unit_before(text, n).is_some_and(|u| is_role(text, u))) {
            at = joined;
        }
    }
    if found.is_empty() {
        found.extend(department_before(text, end, hint));
    }
    found.extend(inverted(text, at, hint));
    // "der Leiter des Instituts, Professor X"
    let comma = at.checked_sub(1).filter(|&n| text.tokens[n].class == Class::Comma);
    let place = comma.or_else(|| found.is_empty().then_some(at));
    found.extend(place.and_then(|place| apposed_before(text, place, comma.is_some(), hint)));
    found.reverse();
    found
}

/// "Leiterin Finanzen X": the role before bare nouns that tell its field.
fn department_before(text: &Text<'_>, end: usize, hint: Option<Gender>) -> Option<RoleMention> {
    let mut at = end;
    for _ in 0..3 {
        let unit = unit_before(text, at).filter(|_| at == end || text.tokens[at].gap == Gap::Space)?;
        if is_role(text, unit) {
            return (at < end).then(|| mention(text, unit, None, hint));
        }
        at = unit.start();
        if at > 0 && text.says(at - 1, "und") {
            at -= 1;
        }
    }
    None
}

/// "Neuer Präsident des Vereins ist X", "Zur Vorsitzenden wurde X gewählt", "Vorsitzende ist seit Mai X", "Als Jurorin wirkte X mit":
/// the role opens the sentence, then come the verb and the name.
fn inverted(text: &Text<'_>, end: usize, hint: Option<Gender>) -> Option<RoleMention> {
    let sentence = text.sentences.get(text.sentence_of(end))?.tokens.start();
    let floor = end.saturating_sub(REACH).max(sentence);
    let between = |at: usize| {
        let token = &text.tokens[at];
        token.is(Flags::MONTH) || token.class == Class::Number || token.is_lower() && (token.is(Flags::ADVERB) || matches!(text.word(at), "seit" | "ab"))
    };
    let copula = |at: usize| matches!(text.word(at), "ist" | "war" | "wird" | "wurde" | "bleibt");
    let first = text.word(sentence);
    let as_role = first == "Als";
    let led = as_role || matches!(first, "Zum" | "Zur" | "Neue" | "Neuer");
    let verb = (floor..end)
        .rev()
        .take(4)
        .find(|&at| copula(at) || as_role && text.tokens[at].is_lower() && text.is(at, Flags::FINITE) || !between(at))
        .filter(|&at| copula(at) || as_role && text.tokens[at].is_lower() && text.is(at, Flags::FINITE))?;
    let leads = |at: usize| {
        !text.is(at, Flags::ROLE) && text.is(at, Flags::ARTICLE | Flags::ADJECTIVE | Flags::CONTRACTION)
            || matches!(text.word(at), "Als" | "Zum" | "Zur" | "Neue" | "Neuer")
    };
    let start = (floor..verb).take(4).find(|&at| !leads(at))?;
    let unit = name::unit(text, start).map(|u| u.span).filter(|&u| is_role(text, u) && (led || !text.is(u.end() - 1, Flags::ROLE_GENERIC)))?;
    let held = held_at(text, unit.end(), verb);
    (unit.end() == verb || held.is_some_and(|span| span.end() == verb)).then(|| mention(text, unit, held, hint))
}

/// The role whose genitive or "von" phrase ends at `end`: "der Geschäftsführer der Stadtwerke", before a comma or right before the name.
fn apposed_before(text: &Text<'_>, end: usize, comma: bool, hint: Option<Gender>) -> Option<RoleMention> {
    let sentence = text.sentences.get(text.sentence_of(end))?.tokens.start();
    let floor = end.saturating_sub(REACH).max(sentence);
    let mut at = end;
    while at > floor {
        at -= 1;
        let token = &text.tokens[at];
        match token.class {
            Class::Word => {}
            Class::Hyphen | Class::Stop | Class::Number | Class::Quote | Class::Symbol => continue,
            Class::Colon if !token.gap.ge(&Gap::Space) && comma => continue,
            _ => return None,
        }
        if token.is_capital() && token.is(Flags::ROLE) {
            let unit = unit_before(text, at + 1)?;
            // "Jan Muster, Leiter des Amts, Anna Beispiel und …": the apposition of the name before it
            if comma && unit.start() > 0 && text.tokens[unit.start() - 1].class == Class::Comma {
                return None;
            }
            let after = at + 1 + retired(text, at + 1);
            let org = held_at(text, after, end);
            return match org {
                Some(span) if span.end() >= end.saturating_sub(1) => Some(mention(text, unit, Some(span), hint)),
                None if comma && after == end => Some(mention(text, unit, None, hint)),
                _ => None,
            };
        }
        // a clause ends the phrase
        if token.is_lower() && token.is(Flags::FINITE) && !token.is(Flags::ARTICLE | Flags::PREPOSITION | Flags::ADJECTIVE | Flags::PARTICIPLE) {
            return None;
        }
    }
    None
}

/// The words after a role that say where it is held: a genitive or prepositional phrase.
pub(super) fn held_at(text: &Text<'_>, start: usize, limit: usize) -> Option<TokenSpan> {
    let first = text.tokens.get(start).filter(|_| start < limit)?;
    let word = text.word(start);
    let opens = matches!(
        word,
        "der"
            | "des"
            | "von"
            | "vom"
            | "bei"
            | "beim"
            | "für"
            | "im"
            | "in"
            | "am"
            | "an"
            | "dieser"
            | "dieses"
            | "seiner"
            | "ihrer"
            | "eines"
            | "einer"
            | "of"
            | "at"
    );
    if !opens || first.gap == Gap::Blank {
        return None;
    }
    let mut at = start + 1;
    while at < limit.min(text.tokens.len()) && at - start < REACH {
        let token = &text.tokens[at];
        let ends = match token.class {
            Class::Comma | Class::Close | Class::Open | Class::Semicolon | Class::Dash | Class::Final => true,
            Class::Colon => token.gap != Gap::None || text.tokens.get(at + 1).is_none_or(|t| t.gap != Gap::Space || !t.is_lower()),
            Class::Stop => !text.is(at - 1, Flags::ABBREVIATION | Flags::ABBREVIATION_END) && text.word(at - 1).chars().count() > 1,
            Class::Word => {
                token.gap == Gap::Blank
                    || token.is_lower()
                        && token.is(Flags::FINITE)
                        && !token.is(Flags::ARTICLE | Flags::PREPOSITION | Flags::ADJECTIVE | Flags::CONJUNCTION | Flags::PARTICIPLE | Flags::PRONOUN)
            }
            _ => token.gap == Gap::Blank,
        };
        if ends {
            break;
        }
        at += 1;
    }
    (at > start + 1).then(|| TokenSpan::new(start, at))
}

/// Roles after a name that ends at `end`; `is_name` tells whether another name starts at a token.
pub(super) fn after(text: &Text<'_>, end: usize, hint: Option<Gender>, is_name: impl Fn(usize) -> bool) -> Vec<RoleMention> {
    let mut found = Vec::new();
    let mut at = end;
    let class = |n: usize| text.tokens.get(n).map(|t| t.class);
    let close = (class(at) == Some(Class::Open)).then(|| (at + 1..at + 1 + REACH).find(|&n| matches!(class(n), Some(Class::Close) | None))).flatten();
    if let Some(close) = close.filter(|&n| n < text.tokens.len()) {
        chain(text, at + 1, close, hint, &is_name, &mut found);
        at = close + 1;
    }
    // "X (58) aus Y ist …"
    if text.says(at, "aus") {
        at = (at + 1..at + 4).take_while(|&n| text.tokens.get(n).is_some_and(|t| t.is_capital() || text.says(n, "der"))).last().map_or(at, |n| n + 1);
    }
    let Some(token) = text.tokens.get(at) else { return found };
    let limit = text.sentences.get(text.sentence_of(at)).map_or(text.tokens.len(), |s| s.tokens.end()).min(at + 40);
    match token.class {
        Class::Comma | Class::Dash => chain(text, at + 1, limit, hint, &is_name, &mut found),
        Class::Symbol if matches!(text.word(at), "|" | "·" | "•") => chain(text, at + 1, limit, hint, &is_name, &mut found),
        Class::Word if text.says(at, "als") => chain(text, at + 1, limit, hint, &is_name, &mut found),
        Class::Word if token.gap >= Gap::Line && !name::wraps(text, at) && token.is_capital() => {
            // the line below the name in a list of contacts
            let line = (at + 1..text.tokens.len().min(at + 16)).find(|&n| text.tokens[n].gap >= Gap::Line).unwrap_or(text.tokens.len().min(at + 16));
            let unit = name::unit(text, at).map(|u| u.span).filter(|&u| is_role(text, u) && !is_name(u.end()));
            let listed = at > 0 && (line - at) < 12;
            if let Some(unit) = unit.filter(|_| listed && !ends_sentence(text, line)) {
                found.push(mention(text, unit, held_at(text, unit.end(), line), hint));
            }
        }
        Class::Word if token.is(Flags::AUXILIARY) && matches!(text.word(at), "ist" | "war" | "wird" | "wurde" | "bleibt") => {
            copula(text, at + 1, limit.min(at + 9), hint, &is_name, &mut found);
        }
        _ => {}
    }
    if found.len() < MOST {
        found.extend(office::relative(text, at));
    }
    found
}

fn ends_sentence(text: &Text<'_>, line: usize) -> bool {
    line > 0 && matches!(text.tokens[line - 1].class, Class::Stop | Class::Final)
}

/// Roles of an apposition: "seit 1. Januar Geschäftsführerin der X und Vorsitzende des Y".
fn chain(text: &Text<'_>, start: usize, limit: usize, hint: Option<Gender>, is_name: &impl Fn(usize) -> bool, found: &mut Vec<RoleMention>) {
    let mut at = start;
    let mut lead = 0;
    let mut articles = 0;
    while at < limit && lead < 9 && found.len() < MOST {
        let token = &text.tokens[at];
        if is_name(at) {
            return;
        }
        if let Some(span) = english(text, at) {
            found.push(english_mention(text, span, held_at(text, span.end(), limit)));
            return;
        }
        if let Some(unit) = name::unit(text, at).map(|u| u.span) {
            if is_role(text, unit) {
                let after = unit.end() + retired(text, unit.end());
                if is_name(unit.end()) || is_name(after) || name::titles(text, unit.end()).any && is_name(name::titles(text, unit.end()).end) {
                    return;
                }
                let org = held_at(text, after, limit);
                let parts = org.map_or(after, TokenSpan::end);
                if !closes(text, parts, limit) {
                    return;
                }
                found.push(mention(text, unit, org.map(|o| until_next_role(text, o)), hint));
                // a further role in the phrase: "… und Leiterin der Y"
                let next = (after..parts.max(after + 1).min(limit)).find(|&n| matches!(text.word(n), "und" | "sowie") && next_is_role(text, n + 1));
                match next {
                    Some(joined) => at = joined + 1,
                    None if parts < limit && text.tokens[parts].class == Class::Comma && next_is_role(text, parts + 1) => at = parts + 1,
                    None => return,
                }
                lead = 0;
                continue;
            }
            // "Leitung", a place, a month: only dates may stand before the role
            // "seit 19 Jahren Fahrer", "im Hauptberuf Lehrer"
            let span = matches!(text.word(at), "Jahren" | "Jahrzehnten" | "Monaten" | "Wochen") && at > start && !text.tokens[at - 1].is_capital();
            let by_trade = text.word(at).ends_with("beruf") || text.says(at, "Beruf");
            if !(span
                || by_trade
                || token.is(Flags::MONTH | Flags::NUMERAL)
                || value(text, at) == class::HONOUR
                || token.is(Flags::ADJECTIVE)
                || is_lower_like(text, at))
            {
                return;
            }
            at = unit.end();
            lead += 1;
            continue;
        }
        let goes_on = match token.class {
            // a second article or another preposition opens something else ("der 2016 den Preis der …")
            Class::Word if token.is(Flags::ARTICLE) && !text.says(at, "dem") => {
                articles += 1;
                articles == 1
            }
            Class::Word if token.is(Flags::PREPOSITION) => {
                matches!(text.word(at), "seit" | "ab" | "bis" | "als" | "von" | "zum") || text.says(at, "im") && text.word(at + 1).ends_with("beruf")
            }
            Class::Word if token.is(Flags::PERSONAL) || matches!(text.word(at), "sich" | "auch" | "nicht") => false,
            // "promovierte Chemikerin"
            Class::Word if token.is_lower() && name::unit(text, at + 1).is_some_and(|u| is_role(text, u.span) && text.is(at + 1, Flags::ROLE)) => true,
            Class::Word => {
                !token.is(Flags::FINITE)
                    || token.is(Flags::ADJECTIVE | Flags::ARTICLE | Flags::PREPOSITION | Flags::ADVERB | Flags::PARTICIPLE | Flags::PARTICLE | Flags::PRONOUN)
            }
            Class::Number => true,
            Class::Stop => at > start && text.tokens[at - 1].class == Class::Number,
            _ => false,
        };
        if !goes_on {
            return;
        }
        at += 1;
        lead += 1;
    }
}

/// Whether a phrase that goes on at a token ends without a verb: "…, Landwirtin aus Ulm, …", but not "…, Bürger müssten …".
fn closes(text: &Text<'_>, start: usize, limit: usize) -> bool {
    const OTHER: Flags = Flags::ADJECTIVE
        .union(Flags::ARTICLE)
        .union(Flags::PREPOSITION)
        .union(Flags::ADVERB)
        .union(Flags::PARTICIPLE)
        .union(Flags::CONJUNCTION)
        .union(Flags::PRONOUN);
    for at in start..limit.min(start + 14) {
        let token = &text.tokens[at];
        match token.class {
            Class::Word if token.gap >= Gap::Line && !name::wraps(text, at) => return true,
            Class::Word if token.is_lower() && token.is(Flags::FINITE) && (token.is(Flags::AUXILIARY | Flags::MODAL) || !token.is(OTHER)) => return false,
            Class::Comma | Class::Final | Class::Close | Class::Open | Class::Dash | Class::Semicolon | Class::Colon => return true,
            _ => {}
        }
    }
    true
}

/// A capitalised adjective ("Zweiter", "Parlamentarischer").
fn is_lower_like(text: &Text<'_>, at: usize) -> bool {
    value(text, at) == class::ROLE_ADJECTIVE || is_ordinal(text.word(at))
}

fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "Erste"
            | "Erster"
            | "Ersten"
            | "Erstem"
            | "Zweite"
            | "Zweiter"
            | "Zweiten"
            | "Zweitem"
            | "Dritte"
            | "Dritter"
            | "Dritten"
            | "Drittem"
            | "erste"
            | "erster"
            | "ersten"
            | "zweite"
            | "zweiter"
            | "zweiten"
            | "dritte"
            | "dritter"
            | "dritten"
    )
}

/// Whether a role noun stands at a token, behind at most three words in lower case.
fn next_is_role(text: &Text<'_>, start: usize) -> bool {
    (start..start + 4)
        .take_while(|&n| n == start || text.tokens.get(n - 1).is_some_and(|t| t.is_lower() && !t.is(Flags::PREPOSITION)))
        .any(|n| name::unit(text, n).is_some_and(|u| is_role(text, u.span)))
}

/// The phrase up to a coordinated role.
fn until_next_role(text: &Text<'_>, phrase: TokenSpan) -> TokenSpan {
    let end = phrase.range().skip(1).find(|&n| matches!(text.word(n), "und" | "sowie") && next_is_role(text, n + 1));
    TokenSpan::new(phrase.start(), end.unwrap_or(phrase.end()))
}

/// Whether a masculine noun's plural is its singular ("Schüler").
pub(super) fn keeps_plural(word: &str) -> bool {
    word.ends_with("er") || word.ends_with("el")
}

/// "X ist seit 2002 Vorsitzende der Y".
fn copula(text: &Text<'_>, start: usize, limit: usize, hint: Option<Gender>, is_name: &impl Fn(usize) -> bool, found: &mut Vec<RoleMention>) {
    for at in start..limit {
        let token = &text.tokens[at];
        if token.is_capital() {
            let Some(unit) = name::unit(text, at).map(|u| u.span) else { return };
            if is_role(text, unit) && !is_name(unit.end()) && text.is(unit.end() - 1, Flags::SINGULAR | Flags::ROLE) {
                found.push(mention(text, unit, held_at(text, unit.end(), limit + REACH), hint));
                return;
            }
            if !token.is(Flags::MONTH) {
                return;
            }
        } else if !matches!(token.class, Class::Word | Class::Number | Class::Stop) || token.is(Flags::PARTICIPLE) && !token.is(Flags::ADJECTIVE) {
            return;
        }
    }
}

/// The role at a unit: nominative, with the adjective that belongs to it, without an organisation in front.
pub(super) fn mention(text: &Text<'_>, unit: TokenSpan, held: Option<TokenSpan>, hint: Option<Gender>) -> RoleMention {
    let last = unit.end() - 1;
    let mut start = unit.start();
    // "IHK-Präsident": an organisation in front; "Bezirks-Imkerwart": part of the role
    let mut kept = unit.start();
    let mut front = None;
    if unit.len() > 1 {
        let first = &text.tokens[unit.start()];
        let party = matches!(text.word(unit.start()), "Grünen" | "Linken" | "Linke");
        let plain = !party && first.is(Flags::NOUN) && !first.is(Flags::ORGANISATION_HEAD | Flags::GENERIC_ORGANISATION);
        if matches!(first.shape, Shape::Upper | Shape::Mixed) || !plain {
            front = Some(TokenSpan::new(unit.start(), last - 1));
            kept = last;
        }
    }
    let mut adjective = None;
    if let Some(at) = start.checked_sub(1).filter(|&n| value(text, n) == class::ROLE_ADJECTIVE || is_ordinal(text.word(n))) {
        adjective = Some(at);
        start = at;
        if at > 0 && text.says(at - 1, "persönlich") {
            start = at - 1;
        }
    }
    let article = start.checked_sub(1).map_or("", |n| text.word(n));
    let (noun, gender) = nominative(text, last, article, hint);
    let mut role = String::new();
    if let Some(at) = adjective {
        if start < at {
            role.push_str("persönlich ");
        }
        let stem = text.word(at).trim_end_matches(['e', 'n', 'r', 'm', 's']);
        let stem = if text.word(at).ends_with("erer") { &text.word(at)[..text.word(at).len() - 2] } else { stem };
        role.push_str(stem);
        role.push_str(if gender == Some(Gender::Female) { "e " } else { "er " });
    }
    if kept < last {
        role.push_str(text.slice(TokenSpan::new(kept, last)));
    }
    role.push_str(&noun);
    let tail = retired(text, unit.end());
    let span = TokenSpan::new(start, unit.end() + tail);
    if tail > 0 {
        role.push(' ');
        role.push_str(text.slice(TokenSpan::new(unit.end(), unit.end() + tail)));
    }
    RoleMention { span, role, gender, organisation: held.or(front) }
}
