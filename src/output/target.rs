//! What is written where: formats and tables, as flags or file names ask for them.

use super::html;
use anyhow::{bail, ensure};
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// A format of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// JSON Lines: the contract itself, one object a release.
    Jsonl,
    /// Comma-separated values, a table a file.
    Csv,
    /// Parquet, a table a file; the releases are nested as in the JSON.
    Parquet,
    /// A workbook, a sheet a table.
    Xlsx,
    /// An SQLite database.
    Sqlite,
    /// Web Annotations in JSON-LD.
    Jsonld,
    /// A report for people, in a page of its own.
    Html,
}

/// A table of results; `docs/outputs.md` has the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// One row a release.
    Releases,
    /// Who said what.
    Statements,
    /// Persons.
    Persons,
    /// Organisations.
    Organisations,
    /// Awards.
    Awards,
    /// Who gave what to whom.
    Conferrals,
    /// Sentences.
    Sentences,
}

impl Format {
    /// All formats with their names and the endings of file names that stand for them; the first ending is the usual one.
    const ALL: [(Format, &'static str, &'static [&'static str]); 7] = [
        (Format::Jsonl, "jsonl", &["jsonl", "ndjson", "json"]),
        (Format::Csv, "csv", &["csv"]),
        (Format::Parquet, "parquet", &["parquet"]),
        (Format::Xlsx, "xlsx", &["xlsx"]),
        (Format::Sqlite, "sqlite", &["sqlite", "sqlite3", "db"]),
        (Format::Jsonld, "jsonld", &["jsonld"]),
        (Format::Html, "html", &["html", "htm"]),
    ];

    /// The names, as flags take them.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(_, name, _)| *name)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(format, ..)| *format == self).map_or("jsonl", |(_, name, _)| name)
    }

    /// The format that a file name tells; a further `.gz` or `.zst` does not matter. A name without an ending is JSON Lines.
    fn of_name(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
        let Some((_, ending)) = name.trim_start_matches('.').rsplit_once('.') else { return Some(Format::Jsonl) };
        Self::ALL.iter().find(|(_, _, endings)| endings.contains(&ending)).map(|(format, ..)| *format)
    }

    /// Whether it is text that is written from the first release on: to standard output too, and packed where the name says so.
    fn streams(self) -> bool {
        matches!(self, Format::Jsonl | Format::Csv | Format::Jsonld)
    }

    /// Which tables a file of it holds.
    fn tables(self) -> Tables {
        match self {
            Format::Jsonl | Format::Jsonld | Format::Html => Tables::None,
            Format::Csv => Tables::One(Table::Statements),
            Format::Parquet => Tables::One(Table::Releases),
            Format::Xlsx | Format::Sqlite => Tables::All,
        }
    }

    /// Name of its file in a folder, but for a format with a file a table.
    fn file_name(self) -> &'static str {
        match self {
            Format::Jsonl => "releases.jsonl",
            Format::Csv => "statements.csv",
            Format::Parquet => "releases.parquet",
            Format::Xlsx => "tables.xlsx",
            Format::Sqlite => "tables.sqlite",
            Format::Jsonld => "annotations.jsonld",
            Format::Html => "report.html",
        }
    }
}

/// Which tables a file holds.
enum Tables {
    /// None: it is no format of tables.
    None,
    /// One, and which when the user names none.
    One(Table),
    /// All of them.
    All,
}

impl FromStr for Format {
    type Err = anyhow::Error;
    fn from_str(word: &str) -> anyhow::Result<Self> {
        let known = Self::ALL.iter().find(|(_, name, _)| *name == word).map(|(format, ..)| *format);
        known.ok_or_else(|| anyhow::anyhow!("\"{word}\" is no format; formats are {}", Self::names().collect::<Vec<_>>().join(", ")))
    }
}

