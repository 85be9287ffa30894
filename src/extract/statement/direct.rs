//! Direct statements: quotations that are utterances, with their frames.

use super::cue;
use super::frame::{self, Frame};
use super::noun;
use super::speaker;
use super::unit::{Scope, Unit};
use super::{Last, Room, carried};
use crate::analysis::{SectionKind, Speaker, Statement, StatementKind};
use crate::german::verb;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::rule::{Finds, Rule};
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// A quotation without a frame, by whoever spoke before.
pub static FOLLOW_UP: Rule = Rule {
    name: "carried/follow-up",
    finds: Finds::Statement,
    confidence: 0.95,
    reason: "A quotation that is a sentence of its own goes on with whoever spoke or acted just before.",
    yes: &[
        "„Das war ein langer Weg“, sagt Petra Seifert. [[„Jetzt feiern wir erst einmal.“]] => Petra Seifert",
        "Geschäftsführer Jonas Hiller ist zufrieden. [[„Das Jahr lief besser als gedacht.“]] => Jonas Hiller",
        "„Wir bauen weiter“, so Jonas Hiller. [[„Im Mai sind wir fertig.“]] => Jonas Hiller",
    ],
    no: &["„Winterreise“", "Im Museum hängt ein Bild. „Sommer“"],
};

/// …: „…“
pub static COLON: Rule = Rule {
    name: "carried/colon",
    finds: Finds::Statement,
    confidence: 0.7,
    reason: "A quoted sentence behind a colon is an utterance, of whoever spoke before where nobody is named.",
    yes: &[
        "„Wir bauen“, sagt Petra Seifert. Ihre Zuversicht hat einen Grund: [[„Die Nachfrage ist in diesem Jahr gestiegen.“]] => Petra Seifert",
        "Der Umbau sei nötig, so Jonas Hiller. Ein Punkt liegt ihm am Herzen: [[„Die Halle muss für alle offen sein.“]] => Jonas Hiller",
        "„Es lief gut“, erklärt Jonas Hiller. Eines bleibt offen: [[„Wir wissen nicht, wie der Winter wird.“]] => Jonas Hiller",
    ],
    no: &["Der Titel des Abends lautet: „Wer früher lacht, hat mehr vom Leben.“", "Auf dem Programm: „Wir sind noch einmal davongekommen“."],
};

/// A quoted sentence that nobody signs.
pub static ALONE: Rule = Rule {
    name: "carried/alone",
    finds: Finds::Statement,
    confidence: 0.7,
    reason: "A whole quoted sentence that stands for itself is somebody's utterance.",
    yes: &[
        "[[„Hier werden alle mit offenen Armen empfangen.“]]",
        "[[„Wir haben das alles selbst gebaut und sind stolz darauf.“]]",
        "[[„Ich komme wieder, weil es mir gefallen hat.“]]",
    ],
    no: &["„Winterreise“", "„Wege und Ziele“"],
};

/// A quotation as headline.
pub static HEADLINE: Rule = Rule {
    name: "headline/quotation",
    finds: Finds::Statement,
    confidence: 0.78,
    reason: "A quoted headline is said by whoever says the same in the text, or by the first speaker.",
    yes: &[
        "[[„Wir bauen auf Vertrauen“]]\n\nDas Haus feiert Jubiläum. „Wir bauen auf Vertrauen, jeden Tag“, sagt Petra Seifert. => Petra Seifert",
        "[[„Das war ein langer Weg“]]\n\nDer Umbau ist fertig. „Jetzt feiern wir“, sagt Jonas Hiller. => Jonas Hiller",
        "[[„Wir sind angekommen“]]\n\nDie Halle steht. „Das freut mich sehr“, so Petra Seifert. => Petra Seifert",
    ],
    no: &["„Winterreise“ im Stadttheater\n\nAm Freitag ist Premiere.", "Ausstellung „Wege und Ziele“ eröffnet\n\nSie läuft bis Mai."],
};

/// Items between the direct quotations of a unit, with whoever speaks in the frame there.
pub struct Gap {
    /// The items.
    pub range: (usize, usize),
    /// The speakers of a quotation whose frame stands there.
    pub lead: Vec<Speaker>,
}

