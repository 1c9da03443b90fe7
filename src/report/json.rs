//! The account as data, for another program.

use crate::account::Account;
use crate::error::Error;

/// The account as JSON, indented so that a person can read it too.
pub fn json(account: &Account) -> Result<String, Error> {
    serde_json::to_string_pretty(account)
        .map(|text| text + "\n")
        .map_err(|cause| Error::new("the JSON output", cause.to_string(), "report it: this is a fault of the program"))
}
