//! Where every submitted row went.

use crate::model::{AgencyId, EntryId};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Where every submitted row went: `rows = entries + set_aside`, for each file and in total.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Ledger {
    /// File by file.
    pub returns: Vec<ReturnAccount>,
    /// Non-blank rows below the headers.
    pub rows: usize,
    /// Rows in the chronology.
    pub entries: usize,
    /// Rows set aside.
    pub set_aside: usize,
}

impl Ledger {
    /// Why each row that was set aside was.
    pub fn reasons(&self) -> BTreeMap<&EntryId, &str> {
        let rows = self.returns.iter().flat_map(|sent| &sent.set_aside);
        rows.map(|row| (&row.at, row.reason.as_str())).collect()
    }
}

/// One file's rows.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReturnAccount {
    /// Path below the case folder.
    pub file: String,
    /// Whose it is.
    pub agency: AgencyId,
    /// Non-blank rows below its headers.
    pub rows: usize,
    /// Rows in the chronology.
    pub entries: usize,
    /// Rows set aside, each with the reason.
    pub set_aside: Vec<SetAsideAccount>,
    /// What stands above the header.
    pub preamble: Vec<String>,
}

/// A row that is not in the dated order.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SetAsideAccount {
    /// Its id.
    pub at: EntryId,
    /// Why.
    pub reason: String,
    /// Its words.
    pub text: String,
}
