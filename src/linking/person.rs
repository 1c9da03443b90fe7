//! One person as one list of people has them.

use crate::model::{Sex, When};

/// One person as one list has them: a row of a register, or an adult in one child's history.
///
/// Everything is as it was written; nothing but the id need be known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// By what the list calls the person. It is never compared; it gives the order in which people are looked at.
    pub id: String,
    /// Every name the person goes or went by: the one in use, aliases, former surnames.
    pub names: Vec<PersonName>,
    /// Date of birth, as exactly as it is known.
    pub born: Option<Birth>,
    /// Sex as recorded.
    pub sex: Option<Sex>,
    /// Where the person lives.
    pub address: Address,
    /// Numbers that belong to one person, such as an NHS number.
    pub identifiers: Vec<Identifier>,
    /// People of one group are told apart already and are never linked to each other: the case they were told apart in.
    pub told_apart_in: Option<String>,
}

/// One name of a person. Either part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonName {
    /// Given names.
    pub given: String,
    /// Surname.
    pub surname: String,
}

/// A date of birth as a list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Birth {
    /// Words that are still to be read.
    Written(String),
    /// Read already, as coarsely as it was told.
    Known(When),
}

/// Where somebody lives, in parts. Any of them may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// House number or name.
    pub number: String,
    /// Street.
    pub street: String,
    /// What stands between street and town: a building, an estate, a village.
    pub locality: String,
    /// Town or suburb.
    pub town: String,
    /// County or state.
    pub region: String,
    /// Postcode.
    pub postcode: String,
}

/// A number that belongs to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Whose number it is, such as `nhs number`. Only numbers of one kind are compared.
    pub kind: String,
    /// The number.
    pub value: String,
}

impl PersonName {
    /// A name from its two parts.
    pub fn new(given: impl Into<String>, surname: impl Into<String>) -> Self {
        PersonName { given: given.into(), surname: surname.into() }
    }
}
