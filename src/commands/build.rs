//! `lifespan build`: a case folder in, one chronology out.

use super::edition::Copy;
use super::made::{self, Made, Set};
use super::review::{self, Earlier};
use super::say::say;
use super::write::{self, Together};
use super::{clock, deliver::Delivery, open, progress::Progress, secret};
use crate::cli::{self, Build, Format, Purpose};
use chrono::NaiveDate;
use lifespan::account::{Account, Edition};
use lifespan::error::Error;
use lifespan::report::{self, json, summary};
use lifespan::{Known, Record, findings, ingest};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Builds the chronology, writes it, and says what a person should know about it.
pub fn run(asked: &Build) -> Result<ExitCode, Error> {
    if asked.protect && asked.format != Format::Html {
        cli::wrong("--protect closes a page: leave --format out, or leave --protect out");
    }
    let for_review = !asked.as_known_on.is_empty() || asked.since.is_some();
    if for_review && asked.purpose != Some(Purpose::RapidReview) {
        cli::wrong("--since and --as-known-on belong to a rapid review: add --for rapid-review, or leave them out");
    }
    let progress = Progress::start();
    let told = Told {
        as_at: asked.as_at,
        edition: asked.purpose.map(Purpose::edition),
        since: asked.since.as_deref().map(Earlier::open).transpose()?,
        known_on: &asked.as_known_on,
    };
    let copy = copy(&asked.case, told, &progress)?;
    drop(progress);
    let delivery = match asked.protect {
        true => Delivery::Protected(secret::passphrase(asked.passphrase_fd, &copy.guessable)?),
        false => Delivery::Open,
    };
    let progress = Progress::start();
    progress.say("Writing");
    let set = made::set(asked, &copy)?;
    if copy.leaves_out() {
        copy.check("", &json::json(&copy.account)?)?;
        set.files().try_for_each(|file| copy.check(&file.name, &file.words()?))?;
    }
    let (place, places) = written(asked, &copy, &set, &delivery)?;
    drop(progress);
    match &place {
        None => say(&set.main.words()?)?,
        Some(place) => {
            say(&format!("{}\nThe chronology is in {}\n", summary::summary(&copy.account), place.display()))?;
            places.iter().try_for_each(|(what, place)| say(&format!("{what} {}\n", place.display())))?;
        }
    }
    if set.letters() {
        say("Before a letter goes out: may this agency be told what it says?\n")?;
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

/// What a person is told of the file that says who stands behind each role.
const KEY: &str = "Who stands behind each role is in a file to be kept apart:";

/// Where a file is, and what a person is told it is.
type Place = (&'static str, PathBuf);

/// Writes the chronology, unless it goes to the terminal, what goes with it, and the key.
fn written(asked: &Build, copy: &Copy, set: &Set, delivery: &Delivery) -> Result<(Option<PathBuf>, Vec<Place>), Error> {
    let mut together = Together::new(asked.out.as_deref().unwrap_or(Path::new(".")));
    let to_terminal = asked.format == Format::Json && asked.out.is_none();
    if !to_terminal {
        delivery.add(&mut together, &set.main)?;
    }
    let mut what: Vec<&'static str> = Vec::new();
    for file in &set.beside {
        delivery.add(&mut together, file)?;
        what.push(file.what);
    }
    if let Some(key) = &copy.key {
        let name = format!("{}-key.json", made::stem(asked, copy));
        let made = Made { name, bytes: json::of(key)?.into_bytes(), what: KEY };
        delivery.add(&mut together, &made)?;
        what.push(KEY);
    }
    let mut written = together.place()?.into_iter();
    let place = if to_terminal { None } else { written.next() };
    let places = what.into_iter().zip(written).collect();
    Ok((place, places))
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

/// How a case is to be told.
#[derive(Default)]
pub struct Told<'t> {
    /// The day to speak from.
    pub as_at: Option<NaiveDate>,
    /// For whom.
    pub edition: Option<Edition>,
    /// What a rapid review is compared with.
    pub since: Option<Earlier>,
    /// The days of which a rapid review tells what could have been known.
    pub known_on: &'t [NaiveDate],
}

/// The case, read, examined and made ready for its reader.
pub fn copy(folder: &Path, told: Told<'_>, progress: &Progress) -> Result<Copy, Error> {
    progress.say("Reading the returns");
    lifespan::reading::prepare();
    let case = ingest::case::open_on(folder, told.as_at, clock::today())?;
    let as_at = told.as_at.or(case.front.as_at).unwrap_or_else(clock::today);
    review::not_later(told.known_on, as_at)?;
    progress.say("Putting the history together");
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    progress.say("Looking at what it means");
    let findings = findings::examine(&record, &history);
    let mut account = report::account(&record, &history, &findings);
    if told.edition == Some(Edition::RapidReview) {
        progress.say("Looking back");
        account.as_known = Some(report::as_known(&record, &history, &account, told.known_on));
        let changes = told.since.map(|earlier| report::changes(&account, &earlier.name, &earlier.bytes));
        account.changes = changes.transpose()?;
    }
    Ok(Copy::of(told.edition, &record, &history, account))
}

/// What a case's files are called by: its reference, else its folder.
pub fn stem(case: &Path, account: &Account) -> String {
    let reference = account.case.reference.as_deref().and_then(write::safe_name);
    let folder = || case.canonicalize().ok().and_then(|path| write::safe_name(path.file_name()?.to_str()?));
    reference.or_else(folder).unwrap_or_else(|| "case".to_owned())
}
