//! # perpetrator-in-contact
//!
//! Looks for an alleged perpetrator, familial or not, who has an open way to the child, and says how it stands, the
//! first that holds of:
//!
//! - *breached*: contact is recorded while a restriction on it was in force that was never lifted;
//! - *evidenced*: an entry after the allegation, the last recorded end of contact and the start of any restriction
//!   shows contact or one household;
//! - *through-household*: they live with, are the partner of, or are recorded in contact with someone who lives with
//!   or cares for the child;
//! - *restricted*: a restriction or custody in force began after the last recorded contact;
//! - *not-known-to-have-ended*: a tie stood at the time of the allegation or since, and no entry says that it ended.
//!
//! The closing of a case or plan lifts no restriction and ends no contact.
//!
//! Why: in the audited cases the alleged familial perpetrator remained in contact while every agency worked on
//! exploitation by strangers (Bristol findings report, 2018). A third of serious incidents in the national review of
//! 2024 involved a family member with known risk.
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! gp, 2018-02-11: Ava brought to surgery by Uncle Tom.
//! ```
//!
//! > Tom Reid (maternal uncle), alleged to have sexually abused a child, is recorded in contact with Ava Dale since the allegation.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! police, 2017-02-11: Tom Reid died on 9 February 2017.
//! ```

use super::{Rule, Section};
use crate::findings::words::{called, cite};
use crate::findings::{Finding, PathStep, Priority};
use crate::history::History;
use crate::model::{EntryId, PersonId};
use crate::relations::Allegation;
use crate::relations::contact::{ContactState, Course, Standing};
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub const RULE: Rule = Rule {
    id: "perpetrator-in-contact",
    section: Section::HistoryAndContact,
    seen: true,
    find,
    source: include_str!("perpetrator_in_contact.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    let routes = history.routes();
    let alleged: BTreeSet<&PersonId> = history.allegations.iter().map(|one| &one.perpetrator).collect();
    let standing = |person: &PersonId| {
        Course::of(person, &history.told_of(person), &history.happenings, &routes)?.standing(history.as_at, &routes)
    };
    alleged.into_iter().filter_map(|person| Some(finding(history, person, standing(person)?))).collect()
}

fn finding(history: &History<'_>, person: &PersonId, standing: Standing) -> Finding {
    let allegations: Vec<&Allegation<'_>> =
        history.allegations.iter().filter(|one| one.perpetrator == *person).collect();
    let latest = allegations.iter().max_by_key(|one| {
        one.said.last().map(|step| &step.entry.when).and_then(|when| when.as_ref()).map(|when| when.latest)
    });
    let state = standing.state;
    Finding {
        people: BTreeMap::from([("alleged_perpetrator", person.clone()), ("child", history.front.child.id.clone())]),
        state: Some(state.id()),
        status: latest.map(|one| one.status()),
        evidence: evidence(history, &allegations, &standing),
        path: path(history, standing),
        ask: ask(history, person),
        ..Finding::new(
            RULE.id,
            if state == ContactState::Restricted { Priority::Check } else { Priority::Act },
            headline(history, person, &allegations, state),
            explanation(history, person, state),
        )
    }
}

fn path(history: &History<'_>, standing: Standing) -> Vec<PathStep> {
    let child = &history.front.child.id;
    let steps = standing.route.steps.into_iter();
    steps
        .map(|step| PathStep {
            of: if step.of == step.person { child.clone() } else { step.of },
            person: step.person,
            relation: step.relation,
            evidence: step.evidence,
        })
        .collect()
}

/// The allegations first, then what shows the contact, in chronology order.
fn evidence(history: &History<'_>, allegations: &[&Allegation<'_>], standing: &Standing) -> Vec<EntryId> {
    let said = cite(allegations.iter().flat_map(|one| one.said.iter()).map(|step| step.entry));
    let route = standing.route.evidence();
    let shown: BTreeSet<&EntryId> = said.iter().chain(&standing.evidence).chain(&route).collect();
    let mut ids = cite(history.entries_of(shown.iter().copied()));
    let front = EntryId("case.json".to_owned());
    if shown.contains(&front) {
        ids.push(front);
    }
    ids
}

fn headline(history: &History<'_>, person: &PersonId, allegations: &[&Allegation<'_>], state: ContactState) -> String {
    let who = called(history, person);
    let child = history.name(&history.front.child.id);
    let proved = allegations.iter().any(|one| one.is_proved());
    let said =
        if proved { "recorded as having sexually abused a child" } else { "alleged to have sexually abused a child" };
    let how = match state {
        ContactState::Breached => format!("is recorded in contact with {child} while a restriction on contact stood"),
        ContactState::Evidenced => format!("is recorded in contact with {child} since the allegation"),
        ContactState::ThroughHousehold => {
            format!("has a way to {child} through someone who lives with or cares for {child}")
        }
        ContactState::Restricted => format!("is restricted from contact with {child}, and no contact is shown since"),
        ContactState::NotKnownToHaveEnded => format!("was in contact with {child}, and no entry says that it ended"),
    };
    format!("{who}, {said}, {how}.")
}

fn explanation(history: &History<'_>, person: &PersonId, state: ContactState) -> String {
    let who = history.name(person);
    match state {
        ContactState::Breached => format!(
            "A restriction on {who}'s contact was made, no entry lifts it, and contact is recorded after it was made. The closing of a case or plan does not lift a restriction."
        ),
        ContactState::Evidenced => format!(
            "Entries dated after the allegation show {who} with the child or in the child's household. No entry after the latest of them says that contact ended."
        ),
        ContactState::ThroughHousehold => format!(
            "No direct contact is recorded since the allegation, but {who} is tied to someone who lives with or cares for the child, and no entry says that this ended."
        ),
        ContactState::Restricted => format!(
            "The restriction on {who} began after the last recorded contact. Somebody should confirm that it still stands and is kept."
        ),
        ContactState::NotKnownToHaveEnded => format!(
            "The returns show a tie between {who} and the child at the time of the allegation or since, and do not say what became of it. That is a gap in the record, not a sign that contact ended."
        ),
    }
}

fn ask(history: &History<'_>, person: &PersonId) -> Vec<String> {
    let who = history.name(person);
    vec![
        format!(
            "Ask children's social care and the family's own workers whether {who} sees the child now, where, how often, and who else is there."
        ),
        format!("Ask the police and probation which restrictions on {who} are in force today and until when."),
    ]
}
