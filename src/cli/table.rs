//! Tables for people and spreadsheets: aligned text, Markdown, CSV.

use clap::ValueEnum;
use oton::output::csv;
use std::io::{self, Write};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Columns under each other
    Text,
    /// A Markdown table
    Markdown,
    /// Comma-separated values with a header row
    Csv,
}

/// Writes the rows under their headings; every row has as many cells as there are headings.
pub(super) fn write(out: &mut impl Write, format: Format, headings: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
    match format {
        Format::Text => {
            let width = |column: usize| {
                let cells = rows.iter().map(|row| row[column].chars().count());
                cells.chain([headings[column].chars().count()]).max().unwrap_or(0)
            };
            let widths: Vec<usize> = (0..headings.len()).map(width).collect();
            let mut line = |cells: &mut dyn Iterator<Item = &str>| {
                let line: String =
                    cells.zip(&widths).map(|(cell, width)| format!("{}{}", one_line(cell), " ".repeat(width - cell.chars().count() + 2))).collect();
                writeln!(out, "{}", line.trim_end())
            };
            line(&mut headings.iter().copied())?;
            rows.iter().try_for_each(|row| line(&mut row.iter().map(String::as_str)))
        }
        Format::Markdown => {
            writeln!(out, "| {} |", headings.join(" | "))?;
            writeln!(out, "|{}", "---|".repeat(headings.len()))?;
            rows.iter().try_for_each(|row| {
                let cells: Vec<String> = row.iter().map(|cell| one_line(cell).replace('|', "\\|")).collect();
                writeln!(out, "| {} |", cells.join(" | "))
            })
        }
        Format::Csv => {
            writeln!(out, "{}", headings.join(","))?;
            rows.iter().try_for_each(|row| {
                let mut line = String::new();
                for (n, cell) in row.iter().enumerate() {
                    line.push_str(if n > 0 { "," } else { "" });
                    csv::field(&mut line, cell);
                }
                writeln!(out, "{line}")
            })
        }
    }
}

/// Line breaks as spaces, so that a cell stays in its row.
fn one_line(cell: &str) -> String {
    cell.replace(['\n', '\r', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: Format, rows: &[Vec<String>]) -> String {
        let mut out = Vec::new();
        write(&mut out, format, &["award", "to"], rows).expect("memory takes it");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn cells_keep_to_their_columns() {
        let rows = [vec!["Preis, groß".to_owned(), "A|B".to_owned()], vec!["„Ö“".to_owned(), "C \"D\"".to_owned()]];
        assert_eq!(written(Format::Text, &rows), "award        to\nPreis, groß  A|B\n„Ö“          C \"D\"\n");
        assert_eq!(written(Format::Markdown, &rows), "| award | to |\n|---|---|\n| Preis, groß | A\\|B |\n| „Ö“ | C \"D\" |\n");
        assert_eq!(written(Format::Csv, &rows), "award,to\n\"Preis, groß\",A|B\n„Ö“,\"C \"\"D\"\"\"\n");
        assert_eq!(written(Format::Csv, &[]), "award,to\n");
        let formula = [vec!["=1+1".to_owned(), "A".to_owned()]];
        assert_eq!(written(Format::Csv, &formula), "award,to\n'=1+1,A\n", "no spreadsheet runs it");
    }
}
