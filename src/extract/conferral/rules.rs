//! The rules that one sentence can follow.

use crate::rule::{Finds, Rule};

/// "E erhält A"
pub static RECEIVES: Rule = Rule {
    name: "conferral/receives",
    finds: Finds::Conferral,
    confidence: 0.75,
    reason: "The subject of a verb of getting gets the award.",
    yes: &[
        "[[Die Quarbel GmbH erhält den Kulturpreis der Stadt Ulm.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / received",
        "[[Den Bayerischen Gründerpreis gewann die Quarbel GmbH.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
        "[[Anna Weber hat am Montag den Kulturpreis der Stadt Ulm bekommen.]] => Kulturpreis der Stadt Ulm / Anna Weber / received",
    ],
    no: &["Die Quarbel GmbH erhält einen Brief.", "Die Quarbel GmbH hat einen Kunden gewonnen."],
};
/// "E wurde mit A ausgezeichnet", "C zeichnet E mit A aus"
pub static HONOURED: Rule = Rule {
    name: "conferral/honoured",
    finds: Finds::Conferral,
    confidence: 0.85,
    reason: "Whoever is honoured with an award, or as its holder, gets it.",
    yes: &[
        "[[Die Quarbel GmbH wurde mit dem Kulturpreis der Stadt Ulm ausgezeichnet.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / received",
        "[[Anna Weber ist am Dienstag mit der Goldenen Ehrennadel geehrt worden.]] => Goldene Ehrennadel / Anna Weber / received",
        "[[Die Nordmark-Stiftung zeichnet Anna Weber mit dem Bayerischen Gründerpreis aus.]] => Bayerischer Gründerpreis / Anna Weber / received",
    ],
    no: &["Die Küche ist ausgezeichnet.", "Die Quarbel GmbH zeichnet sich durch Sorgfalt aus."],
};
/// "C verleiht E A"
pub static CONFERRED: Rule = Rule {
    name: "conferral/conferred",
    finds: Finds::Conferral,
    confidence: 0.7,
    reason: "The dative, or \"an\", of a verb of giving gets the award; its subject gives it.",
    yes: &[
        "[[Der Kulturpreis der Stadt Ulm wurde an die Quarbel GmbH verliehen.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / received",
        "[[Die Nordmark-Stiftung verlieh der Quarbel GmbH am Montag den Bayerischen Gründerpreis.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
        "[[Die Goldene Ehrennadel wurde Anna Weber verliehen.]] => Goldene Ehrennadel / Anna Weber / received",
    ],
    no: &["Der Laden verleiht Fahrräder an die Quarbel GmbH.", "Der Auftrag wurde an die Quarbel GmbH vergeben."],
};
/// "A geht an E"
pub static GOES: Rule = Rule {
    name: "conferral/goes",
    finds: Finds::Conferral,
    confidence: 0.85,
    reason: "An award goes to whom \"an\" names.",
    yes: &[
        "[[Der Kulturpreis der Stadt Ulm geht an die Quarbel GmbH.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / received",
        "[[Die Goldene Ehrennadel ging in diesem Jahr an Anna Weber.]] => Goldene Ehrennadel / Anna Weber / received",
        "[[Der Bayerische Gründerpreis ist neu. Die Auszeichnung ging an die Quarbel GmbH.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
    ],
    no: &["Der Brief geht an die Quarbel GmbH.", "Der Dank geht an Anna Weber."],
};
/// "E ist für A nominiert"
pub static NOMINATED: Rule = Rule {
    name: "conferral/nominated",
    finds: Finds::Conferral,
    confidence: 0.75,
    reason: "Whoever is nominated, a finalist or on a short list has not got the award yet.",
    yes: &[
        "[[Die Quarbel GmbH ist für den Kulturpreis der Stadt Ulm nominiert.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / nominated",
        "[[Anna Weber steht im Finale um den Bayerischen Gründerpreis.]] => Bayerischer Gründerpreis / Anna Weber / nominated",
        "[[Die Quarbel GmbH gehört zu den Finalisten beim Bayerischen Gründerpreis.]] => Bayerischer Gründerpreis / Quarbel GmbH / nominated",
    ],
    no: &["Die Quarbel GmbH steht im Finale.", "Anna Weber wurde für den Vorsitz nominiert."],
};
/// "E bewirbt sich um A"
pub static SOUGHT: Rule = Rule {
    name: "conferral/sought",
    finds: Finds::Conferral,
    confidence: 0.55,
    reason: "The subject of a verb of seeking wants the award.",
    yes: &[
        "[[Die Quarbel GmbH bewirbt sich um den Kulturpreis der Stadt Ulm.]] => Kulturpreis der Stadt Ulm / Quarbel GmbH / sought",
        "[[Die Quarbel GmbH strebt die Zertifizierung nach ISO 9001 an.]] => ISO 9001 / Quarbel GmbH / sought",
        "[[Anna Weber hat sich um den Bayerischen Gründerpreis beworben.]] => Bayerischer Gründerpreis / Anna Weber / sought",
    ],
    no: &["Die Quarbel GmbH bewirbt sich um den Auftrag.", "Anna Weber strebt ein Amt an."],
};
/// "C schreibt A aus"
pub static CALLED: Rule = Rule {
    name: "conferral/call",
    finds: Finds::Conferral,
    confidence: 0.7,
    reason: "An award that is advertised has no recipient yet.",
    yes: &[
        "[[Die Quarbel GmbH schreibt den Kulturpreis Ulm aus.]] => Kulturpreis Ulm / - / call",
        "[[Bewerbungen für den Bayerischen Gründerpreis sind bis zum 3. Mai möglich.]] => Bayerischer Gründerpreis / - / call",
        "[[Bis zum 3. Mai können sich Vereine um den Kulturpreis der Stadt Ulm bewerben.]] => Kulturpreis der Stadt Ulm / - / call",
    ],
    no: &["Die Quarbel GmbH schreibt eine Stelle aus.", "Bewerbungen sind bis zum 3. Mai möglich."],
};
/// "E ist A"
pub static IS: Rule = Rule {
    name: "conferral/is",
    finds: Finds::Conferral,
    confidence: 0.7,
    reason: "Whoever is, stays or calls itself a title, or carries a seal, has it.",
    yes: &[
        "[[Die Quarbel GmbH ist Arbeitgeber des Jahres.]] => Arbeitgeber des Jahres / Quarbel GmbH / received",
        "[[Die Quarbel GmbH darf sich „Haus der Lieder“ nennen.]] => Haus der Lieder / Quarbel GmbH / received",
        "[[Die Quarbel GmbH trägt das Siegel „Klimafreundliche Küche“.]] => Klimafreundliche Küche / Quarbel GmbH / received",
    ],
    no: &["Die Quarbel GmbH ist groß.", "Die Quarbel GmbH trägt die Kosten."],
};
/// "A für E"
pub static HEADLINE: Rule = Rule {
    name: "conferral/headline",
    finds: Finds::Conferral,
    confidence: 0.8,
    reason: "A headline sets the award beside its recipient with \"für\".",
    yes: &[
        "[[Bayerischer Gründerpreis für Quarbel GmbH]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
        "[[Goldene Ehrennadel für Anna Weber]] => Goldene Ehrennadel / Anna Weber / received",
        "[[Bayerischer Gründerpreis 2019 für die Quarbel GmbH]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
    ],
    no: &["Brief für Quarbel GmbH", "Neues Haus für Anna Weber"],
};
/// "A-Preisträger E", "E, Träger des A"
pub static HOLDER: Rule = Rule {
    name: "conferral/holder",
    finds: Finds::Conferral,
    confidence: 0.75,
    reason: "A holder's noun beside a name tells an earlier award.",
    yes: &[
        "[[Es liest Nobelpreisträger Anton Weber.]] => Nobelpreis / Anton Weber / past",
        "[[Anna Weber, Trägerin des Bayerischen Verdienstordens, eröffnet die Schau.]] => Bayerischer Verdienstorden / Anna Weber / past",
        "[[Die Quarbel GmbH, seit 2014 Arbeitgeber des Jahres, wächst.]] => Arbeitgeber des Jahres / Quarbel GmbH / past",
    ],
    no: &["Es liest Anton Weber.", "Anna Weber, Trägerin einer Brille, liest."],
};
/// "E wurde ausgezeichnet." … "A ist …"
pub static UNNAMED: Rule = Rule {
    name: "conferral/unnamed",
    finds: Finds::Conferral,
    confidence: 0.65,
    reason: "An honour whose award the next sentences name.",
    yes: &[
        "[[Die Quarbel GmbH wurde ausgezeichnet. Das „Nordic Harbour Label“ gilt ein Jahr.]] => Nordic Harbour Label / Quarbel GmbH / received",
        "[[Anna Weber ist für ihr Werk geehrt worden. Der Kulturpreis Ulm ist mit 500 Euro dotiert.]] => Kulturpreis Ulm / Anna Weber / received",
        "[[Die Quarbel GmbH ist prämiert worden. Grundlage ist der Bayerische Gründerpreis.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
    ],
    no: &["Die Quarbel GmbH wurde ausgezeichnet.", "Anna Weber wurde geehrt. Das Fest war schön."],
};
/// "Ausgezeichnet wurden E und F."
pub static IMPLIED: Rule = Rule {
    name: "conferral/implied",
    finds: Finds::Conferral,
    confidence: 0.7,
    reason: "Who is honoured right behind a sentence that gives an award to nobody gets it.",
    yes: &[
        "Der Verein hat den Kulturpreis Ulm verliehen. [[Ausgezeichnet wurde Anna Weber.]] => Kulturpreis Ulm / Anna Weber / received",
        "Der Bayerische Gründerpreis ist am Montag vergeben worden. [[Prämiert wurde die Quarbel GmbH.]] => Bayerischer Gründerpreis / Quarbel GmbH / received",
        "Die Goldene Ehrennadel wurde im Mai verliehen. [[Geehrt wurde Anna Weber.]] => Goldene Ehrennadel / Anna Weber / received",
    ],
    no: &[
        "Anna Weber erhielt den Kulturpreis Ulm. Geehrt wurden auch zwei Vereine.",
        "Der Bayerische Gründerpreis ist am Montag vergeben worden. Die Quarbel GmbH wurde mit einer Feier geehrt.",
    ],
};
