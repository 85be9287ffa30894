//! Documents whose parts are made by the program: held equal to what it makes, or rewritten with `OTON_WRITE=1 cargo test`.

use std::fs;
use std::path::Path;

/// Checks (or rewrites) a whole file.
pub fn check_file(path: &str, made: &str) {
    if std::env::var_os("OTON_WRITE").is_some() {
        fs::write(path, made).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    let written = fs::read_to_string(Path::new(path)).unwrap_or_default();
    assert!(written == made, "{path} is stale: `OTON_WRITE=1 cargo test` writes it anew\n{made}");
}

/// Checks (or rewrites) what stands between `<!-- NAME -->` and `<!-- end NAME -->` in a file.
pub fn check_part(path: &str, name: &str, made: &str) {
    let document = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- end {name} -->"));
    let start = document.find(&open).unwrap_or_else(|| panic!("{path} has no {open}")) + open.len();
    let end = start + document[start..].find(&close).unwrap_or_else(|| panic!("{path} has no {close}"));
    check_file(path, &format!("{}{}\n{}", &document[..start], made.trim_end(), &document[end..]));
}
