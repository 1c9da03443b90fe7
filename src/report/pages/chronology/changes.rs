//! What changed since an earlier build: of a rapid review that was given one.

use crate::account::{ChangedEntry, Changes, GoneEntry, NewEntry};
use crate::model::AgencyId;
use crate::report::index::{Citation, Index, Link};
use crate::report::plain;
use serde::Serialize;

/// The data of `chronology/changes.html`.
#[derive(Serialize)]
pub struct Changed {
    /// The day from which the earlier build spoke.
    since: String,
    /// The name of its file.
    file: String,
    /// Whether nothing changed.
    nothing: bool,
    reasons: Vec<String>,
    findings_new: Vec<Link>,
    findings_changed: Vec<Otherwise>,
    findings_gone: Vec<String>,
    people: Vec<String>,
    decisions: Vec<(Link, &'static str)>,
    entries_new: Vec<New>,
    entries_changed: Vec<Reworded>,
    entries_gone: Vec<Gone>,
}

/// A finding that is made otherwise.
#[derive(Serialize)]
struct Otherwise {
    finding: Link,
    what: Vec<String>,
    evidence: Vec<Link>,
}

/// An entry that was not there.
#[derive(Serialize)]
struct New {
    entry: Citation,
    set_aside_then: Option<String>,
}

/// An entry that says something else than it did.
#[derive(Serialize)]
struct Reworded {
    entry: Citation,
    what: Vec<String>,
    text_then: Option<String>,
}

/// An entry that is not there any more.
#[derive(Serialize)]
struct Gone {
    at: String,
    date: String,
    agency: String,
    text: String,
    set_aside_now: Option<String>,
}

/// What changed; none where nothing was compared.
pub fn changed(index: &Index) -> Option<Changed> {
    let changes = index.account.changes.as_ref()?;
    Some(Changed {
        since: plain::day(changes.earlier.as_at),
        file: changes.earlier.file.clone(),
        nothing: changes.is_empty(),
        reasons: changes.reasons.clone(),
        findings_new: changes.findings_new.iter().map(|place| finding(index, *place)).collect(),
        findings_changed: otherwise(index, changes),
        findings_gone: changes.findings_gone.iter().map(|one| one.headline.clone()).collect(),
        people: changes.people.clone(),
        decisions: decisions(index, changes),
        entries_new: changes.entries_new.iter().map(|one| new(index, one)).collect(),
        entries_changed: changes.entries_changed.iter().map(|one| reworded(index, one)).collect(),
        entries_gone: changes.entries_gone.iter().map(|one| gone(index, one)).collect(),
    })
}

/// A link to a finding by its place, counted from 1.
pub fn finding(index: &Index, place: usize) -> Link {
    let found = place.checked_sub(1).and_then(|at| index.account.findings.get(at));
    Link {
        anchor: found.map(|_| format!("finding-{place}")),
        label: found.map(|one| one.headline.clone()).unwrap_or_default(),
    }
}

fn otherwise(index: &Index, changes: &Changes) -> Vec<Otherwise> {
    let told = changes.findings_changed.iter().map(|one| Otherwise {
        finding: finding(index, one.finding),
        what: one.what.clone(),
        evidence: one.evidence_new.iter().map(|id| index.link(id)).collect(),
    });
    told.collect()
}

fn decisions(index: &Index, changes: &Changes) -> Vec<(Link, &'static str)> {
    let link = |number: &usize| {
        let found = index.account.decisions.iter().find(|one| one.number == *number);
        let words = found.map(|one| format!("{number}. {}", one.words));
        Link { label: words.unwrap_or_else(|| number.to_string()), ..index.decision(Some(*number)) }
    };
    let new = changes.decisions_new.iter().map(|number| (link(number), "made since"));
    new.chain(changes.decisions_taken_back.iter().map(|number| (link(number), "taken back since"))).collect()
}

fn new(index: &Index, one: &NewEntry) -> New {
    New { entry: index.cite(&one.entry, &[]), set_aside_then: one.set_aside_then.clone() }
}

fn reworded(index: &Index, one: &ChangedEntry) -> Reworded {
    Reworded { entry: index.cite(&one.entry, &[]), what: one.what.clone(), text_then: one.text_then.clone() }
}

fn gone(index: &Index, one: &GoneEntry) -> Gone {
    Gone {
        at: one.at.clone(),
        date: one.date.clone().unwrap_or_else(|| "no date that could be read".to_owned()),
        agency: index.agency(&AgencyId(one.agency.clone())).to_owned(),
        text: one.text.clone(),
        set_aside_now: one.set_aside_now.clone(),
    }
}
