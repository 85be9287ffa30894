//! Noun phrases that can name a speaker.

use super::unit::{Scope, What};
use crate::analysis::Gender;
use crate::extract::person::noun::has_role_ending;
use crate::german::{adjective, article};
use crate::lexicon::{Flags, class};
use crate::text::scan::{Class, Shape};

/// What a noun phrase is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// A person by name: index of the mention.
    Person(usize),
    /// An organisation by name: index of the mention.
    Organisation(usize),
    /// A role without a name: token of the noun.
    Role(usize),
    /// "die Stadt": token of the noun.
    Generic(usize),
    /// "Beobachter", "die Opposition": token of the noun for people who stay unnamed.
    Group(usize),
    /// "er", "sie"
    Pronoun(Gender),
    /// Any other noun.
    Noun(usize),
}

/// A noun phrase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Phrase {
    /// First item (the article).
    pub from: usize,
    /// Item after the last that belongs to the name or noun.
    pub to: usize,
    /// Item after all attributes.
    pub end: usize,
    /// What it is about.
    pub head: Head,
    /// Whether it cannot be a subject.
    pub oblique: bool,
    /// "ein", "eine": somebody who stays unnamed.
    pub indefinite: bool,
}

impl Phrase {
    /// Whether it names somebody who can speak.
    pub fn speaks(&self) -> bool {
        !matches!(self.head, Head::Noun(_))
    }
}

/// Longest noun phrase, in items.
const LONGEST: usize = 28;

const MODIFIER: Flags = Flags::ADJECTIVE.union(Flags::PARTICIPLE).union(Flags::PRESENT_PARTICIPLE).union(Flags::NUMERAL).union(Flags::ADVERB);

/// The noun phrase that starts at an item and ends before `to`.
pub fn at(scope: &Scope<'_>, from: usize, to: usize) -> Option<Phrase> {
    let to = to.min(from + LONGEST).min(scope.len());
    if from >= to {
        return None;
    }
    if let Some(gender) = pronoun(scope, from) {
        return Some(Phrase { from, to: from + 1, end: from + 1, head: Head::Pronoun(gender), oblique: false, indefinite: false });
    }
    // "Einer der Helfer": somebody who stays unnamed
    if scope.says(from, &["Einer", "Eine", "einer", "eine", "Eines", "eines"]) && scope.says(from + 1, &["der"]) {
        let group = at_article(scope, from + 1, to)?;
        let token = scope.first(group.to.saturating_sub(1));
        return Some(Phrase { from, head: Head::Role(token), oblique: false, indefinite: true, ..group });
    }
    at_article(scope, from, to)
}

