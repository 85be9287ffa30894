//! Indirect statements: content that is reported without quotation marks.

use super::Room;
use super::clause::{Chunk, chunks, has_mood, has_verb, is_claim, is_idiom, is_main, is_relative, is_subordinate, trim};
use super::content;
use super::cue::{self, CueVerb};
use super::direct;
use super::frame;
use super::holder;
use super::inserted;
use super::nominal;
use super::noun::{self, Head};
use super::origin;
use super::passive;
use super::source;
use super::speaker;
use super::unit::{Scope, Unit};
use crate::analysis::{Cue, SectionKind, Speaker, StatementKind};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// Man habe …
pub static FOLLOW_UP: Rule = Rule {
    name: "indirect/follow-up",
    finds: Finds::Statement,
    confidence: 0.95,
    reason: "A sentence in the Konjunktiv I without a frame goes on with what was reported before.",
    yes: &[
        "„Das Jahr war gut“, sagt Petra Seifert. [[Die Halle sei voll gewesen]]. => Petra Seifert",
        "Die Halle sei ein Gewinn, so Jonas Hiller. [[Man habe lange gewartet]]. => Jonas Hiller",
        "Petra Seifert betont, dass die Halle bleibt. [[Sie werde umgebaut]]. => Petra Seifert",
    ],
    no: &["Die Halle sei allen empfohlen.", "Es sei denn, es regnet."],
};

/// Name: Aussage
pub static HEADLINE: Rule = Rule {
    name: "headline/name-colon",
    finds: Finds::Statement,
    confidence: 0.88,
    reason: "A headline with a name, a colon and a clause reports what that person says.",
    yes: &[
        "Petra Seifert: [[Die Halle muss bleiben]]\n\nAm Montag tagte der Rat. => Petra Seifert",
        "Jonas Hiller: [[Wir brauchen mehr Platz]]\n\nDer Betrieb wächst. => Jonas Hiller",
        "Petra Seifert: [[Jetzt zählt jeder Tag]]\n\nDer Umbau beginnt. => Petra Seifert",
    ],
    no: &["Sommerfest: Die Halle war voll\n\nAm Montag wurde gefeiert.", "Neue Halle: So geht es weiter\n\nDer Umbau beginnt."],
};

/// What was found in a gap, for the quoted fragments inside it.
pub struct Content {
    /// The items of a part.
    pub range: (usize, usize),
    /// Who said it.
    pub speakers: Vec<Speaker>,
}

/// Finds the indirect statements between the direct quotations of a unit.
pub fn gap(room: &mut Room<'_>, unit: &Unit, scope: &Scope<'_>, (from, to): (usize, usize), lead: Vec<Speaker>) -> Vec<Content> {
    if matches!(unit.kind, SectionKind::Contact | SectionKind::Dateline) {
        return Vec::new();
    }
    let (from, to) = trim(scope, from, to);
    if from >= to {
        return Vec::new();
    }
    let mut found = Vec::new();
    let whole = from == 0 && to + 2 >= scope.len();
    let framed = !lead.is_empty() && scope.quote(from.saturating_sub(1)).is_some();
    if matches!(unit.kind, SectionKind::Headline | SectionKind::Subheadline) {
        headline(room, scope, (from, to), &mut found);
        if !found.is_empty() {
            return found;
        }
    }
    let known = room.known().to_vec();
    if !framed {
        let named = source::find(scope, from, to, &known).or_else(|| inserted::find(scope, (from, to), &known));
        if let Some(named) = named {
            if let Some(quote) = only_quote(scope, (from, to), named.range) {
                return vec![Content { range: (quote, quote + 1), speakers: named.speakers }];
            }
            let (mut parts, quote) = without_quote(room, scope, around(scope, extent(scope, (from, to), named.range), named.range));
            parts.retain(|part| part.0 < part.1);
            if !parts.is_empty() {
                let speakers = named.speakers.clone();
                add(room, scope, &parts, named.speakers, Some(named.cue), named.rule, &mut found);
                quoted(room, scope, quote, speakers);
                return found;
            }
        }
    }
    governed(room, scope, (from, to), lead, &mut found);
    if found.is_empty() && whole && !framed {
        follow_up(room, unit, scope, (from, to), &mut found);
    }
    found
}

