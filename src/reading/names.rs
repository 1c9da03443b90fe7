//! Which words with a capital are people's names.
//!
//! Full names are looked for in all entries first, so that a bare surname or given name is found later. A
//! capital alone is not enough: a list of given names, the front sheet, or how the word stands must agree.

use super::frames;
use super::groups::{Group, Set};
use super::lexicon::Lexicon;
use super::page::Page;
use super::tokens::Shape;
use crate::model::{Entry, FrontSheet, Meaning, Sex, When};
use std::collections::{HashMap, HashSet};

/// Names known in this case.
#[derive(Debug, Default)]
pub struct Book {
    given: HashMap<String, Option<Sex>>,
    surnames: HashSet<String>,
    front: HashSet<String>,
    initials: HashSet<String>,
    staff: HashSet<String>,
    /// When people of the front sheet were born, by folded given name and by full name; none where two bear it.
    born: HashMap<String, Option<When>>,
    /// Letters that begin any given name of the front sheet.
    borne: HashSet<char>,
    /// Letters that begin one given name of the front sheet only.
    letters: HashSet<char>,
    /// First letter of the child's given name: schools write "C" for Chloe.
    pub child_letter: Option<char>,
    /// Folded given names and initials of the child.
    pub child: HashSet<String>,
}

/// A name found in the text, as tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Last token.
    pub last: usize,
    /// Token of the given name.
    pub given: Option<usize>,
    /// Token of the surname.
    pub surname: Option<usize>,
    /// Token of an initial before the surname.
    pub initial: Option<usize>,
    /// Whether it is initials only.
    pub initials: bool,
    /// Sex that the given name shows.
    pub sex: Option<Sex>,
}

const STOP: Set = Set::of(&[
    Group::NotName,
    Group::Title,
    Group::TitlePro,
    Group::Kin,
    Group::KinPlural,
    Group::Pro,
    Group::Person,
    Group::Persons,
    Group::Be,
    Group::Have,
    Group::Det,
    Group::He,
    Group::She,
    Group::They,
    Group::And,
    Group::Of,
    Group::By,
    Group::About,
    Group::With,
    Group::From,
    Group::Place,
    Group::Relative,
    Group::Hidden,
]);
const GIVEN: Set = Set::of(&[Group::GivenF, Group::GivenM]);
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
/// Endings of ordinary nouns, adjectives and verbs that a sentence may begin with.
const ORDINARY: &[&str] = &[
    "tion", "sion", "ment", "ness", "ance", "ence", "ing", "ity", "ship", "hood", "ure", "ism", "ics", "ed", "ly",
    "ies", "ogy", "ful", "less", "able", "ible", "ous", "ive", "time", "work", "ents", "ons", "ants", "ions", "age",
    "ages", "ers", "ors", "ches", "ists",
];

/// Whether a word ends as ordinary words do and names seldom.
fn ordinary(word: &str) -> bool {
    word.ends_with('s')
        || word.len() > 4 && ORDINARY.iter().any(|end| word.ends_with(end))
        || Lexicon::get().knows(word)
        || frames::knows(word)
}

impl Book {
    /// The names of the front sheet and of the columns that hold staff.
    pub fn new(front: Option<&FrontSheet>, entries: &[&Entry]) -> Book {
        let mut book = Book::default();
        book.learn_births_and_letters(front);
        book.learn_initials(front);
        for person in front.iter().flat_map(|front| front.everyone()) {
            for name in std::iter::once(&person.name).chain(&person.also_known_as) {
                book.learn(name, person.sex);
            }
        }
        if let Some(front) = front {
            let child = &front.child;
            book.child_letter = child.name.chars().next().map(|c| c.to_ascii_lowercase());
            for name in std::iter::once(&child.name).chain(&child.also_known_as) {
                let words: Vec<&str> = name.split_whitespace().collect();
                book.child.extend(words.first().map(|word| word.to_lowercase()));
                let letters: String = words.iter().filter_map(|word| word.chars().next()).collect();
                if letters.chars().count() > 1 {
                    book.child.insert(letters.to_lowercase());
                    book.initials.insert(letters.to_lowercase());
                }
            }
        }
        for cell in entries.iter().flat_map(|entry| &entry.cells) {
            if cell.meaning == Meaning::Professional {
                let names = cell.text.split([',', ';', '/', '&', '(']);
                book.staff.extend(names.map(|name| name.trim().to_lowercase()).filter(|name| name.len() > 1));
            }
        }
        book.staff.retain(|name| !book.front.contains(name));
        book
    }

