//! The open questions of a case: who may be one person, whether contact ended, what nobody has looked at yet.

use lifespan::History;
use lifespan::findings::{Finding, Priority};
use lifespan::model::{Entry, EntryId, PersonId};
use lifespan::people::MaybeSame;
use lifespan::report::who;
use std::collections::BTreeSet;

/// How many letters of an entry stand below a question.
const SHOWN: usize = 160;

/// How many entries stand below a question; the first says how it began, the last how it stands.
const ENTRIES: usize = 6;

/// Something that a person can decide.
pub enum Question<'q> {
    /// Two people may be one.
    OnePerson(&'q MaybeSame),
    /// An alleged perpetrator is, or may be, in contact with the child.
    Contact(&'q Finding, &'q PersonId),
    /// A finding that nobody has looked at.
    Finding(&'q Finding),
}

/// The open questions: who is who, then contact, then the findings that call for action or for finding out.
pub fn open<'q>(history: &'q History<'_>, findings: &'q [Finding]) -> Vec<Question<'q>> {
    let who = history.people.maybe.iter().map(Question::OnePerson);
    let unseen = || findings.iter().filter(|one| !one.is_settled() && one.priority != Priority::Note);
    let contact = |one: &'q Finding| match one.rule {
        "perpetrator-in-contact" => Some(Question::Contact(one, one.people.get("alleged_perpetrator")?)),
        _ => None,
    };
    // Whether two people are one is asked at the start.
    let rest = unseen().filter(|one| !matches!(one.rule, "perpetrator-in-contact" | "possible-same-person"));
    who.chain(unseen().filter_map(contact)).chain(rest.map(Question::Finding)).collect()
}

impl Question<'_> {
    /// What tells it from other questions, whatever else is decided meanwhile.
    pub fn key(&self, history: &History<'_>) -> String {
        match self {
            Question::OnePerson(maybe) => {
                let mut pair = [first_mention(history, &maybe.a), first_mention(history, &maybe.b)];
                pair.sort();
                pair.join(" / ")
            }
            Question::Contact(one, _) | Question::Finding(one) => {
                let entries = one.evidence.iter().map(|id| id.0.as_str());
                let people = one.people.values().map(|id| id.0.as_str());
                std::iter::once(one.rule).chain(people).chain(entries).collect::<Vec<_>>().join(" / ")
            }
        }
    }

    /// The question in words, with what it rests on.
    pub fn words(&self, history: &History<'_>) -> String {
        let lines = match self {
            Question::OnePerson(maybe) => {
                let mut lines = who::question(history, maybe);
                lines.pop();
                lines.extend(entries(history, &maybe.evidence));
                lines
            }
            Question::Contact(one, _) | Question::Finding(one) => {
                let again = one
                    .looked_at
                    .as_ref()
                    .map(|looked| format!("    {} looked at this before; it rests on more now.", looked.by));
                let head = [format!("  {} [{}]", one.headline, one.rule), format!("    {}", one.explanation)];
                let decided =
                    one.decisions.iter().map(|here| format!("    {} (decision {})", here.words, here.decision));
                head.into_iter().chain(again).chain(decided).chain(entries(history, &one.evidence)).collect()
            }
        };
        lines.join("\n") + "\n"
    }
}

/// Where a person is first met: it holds however people are joined.
fn first_mention(history: &History<'_>, id: &PersonId) -> String {
    let person = history.people.persons.iter().find(|one| one.id == *id && !one.on_front_sheet);
    let mention = person.and_then(|one| one.mentions.first());
    mention.map_or_else(|| id.0.clone(), |(entry, words)| format!("{entry} {words}"))
}

/// Each entry on a line: where it stands, when, whose, and how it begins.
fn entries(history: &History<'_>, ids: &[EntryId]) -> Vec<String> {
    let wanted: BTreeSet<&EntryId> = ids.iter().collect();
    let line = |entry: &&Entry| {
        let date = entry.when.as_ref().map_or("no date", |when| &when.written);
        let words = entry.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = words.chars().take(SHOWN).collect();
        let more = if short.len() < words.len() { " [...]" } else { "" };
        format!("    {}, {date}, {}: {short}{more}", entry.id, history.agency_name(&entry.agency))
    };
    let told: Vec<&Entry> = history.entries.iter().copied().filter(|entry| wanted.contains(&entry.id)).collect();
    let left_out = told.len().saturating_sub(ENTRIES);
    let shown = told.iter().take(1).chain(told.iter().skip(1 + left_out));
    let mut lines: Vec<String> = shown.map(line).collect();
    if left_out > 0 {
        lines.insert(1, format!("    ... and {left_out} more entries ..."));
    }
    lines
}

/// Every open question, for whoever cannot be asked.
pub fn listed(history: &History<'_>, findings: &[Finding]) -> String {
    let open = open(history, findings);
    if open.is_empty() {
        return "There are no open questions.\n".to_owned();
    }
    let words: Vec<String> = open.iter().map(|one| one.words(history)).collect();
    words.join("\n") + "\nDecide on a terminal, or with flags: see `lifespan decide --help`.\n"
}
