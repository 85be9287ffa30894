//! Web Annotations (W3C data model) in JSON-LD: every finding with the words it was found in, by quotation and by position.
//!
//! The file is one `AnnotationPage`. A target's `source` is the release's path as given, as a relative IRI; its positions
//! count Unicode code points of the release's text, whatever unit the run's own spans have.

use super::part::Sink;
use super::passage::Passage;
use super::{Finished, Line, Writer};
use crate::record::{Range, Record};
use anyhow::Context;
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

/// Code points before and after a quotation that tell it from another of the same words.
const AROUND: usize = 32;

pub(super) struct Jsonld {
    sink: Sink,
    first: bool,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Vec<Target<'a>>,
    confidence: f32,
    rule: &'a str,
}

/// Something that is said of the words.
#[derive(Serialize)]
#[serde(tag = "type")]
enum Body<'a> {
    TextualBody { purpose: &'static str, value: &'a str },
    SpecificResource { purpose: &'static str, source: String },
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: [Selector<'a>; 2],
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextQuoteSelector { exact: &'a str, prefix: &'a str, suffix: &'a str },
    TextPositionSelector { start: usize, end: usize },
}

impl Jsonld {
    pub(super) fn create(path: &Path) -> anyhow::Result<Self> {
        let mut sink = Sink::create(path)?;
        let terms = json!({"oton": "urn:oton:", "confidence": "oton:confidence", "rule": "oton:rule"});
        let context: Value = json!(["http://www.w3.org/ns/anno.jsonld", terms]);
        write!(sink, "{{\"@context\":{context},\"id\":\"urn:oton:annotations\",\"type\":\"AnnotationPage\",\"items\":[").with_context(|| sink.told())?;
        Ok(Jsonld { sink, first: true })
    }
}

impl Writer for Jsonld {
    fn write(&mut self, release: &Line<'_>) -> anyhow::Result<()> {
        for annotation in annotations(release.record()?) {
            let line = format!("{}\n{annotation}", if self.first { "" } else { "," });
            self.sink.write_all(line.as_bytes()).with_context(|| self.sink.told())?;
            self.first = false;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> anyhow::Result<Finished> {
        self.sink.write_all(b"\n]}\n").with_context(|| self.sink.told())?;
        Ok(Finished::whole(self.sink.finish()?))
    }
}

/// A release's annotations, each on a line of its own: statements, then persons, organisations and awards, then conferrals.
fn annotations(record: &Record<'_>) -> Vec<String> {
    let passage = Passage::of(record);
    let (id, source) = (iri(&record.id), iri(&record.source.uri));
    let target = |spans: &[Range]| -> Vec<Target<'_>> {
        let one = |&span: &Range| {
            let [start, end] = passage.points(span);
            let bytes = passage.bytes(span);
            let (before, after) = (&passage.text()[..bytes.start], &passage.text()[bytes.end..]);
            let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
            let upto = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
            let quote = Selector::TextQuoteSelector { exact: &passage.text()[bytes], prefix: &before[from..], suffix: &after[..upto] };
            Target { source: &source, selector: [quote, Selector::TextPositionSelector { start, end }] }
        };
        spans.iter().filter(|span| span[0] < span[1]).map(one).collect()
    };
    let mut lines = Vec::new();
    let mut add = |key: &str, motivation, body, spans: &[Range], confidence, rule| {
        let target = target(spans);
        if target.is_empty() {
            return;
        }
        let annotation = Annotation { id: format!("urn:oton:annotation:{id}:{key}"), r#type: "Annotation", motivation, body, target, confidence, rule };
        // a value of these types is always JSON
        if let Ok(line) = serde_json::to_string(&annotation) {
            lines.push(line);
        }
    };
    let tag = |value| Body::TextualBody { purpose: "tagging", value };
    let named = |value| Body::TextualBody { purpose: "identifying", value };
    for said in &record.statements {
        let speakers = said.speakers.iter().filter_map(|speaker| speaker.name.as_deref().or(speaker.words.as_deref()));
        let body = ["statement", said.kind.name()].map(tag).into_iter().chain(speakers.map(named)).collect();
        add(&said.id, "describing", body, &said.segments, said.confidence, &said.rule);
    }
    for person in &record.persons {
        let roles = person.roles.iter().map(|role| Body::TextualBody { purpose: "describing", value: &role.role });
        let body = [tag("person"), named(&person.name)].into_iter().chain(roles).collect();
        add(&person.id, "identifying", body, &person.mentions, person.confidence, &person.rule);
    }
    let public = |scheme: &str, id: &str| match scheme {
        "wikidata" => Some(format!("http://www.wikidata.org/entity/{}", iri(id))),
        "ror" => Some(format!("https://ror.org/{}", iri(id))),
        _ => None,
    };
    for organisation in &record.organisations {
        let links = organisation.links.iter().filter_map(|(scheme, id)| public(scheme, id));
        let links = links.map(|source| Body::SpecificResource { purpose: "identifying", source });
        let body = [tag("organisation"), tag(organisation.kind.name()), named(&organisation.name)].into_iter().chain(links).collect();
        add(&organisation.id, "identifying", body, &organisation.mentions, organisation.confidence, &organisation.rule);
    }
    for award in &record.awards {
        let links = award.links.iter().filter_map(|(scheme, id)| public(scheme, id));
        let links = links.map(|source| Body::SpecificResource { purpose: "identifying", source });
        let body = [tag("award"), named(&award.name)].into_iter().chain(links).collect();
        add(&award.id, "identifying", body, &award.mentions, award.confidence, &award.rule);
    }
    for (n, conferral) in record.conferrals.iter().enumerate() {
        let award = record.award(&conferral.award).map(|award| award.name.as_ref());
        let parts = [award, conferral.recipient.as_ref().map(|side| side.name.as_ref())].into_iter().flatten();
        let conferrers = conferral.conferrers.iter().map(|side| side.name.as_ref());
        let details = [&conferral.level, &conferral.category, &conferral.year].into_iter().filter_map(|detail| detail.as_deref());
        let details = details.map(|value| Body::TextualBody { purpose: "describing", value });
        let body = ["conferral", conferral.status.name()].map(tag).into_iter().chain(parts.chain(conferrers).map(named)).chain(details).collect();
        let spans: Vec<Range> = conferral.sentences.iter().filter_map(|&n| record.sentences.get(n)).map(|sentence| sentence.span).collect();
        add(&format!("c{}", n + 1), "describing", body, &spans, conferral.confidence, &conferral.rule);
    }
    lines
}

/// A path as a relative IRI: what is no letter, digit or harmless mark is percent-encoded.
fn iri(path: &str) -> String {
    let mut iri = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '_' | '~') {
            iri.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(iri, "%{byte:02X}"); // writing to a string cannot fail
            }
        }
    }
    iri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_iris() {
        assert_eq!(iri("2012/Größe 1.zip/a#3.txt"), "2012/Größe%201.zip/a%233.txt");
        assert_eq!(iri("http://x"), "http%3A//x");
    }
}
