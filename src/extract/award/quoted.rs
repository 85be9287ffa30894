//! Names in quotation marks, told by the words around them.

use super::{Candidate, Scene};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::Quotation;
use crate::text::scan::{Class, Gap};

/// A quoted name behind an award noun.
pub static INTRODUCED: Rule = Rule {
    name: "award/quoted/introduced",
    finds: Finds::Award,
    confidence: 0.85,
    reason: "What stands in quotation marks behind Titel, Siegel, Label, Preis, Auszeichnung … is an award's name.",
    yes: &[
        "Die Stadt trägt den Titel „[[Ort der Vielfalt]]“.",
        "Das Siegel »[[Klimafreundliche Küche]]« gilt drei Jahre.",
        "Den Jugendbuchpreis „[[Leuchtfeder]]“ vergibt der Verein.",
    ],
    no: &["Das Buch mit dem Titel „Am Fluss“ erscheint im Mai.", "Der Verein „Grüne Stadt“ lädt ein.", "Unter dem Titel „Neue Wege“ liest sie vor."],
};
/// A quoted name with a verb of awarding.
pub static AWARDED: Rule = Rule {
    name: "award/quoted/awarded",
    finds: Finds::Award,
    confidence: 0.85,
    reason: "Somebody is honoured with, as, or gets what stands in quotation marks.",
    yes: &[
        "Die Firma wurde mit der „[[Silbernen Distel]]“ ausgezeichnet.",
        "Der Betrieb wurde als „[[Fairer Partner]]“ zertifiziert.",
        "Sie darf sich „[[Haus der Lieder]]“ nennen.",
    ],
    no: &["Sie wurde als „Mutter der Kompanie“ bezeichnet.", "Er sprach von einem „Meilenstein“.", "Das Stück „Am Fluss“ beginnt um acht."],
};
/// A quoted part of a compound name.
pub static PARTLY: Rule = Rule {
    name: "award/quoted/part",
    finds: Finds::Award,
    confidence: 0.8,
    reason: "A quoted word hyphenated to an award noun is the name's quoted part.",
    yes: &["Wir streben die „[[Platin]]“-Zertifizierung an.", "Das „[[Nordlicht]]“-Siegel hängt am Tor.", "Er bekam die „[[Silber]]“-Medaille."],
    no: &["Die „Gold“-Mine schließt.", "Ein „Bio“-Apfel kostet einen Euro."],
};

/// Nouns that introduce an award's name though they are no award nouns.
const INTRODUCING: [&str; 10] =
    ["Titel", "Prädikat", "Label", "Qualitätslabel", "Programm-Siegel", "Ehrentitel", "Status", "Leserwahl", "Publikumswahl", "Ranking"];

/// All quoted names.
pub(crate) fn propose(scene: &Scene<'_, '_>, found: &mut Vec<Candidate>) {
    for quotation in &scene.text.quotations {
        let inner = quotation.inner();
        if quotation.closed && !inner.is_empty() && inner.len() <= 14 {
            found.extend(of(scene, quotation));
        }
    }
}

