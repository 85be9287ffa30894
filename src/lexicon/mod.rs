//! German words: what a form can be, looked up once per token.
//!
//! `build.rs` compiles `gazetteers/lexicon` and `gazetteers/words` into one hash table (form in lower case → record);
//! nothing is read at run time. Small lists whose rows are needed whole (cue verbs, roles) are parsed once per [`Lexicon`].

pub mod compound;
pub mod flags;
pub mod lists;
mod signs;
pub mod table;

use crate::text::scan::{self, Gap, LONGEST, Shape};
use crate::text::section::patterns::Patterns;
use crate::text::token::Token;
pub use flags::{Flags, Marks};
use lists::{AwardVerb, Cue, LegalForm, Lemma, Role, SourceNouns};
pub use signs::{AwardSign, AwardSigns};
use std::sync::LazyLock;
use table::Table;

static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));
static SETS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sets.bin"));
static SLOTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/word_slots.bin"));

/// Values of [`Word::class`] that classify words for the persons' room; written by `build.rs`.
pub mod class {
    /// Academic title, inside a name's span ("Dr").
    pub const ACADEMIC: u8 = 20;
    /// Form of address for a woman.
    pub const ADDRESS_FEMALE: u8 = 21;
    /// Form of address for a man.
    pub const ADDRESS_MALE: u8 = 22;
    /// Title of nobility, part of a surname.
    pub const NOBLE: u8 = 23;
    /// Any other title, honour or rank.
    pub const HONOUR: u8 = 24;
    /// Kinship noun for either sex, a woman, a man.
    pub const KIN: [u8; 3] = [30, 31, 32];
    /// Noun that makes a personal name before it part of a longer name ("Straße").
    pub const NAME_HEAD: u8 = 40;
    /// Given name that is hardly anything else, though a village may be called so ("Karl").
    pub const GIVEN_SURE: u8 = 50;
    /// Inflected adjective that belongs to a role ("kaufmännische").
    pub const ROLE_ADJECTIVE: u8 = 41;
    /// Noun for people who are quoted as a group ("Beobachter", "Medien").
    pub const GROUP: u8 = 42;
}

/// Index of a word's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WordId(u32);

impl WordId {
    /// The lexicon does not know the word.
    pub const UNKNOWN: WordId = WordId(0);
    /// The lexicon has not been asked yet.
    pub(crate) const PENDING: WordId = WordId(u32::MAX);
}

/// Index into [`Lexicon::lemmas`].
pub type LemmaId = u16;

/// What a form can be, beyond its flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Word {
    /// All readings.
    pub flags: Flags,
    sets: u32,
    set_len: u8,
    /// Index into [`Lexicon::roles`] plus one; 0 for none.
    role: u16,
    /// Index into [`crate::analysis::OrganisationKind::NAMES`] of an organisation head or generic organisation noun.
    pub organisation_kind: u8,
    /// A small number: the month (1–12); above 15 the bits of an award noun ([`Word::award_noun`]).
    pub value: u8,
    /// One of [`class`], or 0.
    pub class: u8,
    passes: u8,
    /// Behaviour in organisation names.
    pub marks: Marks,
}

/// What the lists say of an award noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AwardNoun {
    /// An ordinary word as well ("Krone"): needs evidence.
    pub generic: bool,
    /// Names no award by itself ("Preis", "Auszeichnung").
    pub bare: bool,
    /// A price as often as a prize ("Umweltpreis").
    pub ambiguous: bool,
}

impl Word {
    /// What the lists say of the word, or of its head, as an award noun. Of a compound the token knows only the head's
    /// record: there "bare" says nothing.
    pub fn award_noun(&self) -> Option<AwardNoun> {
        let is = |bit: u8| self.value & bit != 0;
        is(16).then(|| AwardNoun { generic: is(32), bare: is(64), ambiguous: is(128) })
    }
}

/// A listed verb that a form belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LemmaForm {
    /// The verb.
    pub lemma: LemmaId,
    /// The form needs the separated prefix elsewhere in the clause ("teilt … mit").
    pub separated: bool,
}

