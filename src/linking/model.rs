//! The shares of every level among pairs that are one person, among strangers and among people of one home, fitted to
//! a register (Fellegi and Sunter 1969; expectation maximisation after Winkler 1988).
//!
//! A pair is one person, or two strangers, or two people of one home. What strangers agree on is counted over the whole
//! register. How often one person's two entries agree, and how many such pairs there are, is fitted to the pairs that
//! share something; the shares of [`super::levels`] weigh in as if some pairs had been seen before, so that a small
//! register is judged by them and a large one by itself.

use super::levels::{FIELDS, Field, Pattern};
use super::shares::{Drawn, Frequencies};

/// The built-in shares of one person's pairs count as so many pairs seen.
const SEEN_ONE: f64 = 15.0;
/// Those of strangers as so many.
const SEEN_TWO: f64 = 3_000.0;
/// Rounds of fitting at most.
const ROUNDS: usize = 300;
/// The fit stands when the number of pairs that are one person moves by less than this part.
const STILL: f64 = 1e-6;
/// No level is so rare among one person's pairs that it alone decides.
const LEAST_ONE: f64 = 2e-3;
/// Even a register without any double may hold one.
const AT_LEAST_ONE: f64 = 1.0;
/// So many pairs of one home are supposed before any is seen.
const AT_LEAST_KIN: f64 = 0.5;
/// Where no address is known, everyone shares a home with so many others of the register.
const KIN_OF_EACH: f64 = 0.3;
/// Any two entries of a register of two are one person with this chance at most.
const MOST: f64 = 0.1;

/// Levels that no pair can reach without standing in one block: strangers there need not be drawn.
const SHARED_BY_BLOCK: [(Field, usize); 3] = [(Field::Identifier, 0), (Field::Street, 0), (Field::Given, 7)];

/// The fitted shares.
#[derive(Clone, Debug)]
pub struct Model {
    /// The chance that any two people of the register are one.
    pub chance: f64,
    /// That they are of one home.
    pub chance_kin: f64,
    /// For each field and level, the share among pairs that are one person.
    pub one: Vec<Vec<f64>>,
    /// Among strangers.
    pub two: Vec<Vec<f64>>,
    /// Among people of one home.
    pub kin: Vec<Vec<f64>>,
}

/// What the model is fitted to.
pub struct Seen<'a> {
    /// How often each pattern occurs among the pairs that share something, in order: with the rarity of the words that
    /// both have, and how often.
    pub patterns: &'a [(Pattern, i8, f64)],
    /// Levels of drawn pairs.
    pub drawn: &'a Drawn,
    /// Words counted.
    pub frequencies: &'a Frequencies,
    /// How many people.
    pub people: f64,
    /// How many pairs could be one person; at least one.
    pub pairs: f64,
}

impl Model {
    /// Fits the shares.
    pub fn fit(seen: &Seen) -> Model {
        let shares = |share: fn(&super::levels::Level) -> f64| {
            FIELDS.iter().map(|field| field.levels().iter().map(share).collect()).collect()
        };
        let addressed =
            seen.drawn.of(Field::Street).iter().chain(seen.drawn.of(Field::Postcode)).any(|many| *many > 0.0);
        let mut model = Model {
            chance: (AT_LEAST_ONE / seen.pairs).min(MOST),
            chance_kin: (AT_LEAST_KIN.max(KIN_OF_EACH * seen.people) / seen.pairs).min(MOST),
            one: shares(|level| level.one),
            two: shares(|level| level.two),
            kin: shares(|level| level.kin),
        };
        let none: Vec<Vec<f64>> = FIELDS.iter().map(|field| vec![0.0; field.levels().len()]).collect();
        model.count_strangers(seen, &none);
        for _ in 0..ROUNDS {
            let before = model.chance;
            model.round(seen, addressed);
            if (model.chance - before).abs() < STILL * before {
                break;
            }
        }
        model
    }

    /// One round: how likely each pattern is one person, and the shares that follow.
    fn round(&mut self, seen: &Seen, addressed: bool) {
        let empty = || -> Vec<Vec<f64>> { FIELDS.iter().map(|field| vec![0.0; field.levels().len()]).collect() };
        let (mut ones, mut others) = (empty(), empty());
        let (mut same, mut kin) = (0.0, 0.0);
        for (pattern, rarity, times) in seen.patterns {
            let [one, two, home] = self.likelihoods(*pattern, *rarity);
            let sum = one + two + home;
            let (is_one, is_kin) = (times * one / sum, times * home / sum);
            same += is_one;
            kin += is_kin;
            for (field, level) in pattern.levels() {
                ones[field as usize][level] += is_one;
                others[field as usize][level] += times - is_one;
            }
        }
        self.chance = ((same + AT_LEAST_ONE) / seen.pairs).min(MOST);
        if addressed {
            self.chance_kin = ((kin + AT_LEAST_KIN) / seen.pairs).min(MOST);
        }
        for field in FIELDS {
            let counted = &ones[field as usize];
            let all: f64 = counted.iter().sum::<f64>() + SEEN_ONE;
            for (level, share) in self.one[field as usize].iter_mut().enumerate() {
                let built_in = field.levels()[level].one;
                *share = ((counted[level] + SEEN_ONE * built_in) / all).max(LEAST_ONE.min(built_in));
            }
        }
        self.count_strangers(seen, &others);
    }

    /// How likely a pattern is among one person's pairs, strangers and people of one home, each by how many there are.
    fn likelihoods(&self, pattern: Pattern, rarity: i8) -> [f64; 3] {
        let strangers = (1.0 - self.chance - self.chance_kin) * f64::from(rarity).exp2();
        let mut likely = [self.chance, strangers, self.chance_kin];
        for (field, level) in pattern.levels() {
            likely[0] *= self.one[field as usize][level];
            likely[1] *= self.two[field as usize][level];
            likely[2] *= self.kin[field as usize][level];
        }
        likely
    }

    /// The shares of strangers: those of all pairs, less those that are one person. `others` is how often those who
    /// share something and are not one person stand at each level.
    fn count_strangers(&mut self, seen: &Seen, others: &[Vec<f64>]) {
        for field in FIELDS {
            let at = field as usize;
            let drawn = seen.drawn.of(field);
            let all: f64 = drawn.iter().sum();
            for (level, share) in self.two[at].iter_mut().enumerate() {
                let built_in = field.levels()[level].two;
                let (strangers, of) = if SHARED_BY_BLOCK.contains(&(field, level)) {
                    (others[at][level], seen.pairs * all / seen.drawn.all.max(1.0))
                } else {
                    let counted = seen.frequencies.same(field).filter(|_| level == 0 && field != Field::Street);
                    let (same, of) = counted.unwrap_or((drawn[level], all));
                    ((same - of * self.chance * self.one[at][level]).max(0.0), of)
                };
                *share = ((strangers + SEEN_TWO * built_in) / (of + SEEN_TWO)).max(least(field, level));
            }
        }
    }
}

/// Nobody's dates of birth are spread over more days than this allows.
fn least(field: Field, level: usize) -> f64 {
    if field == Field::Born && level == 0 { field.levels()[0].two / 2.0 } else { 0.0 }
}
