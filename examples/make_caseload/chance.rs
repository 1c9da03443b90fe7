//! Chance that is the same for the same seed: SplitMix64.

use chrono::{Days, NaiveDate};

/// A stream of numbers.
pub struct Chance(u64);

impl Chance {
    /// A stream from a seed.
    pub fn new(seed: u64) -> Self {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// One of several.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// A day within so many days after another.
    pub fn day(&mut self, first: NaiveDate, within: usize) -> NaiveDate {
        first.checked_add_days(Days::new(self.below(within) as u64)).unwrap_or(first)
    }
}
