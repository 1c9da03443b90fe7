//! Finds the frames in an entry and the people in their places.

use super::grammar::{ALWAYS, Frame, Grammar, Sense, is_talk, mark};
use super::pattern::{Item, Slot};
use crate::reading::groups::{Group, Set};
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;

const ADVERB: Set = Set::of(&[Group::Skip]);
/// What may stand between a subject and its preposition.
const LOOSE: Set = Set::of(&[Group::Be, Group::Have, Group::Skip, Group::Modal, Group::Neg, Group::Relative]);
const PREPOSITION: Set = Set::of(&[Group::Place, Group::With, Group::Toward]);
/// Words that begin another clause.
const CLAUSE: Set = Set::of(&[Group::Stop, Group::Relative]);
/// Words after which a verb's form is a noun: "for visits", "the visit".
const NOUN: Set = Set::of(&[Group::Det, Group::Of, Group::By, Group::About, Group::From, Group::With, Group::Against]);

/// A frame where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// What it tells.
    pub sense: Sense,
    /// The word that called it up.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// Whose contact: an index into the scene's people.
    pub person: Option<usize>,
    /// With whom.
    pub with: Option<usize>,
    /// Whether they are people in general: "girls under 16".
    pub general: bool,
    /// Whether the word that called it up is a verb.
    pub verbal: bool,
    /// Index of its line.
    pub line: usize,
}

/// People met on the way through a pattern.
#[derive(Clone, Copy, Default)]
struct People {
    general: bool,
    adult: Option<usize>,
    young: Option<usize>,
    any: [Option<usize>; 2],
}

/// Every frame of the entry, by the place of the word that called it up; the longest of a line.
pub fn find(scene: &Scene) -> Vec<Found> {
    let grammar = Grammar::get();
    let words: Vec<u32> = (0..scene.page.len()).map(|i| grammar.vocabulary.look_up(scene.page.word(i))).collect();
    let mut finder = Finder { scene, words, young: &grammar.young, breaks: Vec::new() };
    finder.breaks = finder.next_breaks();
    let mut found: Vec<Found> = Vec::new();
    let mut after: Vec<u128> = Vec::new();
    for sentence in &scene.page.sentences {
        marks_after(&finder.words[sentence.clone()], &mut after);
        for at in sentence.clone().filter(|at| finder.words[*at] != 0 && !finder.in_name(*at)) {
            let marks = after[at - sentence.start] | ALWAYS;
            for frame in grammar.called_by(finder.words[at], marks) {
                let Some(one) = finder.at(frame, at, sentence.end) else { continue };
                match found.iter_mut().rev().take_while(|other| other.first == at).find(|other| other.line == one.line)
                {
                    Some(other) if other.last < one.last => *other = one,
                    Some(_) => {}
                    None => found.push(one),
                }
            }
        }
    }
    found
}

/// For each word of a sentence, the marks of the words after it.
fn marks_after(words: &[u32], after: &mut Vec<u128>) {
    after.clear();
    after.resize(words.len(), 0);
    for at in (1..words.len()).rev() {
        after[at - 1] = after[at] | mark(words[at]);
    }
}

struct Finder<'s, 'a> {
    scene: &'s Scene<'a>,
    words: Vec<u32>,
    young: &'s [u32],
    /// For each token, the first from it on that a few words cannot reach over.
    breaks: Vec<usize>,
}

impl Finder<'_, '_> {
    fn at(&self, frame: &Frame, at: usize, end: usize) -> Option<Found> {
        let (past, people) = self.follow(&frame.items, at, end, People::default())?;
        let people = self.lead(frame, at, people)?;
        let (person, with) = self.sides(people);
        if with.is_none() && person.is_some_and(|person| self.child(person)) {
            return None;
        }
        Some(Found {
            sense: frame.sense,
            first: at,
            last: past - 1,
            person,
            with,
            general: people.general,
            verbal: frame.verbal,
            line: frame.line,
        })
    }

