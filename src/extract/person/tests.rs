//! Names, roles and what is none.

use super::*;
use crate::lexicon::Lexicon;

fn with<T>(raw: &str, use_it: impl FnOnce(&Text<'_>, Vec<PersonMention>) -> T) -> T {
    let lexicon = Lexicon::builtin();
    let names = Gazetteer::new([]).unwrap();
    let text = Text::parse(raw, &lexicon);
    let mentions = find(&text, &names, &names.find(&text));
    use_it(&text, mentions)
}

fn found(raw: &str) -> Vec<(String, &'static str)> {
    with(raw, |text, mentions| mentions.into_iter().map(|m| (text.slice(m.span).to_owned(), m.rule.name)).collect())
}

fn roles(raw: &str) -> Vec<String> {
    with(raw, |text, mentions| {
        let held = |role: &crate::extract::RoleMention| role.organisation.map_or(String::new(), |span| format!(" / {}", text.slice(span)));
        mentions.iter().flat_map(|m| m.roles.iter().map(|r| format!("{}: {}{}", text.slice(m.span), r.role, held(r))).collect::<Vec<_>>()).collect()
    })
}

#[test]
fn a_text_may_begin_with_a_mark() {
    for mark in [":", ": ", ",", "(", "„", ".", "-"] {
        for name in ["Xolvar Trimbex", "Anna Trimbex", "Xolvar Trimbex, Tel. 1234", "Xolvar Trimbex (Imkerin)", "Xolvar Trimbex\n01234 5678"] {
            found(&format!("{mark}{name}"));
        }
    }
}

#[test]
fn names_in_names_of_things_are_no_persons() {
    for text in [
        "Die Feier war in der Anna-Kröger-Schule.",
        "Das Projekt fördert die Klaus-Kröger-Stiftung.",
        "Die Urkunde kam von der Tischlerei Klaus Kröger in Ulm.",
        "Sie bekam die Klaus-Kröger-Medaille.",
        "In der Kirche St. Martin wird gebaut.",
        "Die Kröger & Reuss OHG wächst.",
        "Im August Sommerfest für alle.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn ordinary_words_are_names_beside_names() {
    for (text, name) in [
        ("Neben Rose Schulze kamen viele.", "Rose Schulze"),
        ("Zur Jury gehört Wolf-Dieter Schulze an.", "Wolf-Dieter Schulze"),
        ("Dazu Anke Richter (CDU): „Gut so.“", "Anke Richter"),
        ("Das betont Petra Weinberg vom Vorstand.", "Petra Weinberg"),
        ("Das betont Petra Herzog vom Vorstand.", "Petra Herzog"),
        ("Vorsitzende ist seit Mai Petra Adler.", "Petra Adler"),
        ("Bürgermeister Apfelbaum lobte die Helfer.", "Apfelbaum"),
        ("Wir danken Herrn Feierabend.", "Feierabend"),
        ("Der Preis geht an Siobhán O’Grady.", "Siobhán O’Grady"),
        ("Das sagt Ingrivild Hauglarland.", "Ingrivild Hauglarland"),
        ("Das sagt Petra Markgraf.", "Petra Markgraf"),
        ("Die Leitung übernimmt Stefan Mückenhausen.", "Stefan Mückenhausen"),
        ("Die Leitung übernimmt Petra Zahnleiter.", "Petra Zahnleiter"),
        ("Geehrt wurde Qorvin Azzopardo. Der gebürtige Malteser lebt in Ulm.", "Qorvin Azzopardo"),
    ] {
        assert_eq!(found(text).iter().map(|(words, _)| words.as_str()).collect::<Vec<_>>(), [name], "{text}");
    }
    for text in [
        "Am Abend war eine Gala Winter und Sommer.",
        "Im Garten blüht die Rose Weiß.",
        "Sie brachte dem Bürgermeister Kuchen.",
        "Die Bürgermeister Ehrenamt und Vereine fördern.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_firm_that_bears_a_surname_is_no_person() {
    let text =
        "Die Kröger GmbH wächst. Gründer war Jan Kröger. Heute gibt es ein Werk. In Ulm steht die Halle. Kröger ist Mitglied im Verband. „Gut“, sagt Kröger.";
    assert_eq!(found(text), [("Jan Kröger".to_owned(), "person/full-name"), ("Kröger".to_owned(), "person/known-surname")]);
}

#[test]
fn roles_stand_before_and_behind_names() {
    assert_eq!(roles("Das sagte der Leiter des Instituts, Professor Jan Reuss, am Montag."), ["Professor Jan Reuss: Leiter / des Instituts"]);
    assert_eq!(roles("Es kam IHK-Präsident Jan Reuss."), ["Jan Reuss: Präsident / IHK"]);
    assert_eq!(roles("Anna Reuss, kaufmännische Leiterin der Nordwerk GmbH, kam."), ["Anna Reuss: kaufmännische Leiterin / der Nordwerk GmbH"]);
    assert_eq!(roles("Gründer und Geschäftsführer Jan Reuss kam."), ["Jan Reuss: Gründer", "Jan Reuss: Geschäftsführer"]);
    assert_eq!(roles("Er dankte dem Vorsitzenden Jan Reuss."), ["Jan Reuss: Vorsitzender"]);
    assert_eq!(roles("Er dankte der Vorsitzenden Anna Reuss."), ["Anna Reuss: Vorsitzende"]);
    assert_eq!(roles("Neuer Präsident des Vereins ist Jan Reuss."), ["Jan Reuss: Präsident / des Vereins"]);
    assert_eq!(roles("Zur Vorsitzenden wurde Anna Reuss gewählt."), ["Anna Reuss: Vorsitzende"]);
    assert_eq!(roles("Als Jurorin wirkte Anna Reuss mit."), ["Anna Reuss: Jurorin"]);
    assert_eq!(roles("Anna Reuss, promovierte Chemikerin, kam."), ["Anna Reuss: Chemikerin"]);
    assert_eq!(roles("Der Präsident des Vereins dankte Jan Reuss."), Vec::<String>::new());
    assert_eq!(roles("Es sprachen die Vorstände Anna Reuss und Jan Kröger."), ["Anna Reuss: Vorstand", "Jan Kröger: Vorstand"]);
    assert_eq!(
        roles("Mit den VDX-Direktoren Anna Reuss, Jan Kröger und Lena Brandl sprach er."),
        ["Anna Reuss: Direktor / VDX", "Jan Kröger: Direktor / VDX", "Lena Brandl: Direktor / VDX"]
    );
    assert_eq!(roles("Die Geschäftsführer Anna Reuss und Jan Kröger kamen."), ["Anna Reuss: Geschäftsführer", "Jan Kröger: Geschäftsführer"]);
    assert_eq!(roles("Zur Lehrerin des Jahres wählten die Schüler Anna Reuss."), Vec::<String>::new());
    assert_eq!(roles("Es kam Jan Reuss (Projektleiter)."), ["Jan Reuss: Projektleiter"]);
    assert_eq!(roles("Jan Reuss ist seit 2002 Vorsitzender des Vereins."), ["Jan Reuss: Vorsitzender / des Vereins"]);
}

#[test]
fn a_role_beside_another_name_is_not_taken() {
    assert_eq!(roles("Es kamen Anna Reuss, Bürgermeister Jan Kröger und viele andere."), ["Jan Kröger: Bürgermeister"]);
    assert_eq!(roles("So sagte Anna Reuss, Mitarbeiter müssten besser bezahlt werden."), Vec::<String>::new());
}

#[test]
fn any_text_is_read_without_harm() {
    for text in [
        "",
        "Dr.",
        "Frau",
        "Prof. Dr. von",
        "A. B. C.",
        "Anna",
        "Anna von",
        "Müller-",
        "Papst Benedikt XVI.",
        "Bürgermeister",
        "Anna „",
        "Anna „Bibi“",
        "und Anna",
        "Dr. h. c.",
        ", Leiter",
    ] {
        found(text);
    }
}
