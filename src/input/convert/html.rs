//! HTML → text, block by block.

use super::blocks::Blocks;
use crate::input::InputError;
use ego_tree::iter::Edge;
use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::TendrilSink;
use quick_xml::escape::{resolve_html5_entity, unescape_with};
use scraper::node::Element;
use scraper::{Html, HtmlTreeSink, Node};
use std::borrow::Cow;
use std::time::{Duration, Instant};

type NodeRef<'h> = ego_tree::NodeRef<'h, Node>;

/// Elements whose contents are never text of a page.
pub const SILENT: [&str; 25] = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "map", "head", "button", "select",
    "textarea", "input", "label", "option", "datalist", "progress", "meter", "rp", "rt",
];

/// Elements that stand in a paragraph of their own.
const BLOCKS: [&str; 30] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "table",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "address",
    "hr",
    "form",
    "fieldset",
    "center",
    "details",
    "summary",
    "aside",
    "nav",
];

/// Elements that stand on a line of their own.
const LINES: [&str; 8] = ["tr", "dt", "dd", "legend", "caption", "thead", "tbody", "tfoot"];

/// Tags that make layout.
const LAYOUT: [&str; 9] = ["<p", "<br", "<div", "<ul", "<ol", "<h1", "<h2", "<h3", "<table"];

/// Tags of words within a line.
const INLINE: [&str; 6] = ["<a ", "<strong", "<b>", "<em", "<i>", "<span"];

/// The text of a record's field, which may be plain text, plain text with some tags or references in it, or HTML.
///
/// # Errors
/// HTML that takes longer than `patience`.
pub fn field(text: &str, patience: Duration) -> Result<String, InputError> {
    let has = |tags: &[&str]| {
        text.match_indices('<').any(|(at, _)| tags.iter().any(|tag| text[at..].get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag))))
    };
    if has(&LAYOUT) {
        fragment(text, patience)
    } else if has(&INLINE) {
        // the line breaks are the layout
        fragment(&text.trim().replace("\r\n", "\n").replace('\n', "<br>"), patience)
    } else {
        Ok(references(text.trim()).into_owned())
    }
}

/// The text with its references (`&uuml;`) resolved; what is none stays.
fn references(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // another "&" begins another reference
        let own = rest.bytes().enumerate().skip(1).take(12).take_while(|(_, byte)| *byte != b'&');
        let end = own.into_iter().find(|(_, byte)| *byte == b';').map_or(1, |(at, _)| at + 1);
        let reference = &rest[..end];
        out.push_str(&unescape_with(reference, resolve_html5_entity).unwrap_or(Cow::Borrowed(reference)));
        rest = &rest[end..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Characters that are parsed between two looks at the clock.
const CHUNK: usize = 16 << 10;

/// Parses a page or a piece of one. Elements that are nested without end take more time the deeper they are, hence `patience`.
///
/// # Errors
/// A page that takes longer.
pub fn parse(source: &str, patience: Duration) -> Result<Html, InputError> {
    let begun = Instant::now();
    let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    let mut rest = source;
    while !rest.is_empty() {
        let (chunk, more) = rest.split_at((CHUNK..rest.len()).find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len()));
        parser.process(chunk.into());
        rest = more;
        if begun.elapsed() > patience {
            return Err(InputError::Limit(format!("the HTML took longer than {} s; raise --timeout to read it", patience.as_secs())));
        }
    }
    Ok(parser.finish())
}

/// The text of a piece of HTML, all of it.
///
/// # Errors
/// HTML that takes longer than `patience`.
pub fn fragment(source: &str, patience: Duration) -> Result<String, InputError> {
    Ok(text_below(parse(source, patience)?.tree.root(), |_| false))
}

/// The text below a node, without the elements that `skip` names.
pub fn text_below(root: NodeRef<'_>, skip: impl Fn(NodeRef<'_>) -> bool) -> String {
    let mut blocks = Blocks::default();
    write_below(&mut blocks, root, skip);
    blocks.finish()
}

