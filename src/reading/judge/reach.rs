//! How far a modifier reaches: from "not", "if" or "how would we tell" to the words it acts on.

use super::Told;
use crate::reading::groups::{Group, Set};
use crate::reading::scene::{Np, Scene};

impl Scene<'_> {
    /// A phrase of the group before the token whose reach holds it: its last token.
    pub fn reach(&self, token: usize, group: Group) -> Option<usize> {
        let range = self.page.sentence(token);
        self.page
            .of(range.start..token, group)
            .rev()
            .filter(|hit| hit.last < token)
            .map(|hit| hit.last)
            .find(|last| self.open(*last, token))
    }

    /// Whether nothing between two tokens ends the reach of the first.
    pub fn open(&self, from: usize, to: usize) -> bool {
        if self.contrasts(from) {
            return false;
        }
        let mut brackets = 0usize;
        for i in from + 1..to {
            brackets += usize::from(self.page.is_mark(i, b'('));
            if self.page.is_mark(i, b')') {
                let Some(rest) = brackets.checked_sub(1) else { return false };
                brackets = rest;
            }
            let heading = self.page.is_mark(i, b':') && i > from + 1 && self.np_from(i + 1).is_some_and(|np| np.named);
            if heading || self.page.is_mark(i, b';') || self.page.has(i, Group::Stop) {
                return false;
            }
            let verb = self.page.has(i, Group::Disclose) && self.page.begins(i, Group::Disclose).is_some();
            if verb
                && self.np(i).is_none()
                && (from + 1..i).any(|k| self.np_from(k).is_some_and(|np| !np.owns && !np.generic && !self.is_any(np)))
            {
                return false;
            }
            let comma = self.page.is_mark(i, b',') || self.page.has(i, Group::And);
            let he = |np: &Np| np.pronoun && matches!(self.page.word(np.first), "he" | "she" | "they");
            let clause = comma
                && self.np_from(i + 1).is_some_and(|np| {
                    he(np)
                        || self.page.any(np.last + 1, Set::of(&[Group::Be, Group::Have, Group::Says, Group::AbuseVerb]))
                });
            if clause {
                return false;
            }
        }
        true
    }

    /// "any looked-after child": nobody in particular.
    pub fn is_any(&self, np: &Np) -> bool {
        matches!(self.page.word(np.first), "any" | "anyone" | "anybody" | "every" | "each")
    }

    /// ", and not mother, was the one": "not" before somebody between commas says only who it was not.
    fn contrasts(&self, last: usize) -> bool {
        let not = self.page.word(last) == "not";
        let aside = |np: &Np| {
            self.page.is_mark(np.last + 1, b',')
                && last > 0
                && (self.page.is_mark(last - 1, b',') || self.page.has(last - 1, Group::And))
        };
        not && self.np_from(last + 1).is_some_and(aside)
    }

    /// "how we would tell when a brother is alleged to ...": asked of what might be.
    pub fn wonders(&self, token: usize) -> bool {
        let range = self.page.sentence(token);
        let asks = (range.start..token).find(|&i| matches!(self.page.word(i), "how" | "what" | "who" | "where"));
        asks.is_some_and(|asks| (asks..range.end).take(12).any(|i| matches!(self.page.word(i), "would" | "might")))
    }

    /// "if either child ever told them that ...": "if" reaches over what somebody would say.
    pub fn iffy(&self, token: usize) -> bool {
        let range = self.page.sentence(token);
        (range.start..token).any(|i| {
            let word = self.page.word(i);
            let inverted = i == range.start && word == "should" && self.np_from(i + 1).is_some();
            let cue = inverted
                || matches!(word, "if" | "whether" | "should")
                    && self.page.has(i, Group::Hypo)
                    && !self.page.has(i, Group::Ask);
            cue && !(i + 1..token)
                .any(|k| self.page.is_mark(k, b';') || matches!(self.page.word(k), "but" | "then" | "although"))
        })
    }

    /// "Kai has an uncle on the register. Not this family.": whether the entry says that it is of nobody here, and the
    /// alleged one is none whom the front sheet lists.
    pub fn disowned(&self, told: &Told) -> bool {
        self.is_of_nobody_here() && !told.perpetrator.is_some_and(|np| np.named && self.is_listed(np))
    }

    /// Whether the entry says that it is of another family.
    pub fn is_of_nobody_here(&self) -> bool {
        self.page.of(0..self.page.len(), Group::Disowned).next().is_some()
    }

    /// Whether the front sheet lists somebody of the name.
    pub fn is_listed(&self, np: &Np) -> bool {
        (np.first..=np.last).any(|at| self.book.on_front(self.page.word(at)))
    }

    /// Whether the entry says after this place that it was recorded in error.
    pub fn corrected_after(&self, token: usize) -> bool {
        let start = self.page.sentence(token).start;
        self.page.of(start..self.page.len(), Group::Corrected).next().is_some()
    }
}
