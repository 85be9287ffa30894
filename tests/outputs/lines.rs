//! JSON Lines: plain, packed, indented; files that are seen when they are whole.

use crate::common::Folder;
use std::fs;
use std::io::Read;

#[test]
fn a_file_holds_what_standard_output_holds_packed_or_not() {
    let folder = Folder::new();
    let plain = folder.extracted(&[]).stdout;
    folder.extracted(&["-o", "@/a.jsonl", "-o", "@/b.jsonl.gz", "-o", "@/c.jsonl.zst"]);
    assert_eq!(folder.names("."), ["a.jsonl", "b.jsonl.gz", "c.jsonl.zst", "in"]);
    assert_eq!(fs::read(folder.path("a.jsonl")).expect("is there"), plain);
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(fs::File::open(folder.path("b.jsonl.gz")).expect("is there")).read_to_end(&mut unpacked).expect("is gzip");
    assert_eq!(unpacked, plain);
    assert_eq!(zstd::decode_all(fs::File::open(folder.path("c.jsonl.zst")).expect("is there")).expect("is Zstandard"), plain);
    folder.extracted(&["-o", "@/folder/", "--format", "jsonl"]);
    assert_eq!(fs::read(folder.path("folder/releases.jsonl")).expect("is there"), plain);
}

#[test]
fn indented_objects_say_the_same() {
    let folder = Folder::new();
    let pretty = String::from_utf8(folder.extracted(&["--pretty"]).stdout).expect("UTF-8");
    let objects: Vec<serde_json::Value> = serde_json::Deserializer::from_str(&pretty).into_iter().map(|object| object.expect("JSON")).collect();
    assert_eq!(objects, folder.objects());
    assert!(pretty.starts_with("{\n  \"oton\": \"1.0\",\n  \"id\""), "the contract's order is kept");
}

#[test]
fn a_run_that_fails_leaves_the_former_results() {
    let folder = Folder::new();
    fs::write(folder.path("a.jsonl"), "former").expect("can be written");
    let output = folder.extract(&["-o", "@/a.jsonl", "-o", "@/no/b.jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no/b.jsonl"));
    assert_eq!(fs::read_to_string(folder.path("a.jsonl")).expect("is there"), "former");
    assert_eq!(folder.names("."), ["a.jsonl", "in"]);
}

#[test]
fn names_that_tell_nothing_are_bad_usage() {
    let folder = Folder::new();
    for arguments in [&["-o", "@/a.docx"][..], &["-o", "@/no/a.jsonl"], &["-o", "@/a", "-o", "@/b", "--format", "jsonl"], &["--format", "doc"]] {
        assert_eq!(folder.extract(arguments).status.code(), Some(2), "{arguments:?}");
    }
}
