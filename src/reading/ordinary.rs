//! Words that are ordinary English or usual in records: what begins with a capital where a sentence begins may be one.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("lexicon/ordinary.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Whether a folded word is an ordinary one, which may be a name as well ("mark", "grace").
pub fn is_ordinary(word: &str) -> bool {
    let known = |word: &str| WORDS.contains(word);
    known(word) || word.strip_suffix('s').is_some_and(|stem| stem.len() > 4 && known(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_words_are_known() {
        for word in ["mark", "rose", "grace", "faith", "may", "will", "marsh", "bell"] {
            assert!(is_ordinary(word), "{word}");
        }
        for word in ["donna", "sleight", "kayleigh", "ray", "hartley", "abbas"] {
            assert!(!is_ordinary(word), "{word}");
        }
    }
}
