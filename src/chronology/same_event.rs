//! Which entries record one event. They stay separate entries: each is what its agency knew.
//!
//! Two entries of different agencies are one event when they tell of the same day and share enough of what happened:
//! the kind of event, people other than the child, uncommon words, a time of day, or one of them naming the other's
//! agency as its source. Each entry is paired with at most one entry of another agency: the one it shares most with.

use super::told_days::days;
use crate::model::{AgencyId, Entry, EntryId, EventKind, FrontSheet, PersonId, Reading};
use crate::people::People;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How many days may pass before another agency writes down that it was told.
const NOTICE_DAYS: usize = 5;

/// What an entry offers for comparison.
struct Features<'a> {
    entry: &'a Entry,
    day: NaiveDate,
    told: Vec<NaiveDate>,
    kinds: BTreeSet<EventKind>,
    people: BTreeSet<&'a PersonId>,
    words: BTreeSet<String>,
    lower: String,
}

/// For each entry the entries that record the same event.
pub fn same_event<'a>(
    front: &FrontSheet,
    entries: &[&'a Entry],
    readings: &[&'a Reading],
    people: &'a People,
) -> BTreeMap<EntryId, Vec<EntryId>> {
    let all: Vec<Features<'a>> =
        (0..entries.len()).filter_map(|at| features(front, entries[at], readings[at], people, at)).collect();
    let rare = rare_words(&all);
    let mut by_day: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    for (at, one) in all.iter().enumerate() {
        for day in one.told.iter().chain([&one.day]).collect::<BTreeSet<_>>() {
            by_day.entry(*day).or_default().push(at);
        }
    }
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let after = one.day.iter_days().take(NOTICE_DAYS + 1);
        let near: BTreeSet<usize> =
            one.told.iter().copied().chain(after).filter_map(|day| by_day.get(&day)).flatten().copied().collect();
        for other in near.into_iter().filter(|other| *other != at) {
            let (a, b) = (at.min(other), at.max(other));
            if let Some(score) = likeness(front, &all[a], &all[b], &rare) {
                pairs.push((score, a, b));
            }
        }
    }
    choose(&all, pairs)
}

fn features<'a>(
    front: &FrontSheet,
    entry: &'a Entry,
    reading: &'a Reading,
    people: &'a People,
    at: usize,
) -> Option<Features<'a>> {
    let when = entry.when.as_ref().filter(|when| when.is_day())?;
    let text = entry.text();
    let lower = text.to_lowercase();
    let words =
        lower.split(|c: char| !(c.is_alphanumeric() || c == ':')).filter(|word| word.len() > 3).map(stem).collect();
    Some(Features {
        entry,
        day: when.earliest,
        told: days(&text, when.latest),
        kinds: reading.events.iter().map(|event| event.kind).filter(|kind| is_telling(*kind)).collect(),
        people: people.of[at].iter().flatten().filter(|id| **id != front.child.id).collect(),
        words,
        lower,
    })
}

/// Endings set apart so that "excluded" and "exclusion" can meet; never shown to anybody.
fn stem(word: &str) -> String {
    let cut = ["ing", "ed", "es", "s"].iter().find_map(|end| word.strip_suffix(end)).filter(|cut| cut.len() > 3);
    cut.unwrap_or(word).to_owned()
}

/// Kinds that tell one event from another; what every entry has (actions, outcomes, the child's words) does not.
fn is_telling(kind: EventKind) -> bool {
    use EventKind::*;
    !matches!(kind, Action | Outcome | ChildsVoice | Contact | ContactEnded | Referral)
}

