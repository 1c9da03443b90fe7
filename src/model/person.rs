//! A person: what several mentions were judged to have in common.

use super::{EntryId, Sex, When};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// A person's id: the front sheet's, or one made from the name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct PersonId(pub String);

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a mention was taken to mean this person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct JoinReason {
    /// The mention's words.
    pub mention: String,
    /// Where it stands; none for the front sheet.
    pub entry: Option<EntryId>,
    /// In plain words: "same full name", "the mother's brother named in this entry".
    pub because: String,
}

/// A person of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Id.
    pub id: PersonId,
    /// The fullest name known, or the words that stand for one ("a family member").
    pub name: String,
    /// Other names and ways they are named.
    pub also_known_as: Vec<String>,
    /// Date of birth.
    pub born: Option<When>,
    /// First and last day of birth that the ages stated beside the name allow.
    pub born_between: Option<(NaiveDate, NaiveDate)>,
    /// Date of death.
    pub died: Option<When>,
    /// Sex.
    pub sex: Option<Sex>,
    /// NHS number.
    pub nhs_number: Option<String>,
    /// Whether the front sheet lists them.
    pub on_front_sheet: bool,
    /// Whether they are known by name at all.
    pub named: bool,
    /// Every mention taken to mean them: entry and words.
    pub mentions: Vec<(EntryId, String)>,
    /// Why each was.
    pub reasons: Vec<JoinReason>,
}
