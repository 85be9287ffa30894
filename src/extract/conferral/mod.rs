//! Finds who gave which award to whom.
//!
//! Every sentence that names an award, or speaks of "die Auszeichnung", is read for a verb of awarding (`verb`), the
//! parties around it (`party`), and how far things have come (`status`): that is an event (`event`). Lists of winners
//! give events too (`list`). Events of one award and recipient become one conferral (`merge`).

pub(crate) mod clause;
pub(crate) mod event;
pub(crate) mod list;
pub(crate) mod merge;
pub(crate) mod party;
pub(crate) mod rules;
pub(crate) mod status;
pub(crate) mod verb;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analysis, Entity, Party};
    use crate::analyzer::{Analyzer, Config};

    fn told(found: &Analysis, one: &Conferral) -> String {
        let recipient = match &one.recipient {
            Some(Party::Entity(Entity::Person(id))) => found.persons[*id].name.as_str(),
            Some(Party::Entity(Entity::Organisation(id))) => found.organisations[*id].name.as_str(),
            Some(Party::Name(name)) => name,
            None => "-",
        };
        format!("{} / {recipient} / {}", found.awards[one.award].name, format!("{:?}", one.status).to_lowercase())
    }

    #[test]
    fn rules_do_what_their_examples_say() {
        let analyzer = Analyzer::new(Config::default()).unwrap();
        let mut wrong = Vec::new();
        for rule in RULES {
            for example in rule.yes {
                let (text, wanted) = example.split_once(" => ").unwrap_or((example, ""));
                let found = analyzer.analyze(&text.replace("[[", "").replace("]]", ""));
                let all: Vec<(String, &str)> = found.conferrals.iter().map(|one| (told(&found, one), one.rule.name)).collect();
                if !all.iter().any(|(words, name)| words == wanted && *name == rule.name) {
                    wrong.push(format!("{}: {example}: {all:?}", rule.name));
                }
            }
            for example in rule.no {
                let found = analyzer.analyze(example);
                if found.conferrals.iter().any(|one| one.rule == *rule) {
                    wrong.push(format!("{}: fires in: {example}", rule.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
