//! Helpers of this room's tests.

use super::Text;
use crate::lexicon;

/// Calls `read` with the structure of a text.
pub fn parse<R>(raw: &str, read: impl FnOnce(&Text<'_>) -> R) -> R {
    read(&Text::parse(raw, lexicon::shared()))
}
