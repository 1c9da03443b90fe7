//! Postcodes, telephone numbers, other numbers by which a person is known, and names used online.

use super::{Found, Lazy, Matter, Stretch, all, pattern, stretch};
use std::sync::LazyLock;

static POSTCODE: Lazy = LazyLock::new(|| pattern(r"(?i)\b[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[abd-hjlnp-uw-z]{2}\b"));
/// A nought, or a plus or two noughts with a country, and eight to twelve digits more, however they are parted.
static PHONE: Lazy = LazyLock::new(|| pattern(r"(?:\+|\b00|\(?\b0)\d(?:[ .()\u{a0}-]{0,3}\d){8,12}\b"));
static LABELLED_PHONE: Lazy = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:tel|telephone|phone|mob|mobile|landline|whatsapp|call(?:ed)? from)\b\W{0,3}(?:no\.?|number)?\W{0,3}(\d[\d -]{4,}\d)\b",
    )
});
static TEN_DIGITS: Lazy = LazyLock::new(|| pattern(r"\b\d{3}[ .\u{a0}-]{0,3}\d{3}[ .\u{a0}-]{0,3}\d{4}\b|\b\d{9,}\b"));
static INSURANCE: Lazy =
    LazyLock::new(|| pattern(r"(?i)\b[a-ceghj-prtw-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b|\b[A-Z]{2}\d{2} ?[A-Z]{3}\b"));
static LABELLED_NUMBER: Lazy = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:nhs|upn|uln|nino|chi|mrn|hospital|passport|pnc(?:id)?|vrm|reg|crn)\b\s*(?:no|number|num|id)?\.?\s*[:#-]?\s*((?:[a-z]{1,3})?\d[\d /-]{3,}[a-z]?)\b",
    )
});
static ONLINE: Lazy = LazyLock::new(|| {
    pattern(
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|\bwww\.\S+|\B@[\p{L}_][\w.]{2,}|(?i)\b(?:user ?name|snapchat name|handle|gamer ?tag)s?\s*(?:is|was|:)?\s*[“\x22']?([\w.]{3,})",
    )
});
/// Every number of a text.
pub fn numbers(text: &str) -> Vec<Stretch> {
    let mut found = Vec::new();
    let postcode = |one: &Found<'_>| one.get(0).is_some_and(|place| !is_ordinal(place.as_str()));
    found.extend(
        all(&POSTCODE, text).iter().filter(|one| postcode(one)).filter_map(|one| stretch(one, Matter::Postcode, 0)),
    );
    let numbers: [(&'static Lazy, Matter, usize); 6] = [
        (&ONLINE, Matter::Online, 1),
        (&LABELLED_NUMBER, Matter::Number, 1),
        (&PHONE, Matter::Phone, 0),
        (&LABELLED_PHONE, Matter::Phone, 1),
        (&TEN_DIGITS, Matter::Number, 0),
        (&INSURANCE, Matter::Number, 0),
    ];
    for (pattern, matter, group) in numbers {
        let real = |one: &Stretch| matter != Matter::Phone || is_phone(&text[one.start..one.end]);
        found.extend(all(pattern, text).iter().filter_map(|one| stretch(one, matter, group)).filter(real));
    }
    found
}

/// Dates and times in a row are no telephone number: they begin with a date, or are all pairs.
fn is_phone(written: &str) -> bool {
    let dated = super::dates::dates(written).iter().any(|date| date.start == 0 && date.end < written.len());
    let longest = written.split(|sign: char| !sign.is_ascii_digit()).map(str::len).max();
    !dated && longest.is_some_and(|digits| digits > 2)
}

/// "Y7 3rd" and "S47 1st" look like postcodes, and are none.
fn is_ordinal(code: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|ending| code.ends_with(ending)) && code.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_can_be_read() {
        let all = [&POSTCODE, &PHONE, &LABELLED_PHONE, &TEN_DIGITS, &INSURANCE, &LABELLED_NUMBER, &ONLINE];
        assert!(all.into_iter().all(|pattern| pattern.is_some()));
    }

    #[test]
    fn numbers_are_found_however_they_are_parted() {
        for text in [
            "07700 900123",
            "07700900123",
            "07700-900-123",
            "07 700 900 123",
            "07700.900.123",
            "077 00 90 01 23",
            "(01632) 960 001",
            "+44 (0)7700 900 123",
            "0044 7700 900123",
            "943 476 5919",
            "943  476  5919",
            "943.476.5919",
            "943-476-5919",
            "WX1 2AB",
            "wx12ab",
        ] {
            let found = numbers(text);
            assert!(found.iter().any(|one| one.start == 0 && one.end == text.len()), "{text}: {found:?}");
        }
        for text in ["01-02-2018 03-04-2018", "09.30 10.15 11.00", "04.03.2010 12.05.2011", "2010-03-04 2011-05-06"] {
            assert!(numbers(text).is_empty(), "{text}: {:?}", numbers(text));
        }
    }
}
