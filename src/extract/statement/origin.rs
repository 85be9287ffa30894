//! Sources behind prepositions: "laut X", "nach Angaben von X", "X zufolge", "aus Sicht von X".

use super::cue;
use super::noun::{self, Head, Phrase};
use super::source::{Source, over_apposition};
use super::speaker;
use super::unit::{Scope, What};
use crate::analysis::{Gender, Speaker, Via};
use crate::german::article;
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// Laut X …
pub static LAUT: Rule = Rule {
    name: "indirect/laut",
    finds: Finds::Statement,
    confidence: 0.9,
    reason: "\"laut\" and somebody who can speak attribute the sentence.",
    yes: &[
        "Laut Petra Seifert [[steigt die Nachfrage]]. => Petra Seifert",
        "[[Die Nachfrage steigt]] laut Geschäftsführer Jonas Hiller [[seit Mai]]. => Jonas Hiller",
        "Laut Bürgermeisterin Petra Seifert [[wird die Halle umgebaut]]. => Petra Seifert",
    ],
    no: &["Laut einer Umfrage steigt die Nachfrage.", "Jonas Hiller dachte laut über einen Umbau nach."],
};

/// Nach Angaben von X …
pub static ANGABEN: Rule = Rule {
    name: "indirect/nach-angaben",
    finds: Finds::Statement,
    confidence: 0.85,
    reason: "\"nach\" and a noun of saying with its owner attribute the sentence.",
    yes: &[
        "Nach Angaben von Petra Seifert [[steigt die Nachfrage]]. => Petra Seifert",
        "[[Die Nachfrage ist]] nach Einschätzung von Jonas Hiller [[gestiegen]]. => Jonas Hiller",
        "Nach den Worten von Jonas Hiller [[wird die Halle umgebaut]]. => Jonas Hiller",
    ],
    no: &["Nach Abschluss der Arbeiten wird die Halle eröffnet.", "Nach der Rede von Petra Seifert spielte die Kapelle."],
};

/// X zufolge …
pub static ZUFOLGE: Rule = Rule {
    name: "indirect/zufolge",
    finds: Finds::Statement,
    confidence: 0.82,
    reason: "\"zufolge\" behind somebody who can speak attributes the sentence.",
    yes: &[
        "Petra Seifert zufolge [[steigt die Nachfrage]]. => Petra Seifert",
        "Geschäftsführer Jonas Hiller zufolge [[wird die Halle umgebaut]]. => Jonas Hiller",
        "[[Die Nachfrage ist]] Petra Seifert zufolge [[gestiegen]]. => Petra Seifert",
    ],
    no: &["Schätzungen zufolge steigt die Nachfrage.", "Einer Studie zufolge steigt die Nachfrage."],
};

/// Nouns of saying that name a source although nobody is named beside them ("ersten Angaben zufolge", "laut Polizeibericht").
const REPORTS: [&str; 12] =
    ["angabe", "aussage", "bericht", "meldung", "mitteilung", "information", "auskunft", "auskünfte", "nachricht", "schilderung", "gerücht", "erklärung"];

/// Nouns of opinion, which need a holder, be it inside the word ("Expertenmeinung").
const OPINIONS: [&str; 4] = ["meinung", "ansicht", "auffassung", "einschätzung"];

/// "laut X", "laut Angaben der Stadt", "laut Medienberichten"
pub fn laut(scope: &Scope<'_>, i: usize, to: usize, known: &[Speaker]) -> Option<Source> {
    let (speakers, end) = source_at(scope, i + 1, to, known)?;
    let end = over_apposition(scope, end, to);
    Some(Source { range: (i, end), speakers, cue: cue::plain(scope, (i, i + 1)), rule: &LAUT })
}

/// Who is named as a source by the words that start at an item, and the item behind them.
fn source_at(scope: &Scope<'_>, i: usize, to: usize, known: &[Speaker]) -> Option<(Vec<Speaker>, usize)> {
    if let Some(named) = by_title(scope, i, to) {
        return Some(named);
    }
    if let Some((gender, noun)) = possessed(scope, i, to) {
        return Some((vec![speaker::of(scope, &pronoun(i, gender), known)], noun + 1));
    }
    owner(scope, &noun::at(scope, i, to)?, to, known)
}

