//! Whose record a return is, where its head says so and its rows do not: "Young person: Tyler Ogden" above a table.
//!
//! Every row without a column of people gets the words of the head as one, so that "Dad" in them is that person's and
//! the page shows whose record a row is from.

use super::headings;
use super::table::Context;
use crate::model::{Cell, Meaning, Return};
use std::collections::BTreeSet;

/// Words of a label that mean whoever the record is about, and not one of the family beside them.
const OWNERS: &[&str] = &[
    "young",
    "person",
    "pupil",
    "student",
    "learner",
    "patient",
    "client",
    "child",
    "subject",
    "re",
    "regarding",
    "name",
    "tenant",
    "tenancy",
    "resident",
    "user",
    "yp",
    "baby",
    "case",
];

/// How many words a person's name has at most.
const WORDS: usize = 4;

/// Gives the rows of a return the person whom its head names, where that is not the child of the case.
pub fn give(sent: &mut Return, context: &Context) {
    let heads = sent.preamble.iter().filter_map(|line| labelled(line).or_else(|| name_with_birthday(line)));
    let named: BTreeSet<(String, String)> = heads.collect();
    let mut others = named.iter().filter(|(_, name)| !is_child(name, context));
    let (Some((label, name)), None) = (others.next(), others.next()) else { return };
    if named.len() > 1 {
        return;
    }
    for entry in sent.entries.iter_mut().chain(&mut sent.undated) {
        if entry.cells.iter().all(|cell| cell.meaning != Meaning::People) {
            let cell = Cell { heading: label.clone(), meaning: Meaning::People, text: name.clone() };
            entry.cells.insert(0, cell);
        }
    }
}

/// The label and the name of a line such as "Pupil: Arjan Gill" or "Patient | Leanne Tull".
fn labelled(line: &str) -> Option<(String, String)> {
    let (label, name) = line.split_once(':').or_else(|| line.split_once('|'))?;
    let (label, name) = (label.trim(), name.trim_matches(|sign: char| sign.is_whitespace() || sign == '|'));
    let words: Vec<&str> = name.split_whitespace().collect();
    let of_name = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|sign| sign.is_alphabetic() || "-'’.".contains(sign))
    };
    let is_name = (2..=WORDS).contains(&words.len()) && words.iter().all(of_name);
    let owner = headings::folded(label).split(' ').any(|word| OWNERS.contains(&word));
    (is_name && owner && headings::meaning(label) == Meaning::People).then(|| (label.to_owned(), name.to_owned()))
}

/// "FRAYNE Colin 12/02/1966": a line that is a name and a date of birth and nothing else.
fn name_with_birthday(line: &str) -> Option<(String, String)> {
    let (name, born) = line.trim().rsplit_once(' ')?;
    let bare = |text: &'_ str| text.trim_end_matches(|sign: char| sign.is_whitespace() || sign == ',').to_owned();
    let name = bare(name);
    let name = bare(["b.", "dob", "DOB", "born"].iter().find_map(|cue| name.strip_suffix(cue)).unwrap_or(&name));
    let parts: Vec<&str> = born.split(['/', '.', '-']).collect();
    let date =
        parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_digit()));
    let words: Vec<&str> = name.split_whitespace().collect();
    let of_name = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|sign| sign.is_alphabetic() || "-'’".contains(sign))
    };
    let whole = (2..=WORDS).contains(&words.len()) && words.iter().all(of_name);
    (date && whole).then(|| ("Subject".to_owned(), name))
}

/// Whether a name is the child's: every word of it is one of theirs.
fn is_child(name: &str, context: &Context) -> bool {
    name.split_whitespace().any(|word| context.child.contains(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::{labelled, name_with_birthday};

    #[test]
    fn a_name_with_a_birthday_alone_is_whose_record_it_is() {
        let told = |line: &str| name_with_birthday(line).map(|(_, name)| name);
        assert_eq!(told("FRAYNE Colin 12/02/1966").as_deref(), Some("FRAYNE Colin"));
        assert_eq!(told("Colin Frayne, b. 12.02.1966").as_deref(), Some("Colin Frayne"));
        for other in ["Probation Service, Saltmere", "Printed on 12/02/2024", "Case 12/02/2024", "Saltmere Office 4"] {
            assert_eq!(told(other), None, "{other}");
        }
    }

    #[test]
    fn a_head_that_names_one_person_is_told_from_other_words() {
        let told = |line: &str| labelled(line).map(|(_, name)| name);
        assert_eq!(told("young person: Tyler Ogden").as_deref(), Some("Tyler Ogden"));
        assert_eq!(told("Patient | Leanne Tull").as_deref(), Some("Leanne Tull"));
        for other in [
            "service: Fellside Youth Justice Service",
            "Pupil: both girls",
            "Printed: 4 May 2020",
            "Pupils",
            "Mother: Rosa Lund",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
