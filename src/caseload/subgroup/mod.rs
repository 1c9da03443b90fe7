//! The report for a subgroup: what all histories say together, without a child's name. Its template is
//! `templates/subgroup.html`.
//!
//! Counts of children are shown from a limit on. The lists of people and addresses in several histories are working
//! lists: they name no one and no number, but the histories themselves by theirs, and can be left out.

mod aware;
mod behind;
mod graph;
mod key;
mod people;
mod rules;
mod trend;
mod waits;

pub use key::{KEY, numbering};

use super::connected::{self, Group, Shared};
use super::numbering::{self as keyed, Identity, Numbering};
use super::same_people::{self, Found};
use super::{Case, shown};
use crate::digest;
use crate::error::Error;
use crate::report::{plain, templates};
use behind::Behind;
use serde::Serialize;
use std::collections::BTreeSet;

const STYLE: &str =
    concat!(include_str!("../../../templates/chronology.css"), include_str!("../../../templates/subgroup.css"));

/// What is asked of the report.
pub struct Asked {
    /// Numbers of children below this are not shown.
    pub limit: usize,
    /// Whether the lists of people, addresses and histories that hang together are in it.
    pub lists: bool,
    /// Cases that could not be built.
    pub failed: usize,
    /// Numbers that were given before.
    pub numbering: Numbering,
}

/// The report, and the key to its numbers.
pub struct Report {
    /// The page.
    pub page: String,
    /// The key, for whoever may know the names.
    pub key: String,
}

/// Everything that the parts of the report look at.
struct View<'a> {
    cases: &'a [Case],
    limit: usize,
    /// The number of each case.
    numbers: Vec<usize>,
    found: &'a Found,
    /// The number of each person who is in several histories.
    people: Vec<usize>,
    addresses: &'a [Shared],
    /// The number of each address in several histories.
    places: Vec<usize>,
    groups: &'a [Group],
}

/// A number on the page: in words, and where the cases behind it stand.
#[derive(Serialize)]
struct Number {
    words: String,
    anchor: Option<String>,
}

/// The data of `subgroup.html`.
#[derive(Serialize)]
struct Page {
    style: &'static str,
    policy: String,
    cases: usize,
    failed: usize,
    as_at: String,
    limit: usize,
    tool_version: &'static str,
    key_figures: Vec<rules::Figure>,
    sections: Vec<rules::Part>,
    people: Option<people::People>,
    waits: waits::Waits,
    aware: aware::Aware,
    trend: trend::Trend,
    behind: Vec<behind::Entry>,
}

/// The report of these cases.
pub fn report(cases: &[Case], asked: &Asked) -> Result<Report, Error> {
    let found = same_people::link(cases);
    let addresses = connected::addresses(cases);
    let groups = connected::groups(cases.len(), &found.same, &addresses);
    let key = keyed::key(cases.iter().flat_map(|case| {
        let child = &case.gist.child;
        [case.folder.as_str(), child.name.as_str(), child.born.as_deref().unwrap_or_default()]
    }));
    let folders: Vec<Vec<Identity>> = cases.iter().map(|case| vec![(case.folder.clone(), String::new())]).collect();
    let people: Vec<Vec<Identity>> = found.same.iter().map(|same| key::identities(cases, same)).collect();
    let places: Vec<Vec<Identity>> = addresses.iter().map(|one| vec![(String::new(), one.folded.clone())]).collect();
    let view = View {
        cases,
        limit: asked.limit,
        numbers: asked.numbering.numbers("case", &key, &folders),
        found: &found,
        people: asked.numbering.numbers("person", &key, &people),
        addresses: &addresses,
        places: asked.numbering.numbers("address", &key, &places),
        groups: &groups,
    };
    let page = templates::render("subgroup.html", &page(&view, asked))?;
    Ok(Report { page, key: key::words(&view) })
}

fn page(view: &View<'_>, asked: &Asked) -> Page {
    let mut behind = Behind::new(view);
    let key_figures = rules::figures(view, &mut behind);
    let sections = rules::sections(view, &mut behind);
    let waits = waits::waits(view, &mut behind);
    let aware = aware::aware(view, &mut behind);
    let trend = trend::trend(view, &mut behind);
    Page {
        style: STYLE,
        policy: format!(
            "default-src 'none'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
            digest::source(STYLE)
        ),
        cases: view.cases.len(),
        failed: asked.failed,
        as_at: as_at(view.cases),
        limit: view.limit,
        tool_version: env!("CARGO_PKG_VERSION"),
        key_figures,
        sections,
        people: asked.lists.then(|| people::people(view)),
        waits,
        aware,
        trend,
        behind: behind.entries,
    }
}

/// "1 June 2019", or the first and the last day from which the histories speak.
fn as_at(cases: &[Case]) -> String {
    let days: BTreeSet<_> = cases.iter().map(|case| case.gist.as_at).collect();
    match (days.first(), days.last()) {
        (Some(first), Some(last)) if first == last => plain::day(*first),
        (Some(first), Some(last)) => format!("{} to {}", plain::day(*first), plain::day(*last)),
        _ => "no day".to_owned(),
    }
}

impl View<'_> {
    /// The places of the cases for which something holds.
    fn where_case(&self, holds: impl Fn(&Case) -> bool) -> BTreeSet<usize> {
        (0..self.cases.len()).filter(|at| holds(&self.cases[*at])).collect()
    }

    /// Whether the number of these cases may be shown.
    fn may_show(&self, cases: &BTreeSet<usize>) -> bool {
        shown::may_show(cases.len(), self.cases.len(), self.limit)
    }

    /// The cases by their numbers, in order.
    fn named(&self, cases: &BTreeSet<usize>) -> Vec<usize> {
        let mut numbers: Vec<usize> = cases.iter().map(|at| self.numbers[*at]).collect();
        numbers.sort_unstable();
        numbers
    }
}
