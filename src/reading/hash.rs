//! A quick hash for the reader's own tables: short words and small numbers, no enemies.

use std::hash::{BuildHasherDefault, Hasher};

/// How the reader's tables hash.
pub type Quick = BuildHasherDefault<Fnv>;

const PRIME: u64 = 0x0100_0000_01b3;

/// Fowler, Noll and Vo's hash.
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
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }

    /// A whole number in one step; its high half is folded down, as tables look at the low bits.
    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}
