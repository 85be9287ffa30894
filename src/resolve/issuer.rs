//! The organisation that issued the release.

use super::Register;
use crate::analysis::{OrganisationId, OrganisationKind, SectionKind};
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};

/// Tokens behind which a headline has no letterhead above it.
const FAR: usize = 60;

/// Who issued the release: the organisation of the portal's note or of the boilerplate's heading, else the one that the
/// contact block, the boilerplate, the headline and the lead speak for; how often it is named and whether the speakers
/// work there counts too, and that a list knows it does not. What stands behind a preposition ("gefördert vom …") is
/// hardly ever the issuer.
pub(super) fn issuer(text: &Text<'_>, register: &Register) -> Option<OrganisationId> {
    let mentions = &register.mentions.organisations;
    let mut score = vec![0_u32; register.organisations.len()];
    let body = text.sections.iter().position(|b| matches!(b.kind, SectionKind::Body | SectionKind::Lead));
    // what counts once or a few times only: sections an organisation was met in, mentions in the body
    let mut met = vec![[0_u32; 5]; score.len()];
    let (mut first_of_lead, mut first_of_contact, mut first_of_boilerplate) = (true, true, true);
    for (n, mention) in mentions.iter().enumerate() {
        let at = mention.span.start();
        let id = register.organisation_of[n];
        let kind = text.kind_of(at);
        let sentence = text.sentences.get(text.sentence_of(at));
        let lead = body.is_some() && sentence.map(|s| s.section) == body;
        let oblique = is_oblique(text, at);
        let mut once = |slot: usize, most: u32, points: u32| {
            met[id][slot] += 1;
            if met[id][slot] <= most { points } else { 0 }
        };
        score[id] += match kind {
            SectionKind::Headline => once(0, 1, if oblique { 2 } else { 5 }),
            SectionKind::Subheadline => once(1, 1, if oblique { 1 } else { 3 }),
            SectionKind::Boilerplate => once(2, 3, 4) + 4 * u32::from(std::mem::take(&mut first_of_boilerplate)),
            SectionKind::Contact => once(3, 2, 2) + 6 * u32::from(std::mem::take(&mut first_of_contact)),
            SectionKind::Note => 1,
            _ if lead => once(4, 4, if oblique { 1 } else { 3 }) + if std::mem::take(&mut first_of_lead) { 3 } else { 0 },
            _ => once(4, 5, u32::from(!oblique)),
        };
        let heading = mention.rule.name == "organisation/layout/about";
        let source = mention.rule.name == "organisation/layout/source" && at >= 2 && text.word(at - 1) == ":";
        score[id] += if source {
            100
        } else if heading {
            12
        } else {
            0
        };
        // "Pressestelle der X", "Pressedienst X"
        if at > 0 && matches!(text.word(at - 1), "Veranstalter" | "Veranstalters" | "Veranstalterin") {
            score[id] += 4;
        }
        let before = (at.saturating_sub(2)..at)
            .any(|n| text.word(n).starts_with("Presse") || matches!(text.word(n), "Herausgeber" | "Herausgeberin" | "Verantwortlich" | "Medienstelle"));
        if before && sentence.is_some_and(|s| s.tokens.len() <= 16) {
            score[id] += 8;
        }
        // the first line of the contact block
        if kind == SectionKind::Contact && at > 0 && text.tokens[at].gap >= Gap::Line {
            score[id] += 3;
        }
    }
    letterhead(text, register, &mut score);
    by_speakers(text, register, &mut score);
    by_nouns(text, register, &mut score);
    by_roles(register, &mut score);
    by_address(text, register, &mut score);
    // a chair or a desk writes for its house
    const PARTS: [&str; 7] = ["Lehrstuhl", "Professur", "Stabsstelle", "Abteilung", "Referat", "Arbeitsgruppe", "Fachbereich"];
    for (id, organisation) in register.organisations.iter().enumerate() {
        if PARTS.iter().any(|part| organisation.name.starts_with(part)) {
            score[id] /= 2;
        }
    }
    const AGENCIES: [&str; 10] = ["news aktuell", "dpa", "ots", "idw", "APA", "APA-OTS", "pressetext", "openPR", "PresseBox", "Business Wire"];
    let agency = |id: OrganisationId| AGENCIES.contains(&register.organisations[id].name.as_str());
    (0..score.len()).filter(|&id| !agency(id) && score[id] > 0).max_by_key(|&id| (score[id], usize::MAX - id))
}

/// Whether a preposition or an article in another case than the nominative stands before a name.
fn is_oblique(text: &Text<'_>, start: usize) -> bool {
    let floor = start.saturating_sub(3);
    let mut at = start;
    while at > floor {
        at -= 1;
        let token = &text.tokens[at];
        if token.class != Class::Word || text.tokens[at + 1].gap > Gap::Line {
            return false;
        }
        if matches!(text.word(at), "dem" | "des" | "den" | "einem" | "eines") || token.is(Flags::PREPOSITION) && token.is_lower() {
            return true;
        }
        if !token.is(Flags::ARTICLE | Flags::ADJECTIVE) {
            return false;
        }
    }
    false
}

/// What stands above the headline is the sender.
fn letterhead(text: &Text<'_>, register: &Register, score: &mut [u32]) {
    let Some(headline) = text.sections.iter().find(|s| s.kind == SectionKind::Headline).filter(|s| s.tokens.start() <= FAR) else { return };
    let above = register.mentions.organisations.partition_point(|m| m.span.start() < headline.tokens.start());
    if let Some(&id) = register.organisation_of[..above.min(register.organisation_of.len())].first() {
        score[id] += 10;
    }
}

