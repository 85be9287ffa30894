//! Web pages: the main text without navigation, banners, asides and footers, and what the page says of itself.

use super::blocks::Blocks;
use super::html::{self, SILENT};
use crate::input::{InputError, Metadata, date};
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};
use std::collections::HashMap;
use std::time::Duration;

type NodeRef<'h> = ego_tree::NodeRef<'h, Node>;

/// Elements that are never the main text.
const AROUND: [&str; 4] = ["nav", "aside", "dialog", "menu"];

/// Roles of elements that are never the main text.
const ROLES: [&str; 10] = ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"];

/// Words in classes and ids of elements that are not the main text.
const WORDS: [&str; 46] = [
    "cookie",
    "cookies",
    "cookiebanner",
    "cookieconsent",
    "consent",
    "gdpr",
    "dsgvo",
    "cmp",
    "nav",
    "navi",
    "navbar",
    "navigation",
    "mainnav",
    "menu",
    "menue",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "footer",
    "fusszeile",
    "social",
    "share",
    "sharing",
    "socialshare",
    "related",
    "newsletter",
    "popup",
    "modal",
    "overlay",
    "banner",
    "skip",
    "skiplink",
    "skiplinks",
    "pagination",
    "pager",
    "comments",
    "kommentare",
    "advertisement",
    "werbung",
    "teaser",
    "teasers",
    "recommendations",
    "toolbar",
    "marginalspalte",
    "servicelinks",
    "metanavigation",
];

/// Least text of an article that is taken for the page's main text, in characters.
const LEAST: usize = 200;

/// How much text a node has.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    text: usize,
    links: usize,
    heading: bool,
}

/// The page's main text and what the page says of itself.
///
/// # Errors
/// A page that takes longer than `patience`.
pub fn page(source: &str, patience: Duration) -> Result<(String, Metadata), InputError> {
    let html = html::parse(source, patience)?;
    let weights = weights(&html);
    let metadata = metadata(&html);
    let all = weights.get(&html.tree.root().id()).map_or(0, |weight| weight.text);
    let main = main(&html, &weights, all);
    let weight = |node: NodeRef<'_>| weights.get(&node.id()).copied().unwrap_or_default();
    let in_article = !is_body(main);
    let skip = |node: NodeRef<'_>| is_around(node, weight(node), all, in_article);
    let mut blocks = Blocks::default();
    if let Some(headline) = headline(&html, main, &weights, metadata.title.as_deref()) {
        html::write_below(&mut blocks, headline, |_| false);
        blocks.paragraph();
    }
    html::write_below(&mut blocks, main, skip);
    let mut text = blocks.finish();
    if text.trim().is_empty() {
        // a page of nothing but what is usually around a text: better that than nothing
        text = html::text_below(html.tree.root(), |_| false);
    }
    Ok((text, metadata))
}

fn is_body(node: NodeRef<'_>) -> bool {
    !matches!(node.value(), Node::Element(element) if !matches!(element.name(), "body" | "html"))
}

/// Text, text of links and headings below each element.
fn weights(html: &Html) -> HashMap<NodeId, Weight> {
    let mut weights: HashMap<NodeId, Weight> = HashMap::new();
    let mut open: Vec<Weight> = Vec::new();
    let (mut silent, mut links) = (0_usize, 0_usize);
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if silent == 0 => {
                    let length = text.split_whitespace().map(|word| word.chars().count() + 1).sum();
                    if let Some(weight) = open.last_mut() {
                        weight.text += length;
                        weight.links += if links > 0 { length } else { 0 };
                    }
                }
                Node::Text(_) => {}
                Node::Element(element) => {
                    silent += usize::from(SILENT.contains(&element.name()) || html::is_hidden(element));
                    links += usize::from(element.name() == "a");
                    open.push(Weight { heading: element.name() == "h1", ..Weight::default() });
                }
                _ => open.push(Weight::default()),
            },
            Edge::Close(node) => {
                if let Node::Text(_) = node.value() {
                    continue;
                }
                if let Node::Element(element) = node.value() {
                    silent -= usize::from(SILENT.contains(&element.name()) || html::is_hidden(element));
                    links -= usize::from(element.name() == "a");
                }
                let weight = open.pop().unwrap_or_default();
                if let Some(parent) = open.last_mut() {
                    parent.text += weight.text;
                    parent.links += weight.links;
                    parent.heading |= weight.heading;
                }
                weights.insert(node.id(), weight);
            }
        }
    }
    weights
}

