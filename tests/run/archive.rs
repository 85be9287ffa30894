//! An archive of any size in all formats, and what a run must say of it.

use super::make::{self, Release, release};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Numbers in a fixed order.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[usize::try_from(self.below(words.len() as u64)).expect("is small")]
    }
}

const THINGS: [&str; 24] = [
    "Werkstatt",
    "Bücherei",
    "Brücke",
    "Mühle",
    "Sammlung",
    "Leitung",
    "Halle",
    "Schule",
    "Anlage",
    "Straße",
    "Bahn",
    "Küche",
    "Ausstellung",
    "Wiese",
    "Grube",
    "Uhr",
    "Orgel",
    "Fähre",
    "Quelle",
    "Weide",
    "Treppe",
    "Wache",
    "Kelter",
    "Säge",
];
const QUALITIES: [&str; 20] = [
    "neue", "alte", "große", "kleine", "helle", "stille", "teure", "lange", "breite", "schöne", "feine", "volle", "graue", "weite", "frühe", "späte", "tiefe",
    "hohe", "warme", "kühle",
];
const DEEDS: [&str; 16] = [
    "eröffnet",
    "geprüft",
    "verkauft",
    "gezeigt",
    "gereinigt",
    "vermessen",
    "bemalt",
    "gesperrt",
    "erweitert",
    "gefeiert",
    "besucht",
    "beschrieben",
    "versetzt",
    "gezählt",
    "gesichert",
    "geplant",
];
const NAMES: [&str; 14] = ["Meier", "Schulz", "Vogt", "Weber", "Krause", "Busch", "Lorenz", "Winter", "Sommer", "Albers", "Hansen", "Ritter", "Brandt", "Kuhn"];
const FORENAMES: [&str; 10] = ["Anna", "Berta", "Carla", "Dora", "Emma", "Frieda", "Greta", "Hanna", "Ida", "Klara"];

/// A sentence that is like no other.
fn sentence(dice: &mut Dice) -> String {
    format!(
        "Die {} {} wurde am {}. Mai von der {} {} im Jahr {} {}, und die {} {} {}.",
        dice.pick(&QUALITIES),
        dice.pick(&THINGS),
        dice.below(28) + 1,
        dice.pick(&QUALITIES),
        dice.pick(&THINGS),
        dice.below(900) + 1100,
        dice.pick(&DEEDS),
        dice.pick(&QUALITIES),
        dice.pick(&THINGS),
        dice.pick(&["bleibt", "ruht", "glänzt", "wächst", "fehlt"]),
    )
}

/// A short release that is like no other.
pub fn short(dice: &mut Dice) -> Release {
    let (forename, name) = (dice.pick(&FORENAMES), dice.pick(&NAMES));
    Release {
        title: "Neues aus Beispielheim",
        paragraphs: [sentence(dice), format!("„Für die {} ist das gut“, sagte Bürgermeisterin {forename} {name}.", dice.pick(&THINGS)), sentence(dice)],
    }
}

/// What a run must say.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// Releases by format.
    pub formats: BTreeMap<String, u64>,
    /// Failures by stage.
    pub failed: BTreeMap<String, u64>,
    pub exact: u64,
    pub near: u64,
    pub not_german: u64,
    pub files: u64,
}

impl Expected {
    pub fn read(&self) -> u64 {
        self.formats.values().sum()
    }

    pub fn failures(&self) -> u64 {
        self.failed.values().sum()
    }

    fn format(&mut self, format: &str, count: usize) {
        *self.formats.entry(format.to_owned()).or_default() += count as u64;
    }

    fn fail(&mut self, stage: &str, count: usize) {
        *self.failed.entry(stage.to_owned()).or_default() += count as u64;
    }
}

const ENGLISH: &str = "The town of Exampleton opened a new house of music on Monday, and everybody who wanted to was there. It took three years to build and is open to all societies of the town, which may use its rooms free of charge. There will be guided tours at the weekend, said the mayor of the town, who is very happy about it.";

