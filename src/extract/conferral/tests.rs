//! Whole releases: `releases.txt` holds each with the conferrals it tells.

use crate::analysis::{Analysis, Entity, Party};
use crate::{Analyzer, Config};
use std::collections::BTreeSet;

/// A conferral as the file writes it.
fn line(analysis: &Analysis, at: usize) -> String {
    let conferral = &analysis.conferrals[at];
    let name = |party: &Party| match party {
        Party::Entity(Entity::Person(n)) => analysis.persons[*n].name.clone(),
        Party::Entity(Entity::Organisation(n)) => analysis.organisations[*n].name.clone(),
        Party::Name(name) => name.clone(),
    };
    let or_none = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let conferrers: Vec<String> = conferral.conferrers.iter().map(name).collect();
    [
        analysis.awards[conferral.award].name.clone(),
        or_none(conferral.recipient.as_ref().map(name)),
        format!("{:?}", conferral.status).to_lowercase(),
        or_none(conferral.level.clone()),
        or_none(conferral.category.clone()),
        or_none(conferral.year.clone()),
        if conferrers.is_empty() { "-".to_owned() } else { conferrers.join(", ") },
    ]
    .join(" | ")
}

#[test]
fn whole_releases() {
    let analyzer = Analyzer::new(Config::default()).expect("the built-in lists are good");
    let mut wrong = Vec::new();
    for case in include_str!("releases.txt").split("\n=== ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a release has a name");
        let (text, expected) = rest.split_once("\n---\n").expect("a release has what it tells");
        let analysis = analyzer.analyze(text.trim());
        let want: BTreeSet<String> = expected.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let got: BTreeSet<String> = (0..analysis.conferrals.len()).map(|at| line(&analysis, at)).collect();
        wrong.extend(want.difference(&got).map(|line| format!("{name}: missed {line}")));
        wrong.extend(got.difference(&want).map(|line| format!("{name}: false {line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
