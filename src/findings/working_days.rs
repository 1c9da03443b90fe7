//! Working days in England: Monday to Friday, bank holidays left out.
//!
//! Bank holidays follow the Banking and Financial Dealings Act 1971 and royal proclamations, as listed at
//! gov.uk/bank-holidays: New Year's Day, Good Friday, Easter Monday, the first and last Monday in May, the last Monday
//! in August, Christmas Day and Boxing Day; those that fall on a weekend move to the next weekday. Days that were moved
//! or added once stand in a table below. The rule holds from 1978, when the early May holiday began.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Days added once: jubilees, weddings, funerals, the millennium, a coronation.
const ADDED: &[(i32, u32, u32)] = &[
    (1981, 7, 29),
    (1995, 5, 8),
    (1999, 12, 31),
    (2002, 6, 3),
    (2002, 6, 4),
    (2011, 4, 29),
    (2012, 6, 4),
    (2012, 6, 5),
    (2020, 5, 8),
    (2022, 6, 2),
    (2022, 6, 3),
    (2022, 9, 19),
    (2023, 5, 8),
];

/// Holidays that were moved away from their usual day.
const MOVED: &[(i32, u32, u32)] = &[(1995, 5, 1), (2002, 5, 27), (2012, 5, 28), (2020, 5, 4), (2022, 5, 30)];

/// Working days after `from` up to and including `to`; none where `to` comes first.
pub fn between(from: NaiveDate, to: NaiveDate) -> u32 {
    let days = from.iter_days().skip(1).take_while(|day| *day <= to);
    days.filter(|day| is_working(*day)).map(|_| 1).sum()
}

/// Whether offices are open.
pub fn is_working(day: NaiveDate) -> bool {
    !is_weekend(day) && !is_bank_holiday(day)
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn is_bank_holiday(day: NaiveDate) -> bool {
    let date = (day.year(), day.month(), day.day());
    ADDED.contains(&date) || (!MOVED.contains(&date) && (is_fixed(day) || is_easter(day) || is_may_or_august(day)))
}

/// New Year's Day, Christmas Day and Boxing Day, or the weekday that stands in for them.
fn is_fixed(day: NaiveDate) -> bool {
    match (day.month(), day.day(), day.weekday()) {
        (1, 1, _) | (12, 25 | 26, _) => true,
        (1, 2 | 3, weekday) => weekday == Weekday::Mon,
        (12, 27 | 28, weekday) => matches!(weekday, Weekday::Mon | Weekday::Tue),
        _ => false,
    }
}

fn is_easter(day: NaiveDate) -> bool {
    let Some(sunday) = easter(day.year()) else { return false };
    sunday.checked_sub_days(Days::new(2)) == Some(day) || sunday.checked_add_days(Days::new(1)) == Some(day)
}

/// The first and last Monday in May, the last in August.
fn is_may_or_august(day: NaiveDate) -> bool {
    let first = day.day() <= 7;
    let last = day.day() > 24;
    day.weekday() == Weekday::Mon && (day.month() == 5 && (first || last) || day.month() == 8 && last)
}

/// Easter Sunday by the Gregorian computus (the anonymous algorithm printed in Nature, 20 April 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{between, is_working};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn holidays_as_published_are_no_working_days() {
        for holiday in [
            "2016-03-25",
            "2016-03-28",
            "2017-01-02",
            "2018-05-28",
            "2020-05-08",
            "2020-12-28",
            "2021-12-27",
            "2021-12-28",
            "2022-01-03",
            "2022-06-03",
            "2022-09-19",
            "2023-05-08",
            "2024-08-26",
            "2025-04-18",
            "2025-04-21",
            "2026-12-28",
        ] {
            assert!(!is_working(day(holiday)), "{holiday}");
        }
        for working in ["2020-05-04", "2022-05-30", "2021-12-29", "2018-05-21", "2024-12-27"] {
            assert!(is_working(day(working)), "{working}");
        }
    }

    #[test]
    fn christmas_lies_between_and_is_not_counted() {
        assert_eq!(between(day("2019-12-20"), day("2020-01-03")), 7);
        assert_eq!(between(day("2016-12-21"), day("2017-01-10")), 11);
        assert_eq!(between(day("2017-01-10"), day("2016-12-21")), 0);
    }
}
