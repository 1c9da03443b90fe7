//! The entries, and what was read in each.

use crate::model::{AgencyId, EntryId, EventKind, LeftOut, Manner, Measure, PersonId, Status, When};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// An entry of the chronology.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EntryAccount {
    /// Id.
    pub id: EntryId,
    /// Whose.
    pub agency: AgencyId,
    /// When it happened; none for an undated row.
    pub date: Option<When>,
    /// The day the agency knew.
    pub known_on: Option<NaiveDate>,
    /// The child's age then in plain words: "7", "7 months", "before birth", "6 or 7".
    pub age: Option<String>,
    /// The agency's own words, one cell a line.
    pub text: String,
    /// Every cell with its heading, unchanged.
    pub cells: Vec<CellAccount>,
    /// What the tool read in it.
    pub events: Vec<EventAccount>,
    /// What it speaks of without saying that it happened.
    pub left_out: Vec<LeftOut>,
    /// Who is mentioned in it.
    pub people: Vec<PersonId>,
    /// Entries that record the same event.
    pub same_event_as: Vec<EntryId>,
}

/// A cell as the agency wrote it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CellAccount {
    /// The agency's own heading.
    pub heading: String,
    /// Its words.
    pub text: String,
}

/// What the tool read in an entry.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EventAccount {
    /// What.
    pub kind: EventKind,
    /// The entry's own words it rests on.
    pub words: String,
    /// Who is what.
    pub people: BTreeMap<&'static str, PersonId>,
    /// Where the allegation stands, as these words say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// How people are in contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manner: Option<Manner>,
    /// What restricts contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// What else it carries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}
