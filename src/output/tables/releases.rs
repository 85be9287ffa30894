//! Columns of the tables `releases` and `sentences`.

use super::Kind::{Integer, Text};
use super::{Cell, Column, always, maybe, several};
use crate::record::{Metadata, Record};
use std::borrow::Cow;

pub(super) static RELEASES: [Column; 31] = [
    always("release", Text, "id of the release, by which the tables are joined", |r, _| r.id.as_ref().into()),
    always("uri", Text, "path as given", |r, _| r.source.uri.as_ref().into()),
    always("format", Text, "format of the file or record", |r, _| r.source.format.as_ref().into()),
    maybe("encoding", Text, "encoding it was read as", |r, _| (&r.source.encoding).into()),
    always("bytes", Integer, "size of the file or record in bytes", |r, _| r.source.bytes.into()),
    always("sha256", Text, "SHA-256 of those bytes, in hexadecimal", |r, _| r.source.sha256.as_ref().into()),
    always("language", Text, "ISO 639 code; `und` when it cannot be told", |r, _| r.language.as_ref().into()),
    maybe("headline", Text, "headline", |r, _| (&r.headline).into()),
    maybe("date", Text, "day of the release, ISO 8601", |r, _| (&r.date).into()),
    maybe("place", Text, "place of the dateline", |r, _| (&r.place).into()),
    maybe("issuer", Text, "name of the organisation that issued the release", |r, _| {
        r.issuer.as_deref().and_then(|id| r.organisation(id)).map_or("", |organisation| organisation.name.as_ref()).into()
    }),
    maybe("issuer_id", Text, "its id: `organisations.organisation`", |r, _| r.issuer.as_deref().unwrap_or("").into()),
    maybe("duplicate_of", Text, "id of the first release with the same words, or nearly the same", |r, _| (&r.duplicate_of).into()),
    maybe("duplicate", Text, "`exact` or `near`", |r, _| r.duplicate.map_or("", |likeness| likeness.name()).into()),
    maybe("metadata_id", Text, "the publisher's own id, as the file says", |r, _| metadata(r, |m| &m.id)),
    maybe("metadata_title", Text, "title or subject, as the file says", |r, _| metadata(r, |m| &m.title)),
    maybe("metadata_date", Text, "day, ISO 8601, as the file says", |r, _| metadata(r, |m| &m.date)),
    maybe("metadata_publisher", Text, "publisher, as the file says", |r, _| metadata(r, |m| &m.publisher)),
    maybe("metadata_author", Text, "author or sender, as the file says", |r, _| metadata(r, |m| &m.author)),
    maybe("metadata_url", Text, "address in the web, as the file says", |r, _| metadata(r, |m| &m.url)),
    maybe("metadata_language", Text, "language, as the file says", |r, _| metadata(r, |m| &m.language)),
    always(
        "offsets",
        Text,
        "what the release's `span_start` and `span_end` count: `codepoint` (Unicode code points), `utf8` (bytes) or `utf16` (code units)",
        |r, _| r.offsets.name().into(),
    ),
    always("sections", Integer, "number of layout blocks", |r, _| r.sections.len().into()),
    always("sentences", Integer, "number of sentences", |r, _| r.sentences.len().into()),
    always("statements", Integer, "number of statements", |r, _| r.statements.len().into()),
    always("persons", Integer, "number of persons", |r, _| r.persons.len().into()),
    always("organisations", Integer, "number of organisations", |r, _| r.organisations.len().into()),
    always("awards", Integer, "number of awards", |r, _| r.awards.len().into()),
    always("conferrals", Integer, "number of conferrals", |r, _| r.conferrals.len().into()),
    maybe("warnings", Text, "codes of what was repaired or given up", |r, _| several(r.warnings.iter().map(|warning| warning.code.as_ref()))),
    always("contract", Text, "version of the JSON contract", |r, _| r.oton.as_ref().into()),
];

fn metadata<'r>(release: &'r Record<'r>, field: fn(&'r Metadata<'r>) -> &'r Option<Cow<'r, str>>) -> Cell<'r> {
    release.metadata.as_ref().map_or(Cell::Empty, |metadata| field(metadata).into())
}

pub(super) static SENTENCES: [Column; 7] = [
    always("release", Text, "id of the release", |r, _| r.id.as_ref().into()),
    always("sentence", Integer, "number of the sentence in the release, from 0", |_, n| n.into()),
    always("section", Integer, "number of its layout block, from 0", |r, n| r.sentences[n].section.into()),
    maybe("section_kind", Text, "kind of that block: `headline`, `lead`, `body` …", |r, n| {
        r.sections.get(r.sentences[n].section).map_or("", |section| section.kind.name()).into()
    }),
    always("span_start", Integer, "where it starts, in the release's `offsets`", |r, n| r.sentences[n].span[0].into()),
    always("span_end", Integer, "where it ends", |r, n| r.sentences[n].span[1].into()),
    always("text", Text, "its text", |r, n| r.sentences[n].text.as_ref().into()),
];
