//! `oton schema` and what the binary prints: every object validates, whatever the input.

use serde_json::Value;
use std::process::Command;

fn oton(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_oton")).args(arguments).output().expect("the binary starts");
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

fn schema() -> Value {
    serde_json::from_str(&oton(&["schema"])).expect("the schema is JSON")
}

#[test]
fn the_schema_is_draft_2020_12() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn every_object_validates_and_has_every_list() {
    let validator = jsonschema::validator_for(&schema()).expect("the schema is sound");
    let folder = tempfile::tempdir().expect("a scratch folder");
    let odd: [(&str, &[u8]); 6] = [
        ("empty.txt", b""),
        ("marks.txt", "„“»«\"'‚‘".as_bytes()),
        ("nul.txt", b"Die Stadt\0 Mannheim teilte mit, sie sei stolz."),
        ("broken.txt", b"Gr\xc3\xb6\xc3\x9fe \xff z\xc3\xa4hlt \xc3\xa4\xc3\xb6\xc3\xbc\xc3\xa4\xc3\xb6\xc3\xbc\xc3\xa4"),
        ("latin.txt", b"\x84Sch\xf6n\x93, sagte B\xfcrgermeister Michael Gr\xf6tsch."),
        ("cr.txt", b"Erste Zeile\rZweite Zeile\r\rAbsatz"),
    ];
    for (name, bytes) in odd {
        std::fs::write(folder.path().join(name), bytes).expect("can be written");
    }
    let mut objects = 0;
    for root in ["corpus/releases", &folder.path().display().to_string()] {
        for unit in ["codepoint", "utf8", "utf16"] {
            for line in oton(&["extract", root, "--offsets", unit, "--text", "always"]).lines() {
                let object: Value = serde_json::from_str(line).expect("a line is JSON");
                if let Err(error) = validator.validate(&object) {
                    panic!("{}: {error} at {}", object["id"], error.instance_path());
                }
                for list in ["sections", "sentences", "persons", "organisations", "awards", "statements", "conferrals", "warnings"] {
                    assert!(object[list].is_array(), "{}: {list} is a list", object["id"]);
                }
                no_empty_values(&object);
                assert_eq!(object["offsets"], unit);
                objects += 1;
            }
        }
    }
    let releases = std::fs::read_dir("corpus/releases").expect("the corpus is there").count();
    assert_eq!(objects, (releases + odd.len()) * 3);
}

/// A field without a value is left out, never null and never an empty string.
fn no_empty_values(value: &Value) {
    match value {
        Value::Null => panic!("a null"),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| {
            assert!(field != "", "{name} is empty");
            no_empty_values(field);
        }),
        Value::Array(list) => list.iter().for_each(no_empty_values),
        _ => {}
    }
}
