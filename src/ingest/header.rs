//! Finding the row that names the columns.
//!
//! It is not assumed to be the first: titles, the agency's name and the names searched often stand above it.
//! The row is chosen whose cells are most like headings, and it must name a date and something told.

use super::grid::{Grid, GridCell, Line};
use super::headings::{self, folded};
use super::written_date::{self, Frame};
use crate::model::Meaning;
use std::collections::BTreeMap;

/// Only so many rows from the top are looked at.
const LOOKED_AT: usize = 100;
/// And so many below a row that may be the header.
const LOOKED_BELOW: usize = 20;
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
    /// Whether nobody named it and the heading is the tool's.
    pub unnamed: bool,
}

/// The header of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which line of the grid it is; none where the table has none and its columns were told by what they hold.
    pub at: Option<usize>,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Whether the date column was told by what stands below its heading and not by the heading.
    pub by_values: bool,
}

/// What a column is, by heading, where the front sheet says so.
pub type Said = BTreeMap<String, Meaning>;

impl Header {
    /// The line of the header, or the first of the table where it has none.
    pub fn first_row(&self) -> usize {
        self.at.unwrap_or(0)
    }

    /// Whether a row only repeats the headings.
    pub fn repeats(&self, line: &Line) -> bool {
        let own: Vec<_> = line.cells.iter().filter(|cell| !cell.inherited).collect();
        let same = |cell: &&GridCell| {
            let column = self.columns.iter().find(|column| column.index == cell.column);
            column.is_some_and(|column| folded(&column.heading) == folded(&cell.text))
        };
        own.len() >= 2 && own.iter().all(same)
    }

    /// Whether a row only says which year the rows below it are of.
    pub fn divides(&self, line: &Line) -> bool {
        let mut own = line.cells.iter().filter(|cell| !cell.inherited);
        match (own.next(), own.next()) {
            (Some(only), None) => {
                let column = self.columns.iter().find(|column| column.index == only.column);
                let dated = column.is_some_and(|column| column.meaning == Meaning::Happened);
                dated && only.text.len() == 4 && only.text.bytes().all(|byte| byte.is_ascii_digit())
            }
            _ => false,
        }
    }

    /// The header of another table that begins below this one: each of its cells is a known heading.
    pub fn gives_way_to(&self, line: &Line, said: &Said, frame: &Frame) -> Option<Header> {
        let is_long = |cell: &GridCell| !cell.inherited && cell.text.chars().nth(39).is_some();
        if line.cells.len() < 3 || line.cells.iter().any(is_long) {
            return None;
        }
        let columns = columns(line, said, frame)?;
        let plain = columns.iter().all(|column| column.meaning != Meaning::Unknown);
        let has = |meaning: Meaning| columns.iter().any(|column| column.meaning == meaning);
        let fits = plain && has(Meaning::Happened) && has(Meaning::Event);
        fits.then_some(Header { at: self.at, columns, by_values: false })
    }
}

/// The header of a grid: the row most like one, else columns told by what they hold.
pub fn find(grid: &Grid, said: &Said, frame: &Frame) -> Option<Header> {
    let candidates = grid.lines.iter().take(LOOKED_AT).enumerate();
    let scored = candidates.filter_map(|(at, line)| {
        let mut columns = columns(line, said, frame)?;
        let below = || grid.lines[at + 1..].iter().take(LOOKED_BELOW);
        let by_values = tell_by_values(&mut columns, below, frame);
        doubt_by_values(&mut columns, below, said, frame);
        let score = score(&columns, dated(&columns, below(), frame))?;
        Some((score, Header { at: Some(at), columns, by_values }))
    });
    // Of equals the first wins: a header stands above what may look like one.
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, header)| header).or_else(|| without_row(grid, frame)).or_else(|| without_date(grid, said, frame))
}

/// A table of events or allegations in which no column holds a date: none of its rows has a place in the order, and
/// all are read. Every heading must be known, so that a list of people or a cover sheet is none.
fn without_date(grid: &Grid, said: &Said, frame: &Frame) -> Option<Header> {
    let mut candidates = grid.lines.iter().take(LOOKED_AT).enumerate();
    candidates.find_map(|(at, line)| {
        let columns = columns(line, said, frame)?;
        let has = |meaning: Meaning| columns.iter().any(|column| column.meaning == meaning);
        let known = columns.iter().all(|column| column.meaning != Meaning::Unknown);
        let told = has(Meaning::Event) && (has(Meaning::Action) || has(Meaning::Outcome));
        (known && told && columns.len() >= 3).then_some(Header { at: Some(at), columns, by_values: false })
    })
}

