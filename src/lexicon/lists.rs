//! The lists whose rows are needed whole: reporting verbs, verbs of awarding, roles.

use super::LemmaId;
use super::table::{self, Table};
use crate::analysis::Gender;
use crate::gazetteer::tsv;
use crate::text::scan;
use std::collections::{HashMap, HashSet};

static LEMMAS: &str = include_str!(concat!(env!("OUT_DIR"), "/lemmas.tsv"));
static CUES: &str = include_str!("../../gazetteers/words/cues.tsv");
static CUE_PHRASES: &str = include_str!("../../gazetteers/words/cue_phrases.tsv");
static ROLE_EPITHETS: &str = include_str!("../../gazetteers/words/role_epithets.tsv");
static ROLE_VERBS: &str = include_str!("../../gazetteers/words/role_verbs.tsv");
static GOVERNING_NOUNS: &str = include_str!("../../gazetteers/words/governing_nouns.tsv");
static AWARD_VERBS: &str = include_str!("../../gazetteers/words/award_verbs.tsv");
static AWARD_RECIPIENTS: &str = include_str!("../../gazetteers/words/award_recipients.tsv");
static AWARD_ENGLISH: &str = include_str!("../../gazetteers/words/award_english.tsv");
static AWARD_HEADS: &str = include_str!("../../gazetteers/words/award_heads.tsv");
static ROLES: &str = include_str!("../../gazetteers/words/roles.tsv");
static LEGAL_FORMS: &str = include_str!("../../gazetteers/words/legal_forms.tsv");
static SITE_ENDINGS: &str = include_str!("../../gazetteers/words/site_endings.tsv");
static MOTTOS: &str = include_str!("../../gazetteers/words/mottos.tsv");
static PLACE_ENDINGS: &str = include_str!("../../gazetteers/words/place_endings.tsv");
static COMMON_ACRONYMS: &str = include_str!("../../gazetteers/words/common_acronyms.tsv");

/// A listed verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lemma {
    /// Dictionary form ("mitteilen").
    pub name: &'static str,
    /// Separable prefix ("mit") or empty.
    pub prefix: &'static str,
    /// Rows of [`super::Lexicon::cues`].
    pub cues: std::ops::Range<usize>,
    /// Rows of [`super::Lexicon::award_verbs`].
    pub award_verbs: std::ops::Range<usize>,
}

/// A reporting verb, with one complement if it needs one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// The verb.
    pub lemma: LemmaId,
    /// saying, announcing, emotion …
    pub class: &'static str,
    /// What it governs: `q` quotation, `d` dass-clause or subjunctive, `z` zu-infinitive, `o` ob/w-clause, `n` "nannte es „…“".
    pub takes: &'static str,
    /// Needs "sich".
    pub reflexive: bool,
    /// Words of a fixed expression, one of them must be there; empty for none ("überzeugt" of "sich zeigen").
    pub complements: Vec<&'static str>,
    /// 1 hardly anything but speech, 2 often speech, 3 only beside a quotation.
    pub strength: u8,
}

impl Cue {
    /// Whether it governs the kind of content (`'q'`, `'d'`, `'z'`, `'o'`, `'n'`).
    pub fn takes(&self, kind: char) -> bool {
        self.takes.contains(kind)
    }
}

/// A verb of giving and getting awards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardVerb {
    /// The verb.
    pub lemma: LemmaId,
    /// Who stands where: `confer`, `hand`, `honour`, `receive`, `goes`, `nominate`, `seek`, `call`, `be`, `rank`, `congratulate`; `sign` says nothing of it.
    pub frame: &'static str,
    /// It seldom means anything but awarding.
    pub strong: bool,
}

/// A role, office or profession.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// "Geschäftsführer"
    pub masculine: &'static str,
    /// "Geschäftsführerin"
    pub feminine: &'static str,
    /// politics, business …
    pub class: &'static str,
    /// Too general to introduce a name by itself.
    pub generic: bool,
}

impl Role {
    /// The nominative for a person of this gender.
    pub fn form(&self, gender: Gender) -> &'static str {
        match gender {
            Gender::Female if !self.feminine.is_empty() => self.feminine,
            _ => self.masculine,
        }
    }
}

/// A legal form as it is written behind a name ("GmbH & Co. KG").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalForm {
    /// Hashes of its tokens.
    pub tokens: Vec<u64>,
    /// company, association, cooperative, public
    pub class: &'static str,
}

/// Legal forms, sorted by first token, longer ones first; long ones in lower and upper case too ("gmbh", "GMBH").
pub(super) fn legal_forms() -> Vec<LegalForm> {
    let mut forms: Vec<LegalForm> = Vec::new();
    let mut add = |form: &str, class: &'static str| {
        let mut tokens = Vec::new();
        scan::scan(form, |piece| tokens.push(table::hash(&form.as_bytes()[piece.start..piece.end])));
        forms.push(LegalForm { tokens, class });
    };
    for row in tsv::rows(LEGAL_FORMS) {
        add(row[0], row[2]);
        if row[0].len() > 3 && !row[0].contains('.') || row[0].contains("Co.") {
            add(&row[0].to_lowercase(), row[2]);
            add(&row[0].to_uppercase(), row[2]);
        }
    }
    forms.sort_by(|a, b| a.tokens[0].cmp(&b.tokens[0]).then(b.tokens.len().cmp(&a.tokens.len())).then(a.tokens.cmp(&b.tokens)));
    forms.dedup_by(|a, b| a.tokens == b.tokens);
    forms
}

/// Endings of place names ("-hausen"), in lower case.
pub(super) fn place_endings() -> Vec<&'static str> {
    tsv::rows(PLACE_ENDINGS).map(|row| row[0]).collect()
}

