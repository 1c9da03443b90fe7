//! `lifespan read`: what the reader makes of one text.

use super::say::say;
use crate::cli::Read;
use lifespan::error::Error;
use lifespan::reading::explain;
use std::process::ExitCode;

/// Prints the people, the events, what was left out, and the phrases relied on.
pub fn run(asked: &Read) -> Result<ExitCode, Error> {
    say(&explain(&asked.text))?;
    Ok(ExitCode::SUCCESS)
}
