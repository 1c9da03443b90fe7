//! Something about what was sent that a person should look at. It never stops a run.

use schemars::JsonSchema;
use serde::Serialize;

/// What was odd, where, what was made of it, and how to mend it, in words for someone who does not program.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Note {
    /// File, and where known the sheet and row: `returns/police.csv:5`.
    pub at: String,
    /// What was found, quoting the words of the return where that helps.
    pub what: String,
    /// What was done about it.
    pub done: String,
    /// How a person can mend it; empty when nothing need be done.
    pub mend: String,
}

/// A value together with the notes made on the way to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted<T> {
    /// What was made.
    pub value: T,
    /// What a person should look at.
    pub notes: Vec<Note>,
}
