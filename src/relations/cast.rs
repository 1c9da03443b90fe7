//! Who is what in each event: roles that pointed to mentions now point to people.

use super::happening::Happening;
use super::subject_of_return;
use crate::model::{Bond, Entry, EventKind, FrontSheet, Kin, PersonId, Reading, Role, Sex, Who};
use crate::people::People;
use std::collections::BTreeMap;

/// Every event with people in its roles. An event about several people happens to each of them.
pub fn happenings<'a>(
    front: &FrontSheet,
    entries: &[&'a Entry],
    readings: &[&'a Reading],
    people: &People,
) -> Vec<Happening<'a>> {
    let mut all = Vec::new();
    for (at, (entry, reading)) in entries.iter().zip(readings).enumerate() {
        for event in &reading.events {
            let mut casts: Vec<BTreeMap<Role, PersonId>> = vec![BTreeMap::new()];
            for (role, who) in &event.people {
                let fillers = fillers(front, people, at, *who);
                if fillers.is_empty() {
                    continue;
                }
                casts = casts
                    .into_iter()
                    .flat_map(|cast| {
                        fillers.iter().map(move |person| {
                            let mut cast = cast.clone();
                            cast.insert(*role, person.clone());
                            cast
                        })
                    })
                    .collect();
            }
            let turned = casts.into_iter().map(|people| facing_child(event.kind, people, &front.child.id));
            let told = turned.filter(|people| !is_before_birth(front, entry, event.kind, people));
            all.extend(told.map(|people| Happening { entry, event, people }));
        }
    }
    subject_of_return::fill(&mut all, entries, people, &front.child.id);
    all
}

/// Whether an event tells of contact with the child in an entry from before the child was born.
fn is_before_birth(front: &FrontSheet, entry: &Entry, kind: EventKind, people: &BTreeMap<Role, PersonId>) -> bool {
    let of_contact = matches!(kind, EventKind::Contact | EventKind::ContactEnded);
    let unborn =
        entry.when.as_ref().zip(front.child.born.as_ref()).is_some_and(|(when, born)| when.latest < born.earliest);
    of_contact && unborn && people.get(&Role::With).is_none_or(|with| *with == front.child.id)
}

/// The child's mother, where the case knows of one.
fn mothers(front: &FrontSheet, people: &People) -> Vec<PersonId> {
    let is_mother =
        |kin: &Kin| matches!(kin.steps.as_slice(), [step] if step.bond == Bond::Parent && step.sex == Some(Sex::F));
    let fact = people.kin.iter().find(|fact| fact.of == front.child.id && is_mother(&fact.kin));
    fact.map(|fact| fact.person.clone()).into_iter().collect()
}

/// Contact has two sides, and the words may start from either ("she visits him", "he visits her"). The child is
/// always the other side, so that a person's contact is found under the person.
fn facing_child(kind: EventKind, mut people: BTreeMap<Role, PersonId>, child: &PersonId) -> BTreeMap<Role, PersonId> {
    let two_sided = matches!(
        kind,
        EventKind::Contact | EventKind::ContactEnded | EventKind::ContactRestricted | EventKind::RestrictionBreached
    );
    let starts_from_child = people.get(&Role::Person) == Some(child);
    if let Some(other) = people.remove(&Role::With).filter(|other| !(two_sided && starts_from_child && other == child))
    {
        let (person, with) = if two_sided && starts_from_child { (Some(other), child.clone()) } else { (None, other) };
        people.insert(Role::With, with);
        people.extend(person.map(|person| (Role::Person, person)));
    }
    people
}

/// Who fills a role: one person, or each of a group; nobody where the words do not say who.
fn fillers(front: &FrontSheet, people: &People, entry: usize, who: Who) -> Vec<PersonId> {
    match who {
        Who::Child => vec![front.child.id.clone()],
        Who::Mother => mothers(front, people),
        Who::Mention(mention) => match people.of[entry].get(mention).cloned().flatten() {
            Some(person) => vec![person],
            None => people.groups[entry].get(mention).cloned().unwrap_or_default(),
        },
    }
}
