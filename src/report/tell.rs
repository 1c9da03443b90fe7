//! Fills in the account of a history.

use super::provenance::provenance;
use super::{actions, awareness, decisions, readiness};
use crate::account::*;
use crate::findings::bodies;
use crate::findings::course::{self, Quote};
use crate::findings::words::is_familial;
use crate::findings::{self, Finding};
use crate::history::{History, Record};
use crate::model::{AgencyId, Answer, Entry, EntryId, FrontPerson, Note, Person, Reading, Return, Role, Tie, When};
use crate::relations::{Allegation, Happening, Step, ties};
use std::collections::{BTreeMap, BTreeSet};

/// Name and version of the form of the JSON output.
pub const SCHEMA: &str = "lifespan-history/1";

/// Everything a page or another program is told about a history.
pub fn account(record: &Record<'_>, history: &History<'_>, findings: &[Finding]) -> Account {
    let (dated, undated): (Vec<_>, Vec<_>) =
        entries(record, history).into_iter().partition(|entry| entry.date.is_some());
    let sent = &record.case.returns;
    let notes = notes(record, history, findings);
    let decided = decisions::decisions(record, history, &notes);
    let applied = decided.iter().filter(|one| one.applied).map(|one| one.number).collect();
    Account {
        schema: SCHEMA,
        tool_version: env!("CARGO_PKG_VERSION"),
        as_at: history.as_at,
        case: case(record),
        ledger: ledger(sent),
        people: history.people.persons.iter().map(|one| person(history, one)).collect(),
        entries: dated,
        undated,
        ties: history.ties.iter().map(tie).collect(),
        allegations: history.allegations.iter().map(|one| allegation(history, one)).collect(),
        unattributed: history.unattributed.iter().map(step).collect(),
        findings: findings.to_vec(),
        awareness: awareness::awareness(history),
        readiness: readiness::readiness(history, findings),
        actions: actions::actions(history),
        plans: actions::plans(history),
        settings: settings(record),
        decisions: decided,
        notes,
        edition: None,
        as_known: None,
        changes: None,
        provenance: provenance(record, history, applied),
    }
}

/// What a person should look at in what was sent and in what was decided.
fn notes(record: &Record<'_>, history: &History<'_>, findings: &[Finding]) -> Vec<Note> {
    let case = record.case;
    let sent = case.notes.iter().chain(case.returns.iter().flat_map(|one| &one.notes));
    let decided = findings::decided::notes(history, findings);
    sent.chain(&history.people.notes).cloned().chain(decided).collect()
}

/// The limits that the case sets itself.
fn settings(record: &Record<'_>) -> Vec<SettingAccount> {
    let changed = record.case.front.settings.changed();
    changed.into_iter().map(|(name, value, default)| SettingAccount { name, value, default }).collect()
}

fn case(record: &Record<'_>) -> CaseAccount {
    let front = &record.case.front;
    let referral = [
        ("to", front.referral.to.clone()),
        ("reason", front.referral.reason.clone()),
        ("prepared_by", front.referral.prepared_by.clone()),
        ("prepared_on", front.referral.prepared_on.as_ref().map(|when| when.written.clone())),
    ];
    CaseAccount {
        reference: front.reference.clone(),
        child: front.child.id.clone(),
        name: front.child.name.clone(),
        also_known_as: front.child.also_known_as.clone(),
        born: front.child.born.as_ref().map(|when| when.written.clone()),
        handling: front.handling.clone(),
        agencies: agencies(record),
        referral: referral.into_iter().filter_map(|(field, value)| Some((field, value?))).collect(),
    }
}

