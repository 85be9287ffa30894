//! A folder of releases, and runs over it.

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// Releases with something in each table.
const RELEASES: [(&str, &str); 3] = [
    (
        "2012/preis.txt",
        "Museum Quarbel erhält den Sonnentaler Kulturpreis\n\nQuarbel, 3. Mai 2012. Das Museum Quarbel hat den Sonnentaler Kulturpreis in Gold erhalten. \
         „Das ist ein guter Tag für uns alle“, sagte Direktorin Anna Meier. Der Verband der Museen e. V. habe die Arbeit gewürdigt, erklärte Jan Muster, \
         Vorsitzender des Verbands der Museen e. V.\n",
    ),
    (
        "2013/formel.txt",
        "=HYPERLINK(\"http://boese.example\") & <b>Fett</b>\n\n„=1+1 ist für uns <script>alert(1)</script> & mehr“, sagte Bürgermeisterin Anna Meier. \
         „Ein 🎉 Fest“, so der Geschäftsführer der Beispiel GmbH, Jörg Älter.\n",
    ),
    ("2014/leer.txt", "\n"),
];

/// A folder with releases in it, and room for results.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Self {
        let folder = Folder(tempfile::tempdir().expect("a scratch folder"));
        for (name, text) in RELEASES {
            let path = folder.path(&format!("in/{name}"));
            fs::create_dir_all(path.parent().expect("has a parent")).expect("can be made");
            fs::write(path, text).expect("can be written");
        }
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs `oton extract` over the releases with further arguments; `@` in one is the folder.
    pub fn extract(&self, arguments: &[&str]) -> Output {
        let place = self.0.path().display().to_string();
        let arguments = arguments.iter().map(|argument| argument.replace('@', &place));
        Command::new(env!("CARGO_BIN_EXE_oton")).arg("extract").arg(self.path("in")).args(arguments).output().expect("the binary starts")
    }

    /// The same, which has to end well.
    pub fn extracted(&self, arguments: &[&str]) -> Output {
        let output = self.extract(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output
    }

    /// The objects that a run without an output prints.
    pub fn objects(&self) -> Vec<Value> {
        let output = self.extracted(&[]);
        String::from_utf8(output.stdout).expect("UTF-8").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    /// Names of the files in a folder, sorted, hidden ones too.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(self.path(folder)).expect("is there").map(|entry| entry.expect("is read").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}
