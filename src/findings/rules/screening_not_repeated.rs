//! # screening-not-repeated
//!
//! Looks for new concerns of exploitation `rescreen_months` (6) or more after the last screening, or for a screening that
//! one agency did alone and that was never repeated together.
//!
//! Why: screening was done once, by one agency, and not again when things changed (Coventry).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! social care, 2022-01-20: Exploitation screening completed with police and health: medium.
//! police, 2022-10-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! ```
//!
//! > New concerns on 2022-10-19, 8 months after the last screening, and no later screening is shown.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! social care, 2022-01-20: Exploitation screening completed with police and health: medium.
//! police, 2022-04-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of};
use crate::findings::look::{first, harm, is_new, is_planned, last, months_between, of_child};
use crate::findings::told::says;
use crate::findings::words::{cite, dated, is_familial};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind, PersonId, Role};

/// The rule.
pub const RULE: Rule = Rule {
    id: "screening-not-repeated",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("screening_not_repeated.rs"),
};

/// Words of a screening that several agencies did together.
const TOGETHER: &[&str] = &[
    "with",
    "joint",
    "jointly",
    "multi-agency",
    "multi agency",
    "together",
    "all agencies",
    "and police",
    "and school",
    "and health",
];

/// Words of a screening that is still to come, or of one before.
const NOT_NOW: &[&str] = &[
    "to be completed",
    "to be done",
    "not completed",
    "screened in",
    "screened last",
    "last screened",
    "last screening",
    "previously screened",
    "already screened",
    "no further screening",
    "not re-screened",
    "not rescreened",
    "screening tool since",
];

fn find(history: &History<'_>) -> Vec<Finding> {
    let screenings: Vec<&Entry> = of_child(history, &[EventKind::Screening])
        .into_iter()
        .filter(|one| !is_planned(one))
        .map(|one| one.entry)
        .filter(|entry| entry.when.is_some() && !says(&entry.text(), NOT_NOW))
        .collect();
    let Some(latest) = screenings.last() else { return Vec::new() };
    let new = new_concerns(history, latest);
    if let Some(first) = new.first() {
        return vec![again(history, latest, first, &new)];
    }
    let together = screenings.iter().any(|entry| says(&entry.text(), TOGETHER));
    if together { Vec::new() } else { vec![alone(history, latest)] }
}

/// Concerns about people outside the family that arose so many months after a screening.
fn new_concerns<'a>(history: &History<'a>, screening: &Entry) -> Vec<&'a Entry> {
    let limit = history.front.settings.rescreen_months;
    let outside = |one: &&crate::relations::Happening<'_>| {
        one.who(Role::AllegedPerpetrator).is_none_or(|id| !is_familial(history, id))
    };
    let later = |entry: &&Entry| match (last(screening), first(entry)) {
        (Some(then), Some(now)) => then <= now && months_between(then, now) >= limit,
        _ => false,
    };
    let new = harm(history).into_iter().filter(|one| is_new(one) && !one.event.historical).filter(outside);
    let broken = history.happenings.iter().filter(|one| one.event.kind == EventKind::RestrictionBreached);
    let strangers = |one: &&crate::relations::Happening<'_>| {
        let accused = |id: &PersonId| history.is_alleged_perpetrator(id);
        one.who(Role::Person).is_some_and(|id| accused(id) && !is_familial(history, id))
    };
    let over = |entry: &&Entry| says(&entry.text(), &["closed", "ending", "ended", "risk down", "reduced"]);
    let mut all: Vec<&Entry> = new.map(|one| one.entry).chain(broken.filter(strangers).map(|one| one.entry)).collect();
    all.retain(|entry| later(entry) && !over(entry));
    all.sort_by_key(|entry| (first(entry), &entry.origin));
    all.dedup_by_key(|entry| &entry.id);
    all
}

fn again(history: &History<'_>, screening: &Entry, concern: &Entry, all: &[&Entry]) -> Finding {
    let months = match (last(screening), first(concern)) {
        (Some(then), Some(now)) => months_between(then, now),
        _ => 0,
    };
    let limit = history.front.settings.rescreen_months;
    Finding {
        evidence: cite([screening].into_iter().chain(all.iter().copied())),
        ask: vec![format!(
            "Ask {} whether the screening was repeated after {}.",
            name_of(history, Sector::SocialCare, "social care"),
            dated(concern)
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!(
                "New concerns on {}, {months} months after the last screening, and no later screening is shown.",
                dated(concern)
            ),
            format!(
                "The last screening shown is of {}. Concerns {limit} months or more later call for another.",
                dated(screening)
            ),
        )
    }
}

fn alone(history: &History<'_>, screening: &Entry) -> Finding {
    let agency = history.agency_name(&screening.agency);
    Finding {
        evidence: cite([screening]),
        ask: vec![format!("Ask {agency} which agencies took part in the screening.")],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("The exploitation screening of {} shows one agency only.", dated(screening)),
            "What other agencies know changes what a screening finds. That they took part is not shown in the returns supplied.".to_owned(),
        )
    }
}
