//! What a sentence says around an award: the verb that governs it, signs of the status, year, level.

use super::event::Clause;
use super::party::{Case, Group};
use super::status::{self, Signs};
use super::verb::{Frame, Verb};
use crate::analysis::Party;
use crate::extract::award::detail;
use crate::lexicon::Flags;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

impl Clause<'_> {
    /// The verb that governs the award: the nearest, with what stands between counted.
    pub(super) fn governing(&self, award: TokenSpan) -> Option<&Verb> {
        let cost = |verb: &Verb| {
            let (from, to) = if verb.at >= award.end() { (award.end(), verb.at) } else { (verb.at, award.start()) };
            let between = &self.text.tokens[from.min(to)..to];
            let marks: usize = between
                .iter()
                .map(|t| match t.class {
                    Class::Comma => 10,
                    Class::Semicolon | Class::Dash | Class::Colon => 30,
                    _ => 0,
                })
                .sum();
            let clauses = between.windows(2).filter(|two| two[0].class == Class::Comma && two[1].is(Flags::CONJUNCTION)).count();
            between.len() + marks + 60 * clauses + if verb.frame == Frame::Be { 12 } else { 0 }
        };
        self.verbs
            .iter()
            .filter(|verb| !award.holds(verb.at) && !self.behind(award).is_some_and(|relative| relative.holds(verb.at)))
            .filter(|verb| verb.frame != Frame::Rank || self.is_ranked(award))
            // "geht ins Rennen um den A"
            .filter(|verb| verb.frame != Frame::Goes || self.groups.iter().any(|group| group.case == Case::To))
            .map(|verb| (cost(verb), verb))
            .filter(|(cost, _)| *cost < 60)
            .min_by_key(|(cost, _)| *cost)
            .map(|(_, verb)| verb)
            .filter(|verb| verb.frame != Frame::Be || self.is_title(verb, award))
    }

    /// "ist (seit 2014) A", "nennt sich A", "trägt A": nothing but adverbs and quotation marks between.
    pub(super) fn is_title(&self, verb: &Verb, award: TokenSpan) -> bool {
        if verb.lemma == "tragen" || verb.lemma == "nennen" {
            return true;
        }
        let text = self.text;
        // "Bibliothek des Jahres ist E"
        if verb.at >= award.end() {
            let opens = award.start() == self.tokens.start() || matches!(text.tokens[award.start() - 1].class, Class::Colon | Class::Quote | Class::Comma);
            return opens && verb.at - award.end() <= 2;
        }
        let preposition = award.start().checked_sub(2).is_some_and(|_| {
            let since = |at: usize| text.says(at, "seit") && detail::year_at(text, at + 1).is_some();
            (award.start().saturating_sub(3)..award.start()).any(|at| text.is(at, Flags::PREPOSITION) && !matches!(text.word(at), "zum" | "zur") && !since(at))
        });
        let article = award.start().checked_sub(1).is_some_and(|at| matches!(text.word(at), "der" | "dem" | "den" | "des" | "die" | "das"));
        award.start() - verb.at <= 14 && !preposition && !article
    }

    /// Entries are asked of anybody: "Teilnehmen kann jede Klasse", "Melden Sie sich bis Mai an".
    pub(super) fn is_open(&self, verb: &Verb) -> bool {
        let text = self.text;
        let asks = |at: usize| self.text.is(at, Flags::INFINITIVE) && self.text.says(at + 1, "Sie");
        verb.may
            || asks(self.tokens.start())
            || self.tokens.range().any(|at| matches!(text.word(at), "wer" | "Wer")) && verb.wish
            || self.tokens.range().any(|at| matches!(self.text.word(at), "können" | "kann"))
    }

    /// "… zu holen", "mitzunehmen"
    pub(super) fn is_infinitive(&self, verb: &Verb) -> bool {
        self.text.is(verb.at, Flags::ZU_INFINITIVE) || (self.text.is(verb.at, Flags::INFINITIVE) && verb.at > 0 && self.text.says(verb.at - 1, "zu"))
    }

    /// "zählt zu den „A“", "unter die A".
    fn is_ranked(&self, award: TokenSpan) -> bool {
        (award.start().saturating_sub(5)..award.start()).any(|at| matches!(self.text.word(at), "zu" | "zum" | "zur" | "unter"))
    }

    pub(super) fn first_finite(&self) -> usize {
        self.tokens.range().find(|&at| self.text.is(at, Flags::FINITE) && self.text.tokens[at].is_lower()).unwrap_or(self.tokens.end())
    }

    /// The stretch between commas, semicolons and dashes around the award.
    pub(super) fn segment(&self, award: TokenSpan) -> (usize, usize) {
        let cut = |at: &usize| matches!(self.text.tokens[*at].class, Class::Comma | Class::Semicolon | Class::Dash | Class::Colon);
        let start = (self.tokens.start()..award.start()).rev().find(cut).map_or(self.tokens.start(), |at| at + 1);
        let end = (award.end()..self.tokens.end()).find(cut).unwrap_or(self.tokens.end());
        (start, end.max(start))
    }

    /// A category or "als beste(r) …" with a verb of winning: a winner of the award spoken of, in a sentence that names none.
    pub(super) fn names_winner(&self) -> bool {
        let text = self.text;
        let category = self.tokens.range().any(|at| matches!(text.word(at), "Kategorie" | "Sparte" | "Rubrik"))
            || self.tokens.range().any(|at| matches!(text.word(at), "als" | "Als") && text.word(at + 1).starts_with("beste"));
        let wins = |verb: &Verb| {
            matches!(verb.lemma, "durchsetzen" | "siegen" | "gewinnen" | "triumphieren" | "überzeugen") || (verb.frame == Frame::Honour && verb.passive)
        };
        category && self.verbs.iter().any(wins)
    }

    /// "Ausgezeichnet wurden E und F", "Die C ehrte E": honoured with what was named before, as nothing else is named.
    pub(super) fn honours_alone(&self) -> bool {
        let text = self.text;
        let honours = |verb: &Verb| matches!(verb.lemma, "auszeichnen" | "prämieren" | "ehren" | "küren" | "nominieren") && !verb.wish;
        // "mit einer Urkunde", "als Stürmer", "für den Vorsitz nominiert"
        let with = |at: usize| matches!(text.word(at), "mit" | "Mit" | "als" | "zum" | "zur" | "für") && !matches!(text.word(at + 1), "ihm" | "ihr" | "ihnen");
        let named = |group: &Group| group.case == Case::Free && (group.named || !group.thing);
        self.verbs.iter().any(honours) && !self.tokens.range().any(with) && self.groups.iter().any(named) && self.quotations.is_empty()
    }

    /// "Mit ihr wurde E ausgezeichnet"
    pub(super) fn adds_winner(&self) -> bool {
        let start = self.tokens.start();
        self.text.says(start, "Mit") && matches!(self.text.word(start + 1), "ihm" | "ihr" | "ihnen")
    }

    /// "Nominiert war auch E", "Mit ihr wurde E ausgezeichnet", "Ebenfalls geehrt wurde E": told of the same award as before.
    pub(super) fn adds(&self) -> bool {
        let text = self.text;
        let more = matches!(text.word(self.tokens.start()), "Ebenfalls" | "Außerdem" | "Ferner" | "Weiterhin" | "Zudem");
        self.adds_winner() || more || self.verbs.iter().any(|verb| verb.lemma == "nominieren" && verb.passive)
    }

    /// "Die C würdigt damit sein Werk": somebody honours with what was just named.
    pub(super) fn honours_thereby(&self) -> bool {
        let thereby = self.tokens.range().any(|at| matches!(self.text.word(at), "damit" | "Damit" | "hiermit"));
        thereby && self.verbs.iter().any(|verb| verb.frame == Frame::Honour && !verb.passive)
    }

    /// "Das gab die C bekannt", "Das teilte die C mit".
    pub(super) fn announces(&self) -> bool {
        let text = self.text;
        let start = self.tokens.start();
        let verb = matches!(text.word(start + 1), "gab" | "gaben" | "teilte" | "teilten" | "entschied" | "entschieden");
        text.says(start, "Das") && verb
    }

    /// "Die C schreibt ihn gemeinsam mit D aus": who gives the award that the sentence before names.
    pub(super) fn gives_it(&self) -> Option<&Group> {
        let text = self.text;
        let verb = self.verbs.iter().find(|verb| matches!(verb.frame, Frame::Call | Frame::Confer) && !verb.passive)?;
        let behind = (verb.finite + 1..self.tokens.end().min(verb.finite + 4)).any(|at| matches!(text.word(at), "ihn" | "sie" | "es"));
        let taken = self.groups.iter().any(|group| matches!(group.case, Case::To | Case::Dative));
        let subject = || self.subject(TokenSpan::new(self.tokens.end(), self.tokens.end()), verb.finite);
        subject().filter(|group| behind && !taken && group.named)
    }

    /// Who was honoured in a sentence that names no award.
    pub(super) fn honour(&self) -> Option<Vec<Party>> {
        let verb = self
            .verbs
            .iter()
            .find(|verb| verb.frame == Frame::Honour && verb.passive && matches!(verb.lemma, "auszeichnen" | "prämieren" | "ehren" | "zertifizieren"))?;
        self.subject(TokenSpan::new(self.tokens.end(), self.tokens.end()), verb.finite).map(|group| group.parties.clone())
    }

    /// Signs of the status near the award: in its part of the sentence.
    pub(super) fn signs(&self, award: TokenSpan) -> Signs {
        let (start, end) = self.part(award);
        status::signs(self.text, TokenSpan::new(start, end))
    }

    /// The part of the sentence around the award, cut at semicolons and dashes.
    pub(super) fn part(&self, award: TokenSpan) -> (usize, usize) {
        let cut = |at: &usize| matches!(self.text.tokens[*at].class, Class::Semicolon | Class::Dash | Class::Colon);
        let start = (self.tokens.start()..award.start()).rev().find(cut).map_or(self.tokens.start(), |at| at + 1);
        let end = (award.end()..self.tokens.end()).find(cut).unwrap_or(self.tokens.end());
        (start, end.max(start))
    }

    /// The year beside the award: the nearest between the commas around it, or else in its part of the sentence; none that
    /// stands beyond another award.
    pub(super) fn year(&self, award: TokenSpan) -> Option<String> {
        let (from, to) = self.part(award);
        let floor = self.awards.iter().map(|other| other.end()).filter(|&end| end <= award.start()).max().unwrap_or(from);
        let roof = self.awards.iter().map(|other| other.start()).find(|&start| start >= award.end()).unwrap_or(to);
        let (from, to) = (from.max(floor), to.min(roof));
        let (near_from, near_to) = self.segment(award);
        self.year_within(award, near_from.max(from), near_to.min(to)).or_else(|| self.year_within(award, from, to))
    }

    /// "im vergangenen Jahr", "schon im Januar": the year before the release's, or its own.
    pub(super) fn told_by_season(&self, last_year: bool, release: Option<u16>) -> Option<String> {
        let text = self.text;
        let month = |at: usize| text.says(at, "im") && text.is(at + 1, Flags::MONTH) && detail::year_at(text, at + 2).is_none();
        let year = release?;
        if last_year {
            return Some((year - 1).to_string());
        }
        self.tokens.range().any(month).then(|| year.to_string())
    }

    /// "2012 und 2013", "2014, 2016 und 2018": the years in a row with one, without it.
    pub(super) fn further_years(&self, year: Option<&str>, award: TokenSpan) -> Vec<String> {
        let text = self.text;
        let (from, to) = self.part(award);
        let Some(at) = year.and_then(|year| (from..to).find(|&at| text.says(at, year))) else { return vec![] };
        let linked = |at: usize| matches!(text.word(at), "und" | "," | "sowie");
        let step = |from: usize, to: usize| linked(from).then(|| detail::year_at(text, to)).flatten();
        let mut years = Vec::new();
        let mut end = at;
        while let Some(year) = step(end + 1, end + 2).filter(|_| end + 2 < to) {
            years.push(year);
            end += 2;
        }
        let mut start = at;
        while let Some(year) = start.checked_sub(2).filter(|&before| before >= from).and_then(|before| step(before + 1, before)) {
            years.push(year);
            start -= 2;
        }
        years
    }

    /// The year nearest to the award in a stretch around it.
    fn year_within(&self, award: TokenSpan, from: usize, to: usize) -> Option<String> {
        let near = |at: &usize| detail::year_at(self.text, *at).is_some();
        let after = (award.end()..to.min(award.end() + 12)).find(near);
        let before = (from.max(award.start().saturating_sub(16))..award.start()).rev().find(near);
        let at = match (before, after) {
            (Some(before), Some(after)) if award.start() - before < after - award.end() => Some(before),
            (before, after) => after.or(before),
        };
        at.and_then(|at| detail::year_at(self.text, at))
    }

    /// A level in the award's part of the sentence.
    pub(super) fn level(&self, award: TokenSpan) -> Option<String> {
        let (start, end) = self.part(award);
        (start.max(award.start().saturating_sub(14))..end.min(award.end() + 12)).filter(|at| !award.holds(*at)).find_map(|at| {
            let word = self.text.word(at);
            let place = matches!(word, "Platz" | "Rang" | "Preis") || self.text.is(at, Flags::AWARD_LEVEL);
            let level = if place { detail::level_at(self.text, at) } else { None };
            level.filter(|level| detail::is_place(level))
        })
    }
}
