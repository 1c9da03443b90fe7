//! # perpetrator-details-missing
//!
//! Looks for an alleged perpetrator in this family's history, not recorded as dead, without a full name or a date of
//! birth, so that agencies cannot check or collate what they hold.
//!
//! Why: audits asked for perpetrator information to be collated and reported, and found first names only (South
//! Gloucestershire, 2017; Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! ```
//!
//! > A date of birth is not recorded for Tom Reid (maternal uncle), who is named as an alleged perpetrator.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle, born 1980-01-02
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! ```

use super::{Rule, Section};
use crate::findings::words::{called, cite, is_of_this_family};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{EventKind, Person, Role};
use crate::relations::Allegation;
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    id: "perpetrator-details-missing",
    section: Section::HistoryAndContact,
    seen: false,
    find,
    source: include_str!("perpetrator_details_missing.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    history.people.persons.iter().filter_map(|person| finding(history, person)).collect()
}

fn finding(history: &History<'_>, person: &Person) -> Option<Finding> {
    let against: Vec<&Allegation<'_>> = history
        .allegations
        .iter()
        .filter(|one| one.perpetrator == person.id && is_of_this_family(history, one))
        .collect();
    let missing = missing(person)?;
    if against.is_empty() || is_dead(history, person) {
        return None;
    }
    let who = called(history, &person.id);
    let headline = format!("{missing} is not recorded for {who}, who is named as an alleged perpetrator.");
    let explanation = "Without a full name and a date of birth no agency can check its records, and what several agencies \
                       hold cannot be brought together.";
    let ask = format!(
        "Ask every agency that recorded the allegation for the full name, date of birth, other names and last known \
         address of {}.",
        history.name(&person.id)
    );
    Some(Finding {
        people: BTreeMap::from([("alleged_perpetrator", person.id.clone())]),
        status: against.last().map(|one| one.status()),
        evidence: cite(against.iter().flat_map(|one| one.evidence())),
        ask: vec![ask],
        ..Finding::new(RULE.id, Priority::Check, headline, explanation.to_owned())
    })
}

/// What is not recorded, as the start of a sentence; none where nothing is missing.
fn missing(person: &Person) -> Option<&'static str> {
    let titled = |word: &&str| !matches!(word.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Mx" | "Dr");
    let full_name = person.named && person.name.split_whitespace().filter(titled).count() > 1;
    match (full_name, person.born.as_ref().is_some_and(|born| born.is_day())) {
        (true, true) => None,
        (true, false) => Some("A date of birth"),
        (false, true) => Some("A full name"),
        (false, false) => Some("A full name and date of birth"),
    }
}

fn is_dead(history: &History<'_>, person: &Person) -> bool {
    person.died.is_some()
        || history.happenings.iter().any(|one| one.event.kind == EventKind::Death && one.is(Role::Person, &person.id))
}
