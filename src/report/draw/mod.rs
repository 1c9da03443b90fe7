//! Drawings: where everything goes, in whole numbers. How it looks is the template's and the style sheet's business.

mod lanes;
mod scale;
mod timeline;

pub use timeline::{Timeline, timeline};
