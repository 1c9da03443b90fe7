//! A date with other words beside it: `12/03/2007 phone call`.
//!
//! The date is read and the words are left, unless a word before it may move it ("two weeks before ...").

use super::tokens::Token;
use super::{Found, Frame, calendar, peel, period, range};

/// The remark on such a date.
pub const BESIDE: &str = "other words stand beside the date, and were not read as part of it";
/// More pieces than this are prose.
const LONGEST: usize = 40;
/// Words that, standing before a date, make it another day or another person's.
const MOVES: &[&str] = &[
    "before",
    "after",
    "until",
    "till",
    "since",
    "not",
    "prior",
    "post",
    "pre",
    "from",
    "week",
    "weeks",
    "day",
    "days",
    "month",
    "months",
    "year",
    "years",
    "fortnight",
    "later",
    "ago",
    "following",
    "next",
    "previous",
    "last",
    "born",
    "dob",
    "birth",
    "bday",
    "birthday",
    "except",
    "anniversary",
    "between",
    "by",
    "due",
    "aged",
    "age",
    "old",
    "eve",
    "within",
    "than",
    "wc",
    "we",
    "expected",
    "edd",
];

/// Reads the one date that stands among other words.
pub fn strip(tokens: &[Token], frame: &Frame) -> Found {
    if tokens.len() > LONGEST {
        return Ok(None);
    }
    for size in (1..tokens.len()).rev() {
        for at in 0..=tokens.len() - size {
            let (before, rest) = tokens.split_at(at);
            let (date, after) = rest.split_at(size);
            if edges(date)
                && beside(before, after)
                && let Ok(Some(span)) = peel::peeled(date, frame, dated)
            {
                return Ok(Some(span.remark(BESIDE)));
            }
        }
    }
    Ok(None)
}

/// Only dates of the calendar: an age among other words may be anybody's.
fn dated(tokens: &[Token], frame: &Frame) -> Found {
    let calendar = |token: &Token| token.is_one_of(&["aged", "age", "old", "birth", "year", "yr", "y"]);
    if tokens.iter().any(calendar) {
        return Ok(None);
    }
    super::first_of(&[calendar::read, period::read, range::read], tokens, frame)
}

/// Whether a date may begin and end here.
fn edges(date: &[Token]) -> bool {
    let may = |token: Option<&Token>| {
        token.is_some_and(|token| token.is_word_or_number() && !token.is_one_of(&["to", "and", "or"]))
    };
    let year = date.iter().any(|token| matches!(token, Token::Number(_, 4) | Token::Decade(..)));
    may(date.first()) && may(date.last()) && (year || date.len() >= 3)
}

/// Whether what stands beside it leaves the date as it is.
fn beside(before: &[Token], after: &[Token]) -> bool {
    let figures = |token: &Token| {
        matches!(
            token,
            Token::Month(_) | Token::Decade(..) | Token::ShortYear(_) | Token::Number(..) | Token::Ordinal(_)
        )
    };
    let joined = |token: Option<&Token>| token.is_some_and(|token| matches!(token, Token::Mark('/' | '-' | '.')));
    !before.iter().chain(after).any(figures)
        && !before.iter().any(|token| token.is_one_of(MOVES))
        && !joined(before.last())
        && !after.iter().any(|token| token.is_one_of(&["ago", "onwards", "or"]))
}
