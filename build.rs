//! Compiles `gazetteers/` into the tables that the binary carries: word forms (`lexicon`) and names (`gazetteer`).

#![allow(dead_code)] // the shared files have more than the build needs

#[path = "src/german/adjective.rs"]
mod adjective;
#[path = "src/gazetteer/compile.rs"]
mod compile;
#[path = "src/lexicon/compound.rs"]
mod compound;
#[path = "src/lexicon/flags.rs"]
mod flags;
#[path = "src/text/scan/mod.rs"]
mod scan;
#[path = "src/lexicon/table.rs"]
mod table;
#[path = "src/gazetteer/tsv.rs"]
mod tsv;
#[path = "build/words.rs"]
mod words;

mod gazetteer {
    pub(crate) use crate::tsv;
}
mod german {
    pub(crate) use crate::adjective;
}
mod lexicon {
    pub(crate) use crate::{flags, table};
}
mod text {
    pub(crate) use crate::scan;
}

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    for watched in ["build", "gazetteers", "src/lexicon", "src/gazetteer", "src/german/adjective.rs", "src/text/scan"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    words::compile(Path::new("gazetteers"), &out);
    names(Path::new("gazetteers/names"), &out);
}

/// Compiles every list of names, in file order.
fn names(folder: &Path, out: &Path) {
    let mut names = compile::Names::default();
    for file in files(folder) {
        let text = read(&file);
        if let Err(bad) = names.read(&text) {
            panic!("{}, line {}, column {}: {}", file.display(), bad.line, bad.column, bad.message);
        }
    }
    let compiled = names.compile(0);
    let (mut text, mut starts) = (String::new(), Vec::new());
    for entry in &compiled.entries {
        starts.extend((text.len() as u32).to_le_bytes());
        text.push_str(entry);
        text.push('\n');
    }
    write(out, "names.tsv", text.as_bytes());
    write(out, "name_starts.bin", &starts);
    write(out, "name_slots.bin", &compiled.slots);
    write(out, "name_handles.bin", &compiled.handles);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    files
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

fn write(out: &Path, name: &str, bytes: &[u8]) {
    fs::write(out.join(name), bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
}
