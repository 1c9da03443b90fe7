//! The one place that asks what day it is.

use chrono::{Days, NaiveDate};
use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS_A_DAY: u64 = 24 * 60 * 60;

/// Today, for a case that does not say from which day to speak.
#[expect(clippy::disallowed_methods, reason = "the engine is told the day; only the door asks")]
pub fn today() -> NaiveDate {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() / SECONDS_A_DAY);
    NaiveDate::default().checked_add_days(Days::new(days)).unwrap_or_default()
}
