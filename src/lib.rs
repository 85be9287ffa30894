//! oton reads German press releases: who said what, which organisations are in it, which awards were given to whom.
//!
//! ```
//! use oton::{Analyzer, Config};
//!
//! let analyzer = Analyzer::new(Config::default())?;
//! let analysis = analyzer.analyze("„Wir freuen uns sehr“, sagte Geschäftsführerin Anna Meier.");
//! assert_eq!(analysis.sentences.len(), 1);
//! # Ok::<(), oton::gazetteer::ListError>(())
//! ```

pub mod analysis;
mod analyzer;
pub mod extract;
pub mod gazetteer;
pub mod german;
pub mod input;
pub mod lexicon;
pub mod output;
pub mod record;
pub mod resolve;
pub mod rule;
pub mod run;
pub mod text;

pub use analyzer::{Analyzer, Config, OwnName};
pub use text::sentences::{Sentences, sentences};

/// The README's Rust example runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
