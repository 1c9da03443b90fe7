//! From a history to what leaves the office: data and pages.

mod actions;
mod awareness;
pub mod decisions;
pub(crate) mod digest;
mod draw;
mod index;
pub mod json;
pub mod pages;
pub(crate) mod plain;
mod readiness;
pub mod summary;
mod tell;
pub(crate) mod templates;
pub mod who;

pub use tell::account;
