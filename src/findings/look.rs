//! Choosing from a history what rules look at.

use super::told::{says, sentences};
use crate::history::History;
use crate::model::{Entry, EntryId, EventKind, PersonId, Role, Status};
use crate::relations::Happening;
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;

/// What happened of these kinds, in chronology order, each entry once.
pub fn of_kinds<'h, 'a>(history: &'h History<'a>, kinds: &[EventKind]) -> Vec<&'h Happening<'a>> {
    once_an_entry(history.happenings.iter().filter(|one| kinds.contains(&one.event.kind)))
}

/// The same, left to what concerns the child: the child is named, or nobody is.
pub fn of_child<'h, 'a>(history: &'h History<'a>, kinds: &[EventKind]) -> Vec<&'h Happening<'a>> {
    let wanted = |one: &&Happening<'a>| kinds.contains(&one.event.kind) && concerns_child(history, one);
    once_an_entry(history.happenings.iter().filter(wanted))
}

/// Whether a happening is the child's, or nobody's in particular.
pub fn concerns_child(history: &History<'_>, happening: &Happening<'_>) -> bool {
    let whom = happening.who(Role::Person).or(happening.who(Role::AllegedVictim));
    whom.is_none_or(|id| *id == history.front.child.id)
}

/// Whether a happening is only planned, as the reader says of it.
pub fn is_planned(happening: &Happening<'_>) -> bool {
    happening.event.detail.as_deref().is_some_and(|detail| detail.ends_with("(planned)"))
}

/// Entries that record sexual abuse or exploitation of the child, alleged or more.
pub fn harm<'h, 'a>(history: &'h History<'a>) -> Vec<&'h Happening<'a>> {
    once_an_entry(history.happenings.iter().filter(|one| is_harm(history, one)))
}

fn is_harm(history: &History<'_>, one: &Happening<'_>) -> bool {
    let child = &history.front.child.id;
    match one.event.kind {
        EventKind::SexualAbuseAllegation => one.is(Role::AllegedVictim, child),
        EventKind::ExploitationConcern => one.who(Role::AllegedVictim).is_none_or(|who| who == child),
        _ => false,
    }
}

/// The first of each entry.
fn once_an_entry<'h, 'a: 'h>(all: impl Iterator<Item = &'h Happening<'a>>) -> Vec<&'h Happening<'a>> {
    let mut seen: BTreeSet<&EntryId> = BTreeSet::new();
    all.filter(|happening| seen.insert(&happening.entry.id)).collect()
}

/// Entries that record exploitation of the child.
pub fn exploitation<'h, 'a>(history: &'h History<'a>) -> Vec<&'h Happening<'a>> {
    let exploits = |one: &&Happening<'a>| {
        is_harm(history, one)
            && (one.event.kind == EventKind::ExploitationConcern || says(&one.event.words, &["exploit", "cse"]))
    };
    once_an_entry(history.happenings.iter().filter(exploits))
}

/// Words of worry about a child.
const WORRY: &[&str] = &[
    "worried",
    "worry",
    "concern",
    "think",
    "suspect",
    "may be",
    "might be",
    "possible",
    "at risk of",
    "risk of",
    "indicators",
    "believe",
    "fear",
    "susp",
    "query",
    "?cse",
    "?cce",
    "intel",
    "crimed",
    "flagged",
];

/// Entries that record exploitation of the child, or that speak of it with worry.
pub fn exploitation_worry<'a>(history: &History<'a>) -> Vec<&'a Entry> {
    let recorded: BTreeSet<&EntryId> = exploitation(history).into_iter().map(|one| &one.entry.id).collect();
    let kinds = [EventKind::ExploitationConcern, EventKind::SexualAbuseAllegation];
    let spoken = |at: usize, entry: &Entry| {
        let left_out = &history.readings[at].left_out;
        let open = |why: &str| {
            why.starts_with("spoken of") || why.starts_with("a risk or fear") || why == "general: nobody in particular"
        };
        left_out.iter().any(|one| kinds.contains(&one.kind) && open(&one.why))
            && sentences(&entry.text())
                .any(|(_, one)| says(one, WORRY) && says(one, &["exploit", "cse", "cce", "groom"]))
    };
    let entries = history.entries.iter().copied().enumerate().filter(|(_, entry)| entry.when.is_some());
    entries.filter(|(at, entry)| recorded.contains(&entry.id) || spoken(*at, entry)).map(|(_, entry)| entry).collect()
}

/// Whether words say that something was newly alleged, rather than what became of it.
pub fn is_new(happening: &Happening<'_>) -> bool {
    use Status::{Alleged, Suspected, UnderInvestigation};
    happening.event.status.is_none_or(|status| matches!(status, Alleged | Suspected | UnderInvestigation))
}

/// The first day an entry can mean.
pub fn first(entry: &Entry) -> Option<NaiveDate> {
    entry.when.as_ref().map(|when| when.earliest)
}

/// The last day an entry can mean.
pub fn last(entry: &Entry) -> Option<NaiveDate> {
    entry.when.as_ref().map(|when| when.latest)
}

/// Dated entries from a day on.
pub fn since<'h, 'a>(history: &'h History<'a>, day: NaiveDate) -> impl Iterator<Item = &'a Entry> + 'h {
    history.entries.iter().copied().filter(move |entry| last(entry).is_some_and(|then| then >= day))
}

/// Whole months from one day to another.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> u32 {
    (0u32..1200).take_while(|n| from.checked_add_months(Months::new(n + 1)).is_some_and(|then| then <= to)).count()
        as u32
}

/// Whether a person was under eighteen on a day, as far as known.
pub fn is_child_on(history: &History<'_>, person: &PersonId, day: NaiveDate) -> bool {
    let born = history.person(person).and_then(|one| one.born.as_ref());
    born.is_none_or(|born| is_minor_on(born.latest, day))
}

/// Whether a person's birth or age is known and puts them under eighteen on a day.
pub fn is_known_child_on(history: &History<'_>, person: &PersonId, day: NaiveDate) -> bool {
    let Some(person) = history.person(person) else { return false };
    let born = person.born.as_ref().map(|born| born.latest).or(person.born_between.map(|(_, latest)| latest));
    born.is_some_and(|born| is_minor_on(born, day))
}

fn is_minor_on(born: NaiveDate, day: NaiveDate) -> bool {
    born.checked_add_months(Months::new(18 * 12)).is_none_or(|adult| day < adult)
}

/// Brothers and sisters of the child, half and step included.
pub fn siblings<'h>(history: &'h History<'_>) -> Vec<&'h PersonId> {
    use crate::model::Bond::{FosterSibling, HalfSibling, Sibling, StepSibling};
    let is_sibling = |bond| matches!(bond, Sibling | HalfSibling | StepSibling | FosterSibling);
    let near = history.kin_to_child.iter().filter(|(_, kin)| kin.steps.len() == 1 && is_sibling(kin.steps[0].bond));
    near.map(|(id, _)| id).collect()
}