    fn learn_births_and_letters(&mut self, front: Option<&FrontSheet>) {
        let mut letters: HashMap<char, usize> = HashMap::new();
        for person in front.iter().flat_map(|front| front.everyone()) {
            letters.entry(letter(&person.name)).and_modify(|count| *count += 1).or_insert(1);
            let mut forms: Vec<String> = Vec::new();
            for name in std::iter::once(&person.name).chain(&person.also_known_as) {
                let folded = name.to_lowercase();
                let words: Vec<&str> = folded.split_whitespace().collect();
                if let [given, .., surname] = words.as_slice() {
                    forms.push(format!("{given} {surname}"));
                    forms.push((*given).to_owned());
                } else {
                    forms.push(folded.clone());
                }
            }
            forms.sort();
            forms.dedup();
            for form in forms {
                self.born.entry(form).and_modify(|born| *born = None).or_insert_with(|| person.born.clone());
            }
        }
        self.borne = letters.keys().copied().collect();
        self.letters = letters.into_iter().filter(|(_, count)| *count == 1).map(|(letter, _)| letter).collect();
    }

    /// When the one person of the front sheet with a folded given or full name was born, where it says so.
    pub fn born(&self, folded: &str) -> Option<&When> {
        self.born.get(folded)?.as_ref()
    }

    /// Whether a given name of the front sheet begins with the letter.
    pub fn bears(&self, letter: char) -> bool {
        self.borne.contains(&letter)
    }

    /// Initials that only one person of the front sheet has, unless they are an abbreviation.
    fn learn_initials(&mut self, front: Option<&FrontSheet>) {
        let mut all: HashMap<String, usize> = HashMap::new();
        for person in front.iter().flat_map(|front| front.everyone()) {
            let letters: String = person.name.split_whitespace().map(letter).collect();
            if (2..=3).contains(&letters.chars().count()) {
                *all.entry(letters).or_default() += 1;
            }
        }
        let one = all.into_iter().filter(|(letters, count)| *count == 1 && !Lexicon::get().knows(letters));
        self.initials.extend(one.map(|(letters, _)| letters));
    }

    fn learn(&mut self, name: &str, sex: Option<Sex>) {
        self.front.insert(name.to_lowercase());
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        match words.as_slice() {
            [] => {}
            [only] if name.len() <= 3 && name.chars().all(char::is_uppercase) => {
                self.initials.insert(only.clone());
            }
            [only] => {
                self.given.insert(only.clone(), sex);
            }
            [given, .., surname] => {
                self.given.insert(given.clone(), sex);
                self.surnames.insert(surname.clone());
                self.front.insert(given.clone());
            }
        }
    }

    /// Whether the front sheet gives this folded name (full or given).
    pub fn on_front(&self, folded: &str) -> bool {
        self.front.contains(folded)
    }

    /// Whether a folded word is a surname met in the case.
    pub fn is_surname(&self, folded: &str) -> bool {
        self.surnames.contains(folded)
    }

    /// Whether there is no front sheet to know names from.
    pub fn front_is_empty(&self) -> bool {
        self.front.is_empty()
    }

    /// Whether a column of staff names holds these folded words.
    pub fn is_staff(&self, folded: &str) -> bool {
        self.staff.contains(folded)
    }

