//! How long responses took: from what, to what, against which limit.

use super::look::{exploitation_worry, first, is_child_on, is_new, is_planned, last, of_child, siblings};
use super::missing::{episodes, interviews};
use super::told::{entry_says, says, sentence, sentences};
use super::working_days;
use crate::history::History;
use crate::model::{Cell, Entry, EventKind, Meaning, PersonId, Role};
use crate::relations::Happening;
use chrono::{Days, Months, NaiveDate};
use std::collections::BTreeSet;

/// The time from something that calls for a response to the response.
#[derive(Clone, Debug)]
pub struct Interval<'a> {
    /// What called for it: "a concern of exploitation".
    pub what: &'static str,
    /// What answered it: "screening".
    pub response: &'static str,
    /// The first entry that called for it.
    pub from: &'a Entry,
    /// Every entry that called for it before the response.
    pub concerns: Vec<&'a Entry>,
    /// The response; none where none is shown.
    pub to: Option<&'a Entry>,
    /// How long it took, or how long it has been.
    pub took: u32,
    /// The limit.
    pub limit: u32,
    /// What both are counted in.
    pub unit: &'static str,
}

/// What calls for a return interview.
pub const FOUND: &str = "being found after going missing";

impl Interval<'_> {
    /// Whether it went over its limit.
    pub fn is_late(&self) -> bool {
        self.took > self.limit
    }
}

/// Every interval that the catalogue measures.
pub fn intervals<'a>(history: &History<'a>) -> Vec<Interval<'a>> {
    let mut all: Vec<Interval<'a>> = strategy(history);
    all.extend(conference(history));
    all.extend(assessment(history));
    all.extend(return_interview(history));
    all.extend(screening(history));
    all
}

/// From the first words of an allegation against somebody, of abuse of the child or of a brother or sister, to a strategy
/// discussion or section 47 enquiry. That of a brother or sister is measured only where one is shown.
fn strategy<'a>(history: &History<'a>) -> Vec<Interval<'a>> {
    let children: Vec<&PersonId> = std::iter::once(&history.front.child.id).chain(siblings(history)).collect();
    let mut seen: BTreeSet<(&PersonId, &PersonId)> = BTreeSet::new();
    let mut found: Vec<Interval<'a>> = Vec::new();
    for one in history.happenings.iter().filter(|one| one.event.kind == EventKind::SexualAbuseAllegation) {
        let (Some(victim), Some(accused)) = (one.who(Role::AllegedVictim), one.who(Role::AllegedPerpetrator)) else {
            continue;
        };
        let young = |day| is_child_on(history, victim, day);
        let told = !one.event.historical && is_new(one) && first(one.entry).is_some_and(young);
        if !told || !children.contains(&victim) || !seen.insert((victim, accused)) {
            continue;
        }
        let interval = to_strategy(history, one.entry);
        let own = *victim == history.front.child.id && found.is_empty();
        let new = |other: &Interval<'a>| {
            other.to.map(|to| &to.id) != interval.as_ref().and_then(|one| one.to).map(|to| &to.id)
        };
        let new = found.iter().all(new);
        found.extend(interval.filter(|interval| new && (own || interval.to.is_some())));
    }
    found
}

fn to_strategy<'a>(history: &History<'a>, from: &'a Entry) -> Option<Interval<'a>> {
    let day = last(from)?;
    let begun = first(from)?;
    let until = day.checked_add_days(Days::new(120))?;
    let held = |one: &&Happening<'a>| {
        !is_planned(one)
            && last(one.entry).is_some_and(|then| then >= begun)
            && first(one.entry).is_some_and(|then| then <= until)
    };
    let responses = [EventKind::StrategyDiscussion, EventKind::Section47];
    let to =
        history.happenings.iter().filter(|one| responses.contains(&one.event.kind)).find(held).map(|one| one.entry);
    Some(Interval {
        what: "an allegation of sexual abuse",
        response: "a strategy discussion",
        from,
        concerns: vec![from],
        to,
        took: working_days::between(day, to.and_then(first).unwrap_or(history.as_at)),
        limit: history.front.settings.strategy_days,
        unit: "working days",
    })
}

fn all_of<'a>(history: &History<'a>, kinds: &[EventKind]) -> Vec<&'a Entry> {
    super::look::of_kinds(history, kinds).into_iter().map(|one| one.entry).collect()
}

/// From a strategy discussion to the initial conference that followed it.
fn conference<'a>(history: &History<'a>) -> Vec<Interval<'a>> {
    let strategies = all_of(history, &[EventKind::StrategyDiscussion]);
    let initial = all_of(history, &[EventKind::Conference]).into_iter();
    let initial = initial.filter(|entry| {
        entry_says(entry, &["initial child protection conference", "initial conference", "icpc", "initial cpc"])
    });
    let interval = |to: &'a Entry| {
        let held = first(to)?;
        let earliest = held.checked_sub_days(Days::new(120))?;
        let before = strategies.iter().filter(|entry| last(entry).is_some_and(|day| earliest <= day && day < held));
        let from = before.copied().next_back()?;
        Some(Interval {
            what: "a strategy discussion",
            response: "the initial child protection conference",
            from,
            concerns: vec![from],
            to: Some(to),
            took: working_days::between(last(from)?, held),
            limit: history.front.settings.conference_days,
            unit: "working days",
        })
    };
    initial.filter_map(interval).collect()
}

/// Words for a social care assessment.
const ASSESSED: &[&str] = &["assessment", "c&f", "cfa", "c&fa"];
/// Words of its end.
const ENDED: &[&str] =
    &["complete", "concluded", "finished", "ended", "finalised", "signed off", "authorised", "closed"];

