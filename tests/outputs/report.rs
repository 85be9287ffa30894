//! The report: sound HTML without anything from outside, all text escaped, every link with its target; pages of a long run.

use crate::common::Folder;
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

/// Parses a page and holds it to what all pages have to be.
fn page(html: &str) -> Html {
    let page = Html::parse_document(html);
    // what is opened is closed, and nothing had to be mended for it
    for tag in ["details", "summary", "table", "tr", "td", "th", "p", "span", "i", "b", "ol", "ul", "li", "div", "a", "h3", "nav"] {
        let opened = html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
        let closed = html.matches(&format!("</{tag}>")).count();
        assert_eq!((opened, closed), (page.select(&selector(tag)).count(), opened), "{tag}");
    }
    for forbidden in ["script", "link", "img", "iframe", "object", "form", "base"] {
        assert_eq!(page.select(&selector(forbidden)).count(), 0, "{forbidden}");
    }
    let ids: Vec<&str> = page.select(&selector("[id]")).filter_map(|element| element.attr("id")).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id names one element");
    for element in page.select(&selector("*")) {
        assert!(element.value().attrs().all(|(name, _)| !name.starts_with("on") && name != "src" && name != "style"));
    }
    for link in page.select(&selector("a")).filter_map(|link| link.attr("href")) {
        match link.strip_prefix('#') {
            Some(id) => assert!(ids.contains(&id), "{link} leads somewhere"),
            None => assert!(link.starts_with("./"), "{link}"),
        }
    }
    page
}

#[test]
fn a_report_shows_the_text_and_runs_nothing() {
    let folder = Folder::new();
    folder.extracted(&["-o", "@/r.html"]);
    let html = fs::read_to_string(folder.path("r.html")).expect("is there");
    let page = page(&html);
    let releases: Vec<_> = page.select(&selector("details.release")).collect();
    assert_eq!(releases.len(), 3);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (release, name) in releases.iter().zip(["2012/preis.txt", "2013/formel.txt"]) {
        let shown: String = release.select(&selector(".text p")).map(|block| block.text().collect::<String>() + "\n").collect();
        assert_eq!(words(&shown), words(&fs::read_to_string(folder.path(&format!("in/{name}"))).expect("is there")));
    }
    let texts = |css: &str| page.select(&selector(css)).map(|element| words(&element.text().collect::<String>())).collect::<Vec<_>>();
    assert!(texts(".text .direct").contains(&"„Das ist ein guter Tag für uns alle“".to_owned()), "{:?}", texts(".text .direct"));
    assert!(texts(".text i.person").contains(&"Anna Meier".to_owned()));
    assert!(texts("#sprecher td").contains(&"Anna Meier".to_owned()));
    assert!(texts("#auszeichnungen td").iter().any(|cell| cell.contains("Kulturpreis")));
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"));
}

#[test]
fn a_long_run_has_several_pages() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let lines: String = (0..2_100).map(|n| format!("{{\"text\": \"„Das ist der Tag {n} für uns“, sagte Bürgermeisterin Anna Meier.\"}}\n")).collect();
    fs::write(folder.path().join("a.jsonl"), lines).expect("can be written");
    let report = folder.path().join("r.html");
    for _ in 0..2 {
        // the second run must not read the first one's pages
        let output = Command::new(env!("CARGO_BIN_EXE_oton")).arg("extract").arg(folder.path()).arg("-o").arg(&report).output().expect("starts");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && told.contains("the report has 2 pages") && told.contains("2100 releases read"), "{told}");
    }
    let count = |name: &str| page(&fs::read_to_string(folder.path().join(name)).expect("is there")).select(&selector("details.release")).count();
    assert_eq!((count("r.html"), count("r-2.html")), (2_000, 100));
}
