//! Who came with the child, or was there.

use crate::findings::look::{first, is_known_child_on};
use crate::findings::told::{says, sentences};
use crate::findings::wording::Wording;
use crate::history::History;
use crate::model::{Cell, EventKind, Mention, PersonId, Role, Sex};
use std::collections::BTreeSet;

const THERE: &str = "who was there";

/// What one entry says of who was there.
#[derive(Default)]
struct Company<'h> {
    /// Those said to have been there.
    there: BTreeSet<&'h PersonId>,
    /// Those said not to have been.
    away: BTreeSet<&'h PersonId>,
    /// Whoever is said to have come without anybody else.
    alone: Option<&'h PersonId>,
}

/// Words of being with a child or fetching one, where both accounts say who was.
static WITH_CHILD: Wording = Wording::of(
    "{collect~|fetch~|pick~ up|sign~ out|dropped off|minding|looking after|babysitting}, {collected|fetched|picked|signed|dropped|took} .. {up|out|off|home|by|from}, brought by, bib, \
     {with|beside} {her|him|them} when, beside {her|him}, on {his|her} own with, alone with, in the {room|kitchen|house|car}, was {minding|looking after|watching|in charge}, nobody else, \
     {left|leaving} {with|in the care of}, in the care of, sole charge",
);

/// Grown-ups whom an entry tells to have been with the child, where its words say that somebody was.
fn with_the_child<'h>(history: &'h History<'_>, at: usize) -> BTreeSet<&'h PersonId> {
    let entry = history.entries[at];
    if !WITH_CHILD.is_told_in(entry) {
        return BTreeSet::new();
    }
    let told = history.happenings_in(&entry.id);
    let told = told.filter(|one| matches!(one.event.kind, EventKind::Contact | EventKind::RestrictionBreached));
    told.filter_map(|one| one.who(Role::Person)).filter(|id| is_adult(history, at, id)).collect()
}

/// Words behind which stands whoever brought the child, or came with them.
const BROUGHT_BY: &[&str] = &[
    "brought by ",
    "brought in by ",
    "accompanied by ",
    "came with ",
    "came in with ",
    "attended with ",
    "arrived with ",
    "collected by ",
    "taken by ",
    "fetched by ",
    "seen with ",
];
/// Words of coming, behind which "with" leads to whoever came too.
const ATTENDED: &[&str] = &["attended", "came to", "seen at", "presented"];
/// How many letters may stand between such words and whom they lead to.
const BESIDE: usize = 8;

/// Grown-ups whom an entry's words say to have brought the child.
fn brought_by<'h>(history: &'h History<'_>, at: usize) -> BTreeSet<&'h PersonId> {
    let mut found = BTreeSet::new();
    for (number, cell) in history.entries[at].cells.iter().enumerate() {
        for (from, one) in sentences(&cell.text) {
            let lower = one.to_lowercase();
            let plain = BROUGHT_BY.iter().filter_map(|cue| Some(lower.find(cue)? + cue.len())).min();
            let with = |start: usize| Some(start + lower[start..].find(" with ")? + " with ".len());
            let came = || ATTENDED.iter().filter_map(|cue| lower.find(cue)).min().and_then(with);
            let Some(place) = plain.or_else(came).map(|place| from + place) else { continue };
            let near = |one: &Mention| one.cell == number && (place..place + BESIDE).contains(&one.start);
            let next = history.mentions_at(at).filter(|(one, _)| near(one)).min_by_key(|(one, _)| one.start);
            found.extend(next.and_then(|(_, id)| id).filter(|id| is_adult(history, at, id)));
        }
    }
    found
}

