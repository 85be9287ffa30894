//! Formats beside plain text: how fast releases are read out of each, and read and analysed: `cargo bench --bench formats`.
//!
//! Medians of one run on one thread; compare ratios within a run, never figures of two runs. `docs/archives.md` has a table.

#[path = "../tests/inputs/make.rs"]
mod make;

use divan::Bencher;
use divan::counter::ItemsCount;
use make::Release;
use oton::input::{self, Options, unpack};
use oton::{Analyzer, Config};
use std::ops::ControlFlow;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// Releases in a file.
const COUNT: usize = 100;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(Config::default()).expect("has no lists of the user"));

/// A format's name, and one or more files.
type Format = (&'static str, Vec<Vec<u8>>);

/// The same releases in each format.
static FILES: LazyLock<Vec<Format>> = LazyLock::new(|| {
    let releases: Vec<Release> = (0..COUNT).map(|n| make::release(&format!("Anna Meier{n}"))).collect();
    let each = |write: &dyn Fn(&Release) -> Vec<u8>| releases.iter().map(write).collect::<Vec<_>>();
    let texts: Vec<(String, Vec<u8>)> = releases.iter().enumerate().map(|(n, release)| (format!("{n}.txt"), release.text().into_bytes())).collect();
    let texts: Vec<(&str, &[u8])> = texts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let lines = releases.iter().enumerate().map(|(n, release)| make::json(release, n)).collect::<Vec<_>>();
    let mails: Vec<String> = releases.iter().map(|release| make::mail(release, None)).collect();
    let tar = make::tar(&texts);
    vec![
        ("text", each(&|release| release.text().into_bytes())),
        ("markdown", each(&|release| make::markdown(release).into_bytes())),
        ("html", each(&|release| make::html(release).into_bytes())),
        ("eml", each(&|release| make::mail(release, None).into_bytes())),
        ("mbox", vec![make::mbox(&mails).into_bytes()]),
        ("pdf", each(&make::pdf)),
        ("docx", each(&make::docx)),
        ("odt", each(&make::odt)),
        ("rtf", each(&|release| make::rtf(release).into_bytes())),
        ("jsonl", vec![lines.join("\n").into_bytes()]),
        ("json", vec![format!("[{}]", lines.join(",")).into_bytes()]),
        ("csv", vec![make::csv(&releases, ';').into_bytes()]),
        ("parquet", vec![make::parquet(&releases)]),
        ("rss", vec![make::rss(&releases).into_bytes()]),
        ("atom", vec![make::atom(&releases).into_bytes()]),
        ("nitf", each(&|release| make::nitf(release).into_bytes())),
        ("newsml", vec![make::newsml(&releases).into_bytes()]),
        ("warc", vec![releases.iter().flat_map(make::warc).collect()]),
        ("tar", vec![tar.clone()]),
        ("tar.gz", vec![make::gzip(&tar)]),
        ("tar.bz2", vec![make::bzip2(&tar)]),
        ("tar.xz", vec![make::xz(&tar)]),
        ("tar.zst", vec![make::zstd(&tar)]),
        ("zip", vec![make::zip(&texts)]),
    ]
});

fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// Reads all releases of a format.
fn read(format: &str, mut each: impl FnMut(&str)) {
    let options = Options { poppler: false, ..Options::default() };
    let files = FILES.iter().find(|(name, _)| *name == format).map_or(&[][..], |(_, files)| files);
    let name = unpack::Name { id: "x".to_owned(), uri: "x".to_owned() };
    let mut releases = 0;
    for file in files {
        let _ = unpack::reader(&name, file.as_slice(), &options, &mut |item| {
            let document = input::document(&item.expect("is a release"), &options).expect("is a document");
            each(&document.text);
            releases += 1;
            ControlFlow::Continue(())
        });
    }
    assert_eq!(releases, COUNT, "{format}");
}

#[divan::bench(args = names())]
fn reading(bencher: Bencher, format: &str) {
    bencher.counter(ItemsCount::new(COUNT)).bench(|| read(format, |text| divan::black_box_drop(text.len())));
}

#[divan::bench(args = names())]
fn reading_and_analysing(bencher: Bencher, format: &str) {
    bencher.counter(ItemsCount::new(COUNT)).bench(|| read(format, |text| divan::black_box_drop(ANALYZER.analyze(text))));
}
