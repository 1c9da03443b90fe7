//! One case of a caseload: left as it is where nothing has changed, else built and let go.

use super::folders::CaseFolder;
use super::kept::{self, Kept};
use super::{fingerprint, write};
use crate::commands::build::stem;
use chrono::NaiveDate;
use lifespan::caseload::{Gist, keep};
use lifespan::error::Error;
use lifespan::report::{self, json, pages};
use lifespan::{Known, Record, findings, ingest};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// What is to be done with every case.
pub struct Work<'a> {
    /// Where to write; none for counting only.
    pub out: Option<&'a Path>,
    /// Whether each case's page and data are written.
    pub pages: bool,
    /// The day to speak from, where one was asked for.
    pub as_at: Option<NaiveDate>,
    /// The day for a case that says none.
    pub today: NaiveDate,
}

/// Builds a case; what is kept of it, and whether it was left as it was. A fault of the program in one case is that
/// case's failure and stops no other.
pub fn build(case: &CaseFolder, work: &Work<'_>) -> Result<(Gist, bool), Error> {
    let built = catch_unwind(AssertUnwindSafe(|| attempt(case, work)));
    let built = built.unwrap_or_else(|_| {
        let mend = "Report it: this is a fault of the program. `lifespan check` may say which row it stumbles over.";
        Err(Error::new(String::new(), "the program stumbled over this case", mend))
    });
    built.map_err(|error| located(error, &case.below))
}

fn attempt(case: &CaseFolder, work: &Work<'_>) -> Result<(Gist, bool), Error> {
    let folder = work.out.map(|out| out.join(&case.below));
    let as_at = ingest::case::as_at(&case.path, work.as_at)?.unwrap_or(work.today);
    let Some(folder) = folder else { return Ok((history(case, as_at, None)?.0, false)) };
    let made_from = fingerprint::of_case(&case.path, as_at, work.pages)?;
    if let Some(gist) = Kept::unchanged(&folder, &made_from) {
        return Ok((gist, true));
    }
    let (gist, files) = history(case, as_at, work.pages.then_some(&folder))?;
    let kept = Kept { made_from, files, gist };
    let words = serde_json::to_string(&kept)
        .map_err(|cause| Error::new(kept::FILE, cause.to_string(), "Report it: this is a fault of the program."))?;
    write::quickly(&folder, kept::FILE, words.as_bytes())?;
    Ok((kept.gist, false))
}

/// Reads, examines and writes one case, and keeps its gist.
fn history(case: &CaseFolder, as_at: NaiveDate, out: Option<&PathBuf>) -> Result<(Gist, Vec<(String, u64)>), Error> {
    let read = ingest::case::open_as_at(&case.path, Some(as_at))?;
    let record = Record::read(&read);
    let history = record.history(Known { by: as_at, to: None });
    let findings = findings::examine(&record, &history);
    let account = report::account(&record, &history, &findings);
    let mut files = Vec::new();
    if let Some(folder) = out {
        let stem = stem(&case.path, &account);
        for (ending, words) in [("html", pages::chronology(&account)?), ("json", json::json(&account)?)] {
            let name = format!("{stem}-chronology.{ending}");
            write::quickly(folder, &name, words.as_bytes())?;
            files.push((name, words.len() as u64));
        }
    }
    Ok((keep::gist(&history, &account), files))
}

/// The same error, at its place below the folder of cases.
fn located(error: Error, case: &str) -> Error {
    let at = match error.at.as_str() {
        "" => case.to_owned(),
        at if Path::new(at).is_absolute() || at.contains(case) => error.at.clone(),
        at => format!("{case}/{at}"),
    };
    Error { at, ..error }
}
