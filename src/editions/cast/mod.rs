//! Everyone who has a name in the case, and what is said instead of those whose names are left out.

mod prepare;

pub use prepare::{add_variants, prepare};

use super::ordinary::{is_family_word, is_small, is_title};
use super::redactor::{Instead, Kind};
use super::words;
use crate::model::{PersonId, When};
use crate::people::is_nickname;
use crate::reading::is_ordinary;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody with a name.
#[derive(Clone, Debug)]
pub struct Member {
    /// Their id, for those who are people of the history.
    pub id: Option<PersonId>,
    /// The name they are mostly known by.
    pub name: String,
    /// Every other name some return or the front sheet gives them.
    pub others: Vec<String>,
    /// Date of birth.
    pub born: Option<When>,
    /// What is said instead; none for those whose names stay.
    pub instead: Option<Instead>,
}

/// The parts of a name that tell whose it is, folded: no titles, no family words, no small words without a capital.
pub fn parts(name: &str) -> Vec<String> {
    let found = words::words(name);
    let mut kept: Vec<String> = Vec::new();
    for word in &found {
        let of_family = is_family_word(&word.folded);
        // "Wei Ma" and "Mo Farah" are names; "Nana Pat" and "Uncle Ray" begin with a family word.
        let named = word.capital
            && match kept.is_empty() {
                true => {
                    found.len() > 1 && crate::reading::is_given_name(&word.folded) && !is_for_grandmother(&word.folded)
                }
                false => true,
            };
        let letters = word.folded.chars().any(char::is_alphabetic);
        if letters && !is_title(&word.folded) && (!of_family || named) && (word.capital || !is_ordinary(&word.folded)) {
            kept.push(word.folded.clone());
        }
    }
    kept
}

fn is_for_grandmother(word: &str) -> bool {
    matches!(word, "nan" | "nana" | "nanny")
}

impl Member {
    /// Every name, in parts.
    fn names(&self) -> Vec<Vec<String>> {
        let given = parts(&self.name).into_iter().next().unwrap_or_default();
        // "Mo" is a word for a mother in notes, and Maureen's name.
        let pet = |name: &str| {
            let folded = crate::people::fold(name);
            if is_nickname(&folded, &given) { vec![folded] } else { Vec::new() }
        };
        let named = |name: &String| Some(parts(name)).filter(|parts| !parts.is_empty()).unwrap_or_else(|| pet(name));
        let all = std::iter::once(&self.name).chain(&self.others).map(named);
        all.filter(|parts| !parts.is_empty()).collect()
    }

    /// The words that give them away one by one. An alias of several ordinary words does so only as a whole.
    pub fn singles(&self) -> BTreeSet<String> {
        let main: BTreeSet<String> = parts(&self.name).into_iter().collect();
        let names = self.names();
        let telling = names.iter().flat_map(|name| {
            let alone = name.len() == 1;
            let main = &main;
            name.iter().filter(move |part| alone || main.contains(*part) || !is_ordinary(part))
        });
        // "O Sullivan" is written "O'Sullivan" too, and "De Souza" "Desouza".
        let run = names.iter().flat_map(|name| name.windows(2)).filter(|pair| pair[0].chars().count() < 4);
        let run = run.map(|pair| pair.concat()).filter(|word| !is_ordinary(word));
        let alone = telling.filter(|part| part.chars().count() > 1 && !is_small(part)).cloned();
        alone.chain(run).collect()
    }

    /// Several words in order that give them away: the name, the surname first, an initial and the surname.
    pub fn phrases(&self) -> BTreeSet<Vec<String>> {
        let mut found = BTreeSet::new();
        for name in self.names().into_iter().filter(|name| name.len() > 1) {
            let (Some(first), Some(last)) = (name.first().cloned(), name.last().cloned()) else { continue };
            let initial: String = first.chars().take(1).collect();
            let rest: Vec<String> =
                std::iter::once(last.clone()).chain(name[..name.len() - 1].iter().cloned()).collect();
            found.extend([
                rest,
                vec![first.clone(), last.clone()],
                vec![last.clone(), first.clone()],
                vec![initial.clone(), last.clone()],
                vec![last.clone(), initial],
            ]);
            let initials = |parts: &[&String]| -> Vec<String> {
                parts.iter().map(|part| part.chars().take(1).collect()).collect()
            };
            found.insert(initials(&name.iter().collect::<Vec<_>>()));
            found.insert(initials(&[&first, &last]));
            found.insert(name);
        }
        found
    }

    /// First letters of the first and the last part of each name, where nothing else is meant by them.
    pub fn initials(&self) -> BTreeSet<String> {
        let names = self.names().into_iter().filter(|name| name.len() > 1);
        let letters = names.flat_map(|name| {
            let all: String = name.iter().filter_map(|part| part.chars().next()).collect();
            let ends: String =
                [name.first(), name.last()].into_iter().flatten().filter_map(|part| part.chars().next()).collect();
            [all, ends]
        });
        letters.filter(|letters| letters.chars().count() > 1 && (!is_ordinary(letters) || is_title(letters))).collect()
    }
}

/// Gives each of several who would be called the same a number: "another child" becomes "other child 2".
pub fn numbered(named: Vec<(usize, &'static str, &'static str, Kind)>) -> Vec<(usize, Instead)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut of: BTreeMap<&str, usize> = BTreeMap::new();
    named.iter().for_each(|(_, _, many, _)| *of.entry(many).or_default() += 1);
    let each = named.into_iter().map(|(at, one, many, kind)| {
        let nth = seen.entry(many).or_default();
        *nth += 1;
        let words = if of.get(many) == Some(&1) { one.to_owned() } else { format!("{many} {nth}") };
        (at, Instead::person(words, kind))
    });
    each.collect()
}
