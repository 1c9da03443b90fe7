//! Where people live.

use super::{Lazy, Matter, Stretch, all, before, pattern, stretch};
use crate::editions::ordinary::is_title;
use crate::editions::words;
use crate::model::calendar::month;
use crate::reading::is_ordinary;
use std::sync::LazyLock;

const ROADS: &str = "road|rd|street|st|avenue|ave|av|close|cl|lane|ln|drive|drv|way|court|ct|crescent|cres|gardens|gdns|grove|gr|place|pl|\
     terrace|terr|ter|view|hill|row|walk|mews|park|square|sq|green|rise|parade|house|estate|yard|wharf|heights|croft|\
     meadows?|vale|quay|mount|fold|bank|end|gate|lodge|cottages?|buildings|flats|towers?|fields?|villas?|broadway|path";

/// Roads that need no number to be an address.
const SURE_ROADS: &str = "Road|Rd|Street|St|Avenue|Ave|Close|Lane|Drive|Crescent|Cres|Terrace|Grove|Gardens|Gdns|Mews|Rise|Walk|Cottages|Villas";

static NUMBERED: Lazy = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:(?:flat|apartment|apt|unit|room)\s+\w{{1,4}}\s*,?\s*)?(?:(?:no\.?|number)\s*)?\d{{1,4}}[a-z]?(?:\s*[-/]\s*\d{{1,4}}[a-z]?)?,?\s+((?:[\p{{L}}][\p{{L}}'’.-]*\s+){{1,3}}?(?:{ROADS}))\b"
    ))
});
static STREET: Lazy = LazyLock::new(|| pattern(&format!(r"\b((?:\p{{Lu}}[\p{{L}}'’-]*\s+){{1,3}}(?:{SURE_ROADS}))\b")));
static LABELLED_ADDRESS: Lazy =
    LazyLock::new(|| pattern(r"(?i)\b(?:home\s+)?addr(?:ess(?:es)?)?\s*(?:[:=]|is\b|was\b)\s*([^;\n.]+)"));
static HOUSE_NUMBER: Lazy = LazyLock::new(|| {
    pattern(r"(?i)\b(?:at|of|from|to|in|opposite|door)\s+((?:number|no\.?|flat|house\s+no\.?)\s*\d{1,4}[a-z]?)\b")
});
static HOUSE_NAME: Lazy = LazyLock::new(|| {
    pattern(
        r"\b(?:lives?|living|lived|[Rr]esid\w+|address is|home is)\s+at\s+((?:(?:The\s+)?\p{Lu}[\p{L}'’]+\s?){2,4})",
    )
});
/// Every address of a text; postcodes are numbers.
pub fn addresses(text: &str) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let capitals = words::is_capitals(text);
    for one in all(&NUMBERED, text) {
        let (Some(whole), Some(street)) = (one.get(0), one.get(1)) else { continue };
        if is_street(street.as_str(), capitals, before(text, whole.start())) {
            found.push(Stretch { start: whole.start(), end: whole.end(), matter: Matter::Address });
        }
    }
    for one in all(&STREET, text) {
        let Some(street) = one.get(1) else { continue };
        let start = street.start() + leading(street.as_str());
        let followed = text[street.end()..].strip_prefix(' ').and_then(words::first);
        let of_a_body = followed.is_some_and(|word| is_body(&word.folded));
        if text[start..street.end()].contains(' ') && !of_a_body {
            found.push(Stretch { start, end: street.end(), matter: Matter::Address });
        }
    }
    found.extend(all(&LABELLED_ADDRESS, text).iter().filter_map(|one| stretch(one, Matter::Address, 1)));
    found.extend(all(&HOUSE_NUMBER, text).iter().filter_map(|one| stretch(one, Matter::Address, 1)));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_can_be_read() {
        let all = [&NUMBERED, &STREET, &LABELLED_ADDRESS, &HOUSE_NUMBER, &HOUSE_NAME];
        assert!(all.into_iter().all(|pattern| pattern.is_some()));
    }
}
