//! From a grid to entries: every row below the header is an entry or is set aside with the reason.

use super::columns;
use super::footer;
use super::form;
use super::grid::{Grid, Line};
use super::header::{self, Header, Said};
use super::out_of_place;
use super::row;
use super::written_date::Frame;
use crate::model::{AgencyId, Note, Origin, Return, SetAside};

/// What reading a table needs to know besides the table.
#[derive(Clone, Debug)]
pub struct Context {
    /// Path of the file below the case folder.
    pub file: String,
    /// Whose return it is.
    pub agency: AgencyId,
    /// What the front sheet says of this agency's headings.
    pub said: Said,
    /// The child's names, each word in small letters.
    pub child: Vec<String>,
    /// What a date is read against.
    pub frame: Frame,
}

/// Reads one grid into the return it belongs to.
pub fn read_into(sent: &mut Return, grid: &Grid, context: &Context) {
    if form::is_part(grid) {
        return sent.preamble.extend(form::preamble(grid));
    }
    sent.notes.extend(grid.notes.iter().cloned());
    let Some(mut header) = header::find(grid, &context.said, &context.frame) else {
        return without_header(sent, grid, context);
    };
    sent.preamble.extend(grid.lines[..header.first_row()].iter().map(Line::words));
    let at = place(grid, context, header.at.map(|at| grid.lines[at].number));
    sent.notes.extend(columns::settle(&mut header, &grid.lines, &at));
    let from = sent.entries.len();
    for line in &grid.lines[header.first_row() + usize::from(header.at.is_some())..] {
        if !line.is_blank() {
            sent.rows += 1;
            read_line(sent, line, &mut header, grid, context);
        }
    }
    sent.notes.extend(out_of_place::notes(&sent.entries[from..], context));
}

/// A table whose columns nobody named: its words are kept above the table, and a person is asked.
fn without_header(sent: &mut Return, grid: &Grid, context: &Context) {
    let Some(first) = grid.lines.first() else { return };
    let words = grid.lines.iter().take(3).map(|line| shortened(&line.words())).collect::<Vec<_>>().join(" // ");
    sent.preamble.extend(grid.lines.iter().map(Line::words));
    sent.notes.push(Note {
        at: place(grid, context, Some(first.number)),
        what: format!(
            "no row names the columns. Looked for one with a date (such as Date, Date of event, When) and something told \
             (such as Event, Details, What happened). The first rows are: {words}"
        ),
        done: "No row of this table is in the chronology; its words are kept with the return.".into(),
        mend: "If the table lists events, put a row of headings above it, such as: Date, Event. If it is a cover sheet, \
               nothing need be done."
            .into(),
    });
}

/// One row below the header.
fn read_line(sent: &mut Return, line: &Line, header: &mut Header, grid: &Grid, context: &Context) {
    let origin = origin(grid, context, line.number);
    let mut aside = |reason: &str| {
        let set_aside = SetAside { at: origin.id(), reason: reason.to_owned(), text: line.words() };
        sent.set_aside.push(set_aside);
    };
    if header.repeats(line) {
        return aside("the headings again, as at the top of a page");
    }
    if let Some(second) = header.gives_way_to(line, &context.said, &context.frame) {
        *header = second;
        return aside("another row of headings; the rows below it are read by it");
    }
    if footer::is_footer(line) {
        return aside("a line at the foot of a page or table, not an entry");
    }
    if header.divides(line) {
        return aside("a heading inside the table, for the rows below it");
    }
    let read = row::read(line, header, origin, context);
    sent.notes.extend(read.notes);
    match read.reason {
        None => sent.entries.push(read.entry),
        Some(reason) => {
            sent.set_aside.push(SetAside { at: read.entry.id.clone(), reason, text: line.words() });
            sent.undated.push(read.entry);
        }
    }
}

/// Where a row of a grid stands.
pub fn origin(grid: &Grid, context: &Context, row: usize) -> Origin {
    Origin { file: context.file.clone(), part: grid.part.clone(), row }
}

/// The same in words, for a note; without a row where the table has no row of headings of its own (JSON).
fn place(grid: &Grid, context: &Context, row: Option<usize>) -> String {
    match (&grid.part, row.filter(|row| *row > 0)) {
        (_, Some(row)) => origin(grid, context, row).to_string(),
        (Some(part), None) => format!("{}#{part}", context.file),
        (None, None) => context.file.clone(),
    }
}

/// Words short enough to quote.
pub fn shortened(words: &str) -> String {
    match words.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
