//! The flags that say how inputs are read.

use oton::input::convert::poppler_version;
use oton::input::unpack::fields::FieldNames;
use oton::input::{LARGEST, Options};
use std::time::Duration;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Inputs")]
pub(super) struct InputOptions {
    /// Field of the text in JSON and tables; `a.b` for a field in a field
    #[arg(long, value_name = "NAME")]
    text_field: Option<String>,
    /// Field of the record's own id, given back as metadata.id
    #[arg(long, value_name = "NAME")]
    id_field: Option<String>,
    /// Field of the date
    #[arg(long, value_name = "NAME")]
    date_field: Option<String>,
    /// Field of the title, which is set above the text
    #[arg(long, value_name = "NAME")]
    title_field: Option<String>,
    /// Mend text that had been decoded wrongly before, like "fÃ¼r"
    #[arg(long)]
    repair: bool,
    /// Read PDFs with the built-in reader even where pdftotext is installed
    #[arg(long)]
    no_pdftotext: bool,
    /// Largest release (file or record) to read, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = LARGEST)]
    max_bytes: u64,
    /// How many times over a release may be packed
    #[arg(long, value_name = "N", default_value_t = Options::default().depth)]
    max_depth: usize,
    /// How many bytes may be unpacked for each packed one
    #[arg(long, value_name = "N", default_value_t = Options::default().ratio)]
    max_ratio: u64,
    /// How long reading one release may take, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = Options::default().patience.as_secs())]
    timeout: u64,
}

impl InputOptions {
    pub(super) fn options(&self) -> Options {
        Options {
            largest: self.max_bytes.min(u64::from(u32::MAX) - 1),
            depth: self.max_depth,
            ratio: self.max_ratio,
            patience: Duration::from_secs(self.timeout.max(1)),
            repair: self.repair,
            fields: FieldNames { text: self.text_field.clone(), id: self.id_field.clone(), date: self.date_field.clone(), title: self.title_field.clone() },
            poppler: !self.no_pdftotext,
            program: std::env::current_exe().ok(),
        }
    }

    /// What decides how inputs are read: flags and their values, and the reader of PDFs.
    pub(super) fn conditions(&self) -> [(&'static str, String); 11] {
        let field = |name: &Option<String>| name.clone().unwrap_or_default();
        [
            ("--text-field", field(&self.text_field)),
            ("--id-field", field(&self.id_field)),
            ("--date-field", field(&self.date_field)),
            ("--title-field", field(&self.title_field)),
            ("--repair", self.repair.to_string()),
            ("--max-bytes", self.max_bytes.to_string()),
            ("--max-depth", self.max_depth.to_string()),
            ("--max-ratio", self.max_ratio.to_string()),
            ("--timeout", self.timeout.to_string()),
            ("--no-pdftotext", self.no_pdftotext.to_string()),
            ("pdftotext", poppler_version().filter(|_| !self.no_pdftotext).unwrap_or_default().to_owned()),
        ]
    }
}
