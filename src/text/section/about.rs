//! The paragraphs about the issuer: under their heading, or the last paragraph when it reads like one; and disclaimers.

use super::look::{LINE, Look};
use crate::analysis::SectionKind as Kind;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::words::{self, Opening};

/// Labels what is said of the issuer, and disclaimers.
pub(super) fn boilerplate(text: &Text<'_>, looks: &[Look], kinds: &mut [Option<Kind>], body: usize) {
    let mut zone = false;
    let mut headed = false;
    let mut standing = looks.len();
    for at in body + 1..looks.len() {
        let look = &looks[at];
        if kinds[at].is_some() {
            zone = false;
            continue;
        }
        let followed = looks.get(at + 1).is_some_and(|next| next.prose() && kinds[at + 1].is_none());
        let short = look.bytes <= LINE && !look.stopped;
        let about = (is_about(text, look) || look.opens(Opening::Boilerplate) && short) && followed || is_about_paragraph(text, look);
        let legal = look.opens(Opening::Legal) && (short && followed || look.goes_on(text));
        if about || legal {
            kinds[at] = Some(Kind::Boilerplate);
            zone = true;
            headed |= about;
            standing = standing.min(at);
        } else if zone && (look.prose() || look.item) {
            kinds[at] = Some(Kind::Boilerplate);
        } else {
            zone = false;
        }
    }
    if headed {
        return;
    }
    let free = |until: usize, kinds: &[Option<Kind>]| (body + 1..until).rev().find(|&at| kinds[at].is_none());
    let contact = (body + 1..looks.len()).find(|&at| kinds[at] == Some(Kind::Contact));
    let candidates = [free(standing, kinds), contact.and_then(|contact| free(contact, kinds)), free(looks.len(), kinds)];
    for at in candidates.into_iter().flatten() {
        if kinds[at].is_none() && (describes_issuer(text, &looks[at]) || is_portrait(text, &looks[at])) {
            kinds[at] = Some(Kind::Boilerplate);
        }
    }
}

/// "Über die Firma Muster": a heading of a boilerplate.
pub(super) fn is_about(text: &Text<'_>, look: &Look) -> bool {
    // "**Über Muster**", "+++ Über Muster +++"
    let first = look.tokens.range().find(|&at| text.at(at).class != Class::Symbol).unwrap_or(look.tokens.start());
    let about = matches!(text.word(first), "Über" | "Zum" | "Zur" | "ÜBER" | "Ueber");
    let name = look.tokens.len() <= 8 || (first + 1..look.tokens.end()).take(4).any(|at| text.at(at).is_capital());
    let heading = !look.stopped && look.tokens.len() <= 24 && !look.verb && look.bytes <= LINE;
    heading && (about && name || is_profile(text, look))
}

/// "Muster Werke im Profil", "Die Muster AG auf einen Blick".
fn is_profile(text: &Text<'_>, look: &Look) -> bool {
    let line = text.slice(look.tokens);
    let organisation = || look.tokens.range().any(|at| text.is(at, Flags::ORGANISATION_HEAD | Flags::LEGAL_FORM));
    ["im Profil", "im Porträt", "im Portrait", "kurz vorgestellt"].iter().any(|end| line.ends_with(end))
        || ["im Überblick", "in Kürze", "auf einen Blick"].iter().any(|end| line.ends_with(end)) && organisation()
}

/// "Über Muster: Die Muster GmbH …": heading and paragraph in one.
fn is_about_paragraph(text: &Text<'_>, look: &Look) -> bool {
    let first = look.tokens.start();
    let colon = (first + 1..look.tokens.end()).take(14).find(|&at| matches!(text.at(at).class, Class::Colon | Class::Stop | Class::Comma));
    let about = matches!(text.word(first), "Über" | "ÜBER") || matches!(text.word(first), "Zum" | "Zur") && look.opens(Opening::Boilerplate);
    about && colon.is_some_and(|at| text.at(at).class == Class::Colon && at + 3 < look.tokens.end()) && look.stopped
}

/// "Die Muster GmbH wurde 1950 gegründet und beschäftigt …": an organisation as subject and several words of self-description.
fn describes_issuer(text: &Text<'_>, look: &Look) -> bool {
    if look.quotes && look.bytes < 4 * LINE || !look.stopped || look.bytes < 60 {
        return false;
    }
    let first = look.tokens.start();
    let early =
        |flags: Flags| (first + 1..look.tokens.end()).take(5).take_while(|&at| !text.is(at, Flags::ARTICLE | Flags::AWARD_HEAD)).any(|at| text.is(at, flags));
    let opener = text.at(first);
    let subject = text.is(first, Flags::ARTICLE) && early(Flags::ORGANISATION_HEAD | Flags::LEGAL_FORM)
        || opener.is_capital() && (!opener.is(Flags::WORD) && early(Flags::LEGAL_FORM) || opener.is(Flags::ORGANISATION_HEAD))
        || opener.class == Class::Word && !opener.is(Flags::WORD | Flags::NOUN);
    // the subject itself says nothing ("das Unternehmen", "die Muster AG und der Verein")
    let told = |at: &usize| *at >= first + 6 || !text.at(*at).is_capital();
    let words = look.tokens.range().filter(told).filter(|&at| words::describes(text, at)).count();
    // "X ist die Anlaufstelle …", "seit 2017"
    let defined = (first + 1..look.tokens.end()).take(9).any(|at| text.says(at, "ist") && text.is(at + 1, Flags::ARTICLE));
    let year = |at: usize| text.word(at).len() == 4 && text.get(at).is_some_and(|next| next.class == Class::Number);
    let since = look.tokens.range().any(|at| matches!(text.word(at), "seit" | "Seit") && year(at + 1));
    // "Mit 300 Beschäftigten ist X …", "Als Dienstleister versorgt X …"
    let measured = || matches!(text.word(first), "Mit" | "Als") && look.tokens.range().filter(|&at| words::describes(text, at)).count() >= 3;
    subject && words + usize::from(defined) + usize::from(since) >= 2 || measured()
}

/// "Muster Werke: gegründet 1950, 300 Mitarbeiter, …": a name, a colon and words of self-description without a verb.
pub(super) fn is_portrait(text: &Text<'_>, look: &Look) -> bool {
    let colon = look.tokens.range().take(10).find(|&at| text.at(at).class == Class::Colon);
    let Some(colon) = colon.filter(|&at| at > look.tokens.start() && !look.verb && !look.quotes && look.bytes <= 3 * LINE) else { return false };
    let named = (look.tokens.start()..colon).any(|at| {
        let token = text.at(at);
        token.is_capital() && (token.flags().is_empty() || token.is(Flags::ORGANISATION_HEAD | Flags::LEGAL_FORM | Flags::SURNAME))
    });
    named && (colon..look.tokens.end()).filter(|&at| words::describes(text, at)).count() >= 2
}