/// Finds the direct statements of a unit; what lies between them is given back.
pub fn unit(room: &mut Room<'_>, units: &[Unit], scope: &Scope<'_>) -> Vec<Gap> {
    let n = room.here.0;
    let unit = &units[n];
    let mut gaps = Vec::new();
    let mut from = 0;
    let mut lead: Vec<Speaker> = Vec::new();
    // a direct statement whose frame stands behind it: it may go on behind the frame
    let mut open: Option<(usize, usize)> = None;
    for at in 0..scope.len() {
        let Some(quote) = scope.quote(at) else { continue };
        let inner = room.text.quotations[quote].inner();
        let exclaims = inner.end().checked_sub(1).is_some_and(|last| !inner.is_empty() && room.text.tokens[last].class == Class::Final);
        let utterance = is_clause(room.text, inner) || exclaims && scope.items.len() > 1;
        let found = decide(room, units, scope, (from, at), quote, utterance, open);
        let Some(found) = found else { continue };
        if at > from {
            let kept = std::mem::take(&mut lead);
            gaps.push(Gap { range: (from, at), lead: kept });
        }
        from = at + 1;
        let span = room.text.bytes(room.text.quotations[quote].tokens);
        match found {
            Decision::Continues(statement) => {
                room.found[statement].segments.push(span);
                room.owner[quote] = Some(statement);
                if let Some(frame) = behind(room, scope, at, utterance) {
                    let said = &mut room.found[statement];
                    if said.cue.is_none() || said.speakers.is_empty() {
                        said.speakers = frame.speakers.clone();
                        said.cue = frame.cue;
                        said.rule = frame.rule;
                    }
                    room.last = Some(Last { speakers: room.found[statement].speakers.clone(), unit: n, section: unit.section });
                }
                lead = room.found[statement].speakers.clone();
                open = None;
            }
            Decision::Inside(statement) => {
                room.found[statement].segments.push(span);
                room.found[statement].rule = &frame::INSIDE;
                room.owner[quote] = Some(statement);
                lead = room.found[statement].speakers.clone();
                open = None;
            }
            Decision::New(frame, is_after) => {
                lead = frame.speakers.clone();
                let statement = room.add(StatementKind::Direct, vec![span], frame.speakers, frame.cue, frame.rule);
                room.owner[quote] = Some(statement);
                open = is_after.then_some((statement, at));
            }
        }
    }
    if from < scope.len() {
        gaps.push(Gap { range: (from, scope.len()), lead });
    }
    room.pending = pending(room, n, scope);
    gaps
}

enum Decision {
    /// Goes on with a quotation of the paragraph before.
    Continues(usize),
    /// Goes on behind its frame.
    Inside(usize),
    /// A statement of its own, and whether its frame stands behind it.
    New(Frame, bool),
}

fn decide(
    room: &mut Room<'_>,
    units: &[Unit],
    scope: &Scope<'_>,
    (from, at): (usize, usize),
    quote: usize,
    utterance: bool,
    open: Option<(usize, usize)>,
) -> Option<Decision> {
    let n = room.here.0;
    let text = room.text;
    let quotation = text.quotations[quote];
    if quotation.continues
        && at == 0
        && let Some(statement) = quote.checked_sub(1).and_then(|before| room.owner[before])
    {
        return Some(Decision::Continues(statement));
    }
    if let Some((statement, before)) = open
        && goes_on(scope, before, at, utterance && !named(room, quotation.inner()))
    {
        return Some(Decision::Inside(statement));
    }
    let known = room.known();
    let inner = quotation.inner();
    let colon = at > from && scope.class(at - 1) == Some(Class::Colon);
    // "Engpass sei das Material: „…“": what is reported before the colon has its speaker from the sentence before
    let reported = colon && utterance && reports(scope, start_of_frame(scope, from, at - 1), at - 1);
    if colon
        && !reported
        && let Some(frame) = frame::before_colon(scope, start_of_frame(scope, from, at - 1), at - 1, utterance, known)
    {
        // "Trainer X war zufrieden: „…“, sagte er": a reporting verb behind wins over a clause without one
        let told = frame.cue.is_none() && scope.class(at + 1) == Some(Class::Comma) && scope.finite(at + 2);
        let behind = if told { behind(room, scope, at, utterance).filter(|frame| frame.rule == &frame::AFTER_VERB) } else { None };
        let is_after = behind.is_some();
        return Some(Decision::New(behind.unwrap_or(frame), is_after));
    }
    if colon
        && scope.class(at + 1) == Some(Class::Comma)
        && scope.finite(at + 2)
        && let Some(frame) = behind(room, scope, at, utterance).filter(|frame| frame.rule == &frame::AFTER_VERB)
    {
        return Some(Decision::New(frame, true));
    }
    if colon && utterance && matches!(units[n].kind, SectionKind::Headline | SectionKind::Subheadline) {
        return Some(Decision::New(Frame { cue: None, speakers: Vec::new(), rule: &HEADLINE }, false));
    }
    if colon && is_clause(room.text, inner) && !title_before(scope, from, at - 1) {
        let acted = room.actor.as_ref().filter(|(unit, _)| unit + 1 == n && room.last.as_ref().is_none_or(|last| last.unit < *unit));
        let acted = acted.map(|(_, speaker)| vec![speaker.clone()]);
        let near = acted.or_else(|| room.carried(2).filter(|_| room.last.as_ref().is_some_and(|last| last.section == units[n].section)));
        return Some(Decision::New(Frame { cue: None, speakers: near.unwrap_or_default(), rule: &COLON }, false));
    }
    if named(room, inner) && !utterance {
        return None;
    }
    if at == 0
        && let Some((unit, frame)) = &room.pending
        && *unit + 1 == n
    {
        return Some(Decision::New(frame.clone(), false));
    }
    let opens = at == from && from == 0 || colon || opens_clause(scope, from, at);
    if opens && let Some(frame) = behind(room, scope, at, utterance) {
        return Some(Decision::New(frame, true));
    }
    if utterance
        && at > from
        && !colon
        && let Some(frame) = frame::before_verb(scope, from, at, known)
    {
        return Some(Decision::New(frame, false));
    }
    if at > from
        && scope.says(at - 1, &["Worten", "Worte", "Satz", "Ruf", "Sätzen"])
        && let Some(frame) = frame::with_words(scope, from, at, room.known())
    {
        return Some(Decision::New(frame, false));
    }
    if at == 0
        && matches!(units[n].kind, SectionKind::Headline | SectionKind::Subheadline)
        && let Some(frame) = frame::headline(scope, room.known())
    {
        return Some(Decision::New(frame, false));
    }
    let alone = (0..scope.len())
        .all(|i| i == at || scope.quote(i).is_none() && matches!(scope.class(i), Some(Class::Stop | Class::Final | Class::Comma | Class::Dash)));
    if !alone {
        return None;
    }
    without_frame(room, units, scope, inner, utterance).map(|frame| Decision::New(frame, false))
}

