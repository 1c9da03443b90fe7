//! What was agreed, and the plans that were made.

use crate::model::{AgencyId, EntryId};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that was agreed to be done.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ActionAccount {
    /// Where it was agreed.
    pub entry: EntryId,
    /// By whose entry.
    pub agency: AgencyId,
    /// On which day, as written.
    pub date: String,
    /// The entry's own words.
    pub words: String,
    /// Who was to do it; none where nobody is named.
    pub owner: Option<String>,
    /// By when, in the entry's words; none where no day is given.
    pub due: Option<String>,
    /// The first later entry that shows it done; none where none does.
    pub done: Option<EntryId>,
}

/// A plan: for the child's protection, for care, or about somebody's contact.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlanAccount {
    /// What kind, in plain words, and whom it concerns where it concerns somebody's contact.
    pub label: String,
    /// Whose entry began it.
    pub agency: AgencyId,
    /// The day it began.
    pub from: NaiveDate,
    /// The entry that began it.
    pub entry: EntryId,
    /// The last entry that shows it.
    pub last: EntryId,
    /// The day it ended; none where no entry says that it did.
    pub until: Option<NaiveDate>,
}
