//! The Standard Safeguarding Dataset: the tables that every English authority can produce from its case system become
//! each child's social care return.
//!
//! Rows are gone through twice. First [`Register::learn`] takes who the people are, and by which ids rows point to
//! them; then [`Register::tell`] puts each row into the field's words, for the child that it is about.

mod codes;
mod fill;
mod front;
mod json;
mod register;
mod row;
mod tables;

pub use front::front;
pub use register::{Register, Told};
pub use row::{HEADINGS, Header, Row};
pub use tables::{TABLES, Table};

/// The file that a case's return is written to, below the case folder.
pub const RETURN: &str = "returns/social-care.csv";