    /// Adds the full names and nicknames that an entry gives.
    pub fn discover(&mut self, page: &Page) {
        let mut i = 0;
        while i < page.len() {
            let Some(name) = self.at(page, i, false) else {
                i += 1;
                continue;
            };
            let known_as = i > 0 && page.has(i - 1, Group::KnownAs);
            let pro = i > 0 && (page.has(i - 1, Group::Pro) || page.has(i - 1, Group::TitlePro));
            if let (Some(given), Some(surname)) = (name.given, name.surname) {
                let (given, surname) = (page.word(given).to_owned(), page.word(surname).to_owned());
                if pro {
                    self.staff.insert(format!("{given} {surname}"));
                } else {
                    self.given.entry(given).or_insert(name.sex);
                    self.surnames.insert(surname);
                }
            } else if known_as {
                self.given.entry(page.word(i).to_owned()).or_insert(name.sex);
            }
            i = name.last + 1;
        }
    }

    /// The name that begins with the token. `expected` where what stands before calls for one: a title, a kin word.
    pub fn at(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        match page.shape(i) {
            Shape::Initial => self.initial(page, i, expected),
            Shape::Title | Shape::Caps => self.name(page, i, expected),
            _ => None,
        }
    }

    fn initial(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        let letter = page.word(i).chars().next()?;
        if let Some(name) = dotted_initials(page, i) {
            return Some(name);
        }
        let dotted = page.is_mark(i + 1, b'.');
        let next = if dotted { i + 2 } else { i + 1 };
        let known =
            self.child_letter == Some(letter) || self.letters.contains(&letter) && self.stands_as_person(page, i);
        // "Plan closed for C. Section 47": the stop ends a sentence that speaks of the child.
        let stops = dotted && known && ordinary(page.word(next)) && !self.surnames.contains(page.word(next));
        let surname = expected
            || self.surnames.contains(page.word(next))
            || dotted && !page.has(next, Group::PlaceName) && !page.has(next + 1, Group::PlaceName);
        if self.capital(page, next) && !page.any(next, STOP) && surname && !stops && page.word(next).len() > 1 {
            return Some(Name { last: next, surname: Some(next), initial: Some(i), ..Name::default() });
        }
        let alone = known && !self.capital(page, i + 1) && (stops || !dotted);
        let cleared = i == 0 || !matches!(page.shape(i - 1), Shape::Number | Shape::Mark(b'&' | b'/' | b'-'));
        (alone && cleared).then(|| Name { last: i, initials: true, ..Name::default() })
    }

    /// Whether a single letter stands where a person would: "J (7)", "J's", "J said".
    fn stands_as_person(&self, page: &Page, i: usize) -> bool {
        let next = i + 1;
        let aged = page.is_mark(next, b'(') && age(page.word(next + 1)).is_some();
        let owns = page.shape(next) == Shape::Possessive;
        let does = page.any(next, Set::of(&[Group::Says, Group::Be, Group::Have, Group::Modal, Group::Disclose]));
        let clear = !matches!(page.word(i), "a" | "i" | "m" | "f");
        aged || owns
            || does && clear
            || clear && i > 0 && page.any(i - 1, Set::of(&[Group::Says, Group::By, Group::Against]))
    }

    fn capital(&self, page: &Page, i: usize) -> bool {
        matches!(page.shape(i), Shape::Title | Shape::Caps)
    }

    fn given_known(&self, page: &Page, i: usize) -> bool {
        let first = || page.word(i).split_once('-').is_some_and(|(first, _)| Lexicon::get().is_given(first));
        page.any(i, GIVEN) || first() || self.given.contains_key(page.word(i)) || page.has(i, Group::GivenWord)
    }

