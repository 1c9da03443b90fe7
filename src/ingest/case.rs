//! Opening a case folder: the one place of the library that touches files.

use super::table::Context;
use super::written_date::Frame;
use super::{decisions, front, limits, sent};
use crate::error::Error;
use crate::model::{AgencyId, Case, FrontPerson, FrontSheet, Note, Return};
use chrono::NaiveDate;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// The same as [`open_as_at`], with today's date for a case that says no day to speak from.
pub fn open_on(folder: &Path, as_at: Option<NaiveDate>, today: NaiveDate) -> Result<Case, Error> {
    open_as_at(folder, self::as_at(folder, as_at)?.or(Some(today)))
}

/// The day that a case's report speaks from: the one given, else the one that `case.json` says.
pub fn as_at(folder: &Path, given: Option<NaiveDate>) -> Result<Option<NaiveDate>, Error> {
    match given {
        Some(day) => Ok(Some(day)),
        None => Ok(front::read(&super::text::decode(&case_file(folder)?).0)?.value.as_at),
    }
}

/// Reads `case.json` and every return below `returns/`.
pub fn open(folder: &Path) -> Result<Case, Error> {
    open_as_at(folder, None)
}

/// The same, with the day the report speaks from where the caller says it: two-digit years lie before it.
pub fn open_as_at(folder: &Path, as_at: Option<NaiveDate>) -> Result<Case, Error> {
    let bytes = case_file(folder)?;
    let mut read = front::read(&super::text::decode(&bytes).0)?;
    let as_at = as_at.or(read.value.as_at);
    let frame = Frame { born: read.value.child.born.clone(), as_at };
    let files = files(folder, &mut read.notes)?;
    let child = first_names(&read.value.child);
    let mut returns = Vec::new();
    for file in &files {
        let agency = agency_of(&read.value, file);
        let said = front::said(&read.value, &agency);
        read.notes.extend(said.notes.into_iter().filter(|note| !read.notes.contains(note)).collect::<Vec<_>>());
        let child = child.clone();
        let context = Context { file: file.clone(), agency, said: said.value, child, frame: frame.clone() };
        returns.push(read_file(folder, &context)?);
    }
    missing_files(&read.value, &files, &mut read.notes);
    let decided = decisions::read(&decisions_text(folder)?)?;
    read.notes.extend(decided.notes);
    Ok(Case { front: read.value, returns, decisions: decided.value, notes: read.notes })
}

/// What the child is called by: the first name, and other names of one word.
fn first_names(child: &FrontPerson) -> Vec<String> {
    let first = child.name.split_whitespace().next();
    let others = child.also_known_as.iter().filter(|name| !name.contains(' ')).map(String::as_str);
    first.into_iter().chain(others).map(str::to_lowercase).collect()
}

/// The bytes of the front sheet.
fn case_file(folder: &Path) -> Result<Vec<u8>, Error> {
    let path = folder.join(front::FILE);
    fs::read(&path).map_err(|error| {
        let what = if folder.is_dir() {
            format!("the front sheet case.json cannot be read: {error}")
        } else {
            "this is not a folder".to_owned()
        };
        Error::new(
            path.display().to_string(),
            what,
            "A case is a folder that holds case.json and a folder returns/. `lifespan init` writes one.",
        )
    })
}

/// The words of the decisions beside the front sheet; none where nobody has decided anything.
pub fn decisions_text(folder: &Path) -> Result<String, Error> {
    match fs::read(folder.join(decisions::FILE)) {
        Ok(bytes) => Ok(super::text::decode(&bytes).0),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(Error::new(
            decisions::FILE,
            format!("the decisions cannot be read: {error}"),
            "Check that you may open the file.",
        )),
    }
}

/// The files below `returns/`, as paths below the case folder, in order. Links are not followed.
fn files(folder: &Path, notes: &mut Vec<Note>) -> Result<Vec<String>, Error> {
    let top = folder.join("returns");
    if !top.is_dir() {
        notes.push(Note {
            at: "returns/".into(),
            what: "there is no folder returns/".into(),
            done: "The chronology has no entries.".into(),
            mend: "Put what the agencies sent into a folder named returns/ beside case.json.".into(),
        });
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for item in WalkDir::new(&top).sort_by_file_name() {
        let item = item.map_err(|error| {
            Error::new("returns/", format!("the folder cannot be read: {error}"), "Check that you may open it.")
        })?;
        let below = item.path().strip_prefix(folder).unwrap_or(item.path());
        let name = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if item.file_type().is_symlink() {
            notes.push(not_followed(name));
        } else if item.file_type().is_file() && !unsent(&name) {
            files.push(name);
        }
    }
    match files.len() > limits::FILES {
        true => Err(Error::new(
            "returns/",
            format!("there are {} files, and at most {} are read", files.len(), limits::FILES),
            "Check that the folder holds this case's returns and nothing else.",
        )),
        false => Ok(files),
    }
}

/// Files that programs leave behind and no agency sends.
fn unsent(name: &str) -> bool {
    let base = name.rsplit('/').next().unwrap_or(name);
    base.starts_with('.') || base.starts_with("~$") || base.eq_ignore_ascii_case("thumbs.db")
}

/// A link is noted and left alone, wherever it leads.
fn not_followed(name: String) -> Note {
    Note {
        at: name,
        what: "this is a link to another place".into(),
        done: "It was not followed.".into(),
        mend: "Put the file itself into returns/.".into(),
    }
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

/// Reads one file.
fn read_file(folder: &Path, context: &Context) -> Result<Return, Error> {
    let path = folder.join(&context.file);
    let unreadable = |error: std::io::Error| {
        Error::new(&context.file, format!("the file cannot be opened: {error}"), "Check that you may open it.")
    };
    let size = fs::metadata(&path).map_err(unreadable)?.len();
    if size > limits::FILE_BYTES {
        return Err(Error::new(
            &context.file,
            format!("the file is {} MB, and at most {} MB are read", size >> 20, limits::FILE_BYTES >> 20),
            "Take out pictures, or split it into several files.",
        ));
    }
    sent::read(&fs::read(&path).map_err(unreadable)?, context)
}

/// A note for each file that the front sheet names and the folder lacks.
fn missing_files(front: &FrontSheet, files: &[String], notes: &mut Vec<Note>) {
    for agency in &front.agencies {
        for path in &agency.returns {
            if !files.iter().any(|file| file == path || *file == format!("returns/{path}")) {
                notes.push(Note {
                    at: format!("{}, agencies, {}", front::FILE, agency.id),
                    what: format!("the return “{path}” is not below returns/ of this case"),
                    done: "It was not read.".into(),
                    mend: "Put the file into returns/, or correct its name on the front sheet.".into(),
                });
            }
        }
    }
}
