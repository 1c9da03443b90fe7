//! The part of words for somebody that says who, before it becomes a mention.

use super::Finder;
use super::kin::KIN_WORDS;
use crate::model::{Kin, Naming, Sex};
use crate::reading::groups::{Group, Set};
use crate::reading::tokens::Shape;

/// The noun or name that says who somebody is, with the adjectives before it.
pub struct Head {
    /// Last token.
    pub last: usize,
    /// How it points to somebody.
    pub naming: Naming,
    /// The kinship it tells.
    pub kin: Option<Kin>,
    /// Sex that the words show.
    pub sex: Option<Sex>,
    /// "Mr", "PC", "Jnr".
    pub title: Option<String>,
    /// Several people.
    pub plural: bool,
    /// People in general.
    pub generic: bool,
    /// A professional.
    pub pro: bool,
    /// Somebody young, or younger than whoever they are kin of.
    pub young: bool,
    /// Whether it ended in a name.
    pub named: bool,
    /// Whether a kin word or noun stood in it.
    pub noun: bool,
    /// Age in years.
    pub age: Option<u8>,
}

impl Head {
    /// One that ends with the token and says no more yet.
    pub fn new(last: usize) -> Head {
        Head {
            last,
            naming: Naming::Unnamed,
            kin: None,
            sex: None,
            title: None,
            plural: false,
            generic: false,
            pro: false,
            young: false,
            named: false,
            noun: false,
            age: None,
        }
    }
}

/// The groups of nouns for people.
pub const NOUNS: [Group; 5] = [Group::Kin, Group::KinPlural, Group::Person, Group::Persons, Group::Pro];

/// What stands before the noun.
struct Before {
    /// Where the noun begins.
    noun: usize,
    /// Age in years.
    years: Option<u8>,
    /// The first adjective of kinship.
    kin: Option<usize>,
}

impl Finder<'_> {
    /// The head that begins with a token. `led` where a determiner or an owner stands before.
    pub fn head(&mut self, from: usize, led: bool) -> Option<Head> {
        let Before { noun, years, kin } = self.adjectives(from)?;
        let Some(mut head) = self.noun(noun, kin, led, self.owned(from)) else {
            let aged = |years| Head { young: years < 18, noun: true, age: Some(years), ..Head::new(noun - 1) };
            return years.filter(|_| led && noun > from).map(aged);
        };
        head.age = head.age.or(years);
        head.young |= years.is_some_and(|years| years < 18);
        Some(head)
    }

    /// Whether whose somebody is stands before: "her fella", "Mum's new bloke" are her partner, "the fella" is a man.
    fn owned(&self, from: usize) -> bool {
        let page = self.page();
        from.checked_sub(1).is_some_and(|before| {
            page.shape(before) == Shape::Possessive || matches!(page.word(before), "her" | "his" | "my" | "their")
        })
    }

    /// Ages and adjectives before the noun; none where there is no end of them.
    fn adjectives(&self, from: usize) -> Option<Before> {
        let mut before = Before { noun: from, years: None, kin: None };
        for _ in 0..8 {
            let at = before.noun;
            if let Some((years, next)) = self.years_old(at) {
                before.years = Some(years);
                before.noun = next;
                continue;
            }
            if self.tells_subject(at) {
                before.noun = at + 1;
                continue;
            }
            if let Some(last) = self.school_year(at) {
                before.noun = last + 1;
                continue;
            }
            if self.half_in_brackets(at) {
                before.kin = before.kin.or(Some(at + 1));
                before.noun = at + 3;
                continue;
            }
            let Some(last) = self.adjective(at) else { return Some(before) };
            if KIN_WORDS.contains(&self.page().word(at)) {
                before.kin = before.kin.or(Some(at));
            }
            before.noun = last + 1;
        }
        None
    }

    /// "a piano pupil", "his athletics coach": a word that tells what is taught, of no list, before whoever learns or teaches it.
    fn tells_subject(&self, at: usize) -> bool {
        const TAUGHT: &[&str] = &["pupil", "student", "coach", "teacher", "tutor", "instructor", "trainer"];
        let page = self.page();
        let known = page.any(at, Set::of(&NOUNS)) || page.any(at, Set::of(&[Group::KinAdj, Group::PersonAdj]));
        let led = at.checked_sub(1).is_some_and(|before| {
            page.has(before, Group::Det) || matches!(page.word(before), "his" | "her" | "their" | "my")
        });
        led && !known && page.shape(at) == Shape::Lower && TAUGHT.contains(&page.word(at + 1))
    }

    /// "a Year 3 boy", "a Y9 girl": the last token of a school year before a child.
    fn school_year(&self, at: usize) -> Option<usize> {
        const CHILDREN: &[&str] = &["boy", "girl", "pupil", "child", "lad", "student", "peer", "classmate"];
        let page = self.page();
        let year = match page.word(at) {
            "year" | "yr" if page.shape(at + 1) == Shape::Number => at + 1,
            "reception" => at,
            word => word.strip_prefix('y').filter(|rest| rest.parse::<u8>().is_ok()).map(|_| at)?,
        };
        CHILDREN.contains(&page.word(year + 1)).then_some(year)
    }

    /// "(half) brother", "(step) dad".
    fn half_in_brackets(&self, at: usize) -> bool {
        let page = self.page();
        page.is_mark(at, b'(') && matches!(page.word(at + 1), "half" | "step" | "foster") && page.is_mark(at + 2, b')')
    }

    /// The last token of an adjective for people, unless the words are a noun themselves.
    fn adjective(&self, at: usize) -> Option<usize> {
        let page = self.page();
        let last = page.begins(at, Group::KinAdj).or_else(|| page.begins(at, Group::PersonAdj))?.last;
        let noun = NOUNS.iter().filter_map(|group| page.begins(at, *group)).map(|hit| hit.last).max();
        let shorter = noun.is_none_or(|noun| noun < last || noun == last && self.noun_follows(last + 1));
        shorter.then_some(last)
    }

    fn noun_follows(&self, i: usize) -> bool {
        const NOUN: Set = Set::of(&NOUNS).with(Set::of(&[Group::KinAdj, Group::PersonAdj]));
        self.page().any(i, NOUN) && self.one_sentence(i.saturating_sub(1), i)
    }
}
