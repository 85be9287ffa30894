//! How good the analyzer is on the annotated releases in corpus/gold: prints the table, fails below the floors.
//!
//! `cargo test --test quality -- --nocapture` shows the table, then for each rule how many of its findings are right
//! (what `Rule::confidence` is set from). Floors are raised with every improvement and never lowered silently.

#[path = "../generated/mod.rs"]
mod generated;
mod gold;
mod reliability;

use gold::{Release, Span, trim};
use oton::analysis::{Analysis, Entity, Mention, Party, StatementKind};
use oton::text::span::ByteSpan;
use oton::{Analyzer, Config};
use std::collections::BTreeMap;
use std::path::Path;

/// Least F1, in percent, of each measure over the whole of corpus/gold.
const FLOORS: &[(&str, f64)] = &[
    ("sentence exact", 99.5),
    ("direct overlap", 98.5),
    ("direct with speaker", 95.5),
    ("indirect overlap", 97.5),
    ("indirect with speaker", 92.5),
    ("partial overlap", 88.0),
    ("person mention exact", 98.5),
    ("person entity", 98.0),
    ("role", 92.0),
    ("organisation mention exact", 94.0),
    ("organisation mention overlap", 94.0),
    ("organisation entity", 92.0),
    ("award mention overlap", 93.0),
    ("award entity", 89.0),
    ("conferral", 74.0),
    ("issuer", 88.0),
];

/// What the README shows of the measures.
const README: &[(&str, &str)] = &[
    ("sentence exact", "sentences, exact"),
    ("direct overlap", "direct statements, found"),
    ("direct with speaker", "direct statements, found and given to the right speaker"),
    ("indirect overlap", "indirect statements, found"),
    ("indirect with speaker", "indirect statements, found and given to the right speaker"),
    ("partial overlap", "partial statements, found"),
    ("person entity", "persons"),
    ("organisation mention overlap", "organisation mentions"),
    ("organisation entity", "organisations, joined"),
    ("award mention overlap", "award mentions"),
    ("award entity", "awards, joined"),
    ("conferral", "conferrals: award, recipient and status right"),
];

/// Characters that do not count at the edges of a span.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || "„“”\"»«›‹‚‘’'.,;:!?…–-".contains(c)
}

#[derive(Debug, Default)]
struct Tally {
    rows: BTreeMap<&'static str, [usize; 3]>,
    /// Findings and right ones by rule.
    rules: BTreeMap<&'static str, [usize; 2]>,
    /// Each statement found: its kind, its confidence, and whether it and its speaker are right.
    sure: Vec<(StatementKind, f32, bool)>,
}

impl Tally {
    fn add(&mut self, name: &'static str, right: usize, predicted: usize, gold: usize) {
        let row = self.rows.entry(name).or_default();
        row[0] += right;
        row[1] += predicted;
        row[2] += gold;
    }
    fn rule(&mut self, name: &'static str, right: bool) {
        let row = self.rules.entry(name).or_default();
        row[0] += 1;
        row[1] += usize::from(right);
    }
    fn figures(row: &[usize; 3]) -> (f64, f64, f64) {
        let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
        let (p, r) = (share(row[0], row[1]), share(row[0], row[2]));
        (p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 })
    }
}

/// Intersection over union of two sets of spans, in bytes.
fn overlap(a: &[Span], b: &[Span]) -> f64 {
    let size = |spans: &[Span]| spans.iter().map(|s| s.1 - s.0).sum::<usize>();
    let both: usize = a.iter().flat_map(|x| b.iter().map(|y| x.1.min(y.1).saturating_sub(x.0.max(y.0)))).sum();
    both as f64 / (size(a) + size(b) - both).max(1) as f64
}

