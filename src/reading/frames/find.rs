//! Finds the frames in an entry and the people in their places.

use super::grammar::{Frame, Grammar, Sense};
use super::pattern::{Item, Slot};
use crate::model::{Naming, Who};
use crate::reading::groups::{Group, Set};
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;

const ADVERB: Set = Set::of(&[Group::Skip]);

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
    let words: Vec<u32> =
        (0..scene.page.len()).map(|i| grammar.vocabulary.look_up(scene.page.word(i))).collect();
    let finder = Finder { scene, words, young: &grammar.young };
    let mut found: Vec<Found> = Vec::new();
    for sentence in &scene.page.sentences {
        for at in sentence.clone().filter(|at| finder.words[*at] != 0) {
            for frame in grammar.called_by(finder.words[at]) {
                let Some(one) = finder.at(frame, at, sentence.end) else { continue };
                match found.iter_mut().rev().take_while(|other| other.first == at).find(|other| other.line == one.line) {
                    Some(other) if other.last < one.last => *other = one,
                    Some(_) => {}
                    None => found.push(one),
                }
            }
        }
    }
    found
}

struct Finder<'s, 'a> {
    scene: &'s Scene<'a>,
    words: Vec<u32>,
    young: &'s [u32],
}

impl Finder<'_, '_> {
    fn at(&self, frame: &Frame, at: usize, end: usize) -> Option<Found> {
        let (past, people) = self.follow(&frame.items, at, end, People::default())?;
        if self.scene.np(at).is_some_and(|np| np.named && np.first < at) {
            return None;
        }
        let people = self.lead(frame, at, people)?;
        let (person, with) = self.sides(people);
        Some(Found { sense: frame.sense, first: at, last: past - 1, person, with, general: people.general, line: frame.line })
    }

    /// Follows the items from a token: one past the last, and who was met.
    fn follow(&self, items: &[Item], at: usize, end: usize, people: People) -> Option<(usize, People)> {
        let Some((item, rest)) = items.split_first() else { return Some((at, people)) };
        let here = match item {
            Item::Words(words) => {
                let fits = at < end && words.contains(&self.words[at]);
                fits.then(|| self.follow(rest, at + 1, end, people)).flatten()
            }
            Item::Maybe(words) => {
                let fits = at < end && words.contains(&self.words[at]);
                fits.then(|| self.follow(rest, at + 1, end, people))
                    .flatten()
                    .or_else(|| self.follow(rest, at, end, people))
            }
            Item::Gap(most) => (at..=end.min(at + most))
                .take_while(|to| *to == at || !self.breaks(to - 1))
                .find_map(|to| self.follow(rest, to, end, people)),
            Item::Person(slot) | Item::Unsaid(slot) => self.person(*slot, at, end, people).and_then(|(people, past)| {
                self.follow(rest, past, end, people)
            }),
            Item::Owner(slot) => self.owner(*slot, at, end).and_then(|(index, past)| {
                self.follow(rest, past, end, Self::met(people, *slot, index))
            }),
        };
        let adverb = || at < end && self.scene.page.any(at, ADVERB) && self.scene.np(at).is_none();
        here.or_else(|| adverb().then(|| self.follow(items, at + 1, end, people)).flatten())
    }

    fn breaks(&self, at: usize) -> bool {
        matches!(self.scene.page.shape(at), Shape::Mark(b';' | b':' | b'.'))
    }

    fn met(mut people: People, slot: Slot, index: usize) -> People {
        match slot {
            Slot::Adult => people.adult = Some(index),
            Slot::Young => people.young = Some(index),
            Slot::Any if people.any[0].is_none() => people.any[0] = Some(index),
            Slot::Any => people.any[1] = Some(index),
        }
        people
    }

    fn person(&self, slot: Slot, at: usize, end: usize, people: People) -> Option<(People, usize)> {
        let inside = |np: &&Np| np.first == at || np.first + 2 >= at && self.scene.np_at[at - 1] == self.scene.np_at[at];
        let her = |np: &Np| np.pronoun && self.scene.page.word(np.first) == "her";
        let np = self.scene.np(at).filter(|np| at < end && (!np.owns || her(np)) && inside(np));
        let Some(np) = np else { return self.young_word(slot, at, end).map(|past| (people, past)) };
        let all = self.scene.joined(np);
        let past = all.last().map_or(np.last, |np| np.last) + 1;
        if let Some(index) = all.iter().find(|np| self.fits(np, slot)).and_then(|np| self.index(np)) {
            return Some((Self::met(people, slot, index), past));
        }
        let general = slot == Slot::Young && np.generic && !np.pro;
        general.then_some((People { general: true, ..people }, past))
    }

    /// "the littlest", "two under-fives": words for children that are nobody's name or kin.
    fn young_word(&self, slot: Slot, at: usize, end: usize) -> Option<usize> {
        let word = |i: usize| i < end && self.scene.np(i).is_none_or(|np| !np.named) && self.young.contains(&self.words[i]);
        let from = (at..at + 4).find(|i| word(*i) || !self.leads_to_noun(*i)).filter(|i| word(*i))?;
        (slot == Slot::Young).then_some(from + 1)
    }