/// "laut „Morgenblatt“", "laut dem Magazin „Wiese“", "laut example.org": a name in quotation marks or an address.
fn by_title(scope: &Scope<'_>, from: usize, to: usize) -> Option<(Vec<Speaker>, usize)> {
    let mut i = from;
    while i < to.min(from + 5) && (scope.is(i, Flags::ARTICLE | Flags::ADJECTIVE) || scope.capital(i) && scope.is(i, Flags::NONSPEECH_NOUN)) {
        i += 1;
    }
    let address = scope.class(i) == Some(Class::Address);
    let inner = scope.quote(i).map(|quote| scope.text.quotations[quote].inner());
    let title = inner.is_some_and(|inner| inner.len() <= 6 && scope.text.tokens.get(inner.start()).is_some_and(|t| t.class == Class::Word && !t.is_lower()));
    if i >= to || !(address || title) {
        return None;
    }
    let entity = inner.and_then(|inner| scope.register.organisation_at(inner.start())).and_then(|n| scope.register.organisation_of.get(n));
    let entity = entity.map(|&id| crate::analysis::Entity::Organisation(id));
    Some((vec![Speaker { entity, span: Some(scope.bytes(from, i + 1)), via: Via::Organisation }], i + 1))
}

/// "ihren Angaben", "dessen Einschätzung": whose words they are, and the noun.
fn possessed(scope: &Scope<'_>, i: usize, to: usize) -> Option<(Gender, usize)> {
    let gender = match scope.word(i) {
        "dessen" => Gender::Male,
        "deren" => Gender::Female,
        word => article::possessor(word)?,
    };
    let noun = (i + 1..to.min(i + 4)).find(|&j| scope.capital(j)).filter(|&j| scope.is(j, Flags::SPEECH_NOUN))?;
    (i + 1..noun).all(|j| scope.lower(j)).then_some((gender, noun))
}

fn pronoun(i: usize, gender: Gender) -> Phrase {
    Phrase { from: i, to: i + 1, end: i + 1, head: Head::Pronoun(gender), oblique: true, indefinite: false }
}

fn ends_like(word: &str, nouns: &[&str]) -> bool {
    let lower = word.to_lowercase();
    let bare = ["en", "n", "es", "s", "e"].iter().find_map(|ending| lower.strip_suffix(ending).filter(|bare| nouns.iter().any(|noun| bare.ends_with(noun))));
    nouns.iter().any(|noun| lower.ends_with(noun)) || bare.is_some()
}

/// Whoever a phrase names as a source: itself when it can speak, or the owner of a noun of saying ("Mitteilung der Stadt"),
/// or a report by nobody in particular.
fn owner(scope: &Scope<'_>, phrase: &Phrase, to: usize, known: &[Speaker]) -> Option<(Vec<Speaker>, usize)> {
    let itself = || Some((vec![speaker::of(scope, phrase, known)], phrase.end));
    let Head::Noun(token) = phrase.head else {
        return itself();
    };
    if !scope.text.is(token, Flags::NOUN) && !scope.is(phrase.from, Flags::ARTICLE) {
        // a name that no list knows
        return itself();
    }
    if !scope.text.is(token, Flags::SPEECH_NOUN) {
        return None;
    }
    // "Polizei-Angaben": the owner is the first part of the compound
    let compound = (phrase.from..phrase.to).filter(|&i| scope.token(i).is_some()).find_map(|i| scope.register.organisation_at(scope.first(i)));
    if let Some(organisation) = compound {
        let owner = Phrase { head: Head::Organisation(organisation), ..*phrase };
        return Some((vec![speaker::of(scope, &owner, known)], phrase.end));
    }
    let after = scope.item_from(phrase.from, token) + 1;
    if let Some((owner, end)) = genitive(scope, after, to) {
        return Some((vec![speaker::of(scope, &owner, known)], end));
    }
    is_report(scope, token).then(|| (vec![anonymous(scope, phrase.from, after)], after))
}

/// Whether a noun of saying names a source by itself.
fn is_report(scope: &Scope<'_>, token: usize) -> bool {
    let word = scope.text.word(token);
    let compound = || scope.text.tokens.get(token).is_some_and(|t| t.span.len() > 12);
    ends_like(word, &REPORTS) || compound() && ends_like(word, &OPINIONS) && word.chars().count() > 12
}

/// A source that names nobody: the words themselves.
fn anonymous(scope: &Scope<'_>, from: usize, to: usize) -> Speaker {
    Speaker { entity: None, span: Some(scope.bytes(from, to)), via: Via::Role }
}

