//! `gazetteers/lexicon` and `gazetteers/words` → one record per word form.

use crate::flags::{Flags, Marks};
use crate::{compound, read, scan, table, tsv, write};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// Kinds of organisations, as `analysis::OrganisationKind::NAMES` orders them.
const KINDS: [&str; 17] = [
    "company",
    "authority",
    "ministry",
    "university",
    "research",
    "association",
    "foundation",
    "union",
    "party",
    "media",
    "club",
    "church",
    "hospital",
    "culture",
    "municipality",
    "body",
    "other",
];

/// A record in the making.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Word {
    flags: Flags,
    /// Listed verbs: id, with the top bit when the prefix stands apart.
    lemmas: BTreeSet<u16>,
    role: u16,
    kind: u8,
    value: u8,
    /// Class of a title, a kinship noun and the like (`lexicon::class`).
    class: u8,
    /// What compounds take over: 1 role, 2 organisation head, 4 award head.
    passes: u8,
    /// Behaviour in organisation names (`lexicon::Marks`).
    marks: u8,
}

#[derive(Default)]
struct Words {
    forms: BTreeMap<String, Word>,
}

impl Words {
    fn at(&mut self, form: &str) -> &mut Word {
        let mut buffer = [0; scan::LONGEST];
        let key = scan::lower_key(form, &mut buffer).map_or_else(Vec::new, <[u8]>::to_vec);
        self.forms.entry(String::from_utf8(key).expect("folding keeps UTF-8")).or_default()
    }
    fn flag(&mut self, form: &str, flags: Flags) {
        self.at(form).flags |= flags;
    }
    fn mean(&mut self, form: &str, flags: Flags, meaning: Meaning) {
        let word = self.at(form);
        word.flags |= flags | meaning.flags;
        if meaning.group {
            word.class = GROUP;
        }
    }
}

/// What the lists of nouns say of a lemma, and so of all its forms.
#[derive(Default, Clone, Copy)]
struct Meaning {
    flags: Flags,
    group: bool,
}

/// [`Word::class`] of nouns for people who are quoted as a group.
const GROUP: u8 = 42;

/// Writes `words.bin`, `sets.bin`, `word_slots.bin` and `lemmas.tsv`.
pub fn compile(lists: &Path, out: &Path) {
    let list = |name: &str| read(&lists.join(name));
    let mut words = Words::default();
    let lemmas = lemmas(&list("words/cues.tsv"), &list("words/award_verbs.tsv"));
    let mut verbs = list("lexicon/verbs.tsv");
    if lists.join("lexicon/verbs_extra.tsv").exists() {
        let extra = list("lexicon/verbs_extra.tsv");
        tsv::rows(&extra).for_each(|row| verb(&mut words, &lemmas, [row[0], row[1]], row[2]));
    }
    tsv::rows(&verbs).for_each(|row| verb(&mut words, &lemmas, [row[0], row[1]], row[2]));
    verbs.clear();
    let mut meant: HashMap<String, Meaning> = HashMap::new();
    for (file, flags) in [("speech_nouns", Flags::SPEECH_NOUN), ("nonspeech_nouns", Flags::NONSPEECH_NOUN), ("speaking_groups", Flags::empty())] {
        for row in tsv::rows(&list(&format!("words/{file}.tsv"))).filter(|row| !row[0].contains(' ')) {
            let meaning = meant.entry(row[0].to_owned()).or_default();
            meaning.flags |= flags;
            meaning.group |= file == "speaking_groups";
        }
    }
    for row in tsv::rows(&list("lexicon/nouns.tsv")) {
        noun(&mut words, row[0], row[1], row[2], meant.get(row[0]).copied().unwrap_or_default());
    }
    for (word, meaning) in &meant {
        // those that the noun list does not have
        if !words.at(word).flags.contains(Flags::NOUN) && meaning.group {
            words.mean(&format!("{word}n"), Flags::NOUN | Flags::PLURAL, *meaning);
            words.flag(word, Flags::NOUN | Flags::PLURAL);
        }
        words.mean(word, Flags::empty(), *meaning);
    }
    closed_classes(&mut words, &list("lexicon/closed_class.tsv"));
    for row in tsv::rows(&list("words/adjectives.tsv")) {
        for ending in ["", "e", "er", "en", "em", "es"] {
            words.flag(&format!("{}{ending}", row[0]), Flags::ADJECTIVE | Flags::WORD);
        }
    }
    names(&mut words, &list);
    small_lists(&mut words, &list);
    heads(&mut words, &list);
    finish(words, &lemmas, out);
}

