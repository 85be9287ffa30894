//! Writers of every format, as small as they can be: a release in, a file's bytes out.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

/// What a test file is made from.
pub struct Release {
    pub title: &'static str,
    pub paragraphs: [String; 3],
}

/// A release whose paragraphs name `who` as speaker.
pub fn release(who: &str) -> Release {
    Release {
        title: "Haus der Musik in Beispielheim eröffnet",
        paragraphs: [
            "Die Stadt Beispielheim hat am Montag ein neues Haus der Musik eröffnet, das allen Vereinen offensteht. Es wurde in drei Jahren gebaut und kostete weniger, als der Rat bewilligt hatte.".to_owned(),
            format!("„Das ist ein guter Tag für uns alle, denn für Größe braucht es Räume“, sagte Bürgermeisterin {who}."),
            "Am Wochenende gibt es Führungen durch alle Räume, und am Sonntag spielt das Orchester der Schule ein Konzert.".to_owned(),
        ],
    }
}

impl Release {
    pub fn text(&self) -> String {
        format!("{}\n\n{}\n", self.title, self.paragraphs.join("\n\n"))
    }

    fn html_paragraphs(&self) -> String {
        self.paragraphs.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect()
    }
}

pub fn html(release: &Release) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"de\"><head><title>{title} | Beispielheim</title><meta charset=\"utf-8\"><meta property=\"article:published_time\" content=\"2024-05-03T10:00:00\">\
         <meta property=\"og:site_name\" content=\"Stadt Beispielheim\"></head><body><header><a href=\"/\">Startseite</a></header><nav><ul><li><a href=\"/\">Rathaus</a></li></ul></nav>\
         <div class=\"cookie-banner\">Wir verwenden Cookies.</div><main><article><h1>{title}</h1>{paragraphs}</article></main><aside>Mehr zum Thema</aside>\
         <footer>Impressum</footer></body></html>",
        title = release.title,
        paragraphs = release.html_paragraphs()
    )
}

pub fn markdown(release: &Release) -> String {
    format!("# {}\n\n{}\n\n[Mehr](https://beispiel.de)\n", release.title, release.paragraphs.join("\n\n"))
}

/// Quoted-printable, lines no longer than 72 characters.
fn quoted_printable(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for byte in text.bytes() {
        if byte == b'\n' {
            out.push_str("\r\n");
            column = 0;
            continue;
        }
        if column > 69 {
            out.push_str("=\r\n");
            column = 0;
        }
        if (byte == b' ' || byte.is_ascii_graphic()) && byte != b'=' {
            out.push(char::from(byte));
            column += 1;
        } else {
            let _ = write!(out, "={byte:02X}");
            column += 3;
        }
    }
    out
}

/// Base64 in lines of 76 characters.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (at, three) in bytes.chunks(3).enumerate() {
        let number = three.iter().fold(0_u32, |number, &byte| number << 8 | u32::from(byte)) << (8 * (3 - three.len()));
        for digit in 0..4 {
            let shown = digit <= three.len();
            out.push(if shown { char::from(DIGITS[(number >> (18 - 6 * digit)) as usize & 63]) } else { '=' });
        }
        if at % 19 == 18 {
            out.push_str("\r\n");
        }
    }
    out
}

/// A mail with both alternatives and, if there is one, an attachment.
pub fn mail(release: &Release, attachment: Option<(&str, &[u8])>) -> String {
    let mut mail = String::from(
        "From: =?utf-8?Q?B=C3=BCro_der_Stadt?= <presse@beispiel.de>\r\nTo: redaktion@beispiel.de\r\nSubject: =?utf-8?Q?Haus_er=C3=B6ffnet?=\r\n\
         Date: Fri, 3 May 2024 10:00:00 +0200\r\nMessage-ID: <1@beispiel.de>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"m\"\r\n\r\n\
         --m\r\nContent-Type: multipart/alternative; boundary=\"a\"\r\n\r\n",
    );
    let _ = write!(
        mail,
        "--a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n",
        quoted_printable(&release.text())
    );
    let _ = write!(
        mail,
        "--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--a--\r\n",
        base64(html(release).as_bytes())
    );
    if let Some((name, bytes)) = attachment {
        let _ = write!(
            mail,
            "--m\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            base64(bytes)
        );
    }
    mail + "--m--\r\n"
}

