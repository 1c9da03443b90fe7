//! Printing.

use lifespan::error::Error;
use std::borrow::Cow;
use std::io::{IsTerminal, Write};

/// Prints, and says so where the words cannot be delivered.
pub fn say(words: &str) -> Result<(), Error> {
    let mut terminal = std::io::stdout();
    let words = if terminal.is_terminal() { harmless(words) } else { Cow::Borrowed(words) };
    terminal
        .write_all(words.as_bytes())
        .and_then(|()| terminal.flush())
        .map_err(|cause| Error::new("the terminal", format!("could not be written to: {cause}"), "use --out"))
}

/// Words that a terminal shows and does not obey: signs that move, colour or hide become their pictures.
pub fn harmless(words: &str) -> Cow<'_, str> {
    let obeyed = |sign: char| sign.is_control() && sign != '\n' && sign != '\t';
    if !words.contains(obeyed) {
        return Cow::Borrowed(words);
    }
    let shown = |sign: char| match u32::from(sign) {
        code if obeyed(sign) && code < 0x20 => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        _ if obeyed(sign) => '\u{fffd}',
        _ => sign,
    };
    Cow::Owned(words.chars().map(shown).collect())
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_terminal_is_told_nothing_to_obey() {
        assert_eq!(harmless("a\u{1b}[2Jb\r\u{9b}31m\n\tc"), "a\u{241b}[2Jb\u{240d}\u{fffd}31m\n\tc");
        assert_eq!(harmless("Zoë\n"), "Zoë\n");
    }
}
