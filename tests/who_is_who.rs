//! How well mentions become people, on generated case files of which the truth is known.
//!
//! Families with aliases, initials, changed surnames, misspellings, twins, a father and son of one name and two
//! uncles of one name are told by several agencies, each in its own way. Every pair of mentions is then either
//! one person's or not. Joining two people is the worse error, so precision is held higher than recall.

#[path = "who/family.rs"]
mod family;
#[path = "who/told.rs"]
mod told;

use lifespan::model::{Entry, Reading};
use lifespan::people;
use std::collections::BTreeMap;

/// Pairs of mentions: said to be one and are, said to be one and are not, are one and not said to be.
#[derive(Default)]
struct Pairs {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Pairs {
    fn add(&mut self, truth: &[String], said: &[String]) {
        let choose_two = |n: usize| n * n.saturating_sub(1) / 2;
        let sum = |groups: BTreeMap<String, usize>| groups.into_values().map(choose_two).sum::<usize>();
        let count = |labels: Vec<String>| {
            labels.into_iter().fold(BTreeMap::new(), |mut groups: BTreeMap<String, usize>, label| {
                *groups.entry(label).or_default() += 1;
                groups
            })
        };
        let both = sum(count(truth.iter().zip(said).map(|(one, other)| format!("{one}|{other}")).collect()));
        self.right += both;
        self.wrong += sum(count(said.to_vec())) - both;
        self.missed += sum(count(truth.to_vec())) - both;
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    fn f1(&self) -> f64 {
        2.0 * self.precision() * self.recall() / (self.precision() + self.recall())
    }
}

#[test]
fn generated_case_files_are_put_together_well() {
    let mut pairs = Pairs::default();
    for seed in 0..150 {
        let mut chance = family::Chance::new(seed);
        let family = family::family(&mut chance);
        let told = told::tell(&family, &mut chance);
        let entries: Vec<&Entry> = told.read.iter().map(|(entry, _)| entry).collect();
        let readings: Vec<&Reading> = told.read.iter().map(|(_, reading)| reading).collect();
        let people = people::who(&family.front, &entries, &readings, &[]);
        let mut nobody = 0;
        let said: Vec<String> = people
            .of
            .iter()
            .flatten()
            .map(|person| {
                nobody += 1;
                person.as_ref().map_or_else(|| format!("nobody {nobody}"), ToString::to_string)
            })
            .collect();
        if std::env::var_os("SHOW_JOINS").is_some() {
            show(seed, &told, &said);
        }
        pairs.add(&told.truth, &said);
    }
    let told = format!(
        "precision {:.4}, recall {:.4}, F1 {:.4} over {} pairs",
        pairs.precision(),
        pairs.recall(),
        pairs.f1(),
        pairs.right + pairs.wrong + pairs.missed
    );
    println!("{told}");
    assert!(pairs.precision() >= 0.99 && pairs.f1() >= 0.95, "{told}");
}

/// Prints each mention that is not with most of its person's mentions, for whoever looks into an error.
fn show(seed: u64, told: &told::Told, said: &[String]) {
    let mut usual: BTreeMap<&String, BTreeMap<&String, usize>> = BTreeMap::new();
    for (truth, said) in told.truth.iter().zip(said) {
        *usual.entry(truth).or_default().entry(said).or_default() += 1;
    }
    for ((truth, said), words) in told.truth.iter().zip(said).zip(&told.words) {
        let most = usual[truth].iter().max_by_key(|(_, count)| **count).map(|(most, _)| *most);
        let others = usual.iter().any(|(other, joined)| *other != truth && joined.contains_key(said));
        if most != Some(said) || others {
            println!("{seed}: {words:40} is {truth:24} and was taken for {said}{}", if others { " !" } else { "" });
        }
    }
}
