//! PDFs → text: poppler's `pdftotext` where it is installed, else a reader in Rust; both under a time limit.

use super::Converted;
use super::reflow;
use crate::input::{InputError, Options};
use std::io::{Read, Seek, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::Duration;

/// Name of the threads in which PDFs are read; a panic there is an answer, not a defect to be shown.
pub const THREAD: &str = "pdf";

/// Stack of such a thread: PDFs nest forms in forms.
const STACK: usize = 64 << 20;

/// What poppler's program says of itself; asked once.
static POPPLER: LazyLock<Option<String>> = LazyLock::new(|| {
    let output = Command::new("pdftotext").arg("-v").stdin(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or("pdftotext").to_owned())
});

/// Name and version of poppler's program, where it is installed.
pub fn poppler_version() -> Option<&'static str> {
    POPPLER.as_deref()
}

/// The text of a PDF.
pub(super) fn pdf(bytes: &[u8], options: &Options) -> Result<Converted, InputError> {
    let own = || match &options.program {
        Some(program) => process(program, false, bytes, options),
        None => own(bytes, options.patience),
    };
    let pages = if options.poppler && POPPLER.is_some() {
        let found = match &options.program {
            Some(program) => process(program, true, bytes, options),
            None => pages_of(&mut Command::new("pdftotext"), &["-raw", "-enc", "UTF-8", "-eol", "unix"], Some("-"), bytes, options),
        };
        match found {
            Err(InputError::Broken(_)) => own()?, // one reader may do what the other cannot
            found => found?,
        }
    } else {
        own()?
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

/// Pages as a process of this program reads them, itself or by way of poppler's.
fn process(program: &Path, poppler: bool, bytes: &[u8], options: &Options) -> Result<Vec<String>, InputError> {
    let patience = options.patience.as_secs().to_string();
    let arguments = ["pdf-pages", "--timeout", &patience, "--pdftotext"];
    pages_of(&mut Command::new(program), &arguments[..if poppler { 4 } else { 3 }], None, bytes, options)
}

/// Pages as a program prints them, with form feeds between: poppler's in the order in which they were written (`-raw`:
/// columns stay apart, hyphens stay).
fn pages_of(program: &mut Command, before: &[&str], behind: Option<&str>, bytes: &[u8], options: &Options) -> Result<Vec<String>, InputError> {
    let broken = |error: std::io::Error| InputError::Broken(format!("the reader of PDFs could not be started: {error}"));
    let mut file = tempfile::NamedTempFile::new().map_err(broken)?;
    file.write_all(bytes).and_then(|()| file.flush()).map_err(broken)?;
    let mut messages = tempfile::tempfile().map_err(broken)?;
    let program = program.args(before).arg(file.path()).args(behind);
    let program = program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(messages.try_clone().map_err(broken)?);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(program, 0); // Ctrl-C ends the run, and not what it has under way
    let mut child = Ended(program.spawn().map_err(broken)?);
    let Some(out) = child.0.stdout.take() else { return Err(InputError::Broken("the reader of PDFs gave no output".to_owned())) };
    let (send, receive) = mpsc::channel();
    let largest = options.largest;
    thread::spawn(move || {
        let mut text = Vec::new();
        let read = out.take(largest.saturating_add(1)).read_to_end(&mut text).map(|_| text);
        drop(send.send(read)); // nobody listens after the time limit
    });
    let text = receive.recv_timeout(options.patience).map_err(|_| too_long(options.patience))?.map_err(broken)?;
    if text.len() as u64 > largest {
        return Err(InputError::Limit(format!("the PDF's text is larger than {largest} bytes; raise --max-bytes to read it")));
    }
    let status = child.0.wait().map_err(broken)?;
    if status.code().is_none() {
        return Err(InputError::Limit("the PDF needs more memory than is allowed, or nests too deep".to_owned()));
    }
    if !status.success() {
        let mut said = String::new();
        drop(messages.rewind().and_then(|()| messages.read_to_string(&mut said)));
        return Err(InputError::Broken(format!("broken PDF: {}", said.lines().next().unwrap_or("its reader failed"))));
    }
    let text = String::from_utf8_lossy(&text);
    Ok(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

/// A process that does not outlive this.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        drop(self.0.kill()); // it may have ended just now
        drop(self.0.wait());
    }
}

/// Pages as the reader in Rust sees them. It runs in a thread of its own, which is left to itself after the time limit.
///
/// # Errors
/// A PDF that cannot be read, or not in time.
pub fn own(bytes: &[u8], patience: Duration) -> Result<Vec<String>, InputError> {
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
            Err(InputError::Broken("broken PDF: the built-in reader does not know what is in it; poppler's pdftotext may".to_owned()))
        }
        Err(RecvTimeoutError::Timeout) => Err(too_long(patience)),
    }
}
