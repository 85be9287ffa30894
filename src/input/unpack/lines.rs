//! Lines of a stream, none of them longer than a release may be.

use std::io::{self, BufRead};

/// What was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A line is in the buffer, with its line break.
    Whole,
    /// The line was longer than the limit; it was passed over.
    TooLong,
    /// The stream has ended.
    End,
}

/// Reads one line into `line`, which is emptied first.
pub fn next(reader: &mut dyn BufRead, line: &mut Vec<u8>, limit: u64) -> io::Result<Line> {
    line.clear();
    let mut long = false;
    let mut any = false;
    loop {
        let ahead = match reader.fill_buf() {
            Ok(ahead) => ahead,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if ahead.is_empty() {
            break;
        }
        any = true;
        let end = memchr::memchr(b'\n', ahead);
        let taken = end.map_or(ahead.len(), |at| at + 1);
        long |= (line.len() + taken) as u64 > limit;
        if long {
            line.clear();
        } else {
            line.extend_from_slice(&ahead[..taken]);
        }
        reader.consume(taken);
        if end.is_some() {
            break;
        }
    }
    Ok(match (any, long) {
        (false, _) => Line::End,
        (_, true) => Line::TooLong,
        _ => Line::Whole,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_those_that_are_too_long() {
        let mut reader = io::BufReader::with_capacity(3, &b"ab\nabcdefgh\n\nz"[..]);
        let mut line = Vec::new();
        let mut all = Vec::new();
        loop {
            let read = next(&mut reader, &mut line, 5).expect("reads");
            all.push((read, String::from_utf8_lossy(&line).into_owned()));
            if read == Line::End {
                break;
            }
        }
        let text = |line: &str| (Line::Whole, line.to_owned());
        assert_eq!(all, [text("ab\n"), (Line::TooLong, String::new()), text("\n"), text("z"), (Line::End, String::new())]);
    }
}
