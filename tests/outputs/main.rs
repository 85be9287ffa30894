//! Every output from outside: the formats hold what the JSON Lines hold, and the same bytes on every run.

mod annotations;
mod common;
mod database;
mod lines;
mod parquet;
mod report;
mod tables;
mod workbook;

#[path = "../generated/mod.rs"]
mod generated;
