//! Services that go by a proper name, where an entry shows one at work: "Amber Lantern worker present", "place at Bridge Court PRU".

use super::told::{says, sentences};
use super::words::{parts, words_of_names};
use crate::history::History;
use crate::model::Entry;
use crate::reading::{SERVICE_STAFF, is_given_name, is_ordinary};
use std::collections::{BTreeMap, BTreeSet};

/// Words between the name of a service and what its people are called.
const ROLE_WORDS: &[&str] =
    &["outreach", "support", "family", "project", "youth", "key", "link", "case", "group", "play"];
/// What people of a service are called beside [`SERVICE_STAFF`], where the words show them at work.
const OTHER_STAFF: &[&str] = &["keyworker", "caseworker", "advocate", "co-ordinator", "coordinator"];
/// The last word of the name of a service.
const HEADS: &[&str] = &[
    "pru",
    "pre-school",
    "preschool",
    "nursery",
    "playgroup",
    "centre",
    "clinic",
    "hospice",
    "refuge",
    "carers",
    "project",
    "hub",
    "unit",
];
/// Words before the name of a service to which somebody goes.
const PLACES: &[&str] = &[
    "place at",
    "placed at",
    "arranged at",
    "starts at",
    "started at",
    "reception from",
    "attends",
    "attending",
    "attended",
    "going to",
    "goes to",
    "sessions at",
    "seen at",
    "seen by",
    "weekly at",
    "on roll at",
    "enrolled at",
    "open to",
];
/// Words of somebody's getting in touch.
const CALLS: &[&str] = &["call from", "letter from", "email from", "contact from", "report from", "information from"];
/// Words behind the name of a service that has begun.
const BEGAN: &[&str] = &["began", "started", "begun", "involved", "visiting"];
/// Words in brackets that say what a service is for.
const PURPOSES: &[&str] = &[
    "recovery",
    "service",
    "project",
    "counselling",
    "support",
    "charity",
    "drug",
    "alcohol",
    "domestic abuse",
    "bereavement",
    "young carers",
    "advocacy",
    "survivors",
    "mentoring",
];
/// Words that every service may have in its name, or that name no service.
const COMMON: &[&str] = &[
    "social",
    "support",
    "family",
    "families",
    "early",
    "help",
    "youth",
    "mental",
    "health",
    "school",
    "police",
    "child",
    "children",
    "children's",
    "duty",
    "team",
    "young",
    "carers",
    "service",
    "services",
    "council",
    "county",
    "city",
    "street",
    "road",
    "year",
    "reception",
    "the",
    "st",
    "north",
    "south",
    "east",
    "west",
    "new",
    "green",
    "house",
    "public",
    "nursing",
    "sexual",
    "domestic",
    "abuse",
    "key",
    "link",
    "case",
    "play",
    "assistant",
    "teaching",
    "justice",
    "offending",
    "crisis",
    "refuge",
    "inclusion",
    "education",
    "welfare",
    "community",
    "special",
    "needs",
];
/// How many words before a name are looked at.
const BEFORE: usize = 4;

/// A word of a sentence.
struct Word<'t> {
    /// Without marks around it.
    bare: &'t str,
    /// In lower case.
    lower: String,
    /// Whether a mark ends it, so that no name goes on behind it.
    ends: bool,
    /// Whether a bracket opens before it.
    opens: bool,
}

/// Every service by a proper name that an entry shows at work and nobody asked, each with the entries that do, in chronology order.
pub fn named_services<'a>(history: &History<'a>) -> Vec<(String, Vec<&'a Entry>)> {
    let known = known_words(history);
    let mut found: BTreeMap<String, Vec<&'a Entry>> = BTreeMap::new();
    for entry in history.entries.iter().copied().filter(|entry| entry.when.is_some()) {
        for (_, sentence) in sentences(&entry.text()) {
            for name in named_in(sentence, &known, &|name| is_referred_to(history, name)) {
                let entries = found.entry(name).or_default();
                if entries.last().is_none_or(|last| last.id != entry.id) {
                    entries.push(entry);
                }
            }
        }
    }
    let mut all: Vec<(String, Vec<&Entry>)> = found.into_iter().collect();
    all.sort_by_key(|(_, entries)| history.place(&entries[0].id));
    all
}

/// Words that belong to somebody's name or to an agency that was asked.
fn known_words(history: &History<'_>) -> BTreeSet<String> {
    let mut words = words_of_names(history);
    words.extend(history.front.agencies.iter().flat_map(|one| parts(&one.name)));
    words
}

/// Whether any entry speaks of a referral to a service of that name.
fn is_referred_to(history: &History<'_>, name: &str) -> bool {
    let lower = name.to_lowercase();
    let refers = |one: &str| one.to_lowercase().contains(&lower) && says(one, &["refer", "accepted", "waiting list"]);
    history.entries.iter().any(|entry| sentences(&entry.text()).any(|(_, one)| refers(one)))
}

