//! Whether a word that is also an ordinary one stands for somebody: "Mark" and "a mark", "May" and "in May 2018".

use super::is_close;
use crate::editions::ordinary::{follows_a_modal, is_modal, is_title};
use crate::editions::words::Word;
use crate::model::calendar::month;

/// Whether a word that is also an ordinary one stands for somebody here, in a text that is written in capitals, without
/// any, or as texts are.
pub fn is_a_name(text: &str, words: &[Word], at: usize, capitals: bool, lower: bool) -> bool {
    if is_titled(text, words, at) {
        return true;
    }
    let word = &words[at];
    if is_no_name(text, words, at) {
        return false;
    }
    match (capitals, lower) {
        (true, _) => !is_determined(text, words, at),
        (_, true) => !is_determined(text, words, at) && !is_modal(&word.folded),
        _ => word.capital,
    }
}

/// Whether a word that a reader took for somebody is plainly the word.
pub fn is_plainly_a_word(text: &str, words: &[Word], at: usize) -> bool {
    let named = words[at].capital && !words[at].capitals;
    !is_titled(text, words, at) && (is_no_name(text, words, at) || !named && is_determined(text, words, at))
}

/// "Mr Young".
fn is_titled(text: &str, words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(|before| is_title(&before.folded) && is_close(&text[before.end..words[at].start]))
}

/// "May 2016", "May need a visit", "Young people".
fn is_no_name(text: &str, words: &[Word], at: usize) -> bool {
    const OF_AGE: &[&str] = &[
        "people",
        "person",
        "persons",
        "man",
        "men",
        "woman",
        "women",
        "girl",
        "girls",
        "boy",
        "boys",
        "lad",
        "lads",
        "adult",
        "adults",
        "carer",
        "carers",
        "child",
        "children",
        "mum",
        "mums",
        "mother",
        "mothers",
        "parent",
        "parents",
        "offender",
        "offenders",
        "male",
        "males",
        "female",
        "females",
        "victim",
        "victims",
    ];
    let word = &words[at];
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let next = words.get(at + 1);
    let followed = |by: &dyn Fn(&str) -> bool| {
        next.is_some_and(|next| text[word.end..next.start].trim().is_empty() && by(&next.folded))
    };
    (month(&word.folded).is_some() && beside_a_number(text, before, word, next))
        || (is_modal(&word.folded) && next.is_some_and(|next| follows_a_modal(&next.folded)))
        || (word.folded == "young" && followed(&|next| OF_AGE.contains(&next)))
}

/// Whether a word before it shows that it is the word: "a mark", "she will hope". Only where no capitals tell.
fn is_determined(text: &str, words: &[Word], at: usize) -> bool {
    const BEFORE: &[&str] = &[
        "a", "an", "the", "his", "her", "their", "its", "no", "any", "some", "this", "on", "she", "he", "they", "it",
        "i", "we", "you", "who", "will", "would", "could", "should", "must", "might", "cannot", "not",
    ];
    const SAYS: &[&str] = &[
        "told",
        "tells",
        "said",
        "says",
        "say",
        "us",
        "me",
        "reported",
        "reports",
        "disclosed",
        "discloses",
        "alleged",
        "alleges",
        "states",
        "stated",
        "thinks",
        "believes",
        "worried",
        "aware",
        "them",
        "staff",
        "her",
        "him",
        "stating",
        "saying",
        "claims",
        "claimed",
        "feels",
        "felt",
        "know",
        "knows",
    ];
    let near = |later: usize| {
        let place = later.checked_sub(1)?;
        let (before, word) = (words.get(place)?, words.get(later)?);
        text[before.end..word.start].trim().is_empty().then_some((place, before.folded.as_str()))
    };
    match near(at) {
        Some((place, "that")) => !near(place).is_some_and(|(_, says)| SAYS.contains(&says)),
        Some((_, before)) => BEFORE.contains(&before),
        None => false,
    }
}

/// "5 May 2016", "May 2016", "March-April".
fn beside_a_number(text: &str, before: Option<&Word>, word: &Word, next: Option<&Word>) -> bool {
    let number =
        |other: &Word| other.folded.starts_with(|sign: char| sign.is_ascii_digit()) || month(&other.folded).is_some();
    before.is_some_and(|before| number(before) && word.start - before.end <= 2)
        || next.is_some_and(|next| number(next) && next.start - word.end <= 3)
        || before.is_some_and(|before| {
            matches!(before.folded.as_str(), "in" | "since" | "until" | "early" | "late" | "mid" | "during")
                && text[before.end..word.start].trim().is_empty()
        })
}

/// "X-ray": a part of a compound that is no name.
pub fn is_part_of_an_ordinary_compound(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| word.hyphened);
    word.folded == "ray" && before.is_some_and(|before| before.folded == "x")
}
