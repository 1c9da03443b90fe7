//! From a history to what leaves the office: data and pages.

mod actions;
mod awareness;
pub mod decisions;
mod draw;
mod index;
pub mod json;
pub mod pages;
mod plain;
pub mod provenance;
mod readiness;
pub mod summary;
mod tell;
mod templates;
pub mod verify;
pub mod who;

pub use tell::account;
