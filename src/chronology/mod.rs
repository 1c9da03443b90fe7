//! Entries in one order, and which of them record one event.

mod features;
mod meetings;
mod notice;
mod phrases;
mod same_event;
mod told_days;

pub use same_event::same_event;
pub use told_days::days;

use crate::model::Entry;

/// Entries in chronology order: by the first day they can mean, then the last, then the day the agency knew, then
/// where they stand. Undated ones come last. The order of files and of rows plays no part beyond the last tie.
pub fn in_order<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut ordered: Vec<&Entry> = entries.collect();
    ordered.sort_by(|a, b| key(a).cmp(&key(b)));
    ordered
}

fn key(entry: &Entry) -> impl Ord + '_ {
    let when = entry.when.as_ref().map(|when| (when.earliest, when.latest));
    (when.is_none(), when, entry.known_on(), &entry.origin)
}
