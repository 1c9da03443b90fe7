//! Comma-separated returns, and those separated by semicolons, tabs or bars.
//!
//! Rows are numbered as a spreadsheet numbers them: blank ones count, and a line break inside a quoted cell makes no
//! new row. A quotation mark that is never closed would swallow the rest of the file; the line is then read as it
//! stands, and a note says so.

use super::grid::{Grid, Line, Sheets};
use super::{headings, limits};
use crate::model::{Meaning, Note};

/// What may stand between cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Quotation marks that are never closed are looked after so many times.
const REPAIRS: usize = 50;

/// The one table of a text file.
pub fn read(text: &str, file: &str) -> Sheets {
    let (text, said) = without_hint(text);
    let separator = said.unwrap_or_else(|| separator(text));
    let mut reader = Reader { file, separator, row: 0, wide: Vec::new(), grid: Grid::default() };
    let mut rest = text;
    for _ in 0..REPAIRS {
        match reader.records(rest, true) {
            Some(left) => rest = left,
            None => {
                rest = "";
                break;
            }
        }
    }
    if !rest.is_empty() {
        reader.records(rest, false);
    }
    reader.grid.note_wide(file, &reader.wide);
    Sheets { grids: vec![reader.grid], ..Sheets::default() }
}

/// Excel lets the first line say what separates (`sep=;`), and does not show it.
fn without_hint(text: &str) -> (&str, Option<u8>) {
    let Some(rest) = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP=")) else { return (text, None) };
    let (hint, below) = rest.split_once('\n').unwrap_or((rest, ""));
    match hint.trim_end_matches('\r').as_bytes() {
        [separator] if separator.is_ascii() => (below, Some(*separator)),
        _ => (text, None),
    }
}

/// Reads records and counts rows.
struct Reader<'a> {
    file: &'a str,
    separator: u8,
    row: usize,
    /// The rows with words beyond the last column that is read.
    wide: Vec<usize>,
    grid: Grid,
}

impl Reader<'_> {
    /// Reads to the end; or to a quotation mark that is never closed, and gives back what stands below its line.
    fn records<'t>(&mut self, text: &'t str, quoting: bool) -> Option<&'t str> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .quoting(quoting)
            .delimiter(self.separator)
            .from_reader(text.as_bytes());
        let mut record = csv::StringRecord::new();
        loop {
            let before = reader.position().byte() as usize;
            if !reader.read_record(&mut record).unwrap_or(false) {
                return None;
            }
            let (blank, from) = blank_lines(text, before);
            self.row += 1 + blank;
            let after = reader.position().byte() as usize;
            let raw = text.get(from..after).unwrap_or_default();
            if quoting
                && is_astray(raw, self.separator)
                && let Some(end) = raw.trim_end().find(['\n', '\r'])
            {
                self.unclosed(&raw[..end]);
                let crlf = usize::from(raw[end..].starts_with("\r\n"));
                return Some(&text[from + end + 1 + crlf..]);
            }
            self.push(record.iter());
            if self.grid.lines.len() >= limits::ROWS {
                self.note(
                    format!("the table has more than {} rows", limits::ROWS),
                    "The rows after this one were not read.",
                    "Split the file into several.",
                );
                return None;
            }
        }
    }

    /// A line whose quotation mark is never closed, cell by cell as it stands.
    fn unclosed(&mut self, line: &str) {
        let separator = char::from(self.separator);
        self.push(line.split(separator).map(|cell| cell.trim_start_matches('"')));
        self.note(
            "a quotation mark is opened and never closed".into(),
            "The line was read as it stands, and the rows below it as rows.",
            "Compare this row with the file, and have the return exported again if it differs.",
        );
    }

    fn push<'c>(&mut self, mut cells: impl Iterator<Item = &'c str>) {
        let line = Line::of_words(self.row, cells.by_ref().take(limits::COLUMNS));
        if cells.any(|cell| !cell.trim().is_empty()) {
            self.wide.push(self.row);
        }
        if !line.is_blank() {
            self.grid.lines.push(line);
        }
    }

    fn note(&mut self, what: String, done: &str, mend: &str) {
        let at = format!("{}:{}", self.file, self.row);
        self.grid.notes.push(Note { at, what, done: done.into(), mend: mend.into() });
    }
}

