//! `lifespan build`: a case folder in, one chronology out.

use super::say::say;
use super::{clock, deliver::Delivery, open, progress::Progress, secret, write};
use crate::cli::{self, Build, Format, Purpose};
use chrono::NaiveDate;
use lifespan::account::Account;
use lifespan::error::Error;
use lifespan::report::pages::Referral;
use lifespan::report::{self, json, pages, sheet, summary, word};
use lifespan::{Known, Record, findings, ingest};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Builds the chronology, writes it, and says what a person should know about it.
pub fn run(asked: &Build) -> Result<ExitCode, Error> {
    if asked.protect && asked.format != Format::Html {
        cli::wrong("--protect closes a page: leave --format out, or leave --protect out");
    }
    let progress = Progress::start();
    let account = account(&asked.case, asked.as_at, &progress)?;
    drop(progress);
    let delivery = match asked.protect {
        true => Delivery::Protected(secret::passphrase(asked.passphrase_fd, &account)?),
        false => Delivery::Open,
    };
    let progress = Progress::start();
    progress.say("Writing");
    let referral = match (asked.format, asked.purpose) {
        (Format::Html, Some(Purpose::Referral)) => Some(pages::referral(&account)?),
        _ => None,
    };
    let form = match (asked.format, &referral) {
        (Format::Html, Some(referral)) => referral.page.clone().into_bytes(),
        (Format::Html, None) => pages::chronology(&account)?.into_bytes(),
        (Format::Json, _) => json::json(&account)?.into_bytes(),
        (Format::Csv, _) => sheet::csv(&account)?.into_bytes(),
        (Format::Xlsx, _) => sheet::xlsx(&account)?,
        (Format::Docx, _) => word::docx(&account, asked.purpose == Some(Purpose::Referral))?,
    };
    let place = match (asked.format, &asked.out) {
        (Format::Json, None) => None,
        (_, folder) => {
            Some(delivery.file(folder.as_deref().unwrap_or(Path::new(".")), &name(asked, &account), &form)?)
        }
    };
    let beside = referral.map_or_else(|| Ok(Vec::new()), |referral| beside(asked, &account, &referral, &delivery))?;
    drop(progress);
    match &place {
        None => say(&String::from_utf8_lossy(&form))?,
        Some(place) => say(&format!("{}\nThe chronology is in {}\n", summary::summary(&account), place.display()))?,
    }
    if let Some((questions, letters)) = beside.split_last() {
        say(&format!("The questions of the receiving service are in {}\n", questions.display()))?;
        letters
            .iter()
            .try_for_each(|letter| say(&format!("Open questions to an agency are in {}\n", letter.display())))?;
        say("Before a letter goes out: may this agency be told what it says?\n")?;
    }
    if asked.protect {
        say(&protected(beside.len() + 1))?;
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

/// The case, read and examined.
pub fn account(folder: &Path, as_at: Option<NaiveDate>, progress: &Progress) -> Result<Account, Error> {
    progress.say("Reading the returns");
    let case = ingest::case::open_on(folder, as_at, clock::today())?;
    let as_at = as_at.or(case.front.as_at).unwrap_or_else(clock::today);
    progress.say("Putting the history together");
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    progress.say("Looking at what it means");
    let findings = findings::examine(&record, &history);
    Ok(report::account(&record, &history, &findings))
}

/// Writes the letters and, last, the questions of the receiving service.
fn beside(asked: &Build, account: &Account, referral: &Referral, delivery: &Delivery) -> Result<Vec<PathBuf>, Error> {
    let folder = asked.out.as_deref().unwrap_or(Path::new("."));
    let named = |what: &str| format!("{}-{what}.html", stem(&asked.case, account));
    let letters = referral.letters.iter().map(|(agency, page)| {
        let agency = write::safe_name(&agency.0).unwrap_or_else(|| "agency".to_owned());
        delivery.file(folder, &named(&format!("questions-to-{agency}")), page.as_bytes())
    });
    letters.chain([delivery.file(folder, &named("questions-of-the-service"), referral.questions.as_bytes())]).collect()
}

/// The file's name: the case's reference, else the folder's name.
fn name(asked: &Build, account: &Account) -> String {
    format!("{}-chronology.{}", stem(&asked.case, account), asked.format.ending())
}

/// What a case's files are called by: its reference, else its folder.
pub fn stem(case: &Path, account: &Account) -> String {
    let reference = account.case.reference.as_deref().and_then(write::safe_name);
    let folder = || case.canonicalize().ok().and_then(|path| write::safe_name(path.file_name()?.to_str()?));
    reference.or_else(folder).unwrap_or_else(|| "case".to_owned())
}
