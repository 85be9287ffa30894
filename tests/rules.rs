//! Every rule's examples: what it must find, and what it must leave alone. See `oton::rule`.

use oton::analysis::{Analysis, Entity, Mention, Party};
use oton::rule::{self, Finds, Rule};
use oton::{Analyzer, Config};
use std::collections::BTreeSet;

/// An example without its `[[…]]`, the marked byte ranges, and what stands behind ` => `.
fn parse(example: &str) -> (String, Vec<(usize, usize)>, Option<&str>) {
    let (marked, expected) = match example.rsplit_once(" => ") {
        Some((text, expected)) => (text, Some(expected.trim())),
        None => (example, None),
    };
    let (mut text, mut spans, mut rest) = (String::new(), Vec::new(), marked);
    while let Some(open) = rest.find("[[") {
        let close = rest[open..].find("]]").map(|at| open + at).unwrap_or_else(|| panic!("no ]] in {example}"));
        text.push_str(&rest[..open]);
        let start = text.len();
        text.push_str(&rest[open + 2..close]);
        spans.push((start, text.len()));
        rest = &rest[close + 2..];
    }
    text.push_str(rest);
    (text, spans, expected)
}

/// What the rule found in a text: spans, and in words what else it says.
fn found(rule: &Rule, analysis: &Analysis) -> (Vec<(usize, usize)>, Vec<String>) {
    let name = |entity: Entity| match entity {
        Entity::Person(n) => analysis.persons[n].name.clone(),
        Entity::Organisation(n) => analysis.organisations[n].name.clone(),
    };
    let (mut spans, mut says) = (Vec::new(), Vec::new());
    let bytes = |s: oton::text::span::ByteSpan| (s.start(), s.end());
    let mut mentions = |list: &[Mention], name: &str| {
        for mention in list.iter().filter(|m| m.rule == rule) {
            spans.push(bytes(mention.span));
            says.push(name.to_owned());
        }
    };
    match rule.finds {
        Finds::Person => analysis.persons.iter().for_each(|p| mentions(&p.mentions, &p.name)),
        Finds::Organisation => analysis.organisations.iter().for_each(|o| mentions(&o.mentions, &o.name)),
        Finds::Award => analysis.awards.iter().for_each(|a| mentions(&a.mentions, &a.name)),
        Finds::Statement => analysis.statements.iter().filter(|s| s.rule == rule).for_each(|s| {
            spans.extend(s.segments.iter().map(|s| bytes(*s)));
            let speakers: Vec<String> = s.speakers.iter().filter_map(|speaker| speaker.entity).map(name).collect();
            says.push(if speakers.is_empty() { "-".to_owned() } else { speakers.join(" + ") });
        }),
        Finds::Conferral => analysis.conferrals.iter().filter(|c| c.rule == rule).for_each(|c| {
            let recipient = match &c.recipient {
                Some(Party::Entity(entity)) => name(*entity),
                Some(Party::Name(name)) => name.clone(),
                None => "-".to_owned(),
            };
            says.push(format!("{} / {recipient} / {}", analysis.awards[c.award].name, format!("{:?}", c.status).to_lowercase()));
        }),
    }
    spans.sort_unstable();
    (spans, says)
}

#[test]
fn every_rule_finds_its_examples_and_nothing_in_its_counterexamples() {
    let list = ("examples.tsv".to_owned(), "type\tname\nperson\tXolvar\n".to_owned());
    let analyzer = Analyzer::new(Config { gazetteers: vec![list] }).expect("the lists are good");
    let mut wrong = Vec::new();
    for rule in rule::all() {
        for example in rule.yes {
            let (text, want, expected) = parse(example);
            let analysis = analyzer.analyze(&text);
            let (got, says) = found(rule, &analysis);
            let cut = |spans: &[(usize, usize)]| spans.iter().map(|s| text[s.0..s.1].to_owned()).collect::<Vec<_>>();
            if rule.finds != Finds::Conferral && got != want {
                wrong.push(format!("{}: + {example}\n    found {:?}", rule.name, cut(&got)));
            } else if says.is_empty() || expected.is_some_and(|e| says.iter().any(|s| s != e)) {
                wrong.push(format!("{}: + {example}\n    says {says:?}", rule.name));
            }
        }
        for example in rule.no {
            let (text, ..) = parse(example);
            let (_, says) = found(rule, &analyzer.analyze(&text));
            if !says.is_empty() {
                wrong.push(format!("{}: - {example}\n    found {says:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_is_documented() {
    let mut names = BTreeSet::new();
    for rule in rule::all() {
        assert!(names.insert(rule.name), "{} is there twice", rule.name);
        assert!(rule.name.split('/').count() >= 2 && !rule.name.contains(char::is_whitespace), "{}: name is group/rule", rule.name);
        assert!(rule.confidence > 0.0 && rule.confidence <= 1.0, "{}: confidence in (0, 1]", rule.name);
        assert!(rule.reason.len() > 20, "{}: says why", rule.name);
        assert!(!rule.yes.is_empty() && !rule.no.is_empty(), "{}: has examples of both kinds", rule.name);
    }
}
