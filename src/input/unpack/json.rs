//! JSON Lines, arrays of JSON objects, and objects one after another: cut into objects, not yet parsed.

use super::lines::{self, Line};
use super::{Flow, Name, Unpacker};
use crate::input::Shape;
use std::io::{self, BufRead};

impl Unpacker<'_, '_> {
    /// One record a line; its number is the line's.
    pub(super) fn json_lines(&mut self, name: &Name, reader: &mut dyn BufRead) -> Flow {
        let mut line = Vec::new();
        for number in 1_u64.. {
            match lines::next(reader, &mut line, self.options.largest) {
                Ok(Line::End) => break,
                Ok(Line::TooLong) => self.fail(&name.record(number), "read", self.too_large())?,
                Ok(Line::Whole) => {
                    let record = line.trim_ascii();
                    if !record.is_empty() {
                        self.item(name.record(number), Shape::Json("jsonl"), record.to_vec())?;
                    }
                }
                Err(error) => return self.fail(&name.record(number), "read", error),
            }
        }
        Flow::Continue(())
    }

    /// The objects of an array, or one after another; numbered from 1.
    pub(super) fn json(&mut self, name: &Name, reader: &mut dyn BufRead) -> Flow {
        let mut objects = Objects { reader, limit: self.options.largest, lists: 0 };
        for number in 1_u64.. {
            match objects.next() {
                Ok(Cut::Object(bytes)) => self.item(name.record(number), Shape::Json("json"), bytes)?,
                Ok(Cut::TooLarge) => self.fail(&name.record(number), "read", self.too_large())?,
                Ok(Cut::Unfinished) => return self.fail(&name.record(number), "read", "the file ends before the record or the list is closed"),
                Ok(Cut::End) => break,
                Err(error) => return self.fail(&name.record(number), "read", error),
            }
        }
        Flow::Continue(())
    }
}

enum Cut {
    Object(Vec<u8>),
    TooLarge,
    Unfinished,
    End,
}

/// Cuts objects out of a stream by counting brackets outside of strings.
struct Objects<'r> {
    reader: &'r mut dyn BufRead,
    limit: u64,
    /// Lists around the objects that are not closed.
    lists: u64,
}

impl Objects<'_> {
    fn next(&mut self) -> io::Result<Cut> {
        let (mut object, mut length) = (Vec::new(), 0_u64);
        let (mut depth, mut in_string, mut escaped) = (0_u64, false, false);
        loop {
            let ahead = self.reader.fill_buf()?;
            if ahead.is_empty() {
                return Ok(if depth > 0 || self.lists > 0 { Cut::Unfinished } else { Cut::End });
            }
            let mut used = 0;
            let mut done = false;
            let mut from = (depth > 0).then_some(0);
            for &byte in ahead {
                used += 1;
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' if in_string => escaped = true,
                    b'"' if depth > 0 => in_string = !in_string,
                    _ if in_string => {}
                    b'{' => {
                        if depth == 0 {
                            from = Some(used - 1);
                        }
                        depth += 1;
                    }
                    b'}' if depth > 0 => {
                        depth -= 1;
                        done = depth == 0;
                    }
                    b'[' if depth == 0 => self.lists += 1,
                    b']' if depth == 0 => self.lists = self.lists.saturating_sub(1),
                    _ => {}
                }
                if done {
                    break;
                }
            }
            if let Some(from) = from {
                length += (used - from) as u64;
                if length <= self.limit {
                    object.extend_from_slice(&ahead[from..used]);
                } else {
                    object.clear();
                }
            }
            self.reader.consume(used);
            if done {
                return Ok(if length > self.limit { Cut::TooLarge } else { Cut::Object(object) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_cut_whatever_stands_between_them() {
        let text = "[ {\"a\": \"}\\\"{\"},\n {\"b\": {\"c\": []}} ]\n{\"long\": \"xxxxxxxxxxxxxxxxxxxxxxxx\"} {\"open\": 1";
        for capacity in [1, 2, 7, 1000] {
            let mut reader = io::BufReader::with_capacity(capacity, text.as_bytes());
            let mut objects = Objects { reader: &mut reader, limit: 20, lists: 0 };
            let mut seen = Vec::new();
            loop {
                match objects.next().expect("reads") {
                    Cut::Object(bytes) => seen.push(String::from_utf8(bytes).expect("is text")),
                    Cut::TooLarge => seen.push("large".to_owned()),
                    Cut::Unfinished => seen.push("open".to_owned()),
                    Cut::End => break,
                }
                if seen.last().is_some_and(|last| last == "open") {
                    break;
                }
            }
            assert_eq!(seen, ["{\"a\": \"}\\\"{\"}", "{\"b\": {\"c\": []}}", "large", "open"]);
        }
    }
}
