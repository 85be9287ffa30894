//! Days as files' own data write them: ISO 8601, mail headers, German and English dates, Unix time.

/// Beginnings of month names in German and English.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän"],
    &["feb"],
    &["mar", "mär", "mrz", "maer"],
    &["apr"],
    &["may", "mai"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "dez"],
];

/// The day a date names, as ISO 8601; the day is that of the writer's own clock.
pub fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).take(8).collect();
    let number = |part: &str| part.parse::<i64>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let first = parts.first()?;
    if first.len() > 8 && first.as_bytes().get(8) == Some(&b'T') {
        return first.get(..8).and_then(day); // 20240503T101500Z
    }
    if parts.len() == 1 || (parts.len() == 2 && text.contains('.') && first.len() >= 9) {
        // 20240503, 1714694400, 1714694400000
        return match (first.len(), number(first)?) {
            (8, compact) => iso(compact / 10_000, compact / 100 % 100, compact % 100),
            (9 | 10, seconds) => civil(seconds.div_euclid(86_400)),
            (13, millis) => civil(millis.div_euclid(86_400_000)),
            _ => None,
        };
    }
    if first.len() == 4 && number(first).is_some() {
        let last = parts.get(2)?;
        let digits = last.bytes().take_while(u8::is_ascii_digit).count().min(2);
        return iso(number(first)?, number(parts.get(1)?)?, number(&last[..digits])?);
    }
    // 3. Mai 2024; Fri, 3 May 2024; May 3, 2024; Fri May  3 10:15:00 2024
    if let Some((at, month)) = parts.iter().enumerate().find_map(|(at, part)| Some((at, month(part)?))) {
        let numbers = |from: usize| parts[from..].iter().filter_map(|part| number(part));
        let before = at.checked_sub(1).and_then(|at| number(parts[at])).filter(|day| (1..=31).contains(day));
        let day = before.or_else(|| numbers(at + 1).next())?;
        let year = numbers(at + 1).find(|year| *year >= 1900).or_else(|| numbers(at + 1).next().filter(|_| before.is_some()).map(century))?;
        return iso(year, month, day);
    }
    // 03.05.2024, 03.05.24, and with slashes as in Britain
    let (day, month, year) = (number(first)?, number(parts.get(1)?)?, number(parts.get(2)?)?);
    iso(if parts[2].len() == 2 { century(year) } else { year }, month, day)
}

fn century(year: i64) -> i64 {
    match year {
        0..70 => year + 2000,
        70..100 => year + 1900,
        _ => year,
    }
}

fn month(word: &str) -> Option<i64> {
    if !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let word = word.to_lowercase();
    // "dienstag" and "mai" begin like no other month; weekdays are no months
    MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name))).and_then(|at| i64::try_from(at + 1).ok())
}

fn iso(year: i64, month: i64, day: i64) -> Option<String> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    ((1900..2200).contains(&year) && (1..=days).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The day that is so many days after 1 January 1970.
fn civil(days: i64) -> Option<String> {
    let mut year = 1970;
    let mut left = days;
    loop {
        let length = 365 + i64::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
        if left < length {
            break;
        }
        left -= length;
        year += 1;
    }
    (1..=12).find_map(|month| {
        let length = (28..=31).rev().find(|&day| iso(year, month, day).is_some())?;
        if left < length {
            return iso(year, month, left + 1);
        }
        left -= length;
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_all_kinds() {
        for text in [
            "2024-05-03",
            "2024-05-03T10:15:00+02:00",
            "2024-05-03 10:15",
            "20240503",
            "20240503T101500Z",
            "03.05.2024",
            "3.5.24",
            "3. Mai 2024",
            "Freitag, 3. Mai 2024, 10:15 Uhr",
            "Fri, 03 May 2024 10:15:00 +0200",
            "Fri May  3 10:15:00 2024",
            "May 3, 2024",
            "3 May 24",
            "1714729000",
            "1714729000000",
        ] {
            assert_eq!(day(text).as_deref(), Some("2024-05-03"), "{text}");
        }
        assert_eq!(day("29.02.2000").as_deref(), Some("2000-02-29"));
        for none in ["", "gestern", "2024-13-01", "31.02.2024", "12", "123456789012345", "-", "é"] {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
