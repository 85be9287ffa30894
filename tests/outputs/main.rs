//! Every output from outside: the formats hold what the JSON Lines hold, and the same bytes on every run.

mod common;
mod lines;
