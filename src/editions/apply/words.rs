//! The parts of every value: words, days, ids and places, each as the pass leaves it.

use super::Pass;
use crate::model::{AgencyId, EntryId, PersonId, When};
use chrono::NaiveDate;
use std::collections::BTreeMap;

impl Pass<'_> {
    pub(super) fn prose(&self, words: &str) -> String {
        let filed = self.files.iter().fold(words.to_owned(), |words, (from, to)| words.replace(from, to));
        let said = self.redactor.prose(&filed);
        self.twice.iter().fold(said, |said, (twice, once)| said.replace(twice, once))
    }

    pub(super) fn said(&self, words: Option<String>) -> Option<String> {
        words.map(|words| self.prose(&words))
    }

    pub(super) fn all(&self, words: Vec<String>) -> Vec<String> {
        words.iter().map(|words| self.prose(words)).collect()
    }

    pub(super) fn day(&self, day: NaiveDate) -> NaiveDate {
        self.redactor.births.coarse(day)
    }

    pub(super) fn when(&self, when: When) -> When {
        if when.is_day() && self.day(when.earliest) != when.earliest {
            return crate::editions::coarse_month(&when, &self.redactor.births);
        }
        When { written: self.prose(&when.written), ..when }
    }

    pub(super) fn who(&self, id: PersonId) -> PersonId {
        self.ids.get(&id).cloned().unwrap_or(id)
    }

    pub(super) fn agency(&self, id: AgencyId) -> AgencyId {
        self.agencies.get(&id).map_or(id, |(other, _)| other.clone())
    }

    pub(super) fn place(&self, id: EntryId) -> EntryId {
        let longest =
            self.files.iter().filter(|(from, _)| id.0.starts_with(from.as_str())).max_by_key(|(from, _)| from.len());
        longest.map_or_else(|| id.clone(), |(from, to)| EntryId(format!("{to}{}", &id.0[from.len()..])))
    }

    pub(super) fn places(&self, ids: Vec<EntryId>) -> Vec<EntryId> {
        ids.into_iter().map(|id| self.place(id)).collect()
    }

    pub(super) fn roles(&self, people: BTreeMap<&'static str, PersonId>) -> BTreeMap<&'static str, PersonId> {
        people.into_iter().map(|(role, id)| (role, self.who(id))).collect()
    }

    /// Words of an entry: what became of them there.
    pub(super) fn quote(&self, entry: &EntryId, words: &str) -> String {
        let here = self.cells.get(entry).into_iter().flatten();
        let found =
            here.filter_map(|(before, after, _)| before.find(words).map(|at| after.slice(at, at + words.len())));
        found.map(str::to_owned).next().unwrap_or_else(|| self.redactor.passage(words, &[]).text)
    }

    pub(super) fn quoted(&self, entry: &EntryId, words: Option<String>) -> Option<String> {
        words.map(|words| self.quote(entry, &words))
    }

    /// The tool's words with an entry's own in quotation marks: these become what they became there.
    pub(super) fn near(&self, words: &str, entries: &[EntryId]) -> String {
        let mut out = String::new();
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('“') {
            let (inside, then) = after.split_once('”').unwrap_or((after, ""));
            let entry = entries
                .iter()
                .find(|id| self.cells.get(id).into_iter().flatten().any(|(text, _, _)| text.contains(inside)));
            let quote = entry.map_or_else(|| self.redactor.passage(inside, &[]).text, |id| self.quote(id, inside));
            out += &format!("{}“{quote}”", self.prose(before));
            rest = then;
        }
        out + &self.prose(rest)
    }
}
