//! Handles and hashtags of social networks: "@NordRundschau", "#TannhauserBahn".

use super::{Candidate, Finder};
use crate::analysis::OrganisationKind;
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap};

/// A listed name written as one word behind @ or #.
pub static HANDLE: Rule = Rule {
    name: "organisation/handle",
    finds: Finds::Organisation,
    confidence: 0.85,
    reason: "behind @ or # a listed name is written as one word, whatever its case",
    yes: &["Das schreibt @[[deutschebahn]] heute.", "Mehr bei @[[AmnestyInternational]] und im Netz.", "Folgen Sie @[[Lufthansa_DE]]!"],
    no: &["Schreiben Sie an @moorfreundin!", "Unter #moorretten mehr."],
};

/// Most tokens of a handle.
const LONGEST: usize = 6;

impl Finder<'_> {
    /// Proposes the organisations that handles and hashtags name.
    pub(super) fn handles(&self, out: &mut Vec<Candidate>) {
        for sign in 0..self.text.tokens.len() {
            let start = sign + 1;
            if !matches!(self.text.word(sign), "@" | "#") || !self.token(start).is_some_and(|t| t.is_glued() && matches!(t.class, Class::Word | Class::Number))
            {
                continue;
            }
            // the sign of a mail address stands between words
            if sign > 0 && self.text.tokens[sign].gap == Gap::None && matches!(self.text.tokens[sign - 1].class, Class::Word | Class::Number) {
                continue;
            }
            let mut end = start + 1;
            while end < start + LONGEST
                && self.token(end).is_some_and(|t| t.is_glued() && (matches!(t.class, Class::Word | Class::Number) || self.text.word(end) == "_"))
            {
                end += 1;
            }
            let words: String = (start..end).map(|n| self.text.word(n)).collect();
            if let Some(id) = self.names.handle(&words) {
                let mut candidate = Candidate::new(start, end, &HANDLE).kind(OrganisationKind::parse(self.names.entry(id).class));
                candidate.entry = Some(id);
                candidate.rank = 1;
                out.push(candidate);
            }
        }
    }
}
