//! Lists of names → the token trie. Called by `build.rs` for the lists in the repository and at run time for a user's own.

use crate::gazetteer::tsv;
use crate::german::adjective;
use crate::lexicon::table;
use crate::text::scan::{self, LONGEST};

/// Longest name, in tokens.
pub const LONGEST_NAME: usize = 24;
/// Bits of an entry id in a node.
pub const ENTRY_BITS: u32 = 30;
/// In a node: the sequence is only the beginning of names.
const NO_ENTRY: u32 = (1 << ENTRY_BITS) - 1;

/// What a listed name names.
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Organisation,
    Award,
    Person,
    Place,
}

impl Kind {
    /// The word of the list's `type` column.
    pub fn parse(word: &str) -> Option<Kind> {
        Some(match word {
            "organisation" => Kind::Organisation,
            "award" => Kind::Award,
            "person" => Kind::Person,
            "place" => Kind::Place,
            _ => return None,
        })
    }
}

/// A node of the trie, packed into a table's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// The name that ends here.
    pub entry: Option<u32>,
    /// Whether longer names begin so.
    pub more: bool,
}

impl Node {
    /// From a table's value.
    pub fn unpack(value: u32) -> Node {
        let entry = value & NO_ENTRY;
        Node { entry: (entry != NO_ENTRY).then_some(entry), more: value >> ENTRY_BITS & 1 == 1 }
    }
    fn pack(self) -> u32 {
        self.entry.unwrap_or(NO_ENTRY) | u32::from(self.more) << ENTRY_BITS
    }
}

/// A bad row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Line, from 1.
    pub line: usize,
    /// Column (field), from 1.
    pub column: usize,
    /// What is wrong and what is expected.
    pub message: String,
}

/// The columns, in order; the first two must be there, the header may leave out the rest.
pub const COLUMNS: [&str; 7] = ["type", "name", "aliases", "kind", "links", "match", "conferrer"];

/// Words of the `kind` column.
const ORGANISATION_KINDS: &str =
    "company authority ministry university research association foundation union party media club church hospital culture municipality body other";
const AWARD_KINDS: &str = "prize order medal title certificate seal ranking scholarship other";

/// Names read so far.
#[derive(Debug, Default)]
pub struct Names {
    /// Rows in the canonical column order, tab-separated.
    entries: Vec<String>,
}

/// A compiled set of names.
#[derive(Debug)]
pub struct Compiled {
    /// Slots of the table from token sequence to node.
    pub slots: Vec<u8>,
    /// Slots of the table from names written as one word to entries.
    pub handles: Vec<u8>,
    /// Entry lines by id.
    pub entries: Vec<String>,
}

impl Names {
    /// Adds the rows of a list file.
    ///
    /// # Errors
    /// The first bad row.
    pub fn read(&mut self, file: &str) -> Result<(), BadRow> {
        for row in rows(file) {
            self.entries.push(row?.1);
        }
        Ok(())
    }

    /// Organisations by their names written as one word; of two with the same the first has it.
    fn handles(&self, first: u32) -> Vec<(u64, u32)> {
        let mut handles = Vec::new();
        for (id, entry) in self.entries.iter().enumerate() {
            let [kind, name, aliases, _, _, context, ..] = tsv::columns(entry);
            if Kind::parse(kind) != Some(Kind::Organisation) || !context.is_empty() {
                continue;
            }
            let forms = std::iter::once(name).chain(aliases.split('|'));
            handles.extend(forms.map(one_word).filter(|word| word.len() > 2).map(|word| (table::hash(word.as_bytes()), first + id as u32)));
        }
        handles
    }

