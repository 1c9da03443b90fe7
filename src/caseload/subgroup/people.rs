//! The working lists: who is in several histories, and which histories hang together.

use super::View;
use super::behind::ranges;
use super::graph::{self, Graph};
use crate::caseload::connected::Group;
use crate::caseload::same_people::{Member, Same, somebody};
use crate::model::Kin;
use crate::report::plain;
use serde::Serialize;
use std::collections::BTreeSet;

/// Rows of a list at most; the key file holds all.
const LONGEST: usize = 500;

/// The lists.
#[derive(Serialize)]
pub struct People {
    /// Alleged perpetrators in several histories.
    rows: Vec<Row>,
    /// How many more there are than are listed.
    more: usize,
    graph: Option<Graph>,
    /// Pairs that somebody has to decide.
    may_be: Vec<MayBe>,
    may_be_more: usize,
    groups: Vec<Linked>,
    groups_more: usize,
}

/// An alleged perpetrator in several histories.
#[derive(Serialize)]
struct Row {
    number: usize,
    /// "under 2 names", "date of birth recorded in 1 of 3".
    known: String,
    cases: Vec<InCase>,
    /// Whether some history that speaks of them does not show that they are an alleged perpetrator.
    unseen: bool,
}

/// What somebody is in a history.
#[derive(Serialize)]
struct InCase {
    case: usize,
    alleged: bool,
    words: String,
}

/// Two who may be one person.
#[derive(Serialize)]
struct MayBe {
    one: InCase,
    other: InCase,
    percent: u32,
}

/// Histories that hang together.
#[derive(Serialize)]
struct Linked {
    cases: String,
    through: String,
}

/// The lists.
pub fn people(view: &View<'_>) -> People {
    let alleged: Vec<usize> =
        (0..view.found.same.len()).filter(|at| view.found.same[*at].is_alleged(view.cases)).collect();
    let mut rows: Vec<Row> = alleged.iter().map(|at| row(view, *at)).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.cases.len()), row.number));
    let more = rows.len().saturating_sub(LONGEST);
    rows.truncate(LONGEST);
    let mut may_be: Vec<MayBe> = view
        .found
        .may_be
        .iter()
        .filter(|pair| somebody(view.cases, pair.one).alleged || somebody(view.cases, pair.other).alleged)
        .map(|pair| MayBe { one: in_case(view, pair.one), other: in_case(view, pair.other), percent: pair.percent })
        .collect();
    may_be.sort_by_key(|pair| (std::cmp::Reverse(pair.percent), pair.one.case, pair.other.case));
    let may_be_more = may_be.len().saturating_sub(LONGEST);
    may_be.truncate(LONGEST);
    let groups = view.groups.iter().take(LONGEST).map(|group| linked(view, group)).collect();
    People {
        rows,
        more,
        graph: graph::graph(view, &alleged),
        may_be,
        may_be_more,
        groups,
        groups_more: view.groups.len().saturating_sub(LONGEST),
    }
}

fn row(view: &View<'_>, at: usize) -> Row {
    let same = &view.found.same[at];
    let mut cases: Vec<InCase> = same.members.iter().map(|member| in_case(view, *member)).collect();
    cases.sort_by_key(|one| (!one.alleged, one.case));
    Row { number: view.people[at], known: known(view, same), unseen: cases.iter().any(|one| !one.alleged), cases }
}

/// Under how many names, and in how many histories with a date of birth.
fn known(view: &View<'_>, same: &Same) -> String {
    let folded = |name: &str| name.to_lowercase();
    let names: BTreeSet<String> =
        same.members.iter().map(|member| folded(&somebody(view.cases, *member).name)).collect();
    let born = same.members.iter().filter(|member| somebody(view.cases, **member).born.is_some()).count();
    format!(
        "{}; date of birth in {born} of {}",
        plain::count(names.len(), "name", "names"),
        plain::count(same.members.len(), "history", "histories")
    )
}

fn in_case(view: &View<'_>, member: Member) -> InCase {
    let one = somebody(view.cases, member);
    let mut words: Vec<String> = Vec::new();
    // Only words that the tool makes itself: free text could hold a name.
    let kin = one.relation.as_deref().and_then(Kin::parse).map(|kin| kin.words());
    words.extend(if member.person.is_none() { Some("the child".to_owned()) } else { kin });
    words.push(if one.alleged { "alleged".to_owned() } else { "not shown as alleged".to_owned() });
    words.extend(one.contact.as_deref().map(|state| plain::state(state).to_lowercase()));
    InCase { case: view.numbers[member.case], alleged: one.alleged, words: words.join(", ") }
}

fn linked(view: &View<'_>, group: &Group) -> Linked {
    let mut people: Vec<usize> = group.people.iter().map(|at| view.people[*at]).collect();
    let mut places: Vec<usize> = group.addresses.iter().map(|at| view.places[*at]).collect();
    people.sort_unstable();
    places.sort_unstable();
    let of = |one: &str, many: &str, numbers: &[usize]| match numbers.len() {
        0 => None,
        1 => Some(format!("{one} {}", ranges(numbers))),
        _ => Some(format!("{many} {}", ranges(numbers))),
    };
    let through = [of("Person", "Persons", &people), of("Address", "Addresses", &places)];
    Linked {
        cases: ranges(&view.named(&group.cases)),
        through: through.into_iter().flatten().collect::<Vec<_>>().join("; "),
    }
}
