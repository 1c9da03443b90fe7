//! Addresses, numbers and dates as people write them: the one door to regular expressions.

use super::ordinary::{is_ordinary, is_title};
use super::words;
use crate::model::calendar::month;
use regex::{Captures, Regex};
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

/// A date in a text: where it stands, and what it can be read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// First byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Year, month, and the day of the month where one is given.
    pub read: Vec<(i32, u32, Option<u32>)>,
    /// Whether words before it say that it is a date of birth.
    pub of_birth: bool,
}

const ROADS: &str = "road|rd|street|st|avenue|ave|av|close|cl|lane|ln|drive|drv|way|court|ct|crescent|cres|gardens|gdns|grove|gr|place|pl|\
     terrace|terr|ter|view|hill|row|walk|mews|park|square|sq|green|rise|parade|house|estate|yard|wharf|heights|croft|\
     meadows?|vale|quay|mount|fold|bank|end|gate|lodge|cottages?|buildings|flats|towers?|fields?|villas?|broadway|path";

/// Roads that need no number to be an address.
const SURE_ROADS: &str = "Road|Rd|Street|St|Avenue|Ave|Close|Lane|Drive|Crescent|Cres|Terrace|Grove|Gardens|Gdns|Mews|Rise|Walk|Cottages|Villas";

static NUMBERED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)\b(?:(?:flat|apartment|apt|unit|room)\s+\w{{1,4}}\s*,?\s*)?(?:(?:no\.?|number)\s*)?\d{{1,4}}[a-z]?(?:\s*[-/]\s*\d{{1,4}}[a-z]?)?,?\s+((?:[\p{{L}}][\p{{L}}'’.-]*\s+){{1,3}}?(?:{ROADS}))\b"
    ))
    .ok()
});
static STREET: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"\b((?:\p{{Lu}}[\p{{L}}'’-]*\s+){{1,3}}(?:{SURE_ROADS}))\b")).ok());
static LABELLED_ADDRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:home\s+)?addr(?:ess(?:es)?)?\s*(?:[:=]|is\b|was\b)\s*([^;\n.]+)").ok());
static HOUSE_NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:at|of|from|to|in|opposite|door)\s+((?:number|no\.?|flat|house\s+no\.?)\s*\d{1,4}[a-z]?)\b")
        .ok()
});
static HOUSE_NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b(?:lives?|living|lived|[Rr]esid\w+|address is|home is)\s+at\s+((?:(?:The\s+)?\p{Lu}[\p{L}'’]+\s?){2,4})",
    )
    .ok()
});
static POSTCODE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[abd-hjlnp-uw-z]{2}\b").ok());
static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\+\d{2}[ ()\d-]{8,14}\d|\(?\b0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}\b|\b0\d{2} ?\d{2} ?\d{2} ?\d{2} ?\d{2}\b",
    )
    .ok()
});
static LABELLED_PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:tel|telephone|phone|mob|mobile|landline|whatsapp|call(?:ed)? from)\b\W{0,3}(?:no\.?|number)?\W{0,3}(\d[\d -]{4,}\d)\b").ok()
});
static TEN_DIGITS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b|\b\d{9,}\b").ok());
static INSURANCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b[a-ceghj-prtw-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b|\b[A-Z]{2}\d{2} ?[A-Z]{3}\b").ok()
});
static LABELLED_NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:nhs|upn|uln|nino|chi|mrn|hospital|passport|pnc(?:id)?|vrm|reg|crn)\b\s*(?:no|number|num|id)?\.?\s*[:#-]?\s*((?:[a-z]{1,3})?\d[\d /-]{3,}[a-z]?)\b").ok()
});
static ONLINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|\bwww\.\S+|\B@[\p{L}_][\w.]{2,}|(?i)\b(?:user ?name|snapchat name|handle|gamer ?tag)s?\s*(?:is|was|:)?\s*[“\x22']?([\w.]{3,})").ok()
});
static NUMERIC_DATE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(\d{1,4})\s?[./\\-]\s?(\d{1,2})\s?[./\\-]\s?(\d{2,4})\b").ok());
static WORDED_DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s/.,-]*)?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?[\s/.,-]*(?:(\d{1,2})(?:st|nd|rd|th)?\s*,\s*)?['’]?(\d{4}|\d{2})\b").ok()
});
static RUN_DATE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b(\d{8}|\d{6})\b").ok());
static MONTH_AND_YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b(\d{1,2})\s?[/.-]\s?(\d{4})\b").ok());
static BORN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:\bborn(?:\s+on)?|\bd\.?\s?o\.?\s?b\.?|\bdate of birth|\bbirth\s?date|\bbirthday|\bb\.?)\s*(?:is|was|on|of)?\s*[:;,(=-]?\s*$").ok()
});

