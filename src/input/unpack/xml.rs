//! Feeds → entries, news documents → news items: cut out, not yet read.

use super::{Flow, Name, Unpacker};
use crate::input::convert::xml::{Event, Events};
use crate::input::{Channel, Item, Shape, encoding};
use std::sync::Arc;

/// Where the cutter is.
enum At {
    Outside,
    /// Inside an entry that began at a byte, some elements deep.
    Inside {
        from: usize,
        depth: usize,
        name: String,
    },
    /// Inside the feed's own title.
    Title,
}

impl Unpacker<'_, '_> {
    /// The entries of a feed, or the items of a news document; numbered from 1.
    pub(super) fn xml(&mut self, name: &Name, bytes: &[u8], is_feed: bool) -> Flow {
        let text = match encoding::decode_declared(bytes, encoding::xml_declaration(bytes)) {
            Ok(decoded) => decoded,
            Err(error) => return self.fail(name, "decode", error),
        };
        let (text, read_as) = (text.text.as_str(), text.encoding);
        let opens = |name: &str| {
            if is_feed { matches!(name, "item" | "entry") } else { matches!(name, "newsItem" | "NewsItem" | "nitf" | "packageItem" | "knowledgeItem") }
        };
        let mut channel = Channel { encoding: read_as, ..Channel::default() };
        let mut shared: Option<Arc<Channel>> = None;
        let mut at = At::Outside;
        let mut number = 0_u64;
        let mut events = Events::new(text);
        loop {
            let before = events.position();
            match (events.read(), &mut at) {
                (Ok(Event::Done), _) => break,
                (Err(message), _) => {
                    let record = name.record(number + 1);
                    return self.fail(&record, "decode", format!("broken XML: {message}; the rest was not read"));
                }
                (Ok(Event::Open(element, _)), At::Outside) if opens(&element) => at = At::Inside { from: before, depth: 1, name: element },
                (Ok(Event::Open(element, _)), At::Outside) if is_feed && element == "title" && channel.title.is_none() => at = At::Title,
                (Ok(Event::Open(element, attributes)), At::Outside) => {
                    if element == "feed" || element == "rss" {
                        channel.format = if element == "feed" { "atom" } else { "rss" };
                    }
                    let language = attributes.iter().find(|(name, _)| name == "lang").map(|(_, value)| value.clone());
                    channel.language = channel.language.take().or(language);
                }
                (Ok(Event::Open(element, _)), At::Inside { depth, name, .. }) => *depth += usize::from(element == *name),
                (Ok(Event::Text(words)), At::Title) => {
                    let words = words.trim();
                    if !words.is_empty() {
                        channel.title.get_or_insert_default().push_str(words);
                    }
                }
                (Ok(Event::Close(_)), At::Title) => at = At::Outside,
                (Ok(Event::Close(element)), At::Inside { from, depth, name: inside }) => {
                    if element != *inside {
                        continue;
                    }
                    *depth -= 1;
                    if *depth > 0 {
                        continue;
                    }
                    let (cut, inside) = (text.get(*from..events.position()).unwrap_or(""), inside.clone());
                    at = At::Outside;
                    if matches!(inside.as_str(), "packageItem" | "knowledgeItem") {
                        continue; // lists of other items
                    }
                    number += 1;
                    if !is_feed {
                        channel.format = if inside == "nitf" { "nitf" } else { "newsml" };
                        shared = None;
                    }
                    let channel = Arc::clone(shared.get_or_insert_with(|| Arc::new(channel.clone())));
                    let shape = if is_feed { Shape::Entry(channel) } else { Shape::News(channel) };
                    let record = name.record(number);
                    let item = Item { id: record.id, uri: record.uri, shape, bytes: cut.as_bytes().to_vec(), charset: None, url: None, format: None };
                    (self.visit)(Ok(item))?;
                }
                _ => {}
            }
        }
        match at {
            At::Inside { .. } => self.fail(&name.record(number + 1), "decode", "the file ends inside this item"),
            _ if number == 0 => self.fail(name, "decode", "the document has no items"),
            _ => Flow::Continue(()),
        }
    }
}
