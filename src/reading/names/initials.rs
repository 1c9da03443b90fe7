//! Initials: "M.K.", "R Sleight", "ROWLANDS G", "C" for Chloe.

use super::around::touch;
use super::words::{STOP, age, ordinary};
use super::{Book, Name};
use crate::reading::frames;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Page;
use crate::reading::tokens::Shape;

impl Book {
    /// The name that a single letter begins.
    pub fn initial(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        let letter = page.word(i).chars().next().filter(|_| page.word(i).chars().count() == 1)?;
        if heads_soap(page, i) {
            return None;
        }
        if let Some(name) = dotted_initials(page, i) {
            return Some(name);
        }
        let dotted = page.is_mark(i + 1, b'.');
        // "Adaeze N. Final session": the letter is of the name before it.
        if dotted
            && i > 0
            && touch(page, i - 1, i)
            && page.shape(i - 1) == Shape::Title
            && self.given_known(page, i - 1)
        {
            return None;
        }
        let next = if dotted { i + 2 } else { i + 1 };
        let known =
            self.child_letter == Some(letter) || self.letters.contains(&letter) && self.stands_as_person(page, i);
        let known = known || self.stands_for_one_named(page, i, letter, dotted);
        // "Plan closed for C. Section 47", "Answered for Z. Few words": the stop ends a sentence that speaks of the child.
        let begins = ordinary(page.word(next)) || runs_on(page, next + 1);
        let told = dotted && page.any(i + 2, Set::of(&[Group::Have, Group::Says, Group::Disclose]));
        let begins = begins || told;
        let stops = dotted && known && begins && !self.surnames.contains(page.word(next));
        let surname = expected
            || self.surnames.contains(page.word(next))
            || dotted && !page.has(next, Group::PlaceName) && !page.has(next + 1, Group::PlaceName);
        if self.capital(page, next) && !page.any(next, STOP) && surname && !stops && page.word(next).len() > 1 {
            return Some(Name { last: next, surname: Some(next), initial: Some(i), ..Name::default() });
        }
        let alone = known && !self.capital(page, i + 1) && (stops || !dotted);
        let cleared = i == 0 || !matches!(page.shape(i - 1), Shape::Number | Shape::Mark(b'&' | b'/' | b'-'));
        (alone && cleared).then(|| Name { last: i, initials: true, ..Name::default() })
    }

    /// "YUSUF Ayaan (11). A. has told her": whether a letter at the beginning of a sentence says something and somebody was named
    /// before whose given name begins so.
    fn stands_for_one_named(&self, page: &Page, i: usize, letter: char, dotted: bool) -> bool {
        let next = if dotted { i + 2 } else { i + 1 };
        let says = page.sentence(i).start == i && page.any(next, Set::of(&[Group::Have, Group::Says, Group::Disclose]));
        let named =
            |at: usize| self.capital(page, at) && self.given_known(page, at) && page.word(at).starts_with(letter);
        says && letter != 'i' && (0..i).any(named)
    }

    /// Whether a single letter stands where a person would: "J (7)", "J's", "J said".
    fn stands_as_person(&self, page: &Page, i: usize) -> bool {
        let next = i + 1;
        let aged = page.is_mark(next, b'(') && age(page.word(next + 1)).is_some();
        let owns = page.shape(next) == Shape::Possessive;
        let does = page.any(next, Set::of(&[Group::Says, Group::Be, Group::Have, Group::Modal, Group::Disclose]));
        let clear = !matches!(page.word(i), "a" | "i" | "m" | "f");
        aged || owns
            || does && clear
            || clear && i > 0 && page.any(i - 1, Set::of(&[Group::Says, Group::By, Group::Against]))
    }

    /// "ROWLANDS G": a surname in capitals and an initial.
    pub fn surname_first(&self, page: &Page, i: usize) -> Option<Name> {
        let fits = touch(page, i, i + 1)
            && page.shape(i) == Shape::Caps
            && self.surnames.contains(page.word(i))
            && page.shape(i + 1) == Shape::Initial
            && !self.capital(page, i + 2);
        fits.then(|| Name { last: i + 1, surname: Some(i), initial: Some(i + 1), ..Name::default() })
    }
}

/// "S: 2nd preg. O: BP 110/70. A: safe. P: r/v": the four headings of a clinical note, where at least two stand in the entry.
fn heads_soap(page: &Page, i: usize) -> bool {
    const HEADS: &[&str] = &["s", "o", "a", "p"];
    let heads = |at: usize| page.is_mark(at + 1, b':') && HEADS.contains(&page.word(at));
    heads(i) && (0..page.len()).any(|at| heads(at) && page.word(at) != page.word(i))
}

/// Whether a word goes on with what stands before it, rather than saying what somebody did.
fn runs_on(page: &Page, i: usize) -> bool {
    let does = Set::of(&[Group::Says, Group::Be, Group::Have, Group::Modal, Group::Disclose, Group::And, Group::Of]);
    page.shape(i) == Shape::Lower && !page.any(i, does) && !frames::is_verb(page.word(i))
}

/// "M.K.": two letters, each with its stop, that touch.
fn dotted_initials(page: &Page, i: usize) -> Option<Name> {
    let touch =
        |a: usize| page.token(a).zip(page.token(a + 1)).is_some_and(|(a, b)| a.cell == b.cell && a.end == b.start);
    let pair = page.shape(i + 2) == Shape::Initial && page.is_mark(i + 1, b'.') && page.is_mark(i + 3, b'.');
    let single = page.shape(i + 4) != Shape::Initial;
    (pair && single && (i..i + 3).all(touch)).then(|| Name { last: i + 2, initials: true, ..Name::default() })
}
