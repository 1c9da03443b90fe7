//! Pronouns, and whom they mean.

use super::Finder;
use crate::model::{Sex, Who};
use crate::reading::groups::{Group, Set};
use crate::reading::scene::Np;
use crate::reading::tokens::Shape;

/// What follows a pronoun that owns nothing.
const AFTER_OBJECT: Set = Set::of(&[
    Group::And,
    Group::Skip,
    Group::Place,
    Group::That,
    Group::By,
    Group::Toward,
    Group::With,
    Group::From,
    Group::Be,
    Group::Have,
    Group::Modal,
]);
/// What is no verb that somebody could do to somebody.
const JOIN: Set = Set::of(&[Group::And, Group::That, Group::Relative, Group::Says, Group::Disclose]);

impl Finder<'_> {
    /// The token where it is a pronoun, once it is recorded.
    pub fn pronoun(&mut self, i: usize) -> Option<usize> {
        let page = self.page();
        let (sex, plural) = match () {
            () if page.has(i, Group::He) => (Some(Sex::M), false),
            () if page.has(i, Group::She) => (Some(Sex::F), false),
            () if page.has(i, Group::They) => (None, true),
            () if page.word(i) == "me" && i > 0 && page.shape(i - 1) == Shape::Lower => return self.me(i),
            () => return None,
        };
        let owns = self.owns(i);
        let object = !owns && matches!(page.word(i), "her" | "him" | "them");
        let other = if object { self.subject_before(i) } else { None };
        let who = self.antecedent(sex, plural, i, other).or_else(|| self.mother_meant(sex, plural, i));
        let subject = self.opens_clause(i);
        self.push(Np { first: i, last: i, who, sex, plural, pronoun: true, owns, subject, ..Np::default() });
        Some(i)
    }

    /// "hurt me": whoever speaks in the sentence.
    fn me(&mut self, i: usize) -> Option<usize> {
        let who = self.speaker(i);
        self.push(Np { first: i, last: i, who, pronoun: true, ..Np::default() });
        Some(i)
    }

    /// "her coat": whether a noun follows that is hers.
    fn owns(&self, i: usize) -> bool {
        let page = self.page();
        matches!(page.word(i), "his" | "her" | "their")
            && !page.any(i + 1, AFTER_OBJECT)
            && matches!(page.shape(i + 1), Shape::Lower | Shape::Caps | Shape::Title)
    }

    /// Who does to somebody else what the verb before a pronoun says: "her uncle touched her" is of two people.
    fn subject_before(&self, pronoun: usize) -> Option<Who> {
        let verb = pronoun.checked_sub(1).filter(|verb| self.page().sentence(pronoun).start < *verb)?;
        let is_verb =
            self.page().shape(verb) == Shape::Lower && !self.page().any(verb, JOIN) && self.scene.np(verb).is_none();
        self.scene.subject(verb).filter(|_| is_verb)?.who
    }

    /// Whether the token is the first of a sentence or clause, so that who stands here is what it is about.
    pub fn opens_clause(&self, i: usize) -> bool {
        let page = self.page();
        page.sentence(i).start == i
            || page.has(i - 1, Group::That)
            || matches!(page.shape(i - 1), Shape::Mark(b';' | b':' | b'"' | b'*'))
    }
}
