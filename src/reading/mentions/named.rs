//! Names, and kin words with a name after them.

use super::Finder;
use super::head::Head;
use crate::model::{Kin, Naming};
use crate::reading::groups::{Group, Set};
use crate::reading::names::Name;
use crate::reading::tokens::Shape;

/// How many words a remark in brackets between a noun and a name may have.
const IN_BRACKETS: usize = 6;

impl Finder<'_> {
    /// "Uncle" + "Ray", "partner" + "Shane Dobbs", "twins" + "Max".
    pub fn absorb_name(&self, head: &mut Head) {
        let page = self.page();
        if page.word(head.last + 1) == "ji" && head.kin.is_some() {
            head.last += 1;
        }
        let at = head.last + 1;
        let joins = page.token(head.last).zip(page.token(at)).is_some_and(|(a, b)| a.cell == b.cell && !b.opens);
        if !joins
            || page.has(at, Group::NotName) && !page.any(at, Set::of(&[Group::GivenF, Group::GivenM, Group::GivenWord]))
        {
            return;
        }
        let titled = page.has(at, Group::Title) && page.shape(at) != Shape::Lower;
        let from = if titled { at + 1 } else { self.past_label(head, at) };
        if let Some(name) = self.scene.book.at(page, from, true) {
            // "has told her adoptive mother Rhys HOPKIN touched her": what she was told begins with the name.
            let told = self.tells_before(head.last);
            let unlike =
                name.sex.is_some() && head.kin.as_ref().and_then(Kin::sex).is_some_and(|sex| Some(sex) != name.sex);
            if told && unlike {
                return;
            }
            let named = self.named(Head { sex: head.sex, ..Head::new(name.last) }, &name);
            head.sex = named.sex;
            head.naming = named.naming;
            head.last = name.last;
            head.named = true;
            if titled {
                head.title = Some(self.words(at, at));
            }
        } else if from > at && self.quotes(at) {
            head.naming = Naming::Given(self.words(from, from));
            head.last = from;
            head.named = true;
        }
    }

    /// Whether somebody is told something, a few words before the token.
    fn tells_before(&self, token: usize) -> bool {
        let from = self.page().sentence(token).start.max(token.saturating_sub(4));
        (from..token).any(|at| matches!(self.page().word(at), "told" | "tells" | "tell" | "telling"))
    }

    /// "male 'Kez'": whether one word in quotation marks begins with the token.
    fn quotes(&self, at: usize) -> bool {
        let quote = |at: usize| self.page().is_mark(at, b'"') || self.page().is_mark(at, b'\'');
        quote(at) && quote(at + 2) && matches!(self.page().shape(at + 1), Shape::Title | Shape::Caps)
    }

    /// Where a name may begin behind a noun: past the number of "Victim 1, Ayan Warsame", the brackets of "her abti (mother's
    /// brother) Liban Ali" and the quotation mark of "male 'Kez'".
    fn past_label(&self, head: &Head, at: usize) -> usize {
        let page = self.page();
        if page.shape(at) == Shape::Number && head.kin.is_none() && !head.pro {
            return at + 1 + usize::from(matches!(page.shape(at + 1), Shape::Mark(b',' | b':' | b'-')));
        }
        if page.is_mark(at, b'(') && head.kin.is_some() {
            return (at..at + IN_BRACKETS).find(|&end| page.is_mark(end, b')')).map_or(at, |end| end + 1);
        }
        at + usize::from(head.kin.is_none() && self.quotes(at))
    }

    /// Fills in how a name points to somebody.
    pub fn named(&self, mut head: Head, name: &Name) -> Head {
        let word = |i: usize| self.words(i, i);
        head.naming = match (name.given, name.surname, name.initials) {
            (_, _, true) => Naming::Initials(word(name.last)),
            // "DOHERTY Rose Ann": a second given name behind the first.
            (Some(given), Some(surname), _) if surname < given => {
                Naming::Full { given: self.words(given, name.last), surname: word(surname) }
            }
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
