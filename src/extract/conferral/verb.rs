//! The verbs of awarding in a sentence.

use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::span::TokenSpan;

/// A verb of awarding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verb {
    /// Its lexical form ("erhielt", "ausgezeichnet").
    pub at: usize,
    /// The finite verb of its clause, or itself.
    pub finite: usize,
    /// Dictionary form.
    pub lemma: &'static str,
    /// Who stands where.
    pub frame: Frame,
    /// The subject gets what the verb does.
    pub passive: bool,
    /// "hatte … gewonnen"
    pub pluperfect: bool,
    /// In the present tense.
    pub present: bool,
    /// "will", "möchte", "soll"
    pub wish: bool,
    /// "wird … erhalten", "wird … verliehen"
    pub future: bool,
}

/// Who stands where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// "verleiht dem Verein den Preis"
    Confer,
    /// "zeichnet den Verein mit dem Preis aus"
    Honour,
    /// "erhält den Preis"
    Receive,
    /// "geht an den Verein"
    Goes,
    /// "ist für den Preis nominiert"
    Nominate,
    /// "bewirbt sich um den Preis"
    Seek,
    /// "schreibt den Preis aus"
    Call,
    /// "ist", "bleibt", "trägt", "nennt sich"
    Be,
}

const PASSIVE: [&str; 16] =
    ["wurde", "wurden", "wird", "werden", "worden", "ist", "sind", "sei", "seien", "war", "waren", "Wurde", "würde", "würden", "bin", "werde"];
const PRESENT: [&str; 22] = [
    "wird",
    "werden",
    "geht",
    "gehen",
    "erhält",
    "erhalten",
    "bekommt",
    "bekommen",
    "gewinnt",
    "gewinnen",
    "holt",
    "holen",
    "ist",
    "sind",
    "verleiht",
    "verleihen",
    "zeichnet",
    "zeichnen",
    "ehrt",
    "vergibt",
    "freut",
    "freuen",
];
/// Verbs that tell of awards only beside one, by their forms: they are no signs of awarding elsewhere.
const BESIDE: [(&str, Frame); 16] = [
    ("teilen", Frame::Receive),
    ("teilten", Frame::Receive),
    ("teilt", Frame::Receive),
    ("führt", Frame::Be),
    ("führen", Frame::Be),
    ("beantragt", Frame::Seek),
    ("beantragen", Frame::Seek),
    ("beantragte", Frame::Seek),
    ("bestätigte", Frame::Confer),
    ("bestätigt", Frame::Confer),
    ("punktet", Frame::Receive),
    ("punktete", Frame::Receive),
    ("gepunktet", Frame::Receive),
    ("überzeugte", Frame::Receive),
    ("räumt", Frame::Receive),
    ("räumte", Frame::Receive),
];
const HAVE: [&str; 8] = ["hat", "haben", "hatte", "hatten", "habe", "Hat", "hätte", "gehabt"];
const WISH: [&str; 14] =
    ["will", "wollen", "möchte", "möchten", "soll", "sollen", "wollte", "wollten", "kann", "können", "könnte", "könnten", "darf", "dürfen"];

/// How a listed verb is used here; `None` for verbs of the list that say too little alone.
fn frame(lemma: &str, listed: &str) -> Option<Frame> {
    Some(match lemma {
        "gehen" => Frame::Goes,
        "konkurrieren" | "wetteifern" | "ringen" | "kandidieren" => Frame::Nominate,
        "tragen" | "nennen" => Frame::Be,
        "aberkennen" | "stehen" | "gelten" | "schaffen" | "überzeugen" | "suchen" | "starten" | "veranstalten" | "initiieren" | "fördern" | "feiern"
        | "einladen" | "punkten" | "stiften" | "dotieren" | "erklären" | "teilnehmen" | "mitmachen" | "einziehen" | "einsenden" | "vorbereiten" => {
            return None;
        }
        "überreichen" | "übergeben" | "aushändigen" | "anheften" | "umhängen" => Frame::Confer,
        _ => match listed {
            "confer-recipient-dative" => Frame::Confer,
            "honour-recipient-accusative" => Frame::Honour,
            "receive" => Frame::Receive,
            "nominate" => Frame::Nominate,
            "seek" => Frame::Seek,
            "call" => Frame::Call,
            _ => return None,
        },
    })
}

/// Handing over an award is not conferring it.
pub(crate) fn presents(lemma: &str) -> bool {
    matches!(lemma, "überreichen" | "übergeben" | "aushändigen" | "anheften" | "umhängen")
}