/// The issuer's people are the ones who speak, most often first.
fn by_speakers(text: &Text<'_>, register: &Register, score: &mut [u32]) {
    const MOST: u32 = 3;
    let mentions = &register.mentions.organisations;
    let mut seen = vec![0; score.len()];
    let mut first = true;
    for person in &register.mentions.persons {
        let held = person.roles.iter().filter_map(|role| role.organisation);
        // "Anna Weber vom Tourismusverband X"
        let end = person.span.end();
        let from = match text.word(end) {
            "vom" => Some(end + 1),
            "von" => Some(end + 1 + usize::from(matches!(text.word(end + 1), "der" | "den"))),
            _ => None,
        };
        let from = from.map(|at| crate::text::span::TokenSpan::new(at, at + 1));
        for span in held.chain(from) {
            let n = mentions.partition_point(|m| m.span.end() <= span.start());
            if mentions.get(n).is_none_or(|m| m.span.start() >= span.end()) {
                continue;
            }
            let id = register.organisation_of[n];
            seen[id] += 1;
            if seen[id] <= MOST {
                score[id] += 2 + if std::mem::take(&mut first) { 2 } else { 0 };
            }
        }
    }
}

/// "die Stadt", "der Verein" without a name mean the issuer, as its own people call it.
fn by_nouns(text: &Text<'_>, register: &Register, score: &mut [u32]) {
    const MOST: u32 = 4;
    const NOUNS: usize = 48;
    let mut seen = vec![0; score.len()];
    let mut add = |id: OrganisationId| {
        seen[id] += 1;
        if seen[id] <= MOST {
            score[id] += 1;
        }
    };
    let definite = |at: usize| at > 0 && matches!(text.word(at - 1), "der" | "die" | "das" | "dem" | "des" | "den" | "Der" | "Die" | "Das" | "vom" | "beim");
    let nouns = (1..text.tokens.len()).filter(|&at| {
        text.tokens[at].is(Flags::GENERIC_ORGANISATION)
            && text.tokens[at].is_capital()
            && definite(at)
            && register.organisation_at(at).is_none()
            && text.tokens.get(at + 1).is_none_or(|next| !next.is_capital())
    });
    nouns.take(NOUNS).filter_map(|at| register.generic(text, at)).for_each(&mut add);
}

/// A role without an organisation beside it is held at the issuer: a mayor's in the town, "Kammerpräsident" in the chamber.
fn by_roles(register: &Register, score: &mut [u32]) {
    const KINDS: [(&str, OrganisationKind); 3] =
        [("bürgermeister", OrganisationKind::Municipality), ("minister", OrganisationKind::Ministry), ("rektor", OrganisationKind::University)];
    const NOUNS: [(&str, &str); 13] = [
        ("kammer", "kammer"),
        ("verband", "verband"),
        ("verein", "verein"),
        ("stiftung", "stiftung"),
        ("klinik", "klini"),
        ("museum", "museum"),
        ("sparkasse", "sparkasse"),
        ("hochschul", "hochschule"),
        ("universität", "universität"),
        ("institut", "institut"),
        ("theater", "theater"),
        ("messe", "messe"),
        ("landrat", "kreis"),
    ];
    let alone = register.mentions.persons.iter().flat_map(|person| &person.roles).filter(|role| role.organisation.is_none());
    let roles: std::collections::BTreeSet<String> = alone.map(|role| role.role.to_lowercase()).collect();
    let first = |fits: &dyn Fn(OrganisationId) -> bool| (0..register.organisations.len()).find(|&id| fits(id));
    for role in &roles {
        let by_kind = KINDS.iter().find(|(noun, _)| role.contains(noun)).and_then(|(_, kind)| first(&|id| register.organisations[id].kind == *kind));
        let named = |noun: &str| first(&|id| register.organisations[id].name.to_lowercase().contains(noun));
        let by_noun = || NOUNS.iter().find(|(start, _)| role.starts_with(start)).and_then(|(_, noun)| named(noun));
        if let Some(id) = by_kind.or_else(by_noun) {
            score[id] += 3;
        }
    }
}

/// The issuer's name is in the addresses it gives ("presse@nordwerk.de").
fn by_address(text: &Text<'_>, register: &Register, score: &mut [u32]) {
    const MOST: usize = 8;
    let domain = |word: &str| word.rsplit('@').next().unwrap_or_default().to_lowercase();
    let domains: Vec<String> =
        text.tokens.iter().enumerate().filter(|(_, t)| t.class == Class::Address).map(|(n, _)| domain(text.word(n))).take(MOST).collect();
    if domains.is_empty() {
        return;
    }
    for (id, organisation) in register.organisations.iter().enumerate() {
        let names = std::iter::once(&organisation.name).chain(organisation.aliases.iter().take(MOST));
        // the first word that is more than a noun for bodies ("Universität Tannhausen": uni-tannhausen.de)
        let telling = |word: &&str| {
            let long = word.chars().count() > 3 && !text.lexicon.flags(word).contains(Flags::GENERIC_ORGANISATION);
            long || word.chars().count() > 2 && word.chars().all(char::is_uppercase)
        };
        let mut words = names.filter_map(|name| name.split([' ', '-']).find(telling));
        if words.any(|word| domains.iter().any(|d| d.contains(&word.to_lowercase()))) {
            score[id] += 6;
        }
    }
}
