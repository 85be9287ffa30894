//! Lines of printed pages → paragraphs: what stands on every page is taken out, words that were hyphenated at a line's end
//! are joined, and lines that only end because the column does.

use std::collections::HashMap;

/// Lines at a page's top and bottom that may be furniture.
const EDGE: usize = 3;

/// Lines before and behind a line that show how wide its column is.
const AROUND: usize = 6;

/// The text of pages.
pub fn pages(pages: &[String]) -> String {
    let lines = without_furniture(pages);
    let mut out = String::new();
    let mut paragraph = String::new();
    for (at, line) in lines.iter().enumerate() {
        if line.is_empty() {
            end(&mut out, &mut paragraph, "\n\n");
            continue;
        }
        if let Some(item) = bullet(line) {
            end(&mut out, &mut paragraph, "\n");
            paragraph.push_str("• ");
            paragraph.push_str(item);
        } else {
            paragraph.push_str(line);
        }
        let Some(next) = lines.get(at + 1).filter(|next| !next.is_empty()) else { continue };
        if bullet(next).is_some() {
            continue;
        }
        match join(&lines, at, line, next) {
            Join::Word => {
                paragraph.pop();
            }
            Join::Hyphen => {}
            Join::Space => paragraph.push(' '),
            Join::Line => end(&mut out, &mut paragraph, "\n"),
            Join::Paragraph => end(&mut out, &mut paragraph, "\n\n"),
        }
    }
    end(&mut out, &mut paragraph, "\n");
    let text = out.trim();
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

fn end(out: &mut String, paragraph: &mut String, breaks: &str) {
    out.push_str(paragraph.trim());
    paragraph.clear();
    let there = out.len() - out.trim_end_matches('\n').len();
    if !out.is_empty() && there < breaks.len() {
        out.push_str(&breaks[there..]);
    }
}

/// The text of a list item behind its mark.
fn bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['•', '▪', '◦', '●', '■', '\u{f0b7}', '\u{f0a7}', '·'])?;
    Some(rest.trim_start())
}

/// How two lines belong together.
#[derive(Debug, PartialEq, Eq)]
enum Join {
    /// The first ends within a word, whose hyphen is the line's.
    Word,
    /// The first ends within a word at a hyphen of its own.
    Hyphen,
    Space,
    Line,
    Paragraph,
}

fn join(lines: &[String], at: usize, line: &str, next: &str) -> Join {
    let length = |line: &str| line.chars().count();
    let from = at.saturating_sub(AROUND);
    let width = lines[from..(at + AROUND + 1).min(lines.len())].iter().map(|line| length(line)).max().unwrap_or(0);
    let mut backwards = line.chars().rev();
    if matches!(backwards.next(), Some('-' | '‐')) && backwards.next().is_some_and(char::is_alphabetic) {
        let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
        if matches!(word.as_str(), "und" | "oder" | "bzw" | "sowie" | "u" | "bis" | "als" | "wie") {
            return Join::Space;
        }
        return if next.starts_with(char::is_lowercase) { Join::Word } else { Join::Hyphen };
    }
    let first = next.split_whitespace().next().map_or(0, length);
    // the next word would have fitted: the line was ended on purpose
    let meant = length(line) + 1 + first <= width * 19 / 20;
    if !meant {
        return Join::Space;
    }
    let ends = line.trim_end_matches(['“', '”', '"', '«', '»', ')', '’', '\'']).ends_with(['.', '!', '?', ':', '…']);
    if ends || (length(next) * 5 >= width * 4 && length(line) * 5 < width * 4) { Join::Paragraph } else { Join::Line }
}

