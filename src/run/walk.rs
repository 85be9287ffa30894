//! Path arguments → sources, in a stable order: folders are walked by name, links are followed, hidden files are left out.

use super::Failure;
use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Path below the folder that all arguments share, with `/` between its parts.
    pub id: String,
    /// Path as given, or found below a path as given; `-` for standard input.
    pub uri: String,
    /// The file; `None` for standard input.
    pub path: Option<PathBuf>,
}

/// All sources of the arguments, one at a time, and what could not be walked.
///
/// A folder is read wholly, a pattern (`*`, `?`, `[…]`) that names no file as it stands is expanded, `-` is standard
/// input. A file reached twice is given once. Ids do not depend on anything but the arguments and the file's path.
pub fn sources(arguments: &[OsString]) -> impl Iterator<Item = Result<Source, Failure>> + Send + use<> {
    let roots: Vec<Result<PathBuf, Failure>> = arguments.iter().flat_map(|argument| expand(argument)).collect();
    let base = shared_folder(roots.iter().flatten());
    // which argument names a path first
    let mut first: HashMap<PathBuf, usize> = HashMap::new();
    for (number, root) in roots.iter().enumerate() {
        if let Ok(root) = root {
            first.entry(root.clone()).or_insert(number);
        }
    }
    let found_before = move |number: usize, path: &Path| {
        let mut visible = true;
        path.ancestors().any(|folder| {
            let found = visible && first.get(folder).is_some_and(|&first| first < number);
            visible &= !is_hidden(folder.file_name().unwrap_or_default());
            found
        })
    };
    let found = roots.into_iter().enumerate().flat_map(|(number, root)| {
        let found: Box<dyn Iterator<Item = Result<PathBuf, Failure>> + Send> = match root {
            Ok(root) if root != Path::new("-") => Box::new(files(root)),
            other => Box::new(std::iter::once(other)),
        };
        found.map(move |found| (number, found))
    });
    found.filter_map(move |(number, found)| match found {
        Err(failure) => Some(Err(failure)),
        Ok(path) => {
            if found_before(number, &path) {
                return None;
            }
            let uri = slashes(&path);
            let path = (path != Path::new("-")).then_some(path);
            let id = path.as_deref().map_or_else(|| "-".to_owned(), |path| slashes(path.strip_prefix(&base).unwrap_or(path)));
            Some(Ok(Source { id, uri, path }))
        }
    })
}

/// Bytes of all files of the arguments. `more` is asked before each, and ends the count when it says `false`.
pub fn size(arguments: &[OsString], more: impl Fn() -> bool) -> Option<u64> {
    let mut total = 0;
    for root in arguments.iter().flat_map(|argument| expand(argument)).flatten().filter(|root| root != Path::new("-")) {
        // in any order, so that no folder's names are kept
        for entry in
            walkdir::WalkDir::new(root).follow_links(true).into_iter().filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name())).flatten()
        {
            if entry.file_type().is_file() {
                total += entry.metadata().map_or(0, |facts| facts.len());
            }
            if !more() {
                return None;
            }
        }
    }
    Some(total)
}

fn is_hidden(name: &OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

/// The argument itself, or the paths a pattern stands for, in order.
fn expand(argument: &OsStr) -> Vec<Result<PathBuf, Failure>> {
    let path = PathBuf::from(argument);
    let Some(pattern) = argument.to_str().filter(|text| *text != "-" && text.contains(['*', '?', '[']) && !path.exists()) else {
        return vec![Ok(path)];
    };
    let fail = |message: String| Err(Failure { uri: pattern.to_owned(), stage: "walk", message });
    match glob::glob(pattern) {
        Err(error) => vec![fail(format!("bad pattern: {error}"))],
        Ok(paths) => {
            let found: Vec<_> = paths.map(|path| path.or_else(|error| fail(error.to_string()))).collect();
            if found.is_empty() { vec![fail("no file matches".to_owned())] } else { found }
        }
    }
}

/// Files below a path (the path itself when it is a file), by name.
fn files(root: PathBuf) -> impl Iterator<Item = Result<PathBuf, Failure>> + Send {
    let hidden = |entry: &walkdir::DirEntry| entry.depth() > 0 && is_hidden(entry.file_name());
    walkdir::WalkDir::new(&root).follow_links(true).sort_by_file_name().into_iter().filter_entry(move |entry| !hidden(entry)).filter_map(move |entry| {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => None,
            // a named pipe given by name is read; one found in a folder would block the run
            Ok(entry) if entry.depth() > 0 && !entry.file_type().is_file() => {
                Some(Err(Failure { uri: slashes(entry.path()), stage: "walk", message: "not a regular file; it was not read".to_owned() }))
            }
            Ok(entry) => Some(Ok(entry.into_path())),
            Err(error) => {
                let uri = error.path().map_or_else(|| slashes(&root), slashes);
                let message = match (error.loop_ancestor(), error.io_error()) {
                    (Some(ancestor), _) => format!("a link back to {}; it was not followed", ancestor.display()),
                    (None, Some(io)) => io.to_string(),
                    (None, None) => error.to_string(),
                };
                Some(Err(Failure { uri, stage: "walk", message }))
            }
        }
    })
}

