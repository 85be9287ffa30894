//! Mails → text: the body without what it only quotes, and what the headers say.

use super::{Converted, html};
use crate::input::unpack::mail::unread_attachments;
use crate::input::{InputError, Metadata, date};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::time::Duration;

/// Least text above a quoted mail, in letters, that makes the quotation superfluous; below it, the mail forwards what it quotes.
const OWN: usize = 150;

/// The text of a mail.
pub(super) fn mail(bytes: &[u8], patience: Duration) -> Result<Converted, InputError> {
    let message = MessageParser::default().parse(bytes).ok_or_else(|| InputError::Broken("the mail has no header".to_owned()))?;
    let plain = plain(&message);
    let page = || -> Result<String, InputError> {
        let parts = message.html_bodies().filter_map(|part| if let PartType::Html(source) = &part.body { Some(source) } else { None });
        parts.map(|source| html::fragment(source, patience)).collect::<Result<Vec<_>, _>>().map(|parts| parts.join("\n"))
    };
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    // the plain alternative is the sender's own layout, where it is more than a hint at the other
    let text = match plain {
        Some(plain) => {
            let other = if letters(&plain) < 400 { page()? } else { String::new() };
            if letters(&plain) * 3 < letters(&other) { other } else { plain }
        }
        None => page()?,
    };
    let address = message.from().and_then(|from| from.first());
    let metadata = Metadata {
        id: message.message_id().map(str::to_owned),
        title: message.subject().map(str::to_owned),
        date: message.header_raw("Date").and_then(date::day),
        author: address.and_then(|address| address.name().or_else(|| address.address())).map(str::to_owned),
        publisher: address.and_then(|_| message.header_raw("Organization")).map(str::to_owned),
        ..Metadata::default()
    };
    let mut warnings = Vec::new();
    let unread = unread_attachments(&message);
    if !unread.is_empty() {
        warnings.push(("attachment-without-text", format!("attached, but not read: {}", unread.join(", "))));
    }
    if message.text_bodies().chain(message.html_bodies()).any(|part| part.is_encoding_problem) {
        warnings.push(("undecodable-bytes", "parts of the mail could not be decoded as it says".to_owned()));
    }
    Ok(Converted { text: own_words(&text), encoding: None, metadata, warnings })
}

