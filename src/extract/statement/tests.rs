//! Shapes of releases that no single rule shows; the rules' own examples run in `tests/rules.rs`.

use crate::analysis::{Analysis, Entity, Statement};
use crate::{Analyzer, Config};

fn analyzer() -> Analyzer {
    Analyzer::new(Config::default()).expect("the builtin lists are sound")
}

fn speakers(analysis: &Analysis, statement: &Statement) -> String {
    let names = statement.speakers.iter().map(|speaker| match speaker.entity {
        Some(Entity::Person(id)) => analysis.persons[id].name.as_str(),
        Some(Entity::Organisation(id)) => analysis.organisations[id].name.as_str(),
        None => "-",
    });
    names.collect::<Vec<_>>().join(", ")
}

/// All statements of a text as "kind: segment | segment = speakers".
fn told(text: &str) -> Vec<String> {
    let analysis = analyzer().analyze(text);
    let shown = |s: &Statement| {
        let segments: Vec<_> = s.segments.iter().map(|span| span.of(text)).collect();
        format!("{:?}: {} = {}", s.kind, segments.join(" | "), speakers(&analysis, s))
    };
    analysis.statements.iter().map(shown).collect()
}

#[test]
fn a_quotation_over_paragraphs_is_one_statement() {
    let text =
        "Dazu erklärt Landrätin Petra Seifert:\n\n„Wir haben lange gerechnet. Es hat sich gelohnt.\n\n„Jetzt beginnt die Arbeit.“\n\nDer Bau startet im Mai.";
    assert_eq!(told(text), ["Direct: „Wir haben lange gerechnet. Es hat sich gelohnt. | „Jetzt beginnt die Arbeit.“ = Petra Seifert"]);
}

#[test]
fn names_above_and_below_quotations_sign_them() {
    let above = "Stimmen zum Fest\n\nPetra Seifert, Leiterin des Chors\n\n„Der Abend war wunderbar.“\n\nJonas Hiller, Kassenwart\n\n„Wir kommen im nächsten Jahr wieder.“";
    assert_eq!(told(above), ["Direct: „Der Abend war wunderbar.“ = Petra Seifert", "Direct: „Wir kommen im nächsten Jahr wieder.“ = Jonas Hiller"]);
    let below = "Der Chor feierte am Samstag.\n\n„Der Abend war wunderbar.“\n\nPetra Seifert, Leiterin des Chors";
    assert_eq!(told(below), ["Direct: „Der Abend war wunderbar.“ = Petra Seifert"]);
}

#[test]
fn joint_speakers_are_all_named() {
    let text = "„Ohne Helfer ginge das nicht“, betonten Trainerin Petra Seifert und Kassenwart Jonas Hiller.";
    assert_eq!(told(text), ["Direct: „Ohne Helfer ginge das nicht“ = Petra Seifert, Jonas Hiller"]);
}

