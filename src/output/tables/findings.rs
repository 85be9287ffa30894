//! Columns of the tables of findings: statements, persons, organisations, awards, conferrals.

use super::Kind::{Integer, Real, Text};
use super::{BETWEEN, Cell, Column, always, end, first_end, maybe, numbers, several, start};
use crate::record::{Person, Record, Role, Speaker};
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) static STATEMENTS: [Column; 18] = [
    always("release", Text, "id of the release", |r, _| r.id.as_ref().into()),
    always("statement", Text, "id of the statement in the release: `s1`, `s2` …", |r, n| r.statements[n].id.as_str().into()),
    always("kind", Text, "`direct` (verbatim), `indirect` (reported) or `partial` (a woven-in fragment)", |r, n| r.statements[n].kind.name().into()),
    maybe("text", Text, "what was said, without outer quotation marks", |r, n| r.statements[n].text.as_ref().into()),
    maybe("speaker", Text, "names of those who said it", |r, n| several(speakers(r, n).filter_map(|s| s.name.as_deref()))),
    maybe("speaker_id", Text, "their ids: `persons.person` or `organisations.organisation`", |r, n| {
        several(speakers(r, n).filter_map(|s| s.entity.as_deref()))
    }),
    maybe("speaker_as", Text, "the words that name them there", |r, n| several(speakers(r, n).filter_map(|s| s.words.as_deref()))),
    maybe("speaker_via", Text, "how they are named there: `name`, `surname`, `pronoun`, `role`, `organisation`, `carried`", |r, n| {
        several(speakers(r, n).map(|s| s.via.name()))
    }),
    maybe("speaker_role", Text, "roles of the speakers who are persons", |r, n| {
        several(speakers(r, n).filter_map(|s| person(r, s)).flat_map(|p| p.roles.iter().map(|role| role.role.as_ref())))
    }),
    maybe("speaker_organisation", Text, "names of the organisations where those roles are held", |r, n| {
        several(speakers(r, n).filter_map(|s| person(r, s)).flat_map(|p| organisations(r, &p.roles)))
    }),
    maybe("cue", Text, "dictionary form of the reporting words", |r, n| r.statements[n].cue.as_ref().map_or("", |cue| cue.lemma.as_ref()).into()),
    always("span_start", Integer, "where its first part starts, in the release's `offsets`", |r, n| start(&r.statements[n].segments)),
    always("span_end", Integer, "where its last part ends", |r, n| end(&r.statements[n].segments)),
    always("segments", Text, "start and end of all its parts: `360-543`", |r, n| {
        r.statements[n].segments.iter().map(|[start, end]| format!("{start}-{end}")).collect::<Vec<_>>().join(BETWEEN).into()
    }),
    maybe("sentence", Integer, "its first sentence: `sentences.sentence`", |r, n| r.statements[n].sentences.first().map_or(Cell::Empty, |&n| n.into())),
    maybe("sentences", Text, "all its sentences", |r, n| numbers(&r.statements[n].sentences)),
    always("confidence", Real, "chance of being right, above 0 up to 1", |r, n| r.statements[n].confidence.into()),
    always("rule", Text, "name of the rule that found it", |r, n| r.statements[n].rule.as_ref().into()),
];

pub(super) static PERSONS: [Column; 12] = [
    always("release", Text, "id of the release", |r, _| r.id.as_ref().into()),
    always("person", Text, "id of the person in the release: `p1`, `p2` …", |r, n| r.persons[n].id.as_str().into()),
    always("name", Text, "full name without title", |r, n| r.persons[n].name.as_ref().into()),
    maybe("gender", Text, "`female` or `male`, as the release refers to the person", |r, n| r.persons[n].gender.map_or("", |gender| gender.name()).into()),
    maybe("role", Text, "roles, in text order", |r, n| several(r.persons[n].roles.iter().map(|role| role.role.as_ref()))),
    maybe("organisation", Text, "names of the organisations where they are held", |r, n| several(organisations(r, &r.persons[n].roles))),
    maybe("organisation_id", Text, "their ids: `organisations.organisation`", |r, n| {
        several(r.persons[n].roles.iter().filter_map(|role| role.organisation.as_deref()))
    }),
    always("mentions", Integer, "number of mentions by name", |r, n| r.persons[n].mentions.len().into()),
    maybe("span_start", Integer, "where the first one starts, in the release's `offsets`", |r, n| start(&r.persons[n].mentions)),
    maybe("span_end", Integer, "where it ends", |r, n| first_end(&r.persons[n].mentions)),
    always("confidence", Real, "chance of being right, above 0 up to 1", |r, n| r.persons[n].confidence.into()),
    always("rule", Text, "name of the rule that found the first mention", |r, n| r.persons[n].rule.as_ref().into()),
];