fn of(scene: &Scene<'_, '_>, quotation: &Quotation) -> Option<Candidate> {
    let text = scene.text;
    let inner = quotation.inner();
    let (open, after) = (quotation.tokens.start(), quotation.tokens.end());
    // one name: no sentence inside, capital or digit first, one line
    let sentence = text.tokens[inner.range()].iter().enumerate().any(|(n, t)| {
        matches!(t.class, Class::Final | Class::Semicolon | Class::Comma)
            || (t.class == Class::Stop && n + 1 == inner.len())
            || t.gap == Gap::Blank
            || (t.is(Flags::FINITE) && t.is_lower() && n > 0 && !t.is(Flags::ADJECTIVE | Flags::PREPOSITION))
    });
    let first = &text.tokens[inner.start()];
    if let Some(candidate) = part(scene, quotation) {
        return Some(candidate);
    }
    if sentence
        || !(first.is_capital()
            || first.class == Class::Number
            || (first.is_lower() && before_prize(scene, open))
            || (first.is_lower() && first.flags.is_empty() && inner.len() > 1))
    {
        return None;
    }
    // a year at the end stands beside the name
    let mut end = inner.end();
    if inner.len() > 1 && super::detail::year_at(text, end - 1).is_some() {
        end -= 1;
    }
    // and so does a level in capitals only where it is no part of it: it stays
    let noun = open.checked_sub(1)?;
    let before = text.word(noun);
    let introduced = scene.head(noun).is_some() && scene.is_capital(noun) || INTRODUCING.contains(&before);
    if introduced {
        // "mit dem Titel „…“": a book, a film, an exhibition, unless somebody is honoured
        let title = (before.ends_with("Titel") || before.ends_with("Titeln"))
            && matches!(noun.checked_sub(2).map_or("", |at| text.word(at)), "mit" | "unter" | "Mit" | "Unter");
        // "Die Studie trägt den Titel „…“": works have titles
        let work = before.ends_with("Titel") && !scene.evidence(open).strong && {
            let sentence = text.sentences.get(text.sentence_of(open)).map_or(open, |sentence| sentence.tokens.start());
            (sentence.max(open.saturating_sub(30))..noun)
                .any(|at| text.is(at, Flags::NONSPEECH_NOUN) && !text.is(at, Flags::AWARD_HEAD) && scene.is_capital(at))
        };
        let grade = ["laude", "gut", "rite", "Auszeichnung"].contains(&text.word(inner.end() - 1)) && before == "Prädikat";
        let generic = scene.head(noun).is_some_and(|noun| noun.generic) && !INTRODUCING.contains(&before) && !scene.evidence(open).is_some();
        let contest = before.ends_with("bewerb") && !scene.evidence(open).is_some();
        if (title && !scene.evidence(open).strong)
            || work
            || grade
            || generic
            || (first.is_lower() && inner.len() > 6)
            || contest
            || (before.ends_with("anking") && !scene.evidence(open).is_enough())
        {
            return None;
        }
        if super::head::chain(scene, noun) == noun && text.is(noun, Flags::AWARD_FALSE) && !INTRODUCING.contains(&before) {
            return None;
        }
        return Some(Candidate::new(inner.start(), end, &INTRODUCED));
    }
    let sentence = text.sentences.get(text.sentence_of(open))?;
    let article = matches!(
        before,
        "der"
            | "dem"
            | "den"
            | "das"
            | "die"
            | "zum"
            | "zur"
            | "ein"
            | "einen"
            | "eine"
            | "einem"
            | "einer"
            | "Der"
            | "Das"
            | "Den"
            | "Die"
            | "beim"
            | "Beim"
            | "um"
    );
    let preposition = if article { noun.checked_sub(1).map_or("", |at| text.word(at)) } else { "" };
    let lemma = |wanted: &[&str]| says_verb(scene, sentence.tokens.start().max(open.saturating_sub(60)), sentence.tokens.end().min(after + 60), wanted);
    let own = |wanted: &[&str]| {
        let parts = |at: &usize| matches!(text.tokens[*at].class, Class::Comma | Class::Semicolon | Class::Dash | Class::Colon);
        let from = (sentence.tokens.start()..open).rev().find(parts).map_or(sentence.tokens.start(), |at| at + 1);
        let to = (after..sentence.tokens.end()).find(parts).unwrap_or(sentence.tokens.end());
        says_verb(scene, from, to.max(from), wanted)
    };
    let honoured = ["auszeichnen", "zertifizieren", "prämieren", "küren", "ehren", "nominieren", "rezertifizieren", "würdigen"];
    // "würdigt das Buch als „…“" praises, it names no award
    let periodic = matches!(text.word(inner.end() - 1), "Jahres" | "Monats" | "Year");
    let named = ["auszeichnen", "zertifizieren", "prämieren", "küren", "ehren", "nominieren", "rezertifizieren"];
    let given = [
        "auszeichnen",
        "verleihen",
        "erhalten",
        "gewinnen",
        "nominieren",
        "vergeben",
        "überreichen",
        "bewerben",
        "entgegennehmen",
        "tragen",
        "prämieren",
        "ehren",
        "küren",
        "zertifizieren",
    ];
    // "Bremens Beste Gastgeber": a land before the superlative
    let owned = inner.len() > 2 && text.word(inner.start()).strip_suffix('s').is_some_and(|place| text.lexicon.flags(place).contains(Flags::PLACE));
    let graded = superlative(scene, inner.start() + usize::from(owned));
    let fits = match before {
        _ if before == "Kategorie" || before == "Sparte" || before == "Rubrik" => false,
        "ist" | "sind" | "bleibt" | "bleiben" | "erneut" | "wieder" | "weiterhin" | "wurde" | "zu" if graded => true,
        _ if article && graded && (matches!(preposition, "zu" | "einer" | "eine" | "eines") || scene.evidence(open).is_some()) => true,
        _ if article && super::head::metal(scene, inner.start()) && (!is_governed(scene, noun) || matches!(preposition, "mit" | "um" | "für")) => {
            scene.evidence(open).is_some() || preposition == "um" || preposition == "beim"
        }
        "als" | "Als" => lemma(&named) || (periodic && lemma(&["würdigen"])) || noun.checked_sub(1).is_some_and(|at| is_recognition(text.word(at))),
        "sich" => text.tokens.get(after..sentence.tokens.end()).is_some_and(|rest| rest.iter().take(6).any(|t| t.span.of(text.raw) == "nennen")),
        "mit" | "Mit" => lemma(&honoured),
        _ if matches!(preposition, "mit" | "Mit" | "für" | "um" | "beim") || matches!(before, "zum" | "zur" | "beim") => {
            lemma(&given)
                && scene.evidence(open).strong
                && (preposition == "mit" || matches!(before, "zum" | "zur") || lemma(&["nominieren"]) || (preposition == "um" && lemma(&["bewerben"])))
        }
        // the verb's object: no preposition, no genitive ("Anhängerin der „…“"), in the verb's own part of the sentence
        _ if article && !is_governed(scene, noun) && !names_body(scene, inner) => {
            lemma(&["verleihen", "entgegennehmen"])
                || (own(&["erhalten", "gewinnen", "tragen", "vergeben"]) && text.tokens[inner.range()].iter().all(|t| t.is_capital() || !t.is(Flags::FINITE)))
        }
        "einer" | "den" | "zu" => scene.evidence(open).strong,
        _ => {
            let calls = text.tokens.get(after..sentence.tokens.end()).is_some_and(|rest| rest.iter().take(3).any(|t| t.span.of(text.raw) == "nennen"));
            let reach = sentence.tokens.start().max(open.saturating_sub(40))..open;
            calls && text.tokens[reach].iter().any(|t| t.span.of(text.raw) == "sich")
        }
    };
    fits.then(|| Candidate::new(inner.start(), end, &AWARDED))
}

