//! A given name or a surname alone.

use super::words::{GIVEN, suffix};
use super::{Book, Name};
use crate::reading::frames;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Page;
use crate::reading::tokens::Shape;

impl Book {
    /// The name that one word is.
    pub fn one(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        if let Some(name) = self.surname_first(page, i) {
            return Some(name);
        }
        let place_follows = page.has(i + 1, Group::PlaceName) && self.capital(page, i + 1);
        if suffix(page.word(i)) || !expected && (self.after_the(page, i) || place_follows) {
            return None;
        }
        let given = || Name { last: i, given: Some(i), sex: self.sex(page, i), ..Name::default() };
        if page.has(i, Group::GivenWord) {
            return self.is_given_word(page, i, expected).then(given);
        }
        if self.is_given(page, i) {
            return Some(given());
        }
        if self.surnames.contains(page.word(i)) {
            return Some(Name { last: i, surname: Some(i), ..Name::default() });
        }
        let alias = i > 0
            && matches!(page.word(i - 1), "one" | "nickname" | "alias" | "nicknamed" | "dubbed")
            && !page.any(i, super::words::STOP)
            && page.shape(i) == Shape::Caps;
        if alias {
            return Some(given());
        }
        let called = i > 0 && page.has(i - 1, Group::KnownAs);
        let unknown = page.shape(i) == Shape::Title || page.word(i).len() > 3 || called;
        let running = page.shape(i) == Shape::Caps && i > 0 && page.shape(i - 1) == Shape::Caps;
        let fits = expected && !running || !page.has(i, Group::PlaceName) && self.shown_by_words(page, i, i);
        (unknown && fits).then(given)
    }

    /// Whether a given name of the family or of the lists stands here, and no place of that name.
    fn is_given(&self, page: &Page, i: usize) -> bool {
        self.given.contains_key(page.word(i))
            || self.given_known(page, i) && page.word(i).contains('-')
            || page.any(i, GIVEN) && !(self.after_place(page, i) && page.has(i, Group::NotName))
    }

    /// Whether a word that is also a given name ("Grace", "Mark") is one here.
    fn is_given_word(&self, page: &Page, i: usize, expected: bool) -> bool {
        let opens = self.opens(page, i);
        let family = self.given.contains_key(page.word(i)) && (!opens || self.stands_alone(page, i));
        let plain =
            !opens && !page.has(i, Group::NotName) && page.shape(i) == Shape::Title && !self.after_place(page, i);
        expected || family || plain || self.shown_by_words(page, i, i)
    }

    /// Whether no noun follows that the word could belong to: "Ruby and Tom seen", "Pat: results normal".
    fn stands_alone(&self, page: &Page, i: usize) -> bool {
        let next = i + 1;
        const FOLLOWS: Set =
            Set::of(&[Group::And, Group::Says, Group::Disclose, Group::Be, Group::Have, Group::Modal, Group::Place]);
        page.any(next, FOLLOWS)
            || frames::is_verb(page.word(next))
            || matches!(page.shape(next), Shape::Mark(_) | Shape::Possessive | Shape::Title | Shape::Caps)
    }
}
