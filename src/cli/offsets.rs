//! The flag that says what spans count.

use clap::ValueEnum;
use oton::record::Unit;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OffsetUnit {
    Codepoint,
    Utf8,
    Utf16,
}

impl OffsetUnit {
    pub(super) fn unit(self) -> Unit {
        match self {
            OffsetUnit::Codepoint => Unit::Codepoint,
            OffsetUnit::Utf8 => Unit::Utf8,
            OffsetUnit::Utf16 => Unit::Utf16,
        }
    }
}
