//! # possible-same-person
//!
//! Looks for an alleged perpetrator who may be, and is neither confirmed to be nor not to be, a person in the
//! household or in contact: those whom name or kin suggest and whom sex, age, dates and place allow, not everyone.
//!
//! Why: an audit found that an alleged perpetrator known by a first name was never compared with the men around the
//! child (Somerset, 2015). The tool never joins two people on weak evidence: it asks.
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Mel Dale, mother
//! school, 2016-05-03: Ava told her teacher that Mick, Mum's boyfriend, sexually abused her.
//! social care, 2019-02-01: Visit. The lodger Michael Doyle was at home with Ava.
//! ```
//!
//! > Mick (mother's partner), an alleged perpetrator, may be the same person as Michael Doyle (lodger).
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Mel Dale, mother
//! school, 2016-05-03: Ava told her teacher that Mick, Mum's boyfriend, sexually abused her.
//! social care, 2019-02-01: Visit. The lodger Peter Doyle was at home with Ava.
//! ```

use super::{Rule, Section};
use crate::findings::words::{called, cite};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Bond, Entry, EntryId, EventKind, Kin, Person, PersonId, Role, Ruling, Step, TieKind};
use crate::people::MaybeSame;
use crate::relations::{Allegation, Happening};
use chrono::{Duration, Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Within how many days of an allegation an entry shows who was about.
const ABOUT: i64 = 92;

/// The rule.
pub const RULE: Rule = Rule {
    id: "possible-same-person",
    section: Section::HistoryAndContact,
    seen: false,
    find,
    source: include_str!("possible_same_person.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    let alleged: BTreeSet<&PersonId> = history.allegations.iter().map(|one| &one.perpetrator).collect();
    let tied: BTreeSet<&PersonId> = history.ties.iter().flat_map(|tie| [&tie.person, &tie.of]).collect();
    let near = |person: &PersonId| tied.contains(person) || history.front.people.iter().any(|one| one.id == *person);
    let pairs = history.people.maybe.iter().filter_map(|maybe| {
        let (one, other) = if alleged.contains(&maybe.a) { (&maybe.a, &maybe.b) } else { (&maybe.b, &maybe.a) };
        // A mention that may mean several people is no further person beside an alleged perpetrator who is known.
        let known = maybe.unclear.as_ref() != Some(other);
        (alleged.contains(one) && known && near(other)).then(|| finding(history, maybe, one, other))
    });
    let told = |maybe: &MaybeSame| {
        let pair = [&maybe.a, &maybe.b];
        history.people.maybe.iter().any(|known| pair.contains(&&known.a) && pair.contains(&&known.b))
    };
    let by_tie = alleged.iter().flat_map(|one| fitting(history, one)).filter(|maybe| !told(maybe));
    pairs.chain(by_tie.map(|maybe| finding(history, &maybe, &maybe.a, &maybe.b))).collect()
}

/// Whom the words for an alleged perpetrator without a name fit: "an uncle" is each uncle known by name
/// whom sex, age, dates and place allow.
fn fitting(history: &History<'_>, perpetrator: &PersonId) -> Vec<MaybeSame> {
    let unnamed = history.person(perpetrator).filter(|one| !one.named);
    let Some((unnamed, kin)) = unnamed.zip(history.kin_to_child.get(perpetrator)) else { return Vec::new() };
    let said = history.allegations.iter().filter(|one| one.perpetrator == *perpetrator).flat_map(|one| &one.said);
    let Some(day) = said.filter_map(|step| step.entry.when.as_ref()).map(|when| when.latest).min() else {
        return Vec::new();
    };
    let buried = |id: &PersonId| {
        let death = |one: &&Happening<'_>| one.event.kind == EventKind::Death && one.is(Role::Person, id);
        history.happenings.iter().find(death).and_then(Happening::last_day).is_some_and(|died| died < day)
    };
    let fits = |other: &&Person| {
        let known = history.kin_to_child.get(&other.id);
        let steps = |known: &Kin| {
            known.steps.len() == kin.steps.len()
                && known.steps.iter().zip(&kin.steps).all(|(a, b)| by_birth(a).agrees(b))
        };
        let bond = |step: &Step| matches!(step.bond, Bond::Relative | Bond::Friend | Bond::Unrelated);
        other.named
            && !buried(&other.id)
            && known.is_some_and(steps)
            && !kin.steps.iter().any(bond)
            && unnamed.sex.is_none_or(|sex| other.sex.is_none_or(|known| known == sex))
            && can_have(history, other, day)
            && !told_apart(history, perpetrator, &other.id)
    };
    let maybe = |other: &Person| MaybeSame {
        a: perpetrator.clone(),
        b: other.id.clone(),
        unclear: None,
        for_: vec![format!("“{}” fits both", kin.words())],
        against: Vec::new(),
        evidence: nearest(history, other, day).into_iter().collect(),
    };
    history.people.persons.iter().filter(fits).map(maybe).collect()
}

/// A step as it is spoken of: a step-grandfather is called grandad as well.
fn by_birth(step: &Step) -> Step {
    match step.bond {
        Bond::StepParent => Step { bond: Bond::Parent, ..*step },
        Bond::HalfSibling | Bond::StepSibling => Step { bond: Bond::Sibling, ..*step },
        _ => *step,
    }
}

/// Whether age, dates and place allow it: grown enough, alive, and not recorded as living elsewhere unless an entry
/// shows them about at that time.
fn can_have(history: &History<'_>, person: &Person, day: NaiveDate) -> bool {
    let old = person.born.as_ref().is_none_or(|born| {
        born.earliest.checked_add_months(Months::new(10 * 12)).is_some_and(|birthday| birthday <= day)
    });
    let alive = person.died.as_ref().is_none_or(|died| died.latest >= day);
    let listed = history.front.people.iter().find(|one| one.id == person.id);
    let elsewhere = listed.is_some_and(|one| one.lives_with_child == Some(false));
    let about = history.ties.iter().any(|tie| {
        (tie.person == person.id || tie.of == person.id)
            && matches!(tie.kind, TieKind::Household | TieKind::Contact)
            && tie.from.is_some_and(|from| from <= day + Duration::days(ABOUT))
    });
    old && alive && (about || !elsewhere)
}

/// Whether somebody decided that they are two people.
fn told_apart(history: &History<'_>, one: &PersonId, other: &PersonId) -> bool {
    history.people.settled.iter().any(|settled| {
        matches!(settled.decision.ruling, Ruling::NotTheSame(..))
            && settled.people.contains(one)
            && settled.people.contains(other)
    })
}

/// The entry nearest to the day that names somebody.
fn nearest(history: &History<'_>, person: &Person, day: NaiveDate) -> Option<EntryId> {
    let named = |entry: &&&Entry| person.mentions.iter().any(|(at, _)| *at == entry.id);
    let away = |entry: &&Entry| entry.when.as_ref().map_or(i64::MAX, |when| (when.earliest - day).num_days().abs());
    history.entries.iter().filter(named).min_by_key(|entry| away(entry)).map(|entry| entry.id.clone())
}

fn finding(history: &History<'_>, maybe: &MaybeSame, perpetrator: &PersonId, person: &PersonId) -> Finding {
    let against: Vec<&Allegation<'_>> =
        history.allegations.iter().filter(|one| one.perpetrator == *perpetrator).collect();
    let said = cite(against.iter().flat_map(|one| one.said.iter()).map(|step| step.entry));
    let shown: BTreeSet<&EntryId> = said.iter().chain(&maybe.evidence).collect();
    let reasons = |all: &[String]| if all.is_empty() { "nothing recorded".to_owned() } else { all.join("; ") };
    Finding {
        people: BTreeMap::from([("alleged_perpetrator", perpetrator.clone()), ("person", person.clone())]),
        status: against.last().map(|one| one.status()),
        evidence: cite(history.entries_of(shown)),
        ask: vec![format!(
            "Ask who knew both whether {} and {} are one person, and record the answer as a decision.",
            history.name(perpetrator),
            history.name(person)
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!(
                "{}, an alleged perpetrator, may be the same person as {}.",
                called(history, perpetrator),
                called(history, person)
            ),
            format!(
                "For: {}. Against: {}. The tool has not joined them.",
                reasons(&maybe.for_),
                reasons(&maybe.against)
            ),
        )
    }
}
