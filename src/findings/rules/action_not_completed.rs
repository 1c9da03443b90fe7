//! # action-not-completed
//!
//! Looks for an action that an entry agrees on and that no later entry shows done; and says whether an owner and a day
//! were named. One finding for each entry that agreed on such actions.
//!
//! Why: actions of panels and meetings had no owner or no day, and nobody looked whether they were done (Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2021-05-11: Child in need meeting. Agreed: check to be made on the mother's new partner.
//! social care, 2021-07-20: Child in need meeting. School going well.
//! ```
//!
//! > Agreed on 2021-05-11 and not shown done: “check to be made on the mother's new partner” (no owner, no date).
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2021-05-11: Dawn Pitt to help with benefit forms by 20 May 2021.
//! social care, 2021-05-19: Dawn Pitt completed benefit forms with Mum.
//! ```

use super::{Rule, Section};
use crate::findings::actions::{AgreedAction, agreed};
use crate::findings::look::last;
use crate::findings::words::{cite, dated};
use crate::findings::{Finding, Priority};
use crate::history::History;

/// The rule.
pub const RULE: Rule = Rule {
    id: "action-not-completed",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("action_not_completed.rs"),
};

/// Days in which nobody expects an action to be done yet.
const FRESH: i64 = 14;

fn find(history: &History<'_>) -> Vec<Finding> {
    let due = |one: &AgreedAction<'_>| last(one.entry).is_some_and(|day| (history.as_at - day).num_days() > FRESH);
    let open: Vec<AgreedAction<'_>> =
        agreed(history).into_iter().filter(|one| one.done.is_none() && due(one)).collect();
    let by_entry = open.chunk_by(|a, b| a.entry.id == b.entry.id);
    by_entry.filter_map(|actions| finding(history, actions)).collect()
}

fn finding(history: &History<'_>, actions: &[AgreedAction<'_>]) -> Option<Finding> {
    let first = actions.first()?;
    let agency = history.agency_name(&first.entry.agency);
    let more = if actions.len() > 1 { format!(", and {} more", actions.len() - 1) } else { String::new() };
    let told: Vec<String> = actions.iter().map(|one| format!("“{}” ({})", one.words, who_and_when(one))).collect();
    let vague = actions.iter().any(|one| one.owner.is_none() || one.due.is_none());
    Some(Finding {
        evidence: cite([first.entry]),
        ask: vec![format!("Ask {agency} whether this was done, by whom and when: {}.", told.join("; "))],
        ..Finding::new(
            RULE.id,
            if vague { Priority::Note } else { Priority::Check },
            format!("Agreed on {} and not shown done: {}{more}.", dated(first.entry), told[0]),
            "No later entry shows it done. That it was done is not excluded; it is not shown in the returns supplied."
                .to_owned(),
        )
    })
}

fn who_and_when(action: &AgreedAction<'_>) -> String {
    let owner = action.owner.map_or_else(|| "no owner".to_owned(), |owner| format!("owner: {owner}"));
    let due = action.due.map_or_else(|| "no date".to_owned(), |due| format!("by {due}"));
    format!("{owner}, {due}")
}