/// The noun phrase from its article on.
fn at_article(scope: &Scope<'_>, from: usize, to: usize) -> Option<Phrase> {
    let article = scope.word(from);
    // "dessen Vorsitzender X": as good as an article
    let owner = scope.says(from, &["Dessen", "Deren", "dessen", "deren"]);
    let has_article =
        owner || scope.is(from, Flags::ARTICLE) && !scope.capital(from) || scope.is(from, Flags::ARTICLE) && scope.text.starts_sentence(scope.first(from));
    let mut i = if has_article { modifiers(scope, from + 1, to) } else { modifiers_bare(scope, from, to) };
    if i < to
        && let Some(organisation) = quoted_name(scope, i)
    {
        return Some(Phrase { from, to: i + 1, end: i + 1, head: Head::Organisation(organisation), oblique: false, indefinite: false });
    }
    let opens_name =
        scope.token(i).is_some() && (scope.register.person_at(scope.first(i)).is_some() || scope.register.organisation_at(scope.first(i)).is_some());
    // "der 48-jährige freut sich": whoever was just named
    let aged = i > from && scope.says(i - 1, &["jährige", "Jährige"]) && !scope.capital(i) && !opens_name;
    if let Some(gender) = article::of_nominative(article).filter(|_| aged) {
        return Some(Phrase { from, to: i, end: i, head: Head::Pronoun(gender), oblique: false, indefinite: false });
    }
    // "verdi-Chef"
    let acronym = scope.lower(i) && scope.class(i + 1) == Some(Class::Hyphen) && scope.is(i + 2, Flags::ROLE) && scope.capital(i + 2);
    if i >= to || !(scope.capital(i) || opens_name || acronym) {
        return None;
    }
    if acronym {
        i += 2;
    }
    // "In der Begründung …": a capital at the start of a sentence makes no noun
    if i == from && !opens_name && !has_article && scope.text.starts_sentence(scope.first(i)) {
        let word = scope.is(i, Flags::WORD) && !scope.is(i, Flags::NOUN | Flags::ROLE | Flags::SURNAME | Flags::GIVEN);
        if word || scope.is(i, Flags::PREPOSITION | Flags::SUBJUNCTION | Flags::CONJUNCTION | Flags::INTERROGATIVE) {
            return None;
        }
    }
    let head_from = i;
    let mut head: Option<Head> = None;
    let mut core = i;
    while i < to {
        let token = scope.first(i);
        if scope.token(i).is_none() {
            // "(SPD)" after a name, a quoted name after its noun
            if i + 1 < to && head.is_some() && (scope.capital(i + 1) || scope.quote(i).is_some()) && !matches!(head, Some(Head::Person(_))) {
                i += 1;
                continue;
            }
            break;
        }
        if let Some(person) = scope.register.person_at(token) {
            let end = scope.register.mentions.persons[person].span.end();
            let opens = i == head_from;
            // "die Äußerungen Meiers": the name belongs to the noun
            if matches!(head, Some(Head::Noun(noun)) if scope.text.is(noun, Flags::SPEECH_NOUN)) && has_article {
                break;
            }
            i = scope.item_from(i, end.saturating_sub(1)) + 1;
            // "Meiers Einsatz": so does a name in the genitive before it
            let genitive = scope.word(i - 1).ends_with(['s', '’'])
                && scope.capital(i)
                && scope.is(i, Flags::NOUN)
                && !scope.is(i, Flags::ROLE | Flags::WEEKDAY | Flags::MONTH);
            if opens && genitive && scope.token(i).is_some_and(|t| !t.is_glued()) && scope.register.person_at(scope.first(i)).is_none() {
                continue;
            }
            if scope.class(i) == Some(Class::Hyphen) {
                i += 1;
                continue;
            }
            head = Some(Head::Person(person));
            core = i;
            break;
        }
        if let Some(organisation) = scope.register.organisation_at(token) {
            let end = scope.register.mentions.organisations[organisation].span.end();
            let first = i == head_from;
            i = scope.item_from(i, end.saturating_sub(1)) + 1;
            if scope.class(i) == Some(Class::Hyphen) && scope.token(i).is_some_and(|t| t.is_glued()) {
                i += 1;
                continue;
            }
            if first || matches!(head, None | Some(Head::Generic(_) | Head::Group(_) | Head::Noun(_))) {
                head = Some(Head::Organisation(organisation));
            }
            core = i;
            continue;
        }
        if scope.capital(i) {
            if i > head_from && scope.is(i, Flags::WEEKDAY | Flags::MONTH) {
                break;
            }
            head = Some(noun_head(scope, i, head));
            i += 1;
            core = i;
            continue;
        }
        match scope.class(i) {
            _ if matches!(scope.word(i), "i" | "a" | "h")
                && matches!(head, Some(Head::Role(_)))
                && scope.class(i + 1) == Some(Class::Stop)
                && scope.class(i + 3) == Some(Class::Stop) =>
            {
                i += 4; // "Pfarrer i. R.", "Minister a. D."
            }
            Some(Class::Hyphen | Class::Slash) if i + 1 < to => i += 1,
            Some(Class::Symbol) if matches!(scope.word(i), "&" | "+") => i += 1,
            Some(Class::Stop) if i + 1 < to && scope.is(i - 1, Flags::TITLE | Flags::ABBREVIATION | Flags::ABBREVIATION_END) => i += 1,
            Some(Class::Number) if i > head_from && matches!(head, Some(Head::Noun(_))) => i += 1,
            _ => break,
        }
    }
    let mut head = head?;
    if let Head::Noun(token) | Head::Role(token) = head {
        // "der 48-Jährige" is whoever was just named
        let aged = matches!(scope.text.word(token), "Jährige" | "jährige");
        head = article::of_nominative(article).filter(|_| aged).map_or(head, Head::Pronoun);
    }
    let end = i.max(core);
    let oblique = is_oblique(scope, article, has_article, head);
    let indefinite = matches!(article, "ein" | "eine" | "Ein" | "Eine" | "mehrere" | "viele" | "einige" | "einer");
    let mut phrase = Phrase { from, to: core, end, head, oblique, indefinite };
    if !matches!(head, Head::Person(_) | Head::Pronoun(_)) {
        attributes(scope, &mut phrase, to);
    }
    Some(phrase)
}

