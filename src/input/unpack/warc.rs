//! Web archives: the pages and documents among their responses.

use super::lines::{self, Line};
use super::{Flow, Name, Unpacker};
use crate::input::detect::{self, HEAD, Kind};
use crate::input::{Item, Shape};
use std::io::{BufRead, Read};

/// Longest header line.
const HEADER: u64 = 64 << 10;

/// Types of content that may be releases; a web archive is full of others.
const TYPES: [&str; 14] = [
    "text/html",
    "application/xhtml",
    "text/plain",
    "text/markdown",
    "application/pdf",
    "application/rtf",
    "text/rtf",
    "application/rss",
    "application/atom",
    "application/xml",
    "text/xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
    "application/vnd.oasis.opendocument.text",
    "message/rfc822",
];

#[derive(Default)]
struct Header {
    kind: String,
    uri: Option<String>,
    content_type: String,
    length: Option<u64>,
}

impl Unpacker<'_, '_> {
    /// The readable records of a web archive; numbered from 1 with all the others.
    pub(super) fn warc(&mut self, name: &Name, reader: &mut dyn BufRead, depth: usize) -> Flow {
        for number in 1_u64.. {
            let record = name.record(number);
            let header = match header(reader) {
                Ok(Some(header)) => header,
                Ok(None) => break,
                Err(message) => return self.fail(&record, "unpack", message),
            };
            let Some(length) = header.length else { return self.fail(&record, "unpack", "the record has no Content-Length; the rest was not read") };
            let may_be = matches!(header.kind.as_str(), "response" | "resource" | "conversion");
            let keep = may_be && length <= self.options.largest;
            let mut block = Vec::new();
            let read = if keep {
                (&mut *reader).take(length).read_to_end(&mut block).map(|read| read as u64)
            } else {
                std::io::copy(&mut (&mut *reader).take(length), &mut std::io::sink())
            };
            match read {
                Ok(read) if read == length => {}
                Ok(_) => return self.fail(&record, "unpack", "the file ends inside this record"),
                Err(error) => return self.fail(&record, "unpack", error),
            }
            if may_be && !keep {
                self.fail(&record, "read", self.too_large())?;
            }
            if keep {
                self.response(&record, header, block, depth)?;
            }
            if self.meter.is_full() {
                break;
            }
        }
        Flow::Continue(())
    }

    /// What a server answered, when it may be a release.
    fn response(&mut self, record: &Name, header: Header, block: Vec<u8>, depth: usize) -> Flow {
        let (mut content_type, mut body) = (header.content_type, block);
        if content_type.starts_with("application/http") || body.starts_with(b"HTTP/") {
            let Some(http) = Http::parse(&body) else { return self.fail(record, "unpack", "the response has no HTTP header") };
            if !(200..300).contains(&http.status) {
                return Flow::Continue(());
            }
            let mut bytes = body.split_off(http.body);
            if http.chunked {
                bytes = dechunk(&bytes);
            }
            if http.gzip && bytes.starts_with(b"\x1f\x8b") {
                let mut whole = Vec::new();
                let limit = self.options.largest;
                if let Err(error) = flate2::read::MultiGzDecoder::new(bytes.as_slice()).take(limit + 1).read_to_end(&mut whole) {
                    return self.fail(record, "unpack", error);
                }
                if whole.len() as u64 > limit {
                    return self.fail(record, "read", self.too_large());
                }
                bytes = whole;
            }
            (content_type, body) = (http.content_type, bytes);
        }
        if !content_type.is_empty() && !TYPES.iter().any(|kind| content_type.starts_with(kind)) {
            return Flow::Continue(());
        }
        let charset = content_type.split_once("charset=").map(|(_, name)| name.trim_matches(['"', '\'', ' ']).split(';').next().unwrap_or("").to_owned());
        match detect::detect(&body[..body.len().min(HEAD)], &self.options.fields) {
            Kind::Leaf(leaf) => {
                let item = Item {
                    id: record.id.clone(),
                    uri: record.uri.clone(),
                    shape: Shape::Leaf(leaf),
                    bytes: body,
                    charset,
                    url: header.uri,
                    format: Some("warc"),
                };
                (self.visit)(Ok(item))
            }
            Kind::Other(_) if content_type.is_empty() => Flow::Continue(()),
            _ => self.stream(record, &mut body.as_slice(), None, depth + 1),
        }
    }
}

