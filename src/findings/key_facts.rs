//! Key facts of a history, the entries that show each, and who holds them.
//!
//! "Health" is not one agency: where a return names services (GP, health visiting, school nurse), each counts by itself.

use super::agencies::{Sector, sector_by_id, spoken_of_as};
use super::look::{exploitation, exploitation_worry, first, harm, is_known_child_on, last, of_child};
use super::told::{entry_says, says, sentences};
use super::words::{called, is_familial, is_of_this_family};
use crate::history::History;
use crate::model::{AgencyId, Entry, EventKind, Meaning, PersonId, Role};
use crate::relations::{Allegation, Happening};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a key fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// Somebody is alleged to have sexually abused somebody of the family.
    Allegation,
    /// Somebody's contact is restricted.
    Restriction,
    /// A child protection plan.
    Plan,
    /// Exploitation suspected, screened for, or listed.
    Exploitation,
    /// Being looked after.
    LookedAfter,
    /// Being missing.
    Missing,
}

/// A fact that whoever works with the family would need.
#[derive(Clone, Debug)]
pub struct KeyFact<'a> {
    /// What it is.
    pub kind: FactKind,
    /// In plain words: "the allegation against Raymond Sleight (maternal uncle)".
    pub label: String,
    /// Whom it is about; none where it is about the child.
    pub person: Option<PersonId>,
    /// The day it was first known to any agency.
    pub since: NaiveDate,
    /// The day it ended; none where it stands or is history that stays.
    pub until: Option<NaiveDate>,
    /// Every dated entry that shows it, in chronology order.
    pub shown: Vec<&'a Entry>,
}

/// An agency, or a service inside one.
#[derive(Clone, Debug)]
pub struct Holder<'a> {
    /// The agency.
    pub agency: AgencyId,
    /// The service, where the agency's return tells several apart.
    pub service: Option<String>,
    /// Its entries, in chronology order.
    pub entries: Vec<&'a Entry>,
}

impl<'a> Holder<'a> {
    /// Its first entry that shows a fact.
    pub fn shows(&self, fact: &KeyFact<'a>) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| fact.shown.iter().any(|one| one.id == entry.id)).copied()
    }

    /// Its entries dated after a fact was first known, and while it stood.
    pub fn after(&self, fact: &KeyFact<'_>) -> Vec<&'a Entry> {
        let meanwhile = |day: NaiveDate| day > fact.since && fact.until.is_none_or(|until| day <= until);
        self.entries.iter().copied().filter(|entry| first(entry).is_some_and(meanwhile)).collect()
    }
}

/// Every key fact, in the order of their kinds and days.
pub fn key_facts<'a>(history: &History<'a>) -> Vec<KeyFact<'a>> {
    let mut facts = allegations(history);
    facts.extend(restrictions(history));
    facts.extend(of_the_child(history));
    facts.sort_by(|a, b| (a.kind, a.since, &a.label).cmp(&(b.kind, b.since, &b.label)));
    facts
}

/// Every agency that has entries, split into its services where it is a health agency that names them.
pub fn holders<'a>(history: &History<'a>) -> Vec<Holder<'a>> {
    let mut found: BTreeMap<(AgencyId, Option<String>), Vec<&'a Entry>> = BTreeMap::new();
    for entry in &history.entries {
        let health = sector_by_id(history, &entry.agency) == Sector::Health;
        let service = entry.cells.iter().find(|cell| health && cell.meaning == Meaning::Service);
        let service = service.map(|cell| cell.text.trim().to_owned()).filter(|name| !name.is_empty());
        found.entry((entry.agency.clone(), service)).or_default().push(entry);
    }
    found.into_iter().map(|((agency, service), entries)| Holder { agency, service, entries }).collect()
}

/// The first entry of another agency that shows a fact and says that this agency was told.
pub fn told<'a>(history: &History<'_>, fact: &KeyFact<'a>, holder: &Holder<'_>) -> Option<&'a Entry> {
    let name = history.agency_name(&holder.agency).to_lowercase();
    let service = holder.service.as_deref().unwrap_or_default().to_lowercase();
    let mut called: Vec<&str> = spoken_of_as(sector_by_id(history, &holder.agency)).to_vec();
    called.extend([name.as_str(), service.as_str()].into_iter().filter(|word| !word.is_empty()));
    let tells = [
        "told",
        "informed",
        "shared",
        "notified",
        "rang",
        "phone",
        "copied",
        "sent to",
        "letter to",
        "discussion with",
        "meeting with",
        "referred to",
        "referral to",
        "completed with",
        "referral form to",
    ];
    let says_so = |entry: &&Entry| {
        let text = entry.text();
        entry.agency != holder.agency && sentences(&text).any(|(_, one)| says(one, &tells) && says(one, &called))
    };
    fact.shown.iter().copied().find(says_so)
}