/// The organisation whose name an item in quotation marks is ("die „Neue Rundschau“").
fn quoted_name(scope: &Scope<'_>, i: usize) -> Option<usize> {
    let inner = scope.text.quotations.get(scope.quote(i)?)?.inner();
    let organisation = scope.register.organisation_at(inner.start())?;
    scope.register.mentions.organisations[organisation].span.contains(inner).then_some(organisation)
}

/// "er" or "sie" as a subject; "dieser" and "diese" where no noun follows.
fn pronoun(scope: &Scope<'_>, i: usize) -> Option<Gender> {
    let alone = || {
        let next = modifiers(scope, i + 1, scope.len());
        !scope.capital(next)
            && (scope.finite(i + 1) || scope.is_break(i + 1) || i > 0 && scope.finite(i - 1))
            && scope.items.get(next).is_none_or(|item| item.what == What::Token)
    };
    match scope.word(i) {
        "er" | "Er" => Some(Gender::Male),
        "Dieser" | "dieser" if alone() => Some(Gender::Male),
        "Diese" | "diese" if alone() => Some(Gender::Female),
        "sie" => Some(Gender::Female),
        "Sie" if scope.text.starts_sentence(scope.first(i)) => Some(Gender::Female),
        _ => None,
    }
}

fn noun_head(scope: &Scope<'_>, i: usize, so_far: Option<Head>) -> Head {
    let token = scope.first(i);
    // "die Geehrte": a participle as a noun is somebody
    let nominal = i > 0 && scope.is(i - 1, Flags::ARTICLE) && !scope.is(i, Flags::NOUN) && is_participle(scope, i);
    // "eine Passantin", "Autorinnen": a noun for a man with the ending for a woman
    let woman = (i > 0 && scope.says(i - 1, &["eine", "Eine", "die", "Die"]) || scope.word(i).ends_with("innen"))
        && ["in", "innen"]
            .iter()
            .find_map(|ending| scope.word(i).strip_suffix(ending))
            .is_some_and(|man| man.len() > 3 && scope.text.lexicon.flags(man).intersects(Flags::NOUN));
    if scope.is(i, Flags::ROLE) || nominal || woman || has_feminine(scope, i) || has_role_ending(scope.text, token) {
        return Head::Role(token);
    }
    match so_far {
        Some(head @ (Head::Role(_) | Head::Organisation(_) | Head::Generic(_) | Head::Group(_))) => head,
        _ if scope.is(i, Flags::GENERIC_ORGANISATION | Flags::COUNTRY) => Head::Generic(token),
        _ if is_group(scope, i) => Head::Group(token),
        Some(head) if !scope.is(i, Flags::NOUN) => head,
        _ => Head::Noun(token),
    }
}

/// Whether the noun, or a compound's last part, means people who are quoted as a group.
fn is_group(scope: &Scope<'_>, i: usize) -> bool {
    scope.token(i).is_some_and(|token| scope.text.lexicon.word(token.word).class == class::GROUP)
}

