//! Which field of a record holds what: by the user's flags, else by usual German and English names.

/// The user's own field names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldNames {
    /// Field of the release's text.
    pub text: Option<String>,
    /// Field of the record's id.
    pub id: Option<String>,
    /// Field of the date.
    pub date: Option<String>,
    /// Field of the title.
    pub title: Option<String>,
}

/// What a field may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The release's text.
    Text,
    /// The record's id.
    Id,
    /// The day of the release.
    Date,
    /// The title.
    Title,
    /// Who issued it.
    Publisher,
    /// Who wrote it.
    Author,
    /// Where it stands in the web.
    Url,
    /// Its language.
    Language,
}

/// Usual names, best first, in lower case without marks between their parts.
const USUAL: [(Role, &[&str]); 8] = [
    (
        Role::Text,
        &[
            "text",
            "volltext",
            "fulltext",
            "haupttext",
            "meldungstext",
            "pressetext",
            "artikeltext",
            "fließtext",
            "fliesstext",
            "bodytext",
            "maintext",
            "plaintext",
            "body",
            "articlebody",
            "content",
            "inhalt",
            "contenttext",
            "contenthtml",
            "bodyhtml",
            "pressemitteilung",
            "pressemeldung",
            "meldung",
            "mitteilung",
            "nachricht",
            "artikel",
            "article",
            "beitrag",
            "message",
            "html",
            "raw",
            "beschreibung",
            "description",
        ],
    ),
    (
        Role::Id,
        &[
            "id",
            "identifier",
            "uid",
            "uuid",
            "guid",
            "kennung",
            "docid",
            "documentid",
            "dokumentid",
            "meldungsid",
            "artikelid",
            "articleid",
            "releaseid",
            "nr",
            "nummer",
            "key",
        ],
    ),
    (
        Role::Date,
        &[
            "date",
            "datum",
            "published",
            "publishedat",
            "publishedon",
            "datepublished",
            "pubdate",
            "publicationdate",
            "publishdate",
            "releasedate",
            "veröffentlicht",
            "veroeffentlicht",
            "veröffentlichtam",
            "veröffentlichungsdatum",
            "veroeffentlichungsdatum",
            "erscheinungsdatum",
            "erschienen",
            "erschienenam",
            "meldungsdatum",
            "created",
            "createdat",
            "timestamp",
            "zeitstempel",
        ],
    ),
    (Role::Title, &["title", "titel", "headline", "überschrift", "ueberschrift", "schlagzeile", "subject", "betreff", "thema"]),
    (
        Role::Publisher,
        &["publisher", "herausgeber", "issuer", "absender", "sitename", "organisation", "organization", "firma", "unternehmen", "company", "quelle", "source"],
    ),
    (Role::Author, &["author", "autor", "autorin", "byline", "creator", "verfasser"]),
    (Role::Url, &["url", "link", "permalink", "uri", "href", "webadresse"]),
    (Role::Language, &["language", "sprache", "lang"]),
];

/// A field's name in lower case without spaces and marks.
fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl FieldNames {
    fn own(&self, role: Role) -> Option<&str> {
        match role {
            Role::Text => self.text.as_deref(),
            Role::Id => self.id.as_deref(),
            Role::Date => self.date.as_deref(),
            Role::Title => self.title.as_deref(),
            _ => None,
        }
    }

    /// Index of the field for a role among `names`: the user's own, else the best of the usual ones that `usable` allows.
    pub fn find(&self, role: Role, names: &[&str], usable: impl Fn(usize) -> bool) -> Option<usize> {
        if let Some(own) = self.own(role) {
            return names.iter().position(|name| *name == own);
        }
        let bare: Vec<String> = names.iter().map(|name| bare(name)).collect();
        let usual = USUAL.iter().find(|(known, _)| *known == role).map_or(&[][..], |(_, usual)| usual);
        usual.iter().find_map(|usual| bare.iter().enumerate().position(|(at, name)| name == usual && usable(at)))
    }

    /// Whether the user has named a field for the role.
    pub fn names(&self, role: Role) -> bool {
        self.own(role).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_in_german_and_english() {
        let none = FieldNames::default();
        let find = |role, names: &[&str]| none.find(role, names, |_| true);
        assert_eq!(find(Role::Text, &["ID", "Titel", "Volltext"]), Some(2));
        assert_eq!(find(Role::Text, &["description", "Content_Text", "body"]), Some(2));
        assert_eq!(find(Role::Date, &["id", "Veröffentlicht am"]), Some(1));
        assert_eq!(find(Role::Id, &["Dokument-ID", "x"]), Some(0));
        assert_eq!(find(Role::Text, &["a", "b"]), None);
        assert_eq!(none.find(Role::Text, &["text", "body"], |at| at == 1), Some(1));
    }

    #[test]
    fn the_users_name_is_the_only_one() {
        let own = FieldNames { text: Some("Kopf".to_owned()), ..FieldNames::default() };
        assert_eq!(own.find(Role::Text, &["text", "Kopf"], |_| true), Some(1));
        assert_eq!(own.find(Role::Text, &["text"], |_| true), None);
    }
}
