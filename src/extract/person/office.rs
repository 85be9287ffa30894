//! Roles that a relative clause tells: "Anna Muster, die das Institut leitet".

use crate::analysis::Gender;
use crate::extract::RoleMention;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;

/// Longest phrase between name and clause, in tokens.
const PHRASE: usize = 10;

/// How far the clause's verb may be from its pronoun, in tokens.
const REACH: usize = 30;

/// The role told by a relative clause whose comma stands at a token, or behind a prefix ("räumt X ein, der …") or a phrase that
/// tells where somebody works ("X vom Institut für Moorkunde, der …").
pub(super) fn relative(text: &Text<'_>, at: usize) -> Option<RoleMention> {
    let class = |n: usize| text.tokens.get(n).map(|token| token.class);
    let lower = text.tokens.get(at).is_some_and(|token| token.is_lower() && token.gap == Gap::Space);
    let works = matches!(text.word(at), "vom" | "von" | "am" | "aus" | "bei" | "beim" | "an" | "im");
    let comma = if works { (at + 1..at + PHRASE).find(|&n| class(n) != Some(Class::Word))? } else { at + usize::from(lower) };
    if class(comma) != Some(Class::Comma) || (at..comma).any(|n| n > at && text.is(n, Flags::FINITE) && text.tokens[n].is_lower()) {
        return None;
    }
    let start = comma + 2;
    let gender = match text.word(comma + 1) {
        "der" => Gender::Male,
        "die" => Gender::Female,
        _ => return None,
    };
    let end = text.sentences.get(text.sentence_of(comma))?.tokens.end().min(start + REACH);
    let closes = |n: usize| n >= end || class(n) != Some(Class::Word) || matches!(text.word(n), "und" | "sowie");
    let verb = (start..end)
        .take_while(|&n| !matches!(class(n), Some(Class::Comma | Class::Semicolon | Class::Colon | Class::Dash)))
        .find(|&n| text.tokens[n].is_lower() && text.is(n, Flags::FINITE) && closes(n + 1))?;
    let tells = |from: usize| text.lexicon.role_verbs.get(text.slice(TokenSpan::new(from, verb + 1)));
    let (front, role) = tells(verb).map(|role| (verb, role)).or_else(|| tells(verb - 1).map(|role| (verb - 1, role)))?;
    // what is led, so that "die den Ton leitet" is not read without its noun
    let object = (start < front && (start..front).any(|n| text.tokens[n].is_capital())).then(|| TokenSpan::new(start, front))?;
    let role = if gender == Gender::Female { role[1] } else { role[0] };
    Some(RoleMention { span: TokenSpan::new(front, verb + 1), role: role.to_owned(), gender: Some(gender), organisation: Some(object) })
}
