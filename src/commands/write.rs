//! Writing a file so that it is there whole or not at all.

use lifespan::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The longest file name made from a reference, in characters.
const LONGEST_NAME: usize = 80;

/// Writes a file into a folder and says where it is.
///
/// The words go to a file beside it that only this user can read; when they are on the disk it takes the final
/// name. An interrupted run leaves the earlier file as it was.
pub fn whole(folder: &Path, name: &str, words: &str) -> Result<PathBuf, Error> {
    whole_bytes(folder, name, words.as_bytes())
}

/// The same for a file that is not words.
pub fn whole_bytes(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
    place(folder, name, bytes, true)
}

/// The same without waiting for the disk: for files of which there are thousands, and which can be made again.
pub fn quickly(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
    place(folder, name, bytes, false)
}

fn place(folder: &Path, name: &str, bytes: &[u8], wait: bool) -> Result<PathBuf, Error> {
    let place = folder.join(name);
    let mend = "choose another folder with --out, or ask for leave to write there";
    let failed = |cause: std::io::Error| Error::new(place.display().to_string(), format!("not written: {cause}"), mend);
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    beside.write_all(bytes).map_err(failed)?;
    if wait {
        beside.as_file().sync_all().map_err(failed)?;
    }
    beside.persist(&place).map_err(|refused| failed(refused.error))?;
    Ok(place)
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
