//! Names → entries: every listed organisation, award, person and place of several words, found by whole tokens.
//!
//! A trie over tokens, stored as a hash table from token sequences to a node: a node says whether the sequence is a name
//! (and which) and whether a longer one may follow. Names match case-exactly; an adjective at a name's start may be
//! inflected ("dem Deutschen Nachhaltigkeitspreis"), and a genitive -s may follow its last word.

pub mod check;
pub mod compile;
pub mod tsv;

use crate::lexicon::Flags;
use crate::lexicon::table::{self, Table};
use crate::text::Text;
use crate::text::scan::{self, Class, LONGEST};
use crate::text::span::TokenSpan;
use compile::{ENTRY_BITS, Kind};
use std::borrow::Cow;
use std::fmt;

static SLOTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/name_slots.bin"));
static HANDLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/name_handles.bin"));
static ENTRIES: &str = include_str!(concat!(env!("OUT_DIR"), "/names.tsv"));
static STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/name_starts.bin"));

/// A listed name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EntryId(u32);

/// What a list says of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'g> {
    /// What it names.
    pub kind: Kind,
    /// Canonical form, nominative, without article.
    pub name: &'g str,
    /// Kind of organisation or award, in the list's word ("company").
    pub class: &'g str,
    /// Public ids, `scheme:id|scheme:id`.
    links: &'g str,
    conferrers: &'g str,
    /// An ordinary word too: needs evidence beside it.
    pub context: bool,
}

impl<'g> Entry<'g> {
    /// Public ids as (scheme, id).
    pub fn links(&self) -> impl Iterator<Item = (&'g str, &'g str)> {
        self.links.split('|').filter_map(|link| link.split_once(':'))
    }
    /// Bodies that confer the award.
    pub fn conferrers(&self) -> impl Iterator<Item = &'g str> {
        self.conferrers.split('|').filter(|name| !name.is_empty())
    }
}

/// A name found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its tokens.
    pub tokens: TokenSpan,
    /// The entry.
    pub entry: EntryId,
}

/// What is wrong with a user's list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, column {column}: {message}")]
pub struct ListError {
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column (field), from 1.
    pub column: usize,
    /// What is wrong and what is expected.
    pub message: String,
}

/// All listed names: those compiled in and the user's own, which win.
pub struct Gazetteer {
    builtin: Table<&'static [u8]>,
    user: Table<Vec<u8>>,
    handles: Table<&'static [u8]>,
    user_handles: Table<Vec<u8>>,
    /// Entry lines of the user's lists, in the compiled form.
    user_entries: Vec<String>,
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer").field("builtin", &(STARTS.len() / 4)).field("user", &self.user_entries.len()).finish()
    }
}

/// First id of the user's entries.
const USER: u32 = 1 << (ENTRY_BITS - 1);