/// Which of the two lists has a verb.
#[derive(Default)]
struct Lemma {
    cue: bool,
    award: bool,
}

/// Verbs of the two lists by name and separable prefix ("umschreiben" is two verbs).
type Lemmas = BTreeMap<[String; 2], Lemma>;

fn lemmas(cues: &str, award_verbs: &str) -> Lemmas {
    let mut lemmas = BTreeMap::new();
    for (file, is_cue) in [(cues, true), (award_verbs, false)] {
        for row in tsv::rows(file) {
            let lemma: &mut Lemma = lemmas.entry([row[0].to_owned(), row[1].to_owned()]).or_default();
            lemma.cue |= is_cue;
            // a verb that tells of awards only beside one is no sign of awarding elsewhere
            lemma.award |= !is_cue && row[3] != "beside";
        }
    }
    lemmas
}

fn verb(words: &mut Words, lemmas: &Lemmas, [name, prefix]: [&str; 2], forms: &str) {
    let forms: Vec<(&str, &str)> = forms.split(' ').filter_map(|form| form.split_once('=')).collect();
    // the indicative forms of the third person: a Konjunktiv that equals one of them tells nothing
    let indicative: BTreeSet<&str> = forms
        .iter()
        .filter(|(_, codes)| codes.split(',').map(|c| c.trim_start_matches('-')).any(|c| (c.starts_with('r') || c.starts_with('t')) && c[1..].starts_with('3')))
        .map(|(form, _)| *form)
        .collect();
    let listed = lemmas.iter().enumerate().find(|(_, (key, _))| key[0] == name && key[1] == prefix).map(|(id, (_, lemma))| (id as u16, lemma));
    for (form, codes) in &forms {
        let mut flags = Flags::WORD;
        let mut separated = false;
        for code in codes.split(',') {
            separated |= code.starts_with('-');
            let code = code.trim_start_matches('-');
            flags |= match code.as_bytes()[0] {
                b'i' => Flags::INFINITIVE,
                b'z' => Flags::ZU_INFINITIVE,
                b'p' => Flags::PARTICIPLE,
                b'q' => Flags::PRESENT_PARTICIPLE,
                mood => {
                    let third = &code[1..2] == "3";
                    let clear = third && !indicative.contains(form);
                    Flags::FINITE
                        | match &code[1..] {
                            "3s" => Flags::SINGULAR_3,
                            "3p" => Flags::PLURAL_3,
                            _ => Flags::empty(),
                        }
                        | match mood {
                            b'k' if clear => Flags::KONJUNKTIV_1,
                            b'c' if clear => Flags::KONJUNKTIV_2,
                            _ => Flags::empty(),
                        }
                }
            };
        }
        if separated {
            flags |= Flags::SEPARATED;
        }
        match name {
            "sein" | "haben" | "werden" => flags |= Flags::AUXILIARY,
            "können" | "müssen" | "sollen" | "dürfen" | "wollen" | "mögen" => flags |= Flags::MODAL,
            _ => {}
        }
        let word = words.at(form);
        if let Some((id, lemma)) = listed {
            flags |= if lemma.cue { Flags::CUE } else { Flags::empty() } | if lemma.award { Flags::AWARD_VERB } else { Flags::empty() };
            word.lemmas.insert(id | if separated { 0x8000 } else { 0 });
        }
        word.flags |= flags;
    }
}

fn noun(words: &mut Words, lemma: &str, gender: &str, forms: &str, meaning: Meaning) {
    let gender = gender.chars().fold(Flags::NOUN, |flags, g| {
        flags
            | match g {
                'm' => Flags::MASCULINE,
                'f' => Flags::FEMININE,
                'n' => Flags::NEUTER,
                _ => Flags::empty(),
            }
    });
    words.mean(lemma, gender, meaning);
    for (form, codes) in forms.split(' ').filter_map(|form| form.split_once('=')) {
        // "~es" is the lemma and what follows
        let form = form.strip_prefix('~').map_or(form.to_owned(), |ending| format!("{lemma}{ending}"));
        let mut flags = gender;
        for code in codes.split(',') {
            flags |= if code.ends_with('p') { Flags::PLURAL } else { Flags::SINGULAR };
            if code.starts_with('g') {
                flags |= Flags::GENITIVE;
            }
        }
        words.mean(&form, flags, meaning);
    }
}