fn add(
    room: &mut Room<'_>,
    scope: &Scope<'_>,
    parts: &[(usize, usize)],
    speakers: Vec<Speaker>,
    cue: Option<Cue>,
    rule: &'static Rule,
    found: &mut Vec<Content>,
) {
    let segments = parts.iter().map(|&(from, to)| scope.bytes(from, to)).collect();
    found.extend(parts.iter().map(|&range| Content { range, speakers: speakers.clone() }));
    room.add(StatementKind::Indirect, segments, speakers, cue, rule);
}

/// How far a source reaches: in a dependent clause it says whose words that clause is, and behind a colon what follows it.
fn extent(scope: &Scope<'_>, (from, to): (usize, usize), frame: (usize, usize)) -> (usize, usize) {
    if scope.is(frame.0, Flags::PREPOSITION)
        && let Some(own) = chunks(scope, (from, frame.0)).last().filter(|own| own.from > from && own.before == Some(Class::Comma))
    {
        let stop = (frame.1..to).find(|&i| scope.is_break(i)).unwrap_or(to);
        let clause = Chunk { to: stop, ..*own };
        let depends = is_relative(scope, &clause) || is_subordinate(scope, &clause) && !scope.says(own.from, &["dass", "ob"]);
        if depends && scope.finite(stop.saturating_sub(1)) {
            return (own.from, stop);
        }
    }
    match (from..frame.0).rev().find(|&i| scope.class(i) == Some(Class::Colon)) {
        Some(colon) if !has_mood(scope, from, colon) => (colon + 1, to),
        _ => (from, to),
    }
}

/// Takes a quoted clause off the end of what is reported: it is an utterance of its own ("…, sagte X, „und das ist gut so“").
fn without_quote(room: &Room<'_>, scope: &Scope<'_>, mut parts: Vec<(usize, usize)>) -> (Vec<(usize, usize)>, Option<usize>) {
    let Some(last) = parts.last_mut() else { return (parts, None) };
    let alone = last.1 == last.0 + 1;
    let at = last.1 - 1;
    let apart = alone || matches!(scope.class(at.saturating_sub(1)), Some(Class::Semicolon | Class::Dash)) && at > last.0 + 1;
    let Some(quote) = scope.quote(at).filter(|_| apart && direct::opens_main(room.text, scope.quote(at))) else { return (parts, None) };
    *last = if alone { (at, at) } else { trim(scope, last.0, at) };
    if parts.iter().all(|part| part.0 >= part.1) {
        return (vec![(at, at + 1)], None);
    }
    (parts, Some(quote))
}

/// Adds the quoted clause that was taken off.
fn quoted(room: &mut Room<'_>, scope: &Scope<'_>, quote: Option<usize>, speakers: Vec<Speaker>) {
    let Some(quote) = quote else { return };
    let span = scope.text.bytes(scope.text.quotations[quote].tokens);
    room.owner[quote] = Some(room.add(StatementKind::Direct, vec![span], speakers, None, &frame::INSIDE));
}

/// "…, und, so X, „…“": the frame belongs to the fragment behind it alone.
fn only_quote(scope: &Scope<'_>, (from, to): (usize, usize), frame: (usize, usize)) -> Option<usize> {
    let after = trim(scope, frame.1.min(to), to);
    let before = trim(scope, from, frame.0);
    let alone = after.1 == after.0 + 1 && scope.quote(after.0).is_some();
    (alone && before.0 < before.1 && scope.is(before.1 - 1, Flags::CONJUNCTION) && !has_mood(scope, before.0, before.1)).then_some(after.0)
}

