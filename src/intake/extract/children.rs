//! The children of a set of exports, and whose a row is.

use super::Columns;
use crate::ingest::written_date::{self, Frame};
use crate::intake::Record;
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap};

/// A child of the exports, or of a case that is there already.
#[derive(Clone, Debug, Default)]
pub struct Child {
    /// The case folder, below the folder of cases.
    pub folder: String,
    /// Whether the case was there before.
    pub had: bool,
    /// Names, the first first.
    pub names: Vec<String>,
    /// Date of birth, as written.
    pub born: Option<String>,
    /// Sex as recorded.
    pub sex: Option<String>,
    /// NHS number.
    pub nhs_number: Option<String>,
    /// The identifier that the case goes by.
    pub reference: Option<String>,
    /// The agencies whose exports speak of them: the names of their files.
    pub agencies: BTreeSet<String>,
}

/// What makes two rows one child's.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Nhs(String),
    Pupil(String),
    /// A numbering and an identifier in it.
    Own(String, String),
    /// The words of a name in order, and a day of birth.
    Born(String, String),
}

/// What a row says of whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whose {
    /// The agency's own identifier.
    pub own: Option<String>,
    /// NHS number.
    pub nhs: Option<String>,
    /// Pupil number.
    pub pupil: Option<String>,
    /// Name as written.
    pub name: Option<String>,
    /// Date of birth as written.
    pub born: Option<String>,
    /// Sex as written.
    pub sex: Option<String>,
}

impl Whose {
    /// What the columns of a row say.
    pub fn of(columns: &Columns, record: &Record) -> Whose {
        let cell = |at: Option<usize>| {
            let words = record.cells.get(at?)?.trim();
            (!words.is_empty() && !words.eq_ignore_ascii_case("null")).then(|| words.to_owned())
        };
        let parts: Vec<String> = columns.name.iter().filter_map(|at| cell(Some(*at))).collect();
        Whose {
            own: cell(columns.own),
            nhs: cell(columns.nhs).map(|number| number.chars().filter(|letter| !letter.is_whitespace()).collect()),
            pupil: cell(columns.pupil),
            name: (!parts.is_empty()).then(|| in_order(&parts.join(" "))),
            born: cell(columns.born),
            sex: cell(columns.sex),
        }
    }

    fn keys(&self, numbering: &str) -> Vec<Key> {
        let mut keys = Vec::new();
        keys.extend(self.nhs.clone().map(Key::Nhs));
        keys.extend(self.pupil.clone().map(Key::Pupil));
        keys.extend(self.own.clone().map(|own| Key::Own(numbering.to_owned(), own)));
        keys.extend(self.name.as_deref().zip(self.born.as_deref()).map(|(name, born)| born_key(name, born)));
        keys
    }
}

/// Every child, found by any of the keys.
#[derive(Default)]
pub struct Children {
    /// In the order in which they were met.
    pub all: Vec<Child>,
    by_key: HashMap<Key, usize>,
    folders: BTreeSet<String>,
}

impl Children {
    /// Adds the child of a case that is there already, with every name it is known by.
    pub fn add_case(&mut self, child: Child) {
        let place = self.all.len();
        if let Some(number) = &child.nhs_number {
            self.by_key
                .entry(Key::Nhs(number.chars().filter(|letter| !letter.is_whitespace()).collect()))
                .or_insert(place);
        }
        for name in &child.names {
            if let Some(born) = &child.born {
                self.by_key.entry(born_key(name, born)).or_insert(place);
            }
        }
        self.folders.insert(child.folder.to_lowercase());
        self.all.push(child);
    }

