//! `lifespan schema`: what is read and written, as JSON Schema for other programs.

use super::say::say;
use crate::cli::{Schema, SchemaOf};
use lifespan::account::Account;
use lifespan::error::Error;
use lifespan::ingest::{front::wire::WireCase, wire_return::WireReturn};
use schemars::schema_for;
use std::process::ExitCode;

/// Prints one of the schemas.
pub fn run(asked: &Schema) -> Result<ExitCode, Error> {
    let schema = match asked.of {
        SchemaOf::Case => schema_for!(WireCase),
        SchemaOf::Return => schema_for!(WireReturn),
        SchemaOf::Output => schema_for!(Account),
    };
    let text = serde_json::to_string_pretty(&schema)
        .map_err(|cause| Error::new("schema", cause.to_string(), "Report it: this is a fault of the program."))?;
    say(&(text + "\n"))?;
    Ok(ExitCode::SUCCESS)
}
