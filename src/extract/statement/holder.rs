//! Views that are somebody's though the person is no subject: "Für X steht fest, dass …".

use super::clause::Chunk;
use super::cue;
use super::noun::{self, Head};
use super::source;
use super::speaker;
use super::unit::Scope;
use crate::analysis::{Cue, Speaker};
use crate::german::verb::is_be;
use crate::rule::{Finds, Rule};

/// Für X steht fest, dass …
pub static HOLDER: Rule = Rule {
    name: "indirect/for-whom",
    finds: Finds::Statement,
    confidence: 0.85,
    reason: "What is clear or certain for somebody is that person's view.",
    yes: &[
        "Für Petra Seifert steht fest, [[dass die Halle bleibt]]. => Petra Seifert",
        "Für Geschäftsführer Jonas Hiller ist klar, [[dass die Preise steigen]]. => Jonas Hiller",
        "Für Petra Seifert ist wichtig, [[dass alle mitmachen]]. => Petra Seifert",
    ],
    no: &["Für die Halle steht fest, dass sie bleibt.", "Für Petra Seifert war kein Platz mehr, weil die Halle voll war."],
};

/// Words that make a view of what they are said of.
const VIEWS: [&str; 12] = [
    "fest",
    "klar",
    "wichtig",
    "entscheidend",
    "sicher",
    "selbstverständlich",
    "offensichtlich",
    "unverständlich",
    "unbestritten",
    "erfreulich",
    "wesentlich",
    "unstrittig",
];

/// Whose view the dass-clause behind a chunk is.
pub fn find(scope: &Scope<'_>, list: &[Chunk], n: usize, known: &[Speaker]) -> Option<(Vec<Speaker>, Cue)> {
    let from = list.first()?.from;
    let to = list[n].from;
    if !scope.says(from, &["Für"]) || !scope.says(to, &["dass", "daß"]) {
        return None;
    }
    let phrase = noun::at(scope, from + 1, to).filter(|p| matches!(p.head, Head::Person(_) | Head::Role(_) | Head::Organisation(_)))?;
    let end = source::over_apposition(scope, phrase.end, to);
    let verb = (end..to.min(end + 3)).find(|&i| scope.finite(i))?;
    let view = (verb + 1..to).find(|&i| scope.says(i, &VIEWS))?;
    let is = is_be(scope.word(verb)) || scope.says(verb, &["steht", "stand", "gilt", "bleibt"]);
    let cue = Cue { lemma: format!("{} {}", scope.word(verb), scope.word(view)), spans: cue::spans(scope, vec![(verb, verb + 1), (view, view + 1)]) };
    is.then(|| (vec![speaker::of(scope, &phrase, known)], cue))
}
