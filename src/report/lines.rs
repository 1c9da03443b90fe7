//! An entry told in plain lines, for forms that have no page's layout: tables and Word.

use super::index::Index;
use super::plain;
use crate::account::{EntryAccount, EventAccount};

/// What the agency wrote: every cell with the agency's own heading, unchanged, one below the other.
pub fn wrote(entry: &EntryAccount) -> String {
    entry.cells.iter().map(|cell| format!("{}: {}", cell.heading, cell.text)).collect::<Vec<_>>().join("\n")
}

/// What the tool read in it, a line for each event and for each thing it did not count.
pub fn read(index: &Index, entry: &EntryAccount) -> Vec<String> {
    let events = entry.events.iter().map(|event| happened(index, event));
    let left = entry.left_out.iter();
    let left = left.map(|left| format!("Not counted as {}: “{}” ({})", plain::kind(left.kind), left.words, left.why));
    events.chain(left).collect()
}

fn happened(index: &Index, event: &EventAccount) -> String {
    let marks = [
        event.status.map(|status| status.words().to_owned()),
        event.manner.map(|manner| plain::manner(manner).to_owned()),
        event.measure.map(|measure| plain::measure(measure).to_owned()),
        event.detail.clone(),
    ];
    let marks: Vec<String> = marks.into_iter().flatten().collect();
    let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join("; ")) };
    let people = event.people.iter().map(|(role, person)| format!("{}: {}", plain::role(role), index.name(person)));
    let people: Vec<String> = people.collect();
    let people = if people.is_empty() { String::new() } else { format!(", {}", people.join("; ")) };
    format!("{}{marks}{people}: “{}”", plain::capital(plain::kind(event.kind)), event.words)
}

/// Who is mentioned in it.
pub fn people(index: &Index, entry: &EntryAccount) -> String {
    entry.people.iter().map(|person| index.name(person)).collect::<Vec<_>>().join("; ")
}

/// Entries that record the same event, as the page and as their files name them.
pub fn same(index: &Index, entry: &EntryAccount) -> String {
    let same = entry.same_event_as.iter().map(|other| format!("{} ({other})", index.label(other)));
    same.collect::<Vec<_>>().join("; ")
}
