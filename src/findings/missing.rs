//! Missing episodes and return interviews.

use super::look::{first, last, of_child, of_kinds, siblings};
use super::told::{entry_says, says, sentence};
use crate::history::History;
use crate::model::{Entry, EventKind, Role};
use crate::relations::Happening;
use chrono::{Datelike, Days, NaiveDate};

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
        "misper",
        "whereabouts",
        "last seen",
        "awol",
        "did not come home",
        "did not come back",
        "out all night",
        "out overnight",
        "not home",
        "not come home",
        "has not returned",
        "had not returned",
        "left without permission",
    ];
    let other = [
        "missing education",
        "missing school",
        "missing lessons",
        "missing her",
        "missing his",
        "missing lunch",
        "missing breakfast",
        "missing meals",
        "missing dinner",
        "missing registration",
        "missing appointments",
        "missing sessions",
        "missing out",
        "missing work",
        "missing mum",
        "missing dad",
        "return interview",
        "return home interview",
        "after missing",
        "after being missing",
        "following missing",
        "since missing",
        "missing episode discussed",
        "missing episodes discussed",
        "for five minutes",
        "for ten minutes",
        "for a few minutes",
        "for 5 minutes",
        "for 10 minutes",
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
    until.or_else(|| day_named(entry, day)).unwrap_or(if told { next } else { day })
}

/// The day that "located 2/3" or "back 26/11 03:10" names, where it lies within a fortnight after.
fn day_named(entry: &Entry, day: NaiveDate) -> Option<NaiveDate> {
    let text = entry.text().to_lowercase();
    let mut words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')'));
    words.by_ref().find(|word| ["located", "found", "returned", "back", "traced"].contains(word))?;
    words.take(4).find_map(|word| {
        let mut parts = word.trim_end_matches('.').split(['/', '.']);
        let (of_month, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let same_year = NaiveDate::from_ymd_opt(day.year(), month, of_month)?;
        let named = if same_year < day { NaiveDate::from_ymd_opt(day.year() + 1, month, of_month)? } else { same_year };
        ((named - day).num_days() <= 14).then_some(named)
    })
}

/// Entries that record a return interview held, or offered and declined, in order.
pub fn interviews<'a>(history: &History<'a>) -> Vec<&'a Entry> {
    let interview = [
        "return interview",
        "return home interview",
        "return-home interview",
        "rhi",
        "return conversation",
        "debrief",
        "missing interview",
        "irhi",
    ];
    let only_asked = [
        "interview requested",
        "rhi requested",
        "interview to be",
        "rhi to be",
        "no return interview",
        "interview not",
        "rhi not",
        "no rhi",
        "needs rhi",
        "in his return interview",
        "in her return interview",
        "in the return interview",
        "said in return interview",
        "told the return interviewer",
        "told return interviewer",
        "from the return interview",
        "from her return interview",
        "from his return interview",
        "of the return interview",
    ];
    // "Completed by the missing worker": whoever holds an interview is not the one who was missing.
    let siblings = siblings(history);
    let of_another = |one: &&Happening<'a>| one.who(Role::Person).is_some_and(|id| siblings.contains(&id));
    let all = of_kinds(history, &[EventKind::ReturnInterview]);
    let told = all.into_iter().filter(|one| !of_another(one)).map(|one| one.entry);
    told.filter(|entry| entry_says(entry, &interview) && !entry_says(entry, &only_asked)).collect()
}
