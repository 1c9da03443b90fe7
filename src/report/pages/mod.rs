//! The pages, each with the struct of data that its template is filled from.

mod chronology;
mod referral;
mod text;

pub use chronology::chronology;
pub use referral::{Referral, referral};
pub use text::text;
