//! Dates that a workbook holds as dates: a number of days, shown by a format.
//!
//! A cell shown as `Mar-21` holds a whole day, the first of March; what its writer meant is the month.

use super::grid::GridCell;
use super::written_date::Reading;
use crate::model::When;
use chrono::{Datelike, Days, NaiveDate};

/// The cell that a number of days makes, counted as Excel counts; `late` where the workbook begins in 1904.
pub fn cell(column: usize, days: f64, late: bool, format: Option<&str>) -> Option<GridCell> {
    let whole = days.floor();
    let minutes = ((days - whole) * 24.0 * 60.0).round();
    if !(0.0..200_000.0).contains(&whole) || !(0.0..=1440.0).contains(&minutes) {
        return GridCell::words(column, &days.to_string());
    }
    let (whole, minutes) = (whole as u64, minutes as u64);
    let time = format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
    if whole == 0 && !late {
        return GridCell::words(column, &time);
    }
    let day = first(late, whole)?.checked_add_days(Days::new(whole))?;
    let shown = shown_as(day, format.unwrap_or_default());
    let text = if minutes > 0 && shown.remarks.is_empty() {
        format!("{} {time}", shown.when.written)
    } else {
        shown.when.written.clone()
    };
    let stored = Reading { when: When { written: text.clone(), ..shown.when }, ..shown };
    Some(GridCell { column, text, stored: Some(stored), inherited: false })
}

/// The cell of a date written in ISO form, as OpenDocument holds it.
pub fn iso_cell(column: usize, value: &str, shown: &str) -> Option<GridCell> {
    let day = NaiveDate::parse_from_str(value.get(..10)?, "%Y-%m-%d").ok()?;
    let text = if shown.trim().is_empty() { day.format("%d/%m/%Y").to_string() } else { shown.trim().to_owned() };
    let stored = Reading { when: When { written: text.clone(), ..When::day("", day) }, remarks: Vec::new() };
    Some(GridCell { column, text, stored: Some(stored), inherited: false })
}

/// The day from which a workbook counts. Excel believes in 29 February 1900, so its first days stand one later.
fn first(late: bool, days: u64) -> Option<NaiveDate> {
    match (late, days) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        (false, 1..60) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30),
    }
}

/// The date as coarse as its format shows it.
fn shown_as(day: NaiveDate, format: &str) -> Reading {
    let format = format.to_lowercase();
    let (has_day, has_month) = (format.contains('d'), format.contains('m') && !format.contains('h'));
    let (written, edtf, last) = match () {
        () if format.contains('y') && !has_day && has_month && day.day() == 1 => {
            (day.format("%b %Y").to_string(), day.format("%Y-%m").to_string(), super::written_date::last_of_month(day))
        }
        () if format.contains('y') && !has_day && !has_month && !format.contains('h') && day.ordinal() == 1 => {
            (day.format("%Y").to_string(), day.format("%Y").to_string(), NaiveDate::from_ymd_opt(day.year(), 12, 31))
        }
        () => (day.format("%d/%m/%Y").to_string(), day.to_string(), Some(day)),
    };
    let latest = last.unwrap_or(day);
    let coarse = latest != day;
    let remark = format!(
        "the workbook holds {}, and shows only the {}",
        day.format("%d/%m/%Y"),
        if has_month { "month" } else { "year" }
    );
    Reading {
        when: When { written, edtf, earliest: day, latest },
        remarks: if coarse { vec![remark] } else { Vec::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(days: f64, late: bool, format: &str) -> (String, String, usize) {
        let cell = cell(0, days, late, Some(format)).unwrap();
        let reading = cell.stored.unwrap();
        (cell.text, reading.when.edtf, reading.remarks.len())
    }

    #[test]
    fn a_day_is_counted_as_excel_counts() {
        assert_eq!(read(42512.0, false, "dd/mm/yyyy"), ("22/05/2016".into(), "2016-05-22".into(), 0));
        assert_eq!(read(41050.0, true, "dd/mm/yyyy"), ("22/05/2016".into(), "2016-05-22".into(), 0));
        assert_eq!(
            read(42_512.604_166_7, false, "dd/mm/yyyy hh:mm"),
            ("22/05/2016 14:30".into(), "2016-05-22".into(), 0)
        );
        assert_eq!(read(59.0, false, "dd/mm/yyyy").1, "1900-02-28");
    }

    #[test]
    fn a_month_that_is_shown_alone_is_a_month() {
        assert_eq!(read(44256.0, false, "mmm-yy"), ("Mar 2021".into(), "2021-03".into(), 1));
        assert_eq!(read(44197.0, false, "yyyy"), ("2021".into(), "2021".into(), 1));
        assert_eq!(read(44260.0, false, "mmm-yy").1, "2021-03-05");
    }

    #[test]
    fn a_number_out_of_reach_stays_a_number() {
        for days in [-1.0, 1e9, f64::NAN, f64::INFINITY] {
            assert!(cell(0, days, false, None).unwrap().stored.is_none());
        }
        assert_eq!(cell(0, 0.5, false, None).unwrap().text, "12:00");
    }
}
