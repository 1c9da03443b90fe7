//! Which look-back windows would have hidden a finding.

use crate::findings::Finding;
use crate::findings::rules::{RULES, Section};
use crate::history::History;
use crate::model::EntryId;
use chrono::{Months, NaiveDate};
use std::collections::BTreeMap;

/// Look-back windows in common use, in months.
const WINDOWS: [u32; 4] = [6, 12, 24, 36];

/// Says for each finding of section A which windows back from the day of the report leave out all its evidence.
pub fn add_windows(history: &History<'_>, findings: &mut [Finding]) {
    let when: BTreeMap<&EntryId, Option<NaiveDate>> =
        history.entries.iter().map(|entry| (&entry.id, entry.when.as_ref().map(|when| when.latest))).collect();
    let of_section_a = |id: &str| RULES.iter().any(|rule| rule.id == id && rule.section == Section::HistoryAndContact);
    for finding in findings.iter_mut().filter(|one| of_section_a(one.rule)) {
        let latest = finding.evidence.iter().filter_map(|id| *when.get(id)?).max();
        let start = |months: u32| history.as_at.checked_sub_months(Months::new(months));
        let hides = |months: &u32| matches!((latest, start(*months)), (Some(latest), Some(start)) if latest < start);
        finding.hidden_by_window = WINDOWS.into_iter().filter(hides).collect();
    }
}
