//! Words that may be one name mistyped: looked up by what is left of them without a letter or two, so that not every word
//! is compared with every word.

use super::spelling::{may_be_misspelt, sound};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// From so many letters on two slips are let pass.
const LONG: usize = 8;

/// Of these different words the pairs that may be one name mistyped, by their places, the earlier first.
pub fn pairs(words: &[&str]) -> Vec<(usize, usize)> {
    let mut by_letter: FxHashMap<char, Vec<usize>> = FxHashMap::default();
    for (at, word) in words.iter().enumerate() {
        if let Some(first) = word.chars().next().filter(|_| word.chars().nth(3).is_some()) {
            by_letter.entry(first).or_default().push(at);
        }
    }
    let mut found: Vec<(usize, usize)> = by_letter.values().flat_map(|alike| pairs_of(words, alike)).collect();
    found.extend(of_one_sound(words));
    found.sort_unstable();
    found.dedup();
    found
}

/// The pairs that are written otherwise and sound alike.
fn of_one_sound(words: &[&str]) -> Vec<(usize, usize)> {
    let mut by_sound: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    words.iter().enumerate().for_each(|(at, word)| by_sound.entry(sound(word)).or_default().push(at));
    let after =
        |same: &[usize], nth: usize| same[nth + 1..].iter().map(|other| (same[nth], *other)).collect::<Vec<_>>();
    let pairs = by_sound.values().flat_map(|same| (0..same.len()).flat_map(|nth| after(same, nth)));
    pairs.filter(|(one, other)| may_be_misspelt(words[*one], words[*other])).collect()
}

/// The pairs among the words at these places, which begin with one letter.
fn pairs_of(words: &[&str], among: &[usize]) -> Vec<(usize, usize)> {
    let mut left: Vec<(u64, usize)> = Vec::new();
    for &at in among {
        let letters: Vec<char> = words[at].chars().collect();
        left.extend(shortened(&letters).into_iter().map(|hash| (hash, at)));
    }
    left.sort_unstable();
    left.dedup();
    let mut likely: Vec<(usize, usize)> = Vec::new();
    for same in left.chunk_by(|one, other| one.0 == other.0) {
        for (nth, (_, one)) in same.iter().enumerate() {
            likely.extend(same[nth + 1..].iter().map(|(_, other)| (*one, *other)));
        }
    }
    likely.sort_unstable();
    likely.dedup();
    likely.retain(|(one, other)| may_be_misspelt(words[*one], words[*other]));
    likely
}

/// What stands for a word: itself, the word without any one letter, and a long one without any two.
fn shortened(letters: &[char]) -> Vec<u64> {
    let mut all = vec![hash(letters.iter())];
    for one in 0..letters.len() {
        let without = || letters.iter().enumerate().filter(move |(at, _)| *at != one);
        all.push(hash(without().map(|(_, letter)| letter)));
        if letters.len() >= LONG {
            let twice = |other: usize| without().filter(move |(at, _)| *at != other).map(|(_, letter)| letter);
            all.extend((one + 1..letters.len()).map(|other| hash(twice(other))));
        }
    }
    all
}

fn hash<'l>(letters: impl Iterator<Item = &'l char>) -> u64 {
    let mut hasher = FxHasher::default();
    letters.for_each(|letter| letter.hash(&mut hasher));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{may_be_misspelt, pairs};

    #[test]
    fn looking_up_finds_what_comparing_finds() {
        let words = [
            "lindqvist",
            "lindquist",
            "lindqvst",
            "sleight",
            "slieght",
            "sleigt",
            "okafor",
            "okafar",
            "hartley",
            "hartly",
            "harris",
            "harrison",
            "wainwright",
            "wainright",
            "wianwright",
            "wainwrite",
            "wanright",
            "jan",
            "jon",
            "marr",
            "mar",
            "kamińska",
            "kaminska",
            "threlfall",
            "nowak",
            "novak",
            "wiktor",
            "viktor",
            "szymon",
            "shimon",
            "threllfall",
            "threfall",
            "trhelfall",
            "",
        ];
        let every = (0..words.len()).flat_map(|one| (one + 1..words.len()).map(move |other| (one, other)));
        let compared: Vec<(usize, usize)> =
            every.filter(|(one, other)| may_be_misspelt(words[*one], words[*other])).collect();
        assert_eq!(pairs(&words), compared);
        assert!(compared.len() > 10);
    }
}
