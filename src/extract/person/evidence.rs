//! What beside a name speaks for a person, and what against.

use super::name::{self, Parts, value};
use crate::analysis::SectionKind;
use crate::extract::organisation::trade::is_trade_noun;
use crate::lexicon::{Flags, Marks, class};
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::span::TokenSpan;

/// Nouns that take a name behind them.
const HOLDER: Flags = Flags::ORGANISATION_HEAD.union(Flags::GENERIC_ORGANISATION).union(Flags::AWARD_HEAD);

/// Whether nothing beside the name says that it names something else.
pub(super) fn allowed(text: &Text<'_>, at: usize, start: usize, parts: &Parts, titled: bool, strong: bool) -> bool {
    let end = parts.end();
    // "Muster Medizintechnik": the firm without its legal form
    let trade = end > start + 1 && !text.is(end - 1, Flags::SURNAME) && is_trade_noun(text, end - 1, end);
    if trade || is_company(text, end) || !strong && heads_behind(text, end) || strong && heads_behind(text, end) && !titled && parts.given.is_empty() {
        return false;
    }
    if strong {
        return true;
    }
    !(holder_before(text, at) || saint_before(text, at) || quoted(text, start, end) || joined_before(text, at))
}

/// Where to go on after a refused name.
pub(super) fn skip(text: &Text<'_>, at: usize, start: usize) -> usize {
    let Some(parts) = name::parts(text, start, false).filter(|p| !p.given.is_empty() && !p.surname.is_empty()) else { return at + 1 };
    if is_company(text, parts.end()) || heads_behind(text, parts.end()) || holder_before(text, at) { parts.end() } else { at + 1 }
}

/// "Robert Muster GmbH", "Meier & Söhne", "Otto Muster Maschinenbau AG".
fn is_company(text: &Text<'_>, end: usize) -> bool {
    for at in end..end + 6 {
        let Some(token) = text.tokens.get(at).filter(|t| t.gap <= Gap::Line) else { return false };
        if token.gap == Gap::Line && !name::wraps(text, at) {
            return false;
        }
        let word = text.word(at);
        match token.class {
            Class::Symbol if word == "&" || word == "+" => return true,
            Class::Hyphen if token.is_glued() => {}
            Class::Word if token.is(Flags::LEGAL_FORM) && (matches!(token.shape, Shape::Upper | Shape::Mixed) || word.contains('.')) => return true,
            Class::Word if token.is_lower() && matches!(word, "e" | "e.V" | "e.K" | "e.U" | "e.G") => {
                return word.len() > 1
                    || text.tokens.get(at + 1).is_some_and(|t| t.class == Class::Stop && t.is_glued())
                        && matches!(text.word(at + 2), "V" | "K" | "U" | "G" | "Kfm");
            }
            Class::Word if token.is_capital() && !token.is(Flags::TITLE) => {}
            _ => return false,
        }
    }
    false
}

/// "Anna Muster Stiftung", "Hans Muster Straße", "„Otto Muster“-Preis".
fn heads_behind(text: &Text<'_>, end: usize) -> bool {
    let Some(token) = text.tokens.get(end) else { return false };
    if token.class == Class::Quote && token.is_glued() && text.tokens.get(end + 1).is_some_and(|t| t.class == Class::Hyphen && t.is_glued()) {
        return true;
    }
    if token.class == Class::Hyphen && token.is_glued() {
        return true;
    }
    if token.gap > Gap::Space && !name::wraps(text, end) {
        return false;
    }
    token.is_capital() && !token.is(Flags::ROLE | Flags::AWARD_LEVEL) && (token.is(HOLDER) || value(text, end) == class::NAME_HEAD)
}

