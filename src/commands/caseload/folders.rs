//! The case folders below a folder: those that hold a `case.json`.

use lifespan::error::Error;
use lifespan::ingest::front;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A folder with a case in it.
pub struct CaseFolder {
    /// Where it is.
    pub path: PathBuf,
    /// The same below the folder that was asked for, with `/` between the parts; `.` for that folder itself.
    pub below: String,
}

/// Every case folder below a folder, which holds at least one.
pub fn below(top: &Path, out: Option<&Path>) -> Result<Vec<CaseFolder>, Error> {
    let found = list(top, out)?;
    if found.is_empty() {
        let mend = "A case is a folder that holds case.json and a folder returns/. `lifespan init` writes one.";
        return Err(Error::new(top.display().to_string(), "no case is below this folder", mend));
    }
    Ok(found)
}

/// Every case folder below a folder, in order. What a case holds is not looked into, nor is the folder that this
/// program writes to; links are not followed.
pub fn list(top: &Path, out: Option<&Path>) -> Result<Vec<CaseFolder>, Error> {
    if !top.is_dir() {
        let mend = "Give the folder that holds the case folders.";
        return Err(Error::new(top.display().to_string(), "this is not a folder", mend));
    }
    let out = out.and_then(|out| out.canonicalize().ok());
    let ours = |entry: &DirEntry| out.is_some() && entry.depth() > 0 && entry.path().canonicalize().ok() == out;
    let mut found = Vec::new();
    let mut walk = WalkDir::new(top).sort_by_file_name().into_iter();
    while let Some(item) = walk.next() {
        let item = item.map_err(|cause| {
            Error::new(top.display().to_string(), format!("cannot be read: {cause}"), "Check that you may open it.")
        })?;
        if !item.file_type().is_dir() {
            continue;
        }
        if ours(&item) {
            walk.skip_current_dir();
        } else if item.path().join(front::FILE).is_file() {
            found.push(CaseFolder { below: name(top, item.path()), path: item.into_path() });
            walk.skip_current_dir();
        }
    }
    Ok(found)
}

fn name(top: &Path, path: &Path) -> String {
    let below = path.strip_prefix(top).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}