fn closed_classes(words: &mut Words, file: &str) {
    for row in tsv::rows(file) {
        let flags = row[1].split(',').fold(Flags::WORD, |flags, class| {
            flags
                | match class.trim() {
                    "art" => Flags::ARTICLE,
                    "pronp" => Flags::PERSONAL,
                    "pron" => Flags::PRONOUN,
                    "prep" => Flags::PREPOSITION,
                    "contr" => Flags::CONTRACTION | Flags::PREPOSITION,
                    "conj" => Flags::CONJUNCTION,
                    "subj" => Flags::SUBJUNCTION,
                    "wh" => Flags::INTERROGATIVE,
                    "adv" => Flags::ADVERB,
                    "part" | "neg" => Flags::PARTICLE,
                    "prefix" => Flags::PREFIX,
                    "num" => Flags::NUMERAL,
                    "intj" => Flags::empty(),
                    other => panic!("closed_class.tsv: unknown class \"{other}\" of {}", row[0]),
                }
        });
        words.flag(row[0], flags);
    }
}

/// Given names, surnames, places; several-word ones are found by their parts only where that helps (hyphens).
fn names(words: &mut Words, list: &impl Fn(&str) -> String) {
    let common = |mark: &str| if mark.is_empty() { Flags::empty() } else { Flags::COMMON };
    for row in tsv::rows(&list("words/given_names.tsv")) {
        let sex = match row[1] {
            "f" => Flags::GIVEN_FEMALE,
            "m" => Flags::GIVEN_MALE,
            _ => Flags::GIVEN,
        };
        words.flag(row[0], sex | common(row[2]));
        if row[2].is_empty() {
            words.at(row[0]).class = GIVEN_SURE;
        }
    }
    for row in tsv::rows(&list("words/surnames.tsv")) {
        words.flag(row[0], Flags::SURNAME | common(row[1]));
    }
    for row in tsv::rows(&list("words/places.tsv")) {
        let country = if row[2] == "country" { Flags::COUNTRY } else { Flags::empty() };
        words.flag(row[0], Flags::PLACE | country | common(row[3]));
        // a given name that is a village as well ("Karl") is a given name first, one that is a city ("Sofia") needs evidence
        if matches!(row[2], "city" | "country" | "state") {
            words.at(row[0]).class = 0;
        }
    }
}

/// The abbreviated parts of a hyphenated title ("Univ", "Prof.in" of "Univ.-Prof.in"); none of any other.
fn title_pieces(title: &str) -> impl Iterator<Item = &str> {
    let pieces = if title.contains(' ') || !title.contains(".-") { "" } else { title };
    let last = pieces.rsplit(".-").next().filter(|piece| !piece.contains('.')).unwrap_or_default();
    pieces.split(".-").filter(move |piece| *piece != last).map(|piece| piece.trim_end_matches('.')).filter(|piece| piece.len() > 1)
}

/// [`Word::class`] of given names that are hardly anything else, whatever the other lists say of the word.
const GIVEN_SURE: u8 = 50;

/// [`Word::class`] of nouns that make a personal name part of a longer name; compounds have it from their heads.
const NAME_HEAD: u8 = 40;