    fn sex(&self, page: &Page, i: usize) -> Option<Sex> {
        if let Some(Some(sex)) = self.given.get(page.word(i)) {
            return Some(*sex);
        }
        match (page.has(i, Group::GivenF), page.has(i, Group::GivenM)) {
            (true, false) => Some(Sex::F),
            (false, true) => Some(Sex::M),
            _ => None,
        }
    }

    fn name(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        let word = page.word(i);
        if self.initials.contains(word) && page.shape(i) == Shape::Caps {
            return Some(Name { last: i, initials: true, ..Name::default() });
        }
        let known = self.given.contains_key(word) || self.surnames.contains(word);
        if page.any(i, STOP) && !known {
            return None;
        }
        self.two(page, i, expected).or_else(|| self.one(page, i, expected))
    }

    /// "PLUCK, Desmond": surname in capitals, a comma, a given name.
    fn reversed(&self, page: &Page, i: usize) -> Option<Name> {
        let given = i + 2;
        let fits = page.shape(i) == Shape::Caps
            && page.word(i).len() > 2
            && page.is_mark(i + 1, b',')
            && page.shape(given) == Shape::Title
            && self.given_known(page, given)
            && !page.any(i, STOP);
        fits.then(|| Name {
            last: given,
            given: Some(given),
            surname: Some(i),
            sex: self.sex(page, given),
            ..Name::default()
        })
    }

    /// "Margaret (Peg) Doran": a pet name in brackets inside the name.
    fn pet_name_between(&self, page: &Page, i: usize) -> Option<Name> {
        let fits = page.shape(i) == Shape::Title
            && page.is_mark(i + 1, b'(')
            && page.shape(i + 2) == Shape::Title
            && page.is_mark(i + 3, b')')
            && self.capital(page, i + 4)
            && self.given_known(page, i)
            && !page.any(i + 4, STOP);
        fits.then(|| Name {
            last: i + 4,
            given: Some(i),
            surname: Some(i + 4),
            sex: self.sex(page, i),
            ..Name::default()
        })
    }

    /// "Raymond Sleight", "SLEIGHT Raymond", "Donna HARTLEY".
    fn two(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        if let Some(name) = self.reversed(page, i).or_else(|| self.pet_name_between(page, i)) {
            return Some(name);
        }
        let next = i + 1;
        let same_cell = page.token(i).zip(page.token(next)).is_some_and(|(a, b)| a.cell == b.cell && !b.opens);
        if !same_cell || !self.capital(page, next) {
            return None;
        }
        if suffix(page.word(next)) || self.after_the(page, i) && !expected {
            return None;
        }
        let stopped = page.any(next, STOP)
            && !self.given.contains_key(page.word(next))
            && !self.surnames.contains(page.word(next));
        if stopped || page.any(next, Set::of(&[Group::PlaceName])) && !self.given_known(page, i) {
            return None;
        }
        let place = page.has(next + 1, Group::PlaceName) && self.capital(page, next + 1);
        if place {
            return None;
        }
        let caps = (page.shape(i) == Shape::Caps, page.shape(next) == Shape::Caps);
        let full = |given: usize, surname: usize, last: usize| {
            Some(Name {
                last,
                given: Some(given),
                surname: Some(surname),
                sex: self.sex(page, given),
                ..Name::default()
            })
        };
        match caps {
            (true, false) if page.word(i).len() > 2 => {
                let shown =
                    self.given_known(page, next) || page.word(next + 1) == "b" || self.surnames.contains(page.word(i));
                let last = if self.is_middle(page, next + 1) { next + 1 } else { next };
                shown.then(|| full(next, i, last)).flatten()
            }
            (false, true) if page.word(next).len() > 2 && (self.given_known(page, i) || expected) => {
                full(i, next, next)
            }
            (true, true) => self
                .both_capitals(page, i, next)
                .and_then(|given_first| if given_first { full(i, next, next) } else { full(next, i, next) }),
            (false, false) => {
                let shown = self.given_known(page, i) && (page.shape(i) == Shape::Title)
                    || expected
                    || self.surnames.contains(page.word(next)) && !self.opens(page, i)
                    || self.shown_by_words(page, i, next);
                if !shown {
                    return None;
                }
                let third = next + 1;
                let double = self.capital(page, third)
                    && !page.any(third, STOP)
                    && !suffix(page.word(third))
                    && !page.has(third, Group::PlaceName)
                    && page.token(next).zip(page.token(third)).is_some_and(|(a, b)| a.cell == b.cell && !b.opens)
                    && page.shape(third) == Shape::Title;
                if double { full(i, third, third) } else { full(i, next, next) }
            }
            _ => None,
        }
    }

