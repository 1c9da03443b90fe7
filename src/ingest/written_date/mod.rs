//! Dates as people write them, read into the first and the last day they can mean.

use crate::model::When;
use chrono::{Datelike, Days, Months, NaiveDate};
use edtf_core::{Bound, Edtf};

/// What a date is read against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The child's date of birth, for "aged 6".
    pub born: Option<When>,
    /// The day the report speaks from: a two-digit year lies before it.
    pub as_at: Option<NaiveDate>,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a written date, or says why it is none.
pub fn read(written: &str, frame: &Frame) -> Result<When, String> {
    let lower = written.trim().to_lowercase();
    let none = || format!("“{}” is not a date that can be read", written.trim());
    let span = edtf(written.trim()).or_else(|| span(&lower, frame)).ok_or_else(none)?;
    Ok(When { written: written.to_owned(), edtf: span.2, earliest: span.0, latest: span.1 })
}

type Span = (NaiveDate, NaiveDate, String);

fn edtf(text: &str) -> Option<Span> {
    let bounds = Edtf::parse(text).ok()?.bounds();
    let day = |bound| match bound {
        Bound::Date(date) => {
            NaiveDate::from_ymd_opt(i32::try_from(date.year).ok()?, date.month.into(), date.day.into())
        }
        _ => None,
    };
    Some((day(bounds.earliest)?, day(bounds.latest)?, text.to_owned()))
}

fn span(text: &str, frame: &Frame) -> Option<Span> {
    let text = text.trim_matches(|c: char| "?. ".contains(c));
    for about in ["w/c ", "c. ", "approx. ", "circa ", "about ", "approx "] {
        if let Some(rest) = text.strip_prefix(about) {
            let (first, last, edtf) = span(rest, frame)?;
            return Some(if about == "w/c " {
                between(first, first.checked_add_days(Days::new(6))?)
            } else {
                (first, last, format!("{edtf}~"))
            });
        }
    }
    if let Some(age) = text.strip_prefix("aged ") {
        let born = frame.born.as_ref()?;
        let age: u32 = age.trim().parse().ok().filter(|age| *age < 100)?;
        let last = born.latest.checked_add_months(Months::new(age * 12 + 12))?.pred_opt()?;
        return Some(between(born.earliest.checked_add_months(Months::new(age * 12))?, last));
    }
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || "/.-,".contains(c)).filter(|w| !w.is_empty()).collect();
    match words[..] {
        [d, m, y] => day(d, m, y, frame)
            .or_else(|| {
                let (from, to, year) = (month(d)?, month(m)?, year(y, frame)?);
                Some(between(NaiveDate::from_ymd_opt(year, from, 1)?, last_of(year, to)?))
            })
            .or_else(|| (m == "term").then(|| term(d, year(y, frame)?))?),
        [d, m, y, time] if time.contains(':') => day(d, m, y, frame),
        [m, y] => {
            let y = year(y, frame)?;
            if let Some(m) = month(m) {
                return Some((NaiveDate::from_ymd_opt(y, m, 1)?, last_of(y, m)?, format!("{y:04}-{m:02}")));
            }
            edtf(&format!(
                "{y:04}-{}",
                match m {
                    "spring" => 21,
                    "summer" => 22,
                    "autumn" => 23,
                    "winter" => 24,
                    _ => return None,
                }
            ))
        }
        _ => None,
    }
}

fn term(name: &str, y: i32) -> Option<Span> {
    let (from, to) = match name {
        "autumn" => (9, 12),
        "spring" => (1, 4),
        "summer" => (4, 7),
        _ => return None,
    };
    Some(between(NaiveDate::from_ymd_opt(y, from, 1)?, last_of(y, to)?))
}

fn between(first: NaiveDate, last: NaiveDate) -> Span {
    (first, last, format!("{first}/{last}"))
}

fn day(d: &str, m: &str, y: &str, frame: &Frame) -> Option<Span> {
    let digits: String = d.chars().take_while(char::is_ascii_digit).collect();
    let day: u32 = digits.parse().ok()?;
    let date = NaiveDate::from_ymd_opt(year(y, frame)?, month(m).or_else(|| m.parse().ok())?, day)?;
    Some((date, date, date.to_string()))
}

fn month(word: &str) -> Option<u32> {
    let start = word.get(..3)?;
    MONTHS.iter().position(|month| *month == start).map(|index| index as u32 + 1)
}

fn year(word: &str, frame: &Frame) -> Option<i32> {
    let number: i32 = word.parse().ok()?;
    let latest = frame.as_at.map_or(2050, |day| day.year());
    match word.len() {
        4 => Some(number),
        2 => Some(if 2000 + number <= latest { 2000 + number } else { 1900 + number }),
        _ => None,
    }
}

fn last_of(y: i32, m: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(y, m, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}
