//! What reported content looks like: dass-clauses, clauses in the Konjunktiv, infinitives, questions.

use super::clause::{Chunk, is_idiom, is_infinitive_clause, is_main, is_relative, is_subordinate};
use super::cue;
use super::unit::Scope;
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// X betont, dass …
pub static DASS: Rule = Rule {
    name: "indirect/dass",
    finds: Finds::Statement,
    confidence: 0.9,
    reason: "A dass-clause behind a reporting verb is what its subject says.",
    yes: &[
        "Petra Seifert betont, [[dass die Halle bleibt]]. => Petra Seifert",
        "Geschäftsführer Jonas Hiller wies darauf hin, [[dass die Preise steigen]]. => Jonas Hiller",
        "Petra Seifert freut sich, [[dass die Halle steht]]. => Petra Seifert",
    ],
    no: &["Der Wind war so stark, dass die Halle schloss.", "Das Ziel ist, dass alle mitmachen."],
};

/// X sagt, A sei B.
pub static SUBJUNCTIVE: Rule = Rule {
    name: "indirect/subjunctive",
    finds: Finds::Statement,
    confidence: 0.93,
    reason: "A clause in the Konjunktiv behind a reporting verb is what its subject says.",
    yes: &[
        "Petra Seifert sagte, [[die Halle sei ein Gewinn]]. => Petra Seifert",
        "Jonas Hiller erklärte: [[Der Umbau koste zwei Millionen Euro]]. => Jonas Hiller",
        "Petra Seifert berichtet, [[man habe lange gewartet]]. => Petra Seifert",
    ],
    no: &["Petra Seifert kam spät, die Halle war voll.", "Es sei denn, es regnet."],
};

/// X kündigte an, … zu …
pub static INFINITIVE: Rule = Rule {
    name: "indirect/zu-infinitive",
    finds: Finds::Statement,
    confidence: 0.87,
    reason: "An infinitive clause behind a verb of announcing, asking or promising is what its subject says.",
    yes: &[
        "Petra Seifert kündigte an, [[die Halle zu erweitern]]. => Petra Seifert",
        "Jonas Hiller bittet darum, [[den Parkplatz freizuhalten]]. => Jonas Hiller",
        "Geschäftsführer Jonas Hiller versprach, [[die Preise nicht zu erhöhen]]. => Jonas Hiller",
    ],
    no: &["Petra Seifert kam, um die Halle zu sehen.", "Der Verein plant, die Halle zu erweitern."],
};

/// X fragt, ob …
pub static QUESTION: Rule = Rule {
    name: "indirect/ob",
    finds: Finds::Statement,
    confidence: 0.82,
    reason: "A clause with ob or a question word behind a reporting verb is what its subject says.",
    yes: &[
        "Petra Seifert fragt, [[ob die Halle bleibt]]. => Petra Seifert",
        "Jonas Hiller erläuterte, [[wie der Umbau abläuft]]. => Jonas Hiller",
        "Petra Seifert erklärte, [[warum die Preise steigen]]. => Petra Seifert",
    ],
    no: &["Es ist offen, ob die Halle bleibt.", "Jonas Hiller kommt, wenn es nicht regnet."],
};

