//! When something happened, as coarsely as it was told.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// A date as somebody wrote it, with the first and the last day it can mean.
///
/// Only what is sure is asserted: two dates contradict each other only when their spans cannot overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct When {
    /// The words of the return, unchanged.
    pub written: String,
    /// The same in the Extended Date/Time Format (ISO 8601-2), for other programs.
    pub edtf: String,
    /// The first day it can mean.
    pub earliest: NaiveDate,
    /// The last day it can mean.
    pub latest: NaiveDate,
}

impl When {
    /// One known day.
    pub fn day(written: impl Into<String>, day: NaiveDate) -> Self {
        When { written: written.into(), edtf: day.to_string(), earliest: day, latest: day }
    }

    /// Whether it names one day.
    pub fn is_day(&self) -> bool {
        self.earliest == self.latest
    }

    /// Whether it certainly ended before the other began.
    pub fn surely_before(&self, other: &When) -> bool {
        self.latest < other.earliest
    }

    /// Whether both can mean the same day.
    pub fn may_overlap(&self, other: &When) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }
}
