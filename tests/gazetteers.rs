//! The committed lists are those that `gazetteers/build.py` made: neither was changed without the other.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn sha256(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[test]
fn no_built_list_is_stale() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers");
    let record = fs::read_to_string(folder.join("built.tsv")).expect("built.tsv is there");
    let rows: Vec<[&str; 3]> = record
        .lines()
        .filter(|line| !line.starts_with("# "))
        .skip(1)
        .map(|line| line.split('\t').collect::<Vec<_>>().try_into().expect("three columns"))
        .collect();
    let stale = |role: &str| -> Vec<&str> {
        rows.iter().filter(|[own, file, hash]| *own == role && sha256(&folder.join(file)) != *hash).map(|[_, file, _]| *file).collect()
    };
    let programs = stale("program");
    assert!(programs.is_empty(), "{programs:?} changed since the lists were made: run gazetteers/build.py and commit what it writes");
    let lists = stale("made");
    assert!(lists.is_empty(), "{lists:?} were changed by hand: put the change into gazetteers/build.py and run it");
    assert!(rows.iter().filter(|[role, ..]| *role == "made").count() > 15, "too few lists are recorded");
}