fn all<'t>(pattern: &'static LazyLock<Option<Regex>>, text: &'t str) -> Vec<Captures<'t>> {
    pattern.as_ref().map_or_else(Vec::new, |pattern| pattern.captures_iter(text).collect())
}

/// The group of a match that holds what is meant: the first one, else the whole.
fn stretch(found: &Captures<'_>, matter: Matter, group: usize) -> Option<Stretch> {
    let place = found.get(group).or_else(|| found.get(0))?;
    let end = place.start() + place.as_str().trim_end().len();
    Some(Stretch { start: place.start(), end, matter })
}

/// Every address and number of a text.
pub fn stretches(text: &str) -> Vec<Stretch> {
    let mut found = addresses(text);
    let postcode = |one: &Captures<'_>| one.get(0).is_some_and(|place| !is_ordinal(place.as_str()));
    found.extend(
        all(&POSTCODE, text).iter().filter(|one| postcode(one)).filter_map(|one| stretch(one, Matter::Postcode, 0)),
    );
    let numbers: [(&'static LazyLock<Option<Regex>>, Matter, usize); 7] = [
        (&ONLINE, Matter::Online, 1),
        (&LABELLED_NUMBER, Matter::Number, 1),
        (&PHONE, Matter::Phone, 0),
        (&LABELLED_PHONE, Matter::Phone, 1),
        (&TEN_DIGITS, Matter::Number, 0),
        (&INSURANCE, Matter::Number, 0),
        (&HOUSE_NUMBER, Matter::Address, 1),
    ];
    for (pattern, matter, group) in numbers {
        found.extend(all(pattern, text).iter().filter_map(|one| stretch(one, matter, group)));
    }
    found
}

/// "Y7 3rd" and "S47 1st" look like postcodes, and are none.
fn is_ordinal(code: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|ending| code.ends_with(ending)) && code.contains(' ')
}

fn addresses(text: &str) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for one in all(&NUMBERED, text) {
        let (Some(whole), Some(street)) = (one.get(0), one.get(1)) else { continue };
        if is_street(street.as_str(), words::is_capitals(text), &text[..whole.start()]) {
            found.push(Stretch { start: whole.start(), end: whole.end(), matter: Matter::Address });
        }
    }
    for one in all(&STREET, text) {
        let Some(street) = one.get(1) else { continue };
        let start = street.start() + leading(street.as_str());
        let followed = words::words(&text[street.end()..]).into_iter().next();
        let of_a_body = followed.is_some_and(|word| is_body(&word.folded) && text[street.end()..].starts_with(' '));
        if text[start..street.end()].contains(' ') && !of_a_body {
            found.push(Stretch { start, end: street.end(), matter: Matter::Address });
        }
    }
    found.extend(all(&LABELLED_ADDRESS, text).iter().filter_map(|one| stretch(one, Matter::Address, 1)));
    found.extend(all(&HOUSE_NAME, text).iter().filter_map(|one| stretch(one, Matter::Address, 1)));
    found
}

/// Words that show a body, not a home: "Cedar Road Practice".
fn is_body(word: &str) -> bool {
    const BODIES: &[&str] = &[
        "school",
        "primary",
        "infants",
        "infant",
        "junior",
        "juniors",
        "academy",
        "college",
        "nursery",
        "surgery",
        "practice",
        "clinic",
        "centre",
        "center",
        "hospital",
        "police",
        "church",
        "health",
        "medical",
        "childrens",
        "community",
        "high",
        "secondary",
        "preschool",
        "station",
        "library",
        "hub",
        "family",
    ];
    BODIES.contains(&word)
}

/// Titles, prepositions and the like that stand before a street and are no part of it.
fn leading(street: &str) -> usize {
    const BEFORE: &[&str] = &["on", "at", "in", "the", "from", "to", "near", "of", "by", "via", "seen", "address"];
    let found = words::words(street);
    let first = found.iter().find(|word| !BEFORE.contains(&word.folded.as_str()) && !is_title(&word.folded));
    first.map_or(street.len(), |word| word.start)
}