/// "Prädikat „besonders wertvoll“": only this noun has names that begin with an ordinary word.
/// "die Anerkennung als „…“"
fn is_recognition(word: &str) -> bool {
    ["Anerkennung", "Zertifizierung", "Auszeichnung", "Ernennung", "Rezertifizierung"].contains(&word)
}

/// Whether the article before a name hangs on a preposition or on a noun ("in der „…“", "Anhängerin der „…“").
fn is_governed(scene: &Scene<'_, '_>, article: usize) -> bool {
    let text = scene.text;
    let Some(before) = article.checked_sub(1) else { return false };
    text.is(before, Flags::PREPOSITION) || (matches!(text.word(article), "der" | "des") && scene.is_capital(before) && text.is(before, Flags::NOUN))
}

/// A newspaper or firm in quotation marks.
fn names_body(scene: &Scene<'_, '_>, inner: crate::text::span::TokenSpan) -> bool {
    inner.range().all(|at| scene.named(at) == super::Named::Organisation)
}

fn before_prize(scene: &Scene<'_, '_>, open: usize) -> bool {
    open.checked_sub(1).is_some_and(|noun| scene.text.word(noun).starts_with("Prädikat"))
}

/// "Beste …", "Top-…", "Fairster …": the name of a ranking's title.
fn superlative(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.text.word(at);
    let lower = word.to_lowercase();
    let ending = ["ste", "ster", "stes", "sten"].iter().any(|ending| lower.ends_with(ending));
    scene.is_capital(at) && (lower == "top" || lower.starts_with("best") || (ending && !scene.text.is(at, Flags::NOUN | Flags::NUMERAL) && lower.len() > 6))
}

/// A listed verb of the sentence.
pub(crate) fn says_verb(scene: &Scene<'_, '_>, start: usize, end: usize, wanted: &[&str]) -> bool {
    let text = scene.text;
    text.tokens[start..end].iter().filter(|t| t.is(Flags::AWARD_VERB)).any(|t| {
        text.lexicon.lemma_forms(t.word).iter().any(|form| {
            let lemma = &text.lexicon.lemmas[usize::from(form.lemma)];
            wanted.contains(&lemma.name) && (!form.separated || text.tokens[start..end].iter().any(|p| p.span.of(text.raw) == lemma.prefix))
        })
    })
}

/// "„Gold“-Zertifizierung".
fn part(scene: &Scene<'_, '_>, quotation: &Quotation) -> Option<Candidate> {
    let text = scene.text;
    let hyphen = quotation.tokens.end();
    let head = hyphen + 1;
    let (mark, noun) = (text.tokens.get(hyphen)?, text.tokens.get(head)?);
    if !matches!(mark.class, Class::Hyphen | Class::Dash)
        || mark.gap != Gap::None
        || noun.gap > Gap::Line
        || scene.head(head).is_none_or(|noun| noun.generic && !noun.bare)
        || !noun.is_capital()
        || matches!(text.word(head), "Challenge" | "Cup")
    {
        return None;
    }
    let inner = quotation.inner();
    let mut candidate = Candidate::new(inner.start(), inner.end(), &PARTLY);
    let written = super::name::written(text, inner);
    candidate.name = Some(format!("{written}-{}", super::name::singular(text, text.word(head), noun.is(Flags::GENITIVE), false)));
    Some(candidate)
}
