//! `oton rules`: every rule with its reason and examples.

use super::Outcome;
use std::io::{self, Write};

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Only rules whose name begins with this (`frame/`, `organisation/legal-form`)
    #[arg(default_value = "")]
    prefix: String,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let mut out = io::stdout().lock();
    let rules: Vec<_> = oton::rule::all().into_iter().filter(|rule| rule.name.starts_with(&options.prefix)).collect();
    for rule in &rules {
        writeln!(out, "{}  ({:?}, confidence {})", rule.name, rule.finds, rule.confidence)?;
        writeln!(out, "  {}", rule.reason)?;
        for (mark, examples) in [("+", rule.yes), ("-", rule.no)] {
            for example in examples {
                writeln!(out, "  {mark} {}", example.replace('\n', " ⏎ "))?;
            }
        }
        writeln!(out)?;
    }
    if rules.is_empty() {
        anyhow::bail!("no rule's name begins with \"{}\"", options.prefix);
    }
    Ok(Outcome::Success)
}
