//! Who is said to have done it, who was arrested for it, and how it ended for them.

use crate::findings::told::sentences;
use crate::history::History;
use crate::model::{Entry, PersonId, Role, Status};
use std::collections::BTreeSet;

const DONE_BY: &str = "who is said to have done it";
const ARRESTED: &str = "who was arrested";
const ENDED: &str = "what came of it";

/// What the entries at two places differ on, of who did it and what came of it.
pub fn differ(history: &History<'_>, a: usize, b: usize) -> Option<&'static str> {
    let (one, other) = (history.entries[a], history.entries[b]);
    let apart = |one: &BTreeSet<&PersonId>, other: &BTreeSet<&PersonId>| {
        !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
    };
    if apart(&blamed(history, one), &blamed(history, other)) {
        Some(DONE_BY)
    } else if apart(&arrested(history, a), &arrested(history, b)) {
        Some(ARRESTED)
    } else {
        ends_differ(history, one, other).then_some(ENDED)
    }
}

/// Everyone known by name whom an entry names as an alleged perpetrator: "a man" may be anybody.
fn blamed<'h>(history: &'h History<'_>, entry: &Entry) -> BTreeSet<&'h PersonId> {
    let here = history.happenings_in(&entry.id);
    here.filter_map(|one| one.who(Role::AllegedPerpetrator)).filter(|id| is_named(history, id)).collect()
}

fn is_named(history: &History<'_>, id: &PersonId) -> bool {
    history.person(id).is_some_and(|one| one.named)
}

/// Those known by name who stand last before "arrested" in their sentence.
fn arrested<'h>(history: &'h History<'_>, at: usize) -> BTreeSet<&'h PersonId> {
    let entry = history.entries[at];
    let mentions = history.mentions_at(at);
    let mut found = BTreeSet::new();
    for (cell, told) in entry.cells.iter().enumerate() {
        for (from, one) in sentences(&told.text) {
            let Some(place) = one.to_lowercase().find("arrested").map(|place| from + place) else { continue };
            let before = |start: usize, end: usize| start >= from && end <= place;
            let named =
                mentions.clone().filter(|(mention, _)| mention.cell == cell && before(mention.start, mention.end));
            let last = named.max_by_key(|(mention, _)| mention.start).and_then(|(_, id)| id);
            found.extend(last.filter(|id| is_named(history, id)));
        }
    }
    found
}

/// Whether one says charged or convicted where the other says that no action was taken.
fn ends_differ(history: &History<'_>, a: &Entry, b: &Entry) -> bool {
    let statuses = |entry: &Entry| -> BTreeSet<Status> {
        let here = history.happenings_in(&entry.id);
        here.filter_map(|one| one.event.status).collect()
    };
    let taken = |all: &BTreeSet<Status>| all.contains(&Status::Charged) || all.contains(&Status::Convicted);
    let dropped = |all: &BTreeSet<Status>| {
        [Status::NoFurtherAction, Status::NotCharged, Status::Acquitted].iter().any(|one| all.contains(one))
    };
    let (a, b) = (statuses(a), statuses(b));
    (taken(&a) && !dropped(&a) && dropped(&b) && !taken(&b)) || (taken(&b) && !dropped(&b) && dropped(&a) && !taken(&a))
}
