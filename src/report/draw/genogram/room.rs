//! Where the words on a line find room: beside nothing else that is written or drawn.

use super::{Figure, Label, RING, SIZE};

/// The width of a letter and the heights above and below the foot of a line, in the drawing's units; rather too much.
const LETTER: i64 = 7;
const ABOVE: i64 = 12;
const BELOW: i64 = 4;

/// How many lines away words may stand from where they belong.
const FARTHEST: i64 = 40;

/// Left, top, right, bottom.
type Area = (i64, i64, i64, i64);

/// What is taken already.
pub struct Room {
    width: i64,
    taken: Vec<Area>,
}

impl Room {
    /// The room that people, with the words below them, leave in a drawing so wide.
    pub fn left(figures: &[Figure], width: i64) -> Self {
        let symbol = |one: &Figure| {
            let half = if one.household { RING } else { SIZE };
            (one.x - half, one.y - half, one.x + half, one.y + half)
        };
        let taken = figures.iter().flat_map(|one| one.words.iter().map(area).chain([symbol(one)])).collect();
        Room { width, taken }
    }

    /// Puts words at the first of some places that is free, else as near as can be above or below the place given first.
    pub fn put(&mut self, words: &str, look: &'static str, first: (i64, i64), others: &[(i64, i64)]) -> Label {
        let half = words.chars().count() as i64 * LETTER / 2;
        let label = |(x, y): (i64, i64)| Label {
            x: x.clamp(half.min(self.width / 2), (self.width - half).max(self.width / 2)),
            y: y.max(ABOVE),
            words: words.to_owned(),
            look,
        };
        let free = |label: &Label| self.taken.iter().all(|other| apart(area(label), *other));
        let aside =
            (1..=FARTHEST).flat_map(|step| [(first.0, first.1 - ABOVE * step), (first.0, first.1 + ABOVE * step)]);
        let mut places = [first].into_iter().chain(others.iter().copied()).chain(aside).map(label);
        let found = places.find(free).unwrap_or_else(|| label(first));
        self.taken.push(area(&found));
        found
    }
}

fn area(label: &Label) -> Area {
    let half = label.words.chars().count() as i64 * LETTER / 2;
    (label.x - half, label.y - ABOVE, label.x + half, label.y + BELOW)
}

fn apart(one: Area, other: Area) -> bool {
    one.2 <= other.0 || other.2 <= one.0 || one.3 <= other.1 || other.3 <= one.1
}

#[cfg(test)]
mod tests {
    use super::Room;

    #[test]
    fn words_go_where_nothing_stands() {
        let mut room = Room { width: 400, taken: vec![(100, 100, 300, 120)] };
        let mut at = || {
            let label = room.put("convicted", "status", (200, 115), &[(200, 60)]);
            (label.x, label.y)
        };
        assert_eq!(at(), (200, 60));
        assert_eq!(at(), (200, 91));
        let mut room = Room { width: 400, taken: Vec::new() };
        assert_eq!(room.put("convicted", "status", (2, 50), &[]).x, 31);
    }
}
