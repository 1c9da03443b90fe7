//! The pages, each with the struct of data that its template is filled from.

mod chronology;
mod referral;

pub use chronology::chronology;
pub use referral::{Referral, referral};
