//! Web Annotations: JSON, and selectors that cut the words they quote, whatever unit the run's own spans have.

use crate::common::Folder;
use serde_json::Value;
use std::fs;

#[test]
fn selectors_cut_what_they_quote() {
    let folder = Folder::new();
    folder.extracted(&["-o", "@/a.jsonld"]);
    let page: Value = serde_json::from_slice(&fs::read(folder.path("a.jsonld")).expect("is there")).expect("JSON");
    assert_eq!(page["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    let items = page["items"].as_array().expect("a list");
    let objects = folder.objects();
    let found: usize = ["statements", "persons", "organisations", "awards", "conferrals"]
        .iter()
        .map(|list| objects.iter().map(|object| object[list].as_array().expect("a list").len()).sum::<usize>())
        .sum();
    assert_eq!(items.len(), found);
    let ids: std::collections::BTreeSet<&str> = items.iter().map(|item| item["id"].as_str().expect("an id")).collect();
    assert_eq!(ids.len(), items.len());
    for target in items.iter().flat_map(|item| item["target"].as_array().expect("a list")) {
        let text: Vec<char> = fs::read_to_string(target["source"].as_str().expect("a path")).expect("a release").chars().collect();
        let [quote, position] = [&target["selector"][0], &target["selector"][1]];
        let at = |name: &str| usize::try_from(position[name].as_u64().expect("a number")).expect("fits");
        let cut = |from: usize, upto: usize| text[from..upto].iter().collect::<String>();
        let (start, end) = (at("start"), at("end"));
        assert_eq!(quote["exact"], cut(start, end));
        // the text is put together from its sentences here: white space between them may differ
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(quote["prefix"].as_str().expect("text")), words(&cut(start.saturating_sub(32), start)));
        assert_eq!(words(quote["suffix"].as_str().expect("text")), words(&cut(end, (end + 32).min(text.len()))));
    }
}

#[test]
fn the_unit_of_the_runs_spans_does_not_matter() {
    let folder = Folder::new();
    let made = |arguments: &[&str]| folder.extracted(&[&["--format", "jsonld", "--text", "always"], arguments].concat()).stdout;
    let points = made(&[]);
    assert!(points == made(&["--offsets", "utf8"]) && points == made(&["--offsets", "utf16"]));
    assert!(!String::from_utf8(points).expect("UTF-8").contains("\"target\":[]"));
}
