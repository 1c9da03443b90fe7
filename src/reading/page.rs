//! An entry laid out for reading: its tokens, the phrases found in them, and its sentences.

use super::groups::{Group, Set};
use super::lexicon::{Lexicon, Section};
use super::ordinary::is_ordinary;
use super::tokens::{Shape, Token, Tokens};
use std::ops::Range;

/// Small words that a longer phrase around them does not hide: they lead to people.
const KEPT: Set = Set::of(&[
    Group::By,
    Group::Against,
    Group::Of,
    Group::Toward,
    Group::With,
    Group::From,
    Group::About,
    Group::He,
    Group::She,
    Group::They,
    Group::Historic,
]);
/// Small words that are also somebody's name.
const FUNCTION: Set = Set::of(&[Group::Be, Group::Have, Group::Modal, Group::Det, Group::He, Group::She, Group::They]);
/// Phrases that hide nothing inside them: "was not" is a challenge and still negates, "who is" still leads a clause.
const LIGHT: Set = Set::of(&[
    Group::Challenge,
    Group::NamedAs,
    Group::Blame,
    Group::NegAfter,
    Group::Process,
    Group::Planned,
    Group::Category,
    Group::Stop,
]);
/// Phrases that are only weighed together: they hide nothing and nothing hides them.
const WEIGHED: Set =
    Set::of(&[Group::ObliquePlain, Group::Oblique, Group::ObliqueWeak, Group::ObliqueService, Group::ObliqueSetting]);

/// What became of a matter, and words that blame: these count inside a longer phrase of another group ("convicted in
/// 2011 of"), and give way only to a longer one of their own ("not charged").
const APART: [Group; 4] = [Group::Status, Group::Blame, Group::BlamePair, Group::BlameYoung];

/// Words that deny: inside a phrase that says what became of a matter ("no further action") they deny nothing else.
const DENIALS: Set = Set::of(&[Group::Neg, Group::NegAfter, Group::Deny, Group::AnswerNo]);

/// A phrase of the lexicon, where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// Line of the lexicon.
    pub line: u32,
    /// Its group.
    pub group: Group,
}

impl Hit {
    /// The section it stands in.
    pub fn section(&self) -> &'static Section {
        Lexicon::get().section(self.line)
    }
}

/// Tokens, phrases and sentences of one entry.
#[derive(Debug, Default)]
pub struct Page {
    /// The words.
    pub tokens: Tokens,
    /// Phrases by first token, longer first; small words apart, none lies wholly inside a longer one.
    pub hits: Vec<Hit>,
    /// For each token and the end, how many phrases begin before it.
    hits_before: Vec<u32>,
    /// For each token, the groups of the phrases that begin with it.
    begins: Vec<Set>,
    /// For each token, the groups of the phrases that hold it.
    covers: Vec<Set>,
    /// All groups found.
    found: Set,
    /// The cells written in capitals, as token ranges.
    loud: Vec<Range<usize>>,
    /// Token ranges.
    pub sentences: Vec<Range<usize>>,
    /// For each token, the index of its sentence.
    sentence_of: Vec<u32>,
}

/// Groups whose phrases say nothing alone.
const PARTS: Set = Set::of(&[Group::HandOn, Group::DeedTo, Group::Intimate, Group::NextToIntimate]);

/// "hand in her" and "pants", "licked her" and "private parts": parts that stand side by side and are sexual together.
fn put_together(parts: &[Hit]) -> impl Iterator<Item = Hit> {
    let befores = parts.iter().filter(|hit| matches!(hit.group, Group::HandOn | Group::DeedTo));
    befores.flat_map(|before| {
        let fits = |part: &&Hit| {
            part.first == before.last + 1
                && match part.group {
                    Group::Intimate => true,
                    Group::NextToIntimate => before.group == Group::HandOn,
                    _ => false,
                }
        };
        let longest = parts.iter().filter(fits).max_by_key(|part| part.last);
        longest.map(|part| Hit { last: part.last, group: Group::ObliquePlain, ..*before })
    })
}

