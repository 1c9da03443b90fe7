//! # conflicting-accounts
//!
//! Looks for entries of one event from two agencies that differ on when or where it was, on who did it or was there, on
//! whether anybody was arrested, charged, seen or hurt, on what was said or decided, or on how it ended. Both stay in the
//! chronology as they were written.
//!
//! Why: what one agency recorded as a harmless return, another recorded as a rescue; whoever read only one was misled
//! (Bristol findings report, 2018).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! police, 2024-07-30: Ava Dale missing. Found by officers in a flat at 02:10 with an adult male.
//! home, 2024-07-30: Ava Dale missing, came back on her own by taxi at 01:30.
//! ```
//!
//! > home and police differ on one event of 2024-07-30: how the child came back.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! police, 2024-07-30: Ava Dale missing. Found by officers at the seafront at 01:15.
//! home, 2024-07-30: Ava Dale missing, back at 01:30 with police.
//! ```

use super::{Rule, Section};
use crate::findings::accounts::{self, Account};
use crate::findings::look::{first, last};
use crate::findings::words::{cite, dated};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub const RULE: Rule = Rule {
    id: "conflicting-accounts",
    section: Section::WhoKnew,
    seen: false,
    find,
    source: include_str!("conflicting_accounts.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    let told: Vec<Account> = history.entries.iter().map(|entry| Account::of(entry)).collect();
    let mut of_day: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    for (at, entry) in history.entries.iter().enumerate().filter(|(at, _)| told[*at].comes_once_a_day()) {
        first(entry)
            .filter(|_| last(entry) == first(entry))
            .into_iter()
            .for_each(|day| of_day.entry(day).or_default().push(at));
    }
    let mut found = Vec::new();
    for (at, one) in history.entries.iter().enumerate() {
        let linked = of_one_event(history, at);
        let day = first(one).filter(|_| told[at].comes_once_a_day());
        let of = |day: Option<NaiveDate>| day.and_then(|day| of_day.get(&day)).into_iter().flatten();
        let near = linked.iter().chain(of(day)).chain(of(day.and_then(|day| day.succ_opt()))).copied();
        for place in near.filter(|other| *other > at).collect::<BTreeSet<_>>() {
            let other = history.entries[place];
            let (a, b) = ((at, &told[at]), (place, &told[place]));
            let about = match linked.contains(&place) {
                _ if other.agency == one.agency => None,
                true => accounts::difference(history, a, b),
                false if is_night_before(history, one, other) => told[at].differs_on_return(&told[place]),
                false if !is_one_day(one, other) => None,
                false => told[at].differs_on_return(&told[place]).or_else(|| {
                    let one_person = shares_a_person(history, at, place);
                    one_person.then(|| accounts::difference_of_one_day(history, a, b)).flatten()
                }),
            };
            found.extend(about.map(|about| finding(history, one, other, about)));
        }
    }
    found
}

/// The entries that record the same event as one, and those that record the same as these: the news of an event that a third
/// agency wrote down links what two others saw.
fn of_one_event(history: &History<'_>, at: usize) -> BTreeSet<usize> {
    let direct = history.same_event(at).iter().copied();
    let through = direct.clone().flat_map(|other| history.same_event(other).iter().copied());
    direct.chain(through).filter(|other| *other != at).collect()
}

/// Whether two entries name one person besides the child.
fn shares_a_person(history: &History<'_>, a: usize, b: usize) -> bool {
    let (one, other) = (history.people_at(a), history.people_at(b));
    one.intersection(&other).any(|id| **id != history.front.child.id)
}

/// Whether both entries tell of the child missing in one night, which one agency wrote down a day later.
fn is_night_before(history: &History<'_>, a: &Entry, b: &Entry) -> bool {
    let missing = |entry: &Entry| history.happenings_in(&entry.id).any(|one| one.event.kind == EventKind::Missing);
    let next = first(a).and_then(|day| day.succ_opt());
    next.is_some() && next == first(b) && missing(a) && missing(b)
}

fn is_one_day(a: &Entry, b: &Entry) -> bool {
    first(a).is_some() && first(a) == first(b) && last(a) == first(a) && last(b) == first(b)
}

fn finding(history: &History<'_>, a: &Entry, b: &Entry, about: &str) -> Finding {
    let (first, second) = (history.agency_name(&a.agency), history.agency_name(&b.agency));
    Finding {
        evidence: cite([a, b]),
        ask: vec![format!("Ask {first} and {second} to compare their records of this event.")],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!("{first} and {second} differ on one event of {}: {about}.", dated(a)),
            "Two agencies recorded what seems to be one event, and their accounts do not agree. Both are kept as written."
                .to_owned(),
        )
    }
}
