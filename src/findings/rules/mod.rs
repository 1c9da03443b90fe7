//! The catalogue: one rule, one file. The head of each file is the rule's page.

mod family_history_sexual_abuse;
mod family_specialist_involvement;
mod masked_by_exploitation;
mod perpetrator_details_missing;
mod perpetrator_in_contact;
mod possible_same_person;
mod prior_familial_csa;

use super::Finding;
use crate::history::History;

/// The catalogue's sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// History and contact.
    HistoryAndContact,
}

/// A rule of the catalogue.
pub struct Rule {
    /// Its id; exact.
    pub id: &'static str,
    /// Its section.
    pub section: Section,
    /// Whether its findings say when they could first have been seen.
    pub seen: bool,
    /// What it finds in a history.
    pub find: fn(&History<'_>) -> Vec<Finding>,
    /// Its file, whose head is its page.
    pub source: &'static str,
}

/// Every rule, in the catalogue's order.
pub const RULES: &[Rule] = &[
    prior_familial_csa::RULE,
    perpetrator_in_contact::RULE,
    masked_by_exploitation::RULE,
    family_history_sexual_abuse::RULE,
    family_specialist_involvement::RULE,
    perpetrator_details_missing::RULE,
    possible_same_person::RULE,
];
