//! Dates of birth: read fast where they are plain figures, and compared.

use super::slips::one_slip;
use crate::ingest::written_date::{self, Frame};
use crate::model::When;
use chrono::{Datelike, NaiveDate};

/// This many years apart, one could be the other's parent.
const GENERATION: i32 = 13;

/// A date of birth in the form in which it is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Born {
    /// Year, month and day as eight figures, even where no calendar has that day ("31 September"): a slip is still
    /// seen in them. All nought where no day is known.
    figures: [u8; 8],
    /// The first day it can mean, in days of the common era; nought where nothing is known.
    earliest: i32,
    /// The last.
    latest: i32,
}

/// How two dates of birth stand to each other, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// The same day.
    Same,
    /// The same with day and month changed over.
    ChangedOver,
    /// One figure differs, or two neighbours are changed over.
    OneSlip,
    /// Two of day, month and year agree.
    TwoParts,
    /// One is told coarsely, and both can mean the same day.
    MayBe,
    /// A year apart at most.
    WithinAYear,
    /// Some years apart.
    YearsApart,
    /// So far apart that one could be the other's parent.
    GenerationApart,
}

impl Born {
    /// Reads a date of birth as a register has it; none where the words say no date.
    pub fn read(written: &str) -> Option<Born> {
        let written = written.trim();
        plain(without_time(written)).or_else(|| {
            let reading = written_date::read(written, &Frame::default()).ok()?;
            Some(Born::told(&reading.when))
        })
    }

    /// From a date that was read already.
    pub fn told(when: &When) -> Born {
        if when.is_day() {
            return Born::on(when.earliest.year(), when.earliest.month(), when.earliest.day());
        }
        let day = |day: NaiveDate| day.num_days_from_ce();
        Born { figures: [0; 8], earliest: day(when.earliest), latest: day(when.latest) }
    }

    /// A day by its figures; where no calendar has it, any day of its year.
    fn on(year: i32, month: u32, day: u32) -> Born {
        let mut figures = [0; 8];
        let mut rest = year as u32 * 10_000 + month * 100 + day;
        for figure in figures.iter_mut().rev() {
            *figure = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        let known = NaiveDate::from_ymd_opt(year, month, day);
        let days = |day: Option<NaiveDate>| day.map_or(0, |day| day.num_days_from_ce());
        let earliest = days(known.or(NaiveDate::from_ymd_opt(year, 1, 1)));
        Born { figures, earliest, latest: days(known.or(NaiveDate::from_ymd_opt(year, 12, 31))) }
    }

    /// Whether nothing is known.
    pub fn is_unknown(&self) -> bool {
        self.latest == 0
    }

    /// Year, month and day as they were written; none where no day is told.
    pub fn parts(&self) -> Option<(u32, u32, u32)> {
        let number = |figures: &[u8]| figures.iter().fold(0, |sum, figure| sum * 10 + u32::from(figure - b'0'));
        (self.figures[0] != 0)
            .then(|| (number(&self.figures[..4]), number(&self.figures[4..6]), number(&self.figures[6..])))
    }

    /// How it stands to another; none where either is not known.
    pub fn near(&self, other: &Born) -> Option<Nearness> {
        if self.is_unknown() || other.is_unknown() {
            return None;
        }
        if let (Some(one), Some(another)) = (self.parts(), other.parts()) {
            if one == another {
                return Some(Nearness::Same);
            }
            if one.0 == another.0 && one.1 == another.2 && one.2 == another.1 {
                return Some(Nearness::ChangedOver);
            }
            if one_slip(&self.figures, &other.figures) {
                return Some(Nearness::OneSlip);
            }
            let agree = [one.0 == another.0, one.1 == another.1, one.2 == another.2];
            if agree.iter().filter(|agree| **agree).count() == 2 {
                return Some(Nearness::TwoParts);
            }
        } else if self.earliest <= other.latest && other.earliest <= self.latest {
            return Some(Nearness::MayBe);
        }
        let gap = (self.earliest - other.latest).max(other.earliest - self.latest).max(0);
        Some(match gap * 4 / 1461 {
            0 => Nearness::WithinAYear,
            years if years < GENERATION => Nearness::YearsApart,
            _ => Nearness::GenerationApart,
        })
    }
}

/// `1980-02-01 00:00:00` and `1980-02-01T00:00` without their time.
fn without_time(written: &str) -> &str {
    match written.find([' ', 'T']) {
        Some(at)
            if written[at + 1..].starts_with(|sign: char| sign.is_ascii_digit()) && written[at..].contains(':') =>
        {
            &written[..at]
        }
        _ => written,
    }
}

/// Dates in figures only: `19800201`, `1980-02-01`, `1/2/1980`, `01.02.1980`.
fn plain(written: &str) -> Option<Born> {
    let mut numbers = [0u32; 3];
    let mut widths = [0usize; 3];
    let mut at = 0;
    for sign in written.bytes() {
        match sign {
            b'0'..=b'9' if widths[at] < 8 => {
                numbers[at] = numbers[at] * 10 + u32::from(sign - b'0');
                widths[at] += 1;
            }
            b'-' | b'/' | b'.' if at < 2 && widths[at] > 0 => at += 1,
            _ => return None,
        }
    }
    let (year, month, day) = match widths {
        [8, 0, 0] => eight(numbers[0]),
        [4, 1 | 2, 1 | 2] => (numbers[0], numbers[1], numbers[2]),
        [1 | 2, 1 | 2, 4] => (numbers[2], numbers[1], numbers[0]),
        _ => return None,
    };
    (1850..2100).contains(&year).then(|| Born::on(year as i32, month, day))
}

/// Eight figures begin with the year, or end with it where they cannot begin with one.
fn eight(number: u32) -> (u32, u32, u32) {
    match number / 10_000 {
        year @ 1850..2100 => (year, number / 100 % 100, number % 100),
        _ => (number % 10_000, number / 10_000 % 100, number / 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::{Born, Nearness};

    fn near(a: &str, b: &str) -> Option<Nearness> {
        Born::read(a)?.near(&Born::read(b)?)
    }

    #[test]
    fn one_day_is_read_in_every_form() {
        for written in
            ["19800201", "1980-02-01", "1/2/1980", "01.02.1980", "1980-02-01 00:00:00", "01021980", "1 Feb 1980"]
        {
            assert_eq!(near(written, "1980-02-01"), Some(Nearness::Same), "{written}");
        }
        assert_eq!(Born::read("not known"), None);
        assert_eq!(Born::read(""), None);
    }

    #[test]
    fn the_nearest_way_is_told() {
        use Nearness::*;
        for (a, b, nearness) in [
            ("1980-02-01", "1980-01-02", ChangedOver),
            ("1980-02-01", "1980-02-07", OneSlip),
            ("1980-02-01", "1908-02-01", OneSlip),
            ("1980-02-01", "1981-01-19", WithinAYear),
            ("1980-02-01", "1980-02-19", TwoParts),
            ("1980-02-01", "1980", MayBe),
            ("1980-02-01", "1987-06-05", YearsApart),
            ("1980-02-01", "1951-06-05", GenerationApart),
            ("19800931", "19800930", OneSlip),
        ] {
            assert_eq!(near(a, b), Some(nearness), "{a} {b}");
        }
    }
}
