//! From a history to what is kept of it.

use super::gist::{Aware, Found, Gist, Place, Somebody, Wait};
use crate::account::Account;
use crate::findings::agencies::{Sector, sector_by_id};
use crate::findings::intervals::intervals;
use crate::findings::{Finding, RULES};
use crate::history::History;
use crate::model::{EntryId, FrontPerson, Person, PersonId, Sex, TieState};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A year, in the months that findings count back.
const A_YEAR: u32 = 12;

/// What is kept of a history.
pub fn gist(history: &History<'_>, account: &Account) -> Gist {
    let child = &history.front.child;
    let ledger = &account.ledger;
    Gist {
        reference: history.front.reference.clone(),
        child: Somebody { relation: None, ..of_front(child) },
        as_at: history.as_at,
        rows: ledger.rows,
        entries: ledger.entries,
        set_aside: ledger.set_aside,
        findings: found(account),
        people: people(history, account),
        waits: waits(history),
        aware: aware(history, account),
    }
}

fn found(account: &Account) -> Vec<Found> {
    let known: BTreeMap<&EntryId, NaiveDate> =
        account.entries.iter().filter_map(|entry| Some((&entry.id, entry.known_on?))).collect();
    let one = |finding: &Finding| {
        let rule = RULES.iter().position(|rule| rule.id == finding.rule)?;
        let seen = finding.could_have_been_seen.as_ref().and_then(|seen| seen.combined);
        let last = finding.evidence.iter().filter_map(|entry| known.get(entry).copied()).max();
        Some(Found {
            rule,
            priority: finding.priority.into(),
            state: finding.state.map(str::to_owned),
            day: seen.or(last),
            out_of_sight: finding.hidden_by_window.contains(&A_YEAR),
            looked_at: finding.is_settled(),
        })
    };
    account.findings.iter().filter_map(one).collect()
}

/// Alleged perpetrators, the family on the front sheet, and people with an open tie to the child; by name only.
fn people(history: &History<'_>, account: &Account) -> Vec<Somebody> {
    let child = &history.front.child.id;
    let tied = history.ties.iter().filter(|tie| tie.state == TieState::Open);
    let near: BTreeSet<&PersonId> = tied
        .filter_map(|tie| match (tie.person == *child, tie.of == *child) {
            (true, false) => Some(&tie.of),
            (false, true) => Some(&tie.person),
            _ => None,
        })
        .collect();
    let told: BTreeMap<&PersonId, _> = account.people.iter().map(|person| (&person.id, person)).collect();
    let states: BTreeMap<&PersonId, &str> = account
        .findings
        .iter()
        .filter(|finding| finding.rule == "perpetrator-in-contact")
        .filter_map(|finding| Some((finding.people.get("alleged_perpetrator")?, finding.state?)))
        .collect();
    let kept = history.people.persons.iter().filter(|person| person.named && person.id != *child);
    kept.filter_map(|person| {
        let account = told.get(&person.id)?;
        let alleged = account.alleged_perpetrator;
        (alleged || person.on_front_sheet || near.contains(&person.id)).then(|| Somebody {
            relation: account.relation.clone(),
            alleged,
            contact: states.get(&person.id).map(|state| (*state).to_owned()),
            ..of_person(history, person)
        })
    })
    .collect()
}

fn of_person(history: &History<'_>, person: &Person) -> Somebody {
    let listed = history.front.people.iter().find(|one| one.id == person.id).map(of_front).unwrap_or_default();
    Somebody {
        id: person.id.0.clone(),
        name: person.name.clone(),
        also_known_as: person.also_known_as.iter().filter(|name| is_name(name)).cloned().collect(),
        born: person.born.as_ref().map(|when| when.edtf.clone()),
        sex: sex(person.sex),
        nhs_number: person.nhs_number.clone(),
        ..listed
    }
}

fn of_front(person: &FrontPerson) -> Somebody {
    Somebody {
        id: person.id.0.clone(),
        name: person.name.clone(),
        also_known_as: person.also_known_as.clone(),
        born: person.born.as_ref().map(|when| when.edtf.clone()),
        sex: sex(person.sex),
        nhs_number: person.nhs_number.clone(),
        relation: person.relation.clone(),
        addresses: person
            .addresses
            .iter()
            .map(|one| Place { words: one.words.clone(), postcode: one.postcode.clone() })
            .collect(),
        ..Somebody::default()
    }
}

/// Whether other words for a person are a name and not "the maternal uncle".
fn is_name(words: &str) -> bool {
    words.split_whitespace().next_back().is_some_and(|last| last.starts_with(char::is_uppercase))
}

fn sex(sex: Option<Sex>) -> Option<String> {
    sex.map(|sex| if sex == Sex::F { "F".to_owned() } else { "M".to_owned() })
}

fn waits(history: &History<'_>) -> Vec<Wait> {
    let wait = |one: &crate::findings::intervals::Interval<'_>| Wait {
        what: one.what.to_owned(),
        response: one.response.to_owned(),
        took: one.took,
        limit: one.limit,
        unit: one.unit.to_owned(),
        answered: one.to.is_some(),
    };
    intervals(history).iter().map(wait).collect()
}

fn aware(history: &History<'_>, account: &Account) -> Vec<Aware> {
    let facts = &account.awareness.facts;
    let rows = account.awareness.rows.iter();
    rows.flat_map(|row| {
        let sector = sector_words(sector_by_id(history, &row.agency));
        let cells = row.cells.iter().zip(facts);
        cells.map(move |(cell, fact)| Aware {
            fact: fact.kind.to_owned(),
            sector: sector.to_owned(),
            state: cell.state.to_owned(),
        })
    })
    .collect()
}

/// What an agency is for, without its name, which could point to a child.
fn sector_words(sector: Sector) -> &'static str {
    match sector {
        Sector::SocialCare => "Children's social care",
        Sector::Police => "Police",
        Sector::School => "Schools and education",
        Sector::Exploitation => "Exploitation services",
        Sector::SexualHealth => "Sexual health",
        Sector::Care => "Fostering and residential care",
        Sector::Therapeutic => "Therapeutic services",
        Sector::Health => "Health",
        Sector::Other => "Others",
    }
}