fn small_lists(words: &mut Words, list: &impl Fn(&str) -> String) {
    let bare = |form: &str| form.trim_end_matches('.').to_owned();
    for (file, flags) in [
        ("titles", Flags::TITLE),
        ("name_particles", Flags::NAME_PARTICLE),
        ("units", Flags::UNIT),
        ("award_false_friends", Flags::AWARD_FALSE),
        ("award_levels", Flags::AWARD_LEVEL),
    ] {
        for row in tsv::rows(&list(&format!("words/{file}.tsv"))) {
            if !row[0].contains(' ') {
                words.flag(&bare(row[0]), flags);
            }
        }
    }
    // classes that only one room asks for share one number of the record, in the order of `lexicon::class`
    let classes = ["academic", "female", "male", "noble", "other"];
    for row in tsv::rows(&list("words/titles.tsv")) {
        // "Univ.-Prof." is met in pieces
        for piece in title_pieces(row[0]) {
            words.flag(piece, Flags::TITLE);
        }
    }
    let mut class = |form: &str, class: u8| words.at(form).class = class;
    for row in tsv::rows(&list("words/titles.tsv")).filter(|row| !row[0].contains(' ')) {
        let n = classes.iter().position(|name| *name == row[1]).expect("titles.tsv: unknown class");
        class(&bare(row[0]), 20 + n as u8);
        for piece in title_pieces(row[0]) {
            class(piece, 20 + n as u8);
        }
    }
    for row in tsv::rows(&list("words/kinship.tsv")) {
        class(row[0], 30 + u8::from(row[1] == "f") + 2 * u8::from(row[1] == "m"));
    }
    for row in tsv::rows(&list("words/name_heads.tsv")) {
        class(row[0], NAME_HEAD);
    }
    for row in tsv::rows(&list("words/role_adjectives.tsv")) {
        for ending in ["e", "er", "en", "em", "es"] {
            class(&format!("{}{ending}", row[0]), 41);
        }
    }
    for (file, flags) in [("months", Flags::MONTH), ("weekdays", Flags::WEEKDAY)] {
        for row in tsv::rows(&list(&format!("words/{file}.tsv"))).filter(|row| !row[0].contains(' ')) {
            let word = words.at(&bare(row[0]));
            word.flags |= flags;
            word.value = row[1].parse().expect("months.tsv and weekdays.tsv: the second column is a number");
        }
    }
    for row in tsv::rows(&list("words/legal_forms.tsv")) {
        let first = row[0].split([' ', '-']).next().unwrap_or_default();
        words.flag(&bare(first), Flags::LEGAL_FORM);
    }
    for row in tsv::rows(&list("words/abbreviations.tsv")) {
        let flags = match row[1] {
            "end" => Flags::ABBREVIATION_END,
            "number" => Flags::ABBREVIATION_NUMBER,
            "unit" => Flags::ABBREVIATION_UNIT,
            _ => Flags::ABBREVIATION,
        };
        // "z. B." is met as one word without its inner space ("z.B") and as its parts
        let closed = row[0].replace(' ', "");
        words.flag(&bare(&closed), flags);
    }
    for row in tsv::rows(&list("words/roles.tsv")).enumerate().map(|(n, row)| (n as u16 + 1, row)).collect::<Vec<_>>() {
        let (id, row) = row;
        let generic = if row[4].is_empty() { Flags::empty() } else { Flags::ROLE_GENERIC };
        let sides = [(row[0], Flags::ROLE_MALE), (row[1], Flags::ROLE_FEMALE)];
        let forms = row[5].split('|').map(|form| (form, Flags::ROLE_MALE));
        for (form, side) in sides.into_iter().chain(forms).filter(|(form, _)| !form.is_empty() && !form.contains(' ')) {
            let word = words.at(form);
            word.flags |= Flags::ROLE | Flags::NOUN | side | generic;
            word.role = if word.role == 0 { id } else { word.role };
            word.passes |= u8::from(!row[3].is_empty());
            let genitive = words.at(&format!("{form}s"));
            if side == Flags::ROLE_MALE && genitive.flags.contains(Flags::NOUN) {
                genitive.flags |= Flags::ROLE | side | generic;
                genitive.passes |= u8::from(!row[3].is_empty());
                genitive.role = if genitive.role == 0 { id } else { genitive.role };
            }
        }
    }
    words.forms.retain(|_, word| *word != Word::default());
}

// Bits of an award noun's value; months and weekdays use the numbers below 16 (see `Word::award_noun` in the lexicon).
const AWARD_NOUN: u8 = 16;
const AWARD_GENERIC: u8 = 32;
const AWARD_BARE: u8 = 64;
const AWARD_AMBIGUOUS: u8 = 128;

