//! Frames of direct quotations: the words that say who speaks, behind, before or inside the quotation.

use super::clause::has_mood;
use super::cue::{self, CueVerb};
use super::noun::{self, Head};
use super::origin;
use super::speaker;
use super::unit::{Scope, What};
use crate::analysis::{Cue, Speaker};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// „…“, sagt X
pub static AFTER_VERB: Rule = Rule {
    name: "frame/after/verb-speaker",
    finds: Finds::Statement,
    confidence: 0.97,
    reason: "A reporting verb behind a quotation turns round, and its subject is whoever spoke.",
    yes: &[
        "[[„Das war ein langer Weg“]], sagt Petra Seifert. => Petra Seifert",
        "[[„Wir bauen weiter“]], teilte Geschäftsführer Jonas Hiller am Montag mit. => Jonas Hiller",
        "[[„Das ist ein gutes Zeichen“]], freut sich Bürgermeisterin Petra Seifert. => Petra Seifert",
    ],
    no: &["„Heimat im Wandel“ lautet der Titel der Schau.", "Die Ausstellung „Licht und Schatten“ zeigt Bilder von Petra Seifert."],
};

/// „…“, so X
pub static AFTER_SO: Rule = Rule {
    name: "frame/after/so",
    finds: Finds::Statement,
    confidence: 0.92,
    reason: "\"so\" and a name behind a quotation say who spoke.",
    yes: &[
        "[[„Der Umbau hat sich gelohnt“]], so Petra Seifert. => Petra Seifert",
        "[[„Der Umbau hat sich gelohnt“]], so Geschäftsführer Jonas Hiller weiter. => Jonas Hiller",
        "[[„Es war knapp“]], so Jonas Hiller abschließend. => Jonas Hiller",
    ],
    no: &["Die Aktion „Saubere Stadt“ ist so beliebt wie nie.", "Der Film „Winterreise“ kam so gut an, dass er wiederholt wird."],
};

/// „…“, klopft X auf den Tisch
pub static AFTER_WEAK: Rule = Rule {
    name: "frame/after/other-verb",
    finds: Finds::Statement,
    confidence: 0.86,
    reason: "Behind a quotation and a comma, any verb with somebody who can speak is a frame.",
    yes: &[
        "[[„Das waren viel zu viele Stufen“]], schüttelt Petra Seifert den Kopf. => Petra Seifert",
        "[[„Jetzt fangen wir endlich an“]], klatscht Jonas Hiller in die Hände. => Jonas Hiller",
        "[[„Das haben wir alles selbst gebaut“]], klopft Jonas Hiller auf die Tischplatte. => Jonas Hiller",
    ],
    no: &["Mit dem Stück „Warten auf Regen“, spielt das Ensemble erstmals im Freien.", "Der Band „Wege und Ziele“, ist seit Montag im Handel."],
};

/// „…“ – Name, Funktion
pub static DASH_NAME: Rule = Rule {
    name: "frame/dash-name",
    finds: Finds::Statement,
    confidence: 0.92,
    reason: "A name behind a dash, a bracket or on a line of its own signs the quotation.",
    yes: &[
        "[[„Hier wird jeder gehört.“]] – Petra Seifert, Vorsitzende => Petra Seifert",
        "[[„Das Team hat alles gegeben.“]] (Jonas Hiller) => Jonas Hiller",
        "[[„Das Team hat alles gegeben.“]] – Jonas Hiller => Jonas Hiller",
    ],
    no: &["„Winterreise“ – ein Abend mit Liedern.", "„Sommer“ (1998) hängt im Foyer."],
};

