//! # childs-voice-missing
//!
//! Looks for an agency that works with the child whose whole return has no words, wishes or feelings of the child, or for
//! a case with entries in the last `voice_months` (12) and none of them has any.
//!
//! Why: records spoke about children and not with them (Bristol rapid review briefing; Coventry).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2012-03-02
//! school, 2024-05-03: Ava said "I like it here".
//! social care, 2023-01-23: Referral from school about Ava.
//! social care, 2023-02-07: Home visit. House warm and orderly.
//! social care, 2023-02-21: Family network meeting. Plan written.
//! social care, 2023-03-09: Assessment completed. Closed.
//! ```
//!
//! > The return of social care has no words, wishes or feelings of the child.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2012-03-02
//! school, 2024-05-03: Ava said "I like it here".
//! social care, 2023-01-23: Referral from school about Ava.
//! social care, 2023-02-07: Home visit. Ava said she wants a room of her own.
//! social care, 2023-02-21: Family network meeting. Plan written.
//! social care, 2023-03-09: Assessment completed. Closed.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, sector_by_id};
use crate::findings::look::{concerns_child, last};
use crate::findings::told::{says, sentences};
use crate::findings::words::cite;
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{AgencyId, Entry, EventKind, Meaning, PersonId};
use chrono::Months;
use std::collections::BTreeSet;

/// The rule.
pub const RULE: Rule = Rule {
    id: "childs-voice-missing",
    section: Section::Record,
    seen: false,
    find,
    source: include_str!("childs_voice_missing.rs"),
};

/// Entries that a return must have before its silence says anything.
const ENOUGH: usize = 4;
/// The age, in years, from which a child's words are looked for.
const SPEAKS: u32 = 4;

fn find(history: &History<'_>) -> Vec<Finding> {
    let agencies: BTreeSet<&AgencyId> = history.entries.iter().map(|entry| &entry.agency).collect();
    let silent = agencies.into_iter().filter_map(|agency| of_agency(history, agency));
    silent.chain(lately(history)).collect()
}

/// Agencies that see the child for the child's sake.
fn works_with_child(sector: Sector) -> bool {
    use Sector::{Care, Exploitation, School, SocialCare, Therapeutic};
    matches!(sector, Care | Exploitation | School | SocialCare | Therapeutic)
}

fn of_agency(history: &History<'_>, agency: &AgencyId) -> Option<Finding> {
    let own: Vec<&Entry> = history
        .entries
        .iter()
        .copied()
        .filter(|entry| entry.agency == *agency && is_old_enough(history, entry) && !is_of_another(history, entry))
        .collect();
    let works = works_with_child(sector_by_id(history, agency));
    if !works || own.len() < ENOUGH || own.iter().any(|entry| has_voice(history, entry)) {
        return None;
    }
    let name = history.agency_name(agency);
    Some(Finding {
        agency: Some(agency.clone()),
        evidence: cite(own.iter().rev().take(3).rev().copied()),
        ask: vec![format!("Ask {name} whether the child was seen alone, and what the child said.")],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("The return of {name} has no words, wishes or feelings of the child."),
            format!(
                "{} entries about a child old enough to speak, and none shows what the child said, wanted or felt.",
                own.len()
            ),
        )
    })
}

fn lately(history: &History<'_>) -> Option<Finding> {
    let months = history.front.settings.voice_months;
    let from = history.as_at.checked_sub_months(Months::new(months))?;
    let recent: Vec<&Entry> =
        history.entries.iter().copied().filter(|entry| last(entry).is_some_and(|day| day >= from)).collect();
    let old_enough = recent.first().is_some_and(|entry| is_old_enough(history, entry));
    if recent.len() < ENOUGH || !old_enough || recent.iter().any(|entry| has_voice(history, entry)) {
        return None;
    }
    Some(Finding {
        evidence: cite(recent.iter().rev().take(3).rev().copied()),
        ask: vec!["Ask who last saw the child alone, and what the child said.".to_owned()],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!("No words, wishes or feelings of the child are shown in the last {months} months."),
            format!("{} entries lie in that time, and none shows what the child said, wanted or felt.", recent.len()),
        )
    })
}

fn is_old_enough(history: &History<'_>, entry: &Entry) -> bool {
    let born = history.front.child.born.as_ref().map(|when| when.latest);
    match (born, last(entry)) {
        (Some(born), Some(day)) => day.years_since(born).is_some_and(|age| age >= SPEAKS),
        _ => true,
    }
}

/// Whether an entry is on somebody else's record: a column says whose it is, and it is not the child's.
fn is_of_another(history: &History<'_>, entry: &Entry) -> bool {
    let column = entry.cells.iter().any(|cell| cell.meaning == Meaning::People && !cell.text.trim().is_empty());
    let other = |here: BTreeSet<&PersonId>| !here.is_empty() && !here.contains(&history.front.child.id);
    column && other(history.people_in(&entry.id))
}

/// Whether an entry has the child's words, wishes or feelings.
fn has_voice(history: &History<'_>, entry: &Entry) -> bool {
    let column = entry.cells.iter().any(|cell| cell.meaning == Meaning::Voice && !cell.text.trim().is_empty());
    let mut here = history.happenings_in(&entry.id);
    let read = here.any(|one| one.event.kind == EventKind::ChildsVoice && concerns_child(history, one));
    column || read || child_speaks(history, entry)
}

/// Whether a sentence that names the child has a verb of speaking, wishing or feeling.
fn child_speaks(history: &History<'_>, entry: &Entry) -> bool {
    let given = history.front.child.name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let verbs = [
        "said",
        "says",
        "told",
        "wants",
        "likes",
        "hopes",
        "asked",
        "wishes",
        "feels",
        "would like",
        "enjoys",
        "hates",
        "loves",
        "does not want",
        "doesn't want",
        "did not want",
    ];
    let names: Vec<String> = std::iter::once(given.clone())
        .chain(history.front.child.also_known_as.iter().map(|name| name.to_lowercase()))
        .collect();
    let text = entry.text();
    let bare = ["said", "says", "wants", "likes", "hopes", "asked", "wishes", "feels", "told"];
    let begins = |one: &str| bare.iter().any(|verb| one.trim_start().to_lowercase().starts_with(verb));
    let spoken = |name: &str| verbs.iter().any(|verb| says(&text, &[&format!("{name} {verb}")]));
    let quoted = text.matches(['"', '“']).count() > 0 && !is_of_another(history, entry);
    quoted
        || names.iter().any(|name| spoken(name))
        || sentences(&text).any(|(_, one)| begins(one))
        || says(
            &text,
            &[
                "said he",
                "said she",
                "says he",
                "says she",
                "she said",
                "he said",
                "she wants",
                "he wants",
                "she told",
                "he told",
            ],
        )
}
