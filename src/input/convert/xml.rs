//! XML as a stream of elements and text, forgiving about what real feeds get wrong.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event as Raw};

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An element opens: its name and attributes without their prefixes.
    Open(String, Vec<(String, String)>),
    /// An element closes.
    Close(String),
    /// Characters, references resolved.
    Text(String),
    /// The document ends.
    Done,
}

/// The events of a document. References that XML does not know are taken for HTML's (`&nbsp;`), or stay as they are.
pub struct Events<'x> {
    reader: Reader<&'x [u8]>,
    closes: Option<String>,
}

impl<'x> Events<'x> {
    /// Reads `text`.
    pub fn new(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Events { reader, closes: None }
    }

    /// The byte behind the last event.
    pub fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// The next event.
    ///
    /// # Errors
    /// What is wrong with the document; nothing can be read behind it.
    pub fn read(&mut self) -> Result<Event, String> {
        if let Some(name) = self.closes.take() {
            return Ok(Event::Close(name));
        }
        loop {
            let event = match self.reader.read_event().map_err(|error| error.to_string())? {
                Raw::Start(start) => open(&start),
                Raw::Empty(start) => {
                    let event = open(&start);
                    if let Event::Open(name, _) = &event {
                        self.closes = Some(name.clone());
                    }
                    event
                }
                Raw::End(end) => Event::Close(local(end.name().as_ref())),
                Raw::Text(text) => Event::Text(text.xml10_content().into_owned()),
                Raw::CData(data) => Event::Text(data.xml10_content().into_owned()),
                Raw::GeneralRef(reference) => {
                    let name = reference.xml10_content();
                    let resolved = match reference.resolve_char_ref() {
                        Ok(Some(c)) => c.to_string(),
                        _ => quick_xml::escape::resolve_html5_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned),
                    };
                    Event::Text(resolved)
                }
                Raw::Eof => Event::Done,
                Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) | Raw::DocType(_) => continue,
            };
            return Ok(event);
        }
    }
}

fn open(start: &BytesStart<'_>) -> Event {
    let attributes = start
        .html_attributes()
        .with_checks(false)
        .flatten()
        .map(|attribute| {
            (
                local(attribute.key.as_ref()),
                attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_or_else(|_| String::new(), |value| value.into_owned()),
            )
        })
        .collect();
    Event::Open(local(start.name().as_ref()), attributes)
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}

/// An attribute's value.
pub fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_data_are_text() {
        let mut events = Events::new("<a:x b='1&amp;2'>f&#252;r &uuml;&nbsp;&quark; <![CDATA[<b>]]> R&D<c/></a:x>");
        let mut text = String::new();
        let mut names = Vec::new();
        loop {
            match events.read().expect("reads") {
                Event::Done => break,
                Event::Open(name, attributes) => names.push((name, attributes)),
                Event::Close(name) => names.push((format!("/{name}"), vec![])),
                Event::Text(more) => text.push_str(&more),
            }
        }
        assert_eq!(text, "für ü\u{a0}&quark; <b> R&D");
        assert_eq!(names[0], ("x".to_owned(), vec![("b".to_owned(), "1&2".to_owned())]));
        assert_eq!(names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["x", "c", "/c", "/x"]);
    }
}
