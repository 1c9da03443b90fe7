//! What a rapid review is given besides the case: an earlier build, and days to look back to.

use chrono::NaiveDate;
use lifespan::error::Error;
use std::path::Path;

/// The JSON output of an earlier build, as it was found.
pub struct Earlier {
    /// What its file is called.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Earlier {
    /// Opens it.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let bytes = std::fs::read(path).map_err(|cause| {
            Error::new(
                path.display().to_string(),
                format!("the earlier build cannot be read: {cause}"),
                "Give with --since the JSON output of an earlier build of this case.",
            )
        })?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Ok(Earlier { name, bytes })
    }
}

/// Refuses days after the one that is spoken from: what will be known nobody can tell.
pub fn not_later(days: &[NaiveDate], as_at: NaiveDate) -> Result<(), Error> {
    match days.iter().find(|day| **day > as_at) {
        None => Ok(()),
        Some(day) => Err(Error::new(
            format!("--as-known-on {day}"),
            format!("the day lies after {as_at}, from which this build speaks"),
            "Give an earlier day, or build for a later one with --as-at.",
        )),
    }
}
