//! # gap-in-record
//!
//! Looks for an agency that began a child protection plan, or looks after the child, and records nothing for
//! `gap_months` (6) or longer meanwhile; and for a service of which the child was (early help, therapy, foster carers'
//! agency, youth justice) that records nothing so long between two entries of its own, and had not closed.
//!
//! Why: stretches without an entry, while a plan was open, were where children dropped out of sight (Bristol findings
//! report, 2018).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2016-05-03: Ava made subject to a child protection plan, category neglect.
//! social care, 2017-02-10: Child protection plan ended.
//! ```
//!
//! > social care shows no entry for 9 months while the child was subject to a child protection plan.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2016-05-03: Ava made subject to a child protection plan, category neglect.
//! social care, 2016-08-03: Visit. Ava seen.
//! social care, 2016-11-03: Child protection plan ended.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, sector, sector_by_id};
use crate::findings::look::{first, last, months_between};
use crate::findings::spells::{self, Spell};
use crate::findings::told::{entry_says, says};
use crate::findings::words::cite;
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Agency, Entry};
use chrono::NaiveDate;

/// The rule.
pub const RULE: Rule = Rule {
    id: "gap-in-record",
    section: Section::WhoKnew,
    seen: false,
    find,
    source: include_str!("gap_in_record.rs"),
};

/// A stretch without an entry.
struct Gap<'a> {
    months: u32,
    around: Vec<&'a Entry>,
    from: NaiveDate,
    to: NaiveDate,
}

impl<'a> Gap<'a> {
    /// The stretch between two days, with every entry of the day before and of the day after: the order of rows of one day
    /// chooses none.
    fn of(entries: &[&'a Entry], from: NaiveDate, to: NaiveDate) -> Self {
        let beside = |entry: &&&Entry| last(entry) == Some(from) || first(entry) == Some(to);
        Gap { months: months_between(from, to), around: entries.iter().filter(beside).copied().collect(), from, to }
    }
}

/// The stretches between entries, which are in order.
fn between<'a>(entries: &[&'a Entry]) -> Vec<Gap<'a>> {
    let pairs = entries.windows(2).filter_map(|pair| Some((last(pair[0])?, first(pair[1])?)));
    pairs.map(|(from, to)| Gap::of(entries, from, to)).collect()
}

fn find(history: &History<'_>) -> Vec<Finding> {
    let plans = spells::plans(history).into_iter().map(|one| (one, "subject to a child protection plan"));
    let cares = |one: &Spell<'_>| {
        matches!(sector_by_id(history, one.agency), Sector::SocialCare | Sector::Care | Sector::Other)
    };
    let care = spells::looked_after(history).into_iter().filter(cares).map(|one| (one, "looked after"));
    let need = spells::in_need(history).into_iter().map(|one| (one, "subject to a child in need plan"));
    let mut found: Vec<Finding> = Vec::new();
    for (spell, state) in plans.chain(care).chain(need) {
        let finding = finding(history, &spell, state);
        found.extend(finding.filter(|new| found.iter().all(|one| one.agency != new.agency)));
    }
    for service in history.front.agencies.iter().filter(|agency| is_service(agency)) {
        let finding = silent_service(history, service);
        found.extend(finding.filter(|new| found.iter().all(|one| one.agency != new.agency)));
    }
    found
}

/// Words by which a service that works with a child from a beginning to an end calls itself, beside those of its sector.
const SERVICES: &[&str] = &["early help", "family support", "youth justice", "youth offending", "yos", "yjs", "yot"];

/// Words of a service that has ended, or is not to begin yet.
const CLOSED: &[&str] = &[
    "closed",
    "closing",
    "closure",
    "ended",
    "ends",
    "finished",
    "discharged",
    "completed",
    "expired",
    "withdrawn",
    "declined",
    "waiting list",
    "last session",
    "final session",
    "no further",
    "moved on",
    "placement end",
    "case transferred",
    "on hold",
    "no placements",
];

/// Whether an agency works with a child from a beginning to an end, and not whenever somebody falls ill or rings.
fn is_service(agency: &Agency) -> bool {
    let words = |text: &str| says(text, SERVICES);
    matches!(sector(agency), Sector::Care | Sector::Therapeutic | Sector::Exploitation)
        || words(&agency.name)
        || agency.kind.as_deref().is_some_and(words)
}

/// The longest stretch between two entries of a service, the earlier of which does not end it.
fn silent_service(history: &History<'_>, service: &Agency) -> Option<Finding> {
    let limit = history.front.settings.gap_months;
    let own: Vec<&Entry> = history.entries.iter().copied().filter(|entry| entry.agency == service.id).collect();
    let ended = |day: NaiveDate| own.iter().any(|entry| last(entry) == Some(day) && entry_says(entry, CLOSED));
    let gaps = between(&own).into_iter().filter(|gap| gap.months >= limit && !ended(gap.from));
    let gap = gaps.max_by_key(|gap| gap.months)?;
    Some(Finding {
        agency: Some(service.id.clone()),
        evidence: cite(gap.around.iter().copied()),
        ask: vec![format!("Ask {} for its records from {} to {}.", service.name, gap.from, gap.to)],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("{} shows no entry for {} months between two of its own.", service.name, gap.months),
            format!(
                "From {} to {} nothing by {} is shown in the returns supplied, and no entry says that it had ended. A stretch of {limit} months or longer is counted.",
                gap.from, gap.to, service.name
            ),
        )
    })
}

/// The longest stretch without an entry of the spell's agency.
fn longest<'a>(history: &History<'a>, spell: &Spell<'a>) -> Option<Gap<'a>> {
    let end = spell.until.unwrap_or(history.as_at);
    let own = history.entries.iter().copied().filter(|entry| entry.agency == *spell.agency);
    let within: Vec<&Entry> =
        own.filter(|entry| first(entry).is_some_and(|day| spell.from <= day && day <= end)).collect();
    let mut gaps = between(&within);
    if let Some(entry) = within.last()
        && let Some(from) = last(entry)
    {
        gaps.push(Gap::of(&within, from, end));
    }
    gaps.into_iter().max_by_key(|gap| gap.months)
}

fn finding(history: &History<'_>, spell: &Spell<'_>, state: &str) -> Option<Finding> {
    let limit = history.front.settings.gap_months;
    let gap = longest(history, spell).filter(|gap| gap.months >= limit)?;
    let name = history.agency_name(spell.agency);
    Some(Finding {
        agency: Some(spell.agency.clone()),
        evidence: cite(spell.entries.iter().take(1).chain(&gap.around).copied()),
        ask: vec![format!("Ask {name} for its records from {} to {}.", gap.from, gap.to)],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("{name} shows no entry for {} months while the child was {state}.", gap.months),
            format!(
                "From {} to {} nothing by {name} is shown in the returns supplied, though the child was {state} then. A stretch of {limit} months or longer is counted.",
                gap.from, gap.to
            ),
        )
    })
}