    /// The trie; ids start at `first`.
    pub fn compile(self, first: u32) -> Compiled {
        let mut nodes: Vec<(u64, Node)> = Vec::new();
        let mut index: std::collections::HashMap<u64, usize> = std::collections::HashMap::new();
        // canonical names first: an alias never takes a name away
        for aliases in [false, true] {
            for (id, entry) in self.entries.iter().enumerate() {
                let row = tsv::columns(entry);
                let forms: Vec<&str> = if aliases { row[2].split('|').collect() } else { vec![row[1]] };
                for form in forms.into_iter().filter(|form| !form.trim().is_empty()) {
                    let forms = inflected(form.trim());
                    let plain: Vec<String> = forms.iter().filter_map(|form| without_umlauts(form)).collect();
                    for variant in forms.into_iter().chain(plain) {
                        let hashes = hashes(&variant);
                        if hashes.is_empty() || hashes.len() > LONGEST_NAME {
                            continue;
                        }
                        let mut so_far = 0;
                        for (n, word) in hashes.iter().enumerate() {
                            so_far = table::sequence(so_far, *word);
                            let at = *index.entry(so_far).or_insert_with(|| {
                                nodes.push((so_far, Node { entry: None, more: false }));
                                nodes.len() - 1
                            });
                            if n + 1 < hashes.len() {
                                nodes[at].1.more = true;
                            } else if nodes[at].1.entry.is_none() {
                                nodes[at].1.entry = Some(first + id as u32);
                            }
                        }
                    }
                }
            }
        }
        let handles = self.handles(first);
        Compiled {
            slots: table::build(nodes.into_iter().map(|(hash, node)| (hash, node.pack()))),
            handles: table::build(handles.into_iter()),
            entries: self.entries,
        }
    }
}

/// The rows of a list file with their line numbers, columns in the canonical order, or what is wrong with them; a bad
/// header row is the last.
pub fn rows(file: &str) -> Vec<Result<(usize, String), BadRow>> {
    let mut rows = Vec::new();
    let mut order: Option<Vec<usize>> = None; // column of the file → canonical column
    for (number, line) in file.lines().enumerate() {
        let line = line.strip_prefix('\u{feff}').unwrap_or(line);
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        match &order {
            None => match header(line) {
                Ok(columns) => order = Some(columns),
                Err((column, message)) => {
                    rows.push(Err(BadRow { line: number + 1, column, message }));
                    break;
                }
            },
            Some(order) => rows.push(row(line, order).map(|row| (number + 1, row)).map_err(|(column, message)| BadRow { line: number + 1, column, message })),
        }
    }
    rows
}

/// The canonical columns that a header row names.
fn header(line: &str) -> Result<Vec<usize>, (usize, String)> {
    let columns: Result<Vec<usize>, _> = line
        .split('\t')
        .enumerate()
        .map(|(n, word)| {
            COLUMNS
                .iter()
                .position(|c| *c == word.trim())
                .ok_or_else(|| (n + 1, format!("unknown column \"{}\"; the header row names some of: {}", word.trim(), COLUMNS.join(", "))))
        })
        .collect();
    let columns = columns?;
    for (needed, name) in COLUMNS.iter().enumerate().take(2) {
        if !columns.contains(&needed) {
            return Err((1, format!("the header row has no column \"{name}\"")));
        }
    }
    Ok(columns)
}

/// A row in the canonical column order.
fn row(line: &str, order: &[usize]) -> Result<String, (usize, String)> {
    let mut row = [""; COLUMNS.len()];
    for (n, cell) in line.split('\t').enumerate() {
        let Some(&column) = order.get(n) else {
            return Err((n + 1, format!("{} columns were announced, here is one more", order.len())));
        };
        row[column] = cell.trim();
    }
    let at = |column: usize| order.iter().position(|&c| c == column).map_or(1, |n| n + 1);
    let [kind, name, _, class, links, context, _] = row;
    let Some(parsed) = Kind::parse(kind) else {
        return Err((at(0), format!("unknown type \"{kind}\"; one of organisation, award, person, place")));
    };
    if name.is_empty() {
        return Err((at(1), "the name is empty".to_owned()));
    }
    let kinds = match parsed {
        Kind::Organisation => ORGANISATION_KINDS,
        Kind::Award => AWARD_KINDS,
        Kind::Person | Kind::Place => class,
    };
    if !class.is_empty() && !kinds.split(' ').any(|known| known == class) {
        return Err((at(3), format!("unknown kind \"{class}\"; one of {}", kinds.replace(' ', ", "))));
    }
    if let Some(link) = links.split('|').find(|link| !link.is_empty() && !link.contains(':')) {
        return Err((at(4), format!("a link is scheme:id (wikidata:Q42), not \"{link}\"")));
    }
    if !matches!(context, "" | "context") {
        return Err((at(5), format!("match is empty or \"context\", not \"{context}\"")));
    }
    Ok(row.join("\t"))
}

