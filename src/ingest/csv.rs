//! Comma-separated returns, and those separated by semicolons, tabs or bars.
//!
//! Rows are numbered as a spreadsheet numbers them: blank ones count, and a line break inside a quoted cell
//! does not make a new row.

use super::grid::{Grid, Line, Sheets};
use super::limits;
use crate::model::Note;

/// What may stand between cells.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The one table of a text file.
pub fn read(text: &str, file: &str) -> Sheets {
    let separator = separator(text);
    let mut grid = Grid::default();
    let mut row = 0;
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    loop {
        let before = reader.position().byte() as usize;
        if !reader.read_record(&mut record).unwrap_or(false) {
            break;
        }
        row += 1 + blank_lines(text, before);
        let line = Line::of_words(row, record.iter().take(limits::COLUMNS));
        if !line.is_blank() {
            grid.lines.push(line);
        }
        if grid.lines.len() > limits::ROWS {
            grid.notes.push(too_many(file, row));
            break;
        }
    }
    Sheets { grids: vec![grid], ..Sheets::default() }
}

/// The blank lines that the reader skips before the record that begins at or after `from`.
fn blank_lines(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let ends_here = from > 0 && bytes[from - 1] == b'\r' && bytes.get(from) == Some(&b'\n');
    let mut at = from + usize::from(ends_here);
    let mut blank = 0;
    loop {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => at += 2,
            (Some(b'\r' | b'\n'), _) => at += 1,
            _ => return blank,
        }
        blank += 1;
    }
}

/// The separator that stands most evenly in the first lines.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(30).collect();
    let evenness = |separator: &u8| {
        let counts = lines.iter().map(|line| line.bytes().filter(|byte| byte == separator).count());
        counts.filter(|&count| count > 0).count()
    };
    // Of equals the earlier in the list wins: max_by_key keeps the last.
    SEPARATORS.into_iter().rev().max_by_key(evenness).unwrap_or(b',')
}

/// The file goes on beyond the limit.
fn too_many(file: &str, row: usize) -> Note {
    Note {
        at: format!("{file}:{row}"),
        what: format!("the table has more than {} rows", limits::ROWS),
        done: "The rows after this one were not read.".into(),
        mend: "Split the file into several.".into(),
    }
}
