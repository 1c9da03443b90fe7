//! The day on which an event is said to have happened.

use crate::chronology::days;
use crate::findings::look::{first, last};
use crate::findings::told::entry_says;
use crate::model::Entry;
use chrono::NaiveDate;

const DAY: &str = "on which day it happened";

/// How many days apart an event is told that is still taken for the same one.
const NEAR: u64 = 7;

/// Whether one of two accounts names another day than the other's.
pub fn differ(a: &Entry, b: &Entry) -> Option<&'static str> {
    (days_differ(a, b) || days_differ(b, a)).then_some(DAY)
}

/// Whether an entry, written after another, names a day for the event that is not the other's day, and no other; and the other
/// is no news of the event itself, nor names the same day.
fn days_differ(told: &Entry, happened: &Entry) -> bool {
    let (Some(written), Some(day)) = (last(told), first(happened)) else { return false };
    if written <= day || entry_says(happened, NEWS) {
        return false;
    }
    let is_near = |named: &NaiveDate| *named < written && (*named - day).num_days().unsigned_abs() <= NEAR;
    let near: Vec<NaiveDate> = days(&told.text(), written).into_iter().filter(is_near).collect();
    let own = days(&happened.text(), day);
    !near.is_empty() && near.iter().all(|named| *named != day && !own.contains(named))
}

/// Words of an entry that is the news of an event, and not of its day.
const NEWS: &[&str] = &[
    "referral from",
    "referral following",
    "police referral",
    "notification",
    "notified",
    "informed",
    "report from",
    "reported that",
    "told by",
    "rang",
];
