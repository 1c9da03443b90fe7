//! The Extended Date/Time Format: the one file that names the crate that reads it.

use super::calendar::REACH;
use super::span::Span;
use chrono::NaiveDate;
use edtf_core::{Bound, Edtf};

/// Reads EDTF of any level; none for other words, and for years that no entry can be of.
pub fn read(text: &str) -> Option<Span> {
    let starts = text.starts_with(|c: char| c.is_ascii_digit() || "[{.".contains(c));
    if !starts || text.len() > 80 {
        return None;
    }
    let bounds = Edtf::parse(text).ok()?.bounds();
    let (first, last) = (day(bounds.earliest)?, day(bounds.latest)?);
    if first.is_none() && last.is_none() {
        return None;
    }
    let span = Span { first, last, edtf: without_time(text).to_owned(), remarks: Vec::new() };
    Some(match years_beside(text) {
        Some(second) => {
            span.remark(format!("“{text}” can mean a month, or the year to {second}; it was taken for the month"))
        }
        None => span,
    })
}

/// The day of a day with a time.
fn without_time(text: &str) -> &str {
    let day = text.split('T').next().unwrap_or(text);
    if text.contains('/') { text } else { day }
}

/// A day, or an open end; none for a year out of reach.
fn day(bound: Bound) -> Option<Option<NaiveDate>> {
    match bound {
        Bound::Date(date) if (REACH.start.into()..REACH.end.into()).contains(&date.year) => {
            let year = i32::try_from(date.year).ok()?;
            Some(Some(NaiveDate::from_ymd_opt(year, date.month.into(), date.day.into())?))
        }
        Bound::Date(_) => None,
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => Some(None),
    }
}

/// `2011-12` is December in EDTF, and to many the school year 2011 to 2012.
fn years_beside(text: &str) -> Option<u32> {
    let (year, rest) = text.split_once('-')?;
    let (year, rest): (u32, u32) = (year.parse().ok()?, (rest.len() == 2).then(|| rest.parse().ok())??);
    (rest == (year + 1) % 100).then_some(year + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_end_stays_open() {
        let span = read("1985/..").unwrap();
        assert_eq!((span.first, span.last), (NaiveDate::from_ymd_opt(1985, 1, 1), None));
    }

    #[test]
    fn a_month_that_may_be_a_school_year_is_remarked() {
        assert_eq!(read("2011-12").unwrap().remarks.len(), 1);
        assert!(read("2011-11").unwrap().remarks.is_empty());
    }
}
