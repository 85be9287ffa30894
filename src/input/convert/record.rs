//! JSON objects and rows of tables → text.

use super::{Converted, html, under_title};
use crate::input::unpack::csv::{BETWEEN, Columns};
use crate::input::unpack::fields::{FieldNames, Role};
use crate::input::{InputError, Metadata, date, encoding};
use serde_json::{Map, Value};
use std::time::Duration;

/// Least length of a text that no field name tells.
const LONG: usize = 40;

/// The text of a JSON object.
pub(super) fn json(bytes: &[u8], fields: &FieldNames, patience: Duration) -> Result<Converted, InputError> {
    let decoded = encoding::decode(bytes)?;
    let value: Value = serde_json::from_str(&decoded.text).map_err(|error| InputError::Broken(format!("broken JSON: {error}")))?;
    let Value::Object(object) = value else { return Err(InputError::Broken("the record is no JSON object".to_owned())) };
    let names: Vec<&str> = object.keys().map(String::as_str).collect();
    let words = |at: usize| object.get(names[at]).and_then(words);
    let find = |role| fields.find(role, &names, |at| words(at).is_some()).and_then(words);
    let longest = || {
        let (text, length) = (0..names.len())
            .filter_map(words)
            .map(|text| (text.chars().count(), text))
            .fold((None, 0), |(best, most), (length, text)| if length > most { (Some(text), length) } else { (best, most) });
        text.filter(|_| length >= LONG)
    };
    let text = match path(&object, fields.text.as_deref()).or_else(|| find(Role::Text)) {
        None if !fields.names(Role::Text) => longest(),
        found => found,
    };
    let text = text.ok_or_else(|| InputError::Broken(format!("no field is the text; the fields are {}; name one with --text-field", names.join(", "))))?;
    let own = |role, name: &Option<String>| path(&object, name.as_deref()).or_else(|| find(role));
    let metadata = Metadata {
        id: own(Role::Id, &fields.id),
        title: own(Role::Title, &fields.title),
        date: own(Role::Date, &fields.date).and_then(|text| date::day(&text)),
        publisher: find(Role::Publisher),
        author: find(Role::Author),
        url: find(Role::Url),
        language: find(Role::Language),
    };
    converted(decoded.encoding, decoded.warnings, metadata, &text, patience)
}

/// The text of a row.
pub(super) fn row(bytes: &[u8], columns: &Columns, patience: Duration) -> Result<Converted, InputError> {
    let decoded = encoding::decode(bytes)?;
    let fields: Vec<&str> = decoded.text.split(char::from(BETWEEN)).collect();
    let field = |at: usize| fields.get(at).map(|field| field.trim()).filter(|field| !field.is_empty());
    let find = |role| columns.others.iter().find(|(known, _)| *known == role).and_then(|(_, at)| field(*at)).map(str::to_owned);
    let metadata = Metadata {
        id: find(Role::Id),
        title: find(Role::Title),
        date: find(Role::Date).and_then(|text| date::day(&text)),
        publisher: find(Role::Publisher),
        author: find(Role::Author),
        url: find(Role::Url),
        language: find(Role::Language),
    };
    converted(decoded.encoding, decoded.warnings, metadata, field(columns.text).unwrap_or(""), patience)
}

fn converted(
    encoding: &'static str,
    warnings: Vec<(&'static str, String)>,
    mut metadata: Metadata,
    text: &str,
    patience: Duration,
) -> Result<Converted, InputError> {
    let body = html::field(text, patience)?;
    metadata.title = metadata.title.take().map(|title| html::field(&title, patience)).transpose()?;
    Ok(Converted { text: under_title(metadata.title.as_deref(), &body), encoding: Some(encoding), metadata, warnings })
}

/// The words of a value: a string, a number, or a list of paragraphs.
fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(list) => list.iter().map(Value::as_str).collect::<Option<Vec<_>>>()?.join("\n\n"),
        // {"name": …}, as in linked data
        Value::Object(object) => object.get("name")?.as_str()?.to_owned(),
        Value::Null | Value::Bool(_) => return None,
    };
    Some(words).filter(|words| !words.trim().is_empty())
}

/// The value at a user's path like `article.body`, where no field has that name as a whole.
fn path(object: &Map<String, Value>, name: Option<&str>) -> Option<String> {
    let name = name?;
    if let Some(value) = object.get(name) {
        return words(value);
    }
    let (first, rest) = name.split_once('.')?;
    rest.split('.').try_fold(object.get(first)?, |value, part| value.get(part)).and_then(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(60);

    fn read(source: &str) -> Converted {
        json(source.as_bytes(), &FieldNames::default(), PATIENCE).expect("is a record")
    }

    #[test]
    fn fields_of_a_json_object() {
        let found = read(r#"{"id": 7, "titel": "Preis", "datum": "3.5.2024", "volltext": "<p>F&uuml;r alle</p>", "firma": {"name": "Beispiel AG"}}"#);
        assert_eq!(found.text, "Preis\n\nFür alle\n");
        assert_eq!((found.metadata.id.as_deref(), found.metadata.date.as_deref()), (Some("7"), Some("2024-05-03")));
        assert_eq!(found.metadata.publisher.as_deref(), Some("Beispiel AG"));
        assert_eq!(read(r#"{"x": "kurz", "y": "ein Text, der so lang ist, dass er nur der Text sein kann"}"#).text.len(), 57);
        assert_eq!(read(r#"{"text": ["Eins.", "Zwei."]}"#).text, "Eins.\n\nZwei.");
        assert_eq!(read(r#"{"title": "Preis", "text": "Preis\n\nText"}"#).text, "Preis\n\nText");
    }

    #[test]
    fn the_users_fields_may_lie_deeper() {
        let own = FieldNames { text: Some("a.b".to_owned()), ..FieldNames::default() };
        assert_eq!(json(br#"{"a": {"b": "Ja"}, "text": "Nein"}"#, &own, PATIENCE).map(|found| found.text), Ok("Ja".to_owned()));
    }

    #[test]
    fn what_is_no_record_is_told() {
        for bad in [r#"{"a": 1"#, r#"[1]"#, r#"{"a": "kurz"}"#, "{\"text\": null}"] {
            assert!(json(bad.as_bytes(), &FieldNames::default(), PATIENCE).is_err(), "{bad}");
        }
    }
}