/// "Tischlerei Otto Muster", "Firma Muster", "Familie Muster".
pub(super) fn holder_before(text: &Text<'_>, at: usize) -> bool {
    // "Fleischerei de Muster"
    let mut at = at;
    while at > 1 && text.tokens[at - 1].is_lower() && matches!(text.word(at - 1), "de" | "van" | "ten" | "ter" | "den" | "di" | "da" | "la") {
        at -= 1;
    }
    let Some(unit) = name::unit_before(text, at).filter(|_| name::wraps(text, at)) else {
        return at >= 2 && text.tokens[at - 1].class == Class::Stop && matches!(text.word(at - 2), "Fa" | "Gebr" | "Fam");
    };
    let last = unit.end() - 1;
    let token = &text.tokens[last];
    if matches!(text.word(last), "Familie" | "Familien" | "Firma" | "Gebrüder" | "Geschwister" | "Haus" | "Marke" | "Ehepaar" | "Eheleute" | "Brüder") {
        return !matches!(text.word(last), "Ehepaar" | "Eheleute" | "Geschwister" | "Brüder")
            || text.tokens.get(at + 1).is_none_or(|t| !t.is_capital() && !text.says(at + 1, "und"));
    }
    // what bears a person's name without being one: brands, ships, varieties
    if matches!(
        text.word(last),
        "Marke"
            | "Linie"
            | "Sorte"
            | "Rebsorte"
            | "Schiff"
            | "Fähre"
            | "Kutter"
            | "Aktion"
            | "Modell"
            | "Label"
            | "Modelabel"
            | "Kollektion"
            | "Restaurant"
            | "Romanfigur"
    ) {
        return true;
    }
    // "die Jury" and "die Stadt" act by themselves, "die Firma" and "die Tischlerei" have the name behind them
    let acts = unit.start() > 0
        && text.is(unit.start() - 1, Flags::ARTICLE)
        && token.is(Flags::GENERIC_ORGANISATION)
        && !text.lexicon.word(token.word).marks.contains(Marks::APPOSITION);
    let holds = token.is(Flags::ORGANISATION_HEAD) && !acts || text.word(last).ends_with("erei");
    !token.is(Flags::ROLE)
        && (holds || value(text, last) == class::NAME_HEAD && (token.is(Flags::SINGULAR) || !token.is(Flags::NOUN)) && !token.is(Flags::COMMON))
}

/// "St. Konrad", "Sankt Martin".
fn saint_before(text: &Text<'_>, at: usize) -> bool {
    at >= 1 && matches!(text.word(at - 1), "Sankt" | "Santa" | "Saint" | "San" | "São" | "Heiliger" | "Heiligen" | "Heilige")
        || at >= 2 && text.tokens[at - 1].class == Class::Stop && matches!(text.word(at - 2), "St" | "Hl" | "hl")
}

/// A name alone in quotation marks is a title or a brand.
fn quoted(text: &Text<'_>, start: usize, end: usize) -> bool {
    let quote = |at: usize| text.tokens.get(at).is_some_and(|t| t.class == Class::Quote);
    start > 0 && quote(start - 1) && quote(end) && text.tokens[end].is_glued()
}

/// "Muster & Anna Muster", "X-Anna".
fn joined_before(text: &Text<'_>, at: usize) -> bool {
    at > 0 && (text.says(at - 1, "&") || text.tokens[at - 1].class == Class::Hyphen && text.tokens[at].is_glued())
}

/// "(71)", "(71 Jahre)", ", 71,": an age behind the name.
pub(super) fn age(text: &Text<'_>, end: usize) -> bool {
    let class = |n: usize| text.tokens.get(n).map(|t| t.class);
    let number = |n: usize| class(n) == Some(Class::Number) && text.word(n).len() <= 2;
    // "(Anna, 9)"
    let inside = || class(end) == Some(Class::Comma) && number(end + 1) && class(end + 2) == Some(Class::Close);
    class(end) == Some(Class::Open) && number(end + 1)
        || inside()
        || class(end) == Some(Class::Comma) && number(end + 1) && class(end + 2) == Some(Class::Comma)
}

