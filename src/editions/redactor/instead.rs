//! What is said instead, of what kind it is, and where.

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// What is put in the place of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// The words: "Mother's partner 2", "another child".
    pub words: String,
    /// What stood there, for the manifest.
    pub kind: Kind,
    /// Whether they stand for one person; else they only say what kind of word stood there.
    pub person: bool,
}

/// What is left out, as the manifest counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A name of the family or network under a role.
    Role,
    /// A child of another family.
    OtherChild,
    /// A neighbour.
    Neighbour,
    /// Somebody who reported something.
    Reporter,
    /// Somebody who asked not to be named.
    Anonymous,
    /// Somebody else outside of the family and network.
    OtherPerson,
    /// A professional.
    Professional,
    /// A name or place that belongs to nobody known.
    Unplaced,
    /// An agency or a file whose name gives somebody away.
    Body,
    /// An address or postcode.
    Address,
    /// A telephone number.
    Phone,
    /// Another number by which a person is known.
    Number,
    /// An e-mail address, or a name used online.
    Online,
    /// A date of birth.
    Birth,
}

/// A word that gives somebody away.
#[derive(Clone, Debug)]
pub struct Single {
    /// What to say instead.
    pub instead: Instead,
    /// Whether it is also an ordinary word.
    pub ordinary: bool,
    /// Whether it counts in capitals only: initials.
    pub capitals: bool,
}

/// Which dates are dates of birth that are left out.
#[derive(Clone, Debug, Default)]
pub struct Births {
    /// Days.
    pub days: BTreeSet<NaiveDate>,
    /// Year and month, where no day is known.
    pub months: BTreeSet<(i32, u32)>,
    /// Days of birth that stay.
    pub kept: BTreeSet<NaiveDate>,
}

/// A stretch of a text and what is said instead.
#[derive(Clone, Debug)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What to say instead.
    pub instead: Instead,
}

impl Instead {
    /// What is said instead of a person.
    pub fn person(words: impl Into<String>, kind: Kind) -> Self {
        Instead { words: words.into(), kind, person: true }
    }

    /// What is said instead of words that may mean several people, or none.
    pub fn thing(words: impl Into<String>, kind: Kind) -> Self {
        Instead { words: words.into(), kind, person: false }
    }
}

impl Births {
    /// Whether a date that can be read in these ways is one that is left out.
    pub(super) fn holds(&self, read: &[(i32, u32, Option<u32>)], of_birth: bool) -> bool {
        let days: Vec<NaiveDate> =
            read.iter().filter_map(|(year, month, of)| NaiveDate::from_ymd_opt(*year, *month, (*of)?)).collect();
        let month =
            |(year, month, of): &(i32, u32, Option<u32>)| of.is_none() && self.months.contains(&(*year, *month));
        let stays = days.iter().any(|day| self.kept.contains(day));
        days.iter().any(|day| self.days.contains(day)) || read.iter().any(month) || (of_birth && !stays)
    }

    /// The day, or the last of its month where the day is a date of birth that is left out.
    pub fn coarse(&self, day: NaiveDate) -> NaiveDate {
        if !self.days.contains(&day) {
            return day;
        }
        let of_month = (1..=31).rev().filter_map(|of| NaiveDate::from_ymd_opt(day.year(), day.month(), of));
        of_month.into_iter().find(|other| !self.days.contains(other)).unwrap_or(day)
    }
}
