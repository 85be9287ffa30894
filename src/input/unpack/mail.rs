//! Mailboxes → mails; mails → the mail itself and what is attached to it.

use super::lines::{self, Line};
use super::{Flow, Name, Repeats, Unpacker};
use crate::input::detect::Leaf;
use crate::input::{Item, Shape};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::io::BufRead;

impl Unpacker<'_, '_> {
    /// The mails of a mailbox; numbered from 1.
    pub(super) fn mbox(&mut self, name: &Name, reader: &mut dyn BufRead, depth: usize) -> Flow {
        let (mut line, mut mail) = (Vec::new(), Vec::new());
        let mut number = 0_u64;
        let (mut blank, mut large) = (true, false);
        loop {
            let read = match lines::next(reader, &mut line, self.options.largest) {
                Ok(read) => read,
                Err(error) => return self.fail(&name.record(number), "read", error),
            };
            let starts = read == Line::Whole && blank && line.starts_with(b"From ");
            if starts || read == Line::End {
                if large {
                    self.fail(&name.record(number), "read", self.too_large())?;
                } else if number > 0 {
                    self.mail(&name.record(number), std::mem::take(&mut mail), Some("mbox"), depth)?;
                }
                if read == Line::End {
                    return Flow::Continue(());
                }
                number += 1;
                mail.clear();
                large = false;
                blank = false;
                continue;
            }
            blank = line.trim_ascii().is_empty() && read == Line::Whole;
            large |= read == Line::TooLong || (mail.len() + line.len()) as u64 > self.options.largest;
            if large {
                mail.clear();
            } else {
                // a line that began with "From " was given a ">"
                let marks = line.iter().take_while(|&&byte| byte == b'>').count();
                let from = marks > 0 && line[marks..].starts_with(b"From ");
                mail.extend_from_slice(&line[usize::from(from)..]);
            }
        }
    }

    /// A mail as a release, and each of its attachments as one of its own.
    pub(super) fn mail(&mut self, name: &Name, bytes: Vec<u8>, format: Option<&'static str>, depth: usize) -> Flow {
        if depth > self.options.depth {
            return self.fail(name, "unpack", format!("attached more than {} times over; raise --max-depth to read it", self.options.depth));
        }
        let kept: Vec<(String, Vec<u8>, bool)> = MessageParser::default()
            .parse(&bytes)
            .map(|message| {
                let attached = message.attachments().enumerate().filter(|(_, part)| unread(part).is_none());
                attached.map(|(at, part)| (attachment_name(part, at), part.contents().to_vec(), part.is_message())).collect()
            })
            .unwrap_or_default();
        let item = Item { id: name.id.clone(), uri: name.uri.clone(), shape: Shape::Leaf(Leaf::Mail), bytes, charset: None, url: None, format };
        (self.visit)(Ok(item))?;
        let mut seen = Repeats::default();
        for (file, contents, is_mail) in kept {
            let name = name.member(&seen.distinct(&file));
            if is_mail {
                self.mail(&name, contents, None, depth + 1)?;
            } else {
                self.stream(&name, &mut contents.as_slice(), None, depth + 1)?;
            }
        }
        Flow::Continue(())
    }
}

/// Attachments that are no releases, by name: they are told in a warning of the mail.
pub fn unread_attachments(message: &Message<'_>) -> Vec<String> {
    message.attachments().enumerate().filter(|(_, part)| unread(part) == Some(true)).map(|(at, part)| attachment_name(part, at)).collect()
}

/// `None` for a part that is read as a release; otherwise whether a person should be told.
fn unread(part: &MessagePart<'_>) -> Option<bool> {
    let content_type = part.content_type();
    let main = content_type.map_or("", |t| t.c_type.as_ref()).to_ascii_lowercase();
    let sub = content_type.and_then(|t| t.c_subtype.as_deref()).unwrap_or("").to_ascii_lowercase();
    let is_picture = matches!(main.as_str(), "image" | "audio" | "video" | "font");
    let is_sign = sub.contains("signature") || sub.contains("pkcs7") || sub.contains("vcard") || sub == "calendar" || sub == "ics" || sub == "ms-tnef";
    if is_picture {
        // logos of a signature are shown in the text
        let inline = matches!(part.body, PartType::InlineBinary(_)) || part.content_id().is_some();
        return Some(!inline);
    }
    if is_sign {
        return Some(true);
    }
    match &part.body {
        PartType::Multipart(_) => Some(false),
        _ => None,
    }
}

/// The attachment's file name without folders, or its number.
fn attachment_name(part: &MessagePart<'_>, at: usize) -> String {
    let name = part.attachment_name().and_then(|name| name.rsplit(['/', '\\']).next()).map(str::trim).filter(|name| !name.is_empty() && *name != "..");
    name.map_or_else(|| format!("attachment-{}", at + 1), |name| name.chars().filter(|c| !c.is_control()).collect())
}
