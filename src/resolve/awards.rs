//! Award mentions → awards: inflected and short forms, acronyms, other forms that the lists know.

use super::Register;
use crate::analysis::{Award, Mention, OrganisationId};
use crate::extract::award::name::written;
use crate::gazetteer::{EntryId, Gazetteer};
use crate::german::acronym::abbreviates;
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;
use std::collections::HashMap;

/// How many longer names a short form is held against.
const CANDIDATES: usize = 16;

/// One distinct name.
struct Form {
    name: String,
    words: Vec<String>,
    entry: Option<EntryId>,
    /// Mention in which it comes first.
    first: usize,
    /// The form that tells more, or itself.
    of: usize,
}

/// Fills `awards` and `award_of`.
pub(super) fn join(text: &Text<'_>, names: &Gazetteer, register: &mut Register) {
    let mentions = &register.mentions.awards;
    let mut forms: Vec<Form> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    let form_of: Vec<usize> = mentions
        .iter()
        .enumerate()
        .map(|(first, mention)| {
            let name = mention.name.clone().unwrap_or_else(|| written(text, mention.span));
            let words = words(&name);
            let form = *by_name.entry(words.join(" ")).or_insert_with(|| {
                forms.push(Form { name, words, entry: None, first, of: forms.len() });
                forms.len() - 1
            });
            forms[form].entry = forms[form].entry.or(mention.entry);
            form
        })
        .collect();
    link(&mut forms, names);
    // "Deutscher Theaterpreis „Der Faust“": one award, told twice
    for (n, two) in mentions.windows(2).enumerate() {
        let quote = two[0].span.end() + 1 == two[1].span.start() && text.tokens[two[0].span.end()].class == Class::Quote;
        let (one, other) = (root(&forms, form_of[n]), root(&forms, form_of[n + 1]));
        if quote && one != other {
            forms[other].of = one;
        }
    }
    let mut award_of_form: Vec<Option<usize>> = vec![None; forms.len()];
    let mut awards: Vec<Award> = Vec::new();
    for (n, mention) in mentions.iter().enumerate() {
        let root = root(&forms, form_of[n]);
        let award = *award_of_form[root].get_or_insert_with(|| {
            let form = &forms[root];
            let entry = form.entry.map(|id| names.entry(id));
            let fuller = entry.filter(|entry| contains(&words(entry.name), &form.words));
            awards.push(Award {
                name: fuller.map_or_else(|| form.name.clone(), |entry| entry.name.to_owned()),
                aliases: Vec::new(),
                links: entry.iter().flat_map(|entry| entry.links()).map(|(scheme, id)| (scheme.to_owned(), id.to_owned())).collect(),
                mentions: Vec::new(),
                confidence: mention.rule.confidence,
                rule: mention.rule,
            });
            awards.len() - 1
        });
        let award_entry = &mut awards[award];
        award_entry.mentions.push(Mention { span: text.bytes(mention.span), rule: mention.rule });
        let name = &forms[form_of[n]].name;
        if *name != award_entry.name && !award_entry.aliases.contains(name) {
            award_entry.aliases.push(name.clone());
        }
        register.award_of.push(award);
    }
    register.awards = awards;
}

/// Points every short form to the name it shortens.
fn link(forms: &mut [Form], names: &Gazetteer) {
    let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
    let mut by_entry: HashMap<&str, usize> = HashMap::new();
    let mut order: Vec<usize> = (0..forms.len()).collect();
    order.sort_by_key(|&n| (std::cmp::Reverse(forms[n].words.len()), n));
    for n in order {
        let first = forms[n].first;
        let listed = forms[n].entry.map(|id| names.entry(id).name);
        let same_entry = listed.and_then(|name| by_entry.get(name).copied());
        let found = same_entry.or_else(|| {
            let candidates = forms[n].words.first().and_then(|word| by_word.get(word)).into_iter().flatten().copied().take(CANDIDATES);
            let short_form = forms[n].words.len() == 1 && forms[n].name.chars().filter(|c| c.is_uppercase()).count() > 1;
            let acronym = if short_form { forms.len().min(CANDIDATES) } else { 0 };
            let short = candidates.filter(|&long| contains(&forms[long].words, &forms[n].words)).collect::<Vec<_>>();
            let short = if short.is_empty() {
                (0..acronym)
                    .filter(|&long| long != n && forms[long].words.len() > 1 && forms[long].of != n && abbreviates(&forms[n].name, &forms[long].name))
                    .collect()
            } else {
                short
            };
            // the nearest before it, or else the first after it
            let before = short.iter().copied().filter(|&long| forms[long].first < first).max_by_key(|&long| forms[long].first);
            before.or_else(|| short.into_iter().min_by_key(|&long| forms[long].first))
        });
        match found {
            Some(long) => {
                forms[n].of = long;
                if forms[long].entry.is_none() {
                    let mut at = long;
                    for _ in 0..8 {
                        if forms[at].of == at {
                            break;
                        }
                        at = forms[at].of;
                    }
                    forms[at].entry = forms[at].entry.or(forms[n].entry);
                }
            }
            None => {
                if let Some(name) = listed {
                    by_entry.insert(name, n);
                }
            }
        }
        let words = forms[n].words.clone();
        for word in words {
            by_word.entry(word).or_default().push(n);
        }
    }
}

fn root(forms: &[Form], mut at: usize) -> usize {
    for _ in 0..8 {
        if forms[at].of == at {
            break;
        }
        at = forms[at].of;
    }
    at
}

/// What people say for the same honour.
const SYNONYMS: [(&str, &str); 5] = [
    ("bundesverdienstkreuz", "verdienstkreuz"),
    ("ehrendoktorwürde", "ehrendoktor"),
    ("ehrendoktorwuerde", "ehrendoktor"),
    ("ehrendoktorat", "ehrendoktor"),
    ("ehrenbürgerrecht", "ehrenbürgerschaft"),
];

/// A name's words in lower case; hyphens part words; synonyms are one.
fn words(name: &str) -> Vec<String> {
    let lower = SYNONYMS.iter().fold(name.to_lowercase(), |name, (said, meant)| name.replace(said, meant));
    lower.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | ':' | '„' | '“' | '"')).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether the shorter name stands, whole, inside the longer.
fn contains(long: &[String], short: &[String]) -> bool {
    !short.is_empty() && short.len() < long.len() && long.windows(short.len()).any(|part| part == short)
}

impl Register {
    /// The organisation named inside a stretch of text ("IHK-Bildungspreis").
    pub fn organisation_within(&self, span: TokenSpan) -> Option<OrganisationId> {
        let mentions = &self.mentions.organisations;
        let from = mentions.partition_point(|m| m.span.start() < span.start());
        mentions.get(from).filter(|m| span.contains(m.span)).and_then(|_| self.organisation_of.get(from).copied())
    }

    /// The organisation of the release that has the name or the alias.
    pub fn organisation_called(&self, name: &str) -> Option<OrganisationId> {
        self.organisations.iter().take(200).position(|organisation| organisation.name == name || organisation.aliases.iter().any(|alias| alias == name))
    }
}
