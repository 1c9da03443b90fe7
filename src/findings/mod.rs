//! What the rules conclude from a history.

mod accounts;
mod action_words;
pub mod actions;
pub mod agencies;
pub mod bodies;
pub mod catalogue;
pub mod course;
pub mod decided;
mod finding;
pub mod intervals;
pub mod key_facts;
mod known_names;
pub mod look;
mod missing;
mod named_services;
mod not_asked;
mod places;
pub mod rules;
mod seen;
pub mod spells;
pub mod told;
mod word_places;
mod wording;
pub mod words;
mod working_days;

pub use finding::{DecidedHere, Finding, LookedAt, PathStep, Priority, Seen};
pub use rules::{RULES, Rule, Section};
pub use seen::found_then;

use crate::cores;
use crate::history::{History, Record};

/// Every finding, `act` first, those that somebody has looked at after the others, then by the catalogue's order, then
/// by people and evidence.
///
/// `record` is what the history was told from: it is told again for earlier days to say when a finding could first
/// have been seen.
pub fn examine(record: &Record<'_>, history: &History<'_>) -> Vec<Finding> {
    let found = cores::each(RULES.iter().collect(), 1, || (), |(), rule: &Rule| (rule.find)(history));
    let mut findings: Vec<Finding> = found.into_iter().flatten().collect();
    seen::add(record, history, &mut findings);
    seen::add_windows(history, &mut findings);
    decided::add(history, &mut findings);
    let place = |finding: &Finding| RULES.iter().position(|rule| rule.id == finding.rule);
    findings.sort_by(|a, b| {
        (a.priority, a.is_settled(), place(a), &a.people, &a.agency, &a.evidence).cmp(&(
            b.priority,
            b.is_settled(),
            place(b),
            &b.people,
            &b.agency,
            &b.evidence,
        ))
    });
    findings
}
