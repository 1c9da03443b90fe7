//! One entry laid out with its people: what the readers of events look at.

use super::groups::{Group, Set};
use super::names::Book;
use super::page::Page;
use super::tokens::Shape;
use crate::model::{Mention, Sex, Who};

/// Words that stand for somebody: a mention with all its words, or a pronoun.
#[derive(Clone, Debug, Default)]
pub struct Np {
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// Who; none where nobody fits.
    pub who: Option<Who>,
    /// Sex that the words show.
    pub sex: Option<Sex>,
    /// Several people.
    pub plural: bool,
    /// People in general ("men convicted of ..."), nobody in particular.
    pub generic: bool,
    /// A professional.
    pub pro: bool,
    /// A pronoun.
    pub pronoun: bool,
    /// Stands inside longer words for somebody else: "Mum" in "Mum's brother".
    pub nested: bool,
    /// Followed by "'s" or a noun it owns.
    pub owns: bool,
    /// Words for somebody young, or younger than the speaker: "daughter", "niece", "a girl of nine".
    pub young: bool,
    /// Known to be eighteen or more.
    pub grown: bool,
    /// Whether they stand in a column that holds people only.
    pub column: bool,
    /// First of its sentence or clause.
    pub subject: bool,
    /// By name.
    pub named: bool,
}

/// An entry, its people and the child whose record it is.
pub struct Scene<'a> {
    /// The words.
    pub page: Page,
    /// By first token; the outer before the nested.
    pub nps: Vec<Np>,
    /// For each token, one more than the index of the outermost [`Np`] that holds it; 0 for none.
    pub np_at: Vec<u32>,
    /// The mentions.
    pub mentions: Vec<Mention>,
    /// Pairs that the words equate.
    pub same: Vec<(usize, usize)>,
    /// Whom the record is about where it is not the child.
    pub client: Option<Who>,
    /// Whether the entry is the mother's: from before the birth, or of the care of a pregnancy.
    pub mothers: bool,
    /// Names known in the case.
    pub book: &'a Book,
    /// Year of the entry.
    pub year: Option<i32>,
    /// Day of the entry.
    pub day: Option<chrono::NaiveDate>,
}

/// What ends a clause to the left of a verb.
const BREAKS: [Shape; 2] = [Shape::Mark(b';'), Shape::Mark(b':')];
const PREPOSITIONS: Set = Set::of(&[
    Group::By,
    Group::Against,
    Group::Of,
    Group::Toward,
    Group::With,
    Group::From,
    Group::About,
    Group::Place,
    Group::DoneBy,
    Group::ReportedBy,
]);
/// What somebody is said to be before a verb.
const SUPPOSED: &[&str] = &["believed", "thought", "said", "alleged", "suspected", "reported", "understood", "known"];
const AUXILIARY: Set = Set::of(&[Group::Be, Group::Have, Group::Modal, Group::Skip, Group::Neg]);

