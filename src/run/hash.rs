//! Hashes whose values never change, whatever the machine and the version.

/// 64-bit FNV-1a of numbers; of a text's bytes it is the usual one.
pub fn fnv(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.fold(0xcbf2_9ce4_8422_2325, |hash, number| (hash ^ number).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_usual_values() {
        assert_eq!(super::fnv(b"foobar".iter().map(|&byte| u64::from(byte))), 0x8594_4171_f739_67e8);
    }
}
