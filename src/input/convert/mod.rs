//! Items → documents: the text of each format, what the file says of itself, and what is odd about it.

mod blocks;
mod entry;
mod html;
mod mail;
mod news;
mod office;
mod page;
mod pdf;
mod record;
mod reflow;
mod rtf;
pub mod xml;

pub use pdf::{THREAD as PDF_THREAD, own as pdf_pages, poppler_version};

use super::detect::Leaf;
use super::{Document, InputError, Item, Metadata, Options, Shape, encoding, mojibake};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::panic::{self, AssertUnwindSafe};

/// A release's text as a converter found it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Converted {
    text: String,
    encoding: Option<&'static str>,
    metadata: Metadata,
    warnings: Vec<(&'static str, String)>,
}

/// Makes an item's text. A defect of a converter (a panic) is an error of this item alone.
///
/// # Errors
/// Bytes that are no text, or break their format's rules.
pub fn document(item: &Item, options: &Options) -> Result<Document, InputError> {
    if item.bytes.len() as u64 >= u64::from(u32::MAX) {
        return Err(InputError::Limit("larger than 4 GiB, the most a release can have".to_owned()));
    }
    let converted = panic::catch_unwind(AssertUnwindSafe(|| convert(item, options)));
    let mut converted = converted.unwrap_or_else(|_| Err(InputError::Broken("the converter failed on this file".to_owned())))?;
    let verbatim = matches!(item.shape, Shape::Leaf(Leaf::Text));
    let mut warnings = converted.warnings;
    let mut mended = false;
    if let Some((places, text)) = mojibake::mended(&converted.text) {
        if options.repair {
            warnings.push(("mojibake", format!("{places} characters had been decoded wrongly before and were mended")));
            converted.text = text;
            mended = true;
        } else {
            warnings.push(("mojibake", format!("{places} characters seem to have been decoded wrongly before, like \"fÃ¼r\"; --repair mends them")));
        }
    }
    if converted.text.trim().is_empty() {
        warnings.push(("empty", format!("the {} has no text", if verbatim { "file" } else { "document" })));
    }
    if converted.text.contains('\0') {
        warnings.push(("nul-characters", "the text has NUL characters; they are treated as white space".to_owned()));
    }
    let mut metadata = converted.metadata;
    metadata.url = metadata.url.take().or_else(|| item.url.clone());
    tidy(&mut metadata);
    Ok(Document {
        text: converted.text,
        verbatim: verbatim && !mended && item.format.is_none(),
        format: format(item),
        encoding: converted.encoding,
        bytes: item.bytes.len(),
        sha256: hex(&item.bytes),
        metadata,
        warnings,
    })
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}"); // writing to a string cannot fail
        hex
    })
}

fn format(item: &Item) -> &'static str {
    item.format.unwrap_or(match &item.shape {
        Shape::Leaf(Leaf::Text) => "text",
        Shape::Leaf(Leaf::Markdown) => "markdown",
        Shape::Leaf(Leaf::Html) => "html",
        Shape::Leaf(Leaf::Mail) => "eml",
        Shape::Leaf(Leaf::Pdf) => "pdf",
        Shape::Leaf(Leaf::Docx) => "docx",
        Shape::Leaf(Leaf::Odt) => "odt",
        Shape::Leaf(Leaf::Rtf) => "rtf",
        Shape::Json(format) => format,
        Shape::Row(columns) => columns.format,
        Shape::Entry(channel) | Shape::News(channel) => channel.format,
    })
}

fn convert(item: &Item, options: &Options) -> Result<Converted, InputError> {
    let bytes = item.bytes.as_slice();
    let charset = item.charset.as_deref();
    let patience = options.patience;
    match &item.shape {
        // Markdown is text for people: it stays as it is, so that spans cut the characters of the file; the layout knows its marks
        Shape::Leaf(Leaf::Text | Leaf::Markdown) => Ok(encoding::decode_declared(bytes, charset)?.into()),
        Shape::Leaf(Leaf::Html) => {
            let declared = charset.or_else(|| encoding::xml_declaration(bytes)).or_else(|| encoding::meta_charset(bytes));
            let mut converted: Converted = encoding::decode_declared(bytes, declared)?.into();
            (converted.text, converted.metadata) = page::page(&converted.text, patience)?;
            Ok(converted)
        }
        Shape::Leaf(Leaf::Mail) => mail::mail(bytes, patience),
        Shape::Leaf(Leaf::Pdf) => pdf::pdf(bytes, options),
        Shape::Leaf(Leaf::Docx) => office::docx(bytes, options),
        Shape::Leaf(Leaf::Odt) => office::odt(bytes, options),
        Shape::Leaf(Leaf::Rtf) => rtf::rtf(bytes),
        Shape::Json(_) => record::json(bytes, &options.fields, patience),
        Shape::Row(columns) => record::row(bytes, columns, patience),
        Shape::Entry(channel) => entry::entry(bytes, channel, patience),
        Shape::News(channel) => news::item(bytes, channel),
    }
}

impl From<encoding::Decoded> for Converted {
    fn from(decoded: encoding::Decoded) -> Self {
        Converted { text: decoded.text, encoding: Some(decoded.encoding), warnings: decoded.warnings, metadata: Metadata::default() }
    }
}

/// Longest value of a file's own data that is kept, in characters.
const LONGEST: usize = 500;

/// One line each, without what says nothing.
fn tidy(metadata: &mut Metadata) {
    let Metadata { id, title, date, publisher, author, url, language } = metadata;
    for value in [id, title, date, publisher, author, url, language] {
        *value = value
            .take()
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).take(LONGEST).collect())
            .filter(|text: &String| !text.is_empty());
    }
}

/// The title above the text, unless the text begins with it.
fn under_title(title: Option<&str>, text: &str) -> String {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(400).collect::<String>();
    match title.map(str::trim).filter(|title| !title.is_empty()) {
        Some(title) if !letters(text).starts_with(&letters(title)) => format!("{title}\n\n{text}"),
        _ => text.to_owned(),
    }
}
