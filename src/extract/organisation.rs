//! Finds organisations by name.

use super::OrganisationMention;
use crate::gazetteer::{Gazetteer, Hit};
use crate::rule::Rule;
use crate::text::Text;

/// The rules of this room.
pub static RULES: &[&Rule] = &[];

/// All organisation mentions, in text order.
pub fn find(_text: &Text<'_>, _names: &Gazetteer, _hits: &[Hit], _persons: &[super::PersonMention]) -> Vec<OrganisationMention> {
    Vec::new()
}
