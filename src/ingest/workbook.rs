//! Workbooks: every sheet, cell by cell, read as a stream.

use super::grid::{Grid, GridCell, Line, Sheets};
use super::limits;
use crate::error::Error;
use crate::model::When;
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::Cursor;

/// The sheets of an `.xlsx` file.
pub fn read(bytes: &[u8], file: &str) -> Result<Sheets, Error> {
    let unreadable = |what: String| Error::new(file, what, "Open it in Excel and save it again as .xlsx.");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))
        .map_err(|error| unreadable(format!("this is not a readable workbook: {error}")))?;
    let mut sheets = Sheets::default();
    for name in book.sheet_names() {
        let mut rows: BTreeMap<usize, Vec<GridCell>> = BTreeMap::new();
        let mut reader = book
            .worksheet_cells_reader(&name)
            .map_err(|error| unreadable(format!("the sheet “{name}” cannot be read: {error}")))?;
        while let Some(cell) =
            reader.next_cell().map_err(|error| unreadable(format!("the sheet “{name}” is damaged: {error}")))?
        {
            let (row, column) = cell.get_position();
            if let Some(cell) = grid_cell(column as usize, cell.get_value())
                && (rows.len() < limits::ROWS || rows.contains_key(&(row as usize)))
            {
                rows.entry(row as usize).or_default().push(cell);
            }
        }
        let lines = rows.into_iter().map(|(row, cells)| Line { number: row + 1, cells }).collect();
        sheets.grids.push(Grid { part: Some(name), lines, notes: Vec::new() });
    }
    Ok(sheets)
}

/// A cell with something in it.
fn grid_cell(column: usize, value: &DataRef) -> Option<GridCell> {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            GridCell::words(column, text)
        }
        DataRef::SharedString(text) => GridCell::words(column, text),
        DataRef::Int(number) => GridCell::words(column, &number.to_string()),
        DataRef::Float(number) => GridCell::words(column, &number.to_string()),
        DataRef::Bool(yes) => GridCell::words(column, if *yes { "yes" } else { "no" }),
        DataRef::DateTime(stamp) => stored(column, stamp),
        DataRef::Error(error) => GridCell::words(column, &error.to_string()),
        DataRef::Empty => None,
    }
}

/// A cell that holds a date as Excel holds it: days since its beginning of time.
fn stored(column: usize, stamp: &ExcelDateTime) -> Option<GridCell> {
    let (year, month, day, hour, minute, ..) = stamp.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?;
    let mut text = day.format("%d/%m/%Y").to_string();
    if (hour, minute) != (0, 0) {
        text.push_str(&format!(" {hour:02}:{minute:02}"));
    }
    Some(GridCell { column, stored: Some(When::day(text.clone(), day)), text, inherited: false })
}
