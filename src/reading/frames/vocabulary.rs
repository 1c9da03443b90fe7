//! Every word of the patterns, numbered, so that a page's tokens are looked up once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Fowler, Noll and Vo's hash: short words, no enemies.
#[derive(Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Words by number; nought is any word that no pattern knows.
#[derive(Default)]
pub struct Vocabulary(HashMap<String, u32, BuildHasherDefault<Fnv>>);

impl Vocabulary {
    /// The number of a word, given to it now where it has none.
    pub fn number(&mut self, word: &str) -> u32 {
        let next = self.0.len() as u32 + 1;
        *self.0.entry(word.to_owned()).or_insert(next)
    }

    /// The number of a word.
    pub fn look_up(&self, word: &str) -> u32 {
        self.0.get(word).copied().unwrap_or(0)
    }

    /// How many numbers there are, nought included.
    pub fn len(&self) -> usize {
        self.0.len() + 1
    }
}
