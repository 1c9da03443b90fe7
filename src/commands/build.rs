//! `lifespan build`: a case folder in, one chronology out.

use super::say::say;
use super::write::Set;
use super::{clock, deliver::Delivery, open, progress::Progress, secret, write};
use crate::cli::{self, Build, Format, Purpose};
use chrono::NaiveDate;
use lifespan::account::Account;
use lifespan::error::Error;
use lifespan::report::pages::Referral;
use lifespan::report::{self, json, pages, sheet, summary, word};
use lifespan::{Known, Record, findings, ingest};
use std::path::Path;
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
    let mut set = Set::new(asked.out.as_deref().unwrap_or(Path::new(".")));
    if asked.format != Format::Json || asked.out.is_some() {
        delivery.add(&mut set, &name(asked, &account), &form)?;
    }
    referral.map_or(Ok(()), |referral| add_beside(&mut set, &stem(asked, &account), &referral, &delivery))?;
    let mut places = set.place()?.into_iter();
    let (place, beside) = (places.next(), places.as_slice());
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

/// Adds the letters and, last, the questions of the receiving service.
fn add_beside(set: &mut Set<'_>, stem: &str, referral: &Referral, delivery: &Delivery) -> Result<(), Error> {
    for (agency, page) in &referral.letters {
        let agency = write::safe_name(&agency.0).unwrap_or_else(|| "agency".to_owned());
        delivery.add(set, &format!("{stem}-questions-to-{agency}.html"), page.as_bytes())?;
    }
    delivery.add(set, &format!("{stem}-questions-of-the-service.html"), referral.questions.as_bytes())
}

/// The file's name: the case's reference, else the folder's name.
fn name(asked: &Build, account: &Account) -> String {
    format!("{}-chronology.{}", stem(asked, account), asked.format.ending())
}

fn stem(asked: &Build, account: &Account) -> String {
    let reference = account.case.reference.as_deref().and_then(write::safe_name);
    let folder = || asked.case.canonicalize().ok().and_then(|path| write::safe_name(path.file_name()?.to_str()?));
    reference.or_else(folder).unwrap_or_else(|| "case".to_owned())
}
