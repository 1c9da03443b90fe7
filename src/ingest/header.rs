//! Finding the row that names the columns.
//!
//! It is not assumed to be the first: titles, the agency's name and the names searched often stand above it.
//! The row is chosen whose cells are most like headings, and it must name a date and something told.

use super::grid::{Grid, Line};
use super::headings;
use super::written_date::{self, Frame};
use crate::model::Meaning;
use std::collections::BTreeMap;

/// Only so many rows from the top are looked at.
const LOOKED_AT: usize = 100;
/// A heading is short; prose is not a heading.
const LONGEST_HEADING: usize = 90;

/// One named column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place, counted from 0.
    pub index: usize,
    /// The heading as written.
    pub heading: String,
    /// What it was taken to mean.
    pub meaning: Meaning,
}

/// The header of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which line of the grid it is.
    pub at: usize,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Whether the date column was told by what stands below its heading and not by the heading.
    pub by_values: bool,
}

/// What a column is, by heading, where the front sheet says so.
pub type Said = BTreeMap<String, Meaning>;

/// The header of a grid, if any row is one.
pub fn find(grid: &Grid, said: &Said, frame: &Frame) -> Option<Header> {
    let candidates = grid.lines.iter().take(LOOKED_AT).enumerate();
    let scored = candidates.filter_map(|(at, line)| {
        let mut columns = columns(line, said, frame)?;
        let below = || grid.lines[at + 1..].iter().take(20);
        let by_values = tell_by_values(&mut columns, below, frame);
        let score = score(&columns)? + dated(&columns, below(), frame);
        Some((score, Header { at, columns, by_values }))
    });
    scored
        .fold(None, |best: Option<(i64, Header)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, header)| header)
}

/// The columns a line would name, unless it is plainly no header.
pub fn columns(line: &Line, said: &Said, frame: &Frame) -> Option<Vec<Column>> {
    let own: Vec<_> = line.cells.iter().filter(|cell| !cell.inherited).collect();
    let plainly_not = own.len() < 2
        || own.iter().any(|cell| {
            cell.stored.is_some()
                || cell.text.chars().count() > LONGEST_HEADING
                || written_date::is_date(&cell.text, frame)
        });
    (!plainly_not).then(|| {
        let column = |index: usize, heading: &str| {
            let meaning = said.get(&headings::folded(heading)).copied();
            let meaning = meaning.unwrap_or_else(|| headings::meaning(heading));
            Column { index, heading: heading.to_owned(), meaning }
        };
        own.iter().map(|cell| column(cell.column, &cell.text)).collect()
    })
}

/// Where no heading names a date, the column is taken below which nearly every cell is one.
fn tell_by_values<'a, L>(columns: &mut [Column], below: impl Fn() -> L, frame: &Frame) -> bool
where
    L: Iterator<Item = &'a Line>,
{
    use Meaning::*;
    if columns.iter().any(|column| matches!(column.meaning, Happened | Recorded | Learned)) {
        return false;
    }
    let mostly_dates = |column: &&mut Column| {
        let cells: Vec<_> = below().filter_map(|line| line.cell(column.index)).collect();
        let read = cells.iter().filter(|cell| cell.stored.is_some() || written_date::is_date(&cell.text, frame));
        cells.len() >= 2 && read.count() * 4 >= cells.len() * 3
    };
    match columns.iter_mut().find(mostly_dates) {
        Some(column) => {
            column.meaning = Happened;
            true
        }
        None => false,
    }
}

/// How much like a header: headings known count for it, unknown ones a little against.
fn score(columns: &[Column]) -> Option<i64> {
    use Meaning::*;
    let has = |wanted: &[Meaning]| columns.iter().any(|column| wanted.contains(&column.meaning));
    let dated = has(&[Happened, Recorded, Learned]);
    let told = has(&[Event, Action, Outcome, Opinion, Voice, Impact, Unknown]);
    if !dated || !told {
        return None;
    }
    let known = columns.iter().filter(|column| column.meaning != Unknown).count() as i64;
    let unknown = columns.len() as i64 - known;
    let bonus = 3 * i64::from(has(&[Happened])) + 3 * i64::from(has(&[Event]));
    Some(2 * known - unknown + bonus)
}

/// Whether the rows below hold dates where the header says so.
fn dated<'a>(columns: &[Column], below: impl Iterator<Item = &'a Line>, frame: &Frame) -> i64 {
    use Meaning::*;
    let dates: Vec<usize> =
        columns.iter().filter(|c| matches!(c.meaning, Happened | Recorded | Learned)).map(|c| c.index).collect();
    let cells = below.flat_map(|line| dates.iter().filter_map(|&index| line.cell(index)));
    let read = cells.filter(|cell| cell.stored.is_some() || written_date::is_date(&cell.text, frame)).count();
    (read.min(3) * 2) as i64
}
