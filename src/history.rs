//! The history: what the rules and the pages look at.
//!
//! A history can be told as it stood on any day, from what all agencies or one alone had by then. "Could have been
//! seen" is answered by telling it again for earlier days.

use crate::chronology;
use crate::cores;
use crate::model::{
    AgencyId, Case, Entry, EntryId, FrontSheet, Kin, Mention, Person, PersonId, Reading, Return, Role, Tie,
};
use crate::people::{self, People, Said};
use crate::relations::allegations::{self, Register};
use crate::relations::cast::happenings;
use crate::relations::decided::{self, DecidedEnd};
use crate::relations::familial::{Section27, section_27};
use crate::relations::kin_facts::{Facts, Sources};
use crate::relations::kinship::Kinship;
use crate::relations::{Allegation, Happening, Routes, Step, ties};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// A case together with what was read in each of its rows. Reading is done once, however often a history is told.
pub struct Record<'a> {
    /// What was sent.
    pub case: &'a Case,
    /// Every row that is read, in chronology order, undated ones last.
    pub entries: Vec<&'a Entry>,
    /// One for each of `entries`.
    pub readings: Vec<Reading>,
    /// Ends of contact that somebody decided.
    pub decided: Vec<DecidedEnd>,
    /// What each of `entries` says of people.
    said: Vec<Said>,
}

/// What a history is told from.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// What was known by the end of this day.
    pub by: NaiveDate,
    /// To this agency alone; none for all together.
    pub to: Option<&'k AgencyId>,
}

/// A history as it stood on a day.
pub struct History<'a> {
    /// The front sheet.
    pub front: &'a FrontSheet,
    /// What each agency sent, as it was sent.
    pub returns: &'a [Return],
    /// The day it speaks from.
    pub as_at: NaiveDate,
    /// The rows it is told from, in chronology order, undated ones last.
    pub entries: Vec<&'a Entry>,
    /// What was read in each.
    pub readings: Vec<&'a Reading>,
    /// Who is who.
    pub people: People,
    /// What happened, in chronology order.
    pub happenings: Vec<Happening<'a>>,
    /// Every allegation, whatever became of it.
    pub allegations: Vec<Allegation<'a>>,
    /// Words that say a child was harmed and name nobody as having done it.
    pub unattributed: Vec<Step<'a>>,
    /// Dated ties.
    pub ties: Vec<Tie>,
    /// The kin path from the child to each person who has one.
    pub kin_to_child: BTreeMap<PersonId, Kin>,
    /// The place of each entry among `entries`.
    places: FxHashMap<&'a EntryId, usize>,
    /// For each entry that tells of any, the places of its happenings.
    happened: FxHashMap<&'a EntryId, Vec<usize>>,
    /// The place of each person among the people, once somebody asked.
    numbers: OnceLock<FxHashMap<PersonId, usize>>,
    /// For each person the places of what is told of them, once somebody asked.
    told: OnceLock<FxHashMap<PersonId, Vec<usize>>>,
    /// For each entry the places of those that record the same event, once somebody asked.
    alike: OnceLock<Vec<Vec<usize>>>,
}

/// So many entries are not worth handing to another core.
const FEW: usize = 256;

impl<'a> Record<'a> {
    /// Reads every row of a case.
    pub fn read(case: &'a Case) -> Self {
        let entries = chronology::in_order(case.entries());
        let readings = crate::reading::read(&case.front, &entries);
        let read: Vec<(&Entry, &Reading)> = entries.iter().copied().zip(&readings).collect();
        let said = cores::each(read, FEW, || (), |(), (entry, reading)| Said::of(&case.front, entry, reading));
        Record { case, entries, readings, decided: decided::ends(&case.decisions), said }
    }

    /// The history as it stood, from what was then known.
    pub fn history(&'a self, known: Known<'_>) -> History<'a> {
        let was_known = |entry: &Entry| {
            known.to.is_none_or(|agency| entry.agency == *agency) && entry.known_on().is_none_or(|day| day <= known.by)
        };
        let kept = (0..self.entries.len()).filter(|at| was_known(self.entries[*at])).collect();
        History::tell(self, known.by, kept)
    }
}

impl<'a> History<'a> {
    /// The history of the rows at these places.
    fn tell(record: &'a Record<'a>, as_at: NaiveDate, kept: Vec<usize>) -> Self {
        let entries: Vec<&Entry> = kept.iter().map(|at| record.entries[*at]).collect();
        let readings: Vec<&Reading> = kept.iter().map(|at| &record.readings[*at]).collect();
        let said: Vec<&Said> = kept.iter().map(|at| &record.said[*at]).collect();
        let case = record.case;
        let front = &case.front;
        let read: Vec<Option<&Reading>> = readings.iter().copied().map(Some).collect();
        let people = people::who_said(front, &entries, &read, &said, &case.decisions);
        let mut happenings = happenings(front, &entries, &readings, &people);
        decided::add(&mut happenings, &record.decided, &people.settled, as_at);
        let places: FxHashMap<&EntryId, usize> =
            entries.iter().enumerate().map(|(at, entry)| (&entry.id, at)).collect();
        let mentioned = |entry: &EntryId| places.get(entry).map(|at| here(&people, *at)).unwrap_or_default();
        let Register { allegations, unattributed } =
            allegations::register(&happenings, &mentioned, &people, &front.child.id);
        let ties = ties::ties(&people, &happenings, &allegations, &front.child.id);
        let kin_to_child = kin_to_child(&people);
        let returns = &case.returns;
        let mut happened: FxHashMap<&EntryId, Vec<usize>> = FxHashMap::default();
        for (at, happening) in happenings.iter().enumerate() {
            happened.entry(&happening.entry.id).or_default().push(at);
        }
        History {
            front,
            returns,
            as_at,
            entries,
            readings,
            people,
            happenings,
            allegations,
            unattributed,
            ties,
            kin_to_child,
            places,
            happened,
            numbers: OnceLock::new(),
            told: OnceLock::new(),
            alike: OnceLock::new(),
        }
    }

