//! # gap-in-record
//!
//! Looks for an agency that began a child protection plan, or looks after the child, and records nothing for
//! `gap_months` (6) or longer meanwhile.
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
use crate::findings::look::{first, last, months_between};
use crate::findings::spells::{self, Spell};
use crate::findings::words::cite;
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::Entry;
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

fn find(history: &History<'_>) -> Vec<Finding> {
    let plans = spells::plans(history).into_iter().map(|one| (one, "subject to a child protection plan"));
    let care = spells::looked_after(history).into_iter().map(|one| (one, "looked after"));
    let need = spells::in_need(history).into_iter().map(|one| (one, "subject to a child in need plan"));
    let mut found: Vec<Finding> = Vec::new();
    for (spell, state) in plans.chain(care).chain(need) {
        let finding = finding(history, &spell, state);
        found.extend(finding.filter(|new| found.iter().all(|one| one.agency != new.agency)));
    }
    found
}

/// The longest stretch without an entry of the spell's agency.
fn longest<'a>(history: &History<'a>, spell: &Spell<'a>) -> Option<Gap<'a>> {
    let end = spell.until.unwrap_or(history.as_at);
    let own = history.entries.iter().copied().filter(|entry| entry.agency == *spell.agency);
    let within: Vec<&Entry> =
        own.filter(|entry| first(entry).is_some_and(|day| spell.from <= day && day <= end)).collect();
    // Every entry of the day before and of the day after: the order of rows of one day chooses none.
    let gap = |from: NaiveDate, to: NaiveDate| {
        let beside = |entry: &&&Entry| last(entry) == Some(from) || first(entry) == Some(to);
        Gap { months: months_between(from, to), around: within.iter().filter(beside).copied().collect(), from, to }
    };
    let mut gaps: Vec<Gap<'a>> =
        within.windows(2).filter_map(|pair| Some(gap(last(pair[0])?, first(pair[1])?))).collect();
    if let Some(entry) = within.last()
        && let Some(from) = last(entry)
    {
        gaps.push(gap(from, end));
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