/// Writes about 250 releases a round into the folder, of all formats, one in fifty of them broken.
pub fn archive(folder: &Path, rounds: usize) -> Expected {
    let mut dice = Dice(7);
    let mut expected = Expected::default();
    for round in 0..rounds {
        let folder = folder.join(format!("{round:03}"));
        fs::create_dir_all(&folder).expect("can be made");
        let mut write = |name: &str, bytes: &[u8]| {
            expected.files += 1;
            fs::write(folder.join(name), bytes).expect("can be written");
        };
        let dice = &mut dice;
        let many = |dice: &mut Dice, count: usize| -> Vec<Release> { (0..count).map(|_| short(dice)).collect() };
        let texts = |dice: &mut Dice, count: usize| -> Vec<(String, Vec<u8>)> {
            many(dice, count).iter().enumerate().map(|(n, release)| (format!("{n:03}.txt"), release.text().into_bytes())).collect()
        };
        let members = |files: &[(String, Vec<u8>)]| -> Vec<(String, Vec<u8>)> { files.to_vec() };
        let tar = |files: &[(String, Vec<u8>)]| make::tar(&files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>());
        let zip = |files: &[(String, Vec<u8>)]| make::zip(&files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>());

        // files by themselves
        for (name, bytes) in texts(dice, 20) {
            write(&name, &bytes);
        }
        write("page.html", make::html(&short(dice)).as_bytes());
        write("notes.md", make::markdown(&short(dice)).as_bytes());
        write("letter.eml", make::mail(&short(dice), Some(("anhang.docx", &make::docx(&short(dice))))).as_bytes());
        write("paper.odt", &make::odt(&short(dice)));
        write("paper.rtf", make::rtf(&short(dice)).as_bytes());
        write("wire.nitf", make::nitf(&short(dice)).as_bytes());
        write("english.txt", format!("{ENGLISH} It was built in {}.", dice.below(1_000_000_000)).as_bytes());
        write("again.txt", release("Anna Meier").text().as_bytes());

        // archives, one in another
        let files = texts(dice, 50);
        write("texts.tar.gz", &make::gzip(&tar(&files)));
        let inner = make::bzip2(&tar(&texts(dice, 20)));
        let mut files = members(&texts(dice, 20));
        files.push(("inner.tar.bz2".to_owned(), inner));
        files.push(("lines.jsonl.xz".to_owned(), make::xz(make::json(&short(dice), 1).as_bytes())));
        files.push(("one.txt.zst".to_owned(), make::zstd(short(dice).text().as_bytes())));
        write("texts.zip", &zip(&files));

        // files of records
        let mut lines: String = many(dice, 40).iter().enumerate().map(|(n, release)| make::json(release, n) + "\n").collect();
        lines += "{\"id\": 1, \"volltext\": \n";
        lines += &(make::json(&short(dice), 99) + "\n");
        write("lines.jsonl", lines.as_bytes());
        let array: Vec<String> = many(dice, 10).iter().enumerate().map(|(n, release)| make::json(release, n)).collect();
        write("list.json", format!("[{}]", array.join(",\n")).as_bytes());
        write("table.csv", make::csv(&many(dice, 30), ';').as_bytes());
        write("table.tsv", make::csv(&many(dice, 10), '\t').as_bytes());
        write("table.parquet", &make::parquet(&many(dice, 10)));
        let mails: Vec<String> = many(dice, 10).iter().map(|release| make::mail(release, None)).collect();
        write("mails.mbox", make::mbox(&mails).as_bytes());
        write("feed.rss", make::rss(&many(dice, 10)).as_bytes());
        write("feed.atom", make::atom(&many(dice, 10)).as_bytes());
        write("news.xml", make::newsml(&many(dice, 10)).as_bytes());
        write("web.warc", &many(dice, 5).iter().flat_map(make::warc).collect::<Vec<u8>>());

        // broken ones
        let docx = make::docx(&short(dice));
        write("broken.docx", &docx[..docx.len() / 2]);
        write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
        let table = make::parquet(&many(dice, 2));
        write("broken.parquet", &table[..table.len() / 2]);
        let outside = make::tar(&[("../out.txt", b"weg".as_slice()), ("in.txt", short(dice).text().as_bytes())]);
        write("outside.tar", &outside);
        let packed = make::gzip(short(dice).text().as_bytes());
        write("broken.gz", &packed[..packed.len() / 2]);
        if round % 5 == 0 {
            // a process for each
            write("paper.pdf", &make::pdf(&short(dice)));
            write("broken.pdf", b"%PDF-1.4 \x00\x01");
            expected.format("pdf", 1);
            expected.fail("convert", 1);
        }

        for (format, count) in [
            ("text", 20 + 2 + 50 + 20 + 20 + 1 + 1),
            ("html", 1),
            ("markdown", 1),
            ("eml", 1),
            ("docx", 1),
            ("odt", 1),
            ("rtf", 1),
            ("nitf", 1),
            ("jsonl", 42),
            ("json", 10),
            ("csv", 30),
            ("tsv", 10),
            ("parquet", 10),
            ("mbox", 10),
            ("rss", 10),
            ("atom", 10),
            ("newsml", 10),
            ("warc", 5),
        ] {
            expected.format(format, count);
        }
        for (stage, count) in [("convert", 1), ("read", 1), ("unpack", 3), ("detect", 1)] {
            expected.fail(stage, count);
        }
        // the same release, and the same but for a number
        expected.exact += u64::from(round > 0);
        expected.near += u64::from(round > 0);
        expected.not_german += 1;
    }
    expected
}
