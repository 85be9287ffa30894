//! Checks a user's list: all that is wrong in it, and what in it will hardly do what its author hopes.

use crate::gazetteer::ListError;
use crate::gazetteer::compile::{self, Kind};
use crate::gazetteer::tsv;
use crate::lexicon::{Flags, Lexicon};
use std::collections::BTreeMap;

/// What a list holds and what is the matter with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Good rows by the word of their `type` column.
    pub rows: BTreeMap<String, usize>,
    /// Aliases in them.
    pub aliases: usize,
    /// Rows that cannot be read; with one of them the list is refused.
    pub errors: Vec<ListError>,
    /// Rows that can be read and are likely not meant so.
    pub warnings: Vec<ListError>,
}

/// Reads a list and says all that can be said about it.
pub fn check(file: &str, contents: &str, lexicon: &Lexicon) -> Report {
    let mut report = Report::default();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for row in compile::rows(contents) {
        let (line, row) = match row {
            Ok(row) => row,
            Err(bad) => {
                report.errors.push(ListError { file: file.to_owned(), line: bad.line, column: bad.column, message: bad.message });
                continue;
            }
        };
        let [kind, name, aliases, _, _, context, ..] = tsv::columns(&row);
        *report.rows.entry(kind.to_owned()).or_default() += 1;
        let forms: Vec<&str> = std::iter::once(name).chain(aliases.split('|').map(str::trim).filter(|alias| !alias.is_empty())).collect();
        report.aliases += forms.len() - 1;
        for form in forms {
            let mut warn = |message: String| report.warnings.push(ListError { file: file.to_owned(), line, column: 0, message });
            if let Some(other) = first.get(form) {
                warn(format!("\"{form}\" stands in line {other} too; the first row has it"));
                continue;
            }
            first.insert(form.to_owned(), line);
            if compile::tokens(form) > compile::LONGEST_NAME {
                warn(format!("\"{form}\" has more than {} words and signs and is never found", compile::LONGEST_NAME));
            }
            if let Some(article) = ["Der ", "Die ", "Das ", "der ", "die ", "das "].iter().find(|article| form.starts_with(**article)) {
                warn(format!("\"{form}\" is found only with \"{}\" before it; give the name without article", article.trim()));
            }
            if Kind::parse(kind) == Some(Kind::Organisation)
                && context.is_empty()
                && let Some(what) = ordinary(form, lexicon)
            {
                warn(format!("\"{form}\" is {what} too and is found wherever it stands; match = context asks for evidence beside it"));
            }
        }
    }
    report
}

/// What else a single word is.
fn ordinary(word: &str, lexicon: &Lexicon) -> Option<&'static str> {
    if word.chars().any(|c| !c.is_alphabetic()) {
        return None;
    }
    let flags = lexicon.flags(word);
    let readings =
        [(Flags::GIVEN, "a given name"), (Flags::SURNAME, "a surname"), (Flags::PLACE, "a place"), (Flags::NOUN, "a noun"), (Flags::WORD, "an ordinary word")];
    readings.into_iter().find(|(flag, _)| flags.intersects(*flag)).map(|(_, what)| what)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::lexicon::Lexicon;

    #[test]
    fn all_errors_and_doubts_are_told() {
        let list = "# mine\ntype\tname\taliases\nfirma\tQuarbel\t\norganisation\t\t\norganisation\tStern\tDie Quarbel|Quarbel Werke\naward\tQuarbel-Ring\t\norganisation\tQuarbel Werke\t\n";
        let report = check("names.tsv", list, &Lexicon::builtin());
        let lines: Vec<usize> = report.errors.iter().map(|e| e.line).collect();
        assert_eq!(lines, [3, 4]);
        let doubts: Vec<(usize, &str)> = report.warnings.iter().map(|w| (w.line, w.message.split('"').nth(1).unwrap_or_default())).collect();
        assert_eq!(doubts, [(5, "Stern"), (5, "Die Quarbel"), (7, "Quarbel Werke")]);
        assert_eq!((report.rows["organisation"], report.rows["award"], report.aliases), (2, 1, 2));
    }
}
