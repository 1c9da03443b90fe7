//! From a history to what leaves the office: data and pages.

pub mod account;
mod tell;

pub use account::Account;
pub use tell::account;