/// Whether something beside a likely name speaks for a person; `listed`: its given name is in the lists.
pub(super) fn beside(text: &Text<'_>, start: usize, end: usize, listed: bool) -> bool {
    let class = |n: usize| text.tokens.get(n).map(|t| t.class);
    let cue = |n: usize| text.tokens.get(n).is_some_and(|t| t.is_lower() && t.is(Flags::CUE) && t.is(Flags::FINITE));
    let phrase = |n: usize| matches!(text.word(n), "laut" | "Laut" | "so" | "von" | "um" | "und" | "mit" | "durch" | "neben" | "an");
    if age(text, end) || cue(end) || text.says(end, "aus") || start > 0 && (cue(start - 1) || listed && phrase(start - 1)) {
        return true;
    }
    // "… Muster. Die gebürtige Dänin …", "Der 32-Jährige …"
    let born = matches!(class(end), Some(Class::Stop)) && matches!(text.word(end + 1), "Die" | "Der") && {
        let age = class(end + 2) == Some(Class::Number) && matches!(text.word(end + 4), "Jährige" | "jährige" | "Jähriger");
        age || matches!(text.word(end + 2), "gebürtige" | "geborene" | "studierte" | "gelernte" | "promovierte")
    };
    if born {
        return true;
    }
    // ", Geschäftsführerin der …", "(Geschäftsführerin)"
    let next = (end + 1..end + 6).find(|&n| text.tokens.get(n).is_some_and(|t| t.is_capital()));
    if matches!(class(end), Some(Class::Comma | Class::Open | Class::Dash)) && next.is_some_and(|n| role_at(text, n)) {
        return true;
    }
    // in a list of contacts: alone on its line, or behind "Foto:" and the like
    let opens = start == 0
        || text.tokens[start].gap >= Gap::Line
        || matches!(class(start - 1), Some(Class::Colon | Class::Slash))
        || text.says(start - 1, "|")
        || text.says(start - 1, "·");
    let closes = text.tokens.get(end).is_none_or(|t| t.gap >= Gap::Line || matches!(t.class, Class::Comma | Class::Close | Class::Symbol))
        && !text.tokens.get(end).is_some_and(|t| text.word(end) == "&" && t.class == Class::Symbol);
    let address = (end..end + 8).any(|n| {
        text.tokens.get(n).is_some_and(|t| t.class == Class::Address || t.is_capital() && matches!(text.word(n), "Tel" | "Telefon" | "Mobil" | "Fon" | "Fax"))
    });
    opens && closes && (address || start > 1 && class(start - 1) == Some(Class::Colon) && text.is(start - 2, Flags::NOUN))
}

/// Whether a known surname stands in a firm's name.
pub(super) fn names_firm(text: &Text<'_>, unit: TokenSpan) -> bool {
    let given = unit.start() > 0 && text.is(unit.start() - 1, Flags::GIVEN | Flags::ROLE | Flags::TITLE) && text.tokens[unit.start()].gap <= Gap::Line;
    !given && is_company(text, unit.end())
}

/// Whether a verb of saying stands beside a name, or "laut", "so", a colon.
pub(super) fn speaks(text: &Text<'_>, unit: TokenSpan) -> bool {
    let cue = |n: usize| text.tokens.get(n).is_some_and(|t| t.is_lower() && t.is(Flags::CUE) && t.is(Flags::FINITE) && !t.is(Flags::AUXILIARY));
    let (start, end) = (unit.start(), unit.end());
    cue(end)
        || text.says(end, "zufolge")
        || text.says(end, "selbst")
        || text.tokens.get(end).is_some_and(|t| t.class == Class::Colon)
        || start > 0
            && (cue(start - 1)
                || text.says(start - 1, "sich") && start > 1 && cue(start - 2)
                || matches!(text.word(start - 1), "so" | "laut" | "Laut" | "Herr" | "Frau" | "Herrn"))
}

/// Whether a word before a name makes its first word a noun: an article, an adjective, a figure.
pub(super) fn determined(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|n| {
        let token = &text.tokens[n];
        // "So sieht das Rose Schulze": an article of another gender is a pronoun
        let agrees = match text.word(n) {
            "das" | "Das" => text.is(at, Flags::NEUTER),
            "die" | "Die" => text.is(at, Flags::FEMININE | Flags::PLURAL),
            _ => true,
        };
        let adjective = token.is_lower() && token.is(Flags::ADJECTIVE) && !token.is(Flags::ADVERB | Flags::FINITE | Flags::PREPOSITION);
        token.class == Class::Number || adjective || token.is(Flags::ARTICLE | Flags::CONTRACTION) && !token.is(Flags::ADVERB) && agrees
    })
}

/// Whether a role without article and the noun behind it act or speak together: "Bürgermeister Apfelbaum lobte", "sagte Landrat
/// Feierabend."
pub(super) fn acts(text: &Text<'_>, role: TokenSpan, end: usize) -> bool {
    let cue = |n: usize| text.tokens.get(n).is_some_and(|t| t.is_lower() && t.is(Flags::CUE) && t.is(Flags::FINITE));
    let verb = |n: usize| text.tokens.get(n).is_some_and(|t| t.is_lower() && t.is(Flags::SINGULAR_3) && t.is(Flags::FINITE));
    let bare = text.starts_sentence(role.start()) || role.start() > 0 && text.says(role.start() - 1, "und");
    ends_name(text, end) && (bare && verb(end) || role.start() > 0 && cue(role.start() - 1))
}