/// The owner behind a noun of saying: "der Stadt", "von X", "Meiers", "politischer Beobachter", "Österreichs".
pub fn genitive(scope: &Scope<'_>, i: usize, to: usize) -> Option<(Phrase, usize)> {
    let from = if scope.says(i, &["von", "vom", "seitens", "durch", "aus"]) { i + 1 } else { i };
    let bare = |i: usize| {
        let noun = (i..to.min(i + 3)).find(|&j| scope.capital(j)).filter(|&j| (i..j).all(|k| scope.lower(k) && scope.word(k).ends_with("er")));
        noun.is_some_and(|j| j > i && noun::at(scope, j, to).is_some_and(|p| p.speaks()))
    };
    let opens = from > i
        || article::is_genitive(scope.word(i))
        || scope.register.person_at(scope.first(i)).is_some()
        || scope.is(i, Flags::ROLE)
        || scope.is(i, Flags::COUNTRY) && scope.word(i).ends_with('s')
        || bare(i);
    if !opens {
        return None;
    }
    let phrase = noun::at(scope, from, to).filter(|p| p.speaks() || p.indefinite || scope.is(from, Flags::ARTICLE))?;
    Some((phrase, phrase.end))
}

/// "nach Angaben von X", "nach ihrer Auskunft", "nach Meiers Meinung", "nach Polizeiangaben", "nach ersten Berichten"
pub fn nach(scope: &Scope<'_>, i: usize, (from, to): (usize, usize), known: &[Speaker]) -> Option<Source> {
    let own = scope.says(i + 1, &["eigenen", "eigenem", "eigener", "eigene"]);
    let mut at = i + 1;
    while at < i + 4 && scope.lower(at) && !scope.finite(at) {
        at += 1;
    }
    // "nach Meiers Meinung"
    let holder = scope.token(at).and_then(|_| scope.register.person_at(scope.first(at))).map(|person| {
        let end = scope.item_from(at, scope.register.mentions.persons[person].span.end().saturating_sub(1)) + 1;
        Phrase { from: at, to: end, end, head: Head::Person(person), oblique: true, indefinite: false }
    });
    let holder = holder.filter(|p| p.to < to && scope.capital(p.to) && !scope.is(p.to, Flags::ROLE) && scope.word(p.to - 1).ends_with(['s', '’', '\'']));
    // "nach DRK-Angaben"
    let front = (scope.class(at + 1) == Some(Class::Hyphen) && scope.is(at + 2, Flags::SPEECH_NOUN)).then_some(at);
    let noun = holder.map_or(front.map_or(at, |at| at + 2), |p| p.to);
    let word = scope.word(noun);
    let report = ends_like(word, &REPORTS) && scope.is(noun, Flags::SPEECH_NOUN);
    let said = scope.text.lexicon.source_nouns.after_nach.contains(word)
        || report && word.ends_with('n')
        || is_report(scope, scope.first(noun)) && word.ends_with("meinung");
    if noun >= to || !scope.capital(noun) || !said {
        return None;
    }
    let found = |speakers: Vec<Speaker>, end: usize, cue: usize| {
        let end = over_apposition(scope, end, to);
        Some(Source { range: (i, end), speakers, cue: cue::plain(scope, (i, cue)), rule: &ANGABEN })
    };
    if let Some(holder) = holder {
        return found(vec![speaker::of(scope, &holder, known)], noun + 1, i + 1);
    }
    if let Some(front) = front {
        let organisation = scope.token(front).and_then(|_| scope.register.organisation_at(scope.first(front)));
        let speaker = organisation.map_or_else(
            || anonymous(scope, front, front + 1),
            |id| {
                speaker::of(
                    scope,
                    &Phrase { from: front, to: front + 1, end: front + 1, head: Head::Organisation(id), oblique: true, indefinite: false },
                    known,
                )
            },
        );
        return found(vec![speaker], noun + 1, noun + 1);
    }
    if own {
        // the subject of the sentence speaks of itself
        let finite = (from..to).find(|&j| scope.finite(j))?;
        let phrases = speaker::subject(scope, (if from == i { at + 1 } else { from }, to), finite, scope.plural(finite));
        let speaking: Vec<Phrase> = phrases.into_iter().filter(Phrase::speaks).collect();
        let speakers = if speaking.is_empty() { known.to_vec() } else { speaker::all(scope, &speaking, known) };
        return Some(Source { range: (i, at + 1), speakers, cue: cue::plain(scope, (i, at + 1)), rule: &ANGABEN });
    }
    if let Some((gender, noun)) = possessed(scope, i + 1, to) {
        return Some(Source {
            range: (i, noun + 1),
            speakers: vec![speaker::of(scope, &pronoun(i + 1, gender), known)],
            cue: cue::plain(scope, (i, noun + 1)),
            rule: &ANGABEN,
        });
    }
    // figures are those of a body; "nach Daten der Umfrage" names none
    let figures = matches!(word, "Zahlen" | "Daten" | "Erhebung" | "Erhebungen" | "Statistik" | "Unterlagen");
    if let Some((owner, end)) = genitive(scope, at + 1, to) {
        if figures && !owner.speaks() {
            return None;
        }
        let phrases = speaker::joined(scope, owner, to, true);
        return found(speaker::all(scope, &phrases, known), end.max(phrases.last().map_or(end, |p| p.end)), at + 1);
    }
    if scope.says(at + 1, &["von"]) {
        // "nach Angaben von n24": whatever stands before the verb
        let end = (at + 2..to.min(at + 8)).find(|&j| scope.finite(j) || scope.is_break(j))?;
        return found(vec![anonymous(scope, at + 2, end)], end, at + 1);
    }
    // "nach dem Bericht" is a time, "nach ersten Berichten" a source
    let plural = word.ends_with('n') || word.ends_with("meinung");
    let definite = article::is_definite(scope.word(i + 1));
    (plural && !definite && is_report(scope, scope.first(at))).then_some(())?;
    found(vec![anonymous(scope, i + 1, at + 1)], at + 1, i + 1)
}