/// Words that show a restriction on somebody whom the entry speaks of.
const RESTRICTED: &[&str] = &[
    "on bail",
    "bail condition",
    "no contact",
    "not to have contact",
    "not allowed",
    "must not",
    "shpo",
    "written agreement",
    "safety plan",
    "on licence",
    "supervised contact",
    "contact is supervised",
];

/// Words of a copy of a plan or an agreement that somebody was sent.
const COPIED: &[&str] = &["copy", "scanned", "received", "filed", "shared", "on file"];

/// Whether an entry tells of having been sent the plan or agreement by which somebody's contact is restricted, whom it does not name.
fn holds_copy(entry: &Entry) -> bool {
    entry_says(entry, &["safety plan", "written agreement", "working agreement"]) && entry_says(entry, COPIED)
}

/// Words that show a child protection plan where one is known of.
const PLANNED: &[&str] = &[
    "conference attended",
    "attended conference",
    "attended the conference",
    "attended initial",
    "icpc",
    "rcpc",
    "child protection plan",
    "core group",
    "cp plan",
    "cpp",
    "on plans",
    "initial conference",
    "review conference",
];

/// The facts that nothing but words of an exploitation response show.
const EXPLOITATION: &[&str] = &["exploit", "cse", "cce", "mace"];

/// One fact for each person alleged to have sexually abused somebody of this family.
fn allegations<'a>(history: &History<'a>) -> Vec<KeyFact<'a>> {
    let of_family = history.allegations.iter().filter(|one| is_of_this_family(history, one));
    let people: BTreeSet<&PersonId> = of_family.map(|one| &one.perpetrator).collect();
    let fact = |person: &PersonId| {
        if !is_known(history, person) {
            return None;
        }
        let theirs: Vec<_> = history.allegations.iter().filter(|one| one.perpetrator == *person).collect();
        let ids: BTreeSet<_> = theirs.iter().flat_map(|one| one.evidence()).map(|entry| &entry.id).collect();
        let victims: BTreeSet<_> = theirs.iter().filter_map(|one| one.victim.as_ref()).collect();
        let exploits = history
            .happenings
            .iter()
            .any(|one| one.event.kind == EventKind::ExploitationConcern && one.is(Role::AllegedPerpetrator, person));
        let unnamed = |entry: &Entry| {
            history.happenings_in(&entry.id).any(|one| {
                one.event.kind == EventKind::SexualAbuseAllegation
                    && one.who(Role::AllegedPerpetrator).is_none()
                    && one.who(Role::AllegedVictim).is_some_and(|id| victims.contains(id))
            })
        };
        let restricted = |entry: &Entry| {
            let mut here = history.happenings_in(&entry.id);
            here.any(|one| one.event.kind == EventKind::ContactRestricted && one.is(Role::Person, person))
        };
        let shown = chosen(history, |entry| ids.contains(&entry.id) || unnamed(entry) || restricted(entry));
        (!exploits).then(|| {
            made(
                FactKind::Allegation,
                format!("the allegation against {}", called(history, person)),
                Some(person),
                shown,
            )
        })?
    };
    people.into_iter().filter_map(fact).collect()
}

/// Whether a person is known by name, or said to have harmed the child: of others nobody could be told more.
fn is_known(history: &History<'_>, person: &PersonId) -> bool {
    let child = &history.front.child.id;
    let harmed = |one: &&Allegation<'_>| one.perpetrator == *person && one.victim.as_ref() == Some(child);
    let named = history.people.persons.iter().any(|one| one.id == *person && one.named);
    named || history.allegations.iter().any(|one| harmed(&one))
}

/// One fact for each person whose contact is restricted by more than a habit.
fn restrictions<'a>(history: &History<'a>) -> Vec<KeyFact<'a>> {
    let restricts =
        |kind| matches!(kind, EventKind::ContactRestricted | EventKind::RestrictionBreached | EventKind::Custody);
    let child = &history.front.child.id;
    let people: BTreeSet<&PersonId> = history
        .happenings
        .iter()
        .filter(|one| one.event.kind == EventKind::ContactRestricted)
        .filter(|one| protects_family(history, one))
        .filter_map(|one| one.who(Role::Person))
        .filter(|id| *id != child && !is_only_harmed(history, id))
        .collect();
    let only = people.len() == 1;
    let fact = |person: &PersonId| {
        let shown = chosen(history, |entry| {
            let mut here = history.happenings_in(&entry.id);
            here.any(|one| restricts(one.event.kind) && one.is(Role::Person, person))
        });
        let mut fact = made(
            FactKind::Restriction,
            format!("the restriction on contact with {}", called(history, person)),
            Some(person),
            shown,
        )?;
        fact.shown = chosen(history, |entry| {
            let spoken = || history.people_in(&entry.id).contains(person) && entry_says(entry, RESTRICTED);
            fact.shown.iter().any(|one| one.id == entry.id)
                || first(entry).is_some_and(|day| day >= fact.since) && (spoken() || only && holds_copy(entry))
        });
        Some(fact)
    };
    people.into_iter().filter_map(fact).collect()
}

