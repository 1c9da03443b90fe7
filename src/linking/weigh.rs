//! What a pair weighs, and what of it each field gives.
//!
//! Weights are in bits: with one more, the chance that two entries are one person against the chance that they are two
//! doubles. The weight is the sum of its parts.

use super::levels::{Field, Pattern};
use super::model::Model;
use super::pool::{Pool, Row};
use super::shares::{Frequencies, SEEN_WORDS, in_common};
use serde::Serialize;

/// One part of a weight.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// The field, or what else speaks: how rare a double is at all, people of one home, others who may be meant.
    pub field: &'static str,
    /// How the two agree or differ.
    pub level: String,
    /// What it gives, in bits.
    pub weight: f64,
}

/// Weighs pairs.
pub struct Scale<'a> {
    /// Everyone.
    pub pool: &'a Pool,
    /// The fitted shares.
    pub model: &'a Model,
    /// Words counted.
    pub frequencies: &'a Frequencies,
}

impl Scale<'_> {
    /// The weight of a pair by itself.
    pub fn weight(&self, a: &Row, b: &Row, pattern: Pattern) -> f64 {
        let mut sum = 0.0;
        self.each(a, b, pattern, |_, _, weight| sum += weight);
        sum
    }

    /// The same taken apart.
    pub fn parts(&self, a: &Row, b: &Row, pattern: Pattern) -> Vec<Part> {
        let mut parts = Vec::new();
        self.each(a, b, pattern, |field, level, weight| parts.push(Part { field, level: level.to_owned(), weight }));
        parts
    }

    /// Hands out every part in order.
    fn each(&self, a: &Row, b: &Row, pattern: Pattern, mut part: impl FnMut(&'static str, &'static str, f64)) {
        let model = self.model;
        let strangers = 1.0 - model.chance - model.chance_kin;
        part("any two", "how seldom two entries are one person at all", (model.chance / strangers).log2());
        let mut kin = (model.chance_kin / strangers).log2();
        for (field, level) in pattern.levels() {
            let at = field as usize;
            let two = self.two(a, b, field, level);
            kin += (model.kin[at][level] / two).log2();
            part(field.name(), field.levels()[level].name, (model.one[at][level] / two).log2());
        }
        let names = self.pool.names(a).len() * self.pool.names(b).len();
        if names > 1 {
            part("several names", "the best of several names was taken", -(names as f64).log2());
        }
        part("one home", "they could be relatives who live together", -kin.exp2().ln_1p() / std::f64::consts::LN_2);
    }

    /// The share of strangers at a level: where both have the same word, that of the word.
    fn two(&self, a: &Row, b: &Row, field: Field, level: usize) -> f64 {
        let pooled = self.model.two[field as usize][level];
        let word = if level == 0 { in_common(self.pool, a, b, field) } else { None };
        match word.and_then(|word| self.frequencies.others(field, word)) {
            Some((others, known)) => (others + SEEN_WORDS * pooled) / (known + SEEN_WORDS),
            None => pooled,
        }
    }
}
