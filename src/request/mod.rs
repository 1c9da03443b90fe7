//! What is sent to an agency: a form to fill in, and a covering page with every name to search.
//!
//! The form comes back through [`crate::ingest`] without any mapping: its headings are known, and its other sheets
//! carry [`MARK`](crate::ingest::form::MARK), by which they are told from tables of events.

mod cover;
mod form;
mod names;

pub use cover::cover;
pub use form::form;
pub use names::{Found, Search};

use crate::model::{Agency, FrontSheet};

/// One agency asked, and what it is to search.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The case.
    pub front: &'a FrontSheet,
    /// The agency.
    pub agency: &'a Agency,
    /// Everyone to search for, under every name.
    pub searches: Vec<Search>,
}

impl<'a> Request<'a> {
    /// The request to one agency: the people of the front sheet, and what was found since.
    pub fn new(front: &'a FrontSheet, agency: &'a Agency, found: &Found) -> Self {
        Request { front, agency, searches: names::searches(front, found) }
    }

    /// The day the form is made for: the day the agency was asked, else the day the case speaks from.
    fn day(&self) -> Option<chrono::NaiveDate> {
        self.agency.asked_on.as_ref().map(|when| when.latest).or(self.front.as_at)
    }
}
