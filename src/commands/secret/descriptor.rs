//! A passphrase from a file descriptor: its first line.

use lifespan::error::Error;
use std::io::{BufRead, BufReader, Read, stdin};
use zeroize::Zeroizing;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 4096;

/// The first line of a file descriptor without its end.
pub fn line(number: u32) -> Result<Zeroizing<String>, Error> {
    let failed = |what: String| {
        let mend = "give the passphrase as one line of text, such as --passphrase-fd 3 3< FILE";
        Error::new(format!("file descriptor {number}"), what, mend)
    };
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST as usize + 1));
    let read =
        opened(number).and_then(|from| BufReader::with_capacity(1, from.take(LONGEST)).read_until(b'\n', &mut bytes));
    read.map_err(|cause| failed(format!("no passphrase could be read: {cause}")))?;
    let text = std::str::from_utf8(&bytes).map_err(|_| failed("what it holds is not text in UTF-8".to_owned()))?;
    let line = text.trim_end_matches(['\n', '\r']);
    if line.is_empty() {
        return Err(failed("its first line is empty".to_owned()));
    }
    Ok(Zeroizing::new(line.to_owned()))
}

/// The standard input, or what the system shows as an open file.
fn opened(number: u32) -> std::io::Result<Box<dyn Read>> {
    if number == 0 {
        return Ok(Box::new(stdin()));
    }
    std::fs::File::open(format!("/dev/fd/{number}")).map(|file| Box::new(file) as Box<dyn Read>)
}
