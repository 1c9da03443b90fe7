//! Ends of contact that people have decided, as happenings: each counts as a recorded end on its day, and is cited as
//! the decision it is.

use super::happening::Happening;
use crate::model::{AgencyId, Cell, Decision, Entry, Event, EventKind, Meaning, Origin, PersonId, Role, Ruling, When};
use crate::people::Settled;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A decided end of contact, in the form in which entries tell of one.
#[derive(Clone, Debug)]
pub struct DecidedEnd {
    number: usize,
    entry: Entry,
    event: Event,
}

/// The ends of contact among decisions that stand.
pub fn ends(decisions: &[Decision]) -> Vec<DecidedEnd> {
    let standing = decisions.iter().filter(|decision| decision.stands());
    standing
        .filter_map(|decision| match &decision.ruling {
            Ruling::ContactEnded { ended, .. } => Some(end(decision, *ended)),
            _ => None,
        })
        .collect()
}

fn end(decision: &Decision, ended: NaiveDate) -> DecidedEnd {
    let words = format!("contact ended, as decided by {}", decision.signed.by);
    let cell = Cell { heading: "Decision".to_owned(), meaning: Meaning::Event, text: words.clone() };
    let origin = Origin { file: "decisions.json".to_owned(), part: None, row: decision.number };
    let entry = Entry {
        id: decision.id(),
        origin,
        agency: AgencyId(decision.signed.by.clone()),
        when: Some(When::day(ended.to_string(), ended)),
        until: None,
        learned: None,
        recorded: Some(When::day(decision.signed.on.to_string(), decision.signed.on)),
        cells: vec![cell],
    };
    let event = Event { words: words.clone(), ..Event::new(EventKind::ContactEnded, 0, 0..words.len()) };
    DecidedEnd { number: decision.number, entry, event }
}

/// Puts the decided ends that lie before the end of a day among what happened, each seen from both sides.
pub fn add<'a>(happenings: &mut Vec<Happening<'a>>, ends: &'a [DecidedEnd], settled: &[Settled], by: NaiveDate) {
    for end in ends {
        let Some(named) = settled.iter().find(|one| one.decision.number == end.number) else { continue };
        let (Some(day), [a, b]) = (end.entry.when.as_ref().map(|when| when.earliest), &named.people[..]) else {
            continue;
        };
        if day > by {
            continue;
        }
        let side = |person: &PersonId, with: &PersonId| Happening {
            entry: &end.entry,
            event: &end.event,
            people: BTreeMap::from([(Role::Person, person.clone()), (Role::With, with.clone())]),
        };
        let place = happenings.partition_point(|one| one.first_day().is_some_and(|first| first <= day));
        happenings.splice(place..place, [side(a, b), side(b, a)]);
    }
}
