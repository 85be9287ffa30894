//! List items by their first sign.

use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;

/// Signs that lists are marked with.
const BULLETS: [&str; 26] =
    ["•", "·", "*", "◦", "▪", "■", "□", "●", "○", "►", "▶", "▸", "→", "➔", "➢", "✓", "✔", "☐", "+", ">", "›", "‣", "⁃", "¬", "\u{f0b7}", "\u{f0a7}"];

/// Whether a block or line starts like a list item: bullet, dash or enumerator with white space behind it.
pub fn is_item(text: &Text<'_>, block: TokenSpan) -> bool {
    let token = |n: usize| (block.start() + n < block.end()).then(|| text.at(block.start() + n));
    let Some(first) = token(0) else { return false };
    let spaced = |n: usize| token(n).is_some_and(|next| next.gap != Gap::None);
    match first.class {
        Class::Dash | Class::Hyphen => spaced(1),
        // "›" is a quotation mark as well
        Class::Quote => text.says(block.start(), "›") && spaced(1),
        Class::Symbol => {
            let mark = text.word(block.start());
            let pictogram = || mark.chars().next().is_some_and(|c| c >= '\u{1f000}');
            BULLETS.contains(&mark) && (spaced(1) || mark == "•") || pictogram() && spaced(1)
        }
        // "1. Preis", "1) …", "a) …"
        Class::Number | Class::Word => {
            let short = text.word(block.start()).len() <= 2 && (first.class == Class::Number || text.word(block.start()).len() == 1);
            short && token(1).is_some_and(|next| next.class == Class::Close && next.gap == Gap::None) && spaced(2)
        }
        _ => false,
    }
}

/// Whether two lines are neighbours of a counted list: "2. Platz: …" above "3. Platz: …".
pub(super) fn counts_on(text: &Text<'_>, above: TokenSpan, below: TokenSpan) -> bool {
    let count = |line: TokenSpan| {
        let stop = text.get(line.start() + 1).filter(|stop| line.len() > 2 && stop.class == Class::Stop && stop.is_glued())?;
        let spaced = text.get(line.start() + 2).is_some_and(|word| word.gap == Gap::Space);
        text.word(line.start()).parse::<u8>().ok().filter(|_| spaced && stop.class == Class::Stop)
    };
    count(above).zip(count(below)).is_some_and(|(above, below)| above.checked_add(1) == Some(below))
}
