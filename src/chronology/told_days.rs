//! Days that an entry's words name: "verbal argument on 11/11/07", "arrested on 8 December".
//!
//! Only for comparing entries: the date under which an entry stands is read by `ingest`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// An entry is often written on for some days: "rang social care 29.04" in an entry of the 28th.
const AHEAD: u64 = 5;

/// The days named in `text`. Where no year is given, the one that puts the day last before `told_on`, or a few days
/// after it, is taken; where only the day of the month is ("of the 14th"), the last such day before.
pub fn days(text: &str, told_on: NaiveDate) -> Vec<NaiveDate> {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')')).collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let word = word.trim_end_matches(['.', ':', '?', '!']);
        let numeric = numeric(word, told_on);
        let spelled = || spelled(word, words.get(at + 1)?, words.get(at + 2).copied(), told_on);
        let bare = || of_the_month(at.checked_sub(1).and_then(|at| words.get(at))?, word, words.get(at + 1), told_on);
        let weekday = || of_the_week(at.checked_sub(1).and_then(|at| words.get(at)), word, told_on);
        found.extend(numeric.or_else(spelled).or_else(bare).or_else(weekday));
    }
    let lower = text.to_lowercase();
    if ["last night", "yesterday"].iter().any(|words| lower.contains(words)) {
        found.extend(told_on.pred_opt());
    }
    found
}

/// "11/11/07", "11.11.2007", "27/11", "06-Aug-2017", "27-Feb".
fn numeric(word: &str, told_on: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let (day, month, year) = match parts.as_slice() {
        [day, month] => (*day, *month, None),
        [day, month, year] => (*day, *month, Some(*year)),
        _ => return None,
    };
    let month = month.parse().ok().or_else(|| month_number(month))?;
    place(day.parse().ok()?, month, year, told_on)
}

/// "8 December", "8 December 2019".
fn spelled(day: &str, month: &str, year: Option<&str>, told_on: NaiveDate) -> Option<NaiveDate> {
    let day = day.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()?;
    let month = month_number(month.trim_end_matches(['.', ':']))?;
    let year = year
        .map(|year| year.trim_end_matches(['.', ':']))
        .filter(|year| year.len() == 4 && year.parse::<i32>().is_ok());
    place(day, month, year, told_on)
}

/// "the 14th", where no month follows.
fn of_the_month(before: &str, day: &str, after: Option<&&str>, told_on: NaiveDate) -> Option<NaiveDate> {
    let is_month = after.is_some_and(|word| month_number(word.trim_end_matches(['.', ':'])).is_some() || *word == "of");
    let number = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end))?;
    let day: u32 = number.parse().ok().filter(|_| before.eq_ignore_ascii_case("the") && !is_month)?;
    let months = (0..3).filter_map(|back| told_on.checked_sub_months(Months::new(back))?.with_day(day));
    months.into_iter().find(|named| *named <= told_on)
}

/// "hit her on Saturday": the last such day before. "Every Saturday" and "next Saturday" name none.
fn of_the_week(before: Option<&&str>, word: &str, told_on: NaiveDate) -> Option<NaiveDate> {
    const NOT_ONE: &[&str] = &["every", "each", "next", "most", "alternate", "coming", "any", "until", "by", "other"];
    let lower = word.to_lowercase();
    let wanted = WEEKDAYS.iter().find(|(name, _)| *name == lower)?.1;
    if before.is_some_and(|word| NOT_ONE.contains(&word.to_lowercase().as_str())) {
        return None;
    }
    (1..7).filter_map(|back| told_on.checked_sub_days(Days::new(back))).find(|day| day.weekday() == wanted)
}

fn month_number(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let at = MONTHS.iter().position(|month| lower.starts_with(month) && lower.len() <= 9)?;
    u32::try_from(at + 1).ok()
}

fn place(day: u32, month: u32, year: Option<&str>, told_on: NaiveDate) -> Option<NaiveDate> {
    match year.and_then(|year| year.parse::<i32>().ok()) {
        Some(year) if year >= 1000 => NaiveDate::from_ymd_opt(year, month, day),
        Some(year) if (0..100).contains(&year) => NaiveDate::from_ymd_opt(2000 + year, month, day),
        Some(_) => None,
        None => (-1..2)
            .filter_map(|back| NaiveDate::from_ymd_opt(told_on.year() - back, month, day))
            .find(|named| *named <= told_on + Days::new(AHEAD)),
    }
}

#[cfg(test)]
mod tests {
    use super::days;
    use chrono::NaiveDate;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn days_are_found_in_running_words() {
        let told_on = day(2020, 1, 9);
        assert_eq!(days("Argument on 11/11/07, two children in bed.", told_on), [day(2007, 11, 11)]);
        assert_eq!(days("arrested on 8 December for assault", told_on), [day(2019, 12, 8)]);
        assert_eq!(days("referral about 27-Feb: shouting", told_on), [day(2019, 2, 27)]);
        assert_eq!(days("altercation on 06-Aug-2017.", told_on), [day(2017, 8, 6)]);
        assert_eq!(days("rang social care 10.01", told_on), [day(2020, 1, 10)]);
        assert_eq!(days("intelligence of the 14th: a man", told_on), [day(2019, 12, 14)]);
        assert_eq!(days("says that he hit her on Saturday", told_on), [day(2020, 1, 4)]);
    }

    #[test]
    fn other_numbers_are_no_days() {
        let told_on = day(2020, 1, 9);
        assert!(
            days("Attendance 84%, section 47, 14.5 kg, 1/0", told_on)
                .iter()
                .all(|day| day.to_string().contains("-05-14"))
        );
        assert!(days("99/99 31/02/2019 12-", told_on).is_empty());
        assert!(days("Nan has her every Saturday, and on Sundays; review next Monday", told_on).is_empty());
    }
}
