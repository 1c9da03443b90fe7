//! Names, and kin words with a name after them.

use super::Finder;
use super::head::Head;
use crate::model::Naming;
use crate::reading::groups::{Group, Set};
use crate::reading::names::Name;
use crate::reading::tokens::Shape;

impl Finder<'_> {
    /// "Uncle" + "Ray", "partner" + "Shane Dobbs", "twins" + "Max".
    pub fn absorb_name(&self, head: &mut Head) {
        let page = self.page();
        let at = head.last + 1;
        let joins = page.token(head.last).zip(page.token(at)).is_some_and(|(a, b)| a.cell == b.cell && !b.opens);
        if !joins || page.has(at, Group::NotName) && !page.any(at, Set::of(&[Group::GivenF, Group::GivenM])) {
            return;
        }
        let titled = page.has(at, Group::Title) && page.shape(at) != Shape::Lower;
        let from = if titled { at + 1 } else { at };
        if let Some(name) = self.scene.book.at(page, from, true) {
            let named = self.named(Head { sex: head.sex, ..Head::new(name.last) }, &name);
            head.sex = named.sex;
            head.naming = named.naming;
            head.last = name.last;
            head.named = true;
            if titled {
                head.title = Some(self.words(at, at));
            }
        }
    }

    /// Fills in how a name points to somebody.
    pub fn named(&self, mut head: Head, name: &Name) -> Head {
        let word = |i: usize| self.words(i, i);
        head.naming = match (name.given, name.surname, name.initials) {
            (_, _, true) => Naming::Initials(word(name.last)),
            (Some(given), Some(surname), _) => Naming::Full { given: word(given), surname: word(surname) },
            (Some(given), None, _) => Naming::Given(word(given)),
            (None, Some(surname), _) => {
                Naming::Surname { initial: name.initial.and_then(|i| word(i).chars().next()), surname: word(surname) }
            }
            _ => Naming::Unnamed,
        };
        head.sex = head.sex.or(name.sex);
        head
    }
}
