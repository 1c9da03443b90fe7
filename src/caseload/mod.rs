//! Many cases at once: what is kept of each, and what a subgroup is told of all of them without any child's name.
//!
//! A case is built by itself and let go; only its [`Gist`] is kept, so that memory grows with the number of people and
//! not with what was written about them.

pub mod connected;
pub mod gist;
pub mod keep;
pub mod numbering;
pub mod same_people;
pub mod shown;
pub mod subgroup;

pub use gist::Gist;

/// A case of a caseload.
pub struct Case {
    /// Its folder, below the folder of cases.
    pub folder: String,
    /// What is kept of it.
    pub gist: Gist,
}
