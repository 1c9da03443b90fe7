//! The chronology itself: every dated entry year by year, then those without a readable date.

use crate::account::{EntryAccount, EventAccount};
use crate::model::EntryId;
use crate::report::index::{Index, Link};
use crate::report::plain;
use chrono::Datelike;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The data of `chronology/entries.html` and `chronology/undated.html`.
#[derive(Serialize)]
pub struct Entries {
    years: Vec<Year>,
    undated: Vec<Entry>,
    number: usize,
    /// What one can narrow the chronology by: value and words.
    agencies: Vec<(String, String)>,
    people: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
}

/// The entries that began in one year.
#[derive(Serialize)]
struct Year {
    year: String,
    /// In a long history, how much room it will take, roughly: a browser then draws it only when it comes into sight.
    size: &'static str,
    entries: Vec<Entry>,
}

/// The data of `chronology/entry.html`.
#[derive(Serialize)]
struct Entry {
    anchor: String,
    label: String,
    id: String,
    agency: String,
    /// The day, where the date names one, else the date as the agency wrote it; none for an undated entry.
    date: Option<String>,
    /// The date as the agency wrote it, where a day stands above.
    written: Option<String>,
    /// The first and the last day it can mean, where it names no single day.
    span: Option<String>,
    age: Option<String>,
    known_on: Option<String>,
    /// Why an undated entry has no date.
    reason: Option<String>,
    cells: Vec<(String, String)>,
    /// Whether the tool read nothing in it.
    silent: bool,
    readings: Vec<Reading>,
    left_out: Vec<(String, String, String)>,
    /// Who is mentioned, the child apart: every entry is about the child.
    people: Vec<String>,
    same: Vec<Link>,
    /// Agency, people and kinds as the filter knows them.
    agency_key: String,
    people_keys: String,
    kind_keys: String,
}

/// What the tool read in an entry.
#[derive(Serialize)]
struct Reading {
    kind: String,
    /// Status, manner, measure and detail, where the words carry them.
    marks: Vec<String>,
    /// The entry's own words; none where the next reading rests on the same.
    words: Option<String>,
    people: Vec<(String, String)>,
}

/// Every entry of the account.
pub fn entries(index: &Index) -> Entries {
    let account = index.account;
    let mut years: Vec<Year> = Vec::new();
    for entry in &account.entries {
        let year = entry.date.as_ref().map_or_else(String::new, |date| date.earliest.year().to_string());
        if years.last().is_none_or(|last| last.year != year) {
            years.push(Year { year, size: "", entries: Vec::new() });
        }
        if let Some(last) = years.last_mut() {
            last.entries.push(row(index, entry, None));
        }
    }
    if account.entries.len() > LONG {
        years.iter_mut().for_each(|year| year.size = size(year.entries.len()));
    }
    let reasons: BTreeMap<&EntryId, &str> = account
        .ledger
        .returns
        .iter()
        .flat_map(|sent| &sent.set_aside)
        .map(|row| (&row.at, row.reason.as_str()))
        .collect();
    let reason = |entry: &EntryAccount| reasons.get(&entry.id).copied().unwrap_or("no date could be read");
    Entries {
        years,
        undated: account.undated.iter().map(|entry| row(index, entry, Some(reason(entry)))).collect(),
        number: account.entries.len(),
        agencies: agencies(index),
        people: people(index),
        kinds: kinds(index),
    }
}

/// How many entries make a history long.
const LONG: usize = 1000;

fn size(entries: usize) -> &'static str {
    match entries {
        ..10 => "short",
        10..60 => "long",
        _ => "very-long",
    }
}

