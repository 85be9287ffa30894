//! Text of layout: paragraphs with a blank line between them, lines, list items; white space folded.

/// Writes a text block by block.
#[derive(Debug, Default)]
pub struct Blocks {
    out: String,
    /// White space that stands before the next word, unless a line ends first.
    space: bool,
    /// Line breaks that stand before the next word.
    breaks: usize,
    /// Nothing stands behind the last bullet yet, so that no line ends there.
    bullet: bool,
}

impl Blocks {
    /// Adds characters; runs of white space become one space, soft hyphens and zero-width characters vanish.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.space = true,
                '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
                c if c.is_control() => self.space = true,
                c => {
                    self.gap();
                    self.out.push(c);
                }
            }
        }
    }

    /// Adds characters with their line breaks, as in `<pre>`.
    pub fn verbatim(&mut self, text: &str) {
        for (n, line) in text.lines().enumerate() {
            if n > 0 {
                self.line();
            }
            if line.trim().is_empty() { self.paragraph() } else { self.text(line) }
        }
        if text.ends_with('\n') {
            self.line();
        }
    }

    /// A tabulator between cells.
    pub fn tab(&mut self) {
        if self.breaks == 0 && !self.out.is_empty() && !self.out.ends_with(['\t', '\n']) {
            self.space = false;
            self.out.push('\t');
        }
    }

    /// Ends the line; a second time, the paragraph.
    pub fn line(&mut self) {
        self.breaks = (self.breaks + 1).min(2);
    }

    /// Ends the paragraph.
    pub fn paragraph(&mut self) {
        self.breaks = 2;
    }

    /// Ends the line, if there is anything in it, and never the paragraph.
    pub fn end_line(&mut self) {
        self.breaks = self.breaks.max(1);
    }

    /// Begins a list item.
    pub fn item(&mut self) {
        self.bullet = false;
        self.end_line();
        self.gap();
        self.out.push('•');
        self.space = true;
        self.bullet = true;
    }

    fn gap(&mut self) {
        if self.bullet {
            self.breaks = 0;
        }
        self.bullet = false;
        if self.breaks > 0 {
            let end = self.out.trim_end_matches([' ', '\t']).len();
            self.out.truncate(end);
            if !self.out.is_empty() {
                self.out.extend(std::iter::repeat_n('\n', self.breaks));
            }
        } else if self.space && !self.out.is_empty() && !self.out.ends_with('\t') {
            self.out.push(' ');
        }
        self.breaks = 0;
        self.space = false;
    }

    /// The text, with a line break at its end. Bullets without text are taken out.
    pub fn finish(self) -> String {
        let mut text = self.out;
        if text.lines().any(|line| line.trim() == "•") {
            text = text.lines().filter(|line| line.trim() != "•").collect::<Vec<_>>().join("\n");
        }
        let end = text.trim_end().len();
        text.truncate(end);
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lines_items_and_cells() {
        let mut blocks = Blocks::default();
        blocks.paragraph();
        blocks.text("  Die \n Stadt");
        blocks.text("  Beispiel\u{ad}heim ");
        blocks.line();
        blocks.text("zwei");
        blocks.paragraph();
        blocks.item();
        blocks.text(" Punkt");
        blocks.item();
        blocks.item();
        blocks.text("noch einer");
        blocks.line();
        blocks.line();
        blocks.text("a");
        blocks.tab();
        blocks.text(" b");
        assert_eq!(blocks.finish(), "Die Stadt Beispielheim\nzwei\n\n• Punkt\n• noch einer\n\na\tb\n");
        assert_eq!(Blocks::default().finish(), "");
    }
}
