//! What the words around a name show.

use super::Book;
use super::words::{age, ordinary};
use crate::reading::frames;
use crate::reading::groups::{Group, Set};
use crate::reading::lexicon::Lexicon;
use crate::reading::ordinary::is_ordinary;
use crate::reading::page::Page;
use crate::reading::tokens::Shape;

const BEFORE_NAME: Set = Set::of(&[
    Group::By,
    Group::With,
    Group::Against,
    Group::About,
    Group::And,
    Group::KnownAs,
    Group::AlsoKnown,
    Group::AbuseVerb,
    Group::SuspectLabel,
    Group::VictimLabel,
]);

/// What follows a name that begins a sentence: somebody says, is, has or does something.
const AFTER_NAME: Set = Set::of(&[Group::Says, Group::Disclose, Group::AbuseVerb]);
/// What follows a name after "that".
const AFTER_THAT: Set = AFTER_NAME.with(Set::of(&[Group::Be, Group::Have, Group::Modal, Group::WeakVerb]));

/// "by Biggs": whether a word that ends in "s" is no plural or verb that is known.
fn looks_like_a_surname(word: &str) -> bool {
    !is_ordinary(word)
        && !is_ordinary(word.trim_end_matches('s'))
        && !Lexicon::get().knows(word)
        && !frames::knows(word)
}

/// "Chalky downstairs", "Robbo from next door": whether words follow that say where a neighbour lives.
fn lives_near(page: &Page, next: usize) -> bool {
    let at = if page.word(next) == "from" { next + 1 } else { next };
    matches!(page.word(at), "downstairs" | "upstairs" | "opposite")
        || page.word(at) == "next" && page.word(at + 1) == "door"
        || page.word(at) == "over" && page.word(at + 1) == "the" && page.word(at + 2) == "road"
}

impl Book {
    /// Whether the words around show that a person is named: "told", an age, "'s mum", "by", "known as".
    pub fn shown_by_words(&self, page: &Page, first: usize, last: usize) -> bool {
        let next = last + 1;
        let aged = page.is_mark(next, b'(') && age(page.word(next + 1)).is_some()
            || page.is_mark(next, b',') && age(page.word(next + 1)).is_some() && page.is_mark(next + 2, b',');
        let owner = page.shape(next) == Shape::Possessive
            && (page.has(next + 1, Group::Kin) || page.has(next + 1, Group::KinPlural));
        let born = matches!(page.word(next), "b" | "dob" | "d.o.b");
        let capitals = page.shape(first) == Shape::Caps
            && page.word(first).len() > 3
            && page.shape(next) == Shape::Possessive
            && !ordinary(page.word(first));
        // "that Nobby, her nan's brother, ...", "Nobby = Leonard HOYLE".
        let whose = matches!(page.word(next + 1), "her" | "his" | "their" | "the" | "my" | "our");
        let apposed = page.is_mark(next, b',')
            && whose
            && (next + 2..next + 6).any(|at| page.has(at, Group::Kin))
            && (next + 2..next + 8).any(|at| page.is_mark(at, b','));
        let equals = page.is_mark(next, b'=');
        // "told her that Macca, who slept on the settee, ...": of things one says "which".
        let related = page.is_mark(next, b',') && matches!(page.word(next + 1), "who" | "whose" | "whom");
        if (apposed || equals || related || lives_near(page, next)) && !ordinary(page.word(first)) {
            return true;
        }
        if aged || owner || born || capitals {
            return true;
        }
        if self.opens(page, first) {
            let does = page.any(next, AFTER_NAME) || frames::is_verb(page.word(next));
            return !ordinary(page.word(first)) && does && page.shape(next) == Shape::Lower;
        }
        let led = first > 0
            && (page.any(first - 1, BEFORE_NAME)
                || page.has(first - 1, Group::SubjectCue)
                || page.word(first - 1) == "for");
        let that = first > 0 && page.word(first - 1) == "that";
        let acts =
            page.any(next, if that { AFTER_THAT } else { Set::of(&[Group::Says]) }) && page.shape(next) == Shape::Lower;
        let surname_in_s = || {
            let word = page.word(first);
            page.shape(first) == Shape::Title && word.ends_with('s') && looks_like_a_surname(word)
        };
        led && (!ordinary(page.word(first)) || surname_in_s()) || acts && !self.after_place(page, first)
    }

    /// Whether an age or a date of birth stands after a token.
    pub fn shown_beside(&self, page: &Page, last: usize) -> bool {
        let next = last + 1;
        matches!(page.word(next), "b" | "dob" | "born")
            || page.is_mark(next, b'(') && age(page.word(next + 1)).is_some()
    }

    /// Whether a word is the first of a sentence, a quotation or a line.
    pub fn opens(&self, page: &Page, i: usize) -> bool {
        page.sentence(i).start == i
            || i.checked_sub(1)
                .is_some_and(|before| matches!(page.shape(before), Shape::Mark(b'"' | b':' | b'*' | b'-')))
    }

    /// "in Hope": whether a word that leads to places stands before.
    pub fn after_place(&self, page: &Page, i: usize) -> bool {
        i > 0 && page.has(i - 1, Group::Place)
    }

    /// "the Willow Tree": what "the" stands before is a thing or a place.
    pub fn after_the(&self, page: &Page, i: usize) -> bool {
        i > 0 && page.word(i - 1) == "the" && !self.given.contains_key(page.word(i))
    }
}

/// Whether two words stand in one line of one cell.
pub fn touch(page: &Page, a: usize, b: usize) -> bool {
    page.token(a).zip(page.token(b)).is_some_and(|(a, b)| a.cell == b.cell && !b.opens)
}
