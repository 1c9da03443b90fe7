//! What the rules conclude from a history.

mod finding;

pub use finding::{Finding, PathStep, Priority, Seen};
