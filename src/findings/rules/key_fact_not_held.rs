//! # key-fact-not-held
//!
//! Looks for an agency with entries about the family after a key fact became known (an allegation of sexual abuse, a
//! restriction on contact, a child protection plan, a concern of exploitation) whose return nowhere shows it. Health
//! services inside one return count by themselves. One finding for each agency and fact.
//!
//! Why: audits found agencies that assumed all of "health" knew, GPs who had not been told of a plan, and schools that
//! had not been told of a restriction (South Gloucestershire, 2017; Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! gp, 2017-02-01: Ava seen with a sore throat.
//! ```
//!
//! > The return of gp nowhere shows the allegation against Tom Reid (maternal uncle).
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle
//! gp, 2016-03-01: Ava seen with a sore throat.
//! school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, sector_by_id};
use crate::findings::key_facts::{FactKind, Holder, KeyFact, holders, key_facts};
use crate::findings::told::says;
use crate::findings::words::{cite, list};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::AgencyId;
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    id: "key-fact-not-held",
    section: Section::WhoKnew,
    seen: false,
    find,
    source: include_str!("key_fact_not_held.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    use FactKind::{Allegation, Exploitation, Plan, Restriction};
    let mut facts = key_facts(history);
    facts.retain(|fact| matches!(fact.kind, Allegation | Restriction | Plan | Exploitation));
    let mut by_agency: BTreeMap<AgencyId, Vec<Holder<'_>>> = BTreeMap::new();
    for holder in holders(history) {
        by_agency.entry(holder.agency.clone()).or_default().push(holder);
    }
    let of_agency = |(agency, holders): (&AgencyId, &Vec<Holder<'_>>)| {
        facts.iter().filter_map(|fact| finding(history, agency, holders, fact)).collect::<Vec<_>>()
    };
    by_agency.iter().flat_map(of_agency).collect()
}

/// Whether a holder worked on after a fact was known and shows nothing of it.
fn lacks(history: &History<'_>, holder: &Holder<'_>, fact: &KeyFact<'_>) -> bool {
    let sector = sector_by_id(history, &holder.agency);
    let told_by_its_work = match fact.kind {
        FactKind::Exploitation => sector == Sector::Exploitation,
        _ => is_called(history, &holder.agency, WITH_HARM),
    };
    !told_by_its_work
        && !supervises(history, holder, fact)
        && !holder.after(fact).is_empty()
        && holder.shows(fact).is_none()
}

/// Words for services that work with sexual harm, and by that know of it.
const WITH_HARM: &[&str] = &["harmful sexual", "sexual violence", "sexual abuse", "sexual assault", "rape", "isva"];

/// Words for services that supervise those who offended.
const SUPERVISING: &[&str] = &["youth justice", "youth offending", "yot", "yjs", "probation"];

/// Whether a service that supervises those who offended works with the one a fact is about: it does so because of the fact.
fn supervises(history: &History<'_>, holder: &Holder<'_>, fact: &KeyFact<'_>) -> bool {
    let Some(person) = &fact.person else { return false };
    is_called(history, &holder.agency, SUPERVISING)
        && holder.after(fact).iter().any(|entry| history.people_in(&entry.id).contains(person))
}

/// Whether an agency's kind or name says one of these words.
fn is_called(history: &History<'_>, agency: &AgencyId, words: &[&str]) -> bool {
    let asked = history.front.agencies.iter().find(|one| one.id == *agency);
    asked.is_some_and(|one| says(&one.name, words) || one.kind.as_deref().is_some_and(|kind| says(kind, words)))
}

fn finding(history: &History<'_>, agency: &AgencyId, holders: &[Holder<'_>], fact: &KeyFact<'_>) -> Option<Finding> {
    let lacking: Vec<&Holder<'_>> = holders.iter().filter(|one| lacks(history, one, fact)).collect();
    if lacking.is_empty() {
        return None;
    }
    // Where another service of the agency shows it, those that do not are named.
    let held = holders.iter().any(|one| one.shows(fact).is_some());
    let services: Vec<&str> = lacking.iter().filter(|_| held).filter_map(|one| one.service.as_deref()).collect();
    if held && services.is_empty() {
        return None;
    }
    let name = history.agency_name(agency);
    let which = if services.is_empty() { String::new() } else { format!(" ({})", list(&services)) };
    let serious = fact.kind != FactKind::Plan && is_frontline(history, agency);
    Some(Finding {
        agency: Some(agency.clone()),
        evidence: cite(fact.shown.iter().take(3).copied()),
        ask: vec![format!("Ask {name}{which} whether it was told of {}, when and by whom.", fact.label)],
        ..Finding::new(
            RULE.id,
            if serious { Priority::Check } else { Priority::Note },
            format!("The return of {name}{which} nowhere shows {}.", fact.label),
            format!(
                "{name}{which} has entries about the family after {}, when this was known elsewhere, and none of them shows it. That it was not told is not certain; it is not shown in the returns supplied.",
                fact.since
            ),
        )
    })
}

/// Whether the agency sees or decides about the child.
fn is_frontline(history: &History<'_>, agency: &AgencyId) -> bool {
    sector_by_id(history, agency) != Sector::Other
}
