//! Awards called by a precious thing: "die Goldene Feder", "der Silberne Kompass".

use super::{Candidate, Named, Scene};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// A thing of gold, silver, bronze or iron.
pub static EMBLEM: Rule = Rule {
    name: "award/emblem",
    finds: Finds::Award,
    confidence: 0.75,
    reason: "A capital \"Golden\", \"Silbern\" with a noun is a name; where somebody is honoured with it, it is an award's.",
    yes: &[
        "Sie wurde mit der [[Goldenen Spindel]] ausgezeichnet.",
        "Der Verein verlieh ihm den [[Silbernen Leuchter]].",
        "Für ihr Werk war sie mit der [[Goldenen Harke]] bedacht worden.",
    ],
    no: &["Das Paar feiert Goldene Hochzeit.", "Der goldene Ring wurde ihm verliehen.", "Die Goldene Stadt wurde ausgezeichnet."],
};

/// The name whose noun is the token.
pub(crate) fn at(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    let text = scene.text;
    let adjective = at.checked_sub(1).filter(|&before| super::head::metal(scene, before) && scene.joined(at))?;
    let noun = &text.tokens[at];
    let known = noun.is(Flags::NOUN | Flags::COMPOUND) || noun.flags.is_empty();
    let free = noun.class == Class::Word && noun.is_capital() && known && !noun.is(Flags::AWARD_HEAD | Flags::AWARD_LEVEL | Flags::AWARD_FALSE);
    if !free || text.starts_sentence(adjective) || scene.named(adjective) != Named::Nothing || scene.named(at) != Named::Nothing {
        return None;
    }
    let article = adjective.checked_sub(1)?;
    let honours = says(scene, at, &["auszeichnen", "bedenken", "ehren", "würdigen", "prämieren", "belohnen"]);
    let gives = says(scene, at, &["verleihen", "zuerkennen", "zusprechen"]);
    let preposition = article.checked_sub(1).map_or("", |before| text.word(before));
    let fits = match text.word(article) {
        "der" | "dem" => preposition == "mit" && honours,
        "den" | "die" | "das" => gives && !text.is(article.saturating_sub(1), Flags::PREPOSITION),
        _ => false,
    };
    fits.then(|| Candidate::new(adjective, at + 1, &EMBLEM))
}

/// One of the verbs in the sentence.
fn says(scene: &Scene<'_, '_>, at: usize, wanted: &[&str]) -> bool {
    let sentence = scene.text.sentences.get(scene.text.sentence_of(at)).map(|sentence| sentence.tokens);
    sentence.is_some_and(|sentence| {
        let (from, to) = (sentence.start().max(at.saturating_sub(60)), sentence.end().min(at + 60));
        super::quoted::says_verb(scene, from, to, wanted)
    })
}
