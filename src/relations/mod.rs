//! People and what happened, as a graph of dated ties, and what follows from it.

pub mod allegations;
pub mod cast;
pub mod contact;
pub mod decided;
pub mod export;
pub mod familial;
pub mod happening;
pub mod kin_facts;
pub mod kinship;
pub mod routes;
mod subject_of_return;
pub mod ties;
mod ways;

pub use allegations::{Allegation, Step};
pub use happening::Happening;
pub use routes::{Route, RouteStep, Routes};
