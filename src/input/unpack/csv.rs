//! Tables: comma, semicolon, tab or bar between the fields, a header row above them.

use super::fields::{FieldNames, Role};
use super::{Flow, Name, Unpacker};
use crate::input::{Shape, encoding};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::{self, BufRead};
use std::sync::Arc;

/// Stands between the fields of a row that was cut out of its table.
pub const BETWEEN: u8 = 0x1f;

/// Rows that are looked at to find the column of the text when no name tells it.
const SAMPLE: usize = 20;

/// Least average length of a text column that no name tells.
const LONG: usize = 40;

/// Which column holds what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// Column of the text.
    pub text: usize,
    /// Columns of the other roles.
    pub others: Vec<(Role, usize)>,
    /// `csv` or `tsv`.
    pub format: &'static str,
}

impl Unpacker<'_, '_> {
    /// One record a row; numbered from 1 below the header.
    pub(super) fn csv(&mut self, name: &Name, reader: &mut dyn BufRead, delimiter: u8) -> Flow {
        let mut rows = Rows::new(reader, delimiter, self.options.largest);
        let header = match rows.next() {
            Ok(Some(row)) => text(&row),
            Ok(None) => return Flow::Continue(()),
            Err(error) => return self.fail(name, "read", error),
        };
        let names: Vec<&str> = header.split(char::from(BETWEEN)).map(str::trim).collect();
        // the first rows tell the longest column; they are kept and handed on
        let mut first = Vec::new();
        let mut broken = None;
        while first.len() < SAMPLE {
            match rows.next() {
                Ok(Some(row)) => first.push(row),
                Ok(None) => break,
                Err(error) => {
                    broken = Some(error);
                    break;
                }
            }
        }
        let format = if delimiter == b'\t' { "tsv" } else { "csv" };
        let columns = match columns(&names, &first, &self.options.fields, format) {
            Ok(columns) => Arc::new(columns),
            Err(message) => return self.fail(name, "detect", message),
        };
        let mut first = first.into_iter();
        for number in 1_u64.. {
            let row = match first.next() {
                Some(row) => Ok(Some(row)),
                None if broken.is_some() => broken.take().map_or(Ok(None), Err),
                None => rows.next(),
            };
            let record = name.record(number);
            match row {
                Ok(Some(row)) => {
                    let fields: Vec<&[u8]> = row.split(|&byte| byte == BETWEEN).collect();
                    let more = fields.get(names.len()..).is_some_and(|more| more.iter().any(|field| !field.is_empty()));
                    if more || fields.len() <= columns.text {
                        let message = format!("the row has {} fields, the header {}; a quotation mark may not be closed", fields.len(), names.len());
                        self.fail(&record, "decode", message)?;
                    } else {
                        self.item(record, Shape::Row(Arc::clone(&columns)), row)?;
                    }
                }
                Ok(None) => break,
                Err(error) => return self.fail(&record, "read", error),
            }
        }
        Flow::Continue(())
    }
}

/// A row's fields as text; a row is decoded as a whole, because one field may be too short to tell its encoding.
fn text(row: &[u8]) -> String {
    encoding::decode(row).map_or_else(|_| String::from_utf8_lossy(row).into_owned(), |decoded| decoded.text)
}

fn columns(names: &[&str], rows: &[Vec<u8>], fields: &FieldNames, format: &'static str) -> Result<Columns, String> {
    let find = |role| fields.find(role, names, |_| true);
    let longest = || {
        let mut lengths = vec![0; names.len()];
        for row in rows {
            for (field, length) in row.split(|&byte| byte == BETWEEN).zip(&mut lengths) {
                *length += field.len();
            }
        }
        let (at, &length) = lengths.iter().enumerate().max_by_key(|(_, length)| **length)?;
        (length >= LONG * rows.len().max(1)).then_some(at)
    };
    let text = match find(Role::Text) {
        None if !fields.names(Role::Text) => longest(),
        found => found,
    };
    let text = text.ok_or_else(|| format!("no field is the text; the fields are {}; name one with --text-field", names.join(", ")))?;
    let others = [Role::Id, Role::Date, Role::Title, Role::Publisher, Role::Author, Role::Url, Role::Language];
    let others = others.into_iter().filter_map(|role| Some((role, find(role)?))).filter(|(_, at)| *at != text).collect();
    Ok(Columns { text, others, format })
}

