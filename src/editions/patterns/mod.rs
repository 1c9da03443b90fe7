//! Addresses, numbers and dates as people write them: the one door to regular expressions.

mod addresses;
mod dates;
mod numbers;
mod pattern;

pub use dates::dates;

use pattern::{Found, Pattern};
use std::sync::LazyLock;

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// Where somebody lives.
    Address,
    /// A postcode.
    Postcode,
    /// A telephone number.
    Phone,
    /// An NHS number, or another number by which a person is known.
    Number,
    /// An e-mail address, or a name used online.
    Online,
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it is.
    pub matter: Matter,
}

/// A pattern, made when it is first used.
type Lazy = LazyLock<Option<Pattern>>;

/// A pattern of these words.
fn pattern(words: &str) -> Option<Pattern> {
    Pattern::new(words)
}

fn all<'t>(pattern: &'static Lazy, text: &'t str) -> Vec<Found<'t>> {
    pattern.as_ref().map_or_else(Vec::new, |pattern| pattern.all(text))
}

/// The group of a match that holds what is meant: the first one, else the whole.
fn stretch(found: &Found<'_>, matter: Matter, group: usize) -> Option<Stretch> {
    let place = found.get(group).or_else(|| found.get(0))?;
    let end = place.start() + place.as_str().trim_end().len();
    Some(Stretch { start: place.start(), end, matter })
}

/// The words just before a place in a text. Whatever asks about them asks once for each match, and must not walk the
/// whole text each time.
fn before(text: &str, at: usize) -> &str {
    const NEAR: usize = 80;
    let from = (at.saturating_sub(NEAR)..at).find(|from| text.is_char_boundary(*from));
    &text[from.unwrap_or(at)..at]
}

/// Every address and number of a text.
pub fn stretches(text: &str) -> Vec<Stretch> {
    let mut found = addresses::addresses(text);
    found.extend(numbers::numbers(text));
    found
}

#[cfg(test)]
mod tests {
    use super::{dates, stretches};

    fn found(text: &str) -> Vec<&str> {
        let mut all = stretches(text);
        all.sort_by_key(|one| (one.start, one.end));
        all.iter().map(|one| &text[one.start..one.end]).collect()
    }

    #[test]
    fn addresses_and_numbers_are_found_as_people_write_them() {
        assert_eq!(found("Lives at 14 Mere View, WX1 2AB."), ["14 Mere View", "WX1 2AB"]);
        assert_eq!(found("3 MERE VIEW. MARSH TOLD."), ["3 MERE VIEW"]);
        assert_eq!(found("Flat 2b, 10 Cedar Road"), ["Flat 2b, 10 Cedar Road", "Cedar Road"]);
        assert_eq!(found("seen on Cedar Road by"), ["Cedar Road"]);
        assert_eq!(found("the neighbour at number 14 rang"), ["number 14"]);
        assert_eq!(found("Tel 07700 900123 or +44 7700 900 456"), ["07700 900123", "07700 900123", "+44 7700 900 456"]);
        assert_eq!(found("NHS no: 943 476 5919"), ["943 476 5919", "943 476 5919"]);
        assert_eq!(found("mail ray.s@example.org"), ["ray.s@example.org"]);
    }

    #[test]
    fn dates_counts_and_courts_are_no_addresses() {
        for text in [
            "2 children in the park",
            "S47 1st visit",
            "on 3 June Court",
            "10 Crown Court",
            "5 weeks in placement",
            "Cedar Road Practice",
            "01/02/2018 - 03/04/2018",
            "12.3.07",
            "Outcome 16",
            "Y7 3rd term",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_date_is_read_in_every_written_form() {
        for text in [
            "14/08/2011",
            "14.8.11",
            "14-08-2011",
            "2011-08-14",
            "14 August 2011",
            "14th of Aug 2011",
            "August 14th, 2011",
            "14Aug2011",
            "14082011",
            "14 Aug '11",
            "14 08 2011",
            "14–08–2011",
            "14 / 8 / 2011",
            "August 14 2011",
            "Aug 14th '11",
            "14 Aug 11 20:15",
            "14ᵗʰ August 2011",
            "fourteenth of August 2011",
            "August the fourteenth, 2011",
            "110814",
            "140811",
            "20110814",
        ] {
            assert!(dates(text).iter().any(|date| date.read.contains(&(2011, 8, Some(14)))), "{text}");
        }
        assert!(dates("DOB: 14/08/2011")[0].of_birth && dates("Simran (born 14/08/2011)")[0].of_birth);
        assert!(!dates("seen on 14/08/2011")[0].of_birth);
    }
}
