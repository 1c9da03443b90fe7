//! Dates by the age of the child: `aged 6`, `18 months old`, `before birth`.
//!
//! An age is reached on the anniversary of the birth; for 29 February in a year without one, on the 28th.

use super::refusal::Refusal;
use super::span::{Span, shifted};
use super::tokens::Token;
use super::{Found, Frame};
use chrono::{Months, NaiveDate};

/// Reads an age of the child.
pub fn read(tokens: &[Token], frame: &Frame) -> Found {
    let kept: Vec<Token> = tokens.iter().filter(|token| !small(token)).cloned().collect();
    let Some(age) = age(&kept) else { return Ok(None) };
    let born = frame.born.as_ref().ok_or(Refusal::NoBirth)?;
    let span = match age {
        Age::Between(from, to) => {
            from.after(born.earliest).zip(to.next().after(born.latest)).and_then(|(first, end)| until(first, end))
        }
        Age::Under(limit) => limit.after(born.latest).and_then(|end| until(born.earliest, end)),
        Age::Unborn => {
            shifted(born.earliest, -280).zip(born.latest.pred_opt()).map(|(first, last)| Span::days(first, last))
        }
        Age::Birth => Some(Span::days(born.earliest, born.latest)),
    };
    Ok(span.map(|span| span.remark("it was taken for the age of the child this chronology is about")))
}

/// The days from one to the eve of another; none where they run backwards: "aged 12 to 3".
fn until(first: NaiveDate, end: NaiveDate) -> Option<Span> {
    end.pred_opt().filter(|last| first <= *last).map(|last| Span::days(first, last))
}

/// What an age says.
enum Age {
    /// From the day one age is reached to the last day of another.
    Between(Length, Length),
    /// Before an age is reached.
    Under(Length),
    /// In pregnancy.
    Unborn,
    /// On the day of birth.
    Birth,
}

/// A length of life: a number and what is counted.
#[derive(Clone, Copy)]
enum Length {
    Months(u32, u32),
    Days(u32, u32),
}

impl Length {
    /// So many years, months, weeks or days. The second number is the size of one step.
    fn of(number: u32, unit: &str) -> Option<Self> {
        match unit {
            _ if number > 120 => None,
            "years" | "year" | "yrs" | "yr" | "y" | "yo" => Some(Length::Months(number * 12, 12)),
            "months" | "month" | "mths" | "mth" | "m" | "mo" => Some(Length::Months(number, 1)),
            "weeks" | "week" | "wks" | "wk" | "w" => Some(Length::Days(number * 7, 7)),
            "days" | "day" | "d" => Some(Length::Days(number, 1)),
            _ => None,
        }
    }

    /// One step longer.
    fn next(self) -> Self {
        match self {
            Length::Months(number, step) => Length::Months(number + step, step),
            Length::Days(number, step) => Length::Days(number + step, step),
        }
    }

    /// The day on which a life is this long.
    fn after(self, born: NaiveDate) -> Option<NaiveDate> {
        match self {
            Length::Months(number, _) => born.checked_add_months(Months::new(number)),
            Length::Days(number, _) => shifted(born, number.into()),
        }
    }
}

/// Words that say nothing about which age.
fn small(token: &Token) -> bool {
    token.is_one_of(&[
        "when", "while", "whilst", "was", "she", "he", "they", "child", "at", "a", "an", "just", "only", "from",
    ]) || token.is_mark('–')
}

