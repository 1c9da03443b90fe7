//! Contact that no frame tells: a clause in which somebody grown does something with, for or to a child, whatever the
//! verb, so long as it is no verb of talk, feeling, law or harm.

use super::frames::{self, Found};
use super::groups::{Group, Set};
use super::scene::{Np, Scene};
use super::tokens::Shape;

/// Somebody with a child.
pub struct Doing {
    /// First token of the clause that tells it.
    pub at: usize,
    /// Who: an index into the scene's people.
    pub person: usize,
    /// The child.
    pub with: Option<usize>,
}

/// How far the child may stand from the person, in words.
const FAR: usize = 9;
/// What makes a sentence one of abuse, of law, of talk or of nobody in particular.
const ELSEWHERE: Set = Set::of(&[
    Group::AbuseVerb,
    Group::AbuseNoun,
    Group::OffenceNoun,
    Group::WeakNoun,
    Group::SexualWord,
    Group::SexualManner,
    Group::WhatHappened,
    Group::WhatDid,
    Group::HarmfulNoun,
    Group::ExploitVerb,
    Group::ExploitNoun,
    Group::ExploitSign,
    Group::VictimLabel,
    Group::SuspectLabel,
    Group::General,
    Group::OtherFamily,
    Group::Blame,
]);
/// What keeps a clause from telling something done.
const UNDONE: Set = Set::of(&[
    Group::Neg,
    Group::Modal,
    Group::Hypo,
    Group::Ask,
    Group::Feared,
    Group::Disclose,
    Group::Allege,
    Group::Accuse,
    Group::Says,
    Group::WeakVerb,
    Group::Concern,
    Group::Status,
    Group::Measure,
    Group::Stop,
    Group::Born,
    Group::About,
    Group::Against,
    Group::Of,
]);

impl Scene<'_> {
    /// Every clause of the entry in which somebody grown is told to do something with a child.
    pub fn doings(&self) -> Vec<Doing> {
        let mut all = Vec::new();
        for sentence in &self.page.sentences {
            if self.page.groups(sentence.clone()).meets(ELSEWHERE) {
                continue;
            }
            let people = self.nps.iter().enumerate().filter(|(_, np)| sentence.contains(&np.first) && !np.nested);
            for (index, np) in people {
                all.extend(self.doing(index, np, sentence.end));
            }
        }
        all
    }

    fn doing(&self, index: usize, np: &Np, end: usize) -> Option<Doing> {
        if self.governed(np) || np.owns && !np.pronoun || np.pro || np.generic {
            return None;
        }
        let end = end.min(np.last + 1 + FAR);
        let other =
            (np.last + 2..end).find(|i| self.np(*i).is_some_and(|other| other.first == *i && other.who != np.who));
        let word = (np.last + 1..end).find(|i| frames::is_young_word(self.page.word(*i)) && self.np(*i).is_none());
        let (at, met) = match (other, word) {
            (Some(at), word) if word.is_none_or(|word| at < word) => (at, self.np(at)),
            (_, Some(at)) => (at, None),
            _ => return None,
        };
        if !self.something_done(np.last + 1, at) {
            return None;
        }
        let place = |np: &Np| self.np_at.get(np.first).and_then(|at| (*at as usize).checked_sub(1));
        let grown = |np: &Np| self.is_grown(np) && !self.is_parent_at_home(np);
        match met {
            None if grown(np) => Some(Doing { at: np.first, person: index, with: None }),
            Some(other) if grown(np) && (self.is_young(other) || other.pronoun && self.may_be_young(other)) => {
                Some(Doing { at: np.first, person: index, with: place(other) })
            }
            Some(other) if self.is_young(np) && grown(other) && !other.pro && self.beside_prep(at) => {
                Some(Doing { at: np.first, person: place(other)?, with: Some(index) })
            }
            _ => None,
        }
    }

    fn beside_prep(&self, at: usize) -> bool {
        matches!(self.page.word(at - 1), "with" | "by" | "beside" | "alongside")
    }

    /// Whether the words between two people tell something done: a verb, and none of talk, law or denial.
    fn something_done(&self, from: usize, to: usize) -> bool {
        let mut verb = from;
        while verb < to && (self.page.any(verb, Set::of(&[Group::Be, Group::Have, Group::Skip]))) {
            verb += 1;
        }
        const NO_VERB: Set = Set::of(&[Group::And, Group::Place, Group::Toward, Group::From, Group::By]);
        let copula = verb == to
            || self.page.any(verb, NO_VERB)
            || self.page.has(verb, Group::Det)
            || self.page.shape(verb) != Shape::Lower;
        let have =
            verb > from && verb < to && self.page.has(verb - 1, Group::Have) && !self.page.word(verb).ends_with("ed");
        let clean = (from..to).all(|i| {
            !self.page.any(i, UNDONE)
                && !matches!(self.page.shape(i), Shape::Mark(_))
                && !frames::is_talk(self.page.word(i))
        });
        !copula && !have && clean
    }

    fn is_parent_at_home(&self, np: &Np) -> bool {
        matches!(
            self.page.word(np.last),
            "mum" | "mother" | "mam" | "mummy" | "parents" | "family" | "carer" | "carers" | "mom" | "mo"
        )
    }
}

/// Whether frames already tell of contact in the sentence of a doing.
pub fn is_told(scene: &Scene, found: &[Found], at: usize) -> bool {
    let sentence = scene.page.sentence(at);
    found.iter().any(|one| {
        sentence.contains(&one.first)
            && matches!(one.sense, frames::Sense::Contact(_) | frames::Sense::Ended | frames::Sense::Died)
    })
}
