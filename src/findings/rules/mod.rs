//! The catalogue: one rule, one file. The head of each file is the rule's page.

mod action_not_completed;
mod agency_not_heard;
mod blaming_language;
mod carer_support_not_recorded;
mod childs_voice_missing;
mod closure_without_outcome;
mod conflicting_accounts;
mod cp_category_mismatch;
mod cross_border;
mod delayed_response;
mod education_out_of_sight;
mod family_history_sexual_abuse;
mod family_specialist_involvement;
mod gap_in_record;
mod key_fact_not_held;
mod looked_after_and_cp_plan;
mod masked_by_exploitation;
mod missing_without_return_interview;
mod no_disruption_after_retraction;
mod not_known_under_alias;
mod nrm_not_considered;
mod perpetrator_details_missing;
mod perpetrator_in_contact;
mod possible_same_person;
mod prior_familial_csa;
mod screening_not_repeated;
mod services_fragmented;
mod sexual_health_not_followed_up;
mod sibling_network_not_told;
mod turning_18;
mod victim_and_harmful_behaviour;

pub use prior_familial_csa::headline as allegation_in_words;

use super::Finding;
use crate::history::History;

/// The catalogue's sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// History and contact.
    HistoryAndContact,
    /// Who knew.
    WhoKnew,
    /// The response.
    Response,
    /// The record.
    Record,
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
    key_fact_not_held::RULE,
    not_known_under_alias::RULE,
    agency_not_heard::RULE,
    gap_in_record::RULE,
    conflicting_accounts::RULE,
    sibling_network_not_told::RULE,
    cross_border::RULE,
    delayed_response::RULE,
    cp_category_mismatch::RULE,
    looked_after_and_cp_plan::RULE,
    no_disruption_after_retraction::RULE,
    sexual_health_not_followed_up::RULE,
    action_not_completed::RULE,
    nrm_not_considered::RULE,
    missing_without_return_interview::RULE,
    screening_not_repeated::RULE,
    turning_18::RULE,
    education_out_of_sight::RULE,
    carer_support_not_recorded::RULE,
    services_fragmented::RULE,
    victim_and_harmful_behaviour::RULE,
    closure_without_outcome::RULE,
    childs_voice_missing::RULE,
    blaming_language::RULE,
];
