//! How sure a statement is: what its rule is worth, and how its speaker is named.

use crate::analysis::{Speaker, Via};
use crate::rule::Rule;

/// The chance that a statement is one and has the right speaker. A rule's own figure is the mean over all its findings; how the
/// speaker is named makes the doubt smaller or larger: a full name beside the verb is hardly ever wrong, "die Stadt" may be
/// another one, and where nobody could be found somebody was mostly meant.
pub fn of(rule: &Rule, speakers: &[Speaker]) -> f32 {
    let doubt = speakers.iter().map(doubt).fold(0.0_f32, f32::max);
    let doubt = if speakers.is_empty() { NOBODY } else { doubt };
    let sure = 1.0 - (1.0 - rule.confidence) * doubt;
    (sure.clamp(0.3, 0.99) * 100.0).round() / 100.0
}

/// What the doubt is multiplied by where no speaker was found.
const NOBODY: f32 = 5.0;

fn doubt(speaker: &Speaker) -> f32 {
    match (speaker.entity, speaker.via) {
        (None, Via::Pronoun | Via::Surname) => 4.0,
        (None, _) => 2.5,
        (Some(_), Via::Name) => 0.4,
        (Some(_), Via::Surname | Via::Carried | Via::Pronoun) => 0.7,
        (Some(_), Via::Role) => 1.0,
        (Some(_), Via::Organisation) => 1.5,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{frame, source};
    use super::*;
    use crate::analysis::Entity;

    #[test]
    fn a_name_is_surer_than_a_pronoun_and_somebody_than_nobody() {
        let by = |entity, via| of(&frame::AFTER_SO, &[Speaker { entity, span: None, via }]);
        let person = Some(Entity::Person(0));
        assert!(by(person, Via::Name) > by(person, Via::Pronoun) && by(person, Via::Pronoun) > by(person, Via::Organisation));
        assert!(by(None, Via::Role) < by(person, Via::Role) && of(&source::SO, &[]) < by(None, Via::Role));
        assert!((0.3..=0.99).contains(&of(&frame::AFTER_SO, &[])));
    }
}
