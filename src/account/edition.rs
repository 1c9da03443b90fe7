//! For whom a copy of the history was made, and what it leaves out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// For whom a copy is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// A specialist service: the whole history, third parties reduced to what they are.
    Referral,
    /// A group that looks at patterns across cases: everybody under a role.
    Subgroup,
    /// A rapid review: everything.
    RapidReview,
}

impl Edition {
    /// As it is typed and as files are named.
    pub fn word(self) -> &'static str {
        match self {
            Edition::Referral => "referral",
            Edition::Subgroup => "subgroup",
            Edition::RapidReview => "rapid-review",
        }
    }
}

/// What an edition leaves out.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Manifest {
    /// The edition.
    pub edition: Edition,
    /// What it is, in words.
    pub about: &'static str,
    /// What is left out, by kind; empty where everything is there.
    pub withheld: Vec<Withheld>,
}

/// What is left out of one kind.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Withheld {
    /// What.
    pub what: &'static str,
    /// How many people, where it is names of people that are known apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<usize>,
    /// How many times it stood in what was sent, and is replaced.
    pub places: usize,
    /// What stands there instead.
    pub instead: &'static str,
    /// Why.
    pub reason: &'static str,
}
