//! Entries of RSS and Atom feeds → text.

use super::xml::{Event, Events, attribute};
use super::{Converted, html, under_title};
use crate::input::{Channel, InputError, Metadata, date};
use std::time::Duration;

/// The text of an entry: its full content, else its summary, below its title.
pub(super) fn entry(bytes: &[u8], channel: &Channel, patience: Duration) -> Result<Converted, InputError> {
    let source = String::from_utf8_lossy(bytes);
    let mut events = Events::new(&source);
    let mut metadata = Metadata { publisher: channel.title.clone(), language: channel.language.clone(), ..Metadata::default() };
    let (mut content, mut summary) = (String::new(), String::new());
    // the element directly below the entry, and how deep below it we are
    let (mut field, mut depth) = (String::new(), 0_usize);
    let mut words = String::new();
    loop {
        match events.read().map_err(|message| InputError::Broken(format!("broken XML: {message}")))? {
            Event::Done => break,
            Event::Open(name, attributes) => {
                depth += 1;
                if depth == 2 {
                    if name == "link"
                        && let Some(href) = attribute(&attributes, "href")
                        && attribute(&attributes, "rel").is_none_or(|rel| rel == "alternate")
                    {
                        metadata.url = Some(href.to_owned());
                    }
                    field = name;
                    words.clear();
                } else if depth > 2 {
                    // content as XHTML, or the name of an author
                    if matches!(name.as_str(), "p" | "div" | "br" | "li" | "h1" | "h2" | "h3" | "ul" | "ol" | "table" | "tr" | "blockquote") {
                        words.push_str(&format!("<{name}>"));
                    }
                }
            }
            Event::Text(more) => {
                // in XHTML the characters are text already; in the usual escaped HTML they are markup
                if depth > 2 { words.push_str(&more.replace('&', "&amp;").replace('<', "&lt;")) } else { words.push_str(&more) }
            }
            Event::Close(name) => {
                if depth > 2 && matches!(name.as_str(), "p" | "div" | "li" | "h1" | "h2" | "h3" | "ul" | "ol" | "table" | "tr" | "blockquote") {
                    words.push_str(&format!("</{name}>"));
                }
                if depth == 2 && !words.trim().is_empty() {
                    let value = words.trim().to_owned();
                    match field.as_str() {
                        "title" => metadata.title = Some(html::field(&value, patience)?),
                        "encoded" | "content" | "body" if value.len() > content.len() => content = value,
                        "description" | "summary" if value.len() > summary.len() => summary = value,
                        "guid" | "id" => metadata.id = Some(value),
                        "link" if metadata.url.is_none() => metadata.url = Some(value),
                        "pubDate" | "published" | "date" | "issued" => metadata.date = date::day(&value).or(metadata.date.take()),
                        "updated" | "modified" if metadata.date.is_none() => metadata.date = date::day(&value),
                        "author" | "creator" => metadata.author = Some(value),
                        "publisher" => metadata.publisher = Some(value),
                        "language" => metadata.language = Some(value),
                        _ => {}
                    }
                }
                depth = depth.saturating_sub(1);
            }
        }
    }
    let body = html::field(if content.is_empty() { &summary } else { &content }, patience)?;
    Ok(Converted { text: under_title(metadata.title.as_deref(), &body), encoding: Some(channel.encoding), metadata, warnings: vec![] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Converted {
        entry(source.as_bytes(), &Channel::default(), Duration::from_secs(60)).expect("is an entry")
    }

    #[test]
    fn an_rss_item_and_an_atom_entry() {
        let rss = read(
            "<item><title>Preis f&#252;r alle</title><link>https://x.de/1</link><guid>g1</guid><pubDate>Fri, 03 May 2024 10:00:00 +0200</pubDate>\
             <description>Kurz</description><content:encoded><![CDATA[<p>Die Stadt &amp; alle.</p><p>Mehr.</p>]]></content:encoded></item>",
        );
        assert_eq!(rss.text, "Preis für alle\n\nDie Stadt & alle.\n\nMehr.\n");
        assert_eq!(
            (rss.metadata.id.as_deref(), rss.metadata.date.as_deref(), rss.metadata.url.as_deref()),
            (Some("g1"), Some("2024-05-03"), Some("https://x.de/1"))
        );
        let atom = read(
            "<entry><title type='html'>Preis</title><link rel='alternate' href='https://x.de/2'/><id>i</id><updated>2024-05-03T10:00:00Z</updated>\
             <author><name>Anna Meier</name></author><content type='xhtml'><div><p>Eins &lt; zwei.</p><p>Drei.</p></div></content></entry>",
        );
        assert_eq!(atom.text, "Preis\n\nEins < zwei.\n\nDrei.\n");
        assert_eq!((atom.metadata.author.as_deref(), atom.metadata.url.as_deref()), (Some("Anna Meier"), Some("https://x.de/2")));
    }
}
