//! The history told again as it stood on earlier days, so that nobody judges with hindsight.

use super::awareness;
use crate::account::{Account, AsKnown, KnownDay, KnownFinding, KnownView};
use crate::findings::key_facts::key_facts;
use crate::findings::{Finding, Priority, found_then};
use crate::history::{History, Known, Record};
use crate::model::AgencyId;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How many entries are told again at most where nobody chose the days: for all together, and as many for each alone.
const TOLD: usize = 40_000;
/// How many days are told at least, however long the history is, and at most.
const DAYS: (usize, usize) = (4, 12);

/// What could have been known on the days that somebody chose, else on those on which something that matters came to be
/// known.
pub fn as_known(record: &Record<'_>, history: &History<'_>, account: &Account, chosen: &[NaiveDate]) -> AsKnown {
    let mut days: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
    let mut passed_over = BTreeSet::new();
    if chosen.is_empty() {
        let most = (TOLD / record.entries.len().max(1)).clamp(DAYS.0, DAYS.1);
        for (day, why) in turning_days(account) {
            match days.len() < most || days.contains_key(&day) {
                true => days.entry(day).or_default().push(why),
                false => drop(passed_over.insert(day)),
            }
        }
    } else {
        days.extend(chosen.iter().map(|day| (*day, Vec::new())));
    }
    AsKnown {
        chosen: !chosen.is_empty(),
        days: days.into_iter().map(|(day, why)| told(record, history, account, day, why)).collect(),
        passed_over: passed_over.into_iter().collect(),
    }
}

/// The days that matter with the reasons, the weightiest first: when what calls for action could first have been seen,
/// when a key fact was first known, when something else could have been seen.
fn turning_days(account: &Account) -> Vec<(NaiveDate, String)> {
    let seen = |act: bool| {
        let wanted = account.findings.iter().filter(move |one| (one.priority == Priority::Act) == act);
        wanted.filter_map(|one| {
            let day = one.could_have_been_seen.as_ref()?.combined?;
            Some((day, format!("could have been seen from then on: {}", one.headline)))
        })
    };
    let facts = account.awareness.facts.iter().map(|fact| (fact.since, format!("first known: {}", fact.label)));
    seen(true).chain(facts).chain(seen(false)).collect()
}

fn told(record: &Record<'_>, today: &History<'_>, account: &Account, day: NaiveDate, why: Vec<String>) -> KnownDay {
    let agencies: BTreeSet<&AgencyId> = record.entries.iter().map(|entry| &entry.agency).collect();
    let together = view(record, today, account, Known { by: day, to: None });
    let alone = agencies.into_iter().map(|id| view(record, today, account, Known { by: day, to: Some(id) }));
    let (alone, silent): (Vec<_>, Vec<_>) = alone.partition(|view| view.entries > 0);
    KnownDay {
        day,
        why,
        views: std::iter::once(together).chain(alone).collect(),
        silent: silent.into_iter().filter_map(|view| view.agency).collect(),
    }
}

fn view(record: &Record<'_>, today: &History<'_>, account: &Account, known: Known<'_>) -> KnownView {
    let then = record.history(known);
    let found = found_then(&then, today);
    KnownView {
        agency: known.to.cloned(),
        entries: then.entries.iter().filter(|entry| entry.known_on().is_some()).count(),
        facts: key_facts(&then).iter().filter_map(awareness::fact).collect(),
        findings: found.into_iter().map(|one| finding(account, one)).collect(),
    }
}

fn finding(account: &Account, then: Finding) -> KnownFinding {
    let same = |one: &Finding| one.rule == then.rule && one.people == then.people;
    KnownFinding {
        now: account.findings.iter().position(same).map(|at| at + 1),
        rule: then.rule,
        priority: then.priority,
        headline: then.headline,
        state: then.state,
    }
}