/// The deepest folder that holds all the roots: a folder holds itself, a file is held by its folder.
fn shared_folder<'p>(roots: impl Iterator<Item = &'p PathBuf>) -> PathBuf {
    let mut shared: Option<Vec<Component<'p>>> = None;
    for root in roots.filter(|root| *root != Path::new("-")) {
        let folder = if root.is_dir() { root.as_path() } else { root.parent().unwrap_or(root) };
        let parts: Vec<Component<'p>> = folder.components().collect();
        shared = Some(match shared {
            None => parts,
            Some(known) => known.into_iter().zip(parts).take_while(|(a, b)| a == b).map(|(a, _)| a).collect(),
        });
    }
    shared.unwrap_or_default().into_iter().collect()
}

fn slashes(path: &Path) -> String {
    let path = path.to_string_lossy();
    if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn walk(root: &Path, arguments: &[&str]) -> Vec<Result<Source, Failure>> {
        let arguments: Vec<OsString> = arguments.iter().map(|a| if *a == "-" { "-".into() } else { root.join(a).into() }).collect();
        sources(&arguments).collect()
    }

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a scratch folder");
        for file in ["b.txt", "a.txt", "2012/x.txt", "2013/x.txt", ".hidden"] {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("has a parent")).expect("can be made");
            fs::write(path, "Text").expect("can be written");
        }
        folder
    }

    fn ids(found: &[Result<Source, Failure>]) -> Vec<&str> {
        found.iter().map(|f| f.as_ref().map_or("failure", |s| s.id.as_str())).collect()
    }

    #[test]
    fn a_folder_is_walked_by_name_without_hidden_files() {
        let folder = folder();
        assert_eq!(ids(&walk(folder.path(), &["."])).len(), 4);
        assert_eq!(ids(&walk(folder.path(), &[""])), ["2012/x.txt", "2013/x.txt", "a.txt", "b.txt"]);
    }

    #[test]
    fn ids_are_relative_to_what_the_arguments_share() {
        let folder = folder();
        assert_eq!(ids(&walk(folder.path(), &["a.txt"])), ["a.txt"]);
        assert_eq!(ids(&walk(folder.path(), &["b.txt", "a.txt", "b.txt"])), ["b.txt", "a.txt"]);
        assert_eq!(ids(&walk(folder.path(), &["2013", "2012"])), ["2013/x.txt", "2012/x.txt"]);
        assert_eq!(ids(&walk(folder.path(), &["-", "2013"])), ["-", "x.txt"]);
        assert_eq!(ids(&walk(folder.path(), &["2013", "", ".hidden", "a.txt"])), ["2013/x.txt", "2012/x.txt", "a.txt", "b.txt", ".hidden"]);
    }

    #[test]
    fn patterns_are_expanded_and_missing_files_told() {
        let folder = folder();
        assert_eq!(ids(&walk(folder.path(), &["*.txt"])), ["a.txt", "b.txt"]);
        let missing = walk(folder.path(), &["none.txt", "*.doc", "a.txt"]);
        assert_eq!(ids(&missing), ["failure", "failure", "a.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_unicode_are_files_of_their_own() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().expect("a scratch folder");
        for name in [b"a\xfe.txt".as_slice(), b"a\xff.txt"] {
            fs::write(folder.path().join(OsStr::from_bytes(name)), "Text").expect("can be written");
        }
        assert_eq!(walk(folder.path(), &[""]).iter().filter(|found| found.is_ok()).count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_contains_itself_ends() {
        let folder = folder();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("2012/again")).expect("can be linked");
        let found = walk(folder.path(), &[""]);
        assert_eq!(found.iter().filter(|f| f.is_ok()).count(), 4);
        assert!(found.iter().any(|f| f.as_ref().is_err_and(|e| e.message.contains("link back"))));
    }
}
