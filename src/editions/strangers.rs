//! Words in what was sent that look like somebody's name, or like a place, and belong to nobody known. The subgroup
//! edition leaves them out: it is better to lose a place than to keep a name.

use super::ordinary::{is_family_word, is_title};
use super::redactor::{Instead, Kind, Redactor, Single};
use super::words::{self, Word};
use crate::reading::is_given_name;
use crate::reading::is_ordinary;
use std::collections::BTreeSet;

/// Adds them. `bodies` are the words of the agencies' own names, which stay.
pub fn add(texts: &[&str], bodies: &BTreeSet<String>, redactor: &mut Redactor) {
    let mut found: BTreeSet<String> = BTreeSet::new();
    for text in texts {
        let all = words::words(text);
        let suspect = if words::is_capitals(text) { suspect_in_capitals } else { suspect };
        found.extend((0..all.len()).filter(|at| suspect(&all, *at)).map(|at| all[at].folded.clone()));
    }
    for word in found.into_iter().filter(|word| !bodies.contains(word)) {
        if redactor.single(&word).is_none() {
            let instead = Instead::thing("name", Kind::Unplaced);
            let ordinary = is_ordinary(&word);
            redactor.singles.insert(word, Single { instead, ordinary, capitals: false });
        }
    }
}

/// Whether a word can be nothing but a word, a title, or a family word.
fn is_plain(word: &Word) -> bool {
    let letters = word.folded.chars().all(char::is_alphabetic);
    !letters
        || word.folded.chars().count() < 3
        || is_ordinary(&word.folded)
        || is_title(&word.folded)
        || is_family_word(&word.folded)
}

/// In mixed writing: a given name with a capital, or a capital that no sentence asks for.
fn suspect(all: &[Word], at: usize) -> bool {
    let word = &all[at];
    let abbreviation = word.capitals && word.folded.chars().count() < 6;
    let titled = at.checked_sub(1).is_some_and(|before| is_civil(&all[before].folded) && all[before].capital);
    let first_of_two = word.opens && !is_verb(&word.folded) && all.get(at + 1).is_some_and(is_surname);
    let named = !is_plain(word) && ((!word.opens || first_of_two) && !abbreviation || is_given_name(&word.folded));
    word.capital && (named || (titled && word.folded.chars().count() > 1 && !is_family_word(&word.folded)))
}

/// Whether a word goes on a name that stands before it.
fn is_surname(word: &Word) -> bool {
    word.capital && !word.opens && !word.capitals && !is_plain(word)
}

/// Whether a word that a sentence begins with looks like a verb: "Rehoused Chloe".
fn is_verb(word: &str) -> bool {
    ["ed", "ing", "ly", "s"].iter().any(|ending| word.ends_with(ending))
}

/// Whether a title is one that anybody has.
fn is_civil(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "miss" | "mx")
}

/// In capitals: a given name, and a word beside one that is no ordinary one.
fn suspect_in_capitals(all: &[Word], at: usize) -> bool {
    let given = |word: &Word| is_given_name(&word.folded) && !is_plain(word);
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|near| all.get(near)).any(given);
    !is_plain(&all[at]) && (given(&all[at]) || beside)
}
