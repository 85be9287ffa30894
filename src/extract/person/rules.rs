//! The rules of the persons' room.

use crate::rule::{Finds, Rule};

/// A person of the user's lists.
pub(super) static LISTED: Rule = Rule {
    name: "person/listed",
    finds: Finds::Person,
    confidence: 0.99,
    reason: "The user's own list names the person.",
    // the tests run with a list that has "Xolvar"
    yes: &["Gestern kam [[Xolvar]] nach Ulm.", "Das sagt [[Xolvar]]."],
    no: &["Gestern kam Xolvara nach Ulm.", "Das sagt niemand."],
};

/// Given name and surname.
pub(super) static FULL: Rule = Rule {
    name: "person/full-name",
    finds: Finds::Person,
    confidence: 0.98,
    reason: "A given name with a surname behind it, particles and initials between.",
    yes: &[
        "Das Konzept stammt von [[Sabine Kröger]] aus Kiel.",
        "Am Abend las [[Klaus-Dieter von Hahnenfeld]] aus seinem Buch.",
        "Den Antrag stellte [[Ursula M. Brandl]] im Mai.",
    ],
    no: &["Die Sabine Kröger GmbH zieht um.", "Der Bus hält in der Hans-Kröger-Straße.", "Die Kosten trägt die Klaus Kröger Stiftung."],
};

/// Foreign names.
pub(super) static FOREIGN: Rule = Rule {
    name: "person/unlisted-given-name",
    finds: Finds::Person,
    confidence: 0.88,
    reason: "Two words in no list, side by side, with a listed surname or evidence of a person beside them.",
    yes: &["„Das freut uns“, sagte [[Xhemile Qorri]].", "Zu Gast war [[Thyrvald Petersen]] aus Kiel.", "[[Ngozika Obafemy]] (34) lebt in Ulm."],
    no: &["Die Marke Xolvar Trimbex ist neu.", "Ein Abend mit Musik und Tanz."],
};

/// Title or form of address.
pub(super) static TITLE: Rule = Rule {
    name: "person/title",
    finds: Finds::Person,
    confidence: 0.98,
    reason: "An academic title, an honour or Frau/Herr stands before the name.",
    yes: &["Die Leitung hat [[Prof. Dr.-Ing. Hanna Reuss]].", "Wir danken Herrn [[Winter]] für die Zeit.", "Das Wort hatte [[Dr. h. c. Kowalczyk]] aus Ulm."],
    no: &["Die Dr. Reuss GmbH baut an.", "Sehr geehrte Damen und Herren, wir laden ein."],
};

/// Role before the name.
pub(super) static ROLE: Rule = Rule {
    name: "person/role",
    finds: Finds::Person,
    confidence: 0.97,
    reason: "A role or office stands right before the name.",
    yes: &["Bürgermeisterin [[Kröger]] eröffnet das Fest.", "Es kommt Landrat [[Thorben Quaas]] hinzu.", "Das sagte Papst [[Franziskus]] in Rom."],
    no: &["Der Geschäftsführer Vertrieb ist neu.", "Die Bürgermeister Bayerns tagen."],
};

/// Kinship noun before a given name.
pub(super) static KIN: Rule = Rule {
    name: "person/kin",
    finds: Finds::Person,
    confidence: 0.72,
    reason: "A kinship noun introduces a given name.",
    yes: &["Die Idee hatte seine Tochter [[Greta]] im Urlaub.", "Den Hof führte ihr Großvater [[Johann]] bis zuletzt.", "Mit Sohn [[Felix]] kam das Glück."],
    no: &["Die Tochter Gesellschaften wachsen.", "Seine Tochter studiert."],
};

/// Given name with an age.
pub(super) static AGE: Rule = Rule {
    name: "person/age",
    finds: Finds::Person,
    confidence: 0.85,
    reason: "An age in brackets or between commas follows a given name.",
    yes: &["Für [[Greta]] (9) war es das erste Mal.", "„Das war toll!“ ([[Felix]], 11)", "Nur [[Paula]], 14, blieb bis zum Schluss."],
    no: &["Der Ort hat eine Schule (9) und ein Bad.", "Die Kinder, 14, kamen mit dem Bus."],
};

/// Given name before "und" and a full name.
pub(super) static SHARED: Rule = Rule {
    name: "person/shared-surname",
    finds: Finds::Person,
    confidence: 0.88,
    reason: "Two given names joined by \"und\" share the surname behind them.",
    yes: &[
        "Den Hof leiten [[Maria]] und Josef Kröger gemeinsam.",
        "Es gewannen [[Paul]] und Lena Brandl aus Ulm.",
        "Das Paar [[Sabine]] und Klaus Reuss zog um.",
    ],
    no: &["Kultur und Josef-Kröger-Straße.", "Markt und Straße."],
};

/// A surname known from elsewhere in the text.
pub(super) static SURNAME: Rule = Rule {
    name: "person/known-surname",
    finds: Finds::Person,
    confidence: 0.97,
    reason: "The surname of a person whose name stands elsewhere in the release.",
    yes: &[
        "Sabine Kröger kam. [[Kröger]] blieb.",
        "Sabine Kröger kam. Das war [[Krögers]] Wunsch.",
        "[[Kröger]]: Es geht los. Das sagte Sabine Kröger am Abend.",
    ],
    no: &["Sie gründete die Kröger GmbH.", "Die Firma Kröger wächst."],
};

/// A given name known from elsewhere in the text.
pub(super) static GIVEN: Rule = Rule {
    name: "person/known-given-name",
    finds: Finds::Person,
    confidence: 0.8,
    reason: "The given name of a person whose full name stands elsewhere in the release.",
    yes: &["Sabine Kröger kam. [[Sabine]] blieb.", "Paul Reuss kam. Da lachte [[Paul]] laut.", "Lena Brandl kam. Mit [[Lena]] ging es los."],
    no: &["Sie liest gern.", "Am Abend war Ruhe."],
};

/// The rules of this room.
pub static RULES: &[&Rule] = &[&LISTED, &FULL, &FOREIGN, &TITLE, &ROLE, &KIN, &AGE, &SHARED, &SURNAME, &GIVEN];