/// "Besitzer", "Anwohnern": a noun beside which there is one for women is a noun for persons.
fn has_feminine(scope: &Scope<'_>, i: usize) -> bool {
    let token = scope.token(i).filter(|t| t.is(Flags::MASCULINE) && t.is(Flags::NOUN) && !t.is(Flags::ORGANISATION_HEAD));
    let word = scope.word(i);
    token.is_some()
        && ["", "s", "n", "en"].iter().filter_map(|ending| word.strip_suffix(ending)).any(|man| {
            let woman = scope.text.lexicon.flags(&format!("{man}in"));
            man.len() > 3 && woman.contains(Flags::NOUN | Flags::FEMININE) && !woman.contains(Flags::COMPOUND | Flags::MASCULINE)
        })
}

/// Whether a word is a participle or an adjective, as it stands or without its ending.
fn is_participle(scope: &Scope<'_>, i: usize) -> bool {
    const EITHER: Flags = Flags::PARTICIPLE.union(Flags::ADJECTIVE).union(Flags::PRESENT_PARTICIPLE);
    let word = scope.word(i);
    let stem = ["e", "er", "en"].iter().find_map(|ending| word.strip_suffix(ending));
    scope.is(i, EITHER) || stem.is_some_and(|stem| scope.text.lexicon.flags(stem).intersects(EITHER))
}

/// Adjectives and numbers after an article.
fn modifiers(scope: &Scope<'_>, from: usize, to: usize) -> usize {
    let mut i = from;
    while i < to && i < from + 8 {
        let Some(token) = scope.token(i) else { break };
        let is_modifier = token.is_lower()
            && !token.is(Flags::PREPOSITION | Flags::CONJUNCTION | Flags::SUBJUNCTION)
            && (token.is(MODIFIER) || adjective::has_ending(scope.word(i)))
            || token.class == Class::Number
            || token.class == Class::Stop && i > from && scope.class(i - 1) == Some(Class::Number)
            || token.class == Class::Hyphen
            || matches!(token.class, Class::Comma)
                && i > from
                && scope.lower(i - 1)
                && scope.lower(i + 1)
                && adjective::has_ending(scope.word(i + 1))
                && !scope.finite(i + 1)
            // "ein nicht genannter Vertreter"
            || scope.says(i, &["nicht", "namentlich", "bisher"]) && scope.lower(i + 1) && adjective::has_ending(scope.word(i + 1))
            || token.is_lower() && matches!(scope.word(i), "und" | "stellv") && i > from && scope.lower(i + 1) && adjective::has_ending(scope.word(i + 1));
        if !is_modifier || token.is_lower() && token.is(Flags::AUXILIARY | Flags::MODAL) {
            break;
        }
        i += 1;
    }
    i
}

/// Adjectives without an article before them ("kaufmännische Leiterin", "grüne Abgeordnete").
fn modifiers_bare(scope: &Scope<'_>, from: usize, to: usize) -> usize {
    let mut i = from;
    while i < to
        && i < from + 3
        && scope.lower(i)
        && !scope.finite(i)
        && !scope.is(i, Flags::PREPOSITION | Flags::CONJUNCTION | Flags::ADVERB | Flags::PARTICLE)
        && adjective::has_ending(scope.word(i))
    {
        i += 1;
    }
    i
}

