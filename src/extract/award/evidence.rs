//! How much a sentence speaks of awarding: the evidence that generic names need.

use crate::lexicon::{AwardSign, Flags};
use crate::text::Text;

/// What a sentence says about awards, apart from their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Evidence {
    /// A verb that hardly does anything but award ("auszeichnen", "verleihen", "nominieren"), by the list of verbs.
    pub strong: bool,
    /// A verb that often does ("erhalten", "gewinnen").
    pub weak: bool,
    /// A noun of awarding ("Jury", "Preisträger", "dotiert").
    pub noun: bool,
    /// Money, per cent, rising and falling: a price.
    pub price: bool,
}

impl Evidence {
    /// Enough for a name that is an ordinary word too.
    pub(crate) fn is_enough(self) -> bool {
        self.strong || self.noun
    }
    /// A verb of awarding.
    pub(crate) fn says_verb(self) -> bool {
        self.strong || self.weak
    }
    /// Any sign of awarding.
    pub(crate) fn is_some(self) -> bool {
        self.strong || self.noun || self.weak
    }
}

/// The evidence of every sentence.
pub(crate) fn by_sentence(text: &Text<'_>) -> Vec<Evidence> {
    let signs = &text.lexicon.award_signs;
    text.sentences
        .iter()
        .map(|sentence| {
            let mut evidence = Evidence::default();
            for at in sentence.tokens.range() {
                let token = &text.tokens[at];
                if token.is(Flags::AWARD_VERB) {
                    let lexicon = text.lexicon;
                    let strong = lexicon.lemma_forms(token.word).iter().any(|form| {
                        let lemma = &lexicon.lemmas[usize::from(form.lemma)];
                        lexicon.award_verbs.get(lemma.award_verbs.clone()).is_some_and(|verbs| verbs.iter().any(|verb| verb.strong))
                            && (!form.separated || text.tokens[at..sentence.tokens.end().min(at + 60)].iter().any(|t| t.span.of(text.raw) == lemma.prefix))
                    });
                    evidence.strong |= strong;
                    evidence.weak = true;
                }
                let word = text.word(at);
                evidence.noun |= (token.is_capital() || word.starts_with('d')) && signs.say(AwardSign::Evidence, word);
                evidence.price |= signs.say(AwardSign::Price, word);
            }
            evidence
        })
        .collect()
}
