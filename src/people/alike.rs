//! Which people may bear names that agree, or one birthday: looked up, so that not everybody is compared with everybody.

use super::compare::MANY;
use super::draft::Table;
use super::given_names::GivenNames;
use super::names::{Agreement, Name, first_agreement, surname_agreement, surname_key};
use super::near_spellings;
use crate::model::Sex;
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Named people, by their names and days of birth.
pub struct Alike {
    /// By draft, the numbers of the first given name and of the surname of each name.
    names: FxHashMap<usize, Vec<(usize, usize)>>,
    /// By surname and given name, the drafts.
    bearers: Vec<BTreeMap<usize, Bearers>>,
    /// The drafts that stand among the many of their kind.
    many: FxHashSet<usize>,
    /// For each first given name those that agree with it, itself among them.
    given: Vec<Vec<usize>>,
    /// The same of surnames.
    surnames: Vec<Vec<usize>>,
    /// By draft, the exact day of birth.
    born: FxHashMap<usize, NaiveDate>,
    /// By that day, the drafts.
    birthdays: FxHashMap<NaiveDate, Vec<usize>>,
}

impl Alike {
    /// These drafts of a table, as they are now.
    pub fn of(table: &Table, drafts: &[usize]) -> Self {
        let (mut given, mut surnames) = (Words::default(), Words::default());
        let mut alike = Alike {
            names: FxHashMap::default(),
            bearers: Vec::new(),
            many: table.many_of_a_kind(drafts),
            given: Vec::new(),
            surnames: Vec::new(),
            born: FxHashMap::default(),
            birthdays: FxHashMap::default(),
        };
        for &draft in drafts {
            let profile = &table.drafts[draft].profile;
            for name in &profile.names {
                let pair = (given.number(name.first()), surnames.number(&name.surname));
                alike.names.entry(draft).or_default().push(pair);
                if pair.1 == alike.bearers.len() {
                    alike.bearers.push(BTreeMap::new());
                }
                let bearers = alike.bearers[pair.1].entry(pair.0).or_default();
                match alike.many.contains(&draft) {
                    true => bearers.many.push(draft),
                    false => bearers.few.push(draft),
                }
            }
            if let Some(born) = profile.born.as_ref().filter(|born| born.is_day()) {
                alike.born.insert(draft, born.earliest);
                alike.birthdays.entry(born.earliest).or_default().push(draft);
            }
        }
        alike.given = given_agreeing(&given);
        alike.surnames = surnames_agreeing(&surnames);
        alike
    }

    /// The drafts after this one, in order, whose names may agree with one of its own, or who were born on its day; of two
    /// that stand among the many of their kind neither is the other's.
    pub fn after(&self, draft: usize) -> Vec<usize> {
        let one_of_many = self.many.contains(&draft);
        let names = self.names.get(&draft).into_iter().flatten();
        let named = names.flat_map(|(given, surname)| {
            let bearers = self.surnames[*surname].iter().map(|surname| &self.bearers[*surname]);
            let agreeing = bearers.flat_map(|bearers| of_agreeing(bearers, &self.given[*given]));
            agreeing.flat_map(|bearers| bearers.few.iter().chain(bearers.many.iter().filter(|_| !one_of_many)))
        });
        let born = self.born.get(&draft).and_then(|day| self.birthdays.get(day)).into_iter().flatten();
        let mut after: Vec<usize> = named.chain(born).copied().filter(|other| *other > draft).collect();
        after.sort_unstable();
        after.dedup();
        after
    }
}

/// Those who bear one full name.
#[derive(Debug, Default)]
struct Bearers {
    /// Those who are compared with everybody.
    few: Vec<usize>,
    /// Those who stand among the many of their kind.
    many: Vec<usize>,
}