/// How many letters a short form of an outcome has: "RUI", "NFA".
const SHORT_FORM: usize = 3;

impl Page {
    /// Lays out the given cells: index and text of each.
    pub fn new<'a>(cells: impl Iterator<Item = (usize, &'a str)>) -> Page {
        let mut page = Page::default();
        for (cell, text) in cells {
            page.tokens.add(cell, text);
        }
        page.find_phrases();
        page.quieten();
        page.find_sentences();
        page
    }

    /// How many tokens.
    pub fn len(&self) -> usize {
        self.tokens.list.len()
    }

    /// The token.
    pub fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.list.get(i)
    }

    /// The folded word.
    pub fn word(&self, i: usize) -> &str {
        self.tokens.text(i)
    }

    /// Folded words of several tokens.
    pub fn words(&self, first: usize, last: usize) -> String {
        if first == last {
            return self.word(first).to_owned();
        }
        (first..=last).map(|i| self.word(i)).collect::<Vec<_>>().join(" ")
    }

    /// Its look; a full stop beyond the end.
    pub fn shape(&self, i: usize) -> Shape {
        self.token(i).map_or(Shape::Mark(b'.'), |token| token.shape)
    }

    /// Whether the token is this mark.
    pub fn is_mark(&self, i: usize, mark: u8) -> bool {
        self.shape(i) == Shape::Mark(mark)
    }

    /// Whether a phrase of the group holds the token.
    pub fn has(&self, i: usize, group: Group) -> bool {
        self.covers.get(i).is_some_and(|set| set.has(group))
    }

    /// Whether a phrase of any of the groups holds the token.
    pub fn any(&self, i: usize, groups: Set) -> bool {
        self.covers.get(i).is_some_and(|set| set.meets(groups))
    }

    /// The longest phrase of the group that begins with the token.
    pub fn begins(&self, i: usize, group: Group) -> Option<Hit> {
        if !self.begins.get(i)?.has(group) {
            return None;
        }
        self.hits_from(i).iter().take_while(|hit| hit.first == i).find(|hit| hit.group == group).copied()
    }

    /// All groups found in a range.
    pub fn groups(&self, range: Range<usize>) -> Set {
        self.begins.get(range).unwrap_or_default().iter().fold(Set::default(), |all, set| all.with(*set))
    }

    /// Phrases that begin in the range, in order.
    pub fn hits_in(&self, range: Range<usize>) -> &[Hit] {
        let to = self.hits_at(range.end);
        &self.hits[self.hits_at(range.start).min(to)..to]
    }

    /// Phrases of a group that begin in the range.
    pub fn of(&self, range: Range<usize>, group: Group) -> impl DoubleEndedIterator<Item = &Hit> {
        let range = if self.found.has(group) { range } else { 0..0 };
        self.hits_in(range).iter().filter(move |hit| hit.group == group)
    }

    /// Index of the sentence that holds the token.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentence_of.get(i).map_or(self.sentences.len().saturating_sub(1), |sentence| *sentence as usize)
    }

    /// The sentence that holds the token.
    pub fn sentence(&self, i: usize) -> Range<usize> {
        self.sentences.get(self.sentence_of(i)).cloned().unwrap_or(0..0)
    }

    fn hits_from(&self, i: usize) -> &[Hit] {
        &self.hits[self.hits_at(i)..]
    }

    /// How many phrases begin before a token.
    fn hits_at(&self, i: usize) -> usize {
        self.hits_before.get(i).map_or(self.hits.len(), |before| *before as usize)
    }

    fn find_phrases(&mut self) {
        let lexicon = Lexicon::get();
        let list = &self.tokens.list;
        let words: Vec<u32> = (0..list.len()).map(|i| lexicon.tree.look_up(self.tokens.text(i))).collect();
        let mut hits = Vec::new();
        let mut parts: Vec<Hit> = Vec::new();
        // "Rui Lopes" is no RUI: a short form is written in capitals or in small letters, a name with one.
        let name = |first: usize, last: usize| {
            first == last
                && list[first].shape == Shape::Title
                && list.get(first + 1).is_some_and(|next| matches!(next.shape, Shape::Title | Shape::Caps))
                && self.tokens.text(first).len() <= SHORT_FORM
        };
        lexicon.tree.find(list, &words, |found| {
            let group = lexicon.section(found.line).group;
            if group == Group::Status && name(found.first, found.last) {
                return;
            }
            let hit = Hit { first: found.first, last: found.last, line: found.line, group };
            if PARTS.has(group) {
                parts.push(hit);
            } else {
                hits.push((hit, found.gap));
            }
        });
        hits.extend(put_together(&parts).map(|hit| (hit, false)));
        hits.sort_unstable_by_key(|(hit, gap)| (hit.first, usize::MAX - hit.last, hit.line, *gap));
        let mut outer = Outer::default();
        hits.retain(|(hit, gap)| if WEIGHED.has(hit.group) { !outer.hides(hit) } else { outer.keeps(hit, *gap) });
        let hits: Vec<Hit> = hits.into_iter().map(|(hit, _)| hit).collect();
        self.begins = vec![Set::default(); list.len()];
        self.covers = vec![Set::default(); list.len()];
        let mut at = 0;
        self.hits_before = (0..list.len())
            .map(|token| {
                at += hits[at..].iter().take_while(|hit| hit.first < token).count();
                at as u32
            })
            .collect();
        for hit in &hits {
            self.found.add(hit.group);
            self.begins[hit.first].add(hit.group);
            for set in &mut self.covers[hit.first..=hit.last] {
                set.add(hit.group);
            }
        }
        self.hits = hits;
    }

    /// In a cell written in capitals a capital shows no name: words that the lexicon knows are read as small ones.
    fn quieten(&mut self) {
        let lexicon = Lexicon::get();
        let mut from = 0;
        while from < self.len() {
            let cell = self.tokens.list[from].cell;
            let to = from + self.tokens.list[from..].iter().take_while(|token| token.cell == cell).count();
            if self.shouts(from..to) {
                self.loud.push(from..to);
                for i in from..to {
                    let given = self.any(i, Set::of(&[Group::GivenF, Group::GivenM])) && !self.any(i, FUNCTION);
                    let shape = self.tokens.list[i].shape;
                    let small = match shape {
                        Shape::Caps => (lexicon.knows(self.word(i)) || is_ordinary(self.word(i))) && !given,
                        Shape::Initial => self.word(i) == "a",
                        _ => false,
                    };
                    if small {
                        self.tokens.list[i].shape = Shape::Lower;
                    }
                }
            }
            from = to;
        }
    }

    /// Whether nearly all words of a cell are capitals.
    fn shouts(&self, range: Range<usize>) -> bool {
        let shapes = || self.tokens.list[range.clone()].iter().map(|token| token.shape);
        let loud = shapes().filter(|shape| *shape == Shape::Caps).count();
        let quiet = shapes().filter(|shape| matches!(shape, Shape::Lower | Shape::Title)).count();
        loud >= 4 && loud >= 4 * quiet
    }

    fn find_sentences(&mut self) {
        let mut start = 0;
        for i in 0..self.len() {
            let ends = i + 1 == self.len() || self.ends_sentence(i);
            if ends {
                self.sentence_of.resize(i + 1, self.sentences.len() as u32);
                self.sentences.push(start..i + 1);
                start = i + 1;
            }
        }
    }

    fn ends_sentence(&self, i: usize) -> bool {
        let (Some(here), Some(next)) = (self.token(i), self.token(i + 1)) else { return true };
        if here.cell != next.cell {
            return true;
        }
        let loud = next.shape == Shape::Lower && self.loud.iter().any(|cell| cell.contains(&i));
        let capital = loud || !matches!(next.shape, Shape::Lower | Shape::Mark(b',') | Shape::Possessive);
        match here.shape {
            Shape::Mark(b'!' | b'?') => true,
            Shape::Mark(b'.') => capital && !self.abbreviation(i),
            _ => next.opens && capital && !matches!(here.shape, Shape::Mark(b',')),
        }
    }

    /// Whether the full stop at `i` belongs to "Mr." or "b." rather than to the sentence.
    fn abbreviation(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else { return false };
        let touching = self.token(before).zip(self.token(i)).is_some_and(|(a, b)| a.end == b.start);
        let word = self.word(before);
        let short = word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic()) && word != "c";
        touching
            && (short
                || matches!(
                    word,
                    "w" | "discl" | "mr" | "mrs" | "ms" | "dr" | "st" | "approx" | "dob" | "ref" | "tel" | "vs" | "etc"
                ))
    }
}

