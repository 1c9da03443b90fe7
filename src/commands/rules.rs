//! `lifespan rules`: the catalogue of findings.

use super::say::say;
use crate::cli::Rules;
use lifespan::error::Error;
use lifespan::findings::catalogue;
use std::process::ExitCode;

/// Prints the list, one rule's page, or every page.
pub fn run(asked: &Rules) -> Result<ExitCode, Error> {
    let text = match &asked.id {
        _ if asked.all => catalogue::document(),
        None => catalogue::list(),
        Some(id) => catalogue::rule(id).map(|rule| rule.page()).ok_or_else(|| {
            Error::new("rules", format!("“{id}” is the id of no rule"), "`lifespan rules` lists them.")
        })?,
    };
    say(&text)?;
    Ok(ExitCode::SUCCESS)
}
