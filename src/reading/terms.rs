//! How long a restriction runs: "until 4 June 2014", "for five years".

use super::groups::Group;
use super::page::Hit;
use super::scene::Scene;
use super::when_written::{day_first, month};
use chrono::{Days, Months, NaiveDate};

/// Measures that run "to" a day: "Bailed to 03/09/2015", "Licence to 13 November 2019".
const TO_A_DAY: &[&str] = &["bailed", "bail", "rebailed", "re-bailed", "licence", "license", "order", "supervision"];

/// What a sentence begins with that says how long the rule before it runs.
const RULE: &[&str] = &[
    "it",
    "this",
    "licence",
    "license",
    "order",
    "agreement",
    "bail",
    "notice",
    "plan",
    "runs",
    "lasts",
    "expires",
    "ends",
    "they",
    "both",
    "conditions",
    "review",
    "to",
];

impl Scene<'_> {
    /// The last day of a term: "until 4 June 2014", "for five years".
    pub fn term(&self, range: std::ops::Range<usize>) -> Option<NaiveDate> {
        let hits: Vec<Hit> = self.page.of(range.clone(), Group::Term).copied().collect();
        let said = hits.iter().find_map(|hit| self.term_at(hit.last + 1, self.page.word(hit.first) == "for"));
        let to = |at: &usize| TO_A_DAY.contains(&self.page.word(*at)) && self.page.word(at + 1) == "to";
        let said = said.or_else(|| range.clone().filter(to).find_map(|at| self.term_at(at + 2, false)));
        said.or_else(|| range.into_iter().filter(|&at| self.runs_from_today(at)).find_map(|at| self.term_at(at, true)))
    }

    /// "It lasts until 1 October", "Licence to 13/01/2026": the term in a sentence of its own beside the rule.
    pub fn term_said_beside(&self, rule: &std::ops::Range<usize>) -> Option<NaiveDate> {
        let cell = |at: usize| self.page.token(at).map(|token| token.cell);
        let others = self.page.sentences.iter().filter(|range| *range != rule && cell(range.start) == cell(rule.start));
        let of_rule = |range: &&std::ops::Range<usize>| RULE.contains(&self.page.word(range.start));
        others.filter(of_rule).find_map(|range| self.term(range.clone()))
    }

    /// "ten years from today".
    fn runs_from_today(&self, at: usize) -> bool {
        self.page.word(at + 2) == "from" && matches!(self.page.word(at + 3), "today" | "now" | "date" | "the" | "this")
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