/// X sagt: „…“
pub static BEFORE_COLON: Rule = Rule {
    name: "frame/before/colon",
    finds: Finds::Statement,
    confidence: 0.91,
    reason: "A clause with a verb and a colon announces the quotation; its subject speaks.",
    yes: &[
        "Petra Seifert sagt: [[„Das war ein langer Weg.“]] => Petra Seifert",
        "Geschäftsführer Jonas Hiller ergänzte: [[„Wir bauen weiter.“]] => Jonas Hiller",
        "Dazu erklärt Petra Seifert: [[„Wir bleiben dran.“]] => Petra Seifert",
    ],
    no: &["Das Motto lautet: „Gemeinsam sind wir stark.“", "Der Titel des Buches: „Wege und Ziele“."],
};

/// Dazu X: „…“
pub static BEFORE_NAME: Rule = Rule {
    name: "frame/before/name-colon",
    finds: Finds::Statement,
    confidence: 0.94,
    reason: "A name and a colon before a quotation.",
    yes: &[
        "Petra Seifert: [[„Das war ein langer Weg.“]] => Petra Seifert",
        "Dazu Geschäftsführer Jonas Hiller: [[„Wir bauen weiter.“]] => Jonas Hiller",
        "Jonas Hiller weiter: [[„Das freut uns sehr.“]] => Jonas Hiller",
    ],
    no: &["Neu im Programm: „Winterreise“.", "Preisträger: „Wege und Ziele“."],
};

/// X sagte „…“
pub static BEFORE_VERB: Rule = Rule {
    name: "frame/before/verb",
    finds: Finds::Statement,
    confidence: 0.85,
    reason: "A reporting verb directly before a quoted clause, without a colon.",
    yes: &[
        "Petra Seifert sagte [[„Wir machen weiter“]]. => Petra Seifert",
        "Am Ende rief Jonas Hiller [[„Das haben wir uns verdient!“]] => Jonas Hiller",
        "Jonas Hiller sagt, [[„wir haben lange gewartet“]]. => Jonas Hiller",
    ],
    no: &["Petra Seifert besuchte die Schau „Wir machen weiter“.", "Jonas Hiller spielt im Stück „Das haben wir nicht gewollt“."],
};

/// „…“, sagt X, „…“
pub static INSIDE: Rule = Rule {
    name: "frame/inside",
    finds: Finds::Statement,
    confidence: 0.94,
    reason: "A quotation that goes on behind its frame and a comma is one utterance.",
    yes: &[
        "[[„Wir bauen“]], sagt Petra Seifert, [[„und zwar sofort.“]] => Petra Seifert",
        "[[„Das Haus“]], so Jonas Hiller, [[„bleibt offen.“]] => Jonas Hiller",
        "[[„Wenn es regnet“]], erklärt Petra Seifert, [[„feiern wir im Zelt.“]] => Petra Seifert",
    ],
    no: &["Im Stück „Sommer“, im Film „Winter“.", "Die Reihen „Licht“, „Schatten“ und „Farbe“ gehen weiter."],
};

/// Who says a quotation, and with which words.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The reporting words.
    pub cue: Option<Cue>,
    /// The speakers.
    pub speakers: Vec<Speaker>,
    /// How it was found.
    pub rule: &'static Rule,
}

/// The frame behind the quotation at an item; `to` is where it has to end at the latest.
pub fn after(scope: &Scope<'_>, quote: usize, to: usize, utterance: bool, known: &[Speaker]) -> Option<Frame> {
    let mut i = quote + 1;
    if scope.items.get(i).is_some_and(|item| item.what == What::Aside) {
        return signature_in_brackets(scope, i);
    }
    let separator = scope.class(i);
    let comma = separator == Some(Class::Comma);
    let dash = separator == Some(Class::Dash);
    if comma || dash {
        i += 1;
    }
    if i >= to {
        return None;
    }
    if dash && let Some(frame) = signature(scope, i, to, known) {
        return Some(frame);
    }
    if scope.says(i, &["so"]) {
        return so(scope, i, to, known);
    }
    if scope.says(i, &["wie"]) && comma {
        let verb = (i + 1..to).find_map(|j| cue::verb_at(scope, j, (i, to), "qdo").filter(|verb| scope.is_break(verb.end())))?;
        let phrase = noun::find(scope, i + 1, verb.verb)?;
        return Some(with_verb(scope, &verb, speaker::all(scope, &speaker::joined(scope, phrase, verb.verb, verb.plural), known)));
    }
    if scope.says(i, &["das", "dies"]) && scope.finite(i + 1) {
        i += 1;
    }
    // "„…“, mit diesen Worten begrüßte X die Gäste"
    if comma && scope.says(i, &["mit"]) && scope.says(i + 1, &["diesen", "diesem"]) && scope.says(i + 2, &["Worten", "Satz", "Sätzen"]) && scope.finite(i + 3)
    {
        i += 3;
    }
    if scope.finite(i) {
        return verb(scope, i, to, comma || dash, utterance, known);
    }
    if (comma && utterance)
        && let Some(frame) = signature(scope, i, to, known)
    {
        return Some(frame);
    }
    None
}