/// The header of the next record; `None` at the end.
fn header(reader: &mut dyn BufRead) -> Result<Option<Header>, String> {
    let mut line = Vec::new();
    let mut header: Option<Header> = None;
    loop {
        match lines::next(reader, &mut line, HEADER).map_err(|error| error.to_string())? {
            Line::End if header.is_none() => return Ok(None),
            Line::End => return Err("the file ends inside a record's header".to_owned()),
            Line::TooLong => return Err("a header line without end; the rest was not read".to_owned()),
            Line::Whole => {}
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim();
        match &mut header {
            None if text.is_empty() => {} // between records
            None if text.starts_with("WARC/") => header = Some(Header::default()),
            None => return Err("no record begins here; the rest was not read".to_owned()),
            Some(_) if text.is_empty() => return Ok(header),
            Some(header) => {
                let Some((name, value)) = text.split_once(':') else { continue };
                let value = value.trim();
                match name.to_ascii_lowercase().as_str() {
                    "warc-type" => header.kind = value.to_ascii_lowercase(),
                    "warc-target-uri" => header.uri = Some(value.trim_matches(['<', '>']).to_owned()),
                    "content-type" => header.content_type = value.to_ascii_lowercase(),
                    "content-length" => header.length = value.parse().ok(),
                    _ => {}
                }
            }
        }
    }
}

struct Http {
    status: u16,
    content_type: String,
    chunked: bool,
    gzip: bool,
    body: usize,
}

impl Http {
    fn parse(block: &[u8]) -> Option<Http> {
        let crlf = block.windows(4).position(|w| w == b"\r\n\r\n").map(|at| at + 4);
        let lf = || block.windows(2).position(|w| w == b"\n\n").map(|at| at + 2);
        let body = crlf.or_else(lf)?;
        let head = String::from_utf8_lossy(&block[..body]);
        let mut lines = head.lines();
        let status = lines.next()?.split_whitespace().nth(1)?.parse().ok()?;
        let mut http = Http { status, content_type: String::new(), chunked: false, gzip: false, body };
        for (name, value) in lines.filter_map(|line| line.split_once(':')) {
            let value = value.trim().to_ascii_lowercase();
            match name.to_ascii_lowercase().as_str() {
                "content-type" => http.content_type = value,
                "transfer-encoding" => http.chunked = value.contains("chunked"),
                "content-encoding" => http.gzip = value.contains("gzip"),
                _ => {}
            }
        }
        Some(http)
    }
}

/// A body without the sizes between its chunks; many archives have taken them out already.
fn dechunk(body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = rest.windows(2).position(|w| w == b"\r\n") {
        let size = std::str::from_utf8(&rest[..end]).ok().and_then(|line| usize::from_str_radix(line.split(';').next().unwrap_or("").trim(), 16).ok());
        let Some(size) = size else { break };
        let data = &rest[end + 2..];
        if size == 0 {
            return whole;
        }
        let Some(chunk) = data.get(..size) else { break };
        whole.extend_from_slice(chunk);
        rest = data[size..].strip_prefix(b"\r\n").unwrap_or(&data[size..]);
    }
    // no chunks, or a broken one: what is there is taken as it is
    whole.extend_from_slice(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_plain_bodies_left() {
        assert_eq!(dechunk(b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"), b"abcde");
        assert_eq!(dechunk(b"<html>"), b"<html>");
        assert_eq!(dechunk(b"ff\r\nabc"), b"ff\r\nabc");
        assert_eq!(dechunk(b""), b"");
    }
}
