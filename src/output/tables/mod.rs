//! The flat tables: what columns they have, and what stands in them. Every format of tables is made from these
//! definitions: header rows, Parquet schemas, SQLite's tables, sheets of a workbook, and the documentation.

mod findings;
mod releases;

use super::Table;
use crate::record::{Range, Record};
use std::borrow::Cow;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text in UTF-8.
    Text,
    /// A whole number.
    Integer,
    /// A number with 64 bits.
    Real,
}

impl Kind {
    /// Its name in the documentation.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Integer => "integer",
            Kind::Real => "real",
        }
    }
}

/// A column of a table.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether every row has a value.
    pub required: bool,
    /// What the values mean, with their unit.
    pub about: &'static str,
    /// The value of a row: the release and the row's index in the release's list.
    value: for<'r> fn(&'r Record<'r>, usize) -> Cell<'r>,
}

/// A column that every row has a value in.
const fn always(name: &'static str, kind: Kind, about: &'static str, value: for<'r> fn(&'r Record<'r>, usize) -> Cell<'r>) -> Column {
    Column { name, kind, required: true, about, value }
}

/// A column that may be empty.
const fn maybe(name: &'static str, kind: Kind, about: &'static str, value: for<'r> fn(&'r Record<'r>, usize) -> Cell<'r>) -> Column {
    Column { name, kind, required: false, about, value }
}

/// A value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'r> {
    /// No value.
    Empty,
    /// Text, never empty.
    Text(Cow<'r, str>),
    /// A whole number.
    Integer(i64),
    /// A number.
    Real(f64),
}

impl<'r> From<&'r str> for Cell<'r> {
    fn from(text: &'r str) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Borrowed(text)) }
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Owned(text)) }
    }
}

impl<'r> From<&'r Option<Cow<'r, str>>> for Cell<'r> {
    fn from(text: &'r Option<Cow<'r, str>>) -> Self {
        text.as_deref().map_or(Cell::Empty, Cell::from)
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        i64::try_from(number).map_or(Cell::Empty, Cell::Integer)
    }
}

impl From<f32> for Cell<'_> {
    /// The number as the contract writes it: 0.9 and not 0.8999999761581421.
    fn from(number: f32) -> Self {
        number.to_string().parse().map_or(Cell::Empty, Cell::Real)
    }
}

impl Table {
    /// Its columns, in order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Table::Releases => &releases::RELEASES,
            Table::Statements => &findings::STATEMENTS,
            Table::Persons => &findings::PERSONS,
            Table::Organisations => &findings::ORGANISATIONS,
            Table::Awards => &findings::AWARDS,
            Table::Conferrals => &findings::CONFERRALS,
            Table::Sentences => &releases::SENTENCES,
        }
    }

    /// What a row is.
    pub fn about(self) -> &'static str {
        match self {
            Table::Releases => "A release that was read.",
            Table::Statements => "Something said or written, as a release reports it.",
            Table::Persons => "A person in a release.",
            Table::Organisations => "An organisation in a release.",
            Table::Awards => "An award in a release.",
            Table::Conferrals => "Who gave what to whom: one row for an award and a recipient.",
            Table::Sentences => "A sentence of a release.",
        }
    }

    /// How many of the first columns name a row, in the whole table.
    pub fn key(self) -> usize {
        if self == Table::Releases { 1 } else { 2 }
    }

    /// How many rows a release has.
    fn rows(self, release: &Record<'_>) -> usize {
        match self {
            Table::Releases => 1,
            Table::Statements => release.statements.len(),
            Table::Persons => release.persons.len(),
            Table::Organisations => release.organisations.len(),
            Table::Awards => release.awards.len(),
            Table::Conferrals => release.conferrals.len(),
            Table::Sentences => release.sentences.len(),
        }
    }

    /// Hands on a release's rows, one after another, each with as many cells as there are columns.
    ///
    /// # Errors
    /// What `take` returns.
    pub fn each_row<'r, E>(self, release: &'r Record<'r>, mut take: impl FnMut(&[Cell<'r>]) -> Result<(), E>) -> Result<(), E> {
        let columns = self.columns();
        let mut row = Vec::with_capacity(columns.len());
        for n in 0..self.rows(release) {
            row.clear();
            row.extend(columns.iter().map(|column| (column.value)(release, n)));
            take(&row)?;
        }
        Ok(())
    }
}

/// Stands between the values of a cell that has several.
const BETWEEN: &str = "; ";

/// Several values in a cell.
fn several<'r>(values: impl IntoIterator<Item = &'r str>) -> Cell<'r> {
    let mut values = values.into_iter().filter(|value| !value.is_empty());
    let Some(first) = values.next() else { return Cell::Empty };
    let mut all = Cow::Borrowed(first);
    for value in values {
        let all = all.to_mut();
        all.push_str(BETWEEN);
        all.push_str(value);
    }
    Cell::Text(all)
}

/// Several numbers in a cell.
fn numbers<'r>(values: &[usize]) -> Cell<'r> {
    values.iter().map(usize::to_string).collect::<Vec<_>>().join(BETWEEN).into()
}

/// Where the first of several spans starts.
fn start<'r>(spans: &[Range]) -> Cell<'r> {
    spans.first().map_or(Cell::Empty, |span| span[0].into())
}

/// Where the last of several spans ends.
fn end<'r>(spans: &[Range]) -> Cell<'r> {
    spans.last().map_or(Cell::Empty, |span| span[1].into())
}

/// Where the first of several spans ends.
fn first_end<'r>(spans: &[Range]) -> Cell<'r> {
    spans.first().map_or(Cell::Empty, |span| span[1].into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_names_of_their_own_and_a_meaning() {
        for table in Table::ALL {
            let columns = table.columns();
            for (n, column) in columns.iter().enumerate() {
                assert!(columns[..n].iter().all(|other| other.name != column.name), "{table}.{}", column.name);
                assert!(
                    !column.about.is_empty() && column.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'),
                    "{table}.{}",
                    column.name
                );
            }
            assert_eq!(columns[0].name, "release", "{table}");
            assert!(columns[..table.key()].iter().all(|column| column.required), "{table}");
        }
    }

    #[test]
    fn cells_of_several_values() {
        assert_eq!(several(["a", "", "b"]), Cell::Text("a; b".into()));
        assert_eq!(several([]), Cell::Empty);
        assert_eq!(numbers(&[3, 4]), Cell::Text("3; 4".into()));
        assert_eq!(Cell::from(0.9_f32), Cell::Real(0.9));
    }
}