/// The age that words give.
fn age(tokens: &[Token]) -> Option<Age> {
    match tokens {
        [word] if word.is_one_of(&["birth", "born"]) => Some(Age::Birth),
        [word]
            if word.is_one_of(&[
                "pregnancy",
                "antenatal",
                "antenatally",
                "unborn",
                "prenatal",
                "utero",
                "pregnant",
            ]) =>
        {
            Some(Age::Unborn)
        }
        [pre, word] if pre.is_one_of(&["pre", "before"]) && word.is("birth") => Some(Age::Unborn),
        [word] if word.is_one_of(&["infancy", "baby", "infant"]) => Some(Age::Under(Length::Months(12, 12))),
        [word] if word.is_one_of(&["newborn", "neonate", "neonatal"]) => Some(Age::Under(Length::Days(29, 1))),
        [under, rest @ ..] if under.is_one_of(&["under", "below", "before"]) => {
            let (said, rest) = match rest {
                [word, rest @ ..] if word.is_one_of(&["age", "aged"]) => (true, rest),
                rest => (under.is("under"), rest),
            };
            match single(rest, said)? {
                (length, []) => Some(Age::Under(length)),
                _ => None,
            }
        }
        [word, rest @ ..] if word.is_one_of(&["aged", "age", "ages"]) => between(rest, true),
        [between_them, word, rest @ ..] if between_them.is("between") && word.is("ages") => between(rest, true),
        rest => between(rest, false),
    }
}

/// One age, or the first and last of several.
fn between(tokens: &[Token], said: bool) -> Option<Age> {
    let tokens = match tokens {
        [word, rest @ ..] if word.is("between") => rest,
        rest => rest,
    };
    if let Some((length, [])) = single(tokens, said) {
        return Some(Age::Between(length, length));
    }
    let joint = tokens.iter().position(|token| {
        token.is_one_of(&["to", "and", "or"]) || matches!(token, Token::Mark('-' | '/' | '&' | '–'))
    })?;
    let (second, rest) = single(&tokens[joint + 1..], said)?;
    let first = match (&tokens[..joint], second) {
        ([Token::Number(number, 1 | 2)], Length::Months(_, step)) => Length::Months(number * step, step),
        ([Token::Number(number, 1 | 2)], Length::Days(_, step)) => Length::Days(number * step, step),
        (first, _) => single(first, said)?.0,
    };
    rest.is_empty().then_some(Age::Between(first, second))
}

/// A number and its unit; the bare number is years where "aged" was said. What is left over comes back.
fn single(tokens: &[Token], said: bool) -> Option<(Length, &[Token])> {
    let (length, rest) = match tokens {
        [Token::Number(years, 1 | 2), y, Token::Number(months @ 0..=11, 1 | 2), m, rest @ ..]
            if y.is_one_of(&["years", "year", "yrs", "yr", "y"])
                && m.is_one_of(&["months", "month", "mths", "mth", "m"]) =>
        {
            (Length::Months(years * 12 + months, 1), rest)
        }
        [Token::Number(years, 1 | 2), Token::Mark('.'), Token::Number(5, 1), rest @ ..] => {
            let rest = if let [unit, rest @ ..] = rest
                && unit.is_one_of(&["years", "year", "yrs", "yr", "y"])
            {
                rest
            } else {
                rest
            };
            (Length::Months(years * 12 + 6, 6), rest)
        }
        // Nurses write 6/12 for six months, 6/52 for six weeks, 6/7 for six days.
        [Token::Number(number, 1 | 2), Token::Mark('/'), Token::Number(parts @ (12 | 52 | 7), _), rest @ ..]
            if said =>
        {
            let unit = match parts {
                12 => "months",
                52 => "weeks",
                _ => "days",
            };
            (Length::of(*number, unit)?, rest)
        }
        [Token::Number(number, 1 | 2), Token::Word(unit), rest @ ..] if Length::of(*number, unit).is_some() => {
            (Length::of(*number, unit)?, rest)
        }
        [Token::Number(number @ 0..=25, 1 | 2), rest @ ..] if said => (Length::Months(number * 12, 12), rest),
        _ => return None,
    };
    // Without "aged" before it, a length of time is an age only if it says "old".
    let (old, rest) = match rest {
        [word, rest @ ..] if word.is_one_of(&["old", "o", "age", "aged"]) => (true, rest),
        [Token::Mark('-'), word, rest @ ..] if word.is("old") => (true, rest),
        [Token::Mark('/'), word, rest @ ..] if word.is("o") => (true, rest),
        rest => (false, rest),
    };
    let yo = tokens.iter().any(|token| token.is("yo"));
    (said || old || yo).then_some((length, rest))
}
