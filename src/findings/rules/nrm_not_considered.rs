//! # nrm-not-considered
//!
//! Looks for exploitation of the child recorded while the National Referral Mechanism is nowhere spoken of, not even to
//! say that it was considered and not used.
//!
//! Why: police and local authorities are first responders, suspicion is enough and a child need not consent; audits found
//! it left out (Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2022-12-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! ```
//!
//! > Exploitation is recorded, and no entry speaks of the National Referral Mechanism.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2022-12-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! social care, 2022-12-21: Strategy discussion. NRM considered and not indicated.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of};
use crate::findings::look::{exploitation, of_child};
use crate::findings::told::entry_says;
use crate::findings::words::cite;
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind};

/// The rule.
pub const RULE: Rule = Rule {
    id: "nrm-not-considered",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("nrm_not_considered.rs"),
};

/// Words of the mechanism and its decisions.
const NRM: &[&str] = &[
    "nrm",
    "national referral mechanism",
    "reasonable grounds",
    "conclusive grounds",
    "single competent authority",
    "first responder",
];

/// Words of a screening that found a risk of exploitation.
const SCORED: &[&str] =
    &["medium", "moderate", "significant", "high risk", "high", "serious risk", "strong indicators"];

fn find(history: &History<'_>) -> Vec<Finding> {
    let mut concerns: Vec<&Entry> = exploitation(history).into_iter().map(|one| one.entry).collect();
    if concerns.is_empty() {
        let screened = of_child(history, &[EventKind::Screening]).into_iter().map(|one| one.entry);
        concerns.extend(screened.filter(|entry| entry_says(entry, SCORED)));
    }
    let spoken_of = history.entries.iter().any(|entry| entry_says(entry, NRM));
    if concerns.is_empty() || spoken_of {
        return Vec::new();
    }
    vec![Finding {
        evidence: cite(concerns.iter().take(6).copied()),
        ask: vec![format!(
            "Ask {} and {} whether a referral to the National Referral Mechanism was considered, and by whom.",
            name_of(history, Sector::SocialCare, "social care"),
            name_of(history, Sector::Police, "the police")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            "Exploitation is recorded, and no entry speaks of the National Referral Mechanism.".to_owned(),
            "Suspicion is enough for a referral, and a child need not consent. That it was considered is not shown in the returns supplied.".to_owned(),
        )
    }]
}
