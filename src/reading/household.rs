//! Who joins and leaves the household, who becomes whose partner, births.

use super::groups::{Group, Set};
use super::page::Hit;
use super::scene::{Np, Scene};
use crate::model::{Event, EventKind, Role, Who};

const GROUPS: &[(Group, EventKind)] = &[
    (Group::MovedIn, EventKind::HouseholdJoined),
    (Group::MovedOut, EventKind::HouseholdLeft),
    (Group::Began, EventKind::RelationshipBegan),
    (Group::Parted, EventKind::RelationshipEnded),
    (Group::Born, EventKind::Birth),
];
const ANY: Set = Set::of(&[Group::MovedIn, Group::MovedOut, Group::Began, Group::Parted, Group::Born]);

/// Reads household and relationship changes of the whole entry.
pub fn read(scene: &Scene, events: &mut Vec<Event>) {
    for sentence in &scene.page.sentences {
        if !scene.page.groups(sentence.clone()).meets(ANY) {
            continue;
        }
        for hit in scene.page.hits_in(sentence.clone()) {
            if let Some((_, kind)) = GROUPS.iter().find(|(group, _)| *group == hit.group) {
                scene.change(hit, *kind, events);
            }
        }
    }
}

impl Scene<'_> {
    fn change(&self, hit: &Hit, kind: EventKind, events: &mut Vec<Event>) {
        let unsure = [Group::Hypo, Group::Ask, Group::Feared, Group::Neg]
            .iter()
            .any(|group| self.reach(hit.first, *group).is_some_and(|at| hit.first - at < 5));
        let supposed = (self.verb_start(hit.first)..hit.first).any(|i| {
            matches!(
                self.page.word(i),
                "not" | "would" | "could" | "might" | "may" | "should" | "never" | "to" | "asked" | "wants" | "hopes"
            )
        });
        if unsure || supposed || self.page.has(hit.first, Group::Measure) {
            return;
        }
        let usable = |np: &&Np| !np.generic && (!np.pro || np.named) && np.who.is_some();
        let subject = self.subject(hit.first).filter(usable);
        let object = self.object(hit.last).filter(usable).or_else(|| {
            self.after(hit.last)
                .into_iter()
                .find(|(groups, at, np)| groups.has(Group::With) && *at <= hit.last + 3 && usable(np))
                .map(|(_, _, np)| np)
        });
        let object = object.or_else(|| self.named_behind(hit).filter(usable));
        let (person, with) = match kind {
            EventKind::Birth => (
                object.filter(|_| self.page.word(hit.last) == "of" || self.page.word(hit.last) == "to").or(subject),
                None,
            ),
            EventKind::RelationshipBegan if self.inside_partner(hit) => return,
            EventKind::RelationshipBegan | EventKind::RelationshipEnded => {
                (subject, object.or_else(|| self.other_of_pair(subject)))
            }
            _ if self.expels(hit) => (object, None),
            _ => (subject, object),
        };
        let Some(person) = person else { return };
        let people = if matches!(kind, EventKind::HouseholdJoined | EventKind::HouseholdLeft) {
            self.joined(person)
        } else {
            vec![person]
        };
        for person in people {
            let mut event = self.event(kind, hit.first);
            event.people.extend(person.who.map(|who| (Role::Person, who)));
            let default = matches!(kind, EventKind::HouseholdJoined | EventKind::HouseholdLeft)
                .then_some(Who::Child)
                .filter(|child| Some(*child) != person.who);
            let with = with.and_then(|np| np.who).filter(|who| Some(*who) != person.who).or(default);
            event.people.extend(with.map(|who| (Role::With, who)));
            let fresh = !events.iter().any(|other| other.kind == kind && other.people == event.people);
            if fresh {
                events.push(event);
            }
        }
    }

    /// "Aunt Kelly has a new man, Wayne Hext": who stands behind the comma.
    fn named_behind(&self, hit: &Hit) -> Option<&Np> {
        let comma = (hit.last..hit.last + 2).find(|at| self.page.is_mark(*at, b','))?;
        self.np(comma + 1).filter(|np| np.first == comma + 1 && np.named)
    }

    /// "asked to leave", "threw out": the object goes.
    fn expels(&self, hit: &Hit) -> bool {
        let first = self.page.word(hit.first);
        matches!(
            first,
            "threw" | "kicked" | "evicted" | "sent" | "shown" | "put" | "chucked" | "slung" | "turfed" | "booted"
        ) && !self.passive(hit.first)
    }

    /// "new partner" inside words for somebody is no event of its own.
    fn inside_partner(&self, hit: &Hit) -> bool {
        self.np(hit.first).is_some_and(|np| np.first <= hit.first && np.last >= hit.last && !np.subject)
    }

    /// "Mum and Dad have split up": the second of a pair that is the subject.
    fn other_of_pair<'s>(&'s self, subject: Option<&'s Np>) -> Option<&'s Np> {
        let subject = subject?;
        let range = self.page.sentence(subject.first);
        let pair = self
            .nps
            .iter()
            .filter(|np| range.contains(&np.first) && !np.nested)
            .find(|np| self.joined(np).len() > 1)?;
        self.joined(pair).into_iter().find(|np| np.who != subject.who)
    }
}
