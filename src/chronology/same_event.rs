//! Which entries record one event. They stay separate entries: each is what its agency knew.
//!
//! Two entries of different agencies are one event when they tell of the same day and share enough of what happened
//! (the kind of event, people other than the child, uncommon words, a time of day), or when the later is the news of the
//! earlier, passed on by its agency. What was done about an event (an interview, a strategy discussion) is another event.
//! Each entry is paired with at most one entry of another agency: the one it shares most with.

use super::features::{Beginning, Features, Numbers, features};
use super::notice::{Named, SaidOf};
use crate::cores;
use crate::effort;
use crate::model::{Entry, EventKind, FrontSheet, Reading};
use crate::people::People;
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many days may pass before another agency writes down that it was told.
const NOTICE_DAYS: usize = 5;

/// So many entries are not worth handing to another core.
const FEW: usize = 256;

/// For each entry the places of the entries that record the same event. The entries are in chronology order.
pub fn same_event<'a>(
    front: &FrontSheet,
    entries: &[&'a Entry],
    readings: &[&Reading],
    people: &'a People,
) -> Vec<Vec<usize>> {
    let numbers = Numbers::of(front, entries, people);
    let compared = |(): &mut (), at: usize| features(&numbers, entries[at], readings[at], people, at);
    let compared = cores::each((0..entries.len()).collect(), FEW, || (), compared);
    let mut all: Vec<Features<'a>> = compared.into_iter().flatten().collect();
    keep_rare_words(&mut all);
    let days = Days::of(&all);
    let near = |(): &mut (), at: usize| {
        let mut pairs: Vec<Pair> = Vec::new();
        days.near(at, &all, |other| {
            let (a, b) = (at.min(other), at.max(other));
            pairs.extend(likeness(&all[a], &all[b]).map(|score| (Reverse(score), a, b)));
        });
        pairs
    };
    let pairs = cores::each((0..all.len()).collect(), FEW, || (), near);
    choose(&all, pairs.concat(), entries.len())
}

/// Two entries, the earlier first, and how much they share.
type Pair = (Reverse<u32>, usize, usize);

/// The entries of each day.
#[derive(Default)]
struct Day {
    /// Those that tell of the day.
    of: ByAgency,
    /// Those of them that may be linked with an entry of a day before: news of another agency, and a child's absence.
    later: ByAgency,
    /// Those of another day that name it.
    naming: ByAgency,
}

/// Entries in order, by the number of their agency.
#[derive(Default)]
struct ByAgency(BTreeMap<usize, Vec<usize>>);

impl ByAgency {
    fn add(&mut self, at: usize, agency: usize) {
        self.0.entry(agency).or_default().push(at);
    }

    /// The entries after one, of other agencies than this.
    fn of_others(&self, agency: usize, after: Option<usize>) -> impl Iterator<Item = usize> {
        let others = self.0.iter().filter(move |(other, _)| **other != agency);
        let rest = move |list: &Vec<usize>| list.partition_point(|other| Some(*other) <= after);
        others.flat_map(move |(_, list)| list[rest(list)..].iter().copied())
    }
}

/// All days with entries.
struct Days(FxHashMap<NaiveDate, Day>);

