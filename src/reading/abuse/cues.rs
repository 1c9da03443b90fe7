//! Whom a noun of abuse means, by what stands before it or elsewhere in its sentence: whose it is, who "had" it, labels,
//! and what a noun of alleging says.

use super::Sides;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;

/// How far past its sentence a label is looked for, in words.
const LABEL_REACH: usize = 40;

impl Scene<'_> {
    /// "her dad's sexual behaviour", "Ava's allegation of".
    pub fn possessor<'s>(&'s self, hit: &Hit, sides: &mut Sides<'s>) {
        const BETWEEN: Set = Set::of(&[Group::Skip, Group::Historic, Group::SexualWord]);
        let Some(mut at) = hit.first.checked_sub(1) else { return };
        while at > 0 && self.page.any(at, BETWEEN) && self.np(at).is_none() {
            at -= 1;
        }
        if let Some(owner) = self.owner_at(at).filter(|np| !np.pro) {
            let nobody_harmed = sides.victim.is_none();
            if self.is_account(hit) {
                sides.put(owner, false);
            } else if nobody_harmed && (sides.perpetrator.is_some() || owner.young) {
                sides.victim = Some(owner);
            } else if sides.perpetrator.is_none() && (sides.victim.is_some() || !owner.pronoun) {
                sides.perpetrator = Some(owner);
            }
            return;
        }
        let start = self.page.sentence(hit.first).start;
        let allegation = self.page.of(start..hit.first, Group::Allege).rev().find(|noun| noun.first > start);
        if let Some(owner) = allegation.and_then(|noun| self.owner_at(noun.first - 1)).filter(|np| !np.pro) {
            sides.governed = true;
            sides.put(owner, false);
        }
    }

    /// "Rosie's sexual allegation about Ash": whether words of abuse are what somebody said of it.
    pub fn is_account(&self, hit: &Hit) -> bool {
        const ACCOUNTS: &[&str] = &["allegation", "complaint", "disclosure", "accusation", "claim"];
        (hit.first..=hit.last).any(|at| ACCOUNTS.iter().any(|start| self.page.word(at).starts_with(start)))
    }

    /// Who owns what follows a token: "Ava's", "her".
    pub fn owner_at(&self, at: usize) -> Option<&Np> {
        if self.page.shape(at) == Shape::Possessive {
            at.checked_sub(1).and_then(|at| self.np(at))
        } else {
            self.np(at).filter(|np| np.pronoun && np.owns)
        }
    }

    /// "stepfather had sexually inappropriate contact with Megan": who had it did it.
    pub fn had<'s>(&'s self, hit: &Hit, sides: &mut Sides<'s>) {
        const HAD: &[&str] = &["had", "has", "having", "have", "showed", "shown", "displayed"];
        let mut at = hit.first;
        while at > 0 && self.page.any(at - 1, Set::of(&[Group::Det, Group::Skip])) && self.np(at - 1).is_none() {
            at -= 1;
        }
        let Some(verb) = at.checked_sub(1).filter(|verb| HAD.contains(&self.page.word(*verb))) else { return };
        let subject = self.subject(verb).filter(|np| !np.pro && !np.generic);
        let with =
            |(groups, _, np): &(Set, usize, &Np)| (groups.has(Group::With) || groups.has(Group::Toward)) && !np.pro;
        let towards = self.after(hit.last).into_iter().find(with).map(|(_, _, np)| np);
        let (Some(subject), Some(towards)) = (subject, towards) else { return };
        let harmed = self.is_child_side(subject) && !towards.young && !self.is_child_side(towards);
        let (perpetrator, victim) = if harmed { (towards, subject) } else { (subject, towards) };
        (sides.perpetrator, sides.victim) = (Some(perpetrator), Some(victim));
    }

    /// "victim Lottie, source of harm maternal uncle".
    pub fn labels<'s>(&'s self, at: usize, sides: &mut Sides<'s>) {
        let range = self.page.sentence(at);
        let whole = range.start..self.page.len().min(range.end + LABEL_REACH);
        let labelled = |group: Group| self.page.of(whole.clone(), group).find_map(|hit| self.labelled_by(hit));
        let alleged = labelled(Group::SuspectLabel).filter(|np| !np.pro || np.named);
        sides.perpetrator = sides.perpetrator.or(alleged);
        sides.victim = sides.victim.or_else(|| labelled(Group::VictimLabel).filter(|np| !np.pro));
    }

    fn labelled_by(&self, label: &Hit) -> Option<&Np> {
        let mut next = label.last + 1;
        while matches!(self.page.shape(next), Shape::Mark(b':' | b'(' | b'-' | b'='))
            || self.page.any(next, Set::of(&[Group::Be, Group::KnownAs]))
        {
            next += 1;
        }
        let follows = self.np_from(next).filter(|np| np.first > label.last);
        follows.or_else(|| self.np(label.last).filter(|np| np.last > label.last))
    }

    /// Cues elsewhere in the sentence: "allegation against P", "concern about P", "in respect of V".
    pub fn other_words<'s>(&'s self, hit: &Hit, sides: &mut Sides<'s>) {
        let start = self.page.sentence(hit.first).start;
        for noun in self.page.of(start..hit.first, Group::Allege) {
            for (groups, at, np) in self.after(noun.last) {
                if at >= hit.first || np.generic || np.pro && !np.named {
                    continue;
                }
                let reported = groups.has(Group::ReportedBy) || groups.has(Group::By);
                let alleged = (groups.has(Group::Against) || groups.has(Group::About)) && !np.young;
                let harmed = groups.has(Group::Of) || np.young && !groups.has(Group::By) || reported;
                if alleged && sides.perpetrator.is_none() && self.page.word(at) != "in" {
                    sides.perpetrator = Some(np);
                } else if harmed {
                    sides.put(np, false);
                }
                sides.governed = true;
            }
        }
    }
}
