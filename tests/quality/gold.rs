//! Annotated releases (corpus/gold/FORMAT.md) → text and byte spans.

use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::path::Path;

pub type Span = (usize, usize);

#[derive(Debug, Default)]
pub struct Release {
    pub id: String,
    pub text: String,
    pub date: String,
    pub place: String,
    pub issuer: String,
    pub sections: Vec<(String, Span)>,
    pub sentences: Vec<Span>,
    pub statements: Vec<Statement>,
    pub persons: Vec<Entity>,
    pub organisations: Vec<Entity>,
    pub awards: Vec<Entity>,
    pub conferrals: Vec<Conferral>,
}

#[derive(Debug, Default)]
pub struct Entity {
    pub id: String,
    /// Full name first, then short ones.
    pub names: Vec<String>,
    pub roles: Vec<String>,
    pub mentions: Vec<Span>,
}

#[derive(Debug, Default)]
pub struct Statement {
    pub kind: String,
    pub by: Vec<String>,
    pub segments: Vec<Span>,
}

#[derive(Debug, Default)]
pub struct Conferral {
    pub award: String,
    pub recipient: String,
    pub recipient_text: String,
    pub status: String,
}

/// Every release below a folder, by name.
pub fn releases(folder: &Path) -> Vec<Release> {
    let mut files: Vec<_> = walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("the corpus can be read").into_path())
        .filter(|path| path.extension().is_some_and(|e| e == "xml"))
        .collect();
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn read(file: &Path) -> Release {
    let xml = std::fs::read_to_string(file).expect("a gold file can be read");
    let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let root = document.root_element();
    let attribute = |name: &str| root.attribute(name).unwrap_or_default().to_owned();
    let release = Release { id: attribute("id"), date: attribute("date"), place: attribute("place"), issuer: attribute("issuer"), ..Release::default() };
    let mut reader = Reader { release, ..Reader::default() };
    let joint = if root.attribute("join") == Some("single") { "\n" } else { "\n\n" };
    for node in root.children().filter(Node::is_element) {
        if node.has_tag_name("entities") {
            reader.entities(node);
        } else {
            reader.block(node, joint);
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    release: Release,
    at_block_start: bool,
    bounds: Vec<usize>,
    mentions: BTreeMap<String, Vec<Span>>,
    statements: BTreeMap<String, Statement>,
    order: Vec<String>,
}

impl Reader {
    fn entities(&mut self, node: Node<'_, '_>) {
        for entity in node.children().filter(Node::is_element) {
            let get = |name: &str| entity.attribute(name).unwrap_or_default().to_owned();
            let list = |name: &str| get(name).split('|').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
            let made = || Entity { id: get("id"), names: [vec![get("name")], list("short")].concat(), roles: list("roles"), mentions: vec![] };
            match entity.tag_name().name() {
                "org" => self.release.organisations.push(made()),
                "person" => self.release.persons.push(made()),
                "award" => self.release.awards.push(made()),
                "conferral" => self.release.conferrals.push(Conferral {
                    award: get("award"),
                    recipient: get("recipient"),
                    recipient_text: get("recipient_text"),
                    status: get("status"),
                }),
                other => panic!("{}: <{other}> among the entities", self.release.id),
            }
        }
    }

    fn block(&mut self, node: Node<'_, '_>, joint: &str) {
        if !self.release.text.is_empty() {
            self.release.text.push_str(joint);
        }
        let start = self.release.text.len();
        self.bounds = vec![start];
        self.at_block_start = true;
        self.walk(node);
        self.release.text.truncate(self.release.text.trim_end().len());
        let end = self.release.text.len();
        self.release.sections.push((node.tag_name().name().to_owned(), (start, end)));
        self.bounds.push(end);
        for pair in self.bounds.windows(2) {
            let trimmed = trim((pair[0], pair[1]), &self.release.text, char::is_whitespace);
            if trimmed.0 < trimmed.1 {
                self.release.sentences.push(trimmed);
            }
        }
    }

    fn walk(&mut self, node: Node<'_, '_>) {
        for child in node.children() {
            if let Some(text) = child.text().filter(|_| child.is_text()) {
                self.release.text.push_str(if self.at_block_start { text.trim_start() } else { text });
                self.at_block_start &= text.trim().is_empty();
            } else if child.has_tag_name("sb") {
                self.bounds.push(self.release.text.len());
            } else if child.is_element() {
                let start = self.release.text.len();
                self.walk(child);
                self.mark(child, (start, self.release.text.len()));
            }
        }
    }

    fn mark(&mut self, node: Node<'_, '_>, span: Span) {
        let get = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
        match node.tag_name().name() {
            "o" | "n" | "a" => self.mentions.entry(get("r")).or_default().push(span),
            "q" => {
                let id = get("id");
                if !self.statements.contains_key(&id) {
                    self.order.push(id.clone());
                    let by = get("by").split_whitespace().filter(|who| *who != "unknown").map(str::to_owned).collect();
                    self.statements.insert(id.clone(), Statement { kind: get("kind"), by, segments: vec![] });
                }
                self.statements.get_mut(&id).expect("was put in").segments.push(span);
            }
            "dl" => self.release.sections.push(("dateline".to_owned(), span)),
            _ => {}
        }
    }

    fn finish(mut self) -> Release {
        let release = &mut self.release;
        for entity in release.persons.iter_mut().chain(&mut release.organisations).chain(&mut release.awards) {
            entity.mentions = self.mentions.remove(&entity.id).unwrap_or_default();
        }
        release.statements = self.order.iter().filter_map(|id| self.statements.remove(id)).collect();
        self.release
    }
}

/// The span without the characters at its edges.
pub fn trim(span: Span, text: &str, drop: impl Fn(char) -> bool) -> Span {
    let inner = &text[span.0..span.1];
    let left = inner.trim_start_matches(&drop);
    let start = span.1 - left.len();
    (start, start + left.trim_end_matches(&drop).len())
}
