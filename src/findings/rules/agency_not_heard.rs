//! # agency-not-heard
//!
//! Looks for an agency that was asked and sent nothing (that it answered "nothing known" is an answer), and for a
//! service that two or more entries show at work with the family and that nobody asked.
//!
//! Why: histories were put together without the agency that knew, and nobody said that it was missing (Bristol findings
//! report, 2018; Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! agency: probation, no reply
//! school, 2016-05-03: Ava collected by her aunt.
//! ```
//!
//! > probation was asked and has not been heard.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! agency: probation, nothing known, searched Ava Dale
//! school, 2016-05-03: Ava collected by her aunt.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{sector, spoken_of_as};
use crate::findings::not_asked::{NotAsked, not_asked};
use crate::findings::told::entry_says;
use crate::findings::words::cite;
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Agency, Answer, Entry, EntryId};

/// The rule.
pub const RULE: Rule = Rule {
    id: "agency-not-heard",
    section: Section::WhoKnew,
    seen: false,
    find,
    source: include_str!("agency_not_heard.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    let unheard = history.front.agencies.iter().filter(|agency| is_unheard(history, agency));
    let silent = unheard.map(|agency| finding(history, agency));
    silent.chain(not_asked(history).iter().map(unasked)).collect()
}

fn is_unheard(history: &History<'_>, agency: &Agency) -> bool {
    let sent = history.returns.iter().any(|one| one.agency == agency.id && one.rows > 0);
    match agency.outcome {
        Some(Answer::NoReply) => !sent,
        Some(Answer::NothingKnown) => false,
        Some(Answer::Return) => !sent,
        None => !sent && agency.names_searched.is_none(),
    }
}

fn finding(history: &History<'_>, agency: &Agency) -> Finding {
    let name = agency.name.to_lowercase();
    let mut words: Vec<&str> = vec![&name];
    words.extend(if spoken_of_as(sector(agency)).len() == 1 { spoken_of_as(sector(agency)) } else { &[] });
    let spoken_of: Vec<&Entry> =
        history.entries.iter().copied().filter(|entry| entry_says(entry, &words)).take(3).collect();
    let asked = agency.asked_on.as_ref().map_or_else(String::new, |when| format!(" on {}", when.written));
    let known = if spoken_of.is_empty() { "" } else { " Other returns speak of it." };
    let mut evidence = vec![EntryId("case.json".to_owned())];
    evidence.extend(cite(spoken_of));
    Finding {
        agency: Some(agency.id.clone()),
        evidence,
        ask: vec![format!("Ask {} again for what it holds, under every name the family is known by.", agency.name)],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!("{} was asked and has not been heard.", agency.name),
            format!(
                "{} was asked{asked}, and nothing from it is among the returns.{known} What it knows is missing from this chronology.",
                agency.name
            ),
        )
    }
}

fn unasked(service: &NotAsked<'_>) -> Finding {
    Finding {
        evidence: cite(service.shown.iter().copied().take(4)),
        ask: vec![format!("Ask {} for what it holds, under every name the family is known by.", service.name)],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("{} is shown at work with the family, and nobody asked it.", capital(&service.name)),
            format!(
                "{} entries of other agencies speak of it. No return of its own is among those supplied, and the front sheet does not say that it was asked.",
                service.shown.len()
            ),
        )
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
