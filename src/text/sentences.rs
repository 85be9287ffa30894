//! Text → sentences and nothing more, for people who want only that.

use super::parts::Parts;
use crate::lexicon;
use std::iter::FusedIterator;
use std::ops::Range;

/// The sentences of a German text, in order: exactly those that [`Analyzer::analyze`](crate::Analyzer::analyze) finds.
///
/// A heading or list item without a full stop is a sentence of its own; white space between sentences belongs to none, line
/// breaks inside one are kept. The text is read some paragraphs at a time in buffers that are used again, so that nothing is
/// allocated per sentence, and time is linear in the text's length.
///
/// ```
/// let text = "Am 3. Mai kam Dr. Meier z. B. nach Ulm. „Schön hier!“, rief sie. Alle lachten.";
/// let sentences: Vec<&str> = oton::sentences(text).collect();
/// assert_eq!(sentences, ["Am 3. Mai kam Dr. Meier z. B. nach Ulm.", "„Schön hier!“, rief sie.", "Alle lachten."]);
/// ```
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences { parts: Parts::new(text, lexicon::shared()), next: 0 }
}

/// Iterator over the sentences of a text; see [`sentences`].
#[derive(Debug)]
pub struct Sentences<'t> {
    parts: Parts<'t>,
    next: usize,
}

impl<'t> Sentences<'t> {
    /// The places of the sentences in the text, in bytes, instead of the sentences.
    ///
    /// ```
    /// let text = "Es regnet. Das Fest fällt aus.";
    /// assert_eq!(oton::sentences(text).spans().collect::<Vec<_>>(), [0..10, 11..31]);
    /// ```
    pub fn spans(self) -> Spans<'t> {
        Spans { sentences: self }
    }

    fn next_span(&mut self) -> Option<Range<usize>> {
        loop {
            let text = &self.parts.text;
            if let Some(sentence) = text.sentences.get(self.next) {
                self.next += 1;
                return Some(text.bytes(sentence.tokens).range());
            }
            self.next = 0;
            if !self.parts.advance(|_| {}) {
                self.parts.text.sentences.clear();
                return None;
            }
        }
    }
}

impl<'t> Iterator for Sentences<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        self.next_span().map(|span| &self.parts.text.raw[span])
    }
}

impl FusedIterator for Sentences<'_> {}

/// Iterator over the places of sentences; see [`Sentences::spans`].
#[derive(Debug)]
pub struct Spans<'t> {
    sentences: Sentences<'t>,
}

impl Iterator for Spans<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        self.sentences.next_span()
    }
}

impl FusedIterator for Spans<'_> {}

#[cfg(test)]
mod tests;
