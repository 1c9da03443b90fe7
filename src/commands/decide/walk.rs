//! Asks the open questions one by one. Whatever is answered is kept at once, and the case is told again with it.

use super::answers::Answers;
use super::questions::{Question, open};
use super::whom::whom;
use super::{day, keep, look, told};
use crate::cli::Decide;
use crate::commands::{clock, say::say};
use lifespan::History;
use lifespan::error::Error;
use lifespan::model::{Ruling, Signature};
use std::collections::BTreeSet;

/// What an answer means.
enum Answer {
    Decided(Ruling),
    Skipped,
    Left,
}

/// Walks through the questions until there is none left, or the answers end.
pub fn walk(asked: &Decide, mut answers: Answers) -> Result<(), Error> {
    let left = told(asked, |history, findings| Ok(open(history, findings).len()))?;
    if left == 0 {
        return say("There are no open questions.\n");
    }
    say(&format!("Open questions: {left}. Enter skips one, q leaves; every answer is kept at once.\n"))?;
    let by = match &asked.by {
        Some(by) => Some(by.clone()),
        None => answers.ask("Who decides (name and role)? ")?,
    };
    let Some(by) = by.filter(|by| !by.is_empty()) else {
        return say("A decision needs somebody who makes it: nothing was decided.\n");
    };
    let (mut seen, mut decided) = (BTreeSet::new(), 0);
    while let Some(made) = told(asked, |history, findings| {
        let all = open(history, findings);
        let Some(next) = all.iter().find(|one| !seen.contains(&one.key(history))) else { return Ok(None) };
        seen.insert(next.key(history));
        say(&format!("\n{}", next.words(history)))?;
        let ruling = match ask(history, next, &mut answers)? {
            Answer::Decided(ruling) => ruling,
            Answer::Skipped => return Ok(Some(0)),
            Answer::Left => return Ok(None),
        };
        let why = answers.ask("Why (Enter for no reason)? ")?.filter(|why| !why.is_empty());
        let on = asked.on.unwrap_or_else(clock::today);
        keep(asked, history, &ruling, Signature { by: by.clone(), on, why })?;
        Ok(Some(1))
    })? {
        decided += made;
    }
    let left = told(asked, |history, findings| Ok(open(history, findings).len()))?;
    say(&format!("\nDecided: {decided}. Still open: {left}. `lifespan build` shows the decisions on the page.\n"))
}

/// Asks until the answer can be read.
fn ask(history: &History<'_>, question: &Question<'_>, answers: &mut Answers) -> Result<Answer, Error> {
    let (prompt, help) = match question {
        Question::OnePerson(_) => ("One person? y = yes, n = no, Enter = skip, q = leave: ", "Answer y, n, s or q."),
        Question::Contact(..) => (
            "Has contact ended? The day (2018-03-01), l = looked at and open, Enter = skip, q = leave: ",
            "Answer with a day such as 2018-03-01, or l, s or q.",
        ),
        Question::Finding(_) => ("Looked at? y = yes, Enter = skip, q = leave: ", "Answer y, s or q."),
    };
    loop {
        let Some(answer) = answers.ask(prompt)? else { return Ok(Answer::Left) };
        match (answer.to_lowercase().as_str(), question) {
            ("" | "s" | "skip", _) => return Ok(Answer::Skipped),
            ("q" | "quit", _) => return Ok(Answer::Left),
            ("y" | "yes", Question::OnePerson(maybe)) => {
                return Ok(Answer::Decided(Ruling::Same(whom(history, &maybe.a.0)?, whom(history, &maybe.b.0)?)));
            }
            ("n" | "no", Question::OnePerson(maybe)) => {
                return Ok(Answer::Decided(Ruling::NotTheSame(whom(history, &maybe.a.0)?, whom(history, &maybe.b.0)?)));
            }
            ("l" | "looked at", Question::Contact(finding, _)) | ("y" | "yes", Question::Finding(finding)) => {
                return Ok(Answer::Decided(look(history, finding)?));
            }
            (written, Question::Contact(_, person)) => match day(written) {
                Ok(ended) => {
                    let (person, with) = (whom(history, &person.0)?, whom(history, &history.front.child.id.0)?);
                    return Ok(Answer::Decided(Ruling::ContactEnded { person, with, ended }));
                }
                Err(what) => say(&format!("{what}. {help}\n"))?,
            },
            _ => say(&format!("{help}\n"))?,
        }
    }
}
