//! One row below the header: its cells, its dates, and what is odd about them.

use super::grid::{GridCell, Line};
use super::header::{Column, Header};
use super::table::{Context, shortened};
use super::written_date::{self, BESIDE, Reading};
use crate::model::{Cell, Entry, Meaning, Note, Origin, When};

/// A row that was read.
pub struct Read {
    /// The entry it makes.
    pub entry: Entry,
    /// Why it has no place in the dated order; none where it has one.
    pub reason: Option<String>,
    /// What a person should look at.
    pub notes: Vec<Note>,
}

/// Reads a row.
pub fn read(line: &Line, header: &Header, origin: Origin, context: &Context) -> Read {
    let mut reader = Reader { line, header, context, at: origin.to_string(), notes: Vec::new() };
    let (when, reason, beside) = match reader.happened() {
        Ok((when, beside)) => (Some(when), None, beside),
        Err(reason) => (None, Some(reason), None),
    };
    let until = reader.date(Meaning::Until);
    let learned = reader.date(Meaning::Learned);
    let recorded = reader.date(Meaning::Recorded);
    let entry = Entry {
        id: origin.id(),
        origin,
        agency: context.agency.clone(),
        when,
        until,
        learned,
        recorded,
        cells: line.cells.iter().map(|cell| reader.cell(cell, beside)).collect(),
    };
    reader.compare(&entry);
    Read { entry, reason, notes: reader.notes }
}

/// A row in the making.
struct Reader<'a> {
    line: &'a Line,
    header: &'a Header,
    context: &'a Context,
    at: String,
    notes: Vec<Note>,
}

impl Reader<'_> {
    /// When it happened and, where other words stand beside the date, in which column; or why that cannot be told.
    fn happened(&mut self) -> Result<(When, Option<usize>), String> {
        let mut reason = None;
        let header = self.header;
        for column in header.columns.iter().filter(|column| column.meaning == Meaning::Happened) {
            let Some(cell) = self.line.cell(column.index) else { continue };
            match self.reading(cell) {
                Ok(reading) => {
                    let beside = reading.remarks.iter().any(|remark| remark == BESIDE).then_some(column.index);
                    self.remark(column, &reading);
                    return Ok((reading.when, beside));
                }
                Err(why) => {
                    reason = reason.or(Some(format!("“{}” under “{}”: {why}", shortened(&cell.text), column.heading)));
                }
            }
        }
        Err(reason.unwrap_or_else(|| "no date is given".into()))
    }

    /// The date under one of the other headings of dates; one that cannot be read is noted.
    fn date(&mut self, wanted: Meaning) -> Option<When> {
        let header = self.header;
        for column in header.columns.iter().filter(|column| column.meaning == wanted) {
            let Some(cell) = self.line.cell(column.index) else { continue };
            match self.reading(cell) {
                Ok(reading) => {
                    self.remark(column, &reading);
                    return Some(reading.when);
                }
                Err(written_date::Refusal::Unsaid) => {}
                Err(why) => self.note(
                    format!("“{}” under “{}”: {why}", shortened(&cell.text), column.heading),
                    "The words are kept; the entry was read without that date.",
                    "Write it as 2010-05-31, or as 2010-05 or 2010 where no more is known.",
                ),
            }
        }
        None
    }

    fn reading(&self, cell: &GridCell) -> Result<Reading, written_date::Refusal> {
        match &cell.stored {
            Some(reading) => Ok(reading.clone()),
            None => written_date::read(&cell.text, &self.context.frame),
        }
    }

    /// What was doubtful about a date that was read.
    fn remark(&mut self, column: &Column, reading: &Reading) {
        for remark in &reading.remarks {
            self.note(
                format!("“{}” under “{}”: {remark}", shortened(&reading.when.written), column.heading),
                &format!("It was read as {}.", in_words(&reading.when)),
                "If that is not what was meant, write it as 2010-05-31, or as 2010-05 or 2010 where no more is known.",
            );
        }
    }

    /// A cell with its heading. Words beside a date are told like any others.
    fn cell(&self, cell: &GridCell, beside: Option<usize>) -> Cell {
        let column = self.header.columns.iter().find(|column| column.index == cell.column);
        let meaning = column.map_or(Meaning::Unknown, |column| column.meaning);
        Cell {
            heading: column.map_or_else(String::new, |column| column.heading.clone()),
            meaning: if beside == Some(cell.column) { Meaning::Unknown } else { meaning },
            text: cell.text.clone(),
        }
    }

    /// Dates of one row that cannot both be right, and a date with nothing told.
    fn compare(&mut self, entry: &Entry) {
        let mend = "Check the row against the record it was taken from.";
        if let (Some(when), Some(recorded)) = (&entry.when, &entry.recorded)
            && recorded.surely_before(when)
        {
            let what = format!("it was recorded ({}) before it happened ({})", recorded.written, when.written);
            self.note(what, "Both dates were kept as written.", mend);
        }
        if let (Some(when), Some(until)) = (&entry.when, &entry.until)
            && until.surely_before(when)
        {
            let what = format!("it ended ({}) before it began ({})", until.written, when.written);
            self.note(what, "Both dates were kept as written.", mend);
        }
        if entry.when.is_some() && entry.text().is_empty() {
            self.note("the row has a date and says nothing", "It is an entry without words.", mend);
        }
    }

    fn note(&mut self, what: impl Into<String>, done: &str, mend: &str) {
        self.notes.push(Note { at: self.at.clone(), what: what.into(), done: done.into(), mend: mend.into() });
    }
}

/// A date in words: one day, or the first and the last.
fn in_words(when: &When) -> String {
    let day = |day: chrono::NaiveDate| day.format("%-d %B %Y").to_string();
    if when.is_day() { day(when.earliest) } else { format!("{} to {}", day(when.earliest), day(when.latest)) }
}
