//! # cp-category-mismatch
//!
//! Looks for a child protection plan whose category is not sexual abuse, while the concern recorded in the three months
//! before it is sexual abuse or exploitation of the child.
//!
//! Why: audits found exploited children on plans for emotional abuse or neglect, and responses that followed the category
//! (South Gloucestershire, 2017). Sexual abuse was the category of 3.6% of new plans in England in 2022/23.
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2022-12-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! social care, 2023-01-10: Initial child protection conference. Ava made subject to a child protection plan, category emotional abuse.
//! ```
//!
//! > The child protection plan of 2023-01-10 has the category emotional abuse, though the concern was sexual.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2022-12-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! social care, 2023-01-10: Initial child protection conference. Ava made subject to a child protection plan, category sexual abuse.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of};
use crate::findings::look::{first, harm, last, of_kinds, siblings};
use crate::findings::spells::{category, plans};
use crate::findings::words::{cite, dated};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind, Role};
use chrono::Months;

/// The rule.
pub const RULE: Rule = Rule {
    id: "cp-category-mismatch",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("cp_category_mismatch.rs"),
};

/// How many months before a plan its concern is looked for.
const BEFORE: u32 = 3;

fn find(history: &History<'_>) -> Vec<Finding> {
    let began = plans(history).into_iter().filter_map(|plan| Some((*plan.entries.first()?, plan.from)));
    began.filter_map(|(plan, _)| finding(history, plan)).collect()
}

fn finding(history: &History<'_>, plan: &Entry) -> Option<Finding> {
    let category = category(plan).filter(|category| *category != "sexual abuse")?;
    let start = first(plan)?;
    let earliest = start.checked_sub_months(Months::new(BEFORE))?;
    let recent = |entry: &&Entry| last(entry).is_some_and(|day| earliest <= day && day <= start);
    let of_child = harm(history).into_iter().map(|one| one.entry);
    let mut concerns: Vec<&Entry> =
        of_child.chain(of_sibling(history)).chain(answered(history)).filter(recent).collect();
    concerns.sort_by_key(|entry| (last(entry), &entry.origin));
    concerns.dedup_by_key(|entry| &entry.id);
    let first = concerns.first()?;
    Some(Finding {
        evidence: cite([plan].into_iter().chain(concerns.iter().copied())),
        ask: vec![format!(
            "Ask {} why this category was chosen, and whether the plan deals with the sexual harm.",
            name_of(history, Sector::SocialCare, "the conference chair")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!(
                "The child protection plan of {} has the category {category}, though the concern was sexual.",
                dated(plan)
            ),
            format!(
                "In the {BEFORE} months before the plan, sexual abuse or exploitation of a child of the family was recorded (first on {}). The category decides what the plan works on and how it is counted.",
                dated(first)
            ),
        )
    })
}

/// Entries that record sexual abuse of a brother or sister: a conference mostly makes one plan for all.
fn of_sibling<'a>(history: &History<'a>) -> Vec<&'a Entry> {
    let siblings = siblings(history);
    let harms = history.happenings.iter().filter(|one| {
        let of = one.who(Role::AllegedVictim).is_some_and(|who| siblings.contains(&who));
        of && one.event.kind == EventKind::SexualAbuseAllegation && !one.event.historical
    });
    harms.map(|one| one.entry).collect()
}

/// Entries that record sexual abuse of anybody as what a strategy discussion or an enquiry was held for: a risk to the child that
/// rests on what was done to another.
fn answered<'a>(history: &History<'a>) -> Vec<&'a Entry> {
    let held = |entry: &Entry| {
        let answer = |kind| matches!(kind, EventKind::StrategyDiscussion | EventKind::Section47);
        history.happenings_in(&entry.id).any(|one| answer(one.event.kind))
    };
    let told = of_kinds(history, &[EventKind::SexualAbuseAllegation]);
    told.into_iter().map(|one| one.entry).filter(|entry| held(entry)).collect()
}