/// Endings of nouns for sites ("-berg", "-tor"), in lower case.
pub(super) fn site_endings() -> Vec<&'static str> {
    tsv::rows(SITE_ENDINGS).map(|row| row[0]).collect()
}

/// Words that clubs, inns and day nurseries are called by.
pub(super) fn mottos() -> HashSet<&'static str> {
    tsv::rows(MOTTOS).map(|row| row[0]).collect()
}

/// Nouns of things that can get an award, in lower case, by their hash.
pub(super) fn award_recipients() -> Table<Vec<u8>> {
    let nouns: Vec<(u64, u32)> = tsv::rows(AWARD_RECIPIENTS).map(|row| (table::hash(row[0].as_bytes()), 0)).collect();
    Table::new(table::build(nouns.into_iter()))
}

/// Heads of English and French award names, with how they are used.
pub(super) fn english_awards() -> HashMap<&'static str, &'static str> {
    tsv::rows(AWARD_ENGLISH).map(|row| (row[0], row[1])).collect()
}

/// Acronyms that name no organisation ("PKW"), sorted.
pub(super) fn common_acronyms() -> Vec<&'static str> {
    let mut list: Vec<&str> = tsv::rows(COMMON_ACRONYMS).map(|row| row[0]).collect();
    list.sort_unstable();
    list
}

/// Nouns of the phrases that name a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceNouns {
    /// Behind "nach" ("nach Angaben von …").
    pub after_nach: HashSet<&'static str>,
    /// Before "zufolge" ("Angaben der … zufolge").
    pub before_zufolge: HashSet<&'static str>,
    /// Between a possessive and "nach" ("ihrer Ansicht nach").
    pub before_nach: HashSet<&'static str>,
}

/// Nouns that govern reported content ("Forderung"), with the kinds they take.
pub(super) fn governing_nouns() -> HashMap<String, &'static str> {
    tsv::rows(GOVERNING_NOUNS).map(|row| (row[0].to_lowercase(), row[1])).collect()
}

/// Nouns by which a text calls the holder of an office again, in lower case, with what the office can be.
pub(super) fn role_epithets() -> HashMap<String, Vec<String>> {
    tsv::rows(ROLE_EPITHETS).map(|row| (row[0].to_lowercase(), row[1].split('|').map(str::to_lowercase).collect())).collect()
}

/// Verbs that close a relative clause and tell a role: its masculine and feminine.
pub(super) fn role_verbs() -> HashMap<&'static str, [&'static str; 2]> {
    tsv::rows(ROLE_VERBS).map(|row| (row[0], [row[1], row[2]])).collect()
}

pub(super) fn source_nouns() -> SourceNouns {
    let mut nouns = SourceNouns::default();
    for row in tsv::rows(CUE_PHRASES) {
        let mut words = row[0].split(' ');
        match [words.next(), words.next(), words.next(), words.next()] {
            [Some("nach"), Some(noun), None, None] => nouns.after_nach.insert(noun),
            [Some(noun), Some("zufolge"), None, None] => nouns.before_zufolge.insert(noun),
            [Some(_), Some(noun), Some("nach"), None] => nouns.before_nach.insert(noun),
            _ => false,
        };
    }
    nouns
}

/// Nouns of listed titles of the year ("Hotel" of "Hotel des Jahres").
pub(super) fn annual_titles() -> HashSet<&'static str> {
    tsv::rows(AWARD_HEADS).filter_map(|row| row[0].strip_suffix(" des Jahres")).collect()
}

pub(super) fn lemmas() -> Vec<Lemma> {
    let mut lemmas: Vec<Lemma> = tsv::rows(LEMMAS).map(|row| Lemma { name: row[0], prefix: row[1], cues: 0..0, award_verbs: 0..0 }).collect();
    let mut index = |file: &'static str, set: fn(&mut Lemma) -> &mut std::ops::Range<usize>| {
        for (n, row) in tsv::rows(file).enumerate() {
            if let Ok(at) = lemmas.binary_search_by(|lemma| [lemma.name, lemma.prefix].cmp(&[row[0], row[1]])) {
                let range = set(&mut lemmas[at]);
                *range = if range.start == range.end { n..n + 1 } else { range.start..n + 1 };
            }
        }
    };
    index(CUES, |lemma| &mut lemma.cues);
    index(AWARD_VERBS, |lemma| &mut lemma.award_verbs);
    lemmas
}

fn id(lemmas: &[Lemma], row: &[&str]) -> LemmaId {
    lemmas.binary_search_by(|lemma| [lemma.name, lemma.prefix].cmp(&[row[0], row[1]])).map_or(0, |at| at as LemmaId)
}

pub(super) fn cues(lemmas: &[Lemma]) -> Vec<Cue> {
    tsv::rows(CUES)
        .map(|row| Cue {
            lemma: id(lemmas, &row),
            class: row[2],
            takes: row[3],
            reflexive: !row[4].is_empty(),
            complements: row[5].split('|').filter(|c| !c.is_empty()).collect(),
            strength: row[6].parse().unwrap_or(2),
        })
        .collect()
}

pub(super) fn award_verbs(lemmas: &[Lemma]) -> Vec<AwardVerb> {
    tsv::rows(AWARD_VERBS).map(|row| AwardVerb { lemma: id(lemmas, &row), frame: row[2], strong: row[3] == "strong" }).collect()
}

pub(super) fn roles() -> Vec<Role> {
    // columns: masculine feminine class compound generic forms
    tsv::rows(ROLES).map(|row| Role { masculine: row[0], feminine: row[1], class: row[2], generic: !row[4].is_empty() }).collect()
}
