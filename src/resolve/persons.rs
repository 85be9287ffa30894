//! Person mentions → persons: surnames, given names, roles; and who a pronoun or a role noun is.

use super::Register;
use crate::text::Text;

/// Fills `persons` and `person_of`; runs after the organisations, which roles point to.
pub(super) fn join(_text: &Text<'_>, _register: &mut Register) {}