/// What stands before and behind a frame, as far as it is content.
fn around(scope: &Scope<'_>, (from, to): (usize, usize), frame: (usize, usize)) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut before = trim(scope, from, frame.0.max(from));
    let after = trim(scope, frame.1.min(to), until_new_clause(scope, frame.1.min(to), to));
    if before.0 < before.1 && !has_verb(scope, before) && after.0 >= after.1 {
        return parts;
    }
    // "Und laut X …": a connective alone is no content
    if before.1 - before.0 == 1 && scope.is(before.0, Flags::CONJUNCTION | Flags::ADVERB) && scope.lower(before.0) {
        before.0 = before.1;
    }
    if before.0 < before.1 {
        parts.push(before);
    }
    if after.0 < after.1 && (has_verb(scope, after) || !parts.is_empty()) {
        parts.push(after);
    }
    if !parts.iter().any(|&part| has_verb(scope, part)) {
        parts.clear();
    }
    parts
}

/// Where the narrator's own clause begins behind a semicolon or a dash.
fn until_new_clause(scope: &Scope<'_>, from: usize, to: usize) -> usize {
    let edge = (from + 1..to).find(|&i| {
        let own = |i: usize| (i + 1..to).any(|j| scope.finite(j)) && !has_mood(scope, i + 1, to);
        match scope.class(i) {
            Some(Class::Semicolon) => own(i),
            Some(Class::Dash) => own(i) && has_mood(scope, from, i),
            _ => false,
        }
    });
    edge.unwrap_or(to)
}

/// Content that a reporting verb before it governs.
fn governed(room: &mut Room<'_>, scope: &Scope<'_>, (from, to): (usize, usize), lead: Vec<Speaker>, found: &mut Vec<Content>) {
    let list = chunks(scope, (from, to));
    let mut main = from;
    let mut lead = lead;
    let mut next = 1;
    while next < list.len() {
        let chunk = list[next];
        let Some((kind, rule)) = content::begins(scope, &list, next) else {
            next = otherwise(room, scope, &list, next, to, found).unwrap_or(next + 1);
            continue;
        };
        let clause = (main.max(chunk.from.saturating_sub(CLAUSE)), chunk.from);
        let colon = chunk.before == Some(Class::Colon) && std::ptr::eq(rule, &content::SUBJUNCTIVE);
        let marked = has_mood(scope, chunk.from, chunk.to);
        let claim = kind == "z" && is_claim(scope, &chunk);
        let Some(verb) = governing(scope, clause, kind, &list[..next], marked)
            .or_else(|| claim.then(|| governing(scope, clause, "d", &list[..next], true)).flatten())
            .map(Governor::Cue)
            .or_else(|| colon.then(|| any_verb(scope, clause)).flatten())
        else {
            next = otherwise(room, scope, &list, next, to, found).unwrap_or(next + 1);
            continue;
        };
        let (finite, plural, strength, reflexive) = match &verb {
            Governor::Cue(verb) => (verb.finite, verb.plural, verb.row.strength, verb.reflexive.is_some()),
            Governor::Any(finite) => (*finite, scope.plural(*finite), 3, false),
        };
        let known = room.known().to_vec();
        let phrases = speaker::subject(scope, (start_of_clause(scope, main, finite), chunk.from), finite, plural);
        let mut speakers = speaker::all(scope, &phrases, &known);
        let speaks = phrases.iter().any(noun::Phrase::speaks);
        if !speaks && let Some(earlier) = earlier_subject(scope, (main, finite)) {
            speakers = speaker::all(scope, &earlier, &known);
        } else if !speaks && !lead.is_empty() {
            speakers = lead.clone();
        }
        if scope.is_called(finite) && (main..chunk.from).any(|i| scope.says(i, &["es"])) {
            speakers = super::frame::document_of(scope, main, chunk.from, &known);
        }
        // "Aus einem Schreiben der Stadt geht hervor, dass"
        let emerges = matches!(&verb, Governor::Cue(verb) if scope.text.lexicon.lemmas[usize::from(verb.row.lemma)].name == "hervorgehen");
        let document = emerges.then(|| origin::document(scope, (main, chunk.from), &known)).flatten();
        let by_document = document.is_some();
        if let Some(document) = document {
            speakers = document;
        }
        let dependent = scope.is(main, Flags::SUBJUNCTION) && !scope.says(main, &["so", "So"]);
        let told = chunk.before != Some(Class::Colon) && (chunk.from..chunk.to).any(|i| scope.reporting(i)) && strength < 3;
        let unnamed = !speaks && speakers.iter().any(|s| s.entity.is_none() && s.span.is_some()) && (strength > 1 && !told || dependent);
        // "Das Wetter verspricht, schön zu werden"
        let sure =
            matches!(&verb, Governor::Cue(verb) if verb.row.strength == 1 && matches!(verb.row.class, "announcing" | "demanding" | "asking" | "denying"));
        let thing = !speaks && !sure && kind == "z" && !claim && speakers.iter().any(|s| s.entity.is_none()) && scope.is(main, Flags::ARTICLE);
        let impersonal = unnamed
            || thing
            || scope.says(finite + 1, &["es", "sich"]) && !speaks && !reflexive
            || (main..finite).any(|i| scope.says(i, &["Es", "es", "wir", "Wir", "ich", "Ich", "man", "Man"])) && !speaks;
        let said = scope.is_called(finite) && scope.says(finite + 1, &["es"]);
        if (impersonal || speakers.is_empty()) && !said && !by_document {
            next += 1;
            continue;
        }
        let (end, following) = content::end(scope, &list, next, to);
        let range = trim(scope, chunk.from, end);
        lead.clone_from(&speakers);
        add(room, scope, &[range], speakers, Some(verb.report(scope)), rule, found);
        main = end;
        next = following.max(next + 1);
        if end < to && next <= list.len() && list[next - 1].to > end {
            // the same chunk goes on with another reporting verb behind "und"
            continue;
        }
    }
}

