//! Days written in figures inside the text: a date of birth, the end of a term.

pub use crate::model::calendar::month;
use chrono::NaiveDate;

/// "03/09/1974", "5.11.81", "3-9-1974", "1974-09-03": day first unless the year stands first.
pub fn day_first(word: &str) -> Option<NaiveDate> {
    let mut parts = word.split(['/', '.', '-']);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (a, b, c): (i32, u32, i32) = (a.parse().ok()?, b.parse().ok()?, c.parse().ok()?);
    if a > 31 {
        return NaiveDate::from_ymd_opt(a, b, u32::try_from(c).ok()?);
    }
    let year = match c {
        0..=29 => 2000 + c,
        30..=99 => 1900 + c,
        _ => c,
    };
    NaiveDate::from_ymd_opt(year, b, u32::try_from(a).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{day_first, month};

    #[test]
    fn days_in_figures() {
        assert_eq!(day_first("03/09/1974").map(|day| day.to_string()).as_deref(), Some("1974-09-03"));
        assert_eq!(day_first("5.11.81").map(|day| day.to_string()).as_deref(), Some("1981-11-05"));
        assert_eq!(day_first("31/02/2001"), None);
        assert_eq!(day_first("x"), None);
        assert_eq!(month("sept"), Some(9));
    }
}
