//! The name that begins with a word.

use super::around::touch;
use super::words::{GIVEN, STOP, counts, shorthand};
use super::{Book, Name};
use crate::reading::frames;
use crate::reading::groups::{Group, Set};
use crate::reading::lexicon::Lexicon;
use crate::reading::ordinary::is_ordinary;
use crate::reading::page::Page;
use crate::reading::tokens::Shape;

impl Book {
    /// The name that begins with the token. `expected` where what stands before calls for one: a title, a kin word.
    pub fn at(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        match page.shape(i) {
            Shape::Initial => self.initial(page, i, expected),
            Shape::Title | Shape::Caps => self.name(page, i, expected),
            _ => None,
        }
    }

    fn name(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        let word = page.word(i);
        let met = || self.met_initials.contains(word) && !signs(page, i);
        if page.shape(i) == Shape::Caps && (self.initials.contains(word) || met()) {
            return Some(Name { last: i, initials: true, ..Name::default() });
        }
        if inside_order(page, i) || !expected && self.is_body(page, i) {
            return None;
        }
        let joined = !expected && page.shape(i) == Shape::Title && is_joined_of_words(word);
        if !self.front.contains(word) && (is_short_for_words(word) || joined || self.is_end_of_place(page, i)) {
            return None;
        }
        let known = self.given.contains_key(word) || self.surnames.contains(word);
        let listed = page.any(i, GIVEN.with(Set::of(&[Group::GivenWord])));
        // "Script collected": a word that only has its capital from the sentence.
        if page.shape(i) == Shape::Title && self.opens(page, i) && !known && !listed && !expected && is_ordinary(word) {
            return None;
        }
        let given = expected && listed;
        if (page.any(i, STOP) || page.shape(i) == Shape::Caps && shorthand(word) || counts(word)) && !known && !given {
            return None;
        }
        self.two(page, i, expected).or_else(|| self.one(page, i, expected))
    }

    /// "31 Gasworks Lane", "Talk Space", "St Anne's": whether an ordinary word behind another with a capital ends the name of a place
    /// or a service, or a name is a saint's.
    fn is_end_of_place(&self, page: &Page, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|before| touch(page, *before, i) && self.capital(page, *before))
        else {
            return false;
        };
        let saint = page.word(before) == "st" && page.shape(before) == Shape::Title;
        let person = self.given.contains_key(page.word(before)) || page.any(before, GIVEN);
        saint
            || is_ordinary(page.word(i))
                && !person
                && !page.any(before, TITLES)
                && !self.surnames.contains(page.word(i))
    }

    /// Whether a word begins with a capital.
    pub fn capital(&self, page: &Page, i: usize) -> bool {
        matches!(page.shape(i), Shape::Title | Shape::Caps)
    }
}

/// "I'm", "They've", "ID'd": whether a word is short for two that are no name.
fn is_short_for_words(word: &str) -> bool {
    const ENDS: &[&str] = &["m", "ll", "d", "ve", "re", "t"];
    word.split_once(['\'', '\u{2019}']).is_some_and(|(_, end)| ENDS.contains(&end))
}

/// "Post-natal", "Settling-in": whether a word is joined of ordinary ones.
fn is_joined_of_words(word: &str) -> bool {
    let plain = |part: &str| is_ordinary(part) || frames::is_verb(part) || part.len() < 3;
    let given = |part: &str| Lexicon::get().is_given(part);
    word.split_once('-').is_some_and(|(first, last)| plain(first) && plain(last) && !given(first) && !given(last))
}

/// Words before somebody's name.
const TITLES: Set = Set::of(&[Group::Title, Group::TitlePro, Group::Kin, Group::Pro]);

/// Whether initials stand where a writer signs: last in a text, behind a stop, a dash or a bracket.
fn signs(page: &Page, i: usize) -> bool {
    let line = |at: usize| page.token(at).filter(|token| page.token(i).is_some_and(|own| own.cell == token.cell));
    let next = if page.is_mark(i + 1, b'.') || page.is_mark(i + 1, b')') { i + 2 } else { i + 1 };
    let ends = line(next).is_none_or(|token| token.opens);
    let start = page.sentence(i).start;
    let begins = start == i && i.checked_sub(1).and_then(line).is_some();
    ends && (begins || i > start + 3 && matches!(page.shape(i - 1), Shape::Mark(b'-' | b'(' | b'/')))
}

/// "Sexual Harm Prevention Order": whether a word with a capital is of the name of an order.
fn inside_order(page: &Page, i: usize) -> bool {
    let start = page.sentence(i).start;
    page.of(start..i + 1, Group::Measure).any(|hit| hit.first < hit.last && hit.last >= i)
}
