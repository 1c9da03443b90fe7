//! "F" and "M": father and mother, unless the record calls children by letters.

use super::Finder;
use super::head::Head;
use crate::model::{Kin, Naming, Sex};
use crate::reading::groups::{Group, Set};
use crate::reading::tokens::Shape;

/// What leads to a person.
const BEFORE: Set =
    Set::of(&[Group::By, Group::Of, Group::Against, Group::With, Group::From, Group::Toward, Group::And]);
/// What a person is followed by.
const AFTER: Set =
    Set::of(&[Group::Be, Group::Have, Group::Modal, Group::Says, Group::And, Group::Toward, Group::Stop, Group::Skip]);

impl Finder<'_> {
    /// Whether a letter could stand for father or mother.
    pub fn is_parent_letter(&self, j: usize) -> bool {
        let page = self.page();
        page.shape(j) == Shape::Initial
            && matches!(page.word(j), "f" | "m")
            && !page.is_mark(j + 1, b'.')
            && !page.is_mark(j + 1, b'/')
            && self.scene.book.child_letter != page.word(j).chars().next()
            && !self.names_by_letter(j)
            && !self.is_young_letter(j)
    }

    /// "M, 17, is back with his mum": a young person by letter.
    fn is_young_letter(&self, j: usize) -> bool {
        let page = self.page();
        let opened = page.is_mark(j + 1, b',') || page.is_mark(j + 1, b'(');
        opened && page.word(j + 2).parse::<u8>().is_ok_and(|age| age < 18)
    }

    /// "M Dobson", or a record that calls children by letters: no mother or father is meant.
    fn names_by_letter(&self, j: usize) -> bool {
        let page = self.page();
        let other = if page.word(j) == "m" { "f" } else { "m" };
        let both = page.sentence(j).any(|i| page.shape(i) == Shape::Initial && page.word(i) == other);
        let borne = page.word(j).chars().next().is_some_and(|letter| self.scene.book.bears(letter));
        let surname =
            matches!(page.shape(j + 1), Shape::Title | Shape::Caps) && self.scene.book.is_surname(page.word(j + 1));
        // Where one of the two letters is the child's, the other is no parent either.
        let childs = self.scene.book.child_letter == other.chars().next();
        surname || borne && (!both || childs)
    }

    /// "F" and "M" for father and mother, as social workers write.
    pub fn parent_letter(&mut self, j: usize) -> Option<Head> {
        let page = self.page();
        let before = j.checked_sub(1).is_some_and(|at| page.any(at, BEFORE));
        let after = page.any(j + 1, AFTER) || page.shape(j + 1) == Shape::Possessive || page.word(j + 1) == "not";
        if !before && !after {
            return None;
        }
        let (word, sex) = if page.word(j) == "f" { ("father", Sex::M) } else { ("mother", Sex::F) };
        let kin = self.kin.entry(word.to_owned()).or_insert_with_key(|text| Kin::parse(text)).clone();
        Some(Head { naming: Naming::Kin, kin, sex: Some(sex), noun: true, ..Head::new(j) })
    }
}
