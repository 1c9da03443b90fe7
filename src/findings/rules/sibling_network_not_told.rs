//! # sibling-network-not-told
//!
//! Looks for brothers and sisters in the child's household of whom no entry shows that anyone who works with them was
//! told of an allegation of sexual abuse against a member of the family or household who is in contact, or of a restriction on that
//! person: no entry that speaks of the allegation or the restriction speaks of them.
//!
//! Why: the professionals around siblings were not told what the professionals around the child knew (Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! person: Max Dale, brother, born 2014-01-01, lives with child
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! school, 2018-05-03: Ava collected by Uncle Tom.
//! ```
//!
//! > Nothing shows that anyone who works with Max Dale (brother) was told of the allegation against Tom Reid (maternal uncle).
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! person: Max Dale, brother, born 2014-01-01, lives with child
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! social care, 2016-05-04: Strategy discussion about Ava and Max Dale after Ava said that Uncle Tom sexually abused her.
//! school, 2018-05-03: Ava collected by Uncle Tom.
//! ```

use super::{Rule, Section, perpetrator_in_contact};
use crate::findings::agencies::{Sector, sector_by_id};
use crate::findings::key_facts::{FactKind, KeyFact, key_facts};
use crate::findings::look::{is_child_on, last, siblings};
use crate::findings::told::says;
use crate::findings::words::{called, cite, is_familial, list};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind, PersonId, Role, TieKind};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    id: "sibling-network-not-told",
    section: Section::WhoKnew,
    seen: false,
    find,
    source: include_str!("sibling_network_not_told.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    let in_contact = (perpetrator_in_contact::RULE.find)(history);
    let open = in_contact.iter().filter(|one| one.state != Some("restricted"));
    let near = open.filter_map(|one| Some((one.people.get("alleged_perpetrator")?, one)));
    let of_family: Vec<_> = near.filter(|(who, _)| is_familial(history, who) && is_named(history, who)).collect();
    if of_family.is_empty() {
        return Vec::new();
    }
    let facts = key_facts(history);
    of_family.into_iter().filter_map(|(who, one)| finding(history, &facts, who, one)).collect()
}

