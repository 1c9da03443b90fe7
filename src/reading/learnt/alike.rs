//! The words of an entry as what they have in common with others: verbs and nouns without their endings, people as what
//! kind of person is meant, numbers as numbers. "Uncle Kev collected Mia" and "Grandad collects the boys" look alike.

use super::table::Table;
use crate::model::Who;
use crate::reading::groups::Group;
use crate::reading::is_ordinary;
use crate::reading::lexicon::Lexicon;
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;
use std::ops::Range;

/// What stands before the first word and behind the last.
const EDGE: &str = "<end>";
/// The shortest that a word may be without its ending, in bytes.
const SHORTEST: usize = 3;

/// Something that a stretch of text has: a term, two side by side, or a phrase of a group of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark<'a> {
    /// One term.
    Term(&'a str),
    /// Two in a row.
    Pair(&'a str, &'a str),
    /// A phrase of this group.
    Group(Group),
}

impl Scene<'_> {
    /// Everything that the tokens have, some of it more than once.
    pub fn marks(&self, range: Range<usize>) -> Vec<Mark<'_>> {
        let terms = self.terms(range.clone());
        let pairs = terms.windows(2).map(|two| Mark::Pair(two[0], two[1]));
        let inside = |hit: &&Hit| hit.last < range.end;
        let groups = self.page.hits_in(range.clone()).iter().filter(inside).map(|hit| Mark::Group(hit.group));
        let mut all: Vec<Mark> = pairs.chain(groups).collect();
        all.extend(terms.iter().map(|term| Mark::Term(term)));
        all
    }

    /// The first token of the sentence that weighs most for an answer, of some.
    pub fn heart<const K: usize>(&self, table: &Table<K>, answer: usize, window: &Range<usize>) -> usize {
        let inside = self.page.sentences.iter().filter(|range| range.start >= window.start && range.end <= window.end);
        let sum = |range: &&Range<usize>| table.sums(&self.marks((*range).clone()))[answer];
        inside.max_by_key(sum).map_or(window.start, |range| range.start)
    }

    /// The token of a sentence that weighs most for an answer.
    pub fn heaviest<const K: usize>(&self, table: &Table<K>, answer: usize, sentence: &Range<usize>) -> usize {
        let weight = |at: &usize| table.weight(&Mark::Term(self.likeness(*at)), answer);
        sentence.clone().filter(|at| self.np(*at).is_none()).max_by_key(weight).unwrap_or(sentence.start)
    }

    /// The terms of some tokens in order, between two edges.
    fn terms(&self, range: Range<usize>) -> Vec<&str> {
        let mut all = Vec::with_capacity(range.len() + 2);
        all.push(EDGE);
        let mut at = range.start;
        while at < range.end {
            all.push(self.likeness(at));
            at = self.np(at).filter(|np| !np.pronoun).map_or(at, |np| np.last) + 1;
        }
        all.push(EDGE);
        all
    }

    /// What stands at a token, if it stands in the sentence of those words.
    pub fn likeness_beside(&self, np: &Np, at: Option<usize>) -> &str {
        let here = at.filter(|at| self.page.sentence(np.first).contains(at));
        here.map_or(EDGE, |at| self.likeness(at))
    }

    fn likeness(&self, at: usize) -> &str {
        if let Some(np) = self.np(at).filter(|np| !np.pronoun) {
            return self.kind_of_person(np);
        }
        let word = self.page.word(at);
        match self.page.shape(at) {
            Shape::Number if word.contains(':') || word.ends_with("am") || word.ends_with("pm") => "<time>",
            Shape::Number => "<number>",
            Shape::Mark(_) => word,
            _ if self.is_name_like(at) => "<name>",
            _ => without_ending(word),
        }
    }

    /// Whether a word that is nobody's words here looks like a name, of a person or of a place: no name may weigh anything.
    fn is_name_like(&self, at: usize) -> bool {
        let word = self.page.word(at);
        let written = matches!(self.page.shape(at), Shape::Title | Shape::Caps | Shape::Initial);
        let known = Lexicon::get().knows(word) || is_ordinary(word);
        let first = self.page.sentence(at).start == at;
        written && !known && (!first || Lexicon::get().is_given(word))
    }

    /// What kind of person the words mean.
    pub fn kind_of_person(&self, np: &Np) -> &'static str {
        if np.pro {
            "<professional>"
        } else if np.generic {
            "<people>"
        } else if np.who == Some(Who::Child) || np.young || self.is_subject_child(np) {
            "<child>"
        } else if self.is_kin(np) {
            "<kin>"
        } else if np.named {
            "<name>"
        } else {
            "<person>"
        }
    }
}

/// "collected", "collects" and "collecting" without what tells them apart.
fn without_ending(word: &str) -> &str {
    const ENDINGS: &[&str] = &["ing", "ied", "ies", "ed", "es", "s"];
    let short = |end: &&str| word.strip_suffix(*end).filter(|stem| stem.len() >= SHORTEST && !word.ends_with("ss"));
    let Some(stem) = ENDINGS.iter().find_map(short) else {
        return if word.len() > SHORTEST { word.trim_end_matches('e') } else { word };
    };
    let mut last = stem.chars().rev();
    let doubled = last.next().is_some_and(|end| Some(end) == last.next() && end.is_ascii() && !"ls".contains(end));
    let stem = if doubled && stem.len() > SHORTEST { &stem[..stem.len() - 1] } else { stem };
    stem.trim_end_matches('e')
}

#[cfg(test)]
mod tests {
    use super::without_ending;

    #[test]
    fn forms_of_one_word_look_alike() {
        for (a, b) in
            [("collected", "collects"), ("stopped", "stopping"), ("babysits", "babysitting"), ("lives", "living")]
        {
            assert_eq!(without_ending(a), without_ending(b));
        }
    }

    #[test]
    fn short_words_and_words_in_other_letters_stay_whole() {
        assert_eq!(without_ending("bus"), "bus");
        assert_eq!(without_ending("is"), "is");
        assert_eq!(without_ending("żółćs"), "żółć");
    }
}