/// The longer phrases met so far, which decide whether a shorter one inside them counts.
#[derive(Default)]
struct Outer {
    /// The longest reach of a phrase that hides all others: first and last token.
    any: Option<(usize, usize)>,
    /// The same for each group of [`APART`], which hide their own and words of denial.
    own: [Option<(usize, usize)>; APART.len()],
    /// The last phrase that hides even small words.
    hiding: Option<(usize, usize)>,
    /// Whether the outermost phrase tells of a beginning.
    began: bool,
}

impl Outer {
    /// Whether a phrase lies in one that hides even small words.
    fn hides(&self, hit: &Hit) -> bool {
        self.hiding.is_some_and(|hiding| hit.last <= hiding.1)
    }

    /// Whether a phrase counts, met in order of the first token, the longer first. One with a gap hides none.
    fn keeps(&mut self, hit: &Hit, gap: bool) -> bool {
        let span = (hit.first, hit.last);
        let inside = |outer: Option<(usize, usize)>| outer.is_some_and(|outer| hit.last <= outer.1 && outer != span);
        let longer = |outer: Option<(usize, usize)>| outer.is_none_or(|outer| hit.last > outer.1);
        let (hidden, apart) = (inside(self.any), APART.iter().position(|group| *group == hit.group));
        if let Some(at) = apart {
            let kept = !inside(self.own[at]);
            if longer(self.own[at]) {
                self.own[at] = Some(span);
            }
            return kept && !inside(self.hiding);
        }
        if !gap && longer(self.any) && !LIGHT.has(hit.group) {
            self.any = Some(span);
            self.began = hit.group == Group::Began;
        }
        if hit.group == Group::Hidden && !hidden {
            self.hiding = Some(span);
        }
        if DENIALS.has(hit.group) && self.own.iter().any(|own| inside(*own)) {
            return false;
        }
        let loose = KEPT.has(hit.group) || self.began && matches!(hit.group, Group::Kin | Group::KinAdj);
        !hidden || loose && self.hiding.is_none_or(|hiding| hit.last > hiding.1)
    }
}

#[cfg(test)]
mod tests {
    use super::Page;
    use crate::reading::groups::Group;

    fn page(text: &str) -> Page {
        Page::new(std::iter::once((0, text)))
    }

    #[test]
    fn sentences_end_where_they_should() {
        assert_eq!(page("Seen at 2.10pm. Mr. R. Sleight b. 03/09/1974 was there! Denied.").sentences.len(), 3);
        assert_eq!(page("").sentences.len(), 0);
    }

    #[test]
    fn capitals_throughout_end_sentences_too() {
        let page = page("WEEPY SINCE LEXI TURNED ONE. SAYS SHE CANNOT SLEEP. DOES NOT WANT IT TAKEN FURTHER.");
        assert_eq!(page.sentences.len(), 3);
    }

    #[test]
    fn a_longer_phrase_hides_the_shorter_inside_it() {
        let page = page("Police took no further action.");
        assert!(!page.has(2, Group::Neg) && page.has(2, Group::Status));
    }

    #[test]
    fn phrases_keep_to_whole_words() {
        let page = page("The grandmother is there");
        assert_eq!(page.of(0..page.len(), Group::Kin).count(), 1);
    }
}
