//! Half-open ranges, typed by what they count, so that a range of tokens cannot be taken for a range of bytes.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

/// Unit of [`ByteSpan`]: bytes of the release's UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bytes {}
/// Unit of [`TokenSpan`]: indices into the release's token list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tokens {}

/// `[start, end)` counted in `Unit`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span<Unit> {
    /// First position inside.
    pub start: u32,
    /// First position after.
    pub end: u32,
    unit: PhantomData<Unit>,
}

/// A range of bytes of the text; both ends lie on character boundaries.
pub type ByteSpan = Span<Bytes>;
/// A range of tokens.
pub type TokenSpan = Span<Tokens>;

impl<U: Copy> Span<U> {
    /// `[start, end)`; positions fit `u32` because input refuses texts of 4 GiB and more.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end && end <= u32::MAX as usize);
        Span { start: start as u32, end: end as u32, unit: PhantomData }
    }
    /// Start as an index.
    pub fn start(self) -> usize {
        self.start as usize
    }
    /// End as an index.
    pub fn end(self) -> usize {
        self.end as usize
    }
    /// Number of units inside.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }
    /// Whether nothing is inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
    /// As a range of indices.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// Whether the position lies inside.
    pub fn holds(self, at: usize) -> bool {
        self.start() <= at && at < self.end()
    }
    /// Whether the two share a unit.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// The span so many units further on.
    pub fn shifted(self, by: usize) -> Self {
        Span::new(self.start() + by, self.end() + by)
    }
    /// The smallest span around both.
    pub fn cover(self, other: Self) -> Self {
        Span { start: self.start.min(other.start), end: self.end.max(other.end), unit: PhantomData }
    }
}

impl<U> fmt::Debug for Span<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl ByteSpan {
    /// The text inside.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }
}