/// Whether a name stands in the headline, where verbs of saying tell of firms as well ("Muster besteht Audit"); not before a colon.
pub(super) fn heads(text: &Text<'_>, unit: TokenSpan) -> bool {
    text.kind_of(unit.start()) == SectionKind::Headline
        && text.tokens.get(unit.end()).is_none_or(|t| t.class != Class::Colon)
        && (unit.start() == 0 || !matches!(text.word(unit.start() - 1), "laut" | "Laut" | "Herr" | "Frau"))
}

fn role_at(text: &Text<'_>, at: usize) -> bool {
    name::unit(text, at).is_some_and(|unit| text.is(unit.span.end() - 1, Flags::ROLE))
}

/// Whether no further capitalised word follows that could go on the name.
pub(super) fn ends_name(text: &Text<'_>, end: usize) -> bool {
    text.tokens.get(end).is_none_or(|t| !t.is_capital() || t.gap > Gap::Space)
}

/// Whether a known surname or given name that stands alone is the person.
pub(super) fn stands_alone(text: &Text<'_>, unit: TokenSpan, is_surname: bool) -> bool {
    let at = unit.start();
    let token = &text.tokens[at];
    if at > 0 && matches!(text.tokens[at - 1].class, Class::Hyphen | Class::Slash) && token.is_glued() {
        return false;
    }
    if is_company(text, unit.end())
        || heads_behind(text, unit.end())
        || holder_before(text, at)
        || saint_before(text, at)
        || joined_before(text, at)
        || quoted(text, at, unit.end())
    {
        return false;
    }
    let before = at.checked_sub(1).map(|n| &text.tokens[n]);
    // names stand without article; what has one is a thing, a place, a firm, a family
    // (but ", den Muster mitbrachte" opens a relative clause)
    let relative = at >= 2 && text.tokens[at - 2].class == Class::Comma && text.tokens[at - 1].is_lower();
    let article = !relative && before.is_some_and(|t| t.gap <= Gap::Space && t.class == Class::Word && (t.is(Flags::ARTICLE | Flags::CONTRACTION)));
    if article && name::wraps(text, at) {
        return false;
    }
    // "Betten Muster", "Muster Fördertechnik": a firm
    let genitive = text.word(unit.end() - 1).ends_with('s');
    if is_surname
        && (!genitive && before.is_some_and(|_| thing_at(text, at - 1)) && token.gap == Gap::Space
            || !genitive && text.tokens.get(unit.end()).is_some_and(|t| t.gap == Gap::Space) && thing_at(text, unit.end()))
    {
        return false;
    }
    let ordinary = token.is(Flags::NOUN | Flags::ADJECTIVE | Flags::WORD) && unit.len() == 1 && !token.is(Flags::COMPOUND);
    if ordinary && before.is_some_and(|t| t.is_lower() && t.is(Flags::ADJECTIVE | Flags::PARTICIPLE) && !t.is(Flags::FINITE)) {
        return false;
    }
    if ordinary && text.starts_sentence(at) {
        // "Lang ist der Weg": at a sentence's start only before a verb in the singular
        return text.tokens.get(unit.end()).is_some_and(|t| {
            t.is(Flags::FINITE)
                || matches!(t.class, Class::Colon | Class::Comma | Class::Open)
                || text.says(unit.end(), "und")
                || text.says(unit.end(), "zufolge")
        });
    }
    if token.is(Flags::PLACE)
        && before.is_some_and(|_| matches!(text.word(at - 1), "in" | "aus" | "nach" | "In" | "Aus" | "Stadt" | "Landkreis" | "Kreis" | "Gemeinde" | "bei"))
    {
        return false;
    }
    // a given name alone goes on to no further name
    is_surname || ends_name(text, unit.end())
}

/// A capitalised noun that is no role, title, kin or name.
fn thing_at(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    token.is_capital()
        && (token.is(Flags::NOUN) || token.flags.is_empty() && !text.starts_sentence(at))
        && !token.is(Flags::ROLE | Flags::TITLE | Flags::GIVEN | Flags::SURNAME | Flags::ADVERB | Flags::PREPOSITION)
        && !class::KIN.contains(&value(text, at))
        && !(text.word(at).ends_with("in") && token.is(Flags::FEMININE))
        && !text.word(at).ends_with("erin")
}
