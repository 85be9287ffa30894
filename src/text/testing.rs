//! Helpers of this room's tests.

use std::sync::LazyLock;

use super::Text;
use crate::lexicon::Lexicon;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

/// Calls `read` with the structure of a text.
pub fn parse<R>(raw: &str, read: impl FnOnce(&Text<'_>) -> R) -> R {
    read(&Text::parse(raw, &LEXICON))
}
