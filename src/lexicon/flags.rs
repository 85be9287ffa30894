//! What a word form can be, as one machine word. `build.rs` compiles this file too.

bitflags::bitflags! {
    /// Readings of a form, all of them together; the shape of the token tells nouns from the rest.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    pub struct Flags: u64 {
        // verbs
        /// A finite form of the third or first person.
        const FINITE = 1 << 0;
        /// Konjunktiv I, third person, unlike the indicative of the same verb ("sei", "habe", "könne").
        const KONJUNKTIV_1 = 1 << 1;
        /// Konjunktiv II, third person, unlike the indicative ("wäre", "hätte", "würde").
        const KONJUNKTIV_2 = 1 << 2;
        /// Infinitive.
        const INFINITIVE = 1 << 3;
        /// Infinitive with "zu" inside ("mitzuteilen").
        const ZU_INFINITIVE = 1 << 4;
        /// Past participle.
        const PARTICIPLE = 1 << 5;
        /// Present participle.
        const PRESENT_PARTICIPLE = 1 << 6;
        /// Can be third person singular.
        const SINGULAR_3 = 1 << 7;
        /// Can be third person plural.
        const PLURAL_3 = 1 << 8;
        /// Form of sein, haben, werden.
        const AUXILIARY = 1 << 9;
        /// Form of a modal verb.
        const MODAL = 1 << 10;
        /// Belongs to a verb of cues.tsv.
        const CUE = 1 << 11;
        /// Belongs to a verb of award_verbs.tsv.
        const AWARD_VERB = 1 << 12;
        // nouns
        /// A common noun (only when written with a capital).
        const NOUN = 1 << 13;
        /// Masculine noun.
        const MASCULINE = 1 << 14;
        /// Feminine noun.
        const FEMININE = 1 << 15;
        /// Neuter noun.
        const NEUTER = 1 << 16;
        /// A form that can be singular.
        const SINGULAR = 1 << 17;
        /// A form that can be plural.
        const PLURAL = 1 << 18;
        /// A form that can be genitive.
        const GENITIVE = 1 << 19;
        // closed classes
        /// Article, possessive or demonstrative determiner.
        const ARTICLE = 1 << 20;
        /// Personal pronoun in the nominative ("er", "sie").
        const PERSONAL = 1 << 21;
        /// Any other pronoun.
        const PRONOUN = 1 << 22;
        /// Preposition, contracted ones too ("im").
        const PREPOSITION = 1 << 23;
        /// Preposition with article ("im", "zum").
        const CONTRACTION = 1 << 24;
        /// Coordinating conjunction.
        const CONJUNCTION = 1 << 25;
        /// Subordinating conjunction.
        const SUBJUNCTION = 1 << 26;
        /// Question word.
        const INTERROGATIVE = 1 << 27;
        /// Adverb.
        const ADVERB = 1 << 28;
        /// Particle ("nicht", "auch").
        const PARTICLE = 1 << 29;
        /// Separable verb prefix.
        const PREFIX = 1 << 30;
        /// Number word.
        const NUMERAL = 1 << 31;
        /// Adjective, inflected or not.
        const ADJECTIVE = 1 << 32;
        // names
        /// Woman's given name.
        const GIVEN_FEMALE = 1 << 33;
        /// Man's given name.
        const GIVEN_MALE = 1 << 34;
        /// Surname.
        const SURNAME = 1 << 35;
        /// Place, country, region.
        const PLACE = 1 << 36;
        /// Given name, surname or place that is an ordinary word as well.
        const COMMON = 1 << 37;
        // lists
        /// Academic title without its stop ("Dr").
        const TITLE = 1 << 38;
        /// Part of a surname ("von", "van").
        const NAME_PARTICLE = 1 << 39;
        /// Month.
        const MONTH = 1 << 40;
        /// Day of the week.
        const WEEKDAY = 1 << 41;
        /// Unit of measure or money.
        const UNIT = 1 << 42;
        /// Legal form, or its first word.
        const LEGAL_FORM = 1 << 43;
        /// Role noun with a listed role.
        const ROLE = 1 << 44;
        /// Woman's form of a role.
        const ROLE_FEMALE = 1 << 45;
        /// Man's form of a role.
        const ROLE_MALE = 1 << 46;
        /// Role noun too general to introduce a name by itself.
        const ROLE_GENERIC = 1 << 47;
        /// Head noun of organisation names.
        const ORGANISATION_HEAD = 1 << 48;
        /// Head noun that alone is an ordinary word ("Verein").
        const ORGANISATION_GENERIC = 1 << 49;
        /// Noun that stands for an organisation named elsewhere ("die Stadt").
        const GENERIC_ORGANISATION = 1 << 50;
        /// Head noun of award names.
        const AWARD_HEAD = 1 << 51;
        /// Looks like an award and is none ("Strompreis").
        const AWARD_FALSE = 1 << 52;
        /// Level of an award ("Gold").
        const AWARD_LEVEL = 1 << 53;
        /// Noun of saying ("Aussage").
        const SPEECH_NOUN = 1 << 54;
        /// Noun before a quoted title or term ("Motto").
        const NONSPEECH_NOUN = 1 << 55;
        /// Abbreviation that never ends a sentence.
        const ABBREVIATION = 1 << 56;
        /// Abbreviation that can end a sentence.
        const ABBREVIATION_END = 1 << 57;
        /// Abbreviation only before a number.
        const ABBREVIATION_NUMBER = 1 << 58;
        /// Abbreviated unit after a number.
        const ABBREVIATION_UNIT = 1 << 59;
        /// Separated form of a verb with separable prefix.
        const SEPARATED = 1 << 60;
        /// Set on tokens, not in lists: an unlisted compound, the flags are its head's.
        const COMPOUND = 1 << 61;
        /// Ordinary lower-case word of any closed class, verb or adjective: a capital at a sentence start says nothing.
        const WORD = 1 << 62;
        /// Country.
        const COUNTRY = 1 << 63;
    }
}