/// The plain-text parts of the body; `None` when there are none.
fn plain(message: &Message<'_>) -> Option<String> {
    let parts: Vec<String> = message
        .text_bodies()
        .filter_map(|part| match &part.body {
            PartType::Text(text) => Some(if is_flowed(part) { unfolded(text) } else { text.replace("\r\n", "\n") }),
            _ => None,
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

fn is_flowed(part: &MessagePart<'_>) -> bool {
    part.content_type().and_then(|t| t.attribute("format")).is_some_and(|format| format.eq_ignore_ascii_case("flowed"))
}

/// Lines that end with a space go on in the next (RFC 3676), except before a signature.
fn unfolded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        out.push_str(line);
        if !line.ends_with(' ') || line == "-- " {
            out.push('\n');
        }
    }
    out
}

/// The text without what it quotes below its own words; a mail that says little of its own forwards the other, whose text
/// is then kept without the marks before its lines.
fn own_words(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let letters = |lines: &[&str]| lines.iter().flat_map(|line| line.chars()).filter(|c| c.is_alphanumeric()).count();
    let is_quoted = |line: &str| line.starts_with('>');
    let below = lines.iter().enumerate().position(|(at, line)| opens_quotation(&lines, at, line)).unwrap_or(lines.len());
    let own: Vec<&str> = lines[..below].iter().copied().filter(|line| !is_quoted(line)).collect();
    let all_quoted = lines.iter().filter(|line| is_quoted(line)).count();
    if below == lines.len() && all_quoted == 0 {
        return text.to_owned();
    }
    if letters(&own) >= OWN {
        return own.join("\n").trim_end().to_owned() + "\n";
    }
    lines.iter().map(|line| if is_quoted(line) { line.trim_start_matches(['>', ' ']) } else { line }).collect::<Vec<_>>().join("\n") + "\n"
}

/// Whether the mail below a line is another one, quoted whole.
fn opens_quotation(lines: &[&str], at: usize, line: &str) -> bool {
    let line = line.trim();
    let dashes = line.starts_with("-----") || line.starts_with("_____");
    const NAMES: [&str; 8] = [
        "original message",
        "originalnachricht",
        "ursprüngliche nachricht",
        "original-nachricht",
        "weitergeleitete nachricht",
        "forwarded message",
        "ursprüngliche mail",
        "originalmail",
    ];
    let lower = line.to_lowercase();
    if dashes && NAMES.iter().any(|name| lower.contains(name)) {
        return true;
    }
    // "Am 3. Mai 2024 um 10:15 schrieb Anna Meier:" above quoted lines
    let follows = || lines[at + 1..].iter().find(|line| !line.trim().is_empty()).is_some_and(|next| next.starts_with('>'));
    if line.ends_with(':') && (lower.contains("schrieb") || lower.contains(" wrote")) && follows() {
        return true;
    }
    // Outlook's header of the quoted mail
    let outlook = lower.starts_with("von:") || lower.starts_with("from:");
    outlook
        && lines[at + 1..].iter().take(3).any(|next| {
            let next = next.trim().to_lowercase();
            next.starts_with("gesendet:") || next.starts_with("sent:") || next.starts_with("datum:")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Converted {
        mail(source.replace('\n', "\r\n").as_bytes(), Duration::from_secs(60)).expect("is a mail")
    }

    #[test]
    fn headers_and_encodings() {
        let found = read(
            "From: =?utf-8?Q?B=C3=BCro_der_Stadt?= <presse@beispiel.de>\nSubject: =?ISO-8859-1?Q?Preis_f=FCr_alle?=\nDate: Fri, 3 May 2024 10:00:00 +0200\n\
             MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe f=FCr al=\nle.\n",
        );
        assert_eq!(found.text.trim(), "Grüße für alle.");
        assert_eq!((found.metadata.title.as_deref(), found.metadata.date.as_deref()), (Some("Preis für alle"), Some("2024-05-03")));
        assert_eq!(found.metadata.author.as_deref(), Some("Büro der Stadt"));
    }

    #[test]
    fn of_alternatives_the_fuller_one() {
        let alternative = |plain: &str| {
            format!(
                "From: a@b.de\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=q\n\n--q\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n\
                 --q\nContent-Type: text/html; charset=utf-8\n\n<p>Die Stadt Beispielheim teilt mit, dass alle eingeladen sind.</p>\n--q--\n"
            )
        };
        assert!(read(&alternative("Siehe HTML.")).text.contains("eingeladen"));
        assert_eq!(
            read(&alternative("Die Stadt Beispielheim teilt mit, dass alle kommen.")).text.trim(),
            "Die Stadt Beispielheim teilt mit, dass alle kommen."
        );
    }

    #[test]
    fn quoted_mails_below_own_words_are_left_out() {
        let own = "Die Stadt Beispielheim hat am Montag ein neues Haus der Musik eröffnet, das allen Vereinen offensteht. ".repeat(3);
        let table = [
            format!("{own}\n\nAm 3. Mai 2024 schrieb Anna Meier:\n> Alt\n> noch älter\n"),
            format!("{own}\n\n-----Ursprüngliche Nachricht-----\nVon: x\nAlt\n"),
            format!("{own}\n\nVon: Anna Meier\nGesendet: Freitag\nAn: y\n\nAlt\n"),
            format!("{own}\n> Alt\n"),
        ];
        for text in table {
            assert_eq!(own_words(&text).trim(), own.trim(), "{text}");
        }
        assert_eq!(own_words("Zur Kenntnis\n\n> Alt\n> neu\n"), "Zur Kenntnis\n\nAlt\nneu\n");
        assert_eq!(own_words("Von: der Stadt\n"), "Von: der Stadt\n");
    }

    #[test]
    fn flowed_lines_are_joined() {
        assert_eq!(unfolded("Eins \nzwei\n drei\n-- \nX"), "Eins zwei\ndrei\n-- \nX\n");
    }
}
