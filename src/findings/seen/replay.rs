//! The history told again as it stood on earlier days, and what the rules found on each.

use super::concerned::Concerned;
use super::then::Names;
use crate::findings::Finding;
use crate::findings::rules::Rule;
use crate::history::{History, Known, Record};
use crate::model::{AgencyId, PersonId};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many entries are told again at most before days are passed over: once for all agencies together, once for each alone.
const TOLD: usize = 10_000;
/// How many more are told again to find days that were passed over.
const SOUGHT: usize = 40_000;
/// How many days are looked at, and how many more sought, however long the history is.
const FEWEST: usize = 8;

/// What tells one finding from another over time.
type Key = (&'static str, BTreeMap<&'static str, PersonId>);
/// The state of each finding on a day.
type States = BTreeMap<Key, Option<&'static str>>;

/// What was known to all agencies or to one, day by day. A day is told when it is first asked for.
pub struct Replay<'r, 'a> {
    record: &'r Record<'a>,
    today: &'r History<'a>,
    rules: &'r [&'r Rule],
    agency: Option<&'r AgencyId>,
    concerned: Concerned<'r>,
    told: BTreeMap<usize, States>,
    /// How many days more may be told than those that are looked at.
    left: usize,
}

impl<'r, 'a> Replay<'r, 'a> {
    /// A replay of what concerns some findings, to the agency alone or to all together.
    pub fn new(
        record: &'r Record<'a>,
        today: &'r History<'a>,
        rules: &'r [&'r Rule],
        agency: Option<&'r AgencyId>,
        concerned: Concerned<'r>,
    ) -> Self {
        let left = (SOUGHT / record.entries.len().max(1)).max(FEWEST);
        Replay { record, today, rules, agency, concerned, told: BTreeMap::new(), left }
    }

    /// The first day of the present stretch on which a finding has the state of today.
    ///
    /// Every day is looked at, from the last back, unless the history is very long: then days at even distances, and
    /// between two of them the day is found by halving among the days of entries that can change the finding. Where
    /// that too would be very much to tell again, the day is the first of those told, never one before the right one.
    pub fn first_day(&mut self, finding: &Finding) -> Option<NaiveDate> {
        let key: Key = (finding.rule, finding.people.clone());
        let looked_at = self.looked_at();
        let mut found: Option<usize> = None;
        for (place, at) in looked_at.iter().enumerate().rev() {
            match self.state(*at, &key) {
                None => break,
                Some(then) if then == finding.state => found = Some(place),
                Some(_) => {}
            }
        }
        let place = found?;
        let from = place.checked_sub(1).map_or(0, |before| looked_at[before] + 1);
        let at = self.sought(&key, finding, from, looked_at[place]);
        self.concerned.days.get(at).copied()
    }

    /// Between two places, on the later of which a finding has the state of today, the place of the first day on which it
    /// has.
    fn sought(&mut self, key: &Key, finding: &Finding, mut from: usize, mut to: usize) -> usize {
        let can_change = self.concerned.about(finding);
        loop {
            let told = self.told.range(from..to).map(|(at, states)| (*at, states.get(key) == Some(&finding.state)));
            for (at, holds) in told {
                if holds {
                    to = at;
                    break;
                }
                from = at + 1;
            }
            let Some(last) = can_change.last_before(to + 1).filter(|last| *last >= from) else { return to };
            to = last;
            let between = can_change.last_before(from + (to - from) / 2 + 1).filter(|at| *at >= from);
            let Some(at) = between.or_else(|| can_change.first_from(from)).filter(|at| *at < to && self.left > 0)
            else {
                return to;
            };
            self.left -= 1;
            self.state(at, key);
        }
    }

    /// The places of the days that are looked at.
    fn looked_at(&self) -> Vec<usize> {
        let most = (TOLD / self.record.entries.len().max(1)).max(FEWEST);
        let all = self.concerned.days.len();
        match all <= most {
            true => (0..all).collect(),
            false => (0..most).map(|nth| nth * (all - 1) / (most - 1)).collect(),
        }
    }

    /// The state of a finding on the day at a place; none where it was not found.
    fn state(&mut self, at: usize, key: &Key) -> Option<Option<&'static str>> {
        let (record, today, rules) = (self.record, self.today, self.rules);
        let known = Known { by: self.concerned.days[at], to: self.agency };
        let states = self.told.entry(at).or_insert_with(|| {
            let then = record.history(known);
            let names = Names::of(&then, today);
            let found = rules.iter().flat_map(|rule| (rule.find)(&then));
            found.map(|one| ((one.rule, names.renamed(one.people)), one.state)).collect()
        });
        states.get(key).copied()
    }
}
