//! Quotations as they are written.

use crate::text::testing;

/// The quotations as text with their nesting; `<` and `>` stand for missing marks.
fn quotations(raw: &str) -> Vec<String> {
    testing::parse(raw, |text| {
        text.quotations
            .iter()
            .map(|q| {
                let open = if q.opened { "" } else { "<" };
                let close = if q.closed { "" } else { ">" };
                let goes_on = if q.continues { "+" } else { "" };
                format!("{goes_on}{}{open}{}{close}", "^".repeat(usize::from(q.depth)), text.slice(q.tokens))
            })
            .collect()
    })
}

fn warnings(raw: &str) -> Vec<&'static str> {
    testing::parse(raw, |text| text.warnings.iter().map(|warning| warning.code).collect())
}

fn check(cases: &[(&str, &[&str])]) {
    for (raw, want) in cases {
        assert_eq!(quotations(raw), *want, "{raw}");
    }
}

#[test]
fn styles_and_mixtures() {
    check(&[
        ("Er sagt: „Ja.“ Und „nein“.", &["„Ja.“", "„nein“"]),
        ("Er sagt: „Ja.\" Und „nein”.", &["„Ja.\"", "„nein”"]),
        ("“Yes”, ”so”, \"Ja\", “nein“.", &["“Yes”", "”so”", "\"Ja\"", "“nein“"]),
        ("»Ja«, «oui», « non », »nej».", &["»Ja«", "«oui»", "« non »", "»nej»"]),
        ("``Ja'', ,,doch'', ,,nein``.", &["``Ja''", ",,doch''", ",,nein``"]),
        ("›Ja‹, ‹nein›, ‚doch‘, ‘so’, 'na'.", &["›Ja‹", "‹nein›", "‚doch‘", "‘so’", "'na'"]),
        ("Das „Gold“-Siegel, das \"Gold\"-Siegel und die \"Gold\"- und „Silber“- Siegel.", &["„Gold“", "\"Gold\"", "\"Gold\"", "„Silber“"]),
    ]);
}

#[test]
fn nesting() {
    check(&[
        ("„Das ist ‚gut‘“, sagt er.", &["„Das ist ‚gut‘“", "^‚gut‘"]),
        ("„Die „Gold“- Urkunde ist da“, sagt er.", &["„Die „Gold“- Urkunde ist da“", "^„Gold“"]),
        ("\"Der Film \"Reise\" ist gut\", sagt er.", &["\"Der Film \"Reise\" ist gut\"", "^\"Reise\""]),
        ("»Das ist ›gut‹, nicht »böse««, sagt er.", &["»Das ist ›gut‹, nicht »böse««", "^›gut‹", "^»böse«"]),
        ("„Das ist ‚Hans’ Haus‘“, sagt er.", &["„Das ist ‚Hans’ Haus‘“", "^‚Hans’ Haus‘"]),
        ("«Er rief: ‹Halt!›» Dann Ruhe.", &["«Er rief: ‹Halt!›»", "^‹Halt!›"]),
    ]);
}

#[test]
fn apostrophes_and_primes_are_none() {
    for raw in ["Hans’ Haus, 's geht, so 'n Ding, ’68, rock’n’roll.", "Es ist 5' 3\" lang und 27\" breit.", "Andrea's Laden und Klaus' Bar."] {
        assert_eq!(quotations(raw), Vec::<String>::new(), "{raw}");
    }
    assert_eq!(warnings("Ein Schirm mit 27\" Breite, Hans' Haus."), Vec::<&str>::new());
}

#[test]
fn a_missing_closing_mark_never_swallows_the_next_quotation() {
    let raw = "„Das dauert lange, sagte Meier. „Das nicht“, sagte Huber.";
    assert_eq!(quotations(raw), ["„Das dauert lange>", "„Das nicht“"]);
    assert_eq!(warnings(raw), ["unclosed-quotation"]);
    let raw = "„Das dauert lange. Es wird teuer. „Das nicht“, sagte Huber.";
    assert_eq!(quotations(raw), ["„Das dauert lange. Es wird teuer.>", "„Das nicht“"]);
}

#[test]
fn a_missing_opening_mark_is_found_by_its_frame() {
    let raw = "Es regnet. Das Fest fällt aus“, sagte Meier. „Schade“, sagte Huber.";
    assert_eq!(quotations(raw), ["<Das Fest fällt aus“", "„Schade“"]);
    assert_eq!(warnings(raw), ["stray-quotation-mark"]);
    assert_eq!(quotations("Es regnet. Meier sagt: Das ist schade. Sehr schade.“ Er ging."), ["<Das ist schade. Sehr schade.“"]);
    assert_eq!(quotations("Es regnet. Das ist schade.“ Er ging."), Vec::<String>::new());
}

#[test]
fn paragraphs_of_one_quotation() {
    let raw = "Er sagte:\n\n„Das ist der erste Absatz.\n\n„Das ist der zweite.“\n\nEnde.";
    assert_eq!(quotations(raw), ["„Das ist der erste Absatz.>", "+„Das ist der zweite.“"]);
    assert_eq!(warnings(raw), Vec::<&str>::new());
    let raw = "Er sagte:\n\n„Das ist der erste Absatz.\n\nDas ist der zweite.“ Ende.";
    assert_eq!(quotations(raw), ["„Das ist der erste Absatz.>", "+<Das ist der zweite.“"]);
}
