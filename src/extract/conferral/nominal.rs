//! Who got an award by the nouns beside it: holders ("Preisträgerin des A", "E, Träger des A"), events ("die Verleihung des
//! A an E", "nach dem Gewinn des A"), participles before a noun ("das mit dem A ausgezeichnete Haus").

use super::event::Clause;
use super::party::{Case, Group};
use super::verb::Frame;
use crate::analysis::{Entity, Party, Status};
use crate::lexicon::Flags;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// Beginnings of nouns for whoever has an award for good, and of those for whoever has just won it.
const HOLDERS: [&str; 2] = ["Träger", "Inhaber"];
const WINNERS: [&str; 5] = ["Preisträger", "Gewinner", "Sieger", "Siegerin", "Ausgezeichnete"];
/// Beginnings of adjectives of earlier and of present holders.
const FORMER: [&str; 6] = ["früher", "bisherig", "ehemalig", "vergangen", "letzt", "vorjährig"];
const PRESENT: [&str; 6] = ["diesjährig", "neue", "aktuell", "frisch", "erst", "heurig"];

/// What a noun beside the award tells.
pub(super) struct Nominal {
    pub parties: Vec<Party>,
    pub status: Status,
}

impl Clause<'_> {
    /// What the nouns beside the award tell of who got it.
    pub(super) fn nominal(&self, award: TokenSpan) -> Option<Nominal> {
        self.holder(award).or_else(|| self.handing(award)).or_else(|| self.distinguished(award))
    }

    /// "Gewinnerin des A ist E", "E ist Preisträger des A", "zu den Preisträgern des A zählt E", "E, Träger des A".
    fn holder(&self, award: TokenSpan) -> Option<Nominal> {
        let text = self.text;
        let merged = text.word(award.end().saturating_sub(1)).contains("träger");
        let noun = if merged { award.end() - 1 } else { self.noun_before(award, &[&HOLDERS[..], &WINNERS[..]].concat())? };
        let first = if merged { award.start() } else { noun };
        let winner = merged || WINNERS.iter().any(|stem| text.word(noun).starts_with(stem));
        // "in die Liste der Preisträger": the verb says what happens
        if (first.saturating_sub(2)..first).any(|at| matches!(text.word(at), "Liste" | "Reihe" | "Kreis" | "Riege" | "Namen")) {
            return None;
        }
        let adjective = |stems: &[&str]| (first.saturating_sub(3)..first).any(|at| stems.iter().any(|stem| text.word(at).starts_with(stem)));
        let (former, present) = (adjective(&FORMER), adjective(&PRESENT));
        let only_person = |group: &&Group| !merged || group.parties.iter().any(|party| matches!(party, Party::Entity(Entity::Person(_))));
        let told = |group: &Group, status: Status| Nominal { parties: group.parties.clone(), status };
        let free = || self.groups.iter().filter(|group| group.case == Case::Free && !group.span.overlaps(award)).filter(only_person);
        let (from, to) = (award.start().min(first).saturating_sub(12).max(self.tokens.start()), (award.end() + 8).min(self.tokens.end()));
        let copula = (from..to).find(|&at| {
            matches!(
                text.word(at),
                "ist" | "sind" | "war" | "waren" | "heißt" | "heißen" | "wurde" | "wurden" | "wird" | "gehört" | "gehören" | "zählt" | "zählen"
            ) && !self.parts_clause(at.min(first), at.max(award.end()))
        });
        if let Some(copula) = copula.filter(|&at| !self.verbs.iter().any(|verb| verb.finite == at && !matches!(verb.frame, Frame::Be | Frame::Rank))) {
            let past = former || text.word(copula).starts_with("war") || (!winner && copula < first);
            let status = if past { Status::Past } else { Status::Received };
            let group = if copula > first { free().find(|group| group.span.start() > copula) } else { free().rfind(|group| group.span.end() <= copula) };
            let group = group.or_else(|| free().find(|group| group.span.start() > copula && group.span.end() <= first));
            if let Some(group) = group.filter(|group| group.span.start().abs_diff(copula) < 14) {
                return Some(told(group, status));
            }
        }
        let near = |group: &&Group| {
            let behind = group.span.start() >= award.end() && group.span.start() - award.end() <= 3;
            group.case != Case::Other && (behind || group.span.end() <= first && first - group.span.end() <= 5)
        };
        // of the groups beside, the one right behind it: "der A-Preisträger E"
        let mut beside = self.groups.iter().filter(near).filter(only_person);
        let person = |group: &&Group| group.parties.iter().any(|party| matches!(party, Party::Entity(Entity::Person(_))));
        let apposed = || {
            let before = self.groups.iter().rfind(|group| group.span.end() <= first && group.case != Case::Other && person(group))?;
            let comma = text.tokens.get(before.span.end()).is_some_and(|token| token.class == Class::Comma);
            (comma && first - before.span.end() <= 12 && !winner).then_some(before)
        };
        let group = beside.clone().find(|group| group.span.start() >= award.end() && group.case != Case::Genitive);
        let group = group.or_else(|| beside.next()).or_else(apposed)?;
        Some(told(group, if present { Status::Received } else { Status::Past }))
    }

    /// "die Verleihung des A an E", "nach dem Gewinn des A".
    fn handing(&self, award: TokenSpan) -> Option<Nominal> {
        let noun = self.noun_before(award, &["Verleihung", "Vergabe", "Überreichung", "Übergabe", "Zuerkennung", "Zuspruch"])?;
        let to = self.groups.iter().find(|group| group.case == Case::To && group.span.start() >= award.end() && group.span.start() - award.end() <= 6)?;
        let ahead = self.text.tokens[noun..self.tokens.end()].iter().any(|token| token.is(Flags::MONTH))
            && self.tokens.range().any(|at| matches!(self.text.word(at), "findet" | "wird" | "erfolgt" | "folgt"));
        Some(Nominal { parties: to.parties.clone(), status: if ahead { Status::Announced } else { Status::Received } })
    }

    /// "das mit dem A ausgezeichnete Wohnhaus", "die mit dem A geehrte E".
    fn distinguished(&self, award: TokenSpan) -> Option<Nominal> {
        const PARTICIPLES: [&str; 8] = ["ausgezeichnet", "prämiert", "geehrt", "gekrönt", "gewürdigt", "bedacht", "nominiert", "zertifiziert"];
        let text = self.text;
        let inflected = |word: &str| PARTICIPLES.iter().any(|stem| word.strip_prefix(stem).is_some_and(|rest| matches!(rest, "e" | "en" | "er" | "es" | "em")));
        let participle = (award.end()..(award.end() + 4).min(self.tokens.end())).find(|&at| inflected(text.word(at)))?;
        let group = self.groups.iter().find(|group| group.span.end() > participle + 1 && group.span.start() <= participle + 3)?;
        let status = if text.word(participle).starts_with("nominiert") { Status::Nominated } else { Status::Past };
        Some(Nominal { parties: group.parties.clone(), status })
    }

    /// The noun with one of the beginnings that the award depends on: "Preisträgerin des (diesjährigen) A", "Sieger des
    /// Wettbewerbs „A“", "Gewinner beim A".
    fn noun_before(&self, award: TokenSpan, stems: &[&str]) -> Option<usize> {
        let text = self.text;
        let floor = award.start().saturating_sub(9).max(self.tokens.start());
        let noun = (floor..award.start()).rev().find(|&at| stems.iter().any(|stem| text.word(at).starts_with(stem)))?;
        let between = (noun + 1)..award.start();
        let article = between.clone().any(|at| matches!(text.word(at), "des" | "der" | "beim" | "vom" | "von"));
        let plain = between.clone().all(|at| {
            let token = &text.tokens[at];
            token.class == Class::Quote
                || token.class == Class::Number
                || token.is(Flags::ARTICLE | Flags::ADJECTIVE | Flags::CONTRACTION | Flags::AWARD_HEAD)
                || token.is_lower()
                || self.groups.iter().any(|group| group.case == Case::By && group.span.holds(at))
        });
        (article && plain && !between.is_empty()).then_some(noun)
    }

    /// A comma with a new clause, a semicolon or a dash stands between.
    fn parts_clause(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| {
            let class = self.text.tokens[at].class;
            matches!(class, Class::Semicolon | Class::Dash | Class::Colon)
                || (class == Class::Comma && self.text.is(at + 1, Flags::CONJUNCTION | Flags::SUBJUNCTION))
        })
    }
}