/// Whether article and noun cannot be a nominative.
fn is_oblique(scope: &Scope<'_>, article: &str, has_article: bool, head: Head) -> bool {
    if !has_article || matches!(article, "Dessen" | "Deren" | "dessen" | "deren") {
        return false;
    }
    let token = match head {
        // "der Bundesregierung": the gender is that of the name's noun
        Head::Organisation(mention) => scope.register.mentions.organisations.get(mention).map(|m| m.span.start()).filter(|&t| scope.text.is(t, Flags::NOUN)),
        Head::Role(token) | Head::Generic(token) | Head::Group(token) | Head::Noun(token) => Some(token),
        _ => None,
    };
    let flags = token.and_then(|t| scope.text.tokens.get(t)).map_or(Flags::empty(), |t| t.flags);
    match article {
        "der" | "Der" | "dieser" | "ihrer" | "seiner" => {
            if flags.intersects(Flags::ROLE) {
                flags.contains(Flags::ROLE_FEMALE) && !flags.contains(Flags::ROLE_MALE)
            } else {
                flags.contains(Flags::FEMININE) && !flags.intersects(Flags::MASCULINE)
            }
        }
        _ => {
            let lower = article.strip_prefix(|c: char| c.is_uppercase()).unwrap_or(article);
            lower.ends_with("em")
                || lower.ends_with("en") && !matches!(article, "keinen")
                || matches!(lower, "es" | "des" | "eines" | "ihres" | "seines") && article.len() > 2 && !matches!(article, "dieses" | "Dieses")
        }
    }
}

/// Reads on over genitives, prepositional attributes and an apposition, where a role's name may follow.
fn attributes(scope: &Scope<'_>, phrase: &mut Phrase, to: usize) {
    let role = matches!(phrase.head, Head::Role(_));
    let mut i = phrase.end;
    for _ in 0..5 {
        let joins_role = role && scope.says(i, &["und", "sowie", "/"]) && scope.is(i + 1, Flags::ROLE) && scope.capital(i + 1);
        let attribute = scope.is(i, Flags::ARTICLE)
            && scope.says(i, &["des", "der", "eines", "einer", "ihres", "seines", "ihrer", "seiner", "dieser", "dieses", "unserer", "unseres"]);
        let preposition = scope.lower(i)
            && scope.is(i, Flags::PREPOSITION)
            && !scope.says(i, &["zu", "laut", "zufolge", "mit", "gegenüber", "an", "auf", "vor", "nach", "über", "durch", "ohne"]);
        if !(joins_role || attribute || preposition) || i >= to {
            break;
        }
        let mut j = i + 1;
        if preposition && scope.is(j, Flags::ARTICLE) {
            j += 1;
        }
        j = modifiers(scope, j, to);
        let opens = j;
        while j < to
            && (scope.capital(j)
                || matches!(scope.class(j), Some(Class::Hyphen | Class::Slash))
                // "des St.-Anna-Spitals"
                || scope.class(j) == Some(Class::Stop) && j > opens && scope.class(j + 1) == Some(Class::Hyphen)
                || scope.class(j) == Some(Class::Symbol) && scope.says(j, &["&", "+"])
                || scope.quote(j).is_some()
                || scope.token(j).is_some() && scope.register.organisation_at(scope.first(j)).is_some()
                || j > opens && scope.says(j, &["und"]) && scope.capital(j + 1) && scope.class(j - 1) == Some(Class::Hyphen)
                || scope.class(j) == Some(Class::Number))
        {
            if let Some(person) = scope.token(j).and_then(|_| scope.register.person_at(scope.first(j))) {
                // "die Sprecherin des Ministers Max Meier": the name belongs to the attribute
                let own = !joins_role && (j == opens || scope.is(j - 1, Flags::ROLE) && j == opens + 1);
                if own || !role {
                    phrase.end = i;
                    return;
                }
                let end = scope.register.mentions.persons[person].span.end();
                let after = scope.item_from(j, end.saturating_sub(1)) + 1;
                phrase.head = Head::Person(person);
                phrase.to = after;
                phrase.end = after;
                return;
            }
            j += 1;
        }
        if j == opens {
            break;
        }
        i = j;
        phrase.end = i;
        if joins_role {
            phrase.to = i;
        }
    }
    // "der Vorsitzende des Vereins, Pater Max Meier,"
    let apposed = || {
        let name = if scope.capital(i + 1) && scope.is(i + 1, Flags::ROLE | Flags::TITLE) { i + 2 } else { i + 1 };
        let name = if scope.token(i + 1).is_some() && scope.register.person_at(scope.first(i + 1)).is_some() { i + 1 } else { name };
        let person = scope.token(name).and_then(|_| scope.register.person_at(scope.first(name)))?;
        let end = scope.register.mentions.persons[person].span.end();
        Some((person, scope.item_from(name, end.saturating_sub(1)) + 1))
    };
    if scope.class(i) == Some(Class::Comma)
        && i + 1 < to
        && (role || matches!(phrase.head, Head::Noun(_)) && scope.is(phrase.from, Flags::ARTICLE))
        && let Some((person, end)) = apposed().filter(|&(_, end)| role || scope.class(end) == Some(Class::Comma) && scope.finite(end + 1))
    {
        phrase.head = Head::Person(person);
        phrase.end = end;
        phrase.to = end;
    }
}