/// The element of the main text: the article body, the one long article, the main part, or the whole body.
fn main<'h>(html: &'h Html, weights: &HashMap<NodeId, Weight>, all: usize) -> NodeRef<'h> {
    let prose = |node: &NodeRef<'_>| weights.get(&node.id()).map_or(0, |weight| weight.text - weight.links.min(weight.text));
    let elements = || html.tree.root().descendants().filter_map(|node| Some((node, node.value().as_element()?)));
    let longest = |wanted: &dyn Fn(&Element) -> bool| {
        let mut found: Vec<NodeRef<'h>> = elements().filter(|(_, element)| wanted(element)).map(|(node, _)| node).collect();
        found.sort_by_key(|node| std::cmp::Reverse(prose(node))); // stable: of equals, the first
        let second = found.get(1).filter(|second| !found[0].descendants().any(|below| below.id() == second.id())).map_or(0, prose);
        found.first().copied().filter(|first| prose(first) >= LEAST && prose(first) > second * 2)
    };
    let body = || elements().find(|(_, element)| element.name() == "body").map(|(node, _)| node);
    let enough = |node: &NodeRef<'_>| prose(node) * 4 >= all.saturating_sub(weights.get(&html.tree.root().id()).map_or(0, |weight| weight.links));
    longest(&|element| element.attr("itemprop").is_some_and(|prop| prop.split_whitespace().any(|prop| prop == "articleBody")))
        .filter(enough)
        .or_else(|| longest(&|element| element.name() == "article").filter(enough))
        .or_else(|| longest(&|element| element.name() == "main" || element.attr("role") == Some("main") || element.attr("id") == Some("main")))
        .or_else(|| {
            elements().find(|(_, element)| element.name() == "main" || element.attr("role") == Some("main")).map(|(node, _)| node).filter(|n| prose(n) > 0)
        })
        .or_else(body)
        .unwrap_or(html.tree.root())
}

/// Whether an element stands around the main text.
fn is_around(node: NodeRef<'_>, weight: Weight, all: usize, in_article: bool) -> bool {
    let Some(element) = node.value().as_element() else { return false };
    let name = element.name();
    if AROUND.contains(&name) {
        return true;
    }
    if matches!(name, "html" | "body" | "main" | "h1" | "h2" | "p" | "article") {
        return name == "p" && named_around(element) && weight.text < 200;
    }
    // what holds the headline or most of the page is no banner, whatever it is called
    let holds = weight.heading || weight.text * 2 > all;
    if holds {
        return false;
    }
    if element.attr("role").is_some_and(|role| ROLES.contains(&role)) || named_around(element) {
        return true;
    }
    match name {
        "footer" => !in_article || weight.links * 2 > weight.text,
        "header" => !in_article,
        // lists and boxes of nothing but links
        "ul" | "ol" | "div" | "section" | "table" => weight.links * 5 > weight.text * 4 && weight.text > 0 && weight.links > 30 && node.children().count() > 1,
        _ => false,
    }
}

/// Whether a class or the id names something that stands around a text.
fn named_around(element: &Element) -> bool {
    let names = element.attr("class").into_iter().chain(element.attr("id")).flat_map(str::split_whitespace);
    names.flat_map(parts).any(|part| WORDS.contains(&part.as_str()))
}

/// Words of a name like `site-navBar`, and the name without its hyphens; "no-sidebar" and "has-banner" are no banners.
fn parts(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    if ["no-", "has-", "with-", "without-", "is-"].iter().any(|prefix| lower.starts_with(prefix)) {
        return vec![];
    }
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && before.is_lowercase()) {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(last) = words.last_mut()
        {
            last.extend(c.to_lowercase());
        }
        before = c;
    }
    words.push(lower.chars().filter(|c| c.is_alphanumeric()).collect());
    words
}

/// The page's headline, where it stands outside of the main text.
fn headline<'h>(html: &'h Html, main: NodeRef<'h>, weights: &HashMap<NodeId, Weight>, title: Option<&str>) -> Option<NodeRef<'h>> {
    if weights.get(&main.id()).is_some_and(|weight| weight.heading) {
        return None;
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let title = letters(title?);
    let headings = html.tree.root().descendants().filter(|node| node.value().as_element().is_some_and(|element| element.name() == "h1"));
    headings.into_iter().find(|node| {
        let heading = letters(&html::text_below(*node, |_| false));
        !heading.is_empty() && title.contains(&heading)
    })
}

/// What the page says of itself: `meta`, `title`, `time`, linked data.
fn metadata(html: &Html) -> Metadata {
    let mut named: HashMap<String, String> = HashMap::new();
    let (mut title, mut time, mut metadata) = (None, None, Metadata::default());
    for node in html.tree.root().descendants() {
        let Some(element) = node.value().as_element() else { continue };
        match element.name() {
            "meta" => {
                let name = element.attr("name").or_else(|| element.attr("property")).or_else(|| element.attr("itemprop"));
                if let (Some(name), Some(content)) = (name, element.attr("content")) {
                    named.entry(name.to_lowercase()).or_insert_with(|| content.to_owned());
                }
            }
            "html" => metadata.language = element.attr("lang").or_else(|| element.attr("xml:lang")).map(str::to_owned),
            "link" if element.attr("rel") == Some("canonical") => metadata.url = element.attr("href").map(str::to_owned),
            "title" if title.is_none() => title = node.first_child().and_then(|text| text.value().as_text()).map(|text| text.to_string()),
            "time" if time.is_none() => time = element.attr("datetime").map(str::to_owned),
            "script" if element.attr("type") == Some("application/ld+json") => {
                let text = node.first_child().and_then(|text| text.value().as_text());
                if let Some(data) = text.and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok()) {
                    linked_data(&data, &mut named);
                }
            }
            _ => {}
        }
    }
    let mut first = |names: &[&str]| names.iter().find_map(|name| named.remove(*name));
    metadata.title = first(&["og:title", "dc.title", "dcterms.title", "ld:headline", "twitter:title"]).or(title);
    let dates = [
        "article:published_time",
        "ld:datepublished",
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "dc.date.created",
        "dcterms.created",
        "date",
        "pubdate",
        "publish-date",
        "publication_date",
    ];
    metadata.date = first(&dates).or(time).and_then(|text| date::day(&text));
    metadata.publisher = first(&["ld:publisher", "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name"]);
    metadata.author = first(&["author", "dc.creator", "dcterms.creator", "article:author", "ld:author"]);
    metadata.url = metadata.url.take().or_else(|| first(&["og:url"]));
    metadata.language = metadata.language.take().or_else(|| first(&["language", "dc.language", "og:locale"]));
    metadata
}