/// A name as mails without umlauts write it ("Aerzte ohne Grenzen"), where it has any.
fn without_umlauts(name: &str) -> Option<String> {
    const LETTERS: [(char, &str); 7] = [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ß', "ss"), ('Ä', "Ae"), ('Ö', "Oe"), ('Ü', "Ue")];
    name.contains(|c| LETTERS.iter().any(|(letter, _)| *letter == c))
        .then(|| LETTERS.iter().fold(name.to_owned(), |name, (letter, plain)| name.replace(*letter, plain)))
}

/// A name as a handle has it: one word of lower-case letters and digits, umlauts written out.
pub fn one_word(name: &str) -> String {
    let mut word = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => word.push_str("ae"),
            'ö' => word.push_str("oe"),
            'ü' => word.push_str("ue"),
            'ß' => word.push_str("ss"),
            _ if c.is_alphanumeric() => word.push(c),
            _ => {}
        }
    }
    word
}

/// How many tokens a name has.
pub fn tokens(name: &str) -> usize {
    hashes(name).len()
}

/// Token hashes of a name.
fn hashes(name: &str) -> Vec<u64> {
    let mut buffer = [0; LONGEST];
    let mut list = Vec::new();
    scan::scan(name, |piece| list.push(scan::key(&name[piece.start..piece.end], &mut buffer).map_or(0, table::hash)));
    list
}

/// The name with its leading adjective in every ending ("Deutscher Preis" → "Deutschen Preis", "Deutschem Preis" …);
/// a place in -er before it never changes ("Tannhauser Allgemeine Zeitung" → "Tannhauser Allgemeinen Zeitung").
fn inflected(name: &str) -> Vec<String> {
    let mut forms = vec![name.to_owned()];
    let Some((first, rest)) = name.split_once(' ') else { return forms };
    let (fixed, adjective, rest) = match adjective::stem(first) {
        Some(stem) => (String::new(), stem, rest),
        None => match rest.split_once(' ').and_then(|(second, rest)| Some((adjective::stem(second)?, rest))) {
            Some((stem, rest)) if first.ends_with("er") && first.len() > 5 => (format!("{first} "), stem, rest),
            _ => return forms,
        },
    };
    // "Deutsches Rotes Kreuz": the second adjective has its ending with the first
    let second = rest.split_once(' ').and_then(|(word, rest)| Some((adjective::stem(word).filter(|_| fixed.is_empty())?, rest)));
    for ending in adjective::ENDINGS {
        let weak = if ending == "em" { "en" } else { ending };
        let rest = second.map_or(rest.to_owned(), |(stem, rest)| format!("{stem}{weak} {rest}"));
        let form = format!("{fixed}{adjective}{ending} {rest}");
        if form != name {
            forms.push(form);
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::{inflected, one_word, without_umlauts};

    #[test]
    fn adjectives_before_the_noun_are_inflected_together() {
        let forms = inflected("Deutsches Rotes Kreuz");
        assert!(forms.contains(&"Deutschen Roten Kreuz".to_owned()) && forms.contains(&"Deutsche Rote Kreuz".to_owned()), "{forms:?}");
        assert!(inflected("Vereinte Nationen").contains(&"Vereinten Nationen".to_owned()));
    }

    #[test]
    fn names_without_umlauts_and_as_one_word() {
        assert_eq!(without_umlauts("Ärzte ohne Grenzen").as_deref(), Some("Aerzte ohne Grenzen"));
        assert_eq!(without_umlauts("Bund der Länder"), Some("Bund der Laender".to_owned()));
        assert_eq!(without_umlauts("Amt"), None);
        assert_eq!(one_word("Süd-West Bahn & Co."), "suedwestbahnco");
    }
}
