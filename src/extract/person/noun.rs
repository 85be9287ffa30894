//! Role nouns: those no list holds, English ones, and their nominative.

use crate::analysis::Gender;
use crate::extract::RoleMention;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::span::TokenSpan;

/// Nouns for persons that no list holds: "Robotikerin", "Torffachfrau", "Moorführer".
pub(crate) fn has_role_ending(text: &Text<'_>, at: usize) -> bool {
    const WOMEN: [&str; 10] = ["erin", "istin", "ogin", "antin", "entin", "torin", "ikerin", "eurin", "frau", "schwester"];
    const MEN: [&str; 13] = ["klässler", "iker", "ist", "loge", "führer", "meister", "forscher", "händler", "macher", "eur", "ator", "arzt", "leiter"];
    let Some(token) = text.tokens.get(at).filter(|t| t.is_capital() && t.shape == Shape::Capital) else { return false };
    let word = text.word(at);
    if word.len() < 7 || token.is(Flags::PLACE | Flags::GIVEN | Flags::SURNAME | Flags::ORGANISATION_HEAD | Flags::AWARD_HEAD) {
        return false;
    }
    let ends = |tails: &[&str]| tails.iter().any(|tail| word.ends_with(tail));
    ends(&WOMEN) && (token.flags.is_empty() || token.is(Flags::FEMININE)) || ends(&MEN) && token.is(Flags::MASCULINE) && token.is(Flags::SINGULAR)
}

/// English roles of several words, by first and last word ("Chief Operating Officer", "Managing Director").
pub(super) fn english(text: &Text<'_>, start: usize) -> Option<TokenSpan> {
    let opens = matches!(
        text.word(start),
        "Chief"
            | "Vice"
            | "Managing"
            | "Executive"
            | "Senior"
            | "General"
            | "Deputy"
            | "Global"
            | "Group"
            | "Creative"
            | "Art"
            | "Country"
            | "Regional"
            | "Business"
            | "Product"
            | "Key"
            | "Head"
            | "Director"
    );
    if !opens {
        return None;
    }
    let capital = |n: usize| text.tokens.get(n).is_some_and(|t| t.is_capital() && t.gap == Gap::Space);
    // "…, Director Key Account Sales bei X": only behind a name's comma, so that no name is taken for a field
    let apposed = start > 0 && text.tokens[start - 1].class == Class::Comma && matches!(text.word(start), "Head" | "Director" | "Senior");
    if apposed && !text.says(start + 1, "of") {
        let end = (start + 1..start + 6).find(|&n| !capital(n))?;
        let held = matches!(text.word(end), "bei" | "at" | "der" | "des" | "von") || text.tokens.get(end).is_some_and(|t| t.class == Class::Comma);
        return (end > start + 1 && held).then(|| TokenSpan::new(start, end));
    }
    if matches!(text.word(start), "Head" | "Director") {
        let end = (start + 2..start + 5).take_while(|&n| capital(n)).last()? + 1;
        return text.says(start + 1, "of").then(|| TokenSpan::new(start, end));
    }
    let last = (start + 1..start + 5)
        .take_while(|&n| capital(n))
        .find(|&n| matches!(text.word(n), "Officer" | "President" | "Director" | "Manager" | "Partner" | "Counsel" | "Editor"))?;
    Some(TokenSpan::new(start, last + 1))
}

/// The English role that ends before a name.
pub(super) fn english_before(text: &Text<'_>, end: usize) -> Option<TokenSpan> {
    (end.saturating_sub(5)..end.saturating_sub(1)).filter_map(|start| english(text, start)).find(|span| span.end() == end)
}

/// The mention of an English role, as it stands.
pub(super) fn english_mention(text: &Text<'_>, span: TokenSpan, organisation: Option<TokenSpan>) -> RoleMention {
    RoleMention { span, role: text.slice(span).split_whitespace().collect::<Vec<_>>().join(" "), gender: None, organisation }
}

/// The nominative of a role noun and whom it names.
pub(crate) fn nominative(text: &Text<'_>, at: usize, article: &str, hint: Option<Gender>) -> (String, Option<Gender>) {
    let word: String = text.word(at).replace('\u{ad}', "");
    let Some(role) = text.lexicon.role(text.tokens[at].word).filter(|_| text.is(at, Flags::ROLE)) else {
        // "die Geehrte", "der Geehrten": a participle as a noun
        let woman = word.ends_with("in")
            || ["frau", "schwester"].iter().any(|tail| word.ends_with(tail))
            || matches!(article, "die" | "Die" | "eine" | "Eine") && word.ends_with('e')
            || matches!(article, "der" | "Der") && word.ends_with("en") && text.tokens[at].is(Flags::PARTICIPLE | Flags::ADJECTIVE);
        return (word, Some(if woman { Gender::Female } else { Gender::Male }));
    };
    let lower = word.to_lowercase();
    let (masculine, feminine) = (role.masculine.to_lowercase(), role.feminine.to_lowercase());
    let join = |tail: &str, form: &str| {
        let front = lower.len().checked_sub(tail.len()).filter(|&n| n > 0 && word.is_char_boundary(n)).map_or("", |n| &word[..n]);
        if front.is_empty() { form.to_owned() } else { format!("{front}{}", form.to_lowercase()) }
    };
    let adjectival = !feminine.is_empty() && masculine.strip_suffix('r') == Some(feminine.as_str());
    if adjectival {
        let Some(from) = lower.rfind(feminine.as_str()) else { return (word, None) };
        let gender = match &lower[from + feminine.len()..] {
            "r" | "m" => Gender::Male,
            "n" => match article {
                "des" | "dem" | "den" | "beim" | "vom" | "zum" | "einem" | "einen" => Gender::Male,
                "zur" => Gender::Female,
                _ => hint.unwrap_or(if article == "der" { Gender::Female } else { Gender::Male }),
            },
            _ => match article {
                "der" | "Der" => Gender::Male,
                "die" | "Die" | "eine" => Gender::Female,
                _ => hint.unwrap_or(Gender::Female),
            },
        };
        return (join(&lower[from..], role.form(gender)), Some(gender));
    }
    if !feminine.is_empty() && feminine != masculine && lower.ends_with(feminine.as_str()) {
        return (word, Some(Gender::Female));
    }
    let Some(from) = lower.rfind(masculine.as_str()).filter(|from| lower.len() - from - masculine.len() <= 3) else {
        if text.is(at, Flags::ROLE_FEMALE) && !text.is(at, Flags::ROLE_MALE) {
            return (word, Some(Gender::Female)); // "Raetin"
        }
        return (word, (!feminine.is_empty() && feminine != masculine).then_some(Gender::Male));
    };
    let gender = (!feminine.is_empty() && feminine != masculine).then_some(Gender::Male);
    (join(&lower[from..], role.masculine), gender)
}
