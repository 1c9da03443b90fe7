//! `lifespan caseload --ssd`: a folder of Standard Safeguarding Dataset tables becomes case folders.

use super::ledger;
use super::shares::{self, Shares};
use crate::commands::{say::say, write};
use lifespan::error::Error;
use lifespan::intake::ssd::{HEADINGS, Header, RETURN, Register, front};
use lifespan::intake::{Record, Records, Tally, Went, csv_line};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reads the tables twice: who the people are, then what is recorded of each. Ends with 1 where a file could not be read.
pub fn run(folder: &Path, out: &Path) -> Result<ExitCode, Error> {
    let files = tables(folder)?;
    let mut register = Register::default();
    for file in &files {
        each(file, |header, record| {
            if let Some(header) = header {
                register.learn(header, &header.row(&file.name, record));
            }
            Ok(())
        })?;
    }
    let cases = folders(&register);
    let mut shares = Shares::below(out);
    let headings = csv_line(HEADINGS.iter().copied());
    let mut tallies = Vec::new();
    for file in &files {
        let mut tally = Tally::new(&file.name);
        each(file, |header, record| {
            let Some(header) = header else {
                let reason = "the file is no table of the dataset".to_owned();
                ledger::aside(&mut shares, &file.name, record.row, &reason, &record.cells)?;
                tally.count(&Went::Aside(reason));
                return Ok(());
            };
            let told = register.tell(header, &header.row(&file.name, record));
            tally.count(&told.went);
            if let Went::Aside(reason) = &told.went {
                ledger::aside(&mut shares, &file.name, record.row, reason, &record.cells)?;
            }
            let Some((person, lines)) = told.lines else { return Ok(()) };
            let case = format!("{}/{RETURN}", cases[&person]);
            lines.iter().try_for_each(|line| shares.add(&case, &headings, line))
        })?;
        tallies.push(tally);
    }
    ledger::write(&mut shares, &tallies)?;
    shares.write()?;
    for (person, case) in &cases {
        shares::front(out, case, &front(&register, person))?;
    }
    say(&ledger::words(&tallies, cases.len(), out))?;
    Ok(ExitCode::SUCCESS)
}

/// A file of the extract.
struct Table {
    path: PathBuf,
    name: String,
}

/// The CSV files of the folder, in order.
fn tables(folder: &Path) -> Result<Vec<Table>, Error> {
    let unreadable = |cause: std::io::Error| {
        let mend =
            "Give the folder that holds the tables, one CSV a table, named as the dataset names them: ssd_person.csv.";
        Error::new(folder.display().to_string(), format!("cannot be read: {cause}"), mend)
    };
    let mut files = Vec::new();
    for item in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = item.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file()
            && ["csv", "txt", "tsv"].iter().any(|ending| name.to_lowercase().ends_with(&format!(".{ending}")))
        {
            files.push(Table { path, name });
        }
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    if files.is_empty() {
        return Err(Error::new(
            folder.display().to_string(),
            "no CSV file is in this folder",
            "Give the folder that holds the tables, one CSV a table, named as the dataset names them: ssd_person.csv.",
        ));
    }
    Ok(files)
}

/// Goes through the rows of a file, each with the file's header where it holds a table of the dataset.
fn each(file: &Table, mut row: impl FnMut(Option<&Header>, &Record) -> Result<(), Error>) -> Result<(), Error> {
    let unreadable = |cause: std::io::Error| {
        let mend = "Save it as CSV UTF-8, and check that you may open it.";
        Error::new(file.path.display().to_string(), format!("cannot be read: {cause}"), mend)
    };
    let mut records = Records::new(BufReader::new(File::open(&file.path).map_err(unreadable)?));
    let Some(first) = records.read().map_err(unreadable)? else { return Ok(()) };
    let header = Header::of(&file.name, &first);
    while let Some(record) = records.read().map_err(unreadable)? {
        row(header.as_ref(), &record)?;
    }
    Ok(())
}

/// The folder of each person who has a case: named by the person's id, no two alike.
fn folders(register: &Register) -> BTreeMap<String, String> {
    let mut taken = std::collections::BTreeSet::new();
    let cases = register.people.keys().filter(|id| register.has_case(id));
    cases
        .map(|id| {
            let wanted = write::safe_name(id).unwrap_or_else(|| "person".to_owned());
            let mut name = wanted.clone();
            let mut number = 2;
            while !taken.insert(name.to_lowercase()) {
                name = format!("{wanted}-{number}");
                number += 1;
            }
            (id.clone(), name)
        })
        .collect()
}
