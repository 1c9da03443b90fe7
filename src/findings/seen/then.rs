//! Which person of today each person of an earlier day is.

use crate::history::History;
use crate::model::PersonId;
use std::collections::BTreeMap;

/// People of an earlier day by the ids they have today.
pub struct Names(BTreeMap<PersonId, PersonId>);

impl Names {
    /// Who the people of an earlier day are today: each the one who has most of their mentions.
    pub fn of(then: &History<'_>, today: &History<'_>) -> Names {
        let mut votes: BTreeMap<&PersonId, BTreeMap<&PersonId, usize>> = BTreeMap::new();
        for (entry, people) in then.entries.iter().zip(&then.people.of) {
            let Some(now) = today.place(&entry.id).map(|at| &today.people.of[at]) else { continue };
            for (old, new) in people.iter().zip(now) {
                if let (Some(old), Some(new)) = (old, new) {
                    *votes.entry(old).or_default().entry(new).or_default() += 1;
                }
            }
        }
        let on_front_sheet = |id: &PersonId| then.front.everyone().any(|one| one.id == *id);
        let names = votes
            .into_iter()
            .filter(|(old, _)| !on_front_sheet(old))
            .filter_map(|(old, votes)| Some((old.clone(), most(&votes)?.clone())));
        Names(names.collect())
    }

    /// The people of a finding by the ids they have today.
    pub fn renamed(&self, people: BTreeMap<&'static str, PersonId>) -> BTreeMap<&'static str, PersonId> {
        people.into_iter().map(|(role, id)| (role, self.0.get(&id).cloned().unwrap_or(id))).collect()
    }
}

/// The person with most votes; of equals the first by id.
fn most<'p>(votes: &BTreeMap<&'p PersonId, usize>) -> Option<&'p PersonId> {
    let highest = votes.values().max()?;
    votes.iter().find(|(_, count)| *count == highest).map(|(id, _)| *id)
}
