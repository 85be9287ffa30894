//! `oton awards`: who got which award from whom, one line each.

use super::Outcome;
use super::reading::ReadingOptions;
use super::table::{self, Format};
use anyhow::Context;
use oton::analysis::{Analysis, Conferral, Entity, Party};
use oton::input::{self, Item};
use oton::run;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    #[command(flatten)]
    reading: ReadingOptions,
    /// How the table is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Only conferrals with this status; may be given more than once
    #[arg(long, value_name = "STATUS", value_parser = ["received", "nominated", "sought", "announced", "call", "past"])]
    status: Vec<String>,
    /// Add names from a list (columns: docs/gazetteers.md); may be given more than once
    #[arg(long, value_name = "FILE.tsv")]
    gazetteer: Vec<PathBuf>,
}

const HEADINGS: [&str; 8] = ["award", "recipient", "conferrer", "level", "category", "status", "year", "file"];

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let analyzer = run::analyzer(&options.gazetteer)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let work = |item: Item, input: &input::Options| {
        let release = run::release(&analyzer, item, input)?;
        Ok(options.rows(&release.analysis, &release.uri))
    };
    // the columns' widths are known when all rows are
    options.reading.each(work, |out, found| {
        match found {
            Some(found) => rows.extend(found),
            None => table::write(out, options.format, &HEADINGS, &rows).with_context(|| out.told())?,
        }
        Ok(())
    })
}

impl Options {
    /// The rows of one release, in the order the release tells them.
    fn rows(&self, analysis: &Analysis, uri: &str) -> Vec<Vec<String>> {
        let wanted = |conferral: &&Conferral| self.status.is_empty() || self.status.iter().any(|status| status == conferral.status.name());
        analysis
            .conferrals
            .iter()
            .filter(wanted)
            .map(|conferral| {
                let conferrers: Vec<&str> = conferral.conferrers.iter().map(|party| name(analysis, party)).collect();
                let text = |value: &Option<String>| value.clone().unwrap_or_default();
                vec![
                    analysis.awards[conferral.award].name.clone(),
                    conferral.recipient.as_ref().map_or("", |party| name(analysis, party)).to_owned(),
                    conferrers.join("; "),
                    text(&conferral.level),
                    text(&conferral.category),
                    conferral.status.name().to_owned(),
                    text(&conferral.year),
                    uri.to_owned(),
                ]
            })
            .collect()
    }
}

fn name<'a>(analysis: &'a Analysis, party: &'a Party) -> &'a str {
    match party {
        Party::Entity(Entity::Person(id)) => &analysis.persons[*id].name,
        Party::Entity(Entity::Organisation(id)) => &analysis.organisations[*id].name,
        Party::Name(name) => name,
    }
}
