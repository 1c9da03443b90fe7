//! Whether words of abuse are of somebody outside the record: a talk, a book, another family.

use super::Told;
use crate::reading::groups::Group;
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};

/// Words between a talk or a book and what it is about.
const TOPIC: &[&str] =
    &["about", "on", "of", "re", "regarding", "concerning", "covering", "by", "for", "into", "called"];
/// Words that lead from abuse to whom it was done.
const DONE_TO: &[&str] = &["on", "of", "against", "with", "over", "towards", "to", "from", "by", "in"];
/// How many words of a sentence may stand before it says that it is of another family.
const OPENING: usize = 5;

impl Scene<'_> {
    /// "a podcast about survivors of sexual abuse", "training on abuse by carers": what a talk, a book or a course is about,
    /// where nobody of the record is named.
    pub fn is_topic_of_talk(&self, told: &Told) -> bool {
        let known = |np: &Np| np.named || self.is_kin(np);
        if told.verb && told.perpetrator.is_some_and(known)
            || told.perpetrator.is_some_and(|np| np.first > told.first && known(np))
        {
            return false;
        }
        let start = self.page.sentence(told.first).start;
        let leads = |hit: &Hit| {
            let own = hit.first > start && matches!(self.page.word(hit.first - 1), "her" | "his" | "my" | "their");
            let about = TOPIC.contains(&self.page.word(hit.last + 1)) || TOPIC.contains(&self.page.word(hit.last));
            !own && hit.last < told.first
                && about
                && self.open(hit.last, told.first)
                && !self.names_between(hit.last, told.first)
        };
        self.page.of(start..told.first, Group::General).any(leads)
    }

    fn names_between(&self, from: usize, to: usize) -> bool {
        (from + 1..to).any(|at| self.np_from(at).is_some_and(|np| np.named || np.pronoun || self.is_kin(np)))
    }

    /// "Dad was accused of touching a child of another family": harm done outside by somebody of this one.
    pub fn harmed_outside(&self, told: &Told) -> bool {
        let ours = told
            .perpetrator
            .is_some_and(|np| self.is_kin(np) || np.named && (self.is_listed(np) || self.has_come_near()));
        let range = self.page.sentence(told.first);
        let object = |hit: &Hit| {
            let before = hit.first.saturating_sub(4).max(range.start)..hit.first;
            let whole = before.clone().any(|at| DONE_TO.contains(&self.page.word(at)));
            hit.first > told.first && (whole || hit.first == told.last + 1)
        };
        ours && self.page.of(range.clone(), Group::OtherFamily).all(object)
    }

    /// "Mr Garrity, convicted of an assault on a neighbour's child, is now living as part of this household": whether the entry says that
    /// somebody lives with the family or is about it.
    fn has_come_near(&self) -> bool {
        const NEAR: &[&str] = &["household", "lodger", "lodging", "boyfriend", "babysitting", "babysits", "babysitter"];
        const HERE: &[&str] = &["living", "lives", "staying", "stays", "moved", "sleeping"];
        let with = |at: usize| {
            (at + 1..at + 5).any(|i| matches!(self.page.word(i), "with" | "this" | "family" | "mum" | "mother"))
        };
        (0..self.page.len())
            .any(|at| NEAR.contains(&self.page.word(at)) || HERE.contains(&self.page.word(at)) && with(at))
    }

    /// "Another house was raided for indecent images. Nothing to do with this family.": whether the sentence after opens by
    /// saying that it is of nobody here.
    pub fn disowned_next(&self, token: usize) -> bool {
        let next = self.page.sentence_of(token) + 1;
        let Some(range) = self.page.sentences.get(next) else { return false };
        // "That family is in the north; no child of this school is concerned."
        let clause = |hit: &Hit| hit.first > 0 && self.page.is_mark(hit.first - 1, b';');
        let opens = |range: &std::ops::Range<usize>| {
            let mut said = self.page.of(range.clone(), Group::OtherFamily);
            said.any(|hit| hit.first < range.start + OPENING || clause(hit))
        };
        let unlinked = |range: &std::ops::Range<usize>| self.page.word(range.start) == "no" && opens(range);
        opens(range) || self.page.sentences.get(next + 1).is_some_and(unlinked)
    }
}