bitflags::bitflags! {
    /// How a word behaves beside and inside the names of organisations.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    pub struct Marks: u8 {
        /// A compound of this head is a name by itself ("Wirtschaftsministerium").
        const COMPOUND_NAMED = 1 << 0;
        /// A bare noun may follow inside the name ("Kompetenzzentrum Robotik").
        const NOUN_TAIL = 1 << 1;
        /// A genitive belongs to the name ("Bund der Steuerzahler").
        const GENITIVE_TAIL = 1 << 2;
        /// A noun before a name, outside it ("die Firma X").
        const APPOSITION = 1 << 3;
        /// Ends names of firms ("X Logistics").
        const COMPANY_TAIL = 1 << 4;
        /// Letters before a club's place ("TSV X").
        const CLUB = 1 << 5;
        /// The noun before the place of a public body ("Stadt X").
        const MUNICIPALITY = 1 << 6;
        /// Before a colon, a label of credits ("Bauherr: X").
        const LABEL = 1 << 7;
    }
}

impl Marks {
    /// What a compound takes over from its head; `head`: the head is one of organisation names for compounds too; `kind`:
    /// the head's kind of organisation ("die Softwarefirma X", but the Bauernverband X has its noun in the name).
    pub fn passed_on(head: bool, kind: u8) -> Marks {
        const ASSOCIATION: u8 = 5;
        let apposition = if head && kind == ASSOCIATION { Marks::empty() } else { Marks::APPOSITION };
        if head { Marks::NOUN_TAIL | Marks::GENITIVE_TAIL | apposition } else { apposition }
    }
}

impl Flags {
    /// What a compound takes over from its head; `passes`: 1 role, 2 organisation head, 4 award head.
    pub fn passed_on(passes: u8) -> Flags {
        let mut flags = Flags::NOUN
            | Flags::MASCULINE
            | Flags::FEMININE
            | Flags::NEUTER
            | Flags::SINGULAR
            | Flags::PLURAL
            | Flags::GENITIVE
            | Flags::AWARD_FALSE
            | Flags::SPEECH_NOUN
            | Flags::NONSPEECH_NOUN;
        if passes & 1 != 0 {
            flags |= Flags::ROLE | Flags::ROLE_FEMALE | Flags::ROLE_MALE;
        }
        if passes & 2 != 0 {
            flags |= Flags::ORGANISATION_HEAD | Flags::ORGANISATION_GENERIC;
        }
        if passes & 4 != 0 {
            flags |= Flags::AWARD_HEAD;
        }
        flags
    }
    /// Given name of either sex.
    pub const GIVEN: Flags = Flags::GIVEN_FEMALE.union(Flags::GIVEN_MALE);
    /// Words of closed classes and auxiliaries: no part of a name when in lower case, and a capital only opens a sentence.
    pub const CLOSED: Flags = Flags::ARTICLE
        .union(Flags::PERSONAL)
        .union(Flags::PRONOUN)
        .union(Flags::PREPOSITION)
        .union(Flags::CONJUNCTION)
        .union(Flags::SUBJUNCTION)
        .union(Flags::INTERROGATIVE)
        .union(Flags::ADVERB)
        .union(Flags::PARTICLE)
        .union(Flags::AUXILIARY)
        .union(Flags::MODAL);
    /// Either Konjunktiv.
    pub const KONJUNKTIV: Flags = Flags::KONJUNKTIV_1.union(Flags::KONJUNKTIV_2);
}