/// Who was asked, then whoever sent something without being listed.
fn agencies(record: &Record<'_>) -> Vec<AgencyAccount> {
    let front = &record.case.front;
    let sent: BTreeSet<&AgencyId> = record.case.returns.iter().map(|one| &one.agency).collect();
    let outcome = |given: Option<Answer>, id: &AgencyId| match given {
        Some(Answer::Return) => "return",
        Some(Answer::NothingKnown) => "nothing known",
        Some(Answer::NoReply) => "no reply",
        None if sent.contains(id) => "return",
        None => "not recorded",
    };
    let listed = front.agencies.iter().map(|agency| AgencyAccount {
        id: agency.id.clone(),
        name: agency.name.clone(),
        kind: agency.kind.clone(),
        outcome: outcome(agency.outcome, &agency.id).to_owned(),
        asked_on: agency.asked_on.as_ref().map(|when| when.written.clone()),
        names_searched: agency.names_searched.clone().unwrap_or_default(),
    });
    let unlisted =
        sent.iter().filter(|id| front.agencies.iter().all(|agency| agency.id != ***id)).map(|id| AgencyAccount {
            id: (*id).clone(),
            name: id.0.clone(),
            kind: None,
            outcome: "return".to_owned(),
            asked_on: None,
            names_searched: Vec::new(),
        });
    listed.chain(unlisted).collect()
}

fn ledger(sent: &[Return]) -> Ledger {
    let returns: Vec<ReturnAccount> = sent
        .iter()
        .map(|one| ReturnAccount {
            file: one.file.clone(),
            agency: one.agency.clone(),
            rows: one.rows,
            entries: one.entries.len(),
            set_aside: one
                .set_aside
                .iter()
                .map(|row| SetAsideAccount { at: row.at.clone(), reason: row.reason.clone(), text: row.text.clone() })
                .collect(),
            preamble: one.preamble.clone(),
        })
        .collect();
    Ledger {
        rows: returns.iter().map(|one| one.rows).sum(),
        entries: returns.iter().map(|one| one.entries).sum(),
        set_aside: returns.iter().map(|one| one.set_aside.len()).sum(),
        returns,
    }
}

fn person(history: &History<'_>, person: &Person) -> PersonAccount {
    let front: Option<&FrontPerson> = history.front.everyone().find(|one| one.id == person.id);
    let is_child = person.id == history.front.child.id;
    PersonAccount {
        id: person.id.clone(),
        name: person.name.clone(),
        also_known_as: person.also_known_as.clone(),
        born: person.born.as_ref().map(|when| when.edtf.clone()),
        sex: person.sex,
        relation: history.kin_to_child.get(&person.id).filter(|_| !is_child).map(|kin| kin.words()),
        on_front_sheet: person.on_front_sheet,
        lives_with_child: front.and_then(|one| one.lives_with_child),
        alleged_perpetrator: history.is_alleged_perpetrator(&person.id),
        mentions: person
            .mentions
            .iter()
            .map(|(entry, text)| MentionAccount { entry: entry.clone(), text: text.clone() })
            .collect(),
    }
}

/// Every row that was read, whether or not it was known by the day the report speaks from: nothing sent is lost.
fn entries(record: &Record<'_>, history: &History<'_>) -> Vec<EntryAccount> {
    let mut happened: BTreeMap<&EntryId, Vec<&Happening<'_>>> = BTreeMap::new();
    for happening in &history.happenings {
        happened.entry(&happening.entry.id).or_default().push(happening);
    }
    let alike = |entry: &EntryId| {
        let places = history.place(entry).map(|at| history.same_event(at)).unwrap_or_default();
        places.iter().map(|place| history.entries[*place].id.clone()).collect()
    };
    let rows = record.entries.iter().zip(&record.readings);
    rows.map(|(entry, reading)| EntryAccount {
        id: entry.id.clone(),
        agency: entry.agency.clone(),
        date: entry.when.clone(),
        known_on: entry.known_on(),
        age: entry.when.as_ref().and_then(|when| age(history.front.child.born.as_ref()?, when)),
        text: entry.text(),
        cells: cells(entry),
        events: happened.get(&entry.id).into_iter().flatten().map(|one| event(one)).collect(),
        left_out: left_out(reading),
        people: history.people_in(&entry.id).into_iter().cloned().collect(),
        same_event_as: alike(&entry.id),
    })
    .collect()
}

fn cells(entry: &Entry) -> Vec<CellAccount> {
    entry.cells.iter().map(|cell| CellAccount { heading: cell.heading.clone(), text: cell.text.clone() }).collect()
}

fn left_out(reading: &Reading) -> Vec<crate::model::LeftOut> {
    reading.left_out.clone()
}

