//! The account as data, for another program.

use crate::account::Account;
use crate::error::Error;
use serde::Serialize;

/// The account as JSON, indented so that a person can read it too.
pub fn json(account: &Account) -> Result<String, Error> {
    of(account)
}

/// Anything that goes beside it, in the same form.
pub fn of(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|cause| Error::new("the JSON output", cause.to_string(), "report it: this is a fault of the program"))
}
