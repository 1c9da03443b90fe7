//! `decisions.json`: what people have decided, read, added to and taken back.
//!
//! A decision that cannot be read becomes a note and stays in the file as it is; the others are applied.

use crate::error::Error;
use crate::model::{AgencyId, Decision, EntryId, Note, Noted, Ruling, Signature, Whom};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The name of the file, beside `case.json`.
pub const FILE: &str = "decisions.json";

/// Reads the words of the file.
pub fn read(text: &str) -> Result<Noted<Vec<Decision>>, Error> {
    let mut read: Noted<Vec<Decision>> = Noted::default();
    for (index, item) in list(text)?.into_iter().enumerate() {
        let number = index + 1;
        match serde_json::from_value::<Wire>(item) {
            Ok(wire) => read.value.push(wire.decision(number)),
            Err(error) => read.notes.push(Note {
                at: format!("{FILE}, number {number}"),
                what: format!("this decision cannot be read: {error}"),
                done: "It was not applied.".into(),
                mend: "Mend it by hand, or decide again with `lifespan decide`.".into(),
            }),
        }
    }
    Ok(read)
}

/// The file's words with one decision more.
pub fn add(text: &str, ruling: &Ruling, signed: &Signature) -> Result<String, Error> {
    let mut items = list(text)?;
    let wire = Wire { what: What::of(ruling), signed: signed.into(), taken_back: None };
    items.push(serde_json::to_value(wire).map_err(unwritable)?);
    written(items)
}

/// The file's words with a decision taken back; none where there is no such decision, or it is taken back already.
pub fn take_back(text: &str, number: usize, signed: &Signature) -> Result<Option<String>, Error> {
    let mut items = list(text)?;
    let item = number.checked_sub(1).and_then(|index| items.get_mut(index)).and_then(Value::as_object_mut);
    let Some(item) = item.filter(|item| !item.contains_key("taken_back")) else { return Ok(None) };
    let signed = serde_json::to_value(Signed::from(signed)).map_err(unwritable)?;
    item.insert("taken_back".into(), signed);
    written(items).map(Some)
}

/// How many decisions the file's words hold, read or not: the number of the last.
pub fn count(text: &str) -> Result<usize, Error> {
    Ok(list(text)?.len())
}

/// The decisions as they stand in the file: a list, or an object that holds one.
fn list(text: &str) -> Result<Vec<Value>, Error> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or(&what);
        Error::new(
            format!("{FILE}, line {}, column {}", error.line(), error.column()),
            format!("the decisions cannot be read: {what}"),
            "Mend the file at that place. Often a comma or a quotation mark is missing just before it.",
        )
    })?;
    let items = match value {
        Value::Array(items) => Some(items),
        Value::Object(mut object) => match object.remove("decisions") {
            Some(Value::Array(items)) => Some(items),
            _ => None,
        },
        _ => None,
    };
    items.ok_or_else(|| Error::new(FILE, "there is no list of decisions", "Write: { \"decisions\": [] }"))
}

fn written(items: Vec<Value>) -> Result<String, Error> {
    let whole = Value::Object(Map::from_iter([("decisions".to_owned(), Value::Array(items))]));
    serde_json::to_string_pretty(&whole).map(|text| text + "\n").map_err(unwritable)
}

fn unwritable(error: serde_json::Error) -> Error {
    Error::new(FILE, format!("the decision cannot be written: {error}"), "Say it in other words.")
}

/// A decision as it stands in the file.
#[derive(Serialize, Deserialize)]
struct Wire {
    #[serde(flatten)]
    what: What,
    #[serde(flatten)]
    signed: Signed,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    taken_back: Option<Signed>,
}

#[derive(Serialize, Deserialize)]
struct Signed {
    by: String,
    on: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum What {
    Same {
        a: Who,
        b: Who,
    },
    NotTheSame {
        a: Who,
        b: Who,
    },
    Relation {
        person: Who,
        relation: String,
        of: Who,
    },
    ContactEnded {
        person: Who,
        with: Who,
        ended: NaiveDate,
    },
    FindingLookedAt {
        rule: String,
        #[serde(default)]
        people: Vec<Who>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agency: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rested_on: Vec<String>,
    },
}

/// A person in a decision: an id or name, or with the mention that was looked at.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Who {
    Name(String),
    Mention { person: String, entry: String, words: String },
}

impl Wire {
    fn decision(self, number: usize) -> Decision {
        let ruling = match self.what {
            What::Same { a, b } => Ruling::Same(a.into(), b.into()),
            What::NotTheSame { a, b } => Ruling::NotTheSame(a.into(), b.into()),
            What::Relation { person, relation, of } => {
                Ruling::Relation { person: person.into(), relation, of: of.into() }
            }
            What::ContactEnded { person, with, ended } => {
                Ruling::ContactEnded { person: person.into(), with: with.into(), ended }
            }
            What::FindingLookedAt { rule, people, agency, rested_on } => Ruling::FindingLookedAt {
                rule,
                people: people.into_iter().map(Whom::from).collect(),
                agency: agency.map(AgencyId),
                rested_on: rested_on.into_iter().map(EntryId).collect(),
            },
        };
        Decision { number, ruling, signed: self.signed.into(), taken_back: self.taken_back.map(Signature::from) }
    }
}

