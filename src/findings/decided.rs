//! What people have decided, said beside the findings it bears on. A decision removes no finding and no entry.

use super::words::list;
use super::{DecidedHere, Finding, LookedAt};
use crate::history::History;
use crate::model::{AgencyId, Decision, EntryId, Note, PersonId, Ruling};
use crate::people::Settled;
use crate::relations::contact::ContactState;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Marks what somebody has looked at, and says where a decision ended contact.
pub fn add(history: &History<'_>, findings: &mut [Finding]) {
    let of_contact = findings.iter().filter(|one| one.rule == "perpetrator-in-contact");
    let open: BTreeSet<PersonId> =
        of_contact.filter_map(|one| one.people.get("alleged_perpetrator").cloned()).collect();
    for settled in &history.people.settled {
        match &settled.decision.ruling {
            Ruling::FindingLookedAt { rested_on, .. } => {
                for finding in findings.iter_mut().filter(|one| is_about(one, settled)) {
                    finding.looked_at = Some(looked_at(&settled.decision, finding, rested_on));
                }
            }
            Ruling::ContactEnded { ended, .. } if *ended <= history.as_at => {
                for finding in findings.iter_mut().filter(|one| concerns(history, one, settled)) {
                    let words = ended_words(history, settled, *ended, finding, &open);
                    finding.decisions.push(DecidedHere { decision: settled.decision.number, words });
                }
            }
            _ => {}
        }
    }
}

/// A note for each finding that somebody looked at and that is no longer made.
pub fn notes(history: &History<'_>, findings: &[Finding]) -> Vec<Note> {
    let looked = history.people.settled.iter().filter_map(|settled| match &settled.decision.ruling {
        Ruling::FindingLookedAt { rule, .. } => Some((rule, settled)),
        _ => None,
    });
    let gone = looked.filter(|(_, settled)| !findings.iter().any(|one| is_about(one, settled)));
    gone.map(|(rule, settled)| {
        let names: Vec<&str> = settled.people.iter().map(|id| history.name(id)).collect();
        let about = if names.is_empty() { String::new() } else { format!(" about {}", list(&names)) };
        Note {
            at: format!("decisions.json, number {}", settled.decision.number),
            what: format!("the decision speaks of a finding of {rule}{about}, which is no longer made"),
            done: "It marks nothing.".to_owned(),
            mend: "If it is not needed any more, take it back with `lifespan decide --take-back`.".to_owned(),
        }
    })
    .collect()
}

/// Whether a finding is the one that somebody looked at: the same rule, people and agency, and one entry in common
/// with what it rested on then.
fn is_about(finding: &Finding, settled: &Settled) -> bool {
    let Ruling::FindingLookedAt { rule, agency, rested_on, .. } = &settled.decision.ruling else { return false };
    fits(finding, rule, &settled.people, agency.as_ref())
        && (rested_on.is_empty() || rested_on.iter().any(|id| finding.evidence.contains(id)))
}

/// Whether a finding is of a rule and speaks of all these people and of this agency, where one is given.
pub fn fits(finding: &Finding, rule: &str, people: &[PersonId], agency: Option<&AgencyId>) -> bool {
    let here: BTreeSet<&PersonId> = finding.people.values().collect();
    finding.rule == rule
        && people.iter().all(|person| here.contains(person))
        && agency.is_none_or(|id| finding.agency.as_ref() == Some(id))
}

fn looked_at(decision: &Decision, finding: &Finding, rested_on: &[EntryId]) -> LookedAt {
    let new = finding.evidence.iter().filter(|id| !rested_on.is_empty() && !rested_on.contains(id));
    let signed = &decision.signed;
    LookedAt {
        decision: decision.number,
        by: signed.by.clone(),
        on: signed.on,
        why: signed.why.clone(),
        since: new.cloned().collect(),
    }
}

/// Whether a finding speaks of the contact that a decision ended: that of its alleged perpetrator with the child.
fn concerns(history: &History<'_>, finding: &Finding, settled: &Settled) -> bool {
    let child = &history.front.child.id;
    let of_contact = matches!(finding.rule, "perpetrator-in-contact" | "prior-familial-csa");
    let other = settled.people.iter().find(|id| *id != child);
    of_contact && settled.people.contains(child) && finding.people.get("alleged_perpetrator") == other
}

/// "A Reilly decided on 2 June 2025 that contact with Ava Dale ended on 1 March 2018. ..."
fn ended_words(
    history: &History<'_>,
    settled: &Settled,
    ended: NaiveDate,
    finding: &Finding,
    open: &BTreeSet<PersonId>,
) -> String {
    let decision = &settled.decision;
    let day = |day: NaiveDate| day.format("%-d %B %Y");
    let is_open = finding.people.get("alleged_perpetrator").is_some_and(|id| open.contains(id));
    let then = match finding.state {
        Some(state) if state == ContactState::ThroughHousehold.id() => {
            "A way through somebody who lives with or cares for the child is shown since, or stands."
        }
        Some(_) => "An entry of a later day shows contact again.",
        None if is_open => "The finding on contact says what is shown since.",
        None => "No entry of a later day shows contact.",
    };
    format!(
        "{} decided on {} that contact with {} ended on {}. {then}",
        decision.signed.by,
        day(decision.signed.on),
        history.name(&history.front.child.id),
        day(ended),
    )
}