impl Gazetteer {
    /// The names compiled in, and those of the users' lists (file name, contents).
    ///
    /// # Errors
    /// A list with a bad row: which file, line and column, and what is expected there.
    pub fn new<'l>(lists: impl IntoIterator<Item = (&'l str, &'l str)>) -> Result<Self, ListError> {
        let mut names = compile::Names::default();
        for (file, contents) in lists {
            names.read(contents).map_err(|e| ListError { file: file.to_owned(), line: e.line, column: e.column, message: e.message })?;
        }
        let compiled = names.compile(USER);
        Ok(Gazetteer {
            builtin: Table::new(SLOTS),
            user: Table::new(compiled.slots),
            handles: Table::new(HANDLES),
            user_handles: Table::new(compiled.handles),
            user_entries: compiled.entries,
        })
    }

    /// The entry of a hit.
    pub fn entry(&self, id: EntryId) -> Entry<'_> {
        let line: Cow<'_, str> = if id.0 >= USER {
            Cow::Borrowed(&self.user_entries[(id.0 - USER) as usize])
        } else {
            let at = id.0 as usize * 4;
            let start = u32::from_le_bytes([STARTS[at], STARTS[at + 1], STARTS[at + 2], STARTS[at + 3]]) as usize;
            let rest = &ENTRIES[start..];
            Cow::Borrowed(&rest[..rest.find('\n').unwrap_or(rest.len())])
        };
        let Cow::Borrowed(line) = line else { unreachable!("both arms borrow") };
        let [kind, name, _, class, links, context, conferrers, _] = tsv::columns(line);
        Entry { kind: Kind::parse(kind).unwrap_or(Kind::Organisation), name, class, links, conferrers, context: context == "context" }
    }

    /// The organisation whose name a handle writes as one word, with or without a country or the like behind "_".
    pub fn handle(&self, handle: &str) -> Option<EntryId> {
        let find = |words: &str| {
            let word = compile::one_word(words);
            let hash = table::hash(word.as_bytes());
            (word.len() > 2).then(|| self.user_handles.get(hash).or_else(|| self.handles.get(hash)).map(EntryId)).flatten()
        };
        find(handle).or_else(|| find(handle.rsplit_once('_')?.0))
    }

    /// All names in the text, longest first where they start together, never overlapping, in text order.
    pub fn find(&self, text: &Text<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut at = 0;
        while at < text.tokens.len() {
            match self.longest(text, at) {
                Some(hit) => {
                    // "Die Techniker" is listed, but here it opens "Die Techniker Krankenkasse"
                    let inner = text.is(at, Flags::ARTICLE).then(|| self.longest(text, at + 1)).flatten();
                    let hit = inner.filter(|inner| inner.tokens.end() > hit.tokens.end()).unwrap_or(hit);
                    at = hit.tokens.end();
                    hits.push(hit);
                }
                None => at += 1,
            }
        }
        hits
    }

    /// The longest name that starts at a token.
    pub fn longest(&self, text: &Text<'_>, start: usize) -> Option<Hit> {
        self.longest_within(text, start, text.tokens.len())
    }

    /// Whether the entry comes from the user's own lists.
    pub fn is_users(&self, id: EntryId) -> bool {
        id.0 >= USER
    }

    /// The longest name that starts at a token and ends before another.
    pub fn longest_within(&self, text: &Text<'_>, start: usize, limit: usize) -> Option<Hit> {
        let first = text.tokens.get(start)?;
        if !matches!(first.class, Class::Word | Class::Number) {
            return None;
        }
        let (mut own, mut users) = (0, if self.user_entries.is_empty() { None } else { Some(0) });
        let mut own_open = true;
        let mut best = None;
        for (length, token) in text.tokens[start..limit].iter().enumerate().take(compile::LONGEST_NAME) {
            if length > 0 && token.gap > scan::Gap::Line {
                break;
            }
            let end = start + length + 1;
            let node = |table_entry: Option<u32>| table_entry.map(compile::Node::unpack);
            let genitive = |hash: Option<u64>, so_far: u64, users: bool| {
                let hash = table::sequence(so_far, hash?);
                node(if users { self.user.get(hash) } else { self.builtin.get(hash) }).and_then(|n| n.entry)
            };
            let stem = if token.class == Class::Word { genitive_stems(text.word(start + length)) } else { Default::default() };
            let mut any = false;
            if own_open {
                let next = table::sequence(own, token.hash);
                let found = node(self.builtin.get(next));
                let entry = found.and_then(|n| n.entry).or_else(|| stem.iter().find_map(|&s| genitive(s, own, false)));
                if let Some(id) = entry {
                    best = Some(Hit { tokens: TokenSpan::new(start, end), entry: EntryId(id) });
                }
                own_open = found.is_some_and(|n| n.more);
                own = next;
                any |= own_open;
            }
            if let Some(so_far) = users {
                let next = table::sequence(so_far, token.hash);
                let found = node(self.user.get(next));
                let entry = found.and_then(|n| n.entry).or_else(|| stem.iter().find_map(|&s| genitive(s, so_far, true)));
                if let Some(id) = entry {
                    best = Some(Hit { tokens: TokenSpan::new(start, end), entry: EntryId(id) });
                }
                users = found.filter(|n| n.more).map(|_| next);
                any |= users.is_some();
            }
            if !any {
                break;
            }
        }
        best
    }
}

/// Hashes of a word without a genitive ending: "Bundestages" → "Bundestage", "Bundestag".
fn genitive_stems(word: &str) -> [Option<u64>; 2] {
    let mut buffer = [0; LONGEST];
    let mut stem = |tail: &str| word.strip_suffix(tail).filter(|s| s.len() > 2).and_then(|s| scan::key(s, &mut buffer).map(table::hash));
    [stem("s"), stem("es")]
}
