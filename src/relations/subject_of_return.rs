//! Whom a return goes on to speak of: "Released to the hostel. Licence: no contact with siblings", in the record of one who was accused.

use super::happening::Happening;
use crate::model::{Entry, EntryId, EventKind, PersonId, Role};
use crate::people::People;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Gives a rule about contact that names nobody to the one person whom the same return accuses, where its entry names nobody else
/// whom the rule could bind.
pub fn fill(happenings: &mut [Happening<'_>], entries: &[&Entry], people: &People, child: &PersonId) {
    let accused = accused_in_returns(happenings);
    let protected = protected(happenings);
    let places: BTreeMap<&EntryId, usize> = entries.iter().enumerate().map(|(at, entry)| (&entry.id, at)).collect();
    for happening in happenings {
        let rule = matches!(
            happening.event.kind,
            EventKind::ContactRestricted | EventKind::RestrictionBreached | EventKind::RestrictionLifted
        );
        if !rule || happening.people.contains_key(&Role::Person) {
            continue;
        }
        let Some((only, since)) = accused.get(file(&happening.entry.id)).and_then(alone) else { continue };
        let named = places.get(&happening.entry.id).map(|at| &people.of[*at]);
        let kept = protected.get(&happening.entry.id);
        let other =
            |one: &&PersonId| **one != *only && **one != *child && !kept.is_some_and(|kept| kept.contains(*one));
        if only != child
            && happening.last_day() >= since
            && !named.into_iter().flatten().flatten().any(|one| other(&one))
        {
            happening.people.insert(Role::Person, only.clone());
        }
    }
}

/// By the entry: whom its rules protect.
fn protected<'a>(happenings: &[Happening<'a>]) -> BTreeMap<&'a EntryId, BTreeSet<PersonId>> {
    let mut protected: BTreeMap<&EntryId, BTreeSet<PersonId>> = BTreeMap::new();
    for one in happenings.iter().filter(|one| one.event.kind == EventKind::ContactRestricted) {
        protected.entry(&one.entry.id).or_default().extend(one.who(Role::With).cloned());
    }
    protected
}

/// By the file of a return: whom it accuses of sexual abuse, each with the first day.
type Accused<'a> = BTreeMap<&'a str, BTreeMap<PersonId, Option<NaiveDate>>>;

fn accused_in_returns<'a>(happenings: &[Happening<'a>]) -> Accused<'a> {
    let mut accused = Accused::new();
    for one in happenings.iter().filter(|one| one.event.kind == EventKind::SexualAbuseAllegation) {
        if let Some(person) = one.who(Role::AllegedPerpetrator) {
            let first =
                accused.entry(file(&one.entry.id)).or_default().entry(person.clone()).or_insert(one.first_day());
            *first = (*first).min(one.first_day());
        }
    }
    accused
}

fn alone(all: &BTreeMap<PersonId, Option<NaiveDate>>) -> Option<(&PersonId, Option<NaiveDate>)> {
    let mut all = all.iter();
    all.next().filter(|_| all.next().is_none()).map(|(person, first)| (person, *first))
}

/// The file of which an entry is a row.
fn file(id: &EntryId) -> &str {
    id.0.rsplit_once(':').map_or(id.0.as_str(), |(file, _)| file)
}
