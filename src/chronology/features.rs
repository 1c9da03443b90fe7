//! What an entry offers for comparison with entries of other agencies: its day, who is in it, what happened, and words.

use super::meetings;
use super::notice::{Speech, Spoken};
use super::told_days::days;
use crate::model::{AgencyId, Entry, Event, EventKind, FrontSheet, Meaning, PersonId, Reading, Status};
use crate::people::People;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// What an entry offers for comparison.
pub struct Features<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Its place among the entries compared.
    pub place: usize,
    /// The number of its agency.
    pub agency: usize,
    /// The day it tells of.
    pub day: NaiveDate,
    /// Other days that its words name.
    pub told: Vec<NaiveDate>,
    /// Kinds of event that tell one event from another.
    pub kinds: Kinds,
    /// The kind of event that its first sentence tells of.
    pub leading: Option<EventKind>,
    /// Whether it tells of the child being missing, found or back.
    pub of_absence: bool,
    /// Whether it tells of somebody being hurt.
    pub of_injury: bool,
    /// People in it by their number, the child apart, in order.
    pub people: Vec<u32>,
    /// The beginnings of its longer words, in order.
    pub words: Vec<Beginning>,
    /// Times of day, in minutes, in order.
    pub clocks: Vec<u32>,
    /// Meetings that it names, a bit each.
    pub meetings: u32,
    /// Whether it tells that something was taken back.
    pub retracts: bool,
    /// How it speaks of agencies.
    pub spoken: Spoken,
}

/// Kinds of event, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u64);

impl Kinds {
    fn of(kinds: impl Iterator<Item = EventKind>) -> Self {
        Kinds(kinds.fold(0, |bits, kind| bits | 1 << kind as u32))
    }

    /// Whether both have one.
    pub fn meet(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}

/// The agencies and people of a case by number.
pub struct Numbers<'a> {
    /// How its agencies are spoken of.
    pub speech: Speech,
    agencies: FxHashMap<&'a AgencyId, usize>,
    persons: FxHashMap<&'a PersonId, u32>,
}

impl<'a> Numbers<'a> {
    /// Those who write these entries, and these people.
    pub fn of(front: &FrontSheet, entries: &[&'a Entry], people: &'a People) -> Self {
        let all: BTreeSet<&AgencyId> = entries.iter().map(|entry| &entry.agency).collect();
        let all: Vec<&AgencyId> = all.into_iter().collect();
        let persons = people.persons.iter().map(|person| &person.id).filter(|id| **id != front.child.id);
        Numbers {
            speech: Speech::of(front, &all),
            agencies: all.into_iter().enumerate().map(|(at, id)| (id, at)).collect(),
            persons: persons.zip(0..).collect(),
        }
    }
}

/// The features of an entry; none where it names no single day.
pub fn features<'a>(
    numbers: &Numbers<'a>,
    entry: &'a Entry,
    reading: &Reading,
    people: &People,
    at: usize,
) -> Option<Features<'a>> {
    let when = entry.when.as_ref().filter(|when| when.is_day())?;
    let text = entry.text();
    let lower = small(&text);
    let opening = opening(entry);
    let telling = telling_cells(entry);
    let leads = |event: &&Event| {
        let place = entry.cells.get(event.cell).filter(|_| telling.contains(&event.cell));
        let first = place.is_some_and(|cell| event.start < first_sentence(&cell.text).len());
        first && (is_telling(event.kind) || event.kind == EventKind::Referral)
    };
    let leading = reading.events.iter().filter(leads).min_by_key(|event| (event.cell, event.start));
    let kinds = reading.events.iter().map(|event| broadly(event.kind)).filter(|kind| is_telling(*kind));
    let missing = || reading.events.iter().any(|event| event.kind == EventKind::Missing);
    let spoken = numbers.speech.spoken(&opening, &lower);
    let persons = people.of[at].iter().flatten().filter_map(|id| numbers.persons.get(id).copied());
    Some(Features {
        entry,
        place: at,
        agency: numbers.agencies.get(&entry.agency).copied()?,
        day: when.earliest,
        told: days(&text, when.latest),
        kinds: Kinds::of(kinds),
        leading: leading.map(|event| event.kind),
        of_absence: spoken.back || missing() || is_timed(&lower),
        of_injury: spoken.injury,
        people: in_order(persons),
        words: in_order(words(&lower)),
        clocks: in_order(clocks(&lower)),
        meetings: meetings::named(&lower),
        retracts: reading.events.iter().any(|event| event.status == Some(Status::Retracted)),
        spoken,
    })
}

/// Each once, in order.
fn in_order<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A text in small letters, with plain apostrophes.
fn small(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase().replace('’', "'") }
}

/// Kinds that tell one event from another; what every entry has (actions, outcomes, the child's words) does not.
fn is_telling(kind: EventKind) -> bool {
    use EventKind::*;
    !matches!(kind, Action | Outcome | ChildsVoice | Contact | ContactEnded | Referral)
}

