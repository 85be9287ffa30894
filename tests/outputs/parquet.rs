//! Parquet: one table a file, and the nested one can be read again as releases. What analysts' own programs make of the
//! outputs is tried in Python.

use crate::common::Folder;
use oton::output::Table;
use parquet::file::reader::{FileReader, SerializedFileReader};
use serde_json::Value;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn each_table_has_a_file() {
    let folder = Folder::new();
    let objects = folder.objects();
    folder.extracted(&["-o", "@/out", "--format", "parquet"]);
    for table in Table::ALL {
        let file = SerializedFileReader::new(File::open(folder.path(&format!("out/{table}.parquet"))).expect("is there")).expect("is Parquet");
        let count: usize = objects.iter().map(|object| if table == Table::Releases { 1 } else { object[table.name()].as_array().expect("a list").len() }).sum();
        let rows: Vec<_> = file.get_row_iter(None).expect("opens").collect::<Result<_, _>>().expect("are rows");
        assert_eq!(rows.len(), count, "{table}");
        let names: Vec<String> = file.metadata().file_metadata().schema().get_fields().iter().map(|field| field.name().to_owned()).collect();
        if table == Table::Releases {
            assert_eq!(names[..3], ["oton", "id", "source"], "the contract's order is kept");
        } else {
            assert_eq!(names, table.columns().iter().map(|column| column.name).collect::<Vec<_>>());
        }
    }
    folder.extracted(&["-o", "@/a.parquet"]);
    assert_eq!(fs::read(folder.path("a.parquet")).expect("is there"), fs::read(folder.path("out/releases.parquet")).expect("is there"));
}

#[test]
fn releases_written_with_their_text_can_be_read_again() {
    let folder = Folder::new();
    let before = folder.objects();
    folder.extracted(&["-o", "@/a.parquet", "--text", "always"]);
    let output = Command::new(env!("CARGO_BIN_EXE_oton")).arg("extract").arg(folder.path("a.parquet")).output().expect("starts");
    let again: Vec<Value> = String::from_utf8(output.stdout).expect("UTF-8").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    // the third has no text, which a table of texts cannot have
    assert_eq!(again.len(), 2, "{}", String::from_utf8_lossy(&output.stderr));
    for (n, other) in again.iter().enumerate() {
        assert_eq!(other["id"], format!("a.parquet#{}", n + 1));
        assert_eq!(other["metadata"]["id"], before[n]["id"]);
        assert_eq!(other["source"]["format"], "parquet");
    }
    // the second has markup in it, which is taken for a page's in a table
    assert_eq!(before[0]["statements"], again[0]["statements"]);
}

/// Python with the packages of `requirements.txt`, in an environment of its own below the build folder.
fn python() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("analysts");
    let wanted = fs::read_to_string("tests/outputs/requirements.txt").expect("is there");
    let (python, stamp) = (folder.join("bin/python"), folder.join("requirements.txt"));
    if fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        return python;
    }
    let run = |command: &mut Command| {
        let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        assert!(output.status.success(), "{command:?}: {}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    };
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "tests/outputs/requirements.txt"]));
    fs::write(stamp, wanted).expect("can be written");
    python
}

#[test]
fn analysts_programs_open_every_output() {
    let folder = Folder::new();
    folder.extracted(&["-o", "@/out", "--format", "jsonl,csv,parquet,xlsx,sqlite"]);
    folder.extracted(&["-o", "@/out/packed.jsonl.gz", "-o", "@/out/packed.jsonl.zst"]);
    let output = Command::new(python()).arg("tests/outputs/analysts.py").arg(folder.path("out")).output().expect("starts");
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}
