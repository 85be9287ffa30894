//! Award mentions → awards.

use super::Register;
use crate::gazetteer::Gazetteer;
use crate::text::Text;

/// Fills `awards` and `award_of`.
pub(super) fn join(_text: &Text<'_>, _names: &Gazetteer, _register: &mut Register) {}