/// The byte between the fields, when the text is a table: a header of short names, one of which is known to be a text's (or
/// the user's), and rows of as many fields; or several rows in at least three columns whose header looks like names.
pub fn delimiter(text: &str, fields: &FieldNames) -> Option<u8> {
    let first = text.lines().next().unwrap_or("");
    // a row that is cut off where the beginning ends says nothing; one without a line break is whole all the same
    let candidates = [b'\t', b';', b',', b'|'];
    candidates.into_iter().filter(|&byte| first.bytes().any(|b| b == byte)).find(|&byte| {
        let mut bytes = text.as_bytes();
        let mut rows = Rows::new(&mut bytes, byte, 1 << 20);
        let mut all = Vec::new();
        while all.len() < 12 {
            match rows.next() {
                Ok(Some(row)) => all.push(row),
                _ => break,
            }
        }
        if all.len() > 2 && all.len() < 12 && text.len() + 4 >= crate::input::detect::HEAD {
            all.pop();
        }
        let Some((header, rows)) = all.split_first() else { return false };
        let header = String::from_utf8_lossy(header);
        let names: Vec<&str> = header.split(char::from(BETWEEN)).map(str::trim).collect();
        if names.len() < 2 || rows.is_empty() || names.iter().any(|name| name.is_empty() || name.chars().count() > 40) {
            return false;
        }
        let width = |row: &Vec<u8>| row.iter().filter(|&&byte| byte == BETWEEN).count() + 1;
        let even = rows.iter().filter(|row| width(row) == names.len()).count();
        if fields.find(Role::Text, &names, |_| true).is_some() {
            return even * 2 >= rows.len();
        }
        let named = names.iter().all(|name| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.')));
        byte != b',' && byte != b'|' && names.len() >= 3 && rows.len() >= 4 && even == rows.len() && named
    })
}

/// Rows of a stream, their fields joined by [`BETWEEN`]; none larger than the limit.
struct Rows<'r> {
    reader: &'r mut dyn BufRead,
    parser: Reader,
    limit: u64,
    buffer: Vec<u8>,
    ends: Vec<usize>,
}

impl<'r> Rows<'r> {
    fn new(reader: &'r mut dyn BufRead, delimiter: u8, limit: u64) -> Self {
        Rows { reader, parser: ReaderBuilder::new().delimiter(delimiter).build(), limit, buffer: vec![0; 4096], ends: vec![0; 64] }
    }

    fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let (mut written, mut fields) = (0, 0);
        loop {
            let ahead = self.reader.fill_buf()?;
            let (result, used, wrote, ended) = self.parser.read_record(ahead, &mut self.buffer[written..], &mut self.ends[fields..]);
            self.reader.consume(used);
            written += wrote;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.buffer.len() as u64 > self.limit => {
                    let limit = self.limit;
                    return Err(io::Error::other(format!(
                        "a row is larger than {limit} bytes, so the rest of the file was not read; a quotation mark may not be closed, else raise --max-bytes"
                    )));
                }
                ReadRecordResult::OutputFull => self.buffer.resize(self.buffer.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    let mut row = Vec::with_capacity(written + fields);
                    let mut from = 0;
                    for (at, &end) in self.ends[..fields].iter().enumerate() {
                        if at > 0 {
                            row.push(BETWEEN);
                        }
                        row.extend(self.buffer[from..end].iter().map(|&byte| if byte == BETWEEN { b' ' } else { byte }));
                        from = end;
                    }
                    return Ok(Some(row));
                }
                ReadRecordResult::End => return Ok(None),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_told_from_texts() {
        let own = FieldNames { text: Some("Rede".to_owned()), ..FieldNames::default() };
        let table = [
            ("id;text\n1;Ja\n", Some(b';')),
            ("Titel\tVolltext\nA\tB\n", Some(b'\t')),
            ("id,title,body\n1,\"a, b\",\"x\ny\"\n", Some(b',')),
            ("a;b;c\n1;2;3\n1;2;3\n1;2;3\n1;2;3\n", Some(b';')),
            ("Mannheim, den 3. Mai\n\nDie Stadt, sagt sie, ist stolz.\n", None),
            ("Titel, Text und Bild\nDie Stadt.\n", None),
            ("nur eine Zeile; mit Text\n", None),
        ];
        for (text, expected) in table {
            assert_eq!(delimiter(text, &FieldNames::default()), expected, "{text}");
        }
        assert_eq!(delimiter("Nr|Rede\n1|Ja\n", &own), Some(b'|'));
    }

    #[test]
    fn the_longest_column_is_the_text_when_no_name_tells() {
        let rows = vec![[b"1\x1f".as_slice(), &b"x".repeat(50)].concat()];
        assert_eq!(columns(&["a", "b"], &rows, &FieldNames::default(), "csv").map(|columns| columns.text), Ok(1));
        let message = columns(&["a", "b"], &[b"1\x1f2".to_vec()], &FieldNames::default(), "csv").expect_err("no text");
        assert!(message.contains("a, b") && message.contains("--text-field"));
    }
}