    /// "WARD John Joseph": a second given name.
    fn is_middle(&self, page: &Page, i: usize) -> bool {
        let touches = page.token(i - 1).zip(page.token(i)).is_some_and(|(a, b)| a.cell == b.cell && !b.opens);
        touches && page.shape(i) == Shape::Title && self.given_known(page, i)
    }

    /// "the Willow Tree": what "the" stands before is a thing or a place.
    fn after_the(&self, page: &Page, i: usize) -> bool {
        i > 0 && page.word(i - 1) == "the" && !self.given.contains_key(page.word(i))
    }

    /// "CONNORS PATRICK", "LEELA BAINS (9)": whether the given name stands first; none where the two are no name.
    fn both_capitals(&self, page: &Page, i: usize, next: usize) -> Option<bool> {
        if self.surnames.contains(page.word(next)) {
            // "AGGD WARD THOMAS", "TENANT WARD B.": the surname belongs to what follows.
            let goes_on = self.capital(page, next + 1) && self.given_known(page, next + 1)
                || page.shape(next + 1) == Shape::Initial;
            let given = self.given_known(page, i);
            return (given || !goes_on && looks_like_a_name(page.word(i))).then_some(true);
        }
        if self.given_known(page, next) {
            return Some(false);
        }
        if self.surnames.contains(page.word(i)) {
            return (self.shown_beside(page, next) || looks_like_a_name(page.word(next))).then_some(false);
        }
        let stops = |at: usize| page.word(at).len() < 3 || page.any(at, STOP);
        let beside = self.shown_beside(page, next);
        ((self.given_known(page, i) || beside) && !stops(i) && !stops(next)).then_some(true)
    }

    /// Whether an age or a date of birth stands after a token.
    fn shown_beside(&self, page: &Page, last: usize) -> bool {
        let next = last + 1;
        matches!(page.word(next), "b" | "dob" | "born")
            || page.is_mark(next, b'(') && age(page.word(next + 1)).is_some()
    }

    /// "ROWLANDS G": a surname in capitals and an initial.
    fn surname_first(&self, page: &Page, i: usize) -> Option<Name> {
        let touches = page.token(i).zip(page.token(i + 1)).is_some_and(|(a, b)| a.cell == b.cell && !b.opens);
        let fits = touches
            && page.shape(i) == Shape::Caps
            && self.surnames.contains(page.word(i))
            && page.shape(i + 1) == Shape::Initial
            && !self.capital(page, i + 2);
        fits.then(|| Name { last: i + 1, surname: Some(i), initial: Some(i + 1), ..Name::default() })
    }

