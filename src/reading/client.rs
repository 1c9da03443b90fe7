//! A record about one person leaves out who it is about: "Convicted of three counts", "Bailed, not to approach Nour".
//!
//! Where a column names that one person and the sentence has no subject of its own, the person of the column is meant.

use super::scene::Scene;
use crate::model::{Event, EventKind, Role, Status, Who};

/// Words that stand before those whom a restriction protects.
const TOWARDS: &[&str] = &["approach", "contact", "contacting", "see", "seeing", "from", "with", "near", "visit", "to"];

/// Gives the person of the column to the events that need one and name none.
pub fn fill(scene: &Scene, events: &mut [Event]) {
    let Some(client) = scene.client.filter(|client| *client != Who::Child && !scene.is_child(*client)) else { return };
    for event in events {
        match event.kind {
            EventKind::SexualAbuseAllegation if is_proceeding(event.status) && !scene.is_small(client) => {
                accused(event, client);
            }
            EventKind::Outcome | EventKind::Custody | EventKind::Release | EventKind::RestrictionLifted => {
                event.people.entry(Role::Person).or_insert(client);
            }
            EventKind::ContactRestricted | EventKind::RestrictionBreached => restricted(scene, event, client),
            _ => {}
        }
    }
}

/// Whether a status is of proceedings against somebody, which a record about one person states without a name.
fn is_proceeding(status: Option<Status>) -> bool {
    use Status::*;
    matches!(status, Some(Charged | Convicted | NotCharged | Acquitted | UnderInvestigation | NoFurtherAction))
}

/// How old somebody is of whom a record states proceedings without saying against whom, at the least.
const ANSWERS_FROM: u8 = 14;

fn accused(event: &mut Event, client: Who) {
    let harmed = event.people.get(&Role::AllegedVictim) == Some(&client);
    if !harmed {
        event.people.entry(Role::AllegedPerpetrator).or_insert(client);
    }
}

fn restricted(scene: &Scene, event: &mut Event, client: Who) {
    match event.people.get(&Role::Person).copied() {
        None => {
            event.people.insert(Role::Person, client);
        }
        Some(Who::Mention(index)) if Who::Mention(index) != client && scene.stands_after(index, TOWARDS) => {
            event.people.insert(Role::Person, client);
            event.people.entry(Role::With).or_insert(Who::Mention(index));
        }
        _ => {}
    }
}

impl Scene<'_> {
    /// Whether somebody is stated to be younger than those against whom proceedings are taken.
    fn is_small(&self, who: Who) -> bool {
        let Some(own) = self.nps.iter().find(|np| np.who == Some(who)) else { return false };
        let all = self.nps.iter().filter(|np| self.one_person(own, np));
        all.filter_map(|np| self.age_of(np)).any(|age| age < ANSWERS_FROM)
    }

    /// Whether a mention's words are those of the child whose record it is.
    fn is_child(&self, who: Who) -> bool {
        self.nps.iter().any(|np| np.who == Some(who) && self.is_subject_child(np))
    }

    /// Whether one of the words stands right before a mention.
    fn stands_after(&self, mention: usize, words: &[&str]) -> bool {
        let np = self.nps.iter().find(|np| np.who == Some(Who::Mention(mention)));
        np.and_then(|np| np.first.checked_sub(1)).is_some_and(|before| words.contains(&self.page.word(before)))
    }
}
