//! What is kept of a case when its page is written: counts, days, and the people that may be in other cases too.

use crate::findings::{Priority, RULES};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What is kept of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gist {
    /// The case's own reference.
    pub reference: Option<String>,
    /// The subject child.
    pub child: Somebody,
    /// The day it speaks from.
    pub as_at: NaiveDate,
    /// Rows that were sent.
    pub rows: usize,
    /// Rows in the chronology.
    pub entries: usize,
    /// Rows set aside.
    pub set_aside: usize,
    /// What the rules concluded.
    pub findings: Vec<Found>,
    /// Alleged perpetrators, the family on the front sheet, and whoever is in contact with the child, by name.
    pub people: Vec<Somebody>,
    /// How long responses took.
    pub waits: Vec<Wait>,
    /// What agencies knew of the key facts.
    pub aware: Vec<Aware>,
}

/// A finding without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The rule's place in [`RULES`].
    #[serde(serialize_with = "rule_id", deserialize_with = "rule_of_id")]
    pub rule: usize,
    /// How soon to look.
    pub priority: Urgency,
    /// Where the rule has states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The day on which it could first have been seen, else that of the last entry it rests on; none where no entry
    /// has a date.
    pub day: Option<NaiveDate>,
    /// Whether no entry of the last twelve months speaks of what it rests on.
    pub out_of_sight: bool,
    /// Whether somebody has looked at it.
    pub looked_at: bool,
}

/// How soon to look at a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Urgency {
    /// A child may be unsafe.
    Act,
    /// Somebody should find out.
    Check,
    /// Worth knowing.
    Note,
}

impl From<Priority> for Urgency {
    fn from(priority: Priority) -> Self {
        match priority {
            Priority::Act => Urgency::Act,
            Priority::Check => Urgency::Check,
            Priority::Note => Urgency::Note,
        }
    }
}

/// A person of a case, with what helps to tell whether another case speaks of the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Somebody {
    /// Id within the case.
    pub id: String,
    /// Fullest name known.
    pub name: String,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_known_as: Vec<String>,
    /// Date of birth in EDTF, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<String>,
    /// `F` or `M`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// NHS number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nhs_number: Option<String>,
    /// Relation to the child in plain words; none for the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// Addresses on the front sheet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Place>,
    /// Whether any entry names them as an alleged perpetrator.
    #[serde(default)]
    pub alleged: bool,
    /// The way of contact with the child that the rules found, for an alleged perpetrator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// Where somebody lives or lived.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The address as it was written.
    pub words: String,
    /// Its postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
}

/// How long a response took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// What called for it.
    pub what: String,
    /// What answered it.
    pub response: String,
    /// How long it took, or has been.
    pub took: u32,
    /// The limit.
    pub limit: u32,
    /// What both are counted in.
    pub unit: String,
    /// Whether a response is shown at all.
    pub answered: bool,
}

/// How often agencies of a sector knew a kind of key fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aware {
    /// `allegation`, `restriction`, `plan`, `exploitation`, `looked-after` or `missing`.
    pub fact: String,
    /// What the agency is for, in plain words.
    pub sector: String,
    /// `knew`, `told`, `not-shown`, `no-entries-after`, `nothing-known` or `not-heard`.
    pub state: String,
}

impl Found {
    /// The rule's id.
    pub fn rule_id(&self) -> &'static str {
        RULES[self.rule].id
    }
}

fn rule_id<S: Serializer>(rule: &usize, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(RULES.get(*rule).map_or("", |rule| rule.id))
}

fn rule_of_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    let id = String::deserialize(deserializer)?;
    let place = RULES.iter().position(|rule| rule.id == id);
    place.ok_or_else(|| serde::de::Error::custom(format!("no rule is called {id}")))
}
