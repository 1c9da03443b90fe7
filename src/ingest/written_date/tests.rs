//! The corpus: several hundred dates as people write them, each with what a careful person would make of it.

use super::{Frame, Reading, is_date, read};
use crate::model::When;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn frame() -> Frame {
    Frame { born: Some(When::day("2003-05-17", day(2003, 5, 17))), as_at: Some(day(2018, 3, 1)) }
}

/// A reading as the corpus writes it.
fn told(reading: &Reading) -> String {
    let Reading { when, remarks } = reading;
    let span = if when.is_day() { when.earliest.to_string() } else { format!("{}..{}", when.earliest, when.latest) };
    let edtf = if when.edtf == span { String::new() } else { format!(" {}", when.edtf) };
    format!("{span}{edtf}{}", if remarks.is_empty() { "" } else { " !" })
}

#[test]
fn dates_are_read_as_a_careful_person_would() {
    let lines = include_str!("corpus.txt").lines().filter(|line| !line.starts_with('#') && line.contains(" => "));
    let (mut wrong, mut all) = (Vec::new(), 0);
    for line in lines {
        let (written, expected) = line.split_once(" => ").unwrap();
        let got = read(written, &frame()).map_or("-".to_owned(), |reading| told(&reading));
        all += 1;
        if got != expected {
            wrong.push(format!("{written:40} expected {expected:45} got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {all} dates read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_edtf_that_is_written_can_be_read_back() {
    for line in include_str!("corpus.txt").lines().filter(|line| line.contains(" => ")) {
        if let Ok(reading) = read(line.split(" => ").next().unwrap(), &frame()) {
            let edtf = &reading.when.edtf;
            assert!(edtf_core::is_valid(edtf), "{line}: {edtf}");
            let again = read(edtf, &frame()).unwrap().when;
            assert_eq!((again.earliest, again.latest), (reading.when.earliest, reading.when.latest), "{line}: {edtf}");
        }
    }
}

#[test]
fn a_refusal_says_what_is_wrong() {
    let why = |written: &str| read(written, &frame()).unwrap_err().to_string();
    assert_eq!(why("31/02/2015"), "there is no such date: February 2015 has 28 days");
    assert_eq!(why("13/13/2014"), "there is no such date: there is no month 13");
    assert_eq!(why("12/03"), "the date can mean two things: 12 March without a year, or December 2003");
    assert_eq!(why("12 March"), "the date has no year");
    assert_eq!(why("last week"), "the date counts from a day that is not given");
    assert_eq!(why("n/k"), "the date is given as not known");
    assert_eq!(why("42512"), "the date is a bare number; a spreadsheet would show it as 22 May 2016");
    assert_eq!(
        read("aged 6", &Frame::default()).unwrap_err().to_string(),
        "the date counts from the child's birth, and case.json gives no date of birth"
    );
}

#[test]
fn a_heading_is_no_date() {
    for heading in ["Date", "Actions agreed 12/3/15", "Year", "Age", "Autumn", "Day", "Q"] {
        assert!(!is_date(heading, &frame()), "{heading}");
    }
}

proptest! {
    #[test]
    fn no_words_make_it_panic_or_turn_its_ends_round(written in "\\PC{0,60}") {
        if let Ok(reading) = read(&written, &frame()) {
            prop_assert!(reading.when.earliest <= reading.when.latest);
            prop_assert_eq!(reading.when.written, written.trim());
        }
    }

    #[test]
    fn no_near_date_makes_it_panic(written in "[0-9xX?/.,: -]{0,24}|((early|mid|before|aged|w/c|from|to|and|May|Sept|Q3|term|summer|Year|12|3|2007|'09|90s|-|/|,|\\?) ?){1,9}") {
        if let Ok(reading) = read(&written, &frame()) {
            prop_assert!(reading.when.earliest <= reading.when.latest, "{:?}", reading);
            prop_assert!(edtf_core::is_valid(&reading.when.edtf), "{:?}", reading);
        }
    }

    #[test]
    fn a_day_comes_back_in_every_usual_hand(offset in 0i64..60_000, hand in 0usize..8) {
        let day = day(1901, 1, 1) + chrono::Days::new(offset as u64);
        let hands = ["%d/%m/%Y", "%-d.%-m.%Y", "%Y-%m-%d", "%-d %B %Y", "%d-%b-%Y", "%A %-d %B %Y", "%B %-d, %Y", "%d/%m/%Y %H:%M"];
        let written = day.and_hms_opt(14, 5, 0).unwrap().format(hands[hand]).to_string();
        let reading = read(&written, &frame()).unwrap();
        prop_assert_eq!((reading.when.earliest, reading.when.latest), (day, day));
        prop_assert!(reading.remarks.is_empty(), "{:?}", reading);
    }
}
