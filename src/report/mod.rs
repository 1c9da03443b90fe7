//! From a history to what leaves the office: data and pages.

mod actions;
mod awareness;
pub mod decisions;
mod draw;
mod index;
pub mod json;
pub mod pages;
pub(crate) mod plain;
pub mod provenance;
mod readiness;
pub mod summary;
mod tell;
pub(crate) mod templates;
pub mod verify;
pub mod who;

pub use tell::account;
