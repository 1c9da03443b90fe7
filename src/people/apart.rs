//! What an entry's own words keep apart: "her uncle and Ray Sleight" are two people.

use super::draft::Table;
use crate::model::Mention;

/// Words that stand between two people and never between two names of one.
const BETWEEN: &[&str] =
    &["and", "&", "or", "with", "and his", "and her", "and their", "and the", "nor", "and mr", "and mrs", "and ms"];

impl Table<'_> {
    /// Whether an entry puts a clue beside a clue of the draft, as two people.
    pub fn said_apart(&self, clue: usize, draft: usize) -> bool {
        self.clues_in(draft, self.clues[clue].entry).any(|other| self.joined_by_and(clue, other))
    }

    fn joined_by_and(&self, clue: usize, other: usize) -> bool {
        let entry = self.clues[clue].entry;
        let Some(reading) = self.readings.get(entry).copied().flatten() else { return false };
        let mentions = |clue: usize| self.clues[clue].mentions.iter().filter_map(|index| reading.mentions.get(*index));
        mentions(clue).any(|one| {
            mentions(other).any(|another| {
                let text =
                    self.entries.get(entry).and_then(|entry| entry.cells.get(one.cell)).map_or("", |cell| &cell.text);
                let between = words_between(text, one, another).map(|words| words.trim().to_lowercase());
                between.is_some_and(|words| BETWEEN.contains(&words.trim_start_matches(',').trim()))
            })
        })
    }
}

/// The words between two mentions of one cell, where one follows the other.
fn words_between<'t>(text: &'t str, one: &Mention, other: &Mention) -> Option<&'t str> {
    let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
    (one.cell == other.cell).then(|| text.get(first.end..second.start))?
}
