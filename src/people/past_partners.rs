//! A partner of long ago: the mother's mother's "then partner", of whom the mother tells what he did when she was eleven, is not the
//! partner of today unless something says so. That is asked, and never joined.

use super::clue::Claim;
use super::draft::Table;
use crate::model::{Bond, Kin, Role, Who};

/// Marks every tie of such a partner as one of the past.
pub fn mark(table: &mut Table) {
    let past: Vec<usize> = (0..table.clues.len()).filter(|clue| table.is_partner_of_then(*clue)).collect();
    for clue in past {
        for claim in table.clues[clue].claims.iter_mut().filter(|claim| is_partner(claim)) {
            claim.kin.steps.iter_mut().last().into_iter().for_each(|step| step.former = true);
        }
    }
}

impl Table<'_> {
    /// Whether a clue is of somebody's partner who is alleged to have done harm years before the entry: to another than the child, or
    /// in words that put him in the past ("Mum's then boyfriend").
    pub fn is_partner_of_then(&self, clue: usize) -> bool {
        let said = &self.clues[clue];
        if !said.claims.iter().any(is_partner) {
            return false;
        }
        let past = said.claims.iter().any(|claim| is_partner(claim) && is_former(&claim.kin));
        let Some(reading) = self.readings.get(said.entry).copied().flatten() else { return false };
        let own = |who: &Who| matches!(who, Who::Mention(at) if said.mentions.contains(at));
        reading.events.iter().any(|event| {
            let other = || {
                let harmed = event.people.get(&Role::AllegedVictim);
                harmed.is_some_and(|harmed| self.draft_of(said.entry, harmed) != Some(0))
            };
            event.historical && event.people.get(&Role::AllegedPerpetrator).is_some_and(own) && (past || other())
        })
    }

    /// Whether a clue is of a partner of long ago, and the draft is not known to be a former partner nor called by just that name.
    pub fn is_partner_of_another_time(&self, clue: usize, draft: usize) -> bool {
        if !self.is_partner_of_then(clue) {
            return false;
        }
        let (said, known) = (&self.clues[clue].profile, &self.drafts[draft].profile);
        let called_so = known.names.iter().any(|name| said.singles.contains(name.first()))
            || said.names.iter().any(|name| known.names.contains(name))
            || !known.singles.is_disjoint(&said.singles);
        !called_so && !self.was_partner(draft)
    }

    /// The same of everything that is known of two people.
    pub fn are_partners_of_other_times(&self, a: usize, b: usize) -> bool {
        let of = |then: usize, now: usize| {
            self.drafts[then].clues.iter().any(|(clue, _)| self.is_partner_of_another_time(*clue, now))
        };
        of(a, b) || of(b, a)
    }

    /// Whether the front sheet or any entry makes somebody a former partner.
    fn was_partner(&self, draft: usize) -> bool {
        let known = &self.drafts[draft];
        let listed = known.front.and_then(|place| self.front.everyone().nth(place));
        listed.and_then(|one| Kin::parse(one.relation.as_deref()?)).is_some_and(|kin| is_former(&kin))
            || known.clues.iter().flat_map(|(clue, _)| &self.clues[*clue].claims).any(|claim| is_former(&claim.kin))
    }
}

fn is_partner(claim: &Claim) -> bool {
    claim.kin.steps.last().is_some_and(|step| step.bond == Bond::Partner)
}

fn is_former(kin: &Kin) -> bool {
    kin.steps.last().is_some_and(|step| step.bond == Bond::Partner && step.former)
}
