//! A table as it stood in a file, before anything in it is understood.

use super::limits;
use super::written_date::Reading;
use crate::model::Note;

/// One cell with something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// Column, counted from 0.
    pub column: usize,
    /// The words, unchanged except for spaces around them.
    pub text: String,
    /// The day, where the file holds it as a date and not as words.
    pub stored: Option<Reading>,
    /// Whether it reaches down from the row above (a merged cell); such a cell alone makes no row.
    pub inherited: bool,
}

/// One row with something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number as a person would count it, from 1.
    pub number: usize,
    /// Its non-empty cells, by column.
    pub cells: Vec<GridCell>,
}

/// One table: a CSV file, a sheet, a Word table or a list of JSON objects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Sheet, `table1`, or list name; none for CSV.
    pub part: Option<String>,
    /// Its rows, blank ones left out.
    pub lines: Vec<Line>,
    /// What a person should look at.
    pub notes: Vec<Note>,
}

/// What one file held: its tables, and what stood outside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheets {
    /// The tables in the order of the file.
    pub grids: Vec<Grid>,
    /// Words outside any table: paragraphs of a Word document, top-level values of a JSON return.
    pub preamble: Vec<String>,
    /// What a person should look at in the file as a whole.
    pub notes: Vec<Note>,
}

impl Grid {
    /// Notes rows whose words reach beyond the last column that is read, by their numbers.
    pub fn note_wide(&mut self, file: &str, rows: &[usize]) {
        let Some(first) = rows.first() else { return };
        let part = self.part.as_ref().map(|part| format!("#{part}")).unwrap_or_default();
        self.notes.push(Note {
            at: format!("{file}{part}:{first}"),
            what: format!("words stand beyond column {}, in {} row(s) from this one on", limits::COLUMNS, rows.len()),
            done: "What stands beyond that column was not read.".into(),
            mend: "Take out columns that are not the chronology, or split the table into several.".into(),
        });
    }
}

impl GridCell {
    /// A cell of plain words; none when there are none.
    pub fn words(column: usize, text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| GridCell { column, text: text.to_owned(), stored: None, inherited: false })
    }
}

impl Line {
    /// A row of plain words.
    pub fn of_words<'a>(number: usize, words: impl IntoIterator<Item = &'a str>) -> Self {
        let cells = words.into_iter().enumerate().filter_map(|(column, text)| GridCell::words(column, text)).collect();
        Line { number, cells }
    }

    /// Whether nothing in it is its own.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.inherited)
    }

    /// The cell in a column.
    pub fn cell(&self, column: usize) -> Option<&GridCell> {
        self.cells.iter().find(|cell| cell.column == column)
    }

    /// All its words, cell after cell.
    pub fn words(&self) -> String {
        let own = self.cells.iter().filter(|cell| !cell.inherited);
        own.map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ")
    }
}
