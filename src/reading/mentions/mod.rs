//! The people an entry names: names, kin words, unknown people, groups and pronouns.

mod agent;
mod ages;
mod apposition;
mod behind;
mod beside;
mod client;
mod equated;
mod head;
mod kin;
mod labels;
mod letters;
mod named;
mod noun;
mod owners;
mod phrase;
mod pronouns;
mod record;

pub use ages::spelled;

use super::antecedent::Pronoun;
use super::page::Page;
use super::scene::{Np, Scene};
use crate::model::Kin;
use rustc_hash::FxHashMap;

/// Kin words met so far and the path each means.
pub type KinCache = FxHashMap<String, Option<Kin>>;

/// Finds the people of one entry.
pub struct Finder<'a> {
    /// Being built.
    pub scene: Scene<'a>,
    /// Told text of each cell.
    pub cells: &'a FxHashMap<usize, &'a str>,
    /// Which of them hold only people.
    pub people_cells: Vec<usize>,
    /// Shared between entries.
    pub kin: &'a mut KinCache,
    /// What pronouns without antecedent mean.
    pub child: Pronoun,
}

impl Finder<'_> {
    /// Finds everybody, in order.
    pub fn run(&mut self) {
        self.scene.np_at = vec![0; self.scene.page.len()];
        let mut i = 0;
        while i < self.scene.page.len() {
            self.find_client(i);
            i = match self.noun_phrase(i).or_else(|| self.pronoun(i)) {
                Some(last) => last + 1,
                None => i + 1,
            };
        }
        self.equate();
        self.ages_stated();
        self.scene.tell_ages();
    }

    fn page(&self) -> &Page {
        &self.scene.page
    }

    fn in_column(&self, token: usize) -> bool {
        self.page().token(token).is_some_and(|token| self.people_cells.contains(&(token.cell as usize)))
    }

    fn one_sentence(&self, a: usize, b: usize) -> bool {
        b < self.page().len() && self.page().sentence_of(a) == self.page().sentence_of(b)
    }

    fn push(&mut self, np: Np) -> usize {
        let index = self.scene.nps.len();
        if !np.nested {
            for at in &mut self.scene.np_at[np.first..=np.last] {
                *at = index as u32 + 1;
            }
        }
        self.scene.nps.push(np);
        index
    }

    /// The entry's own words for tokens of one cell.
    fn words(&self, first: usize, last: usize) -> String {
        let (cell, start, end) = self.scene.span(first, last);
        self.cells.get(&cell).and_then(|text| text.get(start..end)).unwrap_or_default().to_owned()
    }
}