/// "sagte X, Leiter des Amtes, dass", "sagte X, der gestern kam, dass": whether all that stands between the verb's clause and the
/// content are appositions and relative clauses.
fn over_inserted(scope: &Scope<'_>, before: &[Chunk], verb: usize) -> bool {
    let Some(own) = before.iter().rposition(|chunk| chunk.from < verb) else { return false };
    let between = &before[own + 1..];
    between.len() <= 3
        && between.iter().all(|chunk| {
            chunk.before == Some(Class::Comma)
                && !scope.is(chunk.from, Flags::CONJUNCTION)
                && (!(chunk.from..chunk.to).any(|i| scope.finite(i)) || is_relative(scope, chunk) || scope.is(chunk.from, Flags::SUBJUNCTION))
        })
}

/// Adds what a noun, a passive or a view governs, and tells the chunk behind it.
fn otherwise(room: &mut Room<'_>, scope: &Scope<'_>, list: &[Chunk], n: usize, to: usize, found: &mut Vec<Content>) -> Option<usize> {
    if let Some(governed) = nominal::find(scope, list, n, to, room.known()) {
        let range = trim(scope, governed.range.0, governed.range.1);
        add(room, scope, &[range], governed.speakers, Some(governed.cue), &nominal::NOUN, found);
        return Some(governed.next.max(n + 1));
    }
    let kind = content::begins(scope, list, n)?.0;
    let passive = passive::find(scope, list, n, kind, room.known()).map(|governor| (governor, &passive::PASSIVE));
    let ((speakers, cue), rule) = passive.or_else(|| holder::find(scope, list, n, room.known()).map(|governor| (governor, &holder::HOLDER)))?;
    let (end, following) = content::end(scope, list, n, to);
    add(room, scope, &[trim(scope, list[n].from, end)], speakers, Some(cue), rule, found);
    Some(following.max(n + 1))
}

