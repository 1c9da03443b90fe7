//! The files that a build makes, before any is written.

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
}

/// The chronology in the form asked for, and what goes with it.
pub struct Set {
    /// The chronology.
    pub main: Made,
    /// What goes with it.
    pub beside: Vec<Made>,
}

const LETTER: &str = "Open questions to an agency are in";

impl Made {
    /// Every word in it, wherever it stands, in a packed file too.
    pub fn words(&self) -> Result<Cow<'_, str>, Error> {
        if !(self.name.ends_with(".xlsx") || self.name.ends_with(".docx")) {
            return Ok(String::from_utf8_lossy(&self.bytes));
        }
        office_words(&self.bytes).map(Cow::Owned).map_err(|cause| {
            Error::new(
                &self.name,
                format!("it cannot be searched: {cause}"),
                "report it: this is a fault of the program",
            )
        })
    }
}

impl Set {
    /// Every file.
    pub fn files(&self) -> impl Iterator<Item = &Made> {
        std::iter::once(&self.main).chain(&self.beside)
    }

    /// Whether letters to agencies are among them.
    pub fn letters(&self) -> bool {
        self.beside.iter().any(|file| file.what == LETTER)
    }
}

/// Makes them.
pub fn set(asked: &Build, copy: &Copy) -> Result<Set, Error> {
    let (account, stem) = (&copy.account, stem(asked, copy));
    let main = account.edition.as_ref().map_or("chronology", |one| one.edition.word());
    let beside =
        |name: &str, words: String, what| Made { name: format!("{stem}-{name}"), bytes: words.into_bytes(), what };
    let mut set = Vec::new();
    let for_referral = asked.purpose == Some(Purpose::Referral);
    let bytes = match asked.format {
        Format::Json => json::json(account)?.into_bytes(),
        Format::Csv => sheet::csv(account)?.into_bytes(),
        Format::Xlsx => sheet::xlsx(account)?,
        Format::Docx => word::docx(account, for_referral)?,
        Format::Html if for_referral => {
            let referral = pages::referral(account)?;
            let questions = "The questions of the receiving service are in";
            set.push(beside("questions-of-the-service.html", referral.questions, questions));
            for (agency, letter) in referral.letters {
                let agency = write::safe_name(&agency.0).unwrap_or_else(|| "agency".to_owned());
                set.push(beside(&format!("questions-to-{agency}.html"), letter, LETTER));
            }
            referral.page.into_bytes()
        }
        Format::Html => pages::chronology(account)?.into_bytes(),
    };
    // A protected page has it inside, and nothing is written beside one.
    if let Some(manifest) = account.edition.as_ref().filter(|_| !asked.protect) {
        let what = "What this copy leaves out, and why, is in";
        set.push(beside(&format!("{main}-manifest.json"), json::of(manifest)?, what));
    }
    let name = format!("{stem}-{main}.{}", asked.format.ending());
    Ok(Set { main: Made { name, bytes, what: "The chronology is in" }, beside: set })
}

/// How the files' names begin: the case's reference, else the folder's name, which may say who it is about and begins
/// no name of a copy that leaves out names.
pub fn stem(asked: &Build, copy: &Copy) -> String {
    let reference = copy.account.case.reference.as_deref().and_then(write::safe_name);
    let folder = || asked.case.canonicalize().ok().and_then(|path| write::safe_name(path.file_name()?.to_str()?));
    let folder = || folder().filter(|_| matches!(asked.purpose, None | Some(Purpose::RapidReview)));
    reference.or_else(folder).unwrap_or_else(|| "case".to_owned())
}
