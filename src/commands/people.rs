//! `lifespan people`: who is who, with the reason for each join.

use super::clock;
use super::say::say;
use crate::cli::People;
use lifespan::error::Error;
use lifespan::report::who;
use lifespan::{Known, Record, ingest};
use std::process::ExitCode;

/// Prints everyone, why each mention was taken to mean them, and what is still open.
pub fn run(asked: &People) -> Result<ExitCode, Error> {
    let case = ingest::case::open_on(&asked.case, asked.as_at, clock::today())?;
    let as_at = asked.as_at.or(case.front.as_at).unwrap_or_else(clock::today);
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    say(&who::who_is_who(&history, &case.decisions))?;
    Ok(ExitCode::SUCCESS)
}
