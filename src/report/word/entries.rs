//! The chronology: every dated entry, then those without a readable date.

use super::parts::{cell, paragraph, plain, strong, table};
use super::{Block, bookmark, leading_all, opening};
use crate::account::EntryAccount;
use crate::report::index::Index;
use crate::report::{lines, plain as told};
use docx_rs::{Paragraph, TableCell};

const COLUMNS: [(&str, usize); 4] = [
    ("Date and age", 16),
    ("Agency", 16),
    ("What the agency wrote", 42),
    ("What the tool read (not the agency’s words)", 26),
];

/// Both tables.
pub fn entries(index: &Index) -> Vec<Block> {
    let account = index.account;
    let mut blocks = opening(
        "Chronology",
        "Every dated entry of every agency, in the agency’s own words, unchanged. What the tool read in them stands beside; \
         it can be wrong, the entry is what counts.",
    );
    let number = account.entries.len();
    let rows = account.entries.iter().enumerate().map(|(at, entry)| row(index, entry, at, None)).collect();
    blocks.push(table(&COLUMNS, rows).into());
    if !account.undated.is_empty() {
        let aside = account.ledger.reasons();
        let why = |entry: &EntryAccount| aside.get(&entry.id).copied().unwrap_or("no date could be read");
        blocks.extend(opening(
            "Entries without a readable date",
            "These rows were read like all others and can be evidence; only their place in the order is not known.",
        ));
        let rows = account.undated.iter().enumerate();
        let rows = rows.map(|(at, entry)| row(index, entry, number + at, Some(why(entry)))).collect();
        blocks.push(table(&COLUMNS, rows).into());
    }
    blocks
}

fn row(index: &Index, entry: &EntryAccount, number: usize, why: Option<&str>) -> Vec<TableCell> {
    let wrote = entry.cells.iter().map(|one| paragraph(vec![plain(format!("{}: ", one.heading)), plain(&one.text)]));
    let mut read: Vec<Paragraph> =
        lines::read(index, entry).into_iter().map(|line| paragraph(vec![plain(line)])).collect();
    read.extend(why.map(|why| paragraph(vec![strong("Why it stands here: "), plain(why)])));
    let people = lines::people(index, entry);
    if !people.is_empty() {
        read.push(paragraph(vec![plain(format!("People: {people}"))]));
    }
    if !entry.same_event_as.is_empty() {
        let links = leading_all(entry.same_event_as.iter().map(|other| index.link(other)));
        read.push(paragraph([plain("Records the same event as ")].into_iter().chain(links).collect()));
    }
    vec![cell(date(entry)), cell(agency(index, entry, number)), cell(wrote.collect()), cell(read)]
}

fn date(entry: &EntryAccount) -> Vec<Paragraph> {
    let Some(date) = &entry.date else { return vec![paragraph(vec![strong("No readable date")])] };
    let mut lines = vec![paragraph(vec![strong(told::when(date))])];
    let written = date.written != told::when(date);
    let more = [
        entry.age.as_deref().map(told::aged),
        written.then(|| format!("written “{}”", date.written)),
        (!date.is_day()).then(|| told::span(date)),
        entry
            .known_on
            .filter(|known| *known != date.latest)
            .map(|day| format!("known to the agency {}", told::day(day))),
    ];
    lines.extend(more.into_iter().flatten().map(|words| paragraph(vec![plain(words)])));
    lines
}

/// The agency, and the entry's name as the place that links lead to.
fn agency(index: &Index, entry: &EntryAccount, number: usize) -> Vec<Paragraph> {
    let place = bookmark(index.anchor(&entry.id).unwrap_or_default());
    let named = Paragraph::new().add_bookmark_start(number + 1, place);
    let label = docx_rs::Run::new().add_text(index.label(&entry.id)).bold();
    vec![
        paragraph(vec![plain(index.agency(&entry.agency))]),
        named.add_run(label).add_bookmark_end(number + 1),
        paragraph(vec![plain(&entry.id.0)]),
    ]
}
