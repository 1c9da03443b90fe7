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
use crate::findings::wording::Wording;
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
    says(words, CLOSED) || says(words, CASE_CLOSED) || CLOSES.is_in(words) && !CLOSES_ELSE.is_in(words)
}

/// The same, in the many ways it is said.
static CLOSES: Wording = Wording::of(
    "{plan|plans|episode|involvement|intervention|programme|package|mentoring|therapy|counselling|sessions|service|work|support|file|files|case|referral} {is |was |are |were |be |to be |has |have |now |has now |}{closed|ended|finished|completed|ceased|discontinued|brought to an end|come to an end|withdrawn|concluded|signed off}, \
     {end|ended|ending|close|closed|closing|conclude} {the |their |our |her |his |}{plan|plans|case|episode|involvement|intervention|work|support|file}, {voted|decision|decided|agreed|agreement} to {end|close|discontinue|cease} {the |}{plan|case|involvement|child protection plan|episode}, \
     closed {to|with} {camhs|service|the service|us|our service|team|early help|me|the team|worker|services}, closed no further {role|involvement}, no further role, {discharged|discharge} {from|to|back to} {camhs|service|the service|our service|caseload|care|school nurse}, {revert|reverts|reverted|handed|hand|stepped down|step down|back} to universal*, lead professional stands down, post funded until",
);

/// Words of something else that closes.
static CLOSES_ELSE: Wording = Wording::of(
    "{road|school|nursery|office|shop|clinic|account|door|eyes|surgery|library} .. closed, {crime|investigation|enquiry|enquiries|police} .. {closed|ended|concluded}, not {closed|ended|to close}, {will|to|would|may|might|should} {close|end} {when|if|once|in|at}, {ended|end of} {term|year|the day|tenancy|relationship}, {friendship|relationship|marriage|tenancy|contract|job|call|visit|contact|shift|session} {ended|has ended|closed}",
);

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
    let told = |entry: &Entry| says(&entry.text(), CHANGE) || CHANGED.is_told_in(entry);
    // What another agency says of the change in the same days is told too.
    let beside = |entry: &&&Entry| {
        let days = first(entry).zip(first(closing)).map(|(then, end)| (then - end).num_days().abs());
        entry.agency != closing.agency && days.is_some_and(|days| days <= JUST_BEFORE)
    };
    history.entries.iter().filter(near).any(|entry| told(entry) || voiced(entry))
        || history.entries.iter().filter(beside).any(|entry| CHANGED.is_told_in(entry))
}

/// Words that set what is so now against what was.
static CHANGED: Wording = Wording::of(
    "{stopped|no longer|not had|has not|hasn't|none|no more} .. {since|now|months|weeks|nights|under|hiding|keeping|running|cutting|soiling|wetting|hitting|crying|scared|afraid|listens|worried}, {difference|change|changed} .. {since|in her|in him|for her|for him|from}, {gone|went|up|down|risen|fallen|dropped} from .. to, \
     {now|has|have|is} {has |have |got |}{cooked meals|a bedtime|a bed|friends|mates|routine|a routine|warm|clean|fed|in full|every day|on time}, {in|arrives|arriving|attends|attending|comes} .. {every day|on time|each day|most days|by half eight}, {sleeps|sleeping|eats|eating|smiles|laughs|chats|chatting|plays} .. {well|now|through|again|more}, \
     {risk|scores|score|rating|sdq} .. {down|lower|reduced|dropped|improved|from}",
);

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
