//! From a grid to entries: every row below the header is an entry or is set aside with the reason.

use super::grid::{Grid, GridCell, Line};
use super::header::{self, Column, Header, Said};
use super::written_date::{self, Frame};
use crate::model::{AgencyId, Cell, Entry, Meaning, Note, Origin, Return, SetAside, When};

/// What reading a table needs to know besides the table.
#[derive(Clone, Debug)]
pub struct Context {
    /// Path of the file below the case folder.
    pub file: String,
    /// Whose return it is.
    pub agency: AgencyId,
    /// What the front sheet says of this agency's headings.
    pub said: Said,
    /// What a date is read against.
    pub frame: Frame,
}

/// Reads one grid into the return it belongs to.
pub fn read_into(sent: &mut Return, grid: &Grid, context: &Context) {
    sent.notes.extend(grid.notes.iter().cloned());
    let Some(mut header) = header::find(grid, &context.said, &context.frame) else {
        return without_header(sent, grid, context);
    };
    sent.preamble.extend(grid.lines[..header.at].iter().map(Line::words));
    settle_meanings(sent, &mut header, grid, context);
    for line in &grid.lines[header.at + 1..] {
        read_line(sent, line, &header, grid, context);
    }
}

/// A table whose columns nobody named: its words are kept above the table, and a person is asked.
fn without_header(sent: &mut Return, grid: &Grid, context: &Context) {
    if grid.lines.is_empty() {
        return;
    }
    let first = grid.lines.iter().take(3).map(Line::words).collect::<Vec<_>>().join(" // ");
    sent.preamble.extend(grid.lines.iter().map(Line::words));
    sent.notes.push(Note {
        at: origin(grid, context, grid.lines[0].number).to_string(),
        what: format!(
            "no row names the columns. Looked for one with a date (such as Date, Date of event, When) \
             and something told (such as Event, Details, What happened). The first rows are: {first}"
        ),
        done: "No row of this table is in the chronology; its words are kept with the return.".into(),
        mend: "If the table lists events, put a row of headings above it, such as: Date, Event.".into(),
    });
}

/// Where no column says when or what, the nearest one is taken, and a note says so.
fn settle_meanings(sent: &mut Return, header: &mut Header, grid: &Grid, context: &Context) {
    use Meaning::*;
    let at = origin(grid, context, grid.lines[header.at].number).to_string();
    let has = |columns: &[Column], meaning| columns.iter().any(|column| column.meaning == meaning);
    if header.by_values {
        let column = header.columns.iter().find(|column| column.meaning == Happened);
        sent.notes.extend(column.map(|column| Note {
            at: at.clone(),
            what: "no heading names a date".into(),
            done: format!("The column “{}” was taken for it, since its cells are dates.", column.heading),
            mend: "Head the column of dates Date of event.".into(),
        }));
    }
    if !has(&header.columns, Happened) {
        let next = header.columns.iter_mut().find(|column| matches!(column.meaning, Recorded | Learned));
        if let Some(column) = next {
            column.meaning = Happened;
            sent.notes.push(Note {
                at,
                what: "no column says when a thing happened".into(),
                done: format!("The column “{}” was taken for it.", column.heading),
                mend: "If the date of the event is held, send it in a column of its own, headed Date of event.".into(),
            });
        }
    }
    if !has(&header.columns, Event) {
        let next = header.columns.iter().position(|column| column.meaning == Unknown);
        let next = next.or_else(|| header.columns.iter().position(|column| column.meaning == Opinion));
        if let Some(next) = next {
            header.columns[next].meaning = Event;
        }
    }
}

/// One row below the header.
fn read_line(sent: &mut Return, line: &Line, header: &Header, grid: &Grid, context: &Context) {
    if line.is_blank() {
        return;
    }
    sent.rows += 1;
    let origin = origin(grid, context, line.number);
    if repeats(line, header) {
        let reason = "the header again, as at a new page".to_owned();
        sent.set_aside.push(SetAside { at: origin.id(), reason, text: line.words() });
        return;
    }
    let mut entry = entry(line, header, origin, context);
    match happened(line, header, &context.frame) {
        Ok(when) => {
            entry.when = Some(when);
            sent.entries.push(entry);
        }
        Err(reason) => {
            sent.set_aside.push(SetAside { at: entry.id.clone(), reason, text: line.words() });
            sent.undated.push(entry);
        }
    }
}

/// Whether a row only repeats the headings.
fn repeats(line: &Line, header: &Header) -> bool {
    let own: Vec<&GridCell> = line.cells.iter().filter(|cell| !cell.inherited).collect();
    let same = |cell: &&GridCell| {
        let column = header.columns.iter().find(|column| column.index == cell.column);
        column.is_some_and(|column| column.heading.eq_ignore_ascii_case(&cell.text))
    };
    own.len() >= 2 && own.iter().all(same)
}

/// When the row says it happened, or why that cannot be told.
fn happened(line: &Line, header: &Header, frame: &Frame) -> Result<When, String> {
    let mut reason = None;
    for column in header.columns.iter().filter(|column| column.meaning == Meaning::Happened) {
        match line.cell(column.index).map(|cell| date(cell, frame)) {
            Some(Ok(when)) => return Ok(when),
            Some(Err(why)) => reason = reason.or(Some(format!("{}: {why}", column.heading))),
            None => {}
        }
    }
    Err(reason.unwrap_or_else(|| "no date is given".into()))
}

/// The date of one cell.
fn date(cell: &GridCell, frame: &Frame) -> Result<When, String> {
    match &cell.stored {
        Some(when) => Ok(when.clone()),
        None => written_date::read(&cell.text, frame).map(|reading| reading.when).map_err(|why| why.to_string()),
    }
}

/// The entry a row makes, without the date it happened.
fn entry(line: &Line, header: &Header, origin: Origin, context: &Context) -> Entry {
    let of = |wanted: Meaning| {
        let columns = header.columns.iter().filter(|column| column.meaning == wanted);
        columns.filter_map(|column| date(line.cell(column.index)?, &context.frame).ok()).next()
    };
    let cells = line.cells.iter().map(|cell| {
        let column = header.columns.iter().find(|column| column.index == cell.column);
        Cell {
            heading: column.map_or_else(String::new, |column| column.heading.clone()),
            meaning: column.map_or(Meaning::Unknown, |column| column.meaning),
            text: cell.text.clone(),
        }
    });
    Entry {
        id: origin.id(),
        origin,
        agency: context.agency.clone(),
        when: None,
        until: of(Meaning::Until),
        learned: of(Meaning::Learned),
        recorded: of(Meaning::Recorded),
        cells: cells.collect(),
    }
}

/// Where a row of a grid stands.
pub fn origin(grid: &Grid, context: &Context, row: usize) -> Origin {
    Origin { file: context.file.clone(), part: grid.part.clone(), row }
}
