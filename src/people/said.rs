//! What each entry says of people by itself: collected once, however often people are put together.

use super::clue::{self, Clue};
use super::standpoint::Standpoint;
use crate::model::{Entry, FrontSheet, Reading};

/// What one entry says of people.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// As though the entry were the first.
    clues: Vec<Clue>,
    /// Which of them each mention went into.
    clue_of: Vec<Option<usize>>,
}

impl Said {
    /// What the entry says.
    pub fn of(front: &FrontSheet, entry: &Entry, reading: &Reading) -> Said {
        let mut clues = Vec::new();
        let clue_of = clue::collect(0, entry, reading, front, &mut clues);
        Said { clues, clue_of }
    }

    /// Lays the clues behind those that are there, for the entry at this place. Gives the clue of each mention.
    pub fn lay(&self, entry: usize, clues: &mut Vec<Clue>) -> Vec<Option<usize>> {
        let first = clues.len();
        clues.extend(self.clues.iter().map(|clue| moved(clue, entry, first)));
        self.clue_of.iter().map(|clue| clue.map(|clue| first + clue)).collect()
    }
}

/// A clue of the entry at this place, whose first clue has this index.
fn moved(clue: &Clue, entry: usize, first: usize) -> Clue {
    let mut clue = Clue { entry, ..clue.clone() };
    for claim in &mut clue.claims {
        if let Standpoint::Clue(other) = claim.of {
            claim.of = Standpoint::Clue(first + other);
        }
    }
    clue
}
