//! From the bytes of one file to a [`Return`].

use super::format::{self, Format};
use super::grid::{Grid, Line, Sheets};
use super::table::{self, Context};
use super::wall::walled;
use super::{csv, document, json, limits, ods, subject, text, workbook};
use crate::error::Error;
use crate::model::{Note, Return};

/// Reads one file that an agency sent.
pub fn read(bytes: &[u8], context: &Context) -> Result<Return, Error> {
    let sheets = walled(&context.file, || sheets(bytes, &context.file))?;
    sheets.grids.iter().try_for_each(|grid| within_limits(grid, context))?;
    let mut sent = Return {
        file: context.file.clone(),
        agency: context.agency.clone(),
        rows: 0,
        entries: Vec::new(),
        undated: Vec::new(),
        set_aside: Vec::new(),
        preamble: sheets.preamble,
        notes: sheets.notes,
    };
    if sheets.grids.iter().all(|grid| grid.lines.is_empty()) {
        sent.notes.push(without_table(&context.file));
    }
    for grid in &sheets.grids {
        table::read_into(&mut sent, grid, context);
    }
    subject::give(&mut sent, context);
    Ok(sent)
}

/// A file without a table, or one with nothing in it.
fn without_table(file: &str) -> Note {
    Note {
        at: file.to_owned(),
        what: "there is no table in this file".into(),
        done: "It has no rows; its words, if any, are kept with the return.".into(),
        mend: "If it should hold a chronology, ask the agency for a table with a date and an event in each row.".into(),
    }
}

/// A cell of megabytes is no account of an event, and would be laid out on a page.
fn within_limits(grid: &Grid, context: &Context) -> Result<(), Error> {
    let too_long = |line: &&Line| line.cells.iter().any(|cell| cell.text.len() > limits::CELL_CHARS);
    match grid.lines.iter().find(too_long) {
        None => Ok(()),
        Some(line) => Err(Error::new(
            table::origin(grid, context, line.number).to_string(),
            format!("a cell holds more than {} characters, which is the limit", limits::CELL_CHARS),
            "Take out what is not part of the chronology, or divide it over several rows.",
        )),
    }
}

/// The tables of a file, by its format.
fn sheets(bytes: &[u8], file: &str) -> Result<Sheets, Error> {
    match format::tell(bytes, file) {
        Format::Csv => as_text(bytes, file, |text| Ok(csv::read(text, file))),
        Format::Json => as_text(bytes, file, |text| json::read(text, file)),
        Format::Xlsx => workbook::read(bytes, file),
        Format::Docx => document::read(bytes, file),
        Format::Xls => workbook::read_old(bytes, file),
        Format::Ods => ods::read(bytes, file),
        Format::Unreadable(what) => Err(cannot(file, what)),
    }
}

/// Decodes a text file, noting where the encoding was a guess.
fn as_text(bytes: &[u8], file: &str, read: impl Fn(&str) -> Result<Sheets, Error>) -> Result<Sheets, Error> {
    let (text, guessed) = text::decode(bytes);
    let mut sheets = read(&text)?;
    sheets.notes.extend(guessed.map(|encoding| Note {
        at: file.to_owned(),
        what: "the file is not in UTF-8".into(),
        done: format!("It was read as {encoding}."),
        mend: "If accents or pound signs look wrong, save it again as CSV UTF-8.".into(),
    }));
    Ok(sheets)
}

/// A format that is told but not read.
fn cannot(file: &str, what: &str) -> Error {
    Error::new(
        file,
        format!("this file is {what}, and cannot be read"),
        "Ask the agency for it as .xlsx, .docx or .csv, or save it so, and take this file out of returns/.",
    )
}
