//! The names of months and days, and their common misspellings.

use crate::model::calendar;
pub use crate::model::calendar::MONTHS as NAMES;

/// The days of the week, Monday first.
pub const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The month that a word names, counted from 1.
pub fn month(word: &str) -> Option<u32> {
    calendar::month(word).or_else(|| misspelt(word).map(|index| index as u32 + 1))
}

/// The day of the week that a word names, counted from Monday as 0.
pub fn weekday(word: &str) -> Option<u32> {
    let short = match word {
        "tues" => "tuesday",
        "wed" | "weds" | "wednes" => "wednesday",
        "thur" | "thurs" => "thursday",
        _ => word,
    };
    DAYS.iter().position(|name| *name == short || name[..3] == *short).map(|index| index as u32)
}

/// A month with a slip or two ("Febuary", "Novemeber"), or with letters in another order ("Marhc", "Spet").
fn misspelt(word: &str) -> Option<usize> {
    if !(4..=11).contains(&word.len()) {
        return None;
    }
    let mut all = NAMES.iter().enumerate().filter(|(_, name)| is_near(name, word));
    all.next().filter(|_| all.next().is_none()).map(|(index, _)| index)
}

fn is_near(name: &str, word: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let begins = name.chars().next() == word.chars().next();
    let shuffled = sorted(name) == sorted(word) || (name == "september" && sorted("sept") == sorted(word));
    let slips = if word.len() < 6 { 1 } else { 2 };
    begins && (shuffled || (name.len() >= 6 && word.len() >= 5 && distance(name, word) <= slips))
}

/// How many letters must be put in, left out or changed to make one word the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = before + usize::from(x != *y);
            before = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(before + 1);
        }
    }
    row[b.len()]
}
