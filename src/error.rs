//! What stops a run. Anything less is a [`Note`](crate::model::Note).

use std::fmt;

/// Why the case could not be built: what is wrong, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The file or folder, and where known line and column.
    pub at: String,
    /// What is wrong, in words for someone who does not program.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl Error {
    /// An error at a place.
    pub fn new(at: impl Into<String>, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Error { at: at.into(), what: what.into(), mend: mend.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n  To mend it: {}", self.at, self.what, self.mend)
    }
}

impl std::error::Error for Error {}
