//! Every input format, made here and read through the binary: what comes out, what is told when it is broken.

mod make;
mod readers;

use make::{Release, release};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn oton(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_oton")).args(arguments).output().expect("the binary starts")
}

fn lines(text: &[u8]) -> Vec<Value> {
    String::from_utf8_lossy(text).lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

/// Objects and failures of a run over a folder.
fn extract(folder: &Path, options: &[&str]) -> (Vec<Value>, Vec<Value>) {
    let account = tempfile::NamedTempFile::new().expect("a scratch file");
    let (folder, errors) = (folder.display().to_string(), account.path().display().to_string());
    let output = oton(&[&["extract", &folder, "--errors", &errors, "--no-pdftotext"], options].concat());
    assert!(output.status.code().is_some(), "the run ends by itself: {}", String::from_utf8_lossy(&output.stderr));
    (lines(&output.stdout), lines(&fs::read(account.path()).expect("was written")))
}

fn folder(files: &[(&str, Vec<u8>)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("can be written");
    }
    folder
}

fn ids(objects: &[Value]) -> Vec<&str> {
    objects.iter().map(|object| object["id"].as_str().expect("an id")).collect()
}

/// All sample files: name, bytes, format, and how many releases are in them.
pub fn samples() -> Vec<(&'static str, Vec<u8>, &'static str, usize)> {
    let one = release("Anna Meier");
    let two = || [release("Anna Meier"), release("Berta Schulz")];
    let mails = two().map(|release| make::mail(&release, None));
    let lines = two().iter().enumerate().map(|(at, release)| make::json(release, at) + "\n").collect::<String>();
    let array = format!("[{}]", two().iter().enumerate().map(|(at, release)| make::json(release, at)).collect::<Vec<_>>().join(",\n"));
    vec![
        ("text", one.text().into_bytes(), "text", 1),
        ("html", make::html(&one).into_bytes(), "html", 1),
        ("markdown", make::markdown(&one).into_bytes(), "markdown", 1),
        ("mail", make::mail(&one, None).into_bytes(), "eml", 1),
        ("mbox", make::mbox(&mails).into_bytes(), "mbox", 2),
        ("pdf", make::pdf(&one), "pdf", 1),
        ("docx", make::docx(&one), "docx", 1),
        ("odt", make::odt(&one), "odt", 1),
        ("rtf", make::rtf(&one).into_bytes(), "rtf", 1),
        ("jsonl", lines.into_bytes(), "jsonl", 2),
        ("json", array.into_bytes(), "json", 2),
        ("csv", make::csv(&two(), ';').into_bytes(), "csv", 2),
        ("tsv", make::csv(&two(), '\t').into_bytes(), "tsv", 2),
        ("rss", make::rss(&two()).into_bytes(), "rss", 2),
        ("atom", make::atom(&two()).into_bytes(), "atom", 2),
        ("nitf", make::nitf(&one).into_bytes(), "nitf", 1),
        ("newsml", make::newsml(&two()).into_bytes(), "newsml", 2),
        ("warc", make::warc(&one), "warc", 1),
        ("parquet", make::parquet(&two()), "parquet", 2),
    ]
}

/// The release's paragraphs are there, each on its line, and what stood around them is not.
fn check(object: &Value, release: &Release) {
    let text = object["text"].as_str().expect("a text");
    for paragraph in &release.paragraphs[1..] {
        assert!(text.lines().any(|line| line == paragraph), "{}: {text}", object["id"]);
    }
    // Markdown keeps its marks
    assert!(text.trim_start_matches("# ").starts_with(release.title), "{}: {text}", object["id"]);
    for around in ["Startseite", "Rathaus", "Cookies", "Mehr zum", "Impressum", "weg", "Fußnote"] {
        assert!(!text.contains(around), "{}: {around} in {text}", object["id"]);
    }
}

#[test]
fn every_format_is_told_by_its_contents_and_read() {
    let samples = samples();
    let files: Vec<(&str, Vec<u8>)> = samples.iter().map(|(name, bytes, ..)| (*name, bytes.clone())).collect();
    let folder = folder(&files);
    let (objects, failures) = extract(folder.path(), &["--text", "always", "--duplicates", "off"]);
    assert_eq!(failures, [] as [Value; 0]);
    for (name, _, format, count) in samples {
        let found: Vec<&Value> =
            objects.iter().filter(|object| object["id"] == name || object["id"].as_str().is_some_and(|id| id.starts_with(&format!("{name}#")))).collect();
        assert_eq!(found.len(), count, "{name}");
        for (object, who) in found.iter().zip(["Anna Meier", "Berta Schulz"]) {
            assert_eq!(object["source"]["format"], format, "{name}");
            check(object, &release(who));
            assert_eq!(object["statements"][0]["speakers"][0]["name"], who, "{name}");
            assert_eq!(object["language"], "de");
            if !["text", "markdown", "pdf", "docx", "odt", "rtf"].contains(&format) {
                assert_eq!(object["date"], "2024-05-03", "{name}");
            }
        }
    }
}

#[test]
fn texts_of_converted_formats_are_in_the_objects() {
    let one = release("Anna Meier");
    let folder = folder(&[("a.txt", one.text().into_bytes()), ("b.html", make::html(&one).into_bytes())]);
    let (objects, _) = extract(folder.path(), &[]);
    assert!(objects[0].get("text").is_none() && objects[1]["text"].is_string());
    assert_eq!(objects[1]["metadata"]["publisher"], "Stadt Beispielheim");
    assert_eq!((&objects[1]["duplicate_of"], &objects[1]["duplicate"]), (&Value::from("a.txt"), &Value::from("exact")));
}

#[test]
fn every_encoding_of_every_text_format() {
    let one = release("Anna Meier");
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let latin = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let marked = |bytes: Vec<u8>, mark: &[u8]| [mark, &bytes].concat();
    let page = |charset: &str| make::html(&one).replace("utf-8", charset);
    let feed = |charset: &str| make::rss(&[release("Anna Meier")]).replace("UTF-8", charset);
    let line = make::json(&one, 1) + "\n";
    let table = make::csv(&[release("Anna Meier")], ';');
    let files = [
        ("text-1252", latin(&one.text())),
        ("text-16", utf16(&one.text())),
        ("text-16-mark", marked(utf16(&one.text()), b"\xff\xfe")),
        ("text-8-mark", marked(one.text().into_bytes(), b"\xef\xbb\xbf")),
        ("text-mac", encoding_rs::MACINTOSH.encode(&one.text()).0.into_owned()),
        ("html-1252", latin(&page("windows-1252"))),
        ("html-wrong", page("iso-8859-1").into_bytes()),
        ("html-16", marked(utf16(&page("utf-16")), b"\xff\xfe")),
        ("rss-1252", latin(&feed("windows-1252"))),
        ("rss-16", marked(utf16(&feed("UTF-16")), b"\xff\xfe")),
        ("csv-1252", latin(&table)),
        ("csv-16", marked(utf16(&table), b"\xff\xfe")),
        ("csv-8-mark", marked(table.clone().into_bytes(), b"\xef\xbb\xbf")),
        ("jsonl-1252", latin(&line)),
        ("jsonl-16", marked(utf16(&line), b"\xff\xfe")),
        ("jsonl-8-mark", marked(line.clone().into_bytes(), b"\xef\xbb\xbf")),
    ];
    let folder = folder(&files);
    let (objects, failures) = extract(folder.path(), &["--text", "always"]);
    assert_eq!(failures, [] as [Value; 0]);
    assert_eq!(objects.len(), files.len());
    objects.iter().for_each(|object| check(object, &one));
}

#[test]
fn archives_in_archives() {
    let one = release("Anna Meier").text();
    let other = release("Berta Schulz").text();
    let inner = make::tar(&[("2012/a.txt", one.as_bytes()), ("2012/a.txt", other.as_bytes()), (".hidden", b"x")]);
    let lines = make::json(&release("Carla Vogt"), 7);
    let files = [
        ("a.tar.gz", make::gzip(&inner)),
        (
            "b.zip",
            make::zip(&[
                ("x/inner.tar.bz2", &make::bzip2(&inner)),
                ("lines.jsonl.xz", &make::xz(lines.as_bytes())),
                ("deep.zip", &make::zip(&[("a.txt", one.as_bytes())])),
            ]),
        ),
        ("c.txt.zst", [make::zstd(one.as_bytes()), make::zstd(other.as_bytes())].concat()),
        ("d.eml", make::mail(&release("Anna Meier"), Some(("anhang.docx", &make::docx(&release("Berta Schulz"))))).into_bytes()),
    ];
    let folder = folder(&files);
    let (objects, failures) = extract(folder.path(), &["--text", "always", "--duplicates", "off"]);
    assert_eq!(failures, [] as [Value; 0]);
    let expected = [
        "a.tar.gz/2012/a.txt",
        "a.tar.gz/2012/a.txt~2",
        "b.zip/x/inner.tar.bz2/2012/a.txt",
        "b.zip/x/inner.tar.bz2/2012/a.txt~2",
        "b.zip/lines.jsonl.xz#1",
        "b.zip/deep.zip/a.txt",
        "c.txt.zst",
        "d.eml",
        "d.eml/anhang.docx",
    ];
    assert_eq!(ids(&objects), expected);
    assert_eq!(objects[6]["text"], one + &other);
    assert_eq!(objects[4]["metadata"]["id"], "7");
}

#[test]
fn limits_are_told_and_the_others_go_on() {
    let one = release("Anna Meier").text();
    let mut deep = make::gzip(one.as_bytes());
    (0..10).for_each(|_| deep = make::gzip(&deep));
    let bomb = make::gzip(&make::gzip(&vec![b'a'; 150 << 20]));
    let files = [
        ("bomb", bomb),
        ("deep", deep),
        ("good", one.clone().into_bytes()),
        ("large", "Wort ".repeat(500_000).into_bytes()),
        ("lines", format!("{{\"text\": \"{}\"}}\n{}\n", "x".repeat(1_200_000), make::json(&release("Berta Schulz"), 1)).into_bytes()),
        ("out.tar", make::tar(&[("../evil.txt", one.as_bytes()), ("fine.txt", one.as_bytes())])),
    ];
    let folder = folder(&files);
    let (objects, failures) = extract(folder.path(), &["--max-bytes", "1000000", "--duplicates", "off"]);
    assert_eq!(ids(&objects), ["good", "lines#2", "out.tar/fine.txt"]);
    let told: Vec<(&str, &str)> =
        failures.iter().map(|failure| (failure["stage"].as_str().expect("text"), failure["message"].as_str().expect("text"))).collect();
    let expected = [("read", "--max-bytes"), ("unpack", "--max-depth"), ("read", "--max-bytes"), ("read", "--max-bytes"), ("unpack", "leads out")];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for ((stage, message), (expected_stage, part)) in told.iter().zip(expected) {
        assert!(*stage == expected_stage && message.contains(part), "{stage} {message}");
    }
    let (_, failures) = extract(&folder.path().join("bomb"), &["--max-bytes", "1000000000", "--max-ratio", "20"]);
    assert!(failures[0]["message"].as_str().is_some_and(|message| message.contains("--max-ratio")), "{failures:?}");
}

/// Every sample cut off in its middle: an object or a failure for each, and the file behind it is read.
#[test]
fn broken_files_are_told_and_the_others_go_on() {
    let good = release("Anna Meier").text();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, bytes, ..) in samples() {
        files.push((name.to_owned(), bytes[..bytes.len() / 2].to_vec()));
        files.push((format!("{name}-good"), good.clone().into_bytes()));
    }
    for (name, bytes) in [
        ("x.gz", make::gzip(good.as_bytes())),
        ("x.bz2", make::bzip2(good.as_bytes())),
        ("x.xz", make::xz(good.as_bytes())),
        ("x.zst", make::zstd(good.as_bytes())),
    ] {
        files.push((name.to_owned(), bytes[..bytes.len() / 2].to_vec()));
    }
    files.push(("x.zip".to_owned(), make::zip(&[("a", good.as_bytes())])[..60].to_vec()));
    files.push(("x.tar".to_owned(), make::tar(&[("a", good.as_bytes())])[..700].to_vec()));
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let folder = folder(&files);
    let (objects, failures) = extract(folder.path(), &["--duplicates", "off"]);
    for (name, _) in &files {
        let names = |value: &Value| value.as_str().is_some_and(|path| path.ends_with(&format!("/{name}")) || path.contains(&format!("/{name}#")));
        let found = objects.iter().any(|object| names(&object["source"]["uri"])) || failures.iter().any(|failure| names(&failure["uri"]));
        assert!(found, "{name} is neither read nor told: {failures:?}");
    }
    for broken in ["docx", "odt", "pdf", "jsonl#2", "json#2", "nitf#1", "newsml#1", "rss#1", "warc#2", "x.gz", "x.bz2", "x.xz", "x.zst", "x.zip", "x.tar/a"] {
        assert!(failures.iter().any(|failure| failure["uri"].as_str().is_some_and(|uri| uri.ends_with(&format!("/{broken}")))), "{broken}: {failures:?}");
    }
    assert!(failures.iter().all(|failure| !failure["message"].as_str().is_some_and(|message| message.contains("defect"))), "{failures:?}");
}

