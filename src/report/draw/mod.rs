//! Drawings: where everything goes, in whole numbers. How it looks is the template's and the style sheet's business.

mod genogram;
mod lanes;
mod scale;
mod thin;
mod timeline;

pub use genogram::{Genogram, genogram};
pub use timeline::{Timeline, timeline};
