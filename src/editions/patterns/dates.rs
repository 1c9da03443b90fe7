//! Dates, in whatever form somebody wrote them.

use super::{Found, Lazy, all, before, pattern};
use crate::model::calendar::month;
use std::sync::LazyLock;

/// A date in a text: where it stands, and what it can be read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// First byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Year, month, and the day of the month where one is given.
    pub read: Vec<(i32, u32, Option<u32>)>,
    /// Whether words before it say that it is a date of birth.
    pub of_birth: bool,
}

const MONTH: &str = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|\
     oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/// Days of a month in words, from the first.
const SPELT: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
];

/// The ending of a day of the month.
const TH: &str = "(?:st|nd|rd|th|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)?";

static NUMERIC_DATE: Lazy = LazyLock::new(|| {
    pattern(r"\b(\d{1,4})(?:\s?[./\\_–—-]\s?|\s{1,2})(\d{1,2})(?:\s?[./\\_–—-]\s?|\s{1,2})(\d{2,4})\b")
});
static WORDED_DATE: Lazy = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:(\d{{1,2}}){TH}(?:\s+of)?[\s/.,-]*)?({MONTH})\.?[\s/.,-]*(?:(?:the\s+)?(\d{{1,2}}){TH}[\s,]+)?['’]?(\d{{4}}|\d{{2}})\b"
    ))
});
static SPELT_DATE: Lazy = LazyLock::new(|| {
    let spelt = SPELT.join("|").replace('-', r"[\s-]?");
    pattern(&format!(
        r"(?i)\b(?:({spelt})(?:\s+day)?(?:\s+of)?\s+)?({MONTH})\b\.?[\s,]*(?:(?:the\s+)?({spelt})[\s,]+)?['’]?(\d{{4}}|\d{{2}})\b"
    ))
});
static RUN_DATE: Lazy = LazyLock::new(|| pattern(r"\b(\d{8}|\d{6})\b"));
static MONTH_AND_YEAR: Lazy = LazyLock::new(|| pattern(r"\b(\d{1,2})\s?[/.-]\s?(\d{4})\b"));
static BORN: Lazy = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\bborn(?:\s+on)?|\bd\.?\s?o\.?\s?b\.?|\bdate of birth|\bbirth\s?date|\bbirthday|\bb\.?)\s*(?:is|was|on|of)?\s*[:;,(=-]?\s*$",
    )
});

/// Every date of a text that names a day or a month.
pub fn dates(text: &str) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    let mut add = |one: &Found<'_>, read: Vec<(i32, u32, Option<u32>)>| {
        if let (Some(place), false) = (one.get(0), read.is_empty()) {
            let before = before(text, place.start());
            let of_birth = BORN.as_ref().is_some_and(|born| born.is_in(before));
            found.push(Dated { start: place.start(), end: place.end(), read, of_birth });
        }
    };
    for one in all(&NUMERIC_DATE, text) {
        if is_written_as_a_date(&one) {
            add(&one, numeric([part(&one, 1), part(&one, 2), part(&one, 3)]));
        }
    }
    for one in all(&WORDED_DATE, text) {
        let day = |group| part(&one, group).map(|(number, _)| number as u32);
        add(&one, worded(&one, day(1), day(3)));
    }
    for one in all(&SPELT_DATE, text) {
        let day = |group| one.get(group).and_then(|words| spelt(words.as_str()));
        if day(1).or(day(3)).is_some() {
            add(&one, worded(&one, day(1), day(3)));
        }
    }
    for one in all(&RUN_DATE, text) {
        let digits = one.get(1).map_or("", |place| place.as_str());
        add(&one, run(digits));
    }
    for one in all(&MONTH_AND_YEAR, text) {
        let read = part(&one, 1).zip(part(&one, 2)).map(|((month, _), year)| (whole_year(year), month as u32, None));
        add(&one, read.into_iter().collect());
    }
    found
}

/// Whether three numbers are a date: with spaces alone between them, only "04 03 10" and "4 3 2010" are.
fn is_written_as_a_date(found: &Found<'_>) -> bool {
    let parted =
        found.get(0).is_some_and(|whole| !whole.as_str().chars().all(|sign| sign.is_ascii_digit() || sign == ' '));
    let long = |group, digits| part(found, group).is_some_and(|(_, written)| written == digits);
    parted || long(3, 4) || (long(1, 2) && long(2, 2))
}

/// What a date with the month's name can mean: "4 March 2010", "March 4, 2010"; "4 March 10 20" in both ways.
fn worded(found: &Found<'_>, before: Option<u32>, after: Option<u32>) -> Vec<(i32, u32, Option<u32>)> {
    let Some(month) = found.get(2).and_then(|name| month(&name.as_str().to_lowercase())) else { return Vec::new() };
    let last = part(found, 4).map(|year| (whole_year(year), month, before.or(after)));
    let middle = before.and(after).map(|year| (whole_year((year as i32, 2)), month, before));
    last.into_iter().chain(middle).collect()
}

/// A day of the month in words.
fn spelt(words: &str) -> Option<u32> {
    let letters = |words: &str| words.chars().filter(|sign| sign.is_alphabetic()).collect::<String>().to_lowercase();
    SPELT.iter().position(|word| letters(word) == letters(words)).map(|at| at as u32 + 1)
}

/// A number and how many digits it was written with.
fn part(found: &Found<'_>, group: usize) -> Option<(i32, usize)> {
    let digits = found.get(group)?.as_str();
    Some((digits.parse().ok()?, digits.len()))
}

/// Two digits of a year are this century's or the last one's: both are tried.
fn whole_year((year, digits): (i32, usize)) -> i32 {
    match digits {
        2 if year < 40 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    }
}

fn numeric(parts: [Option<(i32, usize)>; 3]) -> Vec<(i32, u32, Option<u32>)> {
    let [Some(first), Some(second), Some(third)] = parts else { return Vec::new() };
    match (first.1, third.1) {
        (4, 1 | 2) => vec![(first.0, second.0 as u32, Some(third.0 as u32))],
        (1 | 2, 2 | 4) => {
            let year = whole_year(third);
            vec![(year, second.0 as u32, Some(first.0 as u32)), (year, first.0 as u32, Some(second.0 as u32))]
        }
        _ => Vec::new(),
    }
}

fn run(digits: &str) -> Vec<(i32, u32, Option<u32>)> {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<i32>().ok());
    let day_first = |year: Option<i32>, width: usize| {
        Some((whole_year((year?, width)), number(2, 4)? as u32, Some(number(0, 2)? as u32)))
    };
    match digits.len() {
        8 => {
            let year_first = || Some((number(0, 4)?, number(4, 6)? as u32, Some(number(6, 8)? as u32)));
            [day_first(number(4, 8), 4), year_first()].into_iter().flatten().collect()
        }
        _ => {
            let year_first =
                || Some((whole_year((number(0, 2)?, 2)), number(2, 4)? as u32, Some(number(4, 6)? as u32)));
            [day_first(number(4, 6), 2), year_first()].into_iter().flatten().collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_can_be_read() {
        let all = [&NUMERIC_DATE, &WORDED_DATE, &SPELT_DATE, &RUN_DATE, &MONTH_AND_YEAR, &BORN];
        assert!(all.into_iter().all(|pattern| pattern.is_some()));
    }
}
