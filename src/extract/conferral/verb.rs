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
    /// "kann", "darf": open to anybody
    pub may: bool,
    /// "wird … erhalten", "wird … verliehen"
    pub future: bool,
}

/// Who stands where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// "verleiht dem Verein den Preis"
    Confer,
    /// "überreicht dem Verein den Preis": its subject need not be the one who confers
    Hand,
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
    /// "zählt zu den Besten"
    Rank,
    /// "gratuliert dem Verein zum Preis"
    Congratulate,
}

const PASSIVE: [&str; 16] =
    ["wurde", "wurden", "wird", "werden", "worden", "ist", "sind", "sei", "seien", "war", "waren", "Wurde", "würde", "würden", "bin", "werde"];
const PRESENT: [&str; 34] = [
    "trägt",
    "tragen",
    "führt",
    "führen",
    "nennt",
    "nennen",
    "strebt",
    "bewirbt",
    "gehört",
    "gehören",
    "zählt",
    "zählen",
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
const HAVE: [&str; 8] = ["hat", "haben", "hatte", "hatten", "habe", "Hat", "hätte", "gehabt"];
const WISH: [&str; 14] =
    ["will", "wollen", "möchte", "möchten", "soll", "sollen", "wollte", "wollten", "kann", "können", "könnte", "könnten", "darf", "dürfen"];

impl Frame {
    /// The frame the list of verbs names; `None` for verbs that say too little alone.
    fn listed(name: &str) -> Option<Frame> {
        Some(match name {
            "confer" => Frame::Confer,
            "hand" => Frame::Hand,
            "honour" => Frame::Honour,
            "receive" => Frame::Receive,
            "goes" => Frame::Goes,
            "nominate" => Frame::Nominate,
            "seek" => Frame::Seek,
            "call" => Frame::Call,
            "be" => Frame::Be,
            "rank" => Frame::Rank,
            "congratulate" => Frame::Congratulate,
            _ => return None,
        })
    }
}

/// The verbs of a sentence, in order.
pub(crate) fn find(text: &Text<'_>, sentence: TokenSpan) -> Vec<Verb> {
    let mut verbs = Vec::new();
    let lexicon = text.lexicon;
    for at in sentence.range() {
        let token = &text.tokens[at];
        let forms = lexicon.lemma_forms(token.word);
        if forms.is_empty() || (token.is_capital() && !text.starts_sentence(at)) {
            continue;
        }
        // "an verdiente Mitglieder": an attribute
        let attribute = at > sentence.start()
            && text.is(at - 1, Flags::PREPOSITION | Flags::ARTICLE)
            && text.word(at - 1) != "zu"
            && text.tokens.get(at + 1).is_some_and(|next| next.is_capital());
        if attribute {
            continue;
        }
        let found = forms.iter().find_map(|form| {
            let lemma = &lexicon.lemmas[usize::from(form.lemma)];
            let verb = lexicon.award_verbs.get(lemma.award_verbs.clone())?.first()?;
            let far = (at + 40).min(sentence.end());
            let prefix = !form.separated || (at + 1..far).rev().any(|p| text.word(p) == lemma.prefix && ends_clause(text, p + 1));
            prefix.then(|| Frame::listed(verb.frame)).flatten().map(|frame| (lemma.name, frame))
        });
        let Some((lemma, frame)) = found else { continue };
        // "zeigt sich überzeugt": not by a performance
        if lemma == "überzeugen" && sentence.range().any(|near| matches!(text.word(near), "zeigt" | "zeigte" | "zeigten" | "ist" | "sind" | "sei" | "war")) {
            continue;
        }
        // shared, adorned: only with "sich"
        if matches!(lemma, "teilen" | "schmücken" | "nennen") && !sentence.range().any(|near| near.abs_diff(at) < 12 && text.word(near) == "sich") {
            continue;
        }
        let lexical = token.is(Flags::PARTICIPLE | Flags::INFINITIVE | Flags::ZU_INFINITIVE);
        let auxiliary = if lexical { auxiliary(text, sentence, at) } else { None };
        // "bekam den Preis überreicht": the subject gets it
        let got = if matches!(frame, Frame::Hand | Frame::Confer) && token.is(Flags::PARTICIPLE) { got(text, sentence, at) } else { None };
        let finite_itself = token.is(Flags::FINITE) && auxiliary.is_none();
        let finite = auxiliary.unwrap_or(at);
        let word = text.word(finite);
        let worden = matches!(text.word(at + 1), "worden" | "werden");
        let participle = token.is(Flags::PARTICIPLE);
        let passive = participle && !finite_itself && (PASSIVE.contains(&word) || worden || (auxiliary.is_none() && !HAVE.contains(&word)));
        // "ließ sich nach A zertifizieren", "hat … zertifizieren lassen": done to the subject
        let let_do = matches!(text.word(at + 1), "lassen") || matches!(word, "lässt" | "ließ" | "ließen");
        let passive = passive
            || (frame == Frame::Honour && let_do)
            || (participle && finite_itself && !HAVE.contains(&word) && auxiliary.is_none() && !is_second(text, sentence, at));
        let (finite, frame, passive) = got.map_or((finite, frame, passive), |got| (got, Frame::Receive, false));
        verbs.push(Verb {
            present: PRESENT.contains(&word),
            at,
            finite,
            lemma,
            frame,
            passive,
            pluperfect: matches!(word, "hatte" | "hatten") || (matches!(word, "war" | "waren") && participle),
            wish: WISH.contains(&word),
            may: matches!(word, "kann" | "können" | "könnte" | "könnten" | "darf" | "dürfen"),
            future: matches!(word, "wird" | "werden") && lexical,
        });
    }
    for at in sentence.range() {
        if matches!(text.word(at), "ist" | "sind" | "bleibt" | "bleiben" | "wird" | "werden" | "war" | "waren" | "wurde" | "wurden" | "Ist")
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
                may: false,
                future: word.starts_with("w") && !word.starts_with("war"),
            });
        }
    }
    verbs
}

fn ends_clause(text: &Text<'_>, at: usize) -> bool {
    // "nahm den Preis mit nach Hause"
    text.says(at, "nach") && text.says(at + 1, "Hause")
        || text.tokens.get(at).is_none_or(|t| t.class != crate::text::scan::Class::Word)
        || text.is(at, Flags::CONJUNCTION | Flags::SUBJUNCTION)
}

/// The finite form of "bekommen" or "erhalten" that a participle belongs to.
fn got(text: &Text<'_>, sentence: TokenSpan, at: usize) -> Option<usize> {
    let from = sentence.start().max(at.saturating_sub(24));
    (from..at).rev().find(|&near| matches!(text.word(near), "bekam" | "bekamen" | "bekommt" | "bekommen" | "erhielt" | "erhielten" | "erhält"))
}

/// A participle that could be finite is so only in second place of its sentence: "Der Verein erhielt".
fn is_second(text: &Text<'_>, sentence: TokenSpan, at: usize) -> bool {
    use crate::text::scan::Class;
    at > sentence.start() && text.tokens.get(at + 1).is_some_and(|t| matches!(t.class, Class::Word | Class::Colon))
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