/// Whether words between a number and "Road" or "View" can be the name of a street.
fn is_street(street: &str, capitals: bool, before: &str) -> bool {
    let found = words::words(street);
    let Some((road, named)) = found.split_last() else { return false };
    let no_street = |word: &words::Word| {
        const NEVER: &[&str] = &[
            "the",
            "to",
            "in",
            "a",
            "an",
            "and",
            "with",
            "from",
            "was",
            "is",
            "of",
            "for",
            "children",
            "child",
            "days",
            "weeks",
            "months",
            "years",
            "hours",
            "minutes",
            "mins",
            "at",
            "on",
            "by",
            "crown",
            "family",
            "county",
            "magistrates",
            "youth",
            "girls",
            "boys",
            "year",
            "police",
            "times",
            "miles",
            "per",
        ];
        NEVER.contains(&word.folded.as_str())
    };
    let dated = named.first().is_some_and(|word| month(&word.folded).is_some());
    let aged =
        ["year", "aged", "age", "yr", "years"].iter().any(|word| before.trim_end().to_lowercase().ends_with(word));
    let shown = match capitals {
        true => named.len() < 3,
        false => {
            named.iter().all(|word| word.capital)
                || (road.capital && named.iter().any(|word| word.capital))
                || lower(named)
        }
    };
    !named.is_empty()
        && shown
        && !named.iter().any(no_street)
        && !aged
        && (!dated || before.trim_end().ends_with(" at"))
}

/// A street written without capitals is one where its name is no ordinary word.
fn lower(named: &[words::Word]) -> bool {
    named.len() == 1 && named.iter().all(|word| !is_ordinary(&word.folded))
}

/// Every date of a text that names a day or a month.
pub fn dates(text: &str) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    let mut add = |one: &Captures<'_>, read: Vec<(i32, u32, Option<u32>)>| {
        if let (Some(place), false) = (one.get(0), read.is_empty()) {
            let of_birth = BORN.as_ref().is_some_and(|born| born.is_match(&text[..place.start()]));
            found.push(Dated { start: place.start(), end: place.end(), read, of_birth });
        }
    };
    for one in all(&NUMERIC_DATE, text) {
        add(&one, numeric([part(&one, 1), part(&one, 2), part(&one, 3)]));
    }
    for one in all(&WORDED_DATE, text) {
        let of_month = part(&one, 1).or(part(&one, 3)).map(|(number, _)| number as u32);
        let named = one.get(2).and_then(|name| month(&name.as_str().to_lowercase()));
        add(
            &one,
            named.zip(part(&one, 4)).map(|(month, year)| (whole_year(year), month, of_month)).into_iter().collect(),
        );
    }
    for one in all(&RUN_DATE, text) {
        let digits = one.get(1).map_or("", |place| place.as_str());
        add(&one, run(digits));
    }
    for one in all(&MONTH_AND_YEAR, text) {
        let read = part(&one, 1).zip(part(&one, 2)).map(|((month, _), year)| (whole_year(year), month as u32, None));
        add(&one, read.into_iter().collect());
    }
    found
}

/// A number and how many digits it was written with.
fn part(found: &Captures<'_>, group: usize) -> Option<(i32, usize)> {
    let digits = found.get(group)?.as_str();
    Some((digits.parse().ok()?, digits.len()))
}

/// Two digits of a year are this century's or the last one's: both are tried.
fn whole_year((year, digits): (i32, usize)) -> i32 {
    match digits {
        2 if year < 40 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    }
}

fn numeric(parts: [Option<(i32, usize)>; 3]) -> Vec<(i32, u32, Option<u32>)> {
    let [Some(first), Some(second), Some(third)] = parts else { return Vec::new() };
    match (first.1, third.1) {
        (4, 1 | 2) => vec![(first.0, second.0 as u32, Some(third.0 as u32))],
        (1 | 2, 2 | 4) => {
            let year = whole_year(third);
            vec![(year, second.0 as u32, Some(first.0 as u32)), (year, first.0 as u32, Some(second.0 as u32))]
        }
        _ => Vec::new(),
    }
}

fn run(digits: &str) -> Vec<(i32, u32, Option<u32>)> {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<i32>().ok());
    let day_first = |year: Option<i32>, width: usize| {
        Some((whole_year((year?, width)), number(2, 4)? as u32, Some(number(0, 2)? as u32)))
    };
    match digits.len() {
        8 => {
            let year_first = || Some((number(0, 4)?, number(4, 6)? as u32, Some(number(6, 8)? as u32)));
            [day_first(number(4, 8), 4), year_first()].into_iter().flatten().collect()
        }
        _ => day_first(number(4, 6), 2).into_iter().collect(),
    }
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
        ] {
            assert!(dates(text).iter().any(|date| date.read.contains(&(2011, 8, Some(14)))), "{text}");
        }
        assert!(dates("DOB: 14/08/2011")[0].of_birth && dates("Simran (born 14/08/2011)")[0].of_birth);
        assert!(!dates("seen on 14/08/2011")[0].of_birth);
    }
}
