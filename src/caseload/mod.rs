//! Many cases at once: what is kept of each, and what a subgroup is told of all of them without any child's name.
//!
//! A case is built by itself and let go; only its [`Gist`] is kept, so that memory grows with the number of people and
//! not with what was written about them.

pub mod gist;
pub mod keep;

pub use gist::Gist;
