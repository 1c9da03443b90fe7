//! What each command does: one file a command, and what they share.
//!
//! Only this folder and `main.rs` print, write files, or ask what day it is.

pub mod build;
pub mod caseload;
pub mod check;
mod clock;
pub mod decide;
mod deliver;
mod edition;
pub mod fault;
pub mod graph;
pub mod init;
pub mod link;
mod made;
mod open;
pub mod people;
mod progress;
pub mod read;
pub mod request;
mod review;
pub mod rules;
pub mod say;
pub mod schema;
mod secret;
pub mod verify;
mod write;
