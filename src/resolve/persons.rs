//! Person mentions → persons: surnames, given names, roles.

use super::{Register, reference};
use crate::analysis::{Mention, Person, PersonId, Role};
use crate::extract::{PersonMention, RoleMention};
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;
use std::collections::HashMap;

/// Fills `persons`, `person_of` and the places; runs after the organisations, which roles point to.
pub(super) fn join(text: &Text<'_>, register: &mut Register) {
    let mentions = std::mem::take(&mut register.mentions.persons);
    let mut joined = Joined::new(text, &mentions);
    joined.whole_names();
    joined.partial_names();
    let Joined { mut persons, of, .. } = joined;
    for (mention, &id) in mentions.iter().zip(&of) {
        for role in &mention.roles {
            let organisation = role.organisation.and_then(|span| organisation_in(register, span));
            add_role(&mut persons[id].roles, role, organisation);
        }
    }
    for person in &mut persons {
        drop_shorter(&mut person.roles);
    }
    register.person_of = of;
    register.persons = persons;
    register.mentions.persons = mentions;
    reference::places(text, register);
}

/// The organisation named in a phrase: the first one.
pub(super) fn organisation_in(register: &Register, span: TokenSpan) -> Option<usize> {
    let mentions = &register.mentions.organisations;
    let first = mentions.partition_point(|m| m.span.end() <= span.start());
    mentions.get(first).filter(|m| m.span.start() < span.end()).and_then(|_| register.organisation_of.get(first).copied())
}

pub(super) fn add_role(roles: &mut Vec<Role>, mention: &RoleMention, organisation: Option<usize>) {
    match roles.iter_mut().find(|role| role.role == mention.role) {
        Some(role) => role.organisation = role.organisation.or(organisation),
        None => roles.push(Role { role: mention.role.clone(), organisation }),
    }
}

/// "Ministerin" says nothing beside "Kulturministerin": the shorter gives its organisation to the longer.
fn drop_shorter(roles: &mut Vec<Role>) {
    let mut n = 0;
    while n < roles.len() {
        let short = roles[n].role.to_lowercase();
        let longer = (0..roles.len().min(16)).find(|&m| m != n && roles[m].role.len() > short.len() && roles[m].role.to_lowercase().ends_with(&short));
        match longer {
            Some(m) => {
                let organisation = roles[n].organisation;
                roles[m].organisation = roles[m].organisation.or(organisation);
                roles.remove(n);
            }
            None => n += 1,
        }
    }
}

/// The work of joining.
struct Joined<'r, 't> {
    text: &'r Text<'t>,
    mentions: &'r [PersonMention],
    /// Surnames as they stand somewhere, to tell a genitive -s from a name's own.
    surnames: HashMap<String, Vec<PersonId>>,
    given: HashMap<String, PersonId>,
    whole: HashMap<String, PersonId>,
    persons: Vec<Person>,
    of: Vec<PersonId>,
}

const NOBODY: PersonId = PersonId::MAX;

impl<'r, 't> Joined<'r, 't> {
    fn new(text: &'r Text<'t>, mentions: &'r [PersonMention]) -> Self {
        let mut surnames: HashMap<String, Vec<PersonId>> = HashMap::new();
        for mention in mentions.iter().filter(|m| !m.surname.is_empty()) {
            surnames.entry(last_word(&words(text, mention.surname)).to_owned()).or_default();
        }
        Joined { text, mentions, surnames, given: HashMap::new(), whole: HashMap::new(), persons: vec![], of: vec![NOBODY; mentions.len()] }
    }

    /// A surname without a genitive -s: where the text has it so elsewhere, or the lists have only that form and the words
    /// around the mention call for a genitive.
    fn base(&self, n: usize, surname: &str) -> String {
        let bare = surname.trim_end_matches(['\'', '’']);
        let Some(stem) = bare.strip_suffix('s').map(|stem| stem.trim_end_matches(['\'', '’'])).filter(|stem| stem.len() > 2) else { return bare.to_owned() };
        let last = last_word(stem);
        let listed = |word: &str| self.text.lexicon.flags(word).contains(Flags::SURNAME);
        let genitive = || bare.len() < surname.len() || is_genitive(self.text, self.mentions[n].span);
        if self.surnames.contains_key(last) || listed(last) && !listed(last_word(bare)) && genitive() { stem.to_owned() } else { bare.to_owned() }
    }

    fn person(&mut self, n: usize, name: String) -> PersonId {
        let mention = &self.mentions[n];
        self.persons.push(Person { name, gender: mention.gender, roles: vec![], mentions: vec![], confidence: mention.rule.confidence, rule: mention.rule });
        self.persons.len() - 1
    }

