//! Kinship and acquaintance as a path of steps, and the plain words for it.
//!
//! "person is KIN of of" is read as a path that starts at `of` and ends at the person: an uncle is
//! `[Parent, Sibling]`, a mother's former partner `[Parent (female), Partner (former)]`. Words and path
//! are two forms of one thing: [`Kin::parse`] reads the words, [`Kin::words`] gives them back.

mod nouns;
mod parse;
mod words;

use super::Sex;

/// One step from a person to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bond {
    /// By birth, or not said otherwise.
    Parent,
    /// By birth, or not said otherwise.
    Child,
    /// Both parents in common, or not said otherwise.
    Sibling,
    /// One parent in common.
    HalfSibling,
    /// A parent's partner's child.
    StepSibling,
    /// A child of, or placed with, the same foster family.
    FosterSibling,
    /// A parent's spouse or partner, where the words say "step".
    StepParent,
    /// A spouse's or partner's child.
    StepChild,
    /// Foster carer, past or present.
    FosterCarer,
    /// Child placed with a foster carer.
    FosterChild,
    /// By adoption.
    AdoptiveParent,
    /// By adoption.
    AdoptedChild,
    /// Spouse, civil partner, or partner, living together or not.
    Partner,
    /// A relative whose kinship is not said: "a family member", "a cousin of some kind".
    Relative,
    /// A friend of the family or of the person.
    Friend,
    /// A neighbour.
    Neighbour,
    /// Someone who lodges in the household.
    Lodger,
    /// Known not to be kin.
    Unrelated,
}

impl Bond {
    /// The bond that words which say less would give: a half-sibling is often only called brother or sister, an adoptive
    /// parent mother or father.
    pub fn broad(self) -> Bond {
        match self {
            Bond::HalfSibling => Bond::Sibling,
            Bond::AdoptiveParent => Bond::Parent,
            Bond::AdoptedChild => Bond::Child,
            same => same,
        }
    }
}

/// A step, with what is known of the person it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// How the two are tied.
    pub bond: Bond,
    /// Sex of the person the step leads to.
    pub sex: Option<Sex>,
    /// Whether the words put it in the past: "former partner", "previous foster carer".
    pub former: bool,
}

/// A path of steps from one person to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kin {
    /// Never empty.
    pub steps: Vec<Step>,
}

impl Step {
    /// A present step.
    pub const fn new(bond: Bond, sex: Option<Sex>) -> Self {
        Step { bond, sex, former: false }
    }

    /// Whether both can describe one tie. A half-sibling is often only called brother or sister, an adoptive
    /// parent mother or father; sex unknown contradicts nothing; past and present do not either.
    pub fn agrees(&self, other: &Step) -> bool {
        self.bond.broad() == other.bond.broad() && (self.sex.is_none() || other.sex.is_none() || self.sex == other.sex)
    }

    /// The step back, to a person of unknown sex.
    fn back(self) -> Step {
        use Bond::*;
        let bond = match self.bond {
            Parent => Child,
            Child => Parent,
            StepParent => StepChild,
            StepChild => StepParent,
            FosterCarer => FosterChild,
            FosterChild => FosterCarer,
            AdoptiveParent => AdoptedChild,
            AdoptedChild => AdoptiveParent,
            same => same,
        };
        Step { bond, sex: None, former: self.former }
    }
}

impl Kin {
    /// The path that plain words stand for; none where they name no tie.
    ///
    /// Reads possessive chains ("half-brother's father"), "of" chains ("father of half-brother"), sides
    /// ("maternal"), "half", "step", "foster", "adoptive", "great-", "in-law", "by marriage", cousins of any
    /// degree, and the past ("ex-", "former", "then").
    pub fn parse(words: &str) -> Option<Kin> {
        parse::read(words)
    }

    /// The path in plain words: "maternal uncle", "half-brother's father", "mother's former partner".
    /// Reading them again gives the path back, but for sexes that English has no words for.
    pub fn words(&self) -> String {
        words::say(&self.steps)
    }

    /// The sex of the person at the end of the path.
    pub fn sex(&self) -> Option<Sex> {
        self.steps.last().and_then(|step| step.sex)
    }

    /// The path back: what the one it starts from is of the one it leads to.
    pub fn inverse(&self) -> Kin {
        let mut steps: Vec<Step> = self.steps.iter().rev().map(|step| step.back()).collect();
        let passed: Vec<Option<Sex>> = self.steps.iter().rev().skip(1).map(|step| step.sex).collect();
        for (step, sex) in steps.iter_mut().zip(passed) {
            step.sex = sex;
        }
        Kin { steps }
    }
}

#[cfg(test)]
mod tests;
