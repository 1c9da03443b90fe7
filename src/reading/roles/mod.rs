//! Who of all the people around words of abuse is alleged and who was harmed, where the grammar alone does not say.
//!
//! Everybody the entry names is weighed for both sides: by what they are (`nature`) and by where they stand (`standing`,
//! `labels`, `verbs`, `police_record`). The grammar's own answer weighs most. Words that mean nobody in particular, and sides that nothing
//! speaks for, are filled from who else there is (`others`). The weights are judgement, set on texts with right answers;
//! where the grammar is silent, learnt ones (`learnt`) speak against people too.

mod labels;
mod nature;
mod others;
mod police_record;
mod standing;
mod verbs;

use super::groups::Group;
use super::page::Hit;
use super::scene::{Np, Scene};
use crate::model::{Naming, Who};
use std::iter::Sum;
use std::ops::Add;

/// How well the words for somebody fit the two sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Said to have done it.
    pub alleged: i32,
    /// Said to have been harmed.
    pub harmed: i32,
}

/// What weighs: whether it holds, and what it then adds for somebody as alleged and as harmed.
type Fact = (bool, i32, i32);

impl Weight {
    /// The sum of the facts that hold.
    fn of(facts: &[Fact]) -> Weight {
        facts.iter().filter(|(holds, ..)| *holds).map(|&(_, alleged, harmed)| Weight { alleged, harmed }).sum()
    }
}

impl Add for Weight {
    type Output = Weight;

    fn add(self, other: Weight) -> Weight {
        Weight { alleged: self.alleged + other.alleged, harmed: self.harmed + other.harmed }
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Weight>>(weights: I) -> Weight {
        weights.fold(Weight::default(), Weight::add)
    }
}

/// Least weight of somebody who is taken as alleged.
const ALLEGED: i32 = 30;
/// Least weight of somebody who is taken as harmed.
const HARMED: i32 = 12;
/// The same where a front sheet says who is a child.
const HARMED_IN_RECORD: i32 = 20;
/// What the grammar's own answer adds.
const GRAMMAR: i32 = 60;
/// What being a child takes from somebody as alleged; a young person of fourteen or more loses less.
const YOUNG: i32 = 45;
const PEER: i32 = 25;
/// A weight that rules somebody out, whatever else is said.
const RULED_OUT: i32 = -40;
/// What one sentence of distance costs.
const AWAY: i32 = 11;

/// Words for the two sides: who is alleged, who was harmed.
type Both<'a> = (Option<&'a Np>, Option<&'a Np>);

impl Scene<'_> {
    /// The best fit for each side around a trigger, the grammar's own answer given.
    pub fn settle<'s>(&'s self, hit: &Hit, grammar: Both<'s>, alleged_too: bool) -> Both<'s> {
        let grammar = match grammar {
            (Some(teller), None) if self.alleges_by(teller) => (None, Some(teller)),
            other => other,
        };
        if let (Some(did), Some(suffered)) = grammar
            && self.plainly_did(did, suffered, hit)
        {
            return grammar;
        }
        let persons = self.persons();
        let weighed: Vec<(&Np, Weight)> =
            persons.iter().map(|words| (self.spokesman(words), self.weigh_person(words, hit, grammar))).collect();
        let own = |np: &'s Np, grammar: Option<&'s Np>| grammar.filter(|own| self.one_person(own, np)).unwrap_or(np);
        let alleged = if alleged_too {
            top(&weighed, ALLEGED, |weight| weight.alleged).map(|np| own(np, grammar.0))
        } else {
            grammar.0
        };
        let of_alleged = |np: &Np| alleged.is_some_and(|alleged| self.one_person(alleged, np));
        let others: Vec<(&Np, Weight)> = weighed.into_iter().filter(|(np, _)| !of_alleged(np)).collect();
        let least = if self.book.front_is_empty() { HARMED } else { HARMED_IN_RECORD };
        let harmed = top(&others, least, |weight| weight.harmed).map(|np| own(np, grammar.1));
        let harmed = harmed.map(|np| self.child_meant(np, alleged));
        (alleged.map(|np| self.man_meant(np, harmed, hit)), harmed)
    }

    /// "Jada sexually assaulted a girl of 12": the child of the record stands right before the verb, and somebody else right behind it.
    fn plainly_did(&self, did: &Np, suffered: &Np, hit: &Hit) -> bool {
        let before = did.last < hit.first && self.subject(hit.first).is_some_and(|np| np.first == did.first);
        let behind = suffered.first >= hit.first && suffered.first <= hit.last + 2;
        let told = self.page.of(did.last..hit.first, Group::Disclose).next().is_some();
        !told && before && behind && self.is_subject_child(did) && !did.pronoun && !self.same_person(did, suffered)
    }

    fn weigh_person(&self, words: &[&Np], hit: &Hit, grammar: Both) -> Weight {
        let done = |np: &Np| self.surely_did(np, hit, grammar.0);
        let natures: Vec<Weight> = words.iter().map(|np| self.nature(np, done(np))).collect();
        let places: Vec<Weight> = words.iter().map(|np| self.place(np, hit, grammar)).collect();
        let alleged = strongest(natures.iter().map(|weight| weight.alleged));
        let harmed = strongest(natures.iter().map(|weight| weight.harmed));
        let best = |of: fn(&Weight) -> i32| places.iter().map(of).max().unwrap_or_default();
        let weight =
            Weight { alleged: alleged + best(|weight| weight.alleged), harmed: harmed + best(|weight| weight.harmed) };
        match grammar {
            (Some(_), Some(_)) => weight,
            (did, suffered) => {
                let [against_did, against_suffered] = self.sides(words);
                weight
                    + Weight {
                        alleged: if did.is_none() { against_did } else { 0 },
                        harmed: if suffered.is_none() { against_suffered } else { 0 },
                    }
            }
        }
    }

