//! An alleged perpetrator of whom only a given name was known, and somebody of that name who is named in full years later: nobody's words
//! say that they are one, and a wrong join would accuse an innocent or clear the guilty. That is asked, and never joined.

use super::draft::Table;
use crate::model::{Bond, Role, Who};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// More than how many days apart a name and a full name are not taken for one person's by the name alone.
const DAYS: i64 = 366;

impl Table<'_> {
    /// Whether a clue is of somebody alleged to have done harm by a given name alone, and the draft was named in full only long before or
    /// after, is not on the front sheet and is no relative by blood of whom the clue says the same.
    pub fn is_accused_long_apart(&self, clue: usize, draft: usize) -> bool {
        let known = &self.drafts[draft];
        let said = &self.clues[clue];
        let by_name = said.profile.names.is_empty() && !said.profile.singles.is_empty();
        // "Craig, the carers' grown-up son" is not at once the Craig whom the front sheet lists as her sister's boyfriend.
        let another_tie = || !said.claims.is_empty() && !self.kin_fits(clue, draft);
        let in_full = !known.profile.names.is_empty() && (known.front.is_none() || another_tie());
        by_name
            && in_full
            && (self.is_alleged(clue)
                || self.day_of(said.entry).is_some_and(|day| self.is_named_long_apart(draft, day)))
            && !self.is_same_relative(clue, draft)
            && self.first_alleged(clue).is_some_and(|day| self.is_named_long_apart(draft, day))
    }

    /// The first day on which anybody of the given name alone was alleged to have done harm.
    fn first_alleged(&self, clue: usize) -> Option<NaiveDate> {
        let first = self.alleged_from(|| self.first_days());
        self.clues[clue].profile.singles.iter().filter_map(|name| first.get(name)).min().copied()
    }

    /// For each given name that stands alone, the first day on which anybody so called was alleged to have done harm.
    fn first_days(&self) -> FxHashMap<String, NaiveDate> {
        let mut first: FxHashMap<String, NaiveDate> = FxHashMap::default();
        let bare =
            |clue: &usize| self.clues[*clue].profile.names.is_empty() && !self.clues[*clue].profile.singles.is_empty();
        for clue in (0..self.clues.len()).filter(bare).filter(|clue| self.is_alleged(*clue)) {
            let Some(day) = self.day_of(self.clues[clue].entry) else { continue };
            for name in &self.clues[clue].profile.singles {
                let known = first.entry(name.clone()).or_insert(day);
                *known = day.min(*known);
            }
        }
        first
    }

    /// Whether either of two people is accused by a given name alone in words that cannot be taken for the other, named in
    /// full only long before or after.
    pub fn are_accused_long_apart(&self, a: usize, b: usize) -> bool {
        let of = |vague: usize, known: usize| {
            let clues = &self.drafts[vague].clues;
            clues.iter().any(|(clue, _)| self.is_accused_long_apart(*clue, known))
        };
        of(a, b) || of(b, a)
    }

    fn is_named_long_apart(&self, draft: usize, day: NaiveDate) -> bool {
        let mut days = self.drafts[draft].named_on.iter().map(|named| (*named - day).num_days().abs());
        days.all(|away| away > DAYS) && !self.drafts[draft].named_on.is_empty()
    }

    /// Whether the entry of a clue alleges harm by whoever it means.
    pub fn is_alleged(&self, clue: usize) -> bool {
        let said = &self.clues[clue];
        let Some(reading) = self.readings.get(said.entry).copied().flatten() else { return false };
        let own = |who: &Who| matches!(who, Who::Mention(at) if said.mentions.contains(at));
        reading.events.iter().any(|event| event.people.get(&Role::AllegedPerpetrator).is_some_and(own))
    }

    fn is_same_relative(&self, clue: usize, draft: usize) -> bool {
        let blood = |bond: Bond| matches!(bond, Bond::Parent | Bond::Sibling | Bond::HalfSibling | Bond::Child);
        let said = &self.clues[clue].claims;
        let by_blood = said.iter().any(|claim| claim.kin.steps.iter().all(|step| blood(step.bond)));
        by_blood && self.kin_fits(clue, draft) && !self.family.is_stranger(draft)
    }
}
