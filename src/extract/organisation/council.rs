//! Councils and parliaments of towns, districts and cantons: "der Stadtrat", "des Kreistags", in Switzerland "der Landrat".

use super::Finder;
use crate::lexicon::Flags;
use crate::text::scan::Shape;

/// Councils of which a town or district has one.
const COUNCILS: [&str; 9] = [
    "Stadtrat",
    "Gemeinderat",
    "Kreistag",
    "Bezirkstag",
    "Ortschaftsrat",
    "Ortsgemeinderat",
    "Verbandsgemeinderat",
    "Stadtverordnetenversammlung",
    "Gemeindevertretung",
];

/// Governments and parliaments in a canton; elsewhere these are persons.
const CANTONAL: [&str; 3] = ["Regierungsrat", "Landrat", "Kantonsrat"];

impl Finder<'_> {
    /// Whether the release comes from a canton, where a Regierungsrat is a government and a Landrat a parliament.
    pub(super) fn is_swiss(&self) -> bool {
        let named = |word: &str| matches!(word, "Kanton" | "Kantons" | "Kantone" | "Franken");
        let mut tokens = self.text.tokens.iter().enumerate();
        tokens.any(|(n, t)| t.shape == Shape::Capital && named(self.text.word(n))) && !self.text.raw.contains('ß')
    }

    /// Token after "des Kantons X", "der Stadt X" behind a council.
    pub(super) fn council_end(&self, at: usize) -> usize {
        let whose = match self.text.word(at) {
            "des" => matches!(self.text.word(at + 1), "Kantons" | "Landkreises" | "Kreises"),
            "der" => matches!(self.text.word(at + 1), "Stadt" | "Gemeinde" | "Landeshauptstadt"),
            _ => false,
        };
        let named = whose && self.follows(at) && self.follows(at + 1) && self.is_name_like(at + 2) && self.follows(at + 2);
        if named { self.names_after(at + 2, self.limit(at), false).max(at) } else { at }
    }

    /// A council in the singular behind a definite article, with no name or name's part behind it, which would be a
    /// councillor's or the town's.
    pub(super) fn is_council(&self, at: usize, swiss: bool) -> bool {
        let word = self.text.word(at);
        let base = word.strip_suffix("es").or_else(|| word.strip_suffix('s')).unwrap_or(word);
        if !(COUNCILS.contains(&base) || swiss && CANTONAL.contains(&base)) {
            return false;
        }
        let before = at.checked_sub(1).map_or("", |n| self.text.word(n));
        let article = matches!(before, "der" | "dem" | "den" | "des" | "die" | "Der" | "Dem" | "Die" | "vom" | "beim" | "im" | "Im" | "zum");
        // "kommt in den Gemeinderat": where a matter goes, not who acts
        let goal = before == "den" && at >= 2 && self.text.word(at - 2) == "in";
        let opens = self.text.starts_sentence(at) && self.text.is(at + 1, Flags::FINITE | Flags::AUXILIARY | Flags::MODAL);
        let person = self.follows(at + 1) && (self.is_name_like(at + 1) || matches!(self.text.word(at + 1), "für" | "a"));
        (article && !goal || opens) && !person && !self.is_hyphen_between(at + 1)
    }
}