    /// "the caretaker, Mr Pugh, faces charges of", "sexual assault by his athletics coach": whether the grammar leaves no doubt that a
    /// professional is meant.
    fn surely_did(&self, np: &Np, hit: &Hit, alleged: Option<&Np>) -> bool {
        if !alleged.is_some_and(|own| self.same_person(own, np)) {
            return false;
        }
        let start = self.page.sentence(hit.first).start;
        let accused = self.page.of(start..hit.first, Group::Accuse).next().is_some();
        let by = np.first.checked_sub(1).is_some_and(|at| self.page.has(at, Group::By));
        let title = self.page.has(np.first, Group::Det) && np.last > np.first + 1;
        (np.named || title) && (hit.group == Group::AbuseVerb || accused) || by && (np.named || self.job_title_only(np))
    }

    /// Where the words stand, how far from the trigger, and whether the grammar means them.
    fn place(&self, np: &Np, hit: &Hit, grammar: Both) -> Weight {
        let away = self.page.sentence_of(np.first).abs_diff(self.page.sentence_of(hit.first)) as i32;
        let meant = |side: Option<&Np>| side.is_some_and(|side| self.same_person(side, np));
        let young = if self.base(np).young { YOUNG } else { 0 };
        let facts = [
            (true, -AWAY * away, -AWAY * away),
            (meant(grammar.0), GRAMMAR + young, 0),
            (meant(grammar.1), 0, GRAMMAR),
        ];
        self.standing(np, hit, grammar.0.is_none()) + Weight::of(&facts)
    }

    /// All words for each person, by what the entry itself shows: the same mention, an apposition, the same given name.
    pub fn persons(&self) -> Vec<Vec<&Np>> {
        let mut persons: Vec<Vec<&Np>> = Vec::new();
        for np in self.nps.iter().filter(|np| np.who.is_some()) {
            match persons.iter_mut().find(|words| words.iter().any(|other| self.one_person(other, np))) {
                Some(words) => words.push(np),
                None => persons.push(vec![np]),
            }
        }
        persons
    }

    /// The words that stand for a person: by name where there is one, else the first.
    fn spokesman<'s>(&'s self, words: &[&'s Np]) -> &'s Np {
        let named = words.iter().find(|np| np.named && !np.column).or_else(|| words.iter().find(|np| np.named));
        named.or_else(|| words.iter().find(|np| !np.pronoun)).copied().unwrap_or(words[0])
    }

    pub fn one_person(&self, a: &Np, b: &Np) -> bool {
        self.same_person(a, b) || self.same_given(a, b) || self.same_noun(a, b)
    }

    /// Whether two mentions are one person by the entry's own words.
    pub fn same_person(&self, a: &Np, b: &Np) -> bool {
        match (a.who, b.who) {
            (Some(a), Some(b)) => a == b || self.are_linked(a, b),
            _ => false,
        }
    }

    /// Whether the entry says of two mentions that they are one person.
    pub fn are_linked(&self, a: Who, b: Who) -> bool {
        let (Who::Mention(a), Who::Mention(b)) = (a, b) else { return false };
        self.same.contains(&(a, b)) || self.same.contains(&(b, a))
    }

    fn same_given(&self, a: &Np, b: &Np) -> bool {
        let given = |np: &Np| {
            let Some(Who::Mention(index)) = np.who else { return None };
            match &self.mentions.get(index)?.naming {
                Naming::Full { given, .. } | Naming::Given(given) => Some(given.to_lowercase()),
                _ => None,
            }
        };
        given(a).is_some() && given(a) == given(b)
    }

    /// "Male known as Shay ... Male is the boyfriend": one entry's "male", "suspect" or "child" is one person.
    fn same_noun(&self, a: &Np, b: &Np) -> bool {
        let noun = |np: &Np| {
            let other = matches!(self.page.word(np.first), "another" | "a" | "an" | "second" | "other");
            (!np.pronoun && !np.named && !np.plural && !other && self.page.has(np.last, Group::Person))
                .then_some(np.last)
        };
        noun(a).zip(noun(b)).is_some_and(|(a, b)| self.page.word(a) == self.page.word(b))
    }

    /// The words that first say who a pronoun means; other words for themselves.
    pub fn base<'s>(&'s self, np: &'s Np) -> &'s Np {
        if !np.pronoun {
            return np;
        }
        self.nps.iter().find(|other| !other.pronoun && other.who == np.who).unwrap_or(np)
    }
}

/// The strongest of several weights of one person: what rules somebody out, else what speaks most for them.
fn strongest(weights: impl Iterator<Item = i32> + Clone) -> i32 {
    let least = weights.clone().min().unwrap_or_default();
    if least <= RULED_OUT { least } else { weights.max().unwrap_or_default() }
}

/// The one of most weight, the first where equal, if it has enough.
fn top<'s>(all: &[(&'s Np, Weight)], least: i32, of: impl Fn(Weight) -> i32) -> Option<&'s Np> {
    let mut best: Option<(i32, &Np)> = None;
    for (np, weight) in all {
        let points = of(*weight);
        if points >= least && best.is_none_or(|(most, _)| points > most) {
            best = Some((points, np));
        }
    }
    best.map(|(_, np)| np)
}