    /// Follows the items from a token: one past the last, and who was met.
    fn follow(&self, items: &[Item], at: usize, end: usize, people: People) -> Option<(usize, People)> {
        let Some((item, rest)) = items.split_first() else { return Some((at, people)) };
        let here = match item {
            Item::Words(words) => {
                let fits = at < end && words.binary_search(&self.words[at]).is_ok();
                fits.then(|| self.follow(rest, at + 1, end, people)).flatten()
            }
            Item::Maybe(words) => {
                let fits = at < end && words.binary_search(&self.words[at]).is_ok();
                fits.then(|| self.follow(rest, at + 1, end, people))
                    .flatten()
                    .or_else(|| self.follow(rest, at, end, people))
            }
            Item::Gap(most) => {
                let reach = self.breaks.get(at).copied().unwrap_or(at);
                (at..=end.min(at + most).min(reach)).find_map(|to| self.follow(rest, to, end, people))
            }
            Item::Person(slot) | Item::Unsaid(slot) => {
                self.person(*slot, at, end, people).and_then(|(people, past)| self.follow(rest, past, end, people))
            }
            Item::Owner(slot) => self
                .owner(*slot, at, end)
                .and_then(|(index, past)| self.follow(rest, past, end, Self::met(people, *slot, index))),
        };
        let adverb = || at < end && self.scene.page.any(at, ADVERB) && self.scene.np(at).is_none();
        here.or_else(|| adverb().then(|| self.follow(items, at + 1, end, people)).flatten())
    }

    /// Whether a token is a later part of somebody's name.
    fn in_name(&self, at: usize) -> bool {
        self.scene.np(at).is_some_and(|np| np.named && np.first < at)
    }

    fn next_breaks(&self) -> Vec<usize> {
        let mut next = vec![self.words.len(); self.words.len()];
        for at in (0..next.len()).rev() {
            next[at] = match next.get(at + 1) {
                _ if self.breaks(at) => at,
                Some(later) => *later,
                None => next.len(),
            };
        }
        next
    }

    /// Whether a few words cannot reach over a token: a mark, or a word that begins another clause.
    fn breaks(&self, at: usize) -> bool {
        let page = &self.scene.page;
        let infinitive = page.word(at) == "to"
            && self.scene.np(at + 1).is_none()
            && (Grammar::get().vocabulary.is_bare(page.word(at + 1)) || is_talk(page.word(at + 1)));
        let mark = matches!(page.shape(at), Shape::Mark(b';' | b':' | b'.' | b','));
        mark || infinitive || page.any(at, CLAUSE)
    }

    fn met(mut people: People, slot: Slot, index: usize) -> People {
        match slot {
            Slot::Adult => people.adult = Some(index),
            Slot::Young | Slot::Child => people.young = Some(index),
            Slot::Any if people.any[0].is_none() => people.any[0] = Some(index),
            Slot::Any => people.any[1] = Some(index),
        }
        people
    }

    fn person(&self, slot: Slot, at: usize, end: usize, people: People) -> Option<(People, usize)> {
        let of = matches!(self.scene.page.word(at), "any" | "either" | "both" | "all" | "one" | "each" | "some");
        let at = if of && self.scene.page.word(at + 1) == "of" { at + 2 } else { at };
        let at = at + usize::from(matches!(self.scene.page.shape(at), Shape::Mark(b'\'' | b'"')));
        let owned = self.scene.np(at).is_none() && self.scene.page.shape(at + 1) == Shape::Possessive;
        let at = if owned { at + 2 } else { at };
        let inside =
            |np: &&Np| np.first == at || np.first + 2 >= at && self.scene.np_at[at - 1] == self.scene.np_at[at];
        let her = |np: &Np| np.pronoun && self.scene.page.word(np.first) == "her" && self.is_object(np.last + 1);
        let np = self.scene.np(at).filter(|np| at < end && (!np.owns || her(np)) && inside(np));
        let Some(np) = np else { return self.young_word(slot, at, end).map(|past| (people, past)) };
        let all = self.scene.joined(np);
        let past = all.last().map_or(np.last, |np| np.last) + 1;
        if let Some(index) = all.iter().find(|np| self.fits(np, slot)).and_then(|np| self.index(np)) {
            let name = self.apposed(past).filter(|name| !np.named && self.scene.page.is_mark(name.last + 1, b','));
            return Some((Self::met(people, slot, index), name.map_or(past, |name| name.last + 2)));
        }
        if let Some(named) = self.apposed(past).filter(|named| !np.plural && self.fits(named, slot)) {
            return Some((Self::met(people, slot, self.index(named)?), named.last + 1));
        }
        let general = matches!(slot, Slot::Young | Slot::Child) && np.generic && !np.pro;
        general.then_some((People { general: true, ..people }, past))
    }

