//! An event with people in its roles, and its place in time.

use crate::effort;
use crate::model::{Entry, Event, EventKind, PersonId, Role};
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// An event of an entry, after its mentions have become people.
#[derive(Clone, Debug)]
pub struct Happening<'a> {
    /// Where it is told.
    pub entry: &'a Entry,
    /// What was read.
    pub event: &'a Event,
    /// Who is what. An event about several people is several happenings.
    pub people: BTreeMap<Role, PersonId>,
}

impl Happening<'_> {
    /// Who fills a role.
    pub fn who(&self, role: Role) -> Option<&PersonId> {
        self.people.get(&role)
    }

    /// Whether somebody fills a role.
    pub fn is(&self, role: Role, person: &PersonId) -> bool {
        effort::compared();
        self.who(role) == Some(person)
    }

    /// The first day it can have happened; none for an undated row.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.entry.when.as_ref().map(|when| when.earliest)
    }

    /// The last day it can have happened; none for an undated row.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.entry.when.as_ref().map(|when| when.latest)
    }

    /// Whether it surely comes after the other. Within one entry the order of the words decides; on one day an
    /// allegation comes first, then a restriction, then contact, then what ends it.
    pub fn after(&self, other: &Happening<'_>) -> bool {
        if self.entry.id == other.entry.id {
            return (self.event.cell, self.event.start) > (other.event.cell, other.event.start);
        }
        match (self.first_day(), other.last_day()) {
            (Some(mine), Some(theirs)) => match mine.cmp(&theirs) {
                Ordering::Greater => true,
                Ordering::Less => false,
                Ordering::Equal => rank(self.event.kind) > rank(other.event.kind),
            },
            _ => false,
        }
    }
}

/// The order of kinds within one day.
fn rank(kind: EventKind) -> u8 {
    use EventKind::*;
    match kind {
        SexualAbuseAllegation | ExploitationConcern | HarmfulSexualBehaviour => 0,
        ContactRestricted | Custody => 1,
        ContactEnded | HouseholdLeft | RelationshipEnded | RestrictionLifted | Release | Death => 3,
        _ => 2,
    }
}