/// Heads of organisation and award names, with their genitive and plural by the nouns' own forms where known.
fn heads(words: &mut Words, list: &impl Fn(&str) -> String) {
    let kind = |word: &str| KINDS.iter().position(|k| *k == word).unwrap_or(KINDS.len() - 1) as u8;
    for row in tsv::rows(&list("words/org_heads.tsv")).filter(|row| !row[0].contains(' ')).collect::<Vec<_>>() {
        let generic = if row[3].is_empty() { Flags::empty() } else { Flags::ORGANISATION_GENERIC };
        for form in with_endings(row[0], words) {
            let word = words.at(&form);
            word.flags |= Flags::ORGANISATION_HEAD | Flags::NOUN | generic;
            word.kind = kind(row[1]);
            word.passes |= if row[2].is_empty() { 0 } else { 2 };
        }
    }
    for row in tsv::rows(&list("words/org_words.tsv")) {
        let mark = match row[1] {
            "apposition" => Marks::APPOSITION,
            "tail" => Marks::COMPANY_TAIL,
            "club" => Marks::CLUB,
            "municipality" => Marks::MUNICIPALITY,
            "named" => Marks::COMPOUND_NAMED,
            "nouns" => Marks::NOUN_TAIL,
            "genitive" => Marks::GENITIVE_TAIL,
            "label" => Marks::LABEL,
            other => panic!("org_words.tsv: unknown mark \"{other}\" of {}", row[0]),
        };
        let forms = if !mark.intersects(Marks::CLUB | Marks::COMPANY_TAIL) { with_endings(row[0], words) } else { vec![row[0].to_owned()] };
        for form in forms {
            let word = words.at(&form);
            word.marks |= mark.bits();
            if !mark.contains(Marks::CLUB) {
                word.flags |= if mark.contains(Marks::COMPANY_TAIL) { Flags::empty() } else { Flags::NOUN };
                word.kind = if word.kind == 0 { kind(row[2]) } else { word.kind };
            }
        }
    }
    // a listed compound behaves as its head does ("Naturschutzstiftung" as "Stiftung")
    let inherited = Marks::NOUN_TAIL | Marks::GENITIVE_TAIL;
    for row in tsv::rows(&list("words/org_heads.tsv")).filter(|row| !row[0].contains(' ')).collect::<Vec<_>>() {
        let lower = row[0].to_lowercase();
        let tails = lower.char_indices().map(|(at, _)| at).filter(|at| *at >= 3 && at + 4 <= lower.len());
        let marks = tails.filter_map(|at| words.forms.get(&lower[at..])).find(|word| word.flags.contains(Flags::ORGANISATION_HEAD));
        let marks = marks.map_or(Marks::empty(), |word| Marks::from_bits_truncate(word.marks) & inherited);
        for form in with_endings(row[0], words) {
            words.at(&form).marks |= marks.bits();
        }
    }
    for row in tsv::rows(&list("words/generic_orgs.tsv")) {
        for form in with_endings(row[0], words) {
            let word = words.at(&form);
            word.flags |= Flags::GENERIC_ORGANISATION | Flags::NOUN;
            word.kind = if word.kind == 0 { kind(row[2]) } else { word.kind };
        }
    }
    for row in tsv::rows(&list("words/award_heads.tsv")).filter(|row| !row[0].contains(' ')).collect::<Vec<_>>() {
        for form in with_endings(row[0], words) {
            let word = words.at(&form);
            word.flags |= Flags::AWARD_HEAD | Flags::NOUN;
            word.passes |= if row[2].is_empty() { 0 } else { 4 };
            word.value |= if row[3].is_empty() { AWARD_NOUN } else { AWARD_NOUN | AWARD_GENERIC };
        }
    }
    for row in tsv::rows(&list("words/award_bare.tsv")).collect::<Vec<_>>() {
        for form in with_endings(row[0], words) {
            words.at(&form).value |= AWARD_NOUN | AWARD_BARE;
        }
    }
    for row in tsv::rows(&list("words/award_ambiguous.tsv")).collect::<Vec<_>>() {
        let word = words.at(row[0]);
        word.flags |= Flags::AWARD_HEAD | Flags::NOUN;
        word.value |= AWARD_NOUN | AWARD_GENERIC | AWARD_AMBIGUOUS;
    }
}

/// A noun and its genitives.
fn with_endings(noun: &str, words: &mut Words) -> Vec<String> {
    let mut forms = vec![noun.to_owned()];
    for ending in ["s", "es", "en", "e", "n"] {
        let form = format!("{noun}{ending}");
        // "Kollege" is no form of "Kolleg": the genders must agree where both are known
        let genders = Flags::MASCULINE | Flags::FEMININE | Flags::NEUTER;
        let own = words.forms.get(&noun.to_lowercase()).map_or(Flags::empty(), |word| word.flags & genders);
        if words.forms.get(&form.to_lowercase()).is_some_and(|word| word.flags.contains(Flags::NOUN) && (own.is_empty() || word.flags.intersects(own))) {
            forms.push(form);
        }
    }
    // a compound that the noun list does not have is inflected as its head is
    if forms.len() == 1 {
        let lower = noun.to_lowercase();
        let is_noun = |form: &str| words.forms.get(form).is_some_and(|word| word.flags.contains(Flags::NOUN));
        let tail = lower.char_indices().skip(3).map(|(at, _)| &lower[at..]).find(|tail| tail.len() > 3 && is_noun(tail));
        if let Some(tail) = tail {
            let known = ["s", "es", "en", "e", "n"].into_iter().filter(|ending| is_noun(&format!("{tail}{ending}")));
            forms.extend(known.map(|ending| format!("{noun}{ending}")));
        }
    }
    forms
}

