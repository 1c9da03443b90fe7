//! # key-fact-not-held
//!
//! Looks for an agency with entries about the family after a key fact became known (an allegation of sexual abuse, a
//! restriction on contact, a child protection plan, a concern of exploitation) whose return nowhere shows it. Health
//! services inside one return count by themselves. One finding for each agency, with every fact it does not show.
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
    by_agency.iter().filter_map(|(agency, holders)| finding(history, agency, holders, &facts)).collect()
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

fn finding(history: &History<'_>, agency: &AgencyId, holders: &[Holder<'_>], facts: &[KeyFact<'_>]) -> Option<Finding> {
    let whole = |fact: &&KeyFact<'_>| {
        holders.iter().all(|one| one.shows(fact).is_none()) && holders.iter().any(|one| lacks(history, one, fact))
    };
    let mut missing: Vec<&KeyFact<'_>> = facts.iter().filter(whole).collect();
    let mut services: Vec<&str> = Vec::new();
    if missing.is_empty() {
        missing = facts.iter().filter(|fact| holders.iter().any(|one| lacks(history, one, fact))).collect();
        let lacking = holders.iter().filter(|one| missing.iter().any(|fact| lacks(history, one, fact)));
        services = lacking.filter_map(|one| one.service.as_deref()).collect();
    }
    let first = missing.first()?;
    let name = history.agency_name(agency);
    let which = if services.is_empty() { String::new() } else { format!(" ({})", list(&services)) };
    let more = if missing.len() > 1 { format!(", nor {}", plain_count(missing.len() - 1)) } else { String::new() };
    let all: Vec<String> = missing.iter().map(|fact| format!("{} (known since {})", fact.label, fact.since)).collect();
    let serious = missing.iter().any(|fact| fact.kind != FactKind::Plan) && is_frontline(history, agency);
    Some(Finding {
        agency: Some(agency.clone()),
        evidence: cite(missing.iter().flat_map(|fact| fact.shown.iter().take(3)).copied()),
        ask: vec![format!("Ask {name}{which} whether it was told of {}, when and by whom.", list(&labels(&missing)))],
        ..Finding::new(
            RULE.id,
            if serious { Priority::Check } else { Priority::Note },
            format!("The return of {name}{which} nowhere shows {}{more}.", first.label),
            format!(
                "{name}{which} has entries about the family after these were known elsewhere, and none of them shows: {}. That it was not told is not certain; it is not shown in the returns supplied.",
                list(&all)
            ),
        )
    })
}

/// "1 more key fact", "3 more key facts".
fn plain_count(number: usize) -> String {
    format!("{number} more key {}", if number == 1 { "fact" } else { "facts" })
}

fn labels<'f>(facts: &[&'f KeyFact<'_>]) -> Vec<&'f str> {
    facts.iter().map(|fact| fact.label.as_str()).collect()
}

/// Whether the agency sees or decides about the child.
fn is_frontline(history: &History<'_>, agency: &AgencyId) -> bool {
    sector_by_id(history, agency) != Sector::Other
}
