//! `lifespan build`: a case folder in, one chronology out.

use super::edition::Copy;
use super::say::say;
use super::{clock, open, progress::Progress, write};
use crate::cli::{Build, Format, Purpose};
use chrono::NaiveDate;
use lifespan::account::Edition;
use lifespan::error::Error;
use lifespan::report::{self, json, pages, summary};
use lifespan::{Known, Record, findings, ingest};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A file that is made: its name, its words, and what a person is told it is.
struct Made {
    name: String,
    words: String,
    what: &'static str,
}

/// Builds the chronology, writes it, and says what a person should know about it.
pub fn run(asked: &Build) -> Result<ExitCode, Error> {
    let progress = Progress::start();
    let copy = copy(&asked.case, asked.as_at, asked.purpose.map(Purpose::edition), &progress)?;
    progress.say("Writing");
    let (form, beside) = forms(asked, &copy)?;
    for file in std::iter::once(&form).chain(&beside) {
        copy.check(&file.name, &file.words)?;
    }
    let folder = asked.out.as_deref().unwrap_or(Path::new("."));
    let place = match (asked.format, &asked.out) {
        (Format::Json, None) => None,
        _ => Some(write::whole(folder, &form.name, &form.words)?),
    };
    let written = |file: &Made| Ok((file.what, write::whole(folder, &file.name, &file.words)?));
    let mut places: Vec<(&str, PathBuf)> = beside.iter().map(written).collect::<Result<_, Error>>()?;
    if let Some(key) = &copy.key {
        let name = format!("{}-key.json", stem(asked, &copy));
        places.push((KEY, write::whole(folder, &name, &json::of(key)?)?));
    }
    drop(progress);
    match &place {
        None => say(&form.words)?,
        Some(place) => say(&format!("{}\n{} {}\n", summary::summary(&copy.account), form.what, place.display()))?,
    }
    if place.is_some() {
        places.iter().try_for_each(|(what, place)| say(&format!("{what} {}\n", place.display())))?;
        if asked.purpose == Some(Purpose::Referral) && asked.format == Format::Html {
            say("Before a letter goes out: may this agency be told what it says?\n")?;
        }
    }
    match &place {
        Some(place) if asked.open => open::open(place)?,
        _ => {}
    }
    Ok(ExitCode::SUCCESS)
}

const KEY: &str = "Who stands behind each role is in a file to be kept apart:";

/// The chronology in the form asked for, and what goes with it.
fn forms(asked: &Build, copy: &Copy) -> Result<(Made, Vec<Made>), Error> {
    let (account, stem) = (&copy.account, stem(asked, copy));
    let html = |name: &str, words: String, what| Made { name: format!("{stem}-{name}.html"), words, what };
    let main = account.edition.as_ref().map_or("chronology", |one| one.edition.word());
    let mut beside = Vec::new();
    let form = match (asked.format, asked.purpose) {
        (Format::Json, _) => {
            Made { name: format!("{stem}-{main}.json"), words: json::json(account)?, what: "The chronology is in" }
        }
        (Format::Html, Some(Purpose::Referral)) => {
            let referral = pages::referral(account)?;
            beside.push(html(
                "questions-of-the-service",
                referral.questions,
                "The questions of the receiving service are in",
            ));
            for (agency, letter) in referral.letters {
                let agency = write::safe_name(&agency.0).unwrap_or_else(|| "agency".to_owned());
                beside.push(html(&format!("questions-to-{agency}"), letter, "Open questions to an agency are in"));
            }
            html(main, referral.page, "The chronology is in")
        }
        (Format::Html, _) => html(main, pages::chronology(account)?, "The chronology is in"),
    };
    if let Some(manifest) = &account.edition {
        let name = format!("{stem}-{main}-manifest.json");
        beside.push(Made { name, words: json::of(manifest)?, what: "What this copy leaves out, and why, is in" });
    }
    Ok((form, beside))
}

/// The case, read, examined and made ready for its reader.
pub fn copy(
    folder: &Path,
    as_at: Option<NaiveDate>,
    edition: Option<Edition>,
    progress: &Progress,
) -> Result<Copy, Error> {
    progress.say("Reading the returns");
    let case = ingest::case::open_on(folder, as_at, clock::today())?;
    let as_at = as_at.or(case.front.as_at).unwrap_or_else(clock::today);
    progress.say("Putting the history together");
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    progress.say("Looking at what it means");
    let findings = findings::examine(&record, &history);
    let account = report::account(&record, &history, &findings);
    Ok(Copy::of(edition, &record, &history, account))
}

/// How the files' names begin: the case's reference, else the folder's name, which may say who it is about and begins
/// no name of a reader's copy.
fn stem(asked: &Build, copy: &Copy) -> String {
    let reference = copy.account.case.reference.as_deref().and_then(write::safe_name);
    let folder = || asked.case.canonicalize().ok().and_then(|path| write::safe_name(path.file_name()?.to_str()?));
    let folder = || folder().filter(|_| matches!(asked.purpose, None | Some(Purpose::RapidReview)));
    reference.or_else(folder).unwrap_or_else(|| "case".to_owned())
}
