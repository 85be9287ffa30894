//! Passives whose doer is named: "X wird von der Stadt gebeten, … zu …".

use super::clause::{Chunk, is_relative};
use super::cue;
use super::noun;
use super::speaker;
use super::unit::Scope;
use crate::analysis::{Cue, Speaker};
use crate::german::verb::{is_be, is_become};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// X wird von Y gebeten, …
pub static PASSIVE: Rule = Rule {
    name: "indirect/passive",
    finds: Finds::Statement,
    confidence: 0.85,
    reason: "Behind a reporting verb in the passive, the content is what its doer says.",
    yes: &[
        "Die Gäste werden von Petra Seifert gebeten, [[den Parkplatz zu meiden]]. => Petra Seifert",
        "Von Jonas Hiller wurde bestätigt, [[dass die Halle bleibt]]. => Jonas Hiller",
        "Der Rat wurde von Jonas Hiller aufgefordert, [[die Halle zu erhalten]]. => Jonas Hiller",
    ],
    no: &["Die Gäste werden gebeten, den Parkplatz zu meiden.", "Die Halle wurde von Petra Seifert eröffnet, um den Verein zu stärken."],
};

/// Who asks or says what begins with a chunk (`kind` as in [`super::content::begins`]), and with which words.
pub fn find(scope: &Scope<'_>, list: &[Chunk], n: usize, kind: &str, known: &[Speaker]) -> Option<(Vec<Speaker>, Cue)> {
    let clause = *list.get(n.checked_sub(1)?)?;
    if list[n].before != Some(Class::Comma) || kind == "v" || is_relative(scope, &clause) {
        return None;
    }
    let auxiliary = (clause.from..clause.to).find(|&i| scope.finite(i) && (is_become(scope.word(i)) || is_be(scope.word(i))))?;
    let last = clause.to.checked_sub(1)?;
    let participle = if scope.says(last, &["worden"]) { last.checked_sub(1)? } else { last };
    let passive = is_become(scope.word(auxiliary)) || participle < last;
    let token = scope.token(participle).filter(|token| passive && token.is_lower() && token.is(Flags::PARTICIPLE) && token.is(Flags::CUE))?;
    let lexicon = scope.text.lexicon;
    let takes = |kind: char| {
        let rows = |lemma: u16| lexicon.cues[lexicon.lemmas[usize::from(lemma)].cues.clone()].iter();
        lexicon.lemma_forms(token.word).iter().any(|form| rows(form.lemma).any(|row| row.takes(kind) && row.strength < 3 && !row.reflexive))
    };
    kind.chars().any(takes).then_some(())?;
    let by = (clause.from..clause.to).find(|&i| scope.says(i, &["von", "vom", "Von", "Vom", "seitens"]))?;
    let phrase = noun::at(scope, by + 1, clause.to).filter(noun::Phrase::speaks)?;
    let speakers = speaker::all(scope, &speaker::joined(scope, phrase, clause.to, true), known);
    Some((speakers, cue::plain(scope, (participle, participle + 1))))
}
