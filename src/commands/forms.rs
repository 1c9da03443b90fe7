//! The files that a build makes: the chronology in the form asked for, and what goes with it.

use super::edition::Copy;
use super::write;
use crate::cli::{Build, Format, Purpose};
use lifespan::error::Error;
use lifespan::ingest::office_words::office_words;
use lifespan::report::{json, pages, sheet, word};
use std::borrow::Cow;

/// A file that is made.
pub struct Made {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What a person is told it is.
    pub what: &'static str,
    /// Whether it is no part of a reader's copy, and holds what that copy leaves out.
    pub kept_apart: bool,
}

impl Made {
    fn new(name: String, bytes: Vec<u8>, what: &'static str) -> Self {
        Made { name, bytes, what, kept_apart: false }
    }

    /// Every word in it, wherever it stands.
    pub fn words(&self) -> Result<Cow<'_, str>, Error> {
        if self.name.ends_with(".xlsx") || self.name.ends_with(".docx") {
            let words = office_words(&self.bytes);
            return words.map(Cow::Owned).map_err(|cause| {
                Error::new(
                    &self.name,
                    format!("it cannot be searched: {cause}"),
                    "report it: this is a fault of the program",
                )
            });
        }
        Ok(String::from_utf8_lossy(&self.bytes))
    }
}

const MAIN: &str = "The chronology is in";
const KEY: &str = "Who stands behind each role is in a file to be kept apart:";

/// The chronology in the form asked for, and what goes with it, under names that begin alike.
pub fn forms(asked: &Build, copy: &Copy, stem: &str) -> Result<(Made, Vec<Made>), Error> {
    let account = &copy.account;
    let referral = asked.purpose == Some(Purpose::Referral);
    let kind = account.edition.as_ref().map_or("chronology", |one| one.edition.word());
    let mut beside = Vec::new();
    let bytes = match asked.format {
        Format::Json => json::json(account)?.into_bytes(),
        Format::Csv => sheet::csv(account)?.into_bytes(),
        Format::Xlsx => sheet::xlsx(account)?,
        Format::Docx => word::docx(account, referral)?,
        Format::Html if referral => {
            let made = pages::referral(account)?;
            let questions = format!("{stem}-questions-of-the-service.html");
            let what = "The questions of the receiving service are in";
            beside.push(Made::new(questions, made.questions.into_bytes(), what));
            for (agency, letter) in made.letters {
                let agency = write::safe_name(&agency.0).unwrap_or_else(|| "agency".to_owned());
                let name = format!("{stem}-questions-to-{agency}.html");
                beside.push(Made::new(name, letter.into_bytes(), "Open questions to an agency are in"));
            }
            made.page.into_bytes()
        }
        Format::Html => pages::chronology(account)?.into_bytes(),
    };
    if let Some(manifest) = &account.edition {
        let name = format!("{stem}-{kind}-manifest.json");
        beside.push(Made::new(name, json::of(manifest)?.into_bytes(), "What this copy leaves out, and why, is in"));
    }
    if let Some(key) = &copy.key {
        let made = Made::new(format!("{stem}-key.json"), json::of(key)?.into_bytes(), KEY);
        beside.push(Made { kept_apart: true, ..made });
    }
    Ok((Made::new(format!("{stem}-{kind}.{}", asked.format.ending()), bytes, MAIN), beside))
}
