//! OpenDocument spreadsheets: every sheet, cell by cell. What is said to repeat is repeated only where it holds words.

use super::archive::Archive;
use super::grid::{Grid, GridCell, Line, Sheets};
use super::xml::{self, Node, attribute, is};
use super::{limits, stored_date};
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
    let mut sheets = Sheets::default();
    for table in document
        .descendants()
        .filter(|node| is(*node, "table") && !node.ancestors().skip(1).any(|above| is(above, "table")))
    {
        let name = attribute(table, "name").unwrap_or("Sheet").to_owned();
        sheets.grids.push(grid(table, name, file));
    }
    Ok(sheets)
}

/// One sheet.
fn grid(table: Node, name: String, file: &str) -> Grid {
    let mut grid = Grid { part: Some(name.clone()), ..Grid::default() };
    let (mut row, mut hidden) = (0usize, Vec::new());
    let mut reaching: Vec<(usize, GridCell)> = Vec::new();
    for node in table.descendants().filter(|node| is(*node, "table-row")) {
        let repeats = repeated(node, "number-rows-repeated");
        let mut cells = cells(node, &mut reaching);
        if cells.iter().all(|cell| cell.inherited) {
            row = row.saturating_add(repeats);
            continue;
        }
        cells.sort_by_key(|cell| cell.column);
        for again in 0..repeats.min(limits::ROWS.saturating_sub(grid.lines.len())) {
            grid.lines.push(Line { number: row + again + 1, cells: cells.clone() });
        }
        if attribute(node, "visibility").is_some_and(|value| value != "visible") {
            hidden.push((row + 1).to_string());
        }
        row = row.saturating_add(repeats);
        if grid.lines.len() >= limits::ROWS {
            grid.notes.push(Note {
                at: format!("{file}#{name}:{row}"),
                what: format!("the sheet has more than {} rows", limits::ROWS),
                done: "The rows after this one were not read.".into(),
                mend: "Split it into several files.".into(),
            });
            break;
        }
    }
    if !hidden.is_empty() {
        grid.notes.push(Note {
            at: format!("{file}#{name}"),
            what: format!("rows are hidden in the workbook: {}", super::table::shortened(&hidden.join(", "))),
            done: "They were read like the others.".into(),
            mend: "If they were not meant to be sent, ask the agency.".into(),
        });
    }
    grid
}

/// The cells of a row. A merged cell reaches down into the rows it covers.
fn cells(row: Node, reaching: &mut Vec<(usize, GridCell)>) -> Vec<GridCell> {
    let mut found: Vec<GridCell> = Vec::new();
    let mut column = 0usize;
    for node in row.children().filter(|node| is(*node, "table-cell") || is(*node, "covered-table-cell")) {
        let repeats = repeated(node, "number-columns-repeated");
        if let Some(cell) = cell(node, column) {
            let down = repeated(node, "number-rows-spanned");
            if down > 1 {
                reaching.push((down, GridCell { inherited: true, ..cell.clone() }));
            }
            let again = repeats.min(limits::COLUMNS.saturating_sub(column));
            found.extend((0..again).map(|offset| GridCell { column: column + offset, ..cell.clone() }));
        }
        column = column.saturating_add(repeats);
    }
    for (left, cell) in reaching.iter_mut() {
        *left -= 1;
        if found.iter().all(|own| own.column != cell.column) {
            found.push(cell.clone());
        }
    }
    reaching.retain(|(left, _)| *left > 0);
    found
}

/// A cell with something in it.
fn cell(node: Node, column: usize) -> Option<GridCell> {
    let paragraphs = node.children().filter(|child| is(*child, "p"));
    let shown = paragraphs.map(words).collect::<Vec<_>>().join("\n");
    let date = attribute(node, "date-value").and_then(|value| stored_date::iso_cell(column, value, &shown));
    date.or_else(|| GridCell::words(column, &shown))
}

/// The words of a paragraph; several spaces and tabs are elements of their own.
fn words(paragraph: Node) -> String {
    let mut out = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            _ if node.is_text() => out.push_str(node.text().unwrap_or_default()),
            "s" => out.push(' '),
            "tab" => out.push('\t'),
            "line-break" => out.push('\n'),
            _ => {}
        }
    }
    out
}

/// How often a thing is said to be repeated.
fn repeated(node: Node, name: &str) -> usize {
    attribute(node, name).and_then(|value| value.parse().ok()).unwrap_or(1usize).max(1)
}
