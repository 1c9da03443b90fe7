//! What changed since an earlier build of the same case.

use crate::model::EntryId;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// What changed since an earlier build.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Changes {
    /// The earlier build.
    pub earlier: EarlierBuild,
    /// Why anything can differ: other files, another program. Each is a sentence.
    pub reasons: Vec<String>,
    /// Entries that were not there.
    pub entries_new: Vec<NewEntry>,
    /// Entries that are not there any more, with what they said.
    pub entries_gone: Vec<GoneEntry>,
    /// Entries that say something else than they did.
    pub entries_changed: Vec<ChangedEntry>,
    /// Findings that were not made then, by their places among those of this build, counted from 1.
    pub findings_new: Vec<usize>,
    /// Findings that are no longer made.
    pub findings_gone: Vec<GoneFinding>,
    /// Findings that are made otherwise.
    pub findings_changed: Vec<ChangedFinding>,
    /// People who are new, gone, or told apart otherwise. Each is a sentence.
    pub people: Vec<String>,
    /// Decisions made since, by their numbers.
    pub decisions_new: Vec<usize>,
    /// Decisions taken back since, by their numbers.
    pub decisions_taken_back: Vec<usize>,
}

/// The build that is compared with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EarlierBuild {
    /// The name of its file.
    pub file: String,
    /// The digest of its bytes: SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// The day it speaks from.
    pub as_at: NaiveDate,
}

/// An entry that was not there.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NewEntry {
    /// It.
    pub entry: EntryId,
    /// Why the same row was set aside then, where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside_then: Option<String>,
}

/// An entry as it was.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GoneEntry {
    /// Where it stood.
    pub at: String,
    /// Whose it was.
    pub agency: String,
    /// The date as it was written; none where it had no date that could be read.
    pub date: Option<String>,
    /// What it said.
    pub text: String,
    /// Why the same row is set aside now, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside_now: Option<String>,
}

/// An entry that says something else than it did.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangedEntry {
    /// It.
    pub entry: EntryId,
    /// What differs. Each is a sentence.
    pub what: Vec<String>,
    /// What it said, where its words changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_then: Option<String>,
}

/// A finding that is no longer made.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GoneFinding {
    /// The rule.
    pub rule: String,
    /// Its line.
    pub headline: String,
}

/// A finding that is made otherwise.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangedFinding {
    /// Its place among those of this build, counted from 1.
    pub finding: usize,
    /// What differs. Each is a sentence.
    pub what: Vec<String>,
    /// Entries that it rests on and did not rest on.
    pub evidence_new: Vec<EntryId>,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.entries_new.is_empty()
            && self.entries_gone.is_empty()
            && self.entries_changed.is_empty()
            && self.findings_new.is_empty()
            && self.findings_gone.is_empty()
            && self.findings_changed.is_empty()
            && self.people.is_empty()
            && self.decisions_new.is_empty()
            && self.decisions_taken_back.is_empty()
    }
}
