//! An agency's export about many children: whose each row is, told by an identifier or by name and date of birth.
//!
//! Identifiers under one heading are taken for one numbering, unless the caller says that each agency has its own. Where
//! name and date of birth speak against it, one number is two children's. NHS numbers, pupil numbers, and a name and a
//! date of birth together hold everywhere.

mod children;
mod columns;

pub use children::{Child, Children, Whose};
pub use columns::Columns;

/// How many records may stand above the headings.
pub const ABOVE: usize = 30;

/// The heading of the column that says where a row stands in the export.
pub const REFERENCE: &str = "Extract reference";
