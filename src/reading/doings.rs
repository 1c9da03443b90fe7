//! Contact that no frame tells: a clause in which somebody grown does something with, for or to a child, whatever the
//! verb, so long as it is no verb of talk, feeling, law or harm.

use super::frames::{self, Found};
use super::groups::{Group, Set};
use super::scene::{Np, Scene};
use super::tokens::Shape;

/// Somebody with a child.
pub struct Doing {
    /// First token of the words for whoever does it.
    pub at: usize,
    /// First token of the clause that tells it.
    clause: usize,
    /// Who: an index into the scene's people.
    pub person: usize,
    /// The child.
    pub with: Option<usize>,
    /// Whether "them" means them, so that another frame of the sentence does not tell the same.
    pub as_them: bool,
}

/// How far the child may stand from the person, in words.
const FAR: usize = 9;
/// What makes a sentence one of abuse, of law, of talk or of nobody in particular.
const ELSEWHERE: Set = Set::of(&[
    Group::AbuseVerb,
    Group::AbuseNoun,
    Group::OffenceNoun,
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
            let elsewhere = self.page.groups(sentence.clone()).meets(ELSEWHERE);
            let people = self.nps.iter().enumerate().filter(|(_, np)| sentence.contains(&np.first) && !np.nested);
            for (index, np) in people {
                let found =
                    self.doing(index, np, sentence.end).into_iter().chain(self.beside_them(index, np, sentence));
                all.extend(found.filter(|one| !elsewhere || self.is_beside(one.clause, ELSEWHERE)));
            }
        }
        all
    }

    fn doing(&self, index: usize, np: &Np, end: usize) -> Option<Doing> {
        let nobody =
            matches!(self.page.word(np.last), "somebody" | "someone" | "anybody" | "anyone" | "everybody" | "everyone");
        if np.owns && !np.pronoun || np.pro || np.generic || nobody {
            return None;
        }
        self.clauses(np, end).into_iter().find_map(|from| self.done_from(index, np, from, end))
    }

    /// "Mum there with Dean, OW sat on the rug with them": everybody grown of whom the sentence spoke before.
    fn beside_them(&self, index: usize, np: &Np, sentence: &std::ops::Range<usize>) -> Vec<Doing> {
        let end = sentence.end.min(np.last + 1 + FAR);
        let them = (np.last + 1..end).find(|i| self.page.word(*i) == "them");
        let Some(at) = them.filter(|at| {
            self.is_young(np) && !np.plural && self.beside_prep(*at) && self.something_done(np.last + 1, *at - 1)
        }) else {
            return Vec::new();
        };
        let before = |other: &&Np| sentence.contains(&other.first) && other.last < np.first;
        let grown = |other: &&Np| before(other) && self.is_grown(other) && !self.is_young(other) && !other.plural;
        let all: Vec<usize> = self.nps.iter().enumerate().filter(|(_, other)| grown(other)).map(|(at, _)| at).collect();
        let told = |person: usize| Doing { at, clause: at, person, with: Some(index), as_them: true };
        if all.len() > 1 { all.into_iter().map(told).collect() } else { Vec::new() }
    }

    /// Where the clauses of a subject begin: behind it, behind its "who", and behind each "and" that goes on with a verb.
    fn clauses(&self, np: &Np, end: usize) -> Vec<usize> {
        let mut next = np.last + 1;
        while matches!(self.page.shape(next), Shape::Mark(b',' | b'(' | b')') | Shape::Number) {
            next += 1;
        }
        let who = matches!(self.page.word(next), "who" | "that") && next < end;
        let mut all = Vec::new();
        if who {
            all.push(next + 1);
        } else if !self.governed(np) {
            all.push(if self.goes_on_with_verb(next) { next } else { np.last + 1 });
        } else {
            all.extend(self.doing_beside_with(np, end));
        }
        let Some(&first) = all.first() else { return all };
        if let Some(at) = (first..end).find(|at| self.page.word(*at) == "one" && self.page.word(*at + 1) == "who") {
            all.push(at + 2);
        }
        for at in first..end {
            if self.page.is_mark(at, b';') || matches!(self.page.word(at), "but" | "while" | "whilst" | "because") {
                break;
            }
            let resumes = who && self.page.is_mark(at, b',');
            if self.page.has(at, Group::And) || self.page.word(at) == "then" || resumes {
                match self.goes_on_with_verb(at + 1) {
                    true => all.push(at + 1),
                    false if self.np(at + 1).is_some() && !self.is_young_at(at + 1) => break,
                    false => {}
                }
            }
        }
        all
    }

    /// "with Mr Lis from next door taking Hania": where the verb of somebody behind "with" stands.
    fn doing_beside_with(&self, np: &Np, end: usize) -> Option<usize> {
        let with = np.first.checked_sub(1).is_some_and(|at| self.page.word(at) == "with");
        let verb = |at: &usize| self.page.word(*at).ends_with("ing") && self.np(*at).is_none();
        let near = (np.last + 1..end.min(np.last + 6)).take_while(|at| !matches!(self.page.shape(*at), Shape::Mark(_)));
        with.then(|| near.into_iter().find(verb)).flatten()
    }

    fn goes_on_with_verb(&self, at: usize) -> bool {
        const BEFORE: Set = Set::of(&[Group::Be, Group::Have, Group::Skip]);
        let verb = (at..at + 4).find(|i| !self.page.any(*i, BEFORE)).unwrap_or(at);
        self.np(verb).is_none()
            && self.page.shape(verb) == Shape::Lower
            && (frames::is_verb(self.page.word(verb)) || verb > at && self.page.word(verb).ends_with("ing"))
    }

    fn is_young_at(&self, at: usize) -> bool {
        self.np(at).is_some_and(|np| self.is_young(np) || self.may_be_young(np))
    }

    fn done_from(&self, index: usize, np: &Np, from: usize, end: usize) -> Option<Doing> {
        let end = end.min(from + FAR);
        let other = (from + 1..end).find(|i| self.np(*i).is_some_and(|other| other.first == *i && other.who != np.who));
        let word = (from..end).find(|i| frames::is_young_word(self.page.word(*i)) && self.np(*i).is_none());
        let (at, met) = match (other, word) {
            (Some(at), word) if word.is_none_or(|word| at < word) => (at, self.np(at)),
            (_, Some(at)) => (at, None),
            _ => return None,
        };
        if !self.something_done(from, at) {
            return None;
        }
        let some = |np: &Np| {
            matches!(self.page.word(np.first), "several" | "other" | "some" | "many" | "various" | "different")
        };
        if met.is_some_and(some) {
            return None;
        }
        let place = |np: &Np| self.np_at.get(np.first).and_then(|at| (*at as usize).checked_sub(1));
        let grown = |np: &Np| self.is_grown(np) && !self.is_parent_at_home(np);
        match met {
            None if grown(np) => Some(Doing { at: np.first, clause: from, person: index, with: None, as_them: false }),
            Some(other) if other.owns && !self.cares_for(other) => None,
            Some(other) if grown(np) && (self.is_young(other) || other.pronoun && self.may_be_young(other)) => {
                Some(Doing { at: np.first, clause: from, person: index, with: place(other), as_them: false })
            }
            Some(other) if self.is_young(np) && grown(other) && !other.pro && self.beside_prep(at) => {
                Some(Doing { at: np.first, clause: from, person: place(other)?, with: Some(index), as_them: false })
            }
            _ => None,
        }
    }

    /// "the children's tea", "her bottle": something of a child's that nobody sees to from afar.
    fn cares_for(&self, owner: &Np) -> bool {
        const NEAR: &[&str] = &[
            "tea",
            "teas",
            "dinner",
            "dinners",
            "breakfast",
            "lunch",
            "supper",
            "meal",
            "meals",
            "feed",
            "bottle",
            "nappy",
            "nappies",
            "hair",
            "shoes",
            "shoe",
            "coat",
            "coats",
            "teeth",
            "hand",
            "hands",
            "face",
            "bath",
            "pyjamas",
            "homework",
            "spellings",
            "reading",
            "bedtime",
            "story",
            "pushchair",
            "buggy",
            "pram",
            "seat",
            "straps",
            "laces",
            "plaits",
            "milk",
            "inhaler",
            "medicine",
        ];
        (owner.last + 1..owner.last + 5).any(|i| NEAR.contains(&self.page.word(i)))
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
        const HELPS: Set = Set::of(&[Group::Be, Group::Have]);
        let clean = (from..to).all(|i| {
            (!self.page.any(i, UNDONE)
                || self.leads_to_place(i)
                || i < verb && self.page.any(i, HELPS) && !self.page.has(i, Group::Neg))
                && !matches!(self.page.shape(i), Shape::Mark(_))
                && (!frames::is_talk(self.page.word(i)) || self.lies_down(i))
        });
        !copula && !have && clean
    }

    /// "went to Legoland with", "read two chapters to Esme": a "to" that begins no verb.
    fn leads_to_place(&self, at: usize) -> bool {
        let next = self.page.word(at + 1);
        self.page.word(at) == "to" && !frames::is_bare_verb(next) && !is_talk_or_be(next)
    }

    /// "lies down beside him": no untruth.
    fn lies_down(&self, at: usize) -> bool {
        matches!(self.page.word(at), "lies" | "lay" | "lie" | "lying")
            && matches!(self.page.word(at + 1), "down" | "beside" | "next" | "with" | "in" | "on" | "there")
    }

    fn is_parent_at_home(&self, np: &Np) -> bool {
        matches!(
            self.page.word(np.last),
            "mum" | "mother" | "mam" | "mummy" | "parents" | "family" | "carer" | "carers" | "mom" | "mo"
        )
    }
}

fn is_talk_or_be(word: &str) -> bool {
    frames::is_talk(word) || matches!(word, "be" | "have" | "do" | "get")
}

/// Whether frames already tell of contact in the sentence of a doing.
pub fn is_told(scene: &Scene, found: &[Found], at: usize) -> bool {
    let sentence = scene.page.sentence(at);
    found.iter().any(|one| {
        sentence.contains(&one.first)
            && matches!(one.sense, frames::Sense::Contact(_) | frames::Sense::Ended | frames::Sense::Died)
    })
}