/// The names of services that a sentence shows at work.
fn named_in(sentence: &str, known: &BTreeSet<String>, referred: &dyn Fn(&str) -> bool) -> Vec<String> {
    let words: Vec<Word<'_>> = sentence.split_whitespace().map(word).collect();
    let mut names = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let length = run(&words, at);
        if length == 0 {
            at += 1;
            continue;
        }
        let name: Vec<&str> = words[at..at + length].iter().map(|word| word.bare).collect();
        let proper = words[at..at + length].iter().enumerate().any(|(nth, one)| is_proper(one, at + nth, known));
        let strange = words[at..at + length].iter().all(|one| !known.contains(&one.lower) || is_common(&one.lower));
        let name = name.join(" ");
        if proper && strange && is_at_work(&words, at, length, &|| referred(&name)) {
            names.push(name);
        }
        at += length;
    }
    names
}

fn word(raw: &str) -> Word<'_> {
    let bare = raw.trim_matches(|sign: char| !sign.is_alphanumeric());
    let ends = !raw.ends_with(|sign: char| sign.is_alphanumeric());
    Word { bare, lower: bare.to_lowercase(), ends, opens: raw.starts_with('(') }
}

/// How many words with a capital stand together from here.
fn run(words: &[Word<'_>], from: usize) -> usize {
    let mut length = 0;
    while let Some(one) = words.get(from + length) {
        let capital = one.bare.starts_with(char::is_uppercase) && one.bare.chars().count() > 2;
        if !capital || one.opens && length > 0 {
            break;
        }
        length += 1;
        if one.ends || one.bare.ends_with("'s") || one.bare.ends_with("\u{2019}s") {
            break;
        }
    }
    length
}

/// Whether a word can be what a service calls itself: no ordinary word with which a sentence begins, and nobody's given name.
fn is_proper(one: &Word<'_>, at: usize, known: &BTreeSet<String>) -> bool {
    let plain = at == 0 && is_ordinary(&one.lower);
    let letters = one.bare.chars().filter(|sign| sign.is_lowercase()).count();
    letters > 1 && !plain && !is_common(&one.lower) && !known.contains(&one.lower) && !is_given_name(&one.lower)
}

fn is_common(lower: &str) -> bool {
    COMMON.contains(&lower) || HEADS.contains(&lower)
}

/// Whether what stands around a name shows a service at work.
fn is_at_work(words: &[Word<'_>], at: usize, length: usize, referred: &dyn Fn() -> bool) -> bool {
    let after = &words[at + length..];
    let last = &words[at + length - 1];
    let before =
        words[at.saturating_sub(BEFORE)..at].iter().map(|one| one.lower.as_str()).collect::<Vec<_>>().join(" ");
    let goes = || PLACES.iter().any(|cue| before.contains(cue));
    let role = after.iter().take_while(|one| ROLE_WORDS.contains(&one.lower.as_str())).count();
    let is_staff = |one: &Word<'_>| SERVICE_STAFF.iter().chain(OTHER_STAFF).any(|word| one.lower == *word);
    let staff = !last.ends && after.get(role).is_some_and(is_staff);
    let from = at.checked_sub(1).is_some_and(|before| matches!(words[before].lower.as_str(), "from" | "by" | "with"));
    let spoke = CALLS.iter().any(|cue| before.contains(cue));
    let team = !last.ends && after.first().is_some_and(|one| matches!(one.lower.as_str(), "team" | "service"));
    let head = HEADS.contains(&last.lower.as_str()) && goes();
    let bracket = after.first().is_some_and(|one| one.opens) && {
        let inside: Vec<&str> = after.iter().take(5).map(|one| one.lower.as_str()).collect();
        says(&inside.join(" "), PURPOSES) && goes()
    };
    let began = !last.ends && after.first().is_some_and(|one| BEGAN.contains(&one.lower.as_str()));
    staff || head || bracket || from && spoke && team || began && referred()
}

#[cfg(test)]
mod tests {
    use super::named_in;
    use std::collections::BTreeSet;

    fn named(sentence: &str) -> Vec<String> {
        let known = BTreeSet::from(["riley".to_owned(), "larkspur".to_owned()]);
        named_in(sentence, &known, &|name| name == "Turnstone")
    }

    #[test]
    fn a_service_at_work_is_named() {
        assert_eq!(named("Amber Lantern worker: comes every week and enjoys it."), ["Amber Lantern"]);
        assert_eq!(named("Place at Bridge Court PRU from 26/02."), ["Bridge Court PRU"]);
        assert_eq!(named("Turnstone began 2/10."), ["Turnstone"]);
        assert_eq!(named("Mr Ward is going to Turning Tide (alcohol recovery) on Tuesdays."), ["Turning Tide"]);
    }

    #[test]
    fn people_places_and_who_was_asked_are_none() {
        for sentence in [
            "Riley began sessions.",
            "Social worker visited.",
            "Place at Larkspur Centre.",
            "Moved to Denside Green.",
            "Support worker present.",
        ] {
            assert_eq!(named(sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
