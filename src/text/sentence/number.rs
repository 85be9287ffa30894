//! A stop behind figures: an ordinal, a date, a count, or the end of a sentence.

use super::opener::{self, Opener};
use super::{Candidate, clause};
use crate::german::{adjective, verb};
use crate::lexicon::Flags;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::token::TokenAt;
use crate::text::{Text, words};

/// Figures before a stop, and the words beside them.
struct Figures<'c, 's, 't> {
    candidate: &'c Candidate<'s, 't>,
    text: &'s Text<'t>,
    /// The figures' token.
    at: usize,
    figures: &'t str,
    follower: TokenAt<'s>,
}

/// A question asked of them: whether the sentence ends, `None` when it cannot tell.
type Decision = for<'c, 's, 't> fn(&Figures<'c, 's, 't>) -> Option<bool>;

/// Asked in this order; the first that knows decides.
const DECISIONS: [Decision; 17] = [
    quotation_closes,
    opens_the_sentence,
    counts_on,
    has_points,
    month_follows,
    range_ends,
    score_ends,
    has_four_figures,
    noun_of_order_follows,
    function_word_follows,
    numbered_noun_precedes,
    number_follows,
    sign_follows,
    preposition_precedes,
    plural_follows_a_day,
    new_clause_follows,
    is_ordinal,
];

/// Whether a sentence ends with the stop behind these figures.
pub(super) fn ends(candidate: &Candidate<'_, '_>, at: usize) -> bool {
    let text = candidate.text;
    let figures = Figures { candidate, text, at, figures: text.word(at), follower: text.at(candidate.next) };
    DECISIONS.iter().find_map(|decision| decision(&figures)).unwrap_or_else(|| is_count(&figures))
}

impl<'s> Figures<'_, 's, '_> {
    /// The token before the figures, which are not the first of the sentence.
    fn before(&self) -> TokenAt<'s> {
        self.text.at(self.at.saturating_sub(1))
    }
    fn is_ordered(&self) -> bool {
        words::has(self.text, self.candidate.next, words::ORDERED)
    }
    fn opener(&self) -> Opener {
        self.candidate.opener()
    }
}

/// `“` stands behind the stop: "„… um 20.“ Danach".
fn quotation_closes(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    figures.candidate.closed.then_some(true)
}

/// "1. Die Stadt …" counts a list; "Wie viele? 250. Das …" answers.
fn opens_the_sentence(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    (figures.at == figures.candidate.start).then(|| figures.figures.len() == 3 && figures.candidate.clear())
}

/// "Die Regel: 1. Alle fragen, 2. Alle hören": behind a colon, or one more than a count before.
fn counts_on(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    const LOOK_BACK: usize = 60;
    let Figures { text, at, candidate, .. } = *figures;
    let value: u8 = figures.figures.parse().ok().filter(|&value| (1..100).contains(&value))?;
    let before = figures.before();
    let parted = matches!(before.class, Class::Colon | Class::Semicolon | Class::Comma);
    if !parted || text.at(at).is_glued() {
        return None;
    }
    let first = value == 1 && before.class == Class::Colon;
    let counted = || {
        let from = candidate.start.max(at.saturating_sub(LOOK_BACK));
        let earlier = (from..at).rev().find(|&t| text.at(t).class == Class::Number && text.at(t + 1).class == Class::Stop && text.at(t + 1).is_glued());
        earlier.is_some_and(|t| t + 2 < at && text.word(t).parse() == Ok(value - 1) && text.at(t + 2).class == Class::Word)
    };
    (first || counted()).then_some(false)
}

/// "2.10.", "14.30", "3,5", "1.000": only dates and thousands can be ordinals.
fn has_points(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    let Figures { text, candidate, at, figures: digits, .. } = *figures;
    if digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let follower = figures.follower.class;
    let date = digits.bytes().filter(|&b| b == b'.').count() == 1 && digits.len() <= 5 && !digits.contains([',', ':']);
    let year = follower == Class::Number && text.word(candidate.next).len() == 4 && text.word(candidate.next).starts_with(['1', '2']);
    // "06.03. – 28.03."
    let range = matches!(follower, Class::Dash | Class::Hyphen) && text.get(candidate.next + 1).is_some_and(|end| end.class == Class::Number);
    let dated = figures.follower.is(Flags::MONTH) || year || range || follower == Class::Number && !figures.before().is(Flags::WORD);
    // "Am 3.10. Konzert im Park": no sentence before has its verb
    let headed = figures.opener() == Opener::Capital
        && follower == Class::Word
        && figures.before().is(Flags::CONTRACTION | Flags::WEEKDAY)
        && !clause::has_verb(text, candidate.start, at);
    let thousandth = (figures.opener() == Opener::Capital || figures.is_ordered()) && is_thousandth(figures);
    Some(!(date && (dated || headed) || thousandth))
}

