//! Whole layouts: every block with its kind.

use super::release_data;
use crate::text::testing;

fn layout(raw: &str) -> Vec<String> {
    testing::parse(raw, |text| {
        text.sections
            .iter()
            .map(|block| {
                let kind = format!("{:?}", block.kind).to_lowercase();
                let words: String = text.slice(block.tokens).replace('\n', "⏎").chars().take(24).collect();
                format!("{kind} {words}")
            })
            .collect()
    })
}

fn data(raw: &str) -> (Option<String>, Option<String>, Option<String>) {
    testing::parse(raw, |text| {
        let data = release_data(text);
        (data.headline.map(|span| span.of(raw).to_owned()), data.date, data.place)
    })
}

#[test]
fn an_agency_release() {
    let raw = "24.06.2019 – 09:12\n\nMuster AG\n\nMuster AG gewinnt Preis\n\nKöln (ots) - Die Muster AG hat am Montag einen Preis gewonnen.\n\n\
        1. Preis: Muster AG\n2. Preis: Test KG\n\n\"Wir freuen uns\", so Beck.\n\nÜber die Muster AG\n\nDie Muster AG stellt Schrauben her. Mehr: www.muster.example\n\n\
        Pressekontakt:\n\nMuster AG\nEva Stein\nTel: +49 221 123456\n\nOriginal-Content von: Muster AG, übermittelt durch news aktuell";
    assert_eq!(
        layout(raw),
        [
            "note 24.06.2019 – 09:12",
            "note Muster AG",
            "headline Muster AG gewinnt Preis",
            "body Köln (ots) - Die Muster ",
            "dateline Köln (ots) -",
            "item 1. Preis: Muster AG",
            "item 2. Preis: Test KG",
            "body \"Wir freuen uns\", so Bec",
            "boilerplate Über die Muster AG",
            "boilerplate Die Muster AG stellt Sch",
            "contact Pressekontakt:",
            "contact Muster AG",
            "contact Eva Stein",
            "contact Tel: +49 221 123456",
            "note Original-Content von: Mu",
        ]
    );
    assert_eq!(data(raw), (Some("Muster AG gewinnt Preis".into()), Some("2019-06-24".into()), Some("Köln".into())));
}

#[test]
fn a_hard_wrapped_mail() {
    let raw = "Bad Salzuflen. Der Verein Harmonie e. V. feiert am 12. Mai sein 100-jähriges\nBestehen. Erwartet werden rund 300 Gäste aus ganz Deutsch-\n\
        land, darunter auch der Landrat. \"Wir sind stolz auf unsere lange Geschichte\",\nsagte der Vorsitzende Karl Busch.\n\nDas Programm:\n\
        - 14 Uhr: Begrüßung durch den Vorsitzenden und Grußworte der Gäste aus der\n  Region\n- 15 Uhr: Konzert\n\nTel. 05222 12345";
    assert_eq!(
        layout(raw),
        [
            "body Bad Salzuflen. Der Verei",
            "dateline Bad Salzuflen.",
            "body Das Programm:",
            "item - 14 Uhr: Begrüßung durc",
            "item - 15 Uhr: Konzert",
            "contact Tel. 05222 12345",
        ]
    );
}

#[test]
fn single_line_breaks_between_blocks() {
    let raw = "Hochschule erhält Geld\nProjekt untersucht Böden\nDie Hochschule bekommt 2 Mio. Euro. Das Geld stammt vom Bund. „Das hilft uns sehr“, sagt Prof. Dr. Kim Lee, die das Projekt leitet.\n\
        Was erforscht wird\nIm Projekt geht es um Böden. Sie werden untersucht.\nAnsprechpartnerin:\nProf. Dr. Kim Lee, Tel. 0331 123-456";
    assert_eq!(
        layout(raw),
        [
            "headline Hochschule erhält Geld",
            "subheadline Projekt untersucht Böden",
            "body Die Hochschule bekommt 2",
            "crosshead Was erforscht wird",
            "body Im Projekt geht es um Bö",
            "contact Ansprechpartnerin:",
            "contact Prof. Dr. Kim Lee, Tel. ",
        ]
    );
}

