//! What agencies are shown to have known of key facts, by what the agency is for.

use super::behind::Behind;
use super::{Number, View};
use crate::caseload::gist::Gist;
use crate::caseload::shown;
use serde::Serialize;
use std::collections::BTreeSet;

/// What agencies knew.
#[derive(Serialize)]
pub struct Aware {
    facts: Vec<Fact>,
    /// Kinds of facts that too few histories hold.
    too_few: Vec<&'static str>,
}

/// A kind of key fact.
#[derive(Serialize)]
struct Fact {
    label: &'static str,
    /// The histories that hold such a fact.
    cases: Number,
    rows: Vec<Row>,
}

/// Agencies of one kind.
#[derive(Serialize)]
struct Row {
    sector: String,
    cells: Vec<Number>,
}

/// Kinds of key facts, in plain words.
const FACTS: &[(&str, &str)] = &[
    ("allegation", "An allegation of sexual abuse"),
    ("restriction", "A restriction on somebody's contact"),
    ("plan", "A child protection plan"),
    ("exploitation", "Exploitation"),
    ("looked-after", "Being looked after"),
    ("missing", "Being missing"),
];

/// What a sector's best informed agency is shown to have known of the least known of the facts.
const STATES: &[&[&str]] =
    &[&["knew"], &["told"], &["not-shown"], &["no-entries-after"], &["nothing-known", "not-heard"]];

/// Each kind of fact that some history holds.
pub fn aware(view: &View<'_>, behind: &mut Behind<'_>) -> Aware {
    let mut all = Aware { facts: Vec::new(), too_few: Vec::new() };
    for (kind, label) in FACTS {
        let with = view.where_case(|case| case.gist.aware.iter().any(|one| one.fact == *kind));
        match (with.is_empty(), view.may_show(&with)) {
            (true, _) => {}
            (_, true) => all.facts.push(fact(view, behind, kind, label, &with)),
            (_, false) => all.too_few.push(label),
        }
    }
    all
}

fn fact(view: &View<'_>, behind: &mut Behind<'_>, kind: &str, label: &'static str, with: &BTreeSet<usize>) -> Fact {
    let of_kind = view.cases.iter().flat_map(|case| &case.gist.aware).filter(|one| one.fact == kind);
    let sectors: BTreeSet<&str> = of_kind.map(|one| one.sector.as_str()).collect();
    let cases = behind.number(with.len(), false, with, label);
    let rows = sectors.into_iter().map(|sector| {
        let state = |gist: &Gist| worst(gist, kind, sector);
        let parts: Vec<BTreeSet<usize>> =
            (0..STATES.len()).map(|at| view.where_case(|case| state(&case.gist) == Some(at))).collect();
        // The histories in which no such agency was asked are a part too: with them the row makes up the whole.
        let asked: BTreeSet<usize> = parts.iter().flatten().copied().collect();
        let mut sizes: Vec<usize> = parts.iter().map(BTreeSet::len).collect();
        sizes.push(with.len() - asked.len());
        let hide = shown::hidden(&sizes, view.limit);
        let words = ["shown", "told by another", "not shown", "no entries after", "not heard"];
        let cells = parts.iter().enumerate().map(|(at, cases)| {
            behind.number(cases.len(), hide[at], cases, &format!("{label}, {sector}: {}", words[at]))
        });
        Row { sector: sector.to_owned(), cells: cells.collect() }
    });
    Fact { label, cases, rows: rows.collect() }
}

/// The worst state of a sector in a history: a fact that one agency of it does not show counts, though another knew.
fn worst(gist: &Gist, fact: &str, sector: &str) -> Option<usize> {
    let states = gist.aware.iter().filter(|one| one.fact == fact && one.sector == sector);
    let rank = |state: &str| STATES.iter().position(|states| states.contains(&state));
    let ranks: Vec<usize> = states.filter_map(|one| rank(&one.state)).collect();
    // "Not shown" is what to look at; silence after the fact says less.
    ranks.contains(&2).then_some(2).or_else(|| ranks.iter().copied().min())
}