/// The frame that begins with its finite verb.
fn verb(scope: &Scope<'_>, i: usize, to: usize, separated: bool, utterance: bool, known: &[Speaker]) -> Option<Frame> {
    let clause = (i, to);
    let found = cue::verb_at(scope, i, clause, "qdozn").or_else(|| {
        let perfect = scope.is(i, Flags::AUXILIARY | Flags::MODAL);
        perfect.then(|| cue::first_verb(scope, clause, "qd")).flatten().filter(|verb| verb.finite == i)
    });
    if scope.is_called(i) && scope.says(i + 1, &["es"]) {
        let cue = cue::plain(scope, (i, i + 2));
        return Some(Frame { cue: Some(cue), speakers: document_of(scope, i + 2, to, known), rule: &AFTER_VERB });
    }
    let plural = found.as_ref().map_or(scope.plural(i), |verb| verb.plural);
    let phrase = noun::find(scope, i + 1, to);
    let speaks = phrase.as_ref().is_some_and(noun::Phrase::speaks);
    let accepted = match &found {
        Some(verb) if verb.row.strength < 3 => separated || utterance,
        Some(_) => (speaks || separated) && utterance || separated && phrase.as_ref().is_some_and(|p| matches!(p.head, Head::Person(_))),
        None => separated && utterance && speaks,
    };
    if !accepted || scope.says(i, &["lautet", "lautete", "heißt", "hieß"]) && !speaks {
        return None;
    }
    let speakers = phrase.map_or_else(Vec::new, |phrase| speaker::all(scope, &speaker::joined(scope, phrase, to, plural), known));
    match found {
        Some(verb) => Some(with_verb(scope, &verb, speakers)),
        None => Some(Frame { cue: Some(cue::plain(scope, (i, i + 1))), speakers, rule: &AFTER_WEAK }),
    }
}

fn with_verb(scope: &Scope<'_>, verb: &CueVerb<'_>, speakers: Vec<Speaker>) -> Frame {
    Frame { cue: Some(verb.report(scope)), speakers, rule: &AFTER_VERB }
}

/// "so X", "so sagte X"
fn so(scope: &Scope<'_>, i: usize, to: usize, known: &[Speaker]) -> Option<Frame> {
    if scope.finite(i + 1) {
        let mut frame = verb(scope, i + 1, to, true, true, known)?;
        if scope.says(i + 1, &["heißt", "hieß", "lautet", "lautete"]) || frame.speakers.is_empty() {
            frame.speakers = document_of(scope, i + 2, to, known);
        }
        return Some(frame);
    }
    let phrase = noun::at(scope, i + 1, to).or_else(|| noun::find(scope, i + 1, to))?;
    let phrase = owner(scope, phrase, to);
    let speakers = speaker::all(scope, &speaker::joined(scope, phrase, to, true), known);
    Some(Frame { cue: Some(cue::plain(scope, (i, i + 1))), speakers, rule: &AFTER_SO })
}

