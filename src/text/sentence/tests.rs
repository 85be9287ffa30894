//! Each case is a text with `|` where sentences must be cut.

use crate::text::testing;

fn check(cases: &[&str]) {
    let mut wrong = String::new();
    for case in cases {
        let raw = case.replace('|', " ").replace("  ", " ");
        let want: Vec<String> = case.split('|').map(|part| part.trim().to_owned()).collect();
        let got = testing::parse(&raw, |text| text.sentences.iter().map(|s| text.slice(s.tokens).to_owned()).collect::<Vec<_>>());
        if got != want {
            wrong.push_str(&format!("\nwant {want:?}\n got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn numbers_and_ordinals() {
    check(&[
        "Die Messe beginnt am 3. Oktober in Halle 3.| Der Eintritt ist frei.",
        "Sie belegte den 2. Platz.| Er kam auf Platz 5.| Trainer Huber war zufrieden.",
        "Der Laden liegt im 3. Stock, die Praxis im 2. Obergeschoss.",
        "Das Fest endet am 15.| Die Stadt lädt dazu ein.",
        "Die Firma besteht seit 1998.| Heute arbeiten dort 40 Leute.",
        "Am 1. und 2. Mai ist geschlossen.| Vom 3. bis 5. Mai ist offen.",
        "Im 19. Jahrhundert war das anders.| Im 21. sieht es besser aus.",
        "Der 1. FC Musterstadt spielt in der 2. Bundesliga.| In der 3. Liga spielt niemand.",
        "Die 125. Hauptversammlung findet am 12.05.2021 statt.| Beginn ist um 19.30 Uhr.",
        "Die Miete stieg um 3,5 Prozent auf 1.250.| Das ist viel.",
        "Der Verein hat sein 1.000. Mitglied begrüßt.| Zum 2.500. Mal fuhr die Bahn, ihr 100. Geburtstag naht.",
        "Die Zahl stieg auf 1.000.| Mitglieder gibt es überall.",
        "Er wohnt in der Allee 12.| Wir wohnen in Nummer 7.",
        "Das Spiel endete 3:2.| Danach wurde gefeiert.",
        "Sie erreichte Rang 7.| Im Vorjahr war es Rang 9 gewesen.",
        "Zum 10. Mal lädt die Stadt ein.| Der 100. Besucher erhält einen Korb.",
        "Bei der 4. Auflage war alles neu.| Auf der A 7.| Dort staut es sich.",
        "Ludwig XIV. baute ein Schloss.| Der II. Senat entschied.| Friedrich II. regierte lange.",
        "Das geschah unter Johannes Paul II.| Der Papst reiste viel.",
        "Die Zahl stieg von 10 auf 24.| Für 2022 plant sie mehr.",
        "Im Jahr 2020 waren es 15.| 2021 waren es 20.",
        "Am 24.12. bleibt das Amt zu.| Am 27.12. ist es wieder offen.",
        "Die Anmeldung läuft bis zum 30. 6. 2022 im Rathaus.",
        "Insgesamt kamen 300.| „Das ist stark“, sagte er.",
        "In der Klasse 10b sind es 25.| Davon lernen 12 Spanisch.",
        "Das erste Treffen war am Montag, 5. Juli.| Es kamen viele.",
        "Die Fahrt kostet 12.| Kinder zahlen 5.| Hunde fahren frei.",
    ]);
}

#[test]
fn abbreviations() {
    check(&[
        "Prof. Dr. Ina Maier und Dipl.-Ing. Jan Ott, M. A., kamen.| Sie sprachen lange.",
        "Das gilt z. B. Für Kinder gilt es nicht.",
        "Das gilt z.B. für Vereine, d.h. für alle.| Auch i. d. R. für Firmen.",
        "Der Sportverein Aue e. V. lädt ein.| Träger ist der Turnverein e. V.| Der Verein besteht seit 1900.",
        "Die Müller GmbH & Co. KG wächst.| Sie gehört zur Meier & Co.| Das Haus ist alt.",
        "Kosten: 3 Mio. Euro bzw. 2 Mio. Franken.| Der Umsatz stieg auf 4 Mio.| Das freut alle.",
        "Wir bieten Äpfel, Birnen usw.| Die Preise sind niedrig.| Auch Kirschen etc. gibt es.",
        "Das Büro liegt in der Bahnhofstr. 12 in St. Pölten.| Es öffnet um 8 Uhr.",
        "Bürgermeister a. D. Hans Huber sprach.| Auch Pfarrer i. R. Maier war da.",
        "Auf S. 12 steht es, vgl. Abb. 3 und Nr. 4 der Anlage.| Mehr dazu in Kap. 2.",
        "Er lebt in Frankfurt a. M. und sie in Freiburg i. Br.| Beide pendeln.",
        "Ca. 30 Gäste kamen, u. a. Ministerin Ott, evtl. auch ihr Mann.| Alle blieben.",
        "Das Haus der Gebr. Maier steht noch.| Es ist ca. 200 Jahre alt.",
        "So war es.| So. Dann eben nicht.| Wo?| Genau hier.",
        "Er sagte, dass er sie mag.| Sie mag ihn auch.",
        "Tel. 0123 4567, Fax Nr. 89.| Mobil geht auch.",
        "Im Auftrag der Fa. Huber und des Ing. Maier wurde gebaut.| Es hielt.",
        "Herr J. S. Bach und Frau A. Huber kamen.| Den Schluss machte Manfred T.| Er sang.",
        "Treffpunkt ist in Raum B.| Die Leitung hat Frau K.| Sie wartet dort.",
        "Die Ausgabe (inkl. MwSt.) beträgt 10 Euro.| Das ist wenig.",
        "Die Feier beginnt am Sa., 3. Mai, um 10 Uhr.| Am So. ist Ruhe.",
        "Sie studierte an der TU.| Danach ging sie in die USA.| Er blieb in der EU.",
        "Der Dt. Bundestag und der Österr. Rat tagten.| Beide stimmten zu.",
        "Das 18. Jh. war schwer.| Aus dem 17. Jh. stammt das Tor.",
        "Er kaufte Obst, Gemüse u. Ä.| Sie kaufte Brot.",
        "Der Kurs kostet 20 Fr. pro Person, max. 5 Std. lang.| Er ist gut.",
        "Die Mitglieder der Bergwacht e.V. sind stolz.| Die Wacht e.V. hilft.",
    ]);
}

#[test]
fn quotations_and_brackets() {
    check(&[
        "„Wir sind stolz.| Das war harte Arbeit“, sagt Meier.| „Jetzt ruhen wir.“",
        "„Warum?“, fragt sie.| „Darum!“| Er lacht.",
        "„Das ist fertig.“ – Hans Huber, Vorstand",
        "„Das ist fertig.“, sagte er.| „Gut!“ rief sie.",
        "Er sagte: „Es ist gut.| Wir gehen.“| Dann ging er.",
        "»Komm!«| Sie kam.| «Ja.»| Nein, sagte er.",
        "Das war gut (sehr gut sogar).| Es blieb so.| (Siehe Anlage.)| Ende.",
        "Er kam (endlich!) an.| Sie (wer sonst?) auch.",
        "Der Film „Lola rennt!“ läuft heute.| Der Band „Was nun?“ auch.",
        "Der Roman „Nein. Doch. Oh.“ erscheint im Mai.| Er ist gut.",
        "Das Motto „Alles neu!“ gefällt.| „Oh!“, sagt sie, „ja.“",
        "„Kommen Sie!| Sehen Sie!| Staunen Sie!“, ruft er.",
        "Er fragte: „Wer?“ und ging.| Sie sagte: „Ich.“",
        "\"Das ist gut.\"| \"Ja.\"| Er ging.",
        "Sie sagte: „Er meinte: ‚Ich komme.‘| Aber er kam nicht.“| Schade.",
    ]);
}

#[test]
fn marks_and_openers() {
    check(&[
        "Und dann … kam nichts.| Wirklich …| Der Rest ist Stille.",
        "Ach so... na dann.| Das war es...| Es ist vorbei.",
        "Wie schön!| Wer kommt?| 30 Leute.| „Gut.“",
        "Was?!| Das kann nicht sein!!!| Doch.",
        "Das Programm: Es gibt Musik; danach Tanz: Alle kommen.",
        "Das ist alles.| – Nun gut.| • Ein Punkt.| iPhone und eBay sind Marken.",
        "Es gab Eis.| nordwind ist eine Marke.| nordwind wächst.",
        "Mehr unter www.beispiel.de.| Oder an info@beispiel.de.| Danke!",
        "Das Konzert von pur.klang.| pur.klang spielt gut.",
        "Er sprach von „Glück“.| „Pech“ war es nicht.",
        "Was kostet das?| Nichts.| Und warum nicht?| Darum.",
        "[…] Er ging […] nach Hause.| Dort blieb er.",
        "Jugend forscht!| Das ist der Titel.",
    ]);
}

#[test]
fn releases_of_all_kinds() {
    check(&[
        "Die Kosten betragen 3,4 Mrd. Euro.| Der Bund trägt 60 Prozent, d. h. 2 Mrd.| Den Rest zahlt das Land.",
        "Dr. h. c. Max Ott, Dr. med. Eva Ott und Dipl.-Kfm. Jan Ott sind dabei.",
        "Lt. Angaben der Polizei kam Herr Ott gegen 14.30 Uhr.| Er blieb bis ca. 16 Uhr.",
        "Sie wurde 1955 in St. Gallen geboren.| Ihr Vater stammt aus Rheinfelden (AG).| Er war Lehrer.",
        "Das Gesetz (§ 3 Abs. 2 Nr. 1 BauGB) gilt ab 1. Januar.| § 4 gilt später.",
        "Das gilt nach Art. 5 Abs. 3 Satz 1 GG.| Auch Art. 12 GG hilft.",
        "Die U21 gewann 4:0.| Die U 19 verlor.| Trainer war O. Kahn.",
        "Der Airbus A380.| Die Boeing 747.| Beide fliegen nicht mehr.",
        "Die Note lag bei 1,9.| Im Schnitt kamen 2.100.| Mehr geht nicht.",
        "Das Haus Nr. 7 ist alt, das Haus Nr. 9 neu.| Die Hausnr. 11 fehlt.",
        "Die Frist endet am 31.12.| Bis dahin ist Zeit.| Sie beginnt am 1.1. 2022 und läuft.",
        "Der 3. Oktober ist frei.| Am 31. auch.| Und am 1. November nicht.",
        "Das Treffen ist im 2. OG.| Das Büro im 1. UG.| Bitte klingeln.",
        "Das Museum hat Mo. geschlossen.| Di. bis So. ist es offen.",
        "Ihr Ansprechpartner ist Hr. Meier.| Fr. Huber hilft auch.",
        "Der Umsatz lag bei 100 Mio.| Für 2020 plant der Konzern mehr.",
        "Der Vorstand der Muster AG i. L. tagte.| Er beschloss nichts.",
        "Wir trauern um Karl M.| Er starb am Montag.| Sein Freund Kurt S. weinte.",
        "Was tun? fragte Lenin.| Tja.",
        "Das sei „Unsinn“.| Er sprach von „Betrug“!| Sie lachte.",
        "„Hilf dir selbst!“, heißt es.| „Dann hilft dir Gott.“",
        "Er fragte: „Kommst du?“| Sie nickte.| „Ja, gern …“, sagte sie.",
        "Das Stück „Wer hat Angst vor wem?“ läuft am 3. Mai.| Karten gibt es ab 10 Euro.",
        "Laut DIN EN ISO 9001 ist das so.| Das gilt für die Version 3.0.| Die Version 2 ist alt.",
        "Die Linie 5 fährt nicht.| Die Linie S 1 schon.| Auf der B 27 staut es.",
        "Die Stadt zählt 41.300 Einw.| Die Fläche beträgt 30 qkm.| Sie ist klein.",
        "Zum einen … zum anderen …| Wer weiß das schon?",
        "Es sprach Dkfm. Hans Ott.| Alle hörten zu.",
        "Mit Dr. Ott (SPD) und Dr. Ast (CDU).| Ohne Herrn Prof. Kern.",
        "Ein Muss für alle!| Mehr Infos: Tel. 030/123456, Mo.–Fr. 9–17 Uhr.",
        "Der Preis geht an Fam. Huber, Inh. Karl Huber.| Alle freuen sich.",
        "Von Nov. bis Feb. ist zu.| Ab März ist auf.",
        "Das war im Okt. 2019.| Im Nov. war es kalt.",
        "Die Regel lautet: 1. fragen, 2. hören, 3. handeln.| So geht es.",
        "Am 1. Advent öffnet der Markt, am 2. Advent schließt er.| Vom 3. spricht keiner.",
        "Das kam nach dem II. Weltkrieg.| Im I. Quartal war es gut.| Kap. IV.| Der Rest.",
        "Er ist Ritter der Ehrenlegion I. Klasse.| Sie hat das Kreuz 1. Klasse.",
        "Sie nahm den Preis \"Die Welle\" entgegen.| \"Danke!\"| So war es.",
        "Das ist v. a. für Kinder, u. U. auch für Eltern, o. Ä. Gedachte.",
        "Die Aktion läuft in Bad Homburg v. d. H.| Sie endet im Mai.",
        "Das Konzert der Fa. Bach & Söhne e. K. beginnt um 20 Uhr.| Einlass ist um 19 Uhr.",
        "Er sagte – und das zu Recht! –, dass es reicht.| Sie (Ärztin!) nickte.",
        "Der Verein zählt ca. 1.200 Mitgl. und wächst.| Die Abt. Tanz ist neu.",
        "Die UNO, d.h. die Vereinten Nationen, half.| Die EU, z.B. Frankreich, auch.",
        "Die Idee stammt von Prof. Dr.-Ing. habil. Kurt Lang.| Er lehrt an der TU.",
        "Gewonnen haben: 1. Platz: Anna; 2. Platz: Ben.| Alle jubelten.",
        "Sie lebt in der Schweiz.| Dort ist es schön.| Er lebt im Internat.| Lehrer helfen ihm.",
        "Die sog. Tausend Inseln liegen dort.| Er zählte dazu.| Das Tempo lag bei 120 km/h.| Schnell war das nicht.",
        "Der Sitz der Muster Corp.| 1993 war das anders.| Das Modell FT-EV.| Es fährt.",
        "Leute des in Aue gelegenen 2. Regiments kamen.| Die Muster S.E. (vormals AG) wuchs.",
        "Es kamen 20.000.| Erwartet hatte man 15.000.| 5.000 mehr also.",
        "Die Leistung stieg von 5 auf 10 kW.| Der Preis sank auf 8 ct.| Gut so.",
    ]);
}
