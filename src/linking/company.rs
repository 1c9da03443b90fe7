//! What third people say about a pair.
//!
//! Two entries of which each is one with a third are one with each other, however little they share. And two who fit
//! are doubtful where one of them fits a third better who cannot be the other: a man without a date of birth fits the
//! father and the son of his name.
//!
//! With three entries there are five ways who can be one; their weights say how likely the pair is one in any of them.

use super::blocks::Pair;
use rayon::prelude::*;
use std::collections::HashMap;

/// Who is tied to whom by more than this is company.
pub const COUNTS: f64 = -2.0;
/// Third people looked at for each pair, the heaviest first.
const LOOKED_AT: usize = 30;

/// What a third says of a pair, in bits, and who it is.
pub type Says = (f64, u32);

/// A pair with its own weight and what company adds to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighed {
    /// The two.
    pub pair: Pair,
    /// The weight of the pair by itself.
    pub own: f64,
    /// What a third who is one with both adds, and who.
    pub carried: Option<Says>,
    /// What a third who fits one of them takes away, and who.
    pub rivalled: Option<Says>,
}

impl Weighed {
    /// The weight in company.
    pub fn weight(&self) -> f64 {
        let part = |part: Option<Says>| part.map_or(0.0, |(weight, _)| weight);
        self.own + part(self.carried) + part(self.rivalled)
    }
}

/// Weighs pairs in company. `weighed` are the pairs with their own weights in order; `firm` is the weight from which a
/// pair carries; `sought` says whether a pair is looked for at all, `weight` what any other pair weighs by itself, and
/// `contradicts` whether what is known of both contradicts. A third of whom less is known carries no such pair: it fits
/// both the father and the son.
pub fn keep(
    weighed: &[(Pair, f64)],
    firm: f64,
    sought: impl Fn(Pair) -> bool,
    weight: impl Fn(Pair) -> f64 + Sync,
    contradicts: impl Fn(Pair) -> bool + Sync,
) -> Vec<Weighed> {
    let near = neighbours(weighed);
    let own: HashMap<Pair, f64> = weighed.iter().copied().collect();
    let between = |a: u32, b: u32| {
        let pair = (a.min(b), a.max(b));
        own.get(&pair).copied().unwrap_or_else(|| weight(pair))
    };
    let mut pairs: Vec<Pair> = weighed.iter().map(|(pair, _)| *pair).collect();
    pairs.extend(carried(&near, firm).into_iter().filter(|pair| sought(*pair)));
    pairs.sort_unstable();
    pairs.dedup();
    let in_company = |pair| {
        let mut weighed = in_company(pair, &near, &between);
        if weighed.carried.is_some() && contradicts(pair) {
            weighed.carried = None;
        }
        weighed
    };
    pairs.into_par_iter().map(in_company).collect()
}

/// Everyone's company, the heaviest first.
type Near = HashMap<u32, Vec<(u32, f64)>>;

fn neighbours(weighed: &[(Pair, f64)]) -> Near {
    let mut near: Near = HashMap::new();
    for ((a, b), weight) in weighed.iter().filter(|(_, weight)| *weight > COUNTS) {
        near.entry(*a).or_default().push((*b, *weight));
        near.entry(*b).or_default().push((*a, *weight));
    }
    for company in near.values_mut() {
        company.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        company.truncate(LOOKED_AT);
    }
    near
}

/// Pairs of whom each is firmly tied to a third.
fn carried(near: &Near, firm: f64) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for company in near.values() {
        let tied: Vec<u32> = company.iter().filter(|(_, weight)| *weight >= firm).map(|(who, _)| *who).collect();
        for (nth, a) in tied.iter().enumerate() {
            pairs.extend(tied[nth + 1..].iter().map(|b| (*a.min(b), *a.max(b))));
        }
    }
    pairs
}

/// One pair among its company.
fn in_company((a, b): Pair, near: &Near, between: &impl Fn(u32, u32) -> f64) -> Weighed {
    let own = between(a, b);
    let mut carried: Option<Says> = None;
    let mut rivalled: Option<Says> = None;
    let company = |who: u32| near.get(&who).into_iter().flatten();
    let thirds = company(a).map(|(c, weight)| (*c, Some(*weight), None));
    let thirds = thirds.chain(company(b).map(|(c, weight)| (*c, None, Some(*weight))));
    for (c, to_a, to_b) in thirds.filter(|(c, ..)| *c != a && *c != b) {
        let to_a = to_a.unwrap_or_else(|| between(a, c));
        let to_b = to_b.unwrap_or_else(|| between(b, c));
        let says = third(to_a, to_b);
        if says > 0.0 && carried.is_none_or(|(most, _)| says > most) {
            carried = Some((says, c));
        }
        if says < 0.0 && rivalled.is_none_or(|(least, _)| says < least) {
            rivalled = Some((says, c));
        }
    }
    Weighed { pair: (a, b), own, carried, rivalled }
}

/// What a third says by its weights to both: all one person or all apart, against one with the one or one with the
/// other.
fn third(to_a: f64, to_b: f64) -> f64 {
    let sum = |weights: &[f64]| {
        let most = weights.iter().copied().fold(0.0, f64::max);
        most + weights.iter().map(|weight| (weight - most).exp2()).sum::<f64>().log2()
    };
    sum(&[0.0, to_a + to_b]) - sum(&[0.0, to_a, to_b])
}

#[cfg(test)]
mod tests {
    use super::third;

    #[test]
    fn a_third_who_is_one_with_both_carries_and_one_who_fits_only_one_takes_away() {
        assert!((third(20.0, 12.0) - 12.0).abs() < 0.1);
        assert!((third(10.0, -30.0) + 10.0).abs() < 0.1);
        assert!(third(-10.0, -10.0).abs() < 0.01);
    }
}