/// "ihr 1.000. Mitglied", "zum 2.500. Mal": figures with a thousands point between article or possessive and a noun in the singular.
fn is_thousandth(figures: &Figures<'_, '_, '_>) -> bool {
    let mut groups = figures.figures.split('.');
    let grouped = groups.next().is_some_and(|first| first.len() <= 3) && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    let before = figures.before();
    let determined = before.class == Class::Word
        && (before.is(Flags::ARTICLE | Flags::CONTRACTION | Flags::ADJECTIVE) || before.is(Flags::PRONOUN) && !before.is(Flags::PREPOSITION));
    grouped && determined && is_singular_noun(&figures.follower)
}

fn is_singular_noun(token: &TokenAt<'_>) -> bool {
    token.is(Flags::NOUN) && (token.is(Flags::SINGULAR) || !token.is(Flags::PLURAL))
}

/// "am 3. Mai".
fn month_follows(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    (figures.figures.len() <= 2 && figures.follower.is(Flags::MONTH) && !figures.follower.is(Flags::WORD)).then_some(false)
}

/// "10.-12. Klasse" against "COVID-19. Forscher", "Seiten 12–19. Forscher".
fn range_ends(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    let before = figures.before();
    let joined = matches!(before.class, Class::Hyphen | Class::Dash) && before.gap == Gap::None && figures.at >= 2;
    if !joined || figures.candidate.clear() {
        return None;
    }
    let first = figures.text.at(figures.at - 2).class;
    let named = first == Class::Word && before.class == Class::Hyphen && figures.figures.len() <= 2;
    let counted = first == Class::Number && (figures.figures.len() > 2 || !figures.is_ordered());
    let ordinal = before.class == Class::Hyphen && figures.figures.len() <= 2;
    if named || counted { Some(true) } else { ordinal.then_some(false) }
}

/// "12 zu 9", "4 mal 6".
fn score_ends(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    let score = figures.at >= 2 && figures.text.at(figures.at - 2).class == Class::Number && matches!(figures.text.word(figures.at - 1), "zu" | "mal");
    score.then_some(true)
}

/// A year, or a number too high for most ordinals ("den 2000. Besucher").
fn has_four_figures(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    if figures.figures.len() < 4 {
        return None;
    }
    let before = figures.before();
    let determined = before.class == Class::Word && before.is_lower() && before.is(Flags::ARTICLE | Flags::CONTRACTION);
    let ordinal = !figures.candidate.clear() && determined && is_singular_noun(&figures.follower);
    let year = figures.figures.len() == 4 && (figures.figures.starts_with('1') || figures.figures.starts_with("20"));
    Some(!ordinal && (year || figures.candidate.clear() || !is_before_ordinal(figures)))
}

/// "zum 10. Mal", "in 3. Auflage"; "auf 24. Bürgermeister Ott freut sich" is a new clause.
fn noun_of_order_follows(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    let ordinal = figures.is_ordered() && is_before_ordinal(figures);
    ordinal.then(|| is_bare_preposition(&figures.before()) && clause::follows(figures.candidate))
}

fn is_bare_preposition(before: &TokenAt<'_>) -> bool {
    before.is_lower() && before.is(Flags::PREPOSITION) && !before.is(Flags::CONTRACTION | Flags::ARTICLE)
}

/// "am 3. Der Eintritt": an article behind an ordinal can only be a new sentence's; "am 3. Abend" is a noun.
fn function_word_follows(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    const NEVER_NOUN: Flags =
        Flags::ARTICLE.union(Flags::PERSONAL).union(Flags::PRONOUN).union(Flags::PREPOSITION).union(Flags::CONJUNCTION).union(Flags::SUBJUNCTION);
    let determined = figures.before().is(Flags::ARTICLE | Flags::CONTRACTION | Flags::ADJECTIVE);
    let counts = || figures.text.get(figures.candidate.next + 1).is_some_and(|next| next.class == Class::Number); // "Rund 600 …"
    let noun = figures.follower.is(Flags::NOUN) && !figures.follower.is(NEVER_NOUN) && determined && !counts();
    let named = determined && opener::quotes_a_name(figures.candidate);
    if named {
        return Some(false);
    }
    (figures.candidate.clear() && !noun).then_some(true)
}

/// "am 3. 4. 2020", "1. 2. Klasse" against "kamen 15. 2021 waren es".
fn number_follows(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    let Figures { text, candidate: &Candidate { next, .. }, .. } = *figures;
    (figures.follower.class == Class::Number).then(|| {
        let counts_on = text.get(next + 1).is_some_and(|t| t.class == Class::Stop) && text.word(next).len() <= 2;
        !(figures.figures.len() <= 2 && (counts_on || text.word(next).len() == 4 && is_before_ordinal(figures)))
    })
}