/// "ihrer Ansicht nach"
pub fn opinion(scope: &Scope<'_>, i: usize, from: usize, known: &[Speaker]) -> Option<Source> {
    let start = i.checked_sub(2).filter(|&start| start >= from)?;
    let gender = article::possessor(scope.word(start)).filter(|_| scope.word(start).ends_with("er"))?;
    if !scope.text.lexicon.source_nouns.before_nach.contains(scope.word(i - 1)) {
        return None;
    }
    let speakers = vec![speaker::of(scope, &pronoun(start, gender), known)];
    Some(Source { range: (start, i + 1), speakers, cue: cue::plain(scope, (start, i + 1)), rule: &ANGABEN })
}

/// "X zufolge", "Angaben der Stadt zufolge", "Berichten zufolge"
pub fn zufolge(scope: &Scope<'_>, i: usize, (from, to): (usize, usize), known: &[Speaker]) -> Option<Source> {
    let earliest = i.saturating_sub(14).max(from);
    for start in earliest..i {
        if matches!(scope.class(start), Some(Class::Comma | Class::Colon | Class::Dash)) || scope.finite(start) || scope.is(start, Flags::PREPOSITION) {
            continue;
        }
        let adjoins = |end: usize| end == i || end + 1 == i && scope.items.get(end).is_some_and(|item| item.what == What::Aside);
        if let Some((speakers, _)) = source_at(scope, start, to.min(i), known).filter(|(_, end)| adjoins(*end)) {
            let end = over_apposition(scope, i + 1, to);
            return Some(Source { range: (start, end), speakers, cue: cue::plain(scope, (i, i + 1)), rule: &ZUFOLGE });
        }
    }
    None
}

/// "wie aus einer Mitteilung der Stadt hervorgeht": the owner of the document.
pub fn emerges(scope: &Scope<'_>, i: usize, (from, to): (usize, usize), known: &[Speaker]) -> Option<Source> {
    let wie = (from.max(i.saturating_sub(24))..i).rev().find(|&j| scope.says(j, &["wie", "Wie"]))?;
    let speakers = document(scope, (wie + 1, i), known)?;
    scope.is_break(i + 1).then(|| Source { range: (wie, (i + 1).min(to)), speakers, cue: cue::plain(scope, (i, i + 1)), rule: &ANGABEN })
}

/// Whose document is named behind "aus" ("Aus einem Schreiben der Stadt geht hervor, dass …").
pub fn document(scope: &Scope<'_>, (from, to): (usize, usize), known: &[Speaker]) -> Option<Vec<Speaker>> {
    let aus = (from..to).find(|&j| scope.says(j, &["aus", "Aus"]))?;
    source_at(scope, aus + 1, to, known).map(|(speakers, _)| speakers)
}

/// "aus Sicht der Stadt", "aus der Sicht von X"
pub fn view(scope: &Scope<'_>, i: usize, to: usize, known: &[Speaker]) -> Option<Source> {
    let at = if scope.says(i + 1, &["der"]) { i + 2 } else { i + 1 };
    if !scope.says(at, &["Sicht"]) {
        return None;
    }
    let (owner, end) = genitive(scope, at + 1, to).filter(|(owner, _)| owner.speaks())?;
    let phrases = speaker::joined(scope, owner, to, true);
    let end = over_apposition(scope, end.max(phrases.last().map_or(end, |p| p.end)), to);
    Some(Source { range: (i, end), speakers: speaker::all(scope, &phrases, known), cue: cue::plain(scope, (i, at + 1)), rule: &ANGABEN })
}