    /// Given name and surname: the same name is the same person; "A. Meier" is "Anna Meier" where only one is there.
    fn whole_names(&mut self) {
        for (n, mention) in self.mentions.iter().enumerate() {
            if mention.given.is_empty() || mention.surname.is_empty() {
                continue;
            }
            let surname = self.base(n, &words(self.text, mention.surname));
            let given = words(self.text, mention.given);
            let name = format!("{given} {surname}");
            let id = match self.whole.get(&name) {
                Some(&id) => id,
                None => {
                    let last = last_word(&surname).to_owned();
                    let same = self.surnames.get(&last).and_then(|ids| {
                        let mut fitting = ids.iter().take(8).filter(|&&id| initials_fit(&self.persons[id].name, &name));
                        fitting.next().filter(|_| fitting.next().is_none()).copied()
                    });
                    let id = match same {
                        Some(id) => {
                            if self.persons[id].name.len() < name.len() {
                                self.persons[id].name.clone_from(&name);
                            }
                            id
                        }
                        None => {
                            let id = self.person(n, name.clone());
                            self.surnames.entry(last).or_default().push(id);
                            id
                        }
                    };
                    let first = given.split_whitespace().next().unwrap_or_default().to_owned();
                    self.given.entry(first).or_insert(id);
                    self.whole.insert(name, id);
                    id
                }
            };
            self.of[n] = id;
        }
    }

    /// Surnames and given names alone: the last person of the name before, else the next one after.
    fn partial_names(&mut self) {
        let mut latest: HashMap<String, PersonId> = HashMap::new();
        for n in 0..self.mentions.len() {
            let mention = &self.mentions[n];
            let surname = if mention.surname.is_empty() { String::new() } else { self.base(n, &words(self.text, mention.surname)) };
            let last = last_word(&surname).to_owned();
            if self.of[n] == NOBODY {
                let id = if surname.is_empty() { self.by_given(n) } else { self.by_surname(n, &surname, &last, &latest) };
                self.of[n] = id;
            }
            let id = self.of[n];
            if !last.is_empty() {
                latest.insert(last, id);
            }
            let person = &mut self.persons[id];
            person.gender = person.gender.or(mention.gender);
            person.mentions.push(Mention { span: self.text.bytes(mention.span), rule: mention.rule });
        }
        self.sort();
    }

    fn by_given(&mut self, n: usize) -> PersonId {
        let word = words(self.text, self.mentions[n].given);
        let known = self.given.get(&word).or_else(|| self.given.get(word.trim_end_matches(['\'', '’']).trim_end_matches('s'))).copied();
        // "Trainerin Sander": a surname that is a given name too
        let surname = || self.surnames.get(&self.base(n, &word)).and_then(|ids| ids.first().copied());
        known.or_else(surname).unwrap_or_else(|| {
            let id = self.person(n, word.clone());
            self.given.insert(word, id);
            id
        })
    }

    fn by_surname(&mut self, n: usize, surname: &str, last: &str, latest: &HashMap<String, PersonId>) -> PersonId {
        let gender = self.mentions[n].gender;
        let fits = |id: &PersonId| gender.is_none() || self.persons[*id].gender.is_none_or(|g| Some(g) == gender);
        let known = latest.get(last).copied().filter(fits).or_else(|| self.surnames.get(last).and_then(|ids| ids.iter().take(8).find(|id| fits(id)).copied()));
        known.unwrap_or_else(|| {
            let id = self.person(n, surname.to_owned());
            self.surnames.entry(last.to_owned()).or_default().push(id);
            id
        })
    }

    /// Persons by first mention.
    fn sort(&mut self) {
        let mut rank = vec![NOBODY; self.persons.len()];
        let mut next = 0;
        for &id in &self.of {
            if rank[id] == NOBODY {
                rank[id] = next;
                next += 1;
            }
        }
        let mut order: Vec<(PersonId, Person)> = std::mem::take(&mut self.persons).into_iter().enumerate().map(|(id, person)| (rank[id], person)).collect();
        order.sort_by_key(|&(rank, _)| rank);
        self.persons = order.into_iter().filter(|&(rank, _)| rank != NOBODY).map(|(_, person)| person).collect();
        self.of.iter_mut().for_each(|id| *id = rank[*id]);
    }
}

