//! The list files: `# ` head comments, a header row, then rows of tab-separated columns.
//!
//! `build.rs` compiles this file too: it must not depend on the rest of the crate.

/// Most columns a list has.
const COLUMNS: usize = 8;

/// The rows of a list file, as arrays of trimmed columns; a column missing at a row's end is empty.
pub fn rows(file: &str) -> impl Iterator<Item = [&str; COLUMNS]> {
    file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).skip(1).map(columns)
}

/// The columns of a line.
pub fn columns(line: &str) -> [&str; COLUMNS] {
    let mut row = [""; COLUMNS];
    for (cell, column) in row.iter_mut().zip(line.split('\t')) {
        *cell = column.trim();
    }
    row
}
