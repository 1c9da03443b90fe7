//! Opening a case folder: the one place of the library that touches files.

use super::assemble::{File, Parts, assemble};
use super::{decisions, front, limits, text};
use crate::error::Error;
use crate::model::{Case, Note};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use walkdir::WalkDir;

/// The same as [`open_as_at`], with today's date for a case that says no day to speak from.
pub fn open_on(folder: &Path, as_at: Option<NaiveDate>, today: NaiveDate) -> Result<Case, Error> {
    open_as_at(folder, self::as_at(folder, as_at)?.or(Some(today)))
}

/// The day that a case's report speaks from: the one given, else the one that `case.json` says.
pub fn as_at(folder: &Path, given: Option<NaiveDate>) -> Result<Option<NaiveDate>, Error> {
    match given {
        Some(day) => Ok(Some(day)),
        None => Ok(front::read(&text::decode(&case_file(folder)?).0)?.value.as_at),
    }
}

/// Reads `case.json` and every return below `returns/`.
pub fn open(folder: &Path) -> Result<Case, Error> {
    open_as_at(folder, None)
}

/// The same, with the day the report speaks from where the caller says it: two-digit years lie before it.
///
/// A file that changes meanwhile stops the run: half of one state and half of another would be told as one.
pub fn open_as_at(folder: &Path, as_at: Option<NaiveDate>) -> Result<Case, Error> {
    let watched = RefCell::new(vec![Watched::new(folder, front::FILE), Watched::new(folder, decisions::FILE)]);
    let front = case_file(folder)?;
    let decisions = decisions_file(folder)?;
    let mut notes = Vec::new();
    let files = files(folder, &mut notes)?;
    let returns = files.into_iter().map(|file| {
        watched.borrow_mut().push(Watched::new(folder, &file));
        read_file(folder, file)
    });
    let case = assemble(Parts { front, returns, decisions, notes }, as_at)?;
    watched.borrow().iter().try_for_each(Watched::unchanged)?;
    Ok(case)
}

/// A file as it was before it was read.
struct Watched {
    file: String,
    path: PathBuf,
    before: Option<(u64, SystemTime)>,
}

impl Watched {
    fn new(folder: &Path, file: &str) -> Self {
        let path = folder.join(file);
        Watched { file: file.to_owned(), before: stamp(&path), path }
    }

    /// Whether it is still as it was.
    fn unchanged(&self) -> Result<(), Error> {
        match stamp(&self.path) == self.before {
            true => Ok(()),
            false => Err(Error::new(
                &self.file,
                "the file changed while it was read",
                "Run it again when nobody is saving or copying into the case folder.",
            )),
        }
    }
}

/// Size and time of the last change; none where there is no such file.
fn stamp(path: &Path) -> Option<(u64, SystemTime)> {
    let about = fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()?))
}

/// The bytes of the front sheet.
fn case_file(folder: &Path) -> Result<Vec<u8>, Error> {
    let path = folder.join(front::FILE);
    bytes(&path).map_err(|error| {
        let what = match error {
            Unread::Refused(error) if folder.is_dir() => format!("the front sheet case.json cannot be read: {error}"),
            Unread::Refused(_) => "this is not a folder".to_owned(),
            Unread::NoFile => "the front sheet case.json is no file".to_owned(),
            Unread::Large(size) => too_large(size),
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
    Ok(decisions_file(folder)?.map_or_else(String::new, |bytes| text::decode(&bytes).0))
}

fn decisions_file(folder: &Path) -> Result<Option<Vec<u8>>, Error> {
    let what = match bytes(&folder.join(decisions::FILE)) {
        Ok(bytes) => return Ok(Some(bytes)),
        Err(Unread::Refused(error)) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(Unread::Refused(error)) => format!("the decisions cannot be read: {error}"),
        Err(Unread::NoFile) => "the decisions cannot be read: this is no file".to_owned(),
        Err(Unread::Large(size)) => too_large(size),
    };
    Err(Error::new(
        decisions::FILE,
        what,
        "Check that it is the file that `lifespan decide` wrote, and that you may open it.",
    ))
}

/// Why a file was not read.
enum Unread {
    /// The system gave an error.
    Refused(std::io::Error),
    /// A folder, a pipe or a device, which may never end.
    NoFile,
    /// More bytes than are read: so many.
    Large(u64),
}

/// The bytes of a file.
fn bytes(path: &Path) -> Result<Vec<u8>, Unread> {
    let about = fs::metadata(path).map_err(Unread::Refused)?;
    match about.len() {
        _ if !about.is_file() => Err(Unread::NoFile),
        size if size > limits::FILE_BYTES => Err(Unread::Large(size)),
        _ => fs::read(path).map_err(Unread::Refused),
    }
}

fn too_large(size: u64) -> String {
    format!("the file is {} MB, and at most {} MB are read", size >> 20, limits::FILE_BYTES >> 20)
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
        let kind = item.file_type();
        if kind.is_symlink() {
            notes.push(not_followed(name));
        } else if kind.is_file() && is_hidden(&name) {
            let size = item.metadata().map_or(0, |about| about.len());
            notes.extend((!is_left_behind(&name, size)).then(|| not_read(name, HIDDEN)));
        } else if kind.is_file() {
            match below.to_str() {
                Some(_) => files.push(name),
                None => return Err(unreadable_name(name)),
            }
        } else if !kind.is_dir() {
            notes.push(not_read(name, "this is no file, but a pipe or a device"));
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

/// Whether programs hide a file of this name.
fn is_hidden(name: &str) -> bool {
    let base = name.rsplit('/').next().unwrap_or(name);
    base.starts_with('.') || base.starts_with("~$") || base.eq_ignore_ascii_case("thumbs.db")
}

/// Whether a hidden file is one that programs leave behind and no agency sends. What says who has a file open is small.
fn is_left_behind(name: &str, size: u64) -> bool {
    const MARK_BYTES: u64 = 1024;
    let base = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    ["thumbs.db", ".ds_store", ".gitkeep", ".gitignore"].contains(&base.as_str())
        || base.starts_with("._")
        || ((base.starts_with("~$") || base.starts_with(".~lock.")) && size <= MARK_BYTES)
}

/// What is said of a file that an agency may have sent all the same.
const HIDDEN: &str = "the name of this file is one that programs hide";

fn not_read(name: String, what: &str) -> Note {
    Note {
        at: name,
        what: what.into(),
        done: "It was not read.".into(),
        mend: "If an agency sent it, put it into returns/ as a file whose name begins with a letter; else take it out."
            .into(),
    }
}

/// A name that is not Unicode could not be shown, nor told apart from another like it.
fn unreadable_name(name: String) -> Error {
    Error::new(name, "the file's name holds signs that cannot be read", "Give the file another name.")
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

/// Reads one file.
fn read_file(folder: &Path, file: String) -> Result<File, Error> {
    let path = folder.join(&file);
    let (what, mend) = match bytes(&path) {
        Ok(bytes) => return Ok((file, bytes)),
        Err(Unread::Refused(error)) => (format!("the file cannot be opened: {error}"), "Check that you may open it."),
        Err(Unread::NoFile) => ("this is no file any more".to_owned(), "Put the file itself into returns/."),
        Err(Unread::Large(size)) => (too_large(size), "Take out pictures, or split it into several files."),
    };
    Err(Error::new(&file, what, mend))
}