fn finish(mut words: Words, lemmas: &Lemmas, out: &Path) {
    // listed compounds inherit from their heads what only heads are listed for
    let keys: Vec<String> = words.forms.keys().cloned().collect();
    let index: HashMap<&[u8], u32> = keys.iter().enumerate().map(|(n, key)| (key.as_bytes(), n as u32)).collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|&n| keys[n].len()); // heads before their compounds
    let mut records: Vec<Word> = keys.iter().map(|key| words.forms[key].clone()).collect();
    for n in order {
        if !records[n].flags.contains(Flags::NOUN) {
            continue;
        }
        let head = compound::head(keys[n].as_bytes(), |tail| index.get(tail).copied(), |id| records[id as usize].flags);
        if let Some(head) = head {
            let from = records[head as usize].clone();
            let word = &mut records[n];
            if word.flags.contains(Flags::AWARD_FALSE) {
                continue;
            }
            let listed = word.flags.contains(Flags::ORGANISATION_HEAD);
            let generic = word.flags & Flags::ORGANISATION_GENERIC;
            // "Journalistenpreis" is listed as an award, so that "Listenpreis" in it says nothing
            let no_price = if word.flags.contains(Flags::AWARD_HEAD) { Flags::AWARD_FALSE } else { Flags::empty() };
            word.flags |= (from.flags & Flags::passed_on(from.passes)) - no_price;
            if listed {
                word.flags = (word.flags - Flags::ORGANISATION_GENERIC) | generic;
            }
            word.passes |= from.passes;
            if from.passes & 4 != 0 && word.value == 0 {
                word.value = from.value & !AWARD_BARE;
            }
            if from.class == NAME_HEAD && word.class == 0 {
                word.class = NAME_HEAD;
            }
            if from.passes & 1 != 0 && word.role == 0 {
                word.role = from.role;
            }
            let inherits_head = from.passes & 2 != 0 && from.flags.contains(Flags::ORGANISATION_HEAD);
            if inherits_head
                && !listed
                && Marks::from_bits_truncate(from.marks).contains(Marks::COMPOUND_NAMED)
                && from.flags.contains(Flags::ORGANISATION_GENERIC)
            {
                word.flags -= Flags::ORGANISATION_GENERIC;
            }
            let own_name = listed && generic.is_empty();
            let passed = Marks::from_bits_truncate(from.marks)
                & (Marks::passed_on(inherits_head, from.kind) - if own_name { Marks::APPOSITION } else { Marks::empty() });
            word.marks |= passed.bits();
            if (inherits_head || passed.intersects(Marks::APPOSITION)) && word.kind == 0 {
                word.kind = from.kind;
            }
        }
    }
    words.forms.clear();

    let mut distinct: HashMap<Word, u32> = HashMap::from([(Word::default(), 0)]);
    let mut sets: Vec<u16> = Vec::new();
    let mut set_at: HashMap<BTreeSet<u16>, u32> = HashMap::new();
    let mut bytes = Vec::new();
    let mut put = |word: &Word, bytes: &mut Vec<u8>| {
        let start = *set_at.entry(word.lemmas.clone()).or_insert_with(|| {
            sets.extend(&word.lemmas);
            (sets.len() - word.lemmas.len()) as u32
        });
        bytes.extend(word.flags.bits().to_le_bytes());
        bytes.extend(start.to_le_bytes());
        bytes.push(word.lemmas.len() as u8);
        bytes.extend(word.role.to_le_bytes());
        bytes.push(word.kind);
        bytes.push(word.value);
        bytes.push(word.passes);
        bytes.push(word.marks);
        bytes.push(word.class);
    };
    put(&Word::default(), &mut bytes);
    let mut pairs = Vec::with_capacity(keys.len());
    for (key, word) in keys.iter().zip(&records) {
        let next = distinct.len() as u32;
        let id = *distinct.entry(word.clone()).or_insert_with(|| {
            put(word, &mut bytes);
            next
        });
        pairs.push((table::hash(key.as_bytes()), id));
    }
    write(out, "words.bin", &bytes);
    write(out, "sets.bin", &sets.iter().flat_map(|id| id.to_le_bytes()).collect::<Vec<u8>>());
    write(out, "word_slots.bin", &table::build(pairs.into_iter()));
    let mut list = String::from("lemma\tprefix\n");
    for [name, prefix] in lemmas.keys() {
        list.push_str(&format!("{name}\t{prefix}\n"));
    }
    write(out, "lemmas.tsv", list.as_bytes());
}
