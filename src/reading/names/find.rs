//! The name that begins with a word.

use super::words::{GIVEN, STOP, counts, shorthand};
use super::{Book, Name};
use crate::reading::groups::{Group, Set};
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

    /// Whether a word begins with a capital.
    pub fn capital(&self, page: &Page, i: usize) -> bool {
        matches!(page.shape(i), Shape::Title | Shape::Caps)
    }
}

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
