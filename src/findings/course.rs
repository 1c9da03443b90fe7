//! The course of an allegation as the entries tell it: when it is said to have happened, who was told, and what followed.
//!
//! Each is a quotation or the kind of event read there; where nothing is recorded, nothing is said.

use super::look::first;
use super::told::sentences;
use crate::history::History;
use crate::model::{Entry, EventKind, Role, Status};
use crate::relations::{Allegation, Happening, Step};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// Words of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote<'a> {
    /// Where.
    pub entry: &'a Entry,
    /// The words.
    pub words: &'a str,
}

/// Phrases with which a time begins.
const WHEN: &[&str] = &[
    "last year",
    "last summer",
    "last night",
    "last week",
    "last month",
    "last weekend",
    "yesterday",
    "over the last",
    "over the past",
    "when she was",
    "when he was",
    "when they were",
    "when they lived",
    "when the family",
    "when i was",
    "while ",
    "since ",
    "during ",
    "from the age",
    "at the age of",
    "between the ages",
    "from when",
    "as a child",
    "as a teenager",
    "when aged",
    "in the 19",
    "in 19",
    "in 20",
    "years ago",
    "months ago",
    "every weekend",
    "every time",
    "at weekends",
    "on holiday",
    "before they moved",
    "before she",
    "before he",
    "that summer",
];

/// The longest time phrase, in words.
const LONGEST: usize = 14;

/// When it is said to have happened, in the entries' words.
pub fn happened<'a>(allegation: &Allegation<'a>) -> Vec<Quote<'a>> {
    let told = allegation.said.iter().filter(|step| is_telling(step.status));
    let words = |step: &Step<'a>| sentence(step).and_then(time).or(step.then);
    distinct(told.filter_map(|step| Some(Quote { entry: step.entry, words: words(step)? })))
}

/// Whether a status tells of the allegation itself, rather than of what became of it.
fn is_telling(status: Status) -> bool {
    matches!(status, Status::Alleged | Status::Suspected | Status::UnderInvestigation)
}

/// The first time phrase of a sentence, to the end of its clause.
fn time(sentence: &str) -> Option<&str> {
    let lower = sentence.to_ascii_lowercase();
    let starts = WHEN.iter().filter_map(|phrase| {
        let whole = |at: &usize| !lower[..*at].ends_with(|c: char| c.is_alphanumeric());
        lower.match_indices(phrase).map(|(at, _)| at).find(whole)
    });
    let start = starts.min()?;
    Some(clause(&sentence[start..], LONGEST))
}

/// Up to the end of a clause, and so many words at most.
fn clause(words: &str, longest: usize) -> &str {
    let end = words.find([',', ';', '.', ':', '\n']).unwrap_or(words.len());
    let clause = &words[..end];
    let nth = clause.match_indices(' ').nth(longest - 1).map_or(clause.len(), |(at, _)| at);
    clause[..nth].trim_end()
}

/// Verbs with which somebody tells somebody, and the words after which the telling itself begins.
const TELLING: &[&str] = &["told", "disclosed to", "said to", "spoke to", "confided in", "reported to"];
const TOLD_THAT: &[&str] = &[" that ", " about ", " of ", " how ", " what ", ": "];

/// Words with which whoever was told begins, beside names.
const SOMEBODY: &[&str] = &[
    "her", "his", "their", "a", "an", "the", "my", "me", "us", "mum", "mother", "dad", "father", "staff", "police",
    "social",
];

/// To whom it was told, in the entries' words: "Chloe told Mrs Adeyemi (TA)".
pub fn told_to<'a>(allegation: &Allegation<'a>) -> Vec<Quote<'a>> {
    let told = allegation.said.iter().filter(|step| is_telling(step.status));
    distinct(told.filter_map(|step| Some(Quote { entry: step.entry, words: telling(sentence(step)?)? })))
}

fn telling(sentence: &str) -> Option<&str> {
    let lower = sentence.to_ascii_lowercase();
    let verb = TELLING.iter().find_map(|verb| lower.find(&format!(" {verb} ")).map(|at| at + verb.len() + 2))?;
    let ends = TOLD_THAT.iter().filter_map(|end| lower[verb..].find(end)).min();
    let whom = lower[verb..].split_whitespace().next()?;
    let is_somebody = sentence[verb..].starts_with(char::is_uppercase) || SOMEBODY.contains(&whom);
    let end = verb + ends.unwrap_or_else(|| clause(&sentence[verb..], 6).len());
    Some(sentence[..end].trim()).filter(|words| is_somebody && words.len() > verb)
}

/// The sentence in which a step's words stand.
fn sentence<'a>(step: &Step<'a>) -> Option<&'a str> {
    let (cell, start) = step.place;
    let text = &step.entry.cells.get(cell)?.text;
    let around = sentences(text).find(|(from, one)| (*from..from + one.len().max(1)).contains(&start));
    around.map(|(_, one)| one.trim())
}

fn distinct<'a>(quotes: impl Iterator<Item = Quote<'a>>) -> Vec<Quote<'a>> {
    let mut seen = BTreeSet::new();
    quotes.filter(|quote| seen.insert(quote.words.to_lowercase())).collect()
}

/// For how many days after an allegation was first known a response is taken to follow it.
const FOLLOWS: u64 = 183;

/// What followed: the response within half a year of the first knowledge, and every restriction on the person.
pub fn followed<'h, 'a>(history: &'h History<'a>, allegation: &Allegation<'_>) -> Vec<&'h Happening<'a>> {
    use EventKind::*;
    let Some(known) = allegation.said.iter().filter_map(|step| first(step.entry)).min() else { return Vec::new() };
    let is_response = |one: &Happening<'_>, day: NaiveDate| match one.event.kind {
        ContactRestricted | Custody | RestrictionLifted | Release => one.is(Role::Person, &allegation.perpetrator),
        StrategyDiscussion | Section47 | Assessment | Conference | CpPlan | PlacementMove | LegalOrder
        | ServiceReferral | ServiceStart | SexualHealth => {
            let whom = one.who(Role::Person);
            let of_victim =
                whom.is_none() || whom == allegation.victim.as_ref() || whom == Some(&history.front.child.id);
            of_victim && day <= known + Days::new(FOLLOWS)
        }
        _ => false,
    };
    let mut seen = BTreeSet::new();
    let after = history
        .happenings
        .iter()
        .filter(|one| first(one.entry).is_some_and(|day| day >= known && is_response(one, day)));
    after.filter(|one| seen.insert((&one.entry.id, one.event.kind))).collect()
}

#[cfg(test)]
mod tests {
    use super::{telling, time};

    #[test]
    fn a_time_is_quoted_to_the_end_of_its_clause() {
        let said = |sentence| time(sentence);
        assert_eq!(
            said("Uncle Ray abused her when they were living at Nan's."),
            Some("when they were living at Nan's")
        );
        assert_eq!(said("Said to have happened last year while with MGM, who knew"), Some("last year while with MGM"));
        assert_eq!(said("He touched her."), None);
        assert_eq!(said("Released on bail"), None);
    }

    #[test]
    fn whom_somebody_told_is_quoted() {
        assert_eq!(telling("Chloe told Mrs Adeyemi (TA) that Uncle Ray hurt her"), Some("Chloe told Mrs Adeyemi (TA)"));
        assert_eq!(telling("She disclosed to her aunt about it"), Some("She disclosed to her aunt"));
        assert_eq!(telling("Nothing was said"), None);
        assert_eq!(telling("He is said to have hurt her"), None);
    }
}
