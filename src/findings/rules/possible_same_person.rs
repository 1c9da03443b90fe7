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
use crate::model::{EntryId, PersonId};
use crate::people::MaybeSame;
use crate::relations::Allegation;
use std::collections::{BTreeMap, BTreeSet};

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
    let near = |person: &PersonId| {
        let tied = history.ties.iter().any(|tie| tie.person == *person || tie.of == *person);
        tied || history.front.people.iter().any(|one| one.id == *person)
    };
    let pairs = history.people.maybe.iter().filter_map(|maybe| {
        let (one, other) = if alleged.contains(&maybe.a) { (&maybe.a, &maybe.b) } else { (&maybe.b, &maybe.a) };
        // A mention that may mean several people is no further person beside an alleged perpetrator who is known.
        let known = maybe.unclear.as_ref() != Some(other);
        (alleged.contains(one) && known && near(other)).then(|| finding(history, maybe, one, other))
    });
    pairs.collect()
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
        evidence: cite(history.entries.iter().copied().filter(|entry| shown.contains(&entry.id))),
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
