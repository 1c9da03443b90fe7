//! # no-disruption-after-retraction
//!
//! Looks for an allegation of sexual abuse or exploitation of the child, of a brother or sister, or within the family of
//! somebody who was then a child, that was retracted or closed with no further action, with no plan to disrupt or to keep
//! safe recorded in the `disruption_days` (28) after. A restriction that goes on counts.
//!
//! Why: when a statement was retracted, the concern went quiet, though the risk had not changed (South Gloucestershire,
//! 2017). No further action is not the same as disproved.
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! police, 2016-06-03: Ava has retracted her allegation of sexual abuse against Tom Reid. No further action.
//! ```
//!
//! > The allegation against Tom Reid (maternal uncle) was closed, and no plan to disrupt or protect is shown in the 28 days after.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! police, 2016-06-03: Ava has retracted her allegation of sexual abuse against Tom Reid. No further action.
//! social care, 2016-06-10: Safety plan signed: Tom Reid not to have contact with Ava.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of};
use crate::findings::look::{first, is_known_child_on, last, siblings};
use crate::findings::told::sentences;
use crate::findings::wording::Wording;
use crate::findings::words::{called, cite, is_familial, is_of_this_family};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Bond, Entry, EventKind, Measure, PersonId, Role, Status};
use crate::relations::Allegation;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    id: "no-disruption-after-retraction",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("no_disruption_after_retraction.rs"),
};

/// Words of a plan to disrupt or to keep safe.
static PLANS: Wording = Wording::of(
    "{safety|safeguarding|risk management|protection|disruption} {plan|plans|planning|measures|arrangements}, disrupt~, disruption, {written|working|signed} {agreement|undertaking}, \
     abduction warning, cawn, warning notice, restraining order, harm prevention order, non-molestation, sexual risk order, \
     {signed|undertook|undertaken|agreed|promised|undertaking} .. {not to|will not|does not|never to|no contact|keep away|stay away|not come}, {police|marker|flag} {marker|on the address|placed on}",
);

/// Words of a plan that is not made yet, or not at all.
static UNMADE: Wording = Wording::of(
    "{no|not|none|nothing|without|nor|never|neither} .. {plan|agreement|drawn up|put in place|made|need for|needed|required|necessary|notice|order}, {will|would|could|should|to} be {drawn up|made|written|agreed|considered|completed|put in place|done|needed}, \
     {would|will|could|should|might} {be|need|have} {a good|sensible|considered|helpful|an|to}, {was|is|were} {discussed|considered|talked about|mentioned|suggested|declined|refused}, {consider|discuss|discussed|considering|declined|refused} .. {plan|agreement}, {to|need to|needs to} {draw up|write|consider|agree|complete} {a|the}",
);

fn find(history: &History<'_>) -> Vec<Finding> {
    let mut by_person: BTreeMap<&PersonId, Vec<&Allegation<'_>>> = BTreeMap::new();
    for allegation in history.allegations.iter().filter(|one| is_of_household(history, one)) {
        by_person.entry(&allegation.perpetrator).or_default().push(allegation);
    }
    by_person.into_iter().filter_map(|(person, all)| finding(history, person, &all)).collect()
}

/// Whether the one said to have been abused is the child, or a brother or sister; where nobody is named, whether the
/// entry speaks of the child.
fn is_of_household(history: &History<'_>, allegation: &Allegation<'_>) -> bool {
    let child = &history.front.child.id;
    let named = |entry: &Entry| history.people_in(&entry.id).contains(child);
    match &allegation.victim {
        Some(victim) => {
            victim == child || siblings(history).contains(&victim) || was_a_child(history, allegation, victim)
        }
        None => is_of_this_family(history, allegation) && allegation.said.iter().any(|step| named(step.entry)),
    }
}

/// Whether somebody of the family, a child on the day it was first told, is said to have been abused by one of the family:
/// what was left undone then is this child's history too.
fn was_a_child(history: &History<'_>, allegation: &Allegation<'_>, victim: &PersonId) -> bool {
    let told = allegation.said.first().and_then(|step| first(step.entry));
    let young = told.is_some_and(|day| is_known_child_on(history, victim, day));
    young && is_relative(history, victim) && is_familial(history, &allegation.perpetrator)
}

/// Whether somebody is the child's relative by birth or adoption.
fn is_relative(history: &History<'_>, person: &PersonId) -> bool {
    use Bond::{AdoptedChild, AdoptiveParent, Child, HalfSibling, Parent, Sibling};
    let close = |bond| matches!(bond, Parent | Child | Sibling | HalfSibling | AdoptiveParent | AdoptedChild);
    history.kin_to_child.get(person).is_some_and(|kin| kin.steps.iter().all(|step| close(step.bond)))
}

