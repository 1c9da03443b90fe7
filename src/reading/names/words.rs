//! Which words are names, and which are ordinary.

use crate::reading::frames;
use crate::reading::groups::{Group, Set};
use crate::reading::lexicon::Lexicon;

/// What no name is made of.
pub const STOP: Set = Set::of(&[
    Group::NotName,
    Group::Title,
    Group::TitlePro,
    Group::Kin,
    Group::KinPlural,
    Group::Pro,
    Group::Person,
    Group::Persons,
    Group::Be,
    Group::Have,
    Group::Det,
    Group::He,
    Group::She,
    Group::They,
    Group::And,
    Group::Of,
    Group::By,
    Group::About,
    Group::With,
    Group::From,
    Group::Place,
    Group::Relative,
    Group::Hidden,
]);
/// The lists of given names.
pub const GIVEN: Set = Set::of(&[Group::GivenF, Group::GivenM]);
/// Endings of ordinary nouns, adjectives and verbs that a sentence may begin with.
const ORDINARY: &[&str] = &[
    "tion", "sion", "ment", "ness", "ance", "ence", "ing", "ity", "ship", "hood", "ure", "ism", "ics", "ed", "ly",
    "ies", "ogy", "ful", "less", "able", "ible", "ous", "ive", "time", "work", "ents", "ons", "ants", "ions", "age",
    "ages", "ers", "ors", "ches", "ists",
];

/// Whether a word ends as ordinary words do and names seldom.
pub fn ordinary(word: &str) -> bool {
    ordinary_ending(word) || Lexicon::get().knows(word) || frames::knows(word)
}

/// Whether a word ends as ordinary nouns, adjectives and verbs do.
pub fn ordinary_ending(word: &str) -> bool {
    word.ends_with('s') || word.len() > 4 && ORDINARY.iter().any(|end| word.ends_with(end))
}

/// Whether a word in capitals may be a given name that no list knows: not an ordinary word, nor the shorthand of a
/// police log ("INTVWD", "VOL").
pub fn looks_like_a_name(word: &str) -> bool {
    let run = word.split(|sign: char| "aeiouy".contains(sign)).map(|run| run.chars().count()).max().unwrap_or_default();
    word.chars().count() > 3 && run <= 3 && !ordinary(word) && !frames::is_verb(word)
}

/// Whether a word in capitals is shorthand of a record and no name, for want of a vowel: "NBV".
pub fn shorthand(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|sign| sign.is_ascii_alphabetic() && !b"aeiouy".contains(&sign))
}

/// Whether a word counts days, weeks or years: "Six-week check", "Two-year review".
pub fn counts(word: &str) -> bool {
    const UNITS: &[&str] =
        &["day", "week", "month", "year", "hour", "minute", "day-old", "week-old", "month-old", "year-old"];
    word.split_once('-').is_some_and(|(_, unit)| UNITS.contains(&unit))
}

/// "Snr", "Jnr": which of two of one name.
pub fn suffix(word: &str) -> bool {
    matches!(word, "snr" | "jnr" | "senior" | "junior" | "sr" | "jr")
}

/// A person's age in years, from digits.
pub fn age(word: &str) -> Option<u8> {
    let years =
        word.strip_suffix("yo").or_else(|| word.strip_suffix("yrs")).or_else(|| word.strip_suffix('y')).unwrap_or(word);
    if years.is_empty() || years.len() > 2 {
        return None;
    }
    years.parse().ok()
}

/// The first letter of a name, folded.
pub fn letter(name: &str) -> char {
    name.chars().next().map_or(' ', |c| c.to_ascii_lowercase())
}