pub fn mbox(mails: &[String]) -> String {
    mails
        .iter()
        .map(|mail| format!("From presse@beispiel.de Fri May  3 10:00:00 2024\n{}\n\n", mail.replace("\r\n", "\n").replace("\nFrom ", "\n>From ")))
        .collect()
}

pub fn rtf(release: &Release) -> String {
    let escaped = |text: &str| -> String {
        text.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{}?", i32::try_from(u32::from(c)).expect("is small")) }).collect()
    };
    let paragraphs: String = release.paragraphs.iter().map(|paragraph| format!("{}\\par\n", escaped(paragraph))).collect();
    format!("{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}{{\\info{{\\author Stadt}}}}\\b {}\\b0\\par\n{paragraphs}}}", escaped(release.title))
}

/// Files in a ZIP.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("can be begun");
        zip.write_all(bytes).expect("can be written");
    }
    zip.finish().expect("can be ended").into_inner()
}

pub fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        // names that lead out of the archive are refused by the writer, so they are put in by hand
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        tar.append(&header, *bytes).expect("can be added");
    }
    tar.into_inner().expect("can be ended")
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(bytes).expect("can be written");
    gzip.finish().expect("can be ended")
}

pub fn bzip2(bytes: &[u8]) -> Vec<u8> {
    let mut bzip2 = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    bzip2.write_all(bytes).expect("can be written");
    bzip2.finish().expect("can be ended")
}

pub fn xz(bytes: &[u8]) -> Vec<u8> {
    let mut xz = lzma_rust2::XzWriter::new(Vec::new(), lzma_rust2::XzOptions::with_preset(1)).expect("can be begun");
    xz.write_all(bytes).expect("can be written");
    xz.finish().expect("can be ended")
}

pub fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 1).expect("packs")
}

/// A table with a column of the text, whose days are counted from 1970.
pub fn parquet(releases: &[Release]) -> Vec<u8> {
    use parquet::data_type::{ByteArray, ByteArrayType, Int32Type};
    use parquet::file::writer::SerializedFileWriter;
    let schema = "message t { optional binary nr (STRING); optional binary titel (STRING); required int32 datum (DATE); optional binary volltext (STRING); }";
    let schema = std::sync::Arc::new(parquet::schema::parser::parse_message_type(schema).expect("is sound"));
    let mut bytes = Vec::new();
    let mut file = SerializedFileWriter::new(&mut bytes, schema, std::sync::Arc::default()).expect("can be begun");
    // a row group a release
    for (at, release) in releases.iter().enumerate() {
        let mut group = file.next_row_group().expect("can be begun");
        for text in [Some(format!("PM-{at}")), Some(release.title.to_string()), None, Some(release.paragraphs.join("\n\n"))] {
            let mut column = group.next_column().expect("can be begun").expect("is there");
            let written = match text {
                Some(text) => column.typed::<ByteArrayType>().write_batch(&[ByteArray::from(text.as_bytes().to_vec())], Some(&[1]), None),
                None => column.typed::<Int32Type>().write_batch(&[19_846], None, None),
            };
            assert_eq!(written.expect("is written"), 1);
            column.close().expect("can be ended");
        }
        group.close().expect("can be ended");
    }
    file.close().expect("can be ended");
    bytes
}

pub fn docx(release: &Release) -> Vec<u8> {
    let paragraphs: String = release.paragraphs.iter().map(|paragraph| format!("<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>")).collect();
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>{}</w:t></w:r>\
         <w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>{paragraphs}</w:body></w:document>",
        release.title
    );
    let core = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Haus</dc:title></cp:coreProperties>";
    zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes()), ("docProps/core.xml", core.as_bytes())])
}

pub fn odt(release: &Release) -> Vec<u8> {
    let paragraphs: String =
        release.paragraphs.iter().map(|paragraph| format!("<text:p>{paragraph}<text:note><text:p>Fußnote</text:p></text:note></text:p>")).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text><text:h>{}</text:h>{paragraphs}</office:text></office:body></office:document-content>",
        release.title
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes()), ("META-INF/manifest.xml", b"<m/>")])
}

