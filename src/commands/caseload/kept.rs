//! What stands beside each page: from what it was made, which files were written, and what is kept of the case.
//!
//! It is written last. While the fingerprint is the same and the files are there, nothing is done again.

use lifespan::caseload::Gist;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The file's name.
pub const FILE: &str = "kept.json";

/// What was made of a case, and from what.
#[derive(Serialize, Deserialize)]
pub struct Kept {
    /// The fingerprint of all that it was made from.
    pub made_from: String,
    /// The files that were written beside it, with their bytes.
    pub files: Vec<(String, u64)>,
    /// What is kept of the case.
    pub gist: Gist,
}

impl Kept {
    /// What was made before from the same, where all of it is still there.
    pub fn unchanged(folder: &Path, made_from: &str) -> Option<Gist> {
        let kept: Kept = serde_json::from_slice(&std::fs::read(folder.join(FILE)).ok()?).ok()?;
        let is_there =
            |(name, bytes): &(String, u64)| std::fs::metadata(folder.join(name)).is_ok_and(|file| file.len() == *bytes);
        (kept.made_from == made_from && kept.files.iter().all(is_there)).then_some(kept.gist)
    }
}
