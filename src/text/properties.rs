//! What must hold for every text, however broken.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::scan::{self, Class};
use super::{Text, testing};
use crate::analysis::SectionKind;

/// Pieces that stress this room: marks, stops, abbreviations, figures, line breaks, other scripts.
pub(super) fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "„", "“", "”", "\"", "»", "«", "›", "‹", "‚", "‘", "’", "'", "`", "``", "''", ",,", "″", ".", "...", "…", "!", "?", "?!", ",", ":", ";", "(", ")",
            "[", "]", "–", "-", "/", "|", "•",
        ]),
        4 => prop::sample::select(vec![
            "Der", "sagte", "er", "z. B.", "e. V.", "Dr.", "Nr.", "Berlin", "Musterstadt, 3. Mai 2021 –", "GmbH", "Über uns", "Pressekontakt:", "Tel.", "0123 45678",
            "II.", "A.", "haus", "Straße", "1.", "3.", "2021", "2021.", "12,5", "12.05.2021", "ver.di", "a@b.de", "www.x.de", "so", "Foto:", "Seite 1 von 2", "🎉", "Ελλάδα", "привет", "東京", "e\u{301}", "Ar\u{ad}beit", "\u{200b}",
        ]),
        5 => prop::sample::select(vec![" ", " ", " ", "\n", "\n\n", "\r\n", "\u{a0}", "\t", "\u{2028}", ""]),
        1 => "\\PC{0,4}".prop_map(|s| Box::leak(s.into_boxed_str()) as &str),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn invariants(text: &Text<'_>) {
    let mut end = 0;
    for token in &text.tokens {
        let (start, stop) = (token.span.start(), token.span.end());
        assert!(end <= start && start < stop, "tokens in order");
        assert!(text.raw.is_char_boundary(start) && text.raw.is_char_boundary(stop));
        assert!(scan::is_blank(&text.raw[end..start]), "only white space between tokens: {:?}", &text.raw[end..start]);
        end = stop;
    }
    assert!(scan::is_blank(&text.raw[end..]), "only white space at the end");

    let mut at = 0;
    for block in text.blocks() {
        assert_eq!(block.tokens.start(), at, "blocks follow each other");
        at = block.tokens.end();
        assert!(!block.tokens.is_empty());
    }
    assert_eq!(at, text.tokens.len(), "blocks cover all tokens");
    for pair in text.sections.windows(2) {
        let nested = pair[1].tokens.start() < pair[0].tokens.end();
        assert!(
            !nested || pair[1].kind == SectionKind::Dateline && pair[0].tokens.contains(pair[1].tokens) && pair[0].tokens.start() == pair[1].tokens.start()
        );
    }

    at = 0;
    for sentence in &text.sentences {
        assert_eq!(sentence.tokens.start(), at, "sentences follow each other");
        assert!(!sentence.tokens.is_empty());
        assert!(text.sections[sentence.section].tokens.contains(sentence.tokens), "a sentence lies in its block");
        at = sentence.tokens.end();
    }
    assert_eq!(at, text.tokens.len(), "sentences cover all tokens");

    let mut around: Vec<super::span::TokenSpan> = Vec::new();
    for quotation in &text.quotations {
        let span = quotation.tokens;
        assert!(!span.is_empty() && span.end() <= text.tokens.len());
        while around.last().is_some_and(|outer| outer.end() <= span.start()) {
            around.pop();
        }
        assert!(around.last().is_none_or(|outer| outer.contains(span)), "quotations are nested or disjoint");
        assert_eq!(usize::from(quotation.depth), around.len());
        assert!(!quotation.opened || text.tokens[span.start()].class == Class::Quote);
        assert!(!quotation.closed || text.tokens[span.end() - 1].class == Class::Quote);
        assert!(span.contains(quotation.inner()));
        assert!(text.blocks().any(|block| block.tokens.contains(span)), "a quotation lies in one block");
        around.push(span);
    }
    super::section::release_data(text);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn structure_holds_on_broken_releases(raw in pieces()) {
        testing::parse(&raw, invariants);
    }

    #[test]
    fn structure_holds_on_any_characters(raw in "[\\PC\\n]{0,120}") {
        testing::parse(&raw, invariants);
    }

    /// Words are cut as UAX #29 cuts them. Left out are the deliberate differences: addresses, gender stars, doubled ASCII
    /// marks; white space and punctuation are no words to either side.
    #[test]
    fn word_bounds_agree_with_the_unicode_rules(raw in "[a-zA-ZäöüÄÖÜßéèçñ0-9 .,;:'’!?()–-]{0,80}") {
        prop_assume!(!raw.contains("''") && !raw.contains("www") && !raw.contains(",,"));
        // a full stop without its space ends a word here
        let unspaced = raw.split('.').zip(raw.split('.').skip(1)).any(|(a, b)| a.ends_with(char::is_lowercase) && b.starts_with(char::is_uppercase));
        prop_assume!(!unspaced);
        let mut ours = Vec::new();
        scan::scan(&raw, |piece| {
            if matches!(piece.class, Class::Word | Class::Number | Class::Address) {
                ours.push(&raw[piece.start..piece.end]);
            }
        });
        let theirs: Vec<&str> = raw.split_word_bounds().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
        prop_assert_eq!(ours, theirs);
    }
}

#[test]
fn a_text_of_nothing_but_marks_takes_linear_time() {
    for mark in
        ["„", "“", "\"", "'", "»", "«", "‚", "’", "(", ".", "1.", "„a, sagte er ", "a“, sagte er. ", "\n", "- a\n", "\"a\n\n", "Über uns\n", "x://", "255. a\n"]
    {
        let raw = mark.repeat(200_000 / mark.len());
        let started = std::time::Instant::now();
        testing::parse(&raw, |text| assert!(text.warnings.len() <= 100));
        let short = started.elapsed();
        assert!(short.as_secs() < 5, "{mark:?} took {short:?}");
    }
}
