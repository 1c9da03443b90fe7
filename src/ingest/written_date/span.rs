//! The first and the last day that words can mean, with the same in EDTF.

use super::{CEILING, FLOOR, Frame, Reading};
use crate::model::When;
use chrono::{Datelike, Days, Months, NaiveDate};

/// What a form made of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day; none where the words give only an end.
    pub first: Option<NaiveDate>,
    /// Last day; none where the words give only a beginning.
    pub last: Option<NaiveDate>,
    /// The same in EDTF.
    pub edtf: String,
    /// What a person should know about how it was read.
    pub remarks: Vec<String>,
}

impl Span {
    /// Known days at both ends.
    pub fn new(first: NaiveDate, last: NaiveDate, edtf: String) -> Self {
        Span { first: Some(first), last: Some(last), edtf, remarks: Vec::new() }
    }

    /// One day.
    pub fn day(day: NaiveDate) -> Self {
        Span::new(day, day, day.to_string())
    }

    /// From one day to another.
    pub fn days(first: NaiveDate, last: NaiveDate) -> Self {
        if first == last { Span::day(first) } else { Span::new(first, last, format!("{first}/{last}")) }
    }

    /// A month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Some(Span::new(first_of(year, month)?, last_of(year, month)?, format!("{year:04}-{month:02}")))
    }

    /// A year.
    pub fn year(year: i32) -> Option<Self> {
        Some(Span::new(first_of(year, 1)?, last_of(year, 12)?, format!("{year:04}")))
    }

    /// From the beginning of one month to the end of another.
    pub fn months(from: (i32, u32), to: (i32, u32)) -> Option<Self> {
        let edtf = format!("{:04}-{:02}/{:04}-{:02}", from.0, from.1, to.0, to.1);
        Some(Span::new(first_of(from.0, from.1)?, last_of(to.0, to.1)?, edtf))
    }

    /// From the beginning of one year to the end of another.
    pub fn years(from: i32, to: i32) -> Option<Self> {
        Some(Span::new(first_of(from, 1)?, last_of(to, 12)?, format!("{from:04}/{to:04}")))
    }

    /// From the beginning of one span to the end of another.
    pub fn through(self, to: Span) -> Self {
        let (from_edtf, to_edtf) = (begin(&self.edtf), end(&to.edtf));
        let edtf = if from_edtf == to_edtf { from_edtf.to_owned() } else { format!("{from_edtf}/{to_edtf}") };
        Span { first: self.first, last: to.last, edtf, remarks: [self.remarks, to.remarks].concat() }
    }

    /// With something a person should know.
    pub fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remarks.push(remark.into());
        self
    }

    /// Marked in EDTF as uncertain, approximate or both. The days stay: doubt says nothing about how far.
    pub fn qualified(mut self, uncertain: bool, approximate: bool) -> Self {
        let mark = match (uncertain, approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => return self,
        };
        let plain = |part: &str| part.is_empty() || part == ".." || part.ends_with(['?', '~', '%', ']', '}']);
        let marked = |part: &str| if plain(part) { part.to_owned() } else { format!("{part}{mark}") };
        self.edtf = self.edtf.split('/').map(marked).collect::<Vec<_>>().join("/");
        self
    }

    /// The one day it is, if it is one.
    pub fn only_day(&self) -> Option<NaiveDate> {
        self.first.filter(|_| self.first == self.last)
    }

    /// As a date of an entry: an open end is closed by the day the report speaks from.
    pub fn reading(self, written: &str, frame: &Frame) -> Reading {
        let of = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let ceiling = frame.as_at.unwrap_or_else(|| of(CEILING));
        let earliest = self.first.or(self.last.map(|last| last.min(of(FLOOR)))).unwrap_or_else(|| of(FLOOR));
        let latest = self.last.unwrap_or_else(|| ceiling.max(earliest));
        let when = When { written: written.to_owned(), edtf: self.edtf, earliest, latest };
        Reading { when, remarks: self.remarks }
    }
}

/// The first day of a month.
pub fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1).filter(|day| (1..=9999).contains(&day.year()))
}

/// The last day of a month.
pub fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    first_of(year, month)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// So many days later, or earlier where negative.
pub fn shifted(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// What stands before the stroke of an EDTF interval, or the whole.
fn begin(edtf: &str) -> &str {
    let edtf = edtf.trim_start_matches(['{', '[']);
    edtf.split(['/', ',']).next().unwrap_or(edtf)
}

/// What stands after it, or the whole.
fn end(edtf: &str) -> &str {
    let edtf = edtf.trim_end_matches(['}', ']']);
    edtf.rsplit(['/', ',']).next().unwrap_or(edtf)
}