    fn leads_to_noun(&self, i: usize) -> bool {
        const BEFORE: &[&str] = &["little", "two", "three", "younger", "older", "youngest", "eldest", "small", "her", "his", "their", "own", "new"];
        self.scene.page.has(i, Group::Det) || BEFORE.contains(&self.scene.page.word(i)) || self.scene.page.shape(i) == Shape::Possessive
    }

    fn owner(&self, slot: Slot, at: usize, end: usize) -> Option<(usize, usize)> {
        let np = self.scene.np_from(at).filter(|np| at < end && np.owns && self.fits(np, slot))?;
        let mark = self.scene.page.shape(np.last + 1) == Shape::Possessive;
        Some((self.index(np)?, np.last + 1 + usize::from(mark)))
    }

    /// Who stands before the word that called the frame up.
    fn lead(&self, frame: &Frame, at: usize, mut people: People) -> Option<People> {
        let page = &self.scene.page;
        let (slot, np, unsaid) = match &frame.lead {
            None => return Some(people),
            Some(Item::Owner(slot)) => (*slot, Some(self.owner_before(at)?), false),
            Some(Item::Person(slot)) => (*slot, self.before(at)?, false),
            Some(Item::Unsaid(slot)) => (*slot, self.before(at)?, true),
            Some(_) => return None,
        };
        let named = page.word(at).ends_with("ing") && at > 0 && page.has(at - 1, Group::Det) && self.scene.np(at).is_none();
        if named && !matches!(frame.lead, Some(Item::Owner(_))) {
            return None;
        }
        let fitting = np.filter(|np| self.fits(np, slot)).and_then(|np| self.index(np));
        match (slot, fitting) {
            (Slot::Any, Some(index)) => people.any = [Some(index), people.any[0]],
            (_, Some(index)) => people = Self::met(people, slot, index),
            (_, None) if unsaid && np.is_none_or(|np| np.pro || np.generic) => {}
            (Slot::Adult, None) if np.is_none() && self.scene.client.is_some() => {}
            (Slot::Young, None) if self.young_before(at) => {}
            _ => return None,
        }
        Some(people)
    }

    /// The subject of a word, or whom the note begins with. None where the writer is the subject.
    fn before(&self, at: usize) -> Option<Option<&Np>> {
        let start = self.scene.verb_start(at);
        let range = self.scene.page.sentence(at);
        let writer = start > range.start && matches!(self.scene.page.word(start - 1), "i" | "we" | "writer");
        (!writer).then(|| self.scene.subject(at).or_else(|| self.opening(at)))
    }

    fn young_before(&self, at: usize) -> bool {
        let start = self.scene.verb_start(at);
        start > self.scene.page.sentence(at).start && self.young.contains(&self.words[start - 1])
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

    /// Which of those met is the person and which the child's side. Of two whom the pattern does not tell apart the
    /// child's side is the young one, else the one who stands first after the verb is the person.
    fn sides(&self, people: People) -> (Option<usize>, Option<usize>) {
        let others: Vec<usize> = people.any.into_iter().flatten().collect();
        match (people.adult, people.young, others.as_slice()) {
            (None, None, [one]) if self.child(*one) => (None, Some(*one)),
            (None, None, [one]) => (Some(*one), None),
            (None, None, [one, other]) if self.child(*one) || !self.child(*other) => (Some(*other), Some(*one)),
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
            Slot::Adult => !np.pro && !np.generic && np.who.is_some() && !self.scene.is_young(np),
            Slot::Young => !np.pro && !np.generic && (self.scene.is_young(np) || self.scene.may_be_young(np)),
        }
    }
}

impl Scene<'_> {
    /// Whether the words, or others for the same person, mean a child.
    pub fn is_young(&self, np: &Np) -> bool {
        if let Some(age) = self.age(np) {
            return age < 18;
        }
        let other = |one: &Np| one.who == np.who && one.who.is_some() && !one.pronoun && self.is_child_side(one);
        self.is_child_side(np) && !np.pronoun || np.who == Some(Who::Child) || np.pronoun && self.nps.iter().any(other)
    }

    /// Whether the words could mean a child: a bare name, a pronoun, several people.
    pub fn may_be_young(&self, np: &Np) -> bool {
        if self.age(np).is_some_and(|age| age >= 18) {
            return false;
        }
        let Some(Who::Mention(index)) = np.who else { return np.pronoun || np.who.is_some() };
        let Some(mention) = self.mentions.get(index) else { return false };
        match &mention.naming {
            Naming::Full { .. } | Naming::Given(_) | Naming::Initials(_) => {
                mention.kin.is_none() && mention.title.is_none()
            }
            Naming::Group => true,
            _ => np.plural,
        }
    }
}