/// "so das Fazit der Betreiber": the owner of a noun of saying.
pub fn owner(scope: &Scope<'_>, phrase: noun::Phrase, to: usize) -> noun::Phrase {
    let Head::Noun(token) = phrase.head else { return phrase };
    let after = scope.item_from(phrase.from, token) + 1;
    let owner = origin::genitive(scope, after, to).filter(|_| scope.text.is(token, Flags::SPEECH_NOUN));
    owner.map_or(phrase, |(owner, _)| owner)
}

/// "heißt es in der Mitteilung der Stadt", "heißt es von der Polizei": the organisation behind it.
pub fn document_of(scope: &Scope<'_>, from: usize, to: usize, known: &[Speaker]) -> Vec<Speaker> {
    for i in from..to.min(from + 18) {
        if scope.is_break(i) {
            break;
        }
        let opens = scope.says(i, &["der", "des", "die", "dem", "vom", "von", "bei", "beim", "aus"]);
        if !opens {
            continue;
        }
        let start = if scope.is(i, Flags::PREPOSITION) && !scope.is(i, Flags::ARTICLE) { i + 1 } else { i };
        if let Some(phrase) = noun::at(scope, start, to)
            && matches!(phrase.head, Head::Organisation(_) | Head::Generic(_) | Head::Person(_))
        {
            return vec![speaker::of(scope, &phrase, known)];
        }
    }
    Vec::new()
}

/// "– Name, Funktion": a name that signs.
fn signature(scope: &Scope<'_>, i: usize, to: usize, known: &[Speaker]) -> Option<Frame> {
    let phrase = noun::at(scope, i, to).filter(|phrase| matches!(phrase.head, Head::Person(_)) && !phrase.oblique)?;
    if to - i > 30 || (phrase.end..to).any(|j| scope.finite(j)) {
        return None;
    }
    Some(Frame { cue: None, speakers: vec![speaker::of(scope, &phrase, known)], rule: &DASH_NAME })
}

fn signature_in_brackets(scope: &Scope<'_>, i: usize) -> Option<Frame> {
    let span = scope.items[i].tokens;
    let person = span.range().find_map(|token| scope.register.person_at(token))?;
    let mention = &scope.register.mentions.persons[person];
    let entity = scope.register.person_of.get(person).copied().map(crate::analysis::Entity::Person);
    let speaker = Speaker { entity, span: Some(scope.text.bytes(mention.span)), via: crate::analysis::Via::Name };
    Some(Frame { cue: None, speakers: vec![speaker], rule: &DASH_NAME })
}

/// A line that only names somebody ("Petra Seifert, Vorsitzende"), as it stands above or below a quotation.
pub fn name_line(scope: &Scope<'_>, known: &[Speaker]) -> Option<Frame> {
    let from = usize::from(matches!(scope.class(0), Some(Class::Dash)));
    signature(scope, from, scope.len(), known)
}