/// Whether the words before a colon are reported speech without a frame of their own.
fn reports(scope: &Scope<'_>, from: usize, to: usize) -> bool {
    let finite = (from..to).find(|&i| scope.finite(i));
    finite.is_some_and(|i| scope.reporting(i)) && cue::last_verb(scope, (from, to), "qdozn").is_none_or(|verb| scope.reporting(verb.finite))
}

/// A quotation that is a unit of its own.
fn without_frame(room: &mut Room<'_>, units: &[Unit], scope: &Scope<'_>, inner: TokenSpan, utterance: bool) -> Option<Frame> {
    let n = room.here.0;
    let unit = &units[n];
    let words = room.text.tokens[inner.range()].iter().filter(|t| t.class == Class::Word).count();
    if matches!(unit.kind, SectionKind::Headline | SectionKind::Subheadline | SectionKind::Crosshead) {
        return utterance.then(|| Frame { cue: None, speakers: Vec::new(), rule: &HEADLINE });
    }
    let ends_itself = inner.end().checked_sub(1).is_some_and(|last| matches!(room.text.tokens[last].class, Class::Final | Class::Stop));
    if !(utterance || ends_itself && words >= 2 && room.last.is_some()) {
        return None;
    }
    let begins_block = n == 0 || units[n - 1].section != unit.section;
    let name_line = |at: usize| {
        let other = units.get(at).filter(|other| begins_block && other.section != unit.section && other.items.len() < 24)?;
        frame::name_line(&Scope { items: &other.items, ..*scope }, &[])
    };
    if let Some(above) = n.checked_sub(1).filter(|above| room.signed != Some(*above))
        && let Some(frame) = name_line(above)
    {
        return Some(frame);
    }
    if let Some(frame) = name_line(n + 1) {
        room.signed = Some(n + 1);
        return Some(frame);
    }
    if let Some(next) = units.get(n + 1).filter(|next| next.section == unit.section)
        && let Some(frame) = frame::looks_back(&Scope { items: &next.items, ..*scope }, room.known())
    {
        return Some(frame);
    }
    let spoke_there = room.last.as_ref().is_some_and(|last| last.unit + 1 == n);
    if !begins_block
        && !spoke_there
        && let Some((_, speaker)) = &room.actor
    {
        // "Geschäftsführer X ist zufrieden. „…“": the subject of the sentence before
        return Some(Frame { cue: None, speakers: vec![speaker.clone()], rule: &FOLLOW_UP });
    }
    if let Some(speakers) = room.carried(4) {
        return Some(Frame { cue: None, speakers, rule: &FOLLOW_UP });
    }
    utterance.then(|| Frame { cue: None, speakers: Vec::new(), rule: &ALONE })
}

