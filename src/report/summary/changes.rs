//! What changed since an earlier build, on the terminal: the findings in full, the rest counted.

use crate::account::{Account, Changes};
use crate::report::plain;

/// The lines, under a heading of their own; none where nothing was compared.
pub fn changed(account: &Account) -> Vec<String> {
    let Some(changes) = &account.changes else { return Vec::new() };
    let heading = format!("Since {}, as at {}", changes.earlier.file, plain::day(changes.earlier.as_at));
    let mut lines = vec![heading];
    lines.extend(changes.reasons.iter().map(|reason| format!("  {reason}")));
    if changes.is_empty() {
        lines.push("  Nothing changed: the same entries, findings, people and decisions.".to_owned());
    }
    lines.extend(findings(account, changes));
    lines.extend(changes.people.iter().map(|words| format!("  {words}")));
    lines.extend(counted(changes));
    lines.push(String::new());
    lines
}

fn findings(account: &Account, changes: &Changes) -> Vec<String> {
    let headline = |place: usize| place.checked_sub(1).and_then(|at| account.findings.get(at)).map(|one| &one.headline);
    let new = changes.findings_new.iter().filter_map(|place| Some(format!("  New finding: {}", headline(*place)?)));
    let otherwise = changes
        .findings_changed
        .iter()
        .filter_map(|one| Some(format!("  Changed finding: {} {}", headline(one.finding)?, one.what.join(" "))));
    let gone = changes.findings_gone.iter().map(|one| format!("  No longer found: {}", one.headline));
    new.chain(otherwise).chain(gone).collect()
}

/// How many entries and decisions: "  Entries: 3 new, 1 changed."
fn counted(changes: &Changes) -> Vec<String> {
    let line = |what: &str, counts: &[(usize, &str)]| {
        let told = counts.iter().filter(|(count, _)| *count > 0).map(|(count, how)| format!("{count} {how}"));
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| format!("  {what}: {}.", told.join(", ")))
    };
    let entries = [
        (changes.entries_new.len(), "new"),
        (changes.entries_changed.len(), "changed"),
        (changes.entries_gone.len(), "gone"),
    ];
    let decisions = [(changes.decisions_new.len(), "new"), (changes.decisions_taken_back.len(), "taken back")];
    line("Entries", &entries).into_iter().chain(line("Decisions", &decisions)).collect()
}