/// The frame before a quotation, in the items `from..to` that end in a colon at `to`.
pub fn before_colon(scope: &Scope<'_>, from: usize, to: usize, utterance: bool, known: &[Speaker]) -> Option<Frame> {
    if from >= to {
        return None;
    }
    // "knüpfte an ein Wort von X an:"
    let quoted = |i: &usize| scope.says(*i, &["Wort", "Satz", "Zitat", "Ausspruch", "Bonmot"]) && scope.says(*i + 1, &["von"]);
    if let Some(i) = (from..to).rev().find(quoted)
        && let Some(phrase) = noun::at(scope, i + 2, to).filter(|p| matches!(p.head, Head::Person(_)))
    {
        return Some(Frame { cue: None, speakers: vec![speaker::of(scope, &phrase, known)], rule: &BEFORE_NAME });
    }
    // "Das Motto lautet:", "Titel der Schau:"
    let title =
        |i: usize| scope.capital(i) && scope.is(i, Flags::NONSPEECH_NOUN) && !scope.is(i, Flags::SPEECH_NOUN | Flags::ROLE | Flags::GENERIC_ORGANISATION);
    let clause = (from, to);
    if let Some(verb) = cue::last_verb(scope, clause, "qdozn")
        && !(verb.row.strength == 3 && (from..to).any(title))
    {
        let mut phrases = speaker::subject(scope, clause, verb.finite, verb.plural);
        if phrases.first().is_none_or(|p| !p.speaks() || p.from > verb.finite + 12)
            && let Some(earlier) = main_subject(scope, clause, verb.finite)
        {
            phrases = earlier;
        }
        let says = scope.is_called(verb.finite) && (from..to).any(|i| scope.says(i, &["es"]));
        let speakers = match phrases.first() {
            _ if says => document_of(scope, from, to, known),
            // "…, und fügt hinzu:"
            None => known.to_vec(),
            // "Für Leiterin X zeigt der Abend vor allem eines:"
            Some(first) if !first.speaks() && utterance && scope.says(from, &["Für"]) => match only_person(scope, from, to) {
                Some(only) => vec![speaker::of(scope, &only, known)],
                None => speaker::all(scope, &phrases, known),
            },
            Some(_) => speaker::all(scope, &phrases, known),
        };
        // "Das Motto lautet:" names, "Ihr Fazit lautet:" speaks
        let reads = scope.says(verb.finite, &["lautet", "lautete", "lauten"]);
        let speech = |token: usize| scope.text.is(token, Flags::SPEECH_NOUN) && !scope.text.is(token, Flags::NONSPEECH_NOUN);
        if reads && !phrases.iter().any(|p| matches!(p.head, Head::Noun(token) if speech(token))) {
            return None;
        }
        if phrases.iter().any(|p| matches!(p.head, Head::Noun(token) if is_title(scope, token))) && verb.row.strength > 1 {
            return None;
        }
        return Some(Frame { cue: Some(verb.report(scope)), speakers, rule: &BEFORE_COLON });
    }
    // "Trainer X, vom Verband nominiert, tritt …": a participle before a comma is no finite verb
    let closes = |i: usize| scope.is(i, Flags::PARTICIPLE) && scope.is_break(i + 1);
    let finite = (from..to).find(|&i| scope.finite(i) && !closes(i)).or_else(|| (from..to).find(|&i| scope.finite(i)));
    match finite {
        Some(finite) => {
            let names = title(to - 1) || scope.says(finite, &["lautet", "lautete", "heißt", "hieß", "ist", "war", "trägt"]) && (from..to).any(title);
            let phrases = speaker::subject(scope, clause, finite, false);
            let speaking: Vec<_> = phrases.into_iter().filter(noun::Phrase::speaks).collect();
            let passive = scope.says(finite, &["wird", "wurde", "werden", "wurden"]);
            if speaking.is_empty()
                && !names
                && utterance
                && let Some(only) = only_person(scope, from, to)
            {
                // "Für Geschäftsführerin X ist der Preis ein Ansporn:"
                return Some(Frame { cue: None, speakers: vec![speaker::of(scope, &only, known)], rule: &BEFORE_COLON });
            }
            if names || speaking.is_empty() && !(utterance && (passive || scope.says(finite, &["steht", "stand", "heißt", "hieß"]))) {
                return None;
            }
            Some(Frame { cue: None, speakers: speaker::all(scope, &speaking, known), rule: &BEFORE_COLON })
        }
        None => {
            let light = |i: &usize| {
                scope.says(*i, &["Dazu", "Hierzu", "Und", "Auch", "So", "Oder", "Zitat", "Darauf", "Daraufhin"])
                    || matches!(scope.class(*i), Some(Class::Comma | Class::Dash))
            };
            let start = (from..to).find(|i| !light(i)).unwrap_or(to);
            if start == to {
                // "Und:"
                return Some(Frame { cue: None, speakers: known.to_vec(), rule: &BEFORE_NAME });
            }
            let phrase = noun::at(scope, start, to).filter(|p| p.speaks() && !p.oblique);
            if let Some(phrase) = phrase {
                let by_name = matches!(phrase.head, Head::Person(_) | Head::Pronoun(_));
                if !by_name && (!utterance || (from..to).any(title)) {
                    return None;
                }
                let cue = scope.says(start.saturating_sub(1), &["So", "so"]).then(|| cue::plain(scope, (start - 1, start)));
                let all = speaker::joined(scope, phrase, to, true);
                return Some(Frame { cue, speakers: speaker::all(scope, &all, known), rule: &BEFORE_NAME });
            }
            // "Auf dem Podium Petra Seifert:", "Ihr Fazit:", "Leiterin Petra Seifert zum Umbau:"
            let person = (from..to).filter(|&i| scope.token(i).is_some()).find_map(|i| scope.register.person_at(scope.first(i)).map(|person| (i, person)));
            if let Some((i, _)) = person
                && let Some(phrase) = noun::at(scope, i, to)
                && (to - from) < 24
                && !scope.says(i.saturating_sub(1), &["von", "für", "an", "mit", "über", "nach"])
            {
                return Some(Frame { cue: None, speakers: vec![speaker::of(scope, &phrase, known)], rule: &BEFORE_NAME });
            }
            let speech = (from..to).any(|i| scope.capital(i) && scope.is(i, Flags::SPEECH_NOUN));
            if speech
                && to - from < 8
                && let Some(owner) = (from..to).find(|&i| scope.says(i, &["der", "des", "von"]))
            {
                // "Aus dem Bericht des Verbands:"
                let owner = (owner..to).rev().find(|&i| scope.says(i, &["der", "des", "von"])).unwrap_or(owner);
                let start = if scope.says(owner, &["von"]) { owner + 1 } else { owner };
                if let Some(phrase) = noun::at(scope, start, to).filter(noun::Phrase::speaks) {
                    return Some(Frame { cue: None, speakers: vec![speaker::of(scope, &phrase, known)], rule: &BEFORE_NAME });
                }
            }
            let own = (from..to).any(|i| scope.says(i, &["Sein", "Seine", "Ihr", "Ihre", "sein", "seine", "ihr", "ihre"]));
            (speech && (own || to - from < 4) && !(from..to).any(title)).then(|| Frame { cue: None, speakers: known.to_vec(), rule: &BEFORE_NAME })
        }
    }
}

