//! Filling the words of a table with the fields of a row.
//!
//! `{field}` is what a field holds, `{field~set}` the words for its code, `{field~next}` the step that is to follow,
//! `{a|b}` the first that holds something, `{field?yes:no}` words for a flag. What stands in square brackets is left out where a field in it holds nothing.

use super::row::Row;
use super::{codes, json};
use std::collections::BTreeSet;

/// The words of a pattern, and the fields that are in them.
pub fn fill<'p>(pattern: &'p str, row: &Row<'_>, used: &mut BTreeSet<&'p str>) -> String {
    let mut words = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '[']) {
        words.push_str(&rest[..at]);
        let optional = rest[at..].starts_with('[');
        let close = if optional { ']' } else { '}' };
        let Some(end) = rest[at..].find(close).map(|end| at + end) else { break };
        let inside = &rest[at + 1..end];
        if optional {
            let mut here = BTreeSet::new();
            if let Some(part) = all_of(inside, row, &mut here) {
                words.push_str(&part);
                used.extend(here);
            }
        } else {
            words.push_str(&place(inside, row, used).unwrap_or_default());
        }
        rest = &rest[end + 1..];
    }
    words.push_str(rest);
    words.trim().to_owned()
}

/// The words of an optional part; none where a field in it holds nothing.
fn all_of<'p>(part: &'p str, row: &Row<'_>, used: &mut BTreeSet<&'p str>) -> Option<String> {
    let mut words = String::new();
    let mut rest = part;
    while let Some(at) = rest.find('{') {
        let end = at + rest[at..].find('}')?;
        words.push_str(&rest[..at]);
        words.push_str(&place(&rest[at + 1..end], row, used)?);
        rest = &rest[end + 1..];
    }
    words.push_str(rest);
    Some(words)
}

/// What a place in a pattern stands for; none where it holds nothing.
fn place<'p>(inside: &'p str, row: &Row<'_>, used: &mut BTreeSet<&'p str>) -> Option<String> {
    if let Some((field, words)) = inside.split_once('?') {
        let cell = row.get(field)?;
        let (yes, no) = words.split_once(':').unwrap_or((words, ""));
        let said = match (json::is_yes(cell), json::is_no(cell)) {
            (true, _) => yes,
            (_, true) => no,
            _ => return None,
        };
        used.insert(field);
        return (!said.is_empty()).then(|| said.to_owned());
    }
    inside.split('|').find_map(|choice| {
        let (field, set) = choice.split_once('~').unwrap_or((choice, ""));
        let cell = row.get(field)?;
        let words = match set {
            _ if field.ends_with("address_json") => json::address(cell),
            "next" => json::parts(cell, None).iter().map(|part| codes::next_step(part)).collect::<Vec<_>>().join(", "),
            set => json::words(cell, codes::set(set)),
        };
        if !field.ends_with("outcome_json") {
            used.insert(field);
        }
        (!words.is_empty()).then_some(words)
    })
}