/// From the entry that called for a social care assessment to its end.
fn assessment<'a>(history: &History<'a>) -> Vec<Interval<'a>> {
    let other = [
        "screening",
        "risk",
        "cse",
        "exploitation",
        "health",
        "viability",
        "parenting",
        "connected",
        "housing",
        "camhs",
    ];
    let told: Vec<_> = of_child(history, &[EventKind::Assessment, EventKind::Referral, EventKind::Section47])
        .into_iter()
        .filter(|one| !(one.event.kind == EventKind::Assessment && says(sentence(one), &other)))
        .map(|one| one.entry)
        .collect();
    let completed = |entry: &Entry| {
        let text = entry.text();
        sentences(&text)
            .any(|(_, one)| says(one, ASSESSED) && says(one, ENDED) && !says(one, &["to be", "not yet", "not been"]))
    };
    let begun = |entry: &Entry| {
        let begins = [
            "assessment to be",
            "assessment begun",
            "assessment started",
            "assessment opened",
            "begin assessment",
            "assessment commenced",
            "assessment agreed",
            "referral",
            "assessment in progress",
            "assessment to",
            "for assessment",
            "assessment by",
        ];
        let no_more = ["no further action", "nfa", "no role", "advice given", "to mediation"];
        let decided =
            |cell: &Cell| matches!(cell.meaning, Meaning::Action | Meaning::Outcome) && says(&cell.text, ASSESSED);
        let begins = entry_says(entry, &begins) || entry.cells.iter().any(decided);
        !completed(entry) && begins && !entry_says(entry, &no_more)
    };
    let mut found = Vec::new();
    for (at, to) in told.iter().enumerate().filter(|(_, entry)| completed(entry)) {
        let Some(ended) = first(to) else { continue };
        let before = told[..at].iter().rev().take_while(|entry| !completed(entry));
        let near = before.filter(|entry| entry.agency == to.agency && begun(entry));
        let near = near.filter(|entry| last(entry).is_some_and(|day| (ended - day).num_days() < 366));
        let Some((from, day)) = near.last().and_then(|entry| Some((*entry, last(entry)?))) else { continue };
        found.push(Interval {
            what: "a referral",
            response: "the end of the assessment",
            from,
            concerns: vec![from],
            to: Some(to),
            took: working_days::between(day, ended),
            limit: history.front.settings.assessment_days,
            unit: "working days",
        });
    }
    found
}

/// From being found after going missing to the return interview.
fn return_interview<'a>(history: &History<'a>) -> Vec<Interval<'a>> {
    let interviews = interviews(history);
    let interval = |episode: &super::missing::Episode<'a>| {
        let to = episode.interview(&interviews);
        let held = to.map_or(Some(history.as_at), last).filter(|day| *day >= episode.found)?;
        let hours = u32::try_from((held - episode.found).num_hours()).ok()?;
        Some(Interval {
            what: FOUND,
            response: "the return interview",
            from: episode.entries.first().copied()?,
            concerns: episode.entries.clone(),
            to,
            took: hours,
            limit: history.front.settings.return_interview_hours,
            unit: "hours",
        })
    };
    episodes(history).iter().filter_map(interval).collect()
}

/// From the first concern of exploitation to the first screening, and from the first that arose long after the last screening.
fn screening<'a>(history: &History<'a>) -> Vec<Interval<'a>> {
    let concerns = exploitation_worry(history);
    let screened = of_child(history, &[EventKind::Screening, EventKind::Panel]);
    let done = screened.into_iter().filter(|one| !is_planned(one) && !is_asked_for(one));
    let done: Vec<&Entry> = done.map(|one| one.entry).filter(|entry| entry.when.is_some()).collect();
    let months = Months::new(history.front.settings.rescreen_months);
    let again = done.last().and_then(|entry| last(entry)?.checked_add_months(months)).and_then(|from| {
        let later = concerns.iter().copied().filter(|entry| first(entry).is_some_and(|day| day >= from));
        to_screening(history, &later.collect::<Vec<_>>(), None)
    });
    to_screening(history, &concerns, done.first().copied()).into_iter().chain(again).collect()
}

/// Words of a screening that is still to be done.
const TO_SCREEN: &[&str] =
    &["to be completed", "to be done", "screening by", "screening to", "for screening", "to screen"];
/// Words of one that was.
const SCREENED: &[&str] =
    &["completed", "done", "score", "level", "medium", "high", "low", "standard", "significant", "band", "outcome"];

/// "Advice given, screening by T Mensah": whether an entry only asks for a screening.
fn is_asked_for(one: &Happening<'_>) -> bool {
    one.event.kind == EventKind::Screening && entry_says(one.entry, TO_SCREEN) && !entry_says(one.entry, SCREENED)
}

fn to_screening<'a>(history: &History<'a>, concerns: &[&'a Entry], to: Option<&'a Entry>) -> Option<Interval<'a>> {
    let end: NaiveDate = to.and_then(first).unwrap_or(history.as_at);
    let before: Vec<&Entry> =
        concerns.iter().copied().filter(|entry| last(entry).is_some_and(|day| day <= end)).collect();
    let from = before.first().copied()?;
    if to.is_some_and(|to| to.id == from.id) {
        return None;
    }
    Some(Interval {
        what: "a concern of exploitation",
        response: "screening",
        from,
        concerns: before.iter().copied().filter(|entry| to.is_none_or(|to| to.id != entry.id)).take(6).collect(),
        to,
        took: working_days::between(last(from)?, end),
        limit: history.front.settings.screening_days,
        unit: "working days",
    })
}