/// A bracket, dash or symbol: "am 3. (Freitag)"; "bei 97. – Ein Spitzenwert" is a new sentence.
fn sign_follows(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    let sign = matches!(figures.follower.class, Class::Symbol | Class::Dash | Class::Hyphen | Class::Open);
    sign.then(|| figures.opener() >= Opener::Subject || !is_before_ordinal(figures))
}

/// "Platz 4. Läufer …".
fn numbered_noun_precedes(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    words::has(figures.text, figures.at - 1, words::NUMBERED).then_some(true)
}

/// "stieg auf 24. Experten …": no ordinal follows a preposition without its article.
fn preposition_precedes(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    let plural = figures.follower.is(Flags::NOUN) && figures.follower.is(Flags::PLURAL) && !figures.follower.is(Flags::SINGULAR);
    (is_bare_preposition(&figures.before()) && (plural || figures.follower.shape == Shape::Upper)).then_some(true)
}

/// "bis zum 30. Anträge nimmt …": behind "am" and "zum" no plural follows.
fn plural_follows_a_day(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    let day = figures.before().is_lower() && figures.before().is(Flags::CONTRACTION);
    let follower = &figures.follower;
    let plural = follower.is(Flags::NOUN) && follower.is(Flags::PLURAL) && !follower.is(Flags::SINGULAR | Flags::ADJECTIVE);
    (day && plural && follower.shape == Shape::Capital).then_some(true)
}

/// "Sie endet am 15. Bewerberinnen melden sich …".
fn new_clause_follows(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    clause::follows(figures.candidate).then_some(true)
}

/// "die 3. Kammer", "im 2. OG", "Kiels 2. Mannschaft", "feiert 100. Geburtstag", "des dort liegenden 1. Regiments".
fn is_ordinal(figures: &Figures<'_, '_, '_>) -> Option<bool> {
    let follower = &figures.follower;
    let before = figures.before();
    let genitive = follower.is(Flags::GENITIVE)
        && !follower.is(Flags::PLURAL)
        && follower.is(Flags::NOUN)
        && before.is_lower()
        && adjective::has_ending(figures.text.word(figures.at - 1));
    // "das Kreuz 1. Klasse", "Kreisliga 3. Spieltag", but "im Haus 7. Besucher kommen"
    let verbless = || figures.text.get(figures.candidate.next + 1).is_none_or(|next| !verb::is_clearly_finite_form(next.flags()) || !next.is_lower());
    let noun = before.is_capital() && before.is(Flags::NOUN) && is_singular_noun(follower) && verbless();
    let name = before.is_capital() && figures.text.word(figures.at - 1).ends_with('s');
    let possessed = name || noun || before.is_lower() && !before.is(Flags::AUXILIARY);
    (is_before_ordinal(figures) || possessed && figures.is_ordered() || follower.shape == Shape::Upper || genitive).then_some(false)
}

/// What is left counts something: "Halle 3. Publikum …", "kostet 12. Kinder zahlen 5."
fn is_count(figures: &Figures<'_, '_, '_>) -> bool {
    let before = figures.before();
    figures.figures.len() == 3 || !before.is_lower() && !before.is(Flags::ADJECTIVE) || before.is_lower() && !before.flags().is_empty()
}

/// Whether the word before figures lets them be an ordinal: article, preposition, adjective, or another ordinal.
fn is_before_ordinal(figures: &Figures<'_, '_, '_>) -> bool {
    let Figures { text, at: number, .. } = *figures;
    let before = figures.before();
    match before.class {
        Class::Word => {
            before.is_lower() && before.is(Flags::ARTICLE | Flags::CONTRACTION | Flags::PREPOSITION | Flags::ADJECTIVE | Flags::CONJUNCTION)
                || before.is_lower() && before.is(Flags::PRONOUN) && !before.is(Flags::PERSONAL)
                || matches!(text.word(number - 1), "ihr" | "als") && is_singular_noun(&figures.follower)
                || before.is_capital() && before.is(Flags::ARTICLE | Flags::CONTRACTION | Flags::WEEKDAY)
        }
        // "1. 2. Klasse", "9. u. 10. Klasse", but "Nr. 89."
        Class::Stop => number >= 2 && (text.at(number - 2).class == Class::Number || text.says(number - 2, "u")),
        Class::Hyphen | Class::Dash | Class::Slash | Class::Open | Class::Quote | Class::Comma => true,
        // "Anna Huber (Geige): 2. Preis"
        Class::Colon => figures.is_ordered(),
        _ => false,
    }
}
