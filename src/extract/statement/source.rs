//! Sources named without a governing verb: "so X", "laut X", "X zufolge", "nach Angaben von X", "wie X mitteilt".

use super::cue;
use super::noun::{self, Head, Phrase};
use super::speaker;
use super::unit::Scope;
use crate::analysis::{Cue, Speaker, Via};
use crate::german::article;
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// …, so X
pub static SO: Rule = Rule {
    name: "indirect/so",
    finds: Finds::Statement,
    confidence: 0.94,
    reason: "\"so\" and a name in a clause of their own attribute the rest of the sentence.",
    yes: &[
        "[[Die Halle sei ein Gewinn]], so Petra Lindner. => Petra Lindner",
        "[[Der Umbau]], so Geschäftsführer Jonas Brandt, [[koste zwei Millionen Euro]]. => Jonas Brandt",
        "[[Die Nachfrage steigt weiter]], so Petra Lindner. => Petra Lindner",
    ],
    no: &["Der Verein wächst, so dass neue Räume nötig sind.", "Die Halle ist so groß wie nie."],
};

/// Wie X mitteilt, …
pub static WIE: Rule = Rule {
    name: "indirect/wie-mitteilt",
    finds: Finds::Statement,
    confidence: 0.9,
    reason: "\"wie\", a speaker and a reporting verb attribute the rest of the sentence.",
    yes: &[
        "Wie Petra Lindner mitteilt, [[bleibt die Halle bis Mai geschlossen]]. => Petra Lindner",
        "[[Die Halle bleibt bis Mai geschlossen]], wie Jonas Brandt am Montag sagte. => Jonas Brandt",
        "[[Die Halle]], wie Petra Lindner betont, [[bleibt geschlossen]]. => Petra Lindner",
    ],
    no: &["Wie jedes Jahr feiert der Verein im Mai.", "Niemand weiß, wie lange die Halle geschlossen bleibt."],
};

/// Laut X …
pub static LAUT: Rule = Rule {
    name: "indirect/laut",
    finds: Finds::Statement,
    confidence: 0.9,
    reason: "\"laut\" and somebody who can speak attribute the sentence.",
    yes: &[
        "Laut Petra Lindner [[steigt die Nachfrage]]. => Petra Lindner",
        "[[Die Nachfrage steigt]] laut Geschäftsführer Jonas Brandt [[seit Mai]]. => Jonas Brandt",
        "Laut Bürgermeisterin Petra Lindner [[wird die Halle umgebaut]]. => Petra Lindner",
    ],
    no: &["Laut einer Umfrage steigt die Nachfrage.", "Jonas Brandt dachte laut über einen Umbau nach."],
};

/// Nach Angaben von X …
pub static ANGABEN: Rule = Rule {
    name: "indirect/nach-angaben",
    finds: Finds::Statement,
    confidence: 0.85,
    reason: "\"nach\" and a noun of saying with its owner attribute the sentence.",
    yes: &[
        "Nach Angaben von Petra Lindner [[steigt die Nachfrage]]. => Petra Lindner",
        "[[Die Nachfrage ist]] nach Einschätzung von Jonas Brandt [[gestiegen]]. => Jonas Brandt",
        "Nach den Worten von Jonas Brandt [[wird die Halle umgebaut]]. => Jonas Brandt",
    ],
    no: &["Nach Abschluss der Arbeiten wird die Halle eröffnet.", "Nach der Rede von Petra Lindner spielte die Kapelle."],
};

/// X zufolge …
pub static ZUFOLGE: Rule = Rule {
    name: "indirect/zufolge",
    finds: Finds::Statement,
    confidence: 0.82,
    reason: "\"zufolge\" behind somebody who can speak attributes the sentence.",
    yes: &[
        "Petra Lindner zufolge [[steigt die Nachfrage]]. => Petra Lindner",
        "Geschäftsführer Jonas Brandt zufolge [[wird die Halle umgebaut]]. => Jonas Brandt",
        "[[Die Nachfrage ist]] Petra Lindner zufolge [[gestiegen]]. => Petra Lindner",
    ],
    no: &["Schätzungen zufolge steigt die Nachfrage.", "Einer Studie zufolge steigt die Nachfrage."],
};