/// Whether a quoted cell of a record is never closed, or closes where no cell ends.
fn is_astray(record: &str, separator: u8) -> bool {
    let (mut open, mut at_start) = (false, true);
    let mut bytes = record.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let next = bytes.peek().copied();
        match byte {
            b'"' if open && next == Some(b'"') => {
                bytes.next();
            }
            b'"' if open => {
                open = false;
                if next.is_some_and(|next| next != separator && !matches!(next, b'\n' | b'\r')) {
                    return true;
                }
            }
            b'"' if at_start => open = true,
            _ => {}
        }
        at_start = !open && byte == separator;
    }
    open
}

/// The blank lines that the reader skips before the record that begins at or after a place, and where it begins.
fn blank_lines(text: &str, from: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let ends_here = from > 0 && bytes.get(from - 1) == Some(&b'\r') && bytes.get(from) == Some(&b'\n');
    let mut at = from + usize::from(ends_here);
    let mut blank = 0;
    loop {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => at += 2,
            (Some(b'\r' | b'\n'), _) => at += 1,
            _ => return (blank, at.min(text.len())),
        }
        blank += 1;
    }
}

/// The separator under which the first lines hold the most known headings in one line; else the most even one.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(40).collect();
    let headings = |separator: u8| {
        let known = |cell: &str| headings::meaning(cell.trim_matches(['"', ' '])) != Meaning::Unknown;
        let count = |line: &&str| {
            let cells: Vec<&str> = line.split(char::from(separator)).take(limits::COLUMNS).collect();
            if cells.len() < 2 { 0 } else { cells.iter().filter(|cell| cell.len() < 80 && known(cell)).count() }
        };
        lines.iter().map(count).max().unwrap_or(0)
    };
    let evenness = |separator: u8| lines.iter().filter(|line| line.bytes().any(|byte| byte == separator)).count();
    // Of equals the earlier in the list wins; max_by_key keeps the last.
    SEPARATORS.into_iter().rev().max_by_key(|&separator| (headings(separator), evenness(separator))).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, String)> {
        let sheets = read(text, "x.csv");
        sheets.grids[0].lines.iter().map(|line| (line.number, line.words())).collect()
    }

    fn numbers(text: &str) -> Vec<usize> {
        rows(text).into_iter().map(|(number, _)| number).collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["Title", "", "Date,Event", "1,\"two", "lines\"", "", "", "2,b", ",", "3,c", ""].join(end);
            assert_eq!(numbers(&text), [1, 3, 4, 7, 9], "{end:?}");
        }
    }

    #[test]
    fn blank_lines_at_the_top_count() {
        assert_eq!(numbers("\n\nDate,Event\n1,a"), [3, 4]);
        assert_eq!(numbers("\r\n\r\nDate,Event\r\n1,a\r\n"), [3, 4]);
    }

    #[test]
    fn the_separator_is_told_by_the_headings() {
        assert_eq!(rows("Date;Event\n1;a, b, c\n2;d, e, f")[1].1, "1 | a, b, c");
        assert_eq!(rows("Date\tEvent\n1\ta, b; c\n")[1].1, "1 | a, b; c");
        assert_eq!(rows("sep=|\nDate|Event\n1|a,b")[1], (2, "1 | a,b".into()));
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_nothing() {
        let text = "Date,Event\n1,\"unclosed, he said\n2,b\n3,\"c\"\n";
        let sheets = read(text, "x.csv");
        let words: Vec<String> = sheets.grids[0].lines.iter().map(Line::words).collect();
        assert_eq!(words, ["Date | Event", "1 | unclosed | he said", "2 | b", "3 | c"]);
        assert_eq!(sheets.grids[0].notes[0].at, "x.csv:2");
    }
}