impl Scene<'_> {
    /// The outermost words for somebody that hold the token.
    pub fn np(&self, token: usize) -> Option<&Np> {
        let at = *self.np_at.get(token)? as usize;
        self.nps.get(at.checked_sub(1)?)
    }

    /// The words for somebody that begin with the token.
    pub fn np_from(&self, token: usize) -> Option<&Np> {
        self.np(token).filter(|np| np.first == token)
    }

    /// Whether a preposition stands right before.
    pub fn governed(&self, np: &Np) -> bool {
        np.first > 0 && self.page.sentence(np.first).start < np.first && self.page.any(np.first - 1, PREPOSITIONS)
    }

    /// The same person together with those joined by "and" or commas after.
    pub fn joined<'s>(&'s self, np: &'s Np) -> Vec<&'s Np> {
        let mut all = vec![np];
        let mut at = np.last + 1;
        while all.len() < 8 {
            let mut next = at;
            while self.page.is_mark(next, b',') || self.page.has(next, Group::And) {
                next += 1;
            }
            let Some(more) = (next > at).then(|| self.np_from(next)).flatten() else { break };
            if more.pro != np.pro || more.pronoun && !np.pronoun || self.ends_list(at, next) {
                break;
            }
            all.push(more);
            at = more.last + 1;
        }
        let last = all.last().map_or(np.last, |np| np.last);
        let list = all.len() < 2 || (np.first..last).any(|i| self.page.has(i, Group::And));
        if list { all } else { vec![np] }
    }

    /// "Tyrell and Jayden, who are said to have ...": the first of two whom a plural verb speaks of.
    pub fn first_of_pair<'s>(&'s self, np: &'s Np) -> &'s Np {
        let plural = (np.last + 1..np.last + 4).any(|i| matches!(self.page.word(i), "are" | "were" | "have"));
        let before = np.first.checked_sub(2).filter(|at| self.page.has(at + 1, Group::And)).and_then(|at| self.np(at));
        before.filter(|first| plural && first.pro == np.pro && first.named == np.named && !first.generic).unwrap_or(np)
    }

    /// Whether what follows a comma is a new clause rather than one more of a list.
    fn ends_list(&self, at: usize, next: usize) -> bool {
        let Some(np) = self.np_from(next) else { return true };
        let comma_only = (at..next).all(|i| self.page.is_mark(i, b','));
        let after = np.last + 1;
        let verb = self.page.any(
            after,
            Set::of(&[Group::Be, Group::Have, Group::Modal, Group::Says, Group::AbuseVerb, Group::Disclose]),
        );
        let last_of_list = self.page.has(next.saturating_sub(1), Group::And);
        if comma_only {
            return verb || np.pronoun;
        }
        last_of_list && verb && !self.page.has(after, Group::Be)
    }

    /// Where the auxiliaries before a verb begin.
    pub fn verb_start(&self, verb: usize) -> usize {
        let floor = self.page.sentence(verb).start;
        let mut at = verb;
        let quote = |at: usize| self.page.is_mark(at, b'\'') || self.page.is_mark(at, b'"');
        while at > floor && (self.page.any(at - 1, AUXILIARY) || quote(at - 1)) && self.np(at - 1).is_none() {
            at -= 1;
        }
        at
    }

    /// Whether a form of "be" stands among the auxiliaries: "was sexually abused".
    pub fn passive(&self, verb: usize) -> bool {
        (self.verb_start(verb)..verb).any(|i| self.page.has(i, Group::Be))
    }

    /// Who stands before a verb as its subject.
    pub fn subject(&self, verb: usize) -> Option<&Np> {
        let range = self.page.sentence(verb);
        let mut at = self.verb_start(verb);
        // "who is believed to be exploiting her".
        if at > range.start + 1 && SUPPOSED.contains(&self.page.word(at - 1)) && self.page.has(at - 2, Group::Be) {
            at = self.verb_start(at - 1);
        }
        let before = at.checked_sub(1).filter(|before| *before >= range.start)?;
        if self.page.has(before, Group::Relative)
            || self.page.word(before) == "that" && self.np(before.wrapping_sub(1)).is_some()
        {
            let mut k = before;
            while k > range.start {
                k -= 1;
                if let Some(np) = self.np(k) {
                    return Some(np);
                }
                if !self.is_aside(k) {
                    break;
                }
            }
        }
        if let Some(np) = self.before_aside(before, range.start) {
            return Some(np);
        }
        if let Some(np) = self.said_to(before, range.start) {
            return Some(np);
        }
        let joined = self.page.has(before, Group::And) || self.page.is_mark(before, b',');
        if joined { self.first_of_clause(range.start, before) } else { self.nearest(range.start, before) }
    }

    /// "Chris Penn, who runs the gym, has been grooming": whoever a clause between commas tells of, where the verb follows it.
    fn before_aside(&self, before: usize, floor: usize) -> Option<&Np> {
        if !self.page.is_mark(before, b',') {
            return None;
        }
        let opens = |at: &usize| {
            self.page.is_mark(*at, b',') && matches!(self.page.word(at + 1), "who" | "whom" | "whose" | "which")
        };
        let comma = (floor..before).rev().take_while(|at| !BREAKS.contains(&self.page.shape(*at))).find(opens)?;
        let between = (comma + 1..before).any(|at| self.page.is_mark(at, b','));
        comma.checked_sub(1).filter(|_| !between).and_then(|at| self.np(at))
    }

    /// "Barry, who Kyle says has ...": whom the clause inside the clause is about.
    fn said_to(&self, before: usize, floor: usize) -> Option<&Np> {
        if !self.page.has(before, Group::Disclose) || self.np(before).is_some() {
            return None;
        }
        let teller = before.checked_sub(1).and_then(|at| self.np(at))?;
        let relative = teller.first.checked_sub(1).filter(|at| *at > floor && self.page.has(*at, Group::Relative))?;
        let mut at = relative;
        while at > floor && self.np(at - 1).is_none() && self.is_aside(at - 1) {
            at -= 1;
        }
        at.checked_sub(1).and_then(|at| self.np(at))
    }

    /// Whether a token is of what may stand between a person and "who": a comma, a bracket, a date of birth, an age.
    fn is_aside(&self, k: usize) -> bool {
        let mark = [b',', b')', b'(', b'.', b':'].iter().any(|mark| self.page.is_mark(k, *mark));
        mark || self.page.shape(k) == Shape::Number
            || matches!(self.page.word(k), "b" | "d" | "o" | "dob" | "born" | "aged" | "age")
    }

    fn nearest(&self, floor: usize, from: usize) -> Option<&Np> {
        let mut k = from + 1;
        let mut spare = None;
        while k > floor {
            k -= 1;
            if BREAKS.contains(&self.page.shape(k)) {
                break;
            }
            let Some(np) = self.np(k) else { continue };
            k = np.first;
            if self.is_object_form(np) && self.page.has(np.last + 1, Group::And) {
                continue;
            }
            if self.governed(np) || np.owns {
                spare = spare.or(if np.owns && !self.governed(np) { Some(np) } else { None });
            } else {
                return Some(np);
            }
        }
        spare
    }

    fn first_of_clause(&self, floor: usize, before: usize) -> Option<&Np> {
        let mut from = floor;
        for k in (floor..before).rev() {
            let telling = self.page.has(k, Group::Disclose) && self.np(k).is_none();
            if BREAKS.contains(&self.page.shape(k)) || self.page.word(k) == "that" || telling {
                from = k + 1;
                break;
            }
        }
        let mut k = from;
        while k < before {
            match self.np(k) {
                Some(np) if !self.governed(np) && !np.owns && !self.is_object_form(np) => return Some(np),
                Some(np) => k = np.last + 1,
                None => k += 1,
            }
        }
        self.nearest(floor, before)
    }

    /// "her", "him", "them": words for somebody to whom something is done.
    fn is_object_form(&self, np: &Np) -> bool {
        np.pronoun && !np.owns && matches!(self.page.word(np.first), "her" | "him" | "them" | "me")
    }

    /// Who stands right after a verb as its object.
    pub fn object(&self, last: usize) -> Option<&Np> {
        let mut at = last + 1;
        while self.page.any(at, Set::of(&[Group::Skip])) && self.np(at).is_none() && at < last + 4 {
            at += 1;
        }
        self.np_from(at).filter(|np| self.page.sentence_of(np.first) == self.page.sentence_of(last))
    }

    /// Prepositions after a place in the sentence, each with who follows it.
    pub fn after(&self, last: usize) -> Vec<(Set, usize, &Np)> {
        let end = self.page.sentence(last).end;
        let mut found = Vec::new();
        let mut at = last + 1;
        while at < end {
            if self.page.is_mark(at, b';')
                || at > last + 1
                    && self.page.has(at, Group::That)
                    && !self.page.has(at, Group::Relative)
                    && self.np(at).is_none()
                    && self.page.word(at) == "that"
            {
                break;
            }
            let prepositions = self.page.any(at, PREPOSITIONS) && self.np(at).is_none();
            if prepositions {
                let hit = self.page.hits_in(at..at + 1).iter().find(|hit| PREPOSITIONS.meets(Set::of(&[hit.group])));
                let next = hit.map_or(at, |hit| hit.last) + 1;
                let groups = self.page.groups(at..at + 1);
                if let Some(np) = self.np_from(next) {
                    found.push((groups, at, np));
                    at = np.last + 1;
                    continue;
                }
                at = next;
                continue;
            }
            at += 1;
        }
        found
    }

    /// The text of tokens `first..=last` of one cell: cell, first byte, one past the last.
    pub fn span(&self, first: usize, last: usize) -> (usize, usize, usize) {
        let (Some(a), Some(b)) = (self.page.token(first), self.page.token(last)) else { return (0, 0, 0) };
        let end = if a.cell == b.cell { b.end } else { a.end };
        (a.cell as usize, a.start as usize, end as usize)
    }
}
