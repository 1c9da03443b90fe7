//! What a column holds, told by its heading.
//!
//! Agencies write their own headings. One is looked up whole in [`known::HEADINGS`]; what is not there is told by
//! its words: a date by what it is the date of, anything else by the noun that the heading turns on
//! (`Incident type` is a type, `Details of action taken` are actions). What neither knows stays
//! [`Meaning::Unknown`] and is kept under its own name.

pub mod known;

use crate::model::Meaning::{self, *};
use known::{HEADINGS, WORDS};

/// Words that hold nothing of their own: `details of action` are actions.
const EMPTY: &[&str] = &[
    "detail",
    "details",
    "description",
    "summary",
    "nature",
    "record",
    "notes",
    "note",
    "name",
    "names",
    "report",
    "information",
    "info",
    "account",
    "outline",
    "evidence",
    "date",
    "list",
    "person",
    "persons",
    "level",
];
/// Words that a heading's noun stands before.
const TURNS: &[&str] =
    &["of", "for", "from", "to", "on", "in", "where", "if", "by", "with", "regarding", "about", "including", "as"];

/// What a heading is taken to mean.
pub fn meaning(heading: &str) -> Meaning {
    let whole = folded(heading);
    if heading.trim() == "#" {
        return Sequence;
    }
    if let Some(meaning) = known(&whole) {
        return meaning;
    }
    let without_brackets = folded(heading.split(['(', '[']).next().unwrap_or(heading));
    if without_brackets != whole
        && !without_brackets.is_empty()
        && let Some(meaning) = known(&without_brackets)
    {
        return meaning;
    }
    if let [first, second, ..] = alternatives(heading)[..]
        && !(is_dated(&folded(first)) || is_dated(&folded(second)) && by_words(&folded(first)) == Unknown)
    {
        let first = folded(first);
        let found = known(&first).unwrap_or_else(|| by_words(&first));
        if found != Unknown {
            return found;
        }
    }
    by_words(&whole)
}

