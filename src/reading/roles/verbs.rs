//! What the words after somebody make of them: they disclose, were arrested, suffered; their behaviour, their allegation.

use super::Weight;
use crate::model::Status;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;

/// Verbs and decisions whose subject stands accused.
pub const PROCEEDINGS: &[Status] = &[
    Status::Charged,
    Status::Convicted,
    Status::Acquitted,
    Status::UnderInvestigation,
    Status::NoFurtherAction,
    Status::NotCharged,
];

/// Verbs that make their object the accused.
pub const NAMING: &[&str] = &["named", "accused", "identified", "implicated", "picked", "reported", "accuses", "names"];

/// Verbs of proceedings whose object stands accused.
pub const TAKEN: &[&str] = &[
    "charge",
    "charged",
    "arrest",
    "arrested",
    "prosecute",
    "prosecuted",
    "convicted",
    "interviewed",
    "bailed",
    "cleared",
    "acquitted",
];

/// Nouns for what somebody does, which after "'s" say that they do it.
const DEEDS: &[&str] = &[
    "behaviour",
    "actions",
    "conduct",
    "touching",
    "abuse",
    "treatment",
    "advances",
    "hands",
    "attentions",
    "visits",
    "grooming",
];

/// Verbs that say something of their subject here.
const TELLING: Set =
    Set::of(&[Group::Disclose, Group::Accuse, Group::Undergo, Group::Status, Group::Interviewed, Group::Arrest]);
/// How far from somebody such a verb may stand, in words.
const FAR: usize = 9;

impl Scene<'_> {
    /// What the verb after somebody, and what they own, make of them.
    pub fn verb_after(&self, np: &Np) -> Weight {
        let does =
            np.first > 0 && self.page.has(np.first - 1, Group::WhatDid) && self.page.has(np.last + 1, Group::Did);
        let possessive = self.page.shape(np.last + 1) == Shape::Possessive;
        let deed = possessive && !np.young && DEEDS.contains(&self.page.word(np.last + 2));
        let noun = if np.owns && np.pronoun { np.last + 1 } else { np.last + 2 };
        let allegation = (possessive || np.owns) && (noun..noun + 3).any(|i| self.page.has(i, Group::Allege));
        self.as_subject(np) + Weight::of(&[(does, 50, 0), (deed, 30, 0), (allegation, -30, 35)])
    }

    fn as_subject(&self, np: &Np) -> Weight {
        let end = self.page.sentence(np.first).end.min(np.last + FAR);
        let verb = |hit: &&Hit| TELLING.has(hit.group) && self.np(hit.first).is_none();
        let own = |hit: &&Hit| self.subject(hit.first).is_some_and(|subject| std::ptr::eq(subject, np));
        let Some(hit) = self.page.hits_in(np.last + 1..end).iter().find(verb).filter(own) else {
            return Weight::default();
        };
        let accused = Weight { alleged: 50, harmed: 0 };
        match hit.group {
            Group::Accuse | Group::Interviewed | Group::Arrest => accused,
            Group::Status if hit.section().status.is_some_and(|status| PROCEEDINGS.contains(&status)) => accused,
            Group::Status => Weight { alleged: 0, harmed: 25 },
            Group::Undergo => Weight { alleged: 0, harmed: 45 },
            // "The man at number 9 is said to be abusing": of him it is said.
            _ if self.passive(hit.first) && self.page.word(hit.last + 1) == "to" => Weight { alleged: 30, harmed: 0 },
            _ if self.passive(hit.first) && NAMING.contains(&self.page.word(hit.first)) => accused,
            _ if self.tells_nothing(hit) => Weight { alleged: -45, harmed: -40 },
            _ => Weight { alleged: -45, harmed: 28 },
        }
    }

    /// "Gwen has said nothing of that kind", "did not disclose".
    fn tells_nothing(&self, hit: &Hit) -> bool {
        let denied = (self.verb_start(hit.first)..hit.first).any(|at| self.page.has(at, Group::Neg));
        denied || (hit.last + 1..hit.last + 3).any(|at| matches!(self.page.word(at), "nothing" | "no" | "none"))
    }
}