    /// Whether the "her" before a token is whom something is done to, not whose something is.
    fn is_object(&self, next: usize) -> bool {
        const AFTER: Set = Set::of(&[
            Group::Det,
            Group::Place,
            Group::With,
            Group::By,
            Group::Toward,
            Group::From,
            Group::And,
            Group::Skip,
            Group::Stop,
            Group::He,
            Group::Be,
        ]);
        let page = &self.scene.page;
        let verbs = &Grammar::get().vocabulary;
        page.any(next, AFTER)
            || verbs.is_verb(page.word(next))
            || page.word(next).ends_with("ing")
            || !matches!(page.shape(next), Shape::Lower)
            || matches!(
                page.word(next),
                "up" | "off"
                    | "out"
                    | "home"
                    | "back"
                    | "away"
                    | "there"
                    | "round"
                    | "most"
                    | "every"
                    | "daily"
                    | "alone"
                    | "each"
            )
    }

    /// A name between commas: "the befriender, Alan Tooley,".
    fn apposed(&self, past: usize) -> Option<&Np> {
        self.scene.page.is_mark(past, b',').then(|| self.scene.np_from(past + 1)).flatten().filter(|np| np.named)
    }

    /// "the littlest", "two under-fives": words for children that are nobody's name or kin.
    fn young_word(&self, slot: Slot, at: usize, end: usize) -> Option<usize> {
        let word = |i: usize| {
            i < end && self.scene.np(i).is_none_or(|np| !np.named) && self.young.binary_search(&self.words[i]).is_ok()
        };
        let ones = |i: usize| i > at && self.scene.page.word(i) == "ones" && self.chooses(i - 1);
        let pick = |i: usize| {
            if ones(i) {
                return true;
            }
            let some = matches!(self.scene.page.word(i), "two" | "three" | "four" | "one");
            i > at && some && (self.chooses(i - 1) || self.are_somebodys(i))
        };
        let from = (at..at + 4).find(|i| word(*i) || pick(*i) || !self.leads_to_noun(*i))?;
        (slot != Slot::Adult && (word(from) || pick(from))).then_some(from + 1)
    }

    /// "the younger two", "the little one".
    fn chooses(&self, i: usize) -> bool {
        matches!(
            self.scene.page.word(i),
            "younger"
                | "older"
                | "little"
                | "youngest"
                | "eldest"
                | "other"
                | "small"
                | "wee"
                | "big"
                | "bigger"
                | "smaller"
        )
    }

    /// "with his two", "her three and mine": a number of somebody's with no noun behind it.
    fn are_somebodys(&self, i: usize) -> bool {
        const ON: Set = Set::of(&[Group::And, Group::Place, Group::With, Group::Be, Group::Have, Group::Stop]);
        let page = &self.scene.page;
        let on = i + 1 >= page.len() || page.shape(i + 1) != Shape::Lower || page.any(i + 1, ON);
        let whose = matches!(page.word(i - 1), "his" | "her" | "their" | "our" | "my");
        (whose || page.shape(i - 1) == Shape::Possessive) && page.word(i) != "one" && on
    }

