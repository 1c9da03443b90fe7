//! How one entry names people.

use super::{EntryId, Event, Kin, LeftOut, Sex, When};
use serde::Serialize;

/// The ways in which words can point to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    /// Given name and surname: "Raymond Sleight", "SLEIGHT Raymond", "Uncle Ray Sleight".
    Full {
        /// As written, without titles.
        given: String,
        /// As written.
        surname: String,
    },
    /// A given name, nickname or single alias: "Ray", "Daz", "SPIDER".
    Given(String),
    /// A surname with or without title or initial: "Mr R Sleight", "DENHAM".
    Surname {
        /// The initial, where one stands before it.
        initial: Option<char>,
        /// As written.
        surname: String,
    },
    /// Initials: "CH", "SB", "C".
    Initials(String),
    /// Kin words alone: "Mum", "her uncle", "MGF", "Ms Hartley's brother".
    Kin,
    /// Words that name nobody known: "a family member", "an older male", "a man she met online".
    Unnamed,
    /// Several people at once: "the children", "both her daughters", "maternal grandparents".
    Group,
}

/// Words of an entry that point to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Which cell of the entry.
    pub cell: usize,
    /// First byte in that cell's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words themselves.
    pub text: String,
    /// How they point.
    pub naming: Naming,
    /// Kin words in or beside the mention ("Uncle Ray", "brother Jake", "his mum's boyfriend of the time, Craig Dunmore").
    pub kin: Option<Kin>,
    /// Whose kin, as an index into the same entry's mentions. None where `kin` is read from the
    /// standpoint of the child whose record it is.
    pub kin_of: Option<usize>,
    /// Whether it stands as "a" or "an" rather than "her", "the" or a bare word: "an uncle".
    pub indefinite: bool,
    /// Sex that the words show (title, kin word, pronoun).
    pub sex: Option<Sex>,
    /// A title that stands before it: "Mr", "Mrs", "Dr", "PC".
    pub title: Option<String>,
    /// A date of birth that stands beside it: "b. 05/11/1981".
    pub born: Option<When>,
    /// An age that stands beside it: "Jade (12)".
    pub age: Option<u8>,
    /// Other names the words themselves give to the same person: "formerly Mallory", "known as Daz", "aka".
    pub also: Vec<String>,
    /// Whether the words show a professional (teacher, officer, carer of another kind): not family or network.
    pub professional: bool,
}

/// What was read in one entry. Indices in `events` refer to `mentions`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Which entry.
    pub entry: EntryId,
    /// The people it names, in order.
    pub mentions: Vec<Mention>,
    /// Pairs of mentions that the words themselves say are one person: "Head saw Mum, who said her brother ...",
    /// "Chloe's uncle, Mr R Sleight", "Raymond Sleight ... SLEIGHT".
    pub same: Vec<(usize, usize)>,
    /// What it says happened.
    pub events: Vec<Event>,
    /// What it speaks of without saying that it happened, with the reason it was left out.
    pub left_out: Vec<LeftOut>,
    /// Words that lay on the child what adults did.
    pub blaming: Vec<Blaming>,
}

/// Words that blame the child, quoted where they stand; never rewritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Blaming {
    /// Which cell of the entry.
    pub cell: usize,
    /// First byte of the words in that cell.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The entry's own words.
    pub words: String,
    /// What to say instead, with who suggests it.
    pub instead: String,
}
