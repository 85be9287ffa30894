//! Sources → items: archives are read by a thread of their own, a few items ahead of the analysis.

use super::walk::Source;
use crate::input::{Failure, Item, Options, unpack};
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, SyncSender};
use std::thread;

/// The items of all sources, in order, and what could not be read. At most `ahead` of them wait to be taken; reading ends
/// when the iterator is dropped. An item's position in this sequence depends on nothing but the sources and the options,
/// so a run that is taken up again can pass over as many as it had done.
pub fn items<S>(sources: S, options: Options, ahead: usize) -> impl Iterator<Item = Result<Item, Failure>>
where
    S: Iterator<Item = Result<Source, Failure>> + Send + 'static,
{
    let (send, receive) = mpsc::sync_channel(ahead.max(1));
    thread::spawn(move || {
        for source in sources {
            if feed(source, &options, &send).is_break() {
                return;
            }
        }
    });
    receive.into_iter()
}

/// Hands on what one source holds. A defect of a reader (a panic) is a failure of this source alone.
fn feed(source: Result<Source, Failure>, options: &Options, send: &SyncSender<Result<Item, Failure>>) -> ControlFlow<()> {
    let mut visit = |item| send.send(item).map_or(ControlFlow::Break(()), ControlFlow::Continue);
    let source = match source {
        Ok(source) => source,
        Err(failure) => return visit(Err(failure)),
    };
    let name = unpack::Name { id: source.id.clone(), uri: source.uri.clone() };
    let read = panic::catch_unwind(AssertUnwindSafe(|| match &source.path {
        None => unpack::reader(&name, std::io::stdin().lock(), options, &mut visit),
        Some(path) => match std::fs::File::open(path) {
            Ok(file) => unpack::file(&name, file, options, &mut visit),
            Err(error) => visit(Err(Failure { uri: source.uri.clone(), stage: "read", message: error.to_string() })),
        },
    }));
    read.unwrap_or_else(|cause| {
        let message = format!("a defect of oton, please report it with the file: {}", super::panic_message(&*cause));
        send.send(Err(Failure { uri: source.uri, stage: "unpack", message })).map_or(ControlFlow::Break(()), ControlFlow::Continue)
    })
}
