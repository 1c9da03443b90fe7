//! What specialist services ask of a referral.

use crate::model::{AgencyId, EntryId};
use schemars::JsonSchema;
use serde::Serialize;

/// An item that specialist services ask of a referral. It follows no named service's form.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReadinessAccount {
    /// Its id.
    pub id: &'static str,
    /// What it is.
    pub label: &'static str,
    /// As the receiving service asks it.
    pub question: &'static str,
    /// What the entries show.
    pub known: Vec<KnownAccount>,
    /// What they do not show: "Unknown: ... Ask ...".
    pub unknown: Vec<String>,
    /// Which agencies would know.
    pub ask: Vec<AgencyId>,
}

/// Something that entries show.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct KnownAccount {
    /// In words; an agency's own stand in quotation marks.
    pub words: String,
    /// Where.
    pub entries: Vec<EntryId>,
}
