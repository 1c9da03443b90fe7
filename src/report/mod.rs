//! From a history to what leaves the office: data and pages.

mod actions;
mod awareness;
pub mod decisions;
mod draw;
mod index;
pub mod json;
mod lines;
pub mod pages;
mod plain;
pub mod protect;
pub mod provenance;
mod readiness;
pub mod sheet;
pub mod summary;
mod tell;
mod templates;
pub mod verify;
pub mod who;
pub mod word;

pub use tell::account;
