//! # conflicting-accounts
//!
//! Looks for entries of one event from two agencies that differ on when it was, on who did it, on how it ended, on
//! whether anybody was seen at a joint visit, or on whether enquiries were to be joint. Both stay in the chronology as
//! they were written.
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
use crate::chronology::days;
use crate::findings::look::{first, last};
use crate::findings::told::entry_says;
use crate::findings::words::{cite, dated};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, PersonId, Role, Status};
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
    let back: Vec<Back> = history.entries.iter().map(|entry| Back::told_in(entry)).collect();
    let mut of_day: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    for (at, entry) in history.entries.iter().enumerate().filter(|(at, _)| back[*at].is_told()) {
        first(entry).into_iter().for_each(|day| of_day.entry(day).or_default().push(at));
    }
    let mut found = Vec::new();
    for (at, one) in history.entries.iter().enumerate() {
        let linked = history.same_event(at);
        let same_day = first(one).filter(|_| back[at].is_told()).and_then(|day| of_day.get(&day));
        let near = linked.iter().chain(same_day.into_iter().flatten()).copied();
        for place in near.filter(|other| *other > at).collect::<BTreeSet<_>>() {
            let other = history.entries[place];
            let return_differs = || back[at].differs(back[place]);
            let about = match linked.contains(&place) {
                _ if other.agency == one.agency => None,
                true => difference(history, one, other, return_differs()),
                false if is_one_day(one, other) && return_differs() => Some(RETURN),
                false => None,
            };
            found.extend(about.map(|about| finding(history, one, other, about)));
        }
    }
    found
}

/// What accounts of a child's coming back differ on.
const RETURN: &str = "how the child came back";

/// What accounts of a visit of two agencies together differ on.
const SEEN: &str = "whether anybody was seen";

/// Words of a visit that found nobody.
const NOT_SEEN: &[&str] = &[
    "no reply",
    "no answer",
    "nobody in",
    "no one in",
    "not seen",
    "not at home",
    "abortive",
    "no access",
    "were seen. no",
    "nor the children were seen",
];

/// Whether both tell of one visit made together, where one says that nobody answered and the other who was seen.
fn visit_differs(a: &Entry, b: &Entry) -> bool {
    let together = |entry: &Entry| {
        entry_says(
            entry,
            &["joint visit", "visited with", "visit with police", "visit with the police", "visit with social"],
        )
    };
    let nobody = |entry: &Entry| entry_says(entry, NOT_SEEN);
    let somebody = |entry: &Entry| !nobody(entry) && entry_says(entry, &["seen", "spoken to", "spoke to", "saw"]);
    together(a) && together(b) && (nobody(a) && somebody(b) || nobody(b) && somebody(a))
}

/// What accounts of a strategy discussion differ on.
const JOINT: &str = "whether the enquiries were to be joint or by one agency alone";

/// Whether one says that the police and social care were to enquire together, and the other that one agency would.
fn enquiry_differs(a: &Entry, b: &Entry) -> bool {
    let discussed =
        |entry: &Entry| entry_says(entry, &["strategy discussion", "strategy meeting", "strat disc", "strategy"]);
    let joint = |entry: &Entry| {
        entry_says(
            entry,
            &["joint investigation", "joint enquiry", "joint enquiries", "joint s47", "joint section 47", "jointly"],
        )
    };
    let single =
        |entry: &Entry| entry_says(entry, &["single agency", "single-agency", "social care alone", "police alone"]);
    let differ = |one: &Entry, other: &Entry| joint(one) && !single(one) && single(other) && !joint(other);
    discussed(a) && discussed(b) && (differ(a, b) || differ(b, a))
}

fn is_one_day(a: &Entry, b: &Entry) -> bool {
    first(a).is_some() && first(a) == first(b) && last(a) == first(a) && last(b) == first(b)
}

/// How an entry says that the child came back.
#[derive(Clone, Copy)]
struct Back {
    alone: bool,
    found: bool,
}

impl Back {
    fn told_in(entry: &Entry) -> Self {
        let alone = is_own_return(entry);
        Back { alone, found: !alone && is_found(entry) }
    }

    fn is_told(self) -> bool {
        self.alone || self.found
    }

