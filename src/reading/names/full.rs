//! A given name and a surname, in either order.

use super::around::touch;
use super::words::{STOP, looks_like_a_name, ordinary, suffix};
use super::{Book, Name};
use crate::reading::frames;
use crate::reading::groups::{Group, Set};
use crate::reading::ordinary::is_ordinary;
use crate::reading::page::Page;
use crate::reading::tokens::Shape;

/// What follows somebody who is or does something.
const ACTS: Set = Set::of(&[Group::Be, Group::Have, Group::Modal, Group::Says, Group::Disclose, Group::AbuseVerb]);
/// Kin words of some language that are surnames in another.
const ALSO_SURNAMES: &[&str] = &[
    "popa", "khala", "tata", "dede", "abba", "baba", "taya", "papa", "bua", "oma", "opa", "foi", "wuj", "amo", "kaka",
    "daja",
];
/// Words that lead to people more than to places.
const TO_PERSON: &[&str] = &[
    "on",
    "for",
    "with",
    "by",
    "against",
    "about",
    "and",
    "that",
    "but",
    "named",
    "called",
    "when",
    "as",
    "than",
    "re",
    "whom",
    "male",
    "female",
    "man",
    "woman",
    "if",
    "because",
    "partner",
    "husband",
    "lodger",
    "neighbour",
    "friend",
];

/// Whether a word is no ordinary one, so that with a capital beside a surname it is the given name of some language.
fn unlisted(page: &Page, i: usize) -> bool {
    let word = page.word(i);
    page.shape(i) != Shape::Caps && looks_like_a_name(word) && !is_ordinary(word)
}

impl Book {
    /// "Raymond Sleight", "SLEIGHT Raymond", "Donna HARTLEY".
    pub fn two(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        let shaped = self.reversed(page, i).or_else(|| self.pet_name_between(page, i));
        if let Some(name) = shaped.or_else(|| self.with_letter(page, i)) {
            return Some(name);
        }
        let next = i + 1;
        if !touch(page, i, next) || !self.capital(page, next) || !self.may_be_two(page, i, expected) {
            return None;
        }
        match (page.shape(i) == Shape::Caps, page.shape(next) == Shape::Caps) {
            (true, false) if page.word(i).len() > 2 => {
                let born = |at: usize| matches!(page.word(at), "b" | "dob" | "born");
                let led = i > 0 && (TO_PERSON.contains(&page.word(i - 1)) || page.word(i - 1) == "of");
                let shown = self.given_known(page, next)
                    || born(next + 1)
                    || page.is_mark(next + 1, b',') && born(next + 2)
                    || self.surnames.contains(page.word(i))
                    || led && looks_like_a_name(page.word(i)) && !ordinary(page.word(next));
                let last = if self.is_middle(page, next + 1) { next + 1 } else { next };
                shown.then(|| self.full(page, next, i, last))
            }
            (false, true)
                if page.word(next).len() > 2
                    && (self.given_known(page, i) || expected || unlisted(page, i))
                    && !self.begins_reversed(page, next) =>
            {
                Some(self.full(page, i, next, next))
            }
            (true, true) => {
                let given_first = self.both_capitals(page, i, next)?;
                Some(if given_first { self.full(page, i, next, next) } else { self.full(page, next, i, next) })
            }
            (false, false) => self.both_plain(page, i, expected),
            _ => None,
        }
    }

    /// Whether neither this word nor the next tells that they are no given name and surname.
    fn may_be_two(&self, page: &Page, i: usize, expected: bool) -> bool {
        let next = i + 1;
        let also_kin = ALSO_SURNAMES.contains(&page.word(next)) && self.given_known(page, i);
        let stopped = page.any(next, STOP)
            && !also_kin
            && !self.given.contains_key(page.word(next))
            && !self.surnames.contains(page.word(next));
        let place = page.has(next, Group::PlaceName) && !self.given_known(page, i)
            || page.has(next + 1, Group::PlaceName) && self.capital(page, next + 1);
        let told = self.opens(page, i) && !self.given_known(page, i) && frames::is_verb(page.word(i));
        !suffix(page.word(next)) && (expected || !self.after_the(page, i)) && !stopped && !place && !told
    }

    /// "Raymond Sleight", "Ann Jones Sleight".
    fn both_plain(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        let next = i + 1;
        let shown = self.given_known(page, i) && (page.shape(i) == Shape::Title)
            || expected
            || self.surnames.contains(page.word(next)) && !self.opens(page, i)
            || self.shown_by_words(page, i, next)
            || self.unknown_pair(page, i);
        let third = next + 1;
        let double = page.shape(third) == Shape::Title
            && !page.any(third, STOP)
            && !suffix(page.word(third))
            && !page.has(third, Group::PlaceName)
            && touch(page, next, third);
        let surname = if double { third } else { next };
        shown.then(|| self.full(page, i, surname, surname))
    }

