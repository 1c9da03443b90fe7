//! A day, a month or a year of the calendar. All-figure dates are day first.

use super::refusal::Refusal;
use super::span::Span;
use super::tokens::Token;
use super::{Found, Frame, months};
use chrono::{Datelike, NaiveDate};

/// Years that an entry can be of. What is older or later is a slip of the pen.
pub const REACH: std::ops::Range<i32> = 1800..2200;

/// What many programs write where no date is held.
const PLACEHOLDER: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();

/// Reads a day, a month or a year.
pub fn read(tokens: &[Token], frame: &Frame) -> Found {
    use Token::{Month, Number, Ordinal, ShortYear};
    let Some(parts) = parts(tokens) else { return Ok(None) };
    match parts[..] {
        [day, Month(month), year] if is_day(day) && is_year(year) => named(day, *month, year, frame),
        [year @ Number(_, 4), Month(month), day] if is_day(day) => named(day, *month, year, frame),
        [Month(month), day, year] if is_day(day) && is_year(year) => named(day, *month, year, frame),
        [year @ Number(_, 4), Number(b, 1 | 2), Number(c, 1 | 2)] => year_first(year_of(year, frame)?.0, *b, *c),
        [a, b, year @ Number(..)] if is_figure(a) && is_figure(b) => figures(a, b, year, frame),
        [Number(year, 4), Number(second, digits @ (1 | 2))] => year_and_figure(*year, *second, *digits, tokens),
        [Number(month, 1 | 2), year @ Number(_, 4)] if marked(tokens) => month_of(year_of(year, frame)?.0, *month),
        [Number(first, 1 | 2), Number(second, 2)] if marked(tokens) => two_figures(*first, *second, frame),
        [Month(month), year @ Number(_, 4) | year @ ShortYear(_)] => in_month(*month, year, frame),
        [year @ Number(_, 4), Month(month)] => in_month(*month, year, frame),
        [Month(month), Number(year, 2)] => short_month(*month, *year, frame),
        [Month(_), Ordinal(_) | Number(_, 1)] | [Ordinal(_) | Number(_, 1 | 2), Month(_)] | [Month(_)] => {
            Err(Refusal::NoYear)
        }
        [Number(year, 4)] if REACH.contains(&(*year as i32)) => Ok(Span::year(*year as i32)),
        [ShortYear(year)] => Ok(Span::year(full_year(*year, 2, frame)?.0)),
        [Number(run, 8)] => Ok(run_of_eight(*run)),
        [Number(run, 6)] => run_of_six(*run, frame),
        [Number(number, 5)] => bare_number(*number),
        _ => Ok(None),
    }
}

/// The tokens without the marks that may stand inside a date; none where other marks stand there.
fn parts(tokens: &[Token]) -> Option<Vec<&Token>> {
    let inside = |token: &&Token| matches!(token, Token::Mark('/' | '-' | '.' | ',' | '–' | ';'));
    let parts: Vec<&Token> = tokens.iter().filter(|token| !inside(token)).collect();
    let fits = parts.len() <= 3 && !parts.iter().any(|part| matches!(part, Token::Mark(_)));
    fits.then_some(parts)
}

fn marked(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| matches!(token, Token::Mark('/' | '-' | '.')))
}

fn is_day(token: &Token) -> bool {
    matches!(token, Token::Number(_, 1 | 2) | Token::Ordinal(_)) || is_unknown(token)
}

fn is_year(token: &Token) -> bool {
    matches!(token, Token::Number(..) | Token::ShortYear(_))
}

/// A day or a month in figures, or crossed out as `xx`.
fn is_figure(token: &Token) -> bool {
    matches!(token, Token::Number(_, 1 | 2) | Token::Ordinal(_)) || is_unknown(token)
}

fn is_unknown(token: &Token) -> bool {
    token.is_one_of(&["x", "xx", "dd", "mm"])
}

/// The number of a day or month; 0 where it is crossed out.
fn figure(token: &Token) -> u32 {
    match token {
        Token::Number(value, _) | Token::Ordinal(value) | Token::ShortYear(value) => *value,
        _ => 0,
    }
}

