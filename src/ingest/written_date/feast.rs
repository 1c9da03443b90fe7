//! Feasts and holidays: days that a year is told by.

use super::calendar::year_of;
use super::span::{Span, shifted};
use super::tokens::Token;
use super::{Found, Frame};
use chrono::{Datelike, NaiveDate};

/// Reads `Christmas 2014`, `Easter Sunday 2013`, `summer holidays 2012`.
pub fn read(tokens: &[Token], frame: &Frame) -> Found {
    let (name, year) = match tokens {
        [name @ .., year @ (Token::Number(_, 4 | 2) | Token::ShortYear(_))] => (name, year),
        [year @ Token::Number(_, 4), name @ ..] => (name, year),
        _ => return Ok(None),
    };
    let mut words = Vec::new();
    for token in name {
        match token {
            Token::Word(word) if word != "period" && word != "time" => words.push(word.as_str()),
            Token::Word(_) | Token::Mark(',' | '-' | '.' | '–' | '/') => {}
            _ => return Ok(None),
        }
    }
    if words.is_empty() {
        return Ok(None);
    }
    let (year, _) = year_of(year, frame)?;
    Ok(feast(&words, year))
}

/// The days of a feast.
fn feast(words: &[&str], year: i32) -> Option<Span> {
    let day = |month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day);
    let one = |month: u32, date: u32| day(month, date).map(Span::day);
    let several = |from: (u32, u32), to: (u32, u32)| Some(Span::days(day(from.0, from.1)?, day(to.0, to.1)?));
    let easter = |from: i64, to: i64| Some(Span::days(shifted(easter(year)?, from)?, shifted(easter(year)?, to)?));
    match words {
        ["christmas" | "xmas", "day"] => one(12, 25),
        ["christmas" | "xmas", "eve"] => one(12, 24),
        ["christmas" | "xmas" | "christmastime"] => {
            several((12, 24), (12, 26)).map(|span| span.remark("Christmas was taken for 24 to 26 December"))
        }
        ["christmas" | "xmas", "holidays" | "holiday" | "break" | "hols" | "vacation"] => {
            let last = NaiveDate::from_ymd_opt(year + 1, 1, 7)?;
            Some(
                Span::days(day(12, 17)?, last).remark("the Christmas holidays were taken for 17 December to 7 January"),
            )
        }
        ["boxing", "day"] => one(12, 26),
        ["new", "year"] => Some(
            Span::days(day(1, 1)?.pred_opt()?, day(1, 2)?).remark("New Year was taken for 31 December to 2 January"),
        ),
        ["new", "year", "eve"] | ["nye"] => one(12, 31),
        ["new", "year", "day"] => one(1, 1),
        ["easter"] => easter(-2, 1).map(|span| span.remark("Easter was taken for Good Friday to Easter Monday")),
        ["easter", "sunday" | "day"] => easter(0, 0),
        ["goodfriday"] => easter(-2, -2),
        ["eastermonday"] => easter(1, 1),
        ["easter", "weekend"] => easter(-2, 1),
        ["easter", "holidays" | "holiday" | "break" | "hols"] => easter(-14, 14)
            .map(|span| span.remark("the Easter holidays were taken for the two weeks on either side of Easter")),
        ["whitsun" | "pentecost"] => easter(49, 50),
        ["halloween" | "hallowe'en"] => one(10, 31),
        ["bonfire", ..] | ["guy", "fawkes", ..] => one(11, 5),
        ["valentines" | "valentine's", ..] => one(2, 14),
        ["summer", "holidays" | "holiday" | "break" | "hols" | "vacation"] => several((7, 15), (9, 7))
            .map(|span| span.remark("the summer holidays were taken for mid July to early September")),
        _ => None,
    }
}

/// Easter Sunday of a year of the Gregorian calendar, by the rule of the church calendar.
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let century = year / 100;
    let shift = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let moon = shift - (shift / 28) * (1 - (29 / (shift + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let from_march = moon - weekday + 28;
    let march = NaiveDate::from_ymd_opt(year, 3, 1)?;
    shifted(march, i64::from(from_march) - 1).filter(|day| day.year() == year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_calendar_says() {
        for (year, month, day) in
            [(2008, 3, 23), (2011, 4, 24), (2013, 3, 31), (2016, 3, 27), (2019, 4, 21), (2038, 4, 25)]
        {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }
}