/// How far before its content a reporting verb is looked for, in items.
const CLAUSE: usize = 50;

/// The verb before reported content.
enum Governor<'a> {
    /// A reporting verb.
    Cue(CueVerb<'a>),
    /// Any other, before a colon.
    Any(usize),
}

impl Governor<'_> {
    fn report(&self, scope: &Scope<'_>) -> Cue {
        match self {
            Governor::Cue(verb) => verb.report(scope),
            Governor::Any(finite) => cue::plain(scope, (*finite, finite + 1)),
        }
    }
}

/// The finite verb of a clause that ends in a colon.
fn any_verb<'a>(scope: &Scope<'a>, (from, to): (usize, usize)) -> Option<Governor<'a>> {
    // not the verb that closes a relative clause: "X, die das Amt leitet, sieht Bedarf:"
    let closes = |i: usize| i + 1 < to && scope.is_break(i + 1);
    let finite = (from..to).find(|&i| scope.finite(i) && !closes(i)).or_else(|| (from..to).find(|&i| scope.finite(i)));
    finite.filter(|&i| !scope.reporting(i)).map(Governor::Any)
}

/// Where the main clause with the verb begins: behind content found before.
fn start_of_clause(scope: &Scope<'_>, main: usize, finite: usize) -> usize {
    (main..finite).rev().find(|&i| matches!(scope.class(i), Some(Class::Semicolon | Class::Colon))).map_or(main, |i| i + 1)
}

/// The subject of the first verb, which a verb behind "und" shares.
fn earlier_subject(scope: &Scope<'_>, (from, before): (usize, usize)) -> Option<Vec<noun::Phrase>> {
    let finite = (from..before).find(|&i| scope.finite(i))?;
    let phrases = speaker::subject(scope, (from, before), finite, scope.plural(finite));
    phrases.iter().any(noun::Phrase::speaks).then_some(phrases)
}

/// The reporting verb that governs content of a kind behind a clause.
fn governing<'a>(scope: &Scope<'a>, clause: (usize, usize), kind: &str, before: &[Chunk], marked: bool) -> Option<CueVerb<'a>> {
    let last = *before.last()?;
    let plain = kind == "v";
    let verb = cue::last_verb(scope, clause, if plain { "d" } else { kind })?;
    if plain
        && !(verb.row.strength == 1
            && matches!(verb.row.class, "saying" | "stressing" | "explaining" | "announcing" | "answering" | "warning" | "admitting")
            && verb.end() + 6 > last.to)
    {
        return None;
    }
    let near = verb.end() > last.from || over_inserted(scope, before, verb.end());
    // "Besucher dürfen sich freuen, dass …" is said to them
    if (clause.0..verb.verb).any(|i| scope.says(i, &["darf", "dürfen", "durfte", "durften"])) {
        return None;
    }
    let class = verb.row.class;
    let plan = kind == "z" && (matches!(class, "announcing" | "deciding" | "showing" | "thinking") && verb.row.strength > 1 || verb.row.strength > 2);
    // what somebody knows or learns is no statement
    if kind == "d" && class == "thinking" && verb.row.strength > 1 && verb.complement.is_none() && verb.reflexive.is_none() && !marked {
        return None;
    }
    let weak = verb.row.strength > 2 && verb.complement.is_none() && !verb.row.reflexive;
    let reported = scope.reporting(verb.finite);
    let emerges = verb.prefix.is_some_and(|prefix| scope.says(prefix, &["hervor"]));
    (near && !plan && !(weak && kind == "o") && (class != "showing" || emerges) && !reported).then_some(verb)
}

