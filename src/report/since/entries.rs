//! Which entry of an earlier build each entry is, and what became of the others.
//!
//! A row that moved in its file, or a file that got another name, is no change: an entry is the same where its agency, its
//! dates and all its words are.

use super::earlier::{Date, Earlier, Entry};
use crate::account::{Account, ChangedEntry, EntryAccount, GoneEntry, NewEntry};
use crate::model::{EntryId, When};
use crate::report::plain;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How much of the words of two entries of one day must be alike for one to be the other, changed.
const ALIKE: f64 = 0.6;

/// The entries of both builds, held against each other.
pub struct Entries<'a> {
    /// What each entry of then is now.
    pub now: BTreeMap<&'a str, &'a EntryId>,
    /// Those that were not there.
    pub new: Vec<NewEntry>,
    /// Those that are gone.
    pub gone: Vec<GoneEntry>,
    /// Those that say something else.
    pub changed: Vec<ChangedEntry>,
}

/// Holds them against each other.
pub fn entries<'a>(account: &'a Account, then: &'a Earlier) -> Entries<'a> {
    let mut left: Vec<&EntryAccount> = account.entries.iter().chain(&account.undated).collect();
    let mut old: Vec<&Entry> = then.entries.iter().chain(&then.undated).collect();
    let mut now = BTreeMap::new();
    pair(
        &mut old,
        &mut left,
        &mut now,
        |one| (one.id.clone(), said_then(one)),
        |one| (one.id.0.clone(), said_now(one)),
    );
    pair(&mut old, &mut left, &mut now, said_then, said_now);
    let same: BTreeSet<&str> = now.keys().copied().collect();
    pair(&mut old, &mut left, &mut now, words_then, words_now);
    alike(&mut old, &mut left, &mut now);
    let by_id: BTreeMap<&EntryId, &EntryAccount> =
        account.entries.iter().chain(&account.undated).map(|one| (&one.id, one)).collect();
    let others = then.entries.iter().chain(&then.undated).filter(|one| !same.contains(one.id.as_str()));
    let changed = others.filter_map(|one| Some(change(one, by_id.get(now.get(one.id.as_str())?)?))).collect();
    Entries {
        now,
        new: left.into_iter().map(|one| new(then, one)).collect(),
        gone: old.into_iter().map(|one| gone(account, one)).collect(),
        changed,
    }
}

/// Takes out of both lists the entries that have the same key, the first to the first.
fn pair<'a, K: Ord>(
    old: &mut Vec<&'a Entry>,
    left: &mut Vec<&'a EntryAccount>,
    now: &mut BTreeMap<&'a str, &'a EntryId>,
    key_then: impl Fn(&'a Entry) -> K,
    key_now: impl Fn(&'a EntryAccount) -> K,
) {
    let mut open: BTreeMap<K, VecDeque<&EntryAccount>> = BTreeMap::new();
    left.iter().for_each(|one| open.entry(key_now(one)).or_default().push_back(one));
    old.retain(|one| match open.get_mut(&key_then(one)).and_then(VecDeque::pop_front) {
        Some(found) => now.insert(&one.id, &found.id).is_some(),
        None => true,
    });
    let taken: BTreeSet<&EntryId> = now.values().copied().collect();
    left.retain(|one| !taken.contains(&one.id));
}

/// Pairs what is left of one agency and day, or of one place, where most of the words are alike; the most alike first.
fn alike<'a>(old: &mut Vec<&'a Entry>, left: &mut Vec<&'a EntryAccount>, now: &mut BTreeMap<&'a str, &'a EntryId>) {
    let mut close: Vec<(f64, usize, usize)> = Vec::new();
    for (at, one) in old.iter().enumerate() {
        for (place, other) in left.iter().enumerate().filter(|(_, other)| other.agency.0 == one.agency) {
            if one.id == other.id.0 || date_then(one) == date_now(other) {
                close.push((strsim::sorensen_dice(&one.text, &other.text), at, place));
            }
        }
    }
    close.retain(|(likeness, _, _)| *likeness > ALIKE);
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for (_, at, place) in close {
        if !used.contains(&at) && !taken.contains(&place) {
            now.insert(&old[at].id, &left[place].id);
            used.insert(at);
            taken.insert(place);
        }
    }
    let mut at = 0;
    old.retain(|_| (!used.contains(&at), at += 1).0);
    let mut place = 0;
    left.retain(|_| (!taken.contains(&place), place += 1).0);
}

type Words<'e> = (&'e str, Vec<&'e str>);
type Said<'e> = (Words<'e>, Option<&'e str>, Option<chrono::NaiveDate>);

fn words_then(one: &Entry) -> Words<'_> {
    (&one.agency, one.cells.iter().map(|cell| cell.text.as_str()).collect())
}

fn words_now(one: &EntryAccount) -> Words<'_> {
    (&one.agency.0, one.cells.iter().map(|cell| cell.text.as_str()).collect())
}

fn said_then(one: &Entry) -> Said<'_> {
    (words_then(one), date_then(one), one.known_on)
}

fn said_now(one: &EntryAccount) -> Said<'_> {
    (words_now(one), date_now(one), one.known_on)
}

fn date_then(one: &Entry) -> Option<&str> {
    one.date.as_ref().map(|date| date.edtf.as_str())
}

fn date_now(one: &EntryAccount) -> Option<&str> {
    one.date.as_ref().map(|date| date.edtf.as_str())
}

fn new(then: &Earlier, one: &EntryAccount) -> NewEntry {
    let mut aside = then.ledger.returns.iter().flat_map(|sent| &sent.set_aside);
    let then = aside.find(|row| row.at == one.id.0).map(|row| row.reason.clone());
    NewEntry { entry: one.id.clone(), set_aside_then: then }
}

fn gone(account: &Account, one: &Entry) -> GoneEntry {
    let mut aside = account.ledger.returns.iter().flat_map(|sent| &sent.set_aside);
    let undated = |id: &EntryId| account.undated.iter().any(|entry| entry.id == *id);
    GoneEntry {
        at: one.id.clone(),
        agency: one.agency.clone(),
        date: one.date.as_ref().map(|date| date.written.clone()),
        text: one.text.clone(),
        set_aside_now: aside.find(|row| row.at.0 == one.id && !undated(&row.at)).map(|row| row.reason.clone()),
    }
}

fn change(then: &Entry, now: &EntryAccount) -> ChangedEntry {
    let mut what = Vec::new();
    let reworded = then.text != now.text;
    if reworded {
        what.push("Its words changed.".to_owned());
    }
    let date = |date: Option<(&str, &str)>| {
        date.map_or_else(|| "none".to_owned(), |(written, edtf)| format!("“{written}” ({})", plain::edtf(edtf)))
    };
    let known = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "no day that is shown".to_owned(), plain::day);
    if date_then(then) != date_now(now) {
        let was = then.date.as_ref().map(|Date { written, edtf }| (written.as_str(), edtf.as_str()));
        let is = now.date.as_ref().map(|When { written, edtf, .. }| (written.as_str(), edtf.as_str()));
        what.push(format!("Its date was {}, and is {}.", date(was), date(is)));
    } else if then.known_on != now.known_on {
        what.push(format!(
            "It was known to the agency on {}, and now on {}.",
            known(then.known_on),
            known(now.known_on)
        ));
    }
    if what.is_empty() {
        what.push("Something beside its words changed.".to_owned());
    }
    ChangedEntry { entry: now.id.clone(), what, text_then: reworded.then(|| then.text.clone()) }
}
