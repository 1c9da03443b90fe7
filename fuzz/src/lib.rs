//! What each fuzz target does with made-up bytes, and what must hold whatever they are.
//!
//! A panic is a finding. So is a ledger that does not add up, a link that leads nowhere, or words that nobody wrote.

pub mod office;
mod whole;

use lifespan::ingest::table::Context;
use lifespan::ingest::written_date::{self, Frame};
use lifespan::ingest::{decisions as decided, front, sent};
use lifespan::model::{AgencyId, Return, Ruling, Signature, When, Whom};
use lifespan::reading;
use std::collections::BTreeSet;
use std::sync::Once;

pub use whole::{BETWEEN, page};

/// Text in rows and columns.
pub fn csv(bytes: &[u8]) {
    read(bytes, "returns/x.csv");
}

/// JSON returns.
pub fn json(bytes: &[u8]) {
    read(bytes, "returns/x.json");
}

/// Workbooks of Excel 2007 and later: a whole file, or its parts to be packed.
pub fn xlsx(bytes: &[u8]) {
    read(&office::file(bytes, &office::XLSX), "returns/x.xlsx");
}

/// Workbooks of Excel 97.
pub fn xls(bytes: &[u8]) {
    read(bytes, "returns/x.xls");
}

/// OpenDocument spreadsheets: a whole file, or its parts to be packed.
pub fn ods(bytes: &[u8]) {
    read(&office::file(bytes, &office::ODS), "returns/x.ods");
}

/// Word documents: a whole file, or its parts to be packed.
pub fn docx(bytes: &[u8]) {
    read(&office::file(bytes, &office::DOCX), "returns/x.docx");
}

/// A file of any format, whose format is told by what it holds.
pub fn any_file(bytes: &[u8]) {
    let endings = ["", ".csv", ".txt", ".json", ".xlsx", ".xls", ".ods", ".docx", ".doc", ".msg", ".pdf", ".html"];
    let Some((ending, bytes)) = bytes.split_first() else { return };
    read(bytes, &format!("returns/x{}", endings[usize::from(*ending) % endings.len()]));
}

/// A date as people write it.
pub fn written_date(bytes: &[u8]) {
    let words = String::from_utf8_lossy(bytes);
    if let Ok(reading) = written_date::read(&words, &frame()) {
        assert!(reading.when.earliest <= reading.when.latest, "{words:?} ends before it begins");
    }
}

/// The reader of an entry's words.
pub fn reader(bytes: &[u8]) {
    let words = String::from_utf8_lossy(bytes);
    let read = reading::read_text(&words);
    for event in &read.events {
        assert!(words.contains(&event.words), "{:?} does not stand in {words:?}", event.words);
    }
}

/// The front sheet.
pub fn case_file(bytes: &[u8]) {
    let _ = front::read(&String::from_utf8_lossy(bytes));
}

/// What people have decided: read, added to, taken back.
pub fn decisions(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(read) = decided::read(&text) else { return };
    let signed = Signature { by: "A Reilly".into(), on: day(2024, 1, 31), why: None };
    let whom = |name: &str| Whom { person: name.into(), entry: None, words: None };
    let longer = decided::add(&text, &Ruling::Same(whom("a"), whom("b")), &signed).expect("a list can be added to");
    let again = decided::read(&longer).expect("what was written can be read");
    assert_eq!(again.value.len(), read.value.len() + 1, "a decision was lost");
    assert_eq!(again.notes.len(), read.notes.len(), "another decision cannot be read");
    let number = decided::count(&longer).expect("a list has a length");
    let back = decided::take_back(&longer, number, &signed).expect("a list").expect("the decision that was added");
    assert_eq!(decided::count(&back), Ok(number), "taking back removes nothing");
}

/// The reader of workbooks, from elsewhere, panics on damaged files; a wall in the program stands around it, and here
/// that is no finding.
fn wall() {
    static WALL: Once = Once::new();
    WALL.call_once(|| {
        let stop = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |fault| {
            if !fault.location().is_some_and(|place| place.file().contains("/calamine-")) {
                stop(fault);
            }
        }));
    });
}

/// Reads a file, and sees to it that every row is accounted for once.
fn read(bytes: &[u8], file: &str) {
    wall();
    let context = Context {
        file: file.into(),
        agency: AgencyId("police".into()),
        said: Default::default(),
        child: vec!["amy".into()],
        frame: frame(),
    };
    if let Ok(sent) = sent::read(bytes, &context) {
        adds_up(&sent);
    }
}

fn adds_up(sent: &Return) {
    assert_eq!(sent.rows, sent.entries.len() + sent.set_aside.len(), "the ledger does not add up");
    let aside: BTreeSet<_> = sent.set_aside.iter().map(|row| &row.at).collect();
    assert!(sent.undated.iter().all(|entry| aside.contains(&entry.id)), "an undated row is not set aside");
    let all = sent.entries.iter().map(|entry| &entry.id).chain(sent.set_aside.iter().map(|row| &row.at));
    let ids: BTreeSet<_> = all.collect();
    assert_eq!(ids.len(), sent.rows, "two rows have one id");
}

fn frame() -> Frame {
    Frame { born: Some(When::day("2007-05-12", day(2007, 5, 12))), as_at: Some(day(2024, 6, 30)) }
}

fn day(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}
