//! What the front sheet says, as the account tells it.

use crate::model::{AgencyId, PersonId};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the front sheet says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CaseAccount {
    /// The case's own reference.
    pub reference: Option<String>,
    /// The subject child.
    pub child: PersonId,
    /// The child's name.
    pub name: String,
    /// Other names.
    pub also_known_as: Vec<String>,
    /// Date of birth as written.
    pub born: Option<String>,
    /// Handling words for every page.
    pub handling: Option<String>,
    /// Who was asked, and what they answered.
    pub agencies: Vec<AgencyAccount>,
    /// To whom it goes, why, by whom, when.
    pub referral: BTreeMap<&'static str, String>,
}

/// An agency that was asked, or that sent something unasked.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AgencyAccount {
    /// Its id.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: Option<String>,
    /// `return`, `nothing known`, `no reply`, or `not recorded`.
    pub outcome: String,
    /// When it was asked, as written.
    pub asked_on: Option<String>,
    /// Names it says it searched.
    pub names_searched: Vec<String>,
}

/// A limit that the case sets itself.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SettingAccount {
    /// Its name in `case.json`.
    pub name: &'static str,
    /// What the case sets.
    pub value: u32,
    /// What the catalogue has.
    pub default: u32,
}
