//! The front sheet, `case.json`: who the child is, the family as known, who was asked.

use super::{AgencyId, PersonId, Settings, When};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Sex as recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub enum Sex {
    /// Recorded as female.
    F,
    /// Recorded as male.
    M,
}

/// A person as the referrer knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontPerson {
    /// Given, or made from the name.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Other names they are or were known by.
    pub also_known_as: Vec<String>,
    /// Date of birth, as exactly as known.
    pub born: Option<When>,
    /// Date of death.
    pub died: Option<When>,
    /// Sex as recorded.
    pub sex: Option<Sex>,
    /// NHS number, an optional help in telling people apart.
    pub nhs_number: Option<String>,
    /// Relation to the child in plain words; none for the child.
    pub relation: Option<String>,
    /// Whether they live with the child; none where not known.
    pub lives_with_child: Option<bool>,
    /// Where they live or lived.
    pub addresses: Vec<Address>,
}

/// Words before a given name by which a family calls somebody.
const FAMILIAR: &[&str] = &[
    "uncle", "auntie", "aunty", "aunt", "nan", "nana", "nanna", "nanny", "gran", "granny", "grandma", "grandad",
    "granddad", "grandpa", "mum", "mummy", "dad", "daddy", "mam", "da", "cousin", "our", "big", "little", "step-dad",
    "stepdad",
];

impl FrontPerson {
    /// Every name they go by, as others write it of them: who is "Uncle Mikey" to the family is Mikey.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.also_known_as).map(|name| without_familiar(name))
    }
}

fn without_familiar(name: &str) -> &str {
    match name.trim().split_once(char::is_whitespace) {
        Some((first, rest)) if FAMILIAR.contains(&first.to_lowercase().as_str()) => rest.trim_start(),
        _ => name,
    }
}

/// An address of somebody on the front sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As it was written.
    pub words: String,
    /// Its postcode.
    pub postcode: Option<String>,
    /// Since when.
    pub from: Option<When>,
    /// Until when.
    pub until: Option<When>,
}

/// "person is relation of of".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relationship {
    /// Who.
    pub person: PersonId,
    /// Is what.
    pub relation: String,
    /// Of whom.
    pub of: PersonId,
    /// Since when.
    pub from: Option<When>,
    /// Until when.
    pub until: Option<When>,
    /// Who says so.
    pub source: Option<String>,
}

/// What an agency that was asked answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Answer {
    /// It sent a return.
    Return,
    /// It says it knows nothing.
    NothingKnown,
    /// It has not answered.
    NoReply,
}

/// An agency that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Its id.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
    /// What kind of agency: police, social care, gp, school, ...
    pub kind: Option<String>,
    /// The files it sent, as paths below the case folder.
    pub returns: Vec<String>,
    /// When it was asked.
    pub asked_on: Option<When>,
    /// The names it searched; none where it did not say.
    pub names_searched: Option<Vec<String>>,
    /// What it answered; none where the front sheet does not say.
    pub outcome: Option<Answer>,
}

/// Where the chronology goes and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Referral {
    /// To whom.
    pub to: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// By whom.
    pub prepared_by: Option<String>,
    /// When.
    pub prepared_on: Option<When>,
}

/// All that `case.json` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontSheet {
    /// The case's own reference.
    pub reference: Option<String>,
    /// The subject child.
    pub child: FrontPerson,
    /// Family and network as the referrer knows them.
    pub people: Vec<FrontPerson>,
    /// Ties that a relation to the child cannot say.
    pub relationships: Vec<Relationship>,
    /// Who was asked.
    pub agencies: Vec<Agency>,
    /// Where the chronology goes.
    pub referral: Referral,
    /// The day the report speaks from.
    pub as_at: Option<NaiveDate>,
    /// Handling words to print on every page (`OFFICIAL-SENSITIVE`, ...); never invented.
    pub handling: Option<String>,
    /// What a column is, by agency and heading, where the case says so: it wins.
    pub headings: BTreeMap<AgencyId, BTreeMap<String, String>>,
    /// The limits that rules measure against.
    pub settings: Settings,
}

impl FrontSheet {
    /// The child first, then everyone else on the front sheet.
    pub fn everyone(&self) -> impl Iterator<Item = &FrontPerson> {
        std::iter::once(&self.child).chain(&self.people)
    }

    /// The agency's name, or its id where the front sheet does not list it.
    pub fn agency_name<'a>(&'a self, id: &'a AgencyId) -> &'a str {
        self.agencies.iter().find(|agency| agency.id == *id).map_or(&id.0, |agency| &agency.name)
    }
}

#[cfg(test)]
mod tests {
    use super::without_familiar;

    #[test]
    fn who_is_uncle_to_the_family_has_a_given_name() {
        let names = ["Uncle Mikey", "Auntie Kully Bains", "Nan", "Popa Ioana", "Dana Nan"];
        assert_eq!(names.map(without_familiar), ["Mikey", "Kully Bains", "Nan", "Popa Ioana", "Dana Nan"]);
    }
}
