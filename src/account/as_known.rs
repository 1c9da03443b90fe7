//! The history as it could have been known on earlier days, by each agency alone and by all together.

use super::FactAccount;
use crate::findings::Priority;
use crate::model::AgencyId;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// What could have been known on some days.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AsKnown {
    /// Whether somebody chose the days; else they are those on which something that matters came to be known.
    pub chosen: bool,
    /// Day by day.
    pub days: Vec<KnownDay>,
    /// Days that matter and are not told, as there are many; a person can choose them.
    pub passed_over: Vec<NaiveDate>,
}

/// What could have been known by the end of a day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct KnownDay {
    /// The day.
    pub day: NaiveDate,
    /// Why it matters, in plain words; empty where somebody chose it.
    pub why: Vec<String>,
    /// All agencies together first, then each alone that had an entry by then.
    pub views: Vec<KnownView>,
    /// Agencies that sent something and had no entry by then.
    pub silent: Vec<AgencyId>,
}

/// What one agency alone, or all together, could have known.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct KnownView {
    /// The agency; none for all together.
    pub agency: Option<AgencyId>,
    /// How many dated entries there were by then.
    pub entries: usize,
    /// The key facts that they show.
    pub facts: Vec<FactAccount>,
    /// What the rules that look at history and contact find in them.
    pub findings: Vec<KnownFinding>,
}

/// A finding as it would have been made on an earlier day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct KnownFinding {
    /// The rule.
    pub rule: &'static str,
    /// How soon to look.
    pub priority: Priority,
    /// Its line, as it would have been.
    pub headline: String,
    /// Its state, where the rule has states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<&'static str>,
    /// The same finding among those of this build, counted from 1; none where it is no longer made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<usize>,
}
