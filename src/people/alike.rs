//! Which people may bear names that agree, or one birthday: looked up, so that not everybody is compared with everybody.

use super::draft::Table;
use super::names::{Agreement, first_agreement, surname_agreement};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// Named people, by their names and days of birth.
pub struct Alike {
    /// By draft, the numbers of the first given name and of the surname of each name.
    names: FxHashMap<usize, Vec<(usize, usize)>>,
    /// By those numbers, the drafts.
    bearers: FxHashMap<(usize, usize), Vec<usize>>,
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
            bearers: FxHashMap::default(),
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
                alike.bearers.entry(pair).or_default().push(draft);
            }
            if let Some(born) = profile.born.as_ref().filter(|born| born.is_day()) {
                alike.born.insert(draft, born.earliest);
                alike.birthdays.entry(born.earliest).or_default().push(draft);
            }
        }
        alike.given = given.agreeing(first_agreement);
        alike.surnames = surnames.agreeing(surname_agreement);
        alike
    }

    /// The drafts after this one, in order, whose names may agree with one of its own, or who were born on its day.
    pub fn after(&self, draft: usize) -> Vec<usize> {
        let names = self.names.get(&draft).into_iter().flatten();
        let pairs = names.flat_map(|(given, surname)| {
            self.given[*given].iter().flat_map(|given| self.surnames[*surname].iter().map(|surname| (*given, *surname)))
        });
        let named = pairs.filter_map(|pair| self.bearers.get(&pair)).flatten();
        let born = self.born.get(&draft).and_then(|day| self.birthdays.get(day)).into_iter().flatten();
        let mut after: Vec<usize> = named.chain(born).copied().filter(|other| *other > draft).collect();
        after.sort_unstable();
        after.dedup();
        after
    }
}

/// Different words by number.
#[derive(Default)]
struct Words<'w>(FxHashMap<&'w str, usize>);

impl<'w> Words<'w> {
    fn number(&mut self, word: &'w str) -> usize {
        let next = self.0.len();
        *self.0.entry(word).or_insert(next)
    }

    /// For each word those that agree with it.
    fn agreeing(self, agree: impl Fn(&str, &str) -> Option<Agreement>) -> Vec<Vec<usize>> {
        let mut words = vec![""; self.0.len()];
        self.0.into_iter().for_each(|(word, number)| words[number] = word);
        let mut all: Vec<Vec<usize>> = (0..words.len()).map(|word| vec![word]).collect();
        for one in 0..words.len() {
            for other in one + 1..words.len() {
                if agree(words[one], words[other]).is_some() || agree(words[other], words[one]).is_some() {
                    all[one].push(other);
                    all[other].push(one);
                }
            }
        }
        all
    }
}