/// What kind of content a chunk begins, if any, and the rule for it.
pub fn begins(scope: &Scope<'_>, list: &[Chunk], n: usize) -> Option<(&'static str, &'static Rule)> {
    let chunk = list[n];
    let i = chunk.from;
    if scope.says(i, &["dass", "daß"]) {
        // "X fordert, dass" above a list: what is said stands in the items
        return (chunk.to > i + 1).then_some(("d", &DASS));
    }
    if scope.says(i, &["ob"]) {
        return Some(("o", &QUESTION));
    }
    if is_infinitive_clause(scope, &chunk) {
        return Some(("z", &INFINITIVE));
    }
    // "das Amt, welches … einrichtete": a relative clause, unless a noun follows ("welche Pläne")
    let which = scope.word(i).starts_with("welch") && !scope.capital(i + 1) && !(scope.is(i + 1, Flags::ADJECTIVE) && scope.capital(i + 2));
    let asks = scope.is(i, Flags::INTERROGATIVE) && scope.lower(i) && scope.finite(chunk.to - 1) && !which;
    if asks && scope.says(i, &["wer", "wen", "wem", "wessen", "warum", "wieso", "weshalb", "wann", "wie", "wohin", "woher"]) {
        return Some(("o", &QUESTION));
    }
    let relative = is_relative(scope, &chunk) && scope.finite(chunk.to - 1);
    // "damit solle …": an adverb where the verb follows at once
    let subordinate = is_subordinate(scope, &chunk) && scope.lower(i) && !scope.finite(i + 1);
    let mood = |chunk: &Chunk| (chunk.from..chunk.to).any(|i| scope.reporting(i) && !is_idiom(scope, i) || scope.unreal(i));
    if !relative && !subordinate && mood(&chunk) && !scope.says(i, &["und", "um", "was", "wo", "wobei", "sondern"]) {
        return Some(("d", &SUBJUNCTIVE));
    }
    // "Es fehlten Kräfte, und die Anlagen seien alt": the second clause tells the mood of both
    let both = || list.get(n + 1).is_some_and(|next| scope.says(next.from, &["und"]) && mood(next));
    if chunk.before == Some(Class::Colon) && !relative && !subordinate && (i..chunk.to).any(|j| scope.word(j).ends_with("ten") && scope.finite(j)) && both() {
        return Some(("d", &SUBJUNCTIVE));
    }
    let next = || list.get(n + 1).is_some_and(|next| next.before == Some(Class::Comma) && scope.finite(next.from) && mood(next));
    if subordinate && scope.says(i, &["wenn", "weil", "da", "nachdem", "obwohl", "solange", "sobald", "während", "falls", "sollte"]) && next() {
        return Some(("d", &SUBJUNCTIVE));
    }
    if scope.is(i, Flags::INTERROGATIVE) && scope.lower(i) && scope.says(i, &["wer", "was", "wo", "wen"]) && next() {
        return Some(("d", &SUBJUNCTIVE));
    }
    if asks && !scope.says(i, &["wo", "als", "wobei", "womit", "wodurch", "was"]) {
        return Some(("o", &QUESTION));
    }
    // a main clause in a form that could be indicative: only a verb of saying makes it content ("v")
    let opens = chunk.before == Some(Class::Comma) && is_main(scope, &chunk) && !scope.finite(i);
    if opens && !scope.says(i, &["und", "aber", "sondern", "doch", "denn", "also", "so"]) && !scope.is(i, Flags::PREPOSITION) {
        return Some(("v", &SUBJUNCTIVE));
    }
    None
}

/// Where content that begins with a chunk ends, and the chunk behind it.
pub fn end(scope: &Scope<'_>, list: &[Chunk], n: usize, to: usize) -> (usize, usize) {
    for (k, chunk) in list.iter().enumerate().skip(n) {
        if k > n && scope.says(chunk.from, &["und", "sowie"]) && is_new_frame(scope, chunk.from + 1, to) {
            return (chunk.from, k + 1);
        }
        if k > n && chunk.before == Some(Class::Colon) {
            return (chunk.from, k + 1);
        }
        for i in chunk.from + 1..chunk.to {
            if scope.says(i, &["und"]) && is_new_frame(scope, i + 1, to) {
                return (i, k + 1);
            }
        }
    }
    (to, list.len())
}

/// Whether a finite reporting verb in the indicative begins a new frame.
fn is_new_frame(scope: &Scope<'_>, i: usize, to: usize) -> bool {
    scope.finite(i) && !scope.reporting(i) && !scope.unreal(i) && cue::verb_at(scope, i, (i, to), "qdzo").is_some()
}