/// The verbs of a sentence, in order.
pub(crate) fn find(text: &Text<'_>, sentence: TokenSpan) -> Vec<Verb> {
    let mut verbs = Vec::new();
    let lexicon = text.lexicon;
    for at in sentence.range() {
        let token = &text.tokens[at];
        if !token.is(Flags::AWARD_VERB) || (token.is_capital() && !text.starts_sentence(at)) {
            continue;
        }
        let forms = lexicon.lemma_forms(token.word);
        let found = forms.iter().find_map(|form| {
            let lemma = &lexicon.lemmas[usize::from(form.lemma)];
            let verb = lexicon.award_verbs.get(lemma.award_verbs.clone())?.first()?;
            let far = (at + 40).min(sentence.end());
            let prefix = !form.separated || (at + 1..far).rev().any(|p| text.word(p) == lemma.prefix && ends_clause(text, p + 1));
            prefix.then(|| frame(lemma.name, verb.frame)).flatten().map(|frame| (lemma.name, frame))
        });
        let Some((lemma, frame)) = found else { continue };
        let lexical = token.is(Flags::PARTICIPLE | Flags::INFINITIVE | Flags::ZU_INFINITIVE);
        let auxiliary = if lexical { auxiliary(text, sentence, at) } else { None };
        let finite_itself = token.is(Flags::FINITE) && auxiliary.is_none();
        let finite = auxiliary.unwrap_or(at);
        let word = text.word(finite);
        let worden = matches!(text.word(at + 1), "worden" | "werden");
        let participle = token.is(Flags::PARTICIPLE);
        let passive = participle && !finite_itself && (PASSIVE.contains(&word) || worden || (auxiliary.is_none() && !HAVE.contains(&word)));
        let passive = passive || (participle && finite_itself && !HAVE.contains(&word) && auxiliary.is_none() && !is_second(text, sentence, at));
        verbs.push(Verb {
            present: PRESENT.contains(&word),
            at,
            finite,
            lemma,
            frame,
            passive,
            pluperfect: matches!(word, "hatte" | "hatten") || (matches!(word, "war" | "waren") && participle),
            wish: WISH.contains(&word),
            future: matches!(word, "wird" | "werden") && lexical,
        });
    }
    for at in sentence.range() {
        let Some((word, frame)) = BESIDE.iter().find(|(word, _)| *word == text.word(at)) else { continue };
        if verbs.iter().any(|verb| verb.at == at) || (word.starts_with("teil") && !(at + 1..(at + 4).min(sentence.end())).any(|next| text.word(next) == "sich"))
        {
            continue;
        }
        let auxiliary = if text.is(at, Flags::PARTICIPLE) { auxiliary(text, sentence, at) } else { None };
        let finite = auxiliary.unwrap_or(at);
        verbs.push(Verb {
            present: false,
            at,
            finite,
            lemma: word,
            frame: *frame,
            passive: auxiliary.is_some_and(|at| PASSIVE.contains(&text.word(at))),
            pluperfect: false,
            wish: false,
            future: false,
        });
    }
    for at in sentence.range() {
        if matches!(text.word(at), "ist" | "sind" | "bleibt" | "bleiben" | "wird" | "werden" | "war" | "waren" | "Ist")
            && !verbs.iter().any(|verb| verb.finite == at)
        {
            let word = text.word(at);
            verbs.push(Verb {
                present: !word.starts_with("war"),
                at,
                finite: at,
                lemma: "sein",
                frame: Frame::Be,
                passive: false,
                pluperfect: word.starts_with("war"),
                wish: false,
                future: word.starts_with("w") && !word.starts_with("war"),
            });
        }
    }
    verbs
}

fn ends_clause(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_none_or(|t| t.class != crate::text::scan::Class::Word) || text.is(at, Flags::CONJUNCTION | Flags::SUBJUNCTION)
}

/// A participle that could be finite is so only in second place of its sentence: "Der Verein erhielt".
fn is_second(text: &Text<'_>, sentence: TokenSpan, at: usize) -> bool {
    at > sentence.start() && text.tokens.get(at + 1).is_some_and(|t| t.class == crate::text::scan::Class::Word)
}

/// The finite auxiliary of a participle or infinitive: right behind it, or the nearest before it.
fn auxiliary(text: &Text<'_>, sentence: TokenSpan, at: usize) -> Option<usize> {
    let is_auxiliary = |at: &usize| PASSIVE.contains(&text.word(*at)) || HAVE.contains(&text.word(*at)) || WISH.contains(&text.word(*at));
    let behind = (at + 1..(at + 4).min(sentence.end()))
        .take_while(|&b| text.tokens[b].class == crate::text::scan::Class::Word)
        .filter(is_auxiliary)
        .filter(|&b| !matches!(text.word(b), "worden"))
        .last();
    behind.or_else(|| (sentence.start().max(at.saturating_sub(60))..at).rev().find(is_auxiliary))
}
