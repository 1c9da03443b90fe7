//! Who is on a register of offenders, or under an order made against offenders.

use super::Sides;
use crate::reading::groups::Group;
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};

impl Scene<'_> {
    /// Who is said to be an offender; nobody is said to have been harmed.
    pub fn offender_sides(&self, hit: &Hit) -> Sides<'_> {
        let range = self.page.sentence(hit.first);
        let adult = |np: &&Np| !np.young && !np.plural && !np.generic;
        let near = || self.subject(hit.first).filter(|np| !np.pro || np.named).filter(adult);
        let before = || {
            let own = |np: &&Np| np.first >= range.start && np.last < hit.first && !np.pro && !np.nested && !np.owns;
            self.nps.iter().rev().find(own).filter(adult)
        };
        let next = || self.np_from(hit.last + 1).filter(|np| np.named || !np.pro);
        let later = || {
            let later = |np: &&Np| np.first > hit.last && np.first < range.end && !np.pro && !np.nested;
            self.nps.iter().find(|np| later(np) && adult(np))
        };
        let beside = hit.first.checked_sub(1).and_then(|at| self.np(at));
        if beside.is_some_and(|np| self.is_subject_child(np)) {
            return Sides { perpetrator: None, victim: None, governed: true };
        }
        // "Nigel Farrant, whose SHPO follows ...": whose it is stands before the comma.
        let whose = || {
            let at = hit.first.checked_sub(1).filter(|at| self.page.word(*at) == "whose")?;
            let before = at.checked_sub(1)?;
            let owner = if self.page.is_mark(before, b',') { before.checked_sub(1)? } else { before };
            self.np(owner)
        };
        if self.is_another_offender(hit) {
            let comma = usize::from(self.page.is_mark(hit.last + 1, b','));
            let named = self.np_from(hit.last + 1 + comma).filter(|np| np.named);
            return Sides { perpetrator: named, victim: None, governed: true };
        }
        let perpetrator = whose()
            .or_else(|| self.made_against(hit))
            .or_else(near)
            .or_else(before)
            .or_else(|| self.topic(hit.first))
            .or_else(next)
            .or_else(later)
            .or_else(|| self.topic(self.page.len()))
            .filter(|np| !self.is_subject_child(np) && (!np.young || np.named));
        Sides { perpetrator, victim: None, governed: true }
    }

    /// "Home visit to registered sex offender at flat 11", "near a registered sex offender": somebody of whom no more is said than that, and
    /// none of those whom the entry names.
    fn is_another_offender(&self, hit: &Hit) -> bool {
        const LEADS: &[&str] =
            &["to", "with", "near", "by", "from", "visit", "visited", "visiting", "beside", "opposite", "for"];
        let person = matches!(self.page.word(hit.last), "offender" | "offenders" | "rso" | "nominal");
        let article = hit.first.checked_sub(1).filter(|at| self.page.has(*at, Group::Det));
        let lead = article.unwrap_or(hit.first).checked_sub(1);
        let here = |at: &usize| self.page.sentence_of(*at) == self.page.sentence_of(hit.first);
        person && lead.filter(here).is_some_and(|at| LEADS.contains(&self.page.word(at)))
    }

    /// "sexual harm prevention order granted against".
    fn made_against(&self, hit: &Hit) -> Option<&Np> {
        let order = self.page.word(hit.first).starts_with("shpo") || self.page.word(hit.last).ends_with("order");
        let against = || {
            self.after(hit.last)
                .into_iter()
                .find(|(groups, _, np)| (groups.has(Group::Against) || groups.has(Group::Toward)) && !np.pro)
                .map(|(_, _, np)| np)
        };
        order.then(against).flatten()
    }

    /// Whom the sentence before, or else the entry, is about.
    fn topic(&self, before: usize) -> Option<&Np> {
        let adult = |np: &&Np| np.last < before && !np.pro && !np.nested && !np.generic && !np.young && !np.plural;
        self.nps.iter().rev().filter(adult).find(|np| np.subject).or_else(|| self.nps.iter().find(adult))
    }
}
