//! Every distinct word of a register, once.

use crate::people::is_known_name;
use indexmap::IndexSet;

/// A folded word by its place among the distinct ones. Nought is the empty word: not known.
pub type Word = u32;

/// The distinct folded words.
#[derive(Clone, Debug)]
pub struct Words {
    all: IndexSet<Box<str>>,
    /// Which of them stand in the table of given names.
    given: Vec<bool>,
}

impl Default for Words {
    /// With the empty word only.
    fn default() -> Self {
        Words { all: IndexSet::from([Box::from("")]), given: vec![false] }
    }
}

impl Words {
    /// The place of a word, which is added where it is new.
    pub fn place(&mut self, word: &str) -> Word {
        match self.all.get_index_of(word) {
            Some(at) => at as Word,
            None => {
                self.given.push(is_known_name(word));
                self.all.insert_full(word.into()).0 as Word
            }
        }
    }

    /// The word at a place.
    pub fn text(&self, word: Word) -> &str {
        self.all.get_index(word as usize).map_or("", |word| word)
    }

    /// Whether a word is a given name that short forms are known of, or a short form.
    pub fn is_known_name(&self, word: Word) -> bool {
        self.given.get(word as usize).copied().unwrap_or(false)
    }

    /// How many there are, the empty word among them.
    pub fn count(&self) -> usize {
        self.all.len()
    }
}
