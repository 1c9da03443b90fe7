//! `lifespan caseload --extract`: agencies' exports about many children are divided into case folders in one pass.

use super::ledger;
use super::shares::{self, Shares};
use crate::commands::{say::say, write};
use lifespan::error::Error;
use lifespan::ingest::{front, headings, text};
use lifespan::intake::extract::{ABOVE, Child, Children, Columns, REFERENCE, Whose};
use lifespan::intake::{Record, Records, Tally, Went, csv_line};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Divides the files. A child who has a case below the folder already gets the rows there.
pub fn run(files: &[PathBuf], out: &Path, own_numbers: bool) -> Result<ExitCode, Error> {
    let mut work = Work { own_numbers, children: had(out)?, shares: Shares::below(out), tallies: Vec::new() };
    files.iter().try_for_each(|file| work.file(file))?;
    let Work { children, mut shares, tallies, .. } = work;
    ledger::write(&mut shares, &tallies)?;
    shares.write()?;
    for child in children.all.iter().filter(|child| !child.had) {
        shares::front(out, &child.folder, &child.front())?;
    }
    say(&ledger::words(&tallies, children.all.len(), out))?;
    Ok(ExitCode::SUCCESS)
}

/// What is kept while the files are gone through.
struct Work {
    /// Whether each agency numbers children in its own way.
    own_numbers: bool,
    children: Children,
    shares: Shares,
    tallies: Vec<Tally>,
}

/// An export: its columns, and its headings as they go to each child's return.
struct Sheet {
    file: String,
    agency: String,
    numbering: String,
    columns: Columns,
    first: Record,
    headings: Vec<u8>,
}

impl Work {
    fn file(&mut self, path: &Path) -> Result<(), Error> {
        let shown = path.display().to_string();
        let unreadable = |cause: std::io::Error| {
            let mend = "Give exports as CSV; save a workbook as CSV UTF-8, and check that you may open it.";
            Error::new(&shown, format!("cannot be read: {cause}"), mend)
        };
        let mut records = Records::new(BufReader::new(File::open(path).map_err(unreadable)?));
        let mut above = 0;
        let sheet = loop {
            let record = records.read().map_err(unreadable)?;
            match record.map(|record| (Columns::of(&record), record)) {
                Some((Some(columns), first)) => break self.sheet(path, columns, first),
                Some((None, _)) if above < ABOVE => above += 1,
                _ => {
                    return Err(Error::new(
                        &shown,
                        "no row of headings says which child a row is about",
                        "Give a column headed Child ID, NHS number or UPN, or columns headed Name and Date of birth.",
                    ));
                }
            }
        };
        let mut tally = Tally::new(&sheet.file);
        while let Some(record) = records.read().map_err(unreadable)? {
            tally.count(&self.row(&sheet, &record)?);
        }
        self.tallies.push(tally);
        Ok(())
    }

    fn sheet(&self, path: &Path, columns: Columns, first: Record) -> Sheet {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let wanted = write::safe_name(&stem).unwrap_or_else(|| "extract".to_owned());
        // Two files of one name, from two folders, are two returns.
        let same = self.tallies.iter().filter(|tally| tally.file == file).count();
        let agency = if same == 0 { wanted } else { format!("{wanted}-{}", same + 1) };
        let line = csv_line(first.cells.iter().map(String::as_str).chain([REFERENCE]));
        let heading =
            columns.own.and_then(|at| first.cells.get(at)).map(|cell| headings::folded(cell)).unwrap_or_default();
        // police-2025 and police-2026 are one agency's.
        let whose: String = if self.own_numbers {
            agency.chars().filter(|letter| letter.is_alphabetic()).collect()
        } else {
            String::new()
        };
        Sheet { file, numbering: format!("{whose} {heading}"), agency, columns, first, headings: line }
    }

    fn row(&mut self, sheet: &Sheet, record: &Record) -> Result<Went, Error> {
        if record.cells == sheet.first.cells {
            return self.aside(sheet, record, "the headings stand here again");
        }
        let whose = Whose::of(&sheet.columns, record);
        let Some(place) = self.children.place(&sheet.agency, &sheet.numbering, &whose, write::safe_name) else {
            return self.aside(sheet, record, "it has no identifier of a child, nor a name with a date of birth");
        };
        let reference = format!("{}:{}", sheet.file, record.row);
        // The reference stands under its heading; cells beyond the headings stand after it.
        let width = sheet.first.cells.len();
        let within = (0..width).map(|at| record.cells.get(at).map_or("", String::as_str));
        let beyond = record.cells.iter().skip(width).map(String::as_str);
        let cells = within.chain([reference.as_str()]).chain(beyond);
        let file = format!("{}/returns/{}.csv", self.children.all[place].folder, sheet.agency);
        self.shares.add(&file, &sheet.headings, &csv_line(cells))?;
        Ok(Went::Return)
    }

    fn aside(&mut self, sheet: &Sheet, record: &Record, reason: &str) -> Result<Went, Error> {
        ledger::aside(&mut self.shares, &sheet.file, record.row, reason, &record.cells)?;
        Ok(Went::Aside(reason.to_owned()))
    }
}

/// The children of the cases that are below the folder already.
fn had(out: &Path) -> Result<Children, Error> {
    let mut children = Children::default();
    if !out.is_dir() {
        return Ok(children);
    }
    for case in super::folders::list(out, None)? {
        let place = case.path.join(front::FILE);
        let unreadable = |cause: std::io::Error| {
            Error::new(place.display().to_string(), format!("cannot be read: {cause}"), "Check that you may open it.")
        };
        let bytes = std::fs::read(&place).map_err(unreadable)?;
        let read = front::read(&text::decode(&bytes).0)?.value;
        children.add_case(Child {
            folder: case.below,
            had: true,
            names: std::iter::once(read.child.name).chain(read.child.also_known_as).collect(),
            born: read.child.born.map(|when| when.edtf),
            nhs_number: read.child.nhs_number,
            reference: read.reference,
            ..Child::default()
        });
    }
    Ok(children)
}
