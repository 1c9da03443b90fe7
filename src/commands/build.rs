//! `lifespan build`: a case folder in, one chronology out.

use super::say::say;
use super::{clock, open, progress::Progress, write};
use crate::cli::{Build, Format, Purpose};
use chrono::NaiveDate;
use lifespan::account::Account;
use lifespan::error::Error;
use lifespan::report::pages::Referral;
use lifespan::report::{self, json, pages, summary};
use lifespan::{Known, Record, findings, ingest};
use std::path::Path;
use std::process::ExitCode;

/// Builds the chronology, writes it, and says what a person should know about it.
pub fn run(asked: &Build) -> Result<ExitCode, Error> {
    let progress = Progress::start();
    let account = account(&asked.case, asked.as_at, &progress)?;
    progress.say("Writing");
    let referral = match (asked.format, asked.purpose) {
        (Format::Html, Some(Purpose::Referral)) => Some(pages::referral(&account)?),
        _ => None,
    };
    let form = match (asked.format, &referral) {
        (Format::Html, Some(referral)) => referral.page.clone(),
        (Format::Html, None) => pages::chronology(&account)?,
        (Format::Json, _) => json::json(&account)?,
    };
    let mut set = write::Set::new(asked.out.as_deref().unwrap_or(Path::new(".")));
    if asked.format == Format::Html || asked.out.is_some() {
        set.add(&name(asked, &account), form.as_bytes())?;
    }
    referral.map_or(Ok(()), |referral| add_beside(&mut set, &stem(asked, &account), &referral))?;
    let mut places = set.place()?.into_iter();
    let (place, beside) = (places.next(), places.as_slice());
    drop(progress);
    match &place {
        None => say(&form)?,
        Some(place) => say(&format!("{}\nThe chronology is in {}\n", summary::summary(&account), place.display()))?,
    }
    if let Some((questions, letters)) = beside.split_last() {
        say(&format!("The questions of the receiving service are in {}\n", questions.display()))?;
        letters
            .iter()
            .try_for_each(|letter| say(&format!("Open questions to an agency are in {}\n", letter.display())))?;
        say("Before a letter goes out: may this agency be told what it says?\n")?;
    }
    match &place {
        Some(place) if asked.open => open::open(place)?,
        _ => {}
    }
    Ok(ExitCode::SUCCESS)
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
fn add_beside(set: &mut write::Set<'_>, stem: &str, referral: &Referral) -> Result<(), Error> {
    for (agency, page) in &referral.letters {
        let agency = write::safe_name(&agency.0).unwrap_or_else(|| "agency".to_owned());
        set.add(&format!("{stem}-questions-to-{agency}.html"), page.as_bytes())?;
    }
    set.add(&format!("{stem}-questions-of-the-service.html"), referral.questions.as_bytes())
}

/// The file's name: the case's reference, else the folder's name.
fn name(asked: &Build, account: &Account) -> String {
    let ending = if asked.format == Format::Html { "html" } else { "json" };
    format!("{}-chronology.{ending}", stem(asked, account))
}

fn stem(asked: &Build, account: &Account) -> String {
    let reference = account.case.reference.as_deref().and_then(write::safe_name);
    let folder = || asked.case.canonicalize().ok().and_then(|path| write::safe_name(path.file_name()?.to_str()?));
    reference.or_else(folder).unwrap_or_else(|| "case".to_owned())
}