impl Table {
    /// All tables, in the order they are written in.
    pub const ALL: [Table; 7] = [Table::Releases, Table::Statements, Table::Persons, Table::Organisations, Table::Awards, Table::Conferrals, Table::Sentences];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Table::Releases => "releases",
            Table::Statements => "statements",
            Table::Persons => "persons",
            Table::Organisations => "organisations",
            Table::Awards => "awards",
            Table::Conferrals => "conferrals",
            Table::Sentences => "sentences",
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for Table {
    type Err = anyhow::Error;
    fn from_str(word: &str) -> anyhow::Result<Self> {
        let known = Self::ALL.into_iter().find(|table| table.name() == word);
        known.ok_or_else(|| anyhow::anyhow!("\"{word}\" is no table; tables are {}", Self::ALL.map(Table::name).join(", ")))
    }
}

/// One file of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its format.
    pub format: Format,
    /// Where it goes; `-` is standard output.
    pub path: PathBuf,
    /// The tables in it, of a format of tables.
    pub tables: Vec<Table>,
    /// Whether the folder it stands in is the one the user asked for, which is made where it is not there.
    pub in_folder: bool,
}

impl Target {
    /// Whether it is standard output.
    pub fn is_stdout(&self) -> bool {
        self.path == Path::new("-")
    }

    /// The table in a file that holds one.
    pub(super) fn table(&self) -> Table {
        self.tables.first().copied().unwrap_or(Table::Statements)
    }

    /// Whether a file that is there is one that the target writes. What was written below a folder must not be read as a
    /// release by the next run.
    pub fn owns(&self, file: &Path) -> bool {
        let same = |own: &Path| own.is_file() && matches!((own.canonicalize(), file.canonicalize()), (Ok(own), Ok(file)) if own == file);
        let further = || self.format == Format::Html && file.file_name().is_some_and(|name| html::is_page(&self.path, &self.path.with_file_name(name)));
        !self.is_stdout() && (same(&self.path) || further() && same(&self.path.with_file_name(file.file_name().unwrap_or_default())))
    }

    /// Whether it is a file, or may become one; a pipe or a device is written as the results come.
    pub fn is_file(&self) -> bool {
        !self.is_stdout() && self.path.metadata().map_or(true, |facts| facts.is_file() || facts.is_dir())
    }

    /// Whether the file has the lines of the run as they are.
    pub fn has_lines(&self) -> bool {
        let packed = self.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz") || ending.eq_ignore_ascii_case("zst"));
        self.format == Format::Jsonl && !packed
    }
}

/// The files that flags ask for: `outputs` are the values of `-o`, `formats` of `--format`, `tables` of `--tables`.
///
/// Without `-o`, or with `-o -`, results go to standard output. Without `--format` every `-o` is a file, and its name tells
/// the format. With `--format` there is one `-o`: a file where one format is asked for and the name has an ending, else a folder.
/// A folder (one that is there, or a name that ends in `/`) gets JSON Lines when no format is asked for. A file that can hold but one table has
/// the one that is asked for; a folder has them all, or those that are asked for.
///
/// # Errors
/// What cannot be written so, for the user.
pub fn targets(outputs: &[PathBuf], formats: &[Format], tables: &[Table]) -> anyhow::Result<Vec<Target>> {
    let stdout = [PathBuf::from("-")];
    let outputs = if outputs.is_empty() { &stdout } else { outputs };
    let mut formats = formats.to_vec();
    let mut seen = Vec::new();
    formats.retain(|format| {
        !seen.contains(format) && {
            seen.push(*format);
            true
        }
    });
    let mut tables = tables.to_vec();
    tables.sort_unstable();
    tables.dedup();
    let tables = tables.as_slice();
    let mut targets = Vec::new();
    match (outputs, formats.as_slice()) {
        (outputs, []) => {
            for path in outputs {
                if is_folder(path) {
                    in_folder(path, Format::Jsonl, tables, &mut targets);
                } else if path == Path::new("-") {
                    targets.push(one_file(path, Format::Jsonl, tables)?);
                } else {
                    let format = Format::of_name(path).ok_or_else(|| {
                        let names = Format::names().collect::<Vec<_>>().join(", ");
                        anyhow::anyhow!("{}: the name tells no format; name one with --format ({names})", path.display())
                    })?;
                    targets.push(one_file(path, format, tables)?);
                }
            }
        }
        ([path], [format]) if !is_folder(path) && !may_be_folder(path) => targets.push(one_file(path, *format, tables)?),
        ([path], formats) => {
            ensure!(path != Path::new("-"), "several formats need a folder: give one with -o");
            ensure!(!path.is_file(), "{}: several formats need a folder, and this is a file", path.display());
            formats.iter().for_each(|format| in_folder(path, *format, tables, &mut targets));
        }
        _ => bail!("--format goes with one -o; where there are several, the names of the files tell their formats"),
    }
    ensure!(tables.is_empty() || targets.iter().any(|target| !target.tables.is_empty()), "--tables goes with formats of tables: csv, parquet, xlsx, sqlite");
    for (n, target) in targets.iter().enumerate() {
        ensure!(targets[..n].iter().all(|other| other.path != target.path), "{}: would be written twice", target.path.display());
    }
    Ok(targets)
}

