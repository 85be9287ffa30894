//! Organisation mentions → organisations: acronyms, short forms, the issuer.

use super::Register;
use crate::gazetteer::Gazetteer;
use crate::text::Text;

/// Fills `organisations`, `organisation_of` and `issuer`.
pub(super) fn join(_text: &Text<'_>, _names: &Gazetteer, _register: &mut Register) {}
