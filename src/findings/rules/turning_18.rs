//! # turning-18
//!
//! Looks for a child within `transition_months` (12) of the eighteenth birthday, or past it, with no referral to adult
//! services and no transition plan recorded.
//!
//! Why: help ended on a birthday; exploitation does not (Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2007-06-02
//! social care, 2024-10-03: Looked after review. Ava wants to stay near her school.
//! ```
//!
//! > The child turns 18 on 2025-06-02, and no transition plan or referral to adult services is shown.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2007-06-02
//! social care, 2024-10-03: Looked after review. Transition plan agreed with adult social care.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of};
use crate::findings::look::{harm, last};
use crate::findings::spells::looked_after;
use crate::findings::told::entry_says;
use crate::findings::{Finding, Priority, Seen};
use crate::history::History;
use crate::model::{AgencyId, Entry, EntryId};
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub const RULE: Rule =
    Rule { id: "turning-18", section: Section::Response, seen: true, find, source: include_str!("turning_18.rs") };

/// Words of a plan for adulthood.
const PLANS: &[&str] = &[
    "adult social care",
    "adult services",
    "adult safeguarding",
    "adults' services",
    "adult mental health",
    "transition plan",
    "transition planning",
    "transition to adult",
    "transitional safeguarding",
    "pathway plan",
    "leaving care",
    "care act",
    "personal adviser",
    "personal advisor",
    "staying put",
];

fn find(history: &History<'_>) -> Vec<Finding> {
    finding(history).into_iter().collect()
}

fn finding(history: &History<'_>) -> Option<Finding> {
    let limit = history.front.settings.transition_months;
    let born = history.front.child.born.as_ref()?.earliest;
    let adult = born.checked_add_months(Months::new(18 * 12))?;
    let start = adult.checked_sub_months(Months::new(limit))?;
    let planned = |entry: &&Entry| entry_says(entry, PLANS) && last(entry).is_some_and(|day| teenage(born, day));
    if history.as_at < start || history.entries.iter().copied().any(|entry| planned(&entry)) {
        return None;
    }
    let in_need = !harm(history).is_empty() || looked_after(history).iter().any(|spell| spell.covers(start));
    let turns = if history.as_at < adult { "turns" } else { "turned" };
    Some(Finding {
        evidence: vec![EntryId("case.json".to_owned())],
        ask: vec![format!(
            "Ask {} what is planned for adulthood, and which adult service has been told.",
            name_of(history, Sector::SocialCare, "social care")
        )],
        could_have_been_seen: Some(seen(history, start)),
        ..Finding::new(
            RULE.id,
            if in_need { Priority::Check } else { Priority::Note },
            format!("The child {turns} 18 on {adult}, and no transition plan or referral to adult services is shown."),
            format!(
                "From {limit} months before the birthday a plan is looked for. None is shown in the returns supplied."
            ),
        )
    })
}

/// Whether a day lies after the fourteenth birthday: what is said of adult services before is said of somebody else.
fn teenage(born: NaiveDate, day: NaiveDate) -> bool {
    born.checked_add_months(Months::new(14 * 12)).is_some_and(|from| day >= from)
}

/// The front sheet's date of birth is enough, for all together and for each alone.
fn seen(history: &History<'_>, start: NaiveDate) -> Seen {
    let agencies: BTreeSet<&AgencyId> = history.entries.iter().map(|entry| &entry.agency).collect();
    let by_agency: BTreeMap<AgencyId, Option<NaiveDate>> =
        agencies.into_iter().map(|agency| (agency.clone(), Some(start))).collect();
    Seen { combined: Some(start), by_agency }
}
