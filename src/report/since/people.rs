//! Which person of an earlier build each person is, and who was joined or split since.
//!
//! People who are on the front sheet are known by their ids; of everybody else the entries that mention them tell.

use super::earlier::Earlier;
use super::entries::Entries;
use crate::account::{Account, PersonAccount};
use std::collections::BTreeMap;

/// What an id of the front sheet weighs against mentions.
const ON_FRONT_SHEET: usize = 1_000_000;

/// The people of both builds, held against each other.
pub struct People<'a> {
    /// Who each person of then is now, by ids.
    pub now: BTreeMap<&'a str, &'a str>,
    /// What changed, each in a sentence.
    pub said: Vec<String>,
}

/// Holds them against each other.
pub fn people<'a>(account: &'a Account, then: &'a Earlier, entries: &Entries<'_>) -> People<'a> {
    let shared = shared(account, then, entries);
    let most = |of: &dyn Fn(&(usize, usize)) -> Option<usize>| {
        let counted = shared.iter().filter_map(|(pair, count)| Some((*count, of(pair)?)));
        counted.fold(None, |best: Option<(usize, usize)>, (count, other)| match best {
            Some((most, _)) if most >= count => best,
            _ => Some((count, other)),
        })
    };
    let goes: Vec<Option<usize>> =
        (0..then.people.len()).map(|old| most(&|pair| (pair.0 == old).then_some(pair.1)).map(|best| best.1)).collect();
    let comes: Vec<Option<usize>> = (0..account.people.len())
        .map(|new| most(&|pair| (pair.1 == new).then_some(pair.0)).map(|best| best.1))
        .collect();
    let now = goes
        .iter()
        .enumerate()
        .filter_map(|(old, new)| Some((then.people[old].id.as_str(), account.people[(*new)?].id.0.as_str())));
    People { now: now.collect(), said: said(account, then, &goes, &comes) }
}

/// How many mentions each person of then shares with each person of now.
fn shared(account: &Account, then: &Earlier, entries: &Entries<'_>) -> BTreeMap<(usize, usize), usize> {
    let mut now: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (new, person) in account.people.iter().enumerate() {
        now.extend(person.mentions.iter().map(|one| ((one.entry.0.as_str(), one.text.as_str()), new)));
    }
    let mut shared = BTreeMap::new();
    for (old, person) in then.people.iter().enumerate() {
        let same = |one: &PersonAccount| one.on_front_sheet && person.on_front_sheet && one.id.0 == person.id;
        if let Some(new) = account.people.iter().position(same) {
            *shared.entry((old, new)).or_default() += ON_FRONT_SHEET;
        }
        for mention in &person.mentions {
            let place = entries.now.get(mention.entry.as_str());
            if let Some(new) = place.and_then(|id| now.get(&(id.0.as_str(), mention.text.as_str()))) {
                *shared.entry((old, *new)).or_default() += 1;
            }
        }
    }
    shared
}

fn said(account: &Account, then: &Earlier, goes: &[Option<usize>], comes: &[Option<usize>]) -> Vec<String> {
    let was = |old: usize| then.people[old].name.as_str();
    let is = |new: usize| account.people[new].name.as_str();
    let from = |new: usize| (0..goes.len()).filter(|old| goes[*old] == Some(new)).collect::<Vec<_>>();
    let into = |old: usize| (0..comes.len()).filter(|new| comes[*new] == Some(old)).collect::<Vec<_>>();
    let mut said = Vec::new();
    for (new, first) in comes.iter().enumerate() {
        match (&from(new)[..], *first) {
            ([], None) => said.push(format!("{} is new.", quoted(is(new)))),
            ([one], _) if was(*one) != is(new) => {
                said.push(format!("{} is now called {}.", quoted(was(*one)), quoted(is(new))));
            }
            (several @ [_, _, ..], _) => said.push(format!(
                "{} {} now taken for one person, {}.",
                listed(several.iter().map(|old| was(*old))),
                if several.len() == 2 { "are both" } else { "are all" },
                quoted(is(new))
            )),
            _ => {}
        }
    }
    for (old, now) in goes.iter().enumerate() {
        match &into(old)[..] {
            several @ [_, _, ..] => said.push(format!(
                "{} is now told apart: {}.",
                quoted(was(old)),
                listed(several.iter().map(|new| is(*new)))
            )),
            _ if now.is_none() => said.push(format!("{} is no longer mentioned.", quoted(was(old)))),
            _ => {}
        }
    }
    said
}

/// A name, or in quotation marks the words by which somebody without one is known.
fn quoted(name: &str) -> String {
    if name.starts_with(char::is_uppercase) { name.to_owned() } else { format!("“{name}”") }
}

/// "Ray, “an uncle” and R Sleight".
fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<String> = names.map(quoted).collect();
    match &names[..] {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
