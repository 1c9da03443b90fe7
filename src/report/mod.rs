//! From a history to what leaves the office: data and pages.

mod actions;
mod awareness;
pub mod decisions;
mod digest;
mod draw;
mod index;
pub mod json;
pub mod pages;
mod plain;
mod readiness;
pub mod summary;
mod tell;
mod templates;
pub mod who;

pub use tell::account;
