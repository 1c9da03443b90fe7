//! The key: which case, person and address each number stands for. Only whoever may know the names should have it.

use super::View;
use crate::caseload::Case;
use crate::caseload::numbering::{Identity, Numbering};
use crate::caseload::same_people::{Same, somebody};
use crate::intake::csv_line;
use crate::report::sheet::harmless;

/// The file's name.
pub const KEY: &str = "key.csv";

const HEADINGS: [&str; 7] = ["kind", "number", "case", "id", "name", "born", "reference"];

/// By what a person in several histories is known again on the next run.
pub fn identities(cases: &[Case], same: &Same) -> Vec<Identity> {
    let of = |member: &_| {
        let member: &crate::caseload::same_people::Member = member;
        (cases[member.case].folder.clone(), somebody(cases, *member).id.clone())
    };
    same.members.iter().map(of).collect()
}

/// The words of the key: cases, people, addresses, each in the order of their numbers.
pub fn words(view: &View<'_>) -> String {
    let mut rows: Vec<(u8, usize, Vec<u8>)> = Vec::new();
    let text = |words: &Option<String>| harmless(words.clone().unwrap_or_default());
    for (case, number) in view.cases.iter().zip(&view.numbers) {
        let child = &case.gist.child;
        let cells = [
            "case",
            &number.to_string(),
            &case.folder,
            "",
            &harmless(child.name.clone()),
            &text(&child.born),
            &text(&case.gist.reference),
        ]
        .map(str::to_owned);
        rows.push((0, *number, csv_line(cells.iter().map(String::as_str))));
    }
    for (same, number) in view.found.same.iter().zip(&view.people) {
        for member in &same.members {
            let (case, one) = (&view.cases[member.case], somebody(view.cases, *member));
            let cells = [
                "person",
                &number.to_string(),
                &case.folder,
                &one.id,
                &harmless(one.name.clone()),
                &text(&one.born),
                &text(&case.gist.reference),
            ]
            .map(str::to_owned);
            rows.push((1, *number, csv_line(cells.iter().map(String::as_str))));
        }
    }
    for (address, number) in view.addresses.iter().zip(&view.places) {
        let cells = ["address", &number.to_string(), "", &address.folded, "", "", ""].map(str::to_owned);
        rows.push((2, *number, csv_line(cells.iter().map(String::as_str))));
    }
    rows.sort();
    let lines = std::iter::once(csv_line(HEADINGS)).chain(rows.into_iter().map(|(_, _, line)| line));
    lines.map(|line| String::from_utf8_lossy(&line).into_owned()).collect()
}

/// The numbers that an earlier key gave.
pub fn numbering(key: &str) -> Numbering {
    let mut numbering = Numbering::default();
    let mut reader = csv::Reader::from_reader(key.as_bytes());
    for row in reader.records().flatten() {
        let (Some(kind), Some(number), Some(case), Some(id)) = (row.get(0), row.get(1), row.get(2), row.get(3)) else {
            continue;
        };
        if let Ok(number) = number.parse() {
            numbering.remember(kind, (case.to_owned(), id.to_owned()), number);
        }
    }
    numbering
}
