//! Alleged perpetrators and the histories they are in, drawn: people on the left, histories on the right.

use super::View;
use crate::caseload::same_people::somebody;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The largest number of histories drawn; a drawing of more could not be read.
const MOST: usize = 60;
const ROW: usize = 30;
const PERSON_X: usize = 100;
const CASE_X: usize = 260;

/// The drawing, in its own units.
#[derive(Serialize)]
pub struct Graph {
    height: usize,
    people: Vec<Dot>,
    cases: Vec<Dot>,
    lines: Vec<Line>,
    /// Whether some were left out.
    part: bool,
}

/// A person or a history.
#[derive(Serialize)]
struct Dot {
    x: usize,
    y: usize,
    text_y: usize,
    label: String,
}

/// Who is in which history.
#[derive(Serialize)]
struct Line {
    x1: usize,
    y1: usize,
    x2: usize,
    y2: usize,
    /// Whether that history names them as an alleged perpetrator.
    alleged: bool,
}

/// The drawing of these people, those in most histories first; none where there is nobody.
pub fn graph(view: &View<'_>, people: &[usize]) -> Option<Graph> {
    let same = |at: usize| &view.found.same[at];
    let mut order = people.to_vec();
    order.sort_by_key(|at| (std::cmp::Reverse(same(*at).cases().len()), view.people[*at]));
    let mut drawn: Vec<usize> = Vec::new();
    let mut of: BTreeSet<usize> = BTreeSet::new();
    for at in order {
        let with: BTreeSet<usize> = of.union(&same(at).cases()).copied().collect();
        if with.len() <= MOST {
            of = with;
            drawn.push(at);
        }
    }
    if drawn.is_empty() {
        return None;
    }
    // Each history stands where the first person who is in it stands, so that lines cross seldom.
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    for at in &drawn {
        for case in same(*at).cases() {
            let next = rows.len();
            rows.entry(case).or_insert(next);
        }
    }
    let y = |row: usize| row * ROW + ROW / 2 + 5;
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let place = |at: usize, taken: &mut BTreeSet<usize>| {
        let own: Vec<usize> = same(at).cases().iter().map(|case| rows[case]).collect();
        let middle = own.iter().sum::<usize>() / own.len().max(1);
        let free = (0..).map(|step| middle + step).find(|row| !taken.contains(row)).unwrap_or(middle);
        taken.insert(free);
        free
    };
    let at_row: BTreeMap<usize, usize> = drawn.iter().map(|at| (*at, place(*at, &mut taken))).collect();
    let dot = |x, row: usize, label: String| Dot { x, y: y(row), text_y: y(row) + 4, label };
    let lines = drawn.iter().flat_map(|at| {
        let (row, rows) = (at_row[at], &rows);
        same(*at).members.iter().map(move |member| Line {
            x1: PERSON_X,
            y1: y(row),
            x2: CASE_X,
            y2: y(rows[&member.case]),
            alleged: somebody(view.cases, *member).alleged,
        })
    });
    let lines = lines.collect();
    let last = at_row.values().chain(rows.values()).max().copied().unwrap_or(0);
    Some(Graph {
        height: y(last) + ROW / 2 + 5,
        people: drawn.iter().map(|at| dot(PERSON_X, at_row[at], format!("Person {}", view.people[*at]))).collect(),
        cases: rows.iter().map(|(case, row)| dot(CASE_X, *row, format!("Case {}", view.numbers[*case]))).collect(),
        lines,
        part: drawn.len() < people.len(),
    })
}
