//! Markdown → text: headings, paragraphs and lists without their marks.

use super::blocks::Blocks;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The text, and the first heading as title.
pub fn text(source: &str) -> (String, Option<String>) {
    let mut blocks = Blocks::default();
    let mut title: Option<String> = None;
    let (mut in_title, mut silent) = (false, 0_usize);
    for event in Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                blocks.paragraph();
                in_title = level == HeadingLevel::H1 && title.is_none();
            }
            Event::End(TagEnd::Heading(_)) => {
                blocks.paragraph();
                in_title = false;
            }
            Event::Start(Tag::Image { .. } | Tag::MetadataBlock(_) | Tag::HtmlBlock) => silent += 1,
            Event::End(TagEnd::Image | TagEnd::MetadataBlock(_) | TagEnd::HtmlBlock) => silent = silent.saturating_sub(1),
            Event::Start(Tag::Item) => blocks.item(),
            Event::End(TagEnd::Item) => blocks.end_line(),
            Event::Start(Tag::TableCell) => blocks.tab(),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => blocks.end_line(),
            Event::Start(Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::List(_) | Tag::Table(_))
            | Event::End(TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::List(_) | TagEnd::Table)
            | Event::Rule => blocks.paragraph(),
            Event::Text(words) | Event::Code(words) if silent == 0 => {
                blocks.text(&words);
                if in_title {
                    title.get_or_insert_default().push_str(&words);
                }
            }
            Event::SoftBreak => blocks.text(" "),
            Event::HardBreak => blocks.line(),
            _ => {}
        }
    }
    (blocks.finish(), title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off() {
        let source = "---\nauthor: x\n---\n# Preis für *alle*\n\nDie **Stadt** [Beispielheim](https://x.de) sagt:\n„Ja“.\n\n* eins\n* zwei\n\n![Bild](x.png)\n\n<div>x</div>\n";
        let (text, title) = text(source);
        assert_eq!(text, "Preis für alle\n\nDie Stadt Beispielheim sagt: „Ja“.\n\n• eins\n• zwei\n");
        assert_eq!(title.as_deref(), Some("Preis für alle"));
    }
}
