//! Every output from outside: the formats hold what the JSON Lines hold, and the same bytes on every run.

mod annotations;
mod common;
mod lines;
mod report;
mod tables;

#[path = "../generated/mod.rs"]
mod generated;
