//! The history told again as it stood on earlier days, and what the rules found on each.

use super::then::Names;
use crate::findings::rules::Rule;
use crate::history::{History, Known, Record};
use crate::model::{AgencyId, PersonId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How many entries are told again at most before days are passed over: once for all agencies together, once for each alone.
const TOLD: usize = 10_000;
/// How many days are looked at however long the history is.
const FEWEST: usize = 8;

/// What tells one finding from another over time.
pub type Key = (&'static str, BTreeMap<&'static str, PersonId>);
/// The state of each finding on a day.
type States = BTreeMap<Key, Option<&'static str>>;

/// What was known to all agencies or to one, day by day. A day is told when it is first asked for.
pub struct Replay<'r, 'a> {
    record: &'r Record<'a>,
    today: &'r History<'a>,
    rules: &'r [&'r Rule],
    agency: Option<&'r AgencyId>,
    days: Vec<NaiveDate>,
    told: BTreeMap<usize, States>,
}

impl<'r, 'a> Replay<'r, 'a> {
    /// A replay of these days, to the agency alone or to all together.
    pub fn new(
        record: &'r Record<'a>,
        today: &'r History<'a>,
        rules: &'r [&'r Rule],
        agency: Option<&'r AgencyId>,
        days: &BTreeSet<NaiveDate>,
    ) -> Self {
        let days = days.iter().copied().filter(|day| *day <= today.as_at).collect();
        Replay { record, today, rules, agency, days, told: BTreeMap::new() }
    }

    /// The first day of the present stretch on which a finding has the state of today.
    ///
    /// Every day is looked at, from the last back, unless the history is very long: then days at even distances, and
    /// between two of them the day is found by halving.
    pub fn first_day(&mut self, key: &Key, state: Option<&'static str>) -> Option<NaiveDate> {
        let looked_at = self.looked_at();
        let mut found: Option<usize> = None;
        for (place, at) in looked_at.iter().enumerate().rev() {
            match self.state(*at, key) {
                None => break,
                Some(then) if then == state => found = Some(place),
                Some(_) => {}
            }
        }
        let place = found?;
        let mut from = place.checked_sub(1).map_or(0, |before| looked_at[before] + 1);
        let mut to = looked_at[place];
        while from < to {
            let middle = from + (to - from) / 2;
            if self.state(middle, key) == Some(state) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        self.days.get(to).copied()
    }

    /// The places of the days that are looked at.
    fn looked_at(&self) -> Vec<usize> {
        let most = (TOLD / self.record.entries.len().max(1)).max(FEWEST);
        let all = self.days.len();
        match all <= most {
            true => (0..all).collect(),
            false => (0..most).map(|nth| nth * (all - 1) / (most - 1)).collect(),
        }
    }

    /// The state of a finding on the day at a place; none where it was not found.
    fn state(&mut self, at: usize, key: &Key) -> Option<Option<&'static str>> {
        let (record, today, rules) = (self.record, self.today, self.rules);
        let known = Known { by: self.days[at], to: self.agency };
        let states = self.told.entry(at).or_insert_with(|| {
            let then = record.history(known);
            let names = Names::of(&then, today);
            let found = rules.iter().flat_map(|rule| (rule.find)(&then));
            found.map(|one| ((one.rule, names.renamed(one.people)), one.state)).collect()
        });
        states.get(key).copied()
    }
}
