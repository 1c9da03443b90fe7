//! Who else is meant: the only other grown person, the one man for "a man", the one child for "a child".

use crate::model::Sex;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;

/// Words before whoever is told something.
const TOLD_BEFORE: &[&str] = &["told", "tells", "telling", "to", "informed", "advised", "by", "rang", "phoned"];
/// Words after whoever is told something, or was only there.
const TOLD_AFTER: &[&str] =
    &["informed", "told", "aware", "advised", "notified", "contacted", "attended", "supportive", "present"];

impl Scene<'_> {
    /// The one grown person beside a harmed child, where the entry names no other: not a parent, not who told or was told.
    pub fn only_other(&self, harmed: &Np, hit: &Hit) -> Option<&Np> {
        let near = |np: &&Np| self.page.sentence_of(np.first).abs_diff(self.page.sentence_of(hit.first)) <= 1;
        let fits = |np: &&Np| self.could_be_other(np) && !self.one_person(harmed, np);
        let mut others = self.persons().into_iter().filter(|words| words.iter().all(fits) && words.iter().any(near));
        let only = match (others.next(), others.next()) {
            (Some(only), None) => only,
            (None, _) => return self.arrested_owner(harmed),
            _ => return None,
        };
        let reacts = only.iter().any(|np| self.verb_after(np).alleged < 0 || self.is_told(np));
        (!reacts).then(|| self.spokesman(&only))
    }

    /// "Niece of BAPTISTE Marcus discloses sexual touching. Arrested": where nobody else is named, it is he who was arrested.
    fn arrested_owner(&self, harmed: &Np) -> Option<&Np> {
        let arrested = self.page.of(0..self.page.len(), Group::Arrest).any(|hit| self.subject(hit.first).is_none());
        let grown = |np: &Np| np.named && !np.pro && !np.young && !np.plural && !self.is_subject_child(np);
        let inside = |np: &&Np| np.nested && grown(np) && harmed.first <= np.first && np.last <= harmed.last;
        self.nps.iter().find(inside).filter(|_| arrested)
    }

    fn could_be_other(&self, np: &Np) -> bool {
        let base = self.base(np);
        let young = base.young && self.age_of(base).is_none_or(|age| age < 14);
        let family = matches!(self.page.word(base.last), "family" | "household");
        let nobody = base.pro || base.generic || base.plural || base.nested || family;
        let known = self.is_subject_child(base) || self.is_parent(base) || self.owns_place(np);
        !(nobody || young || known || base.sex == Some(Sex::F))
    }

    /// "at his uncle's house": whose place it is.
    fn owns_place(&self, np: &Np) -> bool {
        self.page.shape(np.last + 1) == Shape::Possessive
            && self.page.any(np.last + 2, Set::of(&[Group::PlaceName, Group::Place]))
    }

    /// Whether somebody is told something: "told Dad", "Dad informed".
    fn is_told(&self, np: &Np) -> bool {
        let before = np.first.checked_sub(1).map_or("", |at| self.page.word(at));
        TOLD_BEFORE.contains(&before) || TOLD_AFTER.contains(&self.page.word(np.last + 1))
    }

    /// "A man in the household", where the entry speaks of one man: he is meant.
    pub fn man_meant<'s>(&'s self, np: &'s Np, harmed: Option<&'s Np>, hit: &Hit) -> &'s Np {
        let somebody = !np.named
            && matches!(self.page.word(np.first), "a" | "an")
            && matches!(self.page.word(np.last), "man" | "male" | "adult" | "person" | "individual");
        if !somebody || hit.group == Group::Offender {
            return np;
        }
        let another = |words: &Vec<&Np>| {
            words.iter().all(|other| !self.one_person(other, np))
                && words.iter().any(|other| self.could_be_meant(other, harmed))
        };
        let mut others = self.persons().into_iter().filter(another);
        match (others.next(), others.next()) {
            (Some(only), None) => self.spokesman(&only),
            _ => np,
        }
    }

    fn could_be_meant(&self, np: &Np, harmed: Option<&Np>) -> bool {
        np.sex == Some(Sex::M)
            && !np.pro
            && !np.young
            && !np.generic
            && !np.nested
            && !self.is_parent(np)
            && !harmed.is_some_and(|harmed| self.one_person(harmed, np))
    }

    /// "A child of the family", where the entry names one child: that child is meant.
    pub fn child_meant<'s>(&'s self, np: &'s Np, alleged: Option<&Np>) -> &'s Np {
        // "a piano pupil" is one of others, of whom nothing more is said.
        let of_others = self.page.word(np.last) == "pupil" && np.first + 1 < np.last;
        let somebody = np.young
            && !of_others
            && !np.named
            && !np.pronoun
            && matches!(self.page.word(np.last), "child" | "girl" | "boy" | "pupil" | "minor" | "one");
        if !somebody {
            return np;
        }
        let others = |other: &&Np| {
            other.named && other.young && !alleged.is_some_and(|alleged| self.same_person(alleged, other))
        };
        let mut named = self.nps.iter().filter(others);
        let Some(only) = named.next() else { return np };
        if named.all(|other| self.same_given(only, other)) { only } else { np }
    }
}