/// The four-figure year that was meant, and a remark where another is nearly as likely.
pub fn full_year(year: u32, digits: usize, frame: &Frame) -> Result<(i32, Option<String>), Refusal> {
    let year = year as i32;
    match digits {
        4 if REACH.contains(&year) => Ok((year, None)),
        4 => Err(Refusal::Impossible(format!("no entry can be of the year {year}"))),
        2 => {
            let latest = frame.as_at.map_or(2049, |day| day.year());
            if 2000 + year <= latest {
                return Ok((2000 + year, None));
            }
            let near = frame.as_at.is_some() && 2000 + year <= latest + 5;
            let remark = || {
                format!(
                    "the year was taken as {}, since {} lies after the day the report speaks from",
                    1900 + year,
                    2000 + year
                )
            };
            Ok((1900 + year, near.then(remark)))
        }
        _ => Err(Refusal::Impossible(format!("the year “{year}” is not written with two or four figures"))),
    }
}

/// The year of a token.
pub fn year_of(token: &Token, frame: &Frame) -> Result<(i32, Option<String>), Refusal> {
    match token {
        Token::Number(year, digits) => full_year(*year, *digits, frame),
        other => full_year(figure(other), 2, frame),
    }
}

/// A day of a month that is named.
fn named(day: &Token, month: u32, year: &Token, frame: &Frame) -> Found {
    let (year, remark) = year_of(year, frame)?;
    let span = if is_unknown(day) { month_of(year, month)? } else { day_of(year, month, figure(day))? };
    Ok(with(span, remark))
}

fn in_month(month: u32, year: &Token, frame: &Frame) -> Found {
    let (year, remark) = year_of(year, frame)?;
    Ok(with(month_of(year, month)?, remark))
}

fn with(span: Option<Span>, remark: Option<String>) -> Option<Span> {
    span.map(|span| match remark {
        Some(remark) => span.remark(remark),
        None => span,
    })
}

/// `Sep-21` is September 2021 to a spreadsheet, and may be the 21st to a person.
fn short_month(month: u32, year: u32, frame: &Frame) -> Found {
    let (full, _) = full_year(year, 2, frame)?;
    let span = month_of(full, month)?;
    let doubtful = (1..=31).contains(&year);
    let remark = doubtful.then(|| format!("“{year}” was taken for the year {full}, not for the day of the month"));
    Ok(with(span, remark))
}

/// Day, month and year in figures.
fn figures(a: &Token, b: &Token, year: &Token, frame: &Frame) -> Found {
    let (year, remark) = year_of(year, frame)?;
    let (first, second) = (figure(a), figure(b));
    let span = match (first, second) {
        (0, 0) if matches!(a, Token::Number(..)) && year % 100 == 0 => return Err(Refusal::Placeholder),
        (0, 0) => Span::year(year),
        (0, month) => {
            month_of(year, month)?.map(|span| if is_unknown(a) { span } else { span.remark("the day is written as 0") })
        }
        (_, 0) => return Err(Refusal::Impossible("the month is written as 0".into())),
        (month, day) if day > 12 && month <= 12 => day_of(year, month, day)?
            .map(|span| span.remark("it makes a date only with the month first, and was read so")),
        (day, month) => day_of(year, month, day)?,
    };
    Ok(with(span, remark))
}

/// `2016-05-22` with any marks.
fn year_first(year: i32, second: u32, third: u32) -> Found {
    match (second, third) {
        (0, _) => Ok(Span::year(year)),
        (month, 0) => month_of(year, month),
        (day, month) if day > 12 && month <= 12 => {
            let span = day_of(year, month, day)?;
            Ok(span.map(|span| span.remark("it makes a date only with the day before the month, and was read so")))
        }
        (month, day) => day_of(year, month, day),
    }
}

