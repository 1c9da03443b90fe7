//! # looked-after-and-cp-plan
//!
//! Looks for a child who is looked after and subject to a child protection plan at once, or who is looked after when a new
//! allegation is made and for whom no conference is recorded.
//!
//! Why: two plans side by side, or none for new harm in care, left nobody holding the risk (South Gloucestershire, 2017).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2020-02-03: Ava made subject to a child protection plan, category neglect.
//! social care, 2020-09-07: Interim care order. Ava looked after, placed with foster carers.
//! social care, 2020-12-10: Review conference. Child protection plan continues alongside the proceedings.
//! ```
//!
//! > The child was looked after and subject to a child protection plan at once, from 2020-09-07.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2020-02-03: Ava made subject to a child protection plan, category neglect.
//! social care, 2020-08-07: Child protection plan ended.
//! social care, 2020-09-07: Interim care order. Ava looked after, placed with foster carers.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of};
use crate::findings::look::{first, harm, is_new, last, of_child};
use crate::findings::spells::{Spell, looked_after, plans};
use crate::findings::words::{cite, dated};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind};
use chrono::{Days, NaiveDate};

/// The rule.
pub const RULE: Rule = Rule {
    id: "looked-after-and-cp-plan",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("looked_after_and_cp_plan.rs"),
};

/// Days after a new allegation in care within which a conference is looked for.
const CONFERENCE: u64 = 60;

fn find(history: &History<'_>) -> Vec<Finding> {
    let care = looked_after(history);
    let both =
        plans(history).iter().flat_map(|plan| care.iter().filter_map(|care| overlap(history, plan, care))).collect();
    [both, new_harm(history, &care)].concat()
}

fn overlap(history: &History<'_>, plan: &Spell<'_>, care: &Spell<'_>) -> Option<Finding> {
    let from = plan.from.max(care.from);
    let until = plan.until.unwrap_or(history.as_at).min(care.until.unwrap_or(history.as_at));
    if from >= until {
        return None;
    }
    let within = |entry: &&Entry| first(entry).is_some_and(|day| from <= day && day <= until);
    let shown = plan.entries.iter().chain(care.entries.iter().take(1)).copied().filter(within);
    let mut shown: Vec<&Entry> = plan.entries.iter().take(1).copied().chain(shown).collect();
    shown.sort_by_key(|entry| first(entry));
    Some(Finding {
        evidence: cite(shown),
        ask: vec![format!(
            "Ask {} which plan holds the risk of sexual harm, and who reviews it.",
            name_of(history, Sector::SocialCare, "social care")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("The child was looked after and subject to a child protection plan at once, from {from}."),
            format!(
                "Both stood from {from} to {until}. Two plans can contradict each other; one should hold the risk."
            ),
        )
    })
}

/// One for each new allegation, with those told within the days in which a conference is looked for.
fn new_harm(history: &History<'_>, care: &[Spell<'_>]) -> Vec<Finding> {
    let conferences: Vec<&Entry> =
        of_child(history, &[EventKind::Conference]).into_iter().map(|one| one.entry).collect();
    let unanswered = |entry: &&Entry| {
        let Some(day) = last(entry) else { return false };
        let until: NaiveDate = day.checked_add_days(Days::new(CONFERENCE)).unwrap_or(day);
        let answered = conferences.iter().any(|one| first(one).is_some_and(|then| day <= then && then <= until));
        let settled = |spell: &Spell<'_>| spell.covers(day) && (day - spell.from).num_days() > 30;
        care.iter().any(settled) && until < history.as_at && !answered
    };
    let new = harm(history).into_iter().filter(|one| is_new(one) && !one.event.historical).map(|one| one.entry);
    let mut told: Vec<Vec<&Entry>> = Vec::new();
    for entry in new.filter(unanswered) {
        let of_one = |one: &&mut Vec<&Entry>| {
            let begun =
                one.first().and_then(|begun| last(begun)).and_then(|day| day.checked_add_days(Days::new(CONFERENCE)));
            begun >= last(entry)
        };
        match told.last_mut().filter(of_one) {
            Some(one) => one.push(entry),
            None => told.push(vec![entry]),
        }
    }
    told.iter().filter_map(|one| unheld(history, one)).collect()
}

fn unheld(history: &History<'_>, told: &[&Entry]) -> Option<Finding> {
    let first = told.first()?;
    Some(Finding {
        evidence: cite(told.iter().copied()),
        ask: vec![format!(
            "Ask {} what was decided about a child protection conference, and why.",
            name_of(history, Sector::SocialCare, "social care")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!(
                "A new allegation on {} while the child was looked after, and no conference is shown.",
                dated(first)
            ),
            format!(
                "Sexual abuse or exploitation was newly recorded while the child was looked after. No child protection conference within {CONFERENCE} days is shown in the returns supplied."
            ),
        )
    })
}
