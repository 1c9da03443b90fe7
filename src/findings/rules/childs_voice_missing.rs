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
use crate::findings::look::{concerns_child, last, siblings};
use crate::findings::told::{says, sentences};
use crate::findings::wording::Wording;
use crate::findings::words::cite;
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{AgencyId, Entry, EventKind, Meaning};
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
    let works = works_with_child(sector_by_id(history, agency))
        || says(history.agency_name(agency), &["youth", "yos", "yjs", "yot", "young people"]);
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

/// Whether an entry is on somebody else's record: a column says whose it is, and it is not the child's; or it names a brother or
/// sister and not the child.
fn is_of_another(history: &History<'_>, entry: &Entry) -> bool {
    let column = entry.cells.iter().any(|cell| cell.meaning == Meaning::People && !cell.text.trim().is_empty());
    let here = history.people_in(&entry.id);
    let of_child = here.is_empty() || here.contains(&history.front.child.id);
    !of_child && (column || siblings(history).iter().any(|one| here.contains(*one)))
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
    let names: Vec<String> = std::iter::once(&history.front.child.name)
        .chain(&history.front.child.also_known_as)
        .filter_map(|name| Some(name.split_whitespace().next()?.to_lowercase()))
        .collect();
    let text = entry.text();
    let quoted = text.contains(['"', '“']) && !is_of_another(history, entry);
    quoted || sentences(&text).any(|(_, one)| speaks(&names, one))
}

/// Whether a sentence begins with the child, by name or as "he" or "she", or with the verb itself, and tells what the child said,
/// wished or felt: what somebody else says of the child is not the child's word.
fn speaks(names: &[String], sentence: &str) -> bool {
    let lower = sentence.trim().to_lowercase();
    let clauses =
        lower.split([',', ':', ';']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" but "));
    let mut child = false;
    for (nth, clause) in clauses.map(str::trim).enumerate() {
        let clause = SMALL.iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
        let first = clause.split(|sign: char| !sign.is_alphanumeric() && sign != '\'').next().unwrap_or_default();
        let named = names.iter().any(|name| first == name || first.strip_suffix("'s") == Some(name.as_str()));
        let pronoun = matches!(first, "he" | "she" | "they" | "i" | "yp" | "child" | "pt")
            && (child || clause.len() == lower.len());
        child |= named || pronoun;
        let told = if named || pronoun { VOICE.is_in(clause) } else { nth == 0 && BARE.is_in(first) };
        let of_child =
            names.iter().any(|name| lower.contains(&format!("from {name}")) || lower.contains(&format!("by {name}")));
        if told || of_child && LETTER.is_in(clause) {
            return true;
        }
    }
    false
}

/// Small words with which a clause may begin before whoever speaks.
const SMALL: &[&str] = &[
    "today ",
    "again ",
    "then ",
    "that ",
    "also ",
    "when asked ",
    "young person ",
    "the child ",
    "although ",
    "because ",
];

/// Verbs with which a sentence begins that leaves out that it is the child who speaks, wishes or feels.
static BARE: Wording = Wording::of(
    "said, says, wants, wanted, likes, liked, hopes, asked, asks, wishes, feels, felt, told, hates, loves, enjoys, prefers, begged, doesn't, refused, chose, misses, worries, worried, described, explained",
);

/// What a child says, wishes or feels.
static VOICE: Wording = Wording::of(
    "{say~|tell~|ask~|beg~|plead~|explain~|describe~|whisper~|shout~|cry~|complain~|admit~|promise~|reply~|answer~|write~|wrote}, \
     {want~|like~|hope~|wish~|feel~|prefer~|love~|hate~|enjoy~|miss~|fancy~|dream~|choose~|chose|chosen|worry~|fear~|trust~|plan~}, would {like|love|rather|prefer|hate}, \
     {does not|doesn't|did not|didn't|do not|don't|never} {want|like|feel|wish|enjoy|mind|think|trust|know}, does want, not keen, {set|keen|happy|sad|upset|cross|angry|proud|excited|nervous|frightened|scared|afraid|anxious|worried|relieved|pleased|glad|sorry|lonely|embarrassed|ashamed|determined} {on|to|about|of|that|at|with|for|he|she|when|because}, \
     looking forward, {his|her} {wish|wishes|view|views|feelings|words|worry|worries|favourite|choice}, {think~|thought|believes|reckons|knows} {that |it|he|she|the|there|school|mum|dad}, {keen|happy} to, {has|have} {chosen|asked|told|said|decided}",
);

/// What a child wrote.
static LETTER: Wording = Wording::of("letter, note, card, text, message, email, drawing, poem, picture");
