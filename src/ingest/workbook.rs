//! Workbooks: every sheet, cell by cell.
//!
//! Excel's own format is read as a stream: a grid of the whole sheet would let two cells far apart fill the memory.
//! What the stream does not show (hidden rows, comments) is told by [`super::sheet_parts`].

use super::archive::Archive;
use super::grid::{Grid, GridCell, Line, Sheets};
use super::{beside, limits, old_parts, old_size, sheet_parts, stored_date};
use crate::error::Error;
use crate::model::Note;
use calamine::{Data, DataRef, Dimensions, Reader, SheetType, SheetVisible, Xls, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

/// The rows of a sheet, by their place counted from 0.
type Rows = BTreeMap<usize, Vec<GridCell>>;

/// The sheets of an `.xlsx` or `.xlsm` file.
pub fn read(bytes: &[u8], file: &str) -> Result<Sheets, Error> {
    let unreadable = |what: String| Error::new(file, what, "Open it in Excel and save it again as .xlsx.");
    let mut archive = Archive::open(bytes).map_err(unreadable)?;
    archive.weigh().map_err(unreadable)?;
    let mut parts = sheet_parts::read(&mut archive).map_err(unreadable)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))
        .map_err(|error| unreadable(format!("this is not a readable workbook: {error}")))?;
    let notes = beside::not_read(&mut archive, file);
    let mut sheets = Sheets { preamble: parts.outside, notes, ..Sheets::default() };
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            sheets.notes.push(chart(file, &sheet.name));
            continue;
        }
        let mut grid = sheet_of(&mut book, &sheet.name, file).map_err(unreadable)?;
        if sheet.visible != SheetVisible::Visible {
            grid.notes.push(beside::hidden_sheet(file, &sheet.name));
        }
        if let Some(marks) = parts.marks.remove(&sheet.name) {
            grid.notes.extend(hidden(&grid, &marks.hidden_rows, file));
            grid.notes.extend(beside::hidden_columns(file, &sheet.name, &marks.hidden_columns));
            grid.notes.extend(unsaved(file, &sheet.name, &marks.unsaved));
        }
        sheets.grids.push(grid);
    }
    Ok(sheets)
}

/// One sheet of Excel's own format.
fn sheet_of(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, file: &str) -> Result<Grid, String> {
    let late = book.has_1904_epoch();
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let damaged = |error: &dyn std::fmt::Display| format!("the sheet “{name}” is damaged: {error}");
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
    let (mut rows, mut notes, mut struck, mut cells) = (Rows::new(), Vec::new(), Vec::new(), 0usize);
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|error| damaged(&error))? {
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        let style = reader.styles().get(style);
        let format = style.and_then(|style| style.number_format.as_ref()).map(|format| format.format_code.as_str());
        let Some(cell) = stream_cell(column, cell.get_value(), late, format) else { continue };
        cells += 1;
        if column >= limits::COLUMNS
            || cells > limits::CELLS
            || (rows.len() >= limits::ROWS && !rows.contains_key(&row))
        {
            notes.push(too_large(file, name, row + 1));
            break;
        }
        if style.and_then(|style| style.font.as_ref()).is_some_and(|font| font.strikethrough) {
            struck.push(row + 1);
        }
        rows.entry(row).or_default().push(cell);
    }
    reach_down(&mut rows, &merged);
    struck.dedup();
    notes.extend(struck.first().map(|row| struck_out(file, name, *row, struck.len())));
    Ok(Grid { part: Some(name.to_owned()), lines: lines(rows), notes })
}

/// The rows in order.
fn lines(rows: Rows) -> Vec<Line> {
    let line = |(row, mut cells): (usize, Vec<GridCell>)| {
        cells.sort_by_key(|cell| cell.column);
        Line { number: row + 1, cells }
    };
    rows.into_iter().map(line).collect()
}

/// The words of a merged cell hold for every row it covers.
fn reach_down(rows: &mut Rows, merged: &[Dimensions]) {
    for region in merged.iter().take(limits::ROWS) {
        let (top, bottom, column) = (region.start.0 as usize, region.end.0 as usize, region.start.1 as usize);
        if bottom <= top {
            continue;
        }
        let from = rows.get(&top).and_then(|cells| cells.iter().find(|cell| cell.column == column)).cloned();
        let Some(from) = from else { continue };
        for (_, cells) in rows.range_mut(top + 1..=bottom) {
            if cells.iter().all(|cell| cell.column != column) {
                cells.push(GridCell { inherited: true, ..from.clone() });
            }
        }
    }
}

