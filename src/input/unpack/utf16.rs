//! UTF-16 streams as UTF-8, for formats that are cut at ASCII characters.

use encoding_rs::{CoderResult, Decoder, Encoding};
use std::io::{self, Read};

/// A reader of UTF-8 over one of another encoding; a byte order mark is taken off.
pub struct Utf16<R> {
    inner: R,
    decoder: Decoder,
    source: Vec<u8>,
    from: usize,
    ended: bool,
    ready: String,
    given: usize,
}

impl<R: Read> Utf16<R> {
    /// Decodes `inner`.
    pub fn new(inner: R, encoding: &'static Encoding) -> Self {
        Utf16 { inner, decoder: encoding.new_decoder_with_bom_removal(), source: Vec::new(), from: 0, ended: false, ready: String::new(), given: 0 }
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() {
            if self.from == self.source.len() {
                if self.ended {
                    return Ok(0);
                }
                self.source.resize(8 << 10, 0);
                let read = self.inner.read(&mut self.source)?;
                self.source.truncate(read);
                self.from = 0;
                self.ended = read == 0;
            }
            self.ready.clear();
            self.given = 0;
            self.ready.reserve(32 << 10);
            let (result, used, _) = self.decoder.decode_to_string(&self.source[self.from..], &mut self.ready, self.ended);
            self.from += used;
            if self.ended && result == CoderResult::InputEmpty && self.ready.is_empty() {
                return Ok(0);
            }
        }
        let some = buffer.len().min(self.ready.len() - self.given);
        buffer[..some].copy_from_slice(&self.ready.as_bytes()[self.given..self.given + some]);
        self.given += some;
        Ok(some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_come_out_whole() {
        let text = "Größe – für alle 🙂\n".repeat(5000);
        let bytes: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let mut decoded = String::new();
        Utf16::new(bytes.as_slice(), encoding_rs::UTF_16LE).read_to_string(&mut decoded).expect("is text");
        assert!(decoded == text);
    }
}