/// Writes the text below a node.
pub fn write_below(blocks: &mut Blocks, root: NodeRef<'_>, skip: impl Fn(NodeRef<'_>) -> bool) {
    // the element whose contents are passed over, until it closes
    let mut silent: Option<ego_tree::NodeId> = None;
    let mut preformatted = 0_usize;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) if silent.is_none() => match node.value() {
                Node::Text(text) if preformatted > 0 => blocks.verbatim(text),
                Node::Text(text) => blocks.text(text),
                Node::Element(element) => {
                    if node.id() != root.id() && (SILENT.contains(&element.name()) || is_hidden(element) || skip(node)) {
                        silent = Some(node.id());
                        continue;
                    }
                    preformatted += usize::from(element.name() == "pre");
                    open(blocks, element);
                }
                _ => {}
            },
            Edge::Close(node) => {
                if silent.is_some() {
                    if silent == Some(node.id()) {
                        silent = None;
                    }
                } else if let Node::Element(element) = node.value() {
                    preformatted -= usize::from(element.name() == "pre");
                    close(blocks, element);
                }
            }
            Edge::Open(_) => {}
        }
    }
}

fn open(blocks: &mut Blocks, element: &Element) {
    match element.name() {
        "br" => blocks.line(),
        "li" => blocks.item(),
        "td" | "th" => blocks.tab(),
        "q" => blocks.text("„"),
        name if BLOCKS.contains(&name) => blocks.paragraph(),
        name if LINES.contains(&name) => blocks.end_line(),
        _ => {}
    }
}

fn close(blocks: &mut Blocks, element: &Element) {
    match element.name() {
        "li" => blocks.end_line(),
        "q" => blocks.text("“"),
        name if BLOCKS.contains(&name) => blocks.paragraph(),
        name if LINES.contains(&name) => blocks.end_line(),
        _ => {}
    }
}

/// Whether the page itself hides an element.
pub fn is_hidden(element: &Element) -> bool {
    let style = || element.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', "")).unwrap_or_default();
    element.attr("hidden").is_some() || element.attr("aria-hidden") == Some("true") || style().contains("display:none") || style().contains("visibility:hidden")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_becomes_lines_and_paragraphs() {
        let table = [
            ("<p>Eins\n zwei</p><p>drei", "Eins zwei\n\ndrei\n"),
            ("Eins<br>zwei<br><br>drei", "Eins\nzwei\n\ndrei\n"),
            ("<ul><li>a<li>b</ul>c", "• a\n• b\n\nc\n"),
            ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "• a\n\n• b\n"),
            ("<table><tr><th>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td\n"),
            ("Er sagte: <q>Ja</q>.", "Er sagte: „Ja“.\n"),
            ("f&uuml;r&nbsp;alle &bdquo;x&ldquo; &amp; R&D", "für\u{a0}alle „x“ & R&D\n"),
            ("a<script>x</script><style>y</style><span hidden>z</span><span style='display: none'>z</span>b", "ab\n"),
            ("<pre>eins\n  zwei\n\ndrei</pre>", "eins\nzwei\n\ndrei\n"),
            ("Bei&shy;spiel <b>fett</b>,", "Beispiel fett,\n"),
        ];
        for (source, text) in table {
            assert_eq!(fragment(source, Duration::from_secs(60)).as_deref(), Ok(text), "{source}");
        }
    }

    #[test]
    fn deep_nesting_is_no_recursion_and_ends() {
        let deep = |depth| format!("{}Text", "<div>".repeat(depth));
        assert_eq!(fragment(&deep(3000), Duration::from_secs(60)).as_deref(), Ok("Text\n"));
        assert!(matches!(fragment(&deep(200_000), Duration::from_millis(50)), Err(InputError::Limit(_))));
    }

    #[test]
    fn fields_with_and_without_markup() {
        let table = [
            ("<P>Ja</P><p>Nein", "Ja\n\nNein\n"),
            ("Eins <b>fett</b>\nzwei\n\ndrei", "Eins fett\nzwei\n\ndrei\n"),
            ("f&uuml;r\n\n&bdquo;R&D&ldquo; &amp; &quark; &#8211;&", "für\n\n„R&D“ & &quark; –&"),
            (" 5 < 7 & 8 > 3, <3 ", "5 < 7 & 8 > 3, <3"),
        ];
        for (source, text) in table {
            assert_eq!(field(source, Duration::from_secs(60)).as_deref(), Ok(text), "{source}");
        }
    }
}
