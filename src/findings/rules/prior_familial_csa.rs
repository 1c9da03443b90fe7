//! # prior-familial-csa
//!
//! Looks for any record that a member of the child's family or household sexually abused, or was alleged to have
//! abused, the child or any other child, whatever became of it. One finding for each alleged perpetrator and alleged
//! victim, with the latest recorded status.
//!
//! Beside it stands, as a labelled test of its own, how the recorded facts stand to section 27 of the Sexual Offences
//! Act 2003 (alleged perpetrator and subject child): within a subsection, within it if one fact more were confirmed, or
//! outside the section but in the family environment. The test proves no offence, and takes nothing from the finding.
//!
//! Why: in the audited cases the family's own history of sexual abuse was left out of referrals, most often because
//! the allegation had been retracted or closed with no further action years before (Bristol findings report, 2018).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! police, 2016-09-01: Tom Reid interviewed. No further action in respect of the allegation by Ava.
//! ```
//!
//! > Tom Reid (maternal uncle) is alleged to have sexually abused Ava Dale. Latest recorded status: no further action.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! school, 2016-05-03: Assembly on the underwear rule. Uncle Tom collected Ava.
//! police, 2016-09-01: No record of any sexual offence by Tom Reid.
//! ```

use super::{Rule, Section};
use crate::findings::words::{called, cite, dated, is_familial};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{PersonId, Status};
use crate::relations::contact::Course;
use crate::relations::{Allegation, Routes};
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    id: "prior-familial-csa",
    section: Section::HistoryAndContact,
    seen: true,
    find,
    source: include_str!("prior_familial_csa.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    let familial = history.allegations.iter().filter(|one| is_familial(history, &one.perpetrator));
    let routes = history.routes();
    familial.map(|allegation| finding(history, allegation, &routes)).collect()
}

fn finding(history: &History<'_>, allegation: &Allegation<'_>, routes: &Routes<'_>) -> Finding {
    let mut people = BTreeMap::from([("alleged_perpetrator", allegation.perpetrator.clone())]);
    if let Some(victim) = &allegation.victim {
        people.insert("alleged_victim", victim.clone());
    }
    Finding {
        people,
        status: Some(allegation.status()),
        evidence: cite(allegation.evidence()),
        ask: ask(history, allegation),
        section_27: Some(history.section_27(&allegation.perpetrator)),
        ..Finding::new(
            RULE.id,
            if is_in_contact(history, &allegation.perpetrator, routes) { Priority::Act } else { Priority::Check },
            headline(history, allegation),
            explanation(history, allegation),
        )
    }
}

fn is_in_contact(history: &History<'_>, person: &PersonId, routes: &Routes<'_>) -> bool {
    let course = Course::of(person, &history.told_of(person), &history.happenings, routes);
    course.is_some_and(|course| course.standing(history.as_at, routes).is_some())
}

/// What is alleged, in one sentence that says no more than the record does.
pub fn headline(history: &History<'_>, allegation: &Allegation<'_>) -> String {
    let who = called(history, &allegation.perpetrator);
    let whom = allegation.victim.as_ref().map(|victim| called(history, victim));
    let status = allegation.status();
    let said = match (status, whom) {
        (Status::Convicted, Some(whom)) => format!("{who} is recorded as convicted of sexually abusing {whom}."),
        (Status::Convicted, None) => format!("{who} is recorded as convicted of a sexual offence against a child."),
        (Status::FoundInFamilyCourt, Some(whom)) => {
            format!("The family court found that {who} sexually abused {whom}.")
        }
        (_, Some(whom)) => format!("{who} is alleged to have sexually abused {whom}."),
        (_, None) => format!(
            "{who} is recorded as alleged or known to pose a sexual risk to children; who was harmed is not recorded."
        ),
    };
    format!("{said} Latest recorded status: {}.", status.words())
}

fn explanation(history: &History<'_>, allegation: &Allegation<'_>) -> String {
    let first = allegation.said.first().or(allegation.outcomes.first());
    let opening = first
        .map(|step| format!("First recorded by {} ({}).", history.agency_name(&step.entry.agency), dated(step.entry)));
    let outcomes: Vec<String> = allegation
        .outcomes
        .iter()
        .map(|step| {
            format!("{}, {}: {}", dated(step.entry), history.agency_name(&step.entry.agency), step.status.words())
        })
        .collect();
    let became = if outcomes.is_empty() {
        "No outcome is shown in the returns supplied.".to_owned()
    } else {
        format!("What became of it: {}.", outcomes.join("; "))
    };
    let caution = match allegation.status() {
        Status::Convicted | Status::FoundInFamilyCourt => "",
        _ => " A retraction, no further action or an acquittal is not the same as a finding that it did not happen.",
    };
    format!("{} {became}{caution}", opening.unwrap_or_default())
}

fn ask(history: &History<'_>, allegation: &Allegation<'_>) -> Vec<String> {
    let who = history.name(&allegation.perpetrator);
    let mut asks = vec![format!(
        "Ask the police and children's social care what they hold about {who}, under every name, and what became of the allegation."
    )];
    if allegation.outcomes.is_empty() {
        asks.push("Ask each agency that recorded it what was done, by whom, and with what outcome.".to_owned());
    }
    asks
}
