//! The full names by which a person is known, and where each is given.

use crate::history::History;
use crate::model::{EntryId, FrontPerson, Mention, Naming, Person, PersonId};
use crate::people::is_nickname;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A first name and a surname by which a person is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownName {
    /// In the usual order and case: "Darren Mallory".
    pub words: String,
    /// The entries that give it; none where only the front sheet does.
    pub entries: Vec<EntryId>,
}

/// Whether two written names are one: order, case, titles and commas aside.
pub fn same(a: &str, b: &str) -> bool {
    folded(a) == folded(b)
}

fn folded(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').map(str::to_owned);
    let mut words: Vec<String> = words.filter(|word| !word.is_empty() && !TITLES.contains(&word.as_str())).collect();
    words.sort();
    words
}

const TITLES: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "uncle", "aunt", "auntie", "grandad", "nan"];

/// For each person the mentions of them, with the places of their entries.
pub fn mentions<'h>(history: &'h History<'_>) -> FxHashMap<&'h PersonId, Vec<(usize, &'h Mention)>> {
    let mut found: FxHashMap<&PersonId, Vec<(usize, &Mention)>> = FxHashMap::default();
    for (at, people) in history.people.of.iter().enumerate() {
        for (mention, who) in history.readings[at].mentions.iter().zip(people) {
            if let Some(who) = who {
                found.entry(who).or_default().push((at, mention));
            }
        }
    }
    found
}

/// Every full name of a person whose mentions are given, each once, with what [`former_names`] says. A nickname before the same surname is no
/// other name.
pub fn known_names(
    history: &History<'_>,
    person: &Person,
    mentions: &[(usize, &Mention)],
    former: &[(String, String)],
) -> Vec<KnownName> {
    let mut found: BTreeMap<Vec<String>, KnownName> = BTreeMap::new();
    let mut add = |words: &str, entry: Option<&EntryId>| {
        let parts: Vec<String> = words.split_whitespace().map(titled).collect();
        if parts.len() < 2 || parts.iter().any(|part| part.chars().count() < 2) {
            return;
        }
        let words = parts.join(" ");
        let name = found.entry(folded(&words)).or_insert(KnownName { words, entries: Vec::new() });
        name.entries.extend(entry.cloned());
    };
    add(&person.name, None);
    let front = history.front.everyone().filter(|one| one.id == person.id);
    front.flat_map(FrontPerson::names).for_each(|name| add(name, None));
    for (at, mention) in mentions {
        let entry = Some(&history.entries[*at].id);
        if let Naming::Full { given, surname } = &mention.naming {
            add(&format!("{given} {surname}"), entry);
            for other in mention.also.iter().filter(|other| !other.contains(' ')) {
                add(&format!("{given} {other}"), entry);
            }
        }
        for other in mention.also.iter().filter(|other| other.contains(' ')) {
            add(other, entry);
        }
    }
    for (name, other) in former {
        if found.contains_key(&folded(name)) {
            let words = if other.contains(' ') { other.clone() } else { format!("{} {other}", ends(name).0) };
            let words = words.split_whitespace().map(titled).collect::<Vec<_>>().join(" ");
            found.entry(folded(&words)).or_insert(KnownName { words, entries: Vec::new() });
        }
    }
    let main = found.get(&folded(&person.name)).map(|name| name.words.clone()).unwrap_or_default();
    found.into_values().filter(|name| name.words == main || is_other(&main, &name.words)).collect()
}

/// Words between a name and another name of the same person.
const FORMERLY: &[&str] =
    &[" formerly ", " previously ", " also known as ", " aka ", " née ", " nee ", " was ", " now "];

/// What stands above the returns' tables: "Fadi AZIZ, formerly Fadi MANSOUR".
pub fn former_names(history: &History<'_>) -> Vec<(String, String)> {
    let lines = history.returns.iter().flat_map(|one| &one.preamble);
    let pair = |line: &String| {
        let marker = FORMERLY.iter().find(|marker| line.contains(**marker))?;
        let (before, after) = line.split_once(marker)?;
        let name = before.rsplit([':', ';']).next().unwrap_or(before);
        let upper = |word: &&str| word.starts_with(char::is_uppercase);
        let clean = |words: &str| words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let other: Vec<&str> = after.split_whitespace().take_while(upper).take(3).collect();
        Some((clean(name), clean(&other.join(" "))))
    };
    lines.filter_map(pair).filter(|(name, other)| !name.is_empty() && !other.is_empty()).collect()
}

/// Whether a name is more than the main one with a nickname, a middle name or an initial.
fn is_other(main: &str, name: &str) -> bool {
    let (first, last) = ends(name);
    let (main_first, main_last) = ends(main);
    let given = first.eq_ignore_ascii_case(main_first) || is_nickname(first, main_first);
    if last.eq_ignore_ascii_case(main_first) {
        return false;
    }
    let surname = last.eq_ignore_ascii_case(main_last);
    if surname { !given } else { first.eq_ignore_ascii_case(main_first) || !given }
}

fn ends(name: &str) -> (&str, &str) {
    let first = name.split_whitespace().next().unwrap_or_default();
    (first, name.split_whitespace().next_back().unwrap_or_default())
}

/// "MALLORY" as "Mallory"; what is not all in capitals stays as it is.
fn titled(word: &str) -> String {
    if word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
        .unwrap_or_default()
}