    /// "Vic DHILLON Simran", "Susp RAMSDEN Callum": a surname in capitals that a given name follows belongs to that.
    fn begins_reversed(&self, page: &Page, i: usize) -> bool {
        let next = i + 1;
        touch(page, i, next) && page.shape(next) == Shape::Title && self.given_known(page, next)
    }

    /// "served on Vusi Mabena", "Ghulam Haider, serving": two words with a capital that are no ordinary words, where somebody
    /// would be named.
    fn unknown_pair(&self, page: &Page, i: usize) -> bool {
        let next = i + 1;
        let shapes = [i, next].iter().all(|&at| page.shape(at) == Shape::Title && looks_like_a_name(page.word(at)));
        let third = next + 1;
        if !shapes || page.shape(third) == Shape::Title && touch(page, next, third) {
            return false;
        }
        let aside = matches!(page.shape(third), Shape::Mark(b',' | b'(') | Shape::Possessive);
        let acts = page.any(third, ACTS) || page.shape(third) == Shape::Lower && frames::is_verb(page.word(third));
        if self.opens(page, i) {
            return aside || acts;
        }
        let before = page.word(i - 1);
        let apposed = page.is_mark(i - 1, b',') && i > 1 && page.any(i - 2, Set::of(&[Group::Kin, Group::Person]));
        apposed && unlisted(page, i) && unlisted(page, next)
            || TO_PERSON.contains(&before)
            || acts && !page.has(i - 1, Group::Place) && before != "the"
    }

    fn full(&self, page: &Page, given: usize, surname: usize, last: usize) -> Name {
        let sex = self.sex(page, given);
        Name { last, given: Some(given), surname: Some(surname), sex, ..Name::default() }
    }

    /// "PLUCK, Desmond": surname in capitals, a comma, a given name.
    fn reversed(&self, page: &Page, i: usize) -> Option<Name> {
        let given = i + 2;
        let fits = page.shape(i) == Shape::Caps
            && page.word(i).len() > 2
            && page.is_mark(i + 1, b',')
            && page.shape(given) == Shape::Title
            && self.given_known(page, given)
            && !page.any(i, STOP);
        fits.then(|| self.full(page, given, i, given))
    }

    /// "Margaret (Peg) Doran": a pet name in brackets inside the name.
    fn pet_name_between(&self, page: &Page, i: usize) -> Option<Name> {
        let fits = page.shape(i) == Shape::Title
            && page.is_mark(i + 1, b'(')
            && page.shape(i + 2) == Shape::Title
            && page.is_mark(i + 3, b')')
            && self.capital(page, i + 4)
            && self.given_known(page, i)
            && !page.any(i + 4, STOP);
        fits.then(|| self.full(page, i, i + 4, i + 4))
    }

    /// "Danny H", "Daniel H Hirst": a given name with the first letter of a surname, or with one between.
    fn with_letter(&self, page: &Page, i: usize) -> Option<Name> {
        let letter = i + 1;
        let alone = page.word(letter).len() == 1
            && matches!(page.shape(letter), Shape::Initial | Shape::Caps | Shape::Title)
            && !matches!(page.word(letter), "i" | "a");
        if page.shape(i) != Shape::Title || !touch(page, i, letter) || !alone || !self.given_known(page, i) {
            return None;
        }
        let next = letter + 1;
        let goes_on = touch(page, letter, next) && (self.capital(page, next) || page.shape(next) == Shape::Initial);
        match goes_on {
            false => Some(self.full(page, i, letter, letter)),
            true if self.capital(page, next) && looks_like_a_name(page.word(next)) && !page.any(next, STOP) => {
                Some(self.full(page, i, next, next))
            }
            true => None,
        }
    }

    /// "WARD John Joseph": a second given name.
    fn is_middle(&self, page: &Page, i: usize) -> bool {
        touch(page, i - 1, i) && page.shape(i) == Shape::Title && self.given_known(page, i)
    }

    /// "CONNORS PATRICK", "LEELA BAINS (9)": whether the given name stands first; none where the two are no name.
    fn both_capitals(&self, page: &Page, i: usize, next: usize) -> Option<bool> {
        if self.surnames.contains(page.word(next)) {
            // "AGGD WARD THOMAS", "TENANT WARD B.": the surname belongs to what follows.
            let goes_on = self.capital(page, next + 1) && self.given_known(page, next + 1)
                || page.shape(next + 1) == Shape::Initial;
            let given = self.given_known(page, i);
            return (given || !goes_on && looks_like_a_name(page.word(i))).then_some(true);
        }
        if self.given_known(page, next) {
            return Some(false);
        }
        if self.surnames.contains(page.word(i)) {
            return (self.shown_beside(page, next) || looks_like_a_name(page.word(next))).then_some(false);
        }
        let stops = |at: usize| page.word(at).len() < 3 || page.any(at, STOP);
        let beside = self.shown_beside(page, next);
        ((self.given_known(page, i) || beside) && !stops(i) && !stops(next)).then_some(true)
    }
}