/// A source and the items that name it.
pub struct Source {
    /// From the first word of the frame to the item after its last.
    pub range: (usize, usize),
    /// The speakers.
    pub speakers: Vec<Speaker>,
    /// The words of the cue.
    pub cue: Cue,
    /// How it was found.
    pub rule: &'static Rule,
}

/// The first source named in the items `from..to`.
pub fn find(scope: &Scope<'_>, from: usize, to: usize, known: &[Speaker]) -> Option<Source> {
    (from..to).find_map(|i| {
        let word = scope.word(i);
        match word {
            "so" => so(scope, i, (from, to), known),
            "wie" | "Wie" => wie(scope, i, (from, to), known),
            "laut" | "Laut" | "gemäß" | "Gemäß" => laut(scope, i, to, known),
            "nach" | "Nach" => nach(scope, i, (from, to), known).or_else(|| opinion(scope, i, from, known)),
            "zufolge" => zufolge(scope, i, (from, to), known),
            _ => None,
        }
    })
}

/// ", so X weiter, Leiterin der Abteilung,"
fn so(scope: &Scope<'_>, i: usize, (from, to): (usize, usize), known: &[Speaker]) -> Option<Source> {
    let separated = i > from && matches!(scope.class(i - 1), Some(Class::Comma | Class::Dash));
    if !separated || i + 1 >= to {
        return None;
    }
    if scope.finite(i + 1) {
        // "so sagte X", "so heißt es"
        let verb = cue::verb_at(scope, i + 1, (i, to), "qd")?;
        let phrase = noun::find(scope, i + 2, to).filter(Phrase::speaks)?;
        let phrases = speaker::joined(scope, phrase, to, verb.plural);
        let end = over_apposition(scope, phrases.last()?.end.max(verb.end()), to);
        return Some(Source { range: (i, end), speakers: speaker::all(scope, &phrases, known), cue: verb.report(scope), rule: &SO });
    }
    let phrase = noun::at(scope, i + 1, to).filter(|p| !p.oblique)?;
    let mut end = phrase.end;
    let phrases = speaker::joined(scope, phrase, to, true);
    end = end.max(phrases.last().map_or(end, |p| p.end));
    // the clause has no verb: "so X weiter", "so X in seiner Rede"
    let stop = (end..to).find(|&j| scope.is_break(j)).unwrap_or(to);
    if (end..stop).any(|j| scope.finite(j)) || !phrase.speaks() && scope.says(i + 1, &["dass"]) {
        return None;
    }
    let end = over_apposition(scope, stop, to);
    Some(Source { range: (i, end), speakers: speaker::all(scope, &phrases, known), cue: cue::plain(scope, (i, i + 1)), rule: &SO })
}

/// The item after appositions and relative clauses that belong to a name before `at`.
pub fn over_apposition(scope: &Scope<'_>, at: usize, to: usize) -> usize {
    let mut end = at;
    for _ in 0..3 {
        if scope.class(end) != Some(Class::Comma) || end + 1 >= to {
            break;
        }
        let stop = (end + 1..to).find(|&j| scope.is_break(j)).unwrap_or(to);
        let phrase = noun::at(scope, end + 1, stop);
        let apposition = phrase.is_some_and(|p| matches!(p.head, Head::Role(_) | Head::Person(_)) && p.end + 1 >= stop && !p.oblique)
            && !(end + 1..stop).any(|j| scope.finite(j));
        let relative = scope.says(end + 1, &["der", "die", "das"])
            && scope.finite(stop.saturating_sub(1))
            && !(end + 1..stop).any(|j| scope.reporting(j))
            && !scope.capital(end + 2);
        if !(apposition || relative) {
            break;
        }
        end = stop;
    }
    end
}

