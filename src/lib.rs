//! Merges what every agency knows about a child into one chronology of the child and the family.

pub mod error;
pub mod findings;
pub mod ingest;
pub mod model;
pub mod people;
pub mod relations;
pub mod report;