/// The person who is the subject of a sentence.
pub fn actor(scope: &Scope<'_>, known: &[Speaker]) -> Option<Speaker> {
    // "Anna Muster, eine der Stimmen, die warnten, lehnt ab": a name in front, read on over its appositions
    let opens = noun::at(scope, 0, scope.len())
        .filter(|phrase| matches!(phrase.head, noun::Head::Person(_)) && !phrase.oblique && scope.class(phrase.end) == Some(Class::Comma));
    let found = opens.or_else(|| acting(scope)).or_else(|| taking_sides(scope))?;
    let said = speaker::of(scope, &found, known);
    said.entity?;
    Some(carried(&said))
}

/// The subject of the first verbs, when it is a person.
fn acting(scope: &Scope<'_>) -> Option<noun::Phrase> {
    (0..scope.len()).filter(|&i| scope.finite(i)).take(3).find_map(|finite| {
        let start = (0..finite).rev().find(|&i| scope.is_break(i)).map_or(0, |i| i + 1);
        let start = if start < finite { 0 } else { start };
        let phrases = speaker::subject(scope, (start, scope.len()), finite, false);
        phrases.into_iter().next().filter(|p| matches!(p.head, noun::Head::Person(_) | noun::Head::Pronoun(_) | noun::Head::Role(_)))
    })
}

/// "Kritik kommt vom Verband", "Lob gab es von X": whose praise or blame a sentence announces.
fn taking_sides(scope: &Scope<'_>) -> Option<noun::Phrase> {
    const NOUNS: [&str; 14] = [
        "Kritik",
        "Lob",
        "Zustimmung",
        "Unterstützung",
        "Widerspruch",
        "Dank",
        "Anerkennung",
        "Rückendeckung",
        "Beifall",
        "Protest",
        "Zuspruch",
        "Skepsis",
        "Rückenwind",
        "Gegenwind",
    ];
    (0..3).find(|&i| scope.says(i, &NOUNS))?;
    let by = (1..scope.len()).find(|&i| scope.says(i, &["von", "vom", "seitens"]))?;
    noun::at(scope, by + 1, scope.len()).filter(|phrase| matches!(phrase.head, noun::Head::Person(_) | noun::Head::Organisation(_)))
}

/// The frame behind the quotation at an item.
fn behind(room: &Room<'_>, scope: &Scope<'_>, at: usize, utterance: bool) -> Option<Frame> {
    let to = (at + 1..scope.len())
        .find(|&i| scope.quote(i).is_some_and(|q| i > at + 3 && is_clause(room.text, room.text.quotations[q].inner())))
        .unwrap_or(scope.len());
    frame::after(scope, at, to, utterance, room.known())
}

/// Whether a quotation at `at` goes on with the one at `before`: the frame between them closes with a comma or nothing.
fn goes_on(scope: &Scope<'_>, before: usize, at: usize, utterance: bool) -> bool {
    let last = at - 1;
    let closes = matches!(scope.class(last), Some(Class::Comma | Class::Dash))
        || utterance
            && scope.token(last).is_some()
            && !scope.is(last, Flags::ARTICLE | Flags::PREPOSITION)
            && !matches!(scope.class(last), Some(Class::Colon | Class::Stop | Class::Semicolon));
    let verb_and = (before + 1..last).any(|i| scope.says(i, &["und"]) && scope.finite(i + 1));
    let noun_before = scope.capital(last) && scope.is(last, Flags::NONSPEECH_NOUN);
    closes && !verb_and && !noun_before && at - before > 2
}

/// Whether the words before a colon name a title or a text rather than announce an utterance.
fn title_before(scope: &Scope<'_>, from: usize, colon: usize) -> bool {
    let start = start_of_frame(scope, from, colon);
    let title = |i: usize| scope.capital(i) && scope.is(i, Flags::NONSPEECH_NOUN) && !scope.is(i, Flags::SPEECH_NOUN);
    let verb = (start..colon).find(|&i| scope.finite(i));
    let reads = (start..colon).any(|i| scope.says(i, &["lautet", "lautete", "lauten", "heißt", "hieß", "heißen"]));
    verb.is_none() || reads || (start..colon).rev().take(3).any(title)
}

/// Where the clause begins that ends in the colon at `colon`.
fn start_of_frame(scope: &Scope<'_>, from: usize, colon: usize) -> usize {
    let edge = |i: &usize| match scope.class(*i) {
        Some(Class::Semicolon | Class::Colon) => true,
        // "Neues Haus eröffnet – Petra Seifert:"
        Some(Class::Dash) => noun::at(scope, i + 1, colon).is_some_and(|phrase| phrase.speaks() && phrase.end == colon),
        _ => false,
    };
    (from..colon).rev().find(edge).map_or(from, |i| i + 1)
}

