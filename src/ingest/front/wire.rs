//! `case.json` as it is written down: names of fields and nothing else.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// Words, or a number that somebody wrote without quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(pub String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Words(String),
            Number(serde_json::Number),
        }
        Ok(match Either::deserialize(deserializer)? {
            Either::Words(words) => Text(words),
            Either::Number(number) => Text(number.to_string()),
        })
    }
}

impl JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "number"] })
    }
}

/// The whole file.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct WireCase {
    /// The case's own reference.
    pub reference: Option<Text>,
    /// The subject child.
    #[schemars(required)]
    pub child: Option<WirePerson>,
    /// Family and network as the referrer knows them.
    #[serde(default)]
    pub people: Vec<WirePerson>,
    /// Ties that a relation to the child cannot say.
    #[serde(default)]
    pub relationships: Vec<WireRelationship>,
    /// Who was asked.
    #[serde(default)]
    pub agencies: Vec<WireAgency>,
    /// Where the chronology goes and why.
    pub referral: Option<WireReferral>,
    /// The day the report speaks from.
    pub as_at: Option<Text>,
    /// Handling words to print on every page.
    pub handling: Option<String>,
    /// What a column is, by agency and heading.
    #[serde(default)]
    pub headings: BTreeMap<String, BTreeMap<String, String>>,
    /// Limits of rules, by name.
    #[serde(default)]
    pub settings: BTreeMap<String, serde_json::Value>,
}

/// A person.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct WirePerson {
    /// A short name to refer to them by.
    pub id: Option<Text>,
    /// Full name.
    #[schemars(required)]
    pub name: Option<String>,
    /// Other names they are or were known by.
    #[serde(default)]
    pub also_known_as: Vec<String>,
    /// Date of birth.
    pub born: Option<Text>,
    /// Date of death.
    pub died: Option<Text>,
    /// `F` or `M`.
    pub sex: Option<String>,
    /// NHS number.
    pub nhs_number: Option<Text>,
    /// Relation to the child in plain words.
    pub relation: Option<String>,
    /// Absent where not known.
    pub lives_with_child: Option<bool>,
    /// Where they live or lived.
    #[serde(default)]
    pub addresses: Vec<WireAddress>,
}

/// An address.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct WireAddress {
    /// As it is written on a letter.
    #[serde(default)]
    pub address: String,
    /// Its postcode.
    pub postcode: Option<String>,
    /// Since when.
    pub from: Option<Text>,
    /// Until when.
    pub until: Option<Text>,
}

/// "person is relation of of".
#[derive(Debug, Deserialize, JsonSchema)]
pub struct WireRelationship {
    /// Who.
    pub person: String,
    /// Is what.
    pub relation: String,
    /// Of whom.
    pub of: String,
    /// Since when.
    pub from: Option<Text>,
    /// Until when.
    pub until: Option<Text>,
    /// Who says so.
    pub source: Option<String>,
}

/// An agency that was asked.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct WireAgency {
    /// A short name to refer to it by.
    pub id: Option<Text>,
    /// Its name.
    pub name: Option<String>,
    /// What kind of agency.
    pub kind: Option<String>,
    /// The files it sent, as paths below the case folder.
    #[serde(default)]
    pub returns: Vec<String>,
    /// When it was asked.
    pub asked_on: Option<Text>,
    /// The names it searched.
    pub names_searched: Option<Vec<String>>,
    /// `return`, `nothing known` or `no reply`.
    pub outcome: Option<String>,
}

/// Where the chronology goes and why.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub struct WireReferral {
    /// To whom.
    pub to: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// By whom.
    pub prepared_by: Option<String>,
    /// When.
    pub prepared_on: Option<Text>,
}
