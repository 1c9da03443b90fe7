//! Labels that say who somebody is in the matter: "suspect", "perp =", "IP", "places X as the person of concern".

use super::Weight;
use crate::reading::groups::{Group, Set};
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;

/// Words between a label and whom it names.
const LINK: Set = Set::of(&[Group::Be, Group::KnownAs, Group::Det, Group::Skip, Group::NamedAs]);
/// Labels of either side.
const EITHER: Set = Set::of(&[Group::SuspectLabel, Group::VictimLabel]);

impl Scene<'_> {
    /// What the labels before, in and after somebody's words weigh.
    pub fn labelled(&self, np: &Np) -> Weight {
        self.label_before(np) + self.label_after(np)
    }

    fn label_before(&self, np: &Np) -> Weight {
        let start = self.page.sentence(np.first).start;
        let mut at = np.first;
        while at > start && self.links(at - 1) {
            at -= 1;
        }
        let before = |group: Group| at > start && (self.page.has(at - 1, group) || self.inside(np, group));
        let only_label = self.inside(np, Group::SuspectLabel) && !np.named && self.is_label_of_next(np);
        let heading = at > start + 1
            && (self.page.is_mark(at, b':') || self.page.is_mark(at - 1, b':'))
            && matches!(self.page.word(at - 1), "child" | "yp" | "pupil" | "name" | "client");
        Weight::of(&[
            (only_label, -70, 0),
            (!only_label && before(Group::SuspectLabel), 110, -60),
            (before(Group::VictimLabel), -80, 100),
            (heading, 0, 50),
        ])
    }

    fn label_after(&self, np: &Np) -> Weight {
        let next = np.last + 1;
        let linked = matches!(self.page.word(next), "as" | "is" | "was" | "named" | "identified")
            || self.page.is_mark(next, b'(')
            || self.page.is_mark(next, b',');
        let label = (next..next + 4).find(|&i| self.page.any(i, EITHER)).filter(|_| linked);
        let suspect = label.is_some_and(|label| self.page.has(label, Group::SuspectLabel));
        let victim = !suspect && label.is_some_and(|label| label == next + 1 || label == next + 2);
        Weight::of(&[(suspect, 55, 0), (victim, 0, 35)])
    }

    /// "Suspect shown as an uncle": the label only says what the next one is.
    fn is_label_of_next(&self, np: &Np) -> bool {
        let mut next = np.last + 1;
        while self.page.any(next, LINK) && self.np(next).is_none() || self.is_label_mark(next) {
            next += 1;
        }
        next > np.last + 1 && self.np_from(next).is_some()
    }

    fn links(&self, at: usize) -> bool {
        (self.page.any(at, LINK) || self.is_label_mark(at)) && self.np(at).is_none()
    }

    fn is_label_mark(&self, at: usize) -> bool {
        matches!(self.page.shape(at), Shape::Mark(b':' | b'=' | b'-' | b'(' | b'"' | b'\''))
    }

    /// Whether a label is part of the words for somebody: "the alleged perpetrator".
    fn inside(&self, np: &Np, group: Group) -> bool {
        (np.first..=np.last).any(|i| self.page.has(i, group))
    }
}
