//! Allegations of sexual abuse: who, whom, what was said, what became of it.

use crate::model::{AgencyId, EntryId, EventKind, PersonId, Status};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// One allegation: who, whom, what was said, what became of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AllegationAccount {
    /// Who is said to have abused.
    pub alleged_perpetrator: PersonId,
    /// Who is said to have been abused; none where nobody says.
    pub alleged_victim: Option<PersonId>,
    /// Whether it is within the family or household (wide sense).
    pub familial: bool,
    /// The latest status.
    pub status: Status,
    /// The first day any agency knew.
    pub first_known: Option<NaiveDate>,
    /// When it is said to have happened, in the entries' words.
    pub happened: Vec<QuoteAccount>,
    /// To whom it was told, in the entries' words.
    pub told: Vec<QuoteAccount>,
    /// Where it is said, in order.
    pub said: Vec<AllegationStep>,
    /// What became of it, in order: retractions, decisions, court outcomes.
    pub outcomes: Vec<AllegationStep>,
    /// The response within half a year of the first knowledge, and every restriction on the alleged perpetrator.
    pub followed: Vec<FollowedAccount>,
}

/// Words of an entry.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuoteAccount {
    /// Where.
    pub entry: EntryId,
    /// The entry's own words.
    pub words: String,
}

/// Something that followed an allegation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FollowedAccount {
    /// Where it is told.
    pub entry: EntryId,
    /// What.
    pub kind: EventKind,
    /// The entry's own words.
    pub words: String,
}

/// A step of an allegation's course.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AllegationStep {
    /// Entry.
    pub entry: EntryId,
    /// Agency.
    pub agency: AgencyId,
    /// Date as written; none for an undated row.
    pub date: Option<String>,
    /// The status these words state.
    pub status: Status,
    /// Who decided, by which scheme: "Home Office outcome type 16: ...", "section 47: substantiated".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<String>,
    /// The words that put it years back: "in 2003", "when she was four".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<String>,
    /// The entry's own words.
    pub words: String,
    /// Which body decided, where the words say what became of it; none for a retraction, which nobody decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Under which scheme, where the words show one: the words of different schemes mean different things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// What to ask where the words stand for several outcomes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<&'static str>,
}