/// "Mit den Worten „…“ eröffnete X die Tagung": the subject of the clause around the quotation.
pub fn with_words(scope: &Scope<'_>, from: usize, quote: usize, known: &[Speaker]) -> Option<Frame> {
    let finite = (from..scope.len()).find(|&i| scope.finite(i))?;
    let phrases = speaker::subject(scope, (from, scope.len()), finite, false);
    let speaking: Vec<_> = phrases.into_iter().filter(noun::Phrase::speaks).collect();
    let cue = cue::plain(scope, (finite, finite + 1));
    (!speaking.is_empty() && quote > from).then(|| Frame { cue: Some(cue), speakers: speaker::all(scope, &speaking, known), rule: &BEFORE_VERB })
}

/// "Mit diesen Worten eröffnete X …", "Das sagte X …": a sentence that says who spoke before it.
pub fn looks_back(scope: &Scope<'_>, known: &[Speaker]) -> Option<Frame> {
    let words =
        scope.says(0, &["Mit"]) && (1..4).any(|i| scope.says(i, &["Worten", "Sätzen", "Satz"])) && (1..3).any(|i| scope.says(i, &["diesen", "diesem", "den"]));
    let verb = || cue::verb_at(scope, 1, (0, scope.len()), "q").or_else(|| cue::first_verb(scope, (1, scope.len()), "q").filter(|verb| verb.finite == 1));
    let that = scope.says(0, &["Das", "Dies", "So"]) && verb().is_some_and(|verb| verb.row.strength < 3);
    if !(words || that) {
        return None;
    }
    let finite = (0..scope.len()).find(|&i| scope.finite(i))?;
    // "Das sagte heute, Donnerstag, X"
    let end = scope.len().min(finite + 12);
    let phrase = (finite + 1..end).find_map(|i| noun::at(scope, i, scope.len()).filter(noun::Phrase::speaks))?;
    Some(Frame { cue: None, speakers: vec![speaker::of(scope, &phrase, known)], rule: &BEFORE_VERB })
}