#[test]
fn datelines() {
    let cases = [
        ("Mannheim, 2. Mai 2013 – Das Fest", Some("2013-05-02"), Some("Mannheim")),
        ("(Rostock, 21.05.2018) Das Fest", Some("2018-05-21"), Some("Rostock")),
        ("Freiburg i. Br., 4. März 2017. – Das Fest", Some("2017-03-04"), Some("Freiburg i. Br.")),
        ("Berlin/Bonn, den 1. Januar 2020. Das Fest", Some("2020-01-01"), Some("Berlin/Bonn")),
        ("Frankfurt am Main, 07.02.18 | Das Fest", Some("2018-02-07"), Some("Frankfurt am Main")),
        ("WIEN (OTS) - Das Fest", None, Some("Wien")),
        ("Ulm. Das Fest", None, Some("Ulm")),
        ("Bern, im April 2013. Das Fest", None, Some("Bern")),
        ("Köln, 31. Februar 2013. Das Fest", None, None),
        ("Gold. Das Fest", None, None),
        ("Berlin feiert. Das Fest", None, None),
    ];
    for (start, date, place) in cases {
        let raw = format!("Ein Fest für alle\n\n{start} der Stadt beginnt heute. Es dauert drei Tage.");
        let (_, found_date, found_place) = data(&raw);
        assert_eq!((found_date.as_deref(), found_place.as_deref()), (date, place), "{start}");
    }
}

#[test]
fn a_single_paragraph_is_a_body() {
    assert_eq!(layout("Das ist ein kurzer Text."), ["body Das ist ein kurzer Text."]);
    assert_eq!(layout(""), Vec::<String>::new());
}

#[test]
fn more_datelines() {
    let cases = [
        ("Ulm (SWU) Die Arbeit", None, Some("Ulm")),
        ("BAD SALZUFLEN Große Teile", None, Some("Bad Salzuflen")),
        ("Wien, 7. Jänner 2015 – Das Fest", Some("2015-01-07"), Some("Wien")),
        ("Zürich, 2.5.2013 – Das Fest", Some("2013-05-02"), Some("Zürich")),
        ("Kiel, 2013-05-02 – Das Fest", Some("2013-05-02"), Some("Kiel")),
        ("Kiel, 02/05/2013 – Das Fest", Some("2013-05-02"), Some("Kiel")),
        ("Musterau (Oder), 5. Juni 2015 – Das Fest", Some("2015-06-05"), Some("Musterau (Oder)")),
        ("5. Juni 2015, Berlin – Das Fest", Some("2015-06-05"), Some("Berlin")),
        ("05.06.2015 / Berlin – Das Fest", Some("2015-06-05"), Some("Berlin")),
        ("Berlin | 5. Juni 2015 | Das Fest", Some("2015-06-05"), Some("Berlin")),
        ("Berlin – 5. Juni 2015 – Das Fest", Some("2015-06-05"), Some("Berlin")),
        ("ADAC Stiftung startet. Das Fest", None, None),
        ("Der Verband (BVX) Die Arbeit", None, None),
    ];
    for (start, date, place) in cases {
        let raw = format!("Ein Fest für alle\n\n{start} der Stadt beginnt heute. Es dauert drei Tage.");
        let (_, found_date, found_place) = data(&raw);
        assert_eq!((found_date.as_deref(), found_place.as_deref()), (date, place), "{start}");
    }
}

#[test]
fn contact_boilerplate_and_notes_by_their_shape() {
    let body = "Der Verein Harmonie feiert im Mai sein hundertjähriges Bestehen. Erwartet werden rund 300 Gäste aus dem ganzen Land, darunter auch der Landrat und viele Nachbarn.";
    let raw = format!(
        "P R E S S E I N F O R M A T I O N\n\nVerein feiert\n\n{body}\n\n„Hundert Jahre? Respekt!“\n\n{body}\n\n(Foto: Verein Harmonie)\n\n\
        Harmonie-Werke Busch: gegründet 1910, 300 Mitglieder, zwei Chöre\n\nVereinsbüro\nVerein Harmonie\nAm Markt 4, 12345 Oberquarbach"
    );
    assert_eq!(
        layout(&raw),
        [
            "note P R E S S E I N F O R M ",
            "headline Verein feiert",
            "body Der Verein Harmonie feie",
            "crosshead „Hundert Jahre? Respekt!",
            "body Der Verein Harmonie feie",
            "note (Foto: Verein Harmonie)",
            "boilerplate Harmonie-Werke Busch: ge",
            "contact Vereinsbüro",
            "contact Verein Harmonie",
            "contact Am Markt 4, 12345 Oberqu",
        ]
    );
}