    /// Whose a row of an agency's export is; none where it says too little. Identifiers of one `numbering` that are alike
    /// are one child's. A child who was not met before gets a case, in a folder that `folder` names from what the row says.
    pub fn place(
        &mut self,
        agency: &str,
        numbering: &str,
        whose: &Whose,
        folder: impl Fn(&str) -> Option<String>,
    ) -> Option<usize> {
        let keys = whose.keys(numbering);
        let met =
            keys.iter().filter_map(|key| self.by_key.get(key).copied()).find(|place| !self.is_another(*place, whose));
        if keys.is_empty() {
            return None;
        }
        let place = met.unwrap_or_else(|| self.add(whose, folder));
        for key in keys {
            self.by_key.entry(key).or_insert(place);
        }
        let child = &mut self.all[place];
        child.agencies.insert(agency.to_owned());
        child.nhs_number = child.nhs_number.take().or_else(|| whose.nhs.clone());
        child.born = child.born.take().or_else(|| whose.born.clone());
        child.sex = child.sex.take().or_else(|| whose.sex.clone());
        if let Some(name) = &whose.name
            && child.names.iter().all(|known| sorted(known) != sorted(name))
        {
            child.names.push(name.clone());
        }
        Some(place)
    }

    /// Whether name and date of birth, as far as given, say that it is another child, whatever the number says. Where
    /// both are given, one of them may differ: dates are mistyped, and names change.
    fn is_another(&self, place: usize, whose: &Whose) -> bool {
        let child = &self.all[place];
        let words = |name: &str| -> BTreeSet<String> { sorted(name).split(' ').map(str::to_owned).collect() };
        let name = whose.name.as_ref().filter(|_| !child.names.is_empty());
        let stranger = name.map(|name| child.names.iter().all(|known| words(known).is_disjoint(&words(name))));
        let born = whose.born.as_ref().zip(child.born.as_ref());
        let other_day = born.map(|(one, other)| day(one) != day(other));
        match (stranger, other_day) {
            (Some(stranger), Some(other_day)) => stranger && other_day,
            (stranger, other_day) => stranger.or(other_day).unwrap_or(false),
        }
    }

    fn add(&mut self, whose: &Whose, folder: impl Fn(&str) -> Option<String>) -> usize {
        let reference = [&whose.own, &whose.nhs, &whose.pupil].into_iter().flatten().next().cloned();
        let named = whose.name.clone().zip(whose.born.clone()).map(|(name, born)| format!("{name} {born}"));
        let wanted = reference.clone().or(named).and_then(|words| folder(&words)).unwrap_or_else(|| "child".to_owned());
        let mut name = wanted.clone();
        let mut number = 2;
        while !self.folders.insert(name.to_lowercase()) {
            name = format!("{wanted}-{number}");
            number += 1;
        }
        self.all.push(Child { folder: name, reference, ..Child::default() });
        self.all.len() - 1
    }
}

impl Child {
    /// The words of the child's `case.json`.
    pub fn front(&self) -> Value {
        let reference = self.reference.clone().unwrap_or_else(|| self.folder.clone());
        let mut child = Map::new();
        let name = self.names.first().cloned().unwrap_or_else(|| format!("Child {reference}"));
        child.insert("name".into(), name.into());
        if self.names.len() > 1 {
            child.insert("also_known_as".into(), json!(self.names[1..]));
        }
        for (field, said) in [("born", &self.born), ("sex", &self.sex), ("nhs_number", &self.nhs_number)] {
            if let Some(said) = said {
                child.insert(field.into(), said.clone().into());
            }
        }
        let agencies: Vec<Value> = self
            .agencies
            .iter()
            .map(|agency| json!({ "id": agency, "name": agency, "returns": [format!("returns/{agency}.csv")], "outcome": "return" }))
            .collect();
        json!({ "reference": reference, "child": child, "agencies": agencies })
    }
}

/// "HARTLEY, Chloe" as "Chloe HARTLEY".
fn in_order(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) if !first.trim().is_empty() => format!("{} {}", first.trim(), last.trim()),
        _ => name.trim().to_owned(),
    }
}

fn born_key(name: &str, born: &str) -> Key {
    Key::Born(sorted(name), day(born))
}

/// The words of a name in small letters, in the order of the alphabet: which is the surname is not always said.
fn sorted(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// A day of birth in one form, as far as it can be read.
fn day(written: &str) -> String {
    let read = written_date::read(written, &Frame::default());
    read.map_or_else(|_| written.trim().to_lowercase(), |read| read.when.edtf)
}
