//! `lifespan build`: a case folder in, one chronology out.

use super::edition::Copy;
use super::say::say;
use super::{clock, deliver::Delivery, forms, forms::Made, open, progress::Progress, secret, write};
use crate::cli::{self, Build, Format, Purpose};
use chrono::NaiveDate;
use lifespan::account::Edition;
use lifespan::error::Error;
use lifespan::report::{self, summary};
use lifespan::{Known, Record, findings, ingest};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Builds the chronology, writes it, and says what a person should know about it.
pub fn run(asked: &Build) -> Result<ExitCode, Error> {
    if asked.protect && asked.format != Format::Html {
        cli::wrong("--protect closes a page: leave --format out, or leave --protect out");
    }
    let progress = Progress::start();
    let copy = copy(&asked.case, asked.as_at, asked.purpose.map(Purpose::edition), &progress)?;
    drop(progress);
    let delivery = match asked.protect {
        true => Delivery::Protected(secret::passphrase(asked.passphrase_fd, &copy.guessable)?),
        false => Delivery::Open,
    };
    let progress = Progress::start();
    progress.say("Writing");
    let (form, beside) = forms::forms(asked, &copy, &stem(asked, &copy))?;
    for file in std::iter::once(&form).chain(&beside).filter(|file| !file.kept_apart) {
        copy.check(&file.name, &file.words()?)?;
    }
    let folder = asked.out.as_deref().unwrap_or(Path::new("."));
    let place = match (asked.format, &asked.out) {
        (Format::Json, None) => None,
        _ => Some(delivery.file(folder, &form)?),
    };
    let written = |file: &Made| Ok((file.what, delivery.file(folder, file)?));
    let places: Vec<(&str, PathBuf)> = beside.iter().map(written).collect::<Result<_, Error>>()?;
    drop(progress);
    match &place {
        None => say(&form.words()?)?,
        Some(place) => say(&format!("{}\n{} {}\n", summary::summary(&copy.account), form.what, place.display()))?,
    }
    if place.is_some() {
        places.iter().try_for_each(|(what, place)| say(&format!("{what} {}\n", place.display())))?;
        if asked.purpose == Some(Purpose::Referral) && asked.format == Format::Html {
            say("Before a letter goes out: may this agency be told what it says?\n")?;
        }
    }
    if asked.protect {
        say(&protected(places.len() + 1))?;
    }
    match &place {
        Some(place) if asked.open => open::open(place)?,
        _ => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// What the passphrase opens, and what to mind.
fn protected(files: usize) -> String {
    let one =
        "It opens with the passphrase only, and nothing was written beside it. Send the passphrase by another way.\n";
    if files == 1 {
        return one.to_owned();
    }
    format!(
        "Each of the {files} files opens with the passphrase only, and nothing was written beside them. Send the passphrase by \
         another way. It is one passphrase for all: build again with another before a file goes to somebody who may not \
         open the rest.\n"
    )
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
