//! What was sent: who was asked and what they answered, and where every submitted row went.

use crate::account::ReturnAccount;
use crate::report::index::{Index, Link};
use crate::report::plain;
use serde::Serialize;

/// The data of `chronology/returns.html`.
#[derive(Serialize)]
pub struct Returns {
    agencies: Vec<Agency>,
    files: Vec<File>,
    rows: usize,
    entries: usize,
    set_aside: usize,
    aside: Vec<Aside>,
    notes: Vec<(String, String, String, String)>,
}

/// An agency that was asked, or that sent something unasked.
#[derive(Serialize)]
struct Agency {
    name: String,
    kind: String,
    asked_on: String,
    outcome: String,
    names_searched: String,
}

/// One file's row of the ledger.
#[derive(Serialize)]
struct File {
    file: String,
    agency: String,
    rows: usize,
    entries: usize,
    set_aside: usize,
    /// What stands above the header.
    preamble: Vec<String>,
}

/// A row that is not in the dated order.
#[derive(Serialize)]
struct Aside {
    id: String,
    /// Where it is shown in full, where it is read as an undated entry.
    place: Option<Link>,
    reason: String,
    text: String,
}

/// The agencies, the ledger, the rows set aside and the notes.
pub fn returns(index: &Index) -> Returns {
    let account = index.account;
    let or =
        |words: Option<String>, none: &str| words.filter(|words| !words.is_empty()).unwrap_or_else(|| none.to_owned());
    let agencies = account.case.agencies.iter().map(|agency| Agency {
        name: agency.name.clone(),
        kind: or(agency.kind.clone(), "Not given"),
        asked_on: or(agency.asked_on.as_deref().map(plain::edtf), "Not given"),
        outcome: plain::capital(&agency.outcome),
        names_searched: or(Some(agency.names_searched.join("; ")), "Not given"),
    });
    let ledger = &account.ledger;
    Returns {
        agencies: agencies.collect(),
        files: ledger.returns.iter().map(|sent| file(index, sent)).collect(),
        rows: ledger.rows,
        entries: ledger.entries,
        set_aside: ledger.set_aside,
        aside: ledger.returns.iter().flat_map(|sent| aside(index, sent)).collect(),
        notes: account
            .notes
            .iter()
            .map(|note| (note.at.clone(), note.what.clone(), note.done.clone(), note.mend.clone()))
            .collect(),
    }
}

fn file(index: &Index, sent: &ReturnAccount) -> File {
    File {
        file: sent.file.clone(),
        agency: index.agency(&sent.agency).to_owned(),
        rows: sent.rows,
        entries: sent.entries,
        set_aside: sent.set_aside.len(),
        preamble: sent.preamble.clone(),
    }
}

fn aside(index: &Index, sent: &ReturnAccount) -> Vec<Aside> {
    let row = |row: &crate::account::SetAsideAccount| Aside {
        id: row.at.0.clone(),
        place: index.anchor(&row.at).map(|_| index.link(&row.at)),
        reason: row.reason.clone(),
        text: row.text.clone(),
    };
    sent.set_aside.iter().map(row).collect()
}
