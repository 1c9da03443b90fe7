//! Merges what every agency knows about a child into one chronology of the child and the family.

pub mod error;
pub mod model;
pub mod reading;
