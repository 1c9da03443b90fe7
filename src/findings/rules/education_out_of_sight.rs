//! # education-out-of-sight
//!
//! Looks for a child who is excluded, home educated, on a reduced timetable, at a pupil referral unit or missing education,
//! with no entry of a school or education service in the time after.
//!
//! Why: out of school, a child is seen by nobody every day (South Gloucestershire, 2017).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! school, 2022-02-10: Ava permanently excluded. Letter to carer.
//! social care, 2022-06-10: Visit. Ava seen at home.
//! ```
//!
//! > Out of school since 2022-02-10, and nothing by a school or education service is shown since.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! school, 2022-02-10: Ava permanently excluded. Letter to carer.
//! school, 2022-03-10: Ava started at the new school.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of, sector_by_id};
use crate::findings::look::{concerns_child, first, last, siblings};
use crate::findings::told::{entry_says, says, sentence};
use crate::findings::words::{cite, dated};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind, PersonId};

/// The rule.
pub const RULE: Rule = Rule {
    id: "education-out-of-sight",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("education_out_of_sight.rs"),
};

/// Words of being out of ordinary school for good or for long.
const OUT: &[&str] = &[
    "permanently excluded",
    "permanent exclusion",
    "home educat",
    "elective home education",
    "ehe",
    "reduced timetable",
    "part-time timetable",
    "part time timetable",
    "pupil referral unit",
    "pru",
    "missing education",
    "missing from education",
    "cme",
    "off roll",
    "off-rolled",
    "no school place",
    "without a school place",
    "pex",
    "perm ex",
    "permanently excl",
    "part-time table",
    "part time table",
    "reduced hours",
    "at home by",
    "teach her at home",
    "teach him at home",
    "educate her at home",
    "educate him at home",
    "educated at home",
    "taught at home",
    "removed from roll",
    "removed from the roll",
    "off the roll",
    "out of education",
    "not in education",
    "stopped attending",
    "not attending any school",
    "two hours a day",
    "one hour a day",
];

/// Days after which an entry is to be expected.
const SOON: i64 = 30;

fn find(history: &History<'_>) -> Vec<Finding> {
    let told = history.happenings.iter().filter(|one| one.event.kind == EventKind::EducationChange);
    let told = told.filter(|one| concerns_child(history, one) && says(sentence(one), OUT));
    let mut out: Vec<&Entry> = told.map(|one| one.entry).collect();
    out.dedup_by_key(|entry| &entry.id);
    let Some(latest) = out.last().copied().filter(|entry| is_out_of_sight(history, entry)) else { return Vec::new() };
    let same = out.iter().copied().filter(|entry| is_out_of_sight(history, entry));
    vec![finding(history, latest, cite(same))]
}

/// Whether no school or education service has an entry after this one.
fn is_out_of_sight(history: &History<'_>, entry: &Entry) -> bool {
    let Some(day) = last(entry) else { return false };
    let siblings = siblings(history);
    let later = |one: &&&Entry| first(one).is_some_and(|then| then > day) && one.id != entry.id;
    let school = |one: &Entry| {
        sector_by_id(history, &one.agency) == Sector::School
            || entry_says(
                one,
                &["enrolled at", "started college", "started at the new school", "back at school", "tuition"],
            )
    };
    (history.as_at - day).num_days() > SOON
        && !history.entries.iter().filter(later).any(|one| school(one) && !is_of_sibling(history, &siblings, one))
}

/// Whether an entry is of a brother or sister alone: that their school writes shows nothing of the child.
fn is_of_sibling(history: &History<'_>, siblings: &[&PersonId], entry: &Entry) -> bool {
    let here = history.people_in(&entry.id);
    !here.contains(&history.front.child.id) && siblings.iter().any(|one| here.contains(*one))
}

fn finding(history: &History<'_>, entry: &Entry, evidence: Vec<crate::model::EntryId>) -> Finding {
    Finding {
        evidence,
        ask: vec![format!(
            "Ask {} where the child is educated now, and who sees the child there.",
            name_of(history, Sector::School, "the education service")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!(
                "Out of school since {}, and nothing by a school or education service is shown since.",
                dated(entry)
            ),
            "Where the child has been educated since then is not shown in the returns supplied.".to_owned(),
        )
    }
}