    fn leads_to_noun(&self, i: usize) -> bool {
        const BEFORE: &[&str] = &[
            "the", "a", "all", "both", "little", "wee", "big", "bigger", "two", "three", "younger", "older",
            "youngest", "eldest", "small", "her", "his", "their", "own", "new",
        ];
        self.scene.page.has(i, Group::Det)
            || BEFORE.contains(&self.scene.page.word(i))
            || self.scene.page.shape(i) == Shape::Possessive
            || self.scene.np(i).is_some_and(|np| np.owns && self.scene.page.shape(np.last + 1) == Shape::Possessive)
    }

    fn owner(&self, slot: Slot, at: usize, end: usize) -> Option<(usize, usize)> {
        let first = self.scene.np_from(at).filter(|_| at < end)?;
        // "at Nain and Taid's": the last of several owns for all.
        let np = if first.owns { first } else { self.scene.joined(first).into_iter().last()? };
        let np = Some(np).filter(|np| np.owns && self.fits(np, slot))?;
        let mark = self.scene.page.shape(np.last + 1) == Shape::Possessive;
        Some((self.index(np)?, np.last + 1 + usize::from(mark)))
    }

    /// Who stands before the word that called the frame up.
    fn lead(&self, frame: &Frame, at: usize, mut people: People) -> Option<People> {
        let (slot, np, unsaid) = match &frame.lead {
            None => return Some(people),
            Some(Item::Owner(slot)) => (*slot, Some(self.owner_before(at)?), false),
            Some(Item::Person(slot)) => (*slot, self.before(at)?, false),
            Some(Item::Unsaid(slot)) => (*slot, self.before(at)?, true),
            Some(_) => return None,
        };
        let owner = matches!(frame.lead, Some(Item::Owner(_)));
        if !owner
            && (frame.verbal && self.is_noun(at)
                || np.is_some_and(|np| {
                    np.owns && !np.pronoun && !self.is_short(np, at, frame)
                        || !self.beside(np, at, frame.verbal || !matches!(frame.sense, Sense::Contact(_)))
                }))
        {
            return None;
        }
        let fitting = np.filter(|np| self.fits(np, slot)).and_then(|np| self.index(np));
        match (slot, fitting) {
            (Slot::Any, Some(index)) => people.any = [Some(index), people.any[0]],
            (_, Some(index)) => people = Self::met(people, slot, index),
            (_, None) if unsaid && self.has_done(at) => return None,
            (_, None) if unsaid && np.is_none_or(|np| np.generic || np.pro && self.scene.passive(at)) => {}
            (Slot::Adult, None) if np.is_none() && self.scene.client.is_some() => {}
            (Slot::Young | Slot::Child, None) if self.young_before(at) => {}
            _ => return None,
        }
        Some(people)
    }

    /// Whether a verb is told of its doer in the perfect: "have never met".
    fn has_done(&self, at: usize) -> bool {
        let helpers = self.scene.verb_start(at)..at;
        helpers.clone().any(|i| self.scene.page.has(i, Group::Have)) && !self.scene.passive(at)
    }

    /// "Barry's been dead ten years": "'s" for "is" or "has".
    fn is_short(&self, np: &Np, at: usize, frame: &Frame) -> bool {
        let mark = self.scene.page.shape(np.last + 1) == Shape::Possessive;
        let verb = frame.verbal || !matches!(frame.sense, Sense::Contact(_));
        mark && verb && (np.last + 2..at).all(|i| self.scene.page.any(i, LOOSE))
    }

    /// Whether a preposition has its subject right before it: "Ray, 40, was at the gate".
    fn beside(&self, np: &Np, at: usize, verbal: bool) -> bool {
        let page = &self.scene.page;
        let loose = |i: usize| {
            page.any(i, LOOSE)
                || matches!(
                    page.shape(i),
                    Shape::Mark(b',' | b'(' | b')' | b'-' | b':') | Shape::Number | Shape::Possessive
                )
        };
        verbal && !page.any(at, PREPOSITION) || (np.last + 1..at).all(loose)
    }

