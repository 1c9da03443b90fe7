//! Plain words are read in every frame: whoever is named and however the telling begins, what was done accuses, what is
//! harmless does not, and contact, its end, a restriction and a retraction are read as such.

mod common;

use lifespan::Record;
use lifespan::model::{Event, EventKind, Role, Status};
use std::fs;

const SUBJECTS: &[&str] = &["Uncle Dave", "Mum's boyfriend Neil", "her cousin", "Grandad", "Craig"];
const FRAMES: &[&str] = &[
    "Ava said that WHO DID.",
    "Ava told her teacher that WHO DID.",
    "Disclosed to school nurse that WHO DID when she stayed there.",
    "Mother reports that WHO DID.",
];
/// Whoever stands in a whole sentence.
const PEOPLE: &[&str] = &["Uncle Dave", "Neil Harker", "her cousin Jake", "Grandad", "Craig"];

fn lines(file: &str) -> Vec<String> {
    let path = format!("tests/plain_words/{file}.txt");
    let text = fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{path}: {problem}"));
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// What is done, by everybody, in every frame.
fn in_frames(file: &str) -> Vec<String> {
    let told = |did: String| {
        FRAMES.iter().flat_map(move |frame| {
            let did = did.clone();
            SUBJECTS.iter().map(move |who| frame.replace("WHO", who).replace("DID", &did))
        })
    };
    lines(file).into_iter().flat_map(told).collect()
}

/// Whole sentences, of everybody.
fn of_people(file: &str) -> Vec<String> {
    let capital = |text: String| text[..1].to_uppercase() + &text[1..];
    let told = |line: String| PEOPLE.iter().map(move |who| capital(line.replace("SOMEBODY", who)));
    lines(file).into_iter().flat_map(told).collect()
}

/// Those sentences, of one school's record, in which nothing is read that counts.
fn without(sentences: &[String], counts: impl Fn(&Event) -> bool) -> Vec<&String> {
    let dated = sentences.iter().enumerate();
    let rows: Vec<String> = dated
        .map(|(at, text)| format!("school, {}-{:02}-{:02}: {text}", 2018 + at / 336, 1 + at / 28 % 12, 1 + at % 28))
        .collect();
    let front = ["child: Ava Dale, born 2012-03-02", "person: Mel Dale, mother"];
    let all: Vec<&str> = front.into_iter().chain(rows.iter().map(String::as_str)).collect();
    let case = common::case(&all);
    let record = Record::read(&case);
    let mut read: Vec<Option<bool>> = vec![None; sentences.len()];
    for (entry, reading) in record.entries.iter().zip(&record.readings) {
        read[entry.origin.row - 1 - front.len()] = Some(reading.events.iter().any(&counts));
    }
    assert!(read.iter().all(Option::is_some), "every row is read");
    sentences.iter().zip(read).filter(|(_, read)| *read == Some(false)).map(|(text, _)| text).collect()
}

fn accuses(event: &Event) -> bool {
    let harm = matches!(event.kind, EventKind::SexualAbuseAllegation | EventKind::ExploitationConcern);
    harm && event.people.contains_key(&Role::AllegedPerpetrator)
}

fn is_of(event: &Event, kinds: &[EventKind]) -> bool {
    kinds.contains(&event.kind)
}

#[test]
fn what_was_done_to_a_child_accuses_whoever_did_it() {
    let told = in_frames("done");
    let missed = without(&told, accuses);
    assert!(missed.is_empty(), "{} of {} missed\n{missed:#?}", missed.len(), told.len());
}

#[test]
fn what_people_do_every_day_accuses_nobody() {
    let told = in_frames("harmless");
    let quiet = without(&told, accuses);
    let accused: Vec<&String> = told.iter().filter(|text| !quiet.contains(text)).collect();
    assert!(accused.is_empty(), "{} of {} accuse\n{accused:#?}", accused.len(), told.len());
}

#[test]
fn contact_and_its_end_are_read() {
    let missed = |file: &str, kinds: &[EventKind]| -> Vec<String> {
        without(&of_people(file), |event| is_of(event, kinds)).into_iter().cloned().collect()
    };
    use EventKind::*;
    let contact = missed("contact", &[Contact, HouseholdJoined]);
    assert!(contact.is_empty(), "{contact:#?}");
    let ended = missed("ended", &[ContactEnded, RelationshipEnded, HouseholdLeft, Death, Custody, Outcome]);
    assert!(ended.is_empty(), "{ended:#?}");
    let restricted = missed("restricted", &[ContactRestricted]);
    assert!(restricted.is_empty(), "{restricted:#?}");
}

#[test]
fn retractions_and_the_end_of_a_matter_are_read() {
    let retracted = of_people("retracted");
    let missed = without(&retracted, |event| event.status == Some(Status::Retracted));
    assert!(missed.is_empty(), "{missed:#?}");
    let closed = of_people("no_action");
    let missed = without(&closed, |event| is_of(event, &[EventKind::Outcome]));
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn plain_words_of_harm_and_of_contact_make_the_finding_that_matters() {
    let told = [
        "child: Ava Dale, born 2012-03-02",
        "person: Mel Dale, mother",
        "school, 2019-05-03: Ava told her teacher that Uncle Dave put his hand in her pants.",
        "school, 2022-05-06: Uncle Dave collects Ava from school on Fridays.",
    ];
    let rules: Vec<String> = common::findings(&told).into_iter().map(|one| one.rule.to_owned()).collect();
    assert!(rules.iter().any(|rule| rule == "prior-familial-csa"), "{rules:?}");
    assert!(rules.iter().any(|rule| rule == "perpetrator-in-contact"), "{rules:?}");
}
