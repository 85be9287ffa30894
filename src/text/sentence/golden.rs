//! The cases of `golden.tsv`, class by class.

use crate::gazetteer::tsv;
use crate::text::testing;

static CASES: &str = include_str!("golden.tsv");

/// A case's text with its boundaries as "|" and its escapes as the characters they stand for.
fn unescape(case: &str) -> String {
    [("\\n", "\n"), ("\\r", "\r"), ("\\f", "\u{c}"), ("\\t", "\t"), ("\\s", "\u{a0}"), ("\\h", "\u{202f}")]
        .iter()
        .fold(case.to_owned(), |text, (escape, character)| text.replace(escape, character))
}

#[test]
fn every_case_is_cut_where_it_says() {
    let mut wrong = String::new();
    let (mut all, mut failed) = (0, 0);
    for row in tsv::rows(CASES) {
        let case = unescape(row[1]);
        let want: Vec<&str> = case.split('|').map(str::trim).collect();
        let got = testing::parse(&case.replace('|', ""), |text| text.sentences.iter().map(|s| text.slice(s.tokens).to_owned()).collect::<Vec<_>>());
        all += 1;
        if got != want {
            failed += 1;
            wrong.push_str(&format!("\n{}\n    {}\n    {}", row[0], case.replace('\n', "\\n"), got.join("| ").replace('\n', "\\n")));
        }
    }
    assert!(failed == 0, "{failed} of {all} cases; wanted, then found:{wrong}");
}