/// Headline, day and publisher of an article in linked data.
fn linked_data(data: &serde_json::Value, named: &mut HashMap<String, String>) {
    let list = data.get("@graph").unwrap_or(data);
    let items = list.as_array().map_or_else(|| std::slice::from_ref(list), Vec::as_slice);
    for item in items.iter().filter(|item| item.get("datePublished").is_some() || item.get("headline").is_some()) {
        for (field, name) in [("headline", "ld:headline"), ("datePublished", "ld:datepublished"), ("publisher", "ld:publisher"), ("author", "ld:author")] {
            let value = item.get(field).map(|value| value.get(0).unwrap_or(value));
            let value = value.and_then(|value| value.as_str().or_else(|| value.get("name")?.as_str()));
            if let Some(value) = value {
                named.entry(name.to_owned()).or_insert_with(|| value.to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (String, Metadata) {
        page(source, Duration::from_secs(60)).expect("is quick")
    }

    const PROSE: &str = "Die Stadt Beispielheim hat am Montag ein neues Haus der Musik eröffnet, das allen Vereinen offensteht. Es wurde in drei Jahren gebaut und kostete weniger, als der Rat bewilligt hatte. Am Wochenende gibt es Führungen durch alle Räume.";

    #[test]
    fn only_the_main_text_is_kept() {
        let around = "<header><a href=/>Start</a></header><nav><ul><li><a>Rathaus</a><li><a>Presse</a></ul></nav>\
            <div id=cookie-banner>Wir verwenden Cookies. <button>OK</button></div>";
        let below = "<aside>Mehr zum Thema</aside><div class='social-share'>Teilen</div><footer>Impressum, Datenschutz</footer>";
        let bodies = [
            format!("{around}<article><h1>Haus der Musik</h1><p>{PROSE}</p></article>{below}"),
            format!("{around}<main><h1>Haus der Musik</h1><p>{PROSE}</p></main>{below}"),
            format!("{around}<div class=content><h1>Haus der Musik</h1><p>{PROSE}</p></div>{below}"),
            format!("{around}<h1>Haus der Musik</h1><p>{PROSE}</p>{below}"),
            format!("{around}<h1>Haus der Musik</h1><div itemprop=articleBody><p>{PROSE}</p></div>{below}"),
            format!("<form id=aspnet>{around}<div class='has-sidebar'><h1>Haus der Musik</h1><p>{PROSE}</p></div>{below}</form>"),
        ];
        for body in bodies {
            let (text, _) = read(&format!("<html><head><title>Haus der Musik - Beispielheim</title></head><body>{body}</body></html>"));
            assert_eq!(text, format!("Haus der Musik\n\n{PROSE}\n"), "{body}");
        }
    }

    #[test]
    fn what_a_page_says_of_itself() {
        let (_, metadata) = read(
            "<html lang=de><head><title>x</title><meta property='og:title' content='Haus der Musik'><meta name=date content='2024-05-03T10:00'>\
             <meta property='og:site_name' content='Stadt Beispielheim'><link rel=canonical href='https://beispiel.de/1'></head><body><p>Text",
        );
        let some = |text: &str| Some(text.to_owned());
        assert_eq!((metadata.title, metadata.date, metadata.publisher), (some("Haus der Musik"), some("2024-05-03"), some("Stadt Beispielheim")));
        assert_eq!((metadata.url, metadata.language), (some("https://beispiel.de/1"), some("de")));
        let (_, metadata) = read(
            "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"NewsArticle\", \"headline\": \"H\", \"datePublished\": \"2024-05-03\", \"publisher\": {\"name\": \"P\"}}]}</script><p>x",
        );
        assert_eq!((metadata.title, metadata.date, metadata.publisher), (some("H"), some("2024-05-03"), some("P")));
    }

    #[test]
    fn a_page_of_links_is_not_lost() {
        assert_eq!(read("<body><nav>Nur dies</nav></body>").0, "Nur dies\n");
    }
}