/// "wie X, Leiter der Abteilung, mitteilt"
fn wie(scope: &Scope<'_>, i: usize, (from, to): (usize, usize), known: &[Speaker]) -> Option<Source> {
    let opens = i == from || matches!(scope.class(i - 1), Some(Class::Comma | Class::Dash | Class::Colon));
    if !opens {
        return None;
    }
    let reach = to.min(i + 32);
    let verb = (i + 1..reach).find_map(|j| {
        let verb = cue::verb_at(scope, j, (i, reach), "qdo")?;
        (verb.prefix.is_none_or(|at| at < verb.verb) && scope.is_break(verb.end())).then_some(verb)
    })?;
    let phrase = noun::find(scope, i + 1, verb.verb).filter(|p| p.speaks() || scope.is(p.from, Flags::ARTICLE))?;
    let phrases = speaker::joined(scope, phrase, verb.verb, verb.plural);
    Some(Source { range: (i, verb.end()), speakers: speaker::all(scope, &phrases, known), cue: verb.report(scope), rule: &WIE })
}

fn laut(scope: &Scope<'_>, i: usize, to: usize, known: &[Speaker]) -> Option<Source> {
    let phrase = noun::at(scope, i + 1, to)?;
    let (owner, end) = owner(scope, &phrase, to, known)?;
    let end = over_apposition(scope, end, to);
    Some(Source { range: (i, end), speakers: owner, cue: cue::plain(scope, (i, i + 1)), rule: &LAUT })
}