/// "„…“: X lobt Y" as a headline.
pub fn headline(scope: &Scope<'_>, known: &[Speaker]) -> Option<Frame> {
    if !matches!(scope.class(1), Some(Class::Colon | Class::Dash)) {
        return None;
    }
    let verb = cue::first_verb(scope, (2, scope.len()), "qdozn")?;
    let phrase = noun::at(scope, 2, verb.finite).filter(noun::Phrase::speaks)?;
    Some(Frame { cue: Some(verb.report(scope)), speakers: vec![speaker::of(scope, &phrase, known)], rule: &AFTER_VERB })
}

/// The person named in a clause, when there is just one.
fn only_person(scope: &Scope<'_>, from: usize, to: usize) -> Option<noun::Phrase> {
    let mut found: Option<noun::Phrase> = None;
    let mut i = from;
    while i < to.min(from + 40) {
        match scope.token(i).and_then(|_| noun::at(scope, i, to)).filter(|p| matches!(p.head, Head::Person(_))) {
            Some(_) if found.is_some() => return None,
            Some(phrase) => {
                i = phrase.end.max(i + 1);
                found = Some(phrase);
            }
            None => i += 1,
        }
    }
    found
}

fn is_title(scope: &Scope<'_>, token: usize) -> bool {
    scope.text.is(token, Flags::NONSPEECH_NOUN) && !scope.text.is(token, Flags::SPEECH_NOUN)
}

/// The subject of the clause that a later verb shares ("X dankte dem Team und ergänzte:").
fn main_subject(scope: &Scope<'_>, (from, to): (usize, usize), before: usize) -> Option<Vec<noun::Phrase>> {
    // the nearest verb first: "Als …, kam X und sagte:"
    (from..before).rev().filter(|&i| scope.finite(i)).take(3).find_map(|finite| {
        let start = (from..finite).rev().find(|&i| scope.is_break(i) && !scope.finite(finite.saturating_sub(1))).map_or(from, |i| i + 1);
        let near = speaker::subject(scope, (start, to), finite, scope.plural(finite));
        let far = || speaker::subject(scope, (from, to), finite, false);
        [near].into_iter().chain(std::iter::once_with(far)).find(|phrases| phrases.iter().any(noun::Phrase::speaks))
    })
}

/// The frame directly before a quoted clause, without a colon.
pub fn before_verb(scope: &Scope<'_>, from: usize, quote: usize, known: &[Speaker]) -> Option<Frame> {
    let end = if scope.class(quote.checked_sub(1)?) == Some(Class::Comma) { quote - 1 } else { quote };
    let last = end.checked_sub(1)?;
    if scope.is(last, Flags::NONSPEECH_NOUN) && scope.capital(last) && !scope.is(last, Flags::SPEECH_NOUN) {
        return None;
    }
    let verb = cue::last_verb(scope, (from, end), "q")?;
    if has_mood(scope, from, verb.finite) {
        return None; // "Er habe sich, sagt X, „nie verstellt“"
    }
    let direct = verb.end() == end || noun::find(scope, verb.finite + 1, end).is_some_and(|phrase| phrase.speaks() && phrase.end == end);
    let words = scope.is(last, Flags::SPEECH_NOUN) && scope.capital(last);
    if !(direct || words) {
        return None;
    }
    let phrases = speaker::subject(scope, (from, end), verb.finite, verb.plural);
    let speakers: Vec<_> = speaker::all(scope, &phrases, known);
    (!speakers.is_empty()).then(|| Frame { cue: Some(verb.report(scope)), speakers, rule: &BEFORE_VERB })
}
