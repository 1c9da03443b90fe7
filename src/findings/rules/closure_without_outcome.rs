//! # closure-without-outcome
//!
//! Looks for a case, plan or service of the child that was closed with no entry on what changed for the child.
//!
//! Why: cases closed because the work was done, without saying whether the child was better off (Coventry).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2021-06-28: Child and family assessment completed. Child in need plan.
//! social care, 2021-11-23: Child in need plan ended. Case closed, no further role.
//! ```
//!
//! > Closed on 2021-11-23 by social care, with nothing on what changed for the child.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2021-06-28: Child and family assessment completed. Child in need plan.
//! social care, 2021-11-23: Child in need plan ended. Ava is happier and sleeping better. Case closed.
//! ```

use super::{Rule, Section};
use crate::findings::look::{first, last};
use crate::findings::told::{says, sentences};
use crate::findings::words::{cite, dated};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, Meaning};

/// The rule.
pub const RULE: Rule = Rule {
    id: "closure-without-outcome",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("closure_without_outcome.rs"),
};

/// Words of closing a plan or a service.
const CLOSED: &[&str] = &[
    "child in need plan ended",
    "child in need plan closed",
    "child in need closed",
    "cin plan ended",
    "cin plan closed",
    "child protection plan ended",
    "child protection plans end",
    "plan ended",
    "plans ended",
    "early help closed",
    "early help ended",
    "closed to early help",
    "service closed",
    "work closed",
    "work ended",
    "sessions ended",
    "family support ended",
    "closed to service",
    "programme complete",
    "came to an end",
    "case to close",
    "cin closed",
    "cin ended",
    "episode closed",
    "plan closed",
    "work complete",
    "closed to the service",
    "closed to our service",
    "closed to us",
    "step down to universal",
    "support ended",
    "support closed",
    "plan discontinued",
    "plans discontinued",
    "plan ceased",
    "plan ceases",
    "plan closes",
    "plan ends",
    "removed from plan",
    "removed from the plan",
    "stepped down to universal",
    "stepped down to early help",
    "d/c to gp",
    "discharged to gp",
    "discharged back to gp",
    "discharged from camhs",
    "discharged from service",
    "discharged from the service",
    "discharged, dna",
    "discharged for non-attendance",
    "closed due to non-engagement",
    "closed, non-engagement",
    "closed for non-engagement",
    "closed as not engaging",
    "file closed",
    "intervention complete",
    "intervention ended",
    "programme ended",
    "involvement ended",
    "episode ended",
    "closed on our",
    "closed on system",
    "closed on the system",
    "discharged per",
    "discharged as per",
    "discharged under",
    "therapy finished",
    "therapy ended",
    "therapy has ended",
    "counselling ended",
    "counselling finished",
    "sessions finished",
    "work finished",
    "mentoring ended",
    "funding ended",
];
/// Words of closing a case, whatever else the entry closes.
const CASE_CLOSED: &[&str] = &["case closed", "case now closed", "closed to social care", "case to be closed"];
/// Words of something else that closes.
const OTHER: &[&str] = &[
    "section 47",
    "s47",
    "enquiries",
    "crime",
    "crown court",
    "lado",
    "duty",
    "caller",
    "suspect",
    "investigation",
    "care order",
];
/// What an enquiry comes to, and a plan's column of outcomes says too.
const NO_ACTION: &[&str] = &["no further action", "nfa"];
/// Words of what became different for the child.
const CHANGE: &[&str] = &[
    "happier",
    "happy",
    "calmer",
    "settled",
    "better",
    "improv",
    "quieter",
    "sleeping",
    "attendance",
    "goals met",
    "progress",
    "reduced",
    "risk down",
    "lower",
    "safer",
    "safe",
    "stronger",
    "confident",
    "thriv",
    "doing well",
    "kept up",
    "understands",
    "met",
    "less",
    "says",
    "said",
    "feels",
    "eats",
    "enjoy",
    "likes",
    "strengths",
    "well supported",
    "gains",
    "meeting milestones",
];

