//! Handing a page over: as it is, or closed under a passphrase.

use super::{secret, write};
use lifespan::error::Error;
use lifespan::report::protect::{Passphrase, protect};
use std::path::{Path, PathBuf};

/// How pages leave.
pub enum Delivery {
    /// As they are.
    Open,
    /// Each in a file of its own that this passphrase opens.
    Protected(Passphrase),
}

impl Delivery {
    /// Writes a file into a folder and says where it is. A protected one is a page, under a name that tells nothing.
    pub fn file(&self, folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
        match self {
            Delivery::Open => write::whole_bytes(folder, name, bytes),
            Delivery::Protected(passphrase) => {
                let letters: String = secret::unforeseen::<4>()?.iter().map(|byte| format!("{byte:02x}")).collect();
                write::whole(
                    folder,
                    &format!("protected-{letters}.html"),
                    &protect(bytes, passphrase, &secret::fresh()?)?,
                )
            }
        }
    }
}
