//! From a history to what leaves the office: data and pages.

mod actions;
mod as_known;
mod awareness;
pub mod decisions;
mod draw;
mod index;
pub mod json;
mod lines;
pub mod pages;
pub(crate) mod plain;
pub mod protect;
pub mod provenance;
mod readiness;
mod runs;
pub mod sheet;
mod since;
pub mod summary;
mod tell;
pub(crate) mod templates;
pub mod verify;
pub mod who;
pub mod word;

pub use as_known::as_known;
pub use since::changes;
pub use tell::account;