/// Whether one of two entries says that somebody was there of whom the other says that they were not.
pub fn differ(history: &History<'_>, a: usize, b: usize) -> Option<&'static str> {
    let with = |at: usize| {
        let told = with_the_child(history, at);
        if told.is_empty() { brought_by(history, at) } else { told }
    };
    let (one, other) = (with(a), with(b));
    if !one.is_empty() && !other.is_empty() && one.is_disjoint(&other) {
        return Some(THERE);
    }
    let (one, other) = (Company::told_in(history, a), Company::told_in(history, b));
    (one.denies(&other) || other.denies(&one)).then_some(THERE)
}

impl<'h> Company<'h> {
    fn told_in(history: &'h History<'_>, at: usize) -> Self {
        let mut told = Company::default();
        for (number, cell) in history.entries[at].cells.iter().enumerate() {
            for (from, one) in sentences(&cell.text) {
                told.add(history, at, (number, cell), (from, from + one.len()));
            }
        }
        told
    }

    fn add(&mut self, history: &'h History<'_>, at: usize, (number, cell): (usize, &Cell), (from, to): (usize, usize)) {
        let sentence = &cell.text[from..to];
        let adults = |from: usize, to: usize| {
            let inside = move |one: &Mention| one.cell == number && one.start >= from && one.end <= to;
            let all = history.mentions_at(at).filter(move |(one, _)| inside(one));
            all.filter_map(|(one, id)| Some((one, id?))).filter(move |(_, id)| is_adult(history, at, id))
        };
        if let Some((place, sex)) = by_oneself(sentence) {
            let of_sex = adults(0, from + place).filter(|(one, _)| one.sex.is_none_or(|own| own == sex));
            self.alone = self.alone.or(of_sex.max_by_key(|(one, _)| one.start).map(|(_, id)| id));
        } else if says(sentence, AWAY) {
            let place = place_of(sentence, AWAY).map_or(to, |place| from + place);
            let before = adults(from, place.min(to)).max_by_key(|(one, _)| one.start);
            self.away.extend(before.map(|(_, id)| id));
        } else if says(sentence, TOGETHER) {
            self.there.extend(adults(from, to).map(|(_, id)| id));
        }
    }

    /// Whether this says that somebody was not there of whom the other says that they were.
    fn denies(&self, other: &Company<'_>) -> bool {
        let besides = |alone: &PersonId| other.there.iter().any(|one| **one != *alone);
        other.there.iter().any(|one| self.away.contains(one)) || self.alone.is_some_and(besides)
    }
}

fn is_adult(history: &History<'_>, at: usize, id: &PersonId) -> bool {
    let day = first(history.entries[at]).unwrap_or(history.as_at);
    *id != history.front.child.id && !is_known_child_on(history, id, day)
}

/// Where a sentence says that somebody came by themselves, and of which sex they are.
fn by_oneself(sentence: &str) -> Option<(usize, Sex)> {
    let hers = place_of(sentence, ALONE_F).map(|at| (at, Sex::F));
    let his = place_of(sentence, ALONE_M).map(|at| (at, Sex::M));
    hers.or(his).filter(|_| says(sentence, CAME))
}

/// Where the first of these words stands, which are in lower case.
fn place_of(sentence: &str, words: &[&str]) -> Option<usize> {
    let lower = sentence.to_lowercase();
    words.iter().filter_map(|word| lower.find(word)).min()
}

const ALONE_F: &[&str] = &["by herself", "on her own", "in herself", "him herself", "her herself", "her alone"];
const ALONE_M: &[&str] = &["by himself", "on his own", "in himself", "him himself", "her himself", "him alone"];

/// Words of coming or bringing.
const CAME: &[&str] =
    &["came", "attended", "took", "brought", "carried", "arrived", "presented", "at contact", "turned up"];

/// Words of not having been there.
const AWAY: &[&str] = &[
    "did not attend",
    "didn't attend",
    "failed to attend",
    "not in attendance",
    "was not present",
    "not present",
    "was not there",
    "wasn't there",
    "not at the meeting",
    "apologies",
    "was absent",
];

/// Words of having been there, or of having come with the child.
const TOGETHER: &[&str] = &[
    "bib",
    "brought in by",
    "brought by",
    "brought to",
    "accompanied by",
    "accompanied",
    "attended with",
    "came with",
    "both there",
    "both came",
    "both attended",
    "both present",
    "in attendance",
    "present:",
    "was present",
    "were present",
    "attended:",
    "attended",
    "there too",
    "was there",
    "were there",
    "came along",
    "with dad",
    "with mum",
    "with father",
    "with mother",
];
