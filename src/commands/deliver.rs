//! Handing a file over: as it is, or closed under a passphrase.

use super::made::Made;
use super::secret;
use super::write::Together;
use lifespan::error::Error;
use lifespan::report::pages;
use lifespan::report::protect::{Passphrase, protect};

/// How files leave.
pub enum Delivery {
    /// As they are.
    Open,
    /// Each in a page of its own that this passphrase opens.
    Protected(Passphrase),
}

impl Delivery {
    /// Adds a file to those that are written together. A protected one is a page, under a name that tells nothing.
    pub fn add(&self, set: &mut Together<'_>, file: &Made) -> Result<(), Error> {
        let Delivery::Protected(passphrase) = self else { return set.add(&file.name, &file.bytes) };
        let words = file.words()?;
        let page = match file.name.ends_with(".html") {
            true => words.into_owned(),
            false => pages::text(file.what.trim_end_matches(" is in").trim_end_matches(':'), &words)?,
        };
        let letters: String = secret::unforeseen::<4>()?.iter().map(|byte| format!("{byte:02x}")).collect();
        let closed = protect(page.as_bytes(), passphrase, &secret::fresh()?)?;
        set.add(&format!("protected-{letters}.html"), closed.as_bytes())
    }
}
