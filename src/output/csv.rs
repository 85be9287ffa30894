//! Comma-separated values (RFC 4180, UTF-8, a line feed at a row's end), a table a file.

use super::part::Sink;
use super::tables::Cell;
use super::{Finished, Line, Table, Writer};
use anyhow::Context;
use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

pub(super) struct Csv {
    sink: Sink,
    table: Table,
    /// The rows of a release.
    rows: String,
}

impl Csv {
    pub(super) fn create(path: &Path, table: Table) -> anyhow::Result<Self> {
        let mut sink = Sink::create(path)?;
        let names: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
        writeln!(sink, "{}", names.join(",")).with_context(|| sink.told())?;
        Ok(Csv { sink, table, rows: String::new() })
    }
}

impl Writer for Csv {
    fn write(&mut self, release: &Line<'_>) -> anyhow::Result<()> {
        self.rows.clear();
        let rows = &mut self.rows;
        self.table.each_row(release.record()?, |row| {
            for (n, cell) in row.iter().enumerate() {
                if n > 0 {
                    rows.push(',');
                }
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => field(rows, text),
                    Cell::Integer(number) => write!(rows, "{number}")?,
                    Cell::Real(number) => write!(rows, "{number}")?,
                }
            }
            rows.push('\n');
            Ok::<(), std::fmt::Error>(())
        })?;
        self.sink.write_all(self.rows.as_bytes()).with_context(|| self.sink.told())
    }

    fn finish(self: Box<Self>) -> anyhow::Result<Finished> {
        Ok(Finished::whole(self.sink.finish()?))
    }
}

/// Writes a text, in quotation marks where it needs them. A text that a spreadsheet would take for a formula gets an
/// apostrophe in front: what a release says must never be run.
pub fn field(row: &mut String, text: &str) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = text.contains([',', '"', '\n', '\r']);
    row.push_str(if quoted { "\"" } else { "" });
    row.push_str(if formula { "'" } else { "" });
    if quoted {
        row.push_str(&text.replace('"', "\"\""));
        row.push('"');
    } else {
        row.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_never_formulas() {
        let written = |text: &str| {
            let mut row = String::new();
            field(&mut row, text);
            row
        };
        assert_eq!(written("Preis"), "Preis");
        assert_eq!(written("\"Ja\", sagt\nsie"), "\"\"\"Ja\"\", sagt\nsie\"");
        assert_eq!(written("=1+1"), "'=1+1");
        assert_eq!(written("-5, sagt sie"), "\"'-5, sagt sie\"");
        assert_eq!(written("a=1"), "a=1");
    }
}
