//! The records of a large CSV file, one at a time, numbered as a spreadsheet numbers them.
//!
//! A quotation mark that is never closed would swallow all that follows: such a line is read as it stands, and the
//! lines below it as lines.

use crate::ingest::text;
use std::collections::VecDeque;
use std::io::{self, BufRead};

/// The most lines and bytes that one record may span.
const LINES: usize = 500;
const BYTES: usize = 1024 * 1024;

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its number, as a spreadsheet counts.
    pub row: usize,
    /// Its cells, as they were written.
    pub cells: Vec<String>,
}

/// Reads records from a file.
pub struct Records<R> {
    from: R,
    waiting: VecDeque<Vec<u8>>,
    row: usize,
    separator: Option<u8>,
    /// Rows whose quotation mark is never closed.
    pub unclosed: Vec<usize>,
}

impl<R: BufRead> Records<R> {
    /// Reads from the beginning of a file.
    pub fn new(from: R) -> Self {
        Records { from, waiting: VecDeque::new(), row: 0, separator: None, unclosed: Vec::new() }
    }

    /// The next record that is not blank; none at the end.
    pub fn read(&mut self) -> io::Result<Option<Record>> {
        loop {
            let Some(line) = self.line()? else { return Ok(None) };
            if self.row == 0 && (line.starts_with(&[0xff, 0xfe]) || line.starts_with(&[0xfe, 0xff])) {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "the file is in UTF-16"));
            }
            let first = if self.row == 0 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).to_vec() } else { line };
            self.row += 1;
            let separator = *self.separator.get_or_insert_with(|| separator(&first));
            let (text, whole) = self.whole(first, separator)?;
            let cells = if whole { cells(&text, separator) } else { as_it_stands(&text, separator) };
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(Some(Record { row: self.row, cells }));
            }
        }
    }

    /// A line, and the lines that belong to it because a quotation mark is open; else the line alone, and false.
    fn whole(&mut self, first: Vec<u8>, separator: u8) -> io::Result<(Vec<u8>, bool)> {
        let mut text = first.clone();
        let mut more: Vec<Vec<u8>> = Vec::new();
        while is_open(&text, separator) {
            let next = if more.len() < LINES && text.len() < BYTES { self.line()? } else { None };
            match next {
                Some(line) => {
                    text.extend_from_slice(&line);
                    more.push(line);
                }
                None => {
                    for line in more.into_iter().rev() {
                        self.waiting.push_front(line);
                    }
                    self.unclosed.push(self.row);
                    return Ok((first, false));
                }
            }
        }
        Ok((text, true))
    }

    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        if let Some(line) = self.waiting.pop_front() {
            return Ok(Some(line));
        }
        let mut line = Vec::new();
        Ok((self.from.read_until(b'\n', &mut line)? > 0).then_some(line))
    }
}

/// Whether a quotation mark that opens a cell is not closed at the end of the text.
fn is_open(text: &[u8], separator: u8) -> bool {
    let (mut open, mut at_start) = (false, true);
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if open && bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            b'"' if open => open = false,
            b'"' if at_start => open = true,
            _ => {}
        }
        at_start = !open && byte == separator;
    }
    open
}

fn cells(text: &[u8], separator: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .buffer_capacity(text.len().max(16))
        .from_reader(text);
    let mut record = csv::ByteRecord::new();
    match reader.read_byte_record(&mut record) {
        Ok(true) => record.iter().map(|cell| text::decode(cell).0).collect(),
        _ => Vec::new(),
    }
}

fn as_it_stands(line: &[u8], separator: u8) -> Vec<String> {
    let line = text::decode(line).0;
    let cells = line.trim_end_matches(['\r', '\n']).split(char::from(separator));
    cells.map(|cell| cell.trim_start_matches('"').to_owned()).collect()
}

/// What stands most often between the cells of the first line.
fn separator(line: &[u8]) -> u8 {
    let count = |separator: &u8| line.iter().filter(|byte| *byte == separator).count();
    [b'|', b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(usize, String)> {
        let mut records = Records::new(text.as_bytes());
        std::iter::from_fn(|| records.read().expect("memory can be read"))
            .map(|record| (record.row, record.cells.join("|")))
            .collect()
    }

    #[test]
    fn blank_lines_count_and_a_line_break_in_a_cell_does_not() {
        let text = "\u{feff}id,words\r\n1,\"two\r\nlines\"\r\n\r\n,\r\n2,b\r\n";
        assert_eq!(all(text), [(1, "id|words".into()), (2, "1|two\r\nlines".into()), (5, "2|b".into())]);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_nothing() {
        let text = "id,words\n1,\"never closed, he said\n2,b\n3,c\n";
        let rows: Vec<String> = all(text).into_iter().map(|(_, words)| words).collect();
        assert_eq!(rows, ["id|words", "1|never closed| he said", "2|b", "3|c"]);
    }

    #[test]
    fn other_separators_and_encodings_are_told() {
        assert_eq!(all("id;words\n1;a, b\n")[1].1, "1|a, b");
        let mut records = Records::new(&b"id,name\n1,Zo\xeb\n"[..]);
        records.read().expect("a header");
        assert_eq!(records.read().expect("a row").expect("one").cells[1], "Zoë");
    }
}
