//! What a person should look at before the chronology is built: every note and every row set aside, by return.

use crate::model::{Answer, Case, Note, Return};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

/// A case looked through.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Check {
    /// Whether no row is set aside and every agency has answered.
    pub settled: bool,
    /// Notes on the front sheet and the folder.
    pub notes: Vec<Note>,
    /// Agencies that were asked and have not answered.
    pub not_answered: Vec<NotAnswered>,
    /// The returns, in the order of their paths.
    pub returns: Vec<CheckedReturn>,
}

/// An agency that was asked and has not answered.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NotAnswered {
    /// Its id.
    pub agency: String,
    /// Its name.
    pub name: String,
    /// When it was asked, as written.
    pub asked_on: Option<String>,
}

/// One return looked through.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CheckedReturn {
    /// Path below the case folder.
    pub file: String,
    /// The agency's name.
    pub agency: String,
    /// Non-blank rows below its headers.
    pub rows: usize,
    /// Rows in the chronology.
    pub entries: usize,
    /// Rows that are not, each with the reason and how to mend it.
    pub set_aside: Vec<Note>,
    /// What else a person should look at.
    pub notes: Vec<Note>,
}

/// Looks a case through. Nothing is built.
pub fn check(case: &Case) -> Check {
    let returns: Vec<CheckedReturn> = case.returns.iter().map(|sent| checked(case, sent)).collect();
    let not_answered = not_answered(case);
    let settled = not_answered.is_empty() && returns.iter().all(|sent| sent.set_aside.is_empty());
    Check { settled, notes: case.notes.clone(), not_answered, returns }
}

fn checked(case: &Case, sent: &Return) -> CheckedReturn {
    let undated = |at: &crate::model::EntryId| sent.undated.iter().any(|entry| entry.id == *at);
    let set_aside = sent.set_aside.iter().map(|row| {
        let read = undated(&row.at);
        Note {
            at: row.at.to_string(),
            what: format!("{}. The row says: “{}”", row.reason, super::table::shortened(&row.text)),
            done: if read {
                "It is set aside from the dated order, shown in full, and still read."
            } else {
                "It is set aside."
            }
            .into(),
            mend: if read {
                "Write the date into the row, as exactly as it is known: 2010-05-31, May 2010, 2010, c. 2010, aged 6."
            } else {
                ""
            }
            .into(),
        }
    });
    CheckedReturn {
        file: sent.file.clone(),
        agency: case.front.agency_name(&sent.agency).to_owned(),
        rows: sent.rows,
        entries: sent.entries.len(),
        set_aside: set_aside.collect(),
        notes: sent.notes.clone(),
    }
}

/// Agencies that said nothing: by the front sheet's own words, or because no file of theirs is there.
fn not_answered(case: &Case) -> Vec<NotAnswered> {
    let silent = case.front.agencies.iter().filter(|agency| match agency.outcome {
        Some(Answer::NoReply) => true,
        Some(Answer::NothingKnown) => false,
        Some(Answer::Return) | None => case.returns.iter().all(|sent| sent.agency != agency.id),
    });
    let told = silent.map(|agency| NotAnswered {
        agency: agency.id.to_string(),
        name: agency.name.clone(),
        asked_on: agency.asked_on.as_ref().map(|when| when.written.clone()),
    });
    told.collect()
}

impl Check {
    /// The same in words, for a terminal.
    pub fn in_words(&self) -> String {
        let mut out = String::new();
        section(&mut out, "case.json and the folder", &self.notes);
        for sent in &self.returns {
            let aside = match sent.set_aside.len() {
                0 => String::new(),
                number => format!(", {number} set aside"),
            };
            let title = format!(
                "{} ({}): {} rows, {} in the chronology{aside}",
                sent.file, sent.agency, sent.rows, sent.entries
            );
            let notes: Vec<Note> = sent.set_aside.iter().chain(&sent.notes).cloned().collect();
            if notes.is_empty() {
                let _ = writeln!(out, "{title}\n");
            } else {
                section(&mut out, &title, &notes);
            }
        }
        for agency in &self.not_answered {
            let asked = agency.asked_on.as_ref().map(|on| format!(", asked on {on}")).unwrap_or_default();
            let _ = writeln!(out, "{} has not answered{asked}.", agency.name);
        }
        let _ = writeln!(out, "{}", self.closing());
        out
    }

    /// The last line: whether anything stands in the way.
    fn closing(&self) -> String {
        let aside: usize = self.returns.iter().map(|sent| sent.set_aside.len()).sum();
        let notes: usize = self.notes.len() + self.returns.iter().map(|sent| sent.notes.len()).sum::<usize>();
        match (aside, self.not_answered.len()) {
            (0, 0) if notes == 0 => "Every row has a date, and every agency has answered.".into(),
            (0, 0) => format!("Every row has a date, and every agency has answered. Things to look at: {notes}."),
            (aside, silent) => format!(
                "Rows set aside: {aside}. Agencies that have not answered: {silent}. Other things to look at: {notes}."
            ),
        }
    }
}

/// A title and its notes.
fn section(out: &mut String, title: &str, notes: &[Note]) {
    if notes.is_empty() {
        return;
    }
    let _ = writeln!(out, "{title}");
    for note in notes {
        let _ = writeln!(out, "  {}: {}", note.at, note.what);
        for (label, words) in [("", &note.done), ("To mend it: ", &note.mend)] {
            if !words.is_empty() {
                let _ = writeln!(out, "    {label}{words}");
            }
        }
    }
    let _ = writeln!(out);
}
