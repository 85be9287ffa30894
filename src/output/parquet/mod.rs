//! Parquet: the releases as one nested table with the shape of the JSON, or one of the flat tables.
//!
//! The crate's own columns are filled without Arrow, which would take three times as long to build.

mod columns;
mod nested;

use super::part::Part;
use super::tables::{self, Cell};
use super::{Finished, Line, Table, Writer};
use crate::record::VERSION;
use anyhow::Context;
use columns::Columns;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::fmt::Write;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// Bytes of values that make a row group: what a table holds in memory.
const GROUP: usize = 8 << 20;

/// The nested table: what the JSON contract says, in Parquet's words.
const RELEASES: &str = include_str!("releases.schema");

pub(super) struct Parquet {
    part: Part,
    file: SerializedFileWriter<File>,
    table: Table,
    columns: Columns,
}

impl Parquet {
    /// `releases` is the nested table, the others are flat.
    pub(super) fn create(path: &Path, table: Table) -> anyhow::Result<Self> {
        let part = Part::new(path)?;
        let message = if table == Table::Releases { RELEASES.to_owned() } else { message(table) };
        let schema = Arc::new(parse_message_type(&message)?);
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_key_value_metadata(Some(vec![KeyValue::new("oton".to_owned(), VERSION.to_owned())]))
            .build();
        let columns = Columns::new(&schema);
        let file = SerializedFileWriter::new(part.create()?, schema, Arc::new(properties)).with_context(|| part.told())?;
        Ok(Parquet { part, file, table, columns })
    }

    /// Writes the rows that wait.
    fn flush(&mut self) -> anyhow::Result<()> {
        let mut group = self.file.next_row_group()?;
        self.columns.write(&mut group)?;
        group.close()?;
        Ok(())
    }
}

impl Writer for Parquet {
    fn write(&mut self, release: &Line<'_>) -> anyhow::Result<()> {
        if self.table == Table::Releases {
            let value = serde_json::from_str(release.json).context("a line of the results is no JSON")?;
            self.columns.push(self.file.schema_descr().root_schema(), &value)?;
        } else {
            let columns = &mut self.columns;
            self.table.each_row(release.record()?, |row| {
                columns.push_row(row);
                Ok::<(), anyhow::Error>(())
            })?;
        }
        if self.columns.bytes() >= GROUP {
            self.flush().with_context(|| self.part.told())?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> anyhow::Result<Finished> {
        if self.columns.rows() > 0 {
            self.flush().with_context(|| self.part.told())?;
        }
        self.file.close().with_context(|| self.part.told())?;
        Ok(Finished::whole([self.part]))
    }
}

/// A flat table's schema.
fn message(table: Table) -> String {
    let mut message = format!("message {table} {{\n");
    for column in table.columns() {
        let repetition = if column.required { "required" } else { "optional" };
        let kind = match column.kind {
            tables::Kind::Text => "binary",
            tables::Kind::Integer => "int64",
            tables::Kind::Real => "double",
        };
        let string = if column.kind == tables::Kind::Text { " (STRING)" } else { "" };
        let _ = writeln!(message, "  {repetition} {kind} {}{string};", column.name); // writing to a string cannot fail
    }
    message.push('}');
    message
}
