//! # blaming-language
//!
//! Looks for words that lay on the child what adults did, from published language guides, quoted where they stand, with
//! the words suggested instead. Words that an entry takes to task are not counted. One finding for each entry.
//!
//! Why: such words turn attention from who harms to who is harmed (Bristol rapid review briefing; Coventry).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! social care, 2022-09-05: Supervision. Ava continues to put herself at risk by going out late.
//! ```
//!
//! > The entry of 2022-09-05 by social care says “put herself at risk”.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! social care, 2022-09-05: The chair challenged a report which says Ava is "putting herself at risk": the wording is to be corrected.
//! ```

use super::{Rule, Section};
use crate::findings::words::{cite, dated, list};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, Reading};

/// The rule.
pub const RULE: Rule = Rule {
    id: "blaming-language",
    section: Section::Record,
    seen: false,
    find,
    source: include_str!("blaming_language.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    let read = history.entries.iter().copied().zip(history.readings.iter().copied());
    read.filter_map(|(entry, reading)| finding(history, entry, reading)).collect()
}

fn finding(history: &History<'_>, entry: &Entry, reading: &Reading) -> Option<Finding> {
    let first = reading.blaming.first()?;
    let agency = history.agency_name(&entry.agency);
    let instead: Vec<String> = reading.blaming.iter().map(|one| format!("“{}”: {}", one.words, one.instead)).collect();
    Some(Finding {
        agency: Some(entry.agency.clone()),
        evidence: cite([entry]),
        ask: vec![format!("Ask {agency} to say what was done to the child, and by whom.")],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("The entry of {} by {agency} says “{}”.", dated(entry), first.words),
            format!("Such words lay on the child what others do. The guides suggest: {}", list(&instead)),
        )
    })
}
