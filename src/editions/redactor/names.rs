//! Names in a text.

use super::ordinary_word::{is_a_name, is_part_of_an_ordinary_compound, is_plainly_a_word};
use super::{Instead, Kind, Redactor, Single, Span, is_close};
use crate::editions::ordinary::is_title;
use crate::editions::words::{self, Word};
use crate::reading::is_ordinary;

impl Redactor {
    pub(super) fn names(&self, text: &str, words: &[Word]) -> Vec<Span> {
        let (capitals, lower) = (words::is_capitals(text), words::is_lower(text));
        let mut spans = Vec::new();
        let mut at = 0;
        while at < words.len() {
            if let Some((length, instead)) = self.phrase(text, &words[at..]) {
                spans.push(Span { start: words[at].start, end: words[at + length - 1].end, instead: instead.clone() });
                at += length;
                continue;
            }
            if let Some(single) = self.single(&words[at].folded)
                && (!single.capitals || are_initials(text, words, at, capitals))
                && (!single.ordinary || is_a_name(text, words, at, capitals, lower))
                && !is_part_of_an_ordinary_compound(words, at)
            {
                spans.push(Span { start: words[at].start, end: words[at].end, instead: single.instead.clone() });
            }
            at += 1;
        }
        spans
    }

    /// The longest phrase that begins here.
    fn phrase(&self, text: &str, words: &[Word]) -> Option<(usize, &Instead)> {
        let first = words.first()?;
        let fits = |phrase: &[String], instead: &Instead| {
            let here = words.get(..phrase.len());
            here.is_some_and(|here| {
                let same = here
                    .iter()
                    .zip(phrase)
                    .all(|(word, wanted)| word.folded == *wanted || plural_of(&word.folded, wanted));
                same && is_one_name(text, here, instead.kind == Kind::Address)
            })
        };
        let phrases = self.phrases.get(&first.folded)?.iter().filter(|(phrase, instead)| fits(phrase, instead));
        phrases.max_by_key(|(phrase, _)| phrase.len()).map(|(phrase, instead)| (phrase.len(), instead))
    }

    /// Whether a stretch in which a reader saw somebody holds but one word, and that plainly an ordinary one.
    pub fn is_plainly_a_word(&self, text: &str, span: &Span) -> bool {
        let words = words::words(text);
        let here = words.iter().position(|word| (word.start, word.end) == (span.start, span.end));
        here.is_some_and(|at| {
            let ordinary = self.single(&words[at].folded).is_some_and(|single| single.ordinary);
            ordinary && is_plainly_a_word(text, &words, at)
        })
    }

    /// What a word gives away: as it stands, in the plural, with digits after it, or two names run together.
    pub fn single(&self, folded: &str) -> Option<&Single> {
        let bare = folded.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let stems = [
            Some(folded),
            Some(bare).filter(|bare| bare.len() > 2),
            folded.strip_suffix("es"),
            folded.strip_suffix('s'),
        ];
        let found = stems.into_iter().flatten().filter(|stem| !stem.is_empty()).find_map(|stem| self.singles.get(stem));
        found.or_else(|| self.run_together(bare))
    }

    /// "raysleight": two names without a space.
    fn run_together(&self, word: &str) -> Option<&Single> {
        let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at > 2 && at + 3 < word.len());
        let both = |at: usize| Some((self.singles.get(&word[..at])?, self.singles.get(&word[at..])?));
        cuts.filter_map(both).map(|(first, _)| first).next()
    }
}

/// Whether letters stand for somebody: in capitals, and no title before a name ("MS YOUNG", "MS Young").
fn are_initials(text: &str, words: &[Word], at: usize, capitals: bool) -> bool {
    let word = &words[at];
    let named = |next: &Word| next.capital && is_close(&text[word.end..next.start]);
    let title = is_title(&word.folded) && (capitals || words.get(at + 1).is_some_and(named));
    word.capitals && !title
}

/// Whether words are written as one name, or as one address. Of a name, letters and words that are also ordinary ones are,
/// where each has a capital, or the whole text has none, or hyphens tie them, and no sentence ends between them.
pub(in crate::editions) fn is_one_name(text: &str, here: &[Word], address: bool) -> bool {
    let between = |pair: &[Word]| &text[pair[0].end..pair[1].start];
    let close = here.windows(2).all(|pair| is_close(between(pair)));
    let tied = here.windows(2).all(|pair| matches!(between(pair), "-" | "_"));
    let letter = |word: &Word| word.folded.chars().count() == 1;
    let telling = |word: &Word| !letter(word) && !is_ordinary(&word.folded);
    if !close || address || tied || here.iter().any(telling) {
        return close;
    }
    let ends = |pair: &[Word]| !letter(&pair[0]) && between(pair).contains('.');
    let lower = words::is_lower(text) && !here.iter().all(letter);
    !here.windows(2).any(ends) && (lower || here.iter().all(|word| word.capital))
}

fn plural_of(word: &str, name: &str) -> bool {
    word.strip_prefix(name).is_some_and(|ending| matches!(ending, "s" | "es"))
}