/// A cell of the stream with something in it.
fn stream_cell(column: usize, value: &DataRef, late: bool, format: Option<&str>) -> Option<GridCell> {
    match value {
        DataRef::String(text) => GridCell::words(column, text),
        DataRef::SharedString(text) => GridCell::words(column, text),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            stored_date::iso_cell(column, text, "").or_else(|| GridCell::words(column, text))
        }
        DataRef::Int(number) => GridCell::words(column, &number.to_string()),
        DataRef::Float(number) => GridCell::words(column, &number.to_string()),
        DataRef::Bool(yes) => GridCell::words(column, if *yes { "yes" } else { "no" }),
        DataRef::DateTime(stamp) if stamp.is_datetime() => stored_date::cell(column, stamp.as_f64(), late, format),
        DataRef::DateTime(stamp) => GridCell::words(column, &stamp.as_f64().to_string()),
        DataRef::Error(error) => GridCell::words(column, &error.to_string()),
        DataRef::Empty => None,
    }
}

/// The sheets of an `.xls` file of Excel 97. Its reader lays a sheet out whole, so the file must be small.
pub fn read_old(bytes: &[u8], file: &str) -> Result<Sheets, Error> {
    let unreadable = |what: String| Error::new(file, what, "Open it in Excel and save it as .xlsx.");
    if bytes.len() as u64 > limits::OLD_BYTES {
        let what = format!("an old workbook (.xls) of more than {} MB is not read", limits::OLD_BYTES >> 20);
        return Err(unreadable(what));
    }
    old_size::within_limits(bytes).map_err(unreadable)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes))
        .map_err(|error| unreadable(format!("this is not a readable workbook: {error}")))?;
    let mut parts = old_parts::read(bytes);
    let mut sheets = Sheets { preamble: std::mem::take(&mut parts.outside), ..Sheets::default() };
    for sheet in book.sheets_metadata().to_vec() {
        let name = sheet.name;
        if sheet.typ != SheetType::WorkSheet {
            sheets.notes.push(chart(file, &name));
            continue;
        }
        let range = book
            .worksheet_range(&name)
            .map_err(|error| unreadable(format!("the sheet “{name}” is damaged: {error}")))?;
        let (top, left) = range.start().unwrap_or_default();
        let mut rows = Rows::new();
        for (row, column, value) in range.used_cells().take(limits::CELLS) {
            let cell = old_cell(column + left as usize, value, parts.late);
            rows.entry(row + top as usize).or_default().extend(cell);
        }
        reach_down(&mut rows, &book.merge_cells_by_sheet_name(&name).unwrap_or_default());
        let mut grid = Grid { part: Some(name.clone()), lines: lines(rows), notes: Vec::new() };
        if sheet.visible != SheetVisible::Visible {
            grid.notes.push(beside::hidden_sheet(file, &name));
        }
        if let Some(marks) = parts.marks.remove(&name) {
            grid.notes.extend(hidden(&grid, &marks.hidden_rows, file));
            grid.notes.extend(beside::hidden_columns(file, &name, &marks.hidden_columns));
        }
        sheets.grids.push(grid);
    }
    Ok(sheets)
}

/// A cell of an old workbook.
fn old_cell(column: usize, value: &Data, late: bool) -> Option<GridCell> {
    match value {
        Data::DateTime(stamp) if stamp.is_datetime() => stored_date::cell(column, stamp.as_f64(), late, None),
        Data::Empty => None,
        other => GridCell::words(column, &other.to_string()),
    }
}

fn note(at: String, what: String, done: &str, mend: &str) -> Note {
    Note { at, what, done: done.into(), mend: mend.into() }
}

fn chart(file: &str, sheet: &str) -> Note {
    note(
        format!("{file}#{sheet}"),
        "this sheet holds no table".into(),
        "It was not read.",
        "Look at it in the workbook.",
    )
}

/// Hidden rows, where words stand in them.
fn hidden(grid: &Grid, rows: &[usize], file: &str) -> Option<Note> {
    let is_hidden = |line: &&Line| rows.binary_search(&line.number).is_ok();
    let rows: Vec<String> = grid.lines.iter().filter(is_hidden).map(|line| line.number.to_string()).collect();
    beside::hidden_rows(file, grid.part.as_deref().unwrap_or_default(), &rows)
}

/// Cells whose program wrote how they are reckoned and not what comes out.
fn unsaved(file: &str, sheet: &str, cells: &[String]) -> Option<Note> {
    let what = format!("formulas stand here without their results: {}", super::table::shortened(&cells.join(", ")));
    (!cells.is_empty()).then(|| {
        let mend = "Open the workbook in Excel and save it: the results are then in the file.";
        note(format!("{file}#{sheet}"), what, "These cells were read as empty.", mend)
    })
}

fn struck_out(file: &str, sheet: &str, row: usize, count: usize) -> Note {
    note(
        format!("{file}#{sheet}:{row}"),
        format!("words are struck out, in {count} row(s) from this one on"),
        "They were read like the others.",
        "Ask the agency whether they still hold.",
    )
}

fn too_large(file: &str, sheet: &str, row: usize) -> Note {
    note(
        format!("{file}#{sheet}:{row}"),
        format!(
            "the sheet is larger than is read: {} rows, {} columns, {} cells",
            limits::ROWS,
            limits::COLUMNS,
            limits::CELLS
        ),
        "What stands from here on was not read.",
        "Take out what is not the chronology, or split it into several files.",
    )
}
