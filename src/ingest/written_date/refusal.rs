//! Why words are not read as a date, each reason in words of its own.

use super::tokens::Token;
use chrono::NaiveDate;
use std::fmt;

/// Why a date cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The words themselves say that the date is not known.
    Unsaid,
    /// A day that no calendar has, with what is wrong with it.
    Impossible(String),
    /// A day and a month, but no year.
    NoYear,
    /// It counts from another day that is not given ("last week").
    Relative,
    /// It counts from the child's birth, which the front sheet does not give.
    NoBirth,
    /// It can mean two things that are far apart; which two.
    TwoWays(String),
    /// A bare number that a spreadsheet would show as this day.
    BareNumber(NaiveDate),
    /// 1 January 1900 or only noughts, which programs write where no date is held.
    Placeholder,
    /// Words that are no date, or one among other words that may change it.
    NotADate,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unsaid => f.write_str("the date is given as not known"),
            Refusal::Impossible(why) => write!(f, "there is no such date: {why}"),
            Refusal::NoYear => f.write_str("the date has no year"),
            Refusal::Relative => f.write_str("the date counts from a day that is not given"),
            Refusal::NoBirth => {
                f.write_str("the date counts from the child's birth, and case.json gives no date of birth")
            }
            Refusal::TwoWays(ways) => write!(f, "the date can mean two things: {ways}"),
            Refusal::BareNumber(day) => {
                write!(f, "the date is a bare number; a spreadsheet would show it as {}", day.format("%-d %B %Y"))
            }
            Refusal::Placeholder => f.write_str("such a date is what programs write where none is held"),
            Refusal::NotADate => f.write_str("no date could be read from these words"),
        }
    }
}

/// Cells that say there is no date.
const UNKNOWN: &[&str] = &[
    "unknown",
    "not known",
    "n/k",
    "nk",
    "n.k.",
    "n/a",
    "na",
    "n.a.",
    "not recorded",
    "nr",
    "n/r",
    "not stated",
    "not specified",
    "no date",
    "nodate",
    "undated",
    "un-dated",
    "date unknown",
    "unknown date",
    "date not known",
    "dates unknown",
    "date not recorded",
    "date not given",
    "no date given",
    "no date recorded",
    "exact date unknown",
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "unclear",
    "date unclear",
    "various",
    "various dates",
    "several dates",
    "multiple",
    "multiple dates",
    "ongoing",
    "on-going",
    "current",
    "present",
    "historic",
    "historical",
    "none",
    "nil",
    "unsure",
    "not sure",
    "don't know",
    "dont know",
    "date not provided",
    "not provided",
    "as above",
    "see above",
    "ditto",
    "pending",
    "awaited",
    "not applicable",
    "date tbc",
    "date to be confirmed",
    "n.d.",
    "nd",
    "s.d.",
    "blank",
    "null",
    "#n/a",
    "missing",
    "not available",
    "unavailable",
];

/// Whether the words say that the date is not known.
pub fn says_unknown(tidy: &str) -> bool {
    let bare = tidy.trim_matches(|c: char| "()[]?.!*:- ".contains(c));
    UNKNOWN.contains(&tidy) || UNKNOWN.contains(&bare)
}

/// What stopped words that no form could read.
pub fn why_not(tokens: &[Token]) -> Refusal {
    let says = |words: &[&str]| {
        tokens.iter().any(|token| matches!(token, Token::Word(word) if words.contains(&word.as_str())))
    };
    let no_number = !tokens.iter().any(Token::is_number);
    if says(&["ago", "yesterday", "today", "tomorrow", "tonight"])
        || says(&["last", "next", "following", "previous", "same", "later"])
    {
        Refusal::Relative
    } else if no_number && tokens.iter().any(|token| matches!(token, Token::Month(_))) {
        Refusal::NoYear
    } else if no_number && says(&["unknown", "unclear", "unsure", "undated", "known", "recorded"]) {
        Refusal::Unsaid
    } else {
        Refusal::NotADate
    }
}
