//! Which words with a capital are people's names.
//!
//! Full names are looked for in all entries first, so that a bare surname or given name is found later. A
//! capital alone is not enough: a list of given names, the front sheet, or how the word stands must agree.

mod around;
mod bodies;
mod find;
mod full;
mod initials;
mod learn;
mod single;
mod words;

pub use bodies::SERVICE_STAFF;
pub use words::{age, ordinary_ending, suffix};

use super::groups::Group;
use super::lexicon::Lexicon;
use super::page::Page;
use crate::model::{Sex, When};
use rustc_hash::{FxHashMap, FxHashSet};
use words::GIVEN;

/// Names known in this case.
#[derive(Debug, Default)]
pub struct Book {
    given: FxHashMap<String, Option<Sex>>,
    surnames: FxHashSet<String>,
    front: FxHashSet<String>,
    initials: FxHashSet<String>,
    /// Folded full names met in any entry, of nobody who works with the family.
    met: FxHashSet<(String, String)>,
    /// Initials that one of those has, and nobody of the front sheet.
    met_initials: FxHashSet<String>,
    staff: FxHashSet<String>,
    /// The names of the agencies that were asked, folded, word by word.
    bodies: Vec<Vec<String>>,
    /// When people of the front sheet were born, by folded given name and by full name; none where two bear it.
    born: FxHashMap<String, Option<When>>,
    /// Letters that begin any given name of the front sheet.
    borne: FxHashSet<char>,
    /// Letters that begin one given name of the front sheet only.
    letters: FxHashSet<char>,
    /// First letter of the child's given name: schools write "C" for Chloe.
    pub child_letter: Option<char>,
    /// Folded given names and initials of the child.
    pub child: FxHashSet<String>,
}

/// A name found in the text, as tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Last token.
    pub last: usize,
    /// Token of the given name.
    pub given: Option<usize>,
    /// Token of the surname.
    pub surname: Option<usize>,
    /// Token of an initial before the surname.
    pub initial: Option<usize>,
    /// Whether it is initials only.
    pub initials: bool,
    /// Sex that the given name shows.
    pub sex: Option<Sex>,
}

impl Book {
    /// When the one person of the front sheet with a folded given or full name was born, where it says so.
    pub fn born(&self, folded: &str) -> Option<&When> {
        self.born.get(folded)?.as_ref()
    }

    /// Whether a given name of the front sheet begins with the letter.
    pub fn bears(&self, letter: char) -> bool {
        self.borne.contains(&letter)
    }

    /// Whether the front sheet gives this folded name (full or given).
    pub fn on_front(&self, folded: &str) -> bool {
        self.front.contains(folded)
    }

    /// Whether a folded word is a surname met in the case.
    pub fn is_surname(&self, folded: &str) -> bool {
        self.surnames.contains(folded)
    }

    /// Whether there is no front sheet to know names from.
    pub fn front_is_empty(&self) -> bool {
        self.front.is_empty()
    }

    /// Whether a column of staff names holds these folded words.
    pub fn is_staff(&self, folded: &str) -> bool {
        self.staff.contains(folded)
    }

    fn given_known(&self, page: &Page, i: usize) -> bool {
        let first = || page.word(i).split_once('-').is_some_and(|(first, _)| Lexicon::get().is_given(first));
        page.any(i, GIVEN) || first() || self.given.contains_key(page.word(i)) || page.has(i, Group::GivenWord)
    }

    fn sex(&self, page: &Page, i: usize) -> Option<Sex> {
        if let Some(sex) = second_name(page.word(i + 1)) {
            return Some(sex);
        }
        if let Some(Some(sex)) = self.given.get(page.word(i)) {
            return Some(*sex);
        }
        match (page.has(i, Group::GivenF), page.has(i, Group::GivenM)) {
            (true, false) => Some(Sex::F),
            (false, true) => Some(Sex::M),
            _ => None,
        }
    }
}

/// What the second name of a Sikh or a Muslim tells: "Jaswinder Kaur" is a woman, "Jaswinder Singh" a man.
fn second_name(word: &str) -> Option<Sex> {
    match word {
        "singh" => Some(Sex::M),
        "kaur" | "begum" | "bibi" | "khatun" | "khatoon" => Some(Sex::F),
        _ => None,
    }
}
