//! When a finding could first have been seen, and which look-back windows would have hidden it.
//!
//! The history is told again as it stood on each day on which something about the people concerned became known, by
//! all agencies together and by each alone, and the rules are run on it. Where a rule has states, the day is the first
//! of the present stretch on which it gives the state of today.

use super::rules::{RULES, Rule, Section};
use super::{Finding, Seen};
use crate::history::{History, Known, Record};
use crate::model::{AgencyId, Entry, EntryId, PersonId};
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Look-back windows in common use, in months.
const WINDOWS: [u32; 4] = [6, 12, 24, 36];

/// What tells one finding from another over time.
type Key = (&'static str, BTreeMap<&'static str, PersonId>);

/// Fills in `could_have_been_seen` for the rules that carry it.
pub fn add(record: &Record<'_>, history: &History<'_>, findings: &mut [Finding]) {
    let rules: Vec<&Rule> = RULES
        .iter()
        .filter(|rule| rule.seen && findings.iter().any(|one| one.rule == rule.id && is_open(one)))
        .collect();
    if rules.is_empty() {
        return;
    }
    let entries = concerned(history, findings);
    let days = |agency: Option<&AgencyId>| -> BTreeSet<NaiveDate> {
        entries
            .iter()
            .filter(|entry| agency.is_none_or(|id| entry.agency == *id))
            .filter_map(|entry| entry.known_on())
            .collect()
    };
    let agencies: BTreeSet<&AgencyId> = record.entries.iter().map(|entry| &entry.agency).collect();
    let combined = replay(record, history, &rules, None, &days(None));
    let alone: BTreeMap<&AgencyId, Replay> = agencies
        .iter()
        .map(|agency| (*agency, replay(record, history, &rules, Some(agency), &days(Some(agency)))))
        .collect();
    for finding in findings.iter_mut().filter(|one| is_open(one) && rules.iter().any(|rule| rule.id == one.rule)) {
        let key: Key = (finding.rule, finding.people.clone());
        let by_agency =
            alone.iter().map(|(agency, replay)| ((*agency).clone(), first_day(replay, &key, finding.state))).collect();
        finding.could_have_been_seen = Some(Seen { combined: first_day(&combined, &key, finding.state), by_agency });
    }
}

/// Whether the rule itself left the day to be found by telling the history again.
fn is_open(finding: &Finding) -> bool {
    finding.could_have_been_seen.is_none()
}

/// The states each finding had, day by day.
type Replay = Vec<(NaiveDate, BTreeMap<Key, Option<&'static str>>)>;

fn replay(
    record: &Record<'_>,
    today: &History<'_>,
    rules: &[&Rule],
    agency: Option<&AgencyId>,
    days: &BTreeSet<NaiveDate>,
) -> Replay {
    let then = |day: NaiveDate| {
        let history = record.history(Known { by: day, to: agency });
        let names = same_people(&history, today);
        let found = rules.iter().flat_map(|rule| (rule.find)(&history));
        let states = found.map(|one| ((one.rule, renamed(one.people, &names)), one.state)).collect();
        (day, states)
    };
    days.iter().filter(|day| **day <= today.as_at).map(|day| then(*day)).collect()
}

/// The first day of the present stretch with the state of today.
fn first_day(replay: &Replay, key: &Key, state: Option<&'static str>) -> Option<NaiveDate> {
    let stretch: Vec<&(NaiveDate, _)> =
        replay.iter().rev().take_while(|(_, states)| states.contains_key(key)).collect();
    stretch.iter().rev().find(|(_, states)| states.get(key) == Some(&state)).map(|(day, _)| *day)
}

/// Which person of today each person of then is: the one who has most of their mentions.
fn same_people(then: &History<'_>, today: &History<'_>) -> BTreeMap<PersonId, PersonId> {
    let at: BTreeMap<&EntryId, usize> = today.entries.iter().enumerate().map(|(at, entry)| (&entry.id, at)).collect();
    let mut votes: BTreeMap<&PersonId, BTreeMap<&PersonId, usize>> = BTreeMap::new();
    for (entry, people) in then.entries.iter().zip(&then.people.of) {
        let Some(now) = at.get(&entry.id).map(|at| &today.people.of[*at]) else { continue };
        for (old, new) in people.iter().zip(now) {
            if let (Some(old), Some(new)) = (old, new) {
                *votes.entry(old).or_default().entry(new).or_default() += 1;
            }
        }
    }
    let on_front_sheet = |id: &PersonId| then.front.everyone().any(|one| one.id == *id);
    votes
        .into_iter()
        .filter(|(old, _)| !on_front_sheet(old))
        .filter_map(|(old, votes)| Some((old.clone(), most(&votes)?.clone())))
        .collect()
}

/// The person with most votes; of equals the first by id.
fn most<'p>(votes: &BTreeMap<&'p PersonId, usize>) -> Option<&'p PersonId> {
    let highest = votes.values().max()?;
    votes.iter().find(|(_, count)| *count == highest).map(|(id, _)| *id)
}

fn renamed(
    people: BTreeMap<&'static str, PersonId>,
    names: &BTreeMap<PersonId, PersonId>,
) -> BTreeMap<&'static str, PersonId> {
    people.into_iter().map(|(role, id)| (role, names.get(&id).cloned().unwrap_or(id))).collect()
}

/// The entries that mention anyone a finding speaks of, or that a finding cites: only they can change it.
fn concerned<'a>(history: &History<'a>, findings: &[Finding]) -> Vec<&'a Entry> {
    let child = &history.front.child.id;
    let people: BTreeSet<&PersonId> = findings
        .iter()
        .flat_map(|one| one.people.values().chain(one.path.iter().flat_map(|step| [&step.person, &step.of])))
        .filter(|id| *id != child)
        .collect();
    let cited: BTreeSet<&EntryId> = findings.iter().flat_map(|one| &one.evidence).collect();
    let mentioned = history.mentioned();
    let about = |entry: &&Entry| {
        cited.contains(&entry.id)
            || mentioned.get(&entry.id).is_some_and(|here| here.iter().any(|id| people.contains(*id)))
    };
    history.entries.iter().copied().filter(about).collect()
}

/// Says for each finding of section A which windows back from the day of the report leave out all its evidence.
pub fn add_windows(history: &History<'_>, findings: &mut [Finding]) {
    let when: BTreeMap<&EntryId, Option<NaiveDate>> =
        history.entries.iter().map(|entry| (&entry.id, entry.when.as_ref().map(|when| when.latest))).collect();
    let of_section_a = |id: &str| RULES.iter().any(|rule| rule.id == id && rule.section == Section::HistoryAndContact);
    for finding in findings.iter_mut().filter(|one| of_section_a(one.rule)) {
        let latest = finding.evidence.iter().filter_map(|id| *when.get(id)?).max();
        let start = |months: u32| history.as_at.checked_sub_months(Months::new(months));
        let hides = |months: &u32| matches!((latest, start(*months)), (Some(latest), Some(start)) if latest < start);
        finding.hidden_by_window = WINDOWS.into_iter().filter(hides).collect();
    }
}
