//! The binary from outside: arguments, order, exit codes, the error account, bad input.

mod generated;

use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Folder(tempfile::tempdir().expect("a scratch folder"))
    }
    fn write(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().expect("has a parent")).expect("can be made");
        fs::write(path, bytes).expect("can be written");
        self
    }
    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }
}

fn oton() -> Command {
    Command::new(env!("CARGO_BIN_EXE_oton"))
}

fn run(arguments: &[&str]) -> Output {
    oton().args(arguments).output().expect("the binary starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("ended by itself")
}

fn objects(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("the output is UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const RELEASE: &str = "Die Stadt freut sich.\n\n„Das ist ein guter Tag für uns alle“, sagte Bürgermeisterin Anna Meier.\n";

#[test]
fn the_output_does_not_depend_on_the_number_of_threads() {
    let mut folder = Folder::new();
    for n in 0..60 {
        let body = RELEASE.repeat(1 + n * 7 % 13).replace("Anna Meier", &format!("Anna Meier{n}"));
        folder = folder.write(&format!("{:02}/{n}.txt", n % 5), body);
    }
    let one = run(&["extract", "--jobs", "1", &folder.path(""), "corpus/releases"]);
    let eight = run(&["extract", "--jobs", "8", &folder.path(""), "corpus/releases"]);
    assert_eq!(code(&one), 0);
    assert!(one.stdout == eight.stdout, "the bytes differ");
    assert!(objects(&one).len() > 60);
}

#[test]
fn some_unread_is_exit_code_1_and_the_others_go_on() {
    let folder = Folder::new().write("a.txt", RELEASE).write("b.txt", b"%PDF-1.4 \x00\x01").write("c.txt", RELEASE);
    let account = folder.path("errors.jsonl");
    let output = run(&["extract", &folder.path("a.txt"), &folder.path("none.txt"), &folder.path("b.txt"), &folder.path("c.txt"), "--errors", &account]);
    assert_eq!(code(&output), 1);
    assert_eq!(objects(&output).iter().map(|o| o["id"].as_str().expect("an id").to_owned()).collect::<Vec<_>>(), ["a.txt", "c.txt"]);
    let account: Vec<Value> = fs::read_to_string(account).expect("was written").lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(account.len(), 2);
    assert_eq!(account[0]["stage"], "walk");
    assert_eq!(account[1]["stage"], "convert");
    assert!(account[1]["message"].as_str().expect("text").contains("PDF"));
    assert!(stderr(&output).contains("2 releases read, 2 not"));
}

#[test]
fn nothing_read_and_bad_usage_are_exit_code_2() {
    assert_eq!(code(&run(&["extract", "no-such-file.txt"])), 2);
    assert_eq!(code(&run(&["extract"])), 2);
    assert_eq!(code(&run(&["extract", "corpus/releases", "--offsets", "miles"])), 2);
    assert_eq!(code(&run(&["extract", "corpus/releases", "-o", "no-such-folder/x.jsonl"])), 2);
}

#[test]
fn standard_input_is_a_release_with_its_text() {
    let mut child = oton().args(["extract", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("starts");
    child.stdin.take().expect("is piped").write_all(RELEASE.as_bytes()).expect("is read");
    let output = child.wait_with_output().expect("ends");
    let object = &objects(&output)[0];
    assert_eq!(object["id"], "-");
    assert_eq!(object["text"], RELEASE);
}

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let mut folder = Folder::new();
    for n in 0..200 {
        folder = folder.write(&format!("{n}.txt"), RELEASE.repeat(50));
    }
    let mut child = oton().args(["extract", &folder.path("")]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
    let mut some = [0; 100];
    child.stdout.take().expect("is piped").read_exact(&mut some).expect("prints");
    let output = child.wait_with_output().expect("ends");
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(!stderr(&output).contains("panicked"));
}

#[test]
fn results_in_the_folder_that_is_read_are_no_releases() {
    let folder = Folder::new().write("a.txt", RELEASE);
    let (results, account) = (folder.path("results.jsonl"), folder.path("errors.jsonl"));
    let output = run(&["extract", &folder.path(""), "-o", &results, "--errors", &account]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(fs::read_to_string(results).expect("was written").lines().count(), 1);
    assert_eq!(fs::read_to_string(account).expect("was written"), "");
}

#[test]
fn an_input_is_never_overwritten() {
    let folder = Folder::new().write("a.txt", RELEASE);
    let path = folder.path("a.txt");
    for option in ["-o", "--errors"] {
        let output = run(&["extract", &path, "--format", "jsonl", option, &path]);
        assert_eq!(code(&output), 2);
        assert!(stderr(&output).contains("another file"), "{}", stderr(&output));
        assert_eq!(fs::read_to_string(&path).expect("is there"), RELEASE);
    }
}

#[test]
fn an_empty_folder_is_nothing_read() {
    let output = run(&["extract", &Folder::new().path("")]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("no file was found"));
}

#[test]
fn pretty_and_text_and_offsets() {
    let folder = Folder::new().write("a.txt", "„Größe zählt“, sagte Bürgermeisterin Anna Meier. 🙂 Ja.");
    let pretty = String::from_utf8(run(&["extract", "--pretty", &folder.path("a.txt")]).stdout).expect("UTF-8");
    assert!(pretty.starts_with("{\n  \"oton\": \"1.0\",\n"));
    let object = |arguments: &[&str]| objects(&run(&[&["extract", &folder.path("a.txt")], arguments].concat()))[0].clone();
    assert!(object(&[]).get("text").is_none());
    assert_eq!(object(&["--text", "always"])["text"], "„Größe zählt“, sagte Bürgermeisterin Anna Meier. 🙂 Ja.");
    let end = |unit: &str| object(&["--offsets", unit])["sections"][0]["span"][1].as_u64().expect("a number");
    assert_eq!((end("codepoint"), end("utf16"), end("utf8")), (54, 55, 65));
}

#[test]
fn a_bad_gazetteer_names_file_line_and_column() {
    let folder = Folder::new().write("a.txt", RELEASE).write("names.tsv", "type\tname\tkind\norganisation\tBeispiel\tcompany\norganisation\tFalsch\tfirma\n");
    let list = folder.path("names.tsv");
    let output = run(&["extract", &folder.path("a.txt"), "--gazetteer", &list]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains(&format!("{list}, line 3, column 3: unknown kind \"firma\"")), "{}", stderr(&output));
    assert!(output.stdout.is_empty());
}

#[test]
fn only_the_lists_asked_for_are_filled() {
    let folder = Folder::new().write("a.txt", "„Größe zählt“, sagte Bürgermeisterin Anna Meier vom Deutschen Städtetag.");
    let filled = |arguments: &[&str]| -> Vec<bool> {
        let object = objects(&run(&[&["extract", &folder.path("a.txt")], arguments].concat()))[0].clone();
        ["persons", "organisations", "statements"].iter().map(|list| !object[*list].as_array().expect("a list").is_empty()).collect()
    };
    assert_eq!(filled(&[]), [true, true, true]);
    assert_eq!(filled(&["--only", "organisations"]), [false, true, false]);
    assert_eq!(filled(&["--only", "persons,statements"]), [true, false, true]);
}

#[test]
fn a_list_is_checked_and_tried_on_samples() {
    let list = "type\tname\taliases\tmatch\norganisation\tQuarbel Werke\tQuarbel\t\norganisation\tStern\t\tcontext\norganisation\tDie Sonne\t\t\n";
    let folder = Folder::new()
        .write("a.txt", "Gestern sagte Quarbel, der Stern leuchte.\nDas Magazin Stern schreibt.")
        .write("good.tsv", list)
        .write("bad.tsv", format!("{list}firma\tX\norganisation\t\n"));
    let output = run(&["gazetteer", "check", &folder.path("good.tsv"), &folder.path("a.txt")]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(code(&output), 0);
    assert!(said.contains("3 organisations, 1 alias"), "{said}");
    assert!(said.contains("line 1: Quarbel → Quarbel Werke\n"), "{said}");
    assert!(said.contains("line 1: Stern → Stern; not taken"), "{said}");
    assert!(said.contains("line 2: Stern → Stern\n"), "{said}");
    assert!(stderr(&output).contains("line 4: warning: \"Die Sonne\""), "{}", stderr(&output));
    let output = run(&["gazetteer", "check", &folder.path("bad.tsv")]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("line 5, column 1: unknown type \"firma\"") && stderr(&output).contains("line 6, column 2: the name is empty"));
}

#[test]
fn a_users_names_are_found() {
    let folder = Folder::new()
        .write("a.txt", "Gestern stellte Quarbel seine Pläne vor.")
        .write("names.tsv", "type\tname\taliases\tkind\tlinks\norganisation\tQuarbel Werke\tQuarbel\tcompany\tintern:7\n");
    let output = run(&["extract", &folder.path("a.txt"), "--gazetteer", &folder.path("names.tsv")]);
    let organisation = &objects(&output)[0]["organisations"][0];
    assert_eq!(organisation["links"]["intern"], "7");
    assert_eq!(organisation["mentions"][0], serde_json::json!([16, 23]));
}

#[test]
fn encodings_are_found_and_reported() {
    let text = "Die Größe zählt. „Ja“, sagte Bürgermeisterin Anna Meier für 5 € am Montag.";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let folder = Folder::new()
        .write("a.txt", text)
        .write("b.txt", [b"\xef\xbb\xbf", text.as_bytes()].concat())
        .write("c.txt", [b"\xff\xfe", utf16.as_slice()].concat())
        .write("d.txt", &windows);
    let output = run(&["extract", "--text", "always", &folder.path("")]);
    let found: Vec<(String, bool)> = objects(&output).iter().map(|o| (o["source"]["encoding"].as_str().expect("text").to_owned(), o["text"] == text)).collect();
    let all = |names: [&str; 4]| names.map(|n| (n.to_owned(), true)).to_vec();
    assert_eq!(found, all(["UTF-8", "UTF-8-BOM", "UTF-16LE", "windows-1252"]));
}

#[cfg(unix)]
#[test]
fn links_that_loop_and_pipes_in_folders_are_told() {
    let folder = Folder::new().write("sub/a.txt", RELEASE);
    std::os::unix::fs::symlink(folder.path(""), folder.path("sub/again")).expect("can be linked");
    let output = run(&["extract", &folder.path("")]);
    assert_eq!(code(&output), 1);
    assert_eq!(objects(&output).len(), 1);
    assert!(stderr(&output).contains("link back"));
}

/// Long and odd texts: an object or an entry in the error account, and the run ends. (Speed is a matter of the benchmarks.)
#[test]
fn large_and_odd_texts_are_read_to_the_end() {
    let marks = "„“»«\"‚‘'".repeat(20_000);
    let folder = Folder::new()
        .write("line.txt", "Wort ".repeat(400_000))
        .write("marks.txt", &marks)
        .write("open.txt", "„".repeat(300_000))
        .write("stops.txt", ". ".repeat(500_000))
        .write("capitals.txt", "STADT MANNHEIM ".repeat(100_000))
        .write("names.txt", "Anna Meier und ".repeat(100_000))
        .write("quotes.txt", "„Das ist gut“, sagte Anna Meier. ".repeat(40_000))
        .write("digits.txt", "1234567890".repeat(200_000))
        .write("word.txt", "a".repeat(3_000_000))
        .write("brackets.txt", "(".repeat(500_000))
        .write("preis.txt", "Preis der Stadt ".repeat(80_000))
        .write("nul.txt", vec![0; 100_000]);
    let output = run(&["extract", &folder.path(""), "--quiet"]);
    assert_eq!(code(&output), 1, "{}", stderr(&output));
    assert_eq!(objects(&output).len(), 11);
    assert!(stderr(&output).contains("nul.txt") && !stderr(&output).contains("panicked"), "{}", stderr(&output));
}

#[test]
fn too_large_a_file_is_told() {
    let folder = Folder::new().write("a.txt", RELEASE);
    let output = run(&["extract", "--max-bytes", "10", &folder.path("a.txt")]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("--max-bytes"));
}

#[test]
fn explain_shows_findings_without_colour_when_it_is_no_terminal() {
    let output = run(&["explain", "corpus/releases/mannheim-cluster.txt"]);
    let page = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(page.contains("frame/") && page.contains("Michael Grötsch"));
    assert!(!page.contains('\u{1b}'));
}

const SAID: &str =
    "Am Montag tagte der Rat.\n\n„Das ist, *kurz* gesagt, gut“, sagte Anna Meier, Geschäftsführerin der Holzweg GmbH. Man habe lange gerechnet.\n";

#[test]
fn quotes_lists_who_said_what() {
    let folder = Folder::new().write("a.txt", SAID).write("b.txt", "Es regnet.\n");
    let (path, both) = (folder.path("a.txt"), folder.path(""));
    let list = |arguments: &[&str]| String::from_utf8(run(&[&["quotes"], arguments].concat()).stdout).expect("UTF-8");
    let text = list(&[&both]);
    assert_eq!(text.matches("Anna Meier, Geschäftsführerin, Holzweg GmbH").count(), 2, "{text}");
    assert!(text.starts_with("„Das ist, *kurz* gesagt, gut“\n    Anna Meier") && text.contains("a.txt, sentence 2\n") && text.contains("(indirect)"));
    assert!(text.contains("Man habe lange gerechnet\n") && text.contains("sentence 3\n    in: Man habe lange gerechnet.\n"), "{text}");
    let table = list(&["--format", "csv", "--kind", "direct", &path]);
    let row = format!(
        "\"„Das ist, *kurz* gesagt, gut“\",direct,Anna Meier,Geschäftsführerin,Holzweg GmbH,{path},2,\"„Das ist, *kurz* gesagt, gut“, sagte Anna Meier, Geschäftsführerin der Holzweg GmbH.\"\n"
    );
    assert_eq!(table, format!("quote,kind,speaker,role,organisation,file,sentence,context\n{row}"));
    let page = list(&["--format", "markdown", &path]);
    assert!(page.starts_with("> „Das ist, \\*kurz\\* gesagt, gut“\n>\n> — Anna Meier"), "{page}");
}

#[test]
fn quotes_goes_on_after_what_cannot_be_read() {
    let folder = Folder::new().write("a.txt", SAID);
    let output = run(&["quotes", &folder.path("none.txt"), &folder.path("a.txt")]);
    assert_eq!(code(&output), 1);
    assert!(String::from_utf8_lossy(&output.stdout).contains("Anna Meier") && stderr(&output).contains("none.txt"));
}

#[test]
fn rules_lists_every_rule_or_says_there_is_none() {
    let page = String::from_utf8(run(&["rules"]).stdout).expect("UTF-8");
    assert!(oton::rule::all().iter().all(|rule| page.contains(rule.name)));
    assert_eq!(code(&run(&["rules", "no/such/rule"])), 2);
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let path = "corpus/releases/mannheim-cluster.txt";
    let page = String::from_utf8(run(&["explain", path]).stdout).expect("UTF-8");
    generated::check_part("README.md", "example", &format!("```console\n$ oton explain {path}\n{}\n```", page.trim_end()));
    let statement = serde_json::to_string_pretty(&objects(&run(&["extract", path]))[0]["statements"][0]).expect("is JSON");
    generated::check_part("README.md", "statement", &format!("```json\n{statement}\n```"));
}

#[test]
fn the_readmes_two_commands_are_there() {
    let readme = fs::read_to_string("README.md").expect("is there");
    assert!(Path::new("tests/all").exists() && readme.contains("./tests/all") && readme.contains("cargo run --release -- extract corpus/releases"));
}

#[test]
fn the_committed_schema_is_what_the_program_prints() {
    generated::check_file("docs/schema.json", &String::from_utf8(run(&["schema"]).stdout).expect("UTF-8"));
}

/// What is found in whole releases of five kinds: a change here is to be read before it is written anew.
#[test]
fn snapshots_of_whole_releases() {
    for id in ["anna-05", "clara-03", "emil-09", "fritz-05", "greta-07"] {
        let page = String::from_utf8(run(&["explain", &format!("corpus/releases/{id}.txt")]).stdout).expect("UTF-8");
        generated::check_file(&format!("tests/snapshots/{id}.txt"), &page);
    }
}

#[test]
fn awards_are_listed_as_text_markdown_and_csv() {
    let told = "Die Quarbel GmbH aus Ulm wurde von der Nordmark-Stiftung mit dem Bayerischen Gründerpreis 2019 ausgezeichnet.\n\n\
        Für den Kulturpreis der Stadt Ulm ist die Malerin Anna Weber nominiert.\n";
    let folder = Folder::new().write("a.txt", told).write("b.txt", RELEASE);
    let path = folder.path("");
    let csv = run(&["awards", "--format", "csv", &path]);
    assert_eq!(code(&csv), 0);
    let lines: Vec<String> = String::from_utf8(csv.stdout).expect("UTF-8").lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "award,recipient,conferrer,level,category,status,year,file");
    assert!(lines[1].starts_with("Bayerischer Gründerpreis,Quarbel GmbH,Nordmark-Stiftung,,,received,2019,"), "{}", lines[1]);
    assert!(lines[2].starts_with("Kulturpreis der Stadt Ulm,Anna Weber,Stadt Ulm,,,nominated,,"), "{}", lines[2]);
    assert_eq!(lines.len(), 3);
    let markdown = run(&["awards", "--format", "markdown", "--status", "nominated", &path]);
    let table = String::from_utf8(markdown.stdout).expect("UTF-8");
    assert!(table.contains("| Kulturpreis der Stadt Ulm | Anna Weber |") && !table.contains("Quarbel"), "{table}");
    let text = run(&["awards", &folder.path("b.txt"), &folder.path("none.txt")]);
    assert_eq!(code(&text), 1);
    assert_eq!(String::from_utf8_lossy(&text.stdout).lines().count(), 1);
    assert!(!stderr(&text).is_empty());
}

#[test]
fn sentences_one_a_line_or_as_json() {
    let folder = Folder::new().write("a.txt", RELEASE).write("b.txt", "Größe zählt.\n\nJa.");
    let output = run(&["sentences", &folder.path("")]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let page = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(page, "Die Stadt freut sich.\n„Das ist ein guter Tag für uns alle“, sagte Bürgermeisterin Anna Meier.\nGröße zählt.\nJa.\n");
    let found = objects(&run(&["sentences", "--json", &folder.path("b.txt")]));
    assert_eq!(
        found,
        [serde_json::json!({"id": "b.txt", "offsets": "codepoint", "sentences": [
            {"span": [0, 12], "text": "Größe zählt.", "kind": "body"},
            {"span": [14, 17], "text": "Ja.", "kind": "body"}
        ]})]
    );
    assert_eq!(code(&run(&["sentences", "no-such-file.txt"])), 2);
}

#[test]
fn sentences_tell_their_section_and_count_as_asked() {
    let release = "Verein feiert 😊\n\nKöln, 3. Mai 2014 – Der Verein feiert. Alle kommen.\n\nPressekontakt: Eva Stein, Tel. 0221 5550-123\n";
    let folder = Folder::new().write("a.txt", release);
    let found = objects(&run(&["sentences", "--json", "--offsets", "utf8", &folder.path("a.txt")]));
    let sentences = found[0]["sentences"].as_array().expect("a list");
    let kinds: Vec<&str> = sentences.iter().filter_map(|sentence| sentence["kind"].as_str()).collect();
    assert_eq!(kinds, ["headline", "body", "body", "contact"]);
    assert_eq!(found[0]["offsets"], "utf8");
    for (unit, end) in [("codepoint", 15), ("utf8", 18), ("utf16", 16)] {
        let found = objects(&run(&["sentences", "--json", "--offsets", unit, &folder.path("a.txt")]));
        assert_eq!(found[0]["sentences"][0]["span"], serde_json::json!([0, end]), "{unit}");
    }
}

#[test]
fn lists_go_into_files_and_failures_too() {
    let folder = Folder::new().write("a.txt", RELEASE);
    let (input, out, errors) = (folder.path(""), folder.path("out.txt"), folder.path("errors.jsonl"));
    let none = folder.path("none.txt");
    for command in ["sentences", "quotes", "awards"] {
        // the second time the results of the first stand in the folder that is read
        for _ in 0..2 {
            let output = run(&[command, "-o", &out, "--errors", &errors, &none, &input]);
            assert_eq!(code(&output), 1, "{command}: {}", stderr(&output));
            assert!(output.stdout.is_empty(), "{command}");
            let failures = fs::read_to_string(&errors).expect("was written");
            assert_eq!(failures.lines().count(), 1, "{command}: {failures}");
            assert!(failures.contains("none.txt"), "{command}");
            let page = fs::read_to_string(&out).expect("was written");
            assert_eq!(page.matches("Anna Meier").count(), usize::from(command != "awards"), "{command}: {page}");
        }
        let output = run(&[command, "-o", &folder.path("a.txt"), &folder.path("a.txt")]);
        assert_eq!(code(&output), 2, "{command}");
        assert_eq!(fs::read_to_string(folder.path("a.txt")).expect("is there"), RELEASE);
    }
}
