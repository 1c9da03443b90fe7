//! What an entry offers for comparison with entries of other agencies: its day, who is in it, what happened, and words.

use super::told_days::days;
use crate::model::{AgencyId, Entry, Event, EventKind, FrontSheet, Meaning, PersonId, Reading};
use crate::people::People;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What an entry offers for comparison.
pub struct Features<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The day it tells of.
    pub day: NaiveDate,
    /// Other days that its words name.
    pub told: Vec<NaiveDate>,
    /// Kinds of event that tell one event from another.
    pub kinds: BTreeSet<EventKind>,
    /// The kind of event that its first sentence tells of.
    pub leading: Option<EventKind>,
    /// Whether it tells of the child being missing, found or back.
    pub of_absence: bool,
    /// People in it, the child apart.
    pub people: BTreeSet<&'a PersonId>,
    /// The beginnings of its longer words.
    pub words: BTreeSet<String>,
    /// Times of day, in minutes.
    pub clocks: BTreeSet<u32>,
    /// Its category, its first sentence and what it names as its source, in small letters, one a line.
    pub opening: String,
    /// All its words in small letters.
    pub lower: String,
}

/// The features of an entry; none where it names no single day.
pub fn features<'a>(
    front: &FrontSheet,
    entry: &'a Entry,
    reading: &'a Reading,
    people: &'a People,
    at: usize,
) -> Option<Features<'a>> {
    let when = entry.when.as_ref().filter(|when| when.is_day())?;
    let text = entry.text();
    let lower = text.to_lowercase().replace('’', "'");
    let opening = opening(entry);
    let telling = telling_cells(entry);
    let leads = |event: &&Event| {
        let place = entry.cells.get(event.cell).filter(|_| telling.contains(&event.cell));
        let first = place.is_some_and(|cell| event.start < first_sentence(&cell.text).len());
        first && (is_telling(event.kind) || event.kind == EventKind::Referral)
    };
    let leading = reading.events.iter().filter(leads).min_by_key(|event| (event.cell, event.start));
    Some(Features {
        entry,
        day: when.earliest,
        told: days(&text, when.latest),
        kinds: reading.events.iter().map(|event| broadly(event.kind)).filter(|kind| is_telling(*kind)).collect(),
        leading: leading.map(|event| event.kind),
        of_absence: reading.events.iter().any(|event| event.kind == EventKind::Missing) || says_back(&lower),
        people: people.of[at].iter().flatten().filter(|id| **id != front.child.id).collect(),
        words: words(&lower),
        clocks: clocks(&lower),
        opening,
        lower,
    })
}

impl Features<'_> {
    /// Whose entry it is.
    pub fn agency(&self) -> &AgencyId {
        &self.entry.agency
    }

    /// Whether its first sentence tells of people meeting or conferring.
    pub fn of_meeting(&self) -> bool {
        ["discussion", "meeting", "conference", "panel", "strat disc"].iter().any(|word| has_word(&self.opening, word))
    }
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

/// Words of a child who was away and is back, or was found.
const BACK: &[&str] = &[
    "not back",
    "came back",
    "brought back",
    "back at",
    "back of",
    "back on her own",
    "back on his own",
    "back by",
    "returned home",
    "returned at",
    "returned by",
    "returned to placement",
    "home at",
    "home by",
    "located",
    "found by",
    "found at",
    "found in",
    "traced at",
];

fn says_back(lower: &str) -> bool {
    let words: Vec<&str> = lower.split_whitespace().collect();
    let timed = words.windows(2).any(|pair| matches!(pair[0], "home" | "back" | "in") && !clocks(pair[1]).is_empty());
    timed || BACK.iter().any(|phrase| has_word(lower, phrase))
}

/// Beginnings of words, so that "excluded" and "exclusion" can meet; never shown to anybody.
fn words(lower: &str) -> BTreeSet<String> {
    const BEGINNING: usize = 5;
    let long = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
    long.filter(|word| word.chars().all(char::is_alphabetic))
        .map(|word| word.chars().take(BEGINNING).collect())
        .collect()
}

/// Times of day: "00:40", "6am", "2.10pm".
fn clocks(lower: &str) -> BTreeSet<u32> {
    let tokens = lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')'));
    tokens.filter_map(|token| clock(token.trim_end_matches(['.', ':', '?', '!']))).collect()
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
    let parts: Vec<String> = told.chain(source).map(|part| part.to_lowercase().replace('’', "'")).collect();
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
pub fn places(text: &str, phrase: &str) -> impl Iterator<Item = usize> {
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
        assert_eq!(told.into_iter().collect::<Vec<_>>(), [40, 360, 850]);
    }

    #[test]
    fn words_meet_by_their_beginnings() {
        assert_eq!(words("excluded").intersection(&words("the exclusion")).count(), 1);
        assert!(words("a 2019 of it").is_empty());
        assert!(has_word("the gp rang", "gp") && !has_word("the gpa", "gp"));
    }
}
