//! Who bears a name, a part of one, initials or a kin word: looked up, so that nobody need ask everybody.

use super::given_names::GivenNames;
use super::names::{Name, surname_key};
use super::profile::Profile;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Drafts by what they are called.
#[derive(Debug, Default)]
pub struct Bearers {
    /// Given names, nicknames and aliases, one or several.
    names: GivenNames,
    /// By the number of such a name.
    given: Vec<BTreeSet<usize>>,
    /// By surname, as surnames are compared.
    surname: FxHashMap<String, BTreeSet<usize>>,
    /// By initials.
    initials: FxHashMap<String, BTreeSet<usize>>,
    /// By the kin words that others call them by.
    called: FxHashMap<String, BTreeSet<usize>>,
}

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

    /// Takes a draft off every list of what a profile of it says.
    pub fn remove(&mut self, draft: usize, profile: &Profile) {
        let names = profile.names.iter();
        let joined = names.clone().filter(|name| name.given.len() > 1).map(|name| name.given.join(" "));
        let given = profile.singles.iter().cloned().chain(names.clone().map(|name| name.first().to_owned()));
        for number in given.chain(joined).filter_map(|name| self.names.get(&name)).collect::<Vec<_>>() {
            self.given[number].remove(&draft);
        }
        let surnames = names.clone().map(|name| &name.surname).chain(profile.surnames.iter().map(|(_, name)| name));
        for surname in surnames {
            take_off(&mut self.surname, &surname_key(surname), draft);
        }
        for letters in names.map(Name::initials).chain(profile.initials.iter().cloned()) {
            take_off(&mut self.initials, &letters, draft);
        }
    }

    /// Takes a draft off the lists of kin words.
    pub fn remove_called<'w>(&mut self, draft: usize, words: impl IntoIterator<Item = &'w String>) {
        for word in words {
            take_off(&mut self.called, word, draft);
        }
    }

    /// Lists a draft under kin words.
    pub fn add_called<'w>(&mut self, draft: usize, words: impl IntoIterator<Item = &'w String>) {
        for word in words {
            list(&mut self.called, word).insert(draft);
        }
    }

    fn add_given(&mut self, draft: usize, name: &str) {
        let number = self.names.number(name);
        if number == self.given.len() {
            self.given.push(BTreeSet::new());
        }
        self.given[number].insert(draft);
    }

    /// Whoever bears one of these given names, in order.
    pub fn of_given<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> BTreeSet<usize> {
        self.each_given(names).collect()
    }

    /// The same, one after the other; some of them twice.
    pub fn each_given<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> impl Iterator<Item = usize> {
        names.into_iter().filter_map(|name| self.names.get(name)).flat_map(|name| &self.given[name]).copied()
    }

    /// Whoever bears a given name of which one of these is a short form, or the other way round, in order.
    pub fn of_short<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> BTreeSet<usize> {
        let short = names.into_iter().flat_map(|name| self.names.short_forms(name));
        short.flat_map(|name| &self.given[name]).copied().collect()
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

fn take_off(map: &mut FxHashMap<String, BTreeSet<usize>>, key: &str, draft: usize) {
    if let Some(list) = map.get_mut(key) {
        list.remove(&draft);
    }
}

fn all<'n>(map: &FxHashMap<String, BTreeSet<usize>>, keys: impl IntoIterator<Item = &'n String>) -> BTreeSet<usize> {
    keys.into_iter().filter_map(|key| map.get(key)).flatten().copied().collect()
}