/// One-to-one pairs of a gold and a predicted item, best first, of at least `floor`.
fn pair<G, P>(gold: &[G], predicted: &[P], score: impl Fn(&G, &P) -> f64, floor: f64) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        pairs.extend(predicted.iter().enumerate().map(|(j, p)| (score(g, p), i, j)).filter(|(s, ..)| *s >= floor));
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut left, mut right, mut found) = (vec![false; gold.len()], vec![false; predicted.len()], Vec::new());
    for (_, i, j) in pairs {
        if !left[i] && !right[j] {
            (left[i], right[j]) = (true, true);
            found.push((i, j));
        }
    }
    found
}

fn normal(name: &str) -> String {
    let kept: String = name.chars().filter(|c| !"„“”\"»«›‹‚‘’'\u{ad}".contains(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn same(a: &str, b: &str) -> bool {
    let (a, b) = (normal(a), normal(b));
    !a.is_empty() && (a == b || a.trim_end_matches('s') == b.trim_end_matches('s'))
}

fn same_person(a: &str, b: &str) -> bool {
    let bare = |name: &str| {
        let is_title = |word: &&str| word.ends_with('.') && word.trim_end_matches('.').len() > 1 || matches!(*word, "Prof" | "Dr" | "Mag");
        name.split_whitespace().skip_while(is_title).collect::<Vec<_>>().join(" ")
    };
    same(&bare(a), &bare(b))
}

fn span(s: ByteSpan) -> Span {
    (s.start(), s.end())
}

fn score(gold: &Release, found: &Analysis, tally: &mut Tally) {
    let text = gold.text.as_str();
    let trimmed = |s: &Span| trim(*s, text, is_edge);

    let spans = |tally: &mut Tally, exact: &'static str, near: &'static str, g: Vec<Span>, p: Vec<Span>| {
        let unique = |list: Vec<Span>| list.into_iter().collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>();
        let (g, p) = (unique(g), unique(p));
        tally.add(exact, p.iter().filter(|s| g.contains(s)).count(), p.len(), g.len());
        if !near.is_empty() {
            tally.add(near, pair(&g, &p, |x, y| overlap(&[*x], &[*y]), 0.5).len(), p.len(), g.len());
        }
    };
    let white = |s: Span| trim(s, text, char::is_whitespace);
    spans(tally, "sentence exact", "", gold.sentences.iter().map(|s| white(*s)).collect(), found.sentences.iter().map(|s| white(span(s.span))).collect());

    let by_id: BTreeMap<&str, &gold::Entity> = gold.persons.iter().chain(&gold.organisations).chain(&gold.awards).map(|e| (e.id.as_str(), e)).collect();
    let names_of = |entity: Entity| -> Vec<String> {
        match entity {
            Entity::Person(n) => vec![found.persons[n].name.clone()],
            Entity::Organisation(n) => [vec![found.organisations[n].name.clone()], found.organisations[n].aliases.clone()].concat(),
        }
    };
    let is = |want: &str, name: &str| {
        by_id.get(want).is_some_and(|e| e.names.iter().any(|n| if want.starts_with('p') { same_person(n, name) } else { same(n, name) }))
    };

    for (kind, word, exact, near, who) in [
        (StatementKind::Direct, "direct", "direct exact", "direct overlap", "direct with speaker"),
        (StatementKind::Indirect, "indirect", "indirect exact", "indirect overlap", "indirect with speaker"),
        (StatementKind::Partial, "partial", "partial exact", "partial overlap", "partial with speaker"),
    ] {
        let g: Vec<Vec<Span>> = gold.statements.iter().filter(|s| s.kind == word).map(|s| s.segments.iter().map(&trimmed).collect()).collect();
        let by: Vec<&Vec<String>> = gold.statements.iter().filter(|s| s.kind == word).map(|s| &s.by).collect();
        let statements: Vec<_> = found.statements.iter().filter(|s| s.kind == kind).collect();
        let p: Vec<Vec<Span>> = statements.iter().map(|s| s.segments.iter().map(|x| trimmed(&span(*x))).collect()).collect();
        tally.add(exact, pair(&g, &p, |x, y| f64::from(x == y), 1.0).len(), p.len(), g.len());
        let pairs = pair(&g, &p, |x, y| overlap(x, y), 0.5);
        tally.add(near, pairs.len(), p.len(), g.len());
        let right: Vec<usize> = pairs
            .iter()
            .filter(|(i, j)| {
                let got: Vec<String> = statements[*j].speakers.iter().filter_map(|s| s.entity).map(|e| names_of(e)[0].clone()).collect();
                got.len() == by[*i].len() && by[*i].iter().all(|want| got.iter().any(|name| is(want, name)))
            })
            .map(|(_, j)| *j)
            .collect();
        tally.add(who, right.len(), p.len(), g.len());
        for (j, statement) in statements.iter().enumerate() {
            tally.rule(statement.rule.name, right.contains(&j));
            tally.sure.push((kind, statement.confidence, right.contains(&j)));
        }
    }

    type Found<'a> = (Vec<String>, &'a [Mention]);
    let persons: Vec<Found<'_>> = found.persons.iter().map(|p| (vec![p.name.clone()], p.mentions.as_slice())).collect();
    let organisations: Vec<Found<'_>> =
        found.organisations.iter().map(|o| ([vec![o.name.clone()], o.aliases.clone()].concat(), o.mentions.as_slice())).collect();
    let awards: Vec<Found<'_>> = found.awards.iter().map(|a| ([vec![a.name.clone()], a.aliases.clone()].concat(), a.mentions.as_slice())).collect();
    for (exact, near, entity, g, p, person) in [
        ("person mention exact", "person mention overlap", "person entity", &gold.persons, &persons, true),
        ("organisation mention exact", "organisation mention overlap", "organisation entity", &gold.organisations, &organisations, false),
        ("award mention exact", "award mention overlap", "award entity", &gold.awards, &awards, false),
    ] {
        let wanted: Vec<Span> = g.iter().flat_map(|e| &e.mentions).map(&trimmed).collect();
        let got: Vec<Span> = p.iter().flat_map(|(_, mentions)| mentions.iter().map(|m| trimmed(&span(m.span)))).collect();
        for mention in p.iter().flat_map(|(_, mentions)| mentions.iter()) {
            tally.rule(mention.rule.name, wanted.contains(&trimmed(&span(mention.span))));
        }
        spans(tally, exact, near, wanted, got);
        let g: Vec<_> = g.iter().filter(|e| !e.mentions.is_empty()).collect();
        let alike = |a: &str, b: &str| if person { same_person(a, b) } else { same(a, b) };
        let pairs = pair(&g, p, |x, y| f64::from(x.names.iter().any(|n| y.0.iter().any(|m| alike(n, m)))), 1.0);
        tally.add(entity, pairs.len(), p.len(), g.len());
        if person {
            for (i, j) in &pairs {
                let want: Vec<String> = g[*i].roles.iter().map(|role| normal(role)).collect();
                let got: Vec<String> = found.persons[*j].roles.iter().map(|role| normal(&role.role)).collect();
                let right = want.iter().filter(|w| got.iter().any(|x| w.contains(x) || x.contains(*w))).count();
                tally.add("role", right, got.len(), want.len());
            }
        }
    }

    let alike = |g: &gold::Conferral, p: &oton::analysis::Conferral| {
        let award = &found.awards[p.award];
        let named = by_id.get(g.award.as_str()).is_some_and(|e| e.names.iter().any(|n| same(n, &award.name) || award.aliases.iter().any(|a| same(n, a))));
        let got: Vec<String> = match &p.recipient {
            Some(Party::Entity(entity)) => names_of(*entity),
            Some(Party::Name(name)) => vec![name.clone()],
            None => vec![],
        };
        let recipient = if !g.recipient.is_empty() {
            got.iter().any(|name| by_id.get(g.recipient.as_str()).is_some_and(|e| e.names.iter().any(|n| same_person(n, name))))
        } else if !g.recipient_text.is_empty() {
            let want = normal(&g.recipient_text);
            got.iter().map(|name| normal(name)).any(|name| !name.is_empty() && (want.contains(&name) || name.contains(&want)))
        } else {
            got.is_empty()
        };
        f64::from(named && recipient && format!("{:?}", p.status).to_lowercase() == g.status)
    };
    let pairs = pair(&gold.conferrals, &found.conferrals, alike, 1.0);
    tally.add("conferral", pairs.len(), found.conferrals.len(), gold.conferrals.len());
    for (j, conferral) in found.conferrals.iter().enumerate() {
        tally.rule(conferral.rule.name, pairs.iter().any(|pair| pair.1 == j));
    }
    for (name, want, got) in [("date", &gold.date, &found.date), ("place", &gold.place, &found.place)] {
        let got = got.as_deref().unwrap_or_default();
        tally.add(name, usize::from(!got.is_empty() && normal(got) == normal(want)), usize::from(!got.is_empty()), usize::from(!want.is_empty()));
    }
    let issuer = found.issuer.map(|n| names_of(Entity::Organisation(n))).unwrap_or_default();
    let right = !gold.issuer.is_empty() && issuer.iter().any(|name| is(&gold.issuer, name));
    tally.add("issuer", usize::from(right), usize::from(!issuer.is_empty()), usize::from(!gold.issuer.is_empty()));
}

#[test]
fn quality_on_the_gold_releases() {
    let releases = gold::releases(Path::new("corpus/gold"));
    assert!(releases.len() >= 50, "the gold corpus is there");
    let analyzer = Analyzer::new(Config::default()).expect("the built-in lists are good");
    let mut tally = Tally::default();
    for release in &releases {
        score(release, &analyzer.analyze(&release.text), &mut tally);
    }
    println!("{} releases\n{:30} {:>6} {:>6} {:>6}", releases.len(), "", "P", "R", "F1");
    for (name, row) in &tally.rows {
        let (p, r, f) = Tally::figures(row);
        println!("{name:30} {p:6.2} {r:6.2} {f:6.2}   {} right of {} found, {} in gold", row[0], row[1], row[2]);
    }
    println!("\n{:44} {:>5} {:>5} {:>6}", "rule", "found", "right", "share");
    for (rule, [found, right]) in &tally.rules {
        println!("{rule:44} {found:5} {right:5} {:6.2}", *right as f64 / *found as f64);
    }
    let low: Vec<String> = FLOORS
        .iter()
        .filter_map(|(name, floor)| {
            let f = tally.rows.get(name).map_or(0.0, |row| Tally::figures(row).2);
            (f < *floor).then(|| format!("{name}: {f:.2}, floor {floor}"))
        })
        .collect();
    let shown = |(measure, words): &(&str, &str)| {
        let (p, r, f) = Tally::figures(&tally.rows[measure]);
        format!("| {words} | {p:.1} | {r:.1} | {f:.1} |\n")
    };
    let table = README.iter().map(shown).collect::<String>();
    generated::check_part("README.md", "figures", &format!("| what | precision | recall | F1 |\n|---|---|---|---|\n{table}"));
    assert!(low.is_empty(), "below the floors:\n{}", low.join("\n"));
}

#[test]
fn the_sample_releases_are_the_gold_releases_texts() {
    let releases = gold::releases(Path::new("corpus/gold"));
    let files: Vec<_> = std::fs::read_dir("corpus/releases").expect("the corpus is there").map(|file| file.expect("listed").path()).collect();
    assert!(files.len() >= 15);
    for file in files {
        let id = file.file_stem().expect("has a name").to_string_lossy().into_owned();
        let gold = releases.iter().find(|release| release.id == id).unwrap_or_else(|| panic!("{id} has no gold"));
        assert_eq!(std::fs::read_to_string(&file).expect("can be read"), gold.text, "{id}");
    }
}
