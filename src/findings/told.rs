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
    Folded::of(text).says(phrases)
}

/// How many sets of marks a text has.
pub const SETS: usize = 16;

/// A text as phrases are looked for in it, for whoever looks for many lists of them.
pub struct Folded {
    /// The text in lower case, with plain apostrophes.
    lower: String,
    /// Where a word or a mark begins: the only places at which a phrase may.
    starts: SmallVec<[usize; 64]>,
    /// The first two bytes at each of these places, as marks in a set: most phrases begin with none of them.
    begins: [u64; SETS],
}

impl Folded {
    /// A text.
    pub fn of(text: &str) -> Folded {
        let lower = if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase().replace('’', "'") };
        let mut inside = false;
        let mut starts = SmallVec::new();
        let mut begins = [0; SETS];
        for (at, letter) in lower.char_indices() {
            if !inside {
                starts.push(at);
                let (place, mark) = mark(&lower.as_bytes()[at..]);
                begins[place] |= mark;
            }
            inside = letter.is_alphanumeric();
        }
        Folded { lower, starts, begins }
    }

    /// Whether the text has one of the phrases, as [`says`] has it.
    pub fn says(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.has(phrase))
    }

    /// Whether a phrase stands at one of the places where words begin.
    fn has(&self, phrase: &str) -> bool {
        self.places(phrase, phrase.len() > SHORT).next().is_some()
    }

    /// Where a phrase stands, with where it ends; an open one may end inside a word.
    pub fn places<'s>(&'s self, phrase: &'s str, open: bool) -> impl Iterator<Item = (usize, usize)> + 's {
        let (text, sought) = (self.lower.as_bytes(), phrase.as_bytes());
        let (place, mark) = mark(sought);
        let may = !sought.is_empty() && (sought.len() == 1 || self.begins[place] & mark != 0);
        let starts = if may { self.starts.as_slice() } else { &[] };
        let stands = move |at: usize| text[at] == sought[0] && text[at..].starts_with(sought);
        let ends = |end: usize| !self.lower[end..].chars().next().is_some_and(char::is_alphanumeric);
        let found = starts.iter().filter(move |at| stands(**at)).map(move |at| (*at, at + phrase.len()));
        found.filter(move |(_, end)| open || ends(*end))
    }

    /// The pairs of bytes with which something in the text begins, as marks in a set.
    pub fn begins(&self) -> &[u64; SETS] {
        &self.begins
    }

    /// What stands between two places.
    pub fn between(&self, from: usize, to: usize) -> &str {
        &self.lower[from..to]
    }
}

/// Where in a set the first two bytes are marked, and by which bit; many pairs share one.
pub fn mark(bytes: &[u8]) -> (usize, u64) {
    let byte = |at: usize| bytes.get(at).copied().map_or(0, usize::from);
    let pair = byte(0) * 31 + byte(1);
    (pair / 64 % SETS, 1 << (pair % 64))
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
