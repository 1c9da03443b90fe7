//! How, when and where a child who was missing came back or was found.

use crate::findings::told::{Folded, says, sentences};
use crate::findings::wording::Wording;
use crate::model::Entry;

/// What accounts of a child's coming back differ on.
pub const RETURN: &str = "how the child came back";
const TIME: &str = "at what time the child came back";
const PLACE: &str = "where the child was found";

/// Times of coming back that lie so many minutes apart are not one.
const APART: u32 = 60;
/// The minutes of a day.
const DAY: u32 = 24 * 60;

/// How an entry says that the child came back.
#[derive(Clone, Copy)]
pub struct Back {
    alone: bool,
    found: bool,
}

impl Back {
    /// What a text says of it.
    pub fn told_in(text: &Folded) -> Self {
        let found = FOUND.stands_in(text) && text.says(SEARCHED);
        Back { alone: !found && BY_ONESELF.stands_in(text), found }
    }

    /// Whether the entry says how the child came back.
    pub fn is_told(self) -> bool {
        self.alone || self.found
    }

    /// Whether one says that the child came back alone, where the other says that somebody found or brought the child.
    pub fn differs(self, other: Back) -> bool {
        self.alone && other.found || other.alone && self.found
    }
}

/// At what time the child came back or where the child was found, where two accounts of one coming back differ on it.
pub fn differ(a: &Entry, b: &Entry) -> Option<&'static str> {
    let (one, other) = (a.text(), b.text());
    if !says(&one, ABSENT) || !says(&other, ABSENT) {
        return None;
    }
    let apart = |(one, other): (u32, u32)| (APART..=DAY - APART).contains(&one.abs_diff(other));
    let places = (place(&one), place(&other));
    if time(&one).zip(time(&other)).is_some_and(apart) {
        Some(TIME)
    } else {
        places.0.zip(places.1).is_some_and(|(one, other)| one != other).then_some(PLACE)
    }
}

/// The last time of day, in minutes, that a sentence of coming back gives.
fn time(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let told = sentences(&lower).filter(|(_, one)| says(one, HOME)).last()?.1;
    let from = HOME.iter().filter_map(|words| told.find(words)).min()?;
    let before = told[..from].split_whitespace().next_back().and_then(clock);
    told[from..].split_whitespace().filter_map(clock).next_back().or(before)
}

/// "02:30", "0230hrs": minutes of the day.
fn clock(word: &str) -> Option<u32> {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let hours = word.strip_suffix("hrs").or_else(|| word.strip_suffix('h'));
    let (hour, minute) = match (word.split_once(':'), hours) {
        (Some(parts), _) => parts,
        (None, Some(digits)) if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        _ => return None,
    };
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// The sort of place at which an account says that the child was found, as its number among `PLACES`.
fn place(text: &str) -> Option<usize> {
    let told = sentences(text).find(|(_, one)| says(one, FOUND_AT))?.1;
    let mut places = PLACES.iter().enumerate().filter(|(_, words)| says(told, words)).map(|(at, _)| at);
    let first = places.next();
    first.filter(|_| places.next().is_none())
}

/// Words of a child who was away.
const ABSENT: &[&str] =
    &["missing", "located", "found by", "not back", "reported", "did not return", "failed to return", "misper"];

/// Words of a child coming back to where they live.
const HOME: &[&str] = &[
    "brought back",
    "brought home",
    "handed",
    "came back",
    "came home",
    "back at",
    "returned at",
    "returned to",
    "returned home",
    "returned by",
    "driven back",
    "driven home",
    "taken home",
    "home at",
    "let herself in",
    "let himself in",
    "walked in",
    "back in at",
    "conveyed home",
];

const FOUND_AT: &[&str] = &["located", "found", "traced", "picked up", "recovered"];

/// Sorts of place where children are found, the words of each together.
const PLACES: &[&[&str]] = &[
    &["flat", "house", "address", "hotel", "bedsit", "home of"],
    &["station", "platform", "train"],
    &["park", "playing field", "recreation ground", "woods"],
    &["services", "motorway", "lay-by"],
    &["seafront", "beach", "pier", "promenade", "arcade"],
    &["shop", "supermarket", "shopping centre", "retail", "mcdonald", "takeaway"],
    &["hospital", "a&e"],
    &["school", "college"],
];

static BY_ONESELF: Wording = Wording::of(
    "{back|home|in|returned|came back|came home|walked back|walked in|turned up} {on|by|of} {her own|his own|their own|herself|himself|themselves|my own}, \
     {returned|back|home|came back|came home|walked in|arrived} alone, own accord, walked {home|back|in|through the door}, {made|making|found} {her|his|their} {own|} way {home|back}, \
     let {herself|himself} in, turned up {by|at|alone|on}, {caught|got|took} {the|a} {bus|train|taxi|tram|lift} {home|back}, {reappeared|returned} {at|of|voluntarily}, came {back|home|in} at",
);

static FOUND: Wording = Wording::of(
    "{found|located|traced|recovered|picked up|collected|spotted|stopped} {by|in|at|on|near|with|outside|walking|safe}, traced, recovered, \
     {officers|police|patrol|pc|unit} .. {found|located|traced|picked up|brought|took|returned|collected|stopped|spotted}, \
     {brought|taken|driven|conveyed|returned|escorted|took|drove} {her|him|them|} .. {back|home} {by|to the home|to the unit|to placement|to her|to his|at|in}, \
     {brought|taken|driven|conveyed|escorted} {back|home}, returned .. by {police|officers|pc|pcso|the police}",
);

const SEARCHED: &[&str] = &["missing", "police", "officer", "officers", "pc"];

#[cfg(test)]
mod tests {
    use super::{clock, place, time};

    #[test]
    fn the_time_of_coming_back_is_read_from_the_words_of_it() {
        assert_eq!(time("Missing from 20:00. Located 01:40, alone. Handed to carers 02:30."), Some(150));
        assert_eq!(time("Not in at 20:00. Police brought him back at 23:10, wet through."), Some(1390));
        assert_eq!(time("Not in at 20:00, police told."), None);
        assert_eq!(clock("0210hrs"), Some(130));
        assert_eq!(clock("2021"), None);
    }

    #[test]
    fn places_are_told_apart_by_their_sort() {
        assert_ne!(place("Located by officers, flat, two men present."), place("Located at the railway station."));
        assert_eq!(place("Located at a flat by the station."), None);
    }
}
