//! Sources named without a governing verb: "so X", "wie X mitteilt"; those behind prepositions are in `origin`.

use super::cue;
use super::frame;
use super::noun::{self, Head, Phrase};
use super::origin;
use super::speaker;
use super::unit::Scope;
use crate::analysis::{Cue, Speaker};
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
        "[[Die Halle sei ein Gewinn]], so Petra Seifert. => Petra Seifert",
        "[[Der Umbau]], so Geschäftsführer Jonas Hiller, [[koste zwei Millionen Euro]]. => Jonas Hiller",
        "[[Die Nachfrage steigt weiter]], so Petra Seifert. => Petra Seifert",
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
        "Wie Petra Seifert mitteilt, [[bleibt die Halle bis Mai geschlossen]]. => Petra Seifert",
        "[[Die Halle bleibt bis Mai geschlossen]], wie Jonas Hiller am Montag sagte. => Jonas Hiller",
        "[[Die Halle]], wie Petra Seifert betont, [[bleibt geschlossen]]. => Petra Seifert",
    ],
    no: &["Wie jedes Jahr feiert der Verein im Mai.", "Niemand weiß, wie lange die Halle geschlossen bleibt."],
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
            "laut" | "Laut" | "gemäß" | "Gemäß" | "gemäss" | "Gemäss" => origin::laut(scope, i, to, known),
            "nach" | "Nach" => origin::nach(scope, i, (from, to), known).or_else(|| origin::opinion(scope, i, from, known)),
            "zufolge" => origin::zufolge(scope, i, (from, to), known),
            "aus" | "Aus" => origin::view(scope, i, to, known),
            "hervorgeht" | "hervorging" => origin::emerges(scope, i, (from, to), known),
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
    let phrase = frame::owner(scope, phrase, to);
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
        let apposition = phrase
            .is_some_and(|p| matches!(p.head, Head::Role(_) | Head::Person(_)) && (p.end >= stop || p.end + 1 == stop && !scope.lower(p.end)) && !p.oblique)
            && !(end + 1..stop).any(|j| scope.finite(j));
        let relative = scope.says(end + 1, &["der", "die", "das"])
            && scope.finite(stop.saturating_sub(1))
            && !(end + 1..stop).any(|j| scope.reporting(j))
            && !scope.capital(end + 2);
        // "im Amt für Wasser zuständig", "seit Mai im Ruhestand"
        let adverbial = scope.is(end + 1, Flags::PREPOSITION)
            && scope.class(stop) == Some(Class::Comma)
            && stop > end + 3
            && scope.lower(stop - 1)
            && scope.is(stop - 1, Flags::ADJECTIVE | Flags::PARTICIPLE)
            && !(end + 1..stop).any(|j| scope.finite(j) && !scope.is(j, Flags::PARTICIPLE));
        if !(apposition || relative || adverbial) {
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
