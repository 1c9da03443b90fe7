//! The family and network: who they are, and what ties them.

use crate::account::{PersonAccount, TieAccount};
use crate::report::index::{Index, Link};
use crate::report::plain;
use serde::Serialize;

/// The data of `chronology/family.html`.
#[derive(Serialize)]
pub struct Family {
    people: Vec<Person>,
    ties: Vec<Tie>,
}

/// A row of the table of people.
#[derive(Serialize)]
struct Person {
    anchor: String,
    name: String,
    also_known_as: String,
    born: String,
    relation: String,
    household: &'static str,
    /// "Alleged perpetrator", or what a court decided.
    alleged: Option<&'static str>,
    contact: Option<String>,
    source: &'static str,
    /// How often and where they are mentioned.
    mentioned: String,
    mentions: Vec<Link>,
}

/// A row of the table of ties.
#[derive(Serialize)]
struct Tie {
    person: String,
    relation: String,
    of: String,
    since: String,
    state: String,
    evidence: Vec<Link>,
}

/// Everyone but the child, and the ties between all.
pub fn family(index: &Index) -> Family {
    let account = index.account;
    let others = account.people.iter().filter(|person| person.id != account.case.child);
    Family {
        people: others.map(|person| row(index, person)).collect(),
        ties: account.ties.iter().map(|tie| tie_row(index, tie)).collect(),
    }
}

fn row(index: &Index, person: &PersonAccount) -> Person {
    let mut entries: Vec<_> = person.mentions.iter().map(|mention| &mention.entry).collect();
    entries.dedup();
    let alleged = index.alleged(&person.id);
    Person {
        anchor: index.person_anchor(&person.id).unwrap_or_default(),
        name: person.name.clone(),
        also_known_as: person.also_known_as.join("; "),
        born: person.born.as_deref().map_or_else(|| index.no_birth(&person.id).to_owned(), plain::edtf),
        relation: person.relation.clone().unwrap_or_else(|| "Not known".to_owned()),
        household: match person.lives_with_child {
            Some(true) => "Lives with the child",
            Some(false) => "Lives elsewhere",
            None => "Not known",
        },
        alleged,
        contact: alleged.map(|_| index.contact_state(&person.id)),
        source: if person.on_front_sheet {
            "On the front sheet"
        } else {
            "Not on the front sheet: found in the entries"
        },
        mentioned: plain::count(entries.len(), "entry", "entries"),
        mentions: entries.into_iter().map(|entry| index.link(entry)).collect(),
    }
}

fn tie_row(index: &Index, tie: &TieAccount) -> Tie {
    let since = tie.from.map_or_else(|| "Not recorded".to_owned(), plain::day);
    let state = match tie.until {
        Some(until) => format!("{} on {}", plain::tie_state(tie.state), plain::day(until)),
        None => plain::tie_state(tie.state).to_owned(),
    };
    Tie {
        person: index.name(&tie.person).to_owned(),
        relation: plain::relation(&tie.relation),
        of: index.name(&tie.of).to_owned(),
        since,
        state: plain::capital(&state),
        evidence: tie.evidence.iter().map(|entry| index.link(entry)).collect(),
    }
}