/// What one agency calls a placement another calls a move, or coming into the household.
fn broadly(kind: EventKind) -> EventKind {
    use EventKind::*;
    match kind {
        HouseholdJoined | HouseholdLeft | LookedAfter | MoveArea => PlacementMove,
        same => same,
    }
}

/// Whether a time of day stands where the child came home or was back.
fn is_timed(lower: &str) -> bool {
    let mut before = "";
    lower.split_whitespace().any(|word| {
        let timed = matches!(before, "home" | "back" | "in") && clocks(word).next().is_some();
        before = word;
        timed
    })
}

/// The beginning of a word: its first letters, one after the other in one number.
pub type Beginning = u128;

/// Beginnings of words, so that "excluded" and "exclusion" can meet; never shown to anybody.
fn words(lower: &str) -> impl Iterator<Item = Beginning> {
    const BEGINNING: usize = 5;
    /// No letter takes more bits.
    const LETTER: u32 = 21;
    let long = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().nth(3).is_some());
    long.filter(|word| word.chars().all(char::is_alphabetic))
        .map(|word| word.chars().take(BEGINNING).fold(0, |all, letter| all << LETTER | Beginning::from(letter as u32)))
}

/// Times of day: "00:40", "6am", "2.10pm".
fn clocks(lower: &str) -> impl Iterator<Item = u32> {
    let tokens = lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')'));
    let begins = |token: &&str| token.starts_with(|c: char| c.is_ascii_digit() || c == '+');
    tokens.filter(begins).filter_map(|token| clock(token.trim_end_matches(['.', ':', '?', '!'])))
}

fn clock(token: &str) -> Option<u32> {
    let (digits, half) = match (token.strip_suffix("am"), token.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        _ => (token, None),
    };
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 && (half.is_some() || digits.contains(':')) => {
            (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?)
        }
        None if half.is_some() => (digits.parse().ok()?, 0),
        _ => return None,
    };
    let hour = half.map_or(hour, |half| hour % 12 + half);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// The cells that tell what happened: the category, and the first that tells more than of whom.
fn telling_cells(entry: &Entry) -> Vec<usize> {
    let of = |wanted: &[Meaning]| entry.cells.iter().position(|cell| wanted.contains(&cell.meaning));
    let told =
        of(&[Meaning::Event, Meaning::Unknown]).or_else(|| of(&[Meaning::Action])).or_else(|| of(&[Meaning::Outcome]));
    of(&[Meaning::Category]).into_iter().chain(told).collect()
}

/// The category, the first sentence of what happened, and what stands under a heading such as "Source".
fn opening(entry: &Entry) -> String {
    let told = telling_cells(entry).into_iter().map(|at| first_sentence(&entry.cells[at].text));
    let source = entry.cells.iter().filter(|cell| cell.meaning == Meaning::Source).map(|cell| cell.text.as_str());
    let parts: Vec<String> = told.chain(source).map(small).collect();
    parts.join("\n")
}

/// Up to the first full stop that ends a sentence: "Mr." and "14.2" end none.
fn first_sentence(text: &str) -> &str {
    let text = text.split('\n').next().unwrap_or_default();
    let ends = text.match_indices(". ").find(|(at, _)| *at > SHORTEST);
    ends.map_or(text, |(at, _)| &text[..at])
}

/// The fewest letters that are taken for a sentence: "Checks. Police: nothing held" opens with both.
const SHORTEST: usize = 12;

/// Whether a text has a phrase between word ends.
pub fn has_word(lower: &str, phrase: &str) -> bool {
    places(lower, phrase).any(|at| {
        let before = lower[..at].chars().next_back();
        let after = lower[at + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Where a phrase stands in a text. Short phrases are sought in short texts thousands of times, for which the searcher
/// of the standard library prepares longer than it searches.
fn places(text: &str, phrase: &str) -> impl Iterator<Item = usize> {
    let (bytes, sought) = (text.as_bytes(), phrase.as_bytes());
    let first = sought.first().copied();
    let begins = bytes.iter().enumerate().filter(move |(_, byte)| Some(**byte) == first);
    begins.map(|(at, _)| at).filter(move |at| bytes[*at..].starts_with(sought))
}

#[cfg(test)]
mod tests {
    use super::{clocks, has_word, words};

    #[test]
    fn times_of_day_are_told_in_several_ways() {
        let told = clocks("back at 00:40, asleep by 6am; school rang 2.10pm. on 12.05 nothing, 84%, 25:00");
        assert_eq!(told.collect::<Vec<_>>(), [40, 360, 850]);
    }

    #[test]
    fn words_meet_by_their_beginnings() {
        assert!(words("excluded").eq(words("the exclusion")));
        assert_eq!(words("a 2019 of it").count(), 0);
        assert!(has_word("the gp rang", "gp") && !has_word("the gpa", "gp"));
    }
}
