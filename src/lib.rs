//! Merges what every agency knows about a child into one chronology of the child and the family, builds the graph of
//! who is tied to whom, and finds an earlier allegation of abuse in the family and an alleged perpetrator still in
//! contact, each finding with the entries it rests on.
//!
//! What was sent goes in at the bottom and walks up one floor at a time:
//! [`model`] (the words every room uses), [`ingest`] (what was sent), [`reading`] (an entry's words), [`people`] (who is who), [`chronology`]
//! (one order), [`relations`] (dated ties and routes of contact), [`history`], [`findings`], [`account`], [`editions`] (what each reader's copy leaves out), [`report`]; for
//! many cases at once, [`intake`] (bulk extracts become cases) and [`caseload`].

pub mod account;
pub mod caseload;
pub mod chronology;
mod cores;
pub mod digest;
pub mod editions;
mod effort;
pub mod error;
pub mod findings;
pub mod history;
pub mod ingest;
pub mod intake;
pub mod linking;
pub mod model;
pub mod people;
pub mod reading;
pub mod relations;
pub mod report;
pub mod request;

pub use history::{History, Known, Record};
