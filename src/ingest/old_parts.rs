//! What an old workbook (`.xls`) holds beside its cells, which its reader does not show: what is hidden, and the words
//! of comments, text boxes and page headers.

use super::columns::letters;
use super::old_size::{book, two};
use super::sheet_marks::Marks;
use std::collections::BTreeMap;

/// Records: a sheet's name and place, the begin of a sheet, a row, columns, words of a drawing, the record that goes on
/// with another, page header and footer, and the day that the workbook counts from.
const SHEET: u16 = 0x0085;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const DRAWN: u16 = 0x01B6;
const GOES_ON: u16 = 0x003C;
const HEADER: u16 = 0x0014;
const FOOTER: u16 = 0x0015;
const LATE: u16 = 0x0022;

/// What was found.
#[derive(Debug, Default)]
pub struct Parts {
    /// Whether the workbook counts its days from 1904.
    pub late: bool,
    /// What is to be known of each sheet, by its name.
    pub marks: BTreeMap<String, Marks>,
    /// Words outside cells: `comment or text box: words`, `page header: words`.
    pub outside: Vec<String>,
}

/// Looks through the records of the workbook. One that cannot be followed is left to its reader to refuse.
pub fn read(bytes: &[u8]) -> Parts {
    let stream = book(bytes).unwrap_or_default();
    let mut parts = Parts::default();
    let mut sheets: BTreeMap<usize, String> = BTreeMap::new();
    let (mut at, mut sheet, mut drawn) = (0usize, String::new(), None);
    while let (Some(kind), Some(length)) = (two(&stream, at), two(&stream, at + 2)) {
        let body = stream.get(at + 4..at + 4 + usize::from(length)).unwrap_or_default();
        if let Some(name) = sheets.get(&at) {
            sheet.clone_from(name);
        }
        match kind {
            LATE => parts.late = two(body, 0) == Some(1),
            SHEET => sheets.extend(place(body)),
            ROW if two(body, 12).is_some_and(|marks| marks & 0x20 != 0) => {
                let row = two(body, 0).map(|row| usize::from(row) + 1);
                parts.marks.entry(sheet.clone()).or_default().hidden_rows.extend(row);
            }
            COLUMNS if two(body, 8).is_some_and(|marks| marks & 1 != 0) => {
                parts.marks.entry(sheet.clone()).or_default().hidden_columns.extend(columns(body));
            }
            HEADER | FOOTER => parts.outside.extend(edge(kind, body)),
            DRAWN => drawn = two(body, 10),
            GOES_ON => {
                let said = drawn.take().and_then(|length| words(body, usize::from(length)));
                let said = said.filter(|words| !words.trim().is_empty());
                parts.outside.extend(said.map(|words| format!("comment or text box: {}", words.trim())));
            }
            _ => {}
        }
        at += 4 + usize::from(length);
    }
    parts.marks.values_mut().for_each(|marks| marks.hidden_rows.sort_unstable());
    parts
}

/// Where a sheet begins, and its name.
fn place(body: &[u8]) -> Option<(usize, String)> {
    let at = usize::from(two(body, 0)?) | usize::from(two(body, 2)?) << 16;
    Some((at, words(body.get(7..)?, usize::from(*body.get(6)?))?))
}

fn columns(body: &[u8]) -> Option<String> {
    let (first, last) = (usize::from(two(body, 0)?), usize::from(two(body, 2)?));
    Some(if first == last { letters(first) } else { format!("{} to {}", letters(first), letters(last)) })
}

/// A page header or footer, where it has words.
fn edge(kind: u16, body: &[u8]) -> Option<String> {
    let said = words(body.get(2..)?, usize::from(two(body, 0)?))?;
    let said = super::sheet_marks::without_codes(&said);
    let called = if kind == HEADER { "page header" } else { "page footer" };
    (!said.is_empty()).then(|| format!("{called}: {said}"))
}

/// Words of so many letters: after a mark of one byte, one byte a letter or two.
fn words(bytes: &[u8], letters: usize) -> Option<String> {
    let (wide, rest) = (bytes.first()? & 1 != 0, bytes.get(1..)?);
    if !wide {
        return Some(rest.iter().take(letters).map(|byte| char::from(*byte)).collect());
    }
    let pairs = rest.chunks_exact(2).take(letters).map(|two| u16::from_le_bytes([two[0], two[1]]));
    Some(String::from_utf16_lossy(&pairs.collect::<Vec<_>>()))
}