/// The words of a span, single-spaced, without soft hyphens and nicknames in quotation marks.
fn words(text: &Text<'_>, span: TokenSpan) -> String {
    if let Some(open) = span.range().find(|&n| text.tokens[n].class == Class::Quote && !text.tokens[n].is_glued()) {
        let rest = TokenSpan::new((open + 3).min(span.end()), span.end());
        let front = words(text, TokenSpan::new(span.start(), open));
        return if rest.is_empty() { front } else { format!("{front} {}", text.slice(rest)) };
    }
    text.slice(span).replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "Anna Musters Vorschlag", "die Rede Anna Musters": a noun that the name belongs to, behind it or before it.
fn is_genitive(text: &Text<'_>, span: TokenSpan) -> bool {
    let noun = |at: usize| text.tokens.get(at).is_some_and(|t| t.is_capital() && t.is(Flags::NOUN) && !t.is(Flags::ROLE | Flags::TITLE));
    let behind =
        text.tokens.get(span.end()).is_some_and(|t| t.gap == Gap::Space) && (noun(span.end()) || text.is(span.end(), Flags::ADJECTIVE) && noun(span.end() + 1));
    behind || span.start() > 0 && noun(span.start() - 1) && text.tokens[span.start()].gap == Gap::Space
}

pub(super) fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Whether one name is the other with its given names cut to initials or left out: "A. Meier" and "Anna Meier".
fn initials_fit(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.split(' '), b.split(' '));
    if a.next_back() != b.next_back() {
        return false;
    }
    let mut cut = false;
    loop {
        match (a.next(), b.next()) {
            (Some(x), Some(y)) if x == y => {}
            (Some(x), Some(y)) => {
                let same = |short: &str, long: &str| short.strip_suffix('.').is_some_and(|s| long.starts_with(s));
                if !(same(x, y) || same(y, x)) {
                    return false;
                }
                cut = true;
            }
            // a middle name left out
            (Some(_), None) | (None, Some(_)) => cut = true,
            (None, None) => return cut,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Gender;
    use crate::extract::{Mentions, person};
    use crate::gazetteer::Gazetteer;
    use crate::lexicon::Lexicon;

    fn with<T>(raw: &str, use_it: impl FnOnce(&Text<'_>, &Register) -> T) -> T {
        let (lexicon, names) = (Lexicon::builtin(), Gazetteer::new([]).unwrap());
        let text = Text::parse(raw, &lexicon);
        let persons = person::find(&text, &names, &names.find(&text));
        let register = Register::new(&text, &names, Mentions { persons, ..Mentions::default() });
        use_it(&text, &register)
    }

    #[test]
    fn surnames_titles_and_genitives_join_their_person() {
        let text = "Reuss: Es geht los. Anna Reuss kam. Prof. Reuss blieb. Das war Reuss’ Wunsch. Jan Kröger ging. Krögers Rad blieb.";
        let names = with(text, |_, register| register.persons.iter().map(|p| format!("{} {}", p.name, p.mentions.len())).collect::<Vec<_>>());
        assert_eq!(names, ["Anna Reuss 4", "Jan Kröger 2"]);
    }

    #[test]
    fn a_later_noun_tells_the_role() {
        let roles = |text: &str| {
            with(text, |_, register| {
                register
                    .persons
                    .iter()
                    .map(|p| format!("{}: {}", p.name, p.roles.iter().map(|r| r.role.as_str()).collect::<Vec<_>>().join(", ")))
                    .collect::<Vec<_>>()
            })
        };
        assert_eq!(roles("Das Stück inszeniert Anna Reuss. Die Regisseurin verspricht viel."), ["Anna Reuss: Regisseurin"]);
        assert_eq!(roles("Es siegte Anna Reuss. Die 19-jährige Weitspringerin vom TV war froh."), ["Anna Reuss: Weitspringerin"]);
        assert_eq!(roles("Es kamen Anna Reuss und Lena Kröger. Die Regisseurin verspricht viel."), ["Anna Reuss: ", "Lena Kröger: "]);
        assert_eq!(roles("Es kam Anna Reuss. Der Regisseur verspricht viel."), ["Anna Reuss: "]);
    }

    #[test]
    fn a_genitive_s_needs_evidence() {
        let names = |text: &str| with(text, |_, register| register.persons.iter().map(|p| p.name.clone()).collect::<Vec<_>>());
        assert_eq!(names("Das Wort hatte Petra Dachs."), ["Petra Dachs"]);
        assert_eq!(names("Die Rede Petra Krögers kam an."), ["Petra Kröger"]);
        assert_eq!(names("Petra Krögers Vorschlag kam an."), ["Petra Kröger"]);
    }

    #[test]
    fn pronouns_and_roles_find_their_person() {
        with("Landrat Jan Kröger lobte Lehrerin Anna Reuss. Das freute sie. Der Landrat ging, und er lachte.", |text, register| {
            let at = |word: &str| (0..text.tokens.len()).rfind(|&n| text.says(n, word)).unwrap();
            let name = |id: Option<PersonId>| id.map(|id| register.persons[id].name.as_str());
            assert_eq!(name(register.pronoun(text, at("sie"), Gender::Female)), Some("Anna Reuss"));
            assert_eq!(name(register.role(text, at("Landrat"))), Some("Jan Kröger"));
            assert_eq!(name(register.pronoun(text, at("er"), Gender::Male)), Some("Jan Kröger"));
        });
    }
}
