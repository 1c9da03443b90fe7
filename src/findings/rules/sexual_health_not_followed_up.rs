//! # sexual-health-not-followed-up
//!
//! Looks for sexual abuse or exploitation of the child recorded with no thought of the child's sexual or physical health,
//! or for an appointment planned with no outcome recorded.
//!
//! Why: audits found appointments booked and never heard of again (South Gloucestershire, 2017; Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2022-12-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! youth service, 2023-03-07: Sexual health: appointment booked at the clinic for 20 March.
//! ```
//!
//! > A sexual health appointment was planned on 2023-03-07, and no outcome is shown.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2022-12-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! youth service, 2023-03-07: Sexual health: appointment booked at the clinic for 20 March.
//! youth service, 2023-03-21: Sexual health clinic attended, results to follow.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of, sector_by_id};
use crate::findings::look::{first, harm, last, since};
use crate::findings::told::{entry_says, says, sentences};
use crate::findings::words::{cite, dated};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::Entry;

/// The rule.
pub const RULE: Rule = Rule {
    id: "sexual-health-not-followed-up",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("sexual_health_not_followed_up.rs"),
};

/// Words that show that the child's sexual or physical health was thought of.
const HEALTH: &[&str] = &[
    "sexual health",
    "gum",
    "sarc",
    "contracepti",
    "pregnancy test",
    "sti",
    "chlamydia",
    "child protection medical",
    "cp medical",
    "medical exam",
    "medical assessment",
    "for medical",
    "medical arranged",
    "medical completed",
    "medical held",
    "medical done",
    "medical offered",
    "medical booked",
    "medical declined",
    "medical not",
    "medical considered",
    "medical undertaken",
    "medical took place",
    "abuse medical",
    "s47 medical",
    "joint medical",
    "a medical",
    "paediatric",
    "forensic exam",
    "children's clinic",
    "c-card",
    "ehc",
    "emergency contraception",
    "post assault",
    "examination",
    "sh screen",
    "sh clinic",
    "std screen",
    "hiv test",
    "brook",
    "swab",
    "condom",
    "pepse",
    "hcg",
    "young people's clinic",
    "morning after pill",
];
/// Where a visit is to, in an entry that speaks of such health.
const CLINIC: &[&str] =
    &["clinic booked", "clinic appt", "clinic appointment", "booked at clinic", "booked at the clinic"];
/// Words of a visit that is still to come.
const PLANNED: &[&str] = &[
    "booked",
    "appointment",
    "to attend",
    "to take her",
    "to take him",
    "to be seen",
    "referred",
    "will attend",
    "arranged",
    "due",
    "planned",
    "appt",
    "to see",
    "offered",
];
/// Words of what came of it.
const OUTCOME: &[&str] = &[
    "attended",
    "kept",
    "seen",
    "results",
    "result",
    "given",
    "treated",
    "taken",
    "done",
    "declined",
    "did not attend",
    "dna",
    "cancelled",
    "discussed",
    "in place",
    "no need",
    "not needed",
    "completed",
    "complete",
    "negative",
    "positive",
    "normal",
    "neg",
    "nad",
    "clear",
    "full screen",
    "no concerns",
    "refused",
    "not brought",
    "wnb",
];

fn find(history: &History<'_>) -> Vec<Finding> {
    let harm = harm(history);
    let Some(day) = harm.iter().find_map(|one| first(one.entry)) else { return Vec::new() };
    // Every entry of the first day: the order of rows of one day chooses none.
    let recorded: Vec<&Entry> = harm.iter().map(|one| one.entry).filter(|entry| first(entry) == Some(day)).collect();
    let clinic = |entry: &Entry| sector_by_id(history, &entry.agency) == Sector::SexualHealth;
    let considered: Vec<&Entry> =
        since(history, day).filter(|entry| clinic(entry) || entry_says(entry, HEALTH)).collect();
    if considered.is_empty() {
        return vec![not_considered(history, &recorded)];
    }
    let planned = considered.iter().copied().filter(|entry| is_planned(entry, clinic(entry)));
    planned
        .filter(|entry| !is_followed(&considered, entry))
        .map(|entry| no_outcome(history, &recorded, entry))
        .collect()
}

/// Whether a sentence plans a visit and no sentence of the entry says what came of one.
/// In the record of a sexual health service every sentence is of one.
fn is_planned(entry: &Entry, clinic: bool) -> bool {
    let text = entry.text();
    let mut spoken = false;
    let mut told: Vec<&str> = Vec::new();
    for (_, one) in sentences(&text) {
        // "Talked about the clinic. To be seen there 6 February": the sentence after goes on.
        let goes_on = spoken && ONWARD.iter().any(|words| one.trim_start().to_lowercase().starts_with(words));
        spoken = clinic || says(one, HEALTH) || says(one, CLINIC);
        if spoken || goes_on {
            told.push(one);
        }
    }
    told.iter().any(|one| says(one, PLANNED)) && !told.iter().any(|one| tells_outcome(one))
}

/// How a sentence begins that goes on about a visit spoken of in the one before.
const ONWARD: &[&str] = &["to be ", "to attend", "to see", "appointment", "appt", "booked", "will "];

/// Whether a sentence says what came of a visit: "seen", and not "to be seen".
fn tells_outcome(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let come = TO_COME.iter().fold(lower, |rest, words| rest.replace(words, " "));
    says(&come, OUTCOME)
}

/// Words of a visit still to come that have a word of its outcome in them.
const TO_COME: &[&str] = &["to be seen", "be seen at", "to be given", "to be taken", "to be done", "to be discussed"];

fn is_followed(considered: &[&Entry], planned: &Entry) -> bool {
    let later = considered.iter().filter(|entry| entry.id != planned.id && last(entry) >= first(planned));
    later.into_iter().any(|entry| sentences(&entry.text()).any(|(_, one)| tells_outcome(one)))
}

fn no_outcome(history: &History<'_>, recorded: &[&Entry], planned: &Entry) -> Finding {
    Finding {
        evidence: cite([planned].into_iter().chain(recorded.iter().copied())),
        ask: vec![format!(
            "Ask {} and {} whether the child was seen, and what follows.",
            history.agency_name(&planned.agency),
            name_of(history, Sector::SexualHealth, "the sexual health service")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!("A sexual health appointment was planned on {}, and no outcome is shown.", dated(planned)),
            "Whether the child attended, and what was found, is not shown in the returns supplied.".to_owned(),
        )
    }
}

fn not_considered(history: &History<'_>, recorded: &[&Entry]) -> Finding {
    Finding {
        evidence: cite(recorded.iter().copied()),
        ask: vec![format!(
            "Ask {} whether the child's sexual health was considered, and by whom.",
            name_of(history, Sector::Health, "health")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            "Sexual harm is recorded, and no thought of the child's sexual health is shown.".to_owned(),
            "No entry since then speaks of a medical, a sexual health service or a decision that none is needed. It is not shown in the returns supplied.".to_owned(),
        )
    }
}