/// Whether a restriction protects a child of the family, or keeps one of the family or somebody alleged from another of it:
/// a stranger bailed not to contact an uncle who is his witness is no fact about the child.
fn protects_family(history: &History<'_>, one: &Happening<'_>) -> bool {
    let child = &history.front.child.id;
    let Some(with) = one.who(Role::With) else { return true };
    let ours = |id: &PersonId| is_familial(history, id) || history.is_alleged_perpetrator(id);
    let young = first(one.entry).is_some_and(|day| is_known_child_on(history, with, day));
    with == child || is_familial(history, with) && (young || one.who(Role::Person).is_some_and(ours))
}

/// Whether a person is a child or said to have been harmed, and not said to have harmed: a restriction protects them.
fn is_only_harmed(history: &History<'_>, person: &PersonId) -> bool {
    let harmed = history.allegations.iter().any(|one| one.victim.as_ref() == Some(person));
    (harmed || is_known_child_on(history, person, history.as_at))
        && history.allegations.iter().all(|one| one.perpetrator != *person)
}

/// Facts about the child alone.
fn of_the_child<'a>(history: &History<'a>) -> Vec<KeyFact<'a>> {
    use EventKind::*;
    let ids = |kinds: &[EventKind]| -> BTreeSet<_> {
        of_child(history, kinds).into_iter().map(|one| one.entry.id.clone()).collect()
    };
    let outside = |one: &Happening<'_>| one.who(Role::AllegedPerpetrator).is_some_and(|id| !is_familial(history, id));
    let harmed: BTreeSet<_> = harm(history)
        .into_iter()
        .filter(|one| one.event.kind == ExploitationConcern || outside(one))
        .map(|one| one.entry.id.clone())
        .collect();
    let plan = super::spells::plans(history);
    let plan_ended = plan.iter().map(|spell| spell.until).collect::<Option<Vec<_>>>();
    let plan_ended = plan_ended.and_then(|ends| ends.into_iter().max());
    let plan: BTreeSet<_> = plan.iter().flat_map(|spell| &spell.entries).map(|entry| &entry.id).collect();
    let care = super::spells::looked_after(history);
    let care: BTreeSet<_> = care.iter().flat_map(|spell| &spell.entries).map(|entry| &entry.id).collect();
    let (screened, missing) = (ids(&[Screening, Panel, Nrm]), ids(&[Missing, ReturnInterview]));
    let worried: BTreeSet<_> = exploitation_worry(history).into_iter().map(|entry| &entry.id).collect();
    let is_exploited = !exploitation(history).is_empty() || !screened.is_empty();
    let at_home = |entry: &Entry| sector_by_id(history, &entry.agency) == Sector::Care;
    let exploited = |entry: &Entry| {
        is_exploited && (harmed.contains(&entry.id) || worried.contains(&entry.id))
            || screened.contains(&entry.id) && entry_says(entry, EXPLOITATION)
    };
    let planned = |entry: &Entry| plan.contains(&entry.id) || !plan.is_empty() && entry_says(entry, PLANNED);
    let looked = |entry: &Entry| {
        care.contains(&entry.id)
            || !care.is_empty() && (at_home(entry) || entry_says(entry, &["foster", "looked after", "children's home"]))
    };
    let ended = |fact| KeyFact { until: plan_ended, ..fact };
    let facts = [
        made(FactKind::Plan, "the child protection plan".to_owned(), None, chosen(history, planned)).map(ended),
        made(FactKind::Exploitation, "the concern of exploitation".to_owned(), None, chosen(history, exploited)),
        made(FactKind::LookedAfter, "that the child is looked after".to_owned(), None, chosen(history, looked)),
        made(
            FactKind::Missing,
            "missing episodes".to_owned(),
            None,
            chosen(history, |entry| missing.contains(&entry.id)),
        ),
    ];
    facts.into_iter().flatten().collect()
}

fn chosen<'a>(history: &History<'a>, wanted: impl Fn(&Entry) -> bool) -> Vec<&'a Entry> {
    history.entries.iter().copied().filter(|entry| entry.when.is_some() && wanted(entry)).collect()
}

fn made<'a>(kind: FactKind, label: String, person: Option<&PersonId>, shown: Vec<&'a Entry>) -> Option<KeyFact<'a>> {
    let since = shown.iter().filter_map(|entry| entry.known_on().max(last(entry))).min()?;
    Some(KeyFact { kind, label, person: person.cloned(), since, until: None, shown })
}
