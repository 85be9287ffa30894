//! One sentence splitter, two ways to it.

use super::*;
use crate::text::{Text, properties};
use proptest::prelude::*;

/// Sentences by the analysis and by the iterator, both in parts of at least so many bytes.
fn both(least: usize, raw: &str) -> [Vec<Range<usize>>; 2] {
    let parts = || Parts::of_least(least, raw, lexicon::shared());
    let text = Text::of(parts());
    let analysed = text.sentences.iter().map(|sentence| text.bytes(sentence.tokens).range()).collect();
    [analysed, Sentences { parts: parts(), next: 0 }.spans().collect()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn analysis_and_iterator_agree(raw in properties::pieces(), least in 0_usize..400) {
        let [analysed, iterated] = both(least, &raw);
        prop_assert_eq!(analysed, iterated);
    }
}

#[test]
fn analysis_and_iterator_agree_on_releases() {
    let mut all = String::new();
    for entry in std::fs::read_dir("corpus/releases").expect("is there") {
        let raw = std::fs::read_to_string(entry.expect("can be listed").path()).expect("is text");
        for least in [1, 500, usize::MAX] {
            let [analysed, iterated] = both(least, &raw);
            assert_eq!(analysed, iterated);
            assert!(analysed.len() > 5);
        }
        all.push_str(&raw);
        all.push_str("\n\n");
    }
    let [analysed, iterated] = both(1 << 14, &all);
    assert_eq!(analysed, iterated);
}

#[test]
fn the_end_stays_the_end() {
    let mut found = sentences("Ja.\n\n");
    assert_eq!((found.next(), found.next(), found.next()), (Some("Ja."), None, None));
    assert_eq!(sentences(" \n\n ").next(), None);
}
