//! SQLite: a table each, with keys and indexes.

use super::part::Part;
use super::tables::{Cell, Kind};
use super::{Finished, Line, Table, Writer};
use anyhow::Context;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};
use std::path::Path;

/// Columns that are searched for by what they hold.
const SEARCHED: [(Table, &str); 9] = [
    (Table::Releases, "date"),
    (Table::Statements, "speaker"),
    (Table::Statements, "kind"),
    (Table::Persons, "name"),
    (Table::Organisations, "name"),
    (Table::Organisations, "wikidata"),
    (Table::Awards, "name"),
    (Table::Conferrals, "award"),
    (Table::Conferrals, "recipient"),
];

pub(super) struct Sqlite {
    part: Part,
    database: Connection,
    /// Each with the statement that adds a row.
    tables: Vec<(Table, String)>,
}

impl Sqlite {
    pub(super) fn create(path: &Path, tables: &[Table]) -> anyhow::Result<Self> {
        let part = Part::new(path)?;
        drop(part.create()?); // what a killed run left is emptied
        let database = Connection::open(part.place()).with_context(|| part.told())?;
        // the file is seen only when it is whole, so a broken one needs no journal to be mended with
        database.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; BEGIN;")?;
        for table in tables {
            database.execute_batch(&definition(*table, tables)).with_context(|| part.told())?;
        }
        database.set_prepared_statement_cache_capacity(tables.len());
        let tables = tables.iter().map(|table| (*table, insertion(*table))).collect();
        Ok(Sqlite { part, database, tables })
    }
}

impl Writer for Sqlite {
    fn write(&mut self, release: &Line<'_>) -> anyhow::Result<()> {
        let record = release.record()?;
        for (table, insertion) in &self.tables {
            let mut insert = self.database.prepare_cached(insertion)?;
            let added = table.each_row(record, |row| insert.execute(params_from_iter(row)).map(drop));
            added.with_context(|| format!("{}: table {table}, release {}", self.part.told(), record.id))?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> anyhow::Result<Finished> {
        let Sqlite { part, database, tables } = *self;
        let end = || -> rusqlite::Result<()> {
            for (table, column) in SEARCHED.iter().filter(|(table, _)| tables.iter().any(|(there, _)| there == table)) {
                database.execute_batch(&format!("CREATE INDEX {table}_{column} ON {table} ({column});"))?;
            }
            database.execute_batch("COMMIT;")
        };
        end().with_context(|| part.told())?;
        database.close().map_err(|(_, error)| error).with_context(|| part.told())?;
        Ok(Finished::whole([part]))
    }
}

/// The SQL that makes a table.
fn definition(table: Table, all: &[Table]) -> String {
    let columns = table.columns();
    let mut lines: Vec<String> = columns
        .iter()
        .map(|column| {
            let kind = match column.kind {
                Kind::Text => "TEXT",
                Kind::Integer => "INTEGER",
                Kind::Real => "REAL",
            };
            format!("  {} {kind}{}", column.name, if column.required { " NOT NULL" } else { "" })
        })
        .collect();
    let key: Vec<&str> = columns[..table.key()].iter().map(|column| column.name).collect();
    lines.push(format!("  PRIMARY KEY ({})", key.join(", ")));
    if table != Table::Releases && all.contains(&Table::Releases) {
        lines.push("  FOREIGN KEY (release) REFERENCES releases (release)".to_owned());
    }
    format!("CREATE TABLE {table} (\n{}\n);", lines.join(",\n"))
}

/// The SQL that adds a row.
fn insertion(table: Table) -> String {
    format!("INSERT INTO {table} VALUES ({})", vec!["?"; table.columns().len()].join(", "))
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Cell::Empty => ToSqlOutput::Owned(Value::Null),
            Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Cell::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Cell::Real(number) => ToSqlOutput::Owned(Value::Real(*number)),
        })
    }
}
