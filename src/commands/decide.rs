//! `lifespan decide`: what a person decides, kept in `decisions.json` with who, when and why.

use super::say::say;
use super::{clock, write};
use crate::cli::Decide;
use chrono::NaiveDate;
use lifespan::error::Error;
use lifespan::ingest::{self, decisions};
use lifespan::model::{Person, PersonId, Ruling, Signature, Whom};
use lifespan::report::who;
use lifespan::{History, Known, Record};
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;

/// Makes or takes back one decision, or asks the open questions one by one.
pub fn run(asked: &Decide) -> Result<ExitCode, Error> {
    let case = ingest::case::open_on(&asked.case, None, clock::today())?;
    let as_at = case.front.as_at.unwrap_or_else(clock::today);
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    if let Some(number) = asked.take_back {
        take_back(asked, number)?;
    } else if let Some(ruling) = ruling(asked, &history)? {
        keep(asked, &ruling, signed(asked)?)?;
    } else if std::io::stdin().is_terminal() {
        walk(asked, &history)?;
    } else {
        let open: Vec<String> = history.people.maybe.iter().flat_map(|maybe| who::question(&history, maybe)).collect();
        say(&(open.join("\n") + "\nDecide with --same or --not-same, and --by; see `lifespan decide --help`.\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The decision that the flags state.
fn ruling(asked: &Decide, history: &History<'_>) -> Result<Option<Ruling>, Error> {
    let whom = |person: &String| whom(history, person);
    Ok(if let Some([a, b]) = asked.same.as_deref() {
        Some(Ruling::Same(whom(a)?, whom(b)?))
    } else if let Some([a, b]) = asked.not_same.as_deref() {
        Some(Ruling::NotTheSame(whom(a)?, whom(b)?))
    } else if let Some([person, relation, of]) = asked.relation.as_deref() {
        if lifespan::model::Kin::parse(relation).is_none() {
            let mend = "use plain words such as \"maternal uncle\" or \"mother's former partner\"";
            return Err(Error::new("--relation", format!("“{relation}” is no relation that can be read"), mend));
        }
        Some(Ruling::Relation { person: whom(person)?, relation: relation.clone(), of: whom(of)? })
    } else if let Some([person, with, day]) = asked.contact_ended.as_deref() {
        let ended = day.parse::<NaiveDate>().map_err(|_| {
            Error::new("--contact-ended", format!("“{day}” is not a day of the calendar"), "write it as 2018-03-01")
        })?;
        Some(Ruling::ContactEnded { person: whom(person)?, with: whom(with)?, ended })
    } else if let Some((rule, people)) = asked.looked_at.as_deref().and_then(<[String]>::split_first) {
        let people = people.iter().map(whom).collect::<Result<Vec<_>, Error>>()?;
        Some(Ruling::FindingLookedAt { rule: rule.clone(), people })
    } else {
        None
    })
}

/// A person in words that hold on later runs: the front sheet's id, or else the mention that was looked at.
fn whom(history: &History<'_>, said: &str) -> Result<Whom, Error> {
    let bears = |person: &&Person| {
        person.id.0 == *said
            || std::iter::once(&person.name).chain(&person.also_known_as).any(|name| name.eq_ignore_ascii_case(said))
    };
    let found: Vec<&Person> = history.people.persons.iter().filter(bears).collect();
    let mend = "`lifespan people` lists everyone; use the id in brackets";
    match found[..] {
        [] => Err(Error::new("decide", format!("nobody in this case is called “{said}”"), mend)),
        [person] => Ok(anchor(person)),
        _ => match found.iter().find(|person| person.id.0 == said) {
            Some(person) => Ok(anchor(person)),
            None => Err(Error::new("decide", format!("several people are called “{said}”"), mend)),
        },
    }
}

fn anchor(person: &Person) -> Whom {
    let mention = person.mentions.first().filter(|_| !person.on_front_sheet);
    Whom {
        person: person.id.0.clone(),
        entry: mention.map(|(entry, _)| entry.clone()),
        words: mention.map(|(_, words)| words.clone()),
    }
}

fn signed(asked: &Decide) -> Result<Signature, Error> {
    let by = asked.by.as_deref().map(str::trim).filter(|by| !by.is_empty());
    let by = by.ok_or_else(|| {
        Error::new("decide", "a decision needs somebody who makes it", "add --by \"A Reilly, social worker\"")
    })?;
    Ok(Signature { by: by.to_owned(), on: asked.on.unwrap_or_else(clock::today), why: asked.why.clone() })
}

fn keep(asked: &Decide, ruling: &Ruling, signed: Signature) -> Result<(), Error> {
    let before = ingest::case::decisions_text(&asked.case)?;
    let after = decisions::add(&before, ruling, &signed)?;
    let place = write::whole(&asked.case, decisions::FILE, &after)?;
    say(&format!("Kept in {}; `lifespan decide --take-back` takes it back.\n", place.display()))
}

fn take_back(asked: &Decide, number: usize) -> Result<(), Error> {
    let before = ingest::case::decisions_text(&asked.case)?;
    let Some(after) = decisions::take_back(&before, number, &signed(asked)?)? else {
        let mend = "`lifespan people` lists the decisions with their numbers";
        return Err(Error::new(decisions::FILE, format!("there is no decision number {number}"), mend));
    };
    write::whole(&asked.case, decisions::FILE, &after)?;
    say(&format!("Decision {number} is taken back and no longer applied.\n"))
}

/// Asks each open question; whatever is answered is kept at once.
fn walk(asked: &Decide, history: &History<'_>) -> Result<(), Error> {
    let mut lines = std::io::stdin().lock().lines().map_while(Result::ok);
    let mut ask = |question: &str| -> Result<Option<String>, Error> {
        say(question)?;
        Ok(lines.next().map(|line| line.trim().to_owned()))
    };
    if history.people.maybe.is_empty() {
        return say("There are no open questions about who is who.\n");
    }
    let by = match &asked.by {
        Some(by) => by.clone(),
        None => ask("Who decides (name and role)? ")?.filter(|by| !by.is_empty()).unwrap_or_default(),
    };
    if by.is_empty() {
        return say("A decision needs somebody who makes it: nothing was decided.\n");
    }
    for maybe in &history.people.maybe {
        say(&(who::question(history, maybe).join("\n") + "\n"))?;
        let Some(answer) = ask("One person? [y]es, [n]o, [s]kip, [q]uit: ")? else { break };
        let pair = (at(history, &maybe.a)?, at(history, &maybe.b)?);
        let ruling = match answer.chars().next() {
            Some('y' | 'Y') => Ruling::Same(pair.0, pair.1),
            Some('n' | 'N') => Ruling::NotTheSame(pair.0, pair.1),
            Some('q' | 'Q') => break,
            _ => continue,
        };
        let why = ask("Why? ")?.filter(|why| !why.is_empty());
        keep(asked, &ruling, Signature { by: by.clone(), on: asked.on.unwrap_or_else(clock::today), why })?;
    }
    Ok(())
}

fn at(history: &History<'_>, id: &PersonId) -> Result<Whom, Error> {
    whom(history, &id.0)
}
