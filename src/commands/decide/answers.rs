//! The answers to the questions: typed on a terminal, or given in advance, one a line.

use crate::commands::say::say;
use lifespan::error::Error;
use std::io::{BufRead, IsTerminal};

/// One answer after the other.
pub struct Answers {
    given: Option<std::vec::IntoIter<String>>,
}

impl Answers {
    /// From the terminal, else from the lines on standard input; none where there are no lines.
    pub fn of_stdin() -> Result<Option<Answers>, Error> {
        if std::io::stdin().is_terminal() {
            return Ok(Some(Answers { given: None }));
        }
        let lines: Vec<String> = std::io::stdin().lock().lines().map_while(Result::ok).collect();
        Ok((!lines.is_empty()).then(|| Answers { given: Some(lines.into_iter()) }))
    }

    /// Asks one question; none at the end of the answers.
    pub fn ask(&mut self, question: &str) -> Result<Option<String>, Error> {
        say(question)?;
        let answer = match &mut self.given {
            Some(given) => given.next(),
            None => std::io::stdin().lock().lines().next().and_then(Result::ok),
        };
        let answer = answer.map(|line| line.trim().to_owned());
        // A terminal shows what was typed and begins a new line; nothing else does.
        match (&self.given, &answer) {
            (Some(_), Some(words)) => say(&format!("{words}\n"))?,
            (_, None) => say("\n")?,
            _ => {}
        }
        Ok(answer)
    }
}
