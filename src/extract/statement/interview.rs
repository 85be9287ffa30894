//! Interviews without quotation marks: blocks that open with the speaker's name and a colon.

use crate::analysis::{Entity, SectionKind, Speaker, Statement, StatementKind, Via};
use crate::german::verb;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::rule::{Finds, Rule};
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// Name: Antwort.
pub static ANSWER: Rule = Rule {
    name: "interview/answer",
    finds: Finds::Statement,
    confidence: 0.9,
    reason: "In an interview a block that opens with a name and a colon is what that person said, word for word.",
    yes: &[
        "Frage: Wann öffnet die Halle?\n\nPetra Seifert: [[Im Mai geht es los.]]\n\nFrage: Wer zahlt das?\n\nSeifert: [[Das zahlt die Stadt. Wir helfen.]] => Petra Seifert",
        "Redaktion: Herr Hiller, wie läuft es?\n\nJonas Hiller: [[Wir sind sehr zufrieden.]] => Jonas Hiller",
        "Der Chor singt heute.\n\nWas singt der Chor?\n\nPetra Seifert: [[Wir singen Lieder aus aller Welt.]] => Petra Seifert",
    ],
    no: &["Ansprechpartner: Petra Seifert\n\nPetra Seifert: 0621 12345", "Jonas Hiller: Der Rat hat getagt.\n\nDie Sitzung dauerte lange."],
};

/// Adds the answers, and tells which blocks they are: nothing else is looked for there.
pub fn find(text: &Text<'_>, register: &Register, found: &mut Vec<Statement>) -> Vec<usize> {
    let mut answers: Vec<(usize, usize, TokenSpan)> = Vec::new();
    let mut questions = 0;
    for (n, block) in text.sections.iter().enumerate() {
        let start = block.tokens.start();
        // "Frage: …", "Redaktion: …", "Und was kostet der Eintritt?"
        let asks = block.tokens.end().checked_sub(1).is_some_and(|last| text.says(last, "?"));
        if asks || text.is(start, Flags::SPEECH_NOUN | Flags::GENERIC_ORGANISATION) && colon(text, start + 1) {
            questions += usize::from(!matches!(block.kind, SectionKind::Contact | SectionKind::Boilerplate | SectionKind::Note));
            continue;
        }
        if !matches!(block.kind, SectionKind::Body | SectionKind::Lead) {
            continue;
        }
        let Some(mention) = register.person_at(start) else { continue };
        let end = register.mentions.persons[mention].span.end();
        let rest = TokenSpan::new((end + 1).min(block.tokens.end()), block.tokens.end());
        if colon(text, end) && is_speech(text, rest) {
            answers.push((n, mention, rest));
        }
    }
    if answers.len() + questions < 2 {
        return Vec::new();
    }
    for &(_, mention, rest) in &answers {
        let named = &register.mentions.persons[mention];
        let entity = register.person_of.get(mention).copied().map(Entity::Person);
        let via = if named.given.is_empty() { Via::Surname } else { Via::Name };
        let speakers = vec![Speaker { entity, span: Some(text.bytes(named.span)), via }];
        found.push(Statement {
            kind: StatementKind::Direct,
            segments: vec![text.bytes(rest)],
            speakers,
            cue: None,
            confidence: ANSWER.confidence,
            rule: &ANSWER,
        });
    }
    answers.iter().map(|&(n, ..)| n).collect()
}

fn colon(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| token.class == Class::Colon)
}

/// Whether words without quotation marks are sentences: a finite verb, and a stop at the end.
fn is_speech(text: &Text<'_>, span: TokenSpan) -> bool {
    let tokens = &text.tokens[span.range()];
    let quoted = text.quotations.binary_search_by_key(&span.start(), |quotation| quotation.tokens.start()).is_ok();
    let ends = tokens.last().is_some_and(|token| matches!(token.class, Class::Stop | Class::Final));
    !quoted && ends && tokens.iter().any(verb::is_finite)
}
