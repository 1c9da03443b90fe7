//! `lifespan graph`: the people and ties for another program.

use super::clock;
use super::say::say;
use crate::cli::{Graph, GraphFormat};
use lifespan::error::Error;
use lifespan::relations::export::Export;
use lifespan::{Known, Record, ingest};
use std::process::ExitCode;

/// Prints the graph in the form asked for.
pub fn run(asked: &Graph) -> Result<ExitCode, Error> {
    let case = ingest::case::open_on(&asked.case, asked.as_at, clock::today())?;
    let as_at = asked.as_at.or(case.front.as_at).unwrap_or_else(clock::today);
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    let alleged: Vec<_> = history.allegations.iter().map(|allegation| &allegation.perpetrator).collect();
    let export = Export::of(&history.people.persons, &history.ties, &history.kin_to_child, &alleged);
    say(&match asked.format {
        GraphFormat::Dot => export.dot(),
        GraphFormat::Graphml => export.graphml(),
        GraphFormat::Json => export.json(),
    })?;
    Ok(ExitCode::SUCCESS)
}