/// The first noun phrase from an item on that can be a subject and speaks; adverbs, "sich", prepositional phrases and
/// objects before it are read over. Without one, the first other noun phrase that can be a subject.
pub fn find(scope: &Scope<'_>, from: usize, to: usize) -> Option<Phrase> {
    let mut other: Option<Phrase> = None;
    let mut i = from;
    let to = to.min(from + 40);
    while i < to {
        if matches!(scope.class(i), Some(Class::Comma | Class::Colon | Class::Semicolon | Class::Dash | Class::Final)) {
            // an inserted clause or an apposition may stand before the subject, but it is rare: stop at the first break
            break;
        }
        if scope.is(i, Flags::PREPOSITION) && scope.lower(i) && !scope.says(i, &["zu"]) {
            i = over_preposition(scope, i + 1, to);
            continue;
        }
        match at(scope, i, to) {
            Some(phrase) if phrase.speaks() && !phrase.oblique => return Some(phrase),
            Some(phrase) => {
                if other.is_none() && !phrase.oblique && !scope.is(phrase.from, Flags::WEEKDAY) {
                    other = Some(phrase);
                }
                i = phrase.end.max(i + 1);
            }
            None => i += 1,
        }
    }
    other
}

/// The item after a prepositional phrase.
fn over_preposition(scope: &Scope<'_>, from: usize, to: usize) -> usize {
    let mut i = from;
    if scope.is(i, Flags::ARTICLE) {
        i += 1;
    }
    i = modifiers(scope, i, to);
    let opens = i;
    while i < to {
        let capital = scope.capital(i);
        if !(capital
            || matches!(scope.class(i), Some(Class::Hyphen | Class::Number | Class::Slash))
            || scope.class(i) == Some(Class::Stop) && scope.class(i - 1) == Some(Class::Number)
            || scope.quote(i).is_some())
        {
            break;
        }
        let begins_subject = i > opens
            && scope.token(i).is_some()
            && !scope.token(i).is_some_and(|t| t.is_glued())
            && (scope.is(i, Flags::ROLE) && !(scope.token(i - 1).is_some_and(|t| t.shape == Shape::None))
                || scope.register.person_at(scope.first(i)).is_some()
                    && !scope.is(i - 1, Flags::ROLE)
                    && scope.register.person_at(scope.first(i - 1)).is_none());
        if begins_subject {
            break;
        }
        i += 1;
    }
    // genitives of the phrase, unless a role begins a new one
    let genitive = scope.says(i, &["des", "eines", "ihres", "seines"])
        || scope.says(i, &["der", "einer", "ihrer", "seiner"])
            && !scope.is(i - 1, Flags::WEEKDAY | Flags::MONTH | Flags::PLACE)
            && !role_follows(scope, i + 1, to);
    if genitive && i > opens {
        return over_preposition(scope, i, to);
    }
    i.max(from)
}

fn role_follows(scope: &Scope<'_>, from: usize, to: usize) -> bool {
    let i = modifiers(scope, from, to);
    scope.capital(i) && scope.is(i, Flags::ROLE_MALE) && !scope.is(i, Flags::ROLE_FEMALE)
}
