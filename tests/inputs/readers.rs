//! Whatever bytes a reader gets: an item or a failure, a document or an error, never a panic.

use super::{make, samples};
use oton::input::{self, InputError, Options, unpack};
use proptest::prelude::*;
use std::ops::ControlFlow;
use std::sync::LazyLock;

static SAMPLES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut all: Vec<Vec<u8>> = samples().into_iter().map(|(_, bytes, ..)| bytes).collect();
    let text = all[0].clone();
    all.extend([
        make::gzip(&text),
        make::bzip2(&text),
        make::xz(&text),
        make::zstd(&text),
        make::zip(&[("a", &text), ("b", &text)]),
        make::tar(&[("a", &text)]),
    ]);
    all.push(make::mail(&make::release("Anna Meier"), Some(("a.zip", &make::zip(&[("a", &text)])))).into_bytes());
    all
});

/// Reads everything in the bytes.
fn read(bytes: &[u8]) -> Result<(), TestCaseError> {
    let options = Options { largest: 1 << 20, poppler: false, ..Options::default() };
    let name = unpack::Name { id: "x".to_owned(), uri: "x".to_owned() };
    let mut broken = None;
    let flow = unpack::reader(&name, bytes, &options, &mut |item| {
        if let Ok(item) = item {
            let is_pdf = matches!(item.shape, input::Shape::Leaf(input::detect::Leaf::Pdf));
            match input::document(&item, &options) {
                // the message of a caught panic; PDFs are read in a thread that may fail
                Err(InputError::Broken(message)) if !is_pdf && message.contains("the converter failed") => broken = Some(item.shape),
                _ => {}
            }
        }
        ControlFlow::Continue(())
    });
    prop_assert!(flow.is_continue());
    prop_assert!(broken.is_none(), "a converter panicked: {broken:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        read(&bytes)?;
    }

    #[test]
    fn any_bytes_behind_a_known_beginning(sample in 0..26_usize, keep in 4..600_usize, bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let sample = &SAMPLES[sample % SAMPLES.len()];
        read(&[&sample[..keep.min(sample.len())], bytes.as_slice()].concat())?;
    }

    #[test]
    fn samples_with_some_bytes_changed(sample in 0..26_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), end in any::<prop::sample::Index>()) {
        let mut bytes = SAMPLES[sample % SAMPLES.len()].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let end = end.index(bytes.len() * 2);
        bytes.truncate(end.max(1));
        read(&bytes)?;
    }

    #[test]
    fn any_markup(text in "(<[a-z/!]{0,6}|[a-z]{0,3}=|\"|'|>|&[a-z#0-9]{0,5};?|\\PC){0,80}") {
        for before in ["<html>", "<rss><item>", "<nitf>", "{\\rtf1 ", "# x\n# y\n", "{\"text\": \"<p>", "id;text\n1;"] {
            read(format!("{before}{text}").as_bytes())?;
        }
    }
}
