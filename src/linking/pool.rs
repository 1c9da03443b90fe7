//! Everyone who may be linked, in the form in which people are compared.

use super::born::Born;
use super::person::{Birth, Person};
use super::words::{Word, Words};
use crate::model::Sex;
use crate::people::fold;
use std::collections::HashMap;

/// One name: its words' places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Called {
    /// Given names; nought where not known.
    pub given: Word,
    /// Surname; nought where not known.
    pub surname: Word,
}

/// One number that belongs to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// Which kind of number.
    pub kind: Word,
    /// The number.
    pub value: Word,
}

/// One person in the form in which people are compared. Words are folded; nought is not known.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Which file or list, counted from 0.
    pub list: u8,
    /// Sex: 0 not known, 1 female, 2 male.
    pub sex: u8,
    names: (u32, u16),
    numbers: (u32, u16),
    /// Date of birth.
    pub born: Born,
    /// House number or name.
    pub house: Word,
    /// Street.
    pub street: Word,
    /// Building, estate, village.
    pub locality: Word,
    /// Town.
    pub town: Word,
    /// County or state.
    pub region: Word,
    /// Postcode.
    pub postcode: Word,
    /// The case in which this person is told apart from others; nought for none.
    pub told_apart_in: Word,
}

/// Everyone who may be linked.
#[derive(Clone, Debug, Default)]
pub struct Pool {
    /// The words of everything.
    pub words: Words,
    /// Everyone in the order in which they were added.
    pub rows: Vec<Row>,
    ids: Vec<Box<str>>,
    names: Vec<Called>,
    numbers: Vec<Number>,
    folded: HashMap<Box<str>, Word>,
}

impl Pool {
    /// Adds a person of a list, counted from 0.
    pub fn add(&mut self, person: &Person, list: u8) {
        let names = (self.names.len() as u32, person.names.len().min(u16::MAX as usize) as u16);
        for name in person.names.iter().take(usize::from(names.1)) {
            let called = Called { given: self.word(&name.given), surname: self.word(&name.surname) };
            self.names.push(called);
        }
        let numbers = (self.numbers.len() as u32, person.identifiers.len().min(u16::MAX as usize) as u16);
        for identifier in person.identifiers.iter().take(usize::from(numbers.1)) {
            let number = Number { kind: self.word(&identifier.kind), value: self.joined(&identifier.value) };
            self.numbers.push(number);
        }
        let born = match &person.born {
            Some(Birth::Written(written)) => Born::read(written).unwrap_or_default(),
            Some(Birth::Known(when)) => Born::told(when),
            None => Born::default(),
        };
        let address = &person.address;
        let row = Row {
            list,
            sex: person.sex.map_or(0, |sex| if sex == Sex::F { 1 } else { 2 }),
            names,
            numbers,
            born,
            house: self.word(&address.number),
            street: self.word(&address.street),
            locality: self.word(&address.locality),
            town: self.word(&address.town),
            region: self.word(&address.region),
            postcode: self.joined(&address.postcode),
            told_apart_in: self.words.place(person.told_apart_in.as_deref().unwrap_or_default()),
        };
        self.rows.push(row);
        self.ids.push(person.id.as_str().into());
    }

    /// The names of a row.
    pub fn names(&self, row: &Row) -> &[Called] {
        &self.names[row.names.0 as usize..][..usize::from(row.names.1)]
    }

    /// The numbers of a row.
    pub fn numbers(&self, row: &Row) -> &[Number] {
        &self.numbers[row.numbers.0 as usize..][..usize::from(row.numbers.1)]
    }

    /// By what a person is called, by place in the order of adding.
    pub fn id(&self, at: usize) -> &str {
        &self.ids[at]
    }

    /// How many people.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The place of what was written, folded.
    fn word(&mut self, written: &str) -> Word {
        if let Some(word) = self.folded.get(written) {
            return *word;
        }
        let word = self.words.place(&fold(written));
        self.folded.insert(written.into(), word);
        word
    }

    /// The same without spaces: `SW1A 1AA` and `sw1a1aa` are one postcode.
    fn joined(&mut self, written: &str) -> Word {
        let plain = written.bytes().all(|sign| sign.is_ascii_digit() || sign.is_ascii_lowercase());
        if plain { self.words.place(written) } else { self.words.place(&fold(written).replace(' ', "")) }
    }
}
