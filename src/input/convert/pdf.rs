//! PDFs → text: poppler's `pdftotext` where it is installed, else a reader in Rust; both under a time limit.

use super::Converted;
use super::reflow;
use crate::input::{InputError, Options};
use std::io::{Read, Seek, Write};
use std::panic::{self, AssertUnwindSafe};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::Duration;

/// Name of the threads in which PDFs are read; a panic there is an answer, not a defect to be shown.
pub const THREAD: &str = "pdf";

/// Stack of such a thread: PDFs nest forms in forms.
const STACK: usize = 64 << 20;

/// Whether poppler is there; asked once.
static POPPLER: LazyLock<bool> =
    LazyLock::new(|| Command::new("pdftotext").arg("-v").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success()));

/// The text of a PDF.
pub(super) fn pdf(bytes: &[u8], options: &Options) -> Result<Converted, InputError> {
    let pages = if options.poppler && *POPPLER {
        match poppler(bytes, options.patience) {
            Err(InputError::Broken(_)) => own(bytes, options.patience)?, // one reader may do what the other cannot
            found => found?,
        }
    } else {
        own(bytes, options.patience)?
    };
    let text = reflow::pages(&pages);
    let mut warnings = Vec::new();
    if text.trim().is_empty() {
        warnings.push(("no-text-layer", "the PDF has pictures of text only, or none; it would have to be recognised (OCR) first".to_owned()));
    }
    Ok(Converted { text, encoding: None, metadata: crate::input::Metadata::default(), warnings })
}

fn too_long(patience: Duration) -> InputError {
    InputError::Limit(format!("the PDF took longer than {} s; raise --timeout to read it", patience.as_secs()))
}

/// Pages as poppler reads them, in the order in which they were written (`-raw`: columns stay apart, hyphens stay).
fn poppler(bytes: &[u8], patience: Duration) -> Result<Vec<String>, InputError> {
    let broken = |error: std::io::Error| InputError::Broken(format!("pdftotext: {error}"));
    let mut file = tempfile::NamedTempFile::new().map_err(broken)?;
    file.write_all(bytes).and_then(|()| file.flush()).map_err(broken)?;
    let mut messages = tempfile::tempfile().map_err(broken)?;
    let mut child = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8", "-eol", "unix"])
        .arg(file.path())
        .arg("-")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(messages.try_clone().map_err(broken)?)
        .spawn()
        .map_err(broken)?;
    let Some(out) = child.stdout.take() else { return Err(InputError::Broken("pdftotext gave no output".to_owned())) };
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let mut text = Vec::new();
        let read = out.take(u64::from(u32::MAX) / 2).read_to_end(&mut text).map(|_| text);
        drop(send.send(read)); // nobody listens after the time limit
    });
    let text = match receive.recv_timeout(patience) {
        Ok(text) => text.map_err(broken),
        Err(_) => {
            drop(child.kill()); // it may have ended just now
            drop(child.wait());
            return Err(too_long(patience));
        }
    };
    let status = child.wait().map_err(broken)?;
    let text = text?;
    if !status.success() {
        let mut said = String::new();
        drop(messages.rewind().and_then(|()| messages.read_to_string(&mut said)));
        return Err(InputError::Broken(format!("pdftotext: {}", said.lines().next().unwrap_or("failed"))));
    }
    let text = String::from_utf8_lossy(&text);
    Ok(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

/// Pages as the reader in Rust sees them. It runs in a thread of its own, which is left to itself after the time limit.
fn own(bytes: &[u8], patience: Duration) -> Result<Vec<String>, InputError> {
    let shared: Arc<[u8]> = Arc::from(bytes);
    let (send, receive) = mpsc::channel();
    let work = move || {
        let pages = panic::catch_unwind(AssertUnwindSafe(|| pdf_extract::extract_text_from_mem_by_pages(&shared)));
        drop(send.send(pages)); // nobody listens after the time limit
    };
    thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK).spawn(work).map_err(|error| InputError::Broken(error.to_string()))?;
    match receive.recv_timeout(patience) {
        Ok(Ok(Ok(pages))) => Ok(pages),
        Ok(Ok(Err(error))) => Err(InputError::Broken(format!("broken PDF: {error}"))),
        Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => {
            Err(InputError::Broken("broken PDF, or one that the built-in reader does not know; install poppler's pdftotext".to_owned()))
        }
        Err(RecvTimeoutError::Timeout) => Err(too_long(patience)),
    }
}
