//! Everything that gives somebody away, put into a redactor.

use super::{Member, parts};
use crate::editions::redactor::{Instead, Redactor, Single};
use crate::people::{is_nickname, may_be_misspelt};
use crate::reading::is_ordinary;
use std::collections::{BTreeMap, BTreeSet};

/// Who bears a word or a phrase: the places of the members.
type Bearers<K> = BTreeMap<K, BTreeSet<usize>>;

fn bearers<K: Ord>(cast: &[Member], words: impl Fn(&Member) -> BTreeSet<K>) -> Bearers<K> {
    let mut found: Bearers<K> = BTreeMap::new();
    for (at, member) in cast.iter().enumerate() {
        words(member).into_iter().for_each(|word| {
            found.entry(word).or_default().insert(at);
        });
    }
    found
}

/// What is said instead of a word: the person where one alone bears it, else what kind of word stood there; none where
/// somebody bears it whose name stays.
fn instead(cast: &[Member], bearers: &BTreeSet<usize>, otherwise: &str) -> Option<Instead> {
    let said: Option<Vec<&Instead>> = bearers.iter().map(|at| cast[*at].instead.as_ref()).collect();
    let said = said?;
    let first = *said.first()?;
    let one = said.iter().all(|other| other.words == first.words);
    Some(if one { first.clone() } else { Instead::thing(otherwise, first.kind) })
}

/// Puts everything that gives somebody away into a redactor.
pub fn prepare(cast: &[Member], redactor: &mut Redactor) {
    let surname =
        |word: &String| cast.iter().any(|one| parts(&one.name).last() == Some(word) && parts(&one.name).len() > 1);
    for (word, borne) in bearers(cast, Member::singles) {
        let otherwise = if surname(&word) { "surname" } else { "name" };
        if let Some(instead) = instead(cast, &borne, otherwise) {
            let ordinary = is_ordinary(&word);
            redactor.singles.insert(word, Single { instead, ordinary, capitals: false });
        }
    }
    for (letters, borne) in bearers(cast, Member::initials) {
        if let Some(instead) = instead(cast, &borne, "initials") {
            redactor.singles.entry(letters).or_insert(Single { instead, ordinary: false, capitals: true });
        }
    }
    for (phrase, borne) in bearers(cast, Member::phrases) {
        if let Some(instead) = instead(cast, &borne, "name") {
            redactor.phrases.entry(phrase[0].clone()).or_default().push((phrase, instead));
        }
    }
    births(cast, redactor);
}

fn births(cast: &[Member], redactor: &mut Redactor) {
    use chrono::Datelike;
    for member in cast {
        let Some(born) = &member.born else { continue };
        match (&member.instead, born.is_day()) {
            (None, true) => {
                redactor.births.kept.insert(born.earliest);
            }
            (Some(_), true) => {
                redactor.births.days.insert(born.earliest);
            }
            (Some(_), false) if (born.latest - born.earliest).num_days() < 31 => {
                redactor.births.months.insert((born.earliest.year(), born.earliest.month()));
            }
            _ => {}
        }
    }
    let kept = redactor.births.kept.clone();
    redactor.births.days.retain(|day| !kept.contains(day));
}

/// Adds the words of the case that are slips and pet forms of names that are left out.
pub fn add_variants(cast: &[Member], words: &BTreeSet<String>, redactor: &mut Redactor) {
    let stays: BTreeSet<String> = cast.iter().filter(|one| one.instead.is_none()).flat_map(Member::singles).collect();
    let open = words.iter().filter(|word| word.chars().count() > 2 && !is_ordinary(word) && !stays.contains(*word));
    let open: Vec<&String> = open.filter(|word| redactor.single(word).is_none()).collect();
    for member in cast.iter().filter(|one| one.instead.is_some()) {
        let Some(instead) = &member.instead else { continue };
        let given = parts(&member.name).first().cloned().unwrap_or_default();
        for word in &open {
            let slip = |name: &String| {
                name.chars().count() > 4 && may_be_misspelt(word, name) && !crate::reading::is_given_name(word)
            };
            if (is_nickname(word, &given) && given != **word) || member.singles().iter().any(slip) {
                let single = Single { instead: instead.clone(), ordinary: false, capitals: false };
                redactor.singles.entry((*word).clone()).or_insert(single);
            }
        }
    }
}
