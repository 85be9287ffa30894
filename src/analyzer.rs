//! The facade: a configuration once, then any number of texts from any number of threads.

use crate::analysis::{Analysis, Section, Sentence, Warning};
use crate::extract::{Mentions, award, conferral, organisation, person, statement};
use crate::gazetteer::{Gazetteer, ListError};
use crate::lexicon::{self, Lexicon};
use crate::resolve::Register;
use crate::text::span::ByteSpan;
use crate::text::{Text, language, section};

/// What an [`Analyzer`] is made from.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The user's own name lists: file name (for messages) and contents; the format is documented in `docs/gazetteers.md`.
    pub gazetteers: Vec<(String, String)>,
}

/// Finds statements, names and awards in German press releases. Cheap to share, never changes.
#[derive(Debug)]
pub struct Analyzer {
    lexicon: &'static Lexicon,
    names: Gazetteer,
}

/// A name of the user's own lists in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnName<'a> {
    /// Where it stands.
    pub span: ByteSpan,
    /// The name as the list has it.
    pub name: &'a str,
    /// Whether the analysis has it.
    pub taken: bool,
}

impl Analyzer {
    /// Sets up the lexicon and the names.
    ///
    /// # Errors
    /// A bad row in one of the user's lists.
    pub fn new(config: Config) -> Result<Self, ListError> {
        let lists = config.gazetteers.iter().map(|(file, contents)| (file.as_str(), contents.as_str()));
        Ok(Analyzer { lexicon: lexicon::shared(), names: Gazetteer::new(lists)? })
    }

    /// Where the names of the user's own lists stand in a text, and whether the analysis takes them; a name that is an
    /// ordinary word too is taken only with evidence beside it.
    pub fn users_names(&self, raw: &str) -> Vec<OwnName<'_>> {
        let text = Text::parse(raw, self.lexicon);
        let analysis = self.analyze(raw);
        let taken: std::collections::HashSet<(u32, u32)> = analysis
            .organisations
            .iter()
            .flat_map(|o| &o.mentions)
            .chain(analysis.persons.iter().flat_map(|p| &p.mentions))
            .chain(analysis.awards.iter().flat_map(|a| &a.mentions))
            .map(|mention| (mention.span.start, mention.span.end))
            .collect();
        let own = self.names.find(&text).into_iter().filter(|hit| self.names.is_users(hit.entry));
        own.map(|hit| {
            let span = text.bytes(hit.tokens);
            OwnName { span, name: self.names.entry(hit.entry).name, taken: taken.contains(&(span.start, span.end)) }
        })
        .collect()
    }

    /// Everything found in one release. A pure function of the text, the lists and the configuration; never fails, and
    /// takes time linear in the text's length.
    pub fn analyze(&self, raw: &str) -> Analysis {
        let language = language::of(raw);
        if !matches!(language, "de" | "und") {
            let message = format!("the text seems to be {language}, not German; it was not analysed");
            return Analysis { language, warnings: vec![Warning { code: "not-german", span: ByteSpan::new(0, 0), message }], ..Analysis::default() };
        }
        let text = Text::parse(raw, self.lexicon);
        let hits = self.names.find(&text);
        let persons = person::find(&text, &self.names, &hits);
        let organisations = organisation::find(&text, &self.names, &hits, &persons);
        let awards = award::find(&text, &self.names, &hits, &persons, &organisations);
        let mut register = Register::new(&text, &self.names, Mentions { persons, organisations, awards });
        let statements = statement::find(&text, &register);
        register.learn_roles(&text, &statements);
        let conferrals = conferral::find(&text, &self.names, &register);
        let release = section::release_data(&text);
        Analysis {
            language,
            headline: release.headline,
            date: release.date,
            place: release.place,
            issuer: register.issuer,
            sections: text.sections.iter().map(|block| Section { kind: block.kind, span: text.bytes(block.tokens) }).collect(),
            sentences: text.sentences.iter().map(|s| Sentence { span: text.bytes(s.tokens), section: s.section }).collect(),
            persons: register.persons,
            organisations: register.organisations,
            awards: register.awards,
            statements,
            conferrals,
            warnings: text.warnings,
        }
    }
}
