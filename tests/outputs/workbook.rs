//! The workbook: a sheet a table, texts as texts, too long ones cut off and told.

use crate::common::Folder;
use oton::output::Table;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::Command;

/// A file of the workbook's archive.
fn inside(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(File::open(path).expect("is there")).expect("is a ZIP");
    let mut text = String::new();
    archive.by_name(name).expect("is in it").read_to_string(&mut text).expect("is UTF-8");
    text
}

#[test]
fn sheets_hold_texts_and_no_formulas() {
    let folder = Folder::new();
    let objects = folder.objects();
    folder.extracted(&["-o", "@/a.xlsx"]);
    let path = folder.path("a.xlsx");
    let workbook = inside(&path, "xl/workbook.xml");
    let workbook = roxmltree::Document::parse(&workbook).expect("is XML");
    let names: Vec<&str> = workbook.descendants().filter(|node| node.has_tag_name_local("sheet")).filter_map(|node| node.attribute("name")).collect();
    assert_eq!(names, Table::ALL.map(Table::name));
    for (n, table) in Table::ALL.into_iter().enumerate() {
        let sheet = inside(&path, &format!("xl/worksheets/sheet{}.xml", n + 1));
        let sheet = roxmltree::Document::parse(&sheet).expect("is XML");
        let count: usize = objects.iter().map(|object| if table == Table::Releases { 1 } else { object[table.name()].as_array().expect("a list").len() }).sum();
        assert_eq!(sheet.descendants().filter(|node| node.has_tag_name_local("row")).count(), count + 1, "{table}");
        assert!(sheet.descendants().all(|node| !node.has_tag_name_local("f")), "{table} has no formula");
        if table == Table::Statements {
            let texts: String = sheet.descendants().filter(|node| node.has_tag_name_local("t")).filter_map(|node| node.text()).collect();
            assert!(texts.contains("=1+1 ist für uns"), "the text is as the release has it");
        }
    }
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for roxmltree::Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}

#[test]
fn what_does_not_fit_a_cell_is_told() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let long = format!("„{}“, sagte Bürgermeisterin Anna Meier.", "Wir freuen uns, dass alle kommen, ".repeat(1_200).trim_end_matches(", "));
    fs::write(folder.path().join("a.txt"), long).expect("can be written");
    let target = folder.path().join("a.xlsx");
    let output = Command::new(env!("CARGO_BIN_EXE_oton")).arg("extract").arg(folder.path().join("a.txt")).arg("-o").arg(&target).output().expect("starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.contains("cut off at 32767 characters"), "{told}");
}
