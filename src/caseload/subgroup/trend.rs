//! In how many histories each rule first spoke, quarter by quarter.

use super::behind::Behind;
use super::{Number, View};
use crate::caseload::shown;
use crate::findings::RULES;
use crate::report::plain;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::BTreeSet;

/// Quarters shown.
const SHOWN: i32 = 8;

/// The table.
#[derive(Serialize)]
pub struct Trend {
    columns: Vec<String>,
    rows: Vec<Row>,
}

/// A rule.
#[derive(Serialize)]
struct Row {
    looks_for: String,
    id: &'static str,
    cells: Vec<Cell>,
}

/// A number, and how dark its cell is drawn, from 0 to 4.
#[derive(Serialize)]
struct Cell {
    number: Number,
    column: String,
    shade: usize,
}

/// The last quarters before the last day from which a history speaks; what lies before them in one column.
pub fn trend(view: &View<'_>, behind: &mut Behind<'_>) -> Trend {
    let Some(last) = view.cases.iter().map(|case| case.gist.as_at).max().map(quarter) else {
        return Trend { columns: Vec::new(), rows: Vec::new() };
    };
    let quarters: Vec<i32> = (last - SHOWN + 1..=last).collect();
    let mut columns = vec!["Earlier".to_owned()];
    columns.extend(quarters.iter().map(|quarter| named(*quarter)));
    let rows = (0..RULES.len()).filter_map(|rule| row(view, behind, rule, &quarters, &columns)).collect();
    Trend { columns, rows }
}

fn row(view: &View<'_>, behind: &mut Behind<'_>, rule: usize, quarters: &[i32], columns: &[String]) -> Option<Row> {
    let all = view.where_case(|case| case.gist.findings.iter().any(|one| one.rule == rule));
    if !view.may_show(&all) || all.is_empty() {
        return None;
    }
    let first = |at: &usize| {
        let days = view.cases[*at].gist.findings.iter().filter(|one| one.rule == rule).filter_map(|one| one.day);
        days.min().map(quarter)
    };
    let earliest = quarters.first().copied().unwrap_or_default();
    let mut parts: Vec<BTreeSet<usize>> =
        vec![all.iter().copied().filter(|at| first(at).is_some_and(|one| one < earliest)).collect()];
    parts.extend(quarters.iter().map(|quarter| all.iter().copied().filter(|at| first(at) == Some(*quarter)).collect()));
    // Findings without a day are a part too: with them the row makes up the whole.
    let dated: BTreeSet<usize> = parts.iter().flatten().copied().collect();
    let mut sizes: Vec<usize> = parts.iter().map(BTreeSet::len).collect();
    sizes.push(all.len() - dated.len());
    let hidden = shown::hidden(&sizes, view.limit);
    let most = parts
        .iter()
        .skip(1)
        .zip(hidden.iter().skip(1))
        .filter(|(_, hidden)| !**hidden)
        .map(|(cases, _)| cases.len())
        .max()
        .unwrap_or(0)
        .max(1);
    let cells = parts.iter().enumerate().map(|(at, cases)| Cell {
        number: behind.number(
            cases.len(),
            hidden[at],
            cases,
            &format!("{}: {}", RULES[rule].id, columns[at].to_lowercase()),
        ),
        column: columns[at].clone(),
        shade: if at == 0 || hidden[at] { 0 } else { (cases.len() * 4).div_ceil(most) },
    });
    Some(Row {
        looks_for: plain::capital(&RULES[rule].looks_for().replace('`', "")),
        id: RULES[rule].id,
        cells: cells.collect(),
    })
}

/// Quarters of years in one row of numbers.
fn quarter(day: NaiveDate) -> i32 {
    day.year() * 4 + day.month0() as i32 / 3
}

/// "Apr to Jun 2019".
fn named(quarter: i32) -> String {
    let months = ["Jan to Mar", "Apr to Jun", "Jul to Sep", "Oct to Dec"];
    format!("{} {}", months[quarter.rem_euclid(4) as usize], quarter.div_euclid(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_are_named_by_their_months() {
        let day = NaiveDate::from_ymd_opt(2019, 6, 1).expect("a day");
        assert_eq!(named(quarter(day)), "Apr to Jun 2019");
        assert_eq!(named(quarter(day) - 2), "Oct to Dec 2018");
    }
}
