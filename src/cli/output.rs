//! The flags that say what is written, and where.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use oton::output::{self, Format, Table, Target};
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Outputs")]
pub(super) struct OutputOptions {
    /// Write to this file, whose name tells the format, or folder; may be given more than once [default: standard output]
    #[arg(short, long, value_name = "PATH")]
    output: Vec<PathBuf>,
    /// Formats; several are written into a folder
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = formats())]
    format: Vec<Format>,
    /// Tables, of the formats that have them
    #[arg(long, value_name = "TABLE", value_delimiter = ',', value_parser = tables())]
    tables: Vec<Table>,
    /// Indent the JSON for people
    #[arg(long)]
    pretty: bool,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::names()).try_map(|word| word.parse::<Format>())
}

fn tables() -> impl TypedValueParser<Value = Table> {
    PossibleValuesParser::new(Table::ALL.map(Table::name)).try_map(|word| word.parse::<Table>())
}

impl OutputOptions {
    /// The files that are asked for.
    ///
    /// # Errors
    /// Flags that contradict each other.
    pub(super) fn targets(&self) -> anyhow::Result<Vec<Target>> {
        output::targets(&self.output, &self.format, &self.tables)
    }

    /// How they are written.
    pub(super) fn options(&self) -> output::Options {
        output::Options { pretty: self.pretty }
    }
}
