//! Who knew what.

use crate::model::{AgencyId, EntryId};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// Who knew what: key facts against agencies and services.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Awareness {
    /// The key facts, in the order of the cells of each row.
    pub facts: Vec<FactAccount>,
    /// An agency, or a service inside one, in the order of the front sheet.
    pub rows: Vec<AwarenessRow>,
}

/// A fact that whoever works with the family would need.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FactAccount {
    /// `allegation`, `restriction`, `plan`, `exploitation`, `looked-after` or `missing`.
    pub kind: &'static str,
    /// In plain words.
    pub label: String,
    /// The day it was first known to any agency.
    pub since: NaiveDate,
    /// The first entry that shows it.
    pub entry: EntryId,
}

/// What one agency or service knew.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AwarenessRow {
    /// The agency.
    pub agency: AgencyId,
    /// Its name.
    pub name: String,
    /// The service, where the agency's return tells several apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// One for each fact.
    pub cells: Vec<AwarenessCell>,
}

/// What one agency or service is shown to have known of one fact.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AwarenessCell {
    /// `knew` (its own entry shows it), `told` (another's entry says that it was told), `not-shown` (it has entries
    /// after, and none shows it), `no-entries-after`, `nothing-known` (its answer) or `not-heard`.
    pub state: &'static str,
    /// The day of the entry that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// That entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
    /// Who told it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<AgencyId>,
}
