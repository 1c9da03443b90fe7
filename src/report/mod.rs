//! From a history to what leaves the office: data and pages.

pub mod account;

pub use account::Account;
