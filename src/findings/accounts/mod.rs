//! What an entry tells of an event, compared with what another agency's entry tells of the same one.
//!
//! Two accounts differ only where each says its own side of one matter in so many words: silence is no contradiction.

mod came_back;
mod sides;
mod which_day;
mod who_began;
mod who_did;
mod who_was_there;

pub use came_back::{Back, RETURN};
pub use sides::Sides;
pub use who_began::differ as who_began_differs;

use crate::history::History;

/// What two entries that record one event differ on; `a` and `b` are their places.
pub fn difference(history: &History<'_>, a: usize, b: usize) -> Option<&'static str> {
    let (one, other) = (history.entries[a], history.entries[b]);
    came_back::differ(one, other)
        .or_else(|| Sides::of(one).differ(&Sides::of(other)))
        .or_else(|| who_did::differ(history, a, b))
        .or_else(|| who_began::differ(history, a, b))
        .or_else(|| who_was_there::differ(history, a, b))
        .or_else(|| which_day::differ(one, other))
}