impl Table<'_> {
    /// Mentions of whom it is not said which of several people they are, after so many of which no more is known than the
    /// same name that they fit too many people to be put forward as any one of them.
    fn many_of_a_kind(&self, drafts: &[usize]) -> FxHashSet<usize> {
        let mut count: FxHashMap<(&Name, Option<Sex>, bool), usize> = FxHashMap::default();
        let mut is_one_of_many = |draft: &usize| {
            let (draft, known) = (&self.drafts[*draft], &self.drafts[*draft].profile);
            let plain = known.born.is_none() && known.born_between.is_none() && known.nhs_number.is_none();
            let [name] = &known.names[..] else { return false };
            if !draft.unsure || !plain {
                return false;
            }
            let count = count.entry((name, known.sex, known.sex_is_sure)).or_default();
            *count += 1;
            *count > MANY + 1
        };
        drafts.iter().copied().filter(|draft| is_one_of_many(draft)).collect()
    }
}

/// Of the bearers of a surname, by given name, those of these given names, which are in order.
fn of_agreeing<'b>(
    bearers: &'b BTreeMap<usize, Bearers>,
    given: &'b [usize],
) -> Box<dyn Iterator<Item = &'b Bearers> + 'b> {
    match bearers.len() < given.len() {
        true => Box::new(bearers.iter().filter(|(name, _)| given.binary_search(name).is_ok()).map(|(_, all)| all)),
        false => Box::new(given.iter().filter_map(|name| bearers.get(name))),
    }
}

/// Different words by number.
#[derive(Default)]
struct Words<'w> {
    all: Vec<&'w str>,
    numbers: BTreeMap<&'w str, usize>,
}

impl<'w> Words<'w> {
    fn number(&mut self, word: &'w str) -> usize {
        let next = self.all.len();
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.all.push(word);
        }
        number
    }

    /// For each word those that agree with it, itself among them, in order.
    fn agreeing(
        &self,
        likely: impl Fn(&Self, usize) -> Vec<usize>,
        agree: impl Fn(&str, &str) -> Option<Agreement>,
    ) -> Vec<Vec<usize>> {
        let mut all: Vec<Vec<usize>> = (0..self.all.len()).map(|word| vec![word]).collect();
        let mut link = |one: usize, other: usize| {
            all[one].push(other);
            all[other].push(one);
        };
        for one in 0..self.all.len() {
            for other in likely(self, one) {
                let (a, b) = (self.all[one], self.all[other]);
                if one != other && (agree(a, b).is_some() || agree(b, a).is_some()) {
                    link(one, other);
                }
            }
        }
        near_spellings::pairs(&self.all).into_iter().for_each(|(one, other)| link(one, other));
        for list in &mut all {
            list.sort_unstable();
            list.dedup();
        }
        all
    }

    /// Those that begin so.
    fn beginning<'s>(&'s self, begin: &'s str) -> impl Iterator<Item = usize> + 's {
        let from = self.numbers.range(begin..);
        from.take_while(move |(word, _)| word.starts_with(begin)).map(|(_, number)| *number)
    }
}

/// For each given name those of which it may be a short form or the initial.
fn given_agreeing(given: &Words<'_>) -> Vec<Vec<usize>> {
    let mut names = GivenNames::default();
    for name in &given.all {
        names.number(name);
    }
    let likely = |given: &Words<'_>, at: usize| {
        let mut found = names.short_forms(given.all[at]);
        if given.all[at].chars().nth(1).is_none() {
            found.extend(given.beginning(given.all[at]));
        }
        found
    };
    given.agreeing(likely, first_agreement)
}

/// For each surname those that are another form of it, a part, or its first letters.
fn surnames_agreeing(surnames: &Words<'_>) -> Vec<Vec<usize>> {
    let mut keys: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    surnames.all.iter().enumerate().for_each(|(at, word)| keys.entry(surname_key(word)).or_default().push(at));
    let likely = |surnames: &Words<'_>, at: usize| {
        let word = surnames.all[at];
        let mut found = keys.get(&surname_key(word)).cloned().unwrap_or_default();
        if word.chars().nth(2).is_none() {
            found.extend(surnames.beginning(word));
        }
        if word.contains(' ') {
            found.extend(word.split(' ').filter_map(|part| surnames.numbers.get(part)));
        }
        found
    };
    surnames.agreeing(likely, surname_agreement)
}