    /// Whether one says that the child came back alone, where the other says that somebody found or brought the child.
    fn differs(self, other: Back) -> bool {
        self.alone && other.found || other.alone && self.found
    }
}

/// What two accounts of one event differ on.
fn difference(history: &History<'_>, a: &Entry, b: &Entry, return_differs: bool) -> Option<&'static str> {
    let (blamed, other) = (blamed(history, a), blamed_by_name(history, b));
    let who_differs = !blamed.is_empty() && !other.is_empty() && blamed_by_name(history, a).is_disjoint(&other);
    if return_differs {
        Some(RETURN)
    } else if visit_differs(a, b) {
        Some(SEEN)
    } else if enquiry_differs(a, b) {
        Some(JOINT)
    } else if who_differs && !blamed_by_name(history, a).is_empty() {
        Some("who is said to have done it")
    } else if ends_differ(history, a, b) {
        Some("what came of it")
    } else {
        (days_differ(a, b) || days_differ(b, a)).then_some("on which day it happened")
    }
}

fn is_own_return(entry: &Entry) -> bool {
    let alone = [
        "back on her own",
        "back on his own",
        "back by herself",
        "back by himself",
        "returned on her own",
        "returned on his own",
        "home on her own",
        "home on his own",
        "own accord",
        "walked home",
        "walked back",
        "home by herself",
        "home by himself",
        "came home alone",
        "made her own way",
        "made his own way",
        "in by herself",
        "in by himself",
        "in on her own",
        "in on his own",
        "let herself in",
        "let himself in",
        "returned by herself",
        "returned by himself",
        "returned alone",
        "came back alone",
        "walked in",
        "turned up by",
    ];
    entry_says(entry, &alone)
}

fn is_found(entry: &Entry) -> bool {
    let found = [
        "found by",
        "located by",
        "found in",
        "located in",
        "found at",
        "located at",
        "traced",
        "recovered",
        "brought back",
        "conveyed home",
        "taken home by",
        "driven home by",
    ];
    let searched = ["missing", "police", "officer", "officers", "pc"];
    entry_says(entry, &found) && entry_says(entry, &searched)
}

/// How many days apart an event is told that is still taken for the same one.
const NEAR: u64 = 7;

/// Whether one entry, written on another day, names a day for the event that is not the other's day, and no other.
fn days_differ(told: &Entry, happened: &Entry) -> bool {
    let (Some(written), Some(day)) = (last(told), first(happened)) else { return false };
    let is_near = |named: &NaiveDate| *named < written && (*named - day).num_days().unsigned_abs() <= NEAR;
    let near: Vec<NaiveDate> = days(&told.text(), written).into_iter().filter(is_near).collect();
    written != day && !near.is_empty() && near.iter().all(|named| *named != day)
}

/// Everyone an entry names as an alleged perpetrator.
fn blamed<'h>(history: &'h History<'_>, entry: &Entry) -> BTreeSet<&'h PersonId> {
    let here = history.happenings_in(&entry.id);
    here.filter_map(|one| one.who(Role::AllegedPerpetrator)).collect()
}

/// The same, left to those known by name: "a man" may be anybody.
fn blamed_by_name<'h>(history: &'h History<'_>, entry: &Entry) -> BTreeSet<&'h PersonId> {
    let named = |id: &PersonId| history.people.persons.iter().any(|one| one.id == *id && one.named);
    blamed(history, entry).into_iter().filter(|id| named(id)).collect()
}

/// Whether one says charged or convicted where the other says that no action was taken.
fn ends_differ(history: &History<'_>, a: &Entry, b: &Entry) -> bool {
    let statuses = |entry: &Entry| -> BTreeSet<Status> {
        let here = history.happenings_in(&entry.id);
        here.filter_map(|one| one.event.status).collect()
    };
    let taken = |all: &BTreeSet<Status>| all.contains(&Status::Charged) || all.contains(&Status::Convicted);
    let dropped = |all: &BTreeSet<Status>| {
        [Status::NoFurtherAction, Status::NotCharged, Status::Acquitted].iter().any(|one| all.contains(one))
    };
    let (a, b) = (statuses(a), statuses(b));
    (taken(&a) && !dropped(&a) && dropped(&b) && !taken(&b)) || (taken(&b) && !dropped(&b) && dropped(&a) && !taken(&a))
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
