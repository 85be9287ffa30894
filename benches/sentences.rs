//! Sentence splitting beside other splitters, and on texts made to be hard: `cargo bench --bench sentences`.
//!
//! Medians of one run on one thread; compare ratios within a run, never figures of two runs. `docs/performance.md` has a table.

use divan::Bencher;
use divan::counter::BytesCount;
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

/// Size of the ordinary text, in bytes.
const SIZE: usize = 8 << 20;
/// Size for a peer whose time grows faster than its text.
const SHORT: usize = 400_000;

/// German running text: the releases of `corpus/`, in a random order and with other figures each time, so that no splitter
/// meets the same text twice.
fn releases(size: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/releases");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the corpus is there").map(|entry| entry.expect("is readable").path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect();
    let mut state = 1_u64;
    let mut random = |below: usize| {
        // Knuth's linear congruential generator: the same text on every machine
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut text = String::with_capacity(size + (1 << 16));
    while text.len() < size {
        let release = &texts[random(texts.len())];
        text.extend(release.chars().map(|c| if c.is_ascii_digit() && random(3) == 0 { char::from(b'0' + random(10) as u8) } else { c }));
        text.push_str("\n\n");
    }
    let mut end = size;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}

#[divan::bench]
fn oton(bencher: Bencher) {
    let text = releases(SIZE);
    bencher.counter(BytesCount::of_str(&text)).bench(|| oton::sentences(&text).count());
}

#[divan::bench]
fn icu_segmenter(bencher: Bencher) {
    let text = releases(SIZE);
    let segmenter = icu_segmenter::SentenceSegmenter::new(icu_segmenter::options::SentenceBreakInvariantOptions::default());
    bencher.counter(BytesCount::of_str(&text)).bench(|| segmenter.segment_str(&text).count());
}

#[divan::bench]
fn unicode_segmentation(bencher: Bencher) {
    let text = releases(SIZE);
    bencher.counter(BytesCount::of_str(&text)).bench(|| text.unicode_sentences().count());
}

/// On a short text: on a long one it is slower still.
#[divan::bench]
fn sentencex(bencher: Bencher) {
    let text = releases(SHORT);
    bencher.counter(BytesCount::of_str(&text)).bench(|| sentencex::segment("de", &text).len());
}

/// Texts made to be hard, at two sizes: twice the text takes twice the time, so the throughput of both is the same.
#[divan::bench(args = ["no-stop", "stops", "opening-marks", "numbers", "one-word", "line-breaks"], consts = [5, 10], sample_count = 3, sample_size = 1)]
fn hard<const MEGABYTES: usize>(bencher: Bencher, kind: &str) {
    let piece = match kind {
        "no-stop" => "das Haus am See ",
        "stops" => ".",
        "opening-marks" => "„",
        "numbers" => "1. ",
        "one-word" => "a",
        _ => "Haus\n",
    };
    let text = piece.repeat(MEGABYTES * 1_000_000 / piece.len());
    bencher.counter(BytesCount::of_str(&text)).bench(|| oton::sentences(&text).count());
}
