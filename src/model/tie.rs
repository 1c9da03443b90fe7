//! A dated tie between two people.

use super::{EntryId, Kin, PersonId};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// What kind of tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TieKind {
    /// Kinship or acquaintance, in one step or several: "person is `Kin` of of".
    Kin(Kin),
    /// Both live in one household.
    Household,
    /// The person looks after the other.
    Care,
    /// They meet or are in touch.
    Contact,
    /// A restriction on the person's contact with the other.
    Restriction,
    /// The person is alleged to have sexually abused the other.
    AllegedAbuse,
}

/// Whether a tie is open on the day the report speaks from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TieState {
    /// An entry shows it, and none that it ended.
    Open,
    /// An entry says it ended.
    Ended,
    /// Nothing says whether it still stands.
    NotKnown,
}

/// "person is what of of", since and until when, and the entries that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Who.
    pub person: PersonId,
    /// Is what.
    pub kind: TieKind,
    /// Of whom.
    pub of: PersonId,
    /// First day it is known to have stood.
    pub from: Option<NaiveDate>,
    /// Last day an entry shows it; none where only the front sheet does.
    pub last_shown: Option<NaiveDate>,
    /// Day it is recorded to have ended.
    pub until: Option<NaiveDate>,
    /// Whether it is open.
    pub state: TieState,
    /// The entries that say so; `case.json` for the front sheet.
    pub evidence: Vec<EntryId>,
}
