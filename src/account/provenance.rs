//! By what program and from which files an account was made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an account was made by and from. Digests are SHA-256 in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Provenance {
    /// Version of the program.
    pub tool_version: String,
    /// Digest of the program's source: two programs of one version may differ.
    pub program: String,
    /// Digest of the rules of the catalogue.
    pub rules: String,
    /// Every file that was read.
    pub inputs: Vec<InputAccount>,
    /// The decisions that were applied, by their numbers in `decisions.json`.
    pub decisions: Vec<usize>,
    /// Every limit of a rule that can be set, as it was.
    pub settings: BTreeMap<String, u32>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InputAccount {
    /// Path below the case folder.
    pub file: String,
    /// Digest of its bytes.
    pub sha256: String,
}