/// `2015/05` is a month, `2012/13` two years, and `2009/10` may be either.
fn year_and_figure(year: u32, second: u32, digits: usize, tokens: &[Token]) -> Found {
    if !marked(tokens) || !REACH.contains(&(year as i32)) {
        return Ok(None);
    }
    let (from, to) = (year as i32, (year - year % 10u32.pow(digits as u32) + second) as i32);
    let to = if second == 0 && digits == 2 && year % 100 == 99 { to + 100 } else { to };
    let (month, years) = ((1..=12).contains(&second), to > from);
    match (month, years) {
        (true, false) => month_of(from, second),
        (false, true) => Ok(Span::years(from, to)),
        (true, true) => {
            let name = month_name(second);
            let span = Span::years(from, to);
            Ok(span
                .map(|span| span.remark(format!("it can mean {name} {from}, or {from} to {to}; the longer was taken"))))
        }
        (false, false) => Err(Refusal::Impossible(format!("there is no month {second}"))),
    }
}

/// `5/16` can only be a month and a year; `12/3` may be a day without a year.
fn two_figures(first: u32, second: u32, frame: &Frame) -> Found {
    if first > 12 && (1..=12).contains(&second) {
        return Err(Refusal::NoYear);
    }
    if !(1..=12).contains(&first) {
        return Ok(None);
    }
    let (year, _) = full_year(second, 2, frame)?;
    let name = month_name(first);
    // `6/52` is six weeks to a nurse.
    if second == 52 {
        return Ok(None);
    }
    if second == 0 || second > 31 || (second > 12 && NaiveDate::from_ymd_opt(2016, first, second).is_none()) {
        return month_of(year, first);
    }
    if second > 12 {
        let span = month_of(year, first)?;
        return Ok(span.map(|span| span.remark(format!("it was taken for {name} {year}; it has no day"))));
    }
    Err(Refusal::TwoWays(format!("{first} {} without a year, or {name} {year}", month_name(second))))
}

/// `22052016` or `20160522`, whichever is a date.
fn run_of_eight(run: u32) -> Option<Span> {
    let likely = |day: &NaiveDate| (1900..2100).contains(&day.year());
    let day_first = NaiveDate::from_ymd_opt((run % 10_000) as i32, run / 10_000 % 100, run / 1_000_000).filter(likely);
    let year_first = NaiveDate::from_ymd_opt((run / 10_000) as i32, run / 100 % 100, run % 100).filter(likely);
    match (day_first, year_first) {
        (Some(day), None) | (None, Some(day)) => Some(Span::day(day)),
        (Some(day), Some(other)) => Some(Span::day(day).remark(format!("without marks it can also be {other}"))),
        (None, None) => None,
    }
}

/// `220516`, day first.
fn run_of_six(run: u32, frame: &Frame) -> Found {
    let (year, _) = full_year(run % 100, 2, frame)?;
    let day = NaiveDate::from_ymd_opt(year, run / 100 % 100, run / 10_000);
    Ok(day.map(|day| Span::day(day).remark("it is written without marks, and was read day first")))
}

/// A day number of a spreadsheet that lost its format.
fn bare_number(number: u32) -> Found {
    let base = NaiveDate::from_ymd_opt(1899, 12, 30);
    let day = base.and_then(|base| base.checked_add_days(chrono::Days::new(number.into())));
    match day.filter(|day| (1930..2070).contains(&day.year())) {
        Some(day) => Err(Refusal::BareNumber(day)),
        None => Ok(None),
    }
}

/// A whole month.
pub fn month_of(year: i32, month: u32) -> Found {
    if !(1..=12).contains(&month) {
        return Err(Refusal::Impossible(format!("there is no month {month}")));
    }
    Ok(Span::month(year, month))
}

/// A day, or what is wrong with it.
fn day_of(year: i32, month: u32, day: u32) -> Found {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) if day == PLACEHOLDER => return Err(Refusal::Placeholder),
        Some(day) => return Ok(Some(Span::day(day))),
        None => {}
    }
    Err(Refusal::Impossible(match super::span::last_of(year, month) {
        Some(last) => format!("{} {year} has {} days", month_name(month), last.day()),
        None => format!("there is no month {month}"),
    }))
}

/// A month's name with its capital.
pub fn month_name(month: u32) -> String {
    let name = months::NAMES.get(month as usize - 1).unwrap_or(&"");
    name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect()
}
