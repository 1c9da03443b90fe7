//! What people have decided.

use crate::model::PersonId;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// What somebody decided: never an agency's words, and never more than what its maker says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DecisionAccount {
    /// Place in `decisions.json`, counted from 1.
    pub number: usize,
    /// `same`, `not-the-same`, `relation`, `contact-ended` or `finding-looked-at`.
    pub kind: &'static str,
    /// What was decided, in plain words.
    pub words: String,
    /// The people it names, in its order; empty where it was not applied.
    pub people: Vec<PersonId>,
    /// The day on which contact ended, where that was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<NaiveDate>,
    /// By whom, when, why.
    #[serde(flatten)]
    pub signed: SignedAccount,
    /// Who took it back, where somebody did: it is then kept and no longer applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_back: Option<SignedAccount>,
    /// Whether it was applied; a note says why it was not.
    pub applied: bool,
}

/// By whom, when, why.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SignedAccount {
    /// Name or role of whoever decided.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
    /// The reason, in their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}