impl Days {
    fn of(all: &[Features<'_>]) -> Self {
        let mut days: FxHashMap<NaiveDate, Day> = FxHashMap::default();
        for (at, one) in all.iter().enumerate() {
            let own = days.entry(one.day).or_default();
            own.of.add(at, one.agency);
            if one.of_absence || one.retracts || alleges(one) || one.spoken.of.iter().any(|said| said.notice) {
                own.later.add(at, one.agency);
            }
            let others: FxHashSet<NaiveDate> = one.told.iter().copied().filter(|day| *day != one.day).collect();
            others.into_iter().for_each(|day| days.entry(day).or_default().naming.add(at, one.agency));
        }
        Days(days)
    }

    /// Hands over every other entry that may record the same event as one; some of them twice.
    fn near(&self, at: usize, all: &[Features<'_>], mut look: impl FnMut(usize)) {
        let one = &all[at];
        let mut hand = |list: &ByAgency, after| list.of_others(one.agency, after).for_each(&mut look);
        for day in one.told.iter().filter_map(|day| self.0.get(day)) {
            hand(&day.of, None);
            hand(&day.naming, None);
        }
        for (after, day) in one.day.iter_days().take(NOTICE_DAYS + 1).enumerate() {
            let Some(day) = self.0.get(&day) else { continue };
            hand(&day.naming, None);
            match after {
                0 => hand(&day.of, Some(at)),
                _ => hand(&day.later, None),
            }
        }
    }
}

/// Leaves each entry those words that few entries have: a tenth of them, and at least four.
fn keep_rare_words(all: &mut [Features<'_>]) {
    let mut count: FxHashMap<Beginning, usize> = FxHashMap::default();
    for word in all.iter().flat_map(|one| &one.words) {
        *count.entry(*word).or_default() += 1;
    }
    let most = (all.len() / 10).max(4);
    all.iter_mut().for_each(|one| one.words.retain(|word| count.get(word).is_some_and(|n| *n <= most)));
}

/// How much two entries share, where that is enough to call them one event. `a` is the earlier in chronology order.
fn likeness(a: &Features<'_>, b: &Features<'_>) -> Option<u32> {
    effort::compared();
    if a.agency == b.agency || is_response_to(a, b) || is_response_to(b, a) {
        return None;
    }
    let content = content(a, b);
    let link = link(a, b);
    let same_day = a.day == b.day;
    let told_day = a.told.contains(&b.day) || b.told.contains(&a.day);
    let overnight = a.of_absence && b.of_absence && (b.day - a.day).num_days() == 1;
    let enough = if same_day {
        content + link.weight >= 4 && (content > 1 || link.mutual && content > 0) || link.notice && link.passed
    } else if told_day {
        let injury = a.of_injury && b.of_injury && shared(&a.words, &b.words, 2) == 2;
        let absence = a.of_absence && b.of_absence && content >= 4;
        link.notice || link.passed && content > 2 || content >= 8 || overnight || injury || absence
    } else {
        let days = (b.day - a.day).num_days().abs();
        let who = shared(&a.people, &b.people, 2);
        let told_on = alleges(a) && alleges(b) && who > 1 && days <= TOLD_ON_DAYS;
        let taken_back = a.retracts && b.retracts && who > 0 && days <= TAKEN_BACK_DAYS;
        told_on
            || taken_back
            || link.notice && (link.passed || content > 2)
            || overnight && shared(&a.clocks, &b.clocks, 1) > 0
    };
    let day = if same_day || told_day { 10 } else { 0 };
    enough.then_some(day + content + link.weight)
}

/// Days within which what a child told one agency is written down by the next.
const TOLD_ON_DAYS: i64 = 2;
/// Days by which two agencies' dates of one retraction may differ.
const TAKEN_BACK_DAYS: i64 = 3;

/// Whether an entry opens with an allegation.
fn alleges(one: &Features<'_>) -> bool {
    one.leading == Some(EventKind::SexualAbuseAllegation)
}

/// What two entries share of what happened: the kind of event, a time of day, people, uncommon words.
fn content(a: &Features<'_>, b: &Features<'_>) -> u32 {
    let kind = a.kinds.meet(b.kinds) || a.of_absence && b.of_absence || a.retracts && b.retracts;
    let meeting = a.day == b.day && a.meetings & b.meetings != 0;
    let clock = shared(&a.clocks, &b.clocks, 1);
    u32::from(kind || meeting) * 4 + clock * 4 + shared(&a.people, &b.people, 2) * 2 + shared(&a.words, &b.words, 5)
}

/// How many two lists in order share, counted up to a limit.
fn shared<T: Ord>(a: &[T], b: &[T], limit: u32) -> u32 {
    let (mut a, mut b, mut count) = (a, b, 0);
    while let ([one, ones @ ..], [other, others @ ..]) = (a, b) {
        let order = one.cmp(other);
        count += u32::from(order.is_eq());
        if count == limit {
            break;
        }
        a = if order.is_le() { ones } else { a };
        b = if order.is_ge() { others } else { b };
    }
    count
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

fn link(a: &Features<'_>, b: &Features<'_>) -> Link {
    let same_day = a.day == b.day;
    let (of_b, of_a): (SaidOf, SaidOf) = (a.spoken.of[b.agency], b.spoken.of[a.agency]);
    let notice = of_a.notice || same_day && of_b.notice;
    let passed = of_b.passed || same_day && of_a.passed;
    let named = |said: SaidOf| said.named.map_or(0, |how| if how == Named::ByName { 3 } else { 1 });
    let weight = u32::from(notice) * 4 + u32::from(passed) * 2 + named(of_b) + named(of_a);
    Link { notice, passed, mutual: of_b.named.is_some() && of_a.named.is_some(), weight }
}

/// Whether an entry opens with what was done about something, and the other does not. A strategy discussion of the same
/// day is often written in one entry with what it was about.
fn is_response_to(one: &Features<'_>, other: &Features<'_>) -> bool {
    use EventKind::*;
    const RESPONSES: [EventKind; 7] =
        [ReturnInterview, Screening, Conference, StrategyDiscussion, Section47, Panel, Assessment];
    const MEETINGS: [EventKind; 3] = [Conference, StrategyDiscussion, Panel];
    let also = |kind: EventKind| other.leading == Some(kind) || (MEETINGS.contains(&kind) && other.spoken.meeting);
    let at_once = |kind: EventKind| kind == StrategyDiscussion && one.day == other.day;
    one.leading.is_some_and(|kind| RESPONSES.contains(&kind) && !also(kind) && !at_once(kind))
}

/// The strongest pairs first; each entry once for each other agency.
fn choose(all: &[Features<'_>], mut pairs: Vec<Pair>, entries: usize) -> Vec<Vec<usize>> {
    let mut by_id: Vec<usize> = (0..all.len()).collect();
    by_id.sort_by_key(|at| &all[*at].entry.id);
    let mut rank = vec![0; all.len()];
    by_id.iter().enumerate().for_each(|(nth, at)| rank[*at] = nth);
    pairs.sort_unstable_by_key(|(score, a, b)| (*score, rank[*a], rank[*b]));
    pairs.dedup();
    let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
    let mut same = vec![Vec::new(); entries];
    for (_, a, b) in pairs {
        let (one, other) = (&all[a], &all[b]);
        let (to_one, to_other) = ((a, other.agency), (b, one.agency));
        if taken.contains(&to_one) || taken.contains(&to_other) {
            continue;
        }
        taken.extend([to_one, to_other]);
        same[one.place].push(other.place);
        same[other.place].push(one.place);
    }
    same
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn what_two_lists_share_is_counted_up_to_a_limit() {
        assert_eq!(shared(&[1, 3, 5, 7], &[2, 3, 7, 9], 5), 2);
        assert_eq!(shared(&[1, 3, 5, 7], &[2, 3, 7, 9], 1), 1);
        assert_eq!(shared(&[1, 2], &[], 2), 0);
    }
}