    fn one(&self, page: &Page, i: usize, expected: bool) -> Option<Name> {
        if let Some(name) = self.surname_first(page, i) {
            return Some(name);
        }
        let word = page.word(i);
        if suffix(word) || self.after_the(page, i) && !expected {
            return None;
        }
        let given = || Some(Name { last: i, given: Some(i), sex: self.sex(page, i), ..Name::default() });
        let place_follows = page.has(i + 1, Group::PlaceName) && self.capital(page, i + 1);
        if place_follows && !expected {
            return None;
        }
        if page.has(i, Group::GivenWord) {
            let family = self.given.contains_key(word) && (!self.opens(page, i) || self.stands_alone(page, i));
            let sure = expected || family || self.shown_by_words(page, i, i);
            let plain = !self.opens(page, i)
                && !page.has(i, Group::NotName)
                && page.shape(i) == Shape::Title
                && !self.after_place(page, i);
            return if sure || plain { given() } else { None };
        }
        if self.given.contains_key(word)
            || self.given_known(page, i) && page.word(i).contains('-')
            || page.any(i, GIVEN) && !(self.after_place(page, i) && page.has(i, Group::NotName))
        {
            return given();
        }
        if self.surnames.contains(word) {
            return Some(Name { last: i, surname: Some(i), ..Name::default() });
        }
        let unknown = page.shape(i) == Shape::Title || page.word(i).len() > 3;
        let fits = expected || !page.has(i, Group::PlaceName) && self.shown_by_words(page, i, i);
        (unknown && fits).then(given).flatten()
    }

    /// Whether no noun follows that the word could belong to: "Ruby and Tom seen", "Pat: results normal".
    fn stands_alone(&self, page: &Page, i: usize) -> bool {
        let next = i + 1;
        const FOLLOWS: Set =
            Set::of(&[Group::And, Group::Says, Group::Disclose, Group::Be, Group::Have, Group::Modal, Group::Place]);
        page.any(next, FOLLOWS)
            || frames::is_verb(page.word(next))
            || matches!(page.shape(next), Shape::Mark(_) | Shape::Possessive | Shape::Title | Shape::Caps)
    }

    fn opens(&self, page: &Page, i: usize) -> bool {
        page.sentence(i).start == i
            || i.checked_sub(1)
                .is_some_and(|before| matches!(page.shape(before), Shape::Mark(b'"' | b':' | b'*' | b'-')))
    }

    fn after_place(&self, page: &Page, i: usize) -> bool {
        i > 0 && page.has(i - 1, Group::Place)
    }

    /// Whether the words around show that a person is named: "told", an age, "'s mum", "by", "known as".
    fn shown_by_words(&self, page: &Page, first: usize, last: usize) -> bool {
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
        led && !ordinary(page.word(first)) || acts && !self.after_place(page, first)
    }
}

/// "Snr", "Jnr": which of two of one name.
pub fn suffix(word: &str) -> bool {
    matches!(word, "snr" | "jnr" | "senior" | "junior" | "sr" | "jr")
}

/// Whether a word in capitals may be a given name that no list knows: not an ordinary word, nor the shorthand of a
/// police log ("INTVWD", "VOL").
fn looks_like_a_name(word: &str) -> bool {
    let run = word.split(|sign: char| "aeiouy".contains(sign)).map(|run| run.chars().count()).max().unwrap_or_default();
    word.chars().count() > 3 && run <= 3 && !ordinary(word) && !frames::is_verb(word)
}

/// "M.K.": two letters, each with its stop, that touch.
fn dotted_initials(page: &Page, i: usize) -> Option<Name> {
    let touch =
        |a: usize| page.token(a).zip(page.token(a + 1)).is_some_and(|(a, b)| a.cell == b.cell && a.end == b.start);
    let pair = page.shape(i + 2) == Shape::Initial && page.is_mark(i + 1, b'.') && page.is_mark(i + 3, b'.');
    let single = page.shape(i + 4) != Shape::Initial;
    (pair && single && (i..i + 3).all(touch)).then(|| Name { last: i + 2, initials: true, ..Name::default() })
}

fn letter(name: &str) -> char {
    name.chars().next().map_or(' ', |c| c.to_ascii_lowercase())
}

/// A person's age in years, from digits.
pub fn age(word: &str) -> Option<u8> {
    let years =
        word.strip_suffix("yo").or_else(|| word.strip_suffix("yrs")).or_else(|| word.strip_suffix('y')).unwrap_or(word);
    if years.is_empty() || years.len() > 2 {
        return None;
    }
    years.parse().ok()
}
