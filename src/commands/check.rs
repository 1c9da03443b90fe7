//! `lifespan check`: reads everything, builds nothing, and says what a person should look at.

use super::clock;
use super::say::say;
use crate::cli::{Check, CheckFormat};
use lifespan::error::Error;
use lifespan::ingest::{case, check};
use std::process::ExitCode;

/// Prints every note and every row set aside. Ends with 1 when a row is set aside or an agency has not answered.
pub fn run(asked: &Check) -> Result<ExitCode, Error> {
    let case = case::open_on(&asked.case, asked.as_at, clock::today())?;
    let checked = check::check(&case);
    say(&match asked.format {
        CheckFormat::Words => checked.in_words(),
        CheckFormat::Json => serde_json::to_string_pretty(&checked)
            .map(|text| text + "\n")
            .map_err(|cause| Error::new("check", cause.to_string(), "report it: this is a fault of the program"))?,
    })?;
    Ok(if checked.settled { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
