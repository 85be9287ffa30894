//! `oton quotes`: who said what, as a list to read: text, Markdown, or CSV for a table.

use super::Outcome;
use super::reading::ReadingOptions;
use anyhow::Context;
use clap::ValueEnum;
use oton::analysis::{Analysis, Entity, Speaker, Statement, StatementKind};
use oton::input::{self, Item};
use oton::output::csv;
use oton::run::{self, Release};
use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    #[command(flatten)]
    reading: ReadingOptions,
    /// How to write the list
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Only statements of this kind; may be given more than once
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Vec<Kind>,
    /// Add names from a list (columns: docs/gazetteers.md); may be given more than once
    #[arg(long, value_name = "FILE.tsv")]
    gazetteer: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Markdown,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Direct,
    Indirect,
    Partial,
}

impl Kind {
    fn of(kind: StatementKind) -> Self {
        match kind {
            StatementKind::Direct => Kind::Direct,
            StatementKind::Indirect => Kind::Indirect,
            StatementKind::Partial => Kind::Partial,
        }
    }
}

/// The columns of the table.
const COLUMNS: &str = "quote,kind,speaker,role,organisation,file,sentence,context\n";

/// A statement as a reader wants it.
struct Quote {
    quote: String,
    kind: StatementKind,
    speakers: Vec<Named>,
    /// Number of the first sentence, from 1.
    sentence: usize,
    /// The sentences it stands in, as the release has them.
    context: String,
}

/// A speaker with what the release says of them.
struct Named {
    name: String,
    role: String,
    organisation: String,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let analyzer = run::analyzer(&options.gazetteer)?;
    let mut heading = (options.format == Format::Csv).then_some(COLUMNS);
    let work = |item: Item, input: &input::Options| run::release(&analyzer, item, input).map(|release| list(&release, options));
    options.reading.each(work, |out, list: Option<String>| {
        let page = [heading.take().unwrap_or_default(), &list.unwrap_or_default()].concat();
        out.write_all(page.as_bytes()).with_context(|| out.told())
    })
}

/// A release's part of the list.
fn list(release: &Release, options: &Options) -> String {
    let (text, analysis) = (release.document.text.as_str(), &release.analysis);
    let wanted = |kind: Kind| options.kind.is_empty() || options.kind.contains(&kind);
    let quotes = analysis.statements.iter().filter(|said| wanted(Kind::of(said.kind))).map(|said| quote(text, analysis, said));
    let mut list = String::new();
    for quote in quotes {
        let _ = match options.format {
            Format::Text => {
                let context = if quote.kind == StatementKind::Direct { String::new() } else { format!("\n    in: {}", quote.context) };
                write!(list, "{}\n    {}\n    {}, sentence {}{context}\n\n", quote.quote, quote.who(), release.uri, quote.sentence)
            }
            Format::Markdown => {
                let (said, who, file) = (escaped(&quote.quote), escaped(&quote.who()), escaped(&release.uri));
                let context = if quote.kind == StatementKind::Direct { String::new() } else { format!("  \n> in: {}", escaped(&quote.context)) };
                write!(list, "> {said}\n>\n> — {who}  \n> {file}, sentence {}{context}\n\n", quote.sentence)
            }
            Format::Csv => {
                let column = |cell: fn(&Named) -> &str| quote.speakers.iter().map(cell).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("; ");
                let (names, roles, organisations) = (column(|s| &s.name), column(|s| &s.role), column(|s| &s.organisation));
                let sentence = quote.sentence.to_string();
                for text in [quote.quote.as_str(), quote.kind.name(), &names, &roles, &organisations, &release.uri, &sentence] {
                    csv::field(&mut list, text);
                    list.push(',');
                }
                csv::field(&mut list, &quote.context);
                writeln!(list)
            }
        };
    }
    list
}

impl Quote {
    /// "Anna Muster, Leiterin, Museum Quarbel and Jan Muster"
    fn who(&self) -> String {
        let speakers = self.speakers.iter().map(|speaker| {
            let parts = [&speaker.name, &speaker.role, &speaker.organisation];
            let told = |n: usize| n == 0 || parts[n] != parts[0];
            (0..parts.len()).filter(|&n| told(n)).map(|n| parts[n]).filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
        });
        let who = speakers.collect::<Vec<_>>().join(" and ");
        let who = if who.is_empty() { "nobody named".to_owned() } else { who };
        if self.kind == StatementKind::Direct { who } else { format!("{who} ({})", self.kind.name()) }
    }
}

fn quote(text: &str, analysis: &Analysis, said: &Statement) -> Quote {
    let parts: Vec<String> = said.segments.iter().map(|span| one_line(span.of(text))).collect();
    let start = said.segments.first().map_or(0, |span| span.start());
    let sentence = analysis.sentences.partition_point(|sentence| sentence.span.end() <= start);
    let end = said.segments.last().map_or(start, |span| span.end());
    let sentences = analysis.sentences.get(sentence..).unwrap_or_default().iter().take_while(|sentence| sentence.span.start() < end);
    let context = sentences.map(|sentence| one_line(sentence.span.of(text))).collect::<Vec<_>>().join(" ");
    let speakers = said.speakers.iter().filter_map(|speaker| named(text, analysis, speaker)).collect();
    Quote { quote: parts.join(" […] "), kind: said.kind, speakers, sentence: (sentence + 1).min(analysis.sentences.len()), context }
}

/// Name, role and organisation of a speaker; of an unnamed one the words of the release.
fn named(text: &str, analysis: &Analysis, speaker: &Speaker) -> Option<Named> {
    let organisation = |n: usize| analysis.organisations.get(n).map_or(String::new(), |organisation| organisation.name.clone());
    let plain = |name: String| Named { name, role: String::new(), organisation: String::new() };
    match speaker.entity {
        Some(Entity::Person(n)) => {
            let person = analysis.persons.get(n)?;
            Some(Named {
                name: person.name.clone(),
                role: person.roles.iter().map(|role| role.role.as_str()).collect::<Vec<_>>().join(", "),
                organisation: person.roles.iter().find_map(|role| role.organisation).map_or(String::new(), organisation),
            })
        }
        // as its own organisation, so that a table can be filtered by one column
        Some(Entity::Organisation(n)) => Some(Named { organisation: organisation(n), ..plain(organisation(n)) }),
        None => speaker.span.map(|span| plain(one_line(span.of(text)))),
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that Markdown shows as it is.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_keeps_its_characters() {
        assert_eq!(escaped("*Stern* <b>"), "\\*Stern\\* \\<b\\>");
        assert_eq!(one_line("ein\n  Wort"), "ein Wort");
    }
}
