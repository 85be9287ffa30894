//! One release in the report: a line to open, its marked text, what was found in it.

use super::marks;
use super::words::{self, chance, count, escape, escaped};
use crate::record::{Conferral, Record, Side, Statement};
use std::fmt::Write;

/// Adds a release, the `number`th of the run.
pub(super) fn release(page: &mut String, record: &Record<'_>, number: usize) {
    // writing to a string cannot fail
    let _ = write!(page, "<details class=\"release\" id=\"r{number}\"><summary><b>{}</b> ", escaped(record.headline.as_deref().unwrap_or(&record.id)));
    let issuer = record.issuer.as_deref().and_then(|id| record.organisation(id)).map(|organisation| organisation.name.to_string());
    let found = [(record.statements.len(), "Aussage", "Aussagen"), (record.conferrals.len(), "Verleihung", "Verleihungen")];
    let found = found.iter().filter(|(number, ..)| *number > 0).map(|(number, one, many)| count(*number, one, many));
    let meta: Vec<String> = record.date.as_deref().map(day).into_iter().chain(issuer).chain(found).collect();
    let _ = writeln!(page, "<span class=\"meta\">{}</span></summary>", escaped(&meta.join(" · ")));
    let _ = write!(page, "<p class=\"meta\">{}, {}", escaped(&record.source.uri), escaped(&record.source.format));
    for (what, value) in [("Ort", &record.place), ("Wiederholt", &record.duplicate_of)] {
        if let Some(value) = value {
            let _ = write!(page, " · {what}: {}", escaped(value));
        }
    }
    if !matches!(record.language.as_ref(), "de" | "und") {
        let _ = write!(page, " · nicht deutsch ({}): nicht ausgewertet", escaped(&record.language));
    }
    for warning in &record.warnings {
        let _ = write!(page, " · {}", escaped(&warning.message));
    }
    page.push_str("</p>\n<div class=\"text\" lang=\"de\">\n");
    marks::text(page, record);
    page.push_str("</div>\n");
    statements(page, record, number);
    conferrals(page, record);
    entities(page, record);
    page.push_str("</details>\n");
}

fn statements(page: &mut String, record: &Record<'_>, number: usize) {
    if record.statements.is_empty() {
        return;
    }
    page.push_str("<h3>Aussagen</h3><ol>\n");
    for said in &record.statements {
        let _ = write!(page, "<li id=\"r{number}{}\">", escaped(&said.id));
        escape(page, &said.text);
        let who = speakers(record, said);
        let _ = write!(page, " — <b>{}</b> ", escaped(&who));
        let _ = writeln!(page, "<span class=\"rule\">{}, {} {}</span></li>", words::statement(said.kind), chance(said.confidence), escaped(&said.rule));
    }
    page.push_str("</ol>\n");
}

fn conferrals(page: &mut String, record: &Record<'_>) {
    if record.conferrals.is_empty() {
        return;
    }
    page.push_str("<h3>Auszeichnungen</h3><table><tr><th>Auszeichnung</th><th>für</th><th>von</th><th>Stand</th><th>Stufe, Kategorie, Jahr</th><th>Sicherheit</th></tr>\n");
    for conferral in &record.conferrals {
        let cells = [award(record, conferral), recipient(conferral), &conferrers(conferral), words::status(conferral.status), &details(conferral)]
            .map(|cell| format!("<td>{}</td>", escaped(cell)));
        let _ = writeln!(page, "<tr>{}<td class=\"number\">{}</td></tr>", cells.concat(), chance(conferral.confidence));
    }
    page.push_str("</table>\n");
}

fn entities(page: &mut String, record: &Record<'_>) {
    if !record.persons.is_empty() {
        page.push_str("<h3>Personen</h3><ul>\n");
        for person in &record.persons {
            let roles: Vec<String> = person.roles.iter().map(|role| role_of(record, &role.role, role.organisation.as_deref())).collect();
            let roles = if roles.is_empty() { String::new() } else { format!(": {}", roles.join("; ")) };
            let _ = writeln!(page, "<li>{}{}</li>", escaped(&person.name), escaped(&roles));
        }
        page.push_str("</ul>\n");
    }
    if !record.organisations.is_empty() {
        page.push_str("<h3>Organisationen</h3><ul>\n");
        for organisation in &record.organisations {
            let aliases = if organisation.aliases.is_empty() { String::new() } else { format!(", auch {}", organisation.aliases.join(", ")) };
            let kind = words::organisation(organisation.kind);
            let _ = writeln!(page, "<li>{} <span class=\"meta\">{kind}{}</span></li>", escaped(&organisation.name), escaped(&aliases));
        }
        page.push_str("</ul>\n");
    }
}

/// "Direktorin, Museum"
fn role_of(record: &Record<'_>, role: &str, organisation: Option<&str>) -> String {
    match organisation.and_then(|id| record.organisation(id)) {
        Some(organisation) => format!("{role}, {}", organisation.name),
        None => role.to_owned(),
    }
}

/// Who said a statement, for people.
pub(super) fn speakers(record: &Record<'_>, said: &Statement<'_>) -> String {
    let speakers: Vec<String> = said
        .speakers
        .iter()
        .filter_map(|speaker| {
            let name = speaker.name.as_deref().or(speaker.words.as_deref())?;
            let person = speaker.entity.as_deref().and_then(|id| record.person(id));
            let role = person.and_then(|person| person.roles.first()).map(|role| role_of(record, &role.role, role.organisation.as_deref()));
            Some(role.map_or_else(|| name.to_owned(), |role| format!("{name} ({role})")))
        })
        .collect();
    if speakers.is_empty() { "niemand genannt".to_owned() } else { speakers.join(" und ") }
}

/// Name of the award of a conferral.
pub(super) fn award<'r>(record: &'r Record<'_>, conferral: &Conferral<'_>) -> &'r str {
    record.award(&conferral.award).map_or("", |award| award.name.as_ref())
}

/// Who gets it.
pub(super) fn recipient<'r>(conferral: &'r Conferral<'_>) -> &'r str {
    conferral.recipient.as_ref().map_or("", |side| side.name.as_ref())
}

/// Who gives it.
pub(super) fn conferrers(conferral: &Conferral<'_>) -> String {
    let names: Vec<&str> = conferral.conferrers.iter().map(|side: &Side<'_>| side.name.as_ref()).collect();
    names.join("; ")
}

/// Level, category and year.
pub(super) fn details(conferral: &Conferral<'_>) -> String {
    let details: Vec<&str> = [&conferral.level, &conferral.category, &conferral.year].into_iter().filter_map(|detail| detail.as_deref()).collect();
    details.join(", ")
}

/// 2012-05-03 as people write it: 3. 5. 2012.
fn day(date: &str) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    match parts.as_slice() {
        [year, month, day] => format!("{}. {}. {year}", day.trim_start_matches('0'), month.trim_start_matches('0')),
        _ => date.to_owned(),
    }
}
