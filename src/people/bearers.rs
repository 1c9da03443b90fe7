//! Who bears a name, a part of one, initials or a kin word: looked up, so that nobody need ask everybody.
//!
//! A draft may be listed that was merged into another since; whoever asks leaves those out.

use super::names::surname_key;
use super::nicknames;
use super::profile::Profile;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Drafts by what they are called.
#[derive(Debug, Default)]
pub struct Bearers {
    /// By given name, nickname or alias, one or several.
    given: FxHashMap<String, BTreeSet<usize>>,
    /// The keys of `given`, in the order in which they came.
    all_given: Vec<String>,
    /// By surname, as surnames are compared.
    surname: FxHashMap<String, BTreeSet<usize>>,
    /// By initials.
    initials: FxHashMap<String, BTreeSet<usize>>,
    /// By the kin words that others call them by.
    called: FxHashMap<String, BTreeSet<usize>>,
}

/// For each given name asked for, how many given names were looked through, and those of which one is a short form.
pub type ShortForms = FxHashMap<String, (usize, Vec<usize>)>;

impl Bearers {
    /// Lists a draft under everything that a profile of it says.
    pub fn add(&mut self, draft: usize, profile: &Profile) {
        profile.singles.iter().for_each(|single| self.add_given(draft, single));
        for name in &profile.names {
            self.add_given(draft, name.first());
            if name.given.len() > 1 {
                self.add_given(draft, &name.given.join(" "));
            }
            self.surname.entry(surname_key(&name.surname)).or_default().insert(draft);
            self.initials.entry(name.initials()).or_default().insert(draft);
        }
        for (_, surname) in &profile.surnames {
            self.surname.entry(surname_key(surname)).or_default().insert(draft);
        }
        for letters in &profile.initials {
            self.initials.entry(letters.clone()).or_default().insert(draft);
        }
    }

    /// Lists a draft under kin words.
    pub fn add_called<'w>(&mut self, draft: usize, words: impl IntoIterator<Item = &'w String>) {
        for word in words {
            list(&mut self.called, word).insert(draft);
        }
    }

    fn add_given(&mut self, draft: usize, name: &str) {
        if !self.given.contains_key(name) {
            self.all_given.push(name.to_owned());
        }
        list(&mut self.given, name).insert(draft);
    }

    /// Whoever bears one of these given names, in order.
    pub fn of_given<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> BTreeSet<usize> {
        all(&self.given, names)
    }

    /// Whoever bears a given name of which one of these is a short form, or the other way round, in order.
    pub fn of_short<'n>(&self, names: impl IntoIterator<Item = &'n String>, known: &mut ShortForms) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for name in names {
            let (seen, short) = known.entry(name.clone()).or_default();
            let new = (*seen..self.all_given.len()).filter(|at| nicknames::short_form(name, &self.all_given[*at]));
            short.extend(new);
            *seen = self.all_given.len();
            let drafts = short.iter().filter_map(|at| self.given.get(&self.all_given[*at]));
            found.extend(drafts.flatten());
        }
        found
    }

    /// Whoever bears a surname, in order.
    pub fn of_surname(&self, surname: &str) -> impl Iterator<Item = usize> {
        self.surname.get(&surname_key(surname)).into_iter().flatten().copied()
    }

    /// Whoever bears one of these initials, in order.
    pub fn of_initials<'n>(&self, letters: impl IntoIterator<Item = &'n String>) -> BTreeSet<usize> {
        all(&self.initials, letters)
    }

    /// Whoever is called by one of these kin words, in order.
    pub fn of_called<'n>(&self, words: impl IntoIterator<Item = &'n String>) -> BTreeSet<usize> {
        all(&self.called, words)
    }
}

fn list<'m>(map: &'m mut FxHashMap<String, BTreeSet<usize>>, key: &str) -> &'m mut BTreeSet<usize> {
    map.entry(key.to_owned()).or_default()
}

fn all<'n>(map: &FxHashMap<String, BTreeSet<usize>>, keys: impl IntoIterator<Item = &'n String>) -> BTreeSet<usize> {
    keys.into_iter().filter_map(|key| map.get(key)).flatten().copied().collect()
}