fn row(index: &Index, entry: &EntryAccount, reason: Option<&str>) -> Entry {
    let date = entry.date.as_ref();
    let dates = |cell: &str| date.is_some_and(|date| date.written == cell);
    Entry {
        anchor: index.anchor(&entry.id).unwrap_or_default().to_owned(),
        label: index.label(&entry.id),
        id: entry.id.0.clone(),
        agency: index.agency(&entry.agency).to_owned(),
        date: date.map(plain::when),
        written: date
            .filter(|date| date.is_day() && date.written != plain::when(date))
            .map(|date| date.written.clone()),
        span: date.filter(|date| !date.is_day()).map(plain::span),
        age: entry.age.as_deref().map(plain::aged),
        known_on: entry.known_on.filter(|known| date.is_some_and(|date| date.latest != *known)).map(plain::day),
        reason: reason.map(str::to_owned),
        cells: entry
            .cells
            .iter()
            .filter(|cell| !dates(&cell.text))
            .map(|cell| (cell.heading.clone(), cell.text.clone()))
            .collect(),
        silent: reason.is_none()
            && entry.events.is_empty()
            && entry.left_out.is_empty()
            && entry.same_event_as.is_empty()
            && entry.people.iter().all(|person| *person == index.account.case.child),
        readings: readings(index, &entry.events),
        left_out: entry
            .left_out
            .iter()
            .map(|left| (plain::kind(left.kind).to_owned(), left.words.clone(), left.why.clone()))
            .collect(),
        people: entry
            .people
            .iter()
            .filter(|person| **person != index.account.case.child)
            .map(|person| index.name(person).to_owned())
            .collect(),
        same: entry.same_event_as.iter().map(|other| index.link(other)).collect(),
        agency_key: entry.agency.0.clone(),
        people_keys: keys(entry.people.iter().map(|person| person.0.as_str())),
        kind_keys: keys(entry.events.iter().map(|event| plain::kind(event.kind))),
    }
}

/// The readings in order; words that several rest on stand once, below the last.
fn readings(index: &Index, events: &[EventAccount]) -> Vec<Reading> {
    let next = events.iter().skip(1).map(Some).chain([None]);
    let same = |event: &EventAccount, next: Option<&EventAccount>| next.is_some_and(|next| next.words == event.words);
    events.iter().zip(next).map(|(event, next)| reading(index, event, !same(event, next))).collect()
}

fn reading(index: &Index, event: &EventAccount, quoted: bool) -> Reading {
    let marks = [
        event.status.map(|status| status.words().to_owned()),
        event.manner.map(|manner| plain::manner(manner).to_owned()),
        event.measure.map(|measure| plain::measure(measure).to_owned()),
        event.detail.clone().filter(|detail| !said(event, detail)),
    ];
    let people = event.people.iter().map(|(role, person)| (plain::role(role), index.name(person).to_owned()));
    Reading {
        kind: plain::capital(plain::kind(event.kind)),
        marks: marks.into_iter().flatten().collect(),
        words: quoted.then(|| event.words.clone()),
        people: people.collect(),
    }
}

/// Whether the words quoted already say what the event carries.
fn said(event: &EventAccount, detail: &str) -> bool {
    event.words.to_lowercase().contains(&detail.to_lowercase())
}

/// Several keys in one attribute, each between bars, so that the script can look for one of them whole.
fn keys<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    keys.map(|key| format!("|{key}|")).collect()
}

fn agencies(index: &Index) -> Vec<(String, String)> {
    let used: BTreeSet<_> = index.account.entries.iter().map(|entry| &entry.agency).collect();
    used.into_iter().map(|agency| (agency.0.clone(), index.agency(agency).to_owned())).collect()
}

fn people(index: &Index) -> Vec<(String, String)> {
    let used: BTreeSet<_> = index.account.entries.iter().flat_map(|entry| &entry.people).collect();
    let mut people: Vec<_> = used.into_iter().map(|person| (person.0.clone(), index.name(person).to_owned())).collect();
    people.sort_by(|one, other| one.1.cmp(&other.1));
    people
}

fn kinds(index: &Index) -> Vec<(String, String)> {
    let used: BTreeSet<_> =
        index.account.entries.iter().flat_map(|entry| &entry.events).map(|event| plain::kind(event.kind)).collect();
    used.into_iter().map(|kind| (kind.to_owned(), plain::capital(kind))).collect()
}