fn event(happening: &Happening<'_>) -> EventAccount {
    EventAccount {
        kind: happening.event.kind,
        words: happening.event.words.clone(),
        people: happening.people.iter().map(|(role, id)| (role_word(*role), id.clone())).collect(),
        status: happening.event.status,
        manner: happening.event.manner,
        measure: happening.event.measure,
        detail: happening.event.detail.clone(),
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::AllegedPerpetrator => "alleged_perpetrator",
        Role::AllegedVictim => "alleged_victim",
        Role::Person => "person",
        Role::With => "with",
        Role::Reporter => "reporter",
    }
}

fn tie(tie: &Tie) -> TieAccount {
    TieAccount {
        person: tie.person.clone(),
        relation: ties::label(&tie.kind),
        of: tie.of.clone(),
        from: tie.from,
        until: tie.until,
        state: tie.state,
        evidence: tie.evidence.clone(),
    }
}

fn allegation(history: &History<'_>, allegation: &Allegation<'_>) -> AllegationAccount {
    AllegationAccount {
        alleged_perpetrator: allegation.perpetrator.clone(),
        alleged_victim: allegation.victim.clone(),
        familial: is_familial(history, &allegation.perpetrator),
        status: allegation.status(),
        first_known: allegation.said.iter().filter_map(|step| step.entry.known_on()).min(),
        happened: course::happened(allegation).iter().map(quote).collect(),
        told: course::told_to(allegation).iter().map(quote).collect(),
        said: allegation.said.iter().map(step).collect(),
        outcomes: allegation.outcomes.iter().map(|one| outcome(history, one)).collect(),
        followed: course::followed(history, allegation).into_iter().map(followed).collect(),
    }
}

fn step(step: &Step<'_>) -> AllegationStep {
    AllegationStep {
        entry: step.entry.id.clone(),
        agency: step.entry.agency.clone(),
        date: step.entry.when.as_ref().map(|when| when.written.clone()),
        status: step.status,
        decided: step.decided.map(str::to_owned),
        then: step.then.map(str::to_owned),
        words: step.words.to_owned(),
        body: None,
        scheme: None,
        ask: None,
    }
}

fn outcome(history: &History<'_>, outcome: &Step<'_>) -> AllegationStep {
    let decided = bodies::decided(history, outcome);
    AllegationStep { body: decided.body, scheme: decided.scheme, ask: decided.ask, ..step(outcome) }
}

fn quote(quote: &Quote<'_>) -> QuoteAccount {
    QuoteAccount { entry: quote.entry.id.clone(), words: quote.words.to_owned() }
}

fn followed(happening: &Happening<'_>) -> FollowedAccount {
    FollowedAccount {
        entry: happening.entry.id.clone(),
        kind: happening.event.kind,
        words: happening.event.words.clone(),
    }
}

/// The child's age in plain words: "7", "7 months", "6 or 7", "before birth".
fn age(born: &When, then: &When) -> Option<String> {
    if then.latest < born.earliest {
        return Some("before birth".to_owned());
    }
    let oldest = years(born.earliest, then.latest)?;
    let youngest = years(born.latest, then.earliest).unwrap_or(0);
    Some(match (youngest, oldest) {
        (0, 0) => months(born.latest, then.earliest),
        (low, high) if low == high => low.to_string(),
        (low, high) if low + 1 == high => format!("{low} or {high}"),
        (low, high) => format!("{low} to {high}"),
    })
}

/// Whole years from birth to a day; an age is reached on the anniversary, and 29 February's falls on 1 March.
fn years(born: chrono::NaiveDate, day: chrono::NaiveDate) -> Option<u32> {
    day.years_since(born)
}

fn months(born: chrono::NaiveDate, day: chrono::NaiveDate) -> String {
    let whole =
        (0u32..12).rev().find(|n| born.checked_add_months(chrono::Months::new(*n)).is_some_and(|then| then <= day));
    match whole.unwrap_or(0) {
        0 => "under 1 month".to_owned(),
        1 => "1 month".to_owned(),
        n => format!("{n} months"),
    }
}
