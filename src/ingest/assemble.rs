//! From the bytes of a case to a [`Case`], wherever the bytes come from.

use super::table::Context;
use super::written_date::Frame;
use super::{decisions, front, sent, text};
use crate::digest;
use crate::error::Error;
use crate::model::{AgencyId, Case, FrontPerson, FrontSheet, Input, Note};
use chrono::NaiveDate;

/// A file: its path below the case folder, and its bytes.
pub type File = (String, Vec<u8>);

/// The bytes of a case. The returns are asked for one after another, so that they need not all be held at once.
pub struct Parts<I: Iterator<Item = Result<File, Error>>> {
    /// `case.json`.
    pub front: Vec<u8>,
    /// What the agencies sent, in the order of the paths.
    pub returns: I,
    /// `decisions.json`; none where nobody has decided anything.
    pub decisions: Option<Vec<u8>>,
    /// What a person should look at in how the files lay.
    pub notes: Vec<Note>,
}

/// Reads a case, with the day the report speaks from where the caller says it: two-digit years lie before it.
pub fn assemble<I>(parts: Parts<I>, as_at: Option<NaiveDate>) -> Result<Case, Error>
where
    I: Iterator<Item = Result<File, Error>>,
{
    let read = front::read(&text::decode(&parts.front).0)?;
    let (front, mut notes) = (read.value, read.notes);
    notes.extend(parts.notes);
    let frame = Frame { born: front.child.born.clone(), as_at: as_at.or(front.as_at) };
    let child = first_names(&front.child);
    let mut inputs = vec![input(front::FILE, &parts.front)];
    let mut returns = Vec::new();
    for file in parts.returns {
        let (file, bytes) = file?;
        inputs.push(input(&file, &bytes));
        let agency = agency_of(&front, &file);
        let said = front::said(&front, &agency);
        let new: Vec<Note> = said.notes.into_iter().filter(|note| !notes.contains(note)).collect();
        notes.extend(new);
        let context = Context { file, agency, said: said.value, child: child.clone(), frame: frame.clone() };
        returns.push(sent::read(&bytes, &context)?);
    }
    missing_files(&front, &inputs, &mut notes);
    let decided = match &parts.decisions {
        Some(bytes) => {
            inputs.push(input(decisions::FILE, bytes));
            decisions::read(&text::decode(bytes).0)?
        }
        None => Default::default(),
    };
    notes.extend(decided.notes);
    Ok(Case { front, returns, decisions: decided.value, inputs, notes })
}

fn input(file: &str, bytes: &[u8]) -> Input {
    Input { file: file.to_owned(), sha256: digest::hex(bytes) }
}

/// What the child is called by: the first name, and other names of one word.
fn first_names(child: &FrontPerson) -> Vec<String> {
    let first = child.name.split_whitespace().next();
    let others = child.also_known_as.iter().filter(|name| !name.contains(' ')).map(String::as_str);
    first.into_iter().chain(others).map(str::to_lowercase).collect()
}

/// The agency that names the file; else the file's name without its ending.
fn agency_of(front: &FrontSheet, file: &str) -> AgencyId {
    let names = |path: &String| path == file || format!("returns/{path}") == file;
    let named = front.agencies.iter().find(|agency| agency.returns.iter().any(names));
    named.map_or_else(
        || {
            let base = file.rsplit('/').next().unwrap_or(file);
            AgencyId(base.rsplit_once('.').map_or(base, |(stem, _)| stem).to_owned())
        },
        |agency| agency.id.clone(),
    )
}

/// A note for each file that the front sheet names and the folder lacks.
fn missing_files(front: &FrontSheet, read: &[Input], notes: &mut Vec<Note>) {
    let there = |path: &str| read.iter().any(|one| one.file == path || one.file == format!("returns/{path}"));
    for agency in &front.agencies {
        for path in agency.returns.iter().filter(|path| !there(path)) {
            notes.push(Note {
                at: format!("{}, agencies, {}", front::FILE, agency.id),
                what: format!("the return “{path}” is not below returns/ of this case"),
                done: "It was not read.".into(),
                mend: "Put the file into returns/, or correct its name on the front sheet.".into(),
            });
        }
    }
}
