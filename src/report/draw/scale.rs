//! From days to places along the axis.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

/// Where the axis begins and ends, in the drawing's own units.
pub const LEFT: i64 = 210;
/// Where the axis ends.
pub const RIGHT: i64 = 1190;

/// The narrowest step between two labels of the axis.
const STEP: i64 = 34;

/// Maps the days of a history to places along the axis.
pub struct Scale {
    first: NaiveDate,
    days: i64,
}

/// A birthday on the axis.
#[derive(Serialize)]
pub struct Tick {
    x: i64,
    /// "birth", or the age reached.
    age: String,
    year: String,
}

impl Scale {
    /// A scale that holds both days.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Self {
        Scale { first, days: (last - first).num_days().max(1) }
    }

    /// The place of a day; days outside stand at the edge.
    pub fn x(&self, day: NaiveDate) -> i64 {
        let days = (day - self.first).num_days().clamp(0, self.days);
        LEFT + days * (RIGHT - LEFT) / self.days
    }

    /// Birth and the birthdays after it, as many as there is room for.
    pub fn birthdays(&self, born: NaiveDate, last: NaiveDate) -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        let birthdays = (0..).map_while(|age: u32| Some((age, born.checked_add_months(Months::new(12 * age))?)));
        for (age, day) in birthdays.take_while(|(_, day)| *day <= last).filter(|(_, day)| *day >= self.first) {
            let x = self.x(day);
            if ticks.last().is_none_or(|tick| x - tick.x >= STEP) {
                let age = if age == 0 { "birth".to_owned() } else { age.to_string() };
                ticks.push(Tick { x, age, year: day.year().to_string() });
            }
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn days_lie_in_order_and_inside() {
        let scale = Scale::new(on("2003-05-17"), on("2018-03-01"));
        assert_eq!(scale.x(on("2003-05-17")), LEFT);
        assert_eq!(scale.x(on("2018-03-01")), RIGHT);
        assert_eq!(scale.x(on("1990-01-01")), LEFT);
        assert!(scale.x(on("2010-06-15")) < scale.x(on("2010-09-15")));
        assert_eq!(Scale::new(on("2018-03-01"), on("2018-03-01")).x(on("2018-03-01")), LEFT);
    }

    #[test]
    fn birthdays_leave_each_other_room() {
        let scale = Scale::new(on("1960-01-01"), on("2018-03-01"));
        let ticks = scale.birthdays(on("2003-05-17"), on("2018-03-01"));
        assert_eq!(ticks[0].age, "birth");
        assert!(ticks.windows(2).all(|pair| pair[1].x - pair[0].x >= STEP));
    }
}