/// One page of lines, in a standard font with Windows-1252's characters.
pub fn pdf(release: &Release) -> Vec<u8> {
    let mut lines = vec![release.title.to_owned(), String::new()];
    for paragraph in &release.paragraphs {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if line.chars().count() + word.chars().count() > 70 {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
        lines.extend([line, String::new()]);
    }
    let mut content = b"BT /F1 11 Tf 14 TL 50 780 Td\n".to_vec();
    for line in lines {
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&line);
        content.push(b'(');
        for &byte in bytes.iter() {
            content.extend(if matches!(byte, b'(' | b')' | b'\\') { vec![b'\\', byte] } else { vec![byte] });
        }
        content.extend(b") Tj T*\n");
    }
    content.extend(b"ET");
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_vec(),
        [format!("<< /Length {} >>\nstream\n", content.len()).into_bytes(), content, b"\nendstream".to_vec()].concat(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
    ];
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut starts = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        starts.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n", at + 1).bytes().chain(object.iter().copied()).chain(*b"\nendobj\n"));
    }
    let table = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    starts.iter().for_each(|start| pdf.extend(format!("{start:010} 00000 n \n").bytes()));
    pdf.extend(format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).bytes());
    pdf
}

pub fn json(release: &Release, id: usize) -> String {
    serde_json::json!({"id": id, "titel": release.title, "datum": "2024-05-03", "volltext": release.paragraphs.join("\n\n")}).to_string()
}

pub fn csv(releases: &[Release], delimiter: char) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut csv = ["Nr", "Titel", "Datum", "Volltext"].join(&delimiter.to_string()) + "\r\n";
    for (at, release) in releases.iter().enumerate() {
        let row = [(at + 1).to_string(), quoted(release.title), "03.05.2024".to_owned(), quoted(&release.paragraphs.join("\n\n"))];
        csv += &(row.join(&delimiter.to_string()) + "\r\n");
    }
    csv
}

pub fn rss(releases: &[Release]) -> String {
    let items: String = releases
        .iter()
        .map(|release| {
            let (title, body) = (release.title, release.html_paragraphs());
            format!("<item><title>{title}</title><pubDate>Fri, 03 May 2024 10:00:00 +0200</pubDate><description><![CDATA[{body}]]></description></item>")
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Stadt Beispielheim</title><language>de</language>{items}</channel></rss>"
    )
}

pub fn atom(releases: &[Release]) -> String {
    let entries: String = releases
        .iter()
        .map(|release| {
            let (title, body) = (release.title, release.html_paragraphs());
            format!("<entry><title>{title}</title><published>2024-05-03T10:00:00Z</published><content type=\"xhtml\"><div>{body}</div></content></entry>")
        })
        .collect();
    format!("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Stadt Beispielheim</title>{entries}</feed>")
}

pub fn nitf(release: &Release) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><nitf><head><docdata><date.issue norm=\"20240503\"/></docdata></head><body><body.head><hedline><hl1>{}</hl1></hedline></body.head>\
         <body.content>{}</body.content></body></nitf>",
        release.title,
        release.html_paragraphs()
    )
}

pub fn newsml(releases: &[Release]) -> String {
    let items: String = releases
        .iter()
        .enumerate()
        .map(|(at, release)| {
            format!(
                "<newsItem guid=\"urn:{at}\"><itemMeta><versionCreated>2024-05-03T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>{}</headline></contentMeta>\
                 <contentSet><inlineXML><html><body>{}</body></html></inlineXML></contentSet></newsItem>",
                release.title,
                release.html_paragraphs()
            )
        })
        .collect();
    format!("<newsMessage xmlns=\"n\"><itemSet>{items}</itemSet></newsMessage>")
}

/// A page, a picture and a request, as a crawler keeps them.
pub fn warc(release: &Release) -> Vec<u8> {
    let mut warc = Vec::new();
    let mut record = |kind: &str, block: &[u8]| {
        warc.extend(
            format!(
                "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://beispiel.de/1\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n",
                block.len()
            )
            .bytes(),
        );
        warc.extend(block);
        warc.extend(b"\r\n\r\n");
    };
    record("request", b"GET / HTTP/1.1\r\n\r\n");
    let page = html(release);
    let chunked = format!("{:x}\r\n{page}\r\n0\r\n\r\n", page.len());
    record(
        "response",
        [b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n", chunked.as_bytes()].concat().as_slice(),
    );
    record("response", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG");
    record("response", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>weg");
    warc
}
