//! The rows of the table: every dated entry in order, then those without a date, then rows set aside that are no entry.

use crate::account::{Account, EntryAccount};
use crate::model::EntryId;
use crate::report::index::Index;
use crate::report::lines;
use std::collections::BTreeSet;

/// The columns: heading, and width in characters where a program can be told.
pub const COLUMNS: [(&str, f64); 13] = [
    ("Entry", 12.0),
    ("Id", 28.0),
    ("First possible day", 12.0),
    ("Last possible day", 12.0),
    ("Date as written", 16.0),
    ("Child's age", 12.0),
    ("Agency", 22.0),
    ("Known to the agency on", 13.0),
    ("What the agency wrote", 70.0),
    ("What the tool read (not the agency's words)", 50.0),
    ("People", 30.0),
    ("Records the same event as", 26.0),
    ("Set aside because", 26.0),
];

/// Which column holds the agency's words.
pub const WROTE: usize = 8;

/// A row: a cell for each column.
pub type Row = [String; COLUMNS.len()];

/// Every row. Days are written as ISO 8601 writes them, so that a spreadsheet sorts them.
pub fn rows(account: &Account) -> Vec<Row> {
    let index = Index::new(account);
    let aside = account.ledger.reasons();
    let entries = account.entries.iter().chain(&account.undated);
    let mut rows: Vec<Row> =
        entries.map(|entry| row(&index, entry, aside.get(&entry.id).copied().unwrap_or_default())).collect();
    let told: BTreeSet<&EntryId> = account.undated.iter().map(|entry| &entry.id).collect();
    for sent in &account.ledger.returns {
        for row in sent.set_aside.iter().filter(|row| !told.contains(&row.at)) {
            let mut cells = Row::default();
            cells[1].clone_from(&row.at.0);
            index.agency(&sent.agency).clone_into(&mut cells[6]);
            cells[WROTE].clone_from(&row.text);
            cells[12].clone_from(&row.reason);
            rows.push(cells);
        }
    }
    rows
}

fn row(index: &Index, entry: &EntryAccount, aside: &str) -> Row {
    let date = entry.date.as_ref();
    let words = |words: Option<String>| words.unwrap_or_default();
    [
        index.label(&entry.id),
        entry.id.0.clone(),
        words(date.map(|date| date.earliest.to_string())),
        words(date.map(|date| date.latest.to_string())),
        words(date.map(|date| date.written.clone())),
        words(entry.age.clone()),
        index.agency(&entry.agency).to_owned(),
        words(entry.known_on.map(|day| day.to_string())),
        lines::wrote(entry),
        lines::read(index, entry).join("\n"),
        lines::people(index, entry),
        lines::same(index, entry),
        aside.to_owned(),
    ]
}
