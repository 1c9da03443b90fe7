//! The words of an entry: whether it says something, and in which sentence.
//!
//! The reader turns words into events. Where a rule needs to know more of an event (is the plan begun or ended, was
//! the interview offered or declined), it looks at the sentence in which the event's words stand.

use crate::model::Entry;
use crate::relations::Happening;
use smallvec::SmallVec;

/// Phrases of up to this many letters count only as whole words: "gp" is no part of "gpa".
const SHORT: usize = 4;

/// Whether a text has one of the phrases, which are in lower case. A phrase begins where a word begins; a longer one
/// may end inside a word ("exploit" is found in "exploitation").
pub fn says(text: &str, phrases: &[&str]) -> bool {
    let lower = folded(text);
    let starts = starts(&lower);
    phrases.iter().any(|phrase| has(&lower, &starts, phrase))
}

/// The text in lower case, with plain apostrophes.
fn folded(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase().replace('’', "'") }
}

/// Where a word or a mark begins: the only places at which a phrase may.
fn starts(lower: &str) -> SmallVec<[usize; 64]> {
    let mut inside = false;
    let mut starts = SmallVec::new();
    for (at, letter) in lower.char_indices() {
        if !inside {
            starts.push(at);
        }
        inside = letter.is_alphanumeric();
    }
    starts
}

/// Whether a phrase stands at one of the places where words begin.
fn has(lower: &str, starts: &[usize], phrase: &str) -> bool {
    let (text, sought) = (lower.as_bytes(), phrase.as_bytes());
    let Some(first) = sought.first() else { return false };
    let stands = |at: usize| text[at] == *first && text[at..].starts_with(sought);
    let ends = |at: usize| !lower[at + phrase.len()..].chars().next().is_some_and(char::is_alphanumeric);
    starts.iter().any(|at| stands(*at) && (phrase.len() > SHORT || ends(*at)))
}

/// Whether an entry has one of the phrases.
pub fn entry_says(entry: &Entry, phrases: &[&str]) -> bool {
    says(&entry.text(), phrases)
}

/// The sentence in which an event's words stand.
pub fn sentence<'a>(happening: &Happening<'a>) -> &'a str {
    let Some(cell) = happening.entry.cells.get(happening.event.cell) else { return &happening.event.words };
    let start = happening.event.start;
    let around = sentences(&cell.text).find(|(from, one)| (*from..from + one.len().max(1)).contains(&start));
    around.map_or(cell.text.as_str(), |(_, one)| one)
}

/// The sentences of a text with the byte at which each begins. An initial ("Mr R. Sleight") or a number ("3.10pm")
/// ends none.
pub fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | ';' | '\n')) {
        let next = at + mark.len_utf8();
        let word = text[from..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let open = mark == '.' && (word.len() == 1 || text[next..].starts_with(|c: char| !c.is_whitespace()));
        if !open || next == text.len() {
            ends.push((from, next));
            from = next;
        }
    }
    ends.push((from, text.len()));
    ends.into_iter().map(|(from, to)| (from, &text[from..to])).filter(|(_, one)| !one.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::{says, sentences};

    #[test]
    fn a_phrase_begins_where_a_word_begins() {
        assert!(says("Suspected Exploitation.", &["exploit"]));
        assert!(!says("The rhino at the zoo", &["rhi"]));
        assert!(!says("Unexploited", &["exploit"]));
    }

    #[test]
    fn initials_and_numbers_end_no_sentence() {
        let text = "Seen by Mr R. Sleight at 3.10pm. Told Mum; she was upset";
        let all: Vec<&str> = sentences(text).map(|(_, one)| one.trim()).collect();
        assert_eq!(all, ["Seen by Mr R. Sleight at 3.10pm.", "Told Mum;", "she was upset"]);
    }
}