/// The German words.
#[derive(Debug)]
pub struct Lexicon {
    words: Vec<Word>,
    sets: Vec<LemmaForm>,
    table: Table<&'static [u8]>,
    /// Verbs of the lists, by [`LemmaId`].
    pub lemmas: Vec<Lemma>,
    /// Reporting verbs.
    pub cues: Vec<Cue>,
    /// Verbs of giving and getting awards.
    pub award_verbs: Vec<AwardVerb>,
    /// Roles, offices, professions.
    pub roles: Vec<Role>,
    /// Nouns by which the holder of an office is called again, in lower case, with what the office can be.
    role_epithets: std::collections::HashMap<String, Vec<String>>,
    /// Verbs of relative clauses that tell a role ("leitet"): its masculine and feminine.
    pub role_verbs: std::collections::HashMap<&'static str, [&'static str; 2]>,
    /// Nouns of listed titles of the year ("Hotel" of "Hotel des Jahres").
    pub annual_titles: std::collections::HashSet<&'static str>,
    /// Nouns of the phrases that name a source.
    pub source_nouns: SourceNouns,
    /// Nouns that govern reported content, in lower case, with the kinds they take.
    governing_nouns: std::collections::HashMap<String, &'static str>,
    /// Legal forms by first token.
    legal_forms: Vec<LegalForm>,
    /// Endings of place names.
    place_endings: Vec<&'static str>,
    /// Endings of nouns for sites.
    site_endings: Vec<&'static str>,
    /// Words that clubs, inns and day nurseries are called by.
    mottos: std::collections::HashSet<&'static str>,
    award_recipients: Table<Vec<u8>>,
    /// Words that tell what a sentence says of an award.
    pub award_signs: AwardSigns,
    /// Heads of English and French award names, with how they are used (`head`, `guarded`, `lead`, `part`).
    pub english_awards: std::collections::HashMap<&'static str, &'static str>,
    /// Acronyms that name no organisation.
    common_acronyms: Vec<&'static str>,
    /// Shapes of lines.
    pub patterns: Patterns,
}

/// The compiled-in lexicon, set up when it is first asked for.
pub fn shared() -> &'static Lexicon {
    static SHARED: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);
    &SHARED
}

/// Bytes of one record in `words.bin`; written by `build.rs` in this order.
pub(crate) const RECORD: usize = 8 + 4 + 1 + 2 + 1 + 1 + 1 + 1 + 1;

