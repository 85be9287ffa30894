//! Flat tables: as many rows as the lists have findings, the same values, no formulas, columns as documented.

use crate::common::Folder;
use crate::generated;
use csv_core::{ReadRecordResult, Reader};
use oton::output::Table;
use serde_json::Value;
use std::fmt::Write;
use std::fs;

/// Rows of a CSV file as maps from column to value.
fn rows(folder: &Folder, name: &str) -> Vec<Value> {
    let bytes = fs::read(folder.path(name)).expect("is there");
    let mut reader = Reader::new();
    let (mut input, mut rows) = (bytes.as_slice(), Vec::<Vec<String>>::new());
    loop {
        let (mut fields, mut ends) = (vec![0; bytes.len() + 1], [0; 64]);
        let (result, read, _, count) = reader.read_record(input, &mut fields, &mut ends);
        input = &input[read..];
        match result {
            ReadRecordResult::Record => {
                let starts = std::iter::once(0).chain(ends).take(count);
                rows.push(starts.zip(ends).map(|(start, end)| String::from_utf8(fields[start..end].to_vec()).expect("UTF-8")).collect());
            }
            ReadRecordResult::End => break,
            other => panic!("{name}: {other:?}"),
        }
    }
    let header = rows.remove(0);
    rows.into_iter().map(|row| header.iter().cloned().zip(row.into_iter().map(Value::from)).collect::<serde_json::Map<_, _>>().into()).collect()
}

#[test]
fn tables_hold_what_the_objects_hold() {
    let folder = Folder::new();
    let objects = folder.objects();
    folder.extracted(&["-o", "@/out", "--format", "csv"]);
    assert_eq!(folder.names("out").len(), Table::ALL.len());
    for table in Table::ALL {
        let rows = rows(&folder, &format!("out/{table}.csv"));
        let columns = table.columns();
        let count: usize = objects.iter().map(|object| if table == Table::Releases { 1 } else { object[table.name()].as_array().expect("a list").len() }).sum();
        assert_eq!(rows.len(), count, "{table}");
        assert!(count > 0, "{table} is tried");
        let keys: std::collections::BTreeSet<String> =
            rows.iter().map(|row| columns[..table.key()].iter().map(|c| format!("{} ", row[c.name])).collect()).collect();
        assert_eq!(keys.len(), rows.len(), "{table}: a key names one row");
        for column in columns {
            let values = rows.iter().filter(|row| row[column.name] != "").count();
            assert!(!column.required || values == rows.len(), "{table}.{} always has a value", column.name);
        }
    }
    let said =
        |object: &Value| object["statements"].as_array().expect("a list").iter().map(|s| s["text"].as_str().expect("text").to_owned()).collect::<Vec<_>>();
    let expected: Vec<String> = objects.iter().flat_map(said).collect();
    let statements = rows(&folder, "out/statements.csv");
    for (row, text) in statements.iter().zip(&expected) {
        let formula = text.starts_with(['=', '+', '-', '@']);
        assert_eq!(row["text"], Value::from(if formula { format!("'{text}") } else { text.clone() }));
    }
    assert!(expected.iter().any(|text| text.starts_with('=')), "a formula is tried");
    let museum = statements.iter().find(|row| row["speaker"] == "Anna Meier").expect("is there");
    assert_eq!(museum["speaker_role"], Value::from("Direktorin"));
    let said = objects.iter().flat_map(|o| o["statements"].as_array().expect("a list")).find(|s| s["speakers"][0]["name"] == "Anna Meier").expect("is there");
    assert_eq!(museum["confidence"], Value::from(said["confidence"].to_string()));
}

#[test]
fn a_file_holds_the_table_that_is_asked_for() {
    let folder = Folder::new();
    folder.extracted(&["-o", "@/all", "--format", "csv"]);
    let whole = |name: &str| fs::read(folder.path(&format!("all/{name}.csv"))).expect("is there");
    folder.extracted(&["-o", "@/a.csv"]);
    assert_eq!(fs::read(folder.path("a.csv")).expect("is there"), whole("statements"));
    assert_eq!(folder.extracted(&["--format", "csv", "--tables", "awards"]).stdout, whole("awards"));
    folder.extracted(&["-o", "@/some", "--format", "csv", "--tables", "persons,releases"]);
    assert_eq!(folder.names("some"), ["persons.csv", "releases.csv"]);
    let output = folder.extract(&["-o", "@/b.csv", "--tables", "persons,awards"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("holds one table"));
    assert_eq!(folder.extract(&["-o", "@/b.jsonl", "--tables", "persons"]).status.code(), Some(2));
}

#[test]
fn every_output_is_the_same_on_every_run() {
    let folder = Folder::new();
    let every = oton::output::Format::names().collect::<Vec<_>>().join(",");
    folder.extracted(&["-o", "@/one", "--format", &every, "--jobs", "1"]);
    folder.extracted(&["-o", "@/other", "--format", &every, "--jobs", "8"]);
    let names = folder.names("one");
    assert_eq!(names, folder.names("other"));
    for name in names {
        let read = |run: &str| fs::read(folder.path(&format!("{run}/{name}"))).expect("is there");
        assert!(read("one") == read("other"), "{name} differs");
    }
}

#[test]
fn the_columns_are_documented() {
    let mut made = String::new();
    for table in Table::ALL {
        writeln!(made, "### `{table}`\n\n{}\n\n| column | type | |\n|---|---|---|", table.about()).expect("memory takes it");
        for (n, column) in table.columns().iter().enumerate() {
            let key = if n < table.key() { " (key)" } else { "" };
            let empty = if column.required { "" } else { ", or empty" };
            writeln!(made, "| `{}`{key} | {}{empty} | {} |", column.name, column.kind.name(), column.about).expect("memory takes it");
        }
        made.push('\n');
    }
    generated::check_part("docs/outputs.md", "columns", &made);
}
