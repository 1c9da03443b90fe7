//! Who is who, as text for a terminal: everyone, with the reason for each join, and what is still open.

use super::{decisions, plain};
use crate::history::History;
use crate::model::{Decision, Person, PersonId};
use crate::people::MaybeSame;

/// The page that `lifespan people` prints.
pub fn who_is_who(history: &History<'_>, decisions: &[Decision]) -> String {
    let mut lines = vec![format!("{}: who is who, as at {}", history.front.child.name, plain::day(history.as_at))];
    for person in &history.people.persons {
        lines.push(String::new());
        lines.push(heading(history, person));
        lines.extend(details(person));
        lines.extend(person.reasons.iter().map(|reason| {
            let entry = reason.entry.as_ref().map_or("case.json", |entry| entry.0.as_str());
            format!("    {entry}  “{}”: {}", reason.mention, reason.because)
        }));
    }
    let open: Vec<String> = history.people.maybe.iter().flat_map(|maybe| question(history, maybe)).collect();
    if !open.is_empty() {
        lines.extend([String::new(), "Open questions: may be one person".to_owned()]);
        lines.extend(open);
    }
    if !decisions.is_empty() {
        lines.extend([String::new(), "Decisions".to_owned()]);
        lines.extend(decisions.iter().map(|decision| format!("  {}", decisions::decided(history, decision))));
    }
    lines.extend(history.people.notes.iter().map(|note| format!("  {}: {}; {}", note.at, note.what, note.done)));
    lines.join("\n") + "\n"
}

/// "Raymond Sleight [raymond-sleight], maternal uncle".
fn heading(history: &History<'_>, person: &Person) -> String {
    let relation = match history.kin_to_child.get(&person.id) {
        Some(kin) => format!(", {}", kin.words()),
        None if person.id == history.front.child.id => ", the child".to_owned(),
        None => String::new(),
    };
    format!("{} [{}]{relation}", person.name, person.id)
}

fn details(person: &Person) -> Vec<String> {
    let mut lines = Vec::new();
    if !person.also_known_as.is_empty() {
        lines.push(format!("  also known as {}", person.also_known_as.join(", ")));
    }
    if let Some(born) = &person.born {
        lines.push(format!("  born {}", born.written));
    }
    lines
}

/// One open question: who, what speaks for it and against it, and where to look.
pub fn question(history: &History<'_>, maybe: &MaybeSame) -> Vec<String> {
    let name = |id: &PersonId| format!("{} [{id}]", history.name(id));
    let mut lines = vec![format!("  {} and {}", name(&maybe.a), name(&maybe.b))];
    lines.extend(maybe.for_.iter().map(|reason| format!("    for: {reason}")));
    lines.extend(maybe.against.iter().map(|reason| format!("    against: {reason}")));
    let entries: Vec<&str> = maybe.evidence.iter().map(|entry| entry.0.as_str()).collect();
    lines.push(format!("    see {}", entries.join(", ")));
    lines
}
