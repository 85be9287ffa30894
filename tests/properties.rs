//! What holds for every text, however odd.

use oton::analysis::Analysis;
use oton::record::{Frame, Metadata, Record, Source, Unit};
use oton::{Analyzer, Config};
use proptest::prelude::*;
use serde_json::Value;
use std::borrow::Cow;
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(Config::default()).expect("the built-in lists are good"));

fn record(text: &str, analysis: &Analysis, unit: Unit) -> Value {
    let source =
        Source { uri: Cow::Borrowed("x.txt"), format: "text".into(), encoding: Some("UTF-8".into()), bytes: text.len(), sha256: "0".repeat(64).into() };
    let frame = Frame { id: "x.txt", source, unit, metadata: Metadata::default(), published: None, duplicate: None, with_text: true, warnings: &[] };
    serde_json::to_value(Record::new(text, analysis, frame)).expect("a record is JSON")
}

/// Every `[start, end)` below a JSON value, in a fixed order, with the text that stands beside it where there is one.
fn spans(value: &Value, found: &mut Vec<(usize, usize, Option<String>)>) {
    let range = |v: &Value| {
        let pair = v.as_array().filter(|list| list.len() == 2)?;
        Some((pair[0].as_u64()? as usize, pair[1].as_u64()? as usize))
    };
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match (name.as_str(), range(field)) {
                    ("span", Some((start, end))) => {
                        let beside = fields.get("as").or_else(|| fields.get("text")).and_then(Value::as_str).map(str::to_owned);
                        found.push((start, end, beside));
                    }
                    ("mentions" | "segments" | "spans", _) => {
                        found.extend(field.as_array().into_iter().flatten().filter_map(range).map(|(start, end)| (start, end, None)));
                    }
                    ("sentences", _) if field.as_array().is_some_and(|list| list.iter().all(Value::is_u64)) => {}
                    _ => spans(field, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|item| spans(item, found)),
        _ => {}
    }
}

fn cut(text: &str, unit: Unit, start: usize, end: usize) -> String {
    match unit {
        Unit::Utf8 => text[start..end].to_owned(),
        Unit::Codepoint => text.chars().skip(start).take(end - start).collect(),
        Unit::Utf16 => String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).expect("spans do not split characters"),
    }
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let analysis = ANALYZER.analyze(text);
    let mut cuts: Option<Vec<String>> = None;
    for unit in [Unit::Codepoint, Unit::Utf8, Unit::Utf16] {
        let record = record(text, &analysis, unit);
        let mut found = Vec::new();
        spans(&record, &mut found);
        let these: Vec<String> = found.iter().map(|(start, end, _)| cut(text, unit, *start, *end)).collect();
        for ((start, end, beside), cut) in found.iter().zip(&these) {
            prop_assert!(start <= end);
            if let Some(beside) = beside {
                prop_assert_eq!(beside, cut);
            }
        }
        match &cuts {
            None => cuts = Some(these),
            Some(first) => prop_assert_eq!(first, &these, "the units disagree"),
        }
    }
    for pair in analysis.sentences.windows(2) {
        prop_assert!(pair[0].span.end <= pair[1].span.start, "sentences overlap");
    }
    for sentence in &analysis.sentences {
        let section = analysis.sections.get(sentence.section);
        prop_assert!(section.is_some_and(|s| s.span.contains(sentence.span)), "a sentence lies in its section");
    }
    let starts = |list: &[oton::analysis::Statement]| list.iter().map(|s| s.segments[0].start).collect::<Vec<_>>();
    let begun = starts(&analysis.statements);
    prop_assert!(begun.is_sorted(), "statements are in text order");
    for statement in &analysis.statements {
        prop_assert!(statement.segments.windows(2).all(|pair| pair[0].end <= pair[1].start), "segments are in order");
        prop_assert!(statement.confidence > 0.0 && statement.confidence <= 1.0);
    }
    // the same text gives the same result
    prop_assert_eq!(&analysis, &ANALYZER.analyze(text));
    Ok(())
}

/// Pieces that German releases are made of, in any order.
fn releases() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "„",
        "“",
        "»",
        "«",
        "‚",
        "‘",
        "\"",
        "'",
        "’",
        "(",
        ")",
        ",",
        ".",
        ":",
        ";",
        "!",
        "?",
        "…",
        "–",
        "-",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\u{a0}",
        "\u{ad}",
        "\0",
        "sagte",
        "sagt",
        "betonte",
        "freut sich",
        "teilte",
        "mit",
        "so",
        "laut",
        "nach Angaben",
        "dass",
        "sei",
        "habe",
        "werde",
        "er",
        "sie",
        "die",
        "der",
        "das",
        "Stadt",
        "Anna",
        "Meier",
        "Dr.",
        "Prof.",
        "Bürgermeisterin",
        "Geschäftsführer",
        "GmbH",
        "e. V.",
        "Universität",
        "Mannheim",
        "ESCA",
        "SPD",
        "IHK",
        "Preis",
        "Deutscher",
        "Innovationspreis",
        "ausgezeichnet",
        "erhielt",
        "verlieh",
        "Gold",
        "2023",
        "3.",
        "Mai",
        "Nr.",
        "z. B.",
        "Über",
        "Pressekontakt:",
        "•",
        "www.beispiel.de",
        "a@b.de",
        "(ots)",
        "Мир",
        "世界",
        "🙂",
        "é",
        "e\u{301}",
        "x",
        "1.200,50",
        "🇩🇪",
        "👩\u{200d}👩",
        "שלום",
        "I.",
        "bzw.",
    ]);
    prop::collection::vec((pieces, prop::sample::select(vec!["", " ", " ", " "])), 0..120)
        .prop_map(|parts| parts.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_text(text in "\\PC{0,300}|(.|\n){0,300}") {
        check(&text)?;
    }

    #[test]
    fn release_like_text(text in releases()) {
        check(&text)?;
    }
}

#[test]
fn the_sample_releases() {
    for file in std::fs::read_dir("corpus/releases").expect("the corpus is there") {
        let text = std::fs::read_to_string(file.expect("can be listed").path()).expect("can be read");
        check(&text).expect("holds");
    }
}