/// Words that few entries have: a tenth of them, and at least three.
fn rare_words(all: &[Features<'_>]) -> BTreeSet<String> {
    let mut count: BTreeMap<&String, usize> = BTreeMap::new();
    for word in all.iter().flat_map(|one| &one.words) {
        *count.entry(word).or_default() += 1;
    }
    let most = (all.len() / 10).max(4);
    count.into_iter().filter(|(_, n)| *n <= most).map(|(word, _)| word.clone()).collect()
}

/// How much two entries share, where that is enough to call them one event.
fn likeness(front: &FrontSheet, a: &Features<'_>, b: &Features<'_>, rare: &BTreeSet<String>) -> Option<u32> {
    if a.entry.agency == b.entry.agency || follows_up(a, b) {
        return None;
    }
    let same_day = a.day == b.day;
    let told_day = a.told.contains(&b.day) || b.told.contains(&a.day);
    let shared: Vec<&String> = a.words.intersection(&b.words).filter(|word| rare.contains(*word)).collect();
    let clock = shared.iter().any(|word| word.contains(':') && word.chars().any(|c| c.is_ascii_digit()));
    let named = names_agency(front, &a.lower, &b.entry.agency) || names_agency(front, &b.lower, &a.entry.agency);
    let kinds = !a.kinds.is_disjoint(&b.kinds);
    let people = a.people.intersection(&b.people).count().min(2) as u32;
    let content =
        u32::from(kinds) * 4 + u32::from(clock) * 4 + u32::from(named) * 4 + people * 2 + shared.len().min(5) as u32;
    let day = if same_day || told_day { 10 } else { 0 };
    let enough = if day > 0 { content >= 5 } else { content >= 8 && (named || clock) };
    enough.then_some(day + content)
}

/// Whether one is what was done later about the other: an interview after a missing episode is another event.
fn follows_up(a: &Features<'_>, b: &Features<'_>) -> bool {
    use EventKind::*;
    [ReturnInterview, Screening, Conference, StrategyDiscussion]
        .iter()
        .any(|kind| a.day != b.day && a.kinds.contains(kind) != b.kinds.contains(kind))
}

/// Whether words name an agency: by a word of its name or of its kind ("School reports that ...").
fn names_agency(front: &FrontSheet, lower: &str, id: &AgencyId) -> bool {
    let Some(agency) = front.agencies.iter().find(|one| one.id == *id) else { return false };
    let name = agency.name.to_lowercase();
    let kind = agency.kind.as_deref().unwrap_or_default().to_lowercase();
    let by_name = lower.contains(&name);
    let by_kind = KINDS.iter().any(|(marks, words)| {
        marks.iter().any(|mark| kind.contains(mark) || name.contains(mark))
            && words.iter().any(|word| has_word(lower, word))
    });
    by_name || by_kind
}

/// Marks in an agency's kind or name, and the words by which others speak of it.
const KINDS: &[(&[&str], &[&str])] = &[
    (&["police", "constabulary"], &["police", "officers"]),
    (
        &["social care", "children's services", "children services"],
        &["social care", "csc", "children's services", "social worker", "mash"],
    ),
    (&["school", "academy", "education", "college"], &["school", "academy", "college"]),
    (&["nursery", "early years"], &["nursery"]),
    (&["gp", "surgery", "medical", "practice"], &["gp", "surgery"]),
    (&["health visit"], &["health visitor", "hv"]),
    (&["hospital"], &["hospital", "a&e"]),
    (&["early help"], &["early help"]),
    (&["children's home", "residential"], &["home", "placement"]),
    (&["foster"], &["foster", "carer"]),
];

fn has_word(lower: &str, word: &str) -> bool {
    lower.match_indices(word).any(|(at, found)| {
        let before = lower[..at].chars().next_back();
        let after = lower[at + found.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The strongest pairs first; each entry once for each other agency.
fn choose(all: &[Features<'_>], mut pairs: Vec<(u32, usize, usize)>) -> BTreeMap<EntryId, Vec<EntryId>> {
    pairs.sort_by(|x, y| {
        y.0.cmp(&x.0)
            .then_with(|| (&all[x.1].entry.id, &all[x.2].entry.id).cmp(&(&all[y.1].entry.id, &all[y.2].entry.id)))
    });
    let mut taken: BTreeSet<(usize, &AgencyId)> = BTreeSet::new();
    let mut same: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
    for (_, a, b) in pairs {
        let (one, other) = (all[a].entry, all[b].entry);
        if taken.contains(&(a, &other.agency)) || taken.contains(&(b, &one.agency)) {
            continue;
        }
        taken.insert((a, &other.agency));
        taken.insert((b, &one.agency));
        same.entry(one.id.clone()).or_default().push(other.id.clone());
        same.entry(other.id.clone()).or_default().push(one.id.clone());
    }
    same
}