#[test]
fn a_count_ends_at_its_largest_number() {
    layout("254. Mühle\n\n255. Mühle\n\n256. Mühle");
    layout("255. Geburtstag der Mühle");
}

#[test]
fn datelines_of_portals_and_agencies() {
    let cases = [
        ("Köln / 3. Mai 2014 / Das Fest", Some("2014-05-03"), Some("Köln")),
        ("Köln, am Freitag, dem 3. Mai 2014 – Das Fest", Some("2014-05-03"), Some("Köln")),
        ("03. Mai 2014 | Köln – Das Fest", Some("2014-05-03"), Some("Köln")),
        ("Köln - 03.05.2014 - Das Fest", Some("2014-05-03"), Some("Köln")),
        ("Köln, Mai 2014 – Das Fest", None, Some("Köln")),
        ("Berlin, den 3.Mai 2014. Das Fest", Some("2014-05-03"), Some("Berlin")),
        ("Köln,3. Mai 2014: Das Fest", Some("2014-05-03"), Some("Köln")),
        ("Köln, 3. Mai 2014 /PRNewswire/ -- Das Fest", Some("2014-05-03"), Some("Köln")),
        ("Wien (pts003/03.05.2014/10:15) - Das Fest", Some("2014-05-03"), Some("Wien")),
        ("Bern (ots/PRNewswire) - Das Fest", None, Some("Bern")),
        ("Nürnberg (dpa) - Das Fest", None, Some("Nürnberg")),
        ("(lifePR) (Köln, 03.05.14) Das Fest", Some("2014-05-03"), Some("Köln")),
        ("(PresseBox) ( Köln, 03.05.2014 ) Das Fest", Some("2014-05-03"), Some("Köln")),
        ("+++ Köln, 3. Mai 2014 +++ Das Fest", Some("2014-05-03"), Some("Köln")),
        ("Köln, 3. Mai 2014 (kna). Das Fest", Some("2014-05-03"), Some("Köln")),
        ("Frankfurt/Main, 3. Mai 2014 – Das Fest", Some("2014-05-03"), Some("Frankfurt/Main")),
        ("Halle (Saale), 3. Mai 2014 – Das Fest", Some("2014-05-03"), Some("Halle (Saale)")),
        ("Frankfurt (Oder). Das Fest", None, Some("Frankfurt (Oder)")),
        ("Neustadt a. d. Weinstraße, 3. Mai 2014 – Das Fest", Some("2014-05-03"), Some("Neustadt a. d. Weinstraße")),
        ("St. Pölten (OTS/NLK) - Das Fest", None, Some("St. Pölten")),
        ("Linz/Donau, 3.5.2014. Das Fest", Some("2014-05-03"), Some("Linz/Donau")),
        ("New York, 3. Mai 2014 – Das Fest", Some("2014-05-03"), Some("New York")),
        ("Köln, 3. Mai 2014, 10.30 Uhr – Das Fest", Some("2014-05-03"), Some("Köln")),
        ("Köln, Bonn, 3. Mai 2014 – Das Fest", Some("2014-05-03"), Some("Köln, Bonn")),
        ("Köln und Bonn, 3. Mai 2014 – Das Fest", Some("2014-05-03"), Some("Köln und Bonn")),
        ("Köln, 3. Mai 2014 * Das Fest", Some("2014-05-03"), Some("Köln")),
        ("Landkreis Gera. Das Fest", None, Some("Landkreis Gera")),
        ("Kreis Höxter (khx). Das Fest", None, Some("Kreis Höxter")),
        ("Rostock, 3. Mai 2014 ◊ Das Fest", Some("2014-05-03"), Some("Rostock")),
        ("BERLIN – Das Fest", None, Some("Berlin")),
        ("Ganz Köln, 3. Mai 2014, war auf den Beinen. Das Fest", None, None),
        ("Am 3. Mai 2014 war Köln auf den Beinen. Das Fest", None, None),
        ("Gut. Das Fest", None, None),
        ("Fest – Das Fest", None, None),
        ("Karl Busch. Das Fest", None, None),
        ("Danke, Köln. Das Fest", None, None),
        ("Neu: Das Fest", None, None),
        ("Essen: „Das Fest", None, None),
        ("Sonntag. Das Fest", None, None),
        ("Hallo Köln! Das Fest", None, None),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(start, date, place)| {
            let raw = format!("Ein Fest für alle\n\n{start} der Stadt beginnt heute. Es dauert drei Tage.");
            let (_, found_date, found_place) = data(&raw);
            let right = (found_date.as_deref(), found_place.as_deref()) == (*date, *place);
            (!right).then(|| format!("{start}: {found_date:?} {found_place:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn paragraphs_that_only_start_like_something_else() {
    let body =
        "Der Verein Harmonie feiert im Mai sein hundertjähriges Bestehen. Erwartet werden rund 300 Gäste aus dem ganzen Land, darunter auch der Landrat.";
    let paragraphs = [
        "Presse und Publikum waren begeistert. Der Saal war bis auf den letzten Platz besetzt.",
        "Informationen über das Wetter liefern drei Stationen. Sie stehen am Rand der Stadt.",
        "Kontakt zu den Nachbarn suchte er nie. Das änderte sich erst im vergangenen Jahr.",
        "Kommunikation ist alles, sagt der Trainer. Deshalb wird vor jedem Spiel geredet.",
        "Über die Brücke fahren täglich 12.000 Autos. Das sind doppelt so viele wie vor zehn Jahren.",
        "Über den Winter bleibt das Bad geschlossen. Im Mai wird es wieder geöffnet.",
        "Zum Verein gehören drei Chöre und ein Orchester. Alle treten am Sonntag auf.",
        "Foto und Film gehören zusammen, findet die Kuratorin. Sie zeigt beides in einem Saal.",
        "Bilder sagen mehr als Worte. Deshalb hängen im Saal nur Bilder.",
        "Unter der Nummer 0221 555 31 20 meldete sich den ganzen Tag niemand. Die Bürger waren verärgert.",
        "Anmeldungen sind bis zum 3. Mai unter Tel. 0221 5550-123 möglich. Der Kurs kostet 20 Euro.",
        "Karten gibt es unter www.harmonie.example und an der Abendkasse. Sie kosten 8 Euro.",
        "Das Unternehmen ist mit dem Jahr zufrieden. Der Umsatz stieg um drei Prozent.",
        "Im Auftrag der Stadt untersuchten Fachleute die Brücke. Sie fanden keine Schäden.",
        "Viele Grüße aus Köln schickte die Oberbürgermeisterin. Sie war selbst verhindert.",
        "Schluss mit Müll: Die Stadt stellt im Park neue Eimer auf. Sie fassen doppelt so viel.",
        "Redaktion und Verlag ziehen um. Die neuen Räume liegen am Hafen.",
        "Seite an Seite standen sie auf der Bühne. Das Publikum sang mit.",
        "Nachdruck verlieh der Redner seinen Worten mit der Faust. Der Saal lachte.",
        "Diese Meldung hat viele überrascht. Die Nachbarn hatten nichts davon gewusst.",
        "Anlage und Garten sind für alle offen. Der Eintritt ist frei.",
        "Essen und Trinken bringen die Gäste selbst mit. Für Geschirr ist gesorgt.",
        "Die Musterbank AG und der Verein arbeiten seit 2010 zusammen. Das soll so bleiben.",
        "Download und Upload sind jetzt doppelt so schnell. Das freut vor allem die Schulen.",
        "Der Vorsitzende ist ein Mann der Tat. Seit 1990 hat er kein Fest versäumt.",
    ];
    let wrong: Vec<String> = paragraphs
        .iter()
        .flat_map(|paragraph| {
            let inside = format!("Verein feiert\n\n{body}\n\n{paragraph}\n\n{body}");
            let last = format!("Verein feiert\n\n{body}\n\n{paragraph}\n\nPressekontakt: Eva Stein, Tel. 0221 5550-123");
            [("inside", layout(&inside)[2].clone()), ("last", layout(&last)[2].clone())]
        })
        .filter(|(_, block)| !block.starts_with("body "))
        .map(|(place, block)| format!("{place}: {block}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The kind of a block behind a headline and a paragraph, before a contact line.
fn kind_of_last(block: &str) -> String {
    let raw = format!(
        "Verein feiert\n\nDer Verein Harmonie feiert im Mai sein hundertjähriges Bestehen. Erwartet werden rund 300 Gäste aus dem ganzen Land.\n\n{block}\n\n\
         Pressekontakt: Eva Stein, Tel. 0221 5550-123"
    );
    layout(&raw)[2].split(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn portraits_of_the_issuer_without_a_heading() {
    let wrong: Vec<&str> = [
        "Die Harmonie eG wurde 1921 gegründet und verwaltet heute 4.200 Wohnungen. Sie hat 5.100 Mitglieder.",
        "Das Forschungszentrum Oberrhein ist eine gemeinnützige Einrichtung mit Sitz in Speyer. Rund 400 Mitarbeitende forschen dort.",
        "Der Landesverband der Imker vertritt 12.000 Imkerinnen und Imker. Er ist Mitglied im Deutschen Imkerbund.",
        "Musterit entwickelt und fertigt Schrauben. Das Familienunternehmen beschäftigt 320 Menschen an drei Standorten.",
        "Die Stiftung Harmonie fördert seit 1998 Musikschulen. Sie wurde von Karl Busch gegründet und sitzt in Köln.",
        "Als kommunaler Dienstleister versorgt die Musterwerke GmbH 60.000 Haushalte mit Strom. Sie beschäftigt 210 Mitarbeiter.",
        "Mit 1.200 Beschäftigten und einem Umsatz von 300 Millionen Euro ist Musterit einer der größten Hersteller von Schrauben in Europa.",
        "Die Universität Oberrhein zählt mit 21.000 Studierenden zu den größten Hochschulen des Landes. Sie bietet 120 Studiengänge an.",
        "Harmonie e. V. ist ein gemeinnütziger Verein, der sich seit 1975 für die Musik einsetzt. Ihm gehören 1.400 Mitglieder an.",
        "Die 1950 gegründete Muster AG gehört zu den führenden Anbietern von Schrauben. Sie liefert in 40 Länder.",
    ]
    .into_iter()
    .filter(|block| kind_of_last(block) != "boilerplate")
    .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn notes_and_contacts_of_many_wordings() {
    let notes = [
        "Bild: Eva Stein (links) und Karl Busch",
        "Foto: Harmonie/Eva Stein, Abdruck honorarfrei",
        "[Foto: Eva Stein]",
        "Fotos: Eva Stein (2), privat (1)",
        "Bildnachweis: Harmonie e. V.",
        "Copyright: Harmonie",
        "Foto © Eva Stein",
        "Quelle: Statistisches Landesamt",
        "Abb. 1: Der neue Saal",
        "Bildunterschrift zu Foto 1: Der neue Saal von außen. Foto: Stein",
        "Der neue Saal von außen (Foto: Eva Stein)",
        "Abdruck frei. Belegexemplar erbeten.",
        "Veröffentlichung honorarfrei, um ein Belegexemplar wird gebeten",
        "Zeichen mit Leerzeichen: 2.345",
        "2.345 Zeichen inkl. Leerzeichen",
        "Sperrfrist: Sonntag, 4. Mai 2014, 11 Uhr",
        "Druckfähiges Bildmaterial finden Sie unter www.harmonie.example/presse.",
        "Für diese Meldung stehen Ihnen druckfähige Fotos zum Download bereit.",
        "* * *",
        "-Ende-",
        "(Ende)",
        "— 30 —",
        "Diese Pressemitteilung finden Sie auch unter www.harmonie.example.",
        "Anlagen: 2 Fotos",
        "Hinweis für die Redaktionen: Die Zahlen gelten bis Mai.",
    ];
    let contacts = [
        "Für Rückfragen: Karl Busch, Tel. 0221 5550-456",
        "Ihr Ansprechpartner: Karl Busch, busch@harmonie.example",
        "Weitere Auskünfte erteilt Karl Busch unter der Telefonnummer 0221 5550-456.",
        "Rückfragen beantwortet Karl Busch (0221 5550-456).",
        "Medienkontakt: Karl Busch, +41 44 555 12 40",
        "Kontakt: Harmonie e. V., Am Markt 4, 50667 Köln",
        "Herausgeber: Harmonie e. V., Am Markt 4, 50667 Köln, Telefon 0221 5550-0",
        "Verantwortlich: Karl Busch",
        "V. i. S. d. P.: Karl Busch",
        "Presse: Karl Busch, presse@harmonie.example",
        "Wissenschaftlicher Kontakt: Prof. Dr. Kim Lee, lee@oberrhein.example",
        "Mehr Informationen: Karl Busch, Tel. 0221 5550-456",
    ];
    let kinds = notes.iter().map(|block| ("note", *block)).chain(contacts.iter().map(|block| ("contact", *block)));
    let wrong: Vec<String> =
        kinds.map(|(kind, block)| (kind, block, kind_of_last(block))).filter(|(kind, _, found)| kind != found).map(|found| format!("{found:?}")).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
