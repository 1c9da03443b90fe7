//! Where an entry stands in what was sent, so that anyone can open it.

use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// The `id` of an agency on the front sheet; for a file that no agency names, the file's stem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct AgencyId(pub String);

/// An entry's id: its [`Origin`] in words, such as `returns/police.csv:5`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct EntryId(pub String);

/// The file, the sheet, table or list inside it, and the row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Path below the case folder, with forward slashes.
    pub file: String,
    /// Sheet name of a workbook, `table1` of a Word document, list name of a JSON return; none for CSV.
    pub part: Option<String>,
    /// Row as a spreadsheet numbers it (1 is the first), or place in the list, counted from 1.
    pub row: usize,
}

impl Origin {
    /// The id under which the entry is cited.
    pub fn id(&self) -> EntryId {
        EntryId(self.to_string())
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.part {
            Some(part) => write!(f, "{}#{}:{}", self.file, part, self.row),
            None => write!(f, "{}:{}", self.file, self.row),
        }
    }
}

impl fmt::Display for AgencyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
