//! What the terminal says when a chronology was built: enough for a person to act on.

mod changes;

use super::index::Index;
use super::plain;
use super::runs::{Run, runs};
use crate::account::{Account, ReturnAccount};
use crate::findings::{Finding, Priority};
use crate::model::Note;

/// The summary: whose history, what was read, what was set aside and why, what was found.
pub fn summary(account: &Account) -> String {
    let index = Index::new(account);
    let reference = account.case.reference.as_deref().map_or(String::new(), |words| format!(" ({words})"));
    let mut lines =
        vec![format!("{}{reference}, as at {}", account.case.name, plain::day(account.as_at)), String::new()];
    lines.extend(read(account, &index));
    lines.extend(unanswered(account));
    lines.extend(set_aside(account));
    lines.extend(notes(account));
    lines.extend(changes::changed(account));
    lines.extend(found(account, &index));
    lines.join("\n") + "\n"
}

fn read(account: &Account, index: &Index) -> Vec<String> {
    let line = |sent: &ReturnAccount| {
        let aside = match sent.set_aside.len() {
            0 => String::new(),
            number => format!(", {number} set aside"),
        };
        let agency = index.agency(&sent.agency);
        format!(
            "  {}, {agency}: {}, {} in the chronology{aside}",
            sent.file,
            plain::count(sent.rows, "row", "rows"),
            sent.entries
        )
    };
    let ledger = &account.ledger;
    let total = format!(
        "  In all {}: {} in the chronology, {} set aside.",
        plain::count(ledger.rows, "row", "rows"),
        ledger.entries,
        ledger.set_aside
    );
    let mut lines = vec!["Read".to_owned()];
    lines.extend(ledger.returns.iter().map(line));
    lines.extend([total, String::new()]);
    lines
}

fn unanswered(account: &Account) -> Vec<String> {
    let silent = account.case.agencies.iter().filter(|agency| agency.outcome != "return");
    section("Asked, without a return", silent.map(|agency| format!("  {}: {}", agency.name, agency.outcome)).collect())
}

fn set_aside(account: &Account) -> Vec<String> {
    let rows = account.ledger.returns.iter().flat_map(|sent| &sent.set_aside);
    section("Set aside", rows.map(|row| format!("  {}: {}", row.at, row.reason)).collect())
}

fn notes(account: &Account) -> Vec<String> {
    let sentence = |words: &str| match words.trim_end_matches('.') {
        "" => String::new(),
        words => format!(" {}.", plain::capital(words)),
    };
    let line = |note: &Note| {
        let mend = if note.mend.is_empty() { String::new() } else { format!(" To mend it:{}", sentence(&note.mend)) };
        format!("  {}:{}{}{mend}", note.at, sentence(&note.what), sentence(&note.done))
    };
    section("Look at", account.notes.iter().map(line).collect())
}

fn found(account: &Account, index: &Index) -> Vec<String> {
    if account.findings.is_empty() {
        return vec![
            "Findings".to_owned(),
            "  None. What the returns supplied do not show may still have happened.".to_owned(),
        ];
    }
    let of = |priority: Priority| {
        let wanted = account.findings.iter().enumerate().filter(|(_, finding)| finding.priority == priority);
        let line = |run: Run| match run.heading.filter(|_| priority != Priority::Act) {
            Some(heading) => vec![format!("  {heading}")],
            None => run.findings.iter().map(|(_, finding)| headline(finding)).collect(),
        };
        section(plain::priority(priority), runs(index, wanted).into_iter().flat_map(line).collect())
    };
    let mut lines: Vec<String> = [Priority::Act, Priority::Check, Priority::Note].into_iter().flat_map(of).collect();
    lines.pop();
    lines
}

fn headline(finding: &Finding) -> String {
    let looked = finding.looked_at.as_ref().map_or(String::new(), |looked| {
        let again = if looked.since.is_empty() { "" } else { ", with new entries since" };
        format!(" (looked at by {}{again})", looked.by)
    });
    format!("  {} [{}]{looked}", finding.headline, finding.rule)
}

/// A heading over lines and an empty line after; nothing at all where there are no lines.
fn section(heading: &str, mut lines: Vec<String>) -> Vec<String> {
    if !lines.is_empty() {
        lines.insert(0, heading.to_owned());
        lines.push(String::new());
    }
    lines
}
