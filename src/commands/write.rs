//! Writing a file so that it is there whole or not at all.

use lifespan::error::Error;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The longest file name made from a reference, in characters.
const LONGEST_NAME: usize = 80;

/// Writes a file into a folder and says where it is.
pub fn whole(folder: &Path, name: &str, words: &str) -> Result<PathBuf, Error> {
    whole_bytes(folder, name, words.as_bytes())
}

/// The same for a file that is not words.
pub fn whole_bytes(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
    let mut set = Together::new(folder);
    set.add(name, bytes)?;
    set.place().map(|mut places| places.remove(0))
}

/// The same without waiting for the disk: for files of which there are thousands, and which can be made again.
pub fn quickly(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
    let mut set = Together { wait: false, ..Together::new(folder) };
    set.add(name, bytes)?;
    set.place().map(|mut places| places.remove(0))
}

/// Files that belong together. None is seen before all are on the disk, and none of an earlier set beside one of this.
///
/// Each goes to a file beside its place that only this user can read, and takes the final name when all are written.
/// A run interrupted before leaves the earlier files as they were. One interrupted in the instant of renaming leaves
/// some files of one set and none of the other.
pub struct Together<'f> {
    folder: &'f Path,
    wait: bool,
    written: Vec<(NamedTempFile, PathBuf)>,
}

impl<'f> Together<'f> {
    /// An empty set for a folder, which is made with the first file.
    pub fn new(folder: &'f Path) -> Self {
        Together { folder, wait: true, written: Vec::new() }
    }

    /// Writes a file without giving it its name yet.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let place = self.folder.join(name);
        let write = || {
            std::fs::create_dir_all(self.folder)?;
            let mut beside = NamedTempFile::new_in(self.folder)?;
            beside.write_all(bytes)?;
            if self.wait {
                beside.as_file().sync_all()?;
            }
            Ok(beside)
        };
        let beside = write().map_err(|cause| failed(&place, cause))?;
        self.written.push((beside, place));
        Ok(())
    }

    /// Gives every file its name, in the order in which they were added, and says where they are.
    pub fn place(self) -> Result<Vec<PathBuf>, Error> {
        if self.written.len() > 1 {
            self.written.iter().try_for_each(|(_, place)| take_away(place))?;
        }
        let place = |(beside, place): (NamedTempFile, PathBuf)| match beside.persist(&place) {
            Ok(_) => Ok(place),
            Err(refused) => Err(failed(&place, refused.error)),
        };
        self.written.into_iter().map(place).collect()
    }
}

/// Takes a file of an earlier set away, where there is one.
fn take_away(place: &Path) -> Result<(), Error> {
    match std::fs::remove_file(place) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => Err(failed(place, cause)),
        _ => Ok(()),
    }
}

fn failed(place: &Path, cause: std::io::Error) -> Error {
    let mend = match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "make room on the disk, or choose a folder on another with --out"
        }
        _ => "choose another folder with --out, or ask for leave to write there",
    };
    Error::new(place.display().to_string(), format!("not written: {cause}"), mend)
}

/// A file name from words that may hold anything: letters, digits, `.`, `_` and `-`, the rest becoming `-`.
pub fn safe_name(words: &str) -> Option<String> {
    let safe = |letter: char| if letter.is_alphanumeric() || "._-".contains(letter) { letter } else { '-' };
    let name: String = words.trim().chars().map(safe).take(LONGEST_NAME).collect();
    let name = name.trim_matches(['-', '.']);
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn a_reference_cannot_lead_out_of_the_folder() {
        assert_eq!(safe_name("EX-01").as_deref(), Some("EX-01"));
        assert_eq!(safe_name("../../etc/passwd").as_deref(), Some("etc-passwd"));
        assert_eq!(safe_name("CIN 12/2018 Zoë").as_deref(), Some("CIN-12-2018-Zoë"));
        assert_eq!(safe_name(" .. "), None);
    }
}
