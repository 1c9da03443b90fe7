//! A wall around the readers of formats: a damaged file on which one fails is refused, and brings nothing else down.
//!
//! Readers of old binary formats fail on files that no program writes. That a reader fails is a fault to be mended
//! there; until it is, whoever builds a chronology needs to be told which file it is.

use crate::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a reader makes of a file, or that it failed on it.
pub fn walled<T>(file: &str, read: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    // What the reader held is dropped with it, so nothing broken can be seen afterwards.
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(Error::new(
            file,
            "the file is damaged, and cannot be read",
            "Open it in the program it was made with and save it again as .xlsx, .docx or .csv, or ask the agency for another copy.",
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::walled;

    #[test]
    fn a_reader_that_fails_is_told_by_its_file() {
        let none: [u8; 0] = [];
        let failed = walled("returns/x.xls", || Ok(none.iter().copied().next().expect("a byte")));
        assert_eq!(failed.expect_err("it failed").at, "returns/x.xls");
        assert_eq!(walled("returns/x.xls", || Ok(7)), Ok(7));
    }
}
