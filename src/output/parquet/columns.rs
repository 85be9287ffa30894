//! Columns that are being filled: values, and the levels that say which of the optional and repeated things around them
//! are there.

use super::Cell;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::{ParquetError, Result};
use parquet::file::writer::SerializedRowGroupWriter;
use parquet::schema::types::{SchemaDescriptor, TypePtr};
use std::fs::File;

/// The values of a column.
enum Values {
    Text(Vec<ByteArray>),
    Integer(Vec<i64>),
    Real(Vec<f64>),
}

/// A column.
struct Column {
    values: Values,
    /// Which of the optional and repeated things above a value are there, from 0 to `most`.
    definition: Vec<i16>,
    most: i16,
    /// Which list a value begins a new element of; 0 begins a row.
    repetition: Vec<i16>,
    repeats: bool,
}

/// All columns of a table.
pub(super) struct Columns {
    columns: Vec<Column>,
    /// Bytes of the values that wait.
    bytes: usize,
    rows: usize,
}

impl Columns {
    /// Empty ones.
    pub(super) fn new(schema: &TypePtr) -> Self {
        let descriptor = SchemaDescriptor::new(schema.clone());
        let column = |column: &parquet::schema::types::ColumnDescPtr| Column {
            values: match column.physical_type() {
                parquet::basic::Type::INT64 => Values::Integer(Vec::new()),
                parquet::basic::Type::DOUBLE => Values::Real(Vec::new()),
                _ => Values::Text(Vec::new()),
            },
            definition: Vec::new(),
            most: column.max_def_level(),
            repetition: Vec::new(),
            repeats: column.max_rep_level() > 0,
        };
        Columns { columns: descriptor.columns().iter().map(column).collect(), bytes: 0, rows: 0 }
    }

    /// Bytes of the values that wait, with their levels.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Rows that wait.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// Counts a row whose values have been set.
    pub(super) fn row(&mut self) {
        self.rows += 1;
    }

    /// Sets the next value of a column, or none.
    pub(super) fn set(&mut self, n: usize, cell: &Cell<'_>, definition: i16, repetition: i16) {
        let Some(column) = self.columns.get_mut(n) else { return };
        match (&mut column.values, cell) {
            (Values::Text(values), Cell::Text(text)) => {
                values.push(ByteArray::from(text.as_bytes().to_vec()));
                self.bytes += text.len() + size_of::<ByteArray>();
            }
            (Values::Integer(values), Cell::Integer(number)) => values.push(*number),
            (Values::Real(values), Cell::Real(number)) => values.push(*number),
            // a required text that is empty is there all the same
            (Values::Text(values), Cell::Empty) if definition == column.most => values.push(ByteArray::from("")),
            _ => {}
        }
        self.bytes += 12;
        column.definition.push(definition);
        column.repetition.push(repetition);
    }

    /// A row of a flat table.
    pub(super) fn push_row(&mut self, row: &[Cell<'_>]) {
        for (n, cell) in row.iter().enumerate() {
            let most = self.columns.get(n).map_or(0, |column| column.most);
            self.set(n, cell, if *cell == Cell::Empty { 0 } else { most }, 0);
        }
        self.row();
    }

    /// Writes all and forgets it.
    pub(super) fn write(&mut self, group: &mut SerializedRowGroupWriter<'_, File>) -> Result<()> {
        for column in &mut self.columns {
            let Some(mut writer) = group.next_column()? else { return Err(ParquetError::General("a column is missing".to_owned())) };
            let definition = (column.most > 0).then_some(column.definition.as_slice());
            let repetition = column.repeats.then_some(column.repetition.as_slice());
            match (writer.untyped(), &mut column.values) {
                (ColumnWriter::ByteArrayColumnWriter(writer), Values::Text(values)) => {
                    writer.write_batch(values, definition, repetition)?;
                    values.clear();
                }
                (ColumnWriter::Int64ColumnWriter(writer), Values::Integer(values)) => {
                    writer.write_batch(values, definition, repetition)?;
                    values.clear();
                }
                (ColumnWriter::DoubleColumnWriter(writer), Values::Real(values)) => {
                    writer.write_batch(values, definition, repetition)?;
                    values.clear();
                }
                _ => return Err(ParquetError::General("a column has another type".to_owned())),
            }
            writer.close()?;
            column.definition.clear();
            column.repetition.clear();
        }
        (self.bytes, self.rows) = (0, 0);
        Ok(())
    }
}
