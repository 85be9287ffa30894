//! The layout cases of `cases.txt`: every block with its kind, and what the release as a whole has.

use super::release_data;
use crate::analysis::SectionKind;
use crate::text::testing;

/// A release as it should be understood.
#[derive(Debug, Default)]
struct Case<'c> {
    name: &'c str,
    headline: Option<String>,
    date: Option<&'c str>,
    place: Option<&'c str>,
    line_break: &'static str,
    lines: Vec<(&'c str, String)>,
}

/// Kind and words of a block.
type Block = (String, String);

impl<'c> Case<'c> {
    fn read(whole: &'c str) -> Vec<Case<'c>> {
        let mut cases: Vec<Case<'c>> = Vec::new();
        for line in whole.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix("== ") {
                cases.push(Case { name, line_break: "\n", ..Case::default() });
            }
            let Some(case) = cases.last_mut() else { continue };
            if let Some((kind, words)) = line.split_once('|') {
                let words = words.strip_prefix(' ').unwrap_or(words).replace("\\f", "\u{c}").replace("\\t", "\t");
                case.lines.push((kind.trim(), words));
            } else if let Some(headline) = line.strip_prefix("headline ") {
                case.headline = Some(headline.replace("\\n", "\n"));
            } else if let Some(date) = line.strip_prefix("date ") {
                case.date = Some(date);
            } else if let Some(place) = line.strip_prefix("place ") {
                case.place = Some(place);
            } else if line == "break CRLF" {
                case.line_break = "\r\n";
            } else if line == "break CR" {
                case.line_break = "\r";
            }
        }
        cases
    }

    /// The release's text.
    fn text(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(|(_, words)| words.replace('¦', "")).collect();
        lines.join(self.line_break)
    }

    /// Its blocks, line breaks as spaces, a dateline inside a paragraph behind it.
    fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for (kind, words) in &self.lines {
            match blocks.last_mut() {
                Some((_, block)) if kind.is_empty() => *block = format!("{block} {words}"),
                _ => blocks.push(((*kind).to_owned(), words.clone())),
            }
        }
        let dateline = |(kind, words): &Block| {
            words.split_once('¦').map(|(line, rest)| [(kind.clone(), format!("{line}{rest}")), ("dateline".to_owned(), line.to_owned())])
        };
        blocks.iter().flat_map(|block| dateline(block).map_or_else(|| vec![block.clone()], Vec::from)).map(plain).collect()
    }
}

fn plain((kind, words): Block) -> Block {
    (kind, words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What is not as it should be.
fn faults(case: &Case<'_>) -> Vec<String> {
    let raw = case.text();
    testing::parse(&raw, |text| {
        let name = |kind: SectionKind| format!("{kind:?}").to_lowercase();
        let found: Vec<Block> = text.sections.iter().map(|block| plain((name(block.kind), text.slice(block.tokens).to_owned()))).collect();
        let wanted = case.blocks();
        let mut faults: Vec<String> = found.iter().filter(|block| !wanted.contains(block)).map(|(kind, words)| format!("found  {kind} | {words}")).collect();
        faults.extend(wanted.iter().filter(|block| !found.contains(block)).map(|(kind, words)| format!("wanted {kind} | {words}")));
        let data = release_data(text);
        let headline = data.headline.map(|span| span.of(&raw).to_owned());
        for (what, wanted, found) in [
            ("headline", case.headline.as_deref(), headline.as_deref()),
            ("date", case.date, data.date.as_deref()),
            ("place", case.place, data.place.as_deref()),
        ] {
            if wanted != found {
                faults.push(format!("{what}: wanted {wanted:?}, found {found:?}"));
            }
        }
        faults
    })
}

#[test]
fn every_case_is_understood() {
    let cases = Case::read(include_str!("cases.txt"));
    assert!(cases.len() > 60, "{} cases", cases.len());
    let report: String = cases
        .iter()
        .map(|case| (case.name, faults(case)))
        .filter(|(_, faults)| !faults.is_empty())
        .map(|(name, faults)| format!("\n== {name}\n  {}", faults.join("\n  ")))
        .collect();
    assert!(report.is_empty(), "{report}");
}
