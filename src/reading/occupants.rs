//! Lists of who lives at an address: "Occupants now Sandra, Mason and Mr Haddow", "Household: Mum, stepdad, two children".
//!
//! Councils, landlords and benefit offices write them. Where the list holds the child or whoever the child lives with,
//! everybody else in it shares the child's household.

use super::groups::Group;
use super::scene::{Np, Scene};
use crate::model::{Event, EventKind, Manner, Role, Who};

/// Words that head such a list before a colon.
const HEADINGS: &[&str] = &["household", "occupants", "occupiers", "residents", "tenants", "family", "home"];

/// How far behind its cue a list begins, in words.
const NEAR: usize = 6;

/// Reads the lists of an entry.
pub fn read(scene: &Scene, events: &mut Vec<Event>) {
    let cued = scene.page.of(0..scene.page.len(), Group::Occupants).map(|hit| (hit.first, hit.last));
    let headed =
        (0..scene.page.len()).filter(|at| HEADINGS.contains(&scene.page.word(*at)) && scene.page.is_mark(at + 1, b':'));
    let headed = headed.map(|at| (at, at + 1));
    for (first, last) in cued.chain(headed) {
        if [Group::Hypo, Group::Ask, Group::Neg].iter().any(|group| scene.reach(first, *group).is_some()) {
            continue;
        }
        let listed = scene.listed_after(last + 1);
        if !listed.iter().any(|np| scene.is_of_childs_home(np)) {
            continue;
        }
        for who in listed.iter().filter(|np| !np.young && !scene.is_subject_child(np)).filter_map(|np| np.who) {
            let mut event = scene.event(EventKind::Contact, first);
            event.people.insert(Role::Person, who);
            event.people.insert(Role::With, Who::Child);
            event.manner = Some(Manner::Household);
            let told = |other: &Event| {
                other.kind == event.kind && other.manner == event.manner && other.people == event.people
            };
            if !events.iter().any(told) {
                events.push(event);
            }
        }
    }
}

impl Scene<'_> {
    /// Everybody in a list that begins at about a token.
    fn listed_after(&self, from: usize) -> Vec<&Np> {
        let end = self.page.sentence(from).end;
        let first =
            self.nps.iter().find(|np| !np.nested && np.first >= from && np.first <= from + NEAR && np.last < end);
        first.map(|np| self.joined_by_marks(np, end)).unwrap_or_default()
    }

    /// A person and all after them up to the end of the sentence, between whom nothing but marks, "and" and small words stand.
    fn joined_by_marks<'s>(&'s self, first: &'s Np, end: usize) -> Vec<&'s Np> {
        let mut all = vec![first];
        let mut at = first.last + 1;
        for np in self.nps.iter().filter(|np| !np.nested && np.first > first.last && np.last < end) {
            if np.first.saturating_sub(at) > 4 || np.pronoun {
                break;
            }
            at = np.last + 1;
            all.push(np);
        }
        all.retain(|np| !np.pro && !np.generic);
        all
    }

    /// Whether somebody is the child, a child without a name, or a parent or grandparent of theirs by the words.
    fn is_of_childs_home(&self, np: &Np) -> bool {
        self.is_subject_child(np) || np.young && !np.named || self.is_parent(np)
    }
}
