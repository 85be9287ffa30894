//! Finds who gave which award to whom.
//!
//! Every sentence that names an award, or speaks of "die Auszeichnung", is read for a verb of awarding (`verb`), the
//! parties around it (`party`, `thing`), who of them takes (`taker`, `nominal`) and gives (`giver`), and how far things have come
//! (`status`): that is an event (`event`). Lists of winners
//! give events too (`list`). Events of one award and recipient become one conferral (`merge`).

pub(crate) mod clause;
pub(crate) mod event;
pub(crate) mod giver;
pub(crate) mod list;
pub(crate) mod merge;
pub(crate) mod nominal;
pub(crate) mod party;
pub(crate) mod rules;
pub(crate) mod share;
pub(crate) mod status;
pub(crate) mod taker;
pub(crate) mod thing;
pub(crate) mod verb;

#[cfg(test)]
mod tests;

use crate::analysis::Conferral;
use crate::gazetteer::Gazetteer;
use crate::resolve::Register;
use crate::rule::Rule;
use crate::text::Text;

/// The rules of this room.
pub static RULES: &[&Rule] = &[
    &rules::RECEIVES,
    &rules::HONOURED,
    &rules::CONFERRED,
    &rules::GOES,
    &rules::NOMINATED,
    &rules::SOUGHT,
    &rules::CALLED,
    &rules::IS,
    &rules::HEADLINE,
    &rules::HOLDER,
    &rules::UNNAMED,
    &rules::IMPLIED,
    &list::WINNERS,
    &merge::ISSUER,
];

/// All conferrals, by first sentence.
pub fn find(text: &Text<'_>, names: &Gazetteer, register: &Register) -> Vec<Conferral> {
    if register.awards.is_empty() {
        return Vec::new();
    }
    let mut events = event::find(text, register);
    list::find(text, register, &mut events);
    merge::conferrals(text, names, register, events)
}