/// Whoever a phrase names as a source: itself when it can speak, or the owner of a noun of saying ("Mitteilung der Stadt").
fn owner(scope: &Scope<'_>, phrase: &Phrase, to: usize, known: &[Speaker]) -> Option<(Vec<Speaker>, usize)> {
    let Head::Noun(token) = phrase.head else {
        return Some((vec![speaker::of(scope, phrase, known)], phrase.end));
    };
    if !scope.text.is(token, Flags::NOUN) && !scope.is(phrase.from, Flags::ARTICLE) {
        // a name that no list knows
        return Some((vec![speaker::of(scope, phrase, known)], phrase.end));
    }
    let hyphen = token > 0 && scope.text.tokens[token - 1].class == Class::Hyphen;
    if scope.text.word(token).ends_with("angaben") || hyphen && scope.text.says(token, "Angaben") {
        return Some((vec![speaker::of(scope, phrase, known)], phrase.end));
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
    let (owner, end) = genitive(scope, after, to)?;
    Some((vec![speaker::of(scope, &owner, known)], end))
}

/// The owner behind a noun of saying: "der Stadt", "von X", "Meiers".
fn genitive(scope: &Scope<'_>, i: usize, to: usize) -> Option<(Phrase, usize)> {
    let from = if scope.says(i, &["von", "vom", "seitens", "durch", "aus"]) { i + 1 } else { i };
    let opens = from > i
        || scope.says(i, &["der", "des", "dieser", "ihrer", "seiner", "eines", "einer", "ihres", "seines", "unseres", "unserer"])
        || scope.register.person_at(scope.first(i)).is_some()
        || scope.is(i, Flags::ROLE);
    if !opens {
        return None;
    }
    let phrase = noun::at(scope, from, to).filter(|p| p.speaks() || p.indefinite || scope.is(from, Flags::ARTICLE))?;
    Some((phrase, phrase.end))
}

fn nach(scope: &Scope<'_>, i: usize, (from, to): (usize, usize), known: &[Speaker]) -> Option<Source> {
    let nouns = &scope.text.lexicon.source_nouns;
    let own = scope.says(i + 1, &["eigenen", "eigenem", "eigener", "eigene"]);
    let mut at = i + 1;
    while at < i + 4 && scope.lower(at) && !scope.finite(at) {
        at += 1;
    }
    let word = scope.word(at);
    let statements = ["angaben", "aussagen"].iter().any(|tail| word.ends_with(tail));
    if at >= to || !scope.capital(at) || !(nouns.after_nach.contains(word) || statements) {
        return None;
    }
    if word.ends_with("angaben") {
        // "nach Polizeiangaben": the source is inside the word
        let phrase = noun::at(scope, at, at + 1)?;
        return Some(Source { range: (i, at + 1), speakers: vec![speaker::of(scope, &phrase, known)], cue: cue::plain(scope, (i, i + 1)), rule: &ANGABEN });
    }
    let possessive = article::possessor(scope.word(i + 1));
    if own {
        // the subject of the sentence speaks of itself
        let finite = (from..to).find(|&j| scope.finite(j))?;
        let phrases = speaker::subject(scope, (if from == i { at + 1 } else { from }, to), finite, scope.plural(finite));
        let speaking: Vec<Phrase> = phrases.into_iter().filter(Phrase::speaks).collect();
        let speakers = if speaking.is_empty() { known.to_vec() } else { speaker::all(scope, &speaking, known) };
        return Some(Source { range: (i, at + 1), speakers, cue: cue::plain(scope, (i, at + 1)), rule: &ANGABEN });
    }
    if let Some(gender) = possessive {
        let phrase = Phrase { from: i + 1, to: i + 2, end: i + 2, head: Head::Pronoun(gender), oblique: true, indefinite: false };
        return Some(Source { range: (i, at + 1), speakers: vec![speaker::of(scope, &phrase, known)], cue: cue::plain(scope, (i, at + 1)), rule: &ANGABEN });
    }
    let Some((owner, end)) = genitive(scope, at + 1, to) else {
        // "nach Angaben von n24": whatever stands before the verb
        let end = (at + 2..to.min(at + 8)).find(|&j| scope.finite(j) || scope.is_break(j)).filter(|_| scope.says(at + 1, &["von"]))?;
        let speaker = Speaker { entity: None, span: Some(scope.bytes(at + 2, end)), via: Via::Role };
        return Some(Source { range: (i, end), speakers: vec![speaker], cue: cue::plain(scope, (i, at + 1)), rule: &ANGABEN });
    };
    // figures are those of a body; "nach Daten der Umfrage" names none
    let figures = matches!(word, "Zahlen" | "Daten" | "Erhebung" | "Erhebungen" | "Statistik" | "Unterlagen");
    if figures && !owner.speaks() {
        return None;
    }
    let phrases = speaker::joined(scope, owner, to, true);
    let end = over_apposition(scope, end.max(phrases.last().map_or(end, |p| p.end)), to);
    Some(Source { range: (i, end), speakers: speaker::all(scope, &phrases, known), cue: cue::plain(scope, (i, at + 1)), rule: &ANGABEN })
}

/// "ihrer Ansicht nach"
fn opinion(scope: &Scope<'_>, i: usize, from: usize, known: &[Speaker]) -> Option<Source> {
    let start = i.checked_sub(2).filter(|&start| start >= from)?;
    let gender = article::possessor(scope.word(start)).filter(|_| scope.word(start).ends_with("er"))?;
    if !scope.text.lexicon.source_nouns.before_nach.contains(scope.word(i - 1)) {
        return None;
    }
    let phrase = Phrase { from: start, to: start + 1, end: start + 1, head: Head::Pronoun(gender), oblique: true, indefinite: false };
    Some(Source { range: (start, i + 1), speakers: vec![speaker::of(scope, &phrase, known)], cue: cue::plain(scope, (start, i + 1)), rule: &ANGABEN })
}

/// "X zufolge", "Angaben der Stadt zufolge"
fn zufolge(scope: &Scope<'_>, i: usize, (from, to): (usize, usize), known: &[Speaker]) -> Option<Source> {
    let cue = cue::plain(scope, (i, i + 1));
    let earliest = i.saturating_sub(10).max(from);
    for start in earliest..i {
        if matches!(scope.class(start), Some(Class::Comma | Class::Colon | Class::Dash)) || scope.finite(start) {
            continue;
        }
        let Some(phrase) = noun::at(scope, start, i).filter(|p| p.end == i) else { continue };
        if let Head::Noun(token) = phrase.head
            && scope.text.lexicon.source_nouns.before_zufolge.contains(scope.text.word(token))
        {
            let possessive = article::possessor(scope.word(start));
            if let Some(gender) = possessive {
                let owner = Phrase { to: start + 1, end: start + 1, head: Head::Pronoun(gender), ..phrase };
                return Some(Source { range: (start, i + 1), speakers: vec![speaker::of(scope, &owner, known)], cue, rule: &ZUFOLGE });
            }
        }
        let (speakers, _) = owner(scope, &phrase, to, known)?;
        return Some(Source { range: (start, i + 1), speakers, cue, rule: &ZUFOLGE });
    }
    None
}