    /// Whether a word stands as a noun: "for visits to a flat", "the sleeping game".
    fn is_noun(&self, at: usize) -> bool {
        let page = &self.scene.page;
        let led = |before: usize| {
            (page.any(before, NOUN) || page.word(before) == "for")
                && self.scene.np(before).is_none()
                && page.sentence_of(before) == page.sentence_of(at)
        };
        // "above a betting shop with": a noun behind what is said of it.
        let described = |before: usize| page.word(before).ends_with("ing") && before.checked_sub(1).is_some_and(led);
        at.checked_sub(1).is_some_and(|before| led(before) || described(before))
    }

    /// The subject of a word, or whom the note begins with. None where the writer is the subject.
    fn before(&self, at: usize) -> Option<Option<&Np>> {
        let start = self.scene.verb_start(at);
        let range = self.scene.page.sentence(at);
        let word = |back: usize| start.checked_sub(back).filter(|i| *i >= range.start);
        let writer = word(1).is_some_and(|i| matches!(self.scene.page.word(i), "i" | "we" | "writer"));
        let short = word(2)
            .filter(|i| self.scene.page.shape(i + 1) == Shape::Possessive)
            .and_then(|i| self.scene.np(i))
            .filter(|np| np.pronoun);
        (!writer).then(|| short.or_else(|| self.scene.subject(at)).or_else(|| self.opening(at)))
    }

    fn young_before(&self, at: usize) -> bool {
        let start = self.scene.verb_start(at);
        start > self.scene.page.sentence(at).start && self.young.binary_search(&self.words[start - 1]).is_ok()
    }

    /// Whom a note begins with: "Uncle Ray: no contact".
    fn opening(&self, at: usize) -> Option<&Np> {
        self.scene.np_from(self.scene.page.sentence(at).start).filter(|np| np.last < at && !np.owns)
    }

    fn owner_before(&self, at: usize) -> Option<&Np> {
        let mut before = at.checked_sub(1)?;
        if self.scene.page.shape(before) == Shape::Possessive {
            before = before.checked_sub(1)?;
        }
        self.scene.np(before).filter(|np| np.owns && np.last == before)
    }

    /// The child, or the family as a whole.
    fn child_side(&self, index: usize) -> bool {
        let family = |np: &Np| matches!(self.scene.page.word(np.last), "family" | "household");
        self.child(index) || self.scene.nps.get(index).is_some_and(family)
    }

    /// Which of those met is the person and which the child's side. Of two whom the pattern does not tell apart the
    /// child's side is the young one, else the one who stands first after the verb is the person.
    fn sides(&self, people: People) -> (Option<usize>, Option<usize>) {
        let others: Vec<usize> = people.any.into_iter().flatten().collect();
        match (people.adult, people.young, others.as_slice()) {
            (None, None, [one]) if self.child(*one) => (None, Some(*one)),
            (None, None, [one]) => (Some(*one), None),
            (None, None, [one, other]) if self.child(*one) || !self.child_side(*other) => (Some(*other), Some(*one)),
            (None, None, [one, other]) => (Some(*one), Some(*other)),
            (Some(adult), None, [one, ..]) => (Some(adult), Some(*one)),
            (None, Some(young), [one, ..]) => (Some(*one), Some(young)),
            (adult, young, _) => (adult, young),
        }
    }

    fn child(&self, index: usize) -> bool {
        self.scene.nps.get(index).is_some_and(|np| self.scene.is_young(np))
    }

    fn index(&self, np: &Np) -> Option<usize> {
        (*self.scene.np_at.get(np.first)? as usize).checked_sub(1)
    }

    fn fits(&self, np: &Np, slot: Slot) -> bool {
        match slot {
            Slot::Any => !np.pro && !np.generic && np.who.is_some(),
            Slot::Adult => self.scene.is_grown(np),
            Slot::Young => !np.pro && !np.generic && (self.scene.is_young(np) || self.scene.may_be_young(np)),
            Slot::Child => {
                let unknown = self.scene.book.front_is_empty() && self.scene.may_be_young(np);
                !np.pro && !np.generic && (self.scene.is_young(np) || unknown)
            }
        }
    }
}
