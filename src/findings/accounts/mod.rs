//! What an entry tells of an event, compared with what another agency's entry tells of the same one.
//!
//! Two accounts differ only where each says its own side of one matter in so many words: silence is no contradiction.

mod came_back;
mod sides;
mod told_otherwise;
mod which_day;
mod who_began;
mod who_did;
mod who_was_there;

use crate::findings::told::Folded;
use crate::history::History;
use crate::model::Entry;
use came_back::{Back, RETURN};
use sides::Sides;
use told_otherwise::Told;

/// What an entry says of its event that needs nobody named.
pub struct Account {
    back: Back,
    sides: Sides,
    told: Told,
}

impl Account {
    /// What an entry says.
    pub fn of(entry: &Entry) -> Self {
        let text = Folded::of(&entry.text());
        Account { back: Back::told_in(&text), sides: Sides::of(&text), told: Told::of(&text) }
    }

    /// Whether it tells of what comes once a day: two such entries of a day need no other sign of being about one event.
    pub fn comes_once_a_day(&self) -> bool {
        self.back.is_told() || self.sides.tells_what_comes_once_a_day()
    }

    /// How the child came back, where both say it and not alike.
    pub fn differs_on_return(&self, other: &Account) -> Option<&'static str> {
        self.back.differs(other.back).then_some(RETURN)
    }
}

/// What two entries that record one event differ on; each by its place and its account.
pub fn difference(history: &History<'_>, a: (usize, &Account), b: (usize, &Account)) -> Option<&'static str> {
    let (one, other) = (history.entries[a.0], history.entries[b.0]);
    a.1.differs_on_return(b.1)
        .or_else(|| came_back::differ(one, other))
        .or_else(|| a.1.sides.differ(&b.1.sides))
        .or_else(|| a.1.told.differ(&b.1.told))
        .or_else(|| who_did::differ(history, a.0, b.0))
        .or_else(|| who_began::differ(history, a.0, b.0))
        .or_else(|| who_was_there::differ(history, a.0, b.0))
        .or_else(|| which_day::differ(one, other))
}

/// What two entries of one day that speak of one person differ on, of what comes once a day.
pub fn difference_of_one_day(
    history: &History<'_>,
    a: (usize, &Account),
    b: (usize, &Account),
) -> Option<&'static str> {
    a.1.sides.differ_once_a_day(&b.1.sides).or_else(|| who_began::differ(history, a.0, b.0))
}
