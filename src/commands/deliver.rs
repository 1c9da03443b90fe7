//! Handing a page over: as it is, or closed under a passphrase.

use super::secret;
use super::write::Set;
use lifespan::error::Error;
use lifespan::report::protect::{Passphrase, protect};

/// How pages leave.
pub enum Delivery {
    /// As they are.
    Open,
    /// Each in a file of its own that this passphrase opens.
    Protected(Passphrase),
}

impl Delivery {
    /// Adds a file to those that are written together. A protected one is a page, under a name that tells nothing.
    pub fn add(&self, set: &mut Set<'_>, name: &str, bytes: &[u8]) -> Result<(), Error> {
        match self {
            Delivery::Open => set.add(name, bytes),
            Delivery::Protected(passphrase) => {
                let letters: String = secret::unforeseen::<4>()?.iter().map(|byte| format!("{byte:02x}")).collect();
                let page = protect(bytes, passphrase, &secret::fresh()?)?;
                set.add(&format!("protected-{letters}.html"), page.as_bytes())
            }
        }
    }
}
