//! Whether `confidence` says what comes true: for each kind of statement, what was said and what was right, in steps.
//!
//! `OTON_GOLD=FOLDER cargo test --test quality reliability -- --nocapture` prints the table for annotated releases of one's own
//! (the format is corpus/gold/FORMAT.md); with `OTON_WRITE=1` it is written to docs/confidence.md. The confidence of rules is
//! set from corpus/gold, so that a table for other releases tells what the figure is worth.

use super::{Tally, generated, gold, score};
use oton::analysis::StatementKind;
use oton::{Analyzer, Config};
use std::fmt::Write as _;
use std::path::Path;

/// Lower edges of the steps.
const STEPS: [f32; 5] = [0.0, 0.7, 0.8, 0.9, 0.95];

/// The rows of the table.
fn table(sure: &[(StatementKind, f32, bool)]) -> String {
    let mut table = "| kind | confidence | statements | said | right |\n|---|---|---|---|---|\n".to_owned();
    for kind in [StatementKind::Direct, StatementKind::Indirect, StatementKind::Partial] {
        let edges = STEPS.iter().enumerate().map(|(n, from)| (*from, STEPS.get(n + 1).copied().unwrap_or(1.01)));
        for (from, to) in edges.chain([(0.0, 1.01)]) {
            let step: Vec<_> = sure.iter().filter(|(of, said, _)| *of == kind && (from..to).contains(said)).collect();
            if step.is_empty() {
                continue;
            }
            let count = step.len() as f32;
            let said = step.iter().map(|(_, said, _)| said).sum::<f32>() / count;
            let right = step.iter().filter(|(.., right)| *right).count() as f32 / count;
            let range = if to - from > 1.0 { "all".to_owned() } else { format!("{from:.2}–{:.2}", to.min(1.0)) };
            let _ = writeln!(table, "| {} | {range} | {} | {said:.2} | {right:.2} |", kind.name(), step.len());
        }
    }
    table
}

#[test]
fn reliability_of_confidence() {
    let folders = std::env::var("OTON_GOLD").unwrap_or_else(|_| "corpus/gold".to_owned());
    let analyzer = Analyzer::new(Config::default()).expect("the built-in lists are good");
    let mut tally = Tally::default();
    for release in folders.split(':').flat_map(|folder| gold::releases(Path::new(folder))) {
        score(&release, &analyzer.analyze(&release.text), &mut tally);
    }
    assert!(!tally.sure.is_empty(), "{folders} holds no annotated releases");
    let table = table(&tally.sure);
    println!("{table}");
    if std::env::var_os("OTON_GOLD").is_some() && std::env::var_os("OTON_WRITE").is_some() {
        generated::check_part("docs/confidence.md", "reliability", &table);
    }
}
