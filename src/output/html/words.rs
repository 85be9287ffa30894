//! What the report's German pages call things, and how text gets into a page.

use crate::analysis::{OrganisationKind, StatementKind, Status};

/// The kind of a statement.
pub(super) fn statement(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "wörtlich",
        StatementKind::Indirect => "sinngemäß",
        StatementKind::Partial => "Zitatfragment",
    }
}

/// How far a conferral has come.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Received => "erhalten",
        Status::Nominated => "nominiert",
        Status::Sought => "angestrebt",
        Status::Announced => "angekündigt",
        Status::Call => "ausgeschrieben",
        Status::Past => "früher erhalten",
    }
}

/// The kind of an organisation.
pub(super) fn organisation(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Company => "Unternehmen",
        OrganisationKind::Authority => "Behörde",
        OrganisationKind::Ministry => "Ministerium",
        OrganisationKind::University => "Hochschule",
        OrganisationKind::Research => "Forschungseinrichtung",
        OrganisationKind::Association => "Verband",
        OrganisationKind::Foundation => "Stiftung",
        OrganisationKind::Union => "Gewerkschaft",
        OrganisationKind::Party => "Partei",
        OrganisationKind::Media => "Medium",
        OrganisationKind::Club => "Verein",
        OrganisationKind::Church => "Kirche",
        OrganisationKind::Hospital => "Krankenhaus",
        OrganisationKind::Culture => "Kultureinrichtung",
        OrganisationKind::Municipality => "Kommune",
        OrganisationKind::Body => "Gremium",
        OrganisationKind::Other => "Sonstige",
    }
}

/// A number of things: "1 Meldung", "1.234 Meldungen".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    let digits = number.to_string();
    let grouped: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    format!("{} {}", grouped.join("."), if number == 1 { one } else { many })
}

/// A chance with a comma.
pub(super) fn chance(confidence: f32) -> String {
    format!("{confidence:.2}").replace('.', ",")
}

/// Adds text to a page, with all that markup is made of escaped. Control characters, which a page may not have, are shown as
/// the replacement character.
pub(super) fn escape(page: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => page.push_str("&#39;"),
            '\n' | '\t' => page.push(c),
            '\r' => page.push('\n'),
            c if c.is_control() => page.push('\u{fffd}'),
            c => page.push(c),
        }
    }
}

/// Text as it stands in a page.
pub(super) fn escaped(text: &str) -> String {
    let mut page = String::with_capacity(text.len());
    escape(&mut page, text);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_text() {
        assert_eq!(count(1, "Meldung", "Meldungen"), "1 Meldung");
        assert_eq!(count(1_234_567, "Meldung", "Meldungen"), "1.234.567 Meldungen");
        assert_eq!(count(12, "Meldung", "Meldungen"), "12 Meldungen");
        assert_eq!(chance(0.5), "0,50");
        assert_eq!(escaped("<a href='x'>\0\"&"), "&lt;a href=&#39;x&#39;&gt;\u{fffd}&quot;&amp;");
    }
}
