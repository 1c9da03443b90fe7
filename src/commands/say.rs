//! Printing.

use lifespan::error::Error;
use std::io::Write;

/// Prints, and says so where the words cannot be delivered.
pub fn say(words: &str) -> Result<(), Error> {
    let mut terminal = std::io::stdout();
    terminal
        .write_all(words.as_bytes())
        .and_then(|()| terminal.flush())
        .map_err(|cause| Error::new("the terminal", format!("could not be written to: {cause}"), "use --out"))
}