pub(super) static ORGANISATIONS: [Column; 13] = [
    always("release", Text, "id of the release", |r, _| r.id.as_ref().into()),
    always("organisation", Text, "id of the organisation in the release: `o1`, `o2` …", |r, n| r.organisations[n].id.as_str().into()),
    always("name", Text, "fullest name", |r, n| r.organisations[n].name.as_ref().into()),
    always("kind", Text, "`company`, `authority`, `ministry` …", |r, n| r.organisations[n].kind.name().into()),
    maybe("aliases", Text, "other forms of the name", |r, n| several(r.organisations[n].aliases.iter().map(String::as_str))),
    maybe("wikidata", Text, "id in Wikidata", |r, n| r.organisations[n].links.get("wikidata").map_or("", |id| id.as_ref()).into()),
    maybe("ror", Text, "id in the Research Organization Registry", |r, n| r.organisations[n].links.get("ror").map_or("", |id| id.as_ref()).into()),
    maybe("links", Text, "all public ids: `wikidata:Q1`", |r, n| links(&r.organisations[n].links)),
    always("mentions", Integer, "number of mentions", |r, n| r.organisations[n].mentions.len().into()),
    maybe("span_start", Integer, "where the first one starts, in the release's `offsets`", |r, n| start(&r.organisations[n].mentions)),
    maybe("span_end", Integer, "where it ends", |r, n| first_end(&r.organisations[n].mentions)),
    always("confidence", Real, "chance of being right, above 0 up to 1", |r, n| r.organisations[n].confidence.into()),
    always("rule", Text, "name of the rule that found the first mention", |r, n| r.organisations[n].rule.as_ref().into()),
];

pub(super) static AWARDS: [Column; 10] = [
    always("release", Text, "id of the release", |r, _| r.id.as_ref().into()),
    always("award", Text, "id of the award in the release: `a1`, `a2` …", |r, n| r.awards[n].id.as_str().into()),
    always("name", Text, "fullest name, nominative", |r, n| r.awards[n].name.as_ref().into()),
    maybe("aliases", Text, "other forms of the name", |r, n| several(r.awards[n].aliases.iter().map(String::as_str))),
    maybe("links", Text, "public ids: `wikidata:Q1`", |r, n| links(&r.awards[n].links)),
    always("mentions", Integer, "number of mentions", |r, n| r.awards[n].mentions.len().into()),
    maybe("span_start", Integer, "where the first one starts, in the release's `offsets`", |r, n| start(&r.awards[n].mentions)),
    maybe("span_end", Integer, "where it ends", |r, n| first_end(&r.awards[n].mentions)),
    always("confidence", Real, "chance of being right, above 0 up to 1", |r, n| r.awards[n].confidence.into()),
    always("rule", Text, "name of the rule that found the first mention", |r, n| r.awards[n].rule.as_ref().into()),
];

pub(super) static CONFERRALS: [Column; 16] = [
    always("release", Text, "id of the release", |r, _| r.id.as_ref().into()),
    always("conferral", Integer, "number of the conferral in the release, from 1", |_, n| (n + 1).into()),
    always("award_id", Text, "id of the award: `awards.award`", |r, n| r.conferrals[n].award.as_str().into()),
    maybe("award", Text, "name of the award", |r, n| r.award(&r.conferrals[n].award).map_or("", |award| award.name.as_ref()).into()),
    maybe("recipient", Text, "who gets it; empty in a call", |r, n| r.conferrals[n].recipient.as_ref().map_or("", |side| side.name.as_ref()).into()),
    maybe("recipient_id", Text, "its id, where it is one of `persons.person` or `organisations.organisation`", |r, n| {
        r.conferrals[n].recipient.as_ref().and_then(|side| side.entity.as_deref()).unwrap_or("").into()
    }),
    maybe("conferrer", Text, "names of those who give it", |r, n| several(r.conferrals[n].conferrers.iter().map(|side| side.name.as_ref()))),
    maybe("conferrer_id", Text, "their ids, where they have one", |r, n| several(r.conferrals[n].conferrers.iter().filter_map(|side| side.entity.as_deref()))),
    always("status", Text, "`received`, `nominated`, `sought`, `announced`, `call` or `past`", |r, n| r.conferrals[n].status.name().into()),
    maybe("level", Text, "level, as written: `Gold`", |r, n| (&r.conferrals[n].level).into()),
    maybe("category", Text, "category, as written", |r, n| (&r.conferrals[n].category).into()),
    maybe("year", Text, "year or years, as written: `2023/24`", |r, n| (&r.conferrals[n].year).into()),
    maybe("sentence", Integer, "the first sentence that tells it: `sentences.sentence`", |r, n| {
        r.conferrals[n].sentences.first().map_or(Cell::Empty, |&n| n.into())
    }),
    maybe("sentences", Text, "all sentences that tell it", |r, n| numbers(&r.conferrals[n].sentences)),
    always("confidence", Real, "chance of being right, above 0 up to 1", |r, n| r.conferrals[n].confidence.into()),
    always("rule", Text, "name of the rule that found it", |r, n| r.conferrals[n].rule.as_ref().into()),
];

fn speakers<'r>(release: &'r Record<'r>, n: usize) -> impl Iterator<Item = &'r Speaker<'r>> {
    release.statements[n].speakers.iter()
}

fn person<'r>(release: &'r Record<'r>, speaker: &Speaker<'_>) -> Option<&'r Person<'r>> {
    speaker.entity.as_deref().and_then(|id| release.person(id))
}

/// Names of the organisations in which roles are held.
fn organisations<'r>(release: &'r Record<'r>, roles: &'r [Role<'r>]) -> impl Iterator<Item = &'r str> {
    roles.iter().filter_map(|role| release.organisation(role.organisation.as_deref()?)).map(|organisation| organisation.name.as_ref())
}

/// `scheme:id` of each link.
fn links<'r>(links: &BTreeMap<Cow<'_, str>, Cow<'_, str>>) -> Cell<'r> {
    links.iter().map(|(scheme, id)| format!("{scheme}:{id}")).collect::<Vec<_>>().join(BETWEEN).into()
}