    /// The ways from people to the child.
    pub fn routes(&self) -> Routes<'_> {
        let named = self.people.persons.iter().filter(|person| person.named).map(|person| &person.id).collect();
        Routes::new(self.front, &self.ties, &self.kin_to_child, named)
    }

    /// What section 27 says of a person of the child's family or household, on what is recorded.
    pub fn section_27(&self, person: &PersonId) -> Section27 {
        let (front, as_at) = (self.front, self.as_at);
        let sources = Sources { front, ties: &self.ties, happenings: &self.happenings, as_at };
        section_27(&Facts::of(person, self.kin_to_child.get(person), &sources))
    }

    /// A person's name, or their id where nobody is known by it.
    pub fn name<'s>(&'s self, id: &'s PersonId) -> &'s str {
        self.person(id).map_or(&id.0, |person| &person.name)
    }

    /// The person with an id.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        let numbered = || {
            let ids = self.people.persons.iter().map(|person| person.id.clone());
            ids.zip(0..).collect()
        };
        self.people.persons.get(*self.numbers.get_or_init(numbered).get(id)?)
    }

    /// The agency's name.
    pub fn agency_name<'s>(&'s self, id: &'s AgencyId) -> &'s str {
        self.front.agency_name(id)
    }

    /// The place of an entry in chronology order.
    pub fn place(&self, entry: &EntryId) -> Option<usize> {
        self.places.get(entry).copied()
    }

    /// The entries with these ids, each once, in chronology order.
    pub fn entries_of<'i>(&self, ids: impl IntoIterator<Item = &'i EntryId>) -> Vec<&'a Entry> {
        let places: BTreeSet<usize> = ids.into_iter().filter_map(|id| self.place(id)).collect();
        places.into_iter().map(|at| self.entries[at]).collect()
    }

    /// What is told of somebody as the one who did something or to whom it happened, or as alleged to have harmed, in
    /// chronology order.
    pub fn told_of<'s>(&'s self, person: &PersonId) -> Vec<&'s Happening<'a>> {
        let told = || {
            let mut told: FxHashMap<PersonId, Vec<usize>> = FxHashMap::default();
            for (at, happening) in self.happenings.iter().enumerate() {
                let who = [Role::Person, Role::AllegedPerpetrator].map(|role| happening.who(role));
                let second = who[1].filter(|id| who[0] != Some(*id));
                for id in who[0].into_iter().chain(second) {
                    told.entry(id.clone()).or_default().push(at);
                }
            }
            told
        };
        let places = self.told.get_or_init(told).get(person);
        places.into_iter().flatten().map(|at| &self.happenings[*at]).collect()
    }

    /// What an entry tells of, in its order.
    pub fn happenings_in<'s>(&'s self, entry: &EntryId) -> impl Iterator<Item = &'s Happening<'a>> {
        self.happened.get(entry).into_iter().flatten().map(|at| &self.happenings[*at])
    }

    /// Whether any allegation of sexual abuse names a person as having done it, whatever became of it.
    pub fn is_alleged_perpetrator(&self, person: &PersonId) -> bool {
        self.allegations.iter().any(|one| one.perpetrator == *person)
    }

    /// The places of the entries that record the same event as the one at a place.
    pub fn same_event(&self, place: usize) -> &[usize] {
        let alike = || chronology::same_event(self.front, &self.entries, &self.readings, &self.people);
        self.alike.get_or_init(alike).get(place).map_or(&[], Vec::as_slice)
    }

    /// What the entry at a place mentions, in its order, and whom each mention means.
    pub fn mentions_at(&self, at: usize) -> impl Iterator<Item = (&Mention, Option<&PersonId>)> + Clone {
        self.readings[at].mentions.iter().zip(self.people.of[at].iter().map(Option::as_ref))
    }

    /// Who is mentioned in the entry at a place.
    pub fn people_at(&self, at: usize) -> BTreeSet<&PersonId> {
        here(&self.people, at)
    }

    /// Who is mentioned in an entry.
    pub fn people_in(&self, entry: &EntryId) -> BTreeSet<&PersonId> {
        self.place(entry).map(|at| here(&self.people, at)).unwrap_or_default()
    }
}

fn kin_to_child(people: &People) -> BTreeMap<PersonId, Kin> {
    let kinship = Kinship::of(people);
    people.persons.iter().filter_map(|person| Some((person.id.clone(), kinship.to_child(&person.id)?))).collect()
}

/// Who is mentioned in the entry at a place.
fn here(people: &People, at: usize) -> BTreeSet<&PersonId> {
    people.of[at].iter().flatten().chain(people.groups[at].iter().flatten()).collect()
}