/// Whether only light words stand before the quotation ("Denn „wir …“, sagt X").
fn opens_clause(scope: &Scope<'_>, from: usize, at: usize) -> bool {
    at > from
        && at - from <= 2
        && (from..at).all(|i| {
            scope.is(i, Flags::CONJUNCTION)
                || scope.says(i, &["Denn", "Und", "Aber", "Doch", "–", "-", "•", "*"])
                || matches!(scope.class(i), Some(Class::Dash | Class::Symbol | Class::Hyphen))
        })
}

/// A frame that ends the unit with a colon, for a quotation in the next block.
fn pending(room: &Room<'_>, n: usize, scope: &Scope<'_>) -> Option<(usize, Frame)> {
    let last = scope.len().checked_sub(1)?;
    if scope.class(last) != Some(Class::Colon) {
        return None;
    }
    let from = (0..last).rev().find(|&i| scope.quote(i).is_some_and(|q| room.owner[q].is_some())).map_or(0, |i| i + 1);
    let frame = frame::before_colon(scope, start_of_frame(scope, from, last), last, true, room.known())?;
    Some((n, frame))
}

/// Whether the words in quotation marks make a clause: a verb in them, or the length of one.
pub fn is_clause(text: &Text<'_>, inner: TokenSpan) -> bool {
    let tokens = &text.tokens[inner.range()];
    let words = tokens.iter().filter(|t| t.class == Class::Word).count();
    // "Gehen Sie Ihren Weg", "Haben wir genug getan?": the verb opens the sentence
    let opens = matches!(tokens, [first, second, ..] if first.is_capital() && verb::is_finite_form(first.flags) && second.is(Flags::PERSONAL));
    let finite = opens || tokens.iter().any(verb::is_clearly_finite);
    let stops = tokens.iter().filter(|t| matches!(t.class, Class::Stop | Class::Final)).count();
    words >= 3 && finite || words >= 12 || stops >= 2 && words >= 5
}

/// Whether a quotation is a main clause that could stand alone: its verb is the second part, or stands behind "und".
pub fn opens_main(text: &Text<'_>, quote: Option<usize>) -> bool {
    let Some(inner) = quote.and_then(|quote| text.quotations.get(quote)).map(|quotation| quotation.inner()) else { return false };
    let joined = text.is(inner.start(), Flags::CONJUNCTION) && text.tokens.get(inner.start()).is_some_and(|first| first.is_lower());
    let start = inner.start() + usize::from(joined);
    let second = (start + 1..inner.end().min(start + 3)).any(|at| verb::is_clearly_finite(&text.tokens[at]));
    second && is_clause(text, inner)
}

/// Whether the quoted words are a name that was found already.
fn named(room: &Room<'_>, inner: TokenSpan) -> bool {
    let register = room.register;
    let start = inner.start();
    let award = register.award_at(start).is_some_and(|n| register.mentions.awards[n].span.contains(inner));
    award || register.organisation_at(start).is_some_and(|n| register.mentions.organisations[n].span.contains(inner))
}

/// Gives quoted headlines their speaker: whoever says the same in the text, or else the first speaker.
pub fn headlines(text: &Text<'_>, _register: &Register, found: &mut [Statement]) {
    let key = |statement: &Statement| -> String {
        let words = statement.segments.iter().flat_map(|span| span.of(text.raw).split(|c: char| !c.is_alphanumeric()));
        words.filter(|word| !word.is_empty()).flat_map(|word| [word.to_lowercase(), " ".to_owned()]).collect()
    };
    let open: Vec<usize> = (0..found.len()).filter(|&n| found[n].speakers.is_empty() && found[n].rule == &HEADLINE).take(8).collect();
    if open.is_empty() {
        return;
    }
    let said: Vec<(usize, String)> =
        (0..found.len()).filter(|&n| !found[n].speakers.is_empty() && found[n].kind != StatementKind::Partial).map(|n| (n, key(&found[n]))).collect();
    for n in open {
        let headline = key(&found[n]);
        let same = said.iter().find(|(_, body)| body.contains(headline.trim()));
        let source = same.or_else(|| said.iter().find(|(m, _)| found[*m].kind == StatementKind::Direct)).map(|(m, _)| *m);
        if let Some(source) = source {
            found[n].speakers = found[source].speakers.iter().map(carried).collect();
        }
    }
}
