//! Dates as people write them, read into the first and the last day they can mean.
//!
//! A date is read in steps, one file each: `tokens` takes the words apart, `peel` takes off what stands
//! around a date (times, weekdays, "approx."), and then one form after another is tried: a day, month or year
//! in the `calendar`, a `period` with a name, an `age`, an `open` end, a `range`. The standard form for
//! other programs, EDTF, is read first and written beside each. Nothing is guessed in silence: what could mean
//! two things is refused, or read with a remark that a person sees.

mod age;
mod beside;
mod calendar;
mod edtf;
mod feast;
mod months;
mod open;
mod peel;
mod period;
mod range;
mod refusal;
mod school;
mod span;
mod tokens;

#[cfg(test)]
mod tests;

pub use beside::BESIDE;
pub use refusal::Refusal;

use crate::model::When;
use chrono::{Datelike, NaiveDate};
use span::Span;
use tokens::Token;

/// Longer words than this are prose and not a date.
const LONGEST: usize = 160;
/// The first day the tool reckons with, for a date that has only an end ("before 2009").
const FLOOR: (i32, u32, u32) = (1900, 1, 1);
/// The last one, where nobody says which day the report speaks from.
const CEILING: (i32, u32, u32) = (2099, 12, 31);

/// What a date is read against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The child's date of birth, for "aged 6".
    pub born: Option<When>,
    /// The day the report speaks from: a two-digit year lies before it.
    pub as_at: Option<NaiveDate>,
}

/// A date that was read, and what a person should know about how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The date.
    pub when: When,
    /// What was doubtful, each in a sentence; empty where the date could mean one thing only.
    pub remarks: Vec<String>,
}

/// What a form makes of words: a span, nothing (it is another form), or a reason why no form can.
type Found = Result<Option<Span>, Refusal>;

/// Reads a written date, or says why it cannot be read.
pub fn read(written: &str, frame: &Frame) -> Result<Reading, Refusal> {
    read_with(written, frame, beside::strip)
}

/// Whether the words are a date and nothing else.
pub fn is_date(written: &str, frame: &Frame) -> bool {
    read_with(written, frame, |_, _| Ok(None)).is_ok()
}

/// The last day of the month of a day.
pub fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    span::last_of(day.year(), day.month())
}

/// Reads a written date; `otherwise` is what is tried when it is no date alone.
fn read_with(written: &str, frame: &Frame, otherwise: fn(&[Token], &Frame) -> Found) -> Result<Reading, Refusal> {
    if written.chars().count() > LONGEST {
        return Err(Refusal::NotADate);
    }
    let tidy = tokens::tidy(written);
    if refusal::says_unknown(&tidy) {
        return Err(Refusal::Unsaid);
    }
    let span = match edtf::read(written.trim()) {
        Some(span) => span,
        None => human(&tokens::of(&tidy), frame, otherwise)?,
    };
    let reading = span.reading(written.trim(), frame);
    match reading.when.earliest <= reading.when.latest {
        true => Ok(reading),
        false => Err(Refusal::Impossible("it would end before it begins".to_owned())),
    }
}

/// Reads words that are not EDTF.
fn human(tokens: &[Token], frame: &Frame, otherwise: fn(&[Token], &Frame) -> Found) -> Result<Span, Refusal> {
    if !tokens.iter().any(Token::is_word_or_number) {
        return Err(Refusal::Unsaid);
    }
    if let Some(span) = peel::peeled(tokens, frame, expression)? {
        return Ok(span);
    }
    otherwise(tokens, frame)?.ok_or_else(|| refusal::why_not(tokens))
}

/// One date, or several joined: the forms are tried in order, and the first that fits is taken.
fn expression(tokens: &[Token], frame: &Frame) -> Found {
    first_of(&[open::read, atom, range::read], tokens, frame)
}

/// One date that is not made of others.
fn atom(tokens: &[Token], frame: &Frame) -> Found {
    first_of(&[calendar::read, period::read, feast::read, school::read, age::read], tokens, frame)
}

/// The first form that fits.
fn first_of(forms: &[fn(&[Token], &Frame) -> Found], tokens: &[Token], frame: &Frame) -> Found {
    for form in forms {
        if let Some(span) = form(tokens, frame)? {
            return Ok(Some(span));
        }
    }
    Ok(None)
}
