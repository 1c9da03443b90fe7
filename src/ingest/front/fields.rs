//! Fields of `case.json` that nobody reads: most often a slip of the pen in a name.

use super::FILE;
use crate::model::Note;
use serde_json::Value;

const CASE: &[&str] = &[
    "reference",
    "child",
    "people",
    "relationships",
    "agencies",
    "referral",
    "as_at",
    "handling",
    "headings",
    "settings",
];
const PERSON: &[&str] =
    &["id", "name", "also_known_as", "born", "died", "sex", "nhs_number", "relation", "lives_with_child", "addresses"];
const ADDRESS: &[&str] = &["address", "postcode", "from", "until"];
const RELATIONSHIP: &[&str] = &["person", "relation", "of", "from", "until", "source"];
const AGENCY: &[&str] = &["id", "name", "kind", "returns", "asked_on", "names_searched", "outcome"];
const REFERRAL: &[&str] = &["to", "reason", "prepared_by", "prepared_on"];

/// A note for each field that is not one of the front sheet's.
pub fn unknown(text: &str) -> Vec<Note> {
    let Ok(case) = serde_json::from_str::<Value>(text) else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    check(&mut notes, &case, CASE, "");
    check(&mut notes, &case["child"], PERSON, "child, ");
    for (index, item) in case["child"]["addresses"].as_array().into_iter().flatten().enumerate() {
        check(&mut notes, item, ADDRESS, &format!("child, addresses, number {}, ", index + 1));
    }
    check(&mut notes, &case["referral"], REFERRAL, "referral, ");
    for (list, known) in [("people", PERSON), ("relationships", RELATIONSHIP), ("agencies", AGENCY)] {
        for (index, item) in case[list].as_array().into_iter().flatten().enumerate() {
            check(&mut notes, item, known, &format!("{list}, number {}, ", index + 1));
        }
    }
    notes
}

fn check(notes: &mut Vec<Note>, value: &Value, known: &[&str], place: &str) {
    for field in value.as_object().into_iter().flat_map(|object| object.keys()) {
        if !known.contains(&field.as_str()) {
            notes.push(Note {
                at: format!("{FILE}, {place}{field}"),
                what: format!("“{field}” is not a field of the front sheet"),
                done: "It was not used.".into(),
                mend: format!("If it is a slip of the pen, write one of: {}.", known.join(", ")),
            });
        }
    }
}
