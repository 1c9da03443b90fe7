//! Whose harmful sexual behaviour it is, and towards whom.

use super::Sides;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};

/// Prepositions before those towards whom it is.
const TOWARDS: Set = Set::of(&[Group::Toward, Group::Against, Group::With, Group::Of]);
const BY: Set = Set::of(&[Group::By, Group::From]);

impl Scene<'_> {
    /// "Joanne rang. She came upon Alfie (10) and Ellie (7) ... graded as harmful sexual behaviour": somebody grown in an entry that names
    /// children beside, whose behaviour it then is.
    fn is_teller_of_children(&self, np: &Np) -> bool {
        let young = |one: &Np| self.age_of(one).is_some_and(|age| (5..18).contains(&age)) || self.is_subject_child(one);
        let base = self.base(np);
        !young(base) && self.is_grown(base) && self.nps.iter().any(|one| one.named && !one.pro && young(one))
    }

    /// Who behaves so and towards whom.
    pub fn harmful_sides(&self, hit: &Hit) -> Sides<'_> {
        let mut sides = Sides::default();
        let last = hit.last.saturating_sub(usize::from(self.page.has(hit.last, Group::Toward)));
        for (groups, _, np) in self.after(last).into_iter().filter(|(_, _, np)| !np.pro) {
            if groups.meets(TOWARDS) && sides.victim.is_none() {
                sides.victim = Some(np);
            } else if groups.meets(BY) && sides.perpetrator.is_none() {
                sides.perpetrator = Some(np);
            }
        }
        let victim = sides.victim.map(|np| np.who);
        let other = |np: &&Np| !np.pro && !np.nested && Some(np.who) != victim;
        let start = self.page.sentence(hit.first).start;
        let first_before = || {
            let before = |np: &&Np| np.first >= start && np.last < hit.first && !np.generic;
            self.nps.iter().find(|np| before(np) && other(np))
        };
        let subject = || {
            if victim.is_some() || self.page.has(hit.first, Group::HarmfulService) {
                first_before()
            } else {
                self.subject(hit.first)
            }
        };
        sides.perpetrator = sides
            .perpetrator
            .or_else(|| hit.first.checked_sub(1).and_then(|at| self.owner_at(at)))
            .or_else(subject)
            .filter(|np| !self.is_teller_of_children(np))
            .or_else(|| self.nps.iter().find(|np| other(np) && self.is_subject_child(np)))
            .or_else(|| self.nps.iter().find(|np| np.named && other(np) && !self.is_teller_of_children(np)));
        sides.governed = sides.perpetrator.is_some();
        sides
    }
}
