//! Handing a file over: as it is, or closed under a passphrase.

use super::made::Made;
use super::{secret, write};
use lifespan::error::Error;
use lifespan::report::pages;
use lifespan::report::protect::{Passphrase, protect};
use std::path::{Path, PathBuf};

/// How files leave.
pub enum Delivery {
    /// As they are.
    Open,
    /// Each in a page of its own that this passphrase opens.
    Protected(Passphrase),
}

impl Delivery {
    /// Writes a file into a folder and says where it is. A protected one is a page, under a name that tells nothing.
    pub fn file(&self, folder: &Path, file: &Made) -> Result<PathBuf, Error> {
        let Delivery::Protected(passphrase) = self else { return write::whole_bytes(folder, &file.name, &file.bytes) };
        let words = file.words()?;
        let page = match file.name.ends_with(".html") {
            true => words.into_owned(),
            false => pages::text(file.what.trim_end_matches(" is in").trim_end_matches(':'), &words)?,
        };
        let letters: String = secret::unforeseen::<4>()?.iter().map(|byte| format!("{byte:02x}")).collect();
        let closed = protect(page.as_bytes(), passphrase, &secret::fresh()?)?;
        write::whole(folder, &format!("protected-{letters}.html"), &closed)
    }
}
