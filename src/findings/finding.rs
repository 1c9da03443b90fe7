//! A finding: what a rule concluded from the history, and the entries it rests on.

use crate::model::{AgencyId, EntryId, PersonId, Status};
use crate::relations::familial::Section27;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How soon a person should look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// A child may be unsafe, or something needs doing today.
    Act,
    /// Somebody should find out.
    Check,
    /// Worth knowing.
    Note,
}

/// One step of the way from an alleged perpetrator to the child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PathStep {
    /// Who.
    pub person: PersonId,
    /// Is what, in plain words.
    pub relation: String,
    /// Of whom.
    pub of: PersonId,
    /// The entries that say so.
    pub evidence: Vec<EntryId>,
}

/// The first day on which what was then recorded was enough for a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Seen {
    /// By all agencies together.
    pub combined: Option<NaiveDate>,
    /// By one agency alone; none where its own records never were enough.
    pub by_agency: BTreeMap<AgencyId, Option<NaiveDate>>,
}

/// What a rule concluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule's id in the catalogue.
    pub rule: &'static str,
    /// How soon to look.
    pub priority: Priority,
    /// One line.
    pub headline: String,
    /// A short paragraph in plain words.
    pub explanation: String,
    /// Who is what in it: `alleged_perpetrator`, `alleged_victim`, `person`, `child`.
    pub people: BTreeMap<&'static str, PersonId>,
    /// Where the rule has states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<&'static str>,
    /// The allegation's latest status, where it speaks of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The agency, where it speaks of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<AgencyId>,
    /// The ties from the alleged perpetrator to the child.
    pub path: Vec<PathStep>,
    /// The entries it rests on; `case.json` for the front sheet.
    pub evidence: Vec<EntryId>,
    /// What to ask whom, to settle it.
    pub ask: Vec<String>,
    /// When it could first have been seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub could_have_been_seen: Option<Seen>,
    /// Which look-back windows, in months before the day the report speaks from, leave out all the evidence.
    pub hidden_by_window: Vec<u32>,
    /// What section 27 of the Sexual Offences Act 2003 says of the alleged perpetrator and the subject child, as far as
    /// the recorded facts go: a labelled test, no proof of an offence. Carried by `prior-familial-csa`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section_27: Option<Section27>,
    /// Decisions that bear on it: ends of contact that somebody decided.
    pub decisions: Vec<DecidedHere>,
    /// Who has looked at it, where somebody has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looked_at: Option<LookedAt>,
}

/// A decision that bears on a finding, and what it does to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecidedHere {
    /// The decision's number.
    pub decision: usize,
    /// What was decided, by whom, and what is recorded since.
    pub words: String,
}

/// A decision that somebody has looked at a finding. It removes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LookedAt {
    /// The decision's number.
    pub decision: usize,
    /// Who looked.
    pub by: String,
    /// When.
    pub on: NaiveDate,
    /// Why, in their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What the finding rests on now and did not then: it is to be looked at again.
    pub since: Vec<EntryId>,
}

impl Finding {
    /// A finding that says so much and no more; the rule adds people, evidence and what to ask.
    pub fn new(rule: &'static str, priority: Priority, headline: String, explanation: String) -> Self {
        Finding {
            rule,
            priority,
            headline,
            explanation,
            people: BTreeMap::new(),
            state: None,
            status: None,
            agency: None,
            path: Vec::new(),
            evidence: Vec::new(),
            ask: Vec::new(),
            could_have_been_seen: None,
            hidden_by_window: Vec::new(),
            section_27: None,
            decisions: Vec::new(),
            looked_at: None,
        }
    }

    /// Whether somebody has looked at it, and it rests on nothing new since.
    pub fn is_settled(&self) -> bool {
        self.looked_at.as_ref().is_some_and(|looked| looked.since.is_empty())
    }
}
