//! How long a restriction runs: "until 4 June 2014", "for five years".

use super::groups::Group;
use super::page::Hit;
use super::scene::Scene;
use super::when_written::{day_first, month};
use chrono::{Days, Months, NaiveDate};

impl Scene<'_> {
    /// The last day of a term: "until 4 June 2014", "for five years".
    pub fn term(&self, range: std::ops::Range<usize>) -> Option<NaiveDate> {
        let hits: Vec<Hit> = self.page.of(range, Group::Term).copied().collect();
        hits.iter().find_map(|hit| self.term_at(hit.last + 1, self.page.word(hit.first) == "for"))
    }

    fn term_at(&self, at: usize, length: bool) -> Option<NaiveDate> {
        let word = self.page.word(at);
        if let Some(day) = day_first(word) {
            return Some(day);
        }
        let day: Option<u32> = word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok();
        let number = day.or_else(|| super::mentions::spelled(word).map(u32::from));
        if length {
            let count = number.filter(|count| *count < 100)?;
            let start = self.day?;
            return match self.page.word(at + 1) {
                "year" | "years" => start.checked_add_months(Months::new(count * 12)),
                "month" | "months" => start.checked_add_months(Months::new(count)),
                "week" | "weeks" => start.checked_add_days(Days::new(u64::from(count) * 7)),
                "day" | "days" => start.checked_add_days(Days::new(u64::from(count))),
                _ => None,
            };
        }
        if let (Some(day), Some(month)) = (day, month(self.page.word(at + 1))) {
            let year: i32 = self.page.word(at + 2).parse().ok().or(self.year)?;
            return NaiveDate::from_ymd_opt(year, month, day);
        }
        let year = |word: &str| word.parse::<i32>().ok().filter(|year| (1950..2100).contains(year));
        if let Some(month) = month(word) {
            let first = NaiveDate::from_ymd_opt(year(self.page.word(at + 1)).or(self.year)?, month, 1)?;
            return first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
        }
        year(word).and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31))
    }
}
