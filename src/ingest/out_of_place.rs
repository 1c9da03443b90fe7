//! Dates that stand oddly among the others: most often a slip in the year. A note asks; nothing is corrected.

use super::table::Context;
use crate::model::{Entry, Note, When};
use chrono::NaiveDate;

/// Nine years: a slip of one figure moves a date by ten, less the months between.
const FAR: i64 = 9 * 365;
/// Neighbours closer than this agree with each other.
const NEAR: i64 = 3 * 365;
/// A child is carried for so many days at most; what happened to a child cannot be earlier.
const CARRIED: i64 = 300;

/// The notes on the dates of one table, in the order of its rows.
pub fn notes(entries: &[Entry], context: &Context) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some(when) = &entry.when else { continue };
        let asked = after_the_report(when, context.frame.as_at)
            .or_else(|| before_birth(entry, when, context))
            .or_else(|| far_from_neighbours(entries, index, when));
        notes.extend(asked.map(|what| Note {
            at: entry.id.to_string(),
            what,
            done: "The date was kept as written.".into(),
            mend: "Check the year against the record the row was taken from.".into(),
        }));
    }
    notes
}

/// The report cannot know what comes after it.
fn after_the_report(when: &When, as_at: Option<NaiveDate>) -> Option<String> {
    let as_at = as_at.filter(|as_at| when.earliest > *as_at)?;
    Some(format!(
        "the date “{}” lies after the day the report speaks from, {}",
        when.written,
        as_at.format("%-d %B %Y")
    ))
}

/// A row that names the child cannot tell of a time before the child was carried.
fn before_birth(entry: &Entry, when: &When, context: &Context) -> Option<String> {
    let born = context.frame.born.as_ref()?;
    if (born.earliest - when.latest).num_days() <= CARRIED {
        return None;
    }
    let text = entry.text().to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let named = words.find(|word| word.len() > 2 && context.child.iter().any(|name| name == word))?;
    Some(format!("the date “{}” lies before the child was born, and the row speaks of “{named}”", when.written))
}

/// The rows above and below agree, and this one is a decade away.
fn far_from_neighbours(entries: &[Entry], index: usize, when: &When) -> Option<String> {
    let day = |at: usize| entries.get(at).and_then(|entry| entry.when.as_ref());
    let (one, other) = match index {
        0 => (day(1)?, day(2)?),
        last if last + 1 == entries.len() => (day(last.checked_sub(2)?)?, day(last - 1)?),
        middle => (day(middle - 1)?, day(middle + 1)?),
    };
    let apart = |a: &When, b: &When| (a.earliest - b.latest).num_days().max((b.earliest - a.latest).num_days());
    let far = apart(one, when) >= FAR && apart(other, when) >= FAR && apart(one, other) <= NEAR;
    far.then(|| {
        format!(
            "the date “{}” lies years away from the rows beside it (“{}”, “{}”)",
            when.written, one.written, other.written
        )
    })
}
