//! The tables above the releases: who speaks how often, and what was given to whom.

use super::release::{award, conferrers, details, recipient};
use super::words::{self, count, escaped};
use crate::record::Record;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Statements of a speaker that are linked.
const LINKS: usize = 8;

/// Rows up to which a table stands open.
const OPEN: usize = 40;

#[derive(Default)]
pub(super) struct Tallies {
    /// Speakers by name.
    speakers: BTreeMap<String, Speaker>,
    /// Conferrals: what they are sorted by, and the row.
    conferrals: Vec<(String, String)>,
    /// All statements.
    statements: usize,
}

#[derive(Default)]
struct Speaker {
    role: String,
    organisation: String,
    statements: usize,
    releases: usize,
    /// The last release counted.
    last: usize,
    links: String,
}

impl Tallies {
    /// Counts a release, the `number`th of the run.
    pub(super) fn count(&mut self, record: &Record<'_>, number: usize) {
        self.statements += record.statements.len();
        for said in &record.statements {
            for speaker in &said.speakers {
                let Some(name) = speaker.name.as_deref() else { continue };
                let person = speaker.entity.as_deref().and_then(|id| record.person(id));
                let role = person.and_then(|person| person.roles.first());
                let tally = self.speakers.entry(name.to_owned()).or_default();
                if let Some(role) = role.filter(|_| tally.role.is_empty()) {
                    tally.role = role.role.to_string();
                    let organisation = role.organisation.as_deref().and_then(|id| record.organisation(id));
                    tally.organisation = organisation.map_or_else(String::new, |organisation| organisation.name.to_string());
                }
                tally.statements += 1;
                if tally.last != number {
                    tally.last = number;
                    tally.releases += 1;
                }
                if tally.statements <= LINKS {
                    let _ = write!(tally.links, "<a href=\"#r{number}{}\">{}</a> ", escaped(&said.id), tally.statements);
                } else if tally.statements == LINKS + 1 {
                    tally.links.push('…');
                }
            }
        }
        for conferral in &record.conferrals {
            let name = award(record, conferral);
            let cells = [name, recipient(conferral), &conferrers(conferral), words::status(conferral.status), &details(conferral)];
            let cells = cells.map(|cell| format!("<td>{}</td>", escaped(cell))).concat();
            self.conferrals.push((name.to_lowercase(), format!("<tr>{cells}<td><a href=\"#r{number}\">{number}</a></td></tr>\n")));
        }
    }

    /// How many statements there are.
    pub(super) fn statements(&self) -> usize {
        self.statements
    }

    /// How many speakers there are.
    pub(super) fn speakers(&self) -> usize {
        self.speakers.len()
    }

    /// How many awards were given, sought, announced …
    pub(super) fn conferrals(&self) -> usize {
        self.conferrals.len()
    }

    /// Both tables.
    pub(super) fn page(mut self) -> String {
        let mut page = String::new();
        let mut speakers: Vec<(String, Speaker)> = self.speakers.into_iter().collect();
        speakers.sort_by(|(one, a), (other, b)| b.statements.cmp(&a.statements).then_with(|| one.cmp(other)));
        if !speakers.is_empty() {
            open(&mut page, "sprecher", &count(speakers.len(), "Sprecherin oder Sprecher", "Sprecherinnen und Sprecher"), speakers.len());
            page.push_str("<tr><th>Name</th><th>Rolle</th><th>Organisation</th><th>Aussagen</th><th>Meldungen</th><th>zu den Aussagen</th></tr>\n");
            for (name, speaker) in &speakers {
                let cells = [name, &speaker.role, &speaker.organisation].map(|cell| format!("<td>{}</td>", escaped(cell))).concat();
                let numbers = [speaker.statements, speaker.releases].map(|number| format!("<td class=\"number\">{number}</td>")).concat();
                let _ = writeln!(page, "<tr>{cells}{numbers}<td>{}</td></tr>", speaker.links.trim_end());
            }
            page.push_str("</table></details>\n");
        }
        if !self.conferrals.is_empty() {
            self.conferrals.sort_by(|(one, _), (other, _)| one.cmp(other));
            let title = count(self.conferrals.len(), "Auszeichnung mit Empfänger", "Auszeichnungen mit Empfängern");
            open(&mut page, "auszeichnungen", &title, self.conferrals.len());
            page.push_str("<tr><th>Auszeichnung</th><th>für</th><th>von</th><th>Stand</th><th>Stufe, Kategorie, Jahr</th><th>Meldung</th></tr>\n");
            self.conferrals.iter().for_each(|(_, row)| page.push_str(row));
            page.push_str("</table></details>\n");
        }
        page
    }
}

fn open(page: &mut String, id: &str, title: &str, rows: usize) {
    let open = if rows <= OPEN { " open" } else { "" };
    let _ = writeln!(page, "<details id=\"{id}\"{open}><summary><b>{title}</b></summary><table>");
}
