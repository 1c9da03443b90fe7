//! Office files are archives. One is weighed before anything in it is read: what it says of its size is not believed.

use super::limits;
use super::xml::{self, attribute};
use std::io::{Cursor, Read};

/// An office file whose parts can be read.
pub struct Archive<'a> {
    zip: zip::ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    /// Opens an archive, or says what is wrong with it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, String> {
        let zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("the file is damaged: {error}"))?;
        match zip.len() > limits::PARTS {
            true => Err(format!("the file holds {} parts, and at most {} are read", zip.len(), limits::PARTS)),
            false => Ok(Archive { zip }),
        }
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The names of the parts, in the order of the file.
    pub fn names(&self) -> Vec<String> {
        self.zip.file_names().filter_map(Result::ok).map(|name| name.into_owned()).collect()
    }

    /// The part that the file itself names as the one to begin with; none where it names none.
    pub fn main_part(&mut self) -> Option<String> {
        let links = self.text("_rels/.rels").ok().flatten()?;
        let links = xml::parse(&links).ok()?;
        let main = links
            .descendants()
            .find(|link| attribute(*link, "Type").is_some_and(|kind| kind.ends_with("/officeDocument")))?;
        attribute(main, "Target").map(|target| target.trim_start_matches('/').to_owned()).filter(|name| self.has(name))
    }

    /// Unpacks every part into nothing, to know that all together stay within the limit.
    pub fn weigh(&mut self) -> Result<(), String> {
        self.weigh_within(limits::UNPACKED_BYTES)
    }

    fn weigh_within(&mut self, most: u64) -> Result<(), String> {
        let mut left = most;
        let mut buffer = vec![0; 64 * 1024];
        for index in 0..self.zip.len() {
            let mut part =
                self.zip.by_index(index).map_err(|error| format!("a part of the file is damaged: {error}"))?;
            loop {
                let read = part.read(&mut buffer).map_err(|error| format!("a part of the file is damaged: {error}"))?;
                if read == 0 {
                    break;
                }
                left = left
                    .checked_sub(read as u64)
                    .ok_or_else(|| format!("the file unpacks to more than {} MB, which is the limit", most >> 20))?;
            }
        }
        Ok(())
    }

    /// The words of a part; none where there is no such part.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let damaged = |error: &dyn std::fmt::Display| format!("the part {name} of the file is damaged: {error}");
        let part = self.zip.by_index(index).map_err(|error| damaged(&error))?;
        let mut bytes = Vec::new();
        part.take(limits::UNPACKED_BYTES).read_to_end(&mut bytes).map_err(|error| damaged(&error))?;
        Ok(Some(super::text::decode(&bytes).0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    #[test]
    fn what_unpacks_to_more_than_the_limit_is_refused() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
        zip.write_all(&vec![0; 3 << 20]).unwrap();
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 10_000);
        let mut archive = Archive::open(&bytes).unwrap();
        assert_eq!(archive.weigh(), Ok(()));
        let refused = archive.weigh_within(2 << 20).unwrap_err();
        assert_eq!(refused, "the file unpacks to more than 2 MB, which is the limit");
    }
}