fn finding(history: &History<'_>, person: &PersonId, allegations: &[&Allegation<'_>]) -> Option<Finding> {
    let closes = |status| matches!(status, Status::Retracted | Status::NoFurtherAction | Status::NotCharged);
    let stands = |status| matches!(status, Status::Charged | Status::Convicted | Status::FoundInFamilyCourt);
    let outcomes = || allegations.iter().flat_map(|one| &one.outcomes);
    if outcomes().any(|step| stands(step.status)) {
        return None;
    }
    let mut closing: Vec<&Entry> = outcomes().filter(|step| closes(step.status)).map(|step| step.entry).collect();
    closing.sort_by_key(|entry| (first(entry), &entry.origin));
    let closing = of_one_matter(history, person, &closing);
    let from = closing.first().copied().and_then(first)?;
    let days = history.front.settings.disruption_days;
    let until = closing.last().copied().and_then(last)?.checked_add_days(Days::new(u64::from(days)))?;
    if until > history.as_at || is_protected(history, person, from, until) {
        return None;
    }
    let said = allegations.iter().flat_map(|one| one.said.first()).map(|step| step.entry);
    let who = called(history, person);
    Some(Finding {
        people: BTreeMap::from([("alleged_perpetrator", person.clone())]),
        status: allegations.last().map(|one| one.status()),
        evidence: cite(said.chain(closing.iter().copied())),
        ask: vec![format!(
            "Ask {} and {} what was put in place to keep children safe from {who} when the case was closed.",
            name_of(history, Sector::Police, "the police"),
            name_of(history, Sector::SocialCare, "social care")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!("The allegation against {who} was closed, and no plan to disrupt or protect is shown in the {days} days after."),
            "The allegation was retracted or closed with no further action. That is not the same as disproved. No plan to disrupt contact or to keep children safe is shown in the returns supplied.".to_owned(),
        )
    })
}

/// The closings that name the person, and those that follow within half a year: a later one is of another matter.
fn of_one_matter<'a>(history: &History<'_>, person: &PersonId, closing: &[&'a Entry]) -> Vec<&'a Entry> {
    let mut kept: Vec<&'a Entry> = Vec::new();
    for entry in closing {
        let named = history.people_in(&entry.id).contains(person);
        let soon = |one: &&Entry| matches!((last(one), first(entry)), (Some(a), Some(b)) if (b - a).num_days() < 183);
        if named || kept.last().is_none_or(soon) {
            kept.push(entry);
        }
    }
    kept
}

/// Whether an entry tells of a plan that was made.
fn is_planned(entry: &Entry) -> bool {
    sentences(&entry.text()).any(|(_, one)| PLANS.is_in(one) && !UNMADE.is_in(one))
}

/// Whether a measure against the person was taken in the days given, or stood before them and went on.
fn is_protected(history: &History<'_>, person: &PersonId, from: NaiveDate, until: NaiveDate) -> bool {
    let within = |entry: &Entry| first(entry).is_some_and(|day| from <= day && day <= until);
    let planned = history.entries.iter().any(|entry| within(entry) && is_planned(entry));
    let taken = history.happenings.iter().any(|one| {
        let about = one.who(Role::Person).is_none_or(|who| who == person);
        let kind =
            matches!(one.event.kind, EventKind::ContactRestricted | EventKind::Custody | EventKind::HouseholdLeft);
        about && kind && one.event.measure != Some(Measure::Bail) && within(one.entry)
    });
    planned || taken || stood_and_went_on(history, person, from)
}

/// Whether a restriction other than bail was made before and nothing lifted it.
fn stood_and_went_on(history: &History<'_>, person: &PersonId, from: NaiveDate) -> bool {
    let before = |one: &&crate::relations::Happening<'_>| {
        one.is(Role::Person, person) && one.last_day().is_some_and(|day| day <= from)
    };
    let lasting = |kind, measure| kind == EventKind::ContactRestricted && measure != Some(Measure::Bail);
    let made = history.happenings.iter().filter(before).rfind(|one| lasting(one.event.kind, one.event.measure));
    let lifted = |one: &crate::relations::Happening<'_>| {
        one.event.kind == EventKind::RestrictionLifted && one.is(Role::Person, person)
    };
    made.is_some_and(|made| !history.happenings.iter().any(|one| lifted(one) && one.after(made)))
}
