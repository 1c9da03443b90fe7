//! Registers of people as CSV: the header is found, columns are told by their headings, every row becomes a person.

mod cells;
pub mod columns;

use super::person::Person;
use super::pool::Pool;
use crate::error::Error;
use crate::ingest::text;
use columns::{Column, column};
use std::collections::HashMap;

/// The header is looked for in so many rows.
const LOOKED_AT: usize = 20;
/// A cell of more lines than this comes of a quotation mark that is never closed.
const LINES_OF_A_CELL: usize = 20;
/// What may stand between cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// What was made of a register's columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// How many people.
    pub people: usize,
    /// The heading of the column that holds the ids; none where people are called by their rows.
    pub id: Option<String>,
    /// Headings whose cells are compared.
    pub compared: Vec<String>,
    /// Headings that nothing is made of.
    pub not_compared: Vec<String>,
}

/// Reads a register into a pool, as its first list (0) or its second (1).
///
/// # Errors
/// Where nothing in it names people, or two rows have one id.
pub fn read(bytes: &[u8], file: &str, list: u8, pool: &mut Pool) -> Result<Read, Error> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Error::new(
            file,
            "this is a workbook, not CSV",
            "open it in Excel, choose Save As, and save the sheet with the people as CSV",
        ));
    }
    let (text, _) = text::decode(bytes);
    let separator = separator(&text);
    let Some((header, headings)) = header(&text, separator) else { return Err(without_people(file, &text)) };
    let (columns, mut read) = told(&headings);
    if !columns.iter().any(|(_, column)| names_people(column)) {
        return Err(without_people(file, &text));
    }
    let mut rows = Rows { reader: reader(&text, separator), record: csv::StringRecord::new(), nth: 0 };
    let mut ids: HashMap<String, u64> = HashMap::new();
    while let Some(line) = rows.next_after(header) {
        let at = format!("{file}:{line}");
        if rows.record.iter().any(|cell| cell.lines().count() > LINES_OF_A_CELL) {
            return Err(Error::new(
                at,
                "a quotation mark is opened in this row and never closed",
                "take the quotation mark out, or close it, and run again",
            ));
        }
        let mut person = person(&rows.record, &columns);
        if person.id.is_empty() {
            person.id = format!("row {line}");
        } else if let Some(first) = ids.insert(person.id.clone(), line) {
            return Err(twice(at, &person.id, first, read.id.as_deref().unwrap_or_default()));
        }
        pool.add(&person, list);
        read.people += 1;
    }
    match read.people {
        0 => Err(Error::new(
            file,
            "there is a row of headings, but nobody below it",
            "check that this is the right file",
        )),
        _ => Ok(read),
    }
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}

/// The rows of a file, one after the other.
struct Rows<'t> {
    reader: csv::Reader<&'t [u8]>,
    record: csv::StringRecord,
    nth: usize,
}

impl Rows<'_> {
    /// Reads the next row below the header that is not blank, and gives the line of the file where it begins.
    fn next_after(&mut self, header: usize) -> Option<u64> {
        loop {
            let before = self.reader.position().line();
            if !self.reader.read_record(&mut self.record).unwrap_or(false) {
                return None;
            }
            self.nth += 1;
            if self.nth > header && self.record.iter().any(|cell| !cell.is_empty()) {
                return Some(before.max(self.reader.position().line().saturating_sub(lines(&self.record))));
            }
        }
    }
}

fn twice(at: String, who: &str, first: u64, id: &str) -> Error {
    Error::new(
        at,
        format!("the {id} “{who}” stands in row {first} already, so pairs could not say which row they mean"),
        format!("give every row its own {id}, or take that column out: rows are then called by their number"),
    )
}

/// How many line ends stand inside the cells of a row, and its own.
fn lines(record: &csv::StringRecord) -> u64 {
    1 + record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>()
}

/// One row.
fn person(record: &csv::StringRecord, columns: &[(usize, Column)]) -> Person {
    let mut person = Person::default();
    for (at, column) in columns {
        if let Some(cell) = record.get(*at).filter(|cell| says_something(cell)) {
            cells::put(&mut person, column, cell);
        }
    }
    cells::part_house(&mut person);
    person
}

/// Words that stand where nothing is known are nothing.
fn says_something(cell: &str) -> bool {
    const NOTHING: [&str; 12] =
        ["n/a", "na", "nan", "null", "none", "unknown", "not known", "not recorded", "nk", "n/k", "-", "?"];
    !cell.is_empty() && (cell.len() > 12 || !NOTHING.iter().any(|nothing| cell.eq_ignore_ascii_case(nothing)))
}

/// The row of headings: the one of the first that has the most known ones, counted from 1.
fn header(text: &str, separator: u8) -> Option<(usize, Vec<String>)> {
    let mut reader = reader(text, separator);
    let rows = reader.records().take(LOOKED_AT).flatten().zip(1..);
    let counted = rows.map(|(record, row)| {
        let headings: Vec<String> = record.iter().map(str::to_owned).collect();
        (headings.iter().filter(|heading| column(heading).is_some()).count(), row, headings)
    });
    let best = counted.max_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(&one.1)))?;
    (best.0 > 0).then_some((best.1, best.2))
}

/// The columns that are read, in the order in which they are read; of several ids the first.
fn told(headings: &[String]) -> (Vec<(usize, Column)>, Read) {
    let mut read = Read::default();
    let mut columns: Vec<(usize, Column)> = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        let found = column(heading).filter(|found| {
            let again = columns.iter().any(|(_, column)| column == found);
            !again || matches!(found, Column::Alias | Column::FormerSurname | Column::Identifier(_))
        });
        match found {
            Some(Column::Id) => {
                read.id = Some(heading.clone());
                columns.push((at, Column::Id));
            }
            Some(found) => {
                read.compared.push(heading.clone());
                columns.push((at, found));
            }
            None if heading.is_empty() => {}
            None => read.not_compared.push(heading.clone()),
        }
    }
    columns.sort_by_key(|(at, column)| (cells::rank(column), *at));
    (columns, read)
}

fn names_people(column: &Column) -> bool {
    matches!(column, Column::Given | Column::Surname | Column::FullName | Column::Identifier(_))
}

/// The separator under which the first rows hold the most known headings.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let known = |separator: u8| {
        let count = |line: &&str| {
            line.split(char::from(separator)).filter(|cell| column(cell.trim_matches(['"', ' '])).is_some()).count()
        };
        lines.iter().map(count).max().unwrap_or(0)
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| known(*separator)).unwrap_or(b',')
}

fn without_people(file: &str, text: &str) -> Error {
    let first: String =
        text.lines().find(|line| !line.trim().is_empty()).unwrap_or("nothing").chars().take(100).collect();
    Error::new(
        file,
        format!("no row of headings names people. The first row is: {first}"),
        "put headings above the columns, such as: id, given name, surname, date of birth, address, postcode",
    )
}
