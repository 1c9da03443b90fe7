//! Small cases written as lines of text, for tests that are to be read as sentences.

use chrono::NaiveDate;
use lifespan::findings::{Finding, examine};
use lifespan::model::{
    Agency, AgencyId, Answer, Case, Cell, Entry, FrontPerson, FrontSheet, Meaning, Origin, PersonId, Referral, Return,
    Settings, When,
};
use lifespan::{Known, Record};
use std::collections::BTreeMap;

fn day(text: &str) -> NaiveDate {
    text.trim().parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

fn front_person(words: &str) -> FrontPerson {
    let mut parts = words.split(", ").map(str::trim);
    let name = parts.next().unwrap_or_default();
    let mut person = FrontPerson {
        id: PersonId(name.to_lowercase().replace(' ', "-")),
        name: name.to_owned(),
        also_known_as: Vec::new(),
        born: None,
        died: None,
        sex: None,
        nhs_number: None,
        relation: None,
        lives_with_child: None,
        addresses: Vec::new(),
    };
    for part in parts {
        match part.split_once("born ") {
            Some(("", born)) => person.born = Some(When::day(born, day(born))),
            _ if part.starts_with("also ") => person.also_known_as.push(part[5..].to_owned()),
            _ if part == "lives with child" => person.lives_with_child = Some(true),
            _ => person.relation = Some(part.to_owned()),
        }
    }
    person
}

/// "social care, 2023-02-11: What happened."
fn entry(line: &str, row: usize) -> Entry {
    let (head, text) = line.split_once(": ").unwrap_or_else(|| panic!("no entry: {line}"));
    let (agency, date) = head.split_once(", ").unwrap_or_else(|| panic!("no agency and date: {line}"));
    let origin = Origin { file: format!("returns/{}.csv", agency.replace(' ', "-")), part: None, row };
    Entry {
        id: origin.id(),
        origin,
        agency: AgencyId(agency.to_owned()),
        when: Some(When::day(date, day(date))),
        until: None,
        learned: None,
        recorded: None,
        cells: vec![Cell { heading: "Event".to_owned(), meaning: Meaning::Event, text: text.to_owned() }],
    }
}

/// "agency: probation, nothing known, searched Ava Dale; Tom Reid".
fn front_agency(words: &str) -> Agency {
    let mut parts = words.split(", ").map(str::trim);
    let name = parts.next().unwrap_or_default();
    let mut agency = asked(name);
    for part in parts {
        match part {
            "nothing known" => agency.outcome = Some(Answer::NothingKnown),
            "no reply" => agency.outcome = Some(Answer::NoReply),
            _ => {
                agency.names_searched =
                    part.strip_prefix("searched ").map(|names| names.split("; ").map(str::to_owned).collect())
            }
        }
    }
    agency
}

fn asked(name: &str) -> Agency {
    Agency {
        id: AgencyId(name.to_owned()),
        name: name.to_owned(),
        kind: Some(name.to_owned()),
        returns: Vec::new(),
        asked_on: None,
        names_searched: None,
        outcome: None,
    }
}

/// A case from lines: `child: NAME, born DATE`, `person: NAME, RELATION`, `agency: NAME, ANSWER`, `AGENCY, DATE: WORDS`.
pub fn case(lines: &[&str]) -> Case {
    let mut front = FrontSheet {
        reference: Some("EXAMPLE".to_owned()),
        child: front_person("Nobody"),
        people: Vec::new(),
        relationships: Vec::new(),
        agencies: Vec::new(),
        referral: Referral::default(),
        as_at: None,
        handling: None,
        headings: BTreeMap::new(),
        settings: Settings::default(),
    };
    let mut returns: BTreeMap<AgencyId, Return> = BTreeMap::new();
    for (row, line) in lines.iter().enumerate() {
        if let Some(child) = line.strip_prefix("child: ") {
            front.child = front_person(child);
        } else if let Some(person) = line.strip_prefix("person: ") {
            front.people.push(front_person(person));
        } else if let Some(agency) = line.strip_prefix("agency: ") {
            front.agencies.push(front_agency(agency));
        } else if !line.is_empty() {
            let entry = entry(line, row + 1);
            let sent = returns.entry(entry.agency.clone()).or_insert_with(|| Return {
                file: entry.origin.file.clone(),
                agency: entry.agency.clone(),
                rows: 0,
                entries: Vec::new(),
                undated: Vec::new(),
                set_aside: Vec::new(),
                preamble: Vec::new(),
                notes: Vec::new(),
            });
            sent.rows += 1;
            sent.entries.push(entry);
        }
    }
    front.agencies.extend(returns.keys().map(|id| asked(&id.0)));
    let returns = returns.into_values().collect();
    Case { front, returns, decisions: Vec::new(), inputs: Vec::new(), notes: Vec::new() }
}

/// What every rule finds in such a case, as at the end of 2024.
pub fn findings(lines: &[&str]) -> Vec<Finding> {
    let case = case(lines);
    let record = Record::read(&case);
    let history = record.history(Known { by: day("2024-12-31"), to: None });
    examine(&record, &history)
}
