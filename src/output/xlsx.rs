//! A workbook for Excel and its like: a sheet a table. Rows go to temporary files as they come, so memory stays flat.

use super::part::Part;
use super::tables::{Cell, Kind};
use super::{Finished, Line, Table, Writer};
use anyhow::Context;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io::{BufWriter, Write};
use std::path::Path;

/// Most rows a sheet can have.
const ROWS: u32 = 1_048_576;

/// Most UTF-16 units a cell can have.
const CELL: usize = 32_767;

/// What stands at the end of a text that is cut off.
const CUT: &str = " […]";

pub(super) struct Xlsx {
    part: Part,
    workbook: Workbook,
    tables: Vec<Sheets>,
    heading: Format,
    /// Most rows of a sheet.
    rows: u32,
    /// Cells that were cut off.
    cut: usize,
}

/// The sheets of a table; more than one when it has more rows than a sheet can hold.
struct Sheets {
    table: Table,
    /// Those that are full.
    full: Vec<Worksheet>,
    sheet: Worksheet,
    /// The next row.
    next: u32,
}

impl Xlsx {
    pub(super) fn create(path: &Path, tables: &[Table]) -> anyhow::Result<Self> {
        Self::with_rows(path, tables, ROWS)
    }

    fn with_rows(path: &Path, tables: &[Table], rows: u32) -> anyhow::Result<Self> {
        let part = Part::new(path)?;
        part.create()?;
        let mut workbook = Workbook::new();
        // no output tells the time: the same results are the same bytes
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
        let heading = Format::new().set_bold();
        let begun = tables.iter().map(|table| {
            let sheet = sheet(&mut workbook, *table, 1, &heading)?;
            Ok(Sheets { table: *table, full: Vec::new(), sheet, next: 1 })
        });
        let tables = begun.collect::<Result<_, XlsxError>>().with_context(|| part.told())?;
        Ok(Xlsx { part, workbook, tables, heading, rows, cut: 0 })
    }
}

/// A sheet with its heading, which stays in sight.
fn sheet(workbook: &mut Workbook, table: Table, number: usize, heading: &Format) -> Result<Worksheet, XlsxError> {
    let mut sheet = workbook.new_worksheet_with_constant_memory()?;
    sheet.set_name(if number == 1 { table.name().to_owned() } else { format!("{table} {number}") })?;
    sheet.set_freeze_panes(1, 0)?;
    for (n, column) in (0..).zip(table.columns()) {
        let wide = matches!(column.name, "text" | "headline");
        sheet.set_column_width(
            n,
            if wide {
                60
            } else if column.kind == Kind::Text {
                22
            } else {
                11
            },
        )?;
        sheet.write_string_with_format(0, n, column.name, heading)?;
    }
    Ok(sheet)
}

impl Writer for Xlsx {
    fn write(&mut self, release: &Line<'_>) -> anyhow::Result<()> {
        let record = release.record()?;
        let Xlsx { part, workbook, tables, heading, rows, cut } = self;
        for sheets in tables {
            let added = sheets.table.each_row(record, |row| {
                if sheets.next >= *rows {
                    let next = sheet(workbook, sheets.table, sheets.full.len() + 2, heading)?;
                    sheets.full.push(std::mem::replace(&mut sheets.sheet, next));
                    sheets.next = 1;
                }
                for (n, cell) in (0..).zip(row) {
                    match cell {
                        Cell::Empty => continue,
                        // a text is a text, whatever it begins with: never a formula
                        Cell::Text(text) => match fitting(text) {
                            None => sheets.sheet.write_string(sheets.next, n, text.as_ref())?,
                            Some(short) => {
                                *cut += 1;
                                sheets.sheet.write_string(sheets.next, n, short)?
                            }
                        },
                        Cell::Integer(number) => sheets.sheet.write_number(sheets.next, n, *number as f64)?,
                        Cell::Real(number) => sheets.sheet.write_number(sheets.next, n, *number)?,
                    };
                }
                sheets.next += 1;
                Ok::<(), XlsxError>(())
            });
            added.with_context(|| format!("{}: table {}, release {}", part.told(), sheets.table, record.id))?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> anyhow::Result<Finished> {
        let mut notes = Vec::new();
        for Sheets { table, full, sheet, .. } in std::mem::take(&mut self.tables) {
            if !full.is_empty() {
                notes.push(format!("{}: {table} has more rows than a sheet can hold and goes on in {} more", self.part.told(), full.len()));
            }
            full.into_iter().chain([sheet]).for_each(|sheet| self.workbook.push_worksheet(sheet));
        }
        if self.cut > 0 {
            let cells = if self.cut == 1 { "1 text was" } else { &format!("{} texts were", self.cut) };
            notes.push(format!("{}: {cells} cut off at {CELL} characters, the most a cell can hold; the other formats have all of it", self.part.told()));
        }
        let mut file = BufWriter::new(self.part.create()?);
        self.workbook.save_to_writer(&mut file).with_context(|| self.part.told())?;
        file.flush().with_context(|| self.part.told())?;
        Ok(Finished { parts: vec![self.part], notes })
    }
}

/// As much of a text as a cell can hold, where that is not all of it.
fn fitting(text: &str) -> Option<String> {
    if text.len() <= CELL || text.encode_utf16().count() <= CELL {
        return None;
    }
    let mut left = CELL - CUT.encode_utf16().count();
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    Some(text.chars().take_while(fits).chain(CUT.chars()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_where_a_cell_ends() {
        assert_eq!(fitting(&"ä".repeat(CELL)), None);
        let cut = fitting(&"🎉".repeat(CELL)).expect("is too long");
        assert!(cut.ends_with(CUT) && cut.encode_utf16().count() <= CELL);
    }

    #[test]
    fn a_full_sheet_is_followed_by_another() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("a.xlsx");
        let mut xlsx = Box::new(Xlsx::with_rows(&path, &[Table::Releases], 3).expect("can be made"));
        let source = r#""source":{"uri":"x","format":"text","bytes":0,"sha256":"0"},"language":"de","offsets":"codepoint""#;
        let lists = r#""sections":[],"sentences":[],"persons":[],"organisations":[],"awards":[],"statements":[],"conferrals":[],"warnings":[]"#;
        for n in 0..5 {
            let json = format!(r#"{{"oton":"1.0","id":"r{n}",{source},{lists}}}"#);
            xlsx.write(&Line { json: &json, record: std::cell::OnceCell::new() }).expect("is written");
        }
        let finished = xlsx.finish().expect("ends");
        assert_eq!(finished.notes.len(), 1);
        assert!(finished.notes[0].contains("goes on in 2 more"), "{}", finished.notes[0]);
    }
}
