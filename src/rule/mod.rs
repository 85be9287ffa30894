//! How rules are written down: a stable name, a reason, and examples that run as tests.
//!
//! The code that applies a rule stands in the room of the thing it finds (`extract/…`); beside it stands its [`Rule`],
//! a `static` that the finding points to. One generic test (`tests/rules.rs`) analyses every example.
//!
//! Examples mark what the rule must find with `[[…]]`; a text without marks in `no` must not make the rule fire.
//! Behind ` => ` may stand what else is expected: for a statement its speaker's name (`-` for none), for a conferral
//! `award / recipient / status` (`-` for no recipient).

/// What a rule finds.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finds {
    Person,
    Organisation,
    Award,
    Statement,
    Conferral,
}

/// A rule's public face.
#[derive(Debug)]
pub struct Rule {
    /// Stable, documented, grep-able (`frame/after/verb-speaker`).
    pub name: &'static str,
    /// What it finds.
    pub finds: Finds,
    /// Share of its findings that were right on the gold releases (calibration: `docs/rules.md`).
    pub confidence: f32,
    /// Why the rule is there, in one line.
    pub reason: &'static str,
    /// Texts in which it must find exactly the marked spans.
    pub yes: &'static [&'static str],
    /// Texts in which it must find nothing.
    pub no: &'static [&'static str],
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Every rule, in the order of the rooms.
pub fn all() -> Vec<&'static Rule> {
    crate::extract::rules()
}
