//! What could have been known on earlier days, by each agency alone and by all together.

use super::changes::finding;
use crate::account::{FactAccount, KnownDay, KnownFinding, KnownView};
use crate::report::index::{Index, Link};
use crate::report::plain;
use serde::Serialize;

/// The data of `chronology/known.html`.
#[derive(Serialize)]
pub struct AsKnown {
    days: Vec<Day>,
    /// Days that matter and are not told.
    passed_over: String,
}

#[derive(Serialize)]
struct Day {
    anchor: String,
    day: String,
    /// How long before the report.
    before: String,
    why: Vec<String>,
    views: Vec<View>,
    /// Agencies without an entry by then.
    silent: String,
}

/// What one agency, or all together, could have known.
#[derive(Serialize)]
struct View {
    name: String,
    /// Whether it is all of them together.
    together: bool,
    entries: usize,
    facts: Vec<Fact>,
    findings: Vec<Found>,
}

#[derive(Serialize)]
struct Fact {
    label: String,
    /// Whether it was not shown on the day told before.
    new: bool,
    since: String,
    entry: Link,
}

#[derive(Serialize)]
struct Found {
    headline: String,
    /// Whether it could not be seen on the day told before.
    new: bool,
    state: Option<String>,
    /// The same finding of today.
    now: Option<Link>,
}

/// The days; none where nothing is told of any.
pub fn known(index: &Index) -> Option<AsKnown> {
    let known = index.account.as_known.as_ref().filter(|known| !known.days.is_empty())?;
    let passed_over: Vec<String> = known.passed_over.iter().map(|day| plain::day(*day)).collect();
    let days = known.days.iter().enumerate();
    let days = days.map(|(at, one)| day(index, one, at.checked_sub(1).map(|before| &known.days[before])));
    Some(AsKnown { days: days.collect(), passed_over: passed_over.join("; ") })
}

/// A day, and what is new on it against the day told before.
fn day(index: &Index, one: &KnownDay, before: Option<&KnownDay>) -> Day {
    let earlier = |view: &KnownView| before.and_then(|day| day.views.iter().find(|one| one.agency == view.agency));
    let silent: Vec<&str> = one.silent.iter().map(|id| index.agency(id)).collect();
    Day {
        anchor: format!("known-{}", one.day),
        day: plain::day(one.day),
        before: plain::lapse(one.day, index.account.as_at),
        why: one.why.iter().map(|words| plain::capital(words)).collect(),
        views: one.views.iter().map(|view| told(index, view, earlier(view))).collect(),
        silent: silent.join(", "),
    }
}

fn told(index: &Index, view: &KnownView, before: Option<&KnownView>) -> View {
    let had = |fact: &FactAccount| before.is_some_and(|view| view.facts.iter().any(|one| one.label == fact.label));
    let seen = |one: &KnownFinding| {
        let same = |then: &KnownFinding| (then.now, &then.headline, then.state) == (one.now, &one.headline, one.state);
        before.is_some_and(|view| view.findings.iter().any(same))
    };
    let facts = view.facts.iter().map(|fact| Fact {
        new: !had(fact),
        label: plain::capital(&fact.label),
        since: plain::day(fact.since),
        entry: index.link(&fact.entry),
    });
    View {
        name: view.agency.as_ref().map_or("All agencies together", |id| index.agency(id)).to_owned(),
        together: view.agency.is_none(),
        entries: view.entries,
        facts: facts.collect(),
        findings: view.findings.iter().map(|one| found(index, one, !seen(one))).collect(),
    }
}

fn found(index: &Index, one: &KnownFinding, new: bool) -> Found {
    let link = |place| Link { label: format!("finding {place}"), ..finding(index, place) };
    Found { headline: one.headline.clone(), new, state: one.state.map(plain::state), now: one.now.map(link) }
}