/// A heading in small letters without punctuation: `Child's_Voice:` and `childs voice` are one heading.
pub fn folded(heading: &str) -> String {
    let mut out = String::with_capacity(heading.len());
    let mut before = ' ';
    for c in heading.chars().take(200) {
        if c.is_uppercase() && before.is_lowercase() {
            out.push(' ');
        }
        match c {
            '\'' | '\u{2019}' | '\u{2018}' | '`' => {}
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => out.push(' '),
        }
        before = c;
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A heading that is in the list.
fn known(folded: &str) -> Option<Meaning> {
    HEADINGS.iter().find(|(_, names)| names.contains(&folded)).map(|(meaning, _)| *meaning)
}

/// The parts of a heading that names two things (`Action / outcome`).
fn alternatives(heading: &str) -> Vec<&str> {
    let parts = heading.split(['/', '&', ',', '+', '\n', ';']);
    let words = parts.flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" or "));
    words.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// What the words of a heading say.
fn by_words(folded: &str) -> Meaning {
    let words: Vec<&str> = folded.split(' ').collect();
    if is_dated(folded) {
        return kind_of_date(&words);
    }
    if let Some(by) = words.iter().position(|word| *word == "by") {
        return done_by(&words[..by], &words[by + 1..]);
    }
    let child = words.iter().any(|word| ["child", "children", "young", "pupil", "yp"].contains(word));
    if child && words.iter().any(|word| ["tell", "told", "say", "said", "saying"].contains(word)) {
        return Voice;
    }
    if words.contains(&"age") || words.contains(&"address") || words.contains(&"location") {
        return Unknown;
    }
    if words.iter().any(|word| ["voice", "views", "wishes", "feelings"].contains(word)) {
        return Voice;
    }
    if words.contains(&"lived") && words.contains(&"experience") {
        return Voice;
    }
    turning_on(&words)
}

/// A heading with "by" in it names who did it (`Recorded by`), who told (`Reported by`), or what a body did (`Actions
/// taken by agency`).
fn done_by(before: &[&str], after: &[&str]) -> Meaning {
    let one_of = |words: &[&str], wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let body = one_of(
        after,
        &["agency", "agencies", "school", "service", "services", "team", "parent", "police", "professionals"],
    );
    let done = before.iter().map(|noun| word(noun)).find(|meaning| *meaning != Unknown);
    match done {
        _ if one_of(before, &["reported", "raised", "referred", "disclosed", "alleged", "made", "notified"]) => Source,
        Some(done) if body => done,
        _ => Professional,
    }
}

/// What the noun says that the heading turns on: the last known one before `of` and the like, unless it is empty.
fn turning_on(words: &[&str]) -> Meaning {
    let turn = words.iter().position(|word| TURNS.contains(word)).unwrap_or(words.len());
    let (head, rest) = words.split_at(turn);
    let mut told = head.iter().rev().map(|noun| (*noun, word(noun))).filter(|(_, meaning)| *meaning != Unknown);
    // "Action taken by school", "Nominals involved": what a participle says counts only alone.
    let weak = |noun: &str| {
        [
            "involved",
            "happened",
            "responsible",
            "signed",
            "contact",
            "information",
            "detail",
            "details",
            "text",
            "note",
            "notes",
            "entry",
            "name",
            "names",
            "record",
        ]
        .contains(&noun)
    };
    let first = told.next();
    let chosen = match first {
        Some((noun, _)) if weak(noun) => told.find(|(noun, _)| !weak(noun)).or(first),
        other => other,
    };
    // "Officer notes", "Pt notes": what was written, not who it was.
    let written = |noun: &&str| {
        ["notes", "note", "log", "comments", "comment", "observations", "narrative", "remarks"].contains(noun)
    };
    if head.len() > 1
        && head.last().is_some_and(written)
        && chosen.is_some_and(|(_, meaning)| matches!(meaning, Professional | People))
    {
        return Event;
    }
    let below = || rest.iter().map(|noun| word(noun)).find(|meaning| *meaning != Unknown);
    match chosen {
        Some((noun, meaning)) if EMPTY.contains(&noun) => {
            below().filter(|below| *below != People || noun == "name" || noun == "names").unwrap_or(meaning)
        }
        Some((_, meaning)) => meaning,
        None => below().unwrap_or(Unknown),
    }
}

/// What one word says.
fn word(noun: &str) -> Meaning {
    WORDS.iter().find(|(_, words)| words.contains(&noun)).map_or(Unknown, |(meaning, _)| *meaning)
}

/// Whether a heading names a date.
fn is_dated(folded: &str) -> bool {
    folded.split(' ').any(|word| ["date", "dates", "when", "datetime", "dated", "dyddiad"].contains(&word))
}

/// Which of an entry's dates a heading with "date" in it names.
fn kind_of_date(words: &[&str]) -> Meaning {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    if has(&["birth", "dob", "born"]) {
        People
    } else if has(&["review", "next", "due", "target", "outcome", "expected", "planned"]) {
        Unknown
    } else if has(&[
        "known",
        "received",
        "disclosed",
        "disclosure",
        "notified",
        "notification",
        "reported",
        "aware",
        "informed",
        "learned",
        "told",
    ]) {
        Learned
    } else if has(&[
        "recorded",
        "record",
        "recording",
        "entry",
        "entered",
        "writing",
        "written",
        "logged",
        "created",
        "input",
        "inputted",
        "completed",
        "typed",
        "form",
        "uploaded",
        "added",
        "submitted",
    ]) {
        Recorded
    } else if has(&[
        "end",
        "ended",
        "to",
        "until",
        "closed",
        "finish",
        "finished",
        "closure",
        "discharge",
        "discharged",
    ]) && !has(&["start", "from"])
    {
        Until
    } else {
        Happened
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_as_a_careful_person_would() {
        let lines = include_str!("corpus.txt").lines().filter(|line| !line.starts_with("# ") && line.contains(" => "));
        let (mut wrong, mut all) = (Vec::new(), 0);
        for line in lines {
            let (heading, expected) = line.split_once(" => ").unwrap();
            let got = format!("{:?}", meaning(heading));
            all += 1;
            if got != expected {
                wrong.push(format!("{heading:60} expected {expected:14} got {got}"));
            }
        }
        assert!(wrong.is_empty(), "{} of {all} headings told otherwise:\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn no_heading_is_listed_under_two_meanings() {
        let all: Vec<&str> = HEADINGS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let twice = all.iter().enumerate().find(|(at, name)| all[..*at].contains(name));
        assert_eq!(twice, None);
    }

    #[test]
    fn every_heading_in_the_table_is_written_folded() {
        for name in HEADINGS.iter().chain(WORDS).flat_map(|(_, names)| names.iter()) {
            assert_eq!(folded(name), **name);
        }
    }
}
