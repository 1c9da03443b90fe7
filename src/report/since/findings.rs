//! Which findings are new, gone or made otherwise. A finding is the same where its rule, its people and its agency are.

use super::earlier::{Earlier, Finding as Then};
use super::entries::Entries;
use super::people::People;
use crate::account::{Account, ChangedFinding, GoneFinding};
use crate::findings::Finding;
use crate::model::{EntryId, Status};
use crate::report::plain;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The findings of both builds, held against each other.
pub struct Findings {
    /// Those that were not made, by their places.
    pub new: Vec<usize>,
    /// Those that are no longer made.
    pub gone: Vec<GoneFinding>,
    /// Those that are made otherwise.
    pub changed: Vec<ChangedFinding>,
}

/// Holds them against each other.
pub fn findings(account: &Account, then: &Earlier, entries: &Entries<'_>, people: &People<'_>) -> Findings {
    let mut left: Vec<&Then> = then.findings.iter().collect();
    let mut found = Findings { new: Vec::new(), gone: Vec::new(), changed: Vec::new() };
    for (at, now) in account.findings.iter().enumerate() {
        let rests_on: BTreeSet<&str> = now.evidence.iter().map(|id| id.0.as_str()).collect();
        let same = left.iter().enumerate().filter(|(_, one)| is_same(one, now, people));
        let closest = same.max_by_key(|(place, one)| {
            let shared = evidence(one, entries).intersection(&rests_on).count();
            (shared, one.headline == now.headline, std::cmp::Reverse(*place))
        });
        match closest.map(|(place, _)| place) {
            None => found.new.push(at + 1),
            Some(place) => found.changed.extend(change(left.remove(place), at + 1, now, entries)),
        }
    }
    let gone = |one: &Then| GoneFinding { rule: one.rule.clone(), headline: one.headline.clone() };
    found.gone = left.into_iter().map(gone).collect();
    found
}

fn is_same(then: &Then, now: &Finding, people: &People<'_>) -> bool {
    let id = |id: &str| people.now.get(id).copied().unwrap_or(id).to_owned();
    let was: BTreeMap<&str, String> = then.people.iter().map(|(role, who)| (role.as_str(), id(who))).collect();
    let is = now.people.iter().map(|(role, who)| (*role, who.0.clone()));
    then.rule == now.rule
        && was == is.collect()
        && then.agency.as_deref() == now.agency.as_ref().map(|id| id.0.as_str())
}

/// What an earlier finding rested on, by the ids of now.
fn evidence<'e>(then: &'e Then, entries: &'e Entries<'_>) -> BTreeSet<&'e str> {
    then.evidence.iter().map(|id| entries.now.get(id.as_str()).map_or(id.as_str(), |now| now.0.as_str())).collect()
}

/// What differs; none where nothing does.
fn change(then: &Then, place: usize, now: &Finding, entries: &Entries<'_>) -> Option<ChangedFinding> {
    let mut what = Vec::new();
    let heading = |id: &str| match id {
        "act" => "Act first",
        "check" => "Find out",
        _ => "Worth knowing",
    };
    let priority = plain::priority_id(now.priority);
    if then.priority != priority {
        what.push(format!("It stood under “{}”, and stands under “{}”.", heading(&then.priority), heading(priority)));
    }
    let state = |state: Option<&str>| state.map_or_else(|| "none".to_owned(), plain::state);
    if then.state.as_deref() != now.state {
        what.push(format!("Contact was “{}”, and is “{}”.", state(then.state.as_deref()), state(now.state)));
    }
    if then.status != now.status.map(word) {
        let was = then.status.as_deref().map_or_else(|| "none".to_owned(), |word| word.replace('-', " "));
        let is = now.status.map_or("none", Status::words);
        what.push(format!("The latest outcome recorded was “{was}”, and is “{is}”."));
    }
    let seen = |day: Option<NaiveDate>| {
        day.map_or_else(|| "on no one day".to_owned(), |day| format!("on {}", plain::day(day)))
    };
    let was = then.could_have_been_seen.as_ref().and_then(|seen| seen.combined);
    let is = now.could_have_been_seen.as_ref().and_then(|seen| seen.combined);
    if was != is {
        what.push(format!("It could first have been seen {}, and now {}.", seen(was), seen(is)));
    }
    let before = evidence(then, entries);
    let evidence_new: Vec<EntryId> =
        now.evidence.iter().filter(|id| !before.contains(id.0.as_str())).cloned().collect();
    let after: BTreeSet<&str> = now.evidence.iter().map(|id| id.0.as_str()).collect();
    let fewer = before.difference(&after).count();
    if !evidence_new.is_empty() {
        what.push(format!("It rests on {} more.", plain::count(evidence_new.len(), "entry", "entries")));
    }
    if fewer > 0 {
        what.push(format!("It no longer rests on {} that it rested on.", plain::count(fewer, "entry", "entries")));
    }
    if what.is_empty() && then.headline != now.headline {
        what.push(format!("It read: {}", then.headline));
    }
    (!what.is_empty()).then_some(ChangedFinding { finding: place, what, evidence_new })
}

/// A status as the data spells it.
fn word(status: Status) -> String {
    serde_json::to_value(status).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
