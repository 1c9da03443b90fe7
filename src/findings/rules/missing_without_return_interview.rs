//! # missing-without-return-interview
//!
//! Looks for a missing episode after which no return interview is shown as held, or as offered and declined; or for an
//! interview of which no plan, meeting or other agency is shown to have heard.
//!
//! Why: return interviews were not held, or what children said in them reached nobody (Coventry).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2023-03-16: Ava Dale reported missing. Located at the railway station.
//! ```
//!
//! > No return interview is shown after the missing episode of 2023-03-16.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2023-03-16: Ava Dale reported missing. Located at the railway station.
//! social care, 2023-03-18: Return interview offered and declined by Ava. Shared with police.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of};
use crate::findings::look::first;
use crate::findings::missing::{Episode, episodes, interviews};
use crate::findings::told::entry_says;
use crate::findings::words::{cite, dated, words_of_names};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::Entry;
use std::collections::BTreeSet;

/// The rule.
pub const RULE: Rule = Rule {
    id: "missing-without-return-interview",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("missing_without_return_interview.rs"),
};

/// Words that show that what was said in an interview went further.
const USED: &[&str] =
    &["shared", "discussed", "used", "passed to", "copied", "considered", "sent to", "reviewed", "told"];
/// Words by which a later entry speaks of an interview.
const INTERVIEW: &[&str] = &["return interview", "return home interview", "rhi", "interview"];
/// Meetings that speak of being missing, and so of what was said after it.
const MEETING: &[&str] =
    &["panel", "meeting", "conference", "review", "strategy", "mset", "mace", "core group", "discussed"];
/// Words of an interview in which nothing was told that anybody would have to hear of.
const NOTHING: &[&str] = &[
    "no concerns",
    "no indicators",
    "nothing disclosed",
    "no disclosure",
    "no risks identified",
    "no risk identified",
    "nothing else",
    "nothing further",
    "nothing more",
    "nothing to add",
    "nil further",
    "nil disclosed",
    "no further information",
    "no worries raised",
];

fn find(history: &History<'_>) -> Vec<Finding> {
    let interviews = interviews(history);
    let mut found: Vec<Finding> = episodes(history)
        .iter()
        .filter(|one| one.interview(&interviews).is_none() && (history.as_at - one.found).num_days() > 3)
        .map(|one| without(history, one))
        .collect();
    found.extend(interviews.iter().filter(|one| !is_used(history, one)).map(|one| unused(history, one)));
    found
}

fn without(history: &History<'_>, episode: &Episode<'_>) -> Finding {
    let day = episode.entries.first().map_or_else(|| episode.from.to_string(), |entry| dated(entry));
    Finding {
        evidence: cite(episode.entries.iter().copied()),
        ask: vec![format!(
            "Ask {} whether a return interview was offered, and what was said.",
            name_of(history, Sector::SocialCare, "social care")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!("No return interview is shown after the missing episode of {day}."),
            "An interview within 72 hours, by somebody independent, is offered after every missing episode. None, and no offer, is shown in the returns supplied.".to_owned(),
        )
    }
}

/// Whether the interview's own entry, or a later one, shows that somebody heard of it.
fn is_used(history: &History<'_>, interview: &Entry) -> bool {
    let later = |entry: &&&Entry| first(entry) > first(interview) && entry.id != interview.id;
    let declined = entry_says(interview, &["declined", "refused"]);
    let speaks =
        |entry: &Entry| entry_says(entry, INTERVIEW) || entry_says(entry, &["missing"]) && entry_says(entry, MEETING);
    declined
        || entry_says(interview, USED)
        || entry_says(interview, NOTHING)
        || history.entries.iter().filter(later).any(|entry| speaks(entry) || takes_up(history, interview, entry))
}

/// Words of a meeting at which something was talked about.
const SPOKEN_OF: &[&str] = &["spoken about", "talked about", "discussed", "went through", "talked through", "raised"];
/// How long a word must be to tell one matter from another.
const TELLING: usize = 5;

/// "Party of 19 February spoken about": whether an entry talks about a matter that the interview speaks of.
fn takes_up(history: &History<'_>, interview: &Entry, entry: &Entry) -> bool {
    if !entry_says(entry, SPOKEN_OF) {
        return false;
    }
    let names = words_of_names(history);
    let words = |entry: &Entry| -> BTreeSet<String> {
        let text = entry.text();
        let plain = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().all(char::is_alphabetic));
        let long = plain.filter(|word| word.len() >= TELLING).map(str::to_lowercase);
        let long = long.filter(|word| !names.contains(word));
        long.filter(|word| !INTERVIEW.contains(&word.as_str()) && !MATTERLESS.contains(&word.as_str())).collect()
    };
    !words(interview).is_disjoint(&words(entry))
}

/// Words that many entries have, whatever their matter.
const MATTERLESS: &[&str] = &[
    "return",
    "missing",
    "school",
    "about",
    "worker",
    "social",
    "police",
    "meeting",
    "spoken",
    "talked",
    "discussed",
    "independent",
    "completed",
    "offered",
    "would",
    "could",
    "where",
    "there",
    "which",
    "their",
    "mother",
    "father",
];

fn unused(history: &History<'_>, interview: &Entry) -> Finding {
    Finding {
        evidence: cite([interview]),
        ask: vec![format!(
            "Ask {} who was told what the child said in the interview.",
            history.agency_name(&interview.agency)
        )],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("What the child said in the return interview of {} is not taken up anywhere.", dated(interview)),
            "No later plan, meeting or agency is shown in the returns supplied to have heard of it.".to_owned(),
        )
    }
}
