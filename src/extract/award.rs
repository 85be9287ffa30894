//! Finds awards by name.

use super::AwardMention;
use crate::gazetteer::{Gazetteer, Hit};
use crate::rule::Rule;
use crate::text::Text;

/// The rules of this room.
pub static RULES: &[&Rule] = &[];

/// All award mentions, in text order.
pub fn find(
    _text: &Text<'_>,
    _names: &Gazetteer,
    _hits: &[Hit],
    _persons: &[super::PersonMention],
    _organisations: &[super::OrganisationMention],
) -> Vec<AwardMention> {
    Vec::new()
}