/// A sentence in the reporting subjunctive without a frame.
fn follow_up(room: &mut Room<'_>, unit: &Unit, scope: &Scope<'_>, (from, to): (usize, usize), found: &mut Vec<Content>) {
    let list = chunks(scope, (from, to));
    if list.iter().any(|c| scope.says(c.from, &["so", "So"]) && scope.says(c.from + 1, &["viel"])) {
        return;
    }
    let Some(main) = list.iter().find(|chunk| is_main(scope, chunk)).or(list.first()) else { return };
    let reports = |chunk: &Chunk| (chunk.from..chunk.to).any(|i| scope.reporting(i) && !is_idiom(scope, i));
    let finite = (main.from..main.to).find(|&i| scope.finite(i));
    // "zeigten" can be a Konjunktiv, and is one beside a subordinate clause in the Konjunktiv I
    let unclear = finite.is_none_or(|i| scope.unreal(i) || scope.word(i).ends_with("ten"));
    let strict = reports(main) || unclear && list.iter().any(reports);
    let unreal = (main.from..main.to).any(|i| scope.unreal(i));
    if !strict && !unreal {
        return;
    }
    let reach = if strict { 3 } else { 1 };
    let n = room.here.0;
    let spoke = room.last.as_ref().is_some_and(|last| last.unit + 1 == n);
    let before = if strict && !spoke { room.actor.clone().filter(|(unit, _)| unit + 1 == n).map(|(_, speaker)| vec![speaker]) } else { None };
    let told = strict && reports(main) && n > 0 && matches!(unit.kind, SectionKind::Body | SectionKind::Lead);
    let speakers = match before.or_else(|| room.carried(reach)) {
        Some(speakers) => speakers,
        // nothing but reported speech is in the Konjunktiv I, whoever speaks
        None if told => room.carried(8).unwrap_or_default(),
        None => return,
    };
    let goes_on = room.found.last().is_some_and(|s| s.kind == StatementKind::Indirect) || spoke && stands_for_first(scope, main, &list);
    if unreal && !strict && !goes_on {
        return;
    }
    let (parts, quote) = without_quote(room, scope, vec![(from, to)]);
    add(room, scope, &parts, speakers.clone(), None, &FOLLOW_UP, found);
    quoted(room, scope, quote, speakers);
}

/// "Die Helfer hätten viel geleistet", "Viele würden kommen": a Konjunktiv II that stands for a Konjunktiv I that could not be
/// told from the indicative, and no condition beside it.
fn stands_for_first(scope: &Scope<'_>, main: &Chunk, list: &[Chunk]) -> bool {
    let last = main.to - 1;
    let bracket = |i: usize| {
        scope.says(i, &["hätten", "hätte"]) && scope.is(last, Flags::PARTICIPLE)
            || scope.says(i, &["würden", "würde"]) && scope.is(last, Flags::INFINITIVE | Flags::PARTICIPLE)
    };
    let condition = |chunk: &Chunk| scope.says(chunk.from, &["wenn", "Wenn", "falls", "Falls", "Ohne", "Mit", "Hätte", "Hätten", "Wäre", "Würde"]);
    let wish = (main.from..main.to).any(|i| scope.says(i, &["gern", "gerne", "lieber", "fast", "beinahe", "ich", "Ich", "wir", "Wir"]));
    (main.from + 1..last).any(bracket) && !wish && !list.iter().any(condition)
}

/// "Name: Aussage" as a headline.
fn headline(room: &mut Room<'_>, scope: &Scope<'_>, (from, to): (usize, usize), found: &mut Vec<Content>) {
    let Some(colon) = (from..to).find(|&i| scope.class(i) == Some(Class::Colon)) else { return };
    let Some(phrase) = noun::at(scope, from, colon).filter(|p| p.end == colon) else { return };
    let content = trim(scope, colon + 1, to);
    let by_person = matches!(phrase.head, Head::Person(_));
    let by_other = matches!(phrase.head, Head::Organisation(_)) && (content.0..content.1).any(|i| scope.finite(i));
    if !(by_person || by_other) || content.0 >= content.1 {
        return;
    }
    let speakers = vec![speaker::of(scope, &phrase, &[])];
    add(room, scope, &[content], speakers, None, &HEADLINE, found);
}
