//! The entries that can change findings, and the days on which they became known.

use crate::findings::Finding;
use crate::history::History;
use crate::model::{AgencyId, Entry, EntryId, PersonId};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The days on which entries became known that mention anyone whom some findings speak of, the child apart, or that the
/// findings cite: only they can change them.
pub struct Concerned<'h> {
    /// The days, in order.
    pub days: Vec<NaiveDate>,
    /// For each person the places of the days of entries that mention them, in order.
    people: FxHashMap<&'h PersonId, Rc<Vec<usize>>>,
    /// For each entry that is cited the place of its day.
    cited: FxHashMap<&'h EntryId, usize>,
}

impl<'h> Concerned<'h> {
    /// What these findings rest on, of one agency or of all, up to the day of the history.
    pub fn of(history: &'h History<'_>, findings: &[Finding], agency: Option<&AgencyId>) -> Self {
        let child = &history.front.child.id;
        let people: BTreeSet<&PersonId> = findings.iter().flat_map(whom).filter(|id| *id != child).collect();
        let cited: BTreeSet<&EntryId> = findings.iter().flat_map(|one| &one.evidence).collect();
        let mut found: Vec<(NaiveDate, &Entry, Vec<&PersonId>)> = Vec::new();
        for (at, entry) in history.entries.iter().copied().enumerate() {
            let here = history.people_at(at).into_iter().filter(|id| people.contains(id)).collect::<Vec<_>>();
            let known = entry.known_on().filter(|day| *day <= history.as_at);
            let own = agency.is_none_or(|id| entry.agency == *id);
            if let Some(day) = known.filter(|_| own && (!here.is_empty() || cited.contains(&entry.id))) {
                found.push((day, entry, here));
            }
        }
        found.sort_by_key(|(day, ..)| *day);
        let mut concerned = Concerned { days: Vec::new(), people: FxHashMap::default(), cited: FxHashMap::default() };
        for (day, entry, here) in found {
            if concerned.days.last() != Some(&day) {
                concerned.days.push(day);
            }
            let at = concerned.days.len() - 1;
            here.into_iter().for_each(|id| Rc::make_mut(concerned.people.entry(id).or_default()).push(at));
            if cited.contains(&entry.id) {
                concerned.cited.insert(&entry.id, at);
            }
        }
        concerned
    }

    /// The places of the days of entries that can change one of the findings.
    pub fn about(&self, finding: &Finding) -> Places {
        let mut cited: Vec<usize> = finding.evidence.iter().filter_map(|id| self.cited.get(id)).copied().collect();
        cited.sort_unstable();
        let people: BTreeSet<&PersonId> = whom(finding).collect();
        let lists = people.into_iter().filter_map(|id| self.people.get(id)).cloned();
        Places(lists.chain([Rc::new(cited)]).collect())
    }
}

/// Everyone a finding speaks of.
fn whom(finding: &Finding) -> impl Iterator<Item = &PersonId> {
    finding.people.values().chain(finding.path.iter().flat_map(|step| [&step.person, &step.of]))
}

/// Places in several lists, each in order.
pub struct Places(Vec<Rc<Vec<usize>>>);

impl Places {
    /// The last place before this one.
    pub fn last_before(&self, at: usize) -> Option<usize> {
        let last = |list: &Rc<Vec<usize>>| list.partition_point(|one| *one < at).checked_sub(1).map(|last| list[last]);
        self.0.iter().filter_map(last).max()
    }

    /// The first place from this one on.
    pub fn first_from(&self, at: usize) -> Option<usize> {
        self.0.iter().filter_map(|list| list.get(list.partition_point(|one| *one < at)).copied()).min()
    }
}

#[cfg(test)]
mod tests {
    use super::{Places, Rc};

    #[test]
    fn the_nearest_place_is_found_in_whichever_list_it_stands() {
        let places = Places(vec![Rc::new(vec![2, 9]), Rc::new(vec![4]), Rc::new(Vec::new())]);
        assert_eq!(
            [0, 2, 3, 5, 9, 10].map(|at| places.last_before(at)),
            [None, None, Some(2), Some(4), Some(4), Some(9)]
        );
        assert_eq!([0, 2, 3, 5, 10].map(|at| places.first_from(at)), [Some(2), Some(2), Some(4), Some(9), None]);
    }
}
