//! Nouns that govern reported content: "die Forderung von X, …", "mit der Begründung, …", "ein Bericht der Stadt, wonach …".

use super::clause::{Chunk, is_relative, is_subordinate};
use super::content;
use super::cue;
use super::noun::{self, Head, Phrase};
use super::origin;
use super::speaker;
use super::unit::Scope;
use crate::analysis::{Cue, Speaker};
use crate::german::article;
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// Die Forderung von X, … zu …
pub static NOUN: Rule = Rule {
    name: "indirect/noun",
    finds: Finds::Statement,
    confidence: 0.8,
    reason: "A noun of saying governs what its owner says, or, behind \"mit\", what the subject says.",
    yes: &[
        "Die Forderung von Petra Seifert, [[die Halle zu erhalten]], fand Beifall. => Petra Seifert",
        "Der Vorwurf von Jonas Hiller, [[die Stadt habe geschlafen]], ist neu. => Jonas Hiller",
        "Petra Seifert verschob die Wahl mit der Begründung, [[die Halle sei gesperrt]]. => Petra Seifert",
        "Eine Mitteilung von Jonas Hiller, wonach [[die Halle schließt]], liegt vor. => Jonas Hiller",
    ],
    no: &["Die Hoffnung, dass es bald regnet, bleibt.", "Die Entscheidung von Petra Seifert, die Halle zu erweitern, fiel am Montag."],
};

/// What a noun governs.
pub struct Governed {
    /// The items of the content.
    pub range: (usize, usize),
    /// Whose words it is.
    pub speakers: Vec<Speaker>,
    /// The noun.
    pub cue: Cue,
    /// The first chunk behind the content.
    pub next: usize,
}

/// How far before its content a noun may stand, in items: its owner is between.
const REACH: usize = 24;

/// The content that begins with a chunk, if a noun at the end of the chunk before governs it.
pub fn find(scope: &Scope<'_>, list: &[Chunk], n: usize, to: usize, known: &[Speaker]) -> Option<Governed> {
    let chunk = list[n];
    let before = list.get(n.checked_sub(1)?)?;
    let wonach = scope.says(chunk.from, &["wonach"]);
    let kind = if wonach { "w" } else { content::begins(scope, list, n)?.0 };
    let marked = (chunk.from..chunk.to).any(|i| scope.reporting(i));
    if chunk.before != Some(Class::Comma) || kind == "o" || kind == "v" && !marked {
        return None;
    }
    let kind = if kind == "v" { "d" } else { kind };
    let floor = before.from.max(before.to.saturating_sub(REACH));
    let noun = (floor..before.to)
        .rev()
        .find(|&i| scope.capital(i) && scope.is(i, Flags::SPEECH_NOUN | Flags::NOUN) && scope.text.lexicon.governed_by(scope.word(i)).contains(kind))?;
    let speakers = owned(scope, noun, before.to, known).or_else(|| with(scope, *before, noun, known))?;
    let from = if wonach { chunk.from + 1 } else { chunk.from };
    let (end, next) = end(scope, list, n, *before, to);
    (from < end).then(|| Governed { range: (from, end), speakers, cue: cue::plain(scope, (noun, noun + 1)), next })
}

/// "die Forderung der Stadt", "seine Forderung": the owner, when nothing else stands before the content.
fn owned(scope: &Scope<'_>, noun: usize, to: usize, known: &[Speaker]) -> Option<Vec<Speaker>> {
    if let Some((owner, end)) = origin::genitive(scope, noun + 1, to).filter(|(_, end)| *end == to) {
        let speakers = speaker::all(scope, &speaker::joined(scope, owner, to, true), known);
        return (owner.speaks() && end <= to).then_some(speakers);
    }
    let possessive = noun.checked_sub(1).filter(|_| noun + 1 == to)?;
    let gender = article::possessor(scope.word(possessive))?;
    let phrase = Phrase { from: possessive, to: noun, end: noun, head: Head::Pronoun(gender), oblique: true, indefinite: false };
    let owner = speaker::of(scope, &phrase, known);
    owner.entity.is_some().then(|| vec![owner])
}

/// "lehnte den Antrag mit der Begründung ab": the subject of the clause.
fn with(scope: &Scope<'_>, clause: Chunk, noun: usize, known: &[Speaker]) -> Option<Vec<Speaker>> {
    let article = scope.says(noun.checked_sub(1)?, &["der", "dem", "den"]);
    let behind = clause.to - noun - 1;
    let by = article && noun >= 2 && scope.says(noun - 2, &["mit", "unter"]);
    if !by || behind > 2 || (noun + 1..clause.to).any(|i| scope.capital(i)) {
        return None;
    }
    let finite = (clause.from..clause.to).find(|&i| scope.finite(i))?;
    let phrases: Vec<Phrase> =
        speaker::subject(scope, (clause.from, clause.to), finite, scope.plural(finite)).into_iter().filter(noun::Phrase::speaks).collect();
    (!phrases.is_empty()).then(|| speaker::all(scope, &phrases, known))
}

/// Where the content ends: with the unit, or where the clause that the noun belongs to goes on with its verb.
fn end(scope: &Scope<'_>, list: &[Chunk], n: usize, before: Chunk, to: usize) -> (usize, usize) {
    let (end, next) = content::end(scope, list, n, to);
    let has_verb = (before.from..before.to).any(|i| scope.finite(i));
    let resumes = |chunk: &Chunk| scope.finite(chunk.from) && !scope.reporting(chunk.from) && !is_subordinate(scope, chunk) && !is_relative(scope, chunk);
    let resumed = list.iter().enumerate().skip(n + 1).take_while(|(_, chunk)| chunk.from < end).find(|(_, chunk)| !has_verb && resumes(chunk));
    resumed.map_or((end, next), |(k, chunk)| (chunk.from, k))
}