impl What {
    fn of(ruling: &Ruling) -> Self {
        match ruling {
            Ruling::Same(a, b) => What::Same { a: a.into(), b: b.into() },
            Ruling::NotTheSame(a, b) => What::NotTheSame { a: a.into(), b: b.into() },
            Ruling::Relation { person, relation, of } => {
                What::Relation { person: person.into(), relation: relation.clone(), of: of.into() }
            }
            Ruling::ContactEnded { person, with, ended } => {
                What::ContactEnded { person: person.into(), with: with.into(), ended: *ended }
            }
            Ruling::FindingLookedAt { rule, people, agency, rested_on } => What::FindingLookedAt {
                rule: rule.clone(),
                people: people.iter().map(Who::from).collect(),
                agency: agency.as_ref().map(|id| id.0.clone()),
                rested_on: rested_on.iter().map(|id| id.0.clone()).collect(),
            },
        }
    }
}

impl From<Who> for Whom {
    fn from(who: Who) -> Self {
        match who {
            Who::Name(person) => Whom { person, entry: None, words: None },
            Who::Mention { person, entry, words } => Whom { person, entry: Some(EntryId(entry)), words: Some(words) },
        }
    }
}

impl From<&Whom> for Who {
    fn from(whom: &Whom) -> Self {
        match (&whom.entry, &whom.words) {
            (Some(entry), Some(words)) => {
                Who::Mention { person: whom.person.clone(), entry: entry.0.clone(), words: words.clone() }
            }
            _ => Who::Name(whom.person.clone()),
        }
    }
}

impl From<Signed> for Signature {
    fn from(signed: Signed) -> Self {
        Signature { by: signed.by, on: signed.on, why: signed.why }
    }
}

impl From<&Signature> for Signed {
    fn from(signed: &Signature) -> Self {
        Signed { by: signed.by.clone(), on: signed.on, why: signed.why.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::{add, read, take_back};
    use crate::model::{AgencyId, EntryId, Ruling, Signature, Whom};

    fn signed() -> Signature {
        let on = chrono::NaiveDate::from_ymd_opt(2025, 6, 2).unwrap_or_default();
        Signature { by: "A Reilly, social worker".into(), on, why: Some("asked the grandmother".into()) }
    }

    #[test]
    fn what_is_written_is_read_again_and_can_be_taken_back() {
        let mick = Whom {
            person: "mick".into(),
            entry: Some(EntryId("returns/education.csv:3".into())),
            words: Some("Mick".into()),
        };
        let doyle = Whom { person: "Michael Doyle".into(), entry: None, words: None };
        let ruling = Ruling::Same(mick, doyle);
        let text = add("", &ruling, &signed()).expect("written");
        let decisions = read(&text).expect("read").value;
        assert_eq!((decisions[0].number, &decisions[0].ruling, &decisions[0].signed), (1, &ruling, &signed()));
        assert!(decisions[0].stands());
        let text = take_back(&text, 1, &signed()).expect("read").expect("there");
        assert!(!read(&text).expect("read").value[0].stands());
        assert_eq!(take_back(&text, 1, &signed()), Ok(None), "once is enough");
        assert_eq!(take_back(&text, 2, &signed()), Ok(None));
    }

    #[test]
    fn a_finding_looked_at_keeps_what_it_rested_on() {
        let ruling = Ruling::FindingLookedAt {
            rule: "key-fact-not-held".into(),
            people: Vec::new(),
            agency: Some(AgencyId("gp".into())),
            rested_on: vec![EntryId("returns/gp.csv:2".into())],
        };
        let text = add("", &ruling, &signed()).expect("written");
        assert_eq!(read(&text).expect("read").value[0].ruling, ruling);
    }

    #[test]
    fn an_odd_decision_is_a_note_and_stays_in_the_file() {
        let text = r#"[{"kind": "perhaps"}, {"kind": "same", "a": "x", "b": "y", "by": "me", "on": "2025-01-01"}]"#;
        let read_ = read(text).expect("read");
        assert_eq!((read_.value.len(), read_.value[0].number, read_.notes.len()), (1, 2, 1));
        assert!(add(text, &read_.value[0].ruling, &signed()).expect("written").contains("perhaps"));
    }

    #[test]
    fn a_broken_file_says_where() {
        assert_eq!(read("{\n \"decisions\": [,]}").expect_err("broken").at, "decisions.json, line 2, column 16");
        assert_eq!(read("7").expect_err("no list").what, "there is no list of decisions");
    }
}
