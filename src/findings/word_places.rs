//! In which entries a word stands, for whoever looks through a whole history for many words.

use crate::model::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// The places of entries by the words that stand in them.
pub struct WordPlaces(BTreeMap<String, Vec<usize>>);

impl WordPlaces {
    /// The words of every entry, in lower case, each with the places of the entries that have it.
    pub fn of(entries: &[&Entry]) -> WordPlaces {
        WordPlaces::of_texts(entries.iter().map(|entry| entry.text()))
    }

    fn of_texts(texts: impl Iterator<Item = String>) -> WordPlaces {
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, text) in texts.enumerate() {
            let text = text.to_lowercase();
            let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
            for word in words.into_iter().filter(|word| !word.is_empty()) {
                match places.get_mut(word) {
                    Some(known) => known.push(at),
                    None => drop(places.insert(word.to_owned(), vec![at])),
                }
            }
        }
        WordPlaces(places)
    }

    /// The places after one at which any word begins with a stem.
    pub fn after(&self, place: usize, stem: &str) -> BTreeSet<usize> {
        let words = self.0.range(stem.to_owned()..).take_while(|(word, _)| word.starts_with(stem));
        let later = words.flat_map(|(_, places)| &places[places.partition_point(|at| *at <= place)..]);
        later.copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::WordPlaces;

    #[test]
    fn a_stem_is_found_where_a_word_begins_with_it() {
        let texts = ["Referral sent.", "No reply.", "Referred again; preferred by post."];
        let places = WordPlaces::of_texts(texts.into_iter().map(str::to_owned));
        assert_eq!(places.after(0, "refer").into_iter().collect::<Vec<_>>(), [2]);
        assert!(places.after(0, "pre").contains(&2) && places.after(2, "refer").is_empty());
    }
}
