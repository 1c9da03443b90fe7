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
const SEEN_ONE: f64 = 60.0;
/// Those of strangers as so many.
const SEEN_TWO: f64 = 3_000.0;
/// Rounds of fitting at most.
const ROUNDS: usize = 300;
/// The fit stands when the number of pairs that are one person moves by less than this part.
const STILL: f64 = 1e-6;
/// Few drawn pairs share a postcode, so that there they count as fewer.
const SEEN_TWO_HOUSES: f64 = 30.0;
/// The built-in shares of people of one home count as so many pairs seen.
const SEEN_KIN: f64 = 50.0;
/// What is fitted to people of one home; names and numbers of relatives are the same everywhere.
const FITTED_KIN: [Field; 7] =
    [Field::Surname, Field::Postcode, Field::House, Field::Street, Field::Locality, Field::Town, Field::Region];
/// One person's entries differ outright no more often than this, by field and level. Without it the families of a
/// register, who have all but the given name and the date of birth in common, would pass for people entered twice.
const AT_MOST: [(Field, usize, f64); 9] = [
    (Field::Given, 10, 0.14),
    (Field::Surname, 5, 0.30),
    (Field::Born, 5, 0.02),
    (Field::Born, 6, 0.02),
    (Field::Born, 7, 0.05),
    (Field::Sex, 1, 0.05),
    (Field::Identifier, 3, 0.10),
    (Field::Identifier, 4, 0.02),
    (Field::Street, 5, 0.60),
];
/// No level is so rare among one person's pairs that it alone decides.
const LEAST: f64 = 2e-3;
/// Before any is seen, one pair in so many is supposed to be one person; it counts as so many pairs looked at.
const SUPPOSED: f64 = 2_000.0;
/// So many pairs of one home are supposed before any is seen.
const SUPPOSED_KIN: f64 = 0.6;
/// They are supposed among so many pairs.
const SUPPOSED_KIN_AMONG: f64 = 50.0;
/// Where no address is known, everyone shares a home with so many others of the register.
const KIN_OF_EACH: f64 = 0.3;

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
            chance: 1.0 / (seen.pairs + SUPPOSED),
            chance_kin: SUPPOSED_KIN.max(KIN_OF_EACH * seen.people) / (seen.pairs + SUPPOSED_KIN_AMONG),
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
        let (mut ones, mut homes, mut strangers) = (empty(), empty(), empty());
        let (mut same, mut kin) = (0.0, 0.0);
        for (pattern, rarity, times) in seen.patterns {
            let [one, two, home] = self.likelihoods(*pattern, *rarity);
            let sum = one + two + home;
            let (is_one, is_kin) = (times * one / sum, times * home / sum);
            same += is_one;
            kin += is_kin;
            for (field, level) in pattern.levels() {
                ones[field as usize][level] += is_one;
                homes[field as usize][level] += is_kin;
                strangers[field as usize][level] += times - is_one - is_kin;
            }
        }
        self.chance = (same + 1.0) / (seen.pairs + SUPPOSED);
        if addressed {
            self.chance_kin = (kin + SUPPOSED_KIN) / (seen.pairs + SUPPOSED_KIN_AMONG);
        }
        for field in FIELDS {
            let at = field as usize;
            fit(&mut self.one[at], &ones[at], |level| field.levels()[level].one, SEEN_ONE);
            hold_down(&mut self.one[at], field);
            if addressed && FITTED_KIN.contains(&field) {
                fit(&mut self.kin[at], &homes[at], |level| field.levels()[level].kin, SEEN_KIN);
            }
        }
        self.count_strangers(seen, &strangers);
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

    /// The shares of strangers: those of all pairs, less those that are one person. `met` is how often strangers who share
    /// something stand at each level.
    fn count_strangers(&mut self, seen: &Seen, met: &[Vec<f64>]) {
        for field in FIELDS {
            let at = field as usize;
            let drawn = seen.drawn.of(field);
            let all: f64 = drawn.iter().sum();
            for (level, share) in self.two[at].iter_mut().enumerate() {
                let built_in = field.levels()[level].two;
                let (strangers, of) = if SHARED_BY_BLOCK.contains(&(field, level)) {
                    (met[at][level], seen.pairs * all / seen.drawn.all.max(1.0))
                } else {
                    let counted = seen.frequencies.same(field).filter(|_| level == 0);
                    let (same, of) = counted.unwrap_or((drawn[level], all));
                    ((same - of * self.chance * self.one[at][level]).max(0.0), of)
                };
                let supposed = if field == Field::House { SEEN_TWO_HOUSES } else { SEEN_TWO };
                *share = ((strangers + supposed * built_in) / (of + supposed)).max(least(field, level));
            }
        }
    }
}

/// Shares that follow from counts, with the built-in ones as if so many pairs had been seen.
fn fit(shares: &mut [f64], counted: &[f64], built_in: impl Fn(usize) -> f64, seen: f64) {
    let all: f64 = counted.iter().sum::<f64>() + seen;
    for (level, share) in shares.iter_mut().enumerate() {
        let built_in = built_in(level);
        *share = ((counted[level] + seen * built_in) / all).max(LEAST.min(built_in));
    }
}

/// Holds the levels of outright difference at their most; the rest of the field takes what they lose.
fn hold_down(shares: &mut [f64], field: Field) {
    let held = AT_MOST.iter().filter(|(of, ..)| *of == field).map(|(_, level, most)| (*level, *most));
    let over: Vec<(usize, f64)> = held.filter(|(level, most)| shares[*level] > *most).collect();
    let lost: f64 = over.iter().map(|(level, most)| shares[*level] - most).sum();
    let rest: f64 = shares.iter().sum::<f64>() - over.iter().map(|(level, _)| shares[*level]).sum::<f64>();
    if lost > 0.0 && rest > 0.0 {
        shares.iter_mut().for_each(|share| *share *= (rest + lost) / rest);
        over.iter().for_each(|(level, most)| shares[*level] = *most);
    }
}

/// Nobody's dates of birth are spread over more days than this allows.
fn least(field: Field, level: usize) -> f64 {
    if field == Field::Born && level == 0 { field.levels()[0].two / 2.0 } else { 0.0 }
}