impl Lexicon {
    /// The lexicon that is compiled in.
    pub fn builtin() -> Self {
        let words = WORDS
            .chunks_exact(RECORD)
            .map(|r| Word {
                flags: Flags::from_bits_truncate(u64::from_le_bytes([r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7]])),
                sets: u32::from_le_bytes([r[8], r[9], r[10], r[11]]),
                set_len: r[12],
                role: u16::from_le_bytes([r[13], r[14]]),
                organisation_kind: r[15],
                value: r[16],
                passes: r[17],
                marks: Marks::from_bits_truncate(r[18]),
                class: r[19],
            })
            .collect();
        let sets = SETS
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .map(|id| LemmaForm { lemma: id & 0x7fff, separated: id & 0x8000 != 0 })
            .collect();
        let lemmas = lists::lemmas();
        let cues = lists::cues(&lemmas);
        let award_verbs = lists::award_verbs(&lemmas);
        Lexicon {
            words,
            sets,
            table: Table::new(SLOTS),
            lemmas,
            cues,
            award_verbs,
            roles: lists::roles(),
            role_epithets: lists::role_epithets(),
            role_verbs: lists::role_verbs(),
            annual_titles: lists::annual_titles(),
            source_nouns: lists::source_nouns(),
            governing_nouns: lists::governing_nouns(),
            legal_forms: lists::legal_forms(),
            place_endings: lists::place_endings(),
            site_endings: lists::site_endings(),
            mottos: lists::mottos(),
            award_recipients: lists::award_recipients(),
            award_signs: AwardSigns::listed(),
            english_awards: lists::english_awards(),
            common_acronyms: lists::common_acronyms(),
            patterns: Patterns::default(),
        }
    }

    /// The record and flags of a word form. `hash` is that of the form as written.
    pub(crate) fn look_up(&self, form: &str, shape: Shape, hash: u64, buffer: &mut [u8; LONGEST]) -> (WordId, Flags) {
        let key = if shape == Shape::Lower {
            return match self.table.get(hash).or_else(|| self.respelled(form.as_bytes())) {
                Some(id) => self.record(id),
                None => (WordId::UNKNOWN, Flags::empty()),
            };
        } else {
            match scan::lower_key(form, buffer) {
                Some(key) => key,
                None => return (WordId::UNKNOWN, Flags::empty()),
            }
        };
        if let Some(id) = self.table.get(table::hash(key)) {
            return self.record(id);
        }
        if shape == Shape::Capital
            && let Some(id) = compound::head(key, |tail| self.table.get(table::hash(tail)), |id| self.words[id as usize].flags)
        {
            let head = &self.words[id as usize];
            let mut flags = head.flags & Flags::passed_on(head.passes) | Flags::COMPOUND;
            if head.marks.contains(Marks::COMPOUND_NAMED) {
                flags -= Flags::ORGANISATION_GENERIC;
            }
            return (WordId(id), flags);
        }
        self.respelled(key).map_or((WordId::UNKNOWN, Flags::empty()), |id| self.record(id))
    }

    /// The word that is spelled without umlauts in a mail, or with ss in Switzerland: "koenne", "begrüsst".
    fn respelled(&self, key: &[u8]) -> Option<u32> {
        let mut buffer = [0; LONGEST];
        let spelled = buffer.get_mut(..key.len())?;
        let mut with = |pairs: &[(&[u8; 2], &str)]| {
            spelled.copy_from_slice(key);
            let mut changed = false;
            for at in 1..key.len() {
                let Some((_, letter)) = pairs.iter().find(|(pair, _)| key[at - 1..=at] == pair[..]) else { continue };
                spelled[at - 1..=at].copy_from_slice(letter.as_bytes());
                changed = true;
            }
            changed.then(|| self.table.get(table::hash(spelled))).flatten()
        };
        const UMLAUTS: [(&[u8; 2], &str); 3] = [(b"ae", "ä"), (b"oe", "ö"), (b"ue", "ü")];
        const SHARP: (&[u8; 2], &str) = (b"ss", "ß");
        with(&UMLAUTS).or_else(|| with(&[SHARP])).or_else(|| with(&[UMLAUTS[0], UMLAUTS[1], UMLAUTS[2], SHARP]))
    }

    fn record(&self, id: u32) -> (WordId, Flags) {
        (WordId(id), self.words[id as usize].flags)
    }

    /// The flags of a word form, whatever its case (for lists and tests).
    pub fn flags(&self, form: &str) -> Flags {
        let mut buffer = [0; LONGEST];
        let hash = scan::lower_key(form, &mut buffer).map_or(0, table::hash);
        self.look_up(form, scan::shape(form), hash, &mut buffer).1
    }

    /// The number of a month's name; 0 for any other word.
    pub fn month(&self, name: &str) -> u8 {
        self.number(name, Flags::MONTH)
    }

    /// The number of a weekday, 1 for Monday; 0 for any other word.
    pub fn weekday(&self, name: &str) -> u8 {
        self.number(name, Flags::WEEKDAY)
    }

    fn number(&self, name: &str, of: Flags) -> u8 {
        let mut buffer = [0; LONGEST];
        let hash = scan::lower_key(name, &mut buffer).map_or(0, table::hash);
        let (id, flags) = self.look_up(name, scan::shape(name), hash, &mut buffer);
        if flags.contains(of) { self.word(id).value } else { 0 }
    }

    /// What is known of a word.
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    /// The listed verbs a form can belong to.
    pub fn lemma_forms(&self, id: WordId) -> &[LemmaForm] {
        let word = self.word(id);
        &self.sets[word.sets as usize..word.sets as usize + usize::from(word.set_len)]
    }

    /// The role a noun names, directly or as a compound's head.
    pub fn role(&self, id: WordId) -> Option<&Role> {
        self.roles.get(usize::from(self.word(id).role).checked_sub(1)?)
    }

    /// The longest legal form that starts at the first of the tokens: how many tokens, and which class.
    pub fn legal_form(&self, tokens: &[Token]) -> Option<(usize, &'static str)> {
        let first = tokens.first().filter(|token| token.is(Flags::LEGAL_FORM))?;
        let start = self.legal_forms.partition_point(|form| form.tokens[0] < first.hash);
        let same = self.legal_forms[start..].iter().take_while(|form| form.tokens[0] == first.hash);
        same.filter(|form| form.tokens.len() <= tokens.len())
            .find(|form| form.tokens.iter().zip(tokens).enumerate().all(|(n, (hash, token))| *hash == token.hash && (n == 0 || token.gap <= Gap::Line)))
            .map(|form| (form.tokens.len(), form.class))
    }

    /// Whether a noun, in lower case, calls the holder of an office again: "rathauschefin" of an "oberbürgermeisterin".
    pub fn is_epithet_of(&self, noun: &str, office: &str) -> bool {
        fn masculine(word: &str) -> &str {
            word.strip_suffix("in").unwrap_or(word)
        }
        let listed = self.role_epithets.get(noun).or_else(|| self.role_epithets.get(masculine(noun)));
        let adjectival = |role: &str| role.strip_suffix('r').is_some_and(|feminine| office.ends_with(feminine));
        listed.is_some_and(|roles| roles.iter().any(|role| masculine(office).ends_with(role.as_str()) || adjectival(role)))
    }

    /// What a noun governs (`d`, `z`, `w`), if it governs reported content; inflected forms and compounds too.
    pub fn governed_by(&self, noun: &str) -> &'static str {
        let lower = noun.to_lowercase();
        let listed = |word: &str| self.governing_nouns.get(word).copied();
        let bare = ["", "en", "n", "es", "s", "e"].iter().filter_map(|ending| lower.strip_suffix(ending));
        let whole = bare.clone().find_map(listed);
        let tail = || {
            let heads = lower.char_indices().map(|(at, _)| at).filter(|at| *at >= 4 && at + 5 <= lower.len());
            heads.flat_map(|at| bare.clone().filter_map(move |word| word.get(at..))).find_map(listed)
        };
        whole.or_else(tail).unwrap_or("")
    }

    /// Whether a word ends as names of places do.
    pub fn ends_like_place(&self, word: &str) -> bool {
        self.place_endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    }

    /// Whether a noun ends as those for sites do that schools and theatres are called by ("am Weinberg").
    pub fn ends_like_site(&self, noun: &str) -> bool {
        let lower = noun.to_lowercase();
        self.site_endings.iter().any(|ending| lower.ends_with(ending))
    }

    /// Whether clubs, inns or day nurseries are called by the word ("Harmonie", "Regenbogen").
    pub fn is_motto(&self, word: &str) -> bool {
        self.mottos.contains(word)
    }

    /// Whether a noun is a thing that can get an award, and if so whether it is a compound, which says more than "das Haus".
    pub fn awarded_thing(&self, noun: &str) -> Option<bool> {
        let lower = noun.to_lowercase();
        let lower = lower.as_bytes();
        let listed = |tail: &[u8]| self.award_recipients.get(table::hash(tail)).is_some();
        if (3..lower.len().saturating_sub(2)).any(|at| listed(&lower[at..])) {
            return Some(true);
        }
        (lower.len() > 2 && listed(lower)).then_some(false)
    }

    /// Whether an acronym is known to name no organisation.
    pub fn is_common_acronym(&self, word: &str) -> bool {
        self.common_acronyms.binary_search(&word).is_ok()
    }

    /// Whether an unlisted compound begins with a known word too ("Landschaftsökologie"), as names seldom do.
    pub fn is_plain_compound(&self, word: &str) -> bool {
        let known = |part: &str| self.flags(part).intersects(Flags::NOUN | Flags::ADJECTIVE | Flags::INFINITIVE | Flags::WORD);
        let heads = word.char_indices().map(|(at, _)| at).filter(|at| *at >= 3 && at + 3 < word.len());
        heads.filter(|&at| self.flags(&word[at..]).contains(Flags::NOUN)).take(3).any(|at| {
            let first = &word[..at];
            // nouns that lose their -e in compounds
            let short = matches!(first, "Schul" | "Kirch" | "Sprach" | "Erd" | "Farb" | "Grenz" | "Kirsch" | "Müll" | "Pfleg" | "Straf");
            // stems of verbs ("Schwimmclub")
            let stem = matches!(first, "Schwimm" | "Turn" | "Reit" | "Ruder" | "Segel" | "Wander" | "Sing" | "Tanz" | "Kegel" | "Tauch" | "Box" | "Koch");
            known(first)
                || short
                || stem
                || ["s", "es", "n", "en", "er", "e"].iter().any(|joint| first.strip_suffix(joint).is_some_and(|f| f.len() > 2 && known(f)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::builtin()
    }

    /// Names of the listed verbs a form belongs to; a separated one with its prefix in brackets.
    fn lemmas(lexicon: &Lexicon, form: &str) -> Vec<String> {
        let mut buffer = [0; LONGEST];
        let hash = scan::lower_key(form, &mut buffer).map_or(0, table::hash);
        let (id, _) = lexicon.look_up(form, scan::shape(form), hash, &mut buffer);
        let name = |form: &LemmaForm| {
            let lemma = &lexicon.lemmas[usize::from(form.lemma)];
            if form.separated { format!("{} ({})", lemma.name, lemma.prefix) } else { lemma.name.to_owned() }
        };
        lexicon.lemma_forms(id).iter().map(name).collect()
    }

    #[test]
    fn verbs_know_their_separated_prefix_and_mood() {
        let lexicon = lexicon();
        assert!(lemmas(&lexicon, "teilte").contains(&"mitteilen (mit)".to_owned()));
        assert!(lemmas(&lexicon, "mitteilte").contains(&"mitteilen".to_owned()));
        assert!(lemmas(&lexicon, "sagt").starts_with(&["sagen".to_owned()]));
        for clear in ["sei", "seien", "habe", "könne", "werde", "müsse", "solle", "gebe"] {
            assert!(lexicon.flags(clear).contains(Flags::KONJUNKTIV_1), "{clear}");
        }
        for unclear in ["haben", "sagen", "ist", "teilte", "wollen"] {
            assert!(!lexicon.flags(unclear).intersects(Flags::KONJUNKTIV), "{unclear}");
        }
        assert!(lexicon.flags("wäre").contains(Flags::KONJUNKTIV_2));
        assert!(lexicon.flags("mitzuteilen").contains(Flags::ZU_INFINITIVE));
        assert!(lexicon.flags("ausgezeichnet").contains(Flags::PARTICIPLE | Flags::AWARD_VERB));
    }

    #[test]
    fn compounds_inherit_from_their_heads() {
        let lexicon = lexicon();
        assert!(lexicon.flags("Clustermanagerin").contains(Flags::ROLE_FEMALE));
        assert!(lexicon.flags("Aufsichtsratsvorsitzender").contains(Flags::ROLE_MALE));
        assert!(lexicon.flags("Mittelstandspreis").contains(Flags::AWARD_HEAD));
        assert!(lexicon.flags("Quarbelbildungspreis").contains(Flags::AWARD_HEAD | Flags::COMPOUND));
        assert!(lexicon.flags("Haushaltsstrompreis").contains(Flags::AWARD_FALSE));
        assert!(lexicon.flags("Musikinstrumentenverband").contains(Flags::ORGANISATION_HEAD));
        assert!(lexicon.flags("Qwrtzpfft").is_empty());
    }

    #[test]
    fn award_nouns_tell_how_much_they_say() {
        let lexicon = lexicon();
        let noun = |form: &str| {
            let mut buffer = [0; LONGEST];
            let hash = scan::lower_key(form, &mut buffer).map_or(0, table::hash);
            lexicon.word(lexicon.look_up(form, scan::shape(form), hash, &mut buffer).0).award_noun()
        };
        assert!(noun("Preises").is_some_and(|noun| noun.bare));
        assert!(noun("Kulturpreis").is_some_and(|noun| !noun.bare && !noun.generic));
        assert!(noun("Krone").is_some_and(|noun| noun.generic));
        assert!(noun("Weinpreis").is_some_and(|noun| noun.ambiguous));
        assert!(noun("Strompreis").is_none_or(|noun| !noun.ambiguous));
        assert!(noun("März").is_none());
    }

    #[test]
    fn nouns_names_and_function_words_are_told() {
        let lexicon = lexicon();
        assert!(lexicon.flags("Häuser").contains(Flags::NOUN | Flags::NEUTER | Flags::PLURAL));
        assert!(lexicon.flags("Anna").contains(Flags::GIVEN_FEMALE));
        assert!(lexicon.flags("Mannheim").contains(Flags::PLACE));
        assert!(lexicon.flags("Essen").contains(Flags::PLACE | Flags::COMMON));
        assert!(lexicon.flags("im").contains(Flags::PREPOSITION | Flags::CONTRACTION));
        assert!(lexicon.flags("dass").contains(Flags::SUBJUNCTION));
        assert!(lexicon.flags("Jänner").contains(Flags::MONTH));
    }
}