/// Days before a closure in which an entry on what changed still counts.
const JUST_BEFORE: i64 = 14;
/// Days in which a case must have been open before its closing says anything.
const OPEN: i64 = 28;

fn find(history: &History<'_>) -> Vec<Finding> {
    let closed = history.entries.iter().copied().filter(|entry| entry.when.is_some() && closes(entry));
    let closed = closed.filter(|entry| was_open(history, entry) && !is_other_client(history, entry));
    closed.filter(|entry| !shows_change(history, entry)).map(|entry| finding(history, entry)).collect()
}

/// Whether a sentence of an entry closes a plan, a case or a service: "CIN plan for Denisa and Rafael ended". What closes beside
/// an enquiry is the enquiry.
fn closes(entry: &Entry) -> bool {
    let text = entry.text();
    let no_action = |one: &str| says(one, NO_ACTION);
    let plan = |one: &str| !no_action(one) && says(one, PLAN) && (is_closed(one) || ends_later(one));
    let case = |one: &str| says(one, CASE_CLOSED) && !says(one, OTHER) && !no_action(one);
    let closed = is_closed(&text) && !no_action(&text) || sentences(&text).any(|(_, one)| plan(one));
    !says(&text, OTHER) && closed || sentences(&text).any(|(_, one)| case(one))
}

/// Whether words close a plan, a service or a case.
fn is_closed(words: &str) -> bool {
    says(words, CLOSED) || says(words, CASE_CLOSED)
}

/// A plan by its name.
const PLAN: &[&str] = &[
    "child in need plan",
    "cin plan",
    "child protection plan",
    "cp plan",
    "early help plan",
    "team around the family",
];

/// How many words may stand between a plan and its end.
const NEAR: usize = 8;

fn ends_later(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let words: Vec<&str> = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let plan_of = |word: &&str| matches!(*word, "plan" | "plans");
    let ends =
        |word: &&str| matches!(*word, "ended" | "ends" | "closed" | "closes" | "ceased" | "ceases" | "discontinued");
    words.iter().position(plan_of).is_some_and(|at| words.iter().skip(at + 1).take(NEAR).any(ends))
}

/// Whether the agency had worked for weeks before.
fn was_open(history: &History<'_>, closing: &Entry) -> bool {
    let before = history.entries.iter().filter(|entry| entry.agency == closing.agency);
    let days = before.filter_map(|entry| Some((first(closing)? - last(entry)?).num_days()));
    days.filter(|days| (OPEN..366).contains(days)).count() > 0
}

/// Whether the entry names somebody of the family, and not the child.
fn is_other_client(history: &History<'_>, entry: &Entry) -> bool {
    let here = history.people_in(&entry.id);
    !here.is_empty()
        && !here.contains(&history.front.child.id)
        && entry.cells.iter().any(|cell| cell.meaning == Meaning::People)
}

/// Whether the closing entry, or one just before it, says what became different for the child, or quotes somebody.
pub fn shows_change(history: &History<'_>, closing: &Entry) -> bool {
    let near = |entry: &&&Entry| {
        entry.agency == closing.agency
            && matches!((first(entry), first(closing)), (Some(then), Some(end)) if (0..=JUST_BEFORE).contains(&(end - then).num_days()))
    };
    let voiced =
        |entry: &Entry| entry.cells.iter().any(|cell| cell.meaning == Meaning::Voice || cell.text.contains(['"', '“']));
    history.entries.iter().filter(near).any(|entry| says(&entry.text(), CHANGE) || voiced(entry))
}

fn finding(history: &History<'_>, entry: &Entry) -> Finding {
    let agency = history.agency_name(&entry.agency);
    Finding {
        evidence: cite([entry]),
        ask: vec![format!("Ask {agency} what was different for the child when it closed.")],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("Closed on {} by {agency}, with nothing on what changed for the child.", dated(entry)),
            "What was different for the child at the end of the work is not shown in the returns supplied.".to_owned(),
        )
    }
}
