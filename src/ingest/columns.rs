//! Settling what the columns of a table hold where the headings leave it open, with a note each time.

use super::grid::Line;
use super::header::{Column, Header};
use crate::model::{Meaning, Note};

/// Takes the nearest column where none says when or what, and names columns without a heading.
pub fn settle(header: &mut Header, lines: &[Line], at: &str) -> Vec<Note> {
    let mut notes = Vec::new();
    settle_date(header, at, &mut notes);
    settle_references(header, lines);
    settle_event(header, lines);
    name_unnamed(header, lines, at, &mut notes);
    let unknown = header.columns.iter().filter(|column| column.meaning == Meaning::Unknown && !column.unnamed);
    notes.extend(unknown.map(|column| Note {
        at: at.to_owned(),
        what: format!("the heading “{}” is not one that is known", column.heading),
        done: "Its words are kept and shown under it.".into(),
        mend: format!("If it matters what the column holds, say so on the front sheet: \"headings\": {{ agency: {{ \"{}\": \"event\" }} }}.", column.heading),
    }));
    notes
}

/// The column of dates, where it was not told by a plain heading.
fn settle_date(header: &mut Header, at: &str, notes: &mut Vec<Note>) {
    use Meaning::*;
    let happened = header.columns.iter().find(|column| column.meaning == Happened);
    if header.at.is_none() {
        notes.push(Note {
            at: at.to_owned(),
            what: "the table has no row of headings".into(),
            done: "The column of dates was taken for when, and the longest of the others for what happened.".into(),
            mend: "Put a row of headings above it, such as: Date, Event.".into(),
        });
    } else if header.by_values {
        notes.extend(happened.map(|column| Note {
            at: at.to_owned(),
            what: "no heading names a date".into(),
            done: format!("The column “{}” was taken for it, since its cells are dates.", column.heading),
            mend: "Head the column of dates: Date of event.".into(),
        }));
    } else if happened.is_none() && header.columns.iter().all(|column| !matches!(column.meaning, Recorded | Learned)) {
        notes.push(Note {
            at: at.to_owned(),
            what: "no column holds a date".into(),
            done: "All rows are set aside from the dated order, shown in full, and still read.".into(),
            mend: "Ask the agency when each thing happened, and add a column headed: Date of event.".into(),
        });
    } else if happened.is_none()
        && let Some(column) = header.columns.iter_mut().find(|column| matches!(column.meaning, Recorded | Learned))
    {
        column.meaning = Happened;
        notes.push(Note {
            at: at.to_owned(),
            what: "no column says when a thing happened".into(),
            done: format!("The column “{}” was taken for it.", column.heading),
            mend: "If the date of the event is held, send it in a column of its own, headed: Date of event.".into(),
        });
    }
}

/// A column of which every cell is a reference ("MW/09/7712" under "Log") holds references, whatever its heading.
fn settle_references(header: &mut Header, lines: &[Line]) {
    use Meaning::{Category, Event, Unknown};
    let first = header.first_row() + usize::from(header.at.is_some());
    for column in header.columns.iter_mut().filter(|column| matches!(column.meaning, Event | Unknown | Category)) {
        let below = lines[first..].iter().flat_map(|line| &line.cells).filter(|cell| cell.column == column.index);
        let said: Vec<&str> = below.map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
        if said.len() > 1 && said.iter().all(|text| is_reference(text)) {
            column.meaning = Meaning::Sequence;
        }
    }
}

/// Whether a cell holds a reference and no words: one word with letters and at least three digits, capitals only.
fn is_reference(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signs = |sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase() || "/-.".contains(sign);
    text.len() < 25 && digits > 2 && text.chars().all(signs) && text.chars().any(char::is_alphabetic)
}

/// How many words the cells of a column hold on average, from which on they tell something rather than name it.
const TELLING: usize = 4;

/// Where no column says what happened, the one with the most words that may do so is taken, the first of equal ones; also one
/// headed as if it named a worker ("Officer remarks") whose cells tell something.
fn settle_event(header: &mut Header, lines: &[Line]) {
    use Meaning::{Event, Opinion, Professional, Unknown};
    if header.columns.iter().any(|column| column.meaning == Event) {
        return;
    }
    let first = header.first_row() + usize::from(header.at.is_some());
    let words = |column: &Column| {
        let below = lines[first..].iter().flat_map(|line| &line.cells).filter(|cell| cell.column == column.index);
        let counts: Vec<usize> =
            below.map(|cell| cell.text.split_whitespace().count()).filter(|count| *count > 0).collect();
        counts.iter().sum::<usize>() / counts.len().max(1)
    };
    let may = |column: &&mut Column| match column.meaning {
        Unknown | Opinion => true,
        Professional => words(column) >= TELLING,
        _ => false,
    };
    let next = header.columns.iter_mut().rev().filter(may).max_by_key(|column| words(column));
    if let Some(next) = next {
        next.meaning = Event;
    }
}

/// Columns with words and no heading are named as a spreadsheet names them.
fn name_unnamed(header: &mut Header, lines: &[Line], at: &str, notes: &mut Vec<Note>) {
    let below = lines[header.first_row()..].iter().flat_map(|line| &line.cells).map(|cell| cell.column);
    let mut unnamed: Vec<usize> =
        below.filter(|index| header.columns.iter().all(|column| column.index != *index)).collect();
    unnamed.sort_unstable();
    unnamed.dedup();
    for index in unnamed {
        let heading = format!("Column {}", letters(index));
        if header.at.is_some() {
            notes.push(Note {
                at: at.to_owned(),
                what: format!("column {} has words and no heading", letters(index)),
                done: format!("They are kept and shown under “{heading}”."),
                mend: "Give the column a heading.".into(),
            });
        }
        header.columns.push(Column { index, heading, meaning: Meaning::Unknown, unnamed: true });
    }
}

/// A column's letters in a spreadsheet: 0 is A, 26 is AA.
pub fn letters(index: usize) -> String {
    let mut left = index + 1;
    let mut letters = Vec::new();
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{is_reference, letters};

    #[test]
    fn references_are_told_from_words_and_dates() {
        assert!(["MW/09/7712", "CRN-20193", "INT/24/771"].into_iter().all(is_reference));
        assert!(!["12/03/2019", "Seen at 1430", "NFA", "A&E 2019", "42"].into_iter().any(is_reference));
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
