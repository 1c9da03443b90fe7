//! Every word of the patterns, numbered, so that a page's tokens are looked up once.

use rustc_hash::{FxHashMap, FxHashSet};

/// Words by number; nought is any word that no pattern knows.
#[derive(Default)]
pub struct Vocabulary {
    numbers: FxHashMap<String, u32>,
    verbs: FxHashSet<u32>,
    bases: FxHashSet<u32>,
}

impl Vocabulary {
    /// The number of a word, given to it now where it has none.
    pub fn number(&mut self, word: &str) -> u32 {
        let next = self.numbers.len() as u32 + 1;
        *self.numbers.entry(word.to_owned()).or_insert(next)
    }

    /// The number of a form of a verb.
    pub fn verb(&mut self, form: &str) -> u32 {
        let number = self.number(form);
        self.verbs.insert(number);
        number
    }

    /// Notes a verb's bare form, where it is not a past form as well ("put").
    pub fn base(&mut self, verb: &str, forms: &[String]) {
        let past = forms.iter().any(|form| form.ends_with("ed") || form.len() != verb.len() && !form.starts_with(verb));
        let number = self.number(verb);
        if past {
            self.bases.insert(number);
        }
    }

    /// Whether a word is the bare form of a verb: "visit", not "visits".
    pub fn is_bare(&self, word: &str) -> bool {
        self.bases.contains(&self.look_up(word))
    }

    /// Whether a word is a form of a verb.
    pub fn is_verb(&self, word: &str) -> bool {
        self.verbs.contains(&self.look_up(word))
    }

    /// The number of a word.
    pub fn look_up(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(0)
    }

    /// How many numbers there are, nought included.
    pub fn len(&self) -> usize {
        self.numbers.len() + 1
    }
}
