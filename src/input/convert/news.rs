//! News items of NewsML, NewsML-G2 and NITF → text.

use super::blocks::Blocks;
use super::xml::{Event, Events, attribute};
use super::{Converted, under_title};
use crate::input::{Channel, InputError, Metadata, date};

/// Elements that hold paragraphs.
const PARAGRAPHS: [&str; 12] = ["p", "h1", "h2", "h3", "h4", "div", "li", "blockquote", "table", "tr", "hedline", "dateline"];

/// The text of a news item below its headline.
pub(super) fn item(bytes: &[u8], channel: &Channel) -> Result<Converted, InputError> {
    let source = String::from_utf8_lossy(bytes);
    let mut events = Events::new(&source);
    let mut metadata = Metadata { language: channel.language.clone(), ..Metadata::default() };
    let mut body = Blocks::default();
    let (mut headline, mut dateline) = (String::new(), String::new());
    let mut open: Vec<String> = Vec::new();
    let mut words = String::new();
    loop {
        match events.read().map_err(|message| InputError::Broken(format!("broken XML: {message}")))? {
            Event::Done => break,
            Event::Open(name, attributes) => {
                about(&name, &attributes, &mut metadata);
                if in_body(&open) {
                    match name.as_str() {
                        "li" => body.item(),
                        "br" => body.line(),
                        name if PARAGRAPHS.contains(&name) => body.paragraph(),
                        _ => {}
                    }
                }
                words.clear();
                open.push(name);
            }
            Event::Text(more) => {
                if in_body(&open) {
                    body.text(&more);
                }
                words.push_str(&more);
            }
            Event::Close(name) => {
                let value = words.trim().to_owned();
                let inside = in_body(&open);
                if inside && PARAGRAPHS.contains(&name.as_str()) {
                    body.paragraph();
                }
                if !value.is_empty() && !inside {
                    match name.as_str() {
                        "headline" | "hl1" | "HeadLine" if headline.is_empty() => headline = value,
                        "title" if metadata.title.is_none() => metadata.title = Some(value),
                        "dateline" | "DateLine" if dateline.is_empty() => dateline = value,
                        "creditline" | "distributor" | "copyrightHolder" if metadata.publisher.is_none() => metadata.publisher = Some(value),
                        "by" | "byline" | "bytag" | "ByLine" if metadata.author.is_none() => metadata.author = Some(value),
                        "versionCreated" | "contentCreated" | "published" | "ThisRevisionCreated" | "FirstCreated" if metadata.date.is_none() => {
                            metadata.date = date::day(&value);
                        }
                        "DateId" if metadata.date.is_none() => metadata.date = date::day(&value),
                        "NewsItemId" => metadata.id = Some(value),
                        _ => {}
                    }
                }
                if open.iter().rev().take(64).any(|known| *known == name) {
                    while open.pop().is_some_and(|popped| popped != name) {}
                }
                words.clear();
            }
        }
    }
    if !headline.is_empty() {
        metadata.title = Some(headline);
    }
    let text = under_title(Some(&dateline), &body.finish());
    Ok(Converted { text: under_title(metadata.title.as_deref(), &text), encoding: Some(channel.encoding), metadata, warnings: vec![] })
}

/// Whether the text of the open elements is the news itself.
fn in_body(open: &[String]) -> bool {
    let within = |name: &str| open.iter().any(|known| known == name);
    (within("body.content") || within("inlineXML") || within("inlineData") || within("DataContent"))
        && !["head", "body.head", "title", "media", "style", "script", "body.end"].iter().any(|name| within(name))
        && (within("body.content") || !within("nitf"))
}

/// What an element's attributes say of the item.
fn about(name: &str, attributes: &[(String, String)], metadata: &mut Metadata) {
    let value = |attribute_name: &str| attribute(attributes, attribute_name).map(str::to_owned);
    match name {
        "newsItem" => {
            metadata.id = value("guid").or(metadata.id.take());
            metadata.language = value("lang").or(metadata.language.take());
        }
        "doc-id" => metadata.id = value("id-string").or(metadata.id.take()),
        "date.issue" | "date.release" if metadata.date.is_none() => metadata.date = value("norm").and_then(|text| date::day(&text)),
        "language" | "Language" => metadata.language = value("tag").or_else(|| value("FormalName")).or(metadata.language.take()),
        "doc.copyright" if metadata.publisher.is_none() => metadata.publisher = value("holder"),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newsml_g2_and_nitf() {
        let nitf = "<nitf><head><title>T</title><docdata><doc-id id-string='d1'/><date.issue norm='20240503T100000Z'/></docdata></head><body><body.head>\
            <hedline><hl1>Preis für alle</hl1></hedline><byline>Anna Meier</byline><dateline>Beispielheim</dateline></body.head>\
            <body.content><p>Eins.</p><p>Zwei <b>fett</b>.</p></body.content></body></nitf>";
        let found = item(nitf.as_bytes(), &Channel::default()).expect("is an item");
        assert_eq!(found.text, "Preis für alle\n\nBeispielheim\n\nEins.\n\nZwei fett.\n");
        assert_eq!((found.metadata.id.as_deref(), found.metadata.date.as_deref()), (Some("d1"), Some("2024-05-03")));
        let g2 = "<newsItem guid='urn:1'><itemMeta><versionCreated>2024-05-03T10:00:00Z</versionCreated></itemMeta><contentMeta><language tag='de'/>\
            <headline>Preis</headline><creditline>bpa</creditline></contentMeta><contentSet><inlineXML contenttype='application/xhtml+xml'>\
            <html xmlns='x'><head><title>T</title></head><body><p>Eins.</p><p>Zwei.</p></body></html></inlineXML></contentSet></newsItem>";
        let found = item(g2.as_bytes(), &Channel::default()).expect("is an item");
        assert_eq!(found.text, "Preis\n\nEins.\n\nZwei.\n");
        assert_eq!((found.metadata.id.as_deref(), found.metadata.language.as_deref()), (Some("urn:1"), Some("de")));
        assert_eq!(found.metadata.publisher.as_deref(), Some("bpa"));
    }
}
