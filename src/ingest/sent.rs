//! From the bytes of one file to a [`Return`].

use super::format::{self, Format};
use super::grid::Sheets;
use super::table::{self, Context};
use super::{csv, document, json, text, workbook};
use crate::error::Error;
use crate::model::{Note, Return};

/// Reads one file that an agency sent.
pub fn read(bytes: &[u8], context: &Context) -> Result<Return, Error> {
    let sheets = sheets(bytes, &context.file)?;
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
    for grid in &sheets.grids {
        table::read_into(&mut sent, grid, context);
    }
    Ok(sent)
}

/// The tables of a file, by its format.
fn sheets(bytes: &[u8], file: &str) -> Result<Sheets, Error> {
    match format::tell(bytes, file) {
        Format::Csv => as_text(bytes, file, |text| Ok(csv::read(text, file))),
        Format::Json => as_text(bytes, file, |text| json::read(text, file)),
        Format::Xlsx => workbook::read(bytes, file),
        Format::Docx => document::read(bytes, file),
        Format::Xls | Format::Ods => Err(cannot(file, "this kind of workbook")),
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
    Error::new(file, format!("this is {what}, which cannot be read"), "Ask for it as .xlsx, .docx or .csv.")
}
