//! Being found in somebody's company, and having the child for a while: contact that no single phrase tells.
//!
//! "Located in a car park with X", "uncle has Ava and Ellie at weekends": the words stand apart, so the frame is looked
//! for instead of a phrase.

use super::groups::Group;
use super::scene::{Np, Scene};
use crate::model::{Event, EventKind, Manner, Role, Who};
use std::collections::BTreeMap;

/// Ways of coming upon a child.
const FOUND: &[&str] =
    &["located", "traced", "found", "discovered", "stopped", "seen", "observed", "spotted", "recovered"];
/// Forms of having.
const HAS: &[&str] = &["has", "have", "had", "having"];
/// Words for the while somebody has a child.
const WHILE: &[&str] = &[
    "weekend",
    "weekends",
    "night",
    "nights",
    "overnight",
    "evenings",
    "afternoons",
    "holidays",
    "saturday",
    "saturdays",
    "sunday",
    "sundays",
    "monday",
    "mondays",
    "tuesday",
    "tuesdays",
    "wednesday",
    "wednesdays",
    "thursday",
    "thursdays",
    "friday",
    "fridays",
    "week",
    "weeks",
    "days",
    "school",
];
/// How far "with" may stand from the finding, and the while from the child, in words.
const NEAR: usize = 14;

/// Reads both frames into `events`.
pub fn read(scene: &Scene, events: &mut Vec<Event>) {
    for sentence in &scene.page.sentences {
        for at in sentence.clone() {
            if FOUND.contains(&scene.page.word(at)) {
                scene.found_with(at, events);
            } else if HAS.contains(&scene.page.word(at)) {
                scene.has_child(at, events);
            }
        }
    }
}

impl Scene<'_> {
    fn found_with(&self, at: usize, events: &mut Vec<Event>) {
        let of_child = self.subject(at).is_none_or(|np| self.is_child_side(np));
        if !of_child || self.reach(at, Group::Neg).is_some() || self.reach(at, Group::Hypo).is_some() {
            return;
        }
        let with = self.after(at).into_iter().find(|(groups, place, np)| {
            groups.has(Group::With) && *place <= at + NEAR && !np.pro && !np.generic && !self.is_child_side(np)
        });
        if let Some((_, _, np)) = with.filter(|(_, _, np)| np.named) {
            self.together(at, np, &[Who::Child], Manner::Direct, events);
        }
    }

    fn has_child(&self, at: usize, events: &mut Vec<Event>) {
        let Some(child) = self.np_from(at + 1).filter(|np| self.is_child_side(np)) else { return };
        let children = self.joined(child);
        let last = children.last().map_or(child.last, |np| np.last);
        let end = self.page.sentence(at).end.min(last + 5);
        let whiles = (last + 1..end).any(|i| WHILE.contains(&self.page.word(i)));
        let holder = self.subject(at).filter(|np| !np.pro && !np.generic && !self.is_child_side(np));
        if let Some(holder) = holder.filter(|_| whiles && self.reach(at, Group::Neg).is_none()) {
            let with: Vec<Who> = children.iter().filter_map(|np| np.who).collect();
            self.together(at, holder, &with, Manner::Care, events);
        }
    }

    /// Contact of one person with each of the others, unless the sentence already tells of it.
    fn together(&self, at: usize, person: &Np, with: &[Who], manner: Manner, events: &mut Vec<Event>) {
        let Some(who) = person.who else { return };
        for other in with {
            let mut event = self.event(EventKind::Contact, at);
            let told = events.iter().any(|one| {
                let here = (one.cell, one.start) == (event.cell, event.start);
                here && one.people.get(&Role::Person) == Some(&who)
                    && matches!(one.kind, EventKind::Contact | EventKind::RestrictionBreached | EventKind::ContactEnded)
            });
            if !told || manner == Manner::Care {
                event.people = BTreeMap::from([(Role::Person, who), (Role::With, *other)]);
                event.manner = Some(manner);
                events.push(event);
            }
        }
    }
}
