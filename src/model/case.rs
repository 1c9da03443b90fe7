//! All that a run reads: the front sheet, the returns, and what people have decided.

use super::{Decision, Entry, FrontSheet, Note, Return};

/// A case as it was sent, before anything is concluded from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// `case.json`.
    pub front: FrontSheet,
    /// One for each file below `returns/`, in the order of their paths.
    pub returns: Vec<Return>,
    /// What people have decided, in the order of `decisions.json`; those taken back too.
    pub decisions: Vec<Decision>,
    /// Every file that was read, in the order in which it was.
    pub inputs: Vec<Input>,
    /// What a person should look at in the front sheet or the folder; notes of a return stand with it.
    pub notes: Vec<Note>,
}

impl Case {
    /// Every row that is read: dated and undated, in the order of the returns.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.returns.iter().flat_map(|sent| sent.entries.iter().chain(&sent.undated))
    }
}

/// A file that was read, so that a later run can say whether it is still the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Path below the case folder.
    pub file: String,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}
