//! `lifespan build`: a case folder in, one chronology out.

use super::say::say;
use super::{clock, open, progress::Progress, write};
use crate::cli::{Build, Format};
use lifespan::error::Error;
use lifespan::report::{self, Account, json, pages, summary};
use lifespan::{Known, Record, findings, ingest};
use std::path::Path;
use std::process::ExitCode;

/// Builds the chronology, writes it, and says what a person should know about it.
pub fn run(asked: &Build) -> Result<ExitCode, Error> {
    let progress = Progress::start();
    let account = account(asked, &progress)?;
    progress.say("Writing");
    let form = match asked.format {
        Format::Html => pages::chronology(&account)?,
        Format::Json => json::json(&account)?,
    };
    let place = match (asked.format, &asked.out) {
        (Format::Json, None) => None,
        (_, folder) => Some(write::whole(folder.as_deref().unwrap_or(Path::new(".")), &name(asked, &account), &form)?),
    };
    drop(progress);
    match &place {
        None => say(&form)?,
        Some(place) => say(&format!("{}\nThe chronology is in {}\n", summary::summary(&account), place.display()))?,
    }
    match &place {
        Some(place) if asked.open => open::open(place)?,
        _ => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// The case, read and examined.
fn account(asked: &Build, progress: &Progress) -> Result<Account, Error> {
    progress.say("Reading the returns");
    let case = ingest::case::open_on(&asked.case, asked.as_at, clock::today())?;
    let as_at = asked.as_at.or(case.front.as_at).unwrap_or_else(clock::today);
    progress.say("Putting the history together");
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    progress.say("Looking at what it means");
    let findings = findings::examine(&record, &history);
    Ok(report::account(&record, &history, &findings))
}

/// The file's name: the case's reference, else the folder's name.
fn name(asked: &Build, account: &Account) -> String {
    let reference = account.case.reference.as_deref().and_then(write::safe_name);
    let folder = || asked.case.canonicalize().ok().and_then(|path| write::safe_name(path.file_name()?.to_str()?));
    let ending = if asked.format == Format::Html { "html" } else { "json" };
    format!("{}-chronology.{ending}", reference.or_else(folder).unwrap_or_else(|| "case".to_owned()))
}
