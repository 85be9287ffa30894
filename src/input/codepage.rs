//! Encodings of old DOS and Macintosh texts, which no browser knows or guesses: they are told by where the umlauts stand.

/// Code page 850 from 0x80 on.
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// An encoding that a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Old {
    /// Code page 850; 437 has the same letters in the same places.
    Dos,
    /// Mac OS Roman.
    Mac,
}

/// ä, ö, ü and ß in Windows-1252, code page 850 and Mac OS Roman.
const SMALL: [[u8; 4]; 3] = [[0xe4, 0xf6, 0xfc, 0xdf], [0x84, 0x94, 0x81, 0xe1], [0x8a, 0x9a, 0x9f, 0xa7]];

/// The old encoding whose small umlauts stand inside of words, where Windows-1252's do not: there, its bytes for them are
/// quotation marks and the like, which stand at a word's edge.
pub fn detect(bytes: &[u8]) -> Option<Old> {
    let mut inside = [0_usize; 3];
    for three in bytes.windows(3).filter(|three| three[1] >= 0x80 && three[0].is_ascii_alphabetic() && three[2].is_ascii_lowercase()) {
        for (count, letters) in inside.iter_mut().zip(SMALL) {
            *count += usize::from(letters.contains(&three[1]));
        }
    }
    let [windows, dos, mac] = inside;
    let most = dos.max(mac);
    (most >= 2 && most > windows * 4).then_some(if dos >= mac { Old::Dos } else { Old::Mac })
}

/// The text of code page 850.
pub fn dos(bytes: &[u8]) -> String {
    let upper: Vec<char> = DOS.chars().collect();
    bytes.iter().map(|&byte| byte.checked_sub(0x80).and_then(|at| upper.get(usize::from(at)).copied()).unwrap_or(char::from(byte))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_told_by_their_umlauts() {
        let text = "Die Größe der Mühlen fällt in Köln auf";
        let upper: Vec<char> = DOS.chars().collect();
        assert_eq!(upper.len(), 128);
        let encoded: Vec<u8> = text.chars().map(|c| upper.iter().position(|&known| known == c).map_or_else(|| c as u8, |at| at as u8 + 0x80)).collect();
        assert_eq!(detect(&encoded), Some(Old::Dos));
        assert_eq!(dos(&encoded), text);
        assert_eq!(detect(&encoding_rs::MACINTOSH.encode(text).0), Some(Old::Mac));
        assert_eq!(detect(&encoding_rs::WINDOWS_1252.encode(text).0), None);
        assert_eq!(detect(&encoding_rs::WINDOWS_1252.encode("„So“ – sagt‘s er’s für alle").0), None);
    }
}
