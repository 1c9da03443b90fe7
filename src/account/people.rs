//! Everyone in the history, and the dated ties between them.

use crate::model::{EntryId, PersonId, Sex, TieState};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// A person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PersonAccount {
    /// Id.
    pub id: PersonId,
    /// Fullest name known.
    pub name: String,
    /// Other names and ways they are named.
    pub also_known_as: Vec<String>,
    /// Date of birth as far as known, in EDTF.
    pub born: Option<String>,
    /// Sex as recorded.
    pub sex: Option<Sex>,
    /// Relation to the child, derived from the ties, in plain words; none for the child.
    pub relation: Option<String>,
    /// Whether the front sheet lists them.
    pub on_front_sheet: bool,
    /// Whether the front sheet says that they live with the child.
    pub lives_with_child: Option<bool>,
    /// Whether any entry names them as an alleged perpetrator.
    pub alleged_perpetrator: bool,
    /// Where they are mentioned.
    pub mentions: Vec<MentionAccount>,
}

/// A mention of a person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MentionAccount {
    /// Where.
    pub entry: EntryId,
    /// The words.
    pub text: String,
}

/// A dated tie.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TieAccount {
    /// Who.
    pub person: PersonId,
    /// Is what, in plain words.
    pub relation: String,
    /// Of whom.
    pub of: PersonId,
    /// First day it is known to have stood.
    pub from: Option<NaiveDate>,
    /// Day it is recorded to have ended.
    pub until: Option<NaiveDate>,
    /// `open`, `ended` or `not-known`.
    pub state: TieState,
    /// The entries that say so.
    pub evidence: Vec<EntryId>,
}
