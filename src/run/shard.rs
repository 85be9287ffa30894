//! A part of an archive: which releases a run reads when several runs share the work.

use super::hash;
use std::fmt;
use std::str::FromStr;

/// The `number`th of `count` parts. A release is in the same part wherever and whenever it is read, because nothing but
/// its id decides: 64-bit FNV-1a of the id's UTF-8 bytes, then the remainder by `count`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    number: u64,
    count: u64,
}

impl Shard {
    /// Everything.
    pub const ALL: Shard = Shard { number: 1, count: 1 };

    /// Whether what has this id is in the part.
    pub fn has(self, id: &str) -> bool {
        self.count == 1 || hash::fnv(id.bytes().map(u64::from)) % self.count == self.number - 1
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split_once('/').and_then(|(number, count)| Some((number.parse().ok()?, count.parse().ok()?)));
        match parts {
            Some((number, count)) if 1 <= number && number <= count => Ok(Shard { number, count }),
            _ => Err("write i/n, from 1/n to n/n".to_owned()),
        }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_in_one_part_and_the_parts_are_alike() {
        let parts: Vec<Shard> = (1..=4).map(|number| format!("{number}/4").parse().expect("is a part")).collect();
        let mut sizes = [0; 4];
        for n in 0..4000 {
            let id = format!("2012/{n}.txt");
            let within: Vec<usize> = (0..4).filter(|&part| parts[part].has(&id)).collect();
            assert_eq!(within.len(), 1);
            sizes[within[0]] += 1;
        }
        assert!(sizes.iter().all(|size| (900..1100).contains(size)), "{sizes:?}");
        assert!(Shard::ALL.has("x"));
    }

    #[test]
    fn only_parts_that_exist() {
        for bad in ["", "1", "0/3", "4/3", "a/b", "1/0", "-1/2"] {
            assert!(bad.parse::<Shard>().is_err(), "{bad}");
        }
        assert_eq!("2/3".parse::<Shard>().map(|shard| shard.to_string()), Ok("2/3".to_owned()));
    }
}
