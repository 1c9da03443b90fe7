//! The cases behind each number that is shown, at the end of the page.

use super::{Number, View};
use serde::Serialize;
use std::collections::BTreeSet;

/// What stands for a number that is not shown.
pub const NOT_SHOWN: &str = "not shown";

/// Gathers what stands at the end of the page.
pub struct Behind<'v> {
    view: &'v View<'v>,
    pub entries: Vec<Entry>,
}

/// The cases behind one number.
#[derive(Serialize)]
pub struct Entry {
    /// The page's name for it.
    pub anchor: String,
    /// What it counts.
    pub what: String,
    /// The cases: "1, 4–7, 12".
    pub cases: String,
}

impl<'v> Behind<'v> {
    /// Nothing gathered yet.
    pub fn new(view: &'v View<'v>) -> Self {
        Behind { view, entries: Vec::new() }
    }

    /// A number on the page that counts something of these cases, with the cases at the end of the page; where it is
    /// hidden, neither.
    pub fn number(&mut self, count: usize, hidden: bool, cases: &BTreeSet<usize>, what: &str) -> Number {
        if hidden {
            return Number { words: NOT_SHOWN.to_owned(), anchor: None };
        }
        if cases.is_empty() {
            return Number { words: count.to_string(), anchor: None };
        }
        let anchor = format!("behind-{}", self.entries.len() + 1);
        self.entries.push(Entry {
            anchor: anchor.clone(),
            what: what.to_owned(),
            cases: ranges(&self.view.named(cases)),
        });
        Number { words: count.to_string(), anchor: Some(anchor) }
    }
}

/// Numbers in order, runs of them drawn together.
pub fn ranges(numbers: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let words = runs.iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn runs_of_numbers_are_drawn_together() {
        assert_eq!(ranges(&[1, 2, 4, 5, 6, 9]), "1, 2, 4–6, 9");
    }
}
