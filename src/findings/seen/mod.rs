//! When a finding could first have been seen, and which look-back windows would have hidden it.
//!
//! The history is told again as it stood on days on which something about the people concerned became known, by all
//! agencies together and by each alone, and the rules are run on it. Where a rule has states, the day is the first of
//! the present stretch on which it gives the state of today.

mod concerned;
mod replay;
mod then;
mod windows;

use super::rules::{RULES, Rule};
use super::{Finding, Seen};
use crate::cores;
use crate::history::{History, Record};
use crate::model::AgencyId;
use chrono::NaiveDate;
use concerned::Concerned;
use replay::Replay;
use std::collections::{BTreeMap, BTreeSet};
pub use windows::add_windows;

/// Fills in `could_have_been_seen` for the rules that carry it.
pub fn add(record: &Record<'_>, history: &History<'_>, findings: &mut [Finding]) {
    let rules: Vec<&Rule> = RULES
        .iter()
        .filter(|rule| rule.seen && findings.iter().any(|one| one.rule == rule.id && is_open(one)))
        .collect();
    if rules.is_empty() {
        return;
    }
    let agencies: BTreeSet<&AgencyId> = record.entries.iter().map(|entry| &entry.agency).collect();
    let open: Vec<usize> = (0..findings.len())
        .filter(|at| is_open(&findings[*at]) && rules.iter().any(|rule| rule.id == findings[*at].rule))
        .collect();
    let first_days = |agency: Option<&AgencyId>| -> Vec<Option<NaiveDate>> {
        let concerned = Concerned::of(history, findings, agency);
        let mut replay = Replay::new(record, history, &rules, agency, concerned);
        let first = |at: &usize| replay.first_day(&findings[*at]);
        open.iter().map(first).collect()
    };
    // What all knew together and what each knew alone is told apart from each other, on every core.
    let who: Vec<Option<&AgencyId>> = std::iter::once(None).chain(agencies.into_iter().map(Some)).collect();
    let told: Vec<Vec<Option<NaiveDate>>> = cores::each(who.clone(), 1, || (), |(), agency| first_days(agency));
    for (nth, at) in open.iter().enumerate() {
        let mut combined = None;
        let mut by_agency = BTreeMap::new();
        for (agency, days) in who.iter().zip(&told) {
            match agency {
                None => combined = days[nth],
                Some(id) => drop(by_agency.insert((*id).clone(), days[nth])),
            }
        }
        findings[*at].could_have_been_seen = Some(Seen { combined, by_agency });
    }
}

/// What the rules that say when they could first have been seen find in the history of an earlier day, people by the ids
/// that they have today.
pub fn found_then(then: &History<'_>, today: &History<'_>) -> Vec<Finding> {
    let names = then::Names::of(then, today);
    let found = RULES.iter().filter(|rule| rule.seen).flat_map(|rule| (rule.find)(then));
    found.map(|one| Finding { people: names.renamed(one.people.clone()), ..one }).collect()
}

/// Whether the rule itself left the day to be found by telling the history again.
fn is_open(finding: &Finding) -> bool {
    finding.could_have_been_seen.is_none()
}