/// Whether results go into it and not over it.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

/// Whether a name without an ending, of nothing that is there, stands for a folder beside `--format`.
fn may_be_folder(path: &Path) -> bool {
    path != Path::new("-") && path.extension().is_none() && !path.exists()
}

fn one_file(path: &Path, format: Format, tables: &[Table]) -> anyhow::Result<Target> {
    let packed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz") || ending.eq_ignore_ascii_case("zst"));
    let name = format.name();
    ensure!(!packed || format.streams(), "{}: {name} is not packed again; leave the last ending away", path.display());
    ensure!(path != Path::new("-") || format.streams(), "{name} is not written to standard output; name a file with -o");
    let tables = match (format.tables(), tables) {
        (Tables::None, _) => Vec::new(),
        (Tables::All, []) => Table::ALL.to_vec(),
        (Tables::All, some) => some.to_vec(),
        (Tables::One(usual), []) => vec![usual],
        (Tables::One(_), [one]) => vec![*one],
        (Tables::One(_), _) => bail!("a file of the format {name} holds one table; give a folder with -o for several"),
    };
    Ok(Target { format, path: path.to_owned(), tables, in_folder: false })
}

fn in_folder(folder: &Path, format: Format, tables: &[Table], targets: &mut Vec<Target>) {
    let file = |name: &str, tables: Vec<Table>| Target { format, path: folder.join(name), tables, in_folder: true };
    let tables = if tables.is_empty() { &Table::ALL } else { tables };
    match format.tables() {
        Tables::None => targets.push(file(format.file_name(), Vec::new())),
        Tables::All => targets.push(file(format.file_name(), tables.to_vec())),
        Tables::One(_) => targets.extend(tables.iter().map(|table| file(&format!("{table}.{}", format.name()), vec![*table]))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(outputs: &[&str], formats: &[Format]) -> Result<Vec<String>, String> {
        let outputs: Vec<PathBuf> = outputs.iter().map(PathBuf::from).collect();
        let found = targets(&outputs, formats, &[]).map_err(|error| error.to_string())?;
        Ok(found.iter().map(|target| format!("{} {}", target.format.name(), target.path.display())).collect())
    }

    #[test]
    fn names_tell_formats() {
        assert_eq!(paths(&[], &[]), Ok(vec!["jsonl -".to_owned()]));
        assert_eq!(paths(&["a.jsonl", "b.JSONL.gz", "c"], &[]), Ok(vec!["jsonl a.jsonl".to_owned(), "jsonl b.JSONL.gz".to_owned(), "jsonl c".to_owned()]));
        assert_eq!(paths(&["new/"], &[]), Ok(vec!["jsonl new/releases.jsonl".to_owned()]));
        assert!(paths(&["a.docx"], &[]).is_err_and(|error| error.contains("tells no format")));
        assert!(paths(&["a.jsonl", "a.jsonl"], &[]).is_err_and(|error| error.contains("twice")));
        assert!(paths(&["a", "b"], &[Format::Jsonl]).is_err());
    }
}
