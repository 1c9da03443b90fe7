//! The ledger of an extract: for each file, where every row went.

use std::collections::BTreeMap;

/// Where a row went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Went {
    /// To a case's return.
    Return,
    /// To the front sheets of cases: who somebody is.
    Front,
    /// Into the words of other rows: the name of a worker or a team.
    Named,
    /// To no case, for a reason.
    Aside(String),
}

/// The rows of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The file.
    pub file: String,
    /// Rows below the heading.
    pub rows: usize,
    /// Rows in cases' returns.
    pub returns: usize,
    /// Rows in cases' front sheets.
    pub fronts: usize,
    /// Rows that name workers or teams.
    pub named: usize,
    /// Rows set aside, by reason.
    pub aside: BTreeMap<String, usize>,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(file: &str) -> Self {
        Tally { file: file.to_owned(), ..Tally::default() }
    }

    /// Counts a row.
    pub fn count(&mut self, went: &Went) {
        self.rows += 1;
        match went {
            Went::Return => self.returns += 1,
            Went::Front => self.fronts += 1,
            Went::Named => self.named += 1,
            Went::Aside(reason) => *self.aside.entry(reason.clone()).or_default() += 1,
        }
    }

    /// Rows set aside.
    pub fn set_aside(&self) -> usize {
        self.aside.values().sum()
    }

    /// Whether every row is accounted for.
    pub fn adds_up(&self) -> bool {
        self.rows == self.returns + self.fronts + self.named + self.set_aside()
    }
}
