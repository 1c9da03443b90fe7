//! # delayed-response
//!
//! Looks for a response that came later than its limit, or is not shown at all: allegation to strategy discussion
//! (`strategy_days`, 3 working days); strategy discussion to initial child protection conference (`conference_days`, 15);
//! referral to the end of the assessment (`assessment_days`, 45); found after missing to return interview
//! (`return_interview_hours`, 72); concern of exploitation to screening (`screening_days`, 10 working days). Bank holidays
//! of England do not count.
//!
//! Why: audits measured weeks between a concern and the first response (South Gloucestershire, 2017; Coventry).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! school, 2022-09-14: Rang social care: we think Ava is being sexually exploited by older males.
//! social care, 2022-11-08: CSE screening tool completed: significant risk.
//! ```
//!
//! > From a concern of exploitation to screening took 38 working days.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! school, 2022-09-14: Rang social care: we think Ava is being sexually exploited by older males.
//! social care, 2022-09-21: CSE screening tool completed: significant risk.
//! ```

use super::{Rule, Section};
use crate::findings::intervals::{FOUND, Interval, intervals};
use crate::findings::words::{cite, dated};
use crate::findings::{Finding, Priority};
use crate::history::History;

/// The rule.
pub const RULE: Rule = Rule {
    id: "delayed-response",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("delayed_response.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    intervals(history).iter().filter(|one| one.is_late()).map(|one| finding(history, one)).collect()
}

fn finding(history: &History<'_>, late: &Interval<'_>) -> Finding {
    let agency = history.agency_name(&late.from.agency);
    let begun = dated(late.from);
    let headline = match late.to {
        Some(_) => format!("From {} to {} took {} {}.", late.what, late.response, late.took, late.unit),
        None => format!("No {} is shown after {} of {begun}.", bare(late.response), occasion(late.what)),
    };
    let then = match late.to {
        Some(to) => format!("{} on {}", late.response, dated(to)),
        None => format!("{} not shown in the returns supplied", late.response),
    };
    Finding {
        evidence: cite(late.concerns.iter().copied().chain(late.to)),
        ask: vec![format!("Ask {agency} what was done between {begun} and the response, and by whom it was decided.")],
        ..Finding::new(
            RULE.id,
            if late.to.is_some() { Priority::Check } else { Priority::Note },
            headline,
            format!("{} on {begun}; {then}. The limit is {} {}.", capital(late.what), late.limit, late.unit),
        )
    }
}

/// What called for a response that is not shown, as it is told with its day.
fn occasion(what: &str) -> &str {
    match what {
        FOUND => "the missing episode",
        other => other,
    }
}

/// "the return interview" without its article.
fn bare(words: &str) -> &str {
    ["a ", "an ", "the "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words)
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
