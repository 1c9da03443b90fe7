//! What is known of somebody that can join them to others or keep them apart.

use super::names::Name;
use crate::effort;
use crate::model::{Sex, When};
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;

/// Names and marks of one clue or of one person in the making.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Full names.
    pub names: Vec<Name>,
    /// Folded given names, nicknames and aliases of one word.
    pub singles: BTreeSet<String>,
    /// Folded surnames that stood alone, with the initial before them.
    pub surnames: BTreeSet<(Option<char>, String)>,
    /// Folded initials.
    pub initials: BTreeSet<String>,
    /// Sex as recorded or as the words show.
    pub sex: Option<Sex>,
    /// Whether more than the given name shows the sex: many names are given to both.
    pub sex_is_sure: bool,
    /// Date of birth, the most exact that was given.
    pub born: Option<When>,
    /// First and last day of birth that the ages beside the name allow.
    pub born_between: Option<(NaiveDate, NaiveDate)>,
    /// NHS number.
    pub nhs_number: Option<String>,
}

impl Profile {
    /// Whether no more is known than what somebody is called by: a given name or a nickname alone.
    pub fn is_by_one_name(&self) -> bool {
        self.names.is_empty() && self.surnames.is_empty() && !self.singles.is_empty()
    }

    /// Takes over what another profile of the same person knows: whether a name of any kind was new.
    pub fn absorb(&mut self, other: &Profile) -> bool {
        let known = self.called_by();
        for name in &other.names {
            let same = |known: &Name| {
                let marked = name.generation.is_some() && known.generation != name.generation;
                known.given == name.given && known.surname == name.surname && !marked
            };
            if !self.names.iter().any(same) {
                self.names.push(name.clone());
            }
        }
        add_new(&mut self.singles, &other.singles);
        add_new(&mut self.surnames, &other.surnames);
        add_new(&mut self.initials, &other.initials);
        if self.sex.is_none() || (other.sex_is_sure && !self.sex_is_sure) {
            self.sex = other.sex.or(self.sex);
        }
        self.sex_is_sure |= other.sex_is_sure;
        let exact = |born: &Option<When>| born.as_ref().is_some_and(When::is_day);
        if self.born.is_none() || (exact(&other.born) && !exact(&self.born)) {
            self.born = other.born.clone().or(self.born.take());
        }
        self.born_between = self.born_between.or(other.born_between);
        if self.nhs_number.is_none() {
            self.nhs_number.clone_from(&other.nhs_number);
        }
        self.called_by() > known
    }

    /// By how many names of any kind they go.
    fn called_by(&self) -> usize {
        self.names.len() + self.singles.len() + self.surnames.len() + self.initials.len()
    }

    /// Why the two cannot be one person, in words; none where nothing forbids it.
    pub fn forbids(&self, other: &Profile) -> Option<String> {
        effort::compared();
        if let (Some(a), Some(b)) = (&self.nhs_number, &other.nhs_number)
            && a != b
        {
            return Some("different NHS numbers".into());
        }
        if let (Some(a), Some(b)) = (&self.born, &other.born)
            && !a.may_overlap(b)
        {
            return Some(format!("different dates of birth ({} and {})", a.written, b.written));
        }
        if let (Some(a), Some(b)) = (self.sex, other.sex)
            && a != b
            && (self.sex_is_sure && other.sex_is_sure || !self.shares_given(other))
        {
            return Some("different sex".into());
        }
        if let (Some(a), Some(b)) = (self.birth_span(), other.birth_span())
            && (a.1 < b.0 || b.1 < a.0)
        {
            return Some("ages that do not fit".into());
        }
        let generation = |profile: &Profile| profile.names.iter().find_map(|name| name.generation);
        match (generation(self), generation(other)) {
            (Some(a), Some(b)) if a != b => Some("one is called senior, the other junior".into()),
            _ => None,
        }
    }

    fn shares_given(&self, other: &Profile) -> bool {
        let bears = |profile: &Profile, given: &str| {
            profile.singles.contains(given) || profile.names.iter().any(|name| name.first() == given)
        };
        self.singles.iter().any(|given| bears(other, given)) || self.names.iter().any(|name| bears(other, name.first()))
    }

    /// Whether both give the same exact day of birth.
    pub fn same_birthday(&self, other: &Profile) -> bool {
        matches!((&self.born, &other.born), (Some(a), Some(b)) if a.is_day() && b.is_day() && a.earliest == b.earliest)
    }

    /// Whether they were certainly younger than so many years on a day.
    pub fn surely_under(&self, years: u32, day: NaiveDate) -> bool {
        self.birth_span()
            .and_then(|(first, _)| first.checked_add_months(Months::new(years * 12)))
            .is_some_and(|birthday| day < birthday)
    }

    /// Whether they were certainly not yet born on a day.
    pub fn surely_unborn(&self, day: NaiveDate) -> bool {
        self.birth_span().is_some_and(|(first, _)| day < first)
    }

    fn birth_span(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.born.as_ref().map(|born| (born.earliest, born.latest)).or(self.born_between)
    }
}

fn add_new<T: Ord + Clone>(all: &mut BTreeSet<T>, more: &BTreeSet<T>) {
    for one in more {
        if !all.contains(one) {
            all.insert(one.clone());
        }
    }
}

/// The days of birth that an age on a day allows, with a year to spare on both sides: ages are often a year out.
pub fn born_between(age: u8, on: &When) -> Option<(NaiveDate, NaiveDate)> {
    let years = |n: u32| Months::new(n * 12);
    let first = on.earliest.checked_sub_months(years(u32::from(age) + 2))?;
    let last = on.latest.checked_sub_months(years(u32::from(age).saturating_sub(1)))?;
    Some((first, last))
}
