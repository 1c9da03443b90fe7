//! The awareness matrix, told: which agency and service knew which key fact, from what.

use crate::account::{Awareness, AwarenessCell, AwarenessRow, FactAccount};
use crate::findings::key_facts::{FactKind, Holder, KeyFact, holders, key_facts, told};
use crate::history::History;
use crate::model::{Agency, AgencyId, Answer};
use std::collections::BTreeSet;

/// Key facts against agencies and services, in the order of the front sheet; unlisted agencies last.
pub fn awareness(history: &History<'_>) -> Awareness {
    let facts = key_facts(history);
    let holders = holders(history);
    let listed = history.front.agencies.iter().flat_map(|agency| rows(history, agency, &holders, &facts));
    let known: BTreeSet<&AgencyId> = history.front.agencies.iter().map(|agency| &agency.id).collect();
    let others = holders.iter().filter(|one| !known.contains(&one.agency)).map(|one| row(history, one, &facts));
    let rows = if facts.is_empty() { Vec::new() } else { listed.chain(others).collect() };
    Awareness { facts: facts.iter().filter_map(fact).collect(), rows }
}

/// A key fact, told.
pub fn fact(fact: &KeyFact<'_>) -> Option<FactAccount> {
    let kind = match fact.kind {
        FactKind::Allegation => "allegation",
        FactKind::Restriction => "restriction",
        FactKind::Plan => "plan",
        FactKind::Exploitation => "exploitation",
        FactKind::LookedAfter => "looked-after",
        FactKind::Missing => "missing",
    };
    let entry = fact.shown.first()?.id.clone();
    Some(FactAccount { kind, label: fact.label.clone(), since: fact.since, entry })
}

/// One row for each service of an agency; one for an agency that has no entries.
fn rows(history: &History<'_>, agency: &Agency, holders: &[Holder<'_>], facts: &[KeyFact<'_>]) -> Vec<AwarenessRow> {
    let own: Vec<AwarenessRow> =
        holders.iter().filter(|one| one.agency == agency.id).map(|one| row(history, one, facts)).collect();
    if !own.is_empty() {
        return own;
    }
    let state = if agency.outcome == Some(Answer::NothingKnown) { "nothing-known" } else { "not-heard" };
    vec![AwarenessRow {
        agency: agency.id.clone(),
        name: agency.name.clone(),
        service: None,
        cells: facts.iter().map(|_| AwarenessCell { state, on: None, entry: None, by: None }).collect(),
    }]
}

fn row(history: &History<'_>, holder: &Holder<'_>, facts: &[KeyFact<'_>]) -> AwarenessRow {
    AwarenessRow {
        agency: holder.agency.clone(),
        name: history.agency_name(&holder.agency).to_owned(),
        service: holder.service.clone(),
        cells: facts.iter().map(|fact| cell(history, holder, fact)).collect(),
    }
}

fn cell(history: &History<'_>, holder: &Holder<'_>, fact: &KeyFact<'_>) -> AwarenessCell {
    let shown = holder.shows(fact);
    let told = if shown.is_none() { told(history, fact, holder) } else { None };
    let state = match (shown, told) {
        (Some(_), _) => "knew",
        (None, Some(_)) => "told",
        (None, None) if holder.after(fact).is_empty() => "no-entries-after",
        (None, None) => "not-shown",
    };
    AwarenessCell {
        state,
        on: shown.or(told).and_then(|entry| entry.known_on()),
        entry: shown.or(told).map(|entry| entry.id.clone()),
        by: told.map(|entry| entry.agency.clone()),
    }
}
