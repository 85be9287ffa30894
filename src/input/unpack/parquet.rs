//! Parquet: a row is a record, handed on as a JSON object, so that fields are found and named as in JSON Lines.

use super::{Flow, Name, Unpacker};
use crate::input::Shape;
use parquet::basic::{LogicalType, TimeUnit};
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;
use serde_json::{Map, Number, Value};
use std::fs::File;
use std::io::{self, Read};

/// Unpacked bytes that are always allowed, whatever the ratio.
const FREE: u64 = 64 << 20;

impl Unpacker<'_, '_> {
    /// One record a row, numbered from 1. Row groups are read one after another, a page at a time. A file inside an archive
    /// is spooled to disk, because the table of contents stands at its end.
    pub(super) fn parquet(&mut self, name: &Name, reader: &mut dyn Read, file: Option<File>) -> Flow {
        let spooled = || {
            let mut spool = tempfile::tempfile()?;
            io::copy(reader, &mut spool)?;
            Ok::<File, io::Error>(spool)
        };
        let file = match file.map_or_else(spooled, Ok) {
            Ok(file) => file,
            Err(error) => return self.fail(name, "unpack", error),
        };
        let packed = file.metadata().map_or(0, |meta| meta.len());
        let table = match SerializedFileReader::new(file) {
            Ok(table) => table,
            Err(error) => return self.fail(name, "read", told(&error)),
        };
        let groups = table.metadata().row_groups();
        let unpacked: u64 = groups.iter().map(|group| u64::try_from(group.total_byte_size()).unwrap_or(u64::MAX)).fold(0, u64::saturating_add);
        if unpacked > FREE.saturating_add(packed.saturating_mul(self.options.ratio)) {
            let message = format!("unpacks to more than {} times its size; raise --max-ratio to read it", self.options.ratio);
            return self.fail(name, "unpack", message);
        }
        let schema = table.metadata().file_metadata().schema();
        let nanos: Vec<bool> = schema.get_fields().iter().map(|field| counts_nanoseconds(field)).collect();
        let mut number = 0_u64;
        for at in 0..table.num_row_groups() {
            let rows = table.get_row_group(at);
            let rows = match rows.as_ref().map_err(told).and_then(|group| RowIter::from_row_group(None, group.as_ref()).map_err(|error| told(&error))) {
                Ok(rows) => rows,
                Err(message) => return self.fail(&name.record(number + 1), "read", message),
            };
            for row in rows {
                number += 1;
                let record = name.record(number);
                match row.and_then(|row| object(row, &nanos)) {
                    Ok(json) if json.len() as u64 > self.options.largest => self.fail(&record, "read", self.too_large())?,
                    Ok(json) => self.item(record, Shape::Json("parquet"), json)?,
                    // where the next row begins is not known
                    Err(error) => return self.fail(&record, "read", told(&error)),
                }
            }
        }
        Flow::Continue(())
    }
}

fn told(error: &ParquetError) -> String {
    format!("the Parquet file is broken: {error}")
}

/// Whether a column holds times that the row reader gives as plain numbers.
fn counts_nanoseconds(field: &Type) -> bool {
    matches!(field.get_basic_info().logical_type_ref(), Some(LogicalType::Timestamp(time)) if time.unit == TimeUnit::NANOS)
}

/// A row as JSON.
fn object(row: Row, nanos: &[bool]) -> Result<Vec<u8>> {
    let columns = row.into_columns().into_iter().enumerate().map(|(at, (name, field))| {
        let field = match field {
            Field::Long(time) if nanos.get(at) == Some(&true) => Field::TimestampMillis(time.div_euclid(1_000_000)),
            field => field,
        };
        (name, value(&field))
    });
    let object: Map<String, Value> = columns.filter(|(_, value)| !value.is_null()).collect();
    serde_json::to_vec(&object).map_err(|error| ParquetError::General(error.to_string()))
}

/// A field as JSON; null where it has no words. The recursion ends with the file's schema.
fn value(field: &Field) -> Value {
    let real = |number: f64| Number::from_f64(number).map_or(Value::Null, Value::Number);
    match field {
        Field::Null => Value::Null,
        Field::Bool(value) => Value::from(*value),
        Field::Byte(number) => Value::from(*number),
        Field::Short(number) => Value::from(*number),
        Field::Int(number) => Value::from(*number),
        Field::Long(number) => Value::from(*number),
        Field::UByte(number) => Value::from(*number),
        Field::UShort(number) => Value::from(*number),
        Field::UInt(number) => Value::from(*number),
        Field::ULong(number) => Value::from(*number),
        Field::Float16(number) => real(f64::from(*number)),
        Field::Float(number) => real(f64::from(*number)),
        Field::Double(number) => real(*number),
        Field::Str(text) => Value::from(text.as_str()),
        Field::Bytes(bytes) => std::str::from_utf8(bytes.data()).map_or(Value::Null, Value::from),
        Field::Decimal(_) | Field::Date(_) | Field::TimeMillis(_) | Field::TimeMicros(_) | Field::TimestampMillis(_) | Field::TimestampMicros(_) => {
            Value::from(field.to_string())
        }
        Field::Group(row) => row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect::<Map<_, _>>().into(),
        Field::ListInternal(list) => list.elements().iter().map(value).collect(),
        Field::MapInternal(map) => {
            let key = |field: &Field| match field {
                Field::Str(text) => text.clone(),
                field => field.to_string(),
            };
            map.entries().iter().map(|(name, field)| (key(name), value(field))).collect::<Map<_, _>>().into()
        }
    }
}
