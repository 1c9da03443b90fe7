//! `lifespan verify`: makes a page again from its case folder and compares.

use super::build::{self, Told};
use super::progress::Progress;
use super::review::Earlier;
use super::say::say;
use crate::cli::Verify;
use lifespan::digest;
use lifespan::error::Error;
use lifespan::report::provenance::{Form, Stamp};
use lifespan::report::{json, pages, verify};
use std::path::Path;
use std::process::ExitCode;

/// Says whether a page is what the case gives; ends with 1 where it is not.
pub fn run(asked: &Verify) -> Result<ExitCode, Error> {
    let progress = Progress::start();
    let page = words(&asked.page)?;
    let stamp = Stamp::of(&page).ok_or_else(|| {
        Error::new(
            asked.page.display().to_string(),
            "it does not say how it was made",
            "Give a chronology that lifespan made, the page or the JSON output, as it was written.",
        )
    })?;
    let told = Told {
        as_at: Some(stamp.as_at),
        edition: stamp.edition,
        since: since(asked, &stamp)?,
        known_on: &stamp.known_on,
    };
    let account = build::copy(&asked.case, told, &progress)?.account;
    let again = match stamp.form {
        Form::Chronology => pages::chronology(&account)?,
        Form::Referral => pages::referral(&account)?.page,
        Form::Json => json::json(&account)?,
    };
    drop(progress);
    let differences = verify::differences(&page, &stamp, &again, &account.provenance);
    let (page, case) = (asked.page.display(), asked.case.display());
    if differences.is_empty() {
        say(&format!("The same: {page} is what {case} gives, to the last byte.\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    say(&format!("Not the same: {page} is not what {case} gives now.\n  {}\n", differences.join("\n  ")))?;
    Ok(ExitCode::from(1))
}

/// The earlier build with which the page was compared, under the name that it then had.
fn since(asked: &Verify, stamp: &Stamp) -> Result<Option<Earlier>, Error> {
    let Some(said) = &stamp.since else { return Ok(None) };
    let refuse = |what: &str| {
        let at = asked.page.display().to_string();
        Error::new(at, what, format!("Give with --since the JSON output that was called {}.", said.file))
    };
    let place = asked.since.as_deref().ok_or_else(|| refuse("it says what changed since an earlier build"))?;
    let earlier = Earlier::open(place)?;
    if digest::hex(&earlier.bytes) != said.sha256 {
        return Err(refuse("it was compared with another build than the one given"));
    }
    Ok(Some(Earlier { name: said.file.clone(), ..earlier }))
}

/// The words of the page.
fn words(page: &Path) -> Result<String, Error> {
    let unreadable = |what: String| {
        Error::new(page.display().to_string(), what, "Give a chronology that lifespan made, as it was written.")
    };
    let bytes = std::fs::read(page).map_err(|cause| unreadable(format!("the page cannot be read: {cause}")))?;
    String::from_utf8(bytes).map_err(|_| unreadable("this is no page that lifespan made".to_owned()))
}
