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
        "Dazu erklärt Landrätin Petra Lindner:\n\n„Wir haben lange gerechnet. Es hat sich gelohnt.\n\n„Jetzt beginnt die Arbeit.“\n\nDer Bau startet im Mai.";
    assert_eq!(told(text), ["Direct: „Wir haben lange gerechnet. Es hat sich gelohnt. | „Jetzt beginnt die Arbeit.“ = Petra Lindner"]);
}

#[test]
fn names_above_and_below_quotations_sign_them() {
    let above = "Stimmen zum Fest\n\nPetra Lindner, Leiterin des Chors\n\n„Der Abend war wunderbar.“\n\nJonas Brandt, Kassenwart\n\n„Wir kommen im nächsten Jahr wieder.“";
    assert_eq!(told(above), ["Direct: „Der Abend war wunderbar.“ = Petra Lindner", "Direct: „Wir kommen im nächsten Jahr wieder.“ = Jonas Brandt"]);
    let below = "Der Chor feierte am Samstag.\n\n„Der Abend war wunderbar.“\n\nPetra Lindner, Leiterin des Chors";
    assert_eq!(told(below), ["Direct: „Der Abend war wunderbar.“ = Petra Lindner"]);
}

#[test]
fn joint_speakers_are_all_named() {
    let text = "„Ohne Helfer ginge das nicht“, betonten Trainerin Petra Lindner und Kassenwart Jonas Brandt.";
    assert_eq!(told(text), ["Direct: „Ohne Helfer ginge das nicht“ = Petra Lindner, Jonas Brandt"]);
}

#[test]
fn plans_passives_and_bare_nouns_are_no_statements() {
    for text in [
        "Das gab Geschäftsführer Jonas Brandt am Montag bekannt.",
        "Um Anmeldung bis Freitag wird gebeten.",
        "Petra Lindner lobte das Engagement der Helfer.",
        "Der Verein plant, die Halle zu erweitern.",
        "Schätzungen zufolge kamen tausend Gäste.",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_frame_verb_may_be_shared() {
    let text = "Petra Lindner sagte, die Halle sei ein Gewinn, und kündigte an, den Eintritt zu senken.";
    assert_eq!(told(text), ["Indirect: die Halle sei ein Gewinn = Petra Lindner", "Indirect: den Eintritt zu senken = Petra Lindner"]);
}

/// Frames of German by class, each with what is reported.
#[test]
fn frames_by_class() {
    let cases = [
        // sources behind prepositions
        ("Nach Petra Lindners Meinung steigt die Zahl.", "steigt die Zahl = Petra Lindner"),
        ("Medienberichten zufolge steigt die Zahl.", "steigt die Zahl = -"),
        ("Jonas Brandt zufolge, der das Haus seit 2010 leitet, steigt die Zahl.", "steigt die Zahl = Jonas Brandt"),
        ("Aus Sicht von Petra Lindner steigt die Zahl.", "steigt die Zahl = Petra Lindner"),
        ("Wie aus einem Brief von Jonas Brandt hervorgeht, steigt die Zahl.", "steigt die Zahl = Jonas Brandt"),
        ("Laut Polizeibericht steigt die Zahl.", "steigt die Zahl = -"),
        // behind, inside and around the content
        ("Die Zahl steigt, das teilte Jonas Brandt mit.", "Die Zahl steigt = Jonas Brandt"),
        ("Man werde, so Jonas Brandt, den Umbau prüfen.", "Man werde | den Umbau prüfen = Jonas Brandt"),
        ("Es sei wichtig, betonte Petra Lindner, dass alle mitmachen.", "Es sei wichtig | dass alle mitmachen = Petra Lindner"),
        ("Das Jahr sei gut gewesen, lautet das Fazit von Jonas Brandt.", "Das Jahr sei gut gewesen = Jonas Brandt"),
        ("Sie freue sich, sagte Petra Lindner, die seit 2010 das Haus leitet, am Montag.", "Sie freue sich = Petra Lindner"),
        // appositions and relative clauses between verb and content
        ("Das Haus sei leer, sagte Jonas Brandt, Leiter des Amtes.", "Das Haus sei leer = Jonas Brandt"),
        ("Es betonte Petra Lindner, Leiterin des Chors, dass der Umbau nötig sei.", "dass der Umbau nötig sei = Petra Lindner"),
        ("Petra Lindner, die das Haus leitet, betonte, dass der Umbau nötig sei.", "dass der Umbau nötig sei = Petra Lindner"),
        ("Der Vorsitzende, Jonas Brandt, und Leiterin Petra Lindner erklärten, man bleibe.", "man bleibe = Jonas Brandt, Petra Lindner"),
        // infinitives whose other verbs look finite, claims
        ("Jonas Brandt hofft, die Kinder halten zu können.", "die Kinder halten zu können = Jonas Brandt"),
        ("Petra Lindner gab an, nichts gesehen zu haben.", "nichts gesehen zu haben = Petra Lindner"),
        ("Jonas Brandt warf der Stadt vor, Zahlen verheimlicht zu haben.", "Zahlen verheimlicht zu haben = Jonas Brandt"),
        // modal and causative
        ("Jonas Brandt ließ mitteilen, das Haus sei leer.", "das Haus sei leer = Jonas Brandt"),
        ("Petra Lindner konnte bestätigen, dass die Halle bleibt.", "dass die Halle bleibt = Petra Lindner"),
        // nouns that govern
        ("Die Forderung von Jonas Brandt, die Halle zu erhalten, ist neu.", "die Halle zu erhalten = Jonas Brandt"),
        ("Petra Lindner sagte ab mit dem Hinweis, die Halle sei zu.", "die Halle sei zu = Petra Lindner"),
        ("Eine Mitteilung von Jonas Brandt, wonach die Halle schließt, liegt vor.", "die Halle schließt = Jonas Brandt"),
    ];
    for (text, want) in cases {
        assert_eq!(told(text), [format!("Indirect: {want}")], "{text}");
    }
}

#[test]
fn first_persons_and_which_clauses_are_no_report() {
    for text in ["Ich vermisse eine Bewertung.", "Folglich lehne ich das ab.", "Petra Lindner informierte das Amt, welches einen Stab einrichtete."] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn words_quoted_by_passive_and_view() {
    let text = "Der Bau wird von Petra Lindner als „echter Gewinn“ bezeichnet.";
    assert_eq!(told(text), ["Partial: „echter Gewinn“ = Petra Lindner"]);
    let text = "Für Jonas Brandt, Leiter des Amtes, ist das „ein Segen“.";
    assert_eq!(told(text), ["Partial: „ein Segen“ = Jonas Brandt"]);
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
