//! Numbers in place of names: "Case 12", "Person 3". A number says nothing of who it is, and stays from run to run.
//!
//! New numbers follow the order of a keyed digest, not of names, folders or dates. The key is made from all cases of the
//! first run together, so that nobody who has the report alone can work the order out. What had a number keeps it: the
//! key file remembers.

use crate::digest::hex;
use std::collections::{BTreeMap, BTreeSet};

/// What an identity is made of: a case's folder, and within it a person or an address.
pub type Identity = (String, String);

/// Numbers that were given before.
#[derive(Clone, Debug, Default)]
pub struct Numbering {
    given: BTreeMap<(String, Identity), usize>,
    highest: BTreeMap<String, usize>,
}

impl Numbering {
    /// Remembers a number.
    pub fn remember(&mut self, kind: &str, identity: Identity, number: usize) {
        let highest = self.highest.entry(kind.to_owned()).or_default();
        *highest = (*highest).max(number);
        self.given.entry((kind.to_owned(), identity)).or_insert(number);
    }

    /// A number for each of these, each of which goes by one or several identities: the one it had, the lowest where it
    /// had several, else a new one. No two get the same.
    pub fn numbers(&self, kind: &str, key: &str, all: &[Vec<Identity>]) -> Vec<usize> {
        let had = |identities: &Vec<Identity>| {
            identities.iter().filter_map(|one| self.given.get(&(kind.to_owned(), one.clone())).copied()).min()
        };
        let mut taken = BTreeSet::new();
        let mut numbers: Vec<Option<usize>> =
            all.iter().map(|one| had(one).filter(|number| taken.insert(*number))).collect();
        let mut new: Vec<usize> = (0..all.len()).filter(|at| numbers[*at].is_none()).collect();
        new.sort_by_cached_key(|at| digest(key, kind, all[*at].iter().min()));
        let mut next = self.highest.get(kind).copied().unwrap_or(0);
        for at in new {
            next += 1;
            numbers[at] = Some(next);
        }
        numbers.into_iter().flatten().collect()
    }
}

/// A key from words that only those who hold the cases know.
pub fn key<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let digests: String = words.into_iter().map(|word| hex(word.as_bytes())).collect();
    hex(digests.as_bytes())
}

fn digest(key: &str, kind: &str, identity: Option<&Identity>) -> String {
    let (case, within) = identity.map_or(("", ""), |(case, within)| (case.as_str(), within.as_str()));
    hex(format!("{key}\n{kind}\n{case}\n{within}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(name: &str) -> Vec<Identity> {
        vec![(name.to_owned(), String::new())]
    }

    #[test]
    fn a_number_stays_when_others_come() {
        let key = key(["a secret"]);
        let first = Numbering::default().numbers("case", &key, &[case("a"), case("b"), case("c")]);
        assert_eq!(first.iter().copied().collect::<BTreeSet<_>>(), BTreeSet::from([1, 2, 3]));
        let mut known = Numbering::default();
        for (name, number) in ["a", "b", "c"].iter().zip(&first) {
            known.remember("case", case(name)[0].clone(), *number);
        }
        let then = known.numbers("case", "another key", &[case("new"), case("c"), case("a")]);
        assert_eq!(then, [4, first[2], first[0]]);
    }
}
