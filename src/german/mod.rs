//! German grammar that several rooms ask for, each question answered in one place.
//!
//! Everything here looks at words and tokens alone: nothing knows of statements, organisations or awards.

pub mod acronym;
pub mod adjective;
pub mod article;
pub mod chain;
pub mod verb;