#[test]
fn plans_passives_and_bare_nouns_are_no_statements() {
    for text in [
        "Das gab Geschäftsführer Jonas Hiller am Montag bekannt.",
        "Um Anmeldung bis Freitag wird gebeten.",
        "Petra Seifert lobte das Engagement der Helfer.",
        "Der Verein plant, die Halle zu erweitern.",
        "Schätzungen zufolge kamen tausend Gäste.",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_frame_verb_may_be_shared() {
    let text = "Petra Seifert sagte, die Halle sei ein Gewinn, und kündigte an, den Eintritt zu senken.";
    assert_eq!(told(text), ["Indirect: die Halle sei ein Gewinn = Petra Seifert", "Indirect: den Eintritt zu senken = Petra Seifert"]);
}

/// Frames of German by class, each with what is reported.
#[test]
fn frames_by_class() {
    let cases = [
        // sources behind prepositions
        ("Nach Petra Seiferts Meinung steigt die Zahl.", "steigt die Zahl = Petra Seifert"),
        ("Medienberichten zufolge steigt die Zahl.", "steigt die Zahl = -"),
        ("Jonas Hiller zufolge, der das Haus seit 2010 leitet, steigt die Zahl.", "steigt die Zahl = Jonas Hiller"),
        ("Aus Sicht von Petra Seifert steigt die Zahl.", "steigt die Zahl = Petra Seifert"),
        ("Wie aus einem Brief von Jonas Hiller hervorgeht, steigt die Zahl.", "steigt die Zahl = Jonas Hiller"),
        ("Laut Polizeibericht steigt die Zahl.", "steigt die Zahl = -"),
        // behind, inside and around the content
        ("Die Zahl steigt, das teilte Jonas Hiller mit.", "Die Zahl steigt = Jonas Hiller"),
        ("Man werde, so Jonas Hiller, den Umbau prüfen.", "Man werde | den Umbau prüfen = Jonas Hiller"),
        ("Es sei wichtig, betonte Petra Seifert, dass alle mitmachen.", "Es sei wichtig | dass alle mitmachen = Petra Seifert"),
        ("Das Jahr sei gut gewesen, lautet das Fazit von Jonas Hiller.", "Das Jahr sei gut gewesen = Jonas Hiller"),
        ("Sie freue sich, sagte Petra Seifert, die seit 2010 das Haus leitet, am Montag.", "Sie freue sich = Petra Seifert"),
        // appositions and relative clauses between verb and content
        ("Das Haus sei leer, sagte Jonas Hiller, Leiter des Amtes.", "Das Haus sei leer = Jonas Hiller"),
        ("Es betonte Petra Seifert, Leiterin des Chors, dass der Umbau nötig sei.", "dass der Umbau nötig sei = Petra Seifert"),
        ("Petra Seifert, die das Haus leitet, betonte, dass der Umbau nötig sei.", "dass der Umbau nötig sei = Petra Seifert"),
        ("Der Vorsitzende, Jonas Hiller, und Leiterin Petra Seifert erklärten, man bleibe.", "man bleibe = Jonas Hiller, Petra Seifert"),
        // infinitives whose other verbs look finite, claims
        ("Jonas Hiller hofft, die Kinder halten zu können.", "die Kinder halten zu können = Jonas Hiller"),
        ("Petra Seifert gab an, nichts gesehen zu haben.", "nichts gesehen zu haben = Petra Seifert"),
        ("Jonas Hiller warf der Stadt vor, Zahlen verheimlicht zu haben.", "Zahlen verheimlicht zu haben = Jonas Hiller"),
        // modal and causative
        ("Jonas Hiller ließ mitteilen, das Haus sei leer.", "das Haus sei leer = Jonas Hiller"),
        ("Petra Seifert konnte bestätigen, dass die Halle bleibt.", "dass die Halle bleibt = Petra Seifert"),
        // nouns that govern
        ("Die Forderung von Jonas Hiller, die Halle zu erhalten, ist neu.", "die Halle zu erhalten = Jonas Hiller"),
        ("Petra Seifert sagte ab mit dem Hinweis, die Halle sei zu.", "die Halle sei zu = Petra Seifert"),
        ("Eine Mitteilung von Jonas Hiller, wonach die Halle schließt, liegt vor.", "die Halle schließt = Jonas Hiller"),
    ];
    for (text, want) in cases {
        assert_eq!(told(text), [format!("Indirect: {want}")], "{text}");
    }
}

#[test]
fn first_persons_and_which_clauses_are_no_report() {
    for text in ["Ich vermisse eine Bewertung.", "Folglich lehne ich das ab.", "Petra Seifert informierte das Amt, welches einen Stab einrichtete."] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn words_quoted_by_passive_and_view() {
    let text = "Der Bau wird von Petra Seifert als „echter Gewinn“ bezeichnet.";
    assert_eq!(told(text), ["Partial: „echter Gewinn“ = Petra Seifert"]);
    let text = "Für Jonas Hiller, Leiter des Amtes, ist das „ein Segen“.";
    assert_eq!(told(text), ["Partial: „ein Segen“ = Jonas Hiller"]);
}

#[test]
fn odd_texts_are_read_without_panic_and_in_linear_time() {
    let analyzer = analyzer();
    for text in [
        "„",
        "“",
        "„“",
        ": „",
        "„“, sagt",
        "so",
        "Laut",
        "nach Angaben",
        "zufolge",
        "– ",
        "„a“, so",
        "Und:",
        "wie , sagt",
        "dass, ob, sagt, so, laut",
        "„A“ „B“ „C“",
        "(„A“)",
    ] {
        analyzer.analyze(text);
    }
    for part in ["sagt, dass ", "„Ja“, so er, ", "laut X und wie Y sagt, ", "so, ", "die Stadt und der Verein, ", "er sei, ", "nach Angaben der Stadt "] {
        let long = part.repeat(4_000);
        let start = std::time::Instant::now();
        analyzer.analyze(&long);
        assert!(start.elapsed().as_secs() < 20, "{part}");
    }
}
