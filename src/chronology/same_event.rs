//! Which entries record one event. They stay separate entries: each is what its agency knew.
//!
//! Two entries of different agencies are one event when they tell of the same day and share enough of what happened
//! (the kind of event, people other than the child, uncommon words, a time of day), or when the later is the news of the
//! earlier, passed on by its agency. What was done about an event (an interview, a strategy discussion) is another event.
//! Each entry is paired with at most one entry of another agency: the one it shares most with.

use super::features::{Features, features};
use super::notice::{Named, is_notice_from, names, passes_on_to};
use crate::model::{AgencyId, Entry, EntryId, EventKind, FrontSheet, Reading};
use crate::people::People;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How many days may pass before another agency writes down that it was told.
const NOTICE_DAYS: usize = 5;

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
    let mut pairs: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for (at, one) in all.iter().enumerate() {
        let after = one.day.iter_days().take(NOTICE_DAYS + 1);
        let near: BTreeSet<usize> =
            one.told.iter().copied().chain(after).filter_map(|day| by_day.get(&day)).flatten().copied().collect();
        for other in near.into_iter().filter(|other| *other != at) {
            let (a, b) = (at.min(other), at.max(other));
            if let Some(score) = likeness(front, &all[a], &all[b], &rare) {
                pairs.insert((a, b), score);
            }
        }
    }
    choose(&all, pairs.into_iter().map(|((a, b), score)| (score, a, b)).collect())
}

/// Words that few entries have: a tenth of them, and at least four.
fn rare_words(all: &[Features<'_>]) -> BTreeSet<String> {
    let mut count: BTreeMap<&String, usize> = BTreeMap::new();
    for word in all.iter().flat_map(|one| &one.words) {
        *count.entry(word).or_default() += 1;
    }
    let most = (all.len() / 10).max(4);
    count.into_iter().filter(|(_, n)| *n <= most).map(|(word, _)| word.clone()).collect()
}

/// How much two entries share, where that is enough to call them one event. `a` is the earlier in chronology order.
fn likeness(front: &FrontSheet, a: &Features<'_>, b: &Features<'_>, rare: &BTreeSet<String>) -> Option<u32> {
    if a.agency() == b.agency() || is_response_to(a, b) || is_response_to(b, a) {
        return None;
    }
    let content = content(a, b, rare);
    let link = link(front, a, b);
    let same_day = a.day == b.day;
    let told_day = a.told.contains(&b.day) || b.told.contains(&a.day);
    let overnight = (b.day - a.day).num_days() == 1 && a.of_absence && b.of_absence;
    let enough = if same_day {
        content + link.weight >= 4 && (content > 1 || link.mutual && content > 0) || link.notice && link.passed
    } else if told_day {
        link.notice || link.passed && content > 2 || content >= 8 || overnight
    } else {
        link.notice && (link.passed || content > 2) || overnight && !a.clocks.is_disjoint(&b.clocks)
    };
    let day = if same_day || told_day { 10 } else { 0 };
    enough.then_some(day + content + link.weight)
}

/// What two entries share of what happened: the kind of event, a time of day, people, uncommon words.
fn content(a: &Features<'_>, b: &Features<'_>, rare: &BTreeSet<String>) -> u32 {
    let kind = !a.kinds.is_disjoint(&b.kinds) || a.of_absence && b.of_absence;
    let clock = !a.clocks.is_disjoint(&b.clocks);
    let people = a.people.intersection(&b.people).count().min(2) as u32;
    let words = a.words.intersection(&b.words).filter(|word| rare.contains(*word)).count().min(5) as u32;
    u32::from(kind) * 4 + u32::from(clock) * 4 + people * 2 + words
}

/// How two entries speak of each other's agencies.
struct Link {
    /// The later opens as what the other agency told.
    notice: bool,
    /// The earlier says that it told the other agency.
    passed: bool,
    /// Each names the other's agency.
    mutual: bool,
    weight: u32,
}

fn link(front: &FrontSheet, a: &Features<'_>, b: &Features<'_>) -> Link {
    let same_day = a.day == b.day;
    let notice = is_notice_from(front, b, a.agency()) || same_day && is_notice_from(front, a, b.agency());
    let passed = passes_on_to(front, a, b.agency()) || same_day && passes_on_to(front, b, a.agency());
    let named = [names(front, &a.lower, b.agency()), names(front, &b.lower, a.agency())].into_iter().flatten();
    let named: Vec<u32> = named.map(|how| if how == Named::ByName { 3 } else { 1 }).collect();
    let weight = u32::from(notice) * 4 + u32::from(passed) * 2 + named.iter().sum::<u32>();
    Link { notice, passed, mutual: named.len() == 2, weight }
}

/// Whether an entry opens with what was done about something, and the other does not. A strategy discussion of the same
/// day is often written in one entry with what it was about.
fn is_response_to(one: &Features<'_>, other: &Features<'_>) -> bool {
    use EventKind::*;
    const RESPONSES: [EventKind; 7] =
        [ReturnInterview, Screening, Conference, StrategyDiscussion, Section47, Panel, Assessment];
    const MEETINGS: [EventKind; 3] = [Conference, StrategyDiscussion, Panel];
    let also = |kind: EventKind| other.leading == Some(kind) || (MEETINGS.contains(&kind) && other.of_meeting());
    let at_once = |kind: EventKind| kind == StrategyDiscussion && one.day == other.day;
    one.leading.is_some_and(|kind| RESPONSES.contains(&kind) && !also(kind) && !at_once(kind))
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
