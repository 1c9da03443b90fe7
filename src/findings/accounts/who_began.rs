//! Who is said to have begun a fight or what was done.

use crate::findings::told::{says, sentences};
use crate::history::History;
use crate::model::{PersonId, Sex};

const BEGAN: &str = "who began it";

/// Verbs of beginning: whoever stands last before one began.
const BEGINS: &[&str] = &[
    "started it",
    "started the",
    "began it",
    "began the",
    "began a",
    "initiated",
    "went for",
    "threw the first",
    "instigated",
    "attacked",
    "was the aggressor",
];
/// Words behind what somebody did before anybody else did anything: whoever stands first in the clause did it.
const FIRST: &[&str] = &[" first", "before the other", "before anybody else", "before anyone else", "unprovoked"];
/// How a clause begins that is about somebody nobody is told to know.
const OTHERS: &[&str] = &["the other", "another", "an older", "a year", "the older", "an unknown"];

/// Who began, as far as an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Beginner {
    /// Somebody known.
    Known(PersonId, Option<Sex>),
    /// Known by sex only: "she went for him first".
    OfSex(Sex),
    /// Another, of whom no more is said.
    Another,
}

/// Whether two entries say of different people that they began.
pub fn differ(history: &History<'_>, a: usize, b: usize) -> Option<&'static str> {
    let (one, other) = (beginner(history, a)?, beginner(history, b)?);
    use Beginner::{Another, Known, OfSex};
    let apart = match (&one, &other) {
        (Known(one, _), Known(other, _)) => one != other,
        (OfSex(sex), Known(_, Some(known))) | (Known(_, Some(known)), OfSex(sex)) => sex != known,
        (OfSex(one), OfSex(other)) => one != other,
        (Another, Known(..)) | (Known(..), Another) => true,
        _ => false,
    };
    apart.then_some(BEGAN)
}

fn beginner(history: &History<'_>, at: usize) -> Option<Beginner> {
    let entry = history.entries[at];
    entry.cells.iter().enumerate().find_map(|(cell, told)| {
        sentences(&told.text).find_map(|(from, one)| {
            let lower = one.to_lowercase();
            let begins = BEGINS.iter().filter(|words| says(one, &[**words])).find_map(|words| lower.find(words));
            let first = || FIRST.iter().find_map(|words| lower.find(words)).map(|place| (clause(&lower, place), place));
            match begins {
                Some(place) => within(history, at, cell, (from, &lower, 0, place), true),
                None => {
                    first().and_then(|(start, place)| within(history, at, cell, (from, &lower, start, place), false))
                }
            }
        })
    })
}

/// Where the clause begins in which a place stands.
fn clause(lower: &str, place: usize) -> usize {
    lower[..place].rfind([':', ';', ',']).map_or(0, |at| at + 1)
}

/// Who stands in a part of a sentence: the last before its end, or the first in it.
fn within(
    history: &History<'_>,
    at: usize,
    cell: usize,
    (from, lower, start, end): (usize, &str, usize, usize),
    last: bool,
) -> Option<Beginner> {
    let part = lower.get(start..end)?.trim_start();
    if !last && OTHERS.iter().any(|words| part.starts_with(words)) {
        return Some(Beginner::Another);
    }
    let inside = history
        .mentions_at(at)
        .filter(|(one, _)| one.cell == cell && one.start >= from + start && one.end <= from + end);
    let known = inside.filter_map(|(one, id)| Some((one.start - from, id?)));
    let known = if last { known.max_by_key(|(at, _)| *at) } else { known.min_by_key(|(at, _)| *at) };
    let pronoun = |word: &str, sex: Sex| {
        let found = if last { part.rfind(word) } else { part.find(word) };
        found.map(|at| (start + at, sex))
    };
    let spoken = [pronoun("she ", Sex::F), pronoun("he ", Sex::M)].into_iter().flatten();
    let spoken = spoken.filter(|(at, _)| *at == 0 || !lower.as_bytes()[at - 1].is_ascii_alphabetic());
    let spoken = if last { spoken.max_by_key(|(at, _)| *at) } else { spoken.min_by_key(|(at, _)| *at) };
    let nearer = |one: usize, other: usize| if last { one > other } else { one < other };
    match (known, spoken) {
        (Some((place, _)), Some((word, sex))) if nearer(word, place) => Some(Beginner::OfSex(sex)),
        (Some((_, id)), _) => Some(Beginner::Known(id.clone(), history.person(id).and_then(|one| one.sex))),
        (None, Some((_, sex))) => Some(Beginner::OfSex(sex)),
        (None, None) => None,
    }
}
