//! Missing episodes and return interviews.

use super::look::{first, last, of_child};
use super::told::{entry_says, says, sentence};
use crate::history::History;
use crate::model::{Entry, EventKind};
use chrono::{Days, NaiveDate};

/// One time of being missing, as one or several agencies record it.
#[derive(Clone, Debug)]
pub struct Episode<'a> {
    /// The day it was first recorded.
    pub from: NaiveDate,
    /// The last day by which the child was back, as far as dated.
    pub found: NaiveDate,
    /// Every entry that records it.
    pub entries: Vec<&'a Entry>,
}

/// How far apart entries of one episode can lie, in days.
const NEAR: i64 = 2;
/// Within how many days an interview belongs to an episode.
const AFTER: i64 = 28;

impl<'a> Episode<'a> {
    /// The first interview after it.
    pub fn interview(&self, interviews: &[&'a Entry]) -> Option<&'a Entry> {
        interviews
            .iter()
            .copied()
            .find(|entry| last(entry).is_some_and(|day| day >= self.from && (day - self.from).num_days() <= AFTER))
    }
}

/// The child's missing episodes, in order.
pub fn episodes<'a>(history: &History<'a>) -> Vec<Episode<'a>> {
    let words = [
        "missing",
        "absent",
        "absconded",
        "not back",
        "did not return",
        "failed to return",
        "ran away",
        "went missing",
    ];
    let other = [
        "missing education",
        "missing school",
        "missing lessons",
        "missing her",
        "missing his",
        "missing mum",
        "missing dad",
        "return interview",
        "return home interview",
    ];
    let mut found: Vec<Episode<'a>> = Vec::new();
    for missing in of_child(history, &[EventKind::Missing]) {
        let told = sentence(missing);
        if !says(told, &words) || says(told, &other) {
            continue;
        }
        let (Some(from), Some(day)) = (first(missing.entry), last(missing.entry)) else { continue };
        let back = back_on(missing.entry, day);
        match found.last_mut().filter(|open| (from - open.from).num_days() <= NEAR) {
            Some(open) => {
                open.entries.push(missing.entry);
                open.found = open.found.max(back);
            }
            None => found.push(Episode { from, found: back, entries: vec![missing.entry] }),
        }
    }
    found
}

/// The day of the return: the day after where the words put it there, else the day of the entry.
fn back_on(entry: &Entry, day: NaiveDate) -> NaiveDate {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    let until = entry.until.as_ref().map(|when| when.latest);
    let told = entry_says(entry, &["next day", "next morning", "overnight", "following day", "following morning"]);
    until.unwrap_or(if told { next } else { day })
}

/// Entries that record a return interview held, or offered and declined, in order.
pub fn interviews<'a>(history: &History<'a>) -> Vec<&'a Entry> {
    let interview =
        ["return interview", "return home interview", "return-home interview", "rhi", "return conversation", "debrief"];
    let only_asked = ["interview requested", "rhi requested", "interview to be", "rhi to be", "no return interview"];
    let told = of_child(history, &[EventKind::ReturnInterview]).into_iter().map(|one| one.entry);
    told.filter(|entry| entry_says(entry, &interview) && !entry_says(entry, &only_asked)).collect()
}