#[test]
fn other_languages_are_passed_through() {
    let english = "The city of Exampleton opened a new house of music on Monday. “We are very happy about it”, said mayor Anna Meier. It took three years to build and is open to all societies of the town, which may use its rooms free of charge. There will be guided tours at the weekend.";
    let folder = folder(&[("a.txt", english.into())]);
    let (objects, failures) = extract(folder.path(), &[]);
    assert!(failures.is_empty());
    assert_eq!((&objects[0]["language"], &objects[0]["warnings"][0]["code"]), (&Value::from("en"), &Value::from("not-german")));
    assert_eq!(objects[0]["statements"], Value::Array(vec![]));
}

#[test]
fn spoiled_text_is_told_and_mended_on_demand() {
    let one = release("Anna Meier");
    let (spoiled, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(one.text().as_bytes().to_vec().leak());
    let folder = folder(&[("a.txt", spoiled.as_bytes().to_vec())]);
    let (objects, _) = extract(folder.path(), &[]);
    assert_eq!(objects[0]["warnings"][0]["code"], "mojibake");
    assert!(objects[0].get("text").is_none());
    let (objects, _) = extract(folder.path(), &["--repair"]);
    check(&objects[0], &one);
    assert_eq!(objects[0]["warnings"][0]["code"], "mojibake");
}

#[test]
fn repetitions_name_the_first_release() {
    let text = release("Anna Meier").text().repeat(2);
    let near = format!("Beispielheim, 3. Mai 2024\n\n{text}\n");
    let files = [
        ("a.txt", text.clone().into_bytes()),
        ("b.txt", text.replace('\n', "\r\n").into_bytes()),
        ("c.txt", near.into_bytes()),
        ("d.txt", b"Etwas ganz anderes.".to_vec()),
    ];
    let folder = folder(&files);
    let repeats = |options: &[&str]| -> Vec<(Value, Value)> {
        let (objects, _) = extract(folder.path(), options);
        objects.iter().map(|object| (object["duplicate_of"].clone(), object["duplicate"].clone())).collect()
    };
    let of = |likeness: &str| (Value::from("a.txt"), Value::from(likeness));
    let none = (Value::Null, Value::Null);
    assert_eq!(repeats(&[]), [none.clone(), of("exact"), of("near"), none.clone()]);
    assert_eq!(repeats(&["--duplicates", "exact"]), [none.clone(), of("exact"), none.clone(), none.clone()]);
    assert_eq!(repeats(&["--duplicates", "off"]), [none.clone(), none.clone(), none.clone(), none]);
}

#[test]
fn the_users_own_fields() {
    let text = release("Anna Meier").paragraphs.join(" ");
    let line = serde_json::json!({"x": "1", "meta": {"rede": text, "tag": "3.5.2024"}, "text": "falsch"}).to_string();
    let folder = folder(&[("a.jsonl", line.into_bytes()), ("b.csv", format!("x|rede\n1|{text}\n").into_bytes())]);
    let (objects, failures) = extract(folder.path(), &["--text-field", "meta.rede", "--id-field", "x", "--date-field", "meta.tag"]);
    assert_eq!((objects.len(), failures.len()), (2, 0), "{failures:?}");
    assert_eq!(
        (&objects[0]["text"], &objects[0]["date"], &objects[0]["metadata"]["id"]),
        (&Value::from(text.as_str()), &Value::from("2024-05-03"), &Value::from("1"))
    );
    let (objects, _) = extract(&folder.path().join("b.csv"), &["--text-field", "rede"]);
    assert_eq!(objects[0]["id"], "b.csv#1");
    assert_eq!(objects[0]["text"], text);
}

/// Poppler's program is asked as it should be, its pages are read, and it is ended when it takes too long.
#[cfg(unix)]
#[test]
fn pdftotext_is_used_where_it_is_installed() {
    use std::os::unix::fs::PermissionsExt;
    let programs = tempfile::tempdir().expect("a scratch folder");
    let program = programs.path().join("pdftotext");
    let folder = folder(&[("a.pdf", make::pdf(&release("Anna Meier")))]);
    let run = |script: &str, options: &[&str]| {
        fs::write(&program, format!("#!/bin/sh\n[ \"$1\" = -v ] && exit 0\n{script}\n")).expect("can be written");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("can be made a program");
        let path = format!("{}:{}", programs.path().display(), std::env::var("PATH").unwrap_or_default());
        let input = folder.path().display().to_string();
        let output = Command::new(env!("CARGO_BIN_EXE_oton")).args(["extract", &input]).args(options).env("PATH", path).output().expect("the binary starts");
        (lines(&output.stdout), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (objects, _) = run("[ \"$1 $2 $3\" = '-raw -enc UTF-8' ] && printf 'Die Mu-\\nsik spielt.\\n\\fSeite 2 von 2\\n\\f'", &[]);
    assert_eq!(objects[0]["text"], "Die Musik spielt.\n");
    // what it cannot read, the built-in reader may
    let (objects, _) = run("echo 'Syntax Error' >&2; exit 1", &[]);
    check(&objects[0], &release("Anna Meier"));
    // and it may not take all memory
    let (objects, _) = run("printf \"Die Grenze liegt bei $(ulimit -v) Kilobyte.\\n\"", &[]);
    assert_eq!(objects[0]["text"], "Die Grenze liegt bei 1048576 Kilobyte.\n");
    let (objects, told) = run("exec sleep 60", &["--timeout", "1"]);
    assert!(objects.is_empty() && told.contains("--timeout"), "{told}");
}
