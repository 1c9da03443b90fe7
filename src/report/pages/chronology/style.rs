//! What the page looks like, and the policy that lets it load nothing but itself.

use crate::account::Account;
use crate::digest;
use crate::report::plain;

const STYLE: &str = include_str!("../../../../templates/chronology.css");

/// The script that narrows the chronology; without it everything is there and in order.
pub const SCRIPT: &str = include_str!("../../../../templates/chronology.js");

/// What stands at the foot of every printed page.
pub fn running_words(account: &Account) -> String {
    let reference = account.case.reference.as_deref().map_or(String::new(), |words| format!("{words}, "));
    format!("{reference}{}, as at {}", account.case.name, plain::day(account.as_at))
}

/// The style sheet, with the words that run on every printed page.
pub fn style(handling: Option<&str>, running: &str) -> String {
    let boxes = format!(
        "@page {{ @top-center {{ content: {handling}; }} @bottom-left {{ content: {running}; }} \
         @bottom-center {{ content: {handling}; }} }}\n",
        handling = quoted(handling.unwrap_or_default()),
        running = quoted(running),
    );
    format!("{}{boxes}", STYLE.replace("\r\n", "\n"))
}

/// A Content-Security-Policy that allows this style and this script, pictures inside the page, and nothing else.
pub fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        digest::source(style),
        digest::source(script)
    )
}

/// A string of CSS: everything but letters, digits and spaces as an escape, so that no name can end it.
fn quoted(words: &str) -> String {
    let safe = |letter: char| match letter {
        ' ' | ',' | '-' => letter.to_string(),
        letter if letter.is_ascii_alphanumeric() => letter.to_string(),
        letter => format!("\\{:x} ", u32::from(letter)),
    };
    format!("\"{}\"", words.chars().map(safe).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_name_cannot_leave_its_string() {
        assert_eq!(quoted("EX-01, Zoë"), "\"EX-01, Zo\\eb \"");
        assert_eq!(quoted("\"}</style>"), "\"\\22 \\7d \\3c \\2f style\\3e \"");
    }
}
