//! OpenDocument spreadsheets: every sheet, cell by cell. What is said to repeat is repeated only where it holds words.

use super::archive::Archive;
use super::beside;
use super::grid::{Grid, GridCell, Line, Sheets};
use super::limits;
use super::ods_words::{cell, hidden_styles, hung, outside, page_edges};
use super::xml::{self, Node, attribute, is};
use crate::error::Error;
use crate::model::Note;

/// The sheets of an `.ods` file.
pub fn read(bytes: &[u8], file: &str) -> Result<Sheets, Error> {
    let unreadable = |what: String| Error::new(file, what, "Open it and save it again as .xlsx.");
    let mut archive = Archive::open(bytes).map_err(unreadable)?;
    archive.weigh().map_err(unreadable)?;
    let text = archive.text("content.xml").map_err(unreadable)?;
    let text = text.ok_or_else(|| unreadable("the workbook has no contents".into()))?;
    let document = xml::parse(&text).map_err(unreadable)?;
    let hidden = hidden_styles(document.root_element());
    let mut sheets = Sheets { notes: beside::not_read(&mut archive, file), ..Sheets::default() };
    for table in document
        .descendants()
        .filter(|node| is(*node, "table") && !node.ancestors().skip(1).any(|above| is(above, "table")))
    {
        let name = attribute(table, "name").unwrap_or("Sheet").to_owned();
        let mut reader = Reader::default();
        let mut grid = reader.grid(table, name, file);
        if attribute(table, "style-name").is_some_and(|style| hidden.contains(style)) {
            grid.notes.push(beside::hidden_sheet(file, grid.part.as_deref().unwrap_or_default()));
        }
        sheets.preamble.extend(reader.hung);
        sheets.preamble.extend(outside(table));
        sheets.grids.push(grid);
    }
    if let Some(styles) = archive.text("styles.xml").map_err(unreadable)? {
        let styles = xml::parse(&styles).map_err(unreadable)?;
        sheets.preamble.extend(page_edges(styles.root_element()));
    }
    Ok(sheets)
}

/// Reads one sheet from its first row to its last.
#[derive(Default)]
struct Reader {
    /// The number of the row, counted from 0.
    row: usize,
    /// How many cells there are so far.
    held: usize,
    /// Merged cells that reach down into rows to come, and into how many.
    reaching: Vec<(usize, GridCell)>,
    /// Rows that are hidden, and rows with words beyond the last column, counted from 1.
    hidden: Vec<String>,
    wide: Vec<usize>,
    /// Words of what hangs on cells.
    hung: Vec<String>,
}

impl Reader {
    fn grid(&mut self, table: Node, name: String, file: &str) -> Grid {
        let mut grid = Grid { part: Some(name.clone()), ..Grid::default() };
        for node in table.descendants().filter(|node| is(*node, "table-row")) {
            let repeats = repeated(node, "number-rows-repeated");
            let mut cells = self.cells(node);
            if cells.iter().all(|cell| cell.inherited) {
                self.row = self.row.saturating_add(repeats);
                continue;
            }
            cells.sort_by_key(|cell| cell.column);
            let room = (limits::CELLS.saturating_sub(self.held) / cells.len()).min(limits::ROWS - grid.lines.len());
            for again in 0..repeats.min(room) {
                grid.lines.push(Line { number: self.row + again + 1, cells: cells.clone() });
            }
            self.held += cells.len().saturating_mul(repeats.min(room));
            if attribute(node, "visibility").is_some_and(|value| value != "visible") {
                self.hidden.push((self.row + 1).to_string());
            }
            self.row = self.row.saturating_add(repeats);
            if repeats > room {
                grid.notes.push(too_large(format!("{file}#{name}:{}", self.row)));
                break;
            }
        }
        grid.note_wide(file, &self.wide);
        grid.notes.extend(beside::hidden_rows(file, &name, &self.hidden));
        grid
    }

    /// The cells of a row. A merged cell reaches down into the rows it covers.
    fn cells(&mut self, row: Node) -> Vec<GridCell> {
        let mut found: Vec<GridCell> = Vec::new();
        let mut column = 0usize;
        for node in row.children().filter(|node| is(*node, "table-cell") || is(*node, "covered-table-cell")) {
            let repeats = repeated(node, "number-columns-repeated");
            self.hung.extend(hung(node, column, self.row + 1));
            if let Some(cell) = cell(node, column) {
                let down = repeated(node, "number-rows-spanned");
                if down > 1 {
                    self.reaching.push((down, GridCell { inherited: true, ..cell.clone() }));
                }
                let room = limits::COLUMNS.saturating_sub(column);
                if repeats > room {
                    self.wide.push(self.row + 1);
                }
                found.extend((0..repeats.min(room)).map(|offset| GridCell { column: column + offset, ..cell.clone() }));
            }
            column = column.saturating_add(repeats);
        }
        for (left, cell) in self.reaching.iter_mut() {
            *left -= 1;
            if found.iter().all(|own| own.column != cell.column) {
                found.push(cell.clone());
            }
        }
        self.reaching.retain(|(left, _)| *left > 0);
        found
    }
}

/// How often a thing is said to be repeated.
fn repeated(node: Node, name: &str) -> usize {
    attribute(node, name).and_then(|value| value.parse().ok()).unwrap_or(1usize).max(1)
}

fn too_large(at: String) -> Note {
    Note {
        at,
        what: format!("the sheet is larger than is read: {} rows, {} cells", limits::ROWS, limits::CELLS),
        done: "What stands from here on was not read.".into(),
        mend: "Split it into several files.".into(),
    }
}