/// All lines without page numbers, and without those that stand at the edge of most pages; a heading that all pages have
/// is kept on the first. A page that ends within a paragraph goes on in the next.
fn without_furniture(pages: &[String]) -> Vec<String> {
    let split: Vec<Vec<String>> = pages
        .iter()
        .map(|page| {
            let mut lines: Vec<String> = page.lines().map(tidy).collect();
            while lines.last().is_some_and(String::is_empty) {
                lines.pop();
            }
            let blank = lines.iter().take_while(|line| line.is_empty()).count();
            lines.drain(..blank);
            lines
        })
        .collect();
    let edge = |lines: &[String], at: usize| (at < EDGE, at + EDGE >= lines.len());
    let mut seen: HashMap<(bool, String), usize> = HashMap::new();
    for lines in &split {
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            let (top, bottom) = edge(lines, at);
            for is_top in [(top, true), (bottom, false)].into_iter().filter(|(is, _)| *is).map(|(_, is_top)| is_top) {
                *seen.entry((is_top, pattern(line))).or_default() += 1;
            }
        }
    }
    let often = |is_top: bool, line: &str| seen.get(&(is_top, pattern(line))).is_some_and(|&count| count >= 2 && count * 2 > split.len());
    let mut kept: Vec<String> = Vec::new();
    for (page, lines) in split.iter().enumerate() {
        let rest = lines.iter().enumerate().filter(|(at, line)| {
            let (top, bottom) = edge(lines, *at);
            let number = (top || bottom) && is_page_number(line, split.len());
            let furniture = (top && page > 0 && often(true, line)) || (bottom && often(false, line) && lines.len() > EDGE * 2);
            !number && !furniture
        });
        let start = kept.len();
        kept.extend(rest.map(|(_, line)| line.clone()));
        // what is left of the edges
        while kept.len() > start && kept.last().is_some_and(String::is_empty) {
            kept.pop();
        }
        while kept.get(start).is_some_and(String::is_empty) {
            kept.remove(start);
        }
    }
    kept
}

/// A line with its white space folded and its ligatures taken apart.
fn tidy(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            // a soft hyphen that is printed stands at a line's end
            '\u{ad}' => out.push('-'),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The line with its numbers alike.
fn pattern(line: &str) -> String {
    line.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

fn is_page_number(line: &str, pages: usize) -> bool {
    let bare = line.trim_matches(['-', '–', '—', ' ', '|', '[', ']']);
    let words: Vec<&str> = bare.split([' ', '/']).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<usize>().is_ok_and(|number| (1..=pages.max(1)).contains(&number));
    match words.as_slice() {
        [one] => number(one) && pages > 1,
        ["Seite" | "Page" | "S.", one] => number(one),
        [one, two] | [one, "von" | "of", two] | ["Seite" | "Page", one, "von" | "of", two] | ["Seite" | "Page", one, two] => number(one) && number(two),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> String {
        pages(&texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn lines_become_paragraphs() {
        let page = "Haus der Musik eröffnet\n\
            Die Stadt Beispielheim hat am Montag ein neues Haus der Mu-\n\
            sik eröffnet, das allen offensteht. Die Vereins- und Schul-\n\
            leitungen sind mit den ESCA-\n\
            Direktoren eingeladen.\n\
            Es wurde in drei Jahren gebaut und kostete weniger, als der\n\
            Rat bewilligt hatte.\n\
            • Führungen am Samstag\n\
            • Konzert am Sonntag, zu dem alle Bürgerinnen und Bürger der\n\
            Stadt geladen sind\n\
            Pressekontakt\n\
            Anna Meier\n\
            Telefon 0123";
        assert_eq!(
            read(&[page]),
            "Haus der Musik eröffnet\n\nDie Stadt Beispielheim hat am Montag ein neues Haus der Musik eröffnet, das allen offensteht. Die Vereins- und Schulleitungen sind mit den ESCA-Direktoren eingeladen.\n\n\
             Es wurde in drei Jahren gebaut und kostete weniger, als der Rat bewilligt hatte.\n• Führungen am Samstag\n• Konzert am Sonntag, zu dem alle Bürgerinnen und Bürger der Stadt geladen sind\nPressekontakt\nAnna Meier\nTelefon 0123\n"
        );
    }

    #[test]
    fn what_stands_on_every_page_is_taken_out() {
        let word = |n: usize| "abcdefghijklmnopqrstuvwxyz".chars().cycle().skip(n * 5).take(9).collect::<String>();
        let body = |n: usize| {
            (0..8).map(|line| format!("Das Wort {} auf einer Zeile, die so lang ist wie alle anderen auch\n", word(n * 8 + line))).collect::<String>()
        };
        let page = |n: usize| format!("Stadt Beispielheim\n{}Impressum der Stadt\n- {n} -\n", body(n));
        let text = read(&[&page(1), &page(2), &page(3)]);
        assert_eq!(text.matches("Stadt Beispielheim").count(), 1);
        assert!(!text.contains("Impressum") && !text.contains("- 2 -") && text.contains(&word(3 * 8 + 7)));
    }

    #[test]
    fn page_numbers() {
        for number in ["2", "- 2 -", "Seite 2", "Seite 2 von 3", "2/3", "2 / 3"] {
            assert!(is_page_number(number, 3), "{number}");
        }
        for other in ["2024", "Seite an Seite", "2 von 100", "", "Zwei"] {
            assert!(!is_page_number(other, 3), "{other}");
        }
    }
}