fn finding(history: &History<'_>, facts: &[KeyFact<'_>], perpetrator: &PersonId, contact: &Finding) -> Option<Finding> {
    let who = called(history, perpetrator);
    let about: Vec<&KeyFact<'_>> = facts
        .iter()
        .filter(|fact| {
            matches!(fact.kind, FactKind::Allegation | FactKind::Restriction)
                && fact.person.as_ref() == Some(perpetrator)
        })
        .collect();
    let shown =
        || about.iter().flat_map(|fact| &fact.shown).copied().filter(|entry| speaks_of(history, entry, perpetrator));
    let since = about.iter().map(|fact| fact.since).min()?;
    let passed_on = || history.entries.iter().copied().filter(|entry| passes_on(history, entry, since));
    let untold: Vec<&PersonId> = siblings(history)
        .into_iter()
        .filter(|id| *id != perpetrator && is_child_on(history, id, history.as_at) && lives_with_child(history, id))
        .filter(|id| {
            let told = |entry: &Entry| tells(entry) || works_with_children(history, entry);
            let here = shown().any(|entry| names(history, entry, id) && told(entry));
            !here && !passed_on().any(|entry| names(history, entry, id))
        })
        .collect();
    let first = shown().next()?;
    let names: Vec<String> = untold.iter().map(|id| called(history, id)).collect();
    if names.is_empty() {
        return None;
    }
    let mut people = BTreeMap::from([("alleged_perpetrator", perpetrator.clone())]);
    people.extend(untold.first().map(|id| ("person", (*id).clone())));
    let mut evidence = cite([first]);
    evidence.extend(contact.evidence.iter().filter(|id| **id != first.id).cloned());
    Some(Finding {
        people,
        evidence,
        ask: vec![format!(
            "Ask who told the schools, GPs and workers of {} of the allegation against {who}, and tell them if nobody has.",
            list(&names)
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!(
                "Nothing shows that anyone who works with {} was told of the allegation against {who}.",
                list(&names)
            ),
            format!(
                "{who} is recorded in contact with the family. No entry that speaks of the allegation, or of a restriction, speaks of {}. It is not shown in the returns supplied that their school, GP or worker knows.",
                list(&names)
            ),
        )
    })
}

/// Words by which somebody was told.
const TOLD: &[&str] = &[
    "told",
    "informed",
    "shared with",
    "notified",
    "aware",
    "copied",
    "copy to",
    "passed to",
    "advised",
    "conference",
    "core group",
    "strategy",
    "meeting",
    "plan",
];

/// Words by which an allegation, or the plan made after it, was passed on.
const PASSED_ON: &[&str] = &[
    "of the allegation",
    "about the allegation",
    "given the plan",
    "given the safety plan",
    "copy of the plan",
    "copy of the safety plan",
    "given a copy",
    "copy of written agreement",
    "copy of the written agreement",
    "copy of the agreement",
    "written agreement received",
    "written agreement shared",
    "agreement copied",
    "plan copied",
    "safety plan received",
    "of the safety plan",
];

/// In how many days after an allegation a discussion or an enquiry is of it.
const OF_IT: i64 = 45;

/// Whether an entry passes an allegation on that was first known on a day, or tells of the discussion or enquiry about it.
fn passes_on(history: &History<'_>, entry: &Entry, since: NaiveDate) -> bool {
    let Some(days) = last(entry).map(|day| (day - since).num_days()).filter(|days| *days >= 0) else { return false };
    let held = || {
        let kinds = [EventKind::StrategyDiscussion, EventKind::Section47, EventKind::Conference];
        history.happenings_in(&entry.id).any(|one| kinds.contains(&one.event.kind))
    };
    says(&entry.text(), PASSED_ON) || days <= OF_IT && held()
}

fn tells(entry: &Entry) -> bool {
    says(&entry.text(), TOLD)
}

/// Whether an entry is of somebody who teaches or treats children.
fn works_with_children(history: &History<'_>, entry: &Entry) -> bool {
    matches!(sector_by_id(history, &entry.agency), Sector::School | Sector::Health)
}

fn is_named(history: &History<'_>, person: &PersonId) -> bool {
    history.people.persons.iter().any(|one| one.id == *person && one.named)
}

/// Whether an entry speaks of a person as one who may harm, or whose contact is restricted: that a case was closed is
/// no word to anybody.
fn speaks_of(history: &History<'_>, entry: &Entry, person: &PersonId) -> bool {
    history.happenings_in(&entry.id).any(|one| {
        one.is(Role::AllegedPerpetrator, person)
            || one.event.kind == EventKind::ContactRestricted && one.is(Role::Person, person)
    })
}

fn lives_with_child(history: &History<'_>, person: &PersonId) -> bool {
    let child = &history.front.child.id;
    let said = history.front.people.iter().find(|one| one.id == *person).and_then(|one| one.lives_with_child);
    let shown = || {
        history.ties.iter().any(|tie| {
            tie.kind == TieKind::Household
                && ((tie.person == *person && tie.of == *child) || (tie.of == *person && tie.person == *child))
        })
    };
    said.unwrap_or_else(shown)
}

/// Whether an entry speaks of a person, by a name, by words of their own or as one of a group. A group named before a
/// birth does not count the unborn.
fn names(history: &History<'_>, entry: &Entry, person: &PersonId) -> bool {
    let born = history.person(person).and_then(|one| one.born.as_ref());
    let unborn = matches!((born, last(entry)), (Some(born), Some(day)) if day < born.earliest);
    let alone = history.person(person).is_some_and(|one| one.mentions.iter().any(|(at, _)| *at == entry.id));
    let in_group = || history.people_in(&entry.id).contains(person) && says(&entry.text(), GROUP);
    !unborn && (alone || in_group())
}

/// Words for a group of children.
const GROUP: &[&str] = &[
    "siblings",
    "brothers",
    "sisters",
    "the children",
    "all children",
    "both children",
    "other children",
    "three children",
    "four children",
    "the girls",
    "the boys",
    "the kids",
];
