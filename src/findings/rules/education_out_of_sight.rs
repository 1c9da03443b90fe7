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
use crate::findings::told::{entry_says, sentence, sentences};
use crate::findings::wording::Wording;
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
static OUT: Wording = Wording::of(
    "{permanently|perm} exclu*, permanent exclusion, pex, perm ex, home educat*, elective home education, ehe, educated otherwise, \
     {teach~|educat*|school~} {her|him|them|the child|her children} .. {at home|herself|himself|themselves|from home}, {taught|educated|schooled} {at|from} home, \
     {reduced|part-time|part time|restricted|shortened|half} {timetable|time table|table|hours|days}, {in|attending|attends|attend} .. {until|till|to} {10|11|11.15|11.30|12|noon|midday|lunch|lunchtime} only, {mornings|mornings only|afternoons} only, {one|two|three} hours a day, \
     pupil referral unit, pru, alternative provision, missing {education|from education}, cme, \
     {taken|removed|deleted|struck|come|came|off} {off|from|our|the} {our |the |school |}{roll|register|books}, off {roll|the roll|our roll}, off-rolled, \
     {no|without a|without|awaiting a|waiting for a|not got a} {school place|place at school|place at any school|place in school|school}, no place .. {school|found|here yet}, no school, not {in|on} {education|any roll|roll|a school roll|school}, \
     not {attending|enrolled|registered} .. {school|anywhere|education}, out of {education|school}, {stopped|refus*|refuses|refusing} {attending|school|to attend|to go to school}, not {attended|been in|been to school|been at school} since, {suspended|excluded} until further",
);

/// Days after which an entry is to be expected.
const SOON: i64 = 30;

fn find(history: &History<'_>) -> Vec<Finding> {
    let siblings = siblings(history);
    let read = history.happenings.iter().filter(|one| one.event.kind == EventKind::EducationChange);
    let read = read.filter(|one| concerns_child(history, one) && OUT.is_in(sentence(one))).map(|one| one.entry);
    let told = history.entries.iter().copied().filter(|entry| {
        let text = entry.text();
        let says_so = |one: &str| OUT.is_in(one) && !MEANT.is_in(one);
        entry.when.is_some()
            && sentences(&text).any(|(_, one)| says_so(one))
            && !is_of_sibling(history, &siblings, entry)
    });
    let mut out: Vec<&Entry> = read.chain(told).collect();
    out.sort_by_key(|entry| history.place(&entry.id));
    out.dedup_by_key(|entry| &entry.id);
    let Some(latest) = out.last().copied().filter(|entry| is_out_of_sight(history, entry)) else { return Vec::new() };
    let same = out.iter().copied().filter(|entry| is_out_of_sight(history, entry));
    vec![finding(history, latest, cite(same))]
}

/// Words of being out of school that is only feared or considered, is over, or is somebody else's.
static MEANT: Wording = Wording::of(
    "{risk|danger|threat|threatened|warning|avoid|prevent|instead} .. {exclu*|roll}, {consider|considering|considered|thinking|thought|asked|asking|wants|want|wishes|hoping|may|might|could|would|if|whether|unless} .. {home|exclu*|timetable|roll|hours|provision|place}, \
     {no longer|not|never|ended|back|returned} .. {timetable|excluded|full|pru|off roll|home educat*}, {brother|sister|cousin|friend|neighbour|classmate|mother|mum|father|dad} {is|was|has|had|been} .. {exclu*|home|roll|timetable}, training, policy, assembly, governors, half term",
);

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