/// A table that begins without a header: one column of dates in nearly every row, and one of prose.
fn without_row(grid: &Grid, frame: &Frame) -> Option<Header> {
    let lines: Vec<&Line> = grid.lines.iter().take(LOOKED_AT).collect();
    let mut indexes: Vec<usize> = lines.iter().flat_map(|line| &line.cells).map(|cell| cell.column).collect();
    indexes.sort_unstable();
    indexes.dedup();
    let cells = |index: usize| lines.iter().filter_map(move |line| line.cell(index));
    let nearly_all = |count: usize| count >= 2 && count * 4 >= lines.len() * 3;
    let is_date = |cell: &&GridCell| cell.stored.is_some() || written_date::is_date(&cell.text, frame);
    let date = indexes.iter().copied().find(|&index| nearly_all(cells(index).filter(is_date).count()))?;
    let length = |index: usize| cells(index).map(|cell| cell.text.chars().count()).sum::<usize>();
    let prose = indexes.iter().copied().filter(|&index| index != date).max_by_key(|&index| length(index))?;
    let is_prose = length(prose) >= 25 * lines.len();
    let column = |index: usize| {
        let (heading, meaning) = match index {
            _ if index == date => ("Date", Meaning::Happened),
            _ if index == prose => ("Event", Meaning::Event),
            _ => return None,
        };
        Some(Column { index, heading: heading.into(), meaning, unnamed: true })
    };
    is_prose.then(|| Header { at: None, columns: indexes.into_iter().filter_map(column).collect(), by_values: true })
}

/// The columns a line would name, unless it is plainly no header.
pub fn columns(line: &Line, said: &Said, frame: &Frame) -> Option<Vec<Column>> {
    let own: Vec<_> = line.cells.iter().filter(|cell| !cell.inherited).collect();
    let plainly_not = own.len() < 2
        || own.iter().any(|cell| {
            cell.stored.is_some()
                || cell.text.chars().count() > LONGEST_HEADING
                || written_date::is_date(&cell.text, frame) && !is_of_birth(&cell.text)
        });
    (!plainly_not).then(|| {
        let column = |index: usize, heading: &str| {
            let meaning = said.get(&folded(heading)).copied();
            let meaning = meaning.unwrap_or_else(|| headings::meaning(heading));
            Column { index, heading: heading.to_owned(), meaning, unnamed: false }
        };
        own.iter().map(|cell| column(cell.column, &cell.text)).collect()
    })
}

/// Whether a heading is that of dates of birth. Its words alone would read as the child's.
fn is_of_birth(heading: &str) -> bool {
    let folded = folded(heading);
    ["birth", "dob", "born", "d o b"].iter().any(|word| folded.contains(word))
        && !folded.contains(|letter: char| letter.is_ascii_digit())
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
        if is_of_birth(&column.heading) {
            return false;
        }
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
fn score(columns: &[Column], dates: i64) -> Option<i64> {
    use Meaning::*;
    let has = |wanted: &[Meaning]| columns.iter().any(|column| wanted.contains(&column.meaning));
    let dated = has(&[Happened, Recorded, Learned]);
    let told = has(&[Event, Action, Outcome, Opinion, Voice, Impact]) || (has(&[Unknown]) && dates > 0);
    if !dated || !told {
        return None;
    }
    let known = columns.iter().filter(|column| column.meaning != Unknown).count() as i64;
    let unknown = columns.len() as i64 - known;
    let bonus = 3 * i64::from(has(&[Happened])) + 3 * i64::from(has(&[Event]));
    Some(2 * known - unknown + bonus + dates)
}

/// A heading with a word of time in it ("From school or home", "Agreed, by when") names no date column where no cell
/// below it is a date and another column's cells are. What the front sheet says of a heading is not doubted.
fn doubt_by_values<'a, L>(columns: &mut [Column], below: impl Fn() -> L, said: &Said, frame: &Frame)
where
    L: Iterator<Item = &'a Line>,
{
    use Meaning::*;
    let counts = |index: usize| {
        let cells: Vec<_> = below().filter_map(|line| line.cell(index)).collect();
        let read =
            cells.iter().filter(|cell| cell.stored.is_some() || written_date::is_date(&cell.text, frame)).count();
        (cells.len(), read)
    };
    let is_of_time = |column: &Column| matches!(column.meaning, Happened | Until | Recorded | Learned);
    let told: Vec<(usize, usize)> =
        columns.iter().map(|column| if is_of_time(column) { counts(column.index) } else { (0, 0) }).collect();
    if !told.iter().any(|(_, read)| *read > 0) {
        return;
    }
    for (column, (cells, read)) in columns.iter_mut().zip(told) {
        if cells >= 2 && read == 0 && !said.contains_key(&folded(&column.heading)) {
            column.meaning = Unknown;
        }
    }
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
