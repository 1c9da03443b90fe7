//! The pages, each with the struct of data that its template is filled from.

mod chronology;

pub use chronology::chronology;
